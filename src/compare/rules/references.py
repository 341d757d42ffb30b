"""Every name of another thing is the name of something that exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from compare.model import Authored, Citation, Sourced, Statement
from compare.problems import Problem, nearest
from compare.rules import Case


def check(case: Case) -> Iterator[Problem]:
    """References to nothing: sources, tools, criteria, targets, statements, guides, dimensions, releases."""
    index, data, site = case.index, case.index.data, case.index.data.site
    targets = {target.id for target in data.matrix.targets}
    guides, dimensions = {guide.id for guide in data.guides}, {dimension.id for dimension in data.dimensions}
    releases = {profile.id: {release.version for release in profile.releases} for profile in data.frameworks}

    phrases, causes = {group.id for group in data.phrasebook}, {group.id for group in data.causes}
    lists = (("dimensions", dimensions), ("not_judged", dimensions), ("use_cases", guides), ("phrasebook", phrases), ("causes", causes))
    for key, known in lists:
        yield from _missing(site, key, getattr(site, key), known, "file")
    for key, groups in (("phrasebook", data.phrasebook), ("causes", data.causes)):
        for group in groups:
            if group.id not in getattr(site, key):
                yield Problem(group.at(), "", f"“{group.id}” stands in no list of data/site.yaml", f"add it to `{key}` there")
    for dimension in data.dimensions:
        if dimension.id not in site.dimensions:
            yield Problem(dimension.at("id"), "id", f"“{dimension.id}” stands in no list of data/site.yaml", "add it to `dimensions` there")
        for criterion in dimension.criteria:
            yield from _missing(criterion, "targets", criterion.targets, targets, "target")
            for side, finding in criterion.findings.items():
                yield from _sources(case, finding)
                if finding.version and finding.version not in releases.get(side, set()):
                    todo = nearest(finding.version, releases.get(side, set()))
                    yield Problem(
                        finding.at("version"),
                        "version",
                        f"the profile of {side} lists no release {finding.version}",
                        f"{todo} or add the release to data/frameworks/{side}.yaml",
                    )
    for guide in data.guides:
        if guide.id not in site.use_cases:
            yield Problem(guide.at("id"), "id", f"“{guide.id}” stands in no list of data/site.yaml", "add it to `use_cases` there")
        yield from _missing(guide, "criteria", guide.criteria, index.criteria, "criterion")
        yield from _missing(guide, "claim", [guide.claim] if guide.claim else [], index.claims, "statement")
        for item in guide.stack:
            yield from _missing(item, "tools", item.tools, index.tools, "tool")
        for statement in (guide, *guide.watch_outs):
            yield from _sources(case, statement)
    for claim in index.claims.values():
        yield from _missing(claim, "tools", claim.tools, index.tools, "tool")
        yield from _missing(claim, "use_case", [claim.use_case] if claim.use_case else [], guides, "guide")
        yield from _sources(case, claim)
    for tool in data.tools:
        yield from _missing(tool, "successor", [tool.successor] if tool.successor else [], index.tools, "tool")
        yield from _sources(case, tool)
    for target in data.matrix.targets:
        yield from _missing(target, "group", [target.group], data.matrix.groups, "group")
        for cell in target.cells.values():
            yield from _sources(case, cell)
    for profile in data.frameworks:
        statements: tuple[Statement, ...] = (profile.what, profile.governance)
        for said in statements:
            yield from _sources(case, said)
        for release in profile.releases:
            yield from _source(case, release.source)
    for task in data.tasks:
        yield from _missing(task, "criteria", task.criteria, index.criteria, "criterion")
        yield from _missing(task, "guides", task.guides, guides, "guide")
        yield from _missing(task, "claims", task.claims, index.claims, "statement")
        yield from _missing(task, "group", [task.group], site.code_groups, "group in data/site.yaml")
    things = {*dimensions, *index.criteria, *(f"{id}/{side}" for id in index.criteria for side in index.sides)}
    for change in data.changes.changes:
        yield from _missing(change, "thing", [change.thing], things, "dimension or criterion")
        for citation in change.sources:
            yield from _source(case, citation)


def _missing(thing: Authored, key: str, names: Iterable[str], known: Collection[str], kind: str) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            yield Problem(thing.at(key), key, f"there is no {kind} “{name}”", nearest(name, known))


def _sources(case: Case, statement: Sourced) -> Iterator[Problem]:
    for citation in statement.sources:
        yield from _source(case, citation)


def _source(case: Case, citation: Citation) -> Iterator[Problem]:
    return _missing(citation, "id", [citation.id], case.index.sources, "source")
