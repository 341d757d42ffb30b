"""Look-ups over the loaded data that rules, judge and present share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from compare.load import Data
from compare.model import Causes, Citation, Claim, Criterion, Dimension, Group, Guide, Publisher, Read, Rows, Run, Source, Sourced, Task, Tool

OWN = Publisher(publisher="This site", vendor_of=None, sources=[])
"""Who publishes the recorded runs."""

PHRASEBOOK, CAUSES = "phrasebook", "same-model-different-numbers"
"""The folders of rows under data/snippets, and the pages on which they stand."""


def run_of(folder: str, group: Group) -> str:
    """The id of the run of a group of rows."""
    return f"{folder}-{group.id}"


class Stampable(NamedTuple):
    """A statement under the key by which `make verified` stamps it, with the name of its field."""

    key: str
    statement: Sourced
    citations: list[Citation]

    @property
    def hash(self) -> str:
        """A hash of all that it states and of the ids of its sources: a stamp holds for this and nothing else."""
        text = "\n".join([" ".join(self.statement.stated().split()), *sorted({citation.id for citation in self.citations})])
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def empty(self) -> bool:
        """Whether nothing is stated, so that there is nothing to hold against a source."""
        return not self.statement.stated().strip() or not self.citations


class Index:
    """The data, by id."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.sides = data.site.ids()
        self.labels = data.site.labels()

    @cached_property
    def dimensions(self) -> dict[str, Dimension]:
        """Dimensions by id, in the order of the site."""
        by_id = {dimension.id: dimension for dimension in self.data.dimensions}
        return {id: by_id[id] for id in self.data.site.dimensions if id in by_id}

    @cached_property
    def criteria(self) -> dict[str, tuple[Dimension, Criterion]]:
        """Criteria by id, with the dimension each stands in."""
        return {criterion.id: (dimension, criterion) for dimension in self.data.dimensions for criterion in dimension.criteria}

    @cached_property
    def sources(self) -> dict[str, tuple[Publisher, Source]]:
        """Sources by id, with their publisher; every recorded run is one."""
        read = {source.id: (publisher, source) for publisher in self.data.publishers for source in publisher.sources}
        return read | {f"run-{run.id}": (OWN, self._as_source(run)) for run in self.data.runs if run.id in self.run_places}

    @cached_property
    def run_places(self) -> dict[str, tuple[str, str]]:
        """The title and address of each thing that runs, by the id of its run."""
        made = {task.id: (task.title, f"/code/{task.id}/") for task in self.data.tasks}
        for folder, name, groups in ((PHRASEBOOK, "Phrasebook", self.data.phrasebook), (CAUSES, "Different numbers", self.data.causes)):
            made |= {run_of(folder, group): (f"{name}: {group.title}", f"/code/{folder}/#{group.id}") for group in groups}
        return made

    @cached_property
    def versions(self) -> dict[str, str]:
        """Each contender's version in the recorded runs; without those that nothing has been recorded of."""
        environment = self.data.environment
        packages = environment.packages if environment else {}
        return {one.id: packages[one.package].version for one in self.data.site.contenders if one.package in packages}

    def _as_source(self, run: Run) -> Source:
        title, url = self.run_places[run.id]
        of = ", ".join(f"{self.labels[side]} {version}" for side, version in self.versions.items())
        read = Read(what="run", of=of or None)
        return Source.model_construct(
            id=f"run-{run.id}", title=title, kind="run", url=url, check=None, printed=None, published=run.date, accessed=run.date, read=read
        )

    @cached_property
    def tools(self) -> dict[str, Tool]:
        """Tools by id."""
        return {tool.id: tool for tool in self.data.tools}

    @cached_property
    def tasks(self) -> dict[str, Task]:
        """Tasks that run in both frameworks, by id."""
        return {task.id: task for task in self.data.tasks}

    @cached_property
    def phrasebook(self) -> list[Rows]:
        """The groups of the phrasebook, in the order of the site."""
        by_id = {group.id: group for group in self.data.phrasebook}
        return [by_id[id] for id in self.data.site.phrasebook if id in by_id]

    @cached_property
    def causes(self) -> list[Causes]:
        """The groups of causes of different numbers, in the order of the site."""
        by_id = {group.id: group for group in self.data.causes}
        return [by_id[id] for id in self.data.site.causes if id in by_id]

    @cached_property
    def runs(self) -> dict[str, Run]:
        """Recorded runs by id."""
        return {run.id: run for run in self.data.runs}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The article's statements by id."""
        return {claim.id: claim for claim in self.data.article.claims()}

    @cached_property
    def guides(self) -> dict[str, Guide]:
        """Guides by id, in the order of the site."""
        by_id = {guide.id: guide for guide in self.data.guides}
        return {id: by_id[id] for id in self.data.site.use_cases if id in by_id}

    @cached_property
    def stampables(self) -> dict[str, Stampable]:
        """Everything that a second reader stamps, by key; what states nothing is left out."""
        return {one.key: one for one in self.every_statement() if not one.empty}

    def every_statement(self) -> Iterator[Stampable]:
        """Everything that can state something, empty or not."""
        for id, (_, criterion) in self.criteria.items():
            for side, finding in criterion.findings.items():
                yield Stampable(f"{id}/{side}", finding, finding.sources)
        for target in self.data.matrix.targets:
            for side, cell in target.cells.items():
                yield Stampable(f"{target.id}/{side}", cell, cell.sources)
        for tool in self.data.tools:
            yield Stampable(f"tool/{tool.id}", tool, tool.sources)
        for claim in self.claims.values():
            yield Stampable(f"claim/{claim.id}", claim, claim.sources)
        for guide in self.data.guides:
            yield Stampable(f"guide/{guide.id}", guide, guide.citations())
        for profile in self.data.frameworks:
            yield Stampable(f"profile/{profile.id}/what", profile.what, profile.what.sources)
            yield Stampable(f"profile/{profile.id}/governance", profile.governance, profile.governance.sources)

    def cited(self) -> Iterator[tuple[str, Citation]]:
        """Every citation in the data, with the key of what cites it."""
        for stampable in self.every_statement():
            for citation in stampable.citations:
                yield stampable.key, citation
        for profile in self.data.frameworks:
            for release in profile.releases:
                yield f"profile/{profile.id}/releases", release.source
        for change in self.data.changes.changes:
            for citation in change.sources:
                yield f"change/{change.id}", citation
