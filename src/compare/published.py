"""data/published.yaml: what has been published and stamped. Written by `accept` and `verified`, committed, never edited.

One line a thing, sorted, so that parallel work merges. A missing file is an empty one: nothing is lost, nothing changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from compare.load import read_yaml
from compare.problems import Faulty, Place, Problem

FILE = "data/published.yaml"
_HEAD = "# Written by `make accept` and `make verified`. Commit it; do not edit it.\n"
_PARTS = ("addresses", "edges", "leaders", "stamps")


class Stamp(NamedTuple):
    """The day on which somebody last held a statement against its sources and it stood, and the hash of what they held."""

    verified: str
    hash: str


@dataclass
class Published:
    """Every address ever published, and each edge, leader and stamp as last accepted."""

    addresses: set[str] = field(default_factory=set)
    edges: dict[str, str] = field(default_factory=dict)
    leaders: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, Stamp] = field(default_factory=dict)

    def text(self) -> str:
        """The file's text."""
        parts = {
            "addresses": [f"- {address}" for address in sorted(self.addresses)],
            "edges": [f"{key}: {value}" for key, value in sorted(self.edges.items())],
            "leaders": [f"{key}: {value}" for key, value in sorted(self.leaders.items())],
            "stamps": [f"{key}: {stamp.verified} {stamp.hash}" for key, stamp in sorted(self.stamps.items())],
        }
        return _HEAD + "".join(f"{name}:\n" + "".join(f"  {line}\n" for line in parts[name]) for name in _PARTS)

    def write(self, root: Path) -> None:
        """Write the file whole, or leave it as it was."""
        path = root / FILE
        draft = path.with_suffix(".draft")
        draft.write_text(self.text(), encoding="utf-8")
        draft.replace(path)


def read(root: Path) -> Published:
    """What the file says; empty where there is none. Raises Faulty where it cannot be read."""
    if not (root / FILE).exists():
        return Published()
    data = read_yaml(root / FILE, root)
    try:
        parts = {name: data[name] or {} for name in _PARTS}
        stamps = {key: Stamp(*str(value).split()) for key, value in parts["stamps"].items()}
        return Published(set(parts["addresses"]), dict(parts["edges"]), dict(parts["leaders"]), stamps)
    except (KeyError, TypeError, AttributeError):
        raise Faulty([Problem(Place(FILE), "", "the file is not as `make accept` writes it", "take it from the history and run `make accept`")]) from None
