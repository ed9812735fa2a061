"""What else a person meets on the page: order and announcements, paper, no scripts, no key in sight."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import fixture_page
from tests.browser.conftest import Reader, faults

pytestmark = pytest.mark.browser

ALL = list(fixture_page.exercises())


def order(page: Page) -> list[str]:
    return [text[:15] for text in page.locator(".seminar-row__text").all_inner_texts()]


def test_moving_is_announced_and_keeps_the_focus(reader: Callable[..., Reader]) -> None:
    page = reader().open(["fixture-ordering"])
    live = page.get_by_role("status")
    down = page.get_by_role("button", name="Move down: The spans")
    down.focus()
    for position in (3, 4):
        page.keyboard.press("Enter")
        expect(live).to_have_text(f"Moved “The spans meet in mid-river” to position {position} of 4.")
        expect(down).to_be_focused()
    page.keyboard.press("Enter")
    expect(live).to_have_text("“The spans meet in mid-river” is last already.")
    expect(down).to_be_focused()
    assert order(page)[3] == "The spans meet "


def drag_by_mouse(page: Page, grip: Locator, target: Locator) -> None:
    start, end = grip.bounding_box(), target.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 5, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 5, end["y"] + end["height"] / 2 + 12, steps=12)
    page.mouse.up()


def drag_by_touch(page: Page, grip: Locator, target: Locator) -> None:
    start, end = grip.bounding_box(), target.bounding_box()
    assert start
    assert end
    session = page.context.new_cdp_session(page)
    x, first, last = start["x"] + 5, start["y"] + 10, end["y"] + end["height"] / 2 + 12
    points = [first + (last - first) * step / 12 for step in range(13)]
    for kind, ys in (("touchStart", points[:1]), ("touchMove", points[1:])):
        for y in ys:
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.parametrize("drag", [drag_by_mouse, drag_by_touch])
def test_an_item_can_be_dragged(
    drag: Callable[[Page, Locator, Locator], None], reader: Callable[..., Reader]
) -> None:
    page = reader(has_touch=drag is drag_by_touch, viewport={"width": 800, "height": 900}).open(
        ["fixture-ordering"]
    )
    before = order(page)
    drag(page, page.locator(".seminar-row__grip").first, page.locator(".seminar-row").nth(2))
    expect(page.get_by_role("status")).to_contain_text("to position 3 of 4")
    assert order(page) == [before[1], before[2], before[0], before[3]]
    expect(page.locator(".seminar-row--dragged")).to_have_count(0)


def test_feedback_stays_where_the_answer_did(reader: Callable[..., Reader]) -> None:
    page = reader().open(["fixture-classification"])
    for group in page.locator("fieldset").all():
        group.get_by_role("radio", name="a fact").check()
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".seminar-feedback")).to_have_count(4)
    page.locator("fieldset").nth(1).get_by_role("radio", name="a forecast").check()
    expect(page.locator(".seminar-feedback")).to_have_count(3)
    expect(page.get_by_role("button", name="Check")).to_be_visible()


def test_feedback_describes_its_control(reader: Callable[..., Reader]) -> None:
    page = reader().open(["fixture-single"])
    wrong = page.get_by_role("radio", name="After")
    wrong.check()
    page.get_by_role("button", name="Check").click()
    expect(wrong).to_have_accessible_description(
        "Not right It did not take place in June. A text that looks "
        "forward to an event was written before it, or pretends to be."
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_without_scripts_the_question_can_be_read(
    theme: str, width: int, reader: Callable[..., Reader]
) -> None:
    person = reader(java_script_enabled=False, viewport={"width": width, "height": 800})
    page = person.open(ALL, theme=theme, recalls=["fixture-vote"])
    for exercise in fixture_page.exercises().values():
        card = page.locator(f"#exercise-{exercise.id}")
        expect(card).to_contain_text(exercise.title)
        for part in exercise.parts():
            plain = part.text.replace("*", "").replace("\n\n", "").strip()[:30]
            if part.sealed:
                expect(card).not_to_contain_text(plain)
            elif "[" not in part.text and '"' not in part.text:
                expect(card).to_contain_text(plain[:20])
    expect(page.locator(".seminar-progress")).to_be_hidden()
    expect(page.get_by_text("This exercise answers back where scripts run.").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_source_of_the_page_betrays_nothing() -> None:
    text = fixture_page.page(ALL, recalls=["fixture-vote", "fixture-forecast"])
    asked = {part.text for e in fixture_page.exercises().values() for part in e.parts() if not part.sealed}
    for exercise in fixture_page.exercises().values():
        for part in exercise.parts():
            if part.sealed:
                words = part.text.split("*")[0].strip()[:25]
                assert words not in text or any(words in other for other in asked), part
    assert '"correct"' not in text
    assert '"rule"' not in text
    first = text.index("The spans meet"), text.index("The structure is complete")
    assert text.index("The first lorries") < min(first)


def test_the_fallback_takes_the_room_of_what_follows(reader: Callable[..., Reader]) -> None:
    """So that little moves when scripts take over: the page's height changes by less than a tenth."""
    person = reader(viewport={"width": 1280, "height": 800})
    page = person.open(ALL)
    height = "document.documentElement.scrollHeight"
    after = page.evaluate(height)
    person.files["seminar.js"] = ""
    before = person.open(ALL).evaluate(height)
    assert abs(after - before) < 0.1 * after


def test_it_prints_answers_without_buttons(reader: Callable[..., Reader]) -> None:
    page = reader().open(ALL, theme="dark")
    page.locator("#exercise-fixture-text").get_by_role("textbox").fill("A sentence that I wrote.")
    page.locator("#exercise-fixture-single").get_by_role("radio").nth(1).check()
    page.locator("#exercise-fixture-single").get_by_role("button", name="Check").click()
    page.emulate_media(media="print")
    for button in page.locator("button").all():
        expect(button).to_be_hidden()
    expect(page.locator(".seminar-text__print").first).to_be_visible()
    expect(page.locator(".seminar-text__print").first).to_have_text("A sentence that I wrote.")
    expect(page.locator(".seminar-option--on").first).to_be_visible()
    page.locator("body").evaluate("(e) => { e.style.background = '#fff'; e.style.color = '#000' }")
    assert [fault for fault in faults(page) if fault.startswith("color-contrast")] == []


def test_reduced_motion_moves_nothing(reader: Callable[..., Reader]) -> None:
    page = reader(reduced_motion="reduce").open(["fixture-single"])
    still = page.locator(".seminar-progress__bar span").evaluate(
        "(e) => getComputedStyle(e).transitionDuration"
    )
    assert still == "0s"


def test_a_whole_page_is_sound(reader: Callable[..., Reader]) -> None:
    page = reader(viewport={"width": 360, "height": 800}).open(ALL, recalls=["fixture-vote"])
    assert faults(page) == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))


def test_one_broken_exercise_leaves_the_others_alone(browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    text = fixture_page.page(["fixture-single", "fixture-numeric"]).replace('"sealed": "', '"sealed": "!', 1)
    static = fixture_page.STATIC
    page.set_content(text.replace(fixture_page.SCRIPT, "").replace('href="seminar.css"', ""))
    page.add_script_tag(content=(static / "seminar.js").read_text(encoding="utf-8"))
    expect(page.locator("#exercise-fixture-single .seminar-card--paper")).to_be_visible()
    expect(page.locator("#exercise-fixture-numeric").get_by_role("textbox")).to_be_visible()
    context.close()
