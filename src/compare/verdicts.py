"""The data judged: which findings are known, what each edge counts for, what each dimension and guide comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from compare import dates
from compare.index import Index
from compare.judge import Confidence, Verdict, confidence, judge, points
from compare.model import Criterion
from compare.published import Published

NOT_JUDGED = "not judged"


@dataclass(frozen=True)
class Judged:
    """A verdict over some criteria, with how well it stands and the oldest day on which its findings were held."""

    verdict: Verdict
    confidence: Confidence | None
    verified: str | None


class Verdicts:
    """Everything that is judged from the data and the stamps."""

    def __init__(self, index: Index, published: Published) -> None:
        self.index = index
        self.published = published

    def verified(self, key: str) -> str | None:
        """The day a statement was last held against its sources and stood; None where it has no stamp, or says something else by now."""
        stamp, one = self.published.stamps.get(key), self.index.stampables.get(key)
        return stamp.verified if stamp and one and stamp.hash == one.hash else None

    def told(self, key: str) -> bool:
        """Whether a statement is shown and counted: it is stated, sourced and stamped.

        A stale stamp is a fault of its own and hides nothing, so that an editor sees the edit.
        """
        return key in self.index.stampables and key in self.published.stamps

    def counts(self, criterion: Criterion) -> bool:
        """Whether the criterion's edge counts: both findings are told."""
        return all(self.told(f"{criterion.id}/{side}") for side in self.index.sides)

    def edge(self, criterion: Criterion) -> tuple[str, str | None]:
        """The edge that counts, and its strength: unknown where a finding is unproven."""
        return (criterion.edge, criterion.strength) if self.counts(criterion) else ("unknown", None)

    def criterion_verified(self, criterion: Criterion) -> str | None:
        """The older of the two findings' days."""
        return dates.oldest([self.verified(f"{criterion.id}/{side}") for side in self.index.sides])

    def over(self, criteria: Iterable[Criterion]) -> Judged:
        """The rule over any set of criteria: a dimension's, a guide's, a reader's."""
        some = list(criteria)
        edges = {one.id: points(*self.edge(one), self.index.sides) for one in some}
        thin = [one.id for one in some if self._one_sided(one)]
        verified = dates.oldest([self.criterion_verified(one) for one in some if edges[one.id] is not None])
        return Judged(judge(edges, self.index.sides), confidence(edges, thin, self.index.sides), verified)

    def _one_sided(self, criterion: Criterion) -> bool:
        """Whether both findings rest on one publisher, or only on vendors of the side favoured. Own runs are exempt."""
        cited = [self.index.sources[citation.id] for finding in criterion.findings.values() for citation in finding.sources]
        if any(source.kind == "run" for _, source in cited):
            return False
        return len({publisher.publisher for publisher, _ in cited}) == 1 or {publisher.vendor_of for publisher, _ in cited} == {criterion.edge}

    @cached_property
    def dimensions(self) -> dict[str, Judged]:
        """Each dimension judged, by id. One without criteria comes out unknown."""
        return {id: self.over(dimension.criteria) for id, dimension in self.index.dimensions.items()}

    @cached_property
    def guides(self) -> dict[str, Judged]:
        """Each guide's criteria judged, by the guide's id."""
        return {id: self.over(self.index.criteria[one][1] for one in guide.criteria) for id, guide in self.index.guides.items()}

    def edges(self) -> dict[str, str]:
        """Each criterion's edge in one line, as published.yaml keeps it: “left clear”, “even”, “unknown”."""
        made = {id: self.edge(criterion) for id, (_, criterion) in self.index.criteria.items()}
        return {id: f"{edge} {strength}" if strength else edge for id, (edge, strength) in made.items()}

    def leaders(self) -> dict[str, str]:
        """Each dimension's leader, as published.yaml keeps it."""
        return {id: self.dimensions[id].verdict.leader if dimension.criteria else NOT_JUDGED for id, dimension in self.index.dimensions.items()}
