"""The article whose statements are followed up."""

from __future__ import annotations

from typing import Literal

from compare.model.base import Authored, Id, Prose, Scope, Side, SiteAddress, Sourced, Winner


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
