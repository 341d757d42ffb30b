"""`accept` and `verified`: the two commands that write published.yaml."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from compare import addresses, schemas
from compare.check import Checked, check
from compare.index import Index
from compare.load import load
from compare.problems import Faulty, Place, Problem, Weight, nearest
from compare.published import FILE, Stamp, read

MANY = 20
"""More new addresses than this are counted, not listed."""


def accept(root: Path) -> list[str]:
    """Rewrite published.yaml and the schemas from the data as it stands; gives the lines that say what a reader would notice.

    Raises Faulty, and writes nothing, where the data cannot be shown or a changed edge or leader lacks its entry.
    Never drops an address: a lost one stays a fault until an alias, a stub or a reason takes its place.
    """
    checked = check(root)
    refused = [problem for problem in checked.faults if problem.field in {"edge", "leader"}]
    if refused:
        raise Faulty(refused)
    lines = list(_noticed(checked))
    old = checked.published
    here = addresses.flat(checked.pages)
    lost = old.addresses - here - set(checked.index.data.site.retired)
    old.addresses = here | lost
    old.edges, old.leaders = checked.verdicts.edges(), checked.verdicts.leaders()
    old.stamps = {key: stamp for key, stamp in old.stamps.items() if key in checked.index.stampables}
    old.write(root)
    schemas.write(root, checked.index.sides)
    return lines or ["no address, edge or leader has changed"]


def verified(root: Path, keys: list[str], day: str | None = None) -> list[str]:
    """Stamp statements: somebody held each against its sources today, and it stood.

    Raises Faulty where the data cannot be read, or a key names nothing that can be stamped.
    """
    index, state = Index(load(root)), read(root)
    unknown = [key for key in keys if key not in index.stampables]
    if not keys:
        todo = "name what was read: <criterion>/<framework>, <target>/<framework>, tool/<id>, claim/<id>, guide/<id>, profile/<framework>/what, profile/<framework>/governance"
        raise Faulty([Problem(Place(FILE), "ID", "no key was given", todo)])
    if unknown:
        raise Faulty(Problem(Place(FILE), key, "nothing that can be stamped has this key", _meant(key, index)) for key in unknown)
    day = day or datetime.date.today().isoformat()
    for key in keys:
        state.stamps[key] = Stamp(day, index.stampables[key].hash)
    state.write(root)
    return [f"{key}: verified {day}" for key in keys]


def _meant(key: str, index: Index) -> str:
    """What to do about a key that names nothing."""
    halves = [known for known in index.stampables if known.startswith(f"{key}/")]
    if halves:
        return f"did you mean “{' '.join(halves)}”?"
    if key in {one.key for one in index.every_statement()}:
        return "it states nothing or cites no source, so there is nothing to stamp"
    return nearest(key, index.stampables) + " (several keys: with spaces between)"


def _noticed(checked: Checked) -> Iterator[str]:
    """What a reader of the site would notice, a line each."""
    old, here = checked.published, addresses.flat(checked.pages)
    gone = old.addresses - here - set(checked.index.data.site.retired)
    new = here - old.addresses
    yield from (f"address lost, a fault until it is mended: {address}" for address in sorted(gone))
    if len(new) > MANY:
        yield f"new addresses: {len(new)}"
    else:
        yield from (f"new address: {address}" for address in sorted(new))
    for what, before, after in (("edge", old.edges, checked.verdicts.edges()), ("leader", old.leaders, checked.verdicts.leaders())):
        for id, value in after.items():
            if before.get(id) != value:
                yield f"{what} of {id}: {before.get(id, 'new')} → {value}"
                if what == "edge" and id in before:
                    guides = [guide.id for guide in checked.index.data.guides if id in guide.criteria]
                    yield f"  now reread what was written for the old edge: its edge_reason, `because` of its dimension, guides: {', '.join(guides) or 'none'}"
    yield from (f"stamp broken: {problem.field}" for problem in checked.problems if problem.weight is Weight.BOOKKEEPING and "make verified" in problem.todo)
