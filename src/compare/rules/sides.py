"""Whatever speaks of one contender speaks of the other."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Authored
from compare.problems import Problem
from compare.rules import Case


def check(case: Case) -> Iterator[Problem]:
    """Criteria and targets in which a side is missing."""
    data = case.index.data
    things: list[tuple[Authored, str, dict[str, object]]] = [(c, "findings", dict(c.findings)) for d in data.dimensions for c in d.criteria]
    things += [(target, "cells", dict(target.cells)) for target in data.matrix.targets]
    for thing, key, sides in things:
        for side in case.index.sides:
            if side not in sides:
                yield Problem(
                    thing.at(key), f"{key}.{side}", "this side is missing", "add it; what is not known has an empty text and the edge or state unknown"
                )
    profiles = {profile.id for profile in data.frameworks}
    for side in case.index.sides:
        if side not in profiles:
            yield Problem(data.site.at("contenders"), "contenders", f"“{side}” has no profile", f"write data/frameworks/{side}.yaml")
