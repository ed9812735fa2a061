"""An instructor's report says what the class did, in words and pictures, and judges nobody."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from seminar.exercises.assignments import Assignment, assignments
from seminar.exercises.submission import key as key_of
from seminar.figures.svg import text_boxes
from seminar.grading.pictures import Spot, bars, histogram, item_map
from seminar.grading.records import Row
from seminar.grading.report import report
from seminar.grading.statistics import ClassStatistics, percent
from seminar.grading.texts import questions
from tests.browser.conftest import faults
from tests.browser.offline import opening
from tests.grading import classes
from tests.grading.marked import answered, row
from tests.grading.test_feedback import HOSTILE, row_of, samples

__all__ = ["samples"]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    return classes.project(tmp_path_factory.mktemp("class") / "project", essays=1)


@pytest.fixture(scope="module")
def rows(asked: Assignment) -> list[Row]:
    key = key_of(asked)
    return [row(key, classes.handed_in(key, student)) for student in classes.students(60, seed=2)]


def of(assignment: Assignment, rows: list[Row]) -> ClassStatistics:
    found = ClassStatistics(key_of(assignment))
    for each in rows:
        found.add(each)
    return found


def made(assignment: Assignment, rows: list[Row], **rejected: int) -> str:
    return report(of(assignment, rows), questions(assignment), rejected)


def text(html: str) -> str:
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(["style", "svg"]):
        tag.decompose()
    return " ".join(soup.get_text(" ").split())


def test_it_is_whole_in_itself(asked: Assignment, rows: list[Row]) -> None:
    html = made(asked, rows)
    soup = BeautifulSoup(html, "html.parser")
    policy = soup.select_one("meta[http-equiv=Content-Security-Policy]")
    assert policy
    assert str(policy["content"]).startswith("default-src 'none';")
    assert not soup.select("script, img, iframe")
    assert not [
        tag["href"]
        for tag in soup.select("[href]")
        if str(tag["href"])[:1] != "#" and tag["href"] != "data:,"
    ]
    assert not re.search(r"url\((?!#)", html)
    assert made(asked, rows) == html


def test_each_picture_says_its_finding_and_has_its_table(asked: Assignment, rows: list[Row]) -> None:
    soup = BeautifulSoup(made(asked, rows), "html.parser")
    totals, spots = soup.select("figure svg[role=img]")
    assert "60 students" in str(totals["aria-label"])
    assert "20 exercises" in str(spots["aria-label"])
    numbers = soup.select_one("details table")
    assert numbers
    assert (
        sum(int(cells[0].contents[-1]) for each in numbers.select("tbody tr") if (cells := each("td"))) == 60
    )
    links = [link["href"] for link in soup.select("table a")]
    assert links == [f"#exercise-{place}" for place in range(1, len(asked.items) + 1)]
    assert all(soup.select(str(link)) for link in links)


def test_every_share_can_be_read(asked: Assignment, rows: list[Row]) -> None:
    soup = BeautifulSoup(made(asked, rows), "html.parser")
    section = soup.select_one("#exercise-1")
    assert section
    found = of(asked, rows).exercises[0]
    lines = section.select("tbody tr")
    assert len(lines) == 4
    for place, line in enumerate(lines):
        n = found.together.group("option", place).n
        assert f"{percent(n / 60)}\xa0% ({n})" in line.get_text()
    assert "Right." in lines[0].get_text()
    assert "Not a." in lines[1].get_text()  # the misconception, by the feedback


@pytest.mark.parametrize("name", sorted(assignments()))
def test_every_assignment_of_the_book_is_reported(name: str) -> None:
    assignment = assignments()[name]
    key = key_of(assignment)
    some = [row_of(key, f"s{number}", number % 3 > 0) for number in range(6)]
    html = made(assignment, some)
    soup = BeautifulSoup(html, "html.parser")
    for item in assignment.items:
        assert item.exercise.title in soup.get_text()
    assert len(soup.select("section.exercise")) == len(assignment.items)
    assert HOSTILE[:8] not in html


def test_every_type_is_reported(samples: Assignment) -> None:
    key = key_of(samples)
    said = text(made(samples, [row_of(key, f"s{number}", number > 2) for number in range(8)]))
    for words in (
        "A person marks it.",
        "A forecast or an opinion: what was said is not counted here.",
        "Asked for one’s own placing: not counted.",
        "Another number",
        "Place in the right order",
    ):
        assert words in said, words
    assert "It did, two years" not in said


def test_what_students_think_is_not_told(samples: Assignment) -> None:
    """Neither how they voted nor where they place themselves, be it as a number."""
    key = key_of(samples)
    votes = ({"choice": 0}, {"choice": 1})
    pages = [
        made(
            samples,
            [
                answered(key, f"s{n}", {"sample-prediction": {**vote, "because": "So.", "committed": True}})
                for n in range(6)
            ],
        )
        for vote in votes
    ]
    assert pages[0] == pages[1]


def test_a_small_class_is_told_that_it_is_small(asked: Assignment, rows: list[Row]) -> None:
    small = text(made(asked, rows[:12]))
    assert "Of 12 students discrimination is mostly noise" in small
    assert "±0.30" in small  # 1/√11
    assert "mostly noise" not in text(made(asked, rows))


def test_alpha_is_told_only_where_it_says_something(asked: Assignment, rows: list[Row]) -> None:
    assert "Cronbach’s alpha is 0." in text(made(asked, rows))
    few = text(made(asked, rows[:9]))
    assert "says nothing of fewer than 10 students" in few
    assert "standard error of measurement" not in few
    key = key_of(asked)
    names = [marking.exercise for marking in key.markings if not marking.exercise.startswith("short")][:2]
    against = []
    for k in range(12):
        one = names[k % 2]
        right = classes.right_answer(classes.asked_of(key, one, f"s{k}"))
        against.append(answered(key, f"s{k}", {one: right} if k < 11 else {}))
    assert "Cronbach’s alpha is below 0, over 20" in text(made(asked, against))


def test_files_that_gave_no_mark_are_counted_and_linked(asked: Assignment, rows: list[Row]) -> None:
    html = made(asked, rows, damaged=2, large=1)
    assert "3 files gave nobody a mark (damaged 2, large 1), listed with the reasons in" in text(html)
    link = BeautifulSoup(html, "html.parser").find("a", string="rejected.csv")
    assert link


def test_a_class_without_answers_has_a_report(asked: Assignment) -> None:
    html = made(asked, [], damaged=1)
    assert "nothing to report" in text(html)
    assert "1 file gave nobody a mark" in text(html)
    one = answered(key_of(asked), "s1", {})
    assert "The total is 0 of" in text(made(asked, [one]))


def test_files_that_are_alike_are_noted_and_not_judged(asked: Assignment, rows: list[Row]) -> None:
    key = key_of(asked)
    same = {"short-text-1": {"text": "They count at two borders, and on two different days."}}
    twins = [answered(key, id, same) for id in (HOSTILE, "李明")]
    html = made(asked, [*rows, *twins])
    assert "there can be good reasons" in text(html)
    assert "Identical answers" in text(html)
    assert "李明" in html
    assert HOSTILE[:8] not in html
    assert "\u202e" not in html
    for accusing in ("cheat", "copied", "fraud", "plagiar", "suspicious", "suspect"):
        assert accusing not in html.lower()


def test_flags_lead_to_their_exercise(asked: Assignment) -> None:
    key = key_of(asked)
    chance = random.Random(1)
    wrong = [
        answered(
            key,
            f"s{n}",
            {
                name: classes.wrong_answer(classes.asked_of(key, name, f"s{n}"), chance)
                for name in ("single-choice-2", "numeric-1")
            },
        )
        for n in range(12)
    ]
    soup = BeautifulSoup(made(asked, wrong), "html.parser")
    head = soup.select("ul.look > li > a")
    assert {link["href"] for link in head} >= {"#exercise-2"}
    section = soup.select_one("#exercise-2 ul.look")
    assert section
    assert "None of the 12 who answered reached a point." in section.get_text()


# -- the pictures


def test_bars_hold_every_total() -> None:
    totals = {0: 2, 150: 1, 1000: 3}
    found = bars(totals, 1000)
    assert sum(bar.n for bar in found) == 6
    assert (found[0].low, found[-1].high) == (0, 10)
    assert (found[0].n, found[-1].n) == (2, 3)
    assert len(found) <= 20
    assert sum(bar.n for bar in bars({0: 1}, 0)) == 1
    assert histogram(bars({5: 1}, 1_000_000), "Points").startswith("<svg")


def test_labels_of_the_map_stay_apart() -> None:
    chance = random.Random(3)
    spots = [Spot(f"n{n + 1}", 0.5 + chance.gauss(0, 0.1), 0.3 + chance.gauss(0, 0.06)) for n in range(20)]
    labels = [box for box in text_boxes(item_map(spots, 0.1)) if box.text in {spot.label for spot in spots}]
    assert len(labels) == 20
    crossing = [
        (one.text, other.text)
        for i, one in enumerate(labels)
        for other in labels[:i]
        if one.overlap(other) > 3
    ]
    assert crossing == []


# -- as a person opens it


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_opens_from_a_folder_and_fits(
    browser: Browser, samples: Assignment, tmp_path: Path, width: int, theme: Any
) -> None:
    key = key_of(samples)
    some = [row_of(key, HOSTILE if n else "李明", n % 4 > 0) for n in range(9)]
    for number, each in enumerate(some):
        some[number] = row_of(key, f"{each.student}{number % 2}", number % 4 > 0)
    file = tmp_path / "report.html"
    file.write_text(made(samples, some, large=1), encoding="utf-8")
    with opening(browser) as opened:
        page = opened(file, viewport={"width": width, "height": 800}, color_scheme=theme)
        page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert faults(page) == []
