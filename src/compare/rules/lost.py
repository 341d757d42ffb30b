"""An address that was published stays, or an alias, a redirect or a reason takes its place."""

from __future__ import annotations

from collections.abc import Iterator

from compare import addresses
from compare.problems import Place, Problem, Weight
from compare.published import FILE
from compare.rules import Case


def check(case: Case) -> Iterator[Problem]:
    """Published addresses at which nothing stands."""
    here = addresses.flat(case.pages) | set(case.index.data.site.retired)
    for address in sorted(case.published.addresses - here):
        todo = "add it to the `aliases` of what moved, or with its reason to `retired` in data/site.yaml"
        yield Problem(Place(FILE), address, "this address was published, and nothing stands there any more", todo, Weight.BOOKKEEPING)
