"""A chapter's front matter: read, checked, shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seminar.front_matter import is_chapter, read_front_matter

from ..build.conftest import Outcome, SmallBook
from .conftest import FRONT


def faults(tmp_path: Path, old: str, new: str) -> list[tuple[int, str]]:
    """What is wrong with a chapter in whose front matter `new` stands for `old`."""
    assert old in FRONT
    path = tmp_path / "chapter.md"
    path.write_text(FRONT.replace(old, new) + "# Title\n", encoding="utf-8")
    return read_front_matter(path).faults


def test_a_sound_front_matter_has_no_faults(tmp_path: Path) -> None:
    assert faults(tmp_path, "reading: 25", "reading: 20") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('"Did trade grow as fast as its friends said?"', "", 5, "question: write one sentence"),
        ('  - judge-target: "Judge whether a target was met."\n', "", 6, "three to five, not 2"),
        ("judge-target", "compare-two", 6, "'compare-two' stands twice"),
        ("judge-target", "Judge_target", 6, "small letters with hyphens"),
        ("- judge-target: ", "- ", 6, "number 3 should read"),
        ("code: 10", 'code: "10"', 11, "in whole minutes"),
        ('"2026-10-31"', '"October 2026"', 12, "in quotation marks"),
        ("[trade]", "trade", 14, "list of ids"),
        ('"None."', '"None', 12, "front matter"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    found = faults(tmp_path, old, new)
    assert any(where == line and message in text for where, text in found), found


def test_reference_pages_need_no_front_matter() -> None:
    assert is_chapter("chapters/economics/trade")
    assert not is_chapter("chapters/reference/data")
    assert not is_chapter("chapters/instructors/trade")
    assert not is_chapter("chapters/labs/how-labs-work")
    assert not is_chapter("chapters/index")


@pytest.mark.build
def test_the_box_says_what_the_front_matter_says(page: str, sound: SmallBook) -> None:
    box = page[
        page.index('<div class="seminar-head') : page.index('<div class="seminar-progress" hidden></div>')
    ]
    assert page.index("</h1>") < page.index('<div class="seminar-head')
    for words in (
        "Did trade grow",
        "Judge whether",
        "25 minutes reading, 35 minutes exercises",
        "31 October 2026",
    ):
        assert words in box
    assert "claims.html#document-remarks" in box
    assert "data.html#table-trade" in box
    notebook = re.search(r'href="\.\./\.\./(notebooks/[^"]+)"', box)
    assert notebook
    assert (sound.root / "_build/html" / notebook[1]).exists()


@pytest.mark.build
@pytest.mark.parametrize(
    "message",
    [
        r"broken\.md:11: .*minutes",
        r"broken\.md:12: .*facts_as_of",
        r"broken\.md:13: .*no row 'remark'.*remarks",
    ],
)
def test_the_build_tells_of_a_fault_with_file_and_line(broken: Outcome, message: str) -> None:
    assert re.search(message, broken.said), broken.said[-5000:]


@pytest.mark.build
def test_an_unquoted_date_ends_the_build_before_a_notebook_chokes_on_it(small_book: SmallBook) -> None:
    small_book.chapters(**{"economics/dated": FRONT.replace('"2026-10-31"', "2026-10-31") + "# Dated\n"})
    outcome = small_book.build()
    assert outcome.code != 0
    assert re.search(r"dated\.md:12: .*facts_as_of: write the date in quotation marks", outcome.said)
    assert "Traceback" not in outcome.said
