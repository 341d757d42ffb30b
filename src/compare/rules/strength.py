"""A strength belongs to an edge that favours a side, and such an edge has one."""

from __future__ import annotations

from collections.abc import Iterator

from compare.problems import Problem
from compare.rules import Case


def check(case: Case) -> Iterator[Problem]:
    """Edges without a strength, and strengths without an edge."""
    for _, criterion in case.index.criteria.values():
        favours = criterion.edge in case.index.sides
        if favours and criterion.strength is None:
            yield Problem(
                criterion.at("edge"), "strength", f"the edge favours {criterion.edge} and has no strength", "add `strength: clear` or `strength: slight`"
            )
        if not favours and criterion.strength is not None:
            yield Problem(
                criterion.at("strength"), "strength", f"an edge that is {criterion.edge} has no strength", "delete the line, or say whom the edge favours"
            )
