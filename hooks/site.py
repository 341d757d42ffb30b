"""MkDocs in, the core's files out. All that knows MkDocs stands here; the core can be used without it (`make render`)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from compare import csp  # noqa: E402
from compare.check import check  # noqa: E402
from compare.problems import Faulty  # noqa: E402
from compare.write import files as generated  # noqa: E402

_serving = False
_last_good: dict[str, tuple[str, str]] = {}
_faults: list[str] = []
_stale = False


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether a person is editing: then a fault must not take the page away."""
    global _serving
    _serving = command == "serve"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated file. Under serve, faults become a banner, on the last pages that could be made."""
    global _last_good, _faults, _stale
    _stale = False
    try:
        checked = check(ROOT)
        _faults = [str(fault) for fault in checked.faults]
        made = generated(ROOT, checked, config.site_url or "")
    except Faulty as faulty:
        _faults = [str(problem) for problem in faulty.problems]
        made, _stale = _last_good, True
    if _faults and not (_serving and made):
        raise Abort("\n".join(_faults))
    for fault in _faults:
        print(fault, file=sys.stderr)
    _last_good = made
    for path, (text, edit) in made.items():
        file = File.generated(config, path, content=text)
        file.edit_uri = f"../{edit}" if edit else None
        files.append(file)
    return files


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Hand the faults to the page's banner."""
    page.meta["faults"], page.meta["stale"] = _faults, _stale
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give the finished page its Content Security Policy. None under serve: live reload needs its own script."""
    return output if _serving else csp.with_policy(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for the page that a server shows where nothing stands."""
    return csp.with_policy(output_content) if template_name == "404.html" and not _serving else output_content
