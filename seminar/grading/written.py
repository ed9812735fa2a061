"""The files by which a person marks written answers; none that somebody filled is written over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from seminar.exercises.assignments import Assignment
from seminar.grading.filling import heading, to_fill
from seminar.grading.gradebook import BOM
from seminar.grading.rubrics import Scheme, Script, listed, mixed, untouched
from seminar.grading.scripts import marking_page
from seminar.surfaces.words import word

RUBRICS, MARKING = "rubrics.csv", "marking.html"


def write(
    to: Path, assignment: Assignment, known: Scheme, found: Sequence[Script], seed: str = ""
) -> tuple[list[Path], list[str]]:
    """Write the page, and a file to fill with the scripts that no filled one has; return both, and oddities.

    A file that somebody has touched stays as it is: rows that it lacks go into ``rubrics-2.csv``, and so on.
    Raises OSError where the folder cannot be written.
    """
    if not found:
        return [], []
    found = mixed(found, known, seed)
    page = to / MARKING
    page.write_text(marking_page(assignment, known, found, seed), encoding="utf-8")
    files = [page]
    kept: set[tuple[str, str]] = set()
    for number in count(1):
        path = to / (RUBRICS if number == 1 else RUBRICS.replace(".", f"-{number}."))
        if not path.exists() or untouched(path.read_bytes()):
            break
        kept |= listed(path.read_bytes())
    lacking = [script for script in found if (script.code, script.exercise) not in kept]
    if lacking:
        with path.open("w", encoding="utf-8", newline="") as sheet:
            sheet.write(BOM + heading())
            sheet.writelines(to_fill(lacking, known))
        files.append(path)
    times = Counter((script.code, script.exercise) for script in found)
    twice = sorted({code for (code, _), each in times.items() if each > 1})
    return files, [word("rubrics.twice", script=code) for code in twice]
