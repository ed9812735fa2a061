"""The book's own assignments, as Moodle and Canvas would mark them: the book's marks, or a loss is told."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from seminar.exercises.assignments import assignments
from tests.book.test_release import RELEASED, SEED
from tests.surfaces import test_release_moodle as in_moodle
from tests.surfaces import test_release_qti as in_canvas


@pytest.mark.parametrize("platform", [in_moodle, in_canvas], ids=["moodle", "canvas"])
@pytest.mark.parametrize("name", RELEASED)
def test_every_assignment_is_marked_there_as_here(book: Path, name: str, platform: ModuleType) -> None:
    assignment, page = assignments()[name], book / "chapters" / "assignments" / f"{name}.html"
    released = platform.Made(assignment, page.read_text(encoding="utf-8"), page.parent, SEED)
    assert platform.types_held(released)
