"""By what a person marks a written answer: criteria with levels, and the points of each level.

An exercise's own ``rubric`` gives each level its points. Without one the checklist is the rubric: each
sentence is a criterion of equal share, whose levels are ``yes`` (all of it), ``partly`` (half) and ``no``.

Points are hundredths. The share of a criterion is what lies between two sums, each rounded half up: of the
points, those up to it less those before it, by its weight (its best level, or 1 for a sentence). So the best
levels add up to the points exactly, whatever an assignment sets, and shares of equal weight differ by a
hundredth at most. A level below the best gets its part of the share, rounded half up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from seminar.exercises.marking import credit
from seminar.exercises.model import CHECKLIST_LEVELS, Exercise, ShortText, exact, plain


@dataclass(frozen=True, slots=True)
class Level:
    """One level: ``label`` names it (its points in the exercise's file, or yes, partly, no).

    ``text`` is MyST, empty for a sentence of a checklist; ``points`` are hundredths.
    """

    label: str
    text: str
    points: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion, its levels best first. ``name`` and ``asks`` are MyST that stands within a line.

    ``name`` is unique in the exercise; that of a checklist's sentence is its number, from 1.
    """

    name: str
    asks: str
    levels: tuple[Level, ...]

    @property
    def points(self) -> int:
        """What its best level gets."""
        return self.levels[0].points


def rubric(exercise: Exercise, points: int | None = None) -> tuple[Criterion, ...]:
    """Return the criteria of an exercise worth ``points`` (default: its own); none if no person marks it."""
    if not isinstance(exercise, ShortText):
        return ()
    whole = exercise.hundredths if points is None else points
    if exercise.rubric is None:
        shares = _shares(whole, [1] * len(exercise.checklist))
        parts = dict(zip(CHECKLIST_LEVELS, (2, 1, 0), strict=True))
        return tuple(
            Criterion(
                str(number),
                sentence,
                tuple(Level(label, "", credit(share, part, 2)) for label, part in parts.items()),
            )
            for number, (sentence, share) in enumerate(zip(exercise.checklist, shares, strict=True), start=1)
        )
    grades = [sorted(each.levels, key=lambda grade: -grade.points) for each in exercise.rubric]
    worth = [[int(exact(grade.points) * 100) for grade in each] for each in grades]
    shares = _shares(whole, [each[0] for each in worth])
    return tuple(
        Criterion(
            own.name,
            own.asks,
            tuple(
                Level(plain(exact(grade.points)), grade.text, credit(share, part, each[0]) if each[0] else 0)
                for grade, part in zip(levels, each, strict=True)
            ),
        )
        for own, levels, each, share in zip(exercise.rubric, grades, worth, shares, strict=True)
    )


def chosen(criteria: Sequence[Criterion], labels: Sequence[str]) -> tuple[Level, ...]:
    """Return the level of each criterion that its label names; raises KeyError for one that it has not."""
    known = ({level.label: level for level in criterion.levels} for criterion in criteria)
    return tuple(levels[label] for levels, label in zip(known, labels, strict=True))


def _shares(points: int, weights: Sequence[int]) -> list[int]:
    whole = sum(weights)
    return [
        credit(points, after, whole) - credit(points, before, whole)
        for before, after in pairwise(accumulate(weights, initial=0))
    ]
