"""What must not be published fails the build, names its place, and fails it again until it is mended."""

from __future__ import annotations

import re

import pytest

from .conftest import CHAPTER, EXERCISES, SmallBook, cell

pytestmark = pytest.mark.build


def test_a_cell_that_raises_is_named_and_fails_again_until_it_is_mended(small_book: SmallBook) -> None:
    small_book.chapters(one=CHAPTER, two=cell("print('before')\n1 / 0"))
    for _ in range(2):
        outcome = small_book.build()
        assert outcome.code != 0
        assert "chapters/two.md:13: ERROR: code cell 2: ZeroDivisionError" in outcome.said
        assert "Traceback" not in outcome.said
    small_book.chapters(one=CHAPTER, two=cell("print('before')"))
    small_book.build().passed()


def test_a_warning_in_a_cell_is_named_and_fails_again_though_nothing_changed(small_book: SmallBook) -> None:
    small_book.chapters(two=cell("import warnings\nwarnings.warn('look here')"))
    for _ in range(2):
        outcome = small_book.build()
        assert outcome.code != 0
        assert re.search(r"chapters/two\.md:1[34]: ERROR: stderr was found in .* cell 3", outcome.said)


MISTAKES = {
    "claim": ("{claim}`remarks-014`", "{claim}`remarks-999`", "remarks-999"),
    "reference": ("{numref}`fig-trade`", "{numref}`fig-nowhere`", "fig-nowhere"),
    "table": ("{table}`trade`", "{table}`trades`", "trades"),
    "number": ("`106.65 <", "`106.56 <", "106.56"),
    "exercise": ('exercise("which-line")', 'exercise("which-lines")', "which-lines"),
    "alt-text": ("    alt: Trade rose between 2010 and 2018.\n", "    width: 100%\n", "alt"),
}


def test_each_mistake_fails_the_build_and_says_where(small_book: SmallBook) -> None:
    chapters = {}
    for name, (old, new, _) in MISTAKES.items():
        assert old in CHAPTER
        # Figures and exercises stand once in a book, so each chapter gets names of its own.
        chapters[name] = CHAPTER.replace(old, new).replace("fig-trade", f"fig-{name}")
    small_book.chapters(**chapters)
    outcome = small_book.build()
    assert outcome.code != 0
    for name, (_, _, message) in MISTAKES.items():
        lines = [line for line in outcome.said.splitlines() if f"/{name}.md:" in line]
        assert any(message in line for line in lines), (name, lines)


def test_an_exercise_that_nobody_meets_is_named(small_book: SmallBook) -> None:
    second = EXERCISES.replace("which-line", "which-bar")
    small_book.write("exercises/one.yml", EXERCISES + second)
    line = 1 + EXERCISES.count("\n")
    outcome = small_book.build("-W", "-n", "--keep-going")
    assert outcome.code != 0
    told = f"exercises/one.yml:{line}: WARNING: exercise which-bar is on no page and in no assignment"
    assert told in outcome.said
    assert "which-line is on no page" not in outcome.said
    small_book.write(
        "exercises/assignments/homework.yml",
        "title: Homework\ninstructions: Do it.\ndue: soon\nfeedback: never\nintegrity: Your own.\n"
        "ai: None.\nreaders: Me.\nexercises:\n  - id: which-bar\n",
    )
    small_book.build("-W", "-n", "--keep-going").passed()
