"""What stands beside the dimensions: tools, targets, profiles, guides."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from compare.model.base import Authored, Citation, Date, Id, Pick, Prose, Side, SiteAddress, Sourced, Statement, ToolScope


class Package(Authored):
    """A name under which a package index lists a tool."""

    index: Literal["pypi", "npm"]
    name: Prose


class Tool(Sourced):
    """A tool that either ecosystem is known for, its state, and what replaced it."""

    id: Id
    name: Prose
    aliases: list[str] = Field([], description="Other names that people search for.")
    packages: list[Package] = []
    framework: ToolScope
    role: Prose
    state: Literal["active", "maintenance", "deprecated", "archived", "discontinued"] | None = None
    since: Date | None = None
    successor: Id | None = None
    successor_reason: Prose | None = None
    finding: str = ""
    moved_from: list[SiteAddress] = []

    def stated(self) -> str:
        """See Sourced."""
        return "\n".join([self.state or "", self.since or "", self.successor or "", self.successor_reason or "", self.finding])


class Cell(Sourced):
    """Whether, how and since when one framework reaches one target."""

    state: Literal["stable", "experimental", "dropped", "none", "unknown"]
    how: str = ""
    since: str | None = None

    def stated(self) -> str:
        """See Sourced."""
        return "\n".join([self.state, self.how, self.since or ""])


class Target(Authored):
    """One thing that a model can be run on or shipped to."""

    id: Id
    target: Prose
    group: Prose
    cells: dict[Side, Cell]
    aliases: list[SiteAddress] = []


class Matrix(Authored):
    """What runs where. `groups` gives the order of the page."""

    groups: list[Prose]
    targets: list[Target]


class Release(Authored):
    """One release of a framework."""

    version: Prose
    date: Date
    note: str = ""
    source: Citation


class Profile(Authored):
    """A framework: what it is, how it is governed, its releases (newest first). Its key features are claims of the article."""

    id: Side
    what: Statement
    governance: Statement
    releases: list[Release]


class StackItem(Authored):
    """What to use for one situation."""

    for_: Prose = Field(alias="for")
    use: Prose
    tools: list[Id] = []
    why: str = ""


class Guide(Sourced):
    """A use case. Without a pick it is not judged yet."""

    id: Id
    title: Prose
    question: Prose
    claim: Id | None = Field(None, description="The article's advice that this guide answers.")
    pick: Pick | None = None
    criteria: list[Id] = []
    recommendation: str = ""
    because: str = ""
    reason: str = Field("", description="Why the pick differs from what its criteria compute; only where it does.")
    stack: list[StackItem] = []
    watch_outs: list[Statement] = []
    otherwise: str = ""
    neither: str = ""

    def stated(self) -> str:
        """See Sourced."""
        stack = [f"{item.for_} {item.use} {item.why}" for item in self.stack]
        return "\n".join([self.pick or "", self.recommendation, self.because, *stack, *(w.text for w in self.watch_outs), self.otherwise, self.neither])

    def citations(self) -> list[Citation]:
        """Everything the guide cites, its watch-outs included."""
        return [*self.sources, *(citation for watch_out in self.watch_outs for citation in watch_out.sources)]
