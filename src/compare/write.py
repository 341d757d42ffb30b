"""Views to files: the page tree, the open data as JSON and CSV, the feed, the schemas, the redirects, the search index."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from html import escape
from pathlib import Path
from typing import Any

from compare import schemas
from compare.check import Checked, check
from compare.feed import feed
from compare.present.pages import pages
from compare.present.records import Record, Records
from compare.present.render import Renderer, link
from compare.problems import Faulty
from compare.search import entries

SCHEMA_VERSION = 1
API = "api/v1"


def files(root: Path, checked: Checked, site_url: str = "") -> dict[str, tuple[str, str]]:
    """Every generated file: path to text, and the authored file it can be edited in (or an empty string).

    `site_url` is the site's address; without it no absolute link is written anywhere.
    """
    records = Records(checked)
    renderer = Renderer(records)
    made = {page.file: (renderer.markdown(page), page.edits) for page in pages(records)}
    for path, text in _data(root, records).items():
        made[path] = (text, "")
    for name, text in schemas.schemas(records.index.sides).items():
        made[f"schema/v1/{name}"] = (text, "")
    for redirect in records.data.site.redirects:
        made[redirect.from_.strip("/") + "/index.html"] = (_redirect(redirect.from_, redirect.to), "")
    made["feed.xml"] = (feed(records, site_url), "")
    made["assets/search.json"] = (json.dumps(entries(records), ensure_ascii=False, separators=(",", ":")), "")
    made["assets/accents.css"] = (_accents(records), "")
    return made


def render_to(root: Path, folder: Path, site_url: str) -> int:
    """Write all files, the pages that people write included, into `folder`, which is replaced. Gives their number.

    Raises Faulty where the data has a fault of any kind. Leaves `folder` as it was where anything fails.
    """
    checked = check(root)
    if checked.faults:
        raise Faulty(checked.faults)
    everything = files(root, checked, site_url)
    draft = folder.parent / f".{folder.name}.draft"
    shutil.rmtree(draft, ignore_errors=True)
    shutil.copytree(root / "docs", draft)
    for path, (text, _) in everything.items():
        file = draft / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    draft.replace(folder)
    return sum(path.is_file() for path in folder.rglob("*"))


def data_hash(root: Path) -> str:
    """A hash of all authored files and run records: the same data, the same hash. Not of published.yaml."""
    total = hashlib.sha256()
    for path in sorted((root / "data").rglob("*")):
        if path.is_file() and path.name not in {"published.yaml", "published.draft"} and "schema" not in path.parts:
            total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def _data(root: Path, records: Records) -> dict[str, str]:
    """The open data, each list in its envelope."""
    hashed = data_hash(root)

    def envelope(result: Any) -> str:
        total = len(result) if isinstance(result, list) else 1
        whole = {"schema_version": SCHEMA_VERSION, "data_sha256": hashed, "total": total, "result": result}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"

    lists = {
        "dimensions": records.dimensions,
        "claims": records.claims,
        "tools": records.tools,
        "use-cases": records.use_cases,
        "matrix": records.matrix,
        "sources": records.sources,
        "frameworks": records.frameworks,
        "changes": records.changes,
        "snippets": records.snippets,
        "phrasebook": records.phrasebook,
        "same-model-different-numbers": records.causes,
    }
    made = {f"{API}/{name}.json": envelope(result) for name, result in lists.items()}
    made |= {f"{API}/dimensions/{one['id']}.json": envelope(one) for one in records.dimensions}
    made[f"{API}/verdicts.csv"] = _verdicts(records)
    made[f"{API}/index.json"] = envelope(sorted(f"/{path}" for path in [*made, f"{API}/index.json", "feed.xml"]))
    return made


def _verdicts(records: Records) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    year = records.data.article.year
    table.writerow(["dimension", f"article_{year}", "today", "level", "net", "known", "confidence", "verified", "url"])
    for one in records.dimensions:
        verdict: Record = one["verdict"]
        today = verdict["leader"] if one["judged"] else "not judged"
        before = (one["article_verdict"] or {}).get("leader", "")
        table.writerow(
            [
                one["id"],
                before,
                today,
                verdict["level"] or "",
                verdict["net"],
                verdict["known"],
                verdict["confidence"] or "",
                verdict["verified"] or "",
                one["url"],
            ]
        )
    return out.getvalue()


def _redirect(old: str, new: str) -> str:
    to = escape(link(new, old), quote=True)
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Moved</title>\n<link rel="canonical" href="{to}">\n'
        f'<meta name="robots" content="noindex">\n<meta http-equiv="refresh" content="0; url={to}">\n</head>\n'
        f'<body>\n<main><h1>Moved</h1>\n<p>This page moved to <a href="{to}">its new address</a>.</p></main>\n</body>\n</html>\n'
    )


def _accents(records: Records) -> str:
    """The contenders' accents as the variables that the stylesheet uses: one for the first, two for the second."""
    first, second = (one.accent for one in records.data.site.contenders)
    light = f"--one: {first['light']}; --one-wash: {first['light_wash']}; --two: {second['light']}; --two-wash: {second['light_wash']};"
    dark = f"--one: {first['dark']}; --one-wash: {first['dark_wash']}; --two: {second['dark']}; --two-wash: {second['dark_wash']};"
    default, slate = '[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]'
    scriptless = f"@media (scripting: none) and (prefers-color-scheme: dark) {{ {default} {{ {dark} }} }}"
    return f"/* Generated from data/site.yaml. */\n{default} {{ {light} }}\n{slate} {{ {dark} }}\n{scriptless}\n"
