"""What is known of a student once what was handed in is marked, and of a file that could not be."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from seminar.exercises.students import normal
from seminar.exercises.submission import Marked
from seminar.exercises.work import Response
from seminar.surfaces.words import word

FOR_A_PERSON = ("changed", "other-variant")
"""Reasons without a mark for which a person has to look: what was answered may still be worth points."""


class Hint(NamedTuple):
    """What a learning management system wrote into a file's name: shown to people, never believed."""

    system: str
    """``moodle`` or ``canvas``."""
    name: str
    id: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What counts of one student: one file that could be read, with its marks.

    ``student`` and ``name`` are as typed, and may hold any character. ``file`` says where it was found, such
    as ``week1.zip/Li Wei_123_assignsubmission_file_/trade.json``. ``marks`` has a line for each exercise of
    the assignment, in its order, then one for each answer to another. ``responses`` are those that were
    marked, by exercise, in the positions of the exercise's file (of the variant's, where there are any).
    ``answered`` is a digest of all that was answered, equal where two files hold the same answers, and empty
    where nothing was answered.
    """

    student: str
    name: str
    file: str
    handed_in: str
    receipt: str
    made_with: str
    marks: tuple[Marked, ...]
    responses: Mapping[str, Response] = field(default_factory=dict)
    answered: str = ""
    hint: Hint | None = None

    @property
    def who(self) -> str:
        """The student's id as it counts: two rows with the same are one student's."""
        return normal(self.student)

    @property
    def points(self) -> int:
        """The points so far, in hundredths: those that wait for a person are not in it."""
        return sum(points(line) or 0 for line in self.marks)

    @property
    def of(self) -> int:
        """The points that a full answer to everything would get, in hundredths."""
        return sum(line.of for line in self.marks)

    @property
    def to_mark(self) -> list[str]:
        """The exercises whose points a person has to give."""
        return [line.exercise for line in self.marks if points(line) is None]


class Rejected(NamedTuple):
    """A file that gives nobody a mark: where it was found, why in a code and in words, and what to do.

    ``reason`` is what ``submission.read`` refuses a file for, what it is instead (``empty``, ``encoding``,
    ``work``, ``notebook``, ``answers``, ``page``, ``cut``), ``elsewhere`` (of another assignment),
    ``superseded`` (by another of the same student), why it could not be had (``link``, ``folder``,
    ``special``, ``closed``, and in an archive ``locked``, ``packing``, ``broken``, ``nested``, ``swollen``,
    ``many``), or ``junk``.
    """

    file: str
    reason: str
    explanation: str
    remedy: str


def points(line: Marked) -> int | None:
    """Return the points of an exercise in hundredths, or None where a person has to give them.

    What was not answered, or kept back, has 0.
    """
    if line.mark is not None:
        return line.mark.points
    return None if line.reason in FOR_A_PERSON else 0


def rejected(file: str, reason: str, words: str = "", **values: object) -> Rejected:
    """Return a file as rejected; ``words`` names those that tell it, where they are not the reason's own."""
    told = (word(f"grade.{part}.{words or reason}", **values) for part in ("rejected", "remedy"))
    return Rejected(file, reason, *told)


def neutral(text: str) -> str:
    """Return a text as it can be shown: what steers a terminal or the direction of writing is spelled out.

    That is every control and format character but the joiners that Persian and Indian scripts need, and
    every half of a character: U+202E becomes ``\\u{202e}``.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(rf"\u{{{ord(each):x}}}" if _steers(each) else each for each in text)


def _steers(character: str) -> bool:
    known = unicodedata.category(character)
    return known in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in "\u200c\u200d"
