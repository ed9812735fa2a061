"""nbgrader releases the labs without their solutions, and gives the points of the instructors' tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest

from seminar.exercises.labs import BECAUSE, Lab
from seminar.surfaces.labs import ABOUT, nbgrader_files
from seminar.surfaces.labs import tests as instructors_tests
from seminar.surfaces.words import word
from tests.labs.conftest import LABS, ROOT, Attempt, inside
from tests.labs.test_labs import answered, lines
from tests.labs.wrong import WRONG
from tests.nbgrader.conftest import Course, Gradebook


@dataclass(frozen=True)
class Marked:
    """The labs, marked; ``expected`` has the points of the instructors' tests by lab and student."""

    course: Course
    gradebook: Gradebook
    expected: dict[str, dict[str, dict[str, float]]]

    def points(self, lab: Lab, student: str) -> dict[str, float | None]:
        """Return the points by cell that nbgrader gave."""
        return {cell: points for cell, (points, _) in self.gradebook[lab.name][student].items()}


@pytest.fixture(scope="module")
def made(folder: Course, tmp_path_factory: pytest.TempPathFactory) -> Marked:
    """Everything done once: each lab solved, and with a typical mistake in one task and no last sentence."""
    expected: dict[str, dict[str, dict[str, float]]] = {}
    for lab in LABS.values():
        folder.put(nbgrader_files(lab, ROOT))
    folder.release(*LABS)
    for lab in LABS.values():
        for student in ("solved", "mistaken"):
            attempt = Attempt(lab, tmp_path_factory.mktemp(lab.name))
            solved = attempt.solutions()
            if student == "mistaken":
                task, answer, _ = next(each for each in WRONG[lab.name] if each[0] != BECAUSE)
                solved = answered(attempt, task, answer)
                del solved[BECAUSE]
            folder.hand_in(student, lab.name, solved)
            attempt.run(solved)
            with inside(attempt.folder):
                exec(instructors_tests(lab), attempt.names)
            expected.setdefault(lab.name, {})[student] = attempt.names["marks"]
    first = next(iter(LABS))
    folder.hand_in("blank", first, {})
    return Marked(folder, folder.mark(*LABS), expected)


def test_a_solved_lab_gets_all_points_and_its_sentence_waits_for_a_reader(lab: Lab, made: Marked) -> None:
    points = {f"{cell.check}-points": cell.points for cell in lab.cells if cell.check not in ("", BECAUSE)}
    assert made.points(lab, "solved") == {**points, BECAUSE: None, f"{BECAUSE}-graders": 0}
    most = made.gradebook[lab.name]["solved"][BECAUSE][1]
    assert most == next(cell.points for cell in lab.cells if cell.check == BECAUSE)


@pytest.mark.parametrize("student", ["solved", "mistaken"])
def test_nbgrader_gives_the_points_of_the_instructors_tests(student: str, lab: Lab, made: Marked) -> None:
    given = made.points(lab, student)
    sentence = given.pop(BECAUSE)
    assert given.pop(f"{BECAUSE}-graders") == 0
    expected = made.expected[lab.name][student]
    assert given == {f"{task}-points": points for task, points in expected.items()}
    if student == "mistaken":
        assert sentence == 0, "a sentence that nobody wrote waits for no reader"


def test_a_reader_finds_the_lab_s_own_sentence_and_students_do_not(lab: Lab, made: Marked) -> None:
    name = f"{BECAUSE}-graders"
    path = made.course.folder / "autograded" / "solved" / lab.name / f"{lab.name}.ipynb"
    cell = next(each for each in nbformat.read(path, 4).cells if each.id == name)
    assert [output.output_type for output in cell.outputs] == ["stream"]
    assert "because" in cell.outputs[0].text.lower()
    released = next(each for each in made.course.released(lab.name).cells if each.id == name)
    assert released.source == f"# {word('nbgrader.sentence')}"


def test_mistakes_cost_points(made: Marked) -> None:
    """A mistake of style may cost none; in most labs the one that is made here does."""
    totals = {
        name: [sum(students[how].values()) for how in ("mistaken", "solved")]
        for name, students in made.expected.items()
    }
    assert sum(mistaken < solved for mistaken, solved in totals.values()) > len(LABS) / 2


def test_a_blank_lab_gets_nothing(made: Marked) -> None:
    first = next(iter(LABS.values()))
    assert set(made.points(first, "blank").values()) == {0}


def test_students_get_no_solution_and_no_hidden_test_and_all_tables(lab: Lab, made: Marked) -> None:
    released = made.course.released(lab.name)
    text = "\n".join(cell.source for cell in released.cells)
    assert "###" not in text
    assert "seminar" not in text
    # What nbgrader writes in a solution's place.
    stub = {"# YOUR CODE HERE", "raise NotImplementedError()"}
    for cell in lab.cells:
        given = {line.strip() for line in cell.given().splitlines()}
        kept = {line.strip() for line in cell.source.splitlines()} - given
        assert {line for line in kept if len(line) > 3 and "../" not in line} & lines(released) == set()
    for cell in lab.cells:
        if cell.task:
            own = next(each for each in released.cells if each.id == cell.task)
            assert [line for line in own.source.splitlines() if line not in stub] == cell.given().splitlines()
    beside = {path.name for path in Path(made.course.folder, "release", lab.name).iterdir()}
    assert beside == {f"{lab.name}.ipynb", ABOUT, *(f"{table}.csv" for table in lab.datasets)}


@pytest.fixture(params=LABS.values(), ids=lambda lab: lab.name)
def lab(request: pytest.FixtureRequest) -> Lab:
    """Each lab in turn."""
    found: Lab = request.param
    return found
