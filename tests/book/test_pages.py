"""Every page of the built book: light, quiet, at home on its own site, and open to everyone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urldefrag

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from .conftest import CHAPTERS, PAGES, Visitor, faults

pytestmark = pytest.mark.browser

REQUESTS, WEIGHT = 20, 150 * 1024
LOOKS = {"wide-light": (1280, "light"), "narrow-dark": (360, "dark")}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light_quiet_and_accessible(
    name: str, look: str, book: Path, visitor: Callable[..., Visitor]
) -> None:
    width, theme = LOOKS[look]
    guest = visitor(viewport={"width": width, "height": 800}, color_scheme=theme, reduced_motion="reduce")
    page = guest.open(name)
    assert len(guest.asked) <= REQUESTS, [request.url for request in guest.asked]
    assert guest.weight(book) <= WEIGHT
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"
    assert faults(page) == []


def test_only_a_page_with_a_spectrum_loads_its_script(book: Path) -> None:
    loading = []
    for name in CHAPTERS:
        html = (book / name).read_text(encoding="utf-8")
        shown = BeautifulSoup(html, "html.parser").select("script.seminar-payload")
        # An assignment's own script holds it already.
        wanted = any('"type":"spectrum"' in each.text for each in shown)
        wanted = wanted and "_static/assignment.js" not in html
        assert ("_static/spectrum.js" in html) == wanted, name
        if wanted:
            loading.append(name)
            assert html.index("_static/spectrum.js") < html.index("_static/seminar.js")
    assert loading


def test_the_contents_open_and_close_on_a_phone(visitor: Callable[..., Visitor]) -> None:
    page = visitor(**PHONE).open(CHAPTERS[1])
    contents, button = page.locator("#contents"), page.get_by_role("button", name="Contents")
    expect(contents).to_be_hidden()
    button.tap()
    expect(contents).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(contents).to_be_hidden()
    expect(button).to_be_focused()
    button.tap()
    contents.get_by_role("link", name="Every number has a source").tap()
    page.wait_for_url("**/reference/data.html")


def test_the_contents_open_on_a_phone_without_scripts(visitor: Callable[..., Visitor]) -> None:
    page = visitor(java_script_enabled=False, **PHONE).open(CHAPTERS[1])
    page.get_by_role("link", name="Contents").tap()
    expect(page.locator("#contents")).to_be_visible()
    page.get_by_role("link", name="Close", exact=True).tap()
    expect(page.locator("#contents")).to_be_hidden()


@pytest.mark.parametrize("name", CHAPTERS)
def test_without_scripts_a_page_can_be_read(name: str, visitor: Callable[..., Visitor]) -> None:
    page = visitor(java_script_enabled=False, color_scheme="dark").open(name)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("#contents")).to_be_visible()
    # Of variants paper has the first.
    for block in page.locator(".seminar-exercise:not([data-variant]), [data-variant='0']").all():
        expect(block.locator(".seminar-prompt")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 18, 18)"


@pytest.mark.parametrize("name", CHAPTERS)
def test_on_paper_a_page_is_text_on_white(name: str, visitor: Callable[..., Visitor]) -> None:
    page = visitor(color_scheme="dark").open(name)
    page.emulate_media(media="print")
    expect(page.locator("#contents")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_chosen_theme_is_kept_and_the_device_decides_without_one(visitor: Callable[..., Visitor]) -> None:
    page = visitor(color_scheme="dark", viewport={"width": 1280, "height": 800}).open(CHAPTERS[0])
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_label("Colours").select_option("Light")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.get_by_label("Colours").select_option("As the device")
    page.emulate_media(color_scheme="light")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_the_search_finds_a_chapter(visitor: Callable[..., Visitor]) -> None:
    page = visitor(viewport={"width": 1280, "height": 800}).open(CHAPTERS[0])
    page.get_by_label("Search the book").fill("customs")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=customs")
    expect(page.locator("#search-results li").first).to_be_visible()
    assert faults(page) == []


def test_from_a_folder_the_book_opens_searches_and_remembers(
    book: Path, visitor: Callable[..., Visitor]
) -> None:
    guest = visitor(book.as_uri(), viewport={"width": 1280, "height": 800})
    page = guest.open("index.html")
    page.wait_for_url("**/chapters/index.html")
    page = guest.open(CHAPTERS[1])
    exercise = page.locator(".seminar-exercise:has([type=radio])").first
    exercise.get_by_role("radio").first.check()
    page.reload()
    expect(exercise.get_by_role("radio").first).to_be_checked()
    guest.open("search.html?q=customs")
    expect(page.locator("#search-results li").first).to_be_visible()


def chooses(soup: BeautifulSoup) -> set[tuple[str, str]]:
    """Return what a page's filter can be set to by a link: names of menus with their values, and years."""
    menus = {
        (str(menu["name"]), str(option["value"]))
        for menu in soup.select(".seminar-filter select[name]")
        for option in menu.select("option[value]")
    }
    years = {
        (str(box["name"]), str(year))
        for box in soup.select(".seminar-filter input[type=number]")
        for year in range(int(str(box["min"])), int(str(box["max"])) + 1)
    }
    return menus | years


def test_every_link_within_the_book_leads_somewhere(book: Path) -> None:
    pages = {
        path: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser") for path in book.rglob("*.html")
    }
    anchors = {path: {tag["id"] for tag in soup.select("[id]")} for path, soup in pages.items()}
    filters = {path: chooses(soup) for path, soup in pages.items()}
    broken = []
    for path, soup in pages.items():
        for link in soup.select("a[href]"):
            address, fragment = urldefrag(link["href"])
            if ":" in address:
                continue
            target = (path.parent / unquote(address.partition("?")[0])).resolve() if address else path
            if "=" in fragment:
                leads = set(parse_qsl(fragment)) <= filters.get(target, set())
            else:
                leads = not fragment or target not in anchors or unquote(fragment) in anchors[target]
            if not target.is_file() or not leads:
                broken.append(f"{path.relative_to(book)}: {link['href']}")
    assert broken == []


def test_no_page_carries_the_sources_or_another_site(book: Path) -> None:
    assert not (book / "_sources").exists()
    for path in book.rglob("*.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        loaded = [
            tag.get("src") or tag.get("href") for tag in soup.select("script[src], link[rel=stylesheet], img")
        ]
        assert [address for address in loaded if address.startswith(("http", "//"))] == []
