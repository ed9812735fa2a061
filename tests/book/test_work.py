"""My work in the built book: all its exercises, to a file and back, open to everyone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from seminar.exercises import work
from seminar.exercises.bank import bank
from seminar.surfaces.markup import rendered

from .conftest import CHAPTERS, ROOT, Visitor, blocks, faults
from .test_pages import LOOKS

pytestmark = pytest.mark.browser

NAME = "chapters/reference/my-work.html"
STATES = ".seminar-exercises:not(.seminar-set) .seminar-work__state"
"""The chapters' exercises; those of assignments are listed apart."""


@pytest.mark.parametrize("look", LOOKS)
def test_answers_of_the_whole_book_go_to_a_file_and_back(
    look: str, book: Path, visitor: Callable[..., Visitor]
) -> None:
    width, theme = LOOKS[look]
    guest = visitor(viewport={"width": width, "height": 800}, color_scheme=theme)
    page = guest.open(NAME)
    listed = json.loads(page.locator(".seminar-work-list").text_content() or "")
    # Examples for authors are no student's work, and what only assignments set is kept with the assignment.
    pages = {name: where for name, (where, _) in blocks(book).items()}
    students = {
        name for name, where in pages.items() if where.split("/")[1] not in ("instructors", "assignments")
    }
    assert {exercise["id"] for exercise in listed["exercises"]} == students
    expect(page.locator(STATES)).to_have_count(len(students))
    answer = {"response": {}, "state": "answered", "attempts": 0, "hints": 0, "solution": False}
    made = {
        **{"format": work.FORMAT, "version": 1, "book": listed["book"], "book_version": "0.0.1"},
        "saved": "2026-03-31T12:00:00.000Z",
        "exercises": [
            {
                "id": exercise["id"],
                "answers": [
                    {**answer, "fingerprint": print_, "changed": f"2026-03-0{day}T12:00:00.000Z"}
                    for print_, day in (
                        (exercise["fingerprint"], 3),
                        (exercise["fingerprint"], 2),
                        ("0" * 16, 1),
                    )
                ],
            }
            for exercise in listed["exercises"]
        ],
    }
    page.locator("#seminar-work-file").set_input_files(
        files=[{"name": "work.json", "mimeType": "application/json", "buffer": json.dumps(made).encode()}]
    )
    expect(page.locator(".seminar-work__said")).to_contain_text(f"The answers to {len(students)} exercises")
    expect(page.locator(STATES, has_text="answered")).to_have_count(len(students))
    page.locator(".seminar-work__earlier summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"
    assert faults(page) == []
    page.get_by_role("checkbox", name="Include my predictions").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to file").press("Enter")
    found = work.read(Path(download.value.path()).read_bytes(), listed["book"])
    assert {entry["id"]: len(entry["answers"]) for entry in found["exercises"]} == dict.fromkeys(students, 3)
    page.get_by_role("link", name="Reading this book safely", exact=True).last.click()
    page.wait_for_url("**/reference/your-opinions.html")


def test_a_chapter_leads_to_my_work_also_from_a_folder(book: Path, visitor: Callable[..., Visitor]) -> None:
    page = visitor(book.as_uri()).open(CHAPTERS[1])
    page.get_by_role("button", name="Save or open my answers").click()
    expect(page.locator(".seminar-work__panel")).to_be_visible()
    page.locator(".seminar-progress").get_by_role("link", name="My work").click()
    expect(page.locator(".seminar-work__state").first).to_be_visible()
    expect(page.locator(".seminar-work__notice")).to_have_count(0)


def test_the_printed_work_knows_every_question_and_no_key(
    book: Path, visitor: Callable[..., Visitor]
) -> None:
    text = (book / "_static" / "work-texts.js").read_text(encoding="utf-8")
    page = visitor(book.as_uri()).open(NAME)
    listed = json.loads(page.locator(".seminar-work-list").text_content() or "")["exercises"]
    found = json.loads(text.removeprefix("globalThis.seminarTexts=").removesuffix(";\n"))
    for item in listed:
        assert found[item["id"]]["fingerprint"] == item["fingerprint"]
    for exercise in bank(ROOT):
        html = rendered(exercise, ROOT)
        told = [html[part.path] for part in exercise.parts() if part.sealed and len(part.text) > 40]
        assert not [words for words in told if json.dumps(words, ensure_ascii=False)[1:-1] in text]
    # It works from a folder.
    page.evaluate(
        """([book, {id, fingerprint}]) => { window.print = () => { window.asked = true };
          localStorage[`${book}:exercise:${id}`] = JSON.stringify({version: 1, id, fingerprint, attempts: 1,
            response: {}, state: "checked", hints: 0, solution: false, changed: "2026-03-03T12:00:00.000Z"})
        }""",
        ["reading-a-partnership", listed[0]],
    )
    page.get_by_role("button", name="Print my answers").click()
    page.wait_for_function("window.asked")
    expect(page.locator(".seminar-sheet h3")).to_have_text([listed[0]["title"]])
