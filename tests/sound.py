"""A small sound project about two made-up libraries: what rules, writers and commands are tried on."""

import shutil
from pathlib import Path

from compare import accept
from compare.check import check

SOUND = Path(__file__).parent / "broken" / "sound"


def copy(folder: Path) -> Path:
    """A fresh copy in `folder`, stamped and accepted as of 2026-06-03, so that nothing is wrong with it."""
    root = folder / "project"
    shutil.copytree(SOUND, root)
    (root / "docs").mkdir()
    accept.verified(root, list(check(root).index.stampables), "2026-06-03")
    accept.accept(root)
    return root
