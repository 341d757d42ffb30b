"""A page's view through its template to Markdown with blocks of HTML. Everything from the data is escaped on its way."""

from __future__ import annotations

import posixpath
import re
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from compare import dates
from compare.model import Citation
from compare.present import highlight, words
from compare.present.pages import Page
from compare.present.records import Record, Records

TEMPLATES = Path(__file__).parent.parent / "templates"
_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!<>&:|~^\"'$=/@]")
_DATE = re.compile(r"(?<![\w./-])(\d{4}-\d{2}-\d{2})(?![\w-])")
_READ = {"live": "the live page", "copy": "a stored copy", "repository": "the repository", "package": "the package", "run": "a run"}
_STRENGTH = {"clear": 0, "slight": 1, None: 2}


def link(address: str, page: str) -> str:
    """An address of the site as a link that is relative to `page`, so that the site works under any path."""
    path, hash, anchor = address.partition("#")
    there = posixpath.relpath(path, page) + ("/" if path.endswith("/") else "")
    return ("" if path == page and anchor else "./" if there == "./" else there) + hash + anchor


def heading(text: str) -> Markup:
    """Text for a Markdown heading: what Markdown could take for markup is written as numbers, so no title loses its id or a sign."""
    return Markup(_SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};", str(text)))


def prose(text: str) -> Markup:
    """A sentence from the data: escaped, with `code` between backticks as code."""
    parts = str(text).split("`")
    if len(parts) % 2 == 0:
        return _dated(escape(text))
    return Markup("").join(Markup("<code>{}</code>").format(part) if number % 2 else _dated(escape(part)) for number, part in enumerate(parts))


def _dated(text: Markup) -> Markup:
    """Dates as <time>, which the stylesheet keeps from breaking at a hyphen."""
    return Markup(_DATE.sub(r"<time>\1</time>", str(text)))  # str: a Markup would escape what it joins


class Renderer:
    """Pages to Markdown, for one set of records."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
        self.env.filters |= {"heading": heading, "prose": prose, "plain": words.plain, "slug": slug, "capitalise_first": capitalise_first}
        self.env.filters |= {"python": highlight.python, "first_sentence": words.first_sentence, "release": words.release, "number": words.number}
        self.env.globals |= self._globals()

    def markdown(self, page: Page) -> str:
        """The page as a Markdown file, front matter included."""
        front = {"title": page.title, "description": page.description, "hide": list(page.hide)}
        here = {"href": partial(link, page=page.address), "page": page, "view": page.view}
        macros = self.env.get_template("macros.j2").make_module(here)
        body = self.env.get_template(f"{page.template}.md.j2").render(m=macros, **here)
        return f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=1000)}---\n\n{body.strip()}\n"

    def _globals(self) -> dict[str, Any]:
        records, labels, sides = self.records, self.records.index.labels, self.records.index.sides
        by_side = dict(zip(sides, ("one", "two"), strict=True))

        def by_edge(criteria: list[Record], side: str | None) -> list[Record]:
            mine = [c for c in criteria if c["edge"] == side] if side else [c for c in criteria if c["edge"] not in sides]
            return sorted(mine, key=lambda c: (_STRENGTH[c["strength"]], c["edge"]))

        def tally_words(dimension: Record) -> str:
            counts = [
                f"{labels[side]} {sum(c['strength'] == 'clear' for c in by_edge(dimension['criteria'], side))} clear, {sum(c['strength'] == 'slight' for c in by_edge(dimension['criteria'], side))} slight"
                for side in sides
            ]
            return f"{words.count(len(dimension['criteria']), 'criterion', 'criteria')}; " + "; ".join(counts)

        return {
            "labels": labels,
            "sides": sides,
            "records": records,
            "guides": records.index.guides,
            "titles": {source["id"]: source["title"] for source in records.sources},
            "places": {source["id"]: source.get("url", "") for source in records.sources},
            "tool_names": {tool["id"]: tool["name"] for tool in records.tools},
            "confidence_words": words.CONFIDENCE,
            "css": lambda side: by_side.get(side, ""),
            "block_class": lambda c: f"{c['strength']} {by_side[c['edge']]}" if c["strength"] else c["edge"],
            "by_edge": by_edge,
            "points_of": lambda criteria: sum(2 if c["strength"] == "clear" else 1 for c in criteria),
            "chosen": lambda criteria, ids: [c for c in criteria if c["id"] in ids],
            "changed": lambda d: d["judged"] and d["article_verdict"] and d["verdict"]["leader"] != d["article_verdict"]["leader"],
            "tally_words": tally_words,
            "today": lambda d: words.today(d, labels),
            "says": lambda d: words.says(d, labels),
            "why": lambda d: words.why(d["verdict"], d["criteria"], labels),
            "why_over": lambda verdict, criteria: words.why(verdict, criteria, labels),
            "guide_verdict": lambda g: words.first({"judged": True, "verdict": g["computed"]}, labels),
            "slight": lambda d, side: [c for c in d["criteria"] if (c["edge"], c["strength"]) == (side, "slight")],
            "edge_words": lambda c: words.edge(c, labels),
            "flips": lambda d: words.flips(d["criteria"], d["verdict"], labels),
            "net_words": lambda v: words.net(v, labels),
            "count": words.count,
            "small": words.small,
            "state": words.state,
            "value_words": lambda value: labels.get(value.partition(" ")[0], value.partition(" ")[0]) + value[len(value.partition(" ")[0]) :],
            "read_words": lambda read: _READ[read["what"]] + (f" of {read['of']}" if read["of"] else ""),
            "oldest": lambda *days: dates.oldest(list(days)),
            "cited": lambda citations: [_record(citation) for citation in citations],
        }


def slug(text: str) -> str:
    """A text as an anchor: lower case, every run of other characters one hyphen."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def capitalise_first(text: str | Markup) -> str | Markup:
    """The text with its first letter upper-case, tags left alone."""
    return text if str(text).startswith("<") else type(text)(str(text)[:1].upper() + str(text)[1:])


def _record(citation: Citation) -> Record:
    return {"id": citation.id, "where": citation.where}
