"""A source that nothing cites is dead weight."""

from __future__ import annotations

from collections.abc import Iterator

from compare.problems import Problem, Weight
from compare.rules import Case


def check(case: Case) -> Iterator[Problem]:
    """Sources without a citation."""
    cited = {citation.id for _, citation in case.index.cited()}
    for id, (_, source) in case.index.sources.items():
        if id not in cited and source.kind != "run":
            yield Problem(source.at("id"), id, "nothing cites this source", "cite it where it shows something, or delete it", Weight.WARNING)
