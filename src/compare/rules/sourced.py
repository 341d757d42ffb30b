"""What is stated is sourced, and what is unknown states nothing. A source has an address, or a command and what it printed."""

from __future__ import annotations

from collections.abc import Iterator

from compare import dates
from compare.problems import Problem
from compare.rules import Case


def check(case: Case) -> Iterator[Problem]:
    """Unsourced findings, cells, tools and statements; sources without a way to be opened, or read before they were published."""
    index, data = case.index, case.index.data
    for _, criterion in index.criteria.values():
        for side, finding in criterion.findings.items():
            if finding.text and not finding.sources:
                yield Problem(
                    finding.at("text"),
                    f"findings.{side}.sources",
                    "the finding cites no source",
                    "cite what shows it, or empty the text and make the edge unknown",
                )
            if criterion.edge != "unknown" and not finding.text.strip():
                yield Problem(
                    criterion.at("edge"),
                    "edge",
                    f"the edge is {criterion.edge}, and the finding for {side} is empty",
                    "write the finding, or make the edge unknown",
                )
    for target in data.matrix.targets:
        for side, cell in target.cells.items():
            if cell.state != "unknown" and not cell.sources:
                yield Problem(
                    cell.at("state"), f"cells.{side}.sources", f"the state is {cell.state} and cites no source", "cite what shows it, or make the state unknown"
                )
    for tool in data.tools:
        if tool.state and not tool.sources:
            yield Problem(tool.at("state"), "sources", f"the state is {tool.state} and cites no source", "cite what shows it, or delete the state")
        if tool.successor and not tool.successor_reason:
            yield Problem(tool.at("successor"), "successor_reason", "the successor has no reason", "say why this one")
    for claim in index.claims.values():
        if claim.status != "not-judged" and not (claim.finding and (claim.sources or claim.status in {"opinion", "unverifiable"})):
            yield Problem(
                claim.at("status"),
                "finding",
                f"the status is {claim.status} without a sourced finding",
                "say what became of it and cite what shows it, or take the status out",
            )
    for _, source in index.sources.values():
        if (source.url is None) == (source.check is None) or (source.check is None) != (source.printed is None):
            yield Problem(source.at(), "url", "a source has either `url`, or `check` and `printed`", "give the one by which a reader can open it")
        if source.published and dates.first_day(source.published) > dates.last_day(source.accessed):
            yield Problem(
                source.at("accessed"), "accessed", f"read on {source.accessed}, before it was published on {source.published}", "mend the date that is wrong"
            )
