"""nbgrader releases an assignment without its keys, and marks what students hand in as the book does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest

from seminar.exercises.assignments import Assignment, Item
from seminar.exercises.marking import mark
from seminar.surfaces.release.nbgrader import MARKER, release
from seminar.surfaces.words import word
from tests.answers import MEANT, right
from tests.nbgrader.conftest import Course, Gradebook
from tests.nbgrader.students import typed
from tests.surfaces.fixture_release import NAME, Bank, data, turned
from tests.surfaces.leaks import leaks, secrets

OTHER = f"{NAME}-other"
SEED = "a-secret-of-this-class"
BROKEN = {
    "fixture-single": "question_1 = A",
    "fixture-multiple": "question_2 = (",
    # Names that the tests use themselves.
    "fixture-numeric": "question_4 = 'much'\nsys = types = mark = marked = globals = None",
    "fixture-none": "import sys\nprint('oh', file=sys.stderr)\nquestion_3 = 1 / 0",
}
"""What a student types in these cells who does not know how."""


@dataclass(frozen=True)
class Marked:
    """An assignment that nbgrader released and marked; the second bank's is released beside it."""

    bank: Bank
    course: Course
    gradebook: Gradebook

    @property
    def assignment(self) -> Assignment:
        """The assignment."""
        return self.bank.assignment()

    def rules(self) -> dict[str, tuple[int, Item, dict[str, Any]]]:
        """Return of each exercise its place, its item and the rule of the version that all have."""
        return {
            item.exercise.id: (place, item, item.rule(item.exercises(SEED)[0]))
            for place, item in enumerate(self.assignment.items, start=1)
        }

    def points(self, student: str) -> dict[str, float | None]:
        """Return a student's points by exercise."""
        return {cell: given for cell, (given, _) in self.gradebook[NAME][student].items()}


def answers(rules: dict[str, tuple[int, Item, dict[str, Any]]], how: str) -> dict[str, str]:
    """Return the cells of a student who answers everything so."""
    return {
        f"{id}-answer": typed(place, item.exercise, rule, MEANT[how](rule))
        for id, (place, item, rule) in rules.items()
        if rule["kind"] != "by-hand"
    }


@pytest.fixture(scope="module")
def made(folder: Course, tmp_path_factory: pytest.TempPathFactory) -> Marked:
    """Everything done once: released, answered, handed in and marked."""
    exercises = data()
    bank = Bank(tmp_path_factory.mktemp("first"), exercises, other=False)
    other = Bank(tmp_path_factory.mktemp("second"), turned(exercises), other=True)
    for each, name in ((bank, NAME), (other, OTHER)):
        files, _ = release(each.page(), each.root, each.assignment(), SEED, False)
        folder.put({file.replace(NAME, name): content for file, content in files.items()})
    folder.run("nbgrader", "generate_assignment", NAME)
    folder.release(OTHER)
    found = Marked(bank, folder, {})
    rules = found.rules()
    for how in MEANT:
        folder.hand_in(how, NAME, {**answers(rules, how), "fixture-text": "Because it counts."})
    folder.hand_in("blank", NAME, {})
    broken = {f"{id}-answer": cell for id, cell in BROKEN.items()}
    folder.hand_in("crashing", NAME, {**answers(rules, "right"), **broken})
    return Marked(bank, folder, folder.mark(NAME))


def test_the_gradebook_has_each_exercise_with_its_points(made: Marked) -> None:
    cells = {cell: most for cell, (_, most) in made.gradebook[NAME]["right"].items()}
    wanted = {item.exercise.id: item.points for item in made.assignment.items}
    assert cells == {MARKER: 0, "fixture-text-graders": 0, **wanted}


@pytest.mark.parametrize("how", MEANT)
def test_nbgrader_gives_the_points_that_the_book_gives(how: str, made: Marked) -> None:
    given = made.points(how)
    for id, (_, _, rule) in made.rules().items():
        if rule["kind"] == "by-hand":
            assert given[id] is None
        else:
            points = mark(rule, MEANT[how](rule)).points
            assert points is not None
            assert given[id] == points / 100, id


def test_the_students_differ_as_they_should(made: Marked) -> None:
    """Right means all points, wrong none, and half of them lie between where the rule has such points."""
    rules = {id: rule for id, (_, _, rule) in made.rules().items() if rule["kind"] != "by-hand"}
    most, none, some = (made.points(how) for how in ("right", "wrong", "half"))
    assert all(most[id] == rule["points"] / 100 for id, rule in rules.items())
    assert all(none[id] == 0 for id in rules)
    between = [id for id in rules if 0 < (some[id] or 0) < (most[id] or 0)]
    kinds = {rules[id]["kind"] for id in between}
    assert kinds >= {"choices", "order", "assign"}
    assert len(between) >= 6


def test_a_blank_notebook_gets_nothing(made: Marked) -> None:
    assert set(made.points("blank").values()) == {0}


def test_a_cell_that_crashes_or_takes_names_away_costs_its_own_question_alone(made: Marked) -> None:
    given, full = made.points("crashing"), made.points("right")
    assert {id for id in full if given[id] != full[id] and id != "fixture-text"} == set(BROKEN)
    assert all(given[id] == 0 for id in BROKEN)
    autograded = made.course.folder / "autograded" / "crashing" / NAME / f"{NAME}.ipynb"
    said = autograded.read_text(encoding="utf-8")
    assert "Question 1: no answer, 0 of 1 points." in said
    assert "Question 4: written so that it cannot be marked, 0 of 2 points." in said


def test_what_students_get_is_the_same_whatever_the_keys(made: Marked) -> None:
    """Not by a text, an order, a checksum or a file's name."""
    folder = made.course.folder / "release"
    files = [
        {path.name.replace(OTHER, NAME): path.read_bytes() for path in (folder / name).iterdir()}
        for name in (NAME, OTHER)
    ]
    assert files[0] == files[1]
    sources = [
        (made.course.folder / "source" / name / f"{name}.ipynb").read_bytes() for name in (NAME, OTHER)
    ]
    assert sources[0] != sources[1]


def test_neither_key_nor_marker_is_left(made: Marked) -> None:
    source = (made.course.folder / "source" / NAME / f"{NAME}.ipynb").read_bytes()
    released = (made.course.folder / "release" / NAME / f"{NAME}.ipynb").read_bytes()
    exercises = [item.exercises(SEED)[0] for item in made.assignment.items]
    told = secrets(exercises, [part.text for each in exercises for part in each.parts() if not part.sealed])
    assert leaks({"it": released}, told) == set()
    for sign in (b"HIDDEN", b"policy", b"correct", b"def mark", b"seminar.", SEED.encode(), b"model answer"):
        assert sign not in released, sign
    assert b"def mark" in source
    assert b"'correct': [" in source
    assert {secret for _, secret in leaks({"it": source}, told)} != set()
    assert SEED.encode() not in source


def test_graders_read_by_what_they_mark_and_students_do_not(made: Marked) -> None:
    """What nbgrader shows those who mark is the notebook with the outputs that marking left in it."""
    exercise = next(item.exercise for item in made.assignment.items if item.exercise.id == "fixture-text")
    assert {part.path.partition("/")[0] for part in exercise.for_marking()} == {"rubric", "samples"}
    told = secrets([exercise], [part.text for part in exercise.parts() if not part.sealed])
    assert len(told) > 10
    for student in ("right", "blank"):
        marked = nbformat.read(made.course.folder / "autograded" / student / NAME / f"{NAME}.ipynb", 4)
        cell = next(each for each in marked.cells if each.id == "fixture-text-graders")
        shown = cell.outputs[0].data["text/html"]
        assert {secret for _, secret in leaks({"it": shown.encode()}, told)} == told
    released = made.course.released(NAME)
    cell = next(each for each in released.cells if each.id == "fixture-text-graders")
    assert cell.source == f"# {word('nbgrader.graders', n=made.rules()['fixture-text'][0])}"
    assert leaks({"it": nbformat.writes(released).encode()}, told) == set()


def test_a_rubric_that_students_may_know_stands_below_its_question(tmp_path: Path) -> None:
    written = next(each for each in data() if each["id"] == "fixture-text")
    bank = Bank(tmp_path, [{**written, "show_rubric": True}], other=False)
    files, _ = release(bank.page(), bank.root, bank.assignment(), SEED, False)
    made = nbformat.reads(files[f"source/{NAME}/{NAME}.ipynb"].decode(), 4)
    cell = next(each for each in made.cells if each.id == "fixture-text-question")
    level = written["rubric"][0]["levels"][0]["text"]
    assert level in cell.source
    assert cell.source.index(written["prompt"]) < cell.source.index(level)


def test_students_find_a_cell_for_each_question_and_what_to_type(made: Marked) -> None:
    cells = {cell.id: cell for cell in made.course.released(NAME).cells}
    for id, (place, _, rule) in made.rules().items():
        assert cells[f"{id}-question"].source.startswith(f"## {place}. ")
        if rule["kind"] == "by-hand":
            assert cells[id].source == "YOUR ANSWER HERE"
            continue
        source = cells[f"{id}-answer"].source
        assert re.match(rf"question_{place} = (\.\.\.$|\{{\n)", source)
        names: dict[str, Any] = {}
        exec(source, names)
        assert names[f"question_{place}"] is ... or set(names[f"question_{place}"].values()) == {...}
        assert cells[id].source == f"# Question {place} is marked here, once the notebook is handed in."
        assert not cells[id].metadata["editable"]
    pictures = {path.name for path in Path(made.course.folder, "release", NAME).glob("*.png")}
    assert pictures
    for name in pictures:
        shown = [re.search(rf"!\[([^\n]+)\]\({re.escape(name)}\)", cell.source) for cell in cells.values()]
        assert [found[1] for found in shown if found], name


def test_right_is_what_the_book_marks_right(made: Marked) -> None:
    """The students of these tests are no judges: the book's own marks are full for the right ones."""
    for _, _, rule in made.rules().values():
        if rule["kind"] != "by-hand":
            assert mark(rule, right(rule)).points == rule["points"]
