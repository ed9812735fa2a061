"""What is known of a student once what was handed in is marked, and of a file that could not be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from seminar.exercises.students import normal
from seminar.exercises.submission import Marked
from seminar.exercises.work import Response

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
    """A file that gives nobody a mark: where it was found, why in a code and in words, and what to do."""

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
