"""My work: every exercise with its state, answers that travel in a file, and none that is ever lost."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from seminar.exercises import work
from seminar.exercises.fingerprint import fingerprint
from seminar.surfaces.payload import BOOK
from tests.browser import fixture_page
from tests.browser.conftest import ORIGIN, Reader, faults
from tests.browser.test_keeping import FULL, REFUSED, answer, card, stored
from tests.exercises.test_work import HOSTILE

pytestmark = pytest.mark.browser

SINGLE, NUMERIC, TEXT, FORECAST = "fixture-single", "fixture-numeric", "fixture-text", "fixture-vote"
IDS = [SINGLE, NUMERIC, TEXT, FORECAST]
EXERCISES = fixture_page.exercises()


def given(name: str, day: int, response: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """An answer of a day in March."""
    return {
        "fingerprint": fingerprint(EXERCISES[name]),
        "response": response,
        "state": "checked",
        "attempts": 1,
        "hints": 0,
        "solution": False,
        "changed": f"2026-03-{day:02}T12:00:00.000Z",
        **fields,
    }


def file_of(exercises: dict[str, list[dict[str, Any]]], **fields: Any) -> str:
    return json.dumps(
        {
            "format": work.FORMAT,
            "version": 1,
            "book": BOOK,
            "book_version": "0.0.9",
            "saved": "2026-03-31T12:00:00.000Z",
            "exercises": [{"id": name, "answers": answers} for name, answers in exercises.items()],
            **fields,
        }
    )


def my_work(person: Reader, ids: list[str] = IDS) -> Page:
    person.files["work.html"] = fixture_page.work_page(ids)
    page = person.context.new_page()
    page.goto(f"{ORIGIN}/work.html")
    return page


def row(page: Page, name: str) -> Any:
    return page.locator(f'li:has(> p > a[href$="#exercise-{name}"])')


def state(page: Page, name: str) -> Any:
    return row(page, name).locator(".seminar-work__state")


def said(page: Page) -> Any:
    return page.locator(".seminar-work__said")


def open_file(page: Page, text: str | bytes) -> None:
    content = text.encode() if isinstance(text, str) else text
    page.locator("#seminar-work-file").set_input_files(
        files=[{"name": "work.json", "mimeType": "application/json", "buffer": content}]
    )


def saved(page: Page) -> work.Work:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to file").click()
    assert download.value.suggested_filename.startswith(f"{BOOK}-20")
    return work.read(Path(download.value.path()).read_bytes(), BOOK)


def ids_in(found: work.Work) -> list[str]:
    return [entry["id"] for entry in found["exercises"]]


def storage(page: Page) -> Any:
    return page.evaluate("() => Object.entries(localStorage).sort()")


# -- the list


def test_each_exercise_has_its_state_also_from_another_tab(reader: Callable[..., Reader]) -> None:
    person = reader()
    page = my_work(person)
    expect(state(page, SINGLE)).to_have_text("not begun")
    expect(page.locator(".seminar-work__count")).to_have_text("0 of 4 exercises answered")
    chapter = person.open(IDS)
    card(chapter).get_by_role("radio", name="Before").check()
    expect(state(page, SINGLE)).to_have_text("answered")
    card(chapter).get_by_role("button", name="Check").click()
    expect(state(page, SINGLE)).to_have_text("checked")
    card(chapter, TEXT).get_by_role("textbox").fill("Because.")
    expect(state(page, TEXT)).to_have_text("answered")
    expect(page.locator(".seminar-work__count")).to_have_text("1 of 4 exercises answered")
    assert faults(page) == []


def test_the_list_is_filtered_by_state(reader: Callable[..., Reader]) -> None:
    person = reader()
    answer(person.open(IDS))
    page = my_work(person)
    page.get_by_label("Show").select_option("checked or committed")
    expect(row(page, SINGLE)).to_be_visible()
    expect(row(page, NUMERIC)).to_be_hidden()
    expect(page.get_by_text("1 exercise shown.")).to_be_visible()
    page.get_by_label("Show").select_option("not begun")
    expect(row(page, SINGLE)).to_be_hidden()
    expect(row(page, NUMERIC)).to_be_visible()


def test_without_scripts_it_is_a_list(reader: Callable[..., Reader]) -> None:
    page = my_work(reader(java_script_enabled=False))
    for name in IDS:
        expect(row(page, name).get_by_role("link")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def test_a_chapter_leads_to_it(reader: Callable[..., Reader]) -> None:
    person = reader()
    person.files["work.html"] = fixture_page.work_page(IDS)
    page = person.open(IDS)
    expect(page.get_by_role("button", name="Save or open my answers")).to_have_count(0)
    page.locator(".seminar-progress").get_by_role("link", name="My work").click()
    expect(state(page, SINGLE)).to_have_text("not begun")


# -- saving and opening


def test_answers_travel_to_another_browser(reader: Callable[..., Reader]) -> None:
    first, second = reader(), reader()
    answer(first.open(IDS))
    here = my_work(first)
    found = saved(here)
    expect(said(here)).to_contain_text("Answers to 1 exercise are in")
    assert found["book_version"] == "0.1.0"
    there = my_work(second)
    # Some editors put this mark before a text.
    open_file(there, b"\xef\xbb\xbf" + work.write(found))
    expect(said(there)).to_have_text(
        "The answer to 1 exercise now comes from the file. All other answers are kept."
    )
    expect(state(there, SINGLE)).to_have_text("checked")
    expect(card(second.open(IDS)).locator(".seminar-result")).to_contain_text("Right.")
    again = saved(there)
    assert again["exercises"] == found["exercises"]
    open_file(there, work.write(found))
    expect(said(there)).to_contain_text("Nothing in the file is newer")


def test_an_open_chapter_shows_what_a_file_brought(reader: Callable[..., Reader]) -> None:
    person = reader()
    chapter = person.open(IDS)
    open_file(my_work(person), file_of({SINGLE: [given(SINGLE, 3, {"choice": 0})]}))
    expect(card(chapter).locator(".seminar-result")).to_contain_text("Right.")


def test_opinions_stay_unless_ticked_for_that_file(reader: Callable[..., Reader]) -> None:
    page = my_work(reader())
    opinions = {
        TEXT: [given(TEXT, 3, {"text": "What I think"})],
        FORECAST: [given(FORECAST, 3, {"choice": 0, "committed": True}, state="committed")],
        "gone-from-the-book": [given(SINGLE, 3, {"choice": 0})],
    }
    open_file(page, file_of({SINGLE: [given(SINGLE, 3, {"choice": 0})], **opinions}))
    expect(page.get_by_text("Answers to exercises that are not in this edition")).to_be_visible()
    tick = page.get_by_role("checkbox", name="Include my predictions and written answers")
    expect(tick).not_to_be_checked()
    found = saved(page)
    assert ids_in(found) == [SINGLE]
    assert "What I think" not in work.write(found).decode()
    expect(said(page)).to_contain_text("3 predictions and written answers were left out.")
    tick.check()
    assert set(ids_in(saved(page))) == {SINGLE, *opinions}
    expect(tick).not_to_be_checked()
    assert ids_in(saved(page)) == [SINGLE]
    expect(page.get_by_role("link", name="Reading this book safely")).to_have_attribute(
        "href", "opinions.html"
    )


def test_the_newer_answer_counts_and_the_older_comes_back(reader: Callable[..., Reader]) -> None:
    person = reader()
    page = my_work(person)
    open_file(page, file_of({SINGLE: [given(SINGLE, 3, {"choice": 0})]}))
    open_file(page, file_of({SINGLE: [given(SINGLE, 5, {"choice": 1})]}))
    expect(row(page, SINGLE).get_by_text("1 other answer is kept")).to_be_visible()
    assert stored(page)["response"] == {"choice": 1}
    row(page, SINGLE).locator("summary").press("Enter")
    row(page, SINGLE).get_by_role("button", name="Bring back the answer of 3 March 2026").press("Enter")
    expect(said(page)).to_contain_text("is back; the one it replaced is kept.")
    expect(row(page, SINGLE).locator("summary")).to_be_focused()
    record = stored(page)
    assert record["response"] == {"choice": 0}
    assert record["changed"] == "2026-03-03T12:00:00.000Z"
    # What was chosen stays chosen, here and elsewhere, and both answers are in the file.
    found = saved(page)
    open_file(page, file_of({SINGLE: [given(SINGLE, 5, {"choice": 1})]}))
    expect(said(page)).to_contain_text("Nothing in the file is newer")
    assert stored(page)["response"] == {"choice": 0}
    assert len(found["exercises"][0]["answers"]) == 2
    chapter = person.open(IDS)
    card(chapter).get_by_role("radio", name="After").check()
    record = stored(chapter)
    assert "chosen" not in record
    assert record["changed"] > found["exercises"][0]["answers"][0]["chosen"]
    assert faults(page) == []


def test_an_answer_to_a_corrected_exercise_is_kept_and_marked(reader: Callable[..., Reader]) -> None:
    page = my_work(reader())
    old = given(SINGLE, 4, {"choice": 2, "because": "<img src=x onerror=alert(1)>"}, fingerprint="0" * 16)
    open_file(page, file_of({SINGLE: [old]}))
    expect(state(page, SINGLE)).to_have_text("not begun")
    row(page, SINGLE).locator("summary").click()
    expect(row(page, SINGLE)).to_contain_text("An answer of 4 March 2026")
    expect(row(page, SINGLE)).to_contain_text("to an earlier wording of this exercise")
    expect(row(page, SINGLE)).to_contain_text("You wrote: <img src=x onerror=alert(1)>")
    expect(row(page, SINGLE).get_by_role("button")).to_have_count(0)
    page.get_by_role("checkbox").check()
    assert saved(page)["exercises"][0]["answers"] == [old]


def test_what_the_chapter_put_aside_is_there_too(reader: Callable[..., Reader]) -> None:
    person = reader()
    page = person.open(IDS)
    record = {"version": 1, "id": SINGLE, **given(SINGLE, 4, {"choice": 0}, fingerprint="0" * 16)}
    key = f"{BOOK}:exercise:{SINGLE}"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(record)])
    page.reload()
    answer(page)
    listed = my_work(person)
    expect(row(listed, SINGLE).get_by_text("1 other answer is kept")).to_be_visible()
    assert len(saved(listed)["exercises"][0]["answers"]) == 2


def test_a_clock_put_back_does_not_lose_the_later_answer(reader: Callable[..., Reader]) -> None:
    person = reader()
    page = my_work(person)
    ahead = given(SINGLE, 3, {"choice": 0}, changed="2090-01-01T00:00:00.000Z")
    open_file(page, file_of({SINGLE: [ahead]}))
    card(person.open(IDS)).get_by_role("radio", name="After").check()
    open_file(page, file_of({SINGLE: [ahead]}))
    expect(said(page)).to_contain_text("Nothing in the file is newer")
    assert stored(page)["response"] == {"choice": 1}
    assert len(saved(page)["exercises"][0]["answers"]) == 2


# -- files that are refused

WORDS = {
    "large": "larger than any file of answers",
    "unreadable": "cannot be read as a file of answers",
    "foreign": "not a file of answers from this book",
    "newer": "comes from a newer edition",
    "damaged": "is damaged or has been altered",
}


def test_a_file_that_cannot_be_opened_changes_nothing_and_says_why(
    reader: Callable[..., Reader], tmp_path: Path
) -> None:
    person = reader()
    answer(person.open(IDS))
    page = my_work(person)
    before = storage(page)
    files = {
        **HOSTILE,
        "not text": (b"\xff\xfe\x00", "unreadable"),
        "100 MB": (b"", "large"),
        "deep": ("[" * 200_000, "unreadable"),
    }
    path = tmp_path / "work.json"
    for name, (text, reason) in files.items():
        path.write_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
        if reason == "large":
            os.truncate(path, 100_000_000)
        page.locator("#seminar-work-file").set_input_files(path)
        expect(said(page), name).to_contain_text(WORDS[reason])
        expect(said(page), name).to_contain_text("nothing has changed")
        # Each is said anew.
        page.evaluate("() => { document.querySelector('.seminar-work__said').textContent = '' }")
    assert storage(page) == before
    assert page.evaluate("() => ({}).polluted") is None


# -- storage that fails


def test_a_file_that_does_not_fit_is_taken_in_wholly_or_not_at_all(reader: Callable[..., Reader]) -> None:
    person = reader()
    answer(person.open(IDS))
    page = my_work(person)
    before = storage(page)
    page.evaluate(
        """() => { const set = Storage.prototype.setItem; let left = 3;
          Storage.prototype.setItem = function (...given) {
            if (left-- === 0) throw new DOMException('quota', 'QuotaExceededError');
            return set.apply(this, given) } }"""
    )
    open_file(page, file_of({name: [given(name, 3, {}), given(name, 2, {"text": "x"})] for name in IDS}))
    expect(said(page)).to_contain_text("has no room for these answers; nothing has changed")
    assert storage(page) == before


def test_a_page_that_cannot_keep_offers_a_file(reader: Callable[..., Reader]) -> None:
    for script, words in ((REFUSED, "keeps nothing for this site"), (FULL, "is full")):
        person = reader()
        person.context.add_init_script(script)
        page = person.open(IDS)
        answer(page)
        card(page, TEXT).get_by_role("textbox").fill("What I think")
        page.get_by_role("button", name="Save or open my answers").press("Enter")
        expect(page.locator("#seminar-work-keep")).to_be_focused()
        expect(page.locator(".seminar-work__notice")).to_contain_text(words)
        found = saved(page)
        assert ids_in(found) == [SINGLE]
        assert found["exercises"][0]["answers"][0]["response"] == {"choice": 0}
        assert faults(page) == []


def test_a_page_that_cannot_keep_shows_what_a_file_brings(reader: Callable[..., Reader]) -> None:
    person = reader()
    person.context.add_init_script(REFUSED)
    page = person.open([SINGLE, NUMERIC])
    page.get_by_role("button", name="Save or open my answers").click()
    open_file(
        page, file_of({SINGLE: [given(SINGLE, 3, {"choice": 0})], TEXT: [given(TEXT, 3, {"text": "x"})]})
    )
    expect(card(page).locator(".seminar-result")).to_contain_text("Right.")
    expect(said(page)).to_contain_text("Answers to exercises on other pages were not taken in")
    assert ids_in(saved(page)) == [SINGLE]


def test_my_work_without_storage_holds_a_file_while_it_is_open(reader: Callable[..., Reader]) -> None:
    person = reader()
    person.context.add_init_script(REFUSED)
    page = my_work(person)
    expect(page.locator(".seminar-work__notice")).to_contain_text("keeps nothing for this site")
    open_file(page, file_of({SINGLE: [given(SINGLE, 3, {"choice": 0}), given(SINGLE, 1, {"choice": 1})]}))
    expect(state(page, SINGLE)).to_have_text("checked")
    assert len(saved(page)["exercises"][0]["answers"]) == 2


# -- from a folder


def test_from_a_folder_the_page_tells_whether_pages_share_storage(browser: Browser, tmp_path: Path) -> None:
    chapter = fixture_page.write(tmp_path, "page.html", IDS)
    listed = tmp_path / "work.html"
    listed.write_text(fixture_page.work_page(IDS), encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    notice = page.locator(".seminar-work__notice")
    page.goto(listed.as_uri())
    expect(notice).to_contain_text("nothing from its other pages is here")
    page.goto(chapter.as_uri())
    answer(page)
    # No other page has been met: this one may be alone, and offers its own file.
    expect(page.get_by_role("button", name="Save or open my answers")).to_be_visible()
    page.locator(".seminar-progress").get_by_role("link", name="My work").click()
    expect(state(page, SINGLE)).to_have_text("checked")
    expect(notice).to_have_count(0)
    # A browser that keeps each file's storage apart has nothing of the chapter here.
    page.evaluate("() => localStorage.clear()")
    page.reload()
    expect(notice).to_contain_text("keeps the answers of each page apart")
    other = fixture_page.write(tmp_path, "other.html", [NUMERIC])
    page.goto(chapter.as_uri())
    page.goto(other.as_uri())
    expect(page.locator(".seminar-progress")).to_be_visible()
    expect(page.get_by_role("button", name="Save or open my answers")).to_have_count(0)
    context.close()
