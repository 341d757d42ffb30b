"""Core, hook, theme, templates and scripts name neither contender: all that is said of them comes from data/."""

from pathlib import Path

import yaml
from conftest import ROOT


def test_no_code_names_a_contender() -> None:
    site = yaml.safe_load((ROOT / "data/site.yaml").read_text())
    names = [name.lower() for one in site["contenders"] for name in (one["id"], one["label"])]
    suffixes = {".py", ".j2", ".html", ".css", ".js"}
    folders = [ROOT / name for name in ("src", "hooks", "theme", "docs/assets")]
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in suffixes]
    assert len(files) > 40
    assert [(path.name, name) for path in files for name in names if name in path.read_text(encoding="utf-8").lower()] == []


def test_the_hook_is_thin() -> None:
    assert len(Path(ROOT / "hooks/site.py").read_text().splitlines()) < 100
