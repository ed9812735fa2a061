"""An assignment is read with its exercises; what is wrong with it is told by `test_broken_files`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from seminar.exercises import BankError, assignments
from seminar.exercises.assignments import UnknownAssignment, assignment, survey_assignments
from seminar.exercises.bank import bank
from seminar.exercises.marking import mark
from seminar.exercises.variants import variants
from tests.exercises.test_variants import EXERCISE, GENERATORS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SAMPLES = (HERE / "samples.yml").read_text(encoding="utf-8")
VALIDATOR = jsonschema.Draft202012Validator(json.loads(assignments.schema()))
TRADE = """title: Trade
instructions: |
  Read *first*.
due: Before the seminar
feedback: after-handing-in
integrity: Your own work.
ai: None.
readers: Your teacher.
exercises:
  - id: sample-multiple
    points: 2.5
    partial: all-or-nothing
  - id: sample-forecast
"""


@pytest.fixture
def made(project):
    def make(text: str = TRADE, samples: str = SAMPLES, name: str = "trade-week-one") -> Path:
        root = project(trade=samples)
        folder = root / "exercises" / "assignments"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
        return root

    return make


def test_an_assignment_has_its_file_s_texts_and_the_bank_s_exercises(made):
    root = made()
    found = assignment("trade-week-one", root)
    assert (found.name, found.title, found.due) == ("trade-week-one", "Trade", "Before the seminar")
    assert (found.feedback, found.readers) == ("after-handing-in", "Your teacher.")
    assert [item.exercise for item in found.items] == [
        bank(root).exercise(id) for id in ("sample-multiple", "sample-forecast")
    ]
    assert [(part.path, part.text.strip(), part.line) for part in found.parts()] == [
        ("instructions", "Read *first*.", 3), ("integrity", "Your own work.", 6), ("ai", "None.", 7)
    ]  # fmt: skip


def test_points_and_policy_of_an_item_take_the_place_of_the_exercise_s(made):
    multiple, forecast = assignment("trade-week-one", made()).items
    assert (multiple.hundredths, forecast.hundredths) == (250, 50)
    assert multiple.exercise.rule()["policy"] == "each-item"
    assert mark(multiple.rule(), {"choices": [1]}).points == 0
    assert mark(multiple.rule(), {"choices": [1, 2]}).points == 250
    assert forecast.rule() == forecast.exercise.rule()
    assert assignment("trade-week-one", made()).hundredths == 300


def test_an_exercise_with_a_generator_has_eight_variants_or_as_many_as_the_assignment_says(made):
    for more, count in (("", 8), ("    variants: 3\n", 3)):
        root = made(TRADE + "  - id: growth\n" + more, SAMPLES + EXERCISE)
        (root / "exercises" / "generators.py").write_text(GENERATORS, encoding="utf-8")
        items = assignment("trade-week-one", root).items
        assert [item.variants for item in items] == [0, 0, count]
    variant = variants(items[2].exercise, "2026", 3)[2]
    assert items[2].rule(variant)["bands"] == variant.rule()["bands"] != items[2].rule()["bands"]


def test_the_labs_that_are_set_besides_are_named_and_count_for_no_points(made):
    root = made(TRADE + "labs: [load-and-tidy]\n")
    labs = root / "exercises" / "labs"
    labs.mkdir()
    (labs / "load-and-tidy.md").touch()
    found = assignment("trade-week-one", root)
    assert (found.labs, found.hundredths) == (("load-and-tidy",), 300)
    assert assignment("trade-week-one", made()).labs == ()
    (labs / "load-and-tidy.md").rename(labs / "load-and-mend.md")
    (mistake,) = survey_assignments(made(TRADE + "labs: [load-and-tidy]\n"))[1]
    assert str(mistake).endswith(
        "yml:14: lab 1 is not in exercises/labs, 'load-and-tidy': did you mean 'load-and-mend'?"
    )


def test_an_unknown_name_gets_near_names(made):
    with pytest.raises(UnknownAssignment, match=r"^no assignment 'trade-week-on' .*mean 'trade-week-one'"):
        assignment("trade-week-on", made())


def test_mistakes_of_assignments_and_of_exercises_are_told_together(made):
    root = made(TRADE.replace("due: ", "deu: "), SAMPLES.replace("level: check", "level: chek", 1))
    with pytest.raises(BankError) as caught:
        assignments.assignments(root)
    assert [(mistake.file, mistake.line) for mistake in caught.value.mistakes] == [
        ("exercises/assignments/trade-week-one.yml", 1),
        ("exercises/assignments/trade-week-one.yml", 4),
        ("exercises/trade.yml", 6),
    ]


def test_a_broken_exercise_is_not_called_unknown(made):
    found, mistakes = survey_assignments(made(samples=SAMPLES.replace("level: check", "level: chek")))
    assert (found, mistakes) == ({}, [])


def test_an_edit_of_an_exercise_or_of_the_assignment_is_seen_at_once(made):
    made()
    root = made(samples=SAMPLES.replace("title: Above the line", "title: Below the line"))
    assert assignment("trade-week-one", root).items[0].exercise.title == "Below the line"
    made(TRADE.replace("title: Trade", "title: Glory"))
    assert assignment("trade-week-one", root).title == "Glory"


def test_the_fingerprint_is_of_the_questions_alone(made):
    before = assignment("trade-week-one", made()).fingerprint
    made(TRADE.replace("points: 2.5", "points: 3").replace("title: Trade", "title: Glory"))
    root = made(samples=SAMPLES.replace("{text: in 2019, correct: true}", "{text: in 2019, feedback: No.}"))
    assert assignment("trade-week-one", root).fingerprint == before
    root = made(samples=SAMPLES.replace("In which years was", "In what years was"))
    assert assignment("trade-week-one", root).fingerprint != before
    root = made(TRADE.replace("  - id: sample-forecast\n", ""))
    assert assignment("trade-week-one", root).fingerprint != before


def test_a_project_without_assignments_has_none(project):
    assert assignments.assignments(project()) == {}


# -- the book's own, and the schema


def test_the_book_s_assignments_are_sound_and_have_points_to_earn():
    found = assignments.assignments(ROOT)
    assert found
    assert all(made.hundredths > 0 for made in found.values())


def test_the_committed_schema_is_current():
    jsonschema.Draft202012Validator.check_schema(json.loads(assignments.schema()))
    assert (ROOT / "exercises/assignment-schema.json").read_text(encoding="utf-8") == assignments.schema(), (
        "run: seminar schema --assignment --to exercises/assignment-schema.json"
    )


@pytest.mark.parametrize("path", sorted((ROOT / "exercises/assignments").glob("*.yml")), ids=lambda p: p.stem)
def test_sound_files_are_valid_by_the_schema(path):
    data = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


@pytest.mark.parametrize(
    "name", ["missing-fields", "unknown-keys", "no-exercises", "exercises-as-text", "a-list"]
)
def test_an_editor_sees_the_mistakes_that_a_schema_can_tell(name):
    text = (HERE / "broken" / "assignments" / f"{name}.yml").read_text(encoding="utf-8")
    assert not VALIDATOR.is_valid(YAML(typ="safe", pure=True).load(text))
