"""Files of ours that open from a folder, with the network off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page


@contextmanager
def opening(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Give what opens a file, with a script to run first; in the end nothing was asked for or complained."""
    contexts: list[BrowserContext] = []
    asked: list[str] = []
    opened_files: set[str] = set()
    complaints: list[str] = []

    def opened(path: Path, script: str = "", **options: Any) -> Page:
        known = {"offline": True, "viewport": {"width": 1280, "height": 900}}
        context = browser.new_context(**{**known, **options})
        context.set_default_timeout(5000)
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        opened_files.add(path.as_uri())
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("data:", "file:", "blob:"))] == []
    assert {url for url in asked if url.startswith("file:")} == opened_files
    assert complaints == []
