"""Cells that nbgrader knows, in version 3 of its metadata, and what else its source folder needs.

nbgrader makes what students get from the source: it empties what is marked as a solution, and takes out what
is marked as hidden tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from seminar.surfaces.jupyter import code_cell
from seminar.surfaces.words import word

if TYPE_CHECKING:
    from nbformat import NotebookNode

SOURCE = "source"
"""The folder of a course that holds what students' notebooks are made from, with the keys."""

SCHEMA = 3
BEGIN, END = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"


def answer(name: str, source: str) -> NotebookNode:
    """Return a cell of code for students to write in, which the tests below it mark."""
    return _known(code_cell(name, source), solution=True)


def read_by_hand(cell: NotebookNode, points: float) -> NotebookNode:
    """Return an answer's ``cell``, of code or of text, as one whose points a reader gives."""
    return _known(cell, solution=True, points=points)


def tests(name: str, source: str, points: float) -> NotebookNode:
    """Return a cell that marks: its last value counts, or without one all ``points`` unless it fails."""
    return _known(code_cell(name, source, folded=True), locked=True, points=points)


def fixed(name: str, source: str) -> NotebookNode:
    """Return a cell of code that students run and cannot change."""
    return _known(code_cell(name, source, folded=True), locked=True)


def hidden(code: str) -> str:
    """Return code between the marks that have nbgrader take it out."""
    return f"{BEGIN}\n{code}\n{END}"


def source_folder(name: str, files: Mapping[str, bytes], *needs: str) -> dict[str, bytes]:
    """Return the files of an assignment in a course folder, and a file that says what to type there.

    ``files`` are named as they lie beside its notebook; ``needs`` names packages for students' Jupyter.
    """
    packages = ", ".join(["Python 3.10", *needs])
    told = word("nbgrader.readme", name=name, needs=packages)
    placed = {f"{SOURCE}/{name}/{file}": content for file, content in files.items()}
    return {**placed, f"{name}-nbgrader.txt": f"{told}\n".encode()}


def _known(
    cell: NotebookNode, *, solution: bool = False, locked: bool = False, points: float | None = None
) -> NotebookNode:
    about: dict[str, Any] = {
        "schema_version": SCHEMA,
        "grade_id": cell.id,
        "cell_type": cell.cell_type,
        "grade": points is not None,
        "solution": solution,
        "locked": locked,
        "task": False,
    }
    cell.metadata["nbgrader"] = about if points is None else {**about, "points": points}
    return cell
