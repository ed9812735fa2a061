"""What the tests of marking a class share: the made-up class's project, and running the command in it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from seminar.cli import main
from seminar.exercises.assignments import Assignment
from seminar.exercises.submission import Key, key
from tests.grading import classes


@dataclass(frozen=True)
class Class:
    """The project of a class, with the assignment and its key."""

    root: Path
    assignment: Assignment
    key: Key

    def file(self, id: str, right: bool = True, name: str = "", **more: Any) -> bytes:
        """A file with every exercise answered rightly, or by a choice that is right for it alone."""
        names = [marking.exercise for marking in self.key.markings]
        answers = {one: classes.right_answer(classes.asked_of(self.key, one, id)) for one in names}
        return classes.file(self.key, id, answers if right else {}, name, **more)


@pytest.fixture(scope="session")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Class:
    """A class of twenty exercises."""
    root = tmp_path_factory.mktemp("lesson") / "project"
    made = classes.project(root)
    return Class(root, made, key(made))


@pytest.fixture(scope="session")
def essays(tmp_path_factory: pytest.TempPathFactory) -> Class:
    """A class with two answers in writing besides."""
    root = tmp_path_factory.mktemp("essays") / "project"
    made = classes.project(root, essays=2)
    return Class(root, made, key(made))


@dataclass(frozen=True)
class Graded:
    """What a run of the command said and wrote."""

    code: int
    out: str
    err: str
    folder: Path

    def table(self, name: str) -> list[dict[str, str]]:
        """The rows of a CSV file, by their headings."""
        with (self.folder / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    @property
    def gradebook(self) -> list[dict[str, str]]:
        return self.table("gradebook.csv")

    @property
    def rejected(self) -> dict[str, str]:
        """The reason of each rejected file, by its name."""
        return {Path(row["file"]).name: row["reason"] for row in self.table("rejected.csv")}

    @property
    def marks(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.folder / "marks.jsonl").read_bytes().splitlines()]


@pytest.fixture
def grade(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., Graded]:
    """Mark what was handed in, in the project of a class."""

    def run(lesson: Class, *given: Path | str, to: Path | None = None) -> Graded:
        monkeypatch.chdir(lesson.root)
        folder = to or tmp_path / "marked"
        code = main(["grade", classes.NAME, *map(str, given), "--to", str(folder)])
        said = capsys.readouterr()
        return Graded(code, said.out, said.err, folder)

    return run
