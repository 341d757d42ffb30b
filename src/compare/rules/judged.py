"""A dimension is judged whole or not at all, its written words fit its verdict, and so does a guide's pick."""

from __future__ import annotations

from collections.abc import Iterator

from compare.problems import Problem
from compare.rules import Case

FEWEST, MOST = 6, 10


def check(case: Case) -> Iterator[Problem]:
    """Dimensions half judged or with words for another leader; guides whose pick differs from what is computed, without a reason."""
    index, verdicts, site = case.index, case.verdicts, case.index.data.site
    for id, dimension in index.dimensions.items():
        if id in site.not_judged:
            if dimension.criteria or dimension.verdict:
                yield Problem(site.at("not_judged"), "not_judged", f"“{id}” has criteria or a verdict", "strike it from the list, or take them out")
            if case.published.leaders.get(id, "not judged") != "not judged":
                yield Problem(site.at("not_judged"), "not_judged", f"“{id}” has been judged before, and this list may only shrink", "strike it from the list")
            continue
        if not FEWEST <= len(dimension.criteria) <= MOST:
            yield Problem(dimension.at("criteria"), "criteria", f"there are {len(dimension.criteria)} criteria", f"a judged dimension has {FEWEST} to {MOST}")
        leader = verdicts.dimensions[id].verdict.leader
        if dimension.verdict is None:
            yield Problem(
                dimension.at(),
                "verdict",
                "this key is missing",
                "write `leader`, `because` and `not_meant`, or list the dimension under `not_judged` in data/site.yaml",
            )
        elif dimension.verdict.leader != leader and _proven(case, id):
            wrong = f"`because` was written for “{dimension.verdict.leader}”, and the criteria now come to “{leader}”"
            yield Problem(
                dimension.verdict.at("leader"), "verdict.leader", wrong, f"write `because` and `not_meant` anew for “{leader}”, then change this line"
            )
    for id, guide in index.guides.items():
        if guide.pick is None:
            continue
        computed = verdicts.guides[id].verdict.leader
        agrees = computed == "unknown" or guide.pick == computed or (guide.pick == "either" and computed in {"depends", "even"})
        if not agrees and not guide.reason:
            yield Problem(guide.at("pick"), "reason", f"the pick is {guide.pick}, and its criteria come to {computed}", "give the reason, or change the pick")
        for key in ("recommendation", "because", "otherwise"):
            if not getattr(guide, key):
                yield Problem(guide.at(key), key, "a guide with a pick needs this key", "write it, or take the pick out")


def _proven(case: Case, id: str) -> bool:
    """Whether all findings are stamped: until a second reader has been through, an unknown verdict is no change of mind."""
    return all(case.verdicts.counts(criterion) for criterion in case.index.dimensions[id].criteria)
