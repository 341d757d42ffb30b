"""Records of what ran: tasks, rows of the phrasebook, causes of different numbers, each with what its run printed."""

from __future__ import annotations

import ast
from typing import Any

from compare import addresses
from compare.index import CAUSES, PHRASEBOOK, Index
from compare.model import Default, Fact, Part

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
    made = []
    for group in index.phrasebook:
        printed = _by_name(_rows_part(index, PHRASEBOOK, group.id))
        rows = []
        for row in group.rows:
            rows.append(
                {
                    "id": row.id,
                    "title": row.title,
                    "given": row.given,
                    **row.code,
                    "equal": row.differs is None,
                    "within": row.within,
                    "difference": _value(printed.get(f"{row.id}.difference")),
                    "why": row.differs or "",
                    "words": row.words,
                    "defaults": [_default(index, row.id, one, printed) for one in row.defaults],
                    "url": addresses.row(PHRASEBOOK, row.id),
                }
            )
        made.append({"id": group.id, "title": group.title, "date": _date(index, PHRASEBOOK, group.id), "rows": rows})
    return made


def causes(index: Index) -> list[Record]:
    """Each group of causes: what the naive port differs by, and what is left after the cure."""
    made = []
    for group in index.causes:
        printed = _by_name(_rows_part(index, CAUSES, group.id))
        rows = []
        for row in group.rows:
            rows.append(
                {
                    "id": row.id,
                    "title": row.title,
                    "given": row.given,
                    **row.code,
                    "why": row.why,
                    "notice": row.notice,
                    "cure": row.cure,
                    "mends": row.mends,
                    "within": row.within,
                    "difference": _value(printed.get(f"{row.id}.difference")),
                    "left": _value(printed.get(f"{row.id}.left")),
                    "url": addresses.row(CAUSES, row.id),
                }
            )
        made.append({"id": group.id, "title": group.title, "date": _date(index, CAUSES, group.id), "rows": rows})
    return made


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


def _rows_part(index: Index, folder: str, group: str) -> Part | None:
    run = index.runs.get(f"{folder}-{group}")
    return run.parts.get("rows") if run else None


def _date(index: Index, folder: str, group: str) -> str | None:
    part = _rows_part(index, folder, group)
    return part.date if part else None


def _by_name(part: Part | None) -> dict[str, Fact]:
    return {fact.name: fact for fact in part.facts} if part else {}


def _fact(fact: Fact | None) -> Record | None:
    return {"value": fact.value, "within": fact.within} if fact else None


def _value(fact: Fact | None) -> Any:
    return fact.value if fact else None
