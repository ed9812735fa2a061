"""Labs as students meet them: unpacked in a folder of their own, with nothing of the book in reach."""

from __future__ import annotations

import contextlib
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import matplotlib
import pytest
from matplotlib import pyplot

from seminar.exercises.labs import Lab, labs
from seminar.paths import project_root
from seminar.surfaces.labs import bundle, notebook

ROOT = project_root()
LABS = labs(ROOT)


def unpacked(lab: Lab, folder: Path) -> Path:
    """Unpack what students download below `folder`; returns the folder that holds the notebook."""
    with ZipFile(io.BytesIO(bundle(lab, ROOT))) as zipped:
        zipped.extractall(folder)
    return folder / lab.name


def code_cells(made: dict[str, Any]) -> dict[str, str]:
    return {cell["id"]: "".join(cell["source"]) for cell in made["cells"] if cell["cell_type"] == "code"}


class Attempt:
    """A student's notebook of `lab` in `folder`, run by hand: much faster than a kernel, same cells."""

    def __init__(self, lab: Lab, folder: Path) -> None:
        self.lab = lab
        self.folder = unpacked(lab, folder)
        self.given = code_cells(json.loads((self.folder / f"{lab.name}.ipynb").read_text(encoding="utf-8")))
        self.solved = code_cells(notebook(lab, ROOT, solved=True))
        self.names: dict[str, Any] = {"__name__": "__main__"}

    def run(self, answers: dict[str, str]) -> dict[str, str]:
        """Run all cells, a task's with its code in `answers`; returns what checks and cells complained of."""
        said: dict[str, str] = {}
        with inside(self.folder), matplotlib.rc_context({"backend": "agg"}):
            matplotlib.rcdefaults()  # the book's own style, once set in this process, is none of a student's
            for name, source in self.given.items():
                code = answers.get(name, source)
                try:
                    with contextlib.redirect_stdout(io.StringIO()):
                        exec(compile(code, f"<{name}>", "exec"), self.names)
                except Exception as error:
                    said[name] = f"{type(error).__name__}: {error}"
            pyplot.close("all")
        return said

    def solutions(self) -> dict[str, str]:
        """Return the solved code of every task."""
        return {name: self.solved[name] for name in self.lab.tasks()}


@contextlib.contextmanager
def inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@pytest.fixture(params=LABS.values(), ids=lambda lab: lab.name)
def lab(request: pytest.FixtureRequest) -> Lab:
    """Each lab in turn."""
    found: Lab = request.param
    return found
