"""One piece of evidence gives one edge: what is counted twice in a dimension is counted once too often."""

from __future__ import annotations

from collections.abc import Iterator

from compare.problems import Place, Problem
from compare.rules import Case


def check(case: Case) -> Iterator[Problem]:
    """The same source and place behind two edges of a dimension, for the same side."""
    for dimension in case.index.dimensions.values():
        seen: dict[tuple[str, str, str], tuple[str, Place]] = {}
        for criterion in dimension.criteria:
            if criterion.edge not in case.index.sides:
                continue
            for side, finding in criterion.findings.items():
                for citation in finding.sources:
                    key = (side, citation.id, citation.where or "")
                    first = seen.setdefault(key, (criterion.id, citation.at("id")))
                    if first[0] != criterion.id:
                        wrong = f"“{citation.id}” at “{citation.where or 'no place'}” gives the edge of {first[0]} already (line {first[1].line})"
                        yield Problem(citation.at("id"), "sources", wrong, "name the place that carries this finding, or judge the two as one criterion")
