"""Each broken file gets exactly the messages beside it: all its mistakes, with file, line and remedy."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from seminar.exercises.check import check

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "broken").glob("*.yml"))
ASSIGNMENTS = sorted((HERE / "broken" / "assignments").glob("*.yml"))
SAMPLES = (HERE / "samples.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_mistake_is_told_with_its_line_and_remedy(path, project):
    root = project()
    shutil.copy(path, root / "exercises")
    tells(root, path, "exercises")


@pytest.mark.parametrize("path", ASSIGNMENTS, ids=lambda path: path.stem)
def test_every_mistake_of_an_assignment_is_told_with_its_line_and_remedy(path, project):
    root = project(trade=SAMPLES)
    folder = root / "exercises" / "assignments"
    folder.mkdir()
    shutil.copy(path, folder)
    tells(root, path, "exercises/assignments")


def tells(root, path, folder):
    told = [str(mistake) for mistake in check(root)]
    assert told == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    for message in told:
        assert re.match(rf"{folder}/{path.name}:[1-9]\d*: .+: .+|.*did you mean", message), message


def test_there_are_at_least_25_broken_files():
    assert len(BROKEN) >= 25


def test_mistakes_of_all_files_are_told_together(project):
    root = project(a="- id: one\n", b="- id: one\n\ttype: x\n", c="")
    assert [str(mistake).partition(": ")[0] for mistake in check(root)] == [
        "exercises/a.yml:1", "exercises/b.yml:2", "exercises/c.yml:1"
    ]  # fmt: skip
