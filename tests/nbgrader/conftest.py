"""A course folder that nbgrader works in, with students who hand in."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.nbgrader.environment import ready

_PROGRAM = str(Path(__file__).with_name("course.py"))

Gradebook = dict[str, dict[str, dict[str, list[float | None]]]]
"""By assignment, student and cell the points, None where a reader gives them, and the most that there are."""


class Course:
    """nbgrader in a course folder, with nothing of the book in its reach."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder, self.programs = folder, programs
        own = {
            name: str(folder / "jupyter" / name.lower())
            for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        # alembic, which lays out the gradebook, is started by its name.
        self.environment = {**kept, **own, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}

    def put(self, files: Mapping[str, bytes]) -> None:
        """Write released files into the folder."""
        for name, content in files.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_bytes(content)

    def run(self, program: str, *arguments: str) -> str:
        """Run one of the environment's programs in the folder; returns what it wrote."""
        done = subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-4000:]
        return done.stdout

    def release(self, *names: str) -> None:
        """Have nbgrader make what students get."""
        self.run("python", _PROGRAM, "release", *names)

    def released(self, name: str) -> nbformat.NotebookNode:
        """Return the notebook that students get."""
        return nbformat.read(self.folder / "release" / name / f"{name}.ipynb", as_version=4)

    def hand_in(self, student: str, name: str, answers: Mapping[str, str]) -> None:
        """Hand in a student's notebook with these sources of cells, all others as they were given."""
        made = self.released(name)
        for cell in made.cells:
            cell.source = answers.get(cell.id, cell.source)
        place = self.folder / "submitted" / student / name / f"{name}.ipynb"
        place.parent.mkdir(parents=True)
        nbformat.write(made, place)

    def mark(self, *names: str) -> Gradebook:
        """Have nbgrader mark everything; returns its gradebook."""
        found: Any = json.loads(self.run("python", _PROGRAM, "mark", *names))
        return dict(found)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """An empty course folder."""
    return Course(tmp_path_factory.mktemp("course"), ready())
