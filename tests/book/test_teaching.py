"""The instructors' pages of the built book leave out no outcome and no exercise."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from seminar.exercises.assignments import assignments
from seminar.exercises.bank import bank
from seminar.front_matter import read_front_matter

from .test_minutes import CHAPTERS, ROOT, name

MATRIX = "chapters/instructors/matrix.html"
TEACHING = [
    page for page in sorted((ROOT / "chapters/instructors/teaching").glob("*.md")) if page.stem != "index"
]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=name)
def test_every_outcome_has_an_exercise_and_every_exercise_an_outcome(chapter: Path) -> None:
    served = {exercise.objective for exercise in bank(ROOT).chapter(chapter.stem)}
    assert served == set(read_front_matter(chapter).objectives)


@pytest.mark.browser
def test_the_matrix_holds_every_outcome_and_every_exercise_once(book: Path) -> None:
    page = BeautifulSoup((book / MATRIX).read_text(encoding="utf-8"), "html.parser")
    slugs = {chapter.stem for chapter in CHAPTERS}
    sentences = [text for path in CHAPTERS for text in read_front_matter(path).objectives.values()]
    shown = [strong.get_text(strip=True) for strong in page.select(".seminar-entry > dt > strong")]
    assert len(shown) == len(sentences)
    linked = Counter(
        str(link["href"]).partition("#exercise-")[2]
        for link in page.select(".seminar-entry dd a[href*='#exercise-']")
    )
    assert all(n == 1 for id, n in linked.items() if bank(ROOT).exercise(id).chapter in slugs)
    set_apart = {item.exercise.id for paper in assignments(ROOT).values() for item in paper.items}
    assert set(linked) == set_apart | {exercise.id for exercise in bank(ROOT) if exercise.chapter in slugs}


@pytest.mark.browser
def test_the_matrix_names_the_assignments_of_an_outcome_and_says_where_there_are_none(book: Path) -> None:
    page = BeautifulSoup((book / MATRIX).read_text(encoding="utf-8"), "html.parser")
    setting: dict[str, set[str]] = {}
    for paper in assignments(ROOT).values():
        for item in paper.items:
            setting.setdefault(item.exercise.id, set()).add(paper.name)
    for entry in page.select(".seminar-entry"):
        ids = [str(link["href"]).partition("#exercise-")[2] for link in entry.select("a[href*='#exercise-']")]
        wanted = set().union(*(setting.get(id, set()) for id in ids)) or {"none"}
        assert set(str(entry["data-assignment"]).split("|")) == wanted


def test_every_chapter_has_its_page_for_instructors() -> None:
    assert {chapter.stem for chapter in CHAPTERS} == {page.stem for page in TEACHING}
    contents = (ROOT / "_toc.yml").read_text(encoding="utf-8")
    for page in TEACHING:
        assert f"file: chapters/instructors/teaching/{page.stem}\n" in contents


@pytest.mark.parametrize("page", TEACHING, ids=name)
def test_a_page_for_instructors_has_the_timing_of_its_own_chapter(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.findall(r"^```\{timing\} (\S+)$", text, re.MULTILINE) == [page.stem]
    own = {exercise.id for exercise in bank(ROOT).chapter(page.stem)}
    assert own & set(re.findall(r"\{exercise\}`([^`]+)`", text))
