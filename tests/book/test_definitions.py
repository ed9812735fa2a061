"""A term's definition opens beside it, by keyboard, mouse and finger; without scripts it is a link."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Locator, Page, expect

from seminar.tables import plain_rows

from .conftest import CHAPTERS, Visitor, faults

pytestmark = pytest.mark.browser

SOURCES = "chapters/sources/five-documents.html"
WIDE = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "color_scheme": "dark"}


def first_term(page: Page, name: str = "trade war") -> tuple[Locator, Locator]:
    """Return the first mention of a term and what opens beside it."""
    term = page.locator(".seminar-term").filter(has=page.locator(f":text-is('{name}')"))
    return term, page.locator(f"#{term.get_attribute('aria-controls')}")


def within(box: Locator, width: int) -> bool:
    """Say whether an element lies between the edges of a screen of `width`."""
    place = box.bounding_box()
    assert place
    return place["x"] >= 0 and place["x"] + place["width"] <= width


def definitions(book: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    """Yield each chapter and the tree of its page."""
    for name in CHAPTERS:
        yield name, BeautifulSoup((book / name).read_text(encoding="utf-8"), "html.parser")


def test_only_the_first_use_on_a_page_is_defined_and_in_the_glossary_s_own_words(book: Path) -> None:
    meanings = {row["term"]: row["meaning"] for row in plain_rows("glossary")}
    count = 0
    for name, soup in definitions(book):
        targets = [link["href"] for link in soup.select("a.seminar-term")]
        assert len(targets) == len(set(targets)), name
        for link in soup.select("a.seminar-term"):
            earlier = link.find_all_previous("a", href=link["href"])
            assert all(other.find_parent(class_="seminar-exercise") for other in earlier), (name, link)
            box = link.find_next_sibling()
            term = box["aria-label"].removesuffix(": definition")
            said = " ".join(box.get_text(" ", strip=True).split())
            assert re.sub("[“”’]", "'", meanings[term]).replace('"', "'") in re.sub("[“”’]", "'", said)
            count += 1
    assert count >= 8


def test_by_keyboard(visitor: Callable[..., Visitor]) -> None:
    page = visitor(**WIDE).open(SOURCES)
    term, box = first_term(page)
    expect(box).to_be_hidden()
    for key in ("Enter", "Space"):
        term.focus()
        page.keyboard.press(key)
        expect(box).to_be_visible()
        expect(term).to_have_attribute("aria-expanded", "true")
        assert faults(page) == []
        page.keyboard.press("Escape")
        expect(box).to_be_hidden()
        expect(term).to_have_attribute("aria-expanded", "false")
        expect(term).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(box.get_by_role("link", name="In the glossary")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#term-trade-war")


def test_by_finger_on_a_phone(visitor: Callable[..., Visitor]) -> None:
    page = visitor(**PHONE).open(SOURCES)
    term, box = first_term(page, "official name of the relationship")
    term.tap()
    expect(box).to_be_visible()
    assert within(box, 360)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(page) == []
    term.tap()
    expect(box).to_be_hidden()
    term.tap()
    expect(box).to_be_visible()
    other, second = first_term(page, "entente")
    other.tap()
    expect(second).to_be_visible()
    expect(box).to_be_hidden()
    page.locator("h1").tap()
    expect(second).to_be_hidden()


def test_by_a_mouse_that_rests(visitor: Callable[..., Visitor]) -> None:
    page = visitor(**WIDE).open(SOURCES)
    term, box = first_term(page)
    term.hover()
    expect(box).to_be_visible()
    box.hover()
    page.wait_for_timeout(400)
    expect(box).to_be_visible()
    page.mouse.move(2, 2)
    expect(box).to_be_hidden()
    term.hover()
    expect(box).to_be_visible()
    term.click()
    page.mouse.move(2, 2)
    page.wait_for_timeout(400)
    expect(box).to_be_visible()
    term.click()
    expect(box).to_be_hidden()


def test_without_scripts_a_term_is_a_link_and_on_paper_it_is_text(visitor: Callable[..., Visitor]) -> None:
    page = visitor(java_script_enabled=False, **WIDE).open(SOURCES)
    expect(page.locator(".seminar-definition:visible")).to_have_count(0)
    page.locator(".seminar-term").first.click()
    page.wait_for_url("**/glossary.html#term-**")
    page = visitor(**WIDE).open(SOURCES)
    term, box = first_term(page)
    term.click()
    page.emulate_media(media="print")
    expect(box).to_be_hidden()
    assert term.evaluate("node => getComputedStyle(node).textDecorationLine") == "none"


def test_names_in_other_scripts_say_their_language(book: Path) -> None:
    for name, soup in definitions(book):
        for tag in soup.select(".seminar-original"):
            letters = "".join(re.findall(r"\w", tag.get_text()))
            script = {"zh-Hans": "[\u3400-\u9fff]+", "ru": "[\u0400-\u04ff]+", "uk": "[\u0400-\u04ff]+"}
            assert re.fullmatch(script[tag["lang"]], letters), (name, tag)
        article = soup.select_one("article")
        assert article
        for text in article.find_all(string=re.compile("[\u3400-\u9fff\u0400-\u04ff]")):
            if text.find_parent(["script", "svg", "pre", "code"]) is None:
                assert text.find_parent(lang=True), (name, text[:60])
