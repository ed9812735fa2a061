"""What browser tests share: pages that must stay quiet, and axe."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from seminar.sphinx.pages import THEME
from tests.browser import fixture_page
from tests.browser.node import modules
from tests.browser.offline import opening

ORIGIN = "http://book.example"


class Reader:
    """A person's browser: pages come from memory; all else that they ask for is refused and noted."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        self.context: BrowserContext = browser.new_context(**options)
        self.context.set_default_timeout(5000)
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self.files: dict[str, str | bytes] = {
            name: (fixture_page.STATIC / name).read_bytes()
            for name in ("assignment.js", "print.js", "seminar.js", "seminar.css", "spectrum.js", "work.js")
        }
        self.files["book.js"] = (THEME / "assets" / "book.js").read_bytes()
        self.context.route("**/*", self._serve)
        self.context.on("page", self._follow)

    def _serve(self, route: Route) -> None:
        url = route.request.url
        name = url.removeprefix(f"{ORIGIN}/").partition("?")[0]
        if not url.startswith(ORIGIN) or name not in self.files:
            self.foreign.append(url)
            route.abort()
            return
        kind = {"html": "text/html", "js": "text/javascript", "css": "text/css"}[name.rpartition(".")[2]]
        route.fulfill(body=self.files[name], content_type=f"{kind}; charset=utf-8")

    def _follow(self, page: Page) -> None:
        page.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, ids: Sequence[str], name: str = "page.html", **options: Any) -> Page:
        """Open a new page with these exercises in a new tab."""
        self.files[name] = fixture_page.page(ids, **options)
        page = self.context.new_page()
        page.goto(f"{ORIGIN}/{name}")
        return page


@pytest.fixture
def offline(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open files with the network off; at the end nothing was asked for and nothing complained."""
    with opening(browser) as opened:
        yield opened


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[..., Reader]]:
    """Make readers; at the end none of their pages may have logged an error or asked anybody else."""
    readers: list[Reader] = []

    def make(**options: Any) -> Reader:
        readers.append(Reader(browser, **options))
        return readers[-1]

    yield make
    for found in readers:
        found.context.close()
        assert not found.errors
        assert not found.foreign


@cache
def _axe() -> str:
    return (modules() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """Return what axe finds in a page, with its best practices and the size of targets; colours included."""
    page.evaluate(f"() => {{ if (!window.axe) {{ {_axe()} }} }}")
    found: list[str] = page.evaluate(
        """async () => {
          const result = await axe.run(document, {rules: {"target-size": {enabled: true}}});
          return result.violations.flatMap(
            (v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`));
        }"""
    )
    return found
