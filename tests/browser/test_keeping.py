"""Answers are kept, over reloads, tabs and days; where the browser refuses, the page says so and works on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from seminar.exercises.fingerprint import fingerprint
from tests.browser import fixture_page
from tests.browser.conftest import Reader, faults

pytestmark = pytest.mark.browser

KEY = "reading-a-partnership:exercise:fixture-single"
BOTH = ["fixture-single", "fixture-numeric"]
REFUSED = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})"
)
FULL = "Storage.prototype.setItem = function () { throw new DOMException('quota', 'QuotaExceededError') }"
SILENT = "Storage.prototype.setItem = function () { throw new Error('no') }"


def card(page: Page, name: str = "fixture-single") -> Locator:
    return page.locator(f"#exercise-{name}")


def answer(page: Page) -> None:
    card(page).get_by_role("radio", name="Before").check()
    card(page).get_by_role("button", name="Check").click()


def stored(page: Page, key: str = KEY) -> Any:
    text = page.evaluate("(key) => localStorage.getItem(key)", key)
    return None if text is None else json.loads(text)


def test_the_record_has_the_agreed_shape(reader: Callable[..., Reader]) -> None:
    page = reader().open(BOTH)
    answer(page)
    record = stored(page)
    assert record.pop("changed").endswith("Z")
    assert record == {
        "version": 1,
        "id": "fixture-single",
        "fingerprint": record["fingerprint"],
        "response": {"choice": 0},
        "state": "checked",
        "attempts": 1,
        "hints": 0,
        "solution": False,
    }
    card(page, "fixture-numeric").get_by_role("textbox").fill("2,")
    assert stored(page, KEY.replace("single", "numeric"))["response"] == {"number": "2,"}


def test_an_answer_shows_in_another_tab_at_once(reader: Callable[..., Reader]) -> None:
    person = reader()
    first, second = person.open(BOTH), person.open(BOTH)
    answer(first)
    expect(card(second).locator(".seminar-result")).to_contain_text("Right.")
    expect(second.locator(".seminar-progress")).to_contain_text("1 of 2 exercises answered")
    card(second).get_by_role("button", name="Start over").click()
    card(second).get_by_role("button", name="Clear my answer").click()
    expect(card(first).locator(".seminar-result")).to_have_count(0)
    expect(card(first).get_by_role("radio", name="Before")).not_to_be_checked()


def test_typing_goes_on_while_another_tab_answers_something_else(reader: Callable[..., Reader]) -> None:
    person = reader()
    first, second = person.open(BOTH), person.open(BOTH)
    box = card(first, "fixture-numeric").get_by_role("textbox")
    box.press_sequentially("27")
    answer(second)
    expect(card(first).locator(".seminar-result")).to_be_visible()
    box.press_sequentially(",2")
    expect(box).to_have_value("27,2")


def test_progress_counts_and_leads_on(reader: Callable[..., Reader]) -> None:
    page = reader().open(BOTH)
    progress = page.locator(".seminar-progress")
    expect(progress).to_contain_text("0 of 2 exercises answered")
    answer(page)
    expect(progress).to_contain_text("1 of 2 exercises answered")
    progress.get_by_role("link", name="Next: Growth in 2018").click()
    assert page.url.endswith("#exercise-fixture-numeric")
    numeric = card(page, "fixture-numeric")
    numeric.get_by_role("textbox").fill("1")
    expect(progress).to_contain_text("1 of 2 exercises answered")
    numeric.get_by_role("button", name="Check").click()
    expect(progress).to_contain_text("All 2 exercises answered")
    numeric.get_by_role("button", name="Try again").click()
    expect(progress).to_contain_text("All 2 exercises answered")


@pytest.mark.parametrize(
    ("script", "words"),
    [(REFUSED, "keeps nothing"), (FULL, "storage for this site is full"), (SILENT, "keeps nothing")],
)
def test_without_storage_one_notice_says_so_and_all_works(
    script: str, words: str, reader: Callable[..., Reader]
) -> None:
    person = reader()
    person.context.add_init_script(script)
    page = person.open(BOTH)
    answer(page)
    card(page, "fixture-numeric").get_by_role("textbox").fill("27,2")
    card(page, "fixture-numeric").get_by_role("button", name="Check").click()
    for name in BOTH:
        expect(card(page, name).locator(".seminar-result")).to_contain_text("Right.")
    expect(page.locator(".seminar-notice")).to_have_count(1)
    expect(page.locator(".seminar-notice")).to_contain_text(words)
    expect(page.locator(".seminar-progress")).to_contain_text("All 2 exercises answered")
    assert faults(page) == []


def test_when_storage_works_again_the_notice_goes(reader: Callable[..., Reader]) -> None:
    page = reader().open(BOTH)
    page.evaluate(f"() => {{ window.kept = Storage.prototype.setItem; {FULL} }}")
    card(page).get_by_role("radio", name="Before").check()
    expect(page.locator(".seminar-notice")).to_have_count(1)
    page.evaluate("() => { Storage.prototype.setItem = window.kept }")
    card(page).get_by_role("radio", name="After").check()
    expect(page.locator(".seminar-notice")).to_have_count(0)
    assert stored(page)["response"] == {"choice": 1}


@pytest.mark.parametrize(
    "text",
    ["{", "null", "[]", '"text"', "{}", '{"version": 1}', '{"version": 2, "id": "fixture-single"}'],
)
def test_what_cannot_be_read_is_put_aside(text: str, reader: Callable[..., Reader]) -> None:
    person = reader()
    page = person.open(BOTH)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.reload()
    expect(card(page).locator(".seminar-notice")).to_contain_text("cannot be read")
    assert page.evaluate("(key) => localStorage.getItem(key)", f"{KEY}:unreadable") == text
    answer(page)
    assert stored(page)["state"] == "checked"
    page.reload()
    expect(page.locator(".seminar-notice")).to_have_count(0)


@pytest.mark.parametrize(
    "response",
    [
        {"choice": 99, "choices": [0, 0, "a", -1], "number": 5, "order": [0, 0], "pairs": "x", "boxes": [9]},
        {
            "choice": "0",
            "choices": "0",
            "number": None,
            "order": [3, 2],
            "pairs": [1],
            "text": 3,
            "checked": 1,
        },
        {"low": 1, "high": [], "because": {}, "committed": "yes", "boxes": [None] * 40, "pairs": [0.5]},
    ],
)
@pytest.mark.parametrize("state", ["checked", "answered", "committed"])
def test_a_record_with_a_strange_response_breaks_nothing(
    response: Any, state: str, reader: Callable[..., Reader]
) -> None:
    page = reader().open(list(fixture_page.exercises()))
    for name, exercise in fixture_page.exercises().items():
        record = {"version": 1, "id": name, "fingerprint": fingerprint(exercise), "response": response}
        record |= {"state": state, "attempts": 1, "hints": 99, "solution": True, "changed": "never"}
        key = f"reading-a-partnership:exercise:{name}"
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(record)])
    page.reload()
    expect(page.locator(".seminar-root")).to_have_count(len(fixture_page.exercises()))
    assert faults(page) == []


@pytest.mark.parametrize(
    ("name", "response"),
    [
        ("fixture-vote", {}),
        ("fixture-vote", {"choice": 99, "because": "So.", "committed": True}),
        ("fixture-vote", {"choice": 0, "because": " ", "committed": True}),
        ("fixture-forecast", {"number": "100", "low": "120", "high": "150", "committed": True}),
        ("fixture-single", {"choice": 0}),
    ],
)
def test_a_commitment_that_lacks_something_locks_nothing(
    name: str, response: Any, reader: Callable[..., Reader]
) -> None:
    page = reader().open([name])
    record = {"version": 1, "id": name, "fingerprint": fingerprint(fixture_page.exercises()[name])}
    record |= {"response": response, "state": "committed", "attempts": 0, "hints": 0, "solution": False}
    key = f"reading-a-partnership:exercise:{name}"
    text = json.dumps(record | {"changed": "2026-11-21T12:00:00.000Z"})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    page.reload()
    expect(card(page, name).locator(".seminar-after")).to_have_count(0)
    expect(page.locator(".seminar-progress")).to_contain_text("0 of 1 exercise answered")
    if name == "fixture-vote":
        card(page, name).get_by_role("radio").first.check()
        card(page, name).get_by_role("textbox").fill("Machines.")
        assert stored(page, key)["response"] == {"choice": 0, "because": "Machines."}
        card(page, name).get_by_role("button", name="Commit my prediction").click()
        expect(card(page, name).locator(".seminar-after")).to_be_visible()
        assert stored(page, key)["state"] == "committed"


def test_an_answer_to_an_older_exercise_is_put_aside(reader: Callable[..., Reader]) -> None:
    person = reader()
    page = person.open(BOTH)
    answer(page)
    record = stored(page)
    old = {**record, "fingerprint": "0123456789abcdef"}
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(old)])
    page.reload()
    expect(page.locator(".seminar-notice")).to_contain_text("has been changed since you answered it")
    expect(card(page).get_by_role("radio", name="Before")).not_to_be_checked()
    assert stored(page, f"{KEY}:0123456789abcdef") == old
    assert stored(page) is None
    assert faults(page) == []
    answer(page)
    assert stored(page)["fingerprint"] == record["fingerprint"]


def test_it_works_from_a_folder(browser: Browser, tmp_path: Path) -> None:
    path = fixture_page.write(tmp_path, "page.html", BOTH)
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    answer(page)
    expect(card(page).locator(".seminar-result")).to_contain_text("Right.")
    page.reload()
    expect(card(page).locator(".seminar-result")).to_contain_text("Right.")
    context.close()
    assert not errors
