"""The formats in which an assignment is released, by the names that ``seminar release --format`` takes.

To add one: a module here with a function of the shape of ``Format``, its name in ``FORMATS``, those of its
files that hold keys in ``KEYED``, and a line in the help of ``cli/releasing.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from seminar.exercises.assignments import Assignment
from seminar.surfaces.nbgrader import SOURCE
from seminar.surfaces.release import WITH_KEY, moodle, nbgrader, qti, release
from seminar.surfaces.release.losses import Loss
from seminar.surfaces.release.worksheet import worksheet


class Format(Protocol):
    """Makes an assignment's files of one format."""

    def __call__(
        self, built: str, folder: Path, assignment: Assignment, seed: str, with_key: bool
    ) -> tuple[Mapping[str, bytes], list[Loss]]:
        """Return the files by their names, the same bytes for the same page and seed, and what was lost.

        ``built``, ``folder``, ``seed`` and ``with_key`` are as for ``release``, and so is what is raised.
        """


KEYED = (
    f"{{name}}{WITH_KEY}",
    "{name}-worksheet-with-key.html",
    f"{{name}}{moodle.ENDING}",
    f"{{name}}{qti.ENDING}",
    f"{SOURCE}/{{name}}/{{name}}.ipynb",
)
"""The files that hold keys and are never handed out; ``{name}`` stands for the assignment's name, or a lab's
that it sets besides."""


def _book(
    built: str, folder: Path, assignment: Assignment, seed: str, with_key: bool
) -> tuple[Mapping[str, bytes], list[Loss]]:
    files = release(built, folder, assignment, seed=seed, with_key=with_key)
    losses = [
        Loss(
            item.exercise.id, "on paper a figure's sliders do not move", "sheets show it at several positions"
        )
        for item in assignment.items
        if item.exercise.figure == "explorable"
    ]
    return files, losses


FORMATS: dict[str, Format] = {
    "book": _book,
    "moodle": moodle.moodle,
    "nbgrader": nbgrader.release,
    "qti": qti.qti,
    "worksheet": worksheet,
}
