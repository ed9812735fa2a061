"""A source card says what the table says, and leads to the original and to the ledger."""

from __future__ import annotations

import re
import shutil

import pytest

from .conftest import HEAD, ROOT, SmallBook

pytestmark = pytest.mark.build


def show(book: SmallBook, cards: str) -> None:
    """Make `cards` the book's one chapter, with the bibliography that the table of sources cites."""
    shutil.copy(ROOT / "chapters/references.bib", book.root / "chapters/references.bib")
    book.write("exercises/one.yml", "[]\n")
    book.chapters(
        one=f"{HEAD}# Trust the sentence\n\n{cards}\n```{{code-cell}}\n1\n```\n",
        two="# Cited\n\n```{bibliography}\n:all:\n```\n",
    )


def test_a_card_shows_its_row_with_links_to_the_originals(small_book: SmallBook) -> None:
    show(small_book, "```{source-card} guan-2022\n```\n\n```{source-card} remarks\n```\n")
    small_book.build().passed()
    page = small_book.page()
    assert 'id="source-guan-2022"' in page
    assert "https://doi.org/10.1007/s42533-022-00101-6" in page
    assert "No public original is known" in page


def test_a_card_can_leave_the_date_to_the_student(small_book: SmallBook) -> None:
    show(small_book, "```{source-card} remarks\n:written: Find out.\n```\n")
    small_book.build().passed()
    page = small_book.page()
    assert "Find out." in page
    assert "December 2019 to March 2020" not in page


def test_what_only_a_reader_can_know_is_folded_away(small_book: SmallBook) -> None:
    show(small_book, "```{source-card} guan-2022\n```\n")
    small_book.build().passed()
    page = small_book.page()
    card = page[page.index('id="source-guan-2022"') :]
    before, after = card.split("<details", maxsplit=1)
    assert "Where to read it" in before
    assert "Leaves out" not in before
    assert "Before you use it" not in before
    folded = after.split("</details>", maxsplit=1)[0]
    assert "<summary>After you have read it</summary>" in folded
    assert "Leaves out" in folded
    assert "Before you use it" in folded
    assert not folded.split(">", maxsplit=1)[0].strip().endswith("open")


def test_an_unknown_document_is_named_with_its_line(small_book: SmallBook) -> None:
    show(small_book, "```{source-card} guan\n```\n")
    outcome = small_book.build()
    assert outcome.code != 0
    assert re.search(r"one\.md:\d+.*guan-2022", outcome.said)
