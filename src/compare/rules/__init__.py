"""One rule over several records a file. Each has a broken twin in tests/broken/, with the message it must give."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from compare.index import Index
from compare.problems import Problem
from compare.published import Published
from compare.verdicts import Verdicts


@dataclass(frozen=True)
class Case:
    """All that a rule may look at."""

    index: Index
    verdicts: Verdicts
    published: Published
    pages: dict[str, list[str]]


Rule = Callable[[Case], Iterable[Problem]]


def all_rules() -> dict[str, Rule]:
    """Every rule by its name. Shape rules come first: the rest may rely on what they hold."""
    from compare.rules import changes, evidence, ids, judged, lost, neutral, places, references, runs, sides, sourced, stamps, strength, unused

    shape = [ids, references, sides, places, strength, sourced, neutral, evidence, runs, judged]
    bookkeeping = [changes, stamps, lost, unused]
    return {module.__name__.rpartition(".")[2]: module.check for module in (*shape, *bookkeeping)}
