"""One view per address: what a page's template is given. Nothing here is stated that is not in the records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from compare import addresses, dates
from compare.present import words
from compare.present.records import Record, Records
from compare.verdicts import NOT_JUDGED

TOC = ("navigation",)
PLAIN = ("navigation", "toc")


@dataclass(frozen=True)
class Page:
    """A page: its address, its template, what search engines and browsers call it, and what the template prints."""

    address: str
    template: str
    title: str
    description: str
    view: Record
    hide: tuple[str, ...] = PLAIN
    edits: str = ""
    stubs: list[Record] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The Markdown file at which a site builder finds the page, so that it comes out at its address."""
        return f"{self.address}index.md".lstrip("/")


def pages(records: Records) -> Iterator[Page]:
    """Every generated page, stubs of what moved included."""
    stubs: dict[str, list[Record]] = {}
    for old in addresses.moved(records.index):
        page, _, anchor = old.old.partition("#")
        stubs.setdefault(page, []).append({"id": anchor, "title": old.title, "url": old.new})
    for made in _pages(records):
        made.stubs.extend(stubs.get(made.address, []))
        yield made


def _pages(records: Records) -> Iterator[Page]:
    site, labels = records.data.site, records.index.labels
    names = " and ".join(labels.values())
    yield Page("/", "home", site.title, site.description, _home(records), edits="data/site.yaml")
    yield Page("/dimensions/", "dimensions", "Dimensions", f"All dimensions on which {names} are compared, with their criteria.", {}, TOC)
    for dimension in records.dimensions:
        verdict = words.plain(words.today(dimension, labels))
        text = f"{dimension['title']}, {names}: {verdict}. {dimension['question']}"
        view = _dimension(records, dimension)
        yield Page(dimension["url"], "dimension", dimension["title"], text, view, TOC, f"data/dimensions/{dimension['id']}.yaml")
    for profile in records.frameworks:
        text = f"{profile['label']}: what it is, the features that the 2025 article named and what became of them, releases, governance."
        yield Page(profile["url"], "framework", profile["label"], text, _profile(records, profile), TOC, f"data/frameworks/{profile['id']}.yaml")
    yield Page("/use-cases/", "guides", "Guides", f"{names}: which one for which job, with the stack by name and when to choose the other.", {})
    for guide in records.use_cases:
        pick = words_for_pick(guide["pick"], labels)
        text = f"{guide['title']}, {names}: {pick}. {records.index.guides[guide['id']].question}"
        yield Page(guide["url"], "guide", guide["title"], text, _guide(records, guide), TOC, f"data/use-cases/{guide['id']}.yaml")
    yield Page(
        "/matrix/",
        "matrix",
        "What runs where",
        f"What {names} run on and ship to, target by target, by which route and since when.",
        _matrix(records),
        TOC,
        "data/matrix.yaml",
    )
    yield Page("/tools/", "tools", "Tools", f"The tools around {names}: the state of each, since when, and what replaced it.", _tools(records))
    yield from _code(records, names)
    yield Page(
        "/article/",
        "article",
        "2025 article",
        f"A 2025 article on {names}, statement by statement: what holds, what is outdated, what is wrong.",
        _article(records),
        TOC,
        "data/article.yaml",
    )
    yield Page(
        "/sources/", "sources", "Sources", "Every source cited here: who published it, when, when it was read, and where it is used.", _sources(records), TOC
    )
    yield Page("/changes/", "changes", "Changes", "Verdicts, edges and findings that changed, newest first.", _changes(records), edits="data/changes.yaml")


def _code(records: Records, names: str) -> Iterator[Page]:
    """The pages of what ran."""
    if not records.snippets:
        return
    versions, groups = records.index.versions, records.data.site.code_groups
    dates_of = [one["date"] for one in [*records.snippets, *records.phrasebook, *records.causes] if one["date"]]
    rows = [row for group in records.phrasebook for row in group["rows"]]
    span = {"versions": versions, "oldest": min(dates_of, default=None), "newest": max(dates_of, default=None)}
    counted = {"phrases": len(rows), "equal": sum(row["equal"] for row in rows), "causes": sum(len(group["rows"]) for group in records.causes)}
    listed = [{"id": id, "title": title, "tasks": [one for one in records.snippets if one["group"] == id]} for id, title in groups.items()]
    yield Page(
        "/code/",
        "code",
        "Code that ran",
        f"The same task in {names}, side by side, run on locked versions, with what each printed.",
        {"groups": [group for group in listed if group["tasks"]], "environment": records.data.environment, **span, **counted},
        edits="data/site.yaml",
    )
    for before, task, after in zip([None, *records.snippets], records.snippets, [*records.snippets[1:], None], strict=False):
        text = f"{task['title']} in {names}, side by side, with what each printed."
        view = {"task": task, "before": before, "after": after, **_bears(records, task)}
        yield Page(task["url"], "task", task["title"], text, view, edits=f"data/snippets/{task['id']}/task.yaml")
    if records.phrasebook:
        marked = sum(bool(row["defaults"]) for row in rows)
        view = {"groups": records.phrasebook, "count": len(rows), "equal": counted["equal"], "marked": marked, **span}
        text = f"{len(rows)} equivalents in {names}, executed: equal or not, by how much, and what differs by default."
        yield Page("/code/phrasebook/", "phrasebook", "Phrasebook", text, view, TOC, "data/snippets/phrasebook")
    if records.causes:
        view = {"groups": records.causes, "count": counted["causes"], **span}
        text = f"Why a model ported between {names} gives other numbers: {counted['causes']} causes, each run, with its cure."
        yield Page(
            "/code/same-model-different-numbers/", "causes", "Same model, different numbers", text, view, TOC, "data/snippets/same-model-different-numbers"
        )


def _bears(records: Records, task: Record) -> Record:
    """What a task bears on."""
    criteria = [criterion for dimension in records.dimensions for criterion in dimension["criteria"] if criterion["id"] in task["criteria"]]
    guides = [guide for guide in records.use_cases if guide["id"] in task["guides"]]
    return {"criteria": criteria, "guides": guides, "claims": [claim for claim in records.claims if claim["id"] in task["claims"]]}


def words_for_pick(pick: str | None, labels: dict[str, str]) -> str:
    """A guide's pick as a reader sees it."""
    return labels.get(pick, pick) if pick else "not judged yet"


def _home(records: Records) -> Record:
    judged = [dimension for dimension in records.dimensions if dimension["judged"]]
    oldest = dates.oldest([dimension["verdict"]["verified"] for dimension in judged])
    releases = {profile["id"]: profile["releases"][0]["version"] if profile["releases"] else None for profile in records.frameworks}
    before = {dimension["id"]: (dimension["article_verdict"] or {}).get("leader") for dimension in records.dimensions}
    turned = [{**change, "from": _before(change, before), "criterion": _thing(records, change)} for change in records.changes]
    turned = [change for change in turned if change["from"] != change["to"]][:4]
    outdated = [claim for claim in records.claims if claim["status"] in {"outdated", "wrong"}]
    return {"judged": judged, "oldest": oldest, "releases": releases, "turned": turned, "outdated": outdated[:5]}


def _before(change: Record, article: dict[str, str | None]) -> str:
    """What stood before a change: for a dimension first judged, the article's verdict."""
    return str(article.get(change["thing"]) or change["from"]) if change["what"] == "leader" and change["from"] == NOT_JUDGED else str(change["from"])


def _dimension(records: Records, dimension: Record) -> Record:
    numbers, cited = _numbered(records, [(c["title"], side, f["sources"], c["id"]) for c in dimension["criteria"] for side, f in c["findings"].items()])
    claims = [claim for claim in records.claims if claim["section"] == dimension["id"]]
    releases = sorted({(side, f["version"]) for c in dimension["criteria"] for side, f in c["findings"].items() if f["version"]})
    newest = {side: version for side, version in releases}
    tools = {c["id"]: records.tools_named(c) for c in dimension["criteria"]}
    return {
        "dimension": dimension,
        "tools": tools,
        "numbers": numbers,
        "cited": cited,
        "claims": claims,
        "releases": newest,
        "targets": {t["id"]: t for t in records.matrix},
    }


def _numbered(records: Records, uses: list[tuple[str, str, list[Record], str]]) -> tuple[dict[str, int], list[Record]]:
    """Sources numbered in the order in which a page cites them, each with the places that carry what is cited."""
    by_id = {source["id"]: source for source in records.sources}
    cited: dict[str, Record] = {}
    for title, side, sources, anchor in uses:
        for citation in sources:
            one = cited.setdefault(citation["id"], {**by_id[citation["id"]], "places": []})
            if citation["where"]:
                one["places"].append({"title": title, "side": side, "anchor": anchor, "where": citation["where"]})
    return {id: number for number, id in enumerate(cited, 1)}, list(cited.values())


def _profile(records: Records, profile: Record) -> Record:
    features = [claim for claim in records.claims if claim["id"] in profile["features"]]
    return {"profile": profile, "features": features}


def _guide(records: Records, guide: Record) -> Record:
    authored = records.index.guides[guide["id"]]
    criteria = [criterion for dimension in records.dimensions for criterion in dimension["criteria"] if criterion["id"] in guide["criteria"]]
    uses = [("Recommendation", "", [{"id": c.id, "where": c.where} for c in authored.sources], "recommendation")]
    uses += [("Watch-outs", "", [{"id": c.id, "where": c.where} for c in w.sources], "watch-outs") for w in authored.watch_outs]
    numbers, cited = _numbered(records, uses)
    tools = {tool["id"]: tool for tool in records.tools}
    claim = next((one for one in records.claims if one["id"] == authored.claim), None)
    reached = {id for criterion in criteria for id in criterion["targets"]}
    targets = [target for target in records.matrix if target["id"] in reached]
    ran = [task for task in records.snippets if guide["id"] in task["guides"]]
    view = {"guide": guide, "authored": authored, "targets": targets, "criteria": criteria, "numbers": numbers, "cited": cited, "tools": tools, "claim": claim}
    return {**view, "ran": ran}


def _matrix(records: Records) -> Record:
    groups = [{"name": name, "targets": [t for t in records.matrix if t["group"] == name]} for name in records.data.matrix.groups]
    return {"groups": [group for group in groups if group["targets"]]}


def _tools(records: Records) -> Record:
    bears: dict[str, list[Record]] = {}
    for dimension in records.dimensions:
        for criterion in dimension["criteria"]:
            for tool in records.tools_named(criterion):
                bears.setdefault(tool["id"], []).append(criterion)
    judged = [tool for tool in records.tools if tool["finding"]]
    waiting = [tool for tool in records.tools if not tool["finding"]]
    return {"judged": judged, "waiting": waiting, "bears": bears, **_counted([{"state": words.state(tool)} for tool in records.tools], "state")}


def _article(records: Records) -> Record:
    sections = [
        {"id": s.id, "title": s.title, "dimension": s.dimension, "claims": [c for c in records.claims if c["section"] == s.id]}
        for s in records.data.article.sections
    ]
    ran = {claim["id"]: [task for task in records.snippets if claim["id"] in task["claims"]] for claim in records.claims}
    return {"sections": sections, "article": records.data.article, "ran": ran, **_counted(records.claims, "status")}


def _counted(things: list[Record], key: str) -> Record:
    """How many things are in each state, commonest first; what is not judged comes last."""
    counts: dict[str, int] = {}
    for thing in things:
        counts[thing[key] or "not-judged"] = counts.get(thing[key] or "not-judged", 0) + 1
    return {"counts": sorted(counts.items(), key=lambda pair: (pair[0] == "not-judged", -pair[1], pair[0]))}


def _sources(records: Records) -> Record:
    publishers: dict[str, list[Record]] = {}
    for source in records.sources:
        publishers.setdefault(source["publisher"], []).append(source)
    return {"publishers": publishers, "names": _names(records)}


def _names(records: Records) -> dict[str, str]:
    """What stands at an address, in words, for the links of the source list."""
    named = {criterion["url"]: criterion["title"] for dimension in records.dimensions for criterion in dimension["criteria"]}
    named |= {tool["url"]: tool["name"] for tool in records.tools}
    named |= {guide["url"]: guide["title"] for guide in records.use_cases}
    named |= {addresses.target(target["id"]): target["target"] for target in records.matrix}
    named |= {profile["url"]: profile["label"] for profile in records.frameworks}
    return named | {claim["url"]: "statement “" + claim["says"][:48].rsplit(" ", 1)[0] + " …”" for claim in records.claims}


def _changes(records: Records) -> Record:
    years: dict[str, list[Record]] = {}
    for change in records.changes:
        years.setdefault(change["date"][:4], []).append({**change, "criterion": _thing(records, change)})
    return {"years": years}


def _thing(records: Records, change: Record) -> Record:
    """The title and address of what changed."""
    id = str(change["thing"]).partition("/")[0]
    if id in records.index.criteria:
        dimension, criterion = records.index.criteria[id]
        return {"title": criterion.title, "url": addresses.dimension(dimension.id, id)}
    return {"title": records.index.dimensions[id].title, "url": addresses.dimension(id)}
