"""A dimension: its criteria, the findings for each side, the written part of its verdict; and what changed in it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from compare.model.base import Authored, Citation, Date, Edge, Id, Leader, Prose, Side, SiteAddress, Sourced


class Finding(Sourced):
    """What is so for one side of a criterion. An empty text means that it is not known."""

    text: str = ""
    version: str | None = Field(None, description="The release it holds for: one that the framework's profile lists.")
    looked_for: Prose | None = Field(None, description="For a finding that says “none”: what was looked for, where, when.")

    def stated(self) -> str:
        """See Sourced."""
        return "\n".join([self.text, self.version or "", self.looked_for or ""])


class Criterion(Authored):
    """A neutral question with a finding for each side. Its edge says whom the findings favour."""

    id: Id
    title: Prose
    ask: Prose
    decides: Annotated[str, StringConstraints(pattern=r"^you ")] = Field(description="For whom it decides: printed after “if ”.")
    why: Prose
    edge: Edge
    strength: Literal["clear", "slight"] | None = None
    edge_reason: Prose = Field(description="How the edge follows from the two findings, by the rule's definitions.")
    limits: str = ""
    targets: list[Id] = []
    aliases: list[SiteAddress] = []
    findings: dict[Side, Finding]


class WrittenVerdict(Authored):
    """The two sentences of a verdict that a person writes, and the leader they were written for."""

    leader: Leader
    because: Prose
    not_meant: Prose


class Dimension(Authored):
    """One dimension of the comparison. Not judged yet: neither criteria nor verdict."""

    id: Id
    title: Prose
    question: Prose
    origin: Literal["article", "editorial"]
    verdict: WrittenVerdict | None = None
    criteria: list[Criterion] = []


class Change(Authored):
    """A verdict, an edge or a finding that changed, and why."""

    id: Id
    date: Date
    thing: Prose = Field(description="The id of the dimension or criterion that changed; for a finding <criterion>/<framework>.")
    what: Literal["leader", "edge", "finding"]
    from_: Prose = Field(alias="from")
    to: Prose
    why: Prose
    sources: list[Citation] = []


class Changes(Authored):
    """All changes, newest first."""

    changes: list[Change]
