"""Every kind of page in a real browser: accessible, light, quiet, within its width, readable without scripts."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

from browser.conftest import PAGES, Open

BUDGET, LONG = 100_000, 120_000
"""Bytes transferred, compressed, before the reader does anything; and for the phrasebook, which is one long table."""

KINDS = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
    return [f"{one['id']}: {node['target']} {node.get('failureSummary', '')}" for one in found for node in one["nodes"]]


@KINDS
def test_axe_finds_nothing(visit: Open, path: str) -> None:
    for width in (390, 1440):
        for mode in ("light", "dark"):
            assert violations(visit(path, width, mode)) == [], (width, mode)


@KINDS
def test_nothing_scrolls_sideways(visit: Open, path: str) -> None:
    for width in (320, 390):
        page = visit(path, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@KINDS
def test_it_is_light_keeps_to_this_host_and_breaks_no_policy(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    answers: list[Response] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", lambda answer: answers.append(answer))
    page.add_init_script("document.addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective))")
    page.goto(address + path, wait_until="networkidle")
    sizes = {answer.url: answer.request.sizes()["responseBodySize"] for answer in answers}
    context.close()
    assert complaints == []
    assert all(url.startswith((address, "data:")) for url in sizes)
    assert not [url for url in sizes if "search.json" in url or "minisearch" in url], "search loads before the reader turns to it"
    assert sum(sizes.values()) <= (LONG if "phrasebook" in path else BUDGET), sizes
    assert len(sizes) <= 12


@KINDS
def test_without_scripts_all_is_readable(visit: Open, path: str) -> None:
    with_scripts, without = visit(path, 390), visit(path, 390, script=False)
    assert words(without) == words(with_scripts)
    assert without.locator(".search-open").is_hidden()
    without.locator(".menu summary").click()
    assert without.locator(".menu nav a").first.is_visible()


def words(page: Page) -> str:
    return " ".join((page.locator("article").first.text_content() or "").split())


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_axe_finds_nothing_with_search_open(visit: Open, mode: Any) -> None:
    for width in (390, 1440):
        page = visit("/", width, mode)
        page.locator("[data-search]").click()
        page.locator("#search-words").fill("onnx")
        page.locator(".search-results li").first.wait_for()
        assert violations(page) == []
