"""The built book on paper, on both sheets that the world uses: whole, dark on white, cut where it may be."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import CHAPTERS, Visitor, faults

pytestmark = pytest.mark.browser

MARGINS = (34, 38)
"""What the style sheet leaves at the sides, and above and below, in millimetres."""
SHEETS = {"A4": (210, 297), "Letter": (216, 279)}
WITH_EXERCISES = [
    name
    for name in CHAPTERS
    if name.split("/")[1] in ("sources", "history", "economics", "debates", "assignments")
]
PIECES = ".seminar-picture, .seminar-option, .seminar-row, .seminar-sort, .seminar-pair, figure, tr"


def as_on(page: Page, sheet: str) -> int:
    """Lay the page out as on that paper; return the height of what a sheet holds, in CSS pixels."""
    width, height = (
        round((size - margin) * 96 / 25.4) for size, margin in zip(SHEETS[sheet], MARGINS, strict=True)
    )
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print")
    return height


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", WITH_EXERCISES)
def test_a_chapter_prints(name: str, sheet: str, visitor: Callable[..., Visitor]) -> None:
    page = visitor(color_scheme="dark").open(name)
    page.evaluate("() => { window.print = () => {} }")
    page.locator(".print summary").click()
    page.get_by_role("button", name="With room to write").click()
    expect(page.locator("html")).to_have_attribute("data-print", "room")
    content = page.pdf(format=sheet)
    boxes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content))
    assert len(boxes) == 1
    size = [round(float(side) * 25.4 / 72) for side in boxes.pop()]
    assert size == list(SHEETS[sheet])
    height = as_on(page, sheet)
    for gone in (
        ".top",
        ".contents",
        ".outline",
        ".turn",
        ".print",
        ".seminar-progress",
        ".seminar-actions",
        ".skip",
    ):
        for found in page.locator(gone).all():
            expect(found).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the paper"
    tall = page.evaluate(
        """([pieces, height]) => [...document.querySelectorAll(pieces)]
          .filter((el) => el.getBoundingClientRect().height > height)
          .map((el) => el.outerHTML.slice(0, 200))""",
        [PIECES, height],
    )
    assert tall == [], "taller than a sheet, so that it has to be cut"
    # Dark on white, whatever the theme.
    assert [fault for fault in faults(page) if "color-contrast" in fault] == []


def test_addresses_of_other_sites_are_on_the_paper(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("chapters/sources/five-documents.html")
    page.emulate_media(media="print")
    link = page.locator('article a[href^="http"]').first
    shown = link.evaluate("(link) => getComputedStyle(link, '::after').content")
    assert str(link.get_attribute("href")) in shown


def test_neither_way_to_print_loses_a_question(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open(WITH_EXERCISES[0])
    page.evaluate("() => { window.print = () => {} }")
    page.locator(".print summary").click()
    titles = page.locator(".seminar-exercise .seminar-card__title").all_inner_texts()
    for how in ("With my answers", "With room to write"):
        page.emulate_media(media="screen")
        page.get_by_role("button", name=how).click()
        page.emulate_media(media="print")
        seen = page.locator(".seminar-exercise .seminar-card__title:visible").all_inner_texts()
        assert seen == titles
