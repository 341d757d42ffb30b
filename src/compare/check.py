"""Load, then every rule: one call that gives the judged data and all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from compare import addresses, published
from compare.index import Index
from compare.load import load
from compare.problems import Faulty, Problem, Weight, in_order
from compare.published import Published
from compare.rules import Case, all_rules
from compare.verdicts import Verdicts


@dataclass(frozen=True)
class Checked:
    """Data that can be shown, judged, with the problems that do not hinder showing it."""

    index: Index
    verdicts: Verdicts
    published: Published
    pages: dict[str, list[str]]
    problems: list[Problem]

    @property
    def faults(self) -> list[Problem]:
        """What must be mended before it can be published."""
        return [problem for problem in self.problems if problem.weight is not Weight.WARNING]


def check(root: Path) -> Checked:
    """The project's data at `root`, checked and judged.

    Raises Faulty where the data cannot be shown; then it carries the bookkeeping faults too, as far as they can be told.
    """
    index = Index(load(root))
    state = published.read(root)
    pages = addresses.pages(index, root / "docs")
    verdicts = Verdicts(index, state)
    case = Case(index, verdicts, state, pages)
    problems: list[Problem] = []
    for name, rule in all_rules().items():
        if name == "judged" and any(problem.weight is Weight.SHAPE for problem in problems):
            break  # verdicts cannot be counted over dangling or missing things
        problems.extend(rule(case))
    if any(problem.weight is Weight.SHAPE for problem in problems):
        raise Faulty(problem for problem in problems if problem.weight is not Weight.WARNING)
    return Checked(index, verdicts, state, pages, in_order(problems))
