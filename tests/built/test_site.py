"""The built site: every promised address stands, every link leads somewhere, and all outputs say the same."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
import yaml
from conftest import ROOT, SITE_URL, build
from selectolax.lexbor import LexborHTMLParser

from compare import csp
from compare.published import read
from compare.write import SCHEMA_VERSION, data_hash, render_to

PUBLISHED = read(ROOT)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    """Every built page by its address."""
    return {"/" + path.relative_to(site).as_posix().removesuffix("index.html"): LexborHTMLParser(path.read_text()) for path in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def api(site: Path) -> dict[str, Any]:
    """Every list of the open data by its name."""
    return {path.stem: json.loads(path.read_text())["result"] for path in (site / "api/v1").glob("*.json")}


def ids(page: LexborHTMLParser) -> list[str]:
    return [str(node.attributes["id"]) for node in page.css("[id]")]


def text(page: LexborHTMLParser, selector: str) -> str:
    return " ".join(" ".join(node.text(separator=" ") for node in page.css(selector)).split())


def attribute(page: LexborHTMLParser, selector: str, name: str) -> str:
    (node,) = page.css(selector)
    return str(node.attributes[name])


def test_every_published_address_stands(pages: dict[str, LexborHTMLParser]) -> None:
    assert len(PUBLISHED.addresses) > 200
    known = {address: set(ids(page)) for address, page in pages.items()}
    lost = [
        a for a in PUBLISHED.addresses if a.partition("#")[0] not in known or (a.partition("#")[2] and a.partition("#")[2] not in known[a.partition("#")[0]])
    ]
    assert lost == []


def test_the_contract_s_anchors_stand_on_every_page_of_their_kind(pages: dict[str, LexborHTMLParser], api: dict[str, Any]) -> None:
    for dimension in api["dimensions"]:
        wanted = {"verdict", "criteria", "article", "history", "sources", *(c["id"] for c in dimension["criteria"])}
        assert wanted <= set(ids(pages[dimension["url"]]))
    for guide in api["use-cases"]:
        assert {"recommendation", "stack", "watch-outs", "otherwise"} <= set(ids(pages[guide["url"]]))
    for profile in api["frameworks"]:
        assert {"releases", *profile["features"]} <= set(ids(pages[profile["url"]]))


def test_no_id_stands_twice_on_a_page(pages: dict[str, LexborHTMLParser]) -> None:
    for address, page in pages.items():
        twice = {id for id in ids(page) if ids(page).count(id) > 1}
        assert not twice, f"{address}: {twice}"


def test_every_internal_link_and_fragment_leads_somewhere(site: Path, pages: dict[str, LexborHTMLParser]) -> None:
    anchors = {address: set(ids(page)) for address, page in pages.items()}
    dead, seen = [], 0
    for address, page in pages.items():
        for node in page.css("a[href], link[href], script[src], img[src]"):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            target = urlsplit(urljoin(SITE_URL.rstrip("/") + address, link))
            if f"{target.scheme}://{target.netloc}/" != SITE_URL:
                continue
            seen += 1
            path, fragment = unquote(target.path), unquote(target.fragment)
            stands = path in anchors or (site / path.lstrip("/")).is_file()
            if not stands or (fragment and fragment not in anchors.get(path, set()) | {"__drawer", "__search"}):
                dead.append(f"{address}: {link}")
    assert seen > 1000
    assert dead == []


def test_nothing_is_loaded_from_another_host(pages: dict[str, LexborHTMLParser]) -> None:
    for address, page in pages.items():
        for node in page.css("script[src], img[src], link[rel=stylesheet], link[rel=preconnect], iframe, source, video, audio"):
            link = node.attributes.get("src") or node.attributes.get("href") or ""
            assert "//" not in link, f"{address}: {link}"


def test_every_page_has_a_title_a_description_one_h1_and_its_own_policy(site: Path, pages: dict[str, LexborHTMLParser]) -> None:
    descriptions = []
    for address, page in pages.items():
        if page.css_first("meta[http-equiv=refresh]"):
            continue
        assert text(page, "title")
        assert len(page.css("h1")) == 1, address
        file = site / (address.lstrip("/") + ("index.html" if address.endswith("/") else ""))
        html = file.read_text()
        policy = attribute(page, "meta[http-equiv=Content-Security-Policy]", "content")
        assert "unsafe" not in policy
        assert policy == csp.policy(html.replace(policy, ""))
        assert not page.css("[style], style"), f"{address}: the policy forbids inline styles"
        assert not re.search(r"<[^>]+\son\w+=", html), f"{address}: the policy forbids handlers in attributes"
        if address != "/404.html":
            descriptions.append(attribute(page, "meta[name=description]", "content"))
    assert len(set(descriptions)) == len(descriptions)


def test_html_json_and_csv_say_the_same(site: Path, pages: dict[str, LexborHTMLParser], api: dict[str, Any]) -> None:
    rows = {row["dimension"]: row for row in csv.DictReader(io.StringIO((site / "api/v1/verdicts.csv").read_text()))}
    labels = {profile["id"]: profile["label"] for profile in api["frameworks"]}
    for dimension in api["dimensions"]:
        verdict, row = dimension["verdict"], rows[dimension["id"]]
        leader = verdict["leader"] if dimension["judged"] else "not judged"
        assert (row["today"], row["net"], row["known"], row["url"]) == (leader, str(verdict["net"]), str(verdict["known"]), dimension["url"])
        said = labels.get(leader, leader)
        assert said in text(pages["/"], f"tr#{dimension['id']} .now")
        page = pages[dimension["url"]]
        assert said.lower() in text(page, ".verdict .says").lower()
        assert dimension["id"] in {one["id"] for one in api["dimensions"]}
        for criterion in dimension["criteria"]:
            block = f"#{criterion['id']} + .crit"
            shown = text(page, block)
            assert labels.get(criterion["edge"], criterion["edge"]) in text(page, f"{block} .edge")
            assert (criterion["verified"] or "not checked yet") in shown
            for finding in criterion["findings"].values():
                assert squeezed(finding["text"]) in squeezed(shown)
                assert len(finding["sources"]) <= len(page.css(f"{block} a.cite"))
    for tool in api["tools"]:
        state = tool["state"] or ("undeclared" if tool["finding"] else "not judged yet")
        assert state in text(pages["/tools/"], f"tr#{tool['id']} .st")
    for claim in api["claims"]:
        shown = text(pages["/article/"], f"tr#{claim['id']}")
        assert squeezed(claim["says"]) in squeezed(shown)
        assert claim["status"].replace("not-judged", "not judged yet") in shown
    for target in api["matrix"]:
        states = [" ".join(node.text().split()) for node in pages["/matrix/"].css(f"tr#{target['id']} .st")]
        assert states == [target[side]["state"] for side in labels]


def squeezed(words: str) -> str:
    """Without spaces and code marks, in which HTML and data may differ."""
    return re.sub(r"[\s`]+", "", words)


def test_the_open_data_is_enveloped_listed_and_complete(site: Path, api: dict[str, Any]) -> None:
    listed = set(api["index"])
    assert listed == {f"/{path.relative_to(site).as_posix()}" for path in (site / "api").rglob("*") if path.is_file()} | {"/feed.xml"}
    for path in (site / "api").rglob("*.json"):
        whole = json.loads(path.read_text())
        assert (whole["schema_version"], whole["data_sha256"]) == (SCHEMA_VERSION, data_hash(ROOT))
        assert whole["total"] == (len(whole["result"]) if isinstance(whole["result"], list) else 1)
    lists = [one for name in ("dimensions", "claims", "tools", "use-cases", "sources") for one in api[name]]
    assert not [one["id"] for one in lists for key in ("criteria", "changes", "sources", "aliases", "packages", "used_by") if one.get(key, []) is None]


def test_the_whole_article_stands_in_its_place(api: dict[str, Any]) -> None:
    article = yaml.safe_load((ROOT / "data/article.yaml").read_text())
    dimensions = [section["id"] for section in article["sections"] if section.get("dimension")]
    assert (len(api["claims"]), len(dimensions), len(api["use-cases"])) == (61, 7, 10)
    assert [d["id"] for d in api["dimensions"]] == dimensions
    assert all(d["article_verdict"] for d in api["dimensions"])
    named = {tool for section in article["sections"] for claim in section["claims"] for tool in claim.get("tools", [])}
    assert len(named) == 27
    assert named <= {tool["id"] for tool in api["tools"]}


def test_the_feed_is_atom_with_links_only_where_the_site_has_an_address(site: Path, api: dict[str, Any], tmp_path: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(site / "feed.xml").getroot()
    assert len(feed.findall(f"{atom}entry")) == len(api["changes"]) > 0
    assert all(str(one.text).startswith("urn:") for one in feed.iter(f"{atom}id"))
    assert all(link.attrib["href"].startswith(SITE_URL) for link in feed.iter(f"{atom}link"))
    render_to(ROOT, tmp_path / "bare", "")
    assert "<link" not in (tmp_path / "bare/feed.xml").read_text()


def test_without_an_address_nothing_false_is_absolute(tmp_path: Path) -> None:
    assert build(tmp_path / "bare").returncode == 0
    for path in (tmp_path / "bare").rglob("*.html"):
        assert "127.0.0.1:8765" not in path.read_text()
        assert 'rel="canonical" href="http' not in path.read_text()


def test_render_writes_the_same_without_the_site_builder(site: Path, tmp_path: Path) -> None:
    render_to(ROOT, tmp_path / "tree", SITE_URL)
    for path in (tmp_path / "tree").rglob("*"):
        twin = site / path.relative_to(tmp_path / "tree")
        if path.is_file() and path.suffix != ".md":
            assert path.read_bytes() == twin.read_bytes(), twin
    loaded = subprocess.run(
        ["python", "-c", "import sys, compare.write, compare.check; print([m for m in sys.modules if m.startswith('mkdocs')])"],
        cwd=ROOT,
        env={"PYTHONPATH": "src", "PATH": str(Path(__import__("sys").executable).parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded.stdout.strip() == "[]"


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    trees = []
    for seed, zone in (("0", "UTC"), ("4242", "Pacific/Auckland")):
        environment = {**os.environ, "PYTHONPATH": "src", "PYTHONHASHSEED": seed, "TZ": zone, "SITE_URL": SITE_URL}
        subprocess.run([sys.executable, "-m", "compare", "render", str(tmp_path / seed)], cwd=ROOT, env=environment, check=True, capture_output=True)
        trees.append({path.relative_to(tmp_path / seed): path.read_bytes() for path in (tmp_path / seed).rglob("*") if path.is_file()})
    assert trees[0] == trees[1]


def test_pages_link_each_other_at_a_cost_that_does_not_grow(pages: dict[str, LexborHTMLParser]) -> None:
    assert all(len(page.css("header a, footer a")) < 30 for page in pages.values())
