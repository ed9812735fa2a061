"""A released notebook keeps answers beside it, brings them back, hands in, and needs nothing of the book."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from seminar.exercises import submission
from seminar.exercises.variants import pick
from seminar.surfaces.release import release
from tests.surfaces.fixture_release import NAME, VARIED, Bank, data

KEPT = f"{NAME}-answers.json"


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> nbformat.NotebookNode:
    """The notebook of an assignment of some types, with variants and a figure."""
    names = ("fixture-single", "fixture-ordering", "fixture-vote", "figure-draw", VARIED)
    bank = Bank(
        tmp_path_factory.mktemp("bank"), [each for each in data() if each["id"] in names], other=False
    )
    files = release(bank.page(), bank.root, bank.assignment())
    return nbformat.reads(files[f"{NAME}.ipynb"].decode(), as_version=4)


@pytest.fixture
def begin(
    notebook: nbformat.NotebookNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], tuple[Any, Any]]:
    """Run the first cell in a folder of its own, as opening the notebook anew does."""
    monkeypatch.chdir(tmp_path)

    def run() -> tuple[Any, Any]:
        names: dict[str, Any] = {}
        exec(notebook.cells[1].source, names)
        assert set(names) - {"__builtins__", "__doc__"} == {"exercise", "hand_in"}
        return names["exercise"], names["hand_in"]

    return run


def record(widget: Any, response: dict[str, Any], variant: int | None = None) -> dict[str, Any]:
    """Return what the browser makes of an answer."""
    payload = widget.payload if variant is None else widget.payload["variants"][variant]
    return {
        "version": 1,
        "id": payload["id"],
        "fingerprint": payload["question"],
        "response": response,
        "state": "answered",
        "attempts": 0,
        "hints": 0,
        "solution": False,
        "changed": "2026-11-21T12:00:00.000Z",
    }


def test_answers_are_kept_on_each_change_and_come_back(begin: Callable[[], Any]) -> None:
    exercise, hand_in = begin()
    assert not Path(KEPT).exists()
    single, order, last = exercise("fixture-single"), exercise("fixture-ordering"), hand_in()
    single.record = record(single, {"choice": 1})
    order.record = record(order, {"order": [2, 0, 1, 3]})
    assert set(json.loads(Path(KEPT).read_text(encoding="utf-8"))["records"]) == {
        "fixture-single", "fixture-ordering"
    }  # fmt: skip
    assert last.records["fixture-single"] == single.record
    assert exercise("fixture-single").record == single.record

    exercise, hand_in = begin()
    assert exercise("fixture-single").record["response"] == {"choice": 1}
    assert hand_in().records["fixture-ordering"]["response"] == {"order": [2, 0, 1, 3]}
    again = exercise("fixture-single")
    again.record = {}
    exercise, _ = begin()
    assert exercise("fixture-single").record == {}
    assert exercise("fixture-ordering").record != {}


def test_all_views_of_an_exercise_follow_its_answer(begin: Callable[[], Any]) -> None:
    exercise, _ = begin()
    one, other = exercise("fixture-single"), exercise("fixture-single")
    other.record = record(other, {"choice": 0})
    assert one.record == other.record


def test_a_student_s_id_picks_the_variant_and_its_answer(begin: Callable[[], Any]) -> None:
    exercise, hand_in = begin()
    varied, last = exercise(VARIED), hand_in()
    ids = {pick(NAME, VARIED, f"s{number}", 3): f"s{number}" for number in range(30)}
    assert set(ids) == {0, 1, 2}
    last.student = {"id": ids[1], "name": "A. Person"}
    assert varied.student == last.student
    varied.record = record(varied, {"number": "12"}, variant=1)
    last.student = {"id": f" {ids[2].upper()} ", "name": "A. Person"}
    assert varied.record == {}
    varied.record = record(varied, {"number": "7"}, variant=2)
    last.student = {"id": ids[1], "name": "A. Person"}
    assert varied.record["response"] == {"number": "12"}
    exercise, _ = begin()
    assert exercise(VARIED).record["response"] == {"number": "12"}


def handed() -> dict[str, str]:
    """Return what the browser sets when a student hands in."""
    made: submission.Submission = {
        "format": "seminar-submission",
        "version": 1,
        "book": "reading-a-partnership",
        "book_version": "0.1.0",
        "assignment": NAME,
        "made_with": "release",
        "student": {"id": "s1", "name": ""},
        "handed_in": "2026-11-21T12:00:00.000Z",
        "receipt": "0000-0000",
        "answers": [],
        "withheld": [],
    }
    return {"file": submission.file_name(NAME, "s1"), "text": submission.write(made).decode()}


def test_handing_in_writes_the_file_beside_the_notebook(begin: Callable[[], Any]) -> None:
    _, hand_in = begin()
    last = hand_in()
    last.submission = handed()
    last.handing = {"ticked": ["fixture-vote"], "handed": [{"receipt": "0000-0000"}]}
    path = Path(f"{NAME}-s1.json")
    assert submission.read(path.read_bytes(), "reading-a-partnership")["assignment"] == NAME
    _, hand_in = begin()
    assert hand_in().handing["ticked"] == ["fixture-vote"]


def test_a_file_s_name_leads_nowhere_else(begin: Callable[[], Any], tmp_path: Path) -> None:
    _, hand_in = begin()
    hand_in().submission = {"file": "../elsewhere.json", "text": "{}"}
    assert not (tmp_path.parent / "elsewhere.json").exists()
    assert Path("elsewhere.json").exists()


def test_another_folder_of_the_student_s_own_code_changes_nothing(
    begin: Callable[[], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exercise, _ = begin()
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    one = exercise("fixture-single")
    one.record = record(one, {"choice": 0})
    assert (tmp_path / KEPT).exists()
    assert not list((tmp_path / "other").iterdir())


def test_what_cannot_be_written_is_said_and_not_taken_for_handed_in(
    begin: Callable[[], Any], tmp_path: Path
) -> None:
    exercise, hand_in = begin()
    one, last = exercise("fixture-single"), hand_in()
    for name in (KEPT, f"{NAME}-s1.json"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "in the way").touch()
    one.record = record(one, {"choice": 0})
    assert one.notice == "notebook"
    assert last.records["fixture-single"]["response"] == {"choice": 0}
    last.submission = handed()
    last.handing = {"ticked": [], "handed": [{"receipt": "0000-0000"}]}
    assert last.handing["handed"] == []
    assert last.notice == "notebook"
    (tmp_path / KEPT / "in the way").unlink()
    (tmp_path / KEPT).rmdir()
    one.record = record(one, {"choice": 1})
    assert one.notice is None


@pytest.mark.parametrize(
    "text", ["", "[]", '{"records": []}', '{"records": {"a": 1}, "student": {}, "handing": {}}']
)
def test_a_broken_file_is_put_aside_and_said(
    text: str, begin: Callable[[], Any], capsys: pytest.CaptureFixture[str]
) -> None:
    Path(KEPT).write_text(text, encoding="utf-8")
    exercise, _ = begin()
    assert "cannot be read" in capsys.readouterr().out
    (aside,) = Path().glob("*.unreadable.json")
    assert aside.read_text(encoding="utf-8") == text
    one = exercise("fixture-single")
    one.record = record(one, {"choice": 0})
    assert "fixture-single" in json.loads(Path(KEPT).read_text(encoding="utf-8"))["records"]


def test_an_unknown_exercise_is_answered_with_the_known_ones(begin: Callable[[], Any]) -> None:
    exercise, _ = begin()
    with pytest.raises(Exception, match=r"no exercise fixture-triple.*fixture-single"):
        exercise("fixture-triple")


def test_a_figure_comes_with_its_picture_and_words(begin: Callable[[], Any]) -> None:
    exercise, _ = begin()
    figure = exercise("figure-draw").payload["figure"]
    assert figure["svg"].startswith("<svg")
    assert figure["alt"] == "What is seen of Draw the line."
    assert figure["source"] == "Source: the tests."


def test_a_kernel_runs_every_cell(notebook: nbformat.NotebookNode, tmp_path: Path) -> None:
    made = NotebookClient(
        deepcopy(notebook),
        kernel_name="python3",
        resources={"metadata": {"path": str(tmp_path)}},
    ).execute()
    nbformat.validate(made)
    shown = [cell.outputs for cell in made.cells if cell.cell_type == "code"]
    assert f"Your answers are kept in {tmp_path / KEPT}" in shown[0][0].text
    for outputs in shown[1:]:
        assert ["application/vnd.jupyter.widget-view+json" in each.data for each in outputs] == [True]


def test_without_anywidget_the_first_cell_says_what_to_do(
    notebook: nbformat.NotebookNode, tmp_path: Path
) -> None:
    (tmp_path / "anywidget.py").write_text("raise ImportError", encoding="utf-8")
    made = deepcopy(notebook)
    with pytest.raises(CellExecutionError):
        NotebookClient(made, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    (said,) = made.cells[1].outputs[0].traceback
    assert "%pip install anywidget" in said
    assert "\n" not in said


def test_only_anywidget_and_python_s_own_library_are_needed(
    notebook: nbformat.NotebookNode, tmp_path: Path
) -> None:
    code = (
        "import sys, anywidget\nbefore = set(sys.modules)\n"
        f"exec({notebook.cells[1].source!r})\nexercise('fixture-single')\n"
        "print(sorted({name.partition('.')[0] for name in set(sys.modules) - before}"
        " - set(sys.stdlib_module_names)))"
    )
    script = tmp_path / "run.py"
    script.write_text(code, encoding="utf-8")
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
