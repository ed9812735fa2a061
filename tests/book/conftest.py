"""A reader of the built book, whose pages may ask nobody but the book's own site."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, Request, Route

from tests.browser.conftest import faults as faults

ROOT = Path(__file__).resolve().parents[2]


def listed(node: Any) -> Iterator[str]:
    """Yield the pages that the table of contents lists, in its order."""
    if isinstance(node, dict):
        for key in ("root", "file"):
            if key in node:
                yield node[key]
        for key in ("parts", "chapters", "sections"):
            yield from listed(node.get(key, []))
    elif isinstance(node, list):
        for child in node:
            yield from listed(child)


CHAPTERS = [f"{name}.html" for name in listed(yaml.safe_load((ROOT / "_toc.yml").read_text()))]
PAGES = ["index.html", *CHAPTERS, "search.html"]


class Visitor:
    """A browser's tab on the book at `address`; it notes what pages load, ask of others and complain of."""

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        self.address = address
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(8000)
        self.context.route("**/*", self._stay)
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        self.asked: list[Request] = []
        self.page = self.context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfinished", lambda request: self.asked.append(request))

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _stay(self, route: Route) -> None:
        if route.request.url.startswith(self.address):
            route.continue_()
        else:
            self.foreign.append(route.request.url)
            route.abort()

    def open(self, name: str) -> Page:
        """Open a page of the book and wait until all of it is there."""
        self.asked.clear()
        self.page.goto(f"{self.address}/{name}", wait_until="load")
        self.page.wait_for_load_state("networkidle")
        return self.page

    def weight(self, book: Path) -> int:
        """Return the bytes of what the page loaded, each file gzipped as a server would send it."""
        paths = {urlsplit(request.url).path for request in self.asked}
        return sum(len(gzip.compress((book / path.lstrip("/")).read_bytes(), mtime=0)) for path in paths)


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[Callable[..., Visitor]]:
    """Make visitors; at the end none may have complained or asked anybody else."""
    made: list[Visitor] = []

    def make(address: str = site, **options: Any) -> Visitor:
        made.append(Visitor(browser, address, **options))
        return made[-1]

    yield make
    for found in made:
        found.context.close()
        assert found.foreign == []
        assert found.complaints == []


def blocks(book: Path) -> dict[str, tuple[str, str]]:
    """Return every exercise in the book by its id: its page, and its HTML wherever the page shows it.

    An assignment sets exercises again that have a page of their own.
    """
    found: dict[str, tuple[str, str]] = {}
    for name in CHAPTERS:
        soup = BeautifulSoup((book / name).read_text(encoding="utf-8"), "html.parser")
        for block in soup.select(".seminar-exercise, .seminar-recall"):
            exercise = str(block["data-exercise"])
            if "/assignments/" not in name or exercise not in found:
                found[exercise] = (name, found.get(exercise, ("", ""))[1] + str(block))
    return found
