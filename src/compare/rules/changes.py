"""A changed edge or leader has its entry in data/changes.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from compare.problems import Place, Problem, Weight
from compare.rules import Case


def check(case: Case) -> Iterator[Problem]:
    """Edges and leaders that differ from what was published, without the newest entry for that thing and field saying so."""
    index = case.index
    now = [("edge", case.published.edges, case.verdicts.edges()), ("leader", case.published.leaders, case.verdicts.leaders())]
    for what, before, after in now:
        for id, to in after.items():
            old = before.get(id, to)
            if old == to:
                continue
            entries = [entry for entry in index.data.changes.changes if (entry.thing, entry.what) == (id, what)]
            newest = max(entries, key=lambda entry: entry.date, default=None)
            if newest is None or (newest.from_, newest.to) != (old, to):
                place = index.criteria[id][1].at("edge") if what == "edge" else index.dimensions[id].at("id")
                todo = f"add an entry to data/changes.yaml (thing: {id}, what: {what}, from: {old}, to: {to}), or undo the edit"
                yield Problem(place or Place(""), what, f"it was {old} and is {to}, and no entry says so", todo, Weight.BOOKKEEPING)
