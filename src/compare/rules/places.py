"""A former address lies on a page that stands, and a redirect leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from compare import addresses
from compare.problems import Problem, nearest
from compare.rules import Case


def check(case: Case) -> Iterator[Problem]:
    """Aliases without a page or anchor to stand at, and redirects to nothing or from a page that stands."""
    site, here = case.index.data.site, addresses.flat(case.pages)
    gone = {redirect.from_ for redirect in site.redirects}
    for old in addresses.moved(case.index):
        page, _, anchor = old.old.partition("#")
        if page not in case.pages or page in gone or not anchor:
            yield Problem(
                old.place,
                "aliases",
                f"no page stands at “{old.old}” to carry the old anchor",
                "write /page/#old-id of a page that stands, or add a redirect to data/site.yaml",
            )
    for redirect in site.redirects:
        if redirect.to not in here or redirect.to in gone:
            yield Problem(redirect.at("to"), "to", f"nothing stands at “{redirect.to}”", nearest(redirect.to, here - gone))
