"""The solutions of the built book print: everything on the sheet, nothing asked of anybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from seminar.cli import main

from .conftest import blocks, faults

pytestmark = pytest.mark.browser

PAPER = 718
"""190 millimetres, between the margins of A4, in CSS pixels."""


@pytest.mark.parametrize("name", ["economics/trade", "instructors/writing-exercises"])
def test_a_sheet_of_solutions_prints(name: str, book: Path, browser: Browser, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.html"
    assert main(["solutions", name, "--to", str(sheet), "--site", str(book)]) == 0
    asked: list[str] = []
    with browser.new_context(viewport={"width": PAPER, "height": 1000}, color_scheme="dark") as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(sheet.as_uri())
        assert faults(page) == []
        page.emulate_media(media="print")
        own = [exercise for exercise, (where, _) in blocks(book).items() if where == f"chapters/{name}.html"]
        assert page.locator(".facts code").all_inner_texts() == own
        assert page.evaluate("document.documentElement.scrollWidth") <= PAPER
        cut = page.evaluate(
            """() => [...document.querySelectorAll("main, main *")].filter((el) => {
                 const {left, right} = el.getBoundingClientRect();
                 return left < -0.5 || right > innerWidth + 0.5;
               }).map((el) => el.outerHTML.slice(0, 80))"""
        )
        assert cut == []
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.locator("script").count() == 0
    assert [url for url in asked if not url.startswith("data:")] == [sheet.as_uri()]
