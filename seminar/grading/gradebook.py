"""The gradebook: a row a student, for a spreadsheet or in the shape that Moodle or Canvas imports.

Cells with text are neutral: what steers the direction of writing is spelled out, and none begins as a
formula does. Numbers are points, with a point as decimal mark.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from seminar.exercises.submission import Key
from seminar.grading.records import Rejected, Row, neutral, points

Layout = Literal["plain", "moodle", "canvas"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
BOM = "\ufeff"
"""By this mark at its beginning a spreadsheet knows that a file is in UTF-8."""

OWNERS = ("student", "name", "page")
"""The heading of ``feedback.csv``."""

FORMULA = re.compile("\\s*[-=+@\uff1d\uff0b\uff0d\uff20]")
"""How a cell begins that a spreadsheet would compute; some leave out white space in front."""


def heading(key: Key, title: str, layout: Layout = "plain") -> str:
    """Return the lines above the students' rows; ``title`` is the assignment's."""
    exercises = [marking.exercise for marking in key.markings]
    of = decimal(sum(marking.of for marking in key.markings))
    match layout:
        case "moodle":
            return lines([["ID number", "Full name", cell(title), *exercises]])
        case "canvas":
            named = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", cell(title)]
            return lines([named, ["    Points Possible", "", "", "", "", of]])
    last = ["total", "of", "to_mark", "handed_in", "receipt", "file"]
    return lines([["student", "name", *exercises, *last]])


def line(row: Row, key: Key, layout: Layout = "plain") -> list[str]:
    """Return the cells of a student's row.

    An exercise whose points a person has to give is blank, and the total is that of the others.
    """
    student, name, total = cell(row.student), cell(row.name), decimal(row.points)
    set_ = row.marks[: len(key.markings)]
    given = ["" if (got := points(each)) is None else decimal(got) for each in set_]
    match layout:
        case "moodle":
            return [student, name, total, *given]
        case "canvas":
            known = row.hint.id if row.hint and row.hint.system == "canvas" and row.hint.id.isdigit() else ""
            return [name, known, student, student, "", total]
    found = [row.handed_in, row.receipt, cell(row.file)]
    return [student, name, *given, total, decimal(row.of), str(len(row.to_mark)), *found]


def refused(rejects: Iterable[Rejected]) -> str:
    """Return the lines of ``rejected.csv``."""
    return lines([cell(text) for text in each] for each in rejects)


def owners(pages: Iterable[tuple[Row, str]]) -> str:
    """Return the lines of ``feedback.csv``: whose page is which, by its path."""
    return lines([cell(row.student), cell(row.name), page] for row, page in pages)


def lines(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV (RFC 4180)."""
    made = io.StringIO()
    csv.writer(made).writerows(rows)
    return made.getvalue()


def cell(text: str) -> str:
    """Return a text for a cell: neutral, and with an apostrophe in front if it began as a formula does."""
    return guarded(neutral(text))


def guarded(shown: str) -> str:
    """Return what a cell is to show, with an apostrophe in front if it began as a formula does."""
    return f"'{shown}" if FORMULA.match(shown) else shown


def decimal(hundredths: int) -> str:
    """Return hundredths of a point in points, as short as can be: 2.5 for 250."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)
