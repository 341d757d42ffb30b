"""An id is the name of its file, is taken once, and is no anchor that pages use for their parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from compare.addresses import RESERVED
from compare.index import CAUSES, PHRASEBOOK
from compare.model import Authored, Dimension, Guide, Profile, Tool
from compare.problems import Place, Problem
from compare.rules import Case


def check(case: Case) -> Iterator[Problem]:
    """Ids that do not match their file, that are taken, or that are reserved."""
    data = case.index.data
    files: list[Profile | Dimension | Guide | Tool] = [*data.frameworks, *data.dimensions, *data.guides, *data.tools]
    for one in files:
        name = PurePosixPath(one.at().file).stem
        if one.id != name:
            yield Problem(one.at("id"), "id", f"“{one.id}” does not match the file's name", f"write “{name}”, or rename the file to {one.id}.yaml")
    groups: list[tuple[str, list[tuple[str, Authored]]]] = [
        ("criterion", [(c.id, c) for d in data.dimensions for c in d.criteria]),
        ("statement", [(c.id, c) for c in data.article.claims()]),
        ("target", [(t.id, t) for t in data.matrix.targets]),
        ("source", [(s.id, s) for p in data.publishers for s in p.sources]),
        ("change", [(c.id, c) for c in data.changes.changes]),
        ("tool", [(t.id, t) for t in data.tools]),
        ("dimension", [(d.id, d) for d in data.dimensions]),
        ("phrase", [pair for group in data.phrasebook for pair in ((group.id, group), *((row.id, row) for row in group.rows))]),
        ("cause", [pair for group in data.causes for pair in ((group.id, group), *((row.id, row) for row in group.rows))]),
    ]
    for task in data.tasks:
        if task.id in {PHRASEBOOK, CAUSES}:
            yield Problem(task.at(), "", f"/code/{task.id}/ is another page", "rename the folder")
    for kind, things in groups:
        first: dict[str, Place] = {}
        for id, thing in things:
            if id in RESERVED:
                yield Problem(thing.at("id"), "id", f"“{id}” is the name of a part of a page", f"name the {kind} otherwise")
            if id in first:
                yield Problem(thing.at("id"), "id", f"“{id}” is taken by another {kind} ({first[id].file}:{first[id].line})", "choose an id of its own")
            first.setdefault(id, thing.at("id"))
    # A criterion's and a target's statements are stamped under <id>/<framework>, beside tool/, claim/, guide/ and profile/.
    criteria = {criterion.id for dimension in data.dimensions for criterion in dimension.criteria}
    for target in data.matrix.targets:
        if target.id in criteria:
            yield Problem(
                target.at("id"), "id", f"“{target.id}” is a criterion's id too, and both are stamped as {target.id}/<framework>", "name the target otherwise"
            )
