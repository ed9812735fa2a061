"""What a class is given of an assignment: a file to open, a notebook and a sheet, and no key in any of them.

Practice on the book's pages carries its keys along, sealed but not secret. What is released carries none:
every file is made from ``questions``, which takes from the built page what it names and nothing else, and
puts what the file's order would betray into an order of its own. So no change of a key, of feedback or of a
solution changes a byte of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from seminar.exercises.assignments import Assignment
from seminar.surfaces.assignment import labs_of
from seminar.surfaces.built import Block
from seminar.surfaces.labs import bundle
from seminar.surfaces.release.notebook import notebook
from seminar.surfaces.release.page import page
from seminar.surfaces.release.questions import NoRelease as NoRelease
from seminar.surfaces.release.questions import asked, keyed, sealed, told
from seminar.surfaces.release.sheet import sheets
from seminar.surfaces.solutions import sheet

WITH_KEY = "-with-key.html"
"""How the name of the one file ends that is not for students."""


def release(
    built: str, folder: Path, assignment: Assignment, *, seed: str = "", with_key: bool = False
) -> dict[str, bytes]:
    """Return the released files of an assignment by their names, the same bytes for the same page and seed.

    ``built`` is the assignment's page in the built book, ``folder`` where it lies. ``seed`` is a class secret
    that makes variants of its own; it stands in none of the files. ``with_key`` adds the instructor's copy,
    with the key, feedback and solution of every variant. The labs that are set besides lie there as students
    download them. Raises NoRelease, VariantError where a generator fails, and BankError where a lab has
    mistakes.
    """
    blocks = sealed(built, assignment, seed)
    questions = [
        asked(item, given, seed, folder) for item, given in zip(assignment.items, blocks, strict=True)
    ]
    data = told(assignment)
    texts = {
        f"{assignment.name}.html": page(assignment, data, questions),
        f"{assignment.name}.ipynb": notebook(assignment, data, questions),
        **sheets(assignment, questions),
    }
    files = {name: text.encode() for name, text in texts.items()}
    copy = instructors_copy(assignment, blocks, seed, folder) if with_key else {}
    return files | copy | lab_files(assignment)


def instructors_copy(
    assignment: Assignment, blocks: Sequence[Sequence[Block]], seed: str, folder: Path
) -> dict[str, bytes]:
    """Return the copy with key, feedback and solution of every variant, by file name.

    ``blocks`` comes from ``questions.sealed``, ``folder`` is where the built page lies.
    """
    text = sheet(assignment.title, keyed(assignment, blocks, seed), folder)
    return {f"{assignment.name}{WITH_KEY}": text.encode()}


def lab_files(assignment: Assignment) -> dict[str, bytes]:
    """Return what students download of the labs that are set besides, by file name. Raises BankError."""
    root = assignment.items[0].exercise.root
    return {f"{lab.name}.zip": bundle(lab, root) for lab in labs_of(assignment)}
