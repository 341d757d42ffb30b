"""A fault is one line: file, line, field, what is wrong, what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Weight(Enum):
    """How heavy a problem is: what it stops.

    SHAPE: the data cannot be shown (unreadable, missing, dangling); stops everything.
    BOOKKEEPING: the data can be shown but not published; stops check, build and test, and is a banner under serve.
    WARNING: said, and stops nothing.
    """

    SHAPE = "shape"
    BOOKKEEPING = "bookkeeping"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands in the authored files: a path relative to the project, and a line from 1 (0: no line)."""

    file: str
    line: int = 0


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, in words for the person who edits the file."""

    place: Place
    field: str
    wrong: str
    todo: str
    weight: Weight = Weight.SHAPE

    def __str__(self) -> str:
        where = f"{self.place.file}:{self.place.line}" if self.place.line else self.place.file
        field = f" {self.field}:" if self.field else ""
        kind = "warning: " if self.weight is Weight.WARNING else ""
        return f"{where}:{field} {kind}{self.wrong}; {self.todo}"


class Faulty(Exception):
    """Raised where data cannot be used. Carries every problem found in the run, not the first alone."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by file and line, each said once."""
    return sorted(set(problems), key=lambda p: (p.place, p.field, p.wrong))


def nearest(name: str, known: Iterable[str]) -> str:
    """What to do about an unknown name: the nearest known one, or the list where it is short."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.75)
    if close:
        return f"did you mean “{close[0]}”?"
    if not names:
        return "there is none yet"
    if len(names) <= 12:
        return "use one of: " + ", ".join(names)
    return "write it first, or use a name that exists"


def relative(path: Path, root: Path) -> str:
    """A path as the problems name it: from the project's root, with forward slashes."""
    return path.resolve().relative_to(root.resolve()).as_posix()
