"""The table of contents is read with its lines, and a page is added without a change to anything else."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest

from seminar.contents import BadContents, Page, pages, with_page
from tests.cli.conftest import CONTENTS
from tests.conftest import ROOT


def added(before: str, after: str) -> list[str]:
    """Return the lines that came in; fails if any went."""
    changes = [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert all(line.startswith("+ ") for line in changes), changes
    return [line[2:] for line in changes]


def test_pages_stand_in_reading_order_with_their_parts_and_lines(tmp_path: Path) -> None:
    (tmp_path / "_toc.yml").write_text(CONTENTS, encoding="utf-8")
    assert pages(tmp_path)[0] == Page("chapters/index", "", 2)
    assert pages(tmp_path)[4] == Page("chapters/assignments/how-to", "Assignments", 13)
    assert [page.name.rsplit("/", 1)[1] for page in pages(tmp_path)] == [
        *("index", "trade", "growth", "first-week", "how-to", "writing-exercises"),
    ]


def test_a_project_without_contents_has_no_pages(tmp_path: Path) -> None:
    assert pages(tmp_path) == ()


def test_a_page_joins_its_part_and_nothing_else_changes() -> None:
    made = with_page(CONTENTS, "chapters/assignments/new", "Assignments", "For instructors")
    assert added(CONTENTS, made) == ["      - file: chapters/assignments/new"]
    # After the sections of the last page, and before the empty line.
    assert made.splitlines()[12:15] == [
        "          - file: chapters/assignments/how-to",
        "      - file: chapters/assignments/new",
        "",
    ]


@pytest.mark.parametrize("before", ["For instructors", "Nowhere"])
def test_a_part_that_is_not_there_is_made(tmp_path: Path, before: str) -> None:
    made = with_page(CONTENTS.rstrip("\n"), "chapters/tests/final", "Tests", before)
    assert added(CONTENTS, made) == [
        "  - caption: Tests",
        "    chapters:",
        "      - file: chapters/tests/final",
    ]
    (tmp_path / "_toc.yml").write_text(made, encoding="utf-8")
    names = [page.name for page in pages(tmp_path)]
    assert names.index("chapters/tests/final") == (5 if before == "For instructors" else 6)


def test_the_books_own_contents_take_a_page() -> None:
    text = (ROOT / "_toc.yml").read_text(encoding="utf-8")
    made = with_page(text, "chapters/assignments/new", "Assignments", "For instructors")
    assert added(text, made) == ["      - file: chapters/assignments/new"]


@pytest.mark.parametrize(
    ("text", "line"),
    [("parts: [", 1), ("- a\n", 1), ("format: jb-book\nroot: x\n", 1), ("root: x\nparts:\n  - a: b: c\n", 3)],
)
def test_contents_that_cannot_take_a_page_are_told_by_line(text: str, line: int) -> None:
    with pytest.raises(BadContents, match=rf"^_toc.yml:{line}: "):
        with_page(text, "chapters/assignments/new", "Assignments", "For instructors")
