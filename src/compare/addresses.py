"""Where everything stands: each page's address, and the anchors promised on it (see docs/method.md and CONTRIBUTING)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from compare.index import CAUSES, PHRASEBOOK, Index
from compare.model import Causes, Rows
from compare.problems import Place

RESERVED = {
    "verdict",
    "criteria",
    "article",
    "history",
    "sources",
    "recommendation",
    "stack",
    "watch-outs",
    "otherwise",
    "releases",
    "search",
    "moved",
    "code",
    "runs",
}
"""Anchors that pages use for their parts; no id may be one of them."""

_HEADING = re.compile(r"^#+ .*\{[^}]*#([a-z0-9-]+)[^}]*\}\s*$", re.M)


class Moved(NamedTuple):
    """A thing's former address, where a stub stands: the old place, its title and its new address."""

    old: str
    title: str
    new: str
    place: Place


def dimension(id: str, anchor: str = "") -> str:
    """Address of a dimension's page, or of a criterion or part on it."""
    return f"/dimensions/{id}/" + (f"#{anchor}" if anchor else "")


def guide(id: str) -> str:
    """Address of a guide."""
    return f"/use-cases/{id}/"


def profile(id: str) -> str:
    """Address of a framework's profile."""
    return f"/frameworks/{id}/"


def tool(id: str) -> str:
    """Address of a tool's row."""
    return f"/tools/#{id}"


def target(id: str) -> str:
    """Address of a target's row."""
    return f"/matrix/#{id}"


def claim(id: str) -> str:
    """Address of a statement's row."""
    return f"/article/#{id}"


def source(id: str) -> str:
    """Address of a source."""
    return f"/sources/#{id}"


def change(id: str) -> str:
    """Address of a change."""
    return f"/changes/#{id}"


def task(id: str) -> str:
    """Address of a task that runs in both frameworks."""
    return f"/code/{id}/"


def row(folder: str, id: str) -> str:
    """Address of a row of the phrasebook, or of a cause of different numbers."""
    return f"/code/{folder}/#{id}"


def pages(index: Index, docs: Path) -> dict[str, list[str]]:
    """Every page of the site with the anchors promised on it, former ones included."""
    data, site = index.data, index.data.site
    made = {
        "/": list(index.dimensions),
        "/dimensions/": [],
        "/use-cases/": [],
        "/matrix/": [target.id for target in data.matrix.targets],
        "/tools/": sorted(index.tools),
        "/article/": list(index.claims),
        "/sources/": sorted(index.sources),
        "/changes/": [change.id for change in data.changes.changes],
    }
    for one in index.dimensions.values():
        made[dimension(one.id)] = ["verdict", "criteria", *(c.id for c in one.criteria), "article", "history", "sources"]
    for id in index.guides:
        made[guide(id)] = ["recommendation", "stack", "watch-outs", "otherwise"]
    if data.tasks:
        made["/code/"] = []
    for one_task in data.tasks:
        made[task(one_task.id)] = []
    groups: list[tuple[str, list[Rows] | list[Causes]]] = [(PHRASEBOOK, data.phrasebook), (CAUSES, data.causes)]
    for folder, files in groups:
        if files:
            made[f"/code/{folder}/"] = [id for file in files for id in (file.id, *(one.id for one in file.rows))]
    for section in data.article.sections:
        if section.profile:
            made[profile(section.profile)] = [*(c.id for c in section.claims), "releases"]
    for path in sorted(docs.glob("*.md")):
        made[f"/{path.stem}/"] = _HEADING.findall(path.read_text(encoding="utf-8"))
    for redirect in site.redirects:
        made.setdefault(redirect.from_, [])
    for old in moved(index):
        page, _, anchor = old.old.partition("#")
        if page in made and anchor not in made[page]:
            made[page].append(anchor)
    return made


def flat(pages: dict[str, list[str]]) -> set[str]:
    """Every address, with and without anchor, as published.yaml keeps them."""
    return {*pages, *(f"{page}#{anchor}" for page, anchors in pages.items() for anchor in anchors)}


def moved(index: Index) -> Iterator[Moved]:
    """Every former address in the data that has an anchor."""
    for id, (parent, criterion) in index.criteria.items():
        for old in criterion.aliases:
            yield Moved(old, criterion.title, dimension(parent.id, id), criterion.at("aliases"))
    for one in index.data.tools:
        for old in one.moved_from:
            yield Moved(old, one.name, tool(one.id), one.at("moved_from"))
    for statement in index.claims.values():
        for old in statement.aliases:
            yield Moved(old, statement.says, claim(statement.id), statement.at("aliases"))
    for row in index.data.matrix.targets:
        for old in row.aliases:
            yield Moved(old, row.target, target(row.id), row.at("aliases"))
