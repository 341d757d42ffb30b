"""What readers do: see the answer first, arrive by a deep link, search, copy a link, print."""

import pytest
from conftest import ROOT
from playwright.sync_api import expect

from browser.conftest import Open


def test_on_a_phone_all_names_and_verdicts_stand_on_the_first_screen(visit: Open) -> None:
    page = visit("/", 390, height=844)
    rows = page.locator(".verdicts tbody tr")
    assert rows.count() == 7
    for part in ("th a", ".now .lead"):
        for row in rows.all():
            box = row.locator(part).bounding_box()
            assert box
            assert box["y"] + box["height"] <= 844, row.text_content()


def test_a_deep_link_shows_the_marked_row_and_who_leads_as_of_when(visit: Open) -> None:
    page = visit("/dimensions/deployment/#browsers", 390, height=844)
    page.wait_for_timeout(300)
    heading, context = page.locator("#browsers"), page.locator(".context")
    expect(heading).to_be_in_viewport()
    expect(context).to_be_in_viewport()
    assert "oldest check" in (context.text_content() or "")
    top, line = heading.bounding_box(), context.bounding_box()
    assert top
    assert line
    assert top["y"] >= line["y"] + line["height"] - 1, "the line covers the row"
    marked, other = (page.locator(f"{id} + .crit").evaluate("one => getComputedStyle(one).backgroundColor") for id in ("#browsers", "#phones"))
    assert marked != other


def test_blocks_of_the_tally_are_named_links_big_enough_to_hit(visit: Open) -> None:
    page = visit("/dimensions/deployment/", 390)
    blocks = page.locator(".strip a")
    assert blocks.count() == page.locator(".crit").count()
    for block in blocks.all():
        box = block.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
        assert ":" in (block.text_content() or "")


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ("torchserve", "/tools/#torchserve"),
        ("torchsevre", "/tools/#torchserve"),  # two letters swapped
        ("microcontroler", "/dimensions/deployment/#microcontrollers"),
        ("tfjs", "/tools/#tensorflow-js"),
        ("android", "/matrix/#android"),
        ("define-by-run", "/article/#pt-dynamic-graph"),
        ("nn.Linear", "/code/phrasebook/#dense-layer"),
        ("keras.layers.Dense", "/code/phrasebook/#dense-layer"),
        ("strided same padding", "/code/same-model-different-numbers/#strided-same-padding"),
        ("gradient clipping", "/code/custom-training-loop/"),
    ],
)
def test_search_finds_things_at_their_own_anchor(visit: Open, words: str, finds: str) -> None:
    page = visit("/method/")
    page.keyboard.press("/")
    page.locator("#search-words").fill(words)
    page.locator(".search-results li").first.wait_for()
    found = page.locator(".search-results a").evaluate_all("links => links.slice(0, 5).map(link => new URL(link.href).pathname + new URL(link.href).hash)")
    assert finds in found


def test_search_is_worked_by_keyboard_alone(visit: Open) -> None:
    page = visit("/")
    page.keyboard.press("/")
    page.keyboard.type("torchserve")
    page.locator(".search-results li").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tools/#torchserve")


def test_a_copied_link_leads_to_the_row(visit: Open) -> None:
    page = visit("/dimensions/deployment/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("a.copy[href='#phones']").click()
    expect(page.locator("a.copy[href='#phones']")).to_have_text("copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/dimensions/deployment/#phones")


def test_code_stands_in_two_columns_or_stacked_and_labelled(visit: Open) -> None:
    for path in ("/code/save-and-load/", "/code/phrasebook/"):
        wide, narrow = visit(path, 1440), visit(path, 390)
        one, two = (wide.locator(".columns").first.locator("> .side").nth(at).bounding_box() for at in (0, 1))
        assert one
        assert two
        assert one["y"] == two["y"]
        assert two["x"] >= one["x"] + one["width"]
        sides = narrow.locator(".columns").first.locator("> .side")
        first, second = (sides.nth(at).bounding_box() for at in (0, 1))
        assert first
        assert second
        assert second["y"] >= first["y"] + first["height"]
        assert [(sides.nth(at).locator("b").first.text_content() or "") for at in (0, 1)] == ["PyTorch", "TensorFlow"]


def test_a_column_of_code_is_copied_whole(visit: Open) -> None:
    page = visit("/code/save-and-load/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator("[data-copy-code]").nth(1)
    button.click()
    expect(button).to_have_text("copied")
    assert page.evaluate("navigator.clipboard.readText()") == (ROOT / "data/snippets/save-and-load/tensorflow.py").read_text().rstrip("\n")


def test_colours_follow_the_system_until_the_reader_chooses_and_the_choice_stays(visit: Open) -> None:
    page = visit("/", mode="dark")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    switch = page.locator("label.md-header__button:visible")
    switch.click()  # light
    switch.click()  # dark
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert "system" in (switch.get_attribute("title") or "")


def test_print_drops_the_furniture_and_writes_addresses_out(visit: Open) -> None:
    page = visit("/dimensions/deployment/")
    page.emulate_media(media="print")
    expect(page.locator("header.top")).to_be_hidden()
    printed = page.locator(".cites a[href^=http]").first.evaluate("link => getComputedStyle(link, '::after').content")
    assert "http" in printed


def test_old_addresses_lead_to_the_answer_without_scripts(visit: Open) -> None:
    page = visit("/pytorch-vs-tensorflow/", script=False)
    page.wait_for_url("**:8765/")
    expect(page.locator("h1")).to_contain_text("dimension by dimension")
