"""The pages of what ran: every line of code as it ran, every fact as it was printed."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from selectolax.lexbor import LexborHTMLParser

SNIPPETS = ROOT / "data/snippets"
SIDES = [one["id"] for one in yaml.safe_load((ROOT / "data/site.yaml").read_text())["contenders"]]


def page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address.strip("/") / "index.html").read_text())


def squeezed(text: str) -> str:
    return "".join(text.split())


def shown_as(value: Any) -> str:
    """A fact's value as a page shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.3g}" if isinstance(value, float) else squeezed(str(value))


@pytest.fixture(scope="module")
def data(site: Path) -> dict[str, Any]:
    """The open data of what ran."""
    names = ("snippets", "phrasebook", "same-model-different-numbers", "sources")
    return {name: json.loads((site / f"api/v1/{name}.json").read_text())["result"] for name in names}


def test_there_are_as_many_as_promised(data: dict[str, Any]) -> None:
    assert len(data["snippets"]) >= 18
    assert sum(len(group["rows"]) for group in data["phrasebook"]) >= 120
    assert sum(len(group["rows"]) for group in data["same-model-different-numbers"]) >= 12


def test_a_page_shows_the_very_code_that_ran_and_every_fact_it_printed(site: Path, data: dict[str, Any]) -> None:
    for task in data["snippets"]:
        html = page(site, task["url"])
        run = yaml.safe_load((ROOT / f"data/runs/{task['id']}.yaml").read_text())["parts"]
        columns = html.css(".columns > .side")
        assert len(columns) == len(SIDES), task["id"]
        for side, column in zip(SIDES, columns, strict=True):
            code = (SNIPPETS / task["id"] / f"{side}.py").read_text()
            shown = column.css_first("pre")
            assert shown is not None
            assert shown.text() == code.rstrip("\n"), f"{task['id']}/{side}"
            assert f"ran on {run[side]['date']}" in " ".join(column.text().split())
            assert task["versions"][side].partition("+")[0] in column.text()
            for fact in run[side]["facts"]:
                ((row,),) = ([row for row in task["facts"] if row["name"] == fact["name"]],)
                assert row[side]["value"] == fact["value"]
        table = squeezed(" ".join(node.text() for node in html.css(".printed")))
        for row in task["facts"]:
            assert squeezed(row["says"].replace("`", "")) in table, f"{task['id']}: {row['name']}"
            for side in SIDES:
                value = row[side]["value"] if row[side] else "not printed"
                assert shown_as(value) in table


def test_every_row_stands_at_its_anchor_with_both_expressions_and_its_outcome(site: Path, data: dict[str, Any]) -> None:
    for name in ("phrasebook", "same-model-different-numbers"):
        html = page(site, f"/code/{name}/")
        for group in data[name]:
            assert html.css_first(f"h2#{group['id']}") is not None
            for row in group["rows"]:
                section = html.css_first(f"section#{row['id']}")
                assert section is not None, row["id"]
                shown = squeezed(section.text())
                for side in SIDES:
                    assert squeezed(row[side]) in shown, row["id"]
                assert row["difference"] is not None, f"{row['id']} has not been run"
                for default in row.get("defaults", []):
                    assert all(squeezed(str(default[side])) in shown for side in SIDES), row["id"]
                if row.get("equal"):
                    assert row["difference"] <= max(row["within"], 0)
                else:
                    assert row["difference"] != 0


def test_what_is_not_equal_says_why_and_by_how_much(data: dict[str, Any]) -> None:
    for group in data["phrasebook"]:
        for row in group["rows"]:
            assert row["equal"] or (row["why"] and (isinstance(row["difference"], str) or row["difference"] > 0)), row["id"]
    for group in data["same-model-different-numbers"]:
        for row in group["rows"]:
            assert row["left"] <= row["within"], row["id"]
            assert isinstance(row["difference"], str) or row["difference"] > row["within"], row["id"]


def test_every_recorded_run_is_a_source_at_its_own_page(site: Path, data: dict[str, Any]) -> None:
    runs = {path.stem for path in (ROOT / "data/runs").glob("*.yaml")}
    sources = {one["id"]: one for one in data["sources"] if one["kind"] == "run"}
    assert {f"run-{run}" for run in runs} == set(sources)
    for one in sources.values():
        address, _, anchor = one["url"].partition("#")
        html = page(site, address)
        assert not anchor or html.css_first(f"#{anchor}") is not None
        assert one["published"] == one["accessed"]
        assert one["read"]["what"] == "run"
