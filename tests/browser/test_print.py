"""A page on paper: as it stands or with room to write, and on the screen nothing changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from seminar.surfaces.markup import rendered
from tests.browser import fixture_page
from tests.browser.conftest import Reader, faults
from tests.browser.test_keeping import answer, card
from tests.browser.test_work import file_of, given, my_work, open_file, said

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


# -- the whole work

GIVEN: dict[str, tuple[dict[str, Any], list[str]]] = {
    SINGLE: ({"choice": 1}, ["After the summit took place"]),
    "fixture-multiple": ({"choices": [1, 0]}, ["Trade fell in 2019.", "Trade grew in every year"]),
    "fixture-numeric": ({"number": "27,2"}, ["27,2"]),
    "fixture-ordering": ({"order": [2, 0, 1, 3]}, []),
    "fixture-matching": ({"pairs": [1, None, 0]}, ["left open"]),
    "fixture-classification": ({"boxes": [0, None, 1]}, ["left open"]),
    TEXT: ({"text": "<b>Mine</b>\nand more"}, ["<b>Mine</b>\nand more"]),
    "fixture-spectrum": (
        {"boxes": [2, None, 4, 0], "choice": 2, "because": "I <i>live</i> there."},
        [
            "The article in the journal → entente",
            "The remarks → left open",
            "You → symbiosis",
            "Placing defended: You",
            "I <i>live</i> there.",
        ],
    ),
    VOTE: ({"choice": 0, "because": "habit", "committed": True}, ["China with Russia", "habit"]),
    "fixture-forecast": (
        {"number": "120", "low": "100", "high": "140"},
        ["120 billion US dollars", "Range: 100 to 140"],
    ),
}


def test_the_whole_work_prints_every_answer_in_words_under_its_question(
    reader: Callable[..., Reader],
) -> None:
    person = reader()
    person.files["work-texts.js"] = fixture_page.work_texts(list(GIVEN))
    page = my_work(person, [*GIVEN, "fixture-none"])
    button = page.get_by_role("button", name="Print my answers")
    button.press("Enter")
    expect(said(page)).to_have_text("There is nothing to print yet.")
    answers = {name: [given(name, 3, response)] for name, (response, _) in GIVEN.items()}
    # An answer to another wording does not stand under this one.
    old = given(SINGLE, 1, {"choice": 2}, fingerprint="0" * 16)
    open_file(page, file_of({**answers, SINGLE: [*answers[SINGLE], old]}))
    page.evaluate("() => { window.asked = 0; window.print = () => { window.asked += 1 } }")
    button.press("Enter")
    page.wait_for_function("window.asked === 1")
    sheet = page.locator(".seminar-sheet")
    expect(sheet).to_be_hidden()
    page.emulate_media(media="print")
    expect(sheet).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(sheet.locator("h2")).to_have_text(["Fixture"])
    expect(sheet.locator("h3")).to_have_text([fixture_page.exercises()[name].title for name in GIVEN])
    for name, (_, words) in GIVEN.items():
        own = sheet.locator(
            "section", has=page.get_by_role("heading", name=fixture_page.exercises()[name].title)
        )
        for text in words:
            assert text in own.inner_text(), name
    # Positions are those of the file, and the texts come as they are first shown.
    order = sheet.locator("ol li").all_inner_texts()
    items = [step.text.replace("*", "") for step in fixture_page.exercises()["fixture-ordering"].items]  # type: ignore[attr-defined]
    assert order == [items[i] for i in (2, 0, 1, 3)]
    pairs = fixture_page.exercises()["fixture-matching"].pairs  # type: ignore[attr-defined]
    expect(sheet).to_contain_text(f"{pairs[0].left} → ")
    assert [fault for fault in faults(page) if "color-contrast" in fault] == []
    page.emulate_media(media="screen")
    page.evaluate("() => { window.dispatchEvent(new Event('afterprint')) }")
    expect(sheet).to_have_count(0)


def test_the_questions_hold_nothing_sealed() -> None:
    text = fixture_page.work_texts(list(fixture_page.exercises())).decode()
    for exercise in fixture_page.exercises().values():
        html = rendered(exercise)
        for part in exercise.parts():
            if part.sealed and len(part.text) > 12:
                assert html[part.path] not in text, (exercise.id, part.path)
