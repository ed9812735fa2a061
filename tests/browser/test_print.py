"""A page on paper: as it stands or with room to write, and on the screen nothing changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader, faults
from tests.browser.test_keeping import answer, card

pytestmark = pytest.mark.browser

SINGLE, TEXT, VOTE = "fixture-single", "fixture-text", "fixture-vote"
DRAW, REVEAL, EXPLORE = "figure-draw", "figure-reveal", "figure-explore"


def ask(page: Page, how: str) -> None:
    """Print by keyboard, but for the browser's own dialogue; the page then stays as for paper."""
    page.evaluate("() => { window.asked = 0; window.print = () => { window.asked += 1 } }")
    control = page.locator(".print")
    if control.get_attribute("open") is None:
        control.locator("summary").press("Enter")
    control.get_by_role("button", name=how).press("Enter")
    page.wait_for_function("window.asked === 1")
    page.emulate_media(media="print")


def end(page: Page) -> None:
    page.emulate_media(media="screen")
    page.evaluate("() => { window.dispatchEvent(new Event('afterprint')) }")


def test_with_answers_it_is_the_page_as_it_stands(reader: Callable[..., Reader]) -> None:
    page = reader().open([SINGLE, TEXT, DRAW], printing=True)
    answer(page)
    card(page, TEXT).get_by_role("textbox").fill("A sentence that I wrote.")
    box = card(page, DRAW).locator(".seminar-series input").first
    box.fill("120")
    ask(page, "With my answers")
    expect(card(page).get_by_role("radio", name="Before")).to_be_checked()
    expect(card(page).locator(".seminar-result")).to_be_visible()
    expect(card(page, TEXT).locator(".seminar-text__print")).to_have_text("A sentence that I wrote.")
    expect(
        card(page, DRAW).locator(".seminar-over__point, .seminar-handle:not(.seminar-handle--waiting)")
    ).not_to_have_count(0)
    expect(page.locator(".seminar-printed")).to_have_count(0)
    expect(page.locator(".seminar-exercise").get_by_role("button")).to_have_count(0)


def test_with_room_to_write_it_is_as_before_any_answer(reader: Callable[..., Reader]) -> None:
    page = reader().open([SINGLE, TEXT, DRAW, EXPLORE], printing=True)
    answer(page)
    card(page, TEXT).get_by_role("textbox").fill("A sentence that I wrote.")
    card(page, DRAW).locator(".seminar-series input").first.fill("120")
    ask(page, "With room to write")
    main = page.locator("main")
    for gone in (
        ".seminar-result",
        ".seminar-over",
        "input",
        "textarea",
        ".seminar-text__print",
        ".seminar-root",
    ):
        expect(main.locator(f"{gone}:visible"), gone).to_have_count(0)
    expect(card(page).locator(".seminar-blank--round")).to_have_count(3)
    lines = card(page, TEXT).locator(".seminar-room span")
    assert lines.count() >= 4
    for i in range(lines.count()):
        assert lines.nth(i).evaluate("(line) => line.getBoundingClientRect().height") >= 30
    expect(card(page, DRAW).locator("svg.seminar-figure:visible")).to_have_count(1)
    expect(card(page, DRAW).locator(".seminar-blank--small:visible")).not_to_have_count(0)
    # The picture has its own ids, or what one of the two hides would be missing in the other.
    ids = page.evaluate("() => [...document.querySelectorAll('svg [id]')].map((el) => el.id)")
    assert len(ids) == len(set(ids))
    end(page)
    expect(page.locator(".seminar-printed")).to_have_count(0)
    expect(card(page).locator(".seminar-result")).to_be_visible()
    expect(card(page, TEXT).get_by_role("textbox")).to_have_value("A sentence that I wrote.")
    # It can be printed again, in another way.
    ask(page, "With my answers")
    expect(card(page).locator(".seminar-result")).to_be_visible()


def test_the_screen_stays_alive_where_a_browser_does_not_say_that_it_has_printed(
    reader: Callable[..., Reader],
) -> None:
    page = reader().open([SINGLE], printing=True)
    ask(page, "With room to write")
    page.emulate_media(media="screen")
    expect(page.locator(".seminar-printed")).to_be_hidden()
    answer(page)
    expect(card(page).locator(".seminar-result")).to_be_visible()
    assert faults(page) == []
    ask(page, "With room to write")
    expect(page.locator(".seminar-printed")).to_have_count(1)


def test_a_reveal_stays_covered_on_paper_until_it_is_committed(reader: Callable[..., Reader]) -> None:
    page = reader().open([REVEAL], printing=True)
    hidden = page.locator("[data-gid]:not(:empty)").count()
    for how in ("With my answers", "With room to write"):
        ask(page, how)
        place = card(page, REVEAL).locator("svg.seminar-figure:visible")
        assert place.locator("[data-gid]:not(:empty)").count() == hidden
        end(page)
    place = card(page, REVEAL)
    for box in place.get_by_role("textbox").all():
        box.fill("1")
    place.get_by_role("button", name="Commit").click()
    expect(place.locator(".seminar-after")).to_be_visible()
    ask(page, "With my answers")
    shown = place.locator("svg.seminar-figure:visible")
    assert shown.locator("[data-gid]:not(:empty)").count() > hidden
    end(page)
    ask(page, "With room to write")
    shown = place.locator("svg.seminar-figure:visible")
    assert shown.locator("[data-gid]:not(:empty)").count() == hidden


def test_what_is_met_again_asks_nothing_twice_on_paper(reader: Callable[..., Reader]) -> None:
    page = reader().open([VOTE], recalls=[VOTE], printing=True)
    ask(page, "With room to write")
    expect(page.locator(".seminar-blank:visible")).to_have_count(3)
    expect(page.locator(".seminar-recall .seminar-card__title:visible")).to_have_count(1)
