"""The minutes that a chapter states are those of its exercises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seminar.exercises.bank import bank
from seminar.exercises.model import Exercise
from seminar.front_matter import is_chapter, read_front_matter
from seminar.paths import project_root

ROOT = project_root()
CHAPTERS = [
    path
    for path in sorted((ROOT / "chapters").glob("*/*.md"))
    if is_chapter(str(path.relative_to(ROOT).with_suffix("")))
]


def exercises(chapter: Path) -> list[Exercise]:
    return bank(ROOT).chapter(chapter.stem)


def name(chapter: Path) -> str:
    return chapter.stem


@pytest.mark.parametrize("chapter", CHAPTERS, ids=name)
def test_the_head_of_a_chapter_gives_the_minutes_of_all_its_exercises(chapter: Path) -> None:
    stated = read_front_matter(chapter).minutes.get("exercises", 0)
    assert stated == sum(exercise.minutes for exercise in exercises(chapter))


@pytest.mark.parametrize("chapter", CHAPTERS, ids=name)
def test_what_a_chapter_says_of_its_core_leaves_out_what_is_for_whoever_has_time(chapter: Path) -> None:
    every = exercises(chapter)
    core = [exercise for exercise in every if "if you have time" not in exercise.title.casefold()]
    text = chapter.read_text(encoding="utf-8")
    said = [int(minutes) for minutes in re.findall(r"\btakes? about (\d+) minutes", text)]
    if said or len(core) < len(every):
        assert said == [sum(exercise.minutes for exercise in core)]
