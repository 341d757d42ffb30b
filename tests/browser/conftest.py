"""The built site, served as a web server would, and a browser that notes what a page complains of."""

import functools
import gzip
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import SITE_URL
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser import chromium

PAGES = {
    "home": "/",
    "dimensions": "/dimensions/",
    "dimension": "/dimensions/deployment/",
    "dimension not judged": "/dimensions/performance/",
    "framework": "/frameworks/pytorch/",
    "guides": "/use-cases/",
    "guide": "/use-cases/mobile-edge/",
    "guide not judged": "/use-cases/research/",
    "matrix": "/matrix/",
    "tools": "/tools/",
    "code": "/code/",
    "task": "/code/save-and-load/",
    "phrasebook": "/code/phrasebook/",
    "different numbers": "/code/same-model-different-numbers/",
    "article": "/article/",
    "sources": "/sources/",
    "changes": "/changes/",
    "method": "/method/",
    "accessibility": "/accessibility/",
    "not found": "/404.html",
}


class Server(http.server.SimpleHTTPRequestHandler):
    """Static files, compressed where a web server would compress them."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        squeezed = path.suffix in {".html", ".css", ".js", ".json", ".svg", ".xml"}
        body = gzip.compress(body, 6) if squeezed else body
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if squeezed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Keep quiet."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address at which the built site is served: the one it was built for."""
    port = urlsplit(SITE_URL).port or 80
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Server, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield SITE_URL.rstrip("/")
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    path = chromium.find()
    if path is None:
        pytest.exit("No Chrome or Chromium was found, and none could be installed: install one, or name its path in CHROMIUM.", returncode=1)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Open]:
    """Open a page at a width and in a mode; `page.complaints` of the test is what the browser said meanwhile."""
    contexts: list[BrowserContext] = []

    def opened(path: str, width: int = 1440, mode: Any = "light", script: bool = True, height: int = 900) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=mode, java_script_enabled=script, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
