"""Editing under serve: an edit shows without a restart, a fault becomes a banner, and the page never goes away."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

WAIT = 30.0
"""Seconds until an edit must show; it takes about one."""


@pytest.fixture
def served(project: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the project under `mkdocs serve`, and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project / "src"), "SITE_URL": ""}
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    log = (project / "serve.log").open("w")
    process = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)
    try:
        yield project, f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)
        log.close()


def shows(address: str, words: str, wanted: bool = True) -> None:
    """Wait until the page at `address` shows `words`, or shows them no more."""
    end, html = time.monotonic() + WAIT, ""
    while time.monotonic() < end:
        try:
            html = urllib.request.urlopen(address, timeout=5).read().decode()
        except OSError:
            html = ""
        if html and (words in html) == wanted:
            return
        time.sleep(0.2)
    pytest.fail(f"after {WAIT} s “{words}” {'does not stand' if wanted else 'still stands'} at {address}: {html[:300]}")


def test_edits_and_faults_show_in_the_browser(served: tuple[Path, str]) -> None:
    project, address = served
    page = f"{address}/dimensions/deployment/"
    shows(page, "side by side")
    path = project / "data/dimensions/deployment.yaml"
    sound = path.read_text()

    path.write_text(sound.replace("title: Model deployment", "title: Deploying a model"))
    shows(page, "Deploying a model")

    path.write_text(sound.replace("TorchServe, PyTorch's own server,", "TorchServe, once PyTorch's own server,", 1))
    shows(page, "once PyTorch")
    shows(page, "its words or sources changed after it was held against them")

    path.write_text(sound.replace("    edge: even", "    edge: evn", 1))
    shows(page, "did you mean “even”?")

    path.write_text(sound)
    shows(page, "fault-banner", wanted=False)

    template = project / "src/compare/templates/dimension.md.j2"
    template.write_text(template.read_text().replace("side by side", "cell by cell"))
    shows(page, "cell by cell")
