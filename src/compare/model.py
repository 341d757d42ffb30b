"""Every authored shape. The JSON Schemas that editors use are made from these models (see schemas.py).

Unknown keys are refused. Words that depend on who is compared (a side, an edge, a pick) are checked against the
contenders of data/site.yaml, so no framework is named here.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, PrivateAttr, StringConstraints, model_validator
from pydantic.functional_validators import AfterValidator, ModelWrapValidatorHandler
from pydantic_core import CoreSchema, core_schema

from compare import dates
from compare.problems import Place, nearest

CONTENDERS = "x-contenders"
"""Marks, in a model's JSON Schema, an enum to which the contenders' ids are added once they are known."""


class ContenderOr:
    """A word that is a contender's id or one of a few fixed words."""

    def __init__(self, *fixed: str) -> None:
        self.fixed = fixed

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def check(value: str, info: core_schema.ValidationInfo) -> str:
            known = (*(info.context or {}).get("contenders", ()), *self.fixed)
            if value not in known:
                raise ValueError(f"“{value}” is not one of the words used here; {nearest(value, known)}")
            return value

        return core_schema.with_info_after_validator_function(check, core_schema.str_schema())

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.fixed), CONTENDERS: True}


def _address(value: str) -> str:
    if not value.startswith(("https://", "http://")) or " " in value:
        raise ValueError(f"“{value}” is not a web address; write one that starts with https://, or give `check` and `printed` instead")
    return value


def _site_address(value: str) -> str:
    if not value.startswith("/"):
        raise ValueError(f"“{value}” is not a place on this site; write it from the root, as in /tools/#name")
    return value


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Date = Annotated[str, AfterValidator(dates.checked), Field(json_schema_extra={"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"})]
Address = Annotated[str, AfterValidator(_address)]
SiteAddress = Annotated[str, AfterValidator(_site_address)]
Side = Annotated[str, ContenderOr()]
Edge = Annotated[str, ContenderOr("even", "unknown")]
Leader = Annotated[str, ContenderOr("depends", "even", "unknown")]
Winner = Annotated[str, ContenderOr("depends")]
Pick = Annotated[str, ContenderOr("either", "neither")]
Scope = Annotated[str, ContenderOr("both")]
ToolScope = Annotated[str, ContenderOr("both", "neutral")]


class Authored(BaseModel):
    """Something a person wrote. It knows the place it was written at, and the line of each of its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    _place: Place = PrivateAttr(default=Place(""))
    _lines: dict[str, int] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        made = handler(data)
        if hasattr(data, "place"):
            made._place, made._lines = data.place, data.lines
        return made

    def at(self, key: str = "") -> Place:
        """Where this, or one of its keys, was written."""
        return Place(self._place.file, self._lines.get(key, self._place.line))


class Citation(Authored):
    """A source, and the place in it that carries the statement."""

    id: Id
    where: Prose | None = None


class Sourced(Authored):
    """A statement about the world, with what shows it. Stamped by a second reader, under a key of its own."""

    sources: list[Citation] = []

    def stated(self) -> str:
        """All that the statement states, as one text: what a second reader held against the sources, and what a stamp hashes."""
        raise NotImplementedError


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


class Claim(Sourced):
    """One statement of the article, retold, and what became of it."""

    id: Id
    kind: Literal["claim", "verdict", "advice"]
    says: Prose
    framework: Scope | None = None
    winner: Winner | None = None
    use_case: Id | None = None
    tools: list[Id] = []
    status: Literal["holds", "partly", "outdated", "wrong", "opinion", "unverifiable", "not-judged"] = "not-judged"
    finding: str = ""
    aliases: list[SiteAddress] = []

    def stated(self) -> str:
        """See Sourced."""
        return "\n".join([self.status, self.finding])


class Section(Authored):
    """One section of the article. A dimension's section has the dimension's id; a profile's names its framework."""

    id: Id
    title: Prose
    dimension: bool = False
    profile: Side | None = None
    claims: list[Claim]


class Article(Authored):
    """The article whose statements are followed up."""

    title: Prose
    year: int
    sections: list[Section]

    def claims(self) -> list[Claim]:
        """Every statement, in the article's order."""
        return [claim for section in self.sections for claim in section.claims]


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


class Source(Authored):
    """One thing that was read: at an address, or by a command and what it printed."""

    id: Id
    title: Prose
    kind: Literal["docs", "release", "repository", "package", "paper", "benchmark", "run", "statement", "article"]
    url: Address | None = None
    check: Prose | None = None
    printed: Prose | None = None
    published: Date | None
    accessed: Date
    read: Read


class Read(Authored):
    """What exactly was read: a live page, a stored copy of a page, a repository, a package or a run; of which date, commit or version."""

    what: Literal["live", "copy", "repository", "package", "run"]
    of: str | None


class Publisher(Authored):
    """Who publishes a group of sources, and whose vendor they are, if anybody's."""

    publisher: Prose
    vendor_of: Side | None = None
    sources: list[Source]


class Statement(Sourced):
    """A sourced statement of a profile or a guide."""

    text: Prose

    def stated(self) -> str:
        """See Sourced."""
        return self.text


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


class Contender(Authored):
    """One of the two that are compared."""

    id: Id
    label: Prose
    accent: dict[Literal["light", "dark", "light_wash", "dark_wash"], Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]]


class Redirect(Authored):
    """An address that leads to another."""

    from_: SiteAddress = Field(alias="from")
    to: SiteAddress


class Site(Authored):
    """What is compared, in which order, and what is not judged yet."""

    title: Prose
    description: Prose
    contenders: list[Contender] = Field(min_length=2, max_length=2)
    dimensions: list[Id]
    use_cases: list[Id]
    not_judged: list[Id] = Field(description="Dimensions without criteria yet. This list may only shrink.")
    redirects: list[Redirect] = []
    retired: dict[SiteAddress, Prose] = Field({}, description="Addresses given up for good, each with the reason.")

    def ids(self) -> tuple[str, str]:
        """The two contenders' ids, in order."""
        return self.contenders[0].id, self.contenders[1].id

    def labels(self) -> dict[str, str]:
        """Each contender's id and label."""
        return {one.id: one.label for one in self.contenders}
