"""Written answers: a file to fill, by rubric, and how what a person filled in becomes points.

``rubrics.csv`` has a row for each criterion of each written answer. Who wrote it does not stand there: the
code of a script comes from the receipt, and nobody learns a name from it. What comes back from a spreadsheet
may be in another order, with semicolons or tabs, decimal commas, and rows and columns of one's own.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import NamedTuple

from seminar.exercises.assignments import Assignment
from seminar.exercises.marking import Mark
from seminar.exercises.rubric import Criterion, Level, rubric
from seminar.exercises.submission import Marked, crockford
from seminar.grading.gradebook import BOM, FORMULA, decimal, lines
from seminar.grading.records import Row, neutral
from seminar.surfaces.words import word

COLUMNS = ("script", "exercise", "criterion", "asks", "levels", "level", "comment", "answer")
"""What the file's first row says; only ``level`` and ``comment`` are there to be filled."""
_NEEDED = ("script", "exercise", "criterion", "level", "comment")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
"""How a file begins that a spreadsheet saved as Unicode text."""
BY_HAND = "by-hand"
"""The reason of a mark that a person gives, or has given."""

_FIELD = 1_000_000
"""The most characters of a cell that is read."""


class Script(NamedTuple):
    """One written answer, without its writer: ``code`` is the same for all answers of one file."""

    code: str
    exercise: str
    variant: int | None
    text: str


class Entry(NamedTuple):
    """One row that somebody filled, its texts as they stand; ``place`` names its file and row."""

    script: str
    exercise: str
    criterion: str
    level: str
    comment: str
    place: str


class Judgement(NamedTuple):
    """What one criterion got: names as in the rubric, ``points`` in hundredths."""

    criterion: str
    level: str
    points: int
    comment: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """The rubrics of an assignment's written exercises, at the points that it sets; it travels by pickle."""

    criteria: Mapping[tuple[str, int | None], tuple[Criterion, ...]]
    """By exercise and variant, None where there are none."""

    @property
    def exercises(self) -> list[str]:
        """The ids of the exercises that a person marks."""
        return list(dict.fromkeys(exercise for exercise, _ in self.criteria))


@dataclass(frozen=True, slots=True)
class Judge:
    """Gives written answers the points that ``entries`` say, by script and exercise; it travels by pickle."""

    scheme: Scheme
    entries: Mapping[tuple[str, str], tuple[Entry, ...]] = field(default_factory=dict)

    def judge(self, row: Row) -> tuple[Row, list[str]]:
        """Return a student's row with the points that a person gave, and what is wrong with entries for it.

        An answer of which a criterion is still blank, wrong or in dispute keeps waiting, whole.
        """
        problems: list[str] = []
        if not self.entries:
            return row, problems
        code = script_code(row.receipt)
        marks = tuple(self._judged(code, line, problems) for line in row.marks)
        return (row if marks == row.marks else replace(row, marks=marks)), problems

    def _judged(self, script: str, line: Marked, problems: list[str]) -> Marked:
        entries = self.entries.get((script, line.exercise))
        criteria = self.scheme.criteria.get((line.exercise, line.variant))
        if entries is None or criteria is None or line.mark is None or line.reason != BY_HAND:
            return line
        found = [_judgement(criterion, entries, problems) for criterion in criteria]
        names = [_plain(criterion.name) for criterion in criteria]
        for entry in entries:
            if _plain(entry.criterion) not in names:
                known = ", ".join(criterion.name for criterion in criteria)
                problems.append(_problem("rubrics.criterion", entry, names=known))
        given = [each for each in found if each is not None]
        if len(given) < len(found):
            return line
        levels = [{**each._asdict(), "points": decimal(each.points)} for each in given]
        got = sum(each.points for each in given)
        return line._replace(mark=Mark(got, line.of, {**line.mark.detail, "levels": levels}))


NOBODY = Judge(Scheme({}))
"""Where no person marks anything."""


def script_code(receipt: str) -> str:
    """Return the code of what was handed in with this receipt, such as ``S-4F7K-QN2T``.

    It tells nobody the receipt, which its owner knows, and no spreadsheet takes it for a number.
    """
    return f"S-{crockford(sha256(f'script/{receipt}'.encode()).digest())}"


def scheme(assignment: Assignment, seed: str = "") -> Scheme:
    """Return the rubrics of an assignment; ``seed`` is the class's secret. Raises VariantError."""
    found = {
        (item.exercise.id, k if item.variants else None): rubric(exercise, item.hundredths)
        for item in assignment.items
        for k, exercise in enumerate(item.exercises(seed))
    }
    return Scheme({place: criteria for place, criteria in found.items() if criteria})


def scripts(row: Row, exercises: Iterable[str]) -> list[Script]:
    """Return a student's written answers to these exercises, whether they have been marked or not."""
    by_hand = {line.exercise: line for line in row.marks if line.reason == BY_HAND}
    if not by_hand:
        return []
    code = script_code(row.receipt)
    return [
        Script(code, name, by_hand[name].variant, str(row.responses[name].get("text", "")))
        for name in exercises
        if name in by_hand
    ]


def mixed(found: Iterable[Script], known: Scheme, seed: str = "") -> list[Script]:
    """Return scripts exercise by exercise, in an order of chance that says nothing of who wrote what.

    It is the same for the same scripts and ``seed``, the class's secret.
    """
    places = {place: position for position, place in enumerate(known.criteria)}

    def chance(script: Script) -> tuple[int, bytes]:
        digest = sha256(f"{seed}/{script.exercise}/{script.code}".encode()).digest()
        return places[script.exercise, script.variant], digest

    return sorted(found, key=chance)


def read(data: bytes, name: str) -> tuple[list[Entry], list[str]]:
    """Return the rows of a filled file that say something, and what is wrong with the file, with remedies.

    ``name`` is what to call the file. Rows are counted as a spreadsheet counts them.
    """
    rows, problems = _table(data, name)
    entries: list[Entry] = []
    for number, cells in rows:
        script, exercise, criterion, level, comment = cells
        if not (level or comment):
            continue
        place = word("rubrics.place", file=name, row=number)
        if script and exercise and criterion:
            entries.append(Entry(script, exercise, criterion, level, comment, place))
        else:
            problems.append(word("rubrics.whose", place=place))
    return entries, problems


def listed(data: bytes) -> set[tuple[str, str]]:
    """Return the scripts and exercises that a file has rows for, filled or not."""
    return {(cells[0], cells[1]) for _, cells in _table(data, "")[0]}


def untouched(data: bytes) -> bool:
    """Return whether a file is, to the byte, as it was written, and nobody has filled anything in."""
    rows, problems = _table(data, "")
    if data.startswith(_UTF16) or problems or any(level or comment for _, (*_, level, comment) in rows):
        return False
    text = data.decode()
    own = list(_rows(text.removeprefix(BOM)))
    return text == BOM + lines(own) and own[0] == [*COLUMNS] and {len(row) for row in own} == {len(COLUMNS)}


def _table(data: bytes, name: str) -> tuple[list[tuple[int, list[str]]], list[str]]:
    """Return the needed cells of each row below the heading, with its number, and what keeps them from it."""
    rows: list[list[str]] = []
    try:
        for row in _rows(data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")):
            rows.append(row)
    except UnicodeDecodeError:
        return [], [word("rubrics.encoding", file=name)]
    except csv.Error:
        return [], [word("rubrics.broken", place=word("rubrics.place", file=name, row=len(rows) + 1))]
    start = next((i for i, row in enumerate(rows) if set(_NEEDED) <= {_plain(each) for each in row}), None)
    if start is None:
        head = next(([_plain(each) for each in row] for row in rows if any(map(str.strip, row))), [])
        lacking = ", ".join(column for column in _NEEDED if column not in head)
        return [], [word("rubrics.columns", file=name, columns=lacking)]
    head = [_plain(each) for each in rows[start]]
    at = [head.index(column) for column in _NEEDED]
    found = []
    for number, row in enumerate(rows[start + 1 :], start=start + 2):
        script, *others = (_unguarded(row[i].strip()) if i < len(row) else "" for i in at)
        found.append((number, [script.upper(), *others]))
    return found, []


def judging(entries: Iterable[Entry], known: Scheme) -> tuple[Judge, list[str]]:
    """Return what marks by the entries of all markers together, and what is wrong with them."""
    grouped: dict[tuple[str, str], list[Entry]] = {}
    problems = []
    for entry in entries:
        if entry.exercise not in known.exercises:
            problems.append(_problem("rubrics.exercise", entry, names=", ".join(known.exercises)))
        else:
            grouped.setdefault((entry.script, entry.exercise), []).append(entry)
    return Judge(known, {place: tuple(rows) for place, rows in grouped.items()}), problems


def astray(judge: Judge, found: Iterable[Script]) -> list[tuple[Entry, ...]]:
    """Return the entries for scripts that are not among those that count, those of each script together."""
    known = {(script.code, script.exercise) for script in found}
    return [entries for place, entries in judge.entries.items() if place not in known]


def unknown(entries: Sequence[Entry], writer: str = "", here: bool = False) -> str:
    """Return what is told of entries for one script that does not count.

    ``writer`` is the id of the student whose script it was, as typed, or empty where nobody knows; ``here``
    says that another file of this student counts. The code of the answer in that one stays untold: whoever
    marks it would know whose it is.
    """
    known = "rubrics.script.other" if here else "rubrics.script.gone"
    places = "; ".join(entry.place for entry in entries)
    return _problem(known if writer else "rubrics.script", entries[0], place=places, student=neutral(writer))


def _judgement(criterion: Criterion, entries: Sequence[Entry], problems: list[str]) -> Judgement | None:
    """Return what the entries give one criterion; None, and why, where that is nothing or not one thing."""
    levels = {_plain(level.label): level for level in criterion.levels}
    own = [entry for entry in entries if _plain(entry.criterion) == _plain(criterion.name)]
    chosen: list[tuple[Level, Entry]] = []
    wrong = False
    for entry in own:
        if not entry.level:
            continue
        level = levels.get(_as_label(entry.level))
        if level is None:
            wrong = True
            problems.append(
                _problem("rubrics.level", entry, levels=", ".join(each.label for each in criterion.levels))
            )
        else:
            chosen.append((level, entry))
    if wrong or not chosen:
        return None
    (first, before), *others = chosen
    for level, entry in others:
        if level != first:
            values = {"first": before.place, "own": first.label, "other": level.label}
            problems.append(_problem("rubrics.dispute", entry, **values))
            return None
    comments = dict.fromkeys(entry.comment for entry in own if entry.comment)
    return Judgement(criterion.name, first.label, first.points, "\n".join(comments))


def _problem(key: str, entry: Entry, **values: object) -> str:
    shown = {name: neutral(getattr(entry, name)) for name in ("script", "exercise", "criterion", "level")}
    return word(key, **{**shown, "place": entry.place, **values})


def _rows(text: str) -> Iterator[list[str]]:
    """Yield the rows of a file whose cells are parted by whatever parts its first ones."""
    head = next((line for line in text.splitlines() if "script" in line.lower()), "")
    mark = max(",;\t", key=head.count)
    before = csv.field_size_limit(_FIELD)
    try:
        # Strict, or a quotation mark that nobody closed would swallow the rows below it.
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    finally:
        csv.field_size_limit(before)


def _as_label(level: str) -> str:
    """Return a level as it was typed, in the rubric's own writing: 2,50 as 2.5."""
    if re.fullmatch(r"\d+([.,]\d+)?", level):
        whole, _, rest = level.replace(",", ".").partition(".")
        rest = rest.rstrip("0")
        return f"{int(whole)}.{rest}" if rest else str(int(whole))
    return _plain(level)


def _plain(text: str) -> str:
    return " ".join(_unguarded(text.strip()).lower().split())


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and FORMULA.match(text, 1) else text
