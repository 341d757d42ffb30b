"""Records of what ran: tasks, rows of the phrasebook, causes of different numbers, each with what its run printed."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from compare import addresses
from compare.index import CAUSES, PHRASEBOOK, Index, run_of
from compare.model import Cause, Causes, Default, Fact, Part, Row, Rows

Record = dict[str, Any]


def tasks(index: Index) -> list[Record]:
    """Each task with both files of code, and the facts that each printed."""
    order = list(index.data.site.code_groups)
    made = []
    for task in sorted(index.data.tasks, key=lambda one: (order.index(one.group), one.title)):
        run = index.runs.get(task.id)
        printed = {side: _by_name(run.parts.get(side) if run else None) for side in index.sides}
        made.append(
            {
                "id": task.id,
                "title": task.title,
                "group": task.group,
                "look": task.look,
                "limits": task.limits,
                "date": run.date if run else None,
                "versions": index.versions if run else {},
                "code": {side: index.data.code[f"{task.id}/{side}.py"] for side in index.sides},
                "with": {one.id: packages(index, index.data.code[f"{task.id}/{one.id}.py"], one.package) for one in index.data.site.contenders},
                "seconds": {side: part.seconds for side, part in run.parts.items()} if run else {},
                "facts": [{"name": one.name, "says": one.says, **{side: _fact(printed[side].get(one.name)) for side in index.sides}} for one in task.facts],
                "criteria": task.criteria,
                "guides": task.guides,
                "claims": task.claims,
                "words": task.words,
                "url": addresses.task(task.id),
            }
        )
    return made


def phrasebook(index: Index) -> list[Record]:
    """Each group of the phrasebook with its rows, each equal or not by what the run measured."""

    def own(row: Row, printed: dict[str, Fact]) -> Record:
        defaults = [_default(index, row.id, one, printed) for one in row.defaults]
        return {"equal": row.differs is None, "why": row.differs or "", "words": row.words, "defaults": defaults}

    return [_group(index, PHRASEBOOK, group, own) for group in index.phrasebook]


def causes(index: Index) -> list[Record]:
    """Each group of causes: what the naive port differs by, and what is left after the cure."""

    def own(row: Cause, printed: dict[str, Fact]) -> Record:
        left = _value(printed.get(f"{row.id}.left"))
        return {"why": row.why, "notice": row.notice, "cure": row.cure, "mends": row.mends, "left": left}

    return [_group(index, CAUSES, group, own) for group in index.causes]


def _group(index: Index, folder: str, group: Rows | Causes, own: Callable[[Any, dict[str, Fact]], Record]) -> Record:
    """A group with what all rows have, and what its kind adds to each."""
    run = index.runs.get(run_of(folder, group))
    part = run.parts.get("rows") if run else None
    printed = _by_name(part)
    made = []
    for row in group.rows:
        shared = {"id": row.id, "title": row.title, "given": row.given, **row.code, "within": row.within}
        difference = _value(printed.get(f"{row.id}.difference"))
        made.append({**shared, "difference": difference, **own(row, printed), "url": addresses.row(folder, row.id)})
    return {"id": group.id, "title": group.title, "date": part.date if part else None, "rows": made}


def packages(index: Index, code: str, own: str | None) -> dict[str, str]:
    """Name to version of each recorded package that a piece of code imports; first the contender's own, imported by name or not."""
    environment = index.data.environment
    if not environment:
        return {}
    try:
        nodes = list(ast.walk(ast.parse(code)))
    except SyntaxError:
        return {}
    imported = {alias.name.partition(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module.partition(".")[0] for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    found = {name: one.version for name, one in environment.packages.items() if name == own or imported & set(one.imports)}
    return dict(sorted(found.items(), key=lambda pair: pair[0] != own))


def _default(index: Index, row: str, one: Default, printed: dict[str, Fact]) -> Record:
    return {"what": one.what, **{side: _value(printed.get(f"{row}.{one.what}.{side}")) for side in index.sides}}


def _by_name(part: Part | None) -> dict[str, Fact]:
    return {fact.name: fact for fact in part.facts} if part else {}


def _fact(fact: Fact | None) -> Record | None:
    return {"value": fact.value, "within": fact.within} if fact else None


def _value(fact: Fact | None) -> Any:
    return fact.value if fact else None
