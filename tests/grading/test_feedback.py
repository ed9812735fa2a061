"""A student's page tells each answer, its points and why; whatever a file says, it is only told."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import example, given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from seminar.exercises.assignments import Assignment, Item, assignments
from seminar.exercises.marking import mark
from seminar.exercises.reader import read
from seminar.exercises.students import normal
from seminar.exercises.submission import Asked, Key
from seminar.exercises.submission import key as key_of
from seminar.grading.feedback import Feedback, file_name
from seminar.grading.frame import typed, visible
from seminar.grading.records import Row
from seminar.grading.rubrics import Entry, judging, scheme, script_code
from seminar.grading.texts import questions
from tests.browser.conftest import faults
from tests.browser.offline import opening
from tests.conftest import ROOT
from tests.grading import classes
from tests.grading.marked import answered

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\u202egnp.exe\x00\x1b[31m'\"&amp; =1+1"
SAMPLES = ROOT / "tests" / "exercises" / "samples.yml"


def given_to(asked: Asked, right: bool, chance: random.Random) -> dict[str, Any]:
    """Return a response of any type, rightly or wrongly given where that can be."""
    rule = asked.rule
    values = {"choice": 0, "number": "12", "low": "10", "high": "20", "because": HOSTILE, "committed": True}
    match rule["kind"]:
        case "complete":
            return {need: values[need] for need in rule["needs"]}
        case "series":
            return {**values, "values": ["12"] * rule["length"]}
        case "bands" if "parameter" in rule:
            return {"values": {rule["parameter"]: rule["bands"][0]["from"] if right else "99999"}}
        case "by-hand":
            return {"text": HOSTILE}
        case "assign" if None in rule["key"]:
            rule = {**rule, "key": [targets or [0] for targets in rule["key"]]}
            asked = asked._replace(rule=rule)
    response = classes.right_answer(asked) if right else classes.wrong_answer(asked, chance)
    return {**response, "because": HOSTILE} if rule["kind"] == "assign" else response


def row_of(key: Key, id: str, right: bool, name: str = "", **more: Any) -> Row:
    chance = random.Random(id)
    answers = {
        marking.exercise: given_to(classes.asked_of(key, marking.exercise, id), right, chance)
        for marking in key.markings
    }
    return answered(key, id, answers, name, **more)


def sections(html: str) -> list[Tag]:
    return BeautifulSoup(html, "html.parser").select("main > section")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    """Every type of exercise, in one assignment."""
    made = classes.project(tmp_path_factory.mktemp("samples") / "project")
    exercises = read(SAMPLES, SAMPLES.name).exercises
    items = tuple(Item(each, each.points, None, 0) for each in exercises)
    return Assignment(**{**made.__dict__, "name": "samples", "items": items})


# -- what stands in it


@pytest.mark.parametrize("name", sorted(assignments()))
@pytest.mark.parametrize("right", [True, False])
def test_every_assignment_of_the_book_comes_back(name: str, right: bool) -> None:
    assignment = assignments()[name]
    key = key_of(assignment)
    row = row_of(key, "s1", right)
    html = Feedback(questions(assignment)).page(row)
    found = sections(html)
    assert len(found) == len(assignment.items)
    for line, section, item in zip(row.marks, found, assignment.items, strict=True):
        assert item.exercise.title in section.h2.get_text() if section.h2 else False
        reason = section.select_one(".reason")
        assert reason
        assert reason.get_text() == {
            "right": "Right.",
            "wrong": "Not right.",
            "complete": "Complete. What you expected is neither right nor wrong.",
            "by-hand": "Waits for a reader.",
        }.get(line.reason, "Partly right.")
        heads = [head.get_text() for head in section.select("h3")]
        assert "Your answer" in heads
        assert ("The right answer" in heads) == (line.reason == "wrong" or line.reason == "partly")
        assert bool(item.exercise.solution) == ("Solution" in heads)
    assert "<script" not in html
    assert "onerror" not in re.sub(r"&lt;img[^&]*&gt;", "", html)


def test_every_type_shows_what_was_answered(samples: Assignment) -> None:
    key = key_of(samples)
    pages = Feedback(questions(samples))
    right, wrong = pages.page(row_of(key, "s1", True)), pages.page(row_of(key, "s1", False))
    by_title = {
        section.h2.get_text().partition(". ")[2]: " ".join(section.get_text(" ").split())
        for html in (right, wrong)
        for section in sections(html)
        if section.h2
    }
    assert len(sections(right)) == len(samples.items)
    told = " ".join(by_title.values())
    for text in (
        "That was the older target.",  # the feedback of the option chosen
        "Divide the difference by the earlier one.",  # of a number in no band
        "Put the years in order, the smallest trade first.",
        "0 of 2 neighbouring pairs stand right.",
        "Not yet.",  # of the box
        "It was complete in November.",
        "It speaks of neighbours.",  # of a place that the text supports
        "Range: 10 to 20",
        "What happened It did, two years early.",
        "Your line",
        "A model answer They count at two borders.",
    ):
        assert text in told, text
    assert any(text in told for text in ("It names a neighbour.", "It promises nothing."))


def test_reasons_without_a_mark_are_said_plainly(samples: Assignment) -> None:
    key = key_of(samples)
    pages = Feedback(questions(samples))
    empty = answered(key, "s1", {"sample-single": {"choice": 77}}, withheld=["sample-short-text"])
    said = [section.select_one(".reason") for section in sections(pages.page(empty))]
    texts = [each.get_text() for each in said if each]
    assert texts[0] == "What your file holds cannot be read as an answer to this exercise."
    assert texts[1] == "Not answered."
    place = [item.exercise.id for item in samples.items].index("sample-short-text")
    assert texts[place].startswith("You kept this answer back")
    right = row_of(key, "s2", True)
    marks = (right.marks[0]._replace(mark=None, reason="changed"), *right.marks[1:])
    first = sections(pages.page(replace(right, marks=marks)))[0].select_one(".reason")
    assert first
    assert "earlier wording" in first.get_text()


def test_a_version_is_shown_as_the_student_had_it(tmp_path: Path) -> None:
    assignment = classes.project(tmp_path / "project")
    key = key_of(assignment)
    pages = Feedback(questions(assignment))
    prompts = set()
    for number in range(12):
        id = f"s{number}"
        html = pages.page(row_of(key, id, True))
        section = next(each for each in sections(html) if "Varied 1" in each.get_text())
        asked = classes.asked_of(key, "varied-1", id)
        prompt = section.select_one(".prompt")
        assert prompt
        numbers = [int(each) for each in re.findall(r"\d+", prompt.get_text())[1:]]
        assert sum(numbers) == int(asked.rule["bands"][0]["from"])
        prompts.add(prompt.get_text())
    assert len(prompts) > 3


def test_points_and_what_waits_stand_at_the_head(tmp_path: Path) -> None:
    assignment = classes.project(tmp_path / "project", essays=1)
    key = key_of(assignment)
    row = row_of(key, "S-7", True, "李明")
    html = Feedback(questions(assignment)).page(row)
    head = BeautifulSoup(html, "html.parser").header
    assert head
    text = " ".join(head.get_text(" ").split())
    assert "李明 ( S-7 )" in text
    assert f"Points so far {row.points / 100:g} of {row.of / 100:g} points" in text
    assert "1 answer waits for a reader" in text
    assert row.receipt in text


def test_answers_that_belong_nowhere_are_named(samples: Assignment) -> None:
    whole = key_of(samples)
    row = row_of(whole, "s1", True)
    less = Assignment(**{**samples.__dict__, "items": samples.items[:2]})
    html = Feedback(questions(less)).page(row)
    assert "Also in your file, and not in this assignment:" in html
    assert "sample-numeric" in html


# -- hostile files


def test_what_was_typed_is_only_text(samples: Assignment) -> None:
    key = key_of(samples)
    row = row_of(key, HOSTILE, False, HOSTILE)
    html = Feedback(questions(samples)).page(row)
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.select("script, img, iframe, object, link[href]:not([href='data:,'])")
    assert not [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
    assert not re.search("[\u202e\x00\x1b]", html)
    shown = visible(HOSTILE)
    assert soup.get_text().count(shown) >= 4  # id, name, text, because: all of it is told


@given(st.text())
@example("\r\n\t\u2028\u2066")
def test_typed_text_comes_back_whole(text: str) -> None:
    html = typed(text)
    shown = BeautifulSoup(html, "html.parser").get_text()
    assert shown == visible(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    # What steers is spelled out, and everything else stands as it was typed.
    spelled = re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), shown)
    assert "\\u{" in text or spelled == text.replace("\r\n", "\n")


WEIRD = [
    "CON",
    "aux",
    "..",
    "../../etc/passwd",
    "a/b",
    "a\\b",
    "",
    " ",
    ".",
    "李明",
    "A",
    "a",
    "Ａ",
    "x" * 300,
]


@given(st.lists(st.one_of(st.text(max_size=30), st.sampled_from(WEIRD)), max_size=30))
@example(WEIRD)
@example(["li", "li-" + "0" * 20, "LI", "l i", "l-i", "ß", "ss", "İ", "i"])
def test_file_names_are_safe_and_each_student_s_own(ids: list[str]) -> None:
    names = {normal(id): file_name(id) for id in ids}
    for name in names.values():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.html", name)
        assert len(name) <= 60
        assert name.removesuffix(".html") not in ("con", "prn", "aux", "nul", "com1", "lpt1")
    assert len(set(names.values())) == len(names)


def test_nobody_can_take_another_s_file_name() -> None:
    theirs = file_name("李明")
    assert re.fullmatch(r"student-[0-9a-f]{20}\.html", theirs)
    assert file_name(theirs.removesuffix(".html")) != theirs
    assert file_name("s000123") == "s000123.html"


# -- as a person opens it


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_page_opens_from_a_folder_and_fits(
    browser: Browser, samples: Assignment, tmp_path: Path, width: int, theme: Any
) -> None:
    key = key_of(samples)
    file = tmp_path / file_name(HOSTILE)
    html = Feedback(questions(samples)).page(row_of(key, HOSTILE, False, "X" * 200))
    file.write_text(html, encoding="utf-8")
    with opening(browser) as opened:
        page = opened(file, viewport={"width": width, "height": 800}, color_scheme=theme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert faults(page) == []


def test_every_kind_of_rule_has_a_body(samples: Assignment) -> None:
    from seminar.grading.feedback import _BODIES

    assert {item.rule()["kind"] for item in samples.items} == set(_BODIES)
    for item in samples.items:
        # A right answer that is not right would test nothing.
        asked = next(each for each in key_of(samples).markings if each.exercise == item.exercise.id).asked[0]
        response = given_to(asked, True, random.Random(1))
        if asked.rule["kind"] not in ("complete", "series", "by-hand"):
            assert mark(asked.rule, response).reason == "right", item.exercise.id


def test_a_page_does_not_depend_on_whose_came_before(samples: Assignment) -> None:
    key = key_of(samples)
    rows = [row_of(key, f"s{number}", number % 2 > 0) for number in range(6)]
    rows += [answered(key, "t1", {"sample-short-text": {"text": "So it is."}})]
    rows += [answered(key, "t2", {"sample-short-text": {"text": "So it was."}})]
    shared = Feedback(questions(samples))
    for row in rows * 2:
        assert shared.page(row) == Feedback(questions(samples)).page(row)


def test_what_a_person_gave_is_shown_criterion_by_criterion(tmp_path: Path) -> None:
    own = classes.project(tmp_path / "project", essays=1)
    row = answered(key_of(own), "s1", {"short-text-1": {"text": "So."}})
    said = "Why <b>so</b>?\nAnd since when?"
    entry = Entry(script_code(row.receipt), "short-text-1", "1", "partly", said, "x")
    judged, problems = judging([entry], scheme(own))[0].judge(row)
    assert problems == []
    page = Feedback(questions(own)).page(judged)
    text = BeautifulSoup(page, "html.parser").get_text(" ", strip=True)
    for told in ("It gives a reason.", "0.5 of 1 point", "Why <b>so</b>?", "And since when?"):
        assert told in text
    assert "Waits for a reader" not in text
