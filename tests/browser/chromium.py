"""A Chromium to test with: an installed one, else Playwright's own, else Debian's package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MACOS = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium")


def find() -> str | None:
    """The path of a browser, installed the ordinary way if there was none; None where none can be had."""
    return _installed() or _playwright(install=False) or _playwright(install=True) or _debian()


def _installed() -> str | None:
    asked = os.environ.get("CHROMIUM")
    if asked:
        return asked
    found = [path for name in NAMES if (path := shutil.which(name))] + [path for path in MACOS if Path(path).exists()]
    return found[0] if found else None


def _playwright(install: bool) -> str | None:
    if install and _run([sys.executable, "-m", "playwright", "install", "chromium"]):
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _debian() -> str | None:
    if not shutil.which("apt-get"):
        return None
    ahead = [] if os.geteuid() == 0 else ["sudo", "-n"]
    _run([*ahead, "apt-get", "update"])
    return None if _run([*ahead, "apt-get", "install", "-y", "--no-install-recommends", "chromium"]) else _installed()


def _run(command: list[str]) -> int:
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600, check=False).returncode
    except (OSError, subprocess.TimeoutExpired):
        return 1
