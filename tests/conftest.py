"""The built site, made once for all tests that look at it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SITE_URL = "http://127.0.0.1:8765/"


def build(into: Path, site_url: str = "", root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Build the site at `root` strictly. Never quiet: MkDocs then stops counting warnings."""
    environment = {**os.environ, "SITE_URL": site_url, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(root / "src")}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(into)]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it would be published at SITE_URL."""
    into = tmp_path_factory.mktemp("site")
    made = build(into, SITE_URL)
    assert made.returncode == 0, made.stdout + made.stderr
    return into


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the whole project, to be edited and built."""
    into = tmp_path / "project"
    ignored = shutil.ignore_patterns(".git", ".venv*", ".build", "site", "__pycache__", "tests")
    shutil.copytree(ROOT, into, ignore=ignored)
    return into
