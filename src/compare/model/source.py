"""What was read, and who publishes it."""

from __future__ import annotations

from typing import Literal

from compare.model.base import Address, Authored, Date, Id, Prose, Side


class Read(Authored):
    """What exactly was read: a live page, a stored copy of a page, a repository, a package or a run; of which date, commit or version."""

    what: Literal["live", "copy", "repository", "package", "run"]
    of: str | None


class Source(Authored):
    """One thing that was read: at an address, or by a command and what it printed."""

    id: Id
    title: Prose
    kind: Literal["docs", "release", "repository", "package", "paper", "benchmark", "run", "statement", "article"]
    url: Address | None = None
    check: Prose | None = None
    printed: Prose | None = None
    published: Date | None
    accessed: Date
    read: Read


class Publisher(Authored):
    """Who publishes a group of sources, and whose vendor they are, if anybody's."""

    publisher: Prose
    vendor_of: Side | None = None
    sources: list[Source]
