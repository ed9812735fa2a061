"""The book's own essays: their rubrics add up, their graded samples are true, and no page holds either."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seminar.exercises.bank import bank
from seminar.exercises.model import ShortText
from seminar.exercises.rubric import chosen, rubric
from seminar.paths import project_root
from seminar.surfaces.markup import markup
from seminar.values import check
from tests.surfaces.leaks import leaks, secrets

from .conftest import blocks

ROOT = project_root()
ESSAYS = {exercise.id: exercise for exercise in bank(ROOT) if isinstance(exercise, ShortText)}
GRADED = [name for name, essay in ESSAYS.items() if essay.samples and essay.chapter != "writing-exercises"]
VALUE = re.compile(r"\{value\}`([^<`]*)<([^>`]*)>`")


def test_two_essays_have_graded_samples() -> None:
    assert GRADED == ["money-who", "last-memo"]


@pytest.mark.parametrize("name", GRADED)
def test_four_samples_go_from_weak_to_full_points(name: str) -> None:
    essay = ESSAYS[name]
    criteria = rubric(essay)
    got = [sum(level.points for level in chosen(criteria, sample.levels)) for sample in essay.samples]
    assert len(got) == 4
    assert got == sorted(set(got))
    assert got[0] < essay.hundredths / 4
    assert got[-1] == essay.hundredths
    for sample in essay.samples:
        assert essay.words is not None
        assert len(sample.text.split()) < 1.35 * essay.words


@pytest.mark.parametrize("name", ESSAYS)
def test_what_a_sample_says_of_the_data_holds(name: str) -> None:
    for part in ESSAYS[name].for_marking():
        assert markup(part.text, root=ROOT)
        for text, reference in VALUE.findall(part.text):
            check(text.strip(), reference, ROOT)


@pytest.mark.browser
def test_no_page_gives_a_student_a_sample_or_a_hidden_rubric(book: Path) -> None:
    places = blocks(book)
    told = {name: essay for name, essay in ESSAYS.items() if essay.for_marking()}
    assert len(told) > 2
    for name, essay in told.items():
        found = secrets([essay], [part.text for part in essay.parts()])
        assert found
        assert leaks({name: places[name][1].encode()}, found) == set()
