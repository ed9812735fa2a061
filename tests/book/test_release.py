"""The book's own assignments are released without a word of what its bank tells only who has the key."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from seminar.exercises.assignments import Assignment, assignments
from seminar.exercises.bank import bank
from seminar.exercises.variants import USUAL, variants
from seminar.surfaces.assignment import labs_of
from seminar.surfaces.built import Block, blocks
from seminar.surfaces.payload import unseal
from seminar.surfaces.release import release
from seminar.surfaces.release.questions import Question, asked, plain, sealed
from seminar.surfaces.release.unbuilt import unbuilt
from tests.book.conftest import CHAPTERS
from tests.surfaces.leaks import leaks, secrets
from tests.surfaces.test_release import standing

SEED = "a-secret-for-the-tests"
TEXTS = ("prompt", "options", "items", "lefts", "rights", "boxes", "scale", "meanings", "reads")
RELEASED = [name for name in assignments() if f"chapters/assignments/{name}.html" in CHAPTERS]


def made(book: Path, name: str, seed: str) -> tuple[Assignment, str, dict[str, bytes]]:
    """Return an assignment of the book, its page, and what is released of it."""
    assignment = assignments()[name]
    path = book / "chapters" / "assignments" / f"{name}.html"
    page = path.read_text(encoding="utf-8")
    return assignment, page, release(page, path.parent, assignment, seed=seed)


def every_secret(assignment: Assignment, page: str, seed: str) -> set[str]:
    """Return every sentence of the whole bank that tells, but for what the assignment itself says openly."""
    exercises = list(bank())
    exercises += [one for each in exercises if each.generator for one in variants(each, "", USUAL)]
    given = [one for item in assignment.items for one in item.exercises(seed)]
    openly = [part.text for one in given for part in one.parts() if not part.sealed]
    # What students get of a lab is a page of the book, for everybody to read.
    openly += [cell.given() for lab in labs_of(assignment) for cell in lab.cells]
    shown = re.sub(r"<script\b.*?</script>", "", page, flags=re.DOTALL)
    return secrets([*exercises, *given], [*openly, unescape(re.sub(r"<[^>]*>", " ", shown))])


@pytest.mark.parametrize("seed", ["", SEED])
@pytest.mark.parametrize("name", RELEASED)
def test_no_sentence_of_the_bank_that_tells_is_released(book: Path, name: str, seed: str) -> None:
    assignment, page, files = made(book, name, seed)
    told = every_secret(assignment, page, seed)
    assert len(told) > 500
    assert leaks(files, told) == set()
    # One of its own solutions would be found.
    first = max(secrets([item.exercise for item in assignment.items], []) & told, key=len)
    planted = files[f"{name}.html"].decode().replace("</article>", f"<p>{first}</p></article>").encode()
    assert leaks({"it": planted}, told) == {("it", first)}


@pytest.mark.parametrize("name", RELEASED)
def test_the_seed_is_in_no_released_file(book: Path, name: str) -> None:
    _, _, files = made(book, name, SEED)
    assert all(SEED.encode() not in content for content in files.values())


def figures_that_hide(book: Path) -> list[Block]:
    """Return the exercises of the whole book whose figures hide something until it is answered."""
    pages = [(book / name).read_text(encoding="utf-8") for name in CHAPTERS]
    found = [block for page in pages for block in blocks(page)]
    return [block for block in found if block.payload["type"] in ("reveal", "draw")]


def test_no_figure_s_words_tell_what_it_hides(book: Path) -> None:
    """Neither its caption nor what it shows, in words, nor the numbers below it."""
    looked_for = 0
    for block in figures_that_hide(book):
        sealed = unseal(block.payload["sealed"])
        rows, marks = sealed.get("numbers", {}).get("rows", []), " ".join(sealed.get("hidden", {}))
        hidden = {cell for row in rows if row[0] in marks for cell in row[1:]}
        hidden |= {str(value) for value in sealed.get("truth", [])}
        # Smaller numbers are counts and days as well.
        hidden = {number for number in hidden if len(re.sub(r"\D", "", number)) > 2}
        said = " ".join(re.findall(r'aria-label="([^"]*)"', block.figure))
        said += re.sub(r"<[^>]*>", " ", block.figure)
        looked_for += len(hidden)
        assert standing(hidden, unescape(said).encode()) == [], block.payload["id"]
    assert looked_for > 10


@pytest.mark.parametrize("name", RELEASED)
def test_a_page_that_is_not_built_asks_the_same_with_the_same_figures(book: Path, name: str) -> None:
    assignment, page, _ = made(book, name, "")
    pages = book / "chapters"

    def questions(text: str) -> list[Question]:
        given = zip(assignment.items, sealed(text, assignment, ""), strict=True)
        return [one for item, of in given for one in asked(item, of, "", pages / "assignments").questions]

    for one, other in zip(questions(page), questions(unbuilt(assignment, pages)), strict=True):
        # Of the texts, links and quotation marks are written otherwise.
        assert {key: one.payload[key] for key in one.payload if key not in TEXTS} == {
            key: other.payload[key] for key in other.payload if key not in TEXTS
        }
        assert one.svg == other.svg
        assert (one.alt, plain(one.caption)) == (other.alt, plain(other.caption))
