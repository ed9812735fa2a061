"""By what a person marks a written answer, and that no student meets it before."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from seminar.exercises.fingerprint import fingerprint, question
from seminar.exercises.model import Exercise, validate
from seminar.exercises.rubric import chosen, rubric
from seminar.surfaces.fallback import fallback
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import payload

SAMPLES = YAML(typ="safe", pure=True).load(
    (Path(__file__).parent / "samples.yml").read_text(encoding="utf-8")
)
PLAIN: dict[str, Any] = next(data for data in SAMPLES if data["id"] == "sample-short-text")
RUBRIC = [
    {
        "name": "Services",
        "asks": "Does it name both?",
        "levels": [
            {"points": 0, "text": "None."},
            {"points": 1.5, "text": "Both."},
            {"points": 1, "text": "One."},
        ],
    },
    {
        "name": "Border",
        "asks": "Does it name a border?",
        "levels": [{"points": 1.5, "text": "A border."}, {"points": 0, "text": "No border."}],
    },
]
GRADED = [{"text": "They count twice.", "levels": [1, 0], "why": "It names a count."}]


def made(**fields: Any) -> Exercise:
    exercise, faults = validate({**copy.deepcopy(PLAIN), **fields})
    assert exercise is not None, faults
    return exercise


def sentences(count: int) -> list[str]:
    return [f"It does what sentence {i} says." for i in range(count)]


def test_without_a_rubric_the_checklist_is_one() -> None:
    first, second = rubric(made())
    assert (first.name, first.asks) == ("1", "It names both services.")
    assert [(level.label, level.points) for level in first.levels] == [
        ("yes", 150),
        ("partly", 75),
        ("no", 0),
    ]
    assert second.name == "2"


def test_shares_that_do_not_divide_lie_between_rounded_sums() -> None:
    found = rubric(made(points=5, checklist=sentences(6)))
    assert [criterion.points for criterion in found] == [83, 84, 83, 83, 84, 83]
    assert [criterion.levels[1].points for criterion in found] == [42] * 6


@given(st.integers(1, 10_000), st.integers(1, 20))
def test_full_marks_are_full_points_whatever_is_set(points: int, count: int) -> None:
    found = rubric(made(checklist=sentences(count)), points)
    assert sum(criterion.points for criterion in found) == points
    assert max(c.points for c in found) - min(c.points for c in found) <= 1
    scaled = rubric(made(rubric=RUBRIC), points)
    assert sum(criterion.points for criterion in scaled) == points
    for criterion in [*found, *scaled]:
        got = [level.points for level in criterion.levels]
        assert got == sorted(got, reverse=True)
        assert got[-1] == 0


def test_a_rubric_gives_its_own_points_best_first() -> None:
    services, border = rubric(made(rubric=RUBRIC))
    assert [(level.label, level.points) for level in services.levels] == [("1.5", 150), ("1", 100), ("0", 0)]
    assert border.points == 150


def test_another_number_of_points_scales_it_and_leaves_the_labels() -> None:
    services, _ = rubric(made(rubric=RUBRIC), 1000)
    assert [(level.label, level.points) for level in services.levels] == [("1.5", 500), ("1", 333), ("0", 0)]


def test_a_graded_sample_finds_its_levels() -> None:
    exercise = made(rubric=RUBRIC, samples=GRADED)
    levels = chosen(rubric(exercise), exercise.samples[0].levels)  # type: ignore[attr-defined]
    assert [level.points for level in levels] == [100, 0]
    with pytest.raises(KeyError):
        chosen(rubric(exercise), ["yes", "0"])


def test_types_that_no_person_marks_have_no_rubric() -> None:
    exercise, _ = validate(next(data for data in SAMPLES if data["type"] == "numeric"))
    assert exercise is not None
    assert rubric(exercise) == ()
    assert exercise.for_marking() == []


def test_a_stored_answer_stays_valid_and_the_page_the_same() -> None:
    before, after = made(), made(rubric=RUBRIC, samples=GRADED)
    assert fingerprint(after) == fingerprint(before)
    assert question(after) == question(before)
    assert payload(after, rendered(after)) == payload(before, rendered(before))
    assert len(after.for_marking()) == 11
    assert not {part.path for part in after.for_marking()} & {part.path for part in after.parts()}


def test_a_shown_rubric_stands_below_the_question_and_is_no_part_of_it() -> None:
    before, after = made(rubric=RUBRIC), made(rubric=RUBRIC, samples=GRADED, show_rubric=True)
    assert fingerprint(after) == fingerprint(before)
    assert question(after) == question(before)
    html = rendered(after)
    for shown in (payload(after, html)["prompt"], fallback(after, html)):
        assert "<strong>Services.</strong> 0: None. 1.5: Both. 1: One." in shown
        assert "Does it name both?" not in shown
        assert "They count twice." not in shown
