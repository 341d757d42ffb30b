"""The open data: every record in the shape that /api/v1/ promises. Pages, CSV and feed are made from these same records."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from compare import addresses, dates
from compare.check import Checked
from compare.judge import Verdict
from compare.model import Citation, Claim, Criterion, Dimension, Sourced
from compare.present import snippets
from compare.verdicts import Judged

Record = dict[str, Any]


class Records:
    """All records, by kind, in the order of the site."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        self.index, self.verdicts = checked.index, checked.verdicts
        self.data = checked.index.data

    @cached_property
    def dimensions(self) -> list[Record]:
        """Each dimension with its verdict and criteria."""
        return [self._dimension(dimension) for dimension in self.index.dimensions.values()]

    @cached_property
    def claims(self) -> list[Record]:
        """Each statement of the article with what became of it."""
        made = []
        for section in self.data.article.sections:
            for claim in section.claims:
                made.append(
                    {
                        "id": claim.id,
                        "section": section.id,
                        "kind": claim.kind,
                        "says": claim.says,
                        "status": self._status(claim),
                        "finding": claim.finding if self._status(claim) != "not-judged" else "",
                        "sources": _cited(claim.sources) if self._status(claim) != "not-judged" else [],
                        "verified": self.verdicts.verified(f"claim/{claim.id}"),
                        "url": addresses.claim(claim.id),
                    }
                )
        return made

    @cached_property
    def tools(self) -> list[Record]:
        """Each tool with its state. A state that nobody has held against its source is not told."""
        made = []
        for tool in sorted(self.data.tools, key=lambda one: one.name.lower()):
            told = self.verdicts.told(f"tool/{tool.id}")
            made.append(
                {
                    "id": tool.id,
                    "name": tool.name,
                    "aliases": tool.aliases,
                    "packages": [{"index": package.index, "name": package.name} for package in tool.packages],
                    "framework": tool.framework,
                    "role": tool.role,
                    "state": tool.state if told else None,
                    "since": tool.since if told else None,
                    "successor": tool.successor if told else None,
                    "successor_reason": tool.successor_reason if told else None,
                    "finding": tool.finding if told else "",
                    "sources": _cited(tool.sources) if told else [],
                    "verified": self.verdicts.verified(f"tool/{tool.id}"),
                    "url": addresses.tool(tool.id),
                }
            )
        return made

    @cached_property
    def use_cases(self) -> list[Record]:
        """Each guide with its pick beside what its criteria compute."""
        made = []
        for id, guide in self.index.guides.items():
            claim = self.index.claims.get(guide.claim or "")
            told = self.verdicts.told(f"guide/{id}")
            because = guide.because if told else ""
            made.append(
                {
                    "id": id,
                    "title": guide.title,
                    "article_pick": claim.framework if claim else None,
                    "pick": guide.pick if told else None,
                    "computed": self._verdict(self.verdicts.guides[id], because, ""),
                    "criteria": guide.criteria,
                    "because": because,
                    "verified": self.verdicts.verified(f"guide/{id}"),
                    "url": addresses.guide(id),
                }
            )
        return made

    @cached_property
    def matrix(self) -> list[Record]:
        """Each target with both sides' cells. A cell that nobody has held against its source is unknown."""
        made: list[Record] = []
        for target in self.data.matrix.targets:
            record: Record = {"id": target.id, "target": target.target, "group": target.group}
            for side in self.index.sides:
                cell, key = target.cells[side], f"{target.id}/{side}"
                told = self.verdicts.told(key)
                record[side] = {
                    "state": cell.state if told else "unknown",
                    "how": cell.how if told else "",
                    "since": cell.since if told else None,
                    "sources": _cited(cell.sources) if told else [],
                    "verified": self.verdicts.verified(key),
                }
            made.append(record)
        return made

    @cached_property
    def sources(self) -> list[Record]:
        """Each source with where it is cited."""
        used: dict[str, list[str]] = {}
        for key, citation in self.index.cited():
            used.setdefault(citation.id, []).append(self._home(key))
        made = []
        for id, (publisher, source) in sorted(self.index.sources.items(), key=lambda item: (item[1][0].publisher.lower(), item[1][1].title.lower())):
            opened = {"url": source.url} if source.url else {"check": source.check, "printed": source.printed}
            made.append(
                {
                    "id": id,
                    "title": source.title,
                    **opened,
                    "publisher": publisher.publisher,
                    "vendor_of": publisher.vendor_of,
                    "kind": source.kind,
                    "published": source.published,
                    "accessed": source.accessed,
                    "read": {"what": source.read.what, "of": source.read.of},
                    "used_by": sorted(set(used.get(id, []))),
                }
            )
        return made

    @cached_property
    def frameworks(self) -> list[Record]:
        """Each framework's profile."""
        made = []
        by_id = {profile.id: profile for profile in self.data.frameworks}
        for side in self.index.sides:
            profile = by_id[side]
            features = [claim["id"] for claim in self.claims if any(s.id == claim["section"] and s.profile == side for s in self.data.article.sections)]
            made.append(
                {
                    "id": side,
                    "label": self.index.labels[side],
                    "what": self._said(profile.what, profile.what.text, f"profile/{side}/what"),
                    "governance": self._said(profile.governance, profile.governance.text, f"profile/{side}/governance"),
                    "features": features,
                    "releases": [{"version": r.version, "date": r.date, "note": r.note, "source": _cited([r.source])[0]} for r in profile.releases],
                    "url": addresses.profile(side),
                }
            )
        return made

    @cached_property
    def changes(self) -> list[Record]:
        """Each change, newest first."""
        made = [
            {
                "id": one.id,
                "date": one.date,
                "thing": one.thing,
                "what": one.what,
                "from": one.from_,
                "to": one.to,
                "why": one.why,
                "sources": _cited(one.sources),
            }
            for one in self.data.changes.changes
        ]
        return sorted(made, key=lambda one: dates.last_day(str(one["date"])), reverse=True)  # of one day: as written

    @cached_property
    def snippets(self) -> list[Record]:
        """Each task that runs in both frameworks."""
        return snippets.tasks(self.index)

    @cached_property
    def phrasebook(self) -> list[Record]:
        """The groups of the phrasebook."""
        return snippets.phrasebook(self.index)

    @cached_property
    def causes(self) -> list[Record]:
        """The groups of causes of different numbers."""
        return snippets.causes(self.index)

    def tools_named(self, criterion: Record) -> list[Record]:
        """The tools whose names stand in a criterion's findings."""
        text = " ".join(finding["text"] for finding in criterion["findings"].values())
        return [tool for tool in self.tools if re.search(rf"(?<![\w.]){re.escape(tool['name'])}(?![\w.-]*\w)", text)]

    def _dimension(self, dimension: Dimension) -> Record:
        judged = bool(dimension.criteria)
        verdict = self.verdicts.dimensions[dimension.id]
        written = dimension.verdict
        things = {dimension.id, *(c.id for c in dimension.criteria)}
        return {
            "id": dimension.id,
            "title": dimension.title,
            "question": dimension.question,
            "origin": dimension.origin,
            "url": addresses.dimension(dimension.id),
            "judged": judged,
            "verdict": self._verdict(verdict, written.because if written else "", written.not_meant if written else ""),
            "article_verdict": self._article_verdict(dimension.id),
            "criteria": [self._criterion(dimension, criterion) for criterion in dimension.criteria],
            "changes": [change for change in self.changes if str(change["thing"]).partition("/")[0] in things],
        }

    def _criterion(self, dimension: Dimension, criterion: Criterion) -> Record:
        edge, strength = self.verdicts.edge(criterion)
        findings = {}
        for side in self.index.sides:
            finding, key = criterion.findings[side], f"{criterion.id}/{side}"
            told = self.verdicts.told(key)
            findings[side] = {
                "text": finding.text if told else "",
                "version": finding.version if told else None,
                "sources": _cited(finding.sources) if told else [],
                "verified": self.verdicts.verified(key),
                "looked_for": finding.looked_for,
            }
        return {
            "id": criterion.id,
            "title": criterion.title,
            "ask": criterion.ask,
            "decides": criterion.decides,
            "why": criterion.why,
            "edge": edge,
            "strength": strength,
            "edge_reason": criterion.edge_reason,
            "url": addresses.dimension(dimension.id, criterion.id),
            "verified": self.verdicts.criterion_verified(criterion),
            "limits": criterion.limits,
            "targets": criterion.targets,
            "findings": findings,
        }

    @staticmethod
    def _verdict(judged: Judged, because: str, not_meant: str) -> Record:
        verdict: Verdict = judged.verdict
        return {
            "leader": verdict.leader,
            "level": verdict.level,
            "net": verdict.net,
            "known": verdict.known,
            "unknown": verdict.unknown,
            "unless": list(verdict.unless),
            "flips_if": list(verdict.flips_if),
            "because": because,
            "not_meant": not_meant,
            "confidence": judged.confidence,
            "verified": judged.verified,
        }

    def _article_verdict(self, id: str) -> Record | None:
        claims = [claim for section in self.data.article.sections if section.dimension and section.id == id for claim in section.claims if claim.winner]
        return {"leader": claims[0].winner, "claim": claims[0].id} if claims else None

    def _status(self, claim: Claim) -> str:
        return claim.status if claim.status in {"opinion", "unverifiable"} or self.verdicts.told(f"claim/{claim.id}") else "not-judged"

    def _said(self, statement: Sourced, text: str, key: str) -> Record:
        told = self.verdicts.told(key)
        return {"text": text if told else "", "sources": _cited(statement.sources) if told else [], "verified": self.verdicts.verified(key)}

    def _home(self, key: str) -> str:
        """The address of what a citation's key names."""
        kind, _, rest = key.partition("/")
        by_kind = {"tool": addresses.tool, "claim": addresses.claim, "guide": addresses.guide, "change": addresses.change}
        if kind in by_kind:
            return by_kind[kind](rest)
        if kind == "profile":
            return addresses.profile(rest.partition("/")[0])
        if kind in self.index.criteria:
            return addresses.dimension(self.index.criteria[kind][0].id, kind)
        return addresses.target(kind)


def _cited(citations: list[Citation]) -> list[Record]:
    return [{"id": citation.id, "where": citation.where} for citation in citations]
