"""An assignment of the built book, from its first question to the mark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from seminar.exercises import submission
from seminar.exercises.assignments import assignments
from seminar.exercises.submission import mark_submission
from seminar.exercises.variants import pick
from seminar.surfaces.payload import BOOK

from .conftest import CHAPTERS, ROOT, Visitor, faults
from .test_exercises import BANK, PAGED, REASON, Keys, answer, responses
from .test_pages import LOOKS

pytestmark = pytest.mark.browser

NAME = "trade-and-targets"
PAGE = f"chapters/assignments/{NAME}.html"
VARIED = "trade-growth-between"


APART: dict[str, list[str]] = {}
"""By assignment the exercises that stand on no other page, each with the first that sets it."""
for _id in (each for each in BANK if each not in PAGED):
    _first = next(
        name for name, one in assignments(ROOT).items() if any(item.exercise.id == _id for item in one.items)
    )
    APART.setdefault(_first, []).append(_id)


def test_each_assignment_has_a_page() -> None:
    assert {f"chapters/assignments/{name}.html" for name in assignments(ROOT)} <= set(CHAPTERS)


@pytest.mark.parametrize("look", LOOKS)
def test_it_is_answered_handed_in_and_marked(look: str, visitor: Callable[..., Visitor]) -> None:
    width, theme = LOOKS[look]
    guest = visitor(viewport={"width": width, "height": 800}, color_scheme=theme, accept_downloads=True)
    page = guest.open(PAGE)
    assignment = assignments(ROOT)[NAME]
    ids = [item.exercise.id for item in assignment.items]
    hand = page.locator(".seminar-hand")
    expect(hand).to_contain_text(f"0 of {len(ids)} exercises answered")
    expect(hand).to_contain_text(assignment.readers)
    item = next(item for item in assignment.items if item.exercise.id == VARIED)
    own = item.exercises()[pick(NAME, VARIED, "ab12", item.variants)]
    place = page.locator(f"#exercise-{VARIED}")
    place.get_by_label("Student id").fill("ab12")
    place.get_by_role("button", name="Show my exercise").press("Enter")
    place.get_by_role("textbox", name="Your answer").fill(str(own.model_dump()["answer"]))
    first = page.locator("#exercise-trade-hundred-line")
    first.get_by_role("radio").first.check()
    page.locator("#exercise-trade-rewrite").get_by_role("textbox").fill("It grew, and more slowly.")
    expect(page.locator(".seminar-result")).to_have_count(0)
    hand.get_by_role("checkbox").first.check()
    with page.expect_download() as download:
        hand.get_by_role("button", name="Hand in").press("Enter")
    assert download.value.suggested_filename == f"{NAME}-ab12.json"
    found = submission.read(Path(download.value.path()).read_bytes(), BOOK)
    assert submission.receipt(found) in hand.inner_text()
    marks = {one.exercise: one for one in mark_submission(assignment, found)}
    mark = marks[VARIED].mark
    assert mark is not None
    assert (mark.reason, mark.points) == ("right", item.hundredths)
    assert marks["trade-rewrite"].mark is not None
    expect(place.locator(".seminar-result")).to_contain_text("Right.")
    expect(first.locator(".seminar-result")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than the screen"
    assert faults(page) == []
    page.locator(".seminar-progress").get_by_role("link", name="My work").click()
    page.wait_for_url("**/reference/my-work.html")
    section = page.locator(f"#assignment-{NAME}")
    expect(section.locator(".seminar-work__count")).to_contain_text(f"receipt {found['receipt']}")
    page.get_by_label("Show").select_option(f"set:{NAME}")
    expect(page.get_by_text(f"{len(ids)} exercises shown.")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("name", APART)
def test_what_only_assignments_set_is_answered_by_keyboard_and_marked_in_full(
    name: str, visitor: Callable[..., Visitor]
) -> None:
    guest = visitor(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = guest.open(f"chapters/assignments/{name}.html")
    assignment = assignments(ROOT)[name]
    student, identified = "s-104", False
    for item in assignment.items:
        id = item.exercise.id
        if id not in APART[name]:
            continue
        keys = Keys(page, page.locator(f"#exercise-{id}"))
        own = item.exercise
        if item.variants:
            own = item.exercises()[pick(name, id, student, item.variants)]
            if not identified:
                # It is asked for at the first that has versions, and counts for the whole page.
                first = next(each.exercise.id for each in assignment.items if each.variants)
                asking = Keys(page, page.locator(f"#exercise-{first}"))
                asking.tab_to(asking.exercise.get_by_label("Student id"))
                page.keyboard.type(student)
                page.keyboard.press("Enter")
                identified = True
        if own.type == "short-text":
            keys.write("text", REASON)
        else:
            answer(keys, own.rule(), responses(own, [])[1])
    expect(page.locator(".seminar-result")).to_have_count(0)
    hand = page.locator(".seminar-hand")
    for box in hand.get_by_role("checkbox").all():
        box.press("Space")
    with page.expect_download() as download:
        hand.get_by_role("button", name="Hand in").press("Enter")
    found = submission.read(Path(download.value.path()).read_bytes(), BOOK)
    marked = {one.exercise: one.mark for one in mark_submission(assignment, found)}
    for item in assignment.items:
        id = item.exercise.id
        if id in APART[name] and item.exercise.type == "short-text":
            assert marked[id] is not None
        elif id in APART[name]:
            mark = marked[id]
            assert mark is not None
            assert (mark.reason, mark.points) == ("right", item.hundredths), id
    assert faults(page) == []
