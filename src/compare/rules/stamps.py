"""A stamp holds for the text it was given to. Without one, a statement is unproven."""

from __future__ import annotations

from collections.abc import Iterator

from compare.problems import Place, Problem, Weight
from compare.published import FILE
from compare.rules import Case


def check(case: Case) -> Iterator[Problem]:
    """Stale stamps (faults), stamps on nothing (faults) and statements without one (warnings)."""
    stampables, stamps = case.index.stampables, case.published.stamps
    for key, one in stampables.items():
        place, stamp = one.statement.at(), stamps.get(key)
        if stamp is None:
            yield Problem(
                place, key, "nobody has held this against its sources yet, so it counts as unknown", f"read them, then `make verified ID={key}`", Weight.WARNING
            )
        elif stamp.hash != one.hash:
            wrong = f"its words or sources changed after it was held against them on {stamp.verified}"
            yield Problem(place, key, wrong, f"hold it against its sources, then `make verified ID={key}`", Weight.BOOKKEEPING)
    for key in sorted(stamps.keys() - stampables.keys()):
        yield Problem(Place(FILE), key, "a stamp stands for something that states nothing any more", "`make accept` drops it", Weight.BOOKKEEPING)
