"""Who is compared, in which order, and what is not judged yet."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from compare.model.base import Authored, Id, Prose, SiteAddress


class Contender(Authored):
    """One of the two that are compared."""

    id: Id
    label: Prose
    package: Prose | None = Field(None, description="The package whose version a run of this contender's code ran with.")
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
    code_groups: dict[Id, Prose] = Field({}, description="Headings of the tasks that run in both frameworks, in order.")
    phrasebook: list[Id] = Field([], description="The groups of the phrasebook, in order.")
    causes: list[Id] = Field([], description="The groups of causes of different numbers, in order.")
    not_judged: list[Id] = Field(description="Dimensions without criteria yet. This list may only shrink.")
    redirects: list[Redirect] = []
    retired: dict[SiteAddress, Prose] = Field({}, description="Addresses given up for good, each with the reason.")

    def ids(self) -> tuple[str, str]:
        """The two contenders' ids, in order."""
        return self.contenders[0].id, self.contenders[1].id

    def labels(self) -> dict[str, str]:
        """Each contender's id and label."""
        return {one.id: one.label for one in self.contenders}
