"""What instructors' pages tell of exercises: where they stand, what they take, which outcomes they serve."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from seminar.exercises.bank import bank
from seminar.exercises.model import Exercise
from seminar.sphinx.timing import cut

from ..build.conftest import HEAD, ROOT, SmallBook
from .conftest import EXERCISES, SOUND

PAPER = """\
title: A paper
instructions: Do it.
due: Friday
feedback: never
integrity: Your own words.
ai: No AI.
readers: Your teacher.
exercises:
  - {id: small-choice}
  - {id: small-apart}
"""
APART = """\
- id: small-apart
  type: numeric
  title: Only in the paper
  objective: judge-target
  level: argue
  minutes: 30
  points: 3
  prompt: What rate, in per cent?
  unit: per cent
  answer: 5
  tolerance: 0
  feedback: Recompute.
  solution: Five.
"""
TEACHING = f"""{HEAD}
# Teaching

See {{exercise}}`small-number` and {{exercise}}`small-apart`.

```{{timing}} small
```
"""
ROUTE = f"""{HEAD}
# Routes

```{{route}}
1 | small |
2 | small | paper
```
"""
MATRIX = f"""{HEAD}
# Matrix

```{{matrix}}
```
"""


def made(book: SmallBook) -> SmallBook:
    """Return a book with a chapter, an assignment, and the pages that tell of them."""
    book.root.joinpath("exercises/one.yml").unlink()
    book.write("exercises/small.yml", EXERCISES)
    book.write("exercises/test.yml", APART)
    book.write("exercises/assignments/paper.yml", PAPER)
    references = sorted((ROOT / "chapters/reference").glob("*.md"))
    book.chapters(
        **{"economics/small": SOUND},
        **{f"reference/{path.stem}": path.read_text(encoding="utf-8") for path in references},
        **{"assignments/paper": "```{assignment} paper\n```\n"},
        **{"instructors/matrix": MATRIX, "instructors/teaching/small": TEACHING},
        **{"instructors/routes": ROUTE},
    )
    shutil.copy(ROOT / "chapters/references.bib", book.root / "chapters")
    return book


def soup(book: SmallBook, name: str) -> BeautifulSoup:
    return BeautifulSoup(book.page(name), "html.parser")


def rows(found: Tag) -> list[list[str]]:
    return [[cell.get_text(strip=True) for cell in row.select("td")] for row in found.select("tbody tr")]


def entries(page: BeautifulSoup) -> Iterator[tuple[str, dict[str, str], Tag]]:
    """Yield each outcome of a matrix: its sentence, what is told by term, and its entry."""
    for entry in page.select(".seminar-entry"):
        terms = [term.get_text(strip=True) for term in entry.select("dl.seminar-facts dt")]
        told = [said.get_text(" ", strip=True) for said in entry.select("dl.seminar-facts dd")]
        sentence = entry.select_one("dt strong")
        assert sentence is not None
        yield sentence.get_text(strip=True), dict(zip(terms, told, strict=True)), entry


@pytest.mark.build
def test_pages_for_instructors_follow_the_exercises(small_book: SmallBook) -> None:
    book = made(small_book)
    book.build().passed()

    page = soup(book, "instructors/teaching/small")
    links = {link.get_text(): link["href"] for link in page.select("p > a.reference.internal")}
    assert links["A rate"] == "../../economics/small.html#exercise-small-number"
    assert links["Only in the paper"] == "../../assignments/paper.html#exercise-small-apart"
    assert 'id="exercise-small-apart"' in book.page("assignments/paper")
    table = page.select_one("table.seminar-timing")
    assert table is not None
    assert rows(table) == [
        ["How much by 2024?", "Apply", "3", "2", "–"],
        ["A flat line?", "Check", "1", "2", "1"],
        ["A rate", "Apply", "2", "2", "2"],
        ["All 3 exercises", "", "", "6", "3"],
    ]
    told = page.select("dl.seminar-facts dd")
    assert "Reading: 25 minutes." in told[0].text
    assert "How much by 2024?" in told[0].text
    assert [link.text for link in told[1].select("a")] == ["A flat line?", "A rate"]
    assert "2 exercises, 4 minutes. Not reached: outcome 3." in told[1].text

    matrix = soup(book, "instructors/matrix")
    [counts] = rows(matrix.select("table.seminar-outcomes")[0])
    assert counts[1:] == ["3", "1", "2", "1", "36", "2 of 3"]
    found = list(entries(matrix))
    assert [(sentence, told) for sentence, told, _ in found] == [
        (
            "Date a claim from what its text knows.",
            {"Check": "A flat line? (single choice · 2 min)", "Assessed in": "A paper"},
        ),
        (
            "Compare what two customs services count.",
            {"Apply": "A rate (numeric · 2 min)", "Assessed in": "No assignment yet"},
        ),
        (
            "Judge whether a target was met.",
            {
                "Apply": "How much by 2024? (prediction · 2 min)",
                "Argue": "Only in the paper (numeric · 30 min)",
                "Assessed in": "A paper",
            },
        ),
    ]
    assert [entry["data-assignment"] for _, _, entry in found] == ["paper", "none", "paper"]
    options = [option["value"] for option in matrix.select(".seminar-filter select[name=assignment] option")]
    assert options == ["", "paper", "none"]

    [route] = soup(book, "instructors/routes").select("table.seminar-route")
    chapter = "Trade was never a flat line"
    assert rows(route) == [
        ["1", chapter, "the exercises of the pages", "25\N{NO-BREAK SPACE}+\N{NO-BREAK SPACE}6"],
        ["2", chapter, "A paper", "25\N{NO-BREAK SPACE}+\N{NO-BREAK SPACE}32"],
        ["All", "", "", "50\N{NO-BREAK SPACE}+\N{NO-BREAK SPACE}38"],
    ]
    assert [link["href"] for link in route.select("a")][1:] == [
        "../economics/small.html",
        "../assignments/paper.html",
    ]

    book.replace("exercises/small.yml", "title: A rate", "title: Another rate")
    book.replace("exercises/assignments/paper.yml", "  - {id: small-choice}\n", "  - {id: small-number}\n")
    book.build().passed()
    assert "Another rate" in soup(book, "instructors/teaching/small").text
    assessed = [told["Assessed in"] for _, told, _ in entries(soup(book, "instructors/matrix"))]
    assert assessed == ["No assignment yet", "A paper", "A paper"]


@pytest.mark.build
def test_what_leads_nowhere_is_told_with_file_and_line(small_book: SmallBook) -> None:
    book = made(small_book)
    book.replace("exercises/test.yml", "objective: judge-target", "objective: x")
    wrong = TEACHING.replace("small-number", "small-numbers").replace("{timing} small", "{timing} smal")
    book.write("chapters/instructors/teaching/small.md", wrong)
    book.replace("chapters/instructors/routes.md", "| paper\n", "| papers\n")
    outcome = book.build()
    assert outcome.code != 0
    assert "teaching/small.md:9: WARNING: no exercise 'small-numbers' in exercises/: " in outcome.said
    assert "no chapter 'smal': " in outcome.said
    assert "no assignment 'papers': " in outcome.said
    astray = "small-apart serves x, which is no outcome of a chapter"
    assert f"exercises/assignments/paper.yml:10: WARNING: {astray}" in outcome.said


class TestCut:
    """What fits into one session."""

    @staticmethod
    def chosen(minutes: int, chapter: str = "trade") -> list[Exercise]:
        exercises = bank(ROOT).chapter(chapter)
        names = list(dict.fromkeys(exercise.objective for exercise in exercises))
        return cut(exercises, names, minutes)

    @pytest.mark.parametrize("minutes", [10, 50, 90])
    @pytest.mark.parametrize("path", sorted((ROOT / "exercises").glob("*.yml")), ids=lambda path: path.stem)
    def test_four_fifths_of_the_session_are_never_exceeded(self, path: Path, minutes: int) -> None:
        chosen = self.chosen(minutes, path.stem)
        assert sum(exercise.minutes for exercise in chosen) <= minutes * 0.8
        assert not any(exercise.recalled for exercise in chosen)
        assert not any("if you have time" in exercise.title.casefold() for exercise in chosen)
        ids = [exercise.id for exercise in bank(ROOT).chapter(path.stem)]
        assert [exercise.id for exercise in chosen] == [
            id for id in ids if id in {exercise.id for exercise in chosen}
        ]

    def test_checks_come_before_what_applies_them(self) -> None:
        exercises = bank(ROOT).chapter("trade")
        checks = {
            exercise.objective
            for exercise in exercises
            if exercise.level == "check" and not exercise.recalled
        }
        short = self.chosen(15)
        assert {exercise.level for exercise in short} == {"check", "apply"}
        assert {exercise.objective for exercise in short if exercise.level == "check"} == checks

    def test_a_long_session_takes_all_that_is_for_everybody(self) -> None:
        whole = [
            exercise
            for exercise in bank(ROOT).chapter("trade")
            if not exercise.recalled and "if you have time" not in exercise.title.casefold()
        ]
        assert self.chosen(500) == whole
