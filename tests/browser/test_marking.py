"""The page for marking written answers: by keyboard, offline, without names, into the file that grades."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from seminar.grading.rubrics import judging, mixed, read, scheme, scripts
from seminar.grading.scripts import marking_page
from tests.browser.conftest import faults
from tests.grading import marked
from tests.grading.conftest import Class
from tests.grading.test_rubrics import FIRST, SECOND, two_essays

pytestmark = pytest.mark.browser

HOSTILE = (
    '<img src=x onerror="document.title=1"></script><script>document.title=1</script>\u202e=1+1, "so"\nnext'
)


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Class:
    """Two essays, one with a graded sample."""
    sample = {"text": "A *sample*.", "levels": [0.5, 0], "why": "Half of it."}
    return two_essays(tmp_path_factory.mktemp("desk") / "project", samples=[sample])


def written(lesson: Class, folder: Path, count: int) -> tuple[Path, list[Any]]:
    """Write the page for so many students; return it, and their rows."""
    rows = []
    for i in range(count):
        text = {"text": HOSTILE if i == 0 else f"Answer number {i}."}
        rows.append(marked.answered(lesson.key, f"s{i}", {FIRST: text, SECOND: text}))
    known = scheme(lesson.assignment)
    found = [script for row in rows for script in scripts(row, known.exercises)]
    path = folder / "marking.html"
    path.write_text(marking_page(lesson.assignment, known, mixed(found, known)), encoding="utf-8")
    return path, rows


def saved(page: Page) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save rubrics.csv").click()
    assert download.value.suggested_filename == "rubrics.csv"
    return Path(download.value.path()).read_bytes()


def points(lesson: Class, data: bytes, rows: list[Any]) -> list[int | None]:
    """Return what the file gives the answers of these students, one after the other."""
    entries, problems = read(data, "rubrics.csv")
    judge, wrong = judging(entries, scheme(lesson.assignment))
    assert (problems, wrong) == ([], [])
    found = []
    for row in rows:
        result, odd = judge.judge(row)
        assert odd == []
        found += [line.mark.points for line in result.marks if line.mark]
    return found


def test_three_answers_are_marked_by_keyboard_and_the_file_gives_their_points(
    lesson: Class, tmp_path: Path, offline: Callable[..., Page]
) -> None:
    path, rows = written(lesson, tmp_path, 3)
    page = offline(path)
    expect(page.locator("#count")).to_have_text("0 of 6 marked")
    page.get_by_label("Exercise").select_option(label="Short-text 2")
    page.locator("fieldset.levels input").first.focus()
    for number in range(3):
        page.keyboard.press("2")
        page.keyboard.press("1")
        expect(page.locator("#sum")).to_have_text("3.75 of 5 points")
        expect(page.locator("#next")).to_be_focused()
        expect(page.locator("#count")).to_have_text(f"{number + 1} of 6 marked")
        page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Every answer to this exercise is marked.")
    assert points(lesson, saved(page), rows) == [None, 375] * 3


def test_whoever_opens_it_marks_at_once(lesson: Class, tmp_path: Path, offline: Callable[..., Page]) -> None:
    path, _ = written(lesson, tmp_path, 2)
    page = offline(path)
    expect(page.locator("fieldset.levels input").first).to_be_focused()
    assert page.evaluate("scrollY") == 0
    for _ in range(page.locator("fieldset.levels").count()):
        page.keyboard.press("1")
    expect(page.locator("#count")).to_have_text("1 of 4 marked")
    # Below the answer the rubric would be scrolled to, and the answer is to be read first.
    narrow = offline(path, viewport={"width": 360, "height": 800})
    expect(narrow.locator("fieldset.levels input").first).not_to_be_focused()
    assert narrow.evaluate("scrollY") == 0


def test_arrows_move_between_levels_and_a_level_can_be_taken_back(
    lesson: Class, tmp_path: Path, offline: Callable[..., Page]
) -> None:
    path, _ = written(lesson, tmp_path, 1)
    page = offline(path)
    radios = page.get_by_role("group").get_by_role("radio")
    radios.first.focus()
    page.keyboard.press("Space")
    expect(radios.nth(0)).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(radios.nth(1)).to_be_checked()
    expect(radios.nth(1)).to_be_focused()
    page.get_by_role("button", name="Take the level back").click()
    expect(page.locator("input:checked")).to_have_count(0)
    # A number in a comment is a number.
    page.get_by_label("Comment").fill("")
    page.get_by_label("Comment").press("1")
    expect(page.get_by_label("Comment")).to_have_value("1")
    expect(page.locator("input:checked")).to_have_count(0)


def test_what_is_marked_is_still_there_the_next_day(
    lesson: Class, tmp_path: Path, offline: Callable[..., Page]
) -> None:
    path, _ = written(lesson, tmp_path, 2)
    page = offline(path)
    page.locator("fieldset.levels input").first.focus()
    page.keyboard.press("1")
    page.get_by_label("Comment").fill("=said, \u202eso")
    page.reload()
    expect(page.locator("#count")).to_have_text("1 of 4 marked")
    expect(page.locator("h3").first).to_contain_text("Answer 2 of 2")
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_label("Comment")).to_have_value("=said, \u202eso")
    entries, _ = read(saved(page), "rubrics.csv")
    assert [(entry.level, entry.comment) for entry in entries] == [("yes", "=said, \\u{202e}so")]
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear").click()
    page.reload()
    expect(page.locator("#count")).to_have_text("0 of 4 marked")


def test_where_the_browser_keeps_nothing_it_says_so_and_goes_on(
    lesson: Class, tmp_path: Path, offline: Callable[..., Page]
) -> None:
    path, rows = written(lesson, tmp_path, 1)
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }})"
    page = offline(path, refuse)
    expect(page.get_by_role("alert")).to_contain_text("Save rubrics.csv often")
    page.locator("fieldset.levels input").first.focus()
    page.keyboard.press("2")
    assert points(lesson, saved(page), rows) == [50, None]


def filled(data: bytes, mark: str, levels: dict[str, str]) -> str:
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    made = io.StringIO()
    writer = csv.DictWriter(made, list(rows[0])[::-1], delimiter=mark)
    writer.writeheader()
    for row in rows[::-1]:
        writer.writerow({**row, "level": levels.get(row["criterion"].lstrip("'"), "")})
    return made.getvalue()


def test_a_file_that_a_spreadsheet_saved_is_taken_in_and_comes_out_the_same(
    lesson: Class, tmp_path: Path, offline: Callable[..., Page]
) -> None:
    path, rows = written(lesson, tmp_path, 3)
    page = offline(path)
    text = filled(saved(page), ";", {"1": "PARTLY", "=Evidence": "0,50", "Limits": "1"})
    took = page.locator("input[type=file]")
    took.set_input_files({"name": "mine.csv", "mimeType": "text/csv", "buffer": text.encode("utf-16")})
    expect(page.get_by_role("status")).to_have_text("Taken in: 6 answers.")
    expect(page.locator("#count")).to_have_text("6 of 6 marked")
    assert points(lesson, saved(page), rows) == [50, 375] * 3
    assert points(lesson, text.encode(), rows) == [50, 375] * 3
    # Nothing that is marked here is lost to a file that says otherwise, and each difference is told.
    other = text.replace("0,50", "0").replace("PARTLY", "maybe").encode()
    took.set_input_files({"name": "theirs.csv", "mimeType": "text/csv", "buffer": other})
    expect(page.get_by_role("status")).to_contain_text("The page’s level stays.")
    expect(page.get_by_role("status")).to_contain_text(
        "theirs.csv, row 8: 1 of short-text-1 has no level maybe"
    )
    assert page.get_by_role("status").locator("p").count() == 7
    assert points(lesson, saved(page), rows) == [50, 375] * 3


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"level\r\nyes\r\n", "x.csv lacks these columns: script, exercise, criterion, comment."),
        (b"script,exercise,criterion,level,comment\r\nS,a,1,yes,\xe9\r\n", "x.csv is not in UTF-8"),
        (
            b'script,exercise,criterion,level,comment\r\nS,a,1,yes,"open\r\n',
            "a quotation mark is out of place",
        ),
        (b"script,exercise,criterion,level,comment\r\nS,a,1,yes,\r\n", "x.csv, row 2: no script S answers a"),
    ],
)
def test_a_file_that_says_nothing_is_told_as_python_tells_it(
    content: bytes, told: str, lesson: Class, tmp_path: Path, offline: Callable[..., Page]
) -> None:
    path, _ = written(lesson, tmp_path, 1)
    page = offline(path)
    page.locator("input[type=file]").set_input_files(
        {"name": "x.csv", "mimeType": "text/csv", "buffer": content}
    )
    expect(page.get_by_role("status")).to_contain_text(told)
    expect(page.locator("#count")).to_have_text("0 of 2 marked")


def test_what_a_student_typed_is_text_and_names_nobody(
    lesson: Class, tmp_path: Path, offline: Callable[..., Page]
) -> None:
    path, _ = written(lesson, tmp_path, 1)
    page = offline(path)
    expect(page.locator(".script").first).to_contain_text('<img src=x onerror="document.title=1"></script>')
    expect(page.locator(".script").first).to_contain_text("\\u{202e}=1+1")
    assert page.title() == "Marking: Twenty questions"
    assert page.locator(".script *").count() == 0
    assert "s0" not in page.locator("main").inner_text()
    page.get_by_label("Exercise").select_option(label="Short-text 2")
    page.get_by_label("Beside it").select_option(label="Sample: 1.25 of 5 points")
    expect(page.locator(".beside em")).to_have_text("sample")
    expect(page.locator(".beside")).to_contain_text("Half of it.")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_it_fits_and_everybody_can_use_it(
    width: int, theme: str, lesson: Class, tmp_path: Path, offline: Callable[..., Page]
) -> None:
    path, _ = written(lesson, tmp_path, 2)
    page = offline(path, viewport={"width": width, "height": 800}, color_scheme=theme)
    page.locator("fieldset.levels input").first.check()
    page.get_by_text("Keys, order and files").click()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_label("Exercise").select_option(label="Short-text 2")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(media="print")
    expect(page.locator("nav")).to_be_hidden()
    expect(page.locator(".script").first).to_be_visible()


def test_a_thousand_answers_do_not_slow_it(
    lesson: Class, tmp_path: Path, offline: Callable[..., Page]
) -> None:
    path, _ = written(lesson, tmp_path, 1000)
    page = offline(path)
    expect(page.locator("#count")).to_have_text("0 of 2000 marked")
    assert page.locator("main *").count() < 150
    page.locator("fieldset.levels input").first.focus()
    took = page.evaluate(
        """() => {
          const start = performance.now();
          for (let i = 0; i < 100; i++) {
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "1", bubbles: true}));
            document.querySelector("#next").click();
          }
          return performance.now() - start;
        }"""
    )
    expect(page.locator("#count")).to_have_text("100 of 2000 marked")
    assert took < 4000
