"""Code that runs in both frameworks: pairs of files, rows of expressions, causes of different numbers; and the record of a run."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import ConfigDict, Field, ValidationInfo, model_validator

from compare.model.base import BY_SIDE, Authored, Date, Id, Prose, Side


class BySide(Authored):
    """Something with one text a contender, under keys that are the contenders' ids; `code` gathers them."""

    model_config = ConfigDict(json_schema_extra={BY_SIDE: True})
    code: dict[Side, Prose]

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, data: Any, info: ValidationInfo) -> Any:
        sides = (info.context or {}).get("contenders", ())
        if not isinstance(data, dict) or not sides:
            return data
        missing = [side for side in sides if side not in data]
        if missing:
            raise ValueError(f"{' and '.join(missing)} is missing; write what stands there for {' and '.join(sides)}")
        rest = {key: value for key, value in data.items() if key not in sides}
        gathered = type(data)({**rest, "code": {side: data[side] for side in sides}})
        gathered.__dict__.update(getattr(data, "__dict__", {}))  # keeps the places
        return gathered


class ExpectedFact(Authored):
    """A fact that a run prints, in the reader's words. Where one side cannot give it, its column stays empty."""

    name: Id
    says: Prose


class Task(Authored):
    """The same task in both frameworks. Its folder's name is its id; its code lies beside it, a file a contender."""

    title: Prose
    group: Id
    look: Prose
    limits: Prose
    facts: list[ExpectedFact]
    criteria: list[Id] = []
    guides: list[Id] = []
    claims: list[Id] = []
    words: list[str] = []

    @property
    def id(self) -> str:
        """The folder's name."""
        return self.at().file.split("/")[-2]


class Default(BySide):
    """What differs by default: one expression a side that shows it."""

    what: Prose


class Row(BySide):
    """Two expressions for the same thing: equal `within` a difference, or `differs` with the reason."""

    id: Id
    title: Prose
    given: str = ""
    within: float | int | None = None
    differs: Prose | None = None
    defaults: list[Default] = []
    words: list[str] = Field([], description="Names under which readers look for it first: of all rows that use a thing, the one that is about it.")

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.within is None) == (self.differs is None):
            raise ValueError("a row is either equal `within` a difference, or `differs`; write the one that the run shows, with the reason where it differs")
        return self


class Cause(BySide):
    """A cause of different numbers: the naive port, the cure of one side (or both), and how much may be left after it."""

    id: Id
    title: Prose
    given: str = ""
    why: Prose
    notice: Prose
    cure: dict[Side, Prose]
    mends: Prose
    within: float | int


class Group(Authored):
    """What rows and causes share: a heading; the file's name is the id."""

    title: Prose

    @property
    def id(self) -> str:
        """The file's name without its ending."""
        return self.at().file.split("/")[-1].removesuffix(".yaml")


class Rows(Group):
    """A group of the phrasebook. One fresh process runs it."""

    rows: list[Row]


class Causes(Group):
    """A group of causes. One fresh process runs it."""

    rows: list[Cause]


class Fact(Authored):
    """One fact that a run printed. A float carries the difference that another machine may show."""

    name: Prose
    value: bool | int | float | str
    within: float | int | None = None


class Part(Authored):
    """One process of a run: the day, hashes of the lock and of what ran, how it ended, coarse seconds, the facts it printed."""

    date: Date
    lock: str
    code: str
    exit: Literal[0]
    seconds: int
    facts: list[Fact]


class Run(Authored):
    """The record of a task's, or a group's, last run. Written by `make verify` only."""

    id: Id
    parts: dict[str, Part]

    @property
    def date(self) -> str:
        """The day of the run; where its parts ran on several days, the first."""
        return min(part.date for part in self.parts.values())


class Distribution(Authored):
    """A package that was installed for the runs, the modules it gives, and the wheel it came from."""

    version: Prose
    imports: list[str]
    wheel: str
    sha256: str


class Environment(Authored):
    """Where the recorded runs ran."""

    lock: str
    python: Prose
    platform: Prose
    kept_in: list[str]
    packages: dict[str, Distribution]
