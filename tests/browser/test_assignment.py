"""An assignment is answered apart from practice, says how it went when that is due, and is handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from seminar.exercises import submission
from seminar.exercises.fingerprint import fingerprint, question
from seminar.exercises.model import Exercise
from seminar.exercises.variants import pick
from seminar.surfaces import assignment as surface
from seminar.surfaces.payload import BOOK, in_script
from tests.browser import fixture_assignment, fixture_page
from tests.browser.conftest import ORIGIN, Reader, faults
from tests.browser.fixture_assignment import NAME, READERS
from tests.browser.test_keeping import FULL, REFUSED, SILENT, card, stored

pytestmark = pytest.mark.browser

SINGLE, NONE, NUMERIC, ORDER = "fixture-single", "fixture-none", "fixture-numeric", "fixture-ordering"
TEXT, VOTE, FORECAST, REVEAL = "fixture-text", "fixture-vote", "fixture-forecast", "figure-reveal"
KEY = f"{BOOK}:assignment:{NAME}"
SHORT = [SINGLE, NUMERIC, TEXT]


def variants(count: int = 5) -> dict[str, list[Exercise]]:
    """Variants of the numeric exercise, each with another question."""
    plain = fixture_page.exercises()[NUMERIC]
    return {
        NUMERIC: [plain.model_copy(update={"prompt": f"Question {k}. {plain.prompt}"}) for k in range(count)]
    }


def opened(person: Reader, ids: Sequence[str] = SHORT, feedback: Any = "at-once", **options: Any) -> Page:
    person.files["work.html"] = "<!DOCTYPE html><title>Work</title>"
    person.files["assignment.html"] = fixture_assignment.page(ids, feedback, **options)
    page = person.context.new_page()
    page.goto(f"{ORIGIN}/assignment.html")
    return page


def hand(page: Page) -> Locator:
    return page.locator(".seminar-hand")


def said(page: Page) -> Locator:
    return page.locator(".seminar-hand__said")


def tick(page: Page, name: str) -> Locator:
    title = fixture_assignment.item(name).exercise.title
    return hand(page).get_by_role("checkbox", name=title)


def write_id(page: Page, id: str = "ab12", name: str = "") -> None:
    hand(page).get_by_label("Student id").fill(id)
    hand(page).get_by_label("Name").fill(name)
    hand(page).get_by_label("Name").press("Tab")


def saved(page: Page, button: str = "Hand in", file: str = f"{NAME}-ab12.json") -> submission.Submission:
    with page.expect_download() as download:
        hand(page).get_by_role("button", name=button).first.click()
    assert download.value.suggested_filename == file
    return submission.read(Path(download.value.path()).read_bytes(), BOOK)


def open_file(page: Page, content: bytes) -> None:
    hand(page).locator("input[type=file]").set_input_files(
        files=[{"name": "work.json", "mimeType": "application/json", "buffer": content}]
    )


def responses(found: submission.Submission) -> dict[str, Any]:
    return {answer["exercise"]: answer["response"] for answer in found["answers"]}


def answer(page: Page) -> None:
    card(page).get_by_role("radio", name="After").check()
    card(page, NUMERIC).get_by_role("textbox").fill("27,2")
    card(page, TEXT).get_by_role("textbox").fill("What I think")


# -- answering


def test_answers_lie_apart_from_practice(reader: Callable[..., Reader]) -> None:
    person = reader()
    practice = person.open([SINGLE])
    card(practice).get_by_role("radio", name="Before").check()
    page = opened(person)
    expect(card(page).get_by_role("radio", name="Before")).not_to_be_checked()
    answer(page)
    assert stored(page)["response"] == {"choice": 0}
    assert stored(page, f"{KEY}:{SINGLE}")["response"] == {"choice": 1}
    practice.reload()
    expect(card(practice).get_by_role("radio", name="Before")).to_be_checked()
    expect(page.locator(".seminar-progress")).to_contain_text("All 3 exercises answered")
    expect(page.locator(".seminar-progress").get_by_role("link", name="My work")).to_be_visible()


def test_what_is_typed_outlives_a_reload_and_shows_in_another_tab(reader: Callable[..., Reader]) -> None:
    person = reader()
    page = opened(person)
    other = opened(person)
    card(page, TEXT).get_by_role("textbox").press_sequentially("Half a sen")
    hand(page).get_by_label("Student id").press_sequentially("ab")
    tick(page, TEXT).check()
    expect(card(other, TEXT).get_by_role("textbox")).to_have_value("Half a sen")
    expect(hand(other).get_by_label("Student id")).to_have_value("ab")
    expect(tick(other, TEXT)).to_be_checked()
    page.reload()
    expect(card(page, TEXT).get_by_role("textbox")).to_have_value("Half a sen")
    expect(hand(page).get_by_label("Student id")).to_have_value("ab")
    expect(tick(page, TEXT)).to_be_checked()


# -- the three feedback modes


def test_at_once_is_as_in_practice(reader: Callable[..., Reader]) -> None:
    page = opened(reader(), [SINGLE, VOTE, REVEAL])
    card(page).get_by_role("radio", name="Before").check()
    card(page).get_by_role("button", name="Check").click()
    expect(card(page).locator(".seminar-result")).to_contain_text("Right. 1 of 1 point.")
    card(page, VOTE).get_by_role("radio").first.check()
    card(page, VOTE).get_by_role("textbox").fill("Machines.")
    expect(card(page, VOTE)).to_contain_text("Then you see what happened")
    card(page, VOTE).get_by_role("button", name="Commit my prediction").click()
    # Nothing is met again in an assignment: what happened is told here.
    expect(card(page, VOTE).locator(".seminar-outcome")).to_be_visible()
    page.reload()
    expect(card(page).locator(".seminar-result")).to_contain_text("Right.")


def told(page: Page) -> list[int]:
    """How much of feedback, hints, solutions and outcomes is in the page as HTML."""
    marks = (".seminar-feedback", ".seminar-result", ".seminar-hint", ".seminar-solution", ".seminar-outcome")
    return [page.locator(f".seminar-exercise {mark}").count() for mark in marks]


def test_after_handing_in_nothing_is_said_before_that(reader: Callable[..., Reader]) -> None:
    ids = [SINGLE, NONE, NUMERIC, ORDER, TEXT, VOTE, FORECAST, REVEAL]
    person = reader()
    page = opened(person, ids, "after-handing-in")
    answer(page)
    card(page, NONE).get_by_role("button", name="None of these applies").click()
    card(page, ORDER).get_by_role("button", name="Move down").first.click()
    card(page, VOTE).get_by_role("radio").first.check()
    card(page, VOTE).get_by_role("textbox").fill("Machines.")
    hidden = page.locator(f"#exercise-{REVEAL} [data-gid='bar-2024'] path").count()
    for label in ("Check", "Hint", "Commit", "solution"):
        expect(page.locator(".seminar-exercise").get_by_role("button", name=label)).to_have_count(0)
    assert told(page) == [0] * 5
    page.reload()
    assert told(page) == [0] * 5
    write_id(page)
    saved(page)
    expect(card(page).locator(".seminar-result")).to_contain_text("Not yet. 0 of 1 point.")
    expect(card(page).locator(".seminar-feedback")).to_contain_text("It did not take place in June")
    expect(card(page, NONE).locator(".seminar-result")).to_contain_text("Right.")
    expect(card(page, ORDER).locator(".seminar-result")).to_be_visible()
    expect(card(page, TEXT)).to_contain_text("A model answer")
    expect(card(page, VOTE).locator(".seminar-outcome")).to_be_visible()
    # What was not complete is not over.
    expect(card(page, FORECAST).locator(".seminar-outcome")).to_have_count(0)
    assert page.locator(f"#exercise-{REVEAL} [data-gid='bar-2024'] path").count() == hidden
    card(page, NUMERIC).get_by_role("button", name="Show the solution").click()
    expect(card(page, NUMERIC).locator(".seminar-solution")).to_be_visible()
    page.reload()
    expect(card(page).locator(".seminar-result")).to_contain_text("Not yet.")
    expect(card(page, VOTE).locator(".seminar-outcome")).to_be_visible()
    assert faults(page) == []
    # A changed answer has no feedback until it is handed in again.
    card(page).get_by_role("radio", name="Before").check()
    expect(card(page).locator(".seminar-result")).to_have_count(0)
    expect(hand(page)).to_contain_text(
        "Changed since you handed in, and not in that file: When was it written?"
    )
    saved(page)
    expect(card(page).locator(".seminar-result")).to_contain_text("Right.")


def test_feedback_after_handing_in_opens_in_another_tab_too(reader: Callable[..., Reader]) -> None:
    person = reader()
    page, other = (opened(person, SHORT, "after-handing-in") for _ in range(2))
    answer(page)
    write_id(page)
    saved(page)
    expect(card(other).locator(".seminar-result")).to_contain_text("Not yet.")
    expect(hand(other)).to_contain_text("Receipt")


@pytest.mark.parametrize("release", [False, True])
def test_never_means_never(release: bool, reader: Callable[..., Reader]) -> None:
    ids = [SINGLE, NUMERIC, ORDER, TEXT, VOTE, REVEAL]
    page = opened(reader(), ids, "never", release=release)
    if release:
        assert "sealed" not in page.content()
    answer(page)
    card(page, VOTE).get_by_role("radio").first.check()
    card(page, VOTE).get_by_role("textbox").fill("Machines.")
    write_id(page)
    saved(page)
    page.reload()
    assert told(page) == [0] * 5
    expect(page.locator(".seminar-exercise").get_by_role("button", name="solution")).to_have_count(0)
    expect(card(page, VOTE).get_by_role("radio").first).to_be_checked()
    # A forecast may be changed, and counts as committed in what is handed in.
    tick(page, VOTE).check()
    assert responses(saved(page))[VOTE] == {"choice": 0, "because": "Machines.", "committed": True}
    card(page, VOTE).get_by_role("radio").nth(1).check()
    assert responses(saved(page))[VOTE]["choice"] == 1


def test_a_mode_that_became_stricter_shows_nothing_kept_from_before(reader: Callable[..., Reader]) -> None:
    person = reader()
    page = opened(person, [SINGLE, VOTE])
    card(page).get_by_role("radio", name="After").check()
    card(page).get_by_role("button", name="Hint").click()
    card(page).get_by_role("button", name="Check").click()
    card(page).get_by_role("button", name="Show the solution").click()
    assert told(page) != [0] * 5
    later = opened(person, [SINGLE, VOTE], "never")
    assert told(later) == [0] * 5
    expect(card(later).get_by_role("radio", name="After")).to_be_checked()


# -- handing in


def test_the_file_is_what_python_reads(reader: Callable[..., Reader]) -> None:
    page = opened(reader(), [SINGLE, NONE, NUMERIC, ORDER, "fixture-matching", TEXT])
    answer(page)
    card(page, ORDER).get_by_role("button", name="Move down").first.click()
    card(page, "fixture-matching").get_by_role("combobox").first.select_option(index=1)
    tick(page, TEXT).check()
    write_id(page, " AB12 ", "Li, Míng 李 \x7f")
    found = saved(page)
    assert found["student"] == {"id": " AB12 ", "name": "Li, Míng 李 \x7f"}
    assert (found["assignment"], found["made_with"], found["book_version"]) == (NAME, "page", "0.1.0")
    assert [entry["exercise"] for entry in found["answers"]] == [
        SINGLE,
        NUMERIC,
        ORDER,
        "fixture-matching",
        TEXT,
    ]
    for entry in found["answers"]:
        exercise = fixture_page.exercises()[entry["exercise"]]
        assert (entry["question"], entry["fingerprint"]) == (question(exercise), fingerprint(exercise))
        assert entry["variant"] is None
        record = stored(page, f"{KEY}:{entry['exercise']}")
        assert (entry["response"], entry["changed"]) == (record["response"], record["changed"])
        assert entry["changed"] < found["handed_in"]
    assert found["withheld"] == []
    expect(hand(page).locator(".seminar-hand__code")).to_have_text(submission.receipt(found))
    expect(hand(page)).to_contain_text(f"Your browser saved the file {NAME}-ab12.json")
    expect(hand(page).get_by_role("group", name="Receipt")).to_be_focused()
    expect(said(page)).to_contain_text(found["receipt"])
    page.reload()
    expect(hand(page).locator(".seminar-hand__code")).to_have_text(found["receipt"])


def test_a_release_names_positions_as_shown_and_no_fingerprint(reader: Callable[..., Reader]) -> None:
    page = opened(reader(), [ORDER, "fixture-matching"], "never", release=True)
    card(page, ORDER).get_by_role("button", name="Move down").first.click()
    first = card(page, "fixture-matching").get_by_role("combobox").first
    first.select_option(index=2)
    write_id(page)
    found = saved(page)
    assert found["made_with"] == "release"
    assert responses(found)[ORDER] == {
        "order": [1, 0, *range(2, len(fixture_page.exercises()[ORDER].released))]
    }
    assert responses(found)["fixture-matching"]["pairs"][0] == 1
    assert all("fingerprint" not in entry for entry in found["answers"])


def test_opinions_stay_unless_ticked_one_by_one(reader: Callable[..., Reader]) -> None:
    page = opened(reader(), [SINGLE, TEXT, VOTE], "never")
    expect(hand(page)).to_contain_text(f"Who reads it: {READERS}")
    expect(hand(page).get_by_role("link", name="Reading this book safely")).to_have_attribute(
        "href", "opinions.html"
    )
    expect(card(page, TEXT)).to_contain_text("left out of what you hand in unless you tick it")
    expect(card(page)).not_to_contain_text("left out of what you hand in")
    expect(hand(page).get_by_role("checkbox")).to_have_count(2)
    card(page).get_by_role("radio", name="After").check()
    card(page, TEXT).get_by_role("textbox").fill("What I think")
    card(page, VOTE).get_by_role("radio").first.check()
    card(page, VOTE).get_by_role("textbox").fill("Machines.")
    expect(hand(page)).to_contain_text("Kept back, unless you tick them below: Say it in your own words; ")
    write_id(page)
    found = saved(page)
    assert responses(found) == {SINGLE: {"choice": 1}}
    assert found["withheld"] == [TEXT, VOTE]
    text = submission.write(found).decode()
    assert "What I think" not in text
    assert "Machines" not in text
    expect(hand(page)).to_contain_text(
        "Not in that file, because you kept it back: Say it in your own words; "
    )
    tick(page, TEXT).check()
    expect(hand(page)).to_contain_text("Kept back, unless you tick it below: Who will have grown faster?")
    found = saved(page)
    assert responses(found)[TEXT] == {"text": "What I think"}
    assert found["withheld"] == [VOTE]
    tick(page, TEXT).uncheck()
    assert saved(page)["withheld"] == [TEXT, VOTE]
    assert faults(page) == []


def test_the_summary_names_what_is_missing(reader: Callable[..., Reader]) -> None:
    page = opened(reader(), [SINGLE, NUMERIC, FORECAST])
    expect(hand(page)).to_contain_text("0 of 3 exercises answered")
    expect(hand(page)).to_contain_text(
        "Not answered: When was it written?; Growth in 2018; How much was it in 2020?."
    )
    card(page).get_by_role("radio", name="After").check()
    card(page, FORECAST).get_by_role("textbox").first.fill("120")
    expect(hand(page)).to_contain_text("1 of 3 exercises answered")
    expect(hand(page)).to_contain_text("Not answered: Growth in 2018.")
    expect(hand(page)).to_contain_text(
        "Not complete: How much was it in 2020?. Write the low end of your range"
    )
    hand(page).get_by_role("link", name="Growth in 2018").click()
    assert page.url.endswith(f"#exercise-{NUMERIC}")


def test_it_asks_for_an_id_and_an_answer_first(reader: Callable[..., Reader]) -> None:
    page = opened(reader())
    hand(page).get_by_role("button", name="Hand in").click()
    expect(said(page)).to_have_text("Write your student id first.")
    expect(hand(page).get_by_label("Student id")).to_be_focused()
    write_id(page, " \t")
    hand(page).get_by_role("button", name="Hand in").click()
    expect(said(page)).to_contain_text("Write your student id first.")
    write_id(page)
    expect(hand(page).locator(".seminar-lacking")).to_have_count(0)
    hand(page).get_by_role("button", name="Hand in").click()
    expect(said(page)).to_contain_text("There is nothing to hand in yet")
    assert stored(page, KEY) is None
    assert faults(page) == []


def test_handing_in_twice_leaves_both_receipts(reader: Callable[..., Reader]) -> None:
    page = opened(reader())
    answer(page)
    write_id(page)
    first = saved(page)
    expect(hand(page)).not_to_contain_text("Changed since")
    card(page).get_by_role("radio", name="Before").check()
    expect(hand(page)).to_contain_text(
        "Changed since you handed in, and not in that file: When was it written?."
    )
    card(page).get_by_role("radio", name="After").check()
    expect(hand(page)).not_to_contain_text("Changed since")
    card(page).get_by_role("radio", name="Before").check()
    second = saved(page, "Hand in again")
    assert second["handed_in"] > first["handed_in"]
    assert second["receipt"] != first["receipt"]
    expect(hand(page).locator(".seminar-hand__code").first).to_have_text(second["receipt"])
    hand(page).get_by_text("1 earlier receipt").click()
    expect(hand(page).locator("details")).to_contain_text(first["receipt"])


def test_a_clock_put_back_does_not_make_the_later_file_the_earlier(reader: Callable[..., Reader]) -> None:
    person = reader()
    page = opened(person)
    page.clock.set_fixed_time("2030-01-02T10:00:00Z")
    answer(page)
    write_id(page)
    first = saved(page)
    page.clock.set_fixed_time("2020-01-01T10:00:00Z")
    card(page).get_by_role("radio", name="Before").check()
    second = saved(page)
    assert first["handed_in"].startswith("2030-01-02")
    assert second["handed_in"] > first["handed_in"]
    assert max(entry["changed"] for entry in second["answers"]) < second["handed_in"]


# -- going on elsewhere


def test_a_copy_goes_on_in_another_browser_and_hands_in_nothing(reader: Callable[..., Reader]) -> None:
    first, second = reader(), reader()
    ids = [*SHORT, VOTE]
    page = opened(first, ids, "after-handing-in")
    answer(page)
    card(page, VOTE).get_by_role("radio").first.check()
    card(page, VOTE).get_by_role("textbox").fill("Machines.")
    write_id(page, name="Li")
    tick(page, TEXT).check()
    found = saved(page, "Save a copy", f"{NAME}-ab12-copy.json")
    expect(said(page)).to_contain_text("Nothing is handed in.")
    assert told(page) == [0] * 5
    expect(hand(page).locator(".seminar-hand__code")).to_have_count(0)
    there = opened(second, ids, "after-handing-in")
    open_file(there, b"\xef\xbb\xbf" + submission.write(found))
    expect(said(there)).to_contain_text("The answers to 3 exercises now come from the file.")
    expect(said(there)).to_contain_text("1 answer had been kept back and is not in the file.")
    expect(card(there, TEXT).get_by_role("textbox")).to_have_value("What I think")
    expect(hand(there).get_by_label("Name")).to_have_value("Li")
    assert told(there) == [0] * 5
    tick(there, TEXT).check()
    assert responses(saved(there)) == responses(found)


def test_opening_an_older_file_loses_nothing(reader: Callable[..., Reader]) -> None:
    page = opened(reader())
    answer(page)
    write_id(page)
    tick(page, TEXT).check()
    old = saved(page)
    card(page, TEXT).get_by_role("textbox").fill("What I think now")
    card(page).get_by_role("button", name="Start over").click()
    card(page).get_by_role("button", name="Clear my answer").click()
    open_file(page, submission.write(old))
    expect(said(page)).to_contain_text("The answer to 1 exercise now comes from the file.")
    expect(card(page).get_by_role("radio", name="After")).to_be_checked()
    expect(card(page, TEXT).get_by_role("textbox")).to_have_value("What I think now")
    kept = hand(page).locator("details", has_text="1 other answer is kept")
    kept.locator("summary").click()
    kept.get_by_role("button", name="Bring back the answer").click()
    expect(card(page, TEXT).get_by_role("textbox")).to_have_value("What I think")
    kept.locator("summary").click()
    expect(kept).to_contain_text("You wrote: What I think now")
    assert faults(page) == []


REFUSALS = {
    "unreadable": "cannot be read as a file of answers",
    "foreign": "not a handed-in file from this book",
    "newer": "comes from a newer edition",
    "damaged": "is damaged",
    "altered": "its receipt does not fit",
    "other": "belongs to another assignment",
    "with": "another form of this assignment",
    "student": "bears another student id, zz9",
}


def test_a_file_that_is_not_one_s_own_changes_nothing(reader: Callable[..., Reader]) -> None:
    page = opened(reader())
    answer(page)
    write_id(page)
    found = saved(page)
    before = page.evaluate("() => Object.entries(localStorage).sort()")
    whole = submission.write(found)
    other = {**found, "student": {"id": "zz9", "name": ""}}
    released = [{k: v for k, v in entry.items() if k != "fingerprint"} for entry in found["answers"]]
    files = {
        "unreadable": b"{",
        "foreign": b"{}",
        "newer": whole.replace(b'"version": 1', b'"version": 2'),
        "damaged": whole.replace(b'"variant":null', b'"variant":-1'),
        "altered": whole.replace(b"27,2", b"27,3"),
        "other": submission.write({**found, "assignment": "another"}),
        "with": submission.write({**found, "made_with": "release", "answers": released}),  # type: ignore[typeddict-item]
        "student": submission.write(other),  # type: ignore[typeddict-item]
    }
    for reason, content in files.items():
        open_file(page, content)
        expect(said(page), reason).to_contain_text(REFUSALS[reason])
    open_file(page, b"\xff\xfe")
    expect(said(page)).to_contain_text(REFUSALS["unreadable"])
    assert page.evaluate("() => Object.entries(localStorage).sort()") == before


def test_an_answer_to_another_wording_is_not_taken_for_this_one(reader: Callable[..., Reader]) -> None:
    page = opened(reader())
    answer(page)
    write_id(page)
    found = saved(page)
    for name, entry in (("question", found["answers"][0]), ("fingerprint", found["answers"][1])):
        entry[name] = "0" * 16  # type: ignore[literal-required]
    hand(page).get_by_role("button", name="Delete what this browser keeps").click()
    hand(page).get_by_role("button", name="Delete everything").click()
    open_file(page, submission.write(found))
    expect(said(page)).to_contain_text(
        "2 answers are to other wordings of their exercises and were not taken in."
    )
    expect(card(page).get_by_role("radio", name="After")).not_to_be_checked()


# -- variants


@pytest.mark.parametrize("release", [False, True])
def test_the_id_picks_the_variant_that_python_picks(release: bool, reader: Callable[..., Reader]) -> None:
    page = opened(reader(), SHORT, "never", variants=variants(), release=release)
    expect(card(page, NUMERIC)).to_contain_text("a little different for each student")
    expect(card(page, NUMERIC).get_by_text("Question 0.")).to_be_hidden()
    field = card(page, NUMERIC).get_by_label("Student id")
    field.press("Enter")
    expect(field).to_be_focused()
    field.fill("ab12")
    field.press("Enter")
    expect(card(page, NUMERIC).get_by_role("textbox", name="Your answer")).to_be_focused()
    seen = set()
    for id in ("ab12", " AB12", "Émile", "李明 2024", "007", "x"):
        write_id(page, id)
        chosen = pick(NAME, NUMERIC, id, 5)
        seen.add(chosen)
        for k in range(5):
            expect(card(page, NUMERIC).get_by_text(f"Question {k}.")).to_be_visible(visible=k == chosen)
    assert len(seen) > 1
    card(page, NUMERIC).get_by_role("textbox").fill("27,2")
    made = saved(page, file=f"{NAME}-x.json")
    assert [entry["variant"] for entry in made["answers"]] == [pick(NAME, NUMERIC, "x", 5)]
    assert made["answers"][0]["question"] == question(variants()[NUMERIC][pick(NAME, NUMERIC, "x", 5)])
    assert faults(page) == []


def test_the_id_is_asked_for_once(reader: Callable[..., Reader]) -> None:
    several = {**variants(), TEXT: [fixture_page.exercises()[TEXT]] * 2}
    page = opened(reader(), [NUMERIC, TEXT], variants=several)
    expect(page.locator("form").get_by_label("Student id")).to_have_count(1)
    waiting = card(page, TEXT)
    expect(waiting).to_contain_text("waits for your student id")
    waiting.get_by_role("link").press("Enter")
    expect(card(page, NUMERIC)).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(card(page, NUMERIC).get_by_label("Student id")).to_be_focused()
    page.keyboard.type("ab12\n")
    expect(card(page, NUMERIC).get_by_role("textbox", name="Your answer")).to_be_focused()
    expect(waiting.get_by_role("textbox")).to_be_visible()
    expect(page.get_by_text("waits for your student id")).to_have_count(0)
    hand(page).get_by_label("Student id").fill("")
    hand(page).get_by_label("Student id").blur()
    expect(waiting).to_contain_text("waits for your student id")
    assert faults(page) == []


@pytest.mark.parametrize("script", ["", REFUSED, FULL])
def test_an_answer_comes_back_with_the_id_it_was_given_under(
    script: str, reader: Callable[..., Reader]
) -> None:
    person = reader()
    person.context.add_init_script(script)
    page = opened(person, SHORT, variants=variants())
    box = card(page, NUMERIC).get_by_role("textbox", name="Your answer")
    write_id(page, "ab12")
    box.fill("1")
    assert pick(NAME, NUMERIC, "zz9", 5) != pick(NAME, NUMERIC, "ab12", 5)
    write_id(page, "zz9")
    expect(box).to_have_value("")
    box.fill("2")
    if not script:
        page.reload()
    expect(box).to_have_value("2")
    for id, text in (("ab12", "1"), ("zz9", "2"), ("ab12", "1")):
        write_id(page, id)
        expect(box).to_have_value(text)
        expect(hand(page)).to_contain_text("1 other answer is kept")


# -- the browser's storage


@pytest.mark.parametrize("script", [REFUSED, FULL, SILENT])
def test_without_storage_all_works_and_the_page_says_so(script: str, reader: Callable[..., Reader]) -> None:
    person = reader()
    person.context.add_init_script(script)
    page = opened(person, SHORT, "after-handing-in", variants=variants())
    write_id(page)
    answer(page)
    expect(page.locator(".seminar-exercise .seminar-notice")).to_have_count(1)
    expect(hand(page).locator(".seminar-notice")).to_contain_text("Hand in, or save a copy, before you close")
    tick(page, TEXT).check()
    found = saved(page)
    assert set(responses(found)) == set(SHORT)
    expect(hand(page).locator(".seminar-hand__code")).to_have_text(found["receipt"])
    expect(card(page).locator(".seminar-result")).to_be_visible()
    card(page).get_by_role("button", name="Start over").click()
    card(page).get_by_role("button", name="Clear my answer").click()
    open_file(page, submission.write(found))
    if script == FULL:
        expect(said(page)).to_contain_text("has no room for these answers; nothing has changed.")
    else:
        expect(card(page).get_by_role("radio", name="After")).to_be_checked()
    assert faults(page) == []


def test_when_storage_is_cleared_under_it_the_page_still_has_everything(
    reader: Callable[..., Reader],
) -> None:
    page = opened(reader(), SHORT, "never", variants=variants())
    write_id(page)
    answer(page)
    tick(page, TEXT).check()
    first = saved(page)
    page.evaluate("() => localStorage.clear()")
    card(page).get_by_role("radio", name="Before").check()
    second = saved(page)
    assert {**responses(second), SINGLE: {"choice": 1}} == responses(first)
    expect(hand(page).get_by_text("1 earlier receipt")).to_be_visible()


def test_what_this_browser_keeps_can_be_deleted(reader: Callable[..., Reader]) -> None:
    person = reader()
    card(person.open([SINGLE])).get_by_role("radio", name="Before").check()
    page = opened(person, SHORT, variants=variants())
    write_id(page, name="Li")
    answer(page)
    saved(page)
    hand(page).get_by_role("button", name="Delete what this browser keeps").press("Enter")
    expect(hand(page).get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Escape")
    expect(hand(page).get_by_role("button", name="Delete what this browser keeps")).to_be_focused()
    page.keyboard.press("Enter")
    hand(page).get_by_role("button", name="Delete name and id").press("Enter")
    expect(said(page)).to_have_text("Name and id are deleted.")
    expect(hand(page).get_by_label("Student id")).to_be_focused()
    expect(card(page, NUMERIC)).to_contain_text("a little different for each student")
    expect(card(page).get_by_role("radio", name="After")).to_be_checked()
    hand(page).get_by_role("button", name="Delete what this browser keeps").press("Enter")
    hand(page).get_by_role("button", name="Delete everything").press("Enter")
    expect(card(page).get_by_role("radio", name="After")).not_to_be_checked()
    expect(hand(page).locator(".seminar-hand__code")).to_have_count(0)
    left = page.evaluate("() => Object.keys(localStorage)")
    assert left == [f"{BOOK}:exercise:{SINGLE}"]


@pytest.mark.parametrize("text", ["{", "null", "[]", '"x"', '{"id": 1, "handed": [{}], "ticked": "all"}'])
def test_what_cannot_be_read_breaks_nothing(text: str, reader: Callable[..., Reader]) -> None:
    person = reader()
    page = opened(person)
    for key in (f"{BOOK}:student", KEY, f"{KEY}:{SINGLE}"):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    page.reload()
    answer(page)
    write_id(page)
    saved(page)


def test_it_works_from_a_folder_with_one_file(browser: Browser, tmp_path: Path) -> None:
    for name in ("assignment.js", "seminar.css"):
        (tmp_path / name).write_bytes((fixture_page.STATIC / name).read_bytes())
    path = tmp_path / "assignment.html"
    path.write_text(fixture_assignment.page(SHORT, "never", release=True), encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    answer(page)
    page.reload()
    write_id(page)
    tick(page, TEXT).check()
    assert set(responses(saved(page))) == set(SHORT)
    context.close()
    assert not errors


# -- My work


def test_my_work_shows_it_with_its_own_states(reader: Callable[..., Reader]) -> None:
    person = reader()
    page = opened(person, SHORT, "never")
    person.files["work.html"] = fixture_page.work_page(
        [SINGLE, NUMERIC, TEXT], sets={NAME: SHORT, "other": [SINGLE]}
    )
    work = person.context.new_page()
    work.goto(f"{ORIGIN}/work.html")
    section = work.locator(f"#assignment-{NAME}")
    expect(section.locator(".seminar-work__count")).to_have_text("0 of 3 exercises answered · not handed in")
    answer(page)
    card(page, NUMERIC).get_by_role("textbox").fill("27,")
    card(page, NUMERIC).get_by_role("textbox").fill("many")
    states = section.locator(".seminar-work__state")
    expect(states).to_have_text(["answered", "in progress", "answered"])
    # Practice is another thing.
    expect(work.locator("section:has(> h2:text-is('Fixture')) .seminar-work__state")).to_have_text(
        ["not begun"] * 3
    )
    write_id(page)
    made = saved(page)
    expect(section.locator(".seminar-work__count")).to_contain_text(f"receipt {made['receipt']}")
    work.get_by_label("Show").select_option("the assignment “Set fixture-work”")
    expect(section).to_be_visible()
    expect(work.get_by_role("heading", name="Fixture", exact=True)).to_be_hidden()
    expect(work.locator("#assignment-other")).to_be_hidden()
    expect(work.get_by_text("3 exercises shown.")).to_be_visible()
    assert faults(work) == []
    work.get_by_label("Show").select_option("in progress")
    expect(work.get_by_text("1 exercise shown.")).to_be_visible()
    expect(section.get_by_role("link", name="Growth in 2018")).to_be_visible()
    expect(section.get_by_role("link", name="When was it written?")).to_be_hidden()
    work.get_by_label("Show").select_option("all exercises")
    section.get_by_role("link", name="When was it written?").click()
    work.wait_for_url(f"**/assignment.html#exercise-{SINGLE}")


# -- a notebook's half


class Cells:
    """Cells of a notebook in a page: `sheet.js` with models that share what the kernel would share."""

    SCRIPT = """
    import widget from "./sheet.js";
    window.cells = [];
    class Model {
      constructor(values) { this.values = values; this.callbacks = {}; }
      get(name) { return this.values[name]; }
      set(name, value) {
        this.values[name] = value;
        for (const callback of this.callbacks[`change:${name}`] ?? []) callback();
      }
      on(event, callback) { (this.callbacks[event] ??= new Set()).add(callback); }
      off(event, callback) { this.callbacks[event]?.delete(callback); }
      save_changes() {
        const { record, student } = this.values, last = window.cells.at(-1);
        if (record.id) last.set("records", { ...last.get("records"), [record.id]: record });
        const known = JSON.stringify(student);
        for (const other of window.cells) {
          if (JSON.stringify(other.get("student")) !== known) other.set("student", student);
        }
      }
    }
    for (const payload of JSON.parse(document.getElementById("payloads").textContent)) {
      const el = document.querySelector("main").appendChild(document.createElement("div"));
      const model = new Model({ payload, student: {}, record: {}, records: {}, handing: {} });
      window.cells.push(model);
      widget.render({ model, el });
    }
    """

    def __init__(self, person: Reader, payloads: list[Any]) -> None:
        person.files["sheet.js"] = (fixture_page.STATIC / "sheet.js").read_bytes()
        person.files["cells.js"] = self.SCRIPT
        person.files["cells.html"] = (
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Cells</title>'
            '<link rel="icon" href="data:,"><link rel="stylesheet" href="seminar.css"></head><body>'
            "<main><h1>Cells</h1></main>"
            f'<script type="application/json" id="payloads">{in_script(payloads)}</script>'
            '<script type="module" src="cells.js"></script></body></html>'
        )
        self.page = person.context.new_page()
        self.page.goto(f"{ORIGIN}/cells.html")


def test_a_notebook_answers_and_hands_in_with_nothing_that_checks(reader: Callable[..., Reader]) -> None:
    several = [
        fixture_assignment.released(fixture_assignment.plain(NUMERIC, each), each)
        for each in variants()[NUMERIC]
    ]
    single, text = (
        fixture_assignment.released(fixture_assignment.plain(name), fixture_page.exercises()[name])
        for name in (SINGLE, TEXT)
    )
    varied = {"type": "variants", "assignment": NAME, "variants": several}
    about = surface.about(fixture_assignment.assignment(SHORT, "never"))
    last = {**about, "type": "hand-in", "exercises": [single, varied, text]}
    page = Cells(reader(), [single, varied, text, last]).page
    expect(hand(page)).to_contain_text("0 of 3 exercises answered")
    page.get_by_role("radio", name="After").check()
    asked = page.locator("form")
    asked.get_by_label("Student id").fill("ab12")
    asked.get_by_role("button", name="Show my exercise").click()
    chosen = pick(NAME, NUMERIC, "ab12", 5)
    expect(page.get_by_text(f"Question {chosen}.")).to_be_visible()
    expect(hand(page).get_by_label("Student id")).to_have_value("ab12")
    page.locator(".seminar-number .seminar-input[inputmode=decimal]").fill("27.2")
    page.locator("textarea").fill("Because.")
    expect(hand(page)).to_contain_text("All 3 exercises answered")
    expect(page.get_by_role("button", name="Check")).to_have_count(0)
    hand(page).get_by_role("button", name="Hand in").click()
    given = page.evaluate("() => window.cells.at(-1).get('submission')")
    assert given["file"] == f"{NAME}-ab12.json"
    found = submission.read(given["text"].encode(), BOOK)
    assert found["made_with"] == "release"
    assert responses(found) == {SINGLE: {"choice": 1}, NUMERIC: {"number": "27.2"}}
    assert [entry["variant"] for entry in found["answers"]] == [None, chosen]
    assert found["withheld"] == [TEXT]
    expect(hand(page)).to_contain_text("lies beside this notebook")
    expect(hand(page).get_by_role("button", name="Save a copy")).to_have_count(0)
    # Another id has another question, whose answer is not this one.
    write_id(page, "zz9")
    expect(page.get_by_text(f"Question {pick(NAME, NUMERIC, 'zz9', 5)}.")).to_be_visible()
    expect(hand(page)).to_contain_text("Not answered: Growth in 2018.")
    assert faults(page) == []


# -- looks, keys and paper


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_open_to_everyone(width: int, theme: str, reader: Callable[..., Reader]) -> None:
    person = reader(viewport={"width": width, "height": 800})
    page = opened(person, [SINGLE, NUMERIC, ORDER, TEXT, VOTE], "never", theme=theme, variants=variants())
    assert faults(page) == []
    write_id(page)
    answer(page)
    saved(page)
    hand(page).get_by_role("button", name="Delete what this browser keeps").click()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_all_of_it_by_keyboard(reader: Callable[..., Reader]) -> None:
    page = opened(reader(), [SINGLE, NUMERIC, TEXT], "never", variants=variants())

    def to(name: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            label = page.evaluate(
                "() => document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent"
            )
            if name in label:
                return
        raise AssertionError(f"Tab does not lead to {name}")

    to("Before the summit")
    page.keyboard.press("Space")
    to("Student id")
    page.keyboard.type("ab12")
    page.keyboard.press("Enter")
    page.keyboard.type("27.2")
    to("Your answer")
    page.keyboard.type("Because.")
    to("Name")
    page.keyboard.type("Li")
    to("Hand in my answer to")
    page.keyboard.press("Space")
    with page.expect_download() as download:
        to("Hand in: save the file")
        page.keyboard.press("Enter")
    found = submission.read(Path(download.value.path()).read_bytes(), BOOK)
    assert responses(found) == {
        SINGLE: {"choice": 0},
        NUMERIC: {"number": "27.2"},
        TEXT: {"text": "Because."},
    }
    assert found["student"] == {"id": "ab12", "name": "Li"}


def test_without_scripts_it_is_a_worksheet(reader: Callable[..., Reader]) -> None:
    page = opened(reader(java_script_enabled=False), SHORT, variants=variants())
    expect(page.locator(".seminar-worksheet")).to_be_visible()
    expect(page.locator(".seminar-worksheet")).to_contain_text("Name")
    expect(page.get_by_text("this is the first of 5 versions")).to_be_visible()
    expect(page.get_by_text("Question 0.")).to_be_visible()
    expect(page.get_by_text("Question 1.")).to_be_hidden()
    expect(page.get_by_text("Handing in needs scripts")).to_be_visible()


def test_paper_has_room_for_a_name_or_the_name(reader: Callable[..., Reader]) -> None:
    page = opened(reader(), SHORT, variants=variants())
    page.emulate_media(media="print")
    expect(page.locator(".seminar-worksheet")).to_be_visible()
    expect(page.get_by_text("Question 0.")).to_be_visible()
    expect(page.locator(".seminar-hand")).to_be_hidden()
    page.emulate_media(media="screen")
    expect(page.locator(".seminar-worksheet")).to_be_hidden()
    write_id(page, "ab12", "Li")
    page.emulate_media(media="print")
    expect(page.locator("[data-student=name]")).to_have_text("Li")
    expect(page.locator(".seminar-hand")).to_be_hidden()
    expect(page.locator("[data-student=id]")).to_have_text("ab12")
    chosen = pick(NAME, NUMERIC, "ab12", 5)
    expect(page.get_by_text(f"Question {chosen}.")).to_be_visible()
    expect(page.get_by_text("this is the first of 5 versions")).to_be_hidden()
    page.emulate_media(media="screen")
    answer(page)
    saved(page)
    page.emulate_media(media="print")
    expect(hand(page).locator(".seminar-hand__code")).to_be_visible()
    expect(hand(page).get_by_label("Student id")).to_be_hidden()
    page.evaluate("() => { document.documentElement.dataset.print = 'room' }")
    expect(hand(page)).to_be_hidden()
