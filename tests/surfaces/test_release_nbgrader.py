"""The source folders that nbgrader is given: what lies where, what is said of it, and what was lost."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from seminar.cli import main
from seminar.surfaces.release.nbgrader import release
from tests.conftest import ROOT
from tests.surfaces.fixture_release import NAME, VARIED, Bank, data


def test_the_command_writes_a_course_folder_and_says_what_holds_keys(
    book: Bank, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("course").mkdir()
    Path("course", "nbgrader_config.py").write_text("mine\n", encoding="utf-8")
    assert main(["release", NAME, "--to", "course", "--format", "nbgrader"]) == 0
    source = Path("course", "source", NAME, f"{NAME}.ipynb")
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [
        f"{source} (it holds the keys: never hand it out)",
        str(Path("course", f"{NAME}-nbgrader.txt")),
    ]
    assert "- which version a student gets goes by the student's id" in said
    nbformat.validate(nbformat.read(source, as_version=4))
    how = Path("course", f"{NAME}-nbgrader.txt").read_text(encoding="utf-8")
    assert f"    nbgrader generate_assignment {NAME}\n" in how
    assert f"    nbgrader autograde {NAME}\n" in how
    assert Path("course", "nbgrader_config.py").read_text(encoding="utf-8") == "mine\n"


def test_another_seed_asks_all_another_version(book: Bank) -> None:
    made = [
        release(book.page(), book.root, book.assignment(), seed, False)[0][f"source/{NAME}/{NAME}.ipynb"]
        for seed in ("", "", "one-class", "another")
    ]
    assert made[0] == made[1]
    assert len(set(made)) == 3
    assert all(b"one-class" not in each for each in made)


def test_the_instructor_s_copy_lies_beside_the_source(book: Bank) -> None:
    plain, with_key = (
        release(book.page(), book.root, book.assignment(), "", wanted)[0] for wanted in (False, True)
    )
    assert set(with_key) - set(plain) == {f"{NAME}-with-key.html"}
    assert all(with_key[name] == content for name, content in plain.items())


def test_what_nbgrader_cannot_carry_is_told(tmp_path: Path) -> None:
    bank = Bank(tmp_path / "book", data(), other=False)
    _, losses = release(bank.page(), bank.root, bank.assignment(), "", False)
    found: dict[str, set[str]] = {}
    for loss in losses:
        found.setdefault(loss.what, set()).add(loss.exercise)
    exercises = [item.exercise for item in bank.assignment().items]
    assert found["which version a student gets goes by the student's id"] == {VARIED}
    assert found["a line to draw"] == {each.id for each in exercises if each.type == "draw"}
    assert found["a forecast is committed before its outcome is shown"] == {
        each.id for each in exercises if each.commits
    }
    assert found["hints on demand"] == {each.id for each in exercises if each.hint_texts}
    assert found["the figure's sliders do not move"] == {
        each.id for each in exercises if each.figure == "explorable"
    }


def test_the_labs_go_to_nbgrader_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["labs", "load-and-tidy", "--to", str(tmp_path), "--format", "nbgrader"]) == 0
    folder = tmp_path / "source" / "load-and-tidy"
    assert f"{folder / 'load-and-tidy.ipynb'} (for instructors: never hand it out)" in capsys.readouterr().out
    made = nbformat.read(folder / "load-and-tidy.ipynb", as_version=4)
    nbformat.validate(made)
    known = [cell.metadata.nbgrader for cell in made.cells if "nbgrader" in cell.metadata]
    assert len({each.grade_id for each in known}) == len(known)
    assert {each.schema_version for each in known} == {3}
    assert sum(each.points for each in known if each.grade) == 10
    assert (folder / "trade.csv").read_bytes() == (ROOT / "data" / "trade.csv").read_bytes()
