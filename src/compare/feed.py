"""The Atom feed: one entry a change."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from compare import addresses, dates
from compare.present.records import Record, Records


def feed(records: Records, site_url: str) -> str:
    """The feed's text. Ids are urn:, so they outlive a move of the site; links stand only where `site_url` is set."""
    site = records.data.site
    name = "-".join(records.index.sides)
    newest = _moment(records.changes[0]["date"]) if records.changes else f"{records.data.article.year}-01-01T00:00:00Z"
    head = f"<id>urn:compare:{name}</id>\n<title>{escape(site.title)}: changes</title>\n<updated>{newest}</updated>\n<author><name>{escape(site.title)}</name></author>\n"
    if site_url:
        head += f'<link href={quoteattr(_absolute(site_url, "/changes/"))}/>\n<link rel="self" href={quoteattr(_absolute(site_url, "/feed.xml"))}/>\n'
    entries = "".join(_entry(change, records, name, site_url) for change in records.changes)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n{head}{entries}</feed>\n'


def _entry(change: Record, records: Records, name: str, site_url: str) -> str:
    thing = str(change["thing"]).partition("/")[0]
    criterion = records.index.criteria.get(thing)
    title = f"{criterion[1].title if criterion else records.index.dimensions[thing].title}: {change['from']} → {change['to']}"
    address = f"<link href={quoteattr(_absolute(site_url, addresses.change(change['id'])))}/>\n" if site_url else ""
    return f"<entry>\n<id>urn:compare:{name}:change:{change['id']}</id>\n<title>{escape(title)}</title>\n<updated>{_moment(change['date'])}</updated>\n{address}<summary>{escape(change['why'])}</summary>\n</entry>\n"


def _moment(date: str) -> str:
    return f"{dates.last_day(date).isoformat()}T00:00:00Z"


def _absolute(site_url: str, address: str) -> str:
    return site_url.rstrip("/") + address
