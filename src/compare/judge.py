"""Edges to a verdict: the published rule (docs/method.md), and nothing else. Pure.

An edge is a number of points seen from the first contender: +2 clear, +1 slight, 0 even, −1 slight, −2 clear for the
second; None is unknown. One rule judges a dimension, a guide and a reader's own choice of criteria.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Points = Mapping[str, int | None]
"""Criterion id to points of its edge."""

Level = Literal["clearly", "leads"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True)
class Verdict:
    """What the rule says of a set of edges. `leader` is a contender's id, "depends", "even" or "unknown"."""

    leader: str
    level: Level | None
    net: int
    known: int
    unknown: int
    unless: tuple[str, ...]
    flips_if: tuple[str, ...]


def points(edge: str, strength: str | None, sides: tuple[str, str]) -> int | None:
    """An authored edge as points seen from the first side; None where the edge is unknown."""
    if edge not in sides:
        return 0 if edge == "even" else None
    return (2 if strength == "clear" else 1) * (1 if edge == sides[0] else -1)


def judge(edges: Points, sides: tuple[str, str]) -> Verdict:
    """The verdict over `edges`, between `sides` (first, second)."""
    leader, level = _leader(edges.values(), sides)
    known = [value for value in edges.values() if value is not None]
    against = -2 if leader == sides[0] else 2
    unless = tuple(id for id, value in edges.items() if value == against) if leader in sides else ()
    flips = tuple(id for id, value in edges.items() if value and without(edges, id, sides) != leader)
    return Verdict(leader, level, sum(known), len(known), len(edges) - len(known), unless, flips)


def without(edges: Points, id: str, sides: tuple[str, str]) -> str:
    """Who would lead if this one edge were even."""
    return _leader(({**edges, id: 0}).values(), sides)[0]


def confidence(edges: Points, one_sided: Iterable[str], sides: tuple[str, str]) -> Confidence | None:
    """How a verdict stands two stress tests: every unknown edge clear for either side, and every one-sidedly sourced edge even.

    `one_sided` names the criteria whose findings rest on one publisher, or on vendors of the side favoured. None where
    the verdict is unknown.
    """
    leader = _leader(edges.values(), sides)[0]
    if leader == "unknown":
        return None
    filled = [_leader([value if value is not None else fill for value in edges.values()], sides)[0] for fill in (2, -2)]
    thin = set(one_sided)
    struck = _leader([0 if id in thin and value is not None else value for id, value in edges.items()], sides)[0]
    passed = (filled == [leader, leader]) + (struck == leader)
    levels: tuple[Confidence, ...] = ("low", "medium", "high")
    return levels[passed]


def _leader(values: Iterable[int | None], sides: tuple[str, str]) -> tuple[str, Level | None]:
    """The five steps of the rule, in their order."""
    everything = list(values)
    known = [value for value in everything if value is not None]
    if len(known) < 5 or 3 * len(known) < 2 * len(everything):
        return "unknown", None
    net = sum(known)
    sign = 1 if net > 0 else -1
    clear_for, clear_against = known.count(2 * sign), known.count(-2 * sign)
    ahead = sides[0] if net > 0 else sides[1]
    if abs(net) >= 5 and clear_for >= 1 and clear_against <= 1:
        return ahead, "clearly"
    if abs(net) >= 3 and clear_against <= 2:
        return ahead, "leads"
    if 2 in known or -2 in known:
        return "depends", None
    return "even", None
