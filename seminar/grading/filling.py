"""The lines of ``rubrics.csv``, for a person to fill; ``rubrics`` reads them back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from seminar.exercises.rubric import Criterion
from seminar.grading.gradebook import cell, decimal, guarded, lines
from seminar.grading.records import neutral
from seminar.grading.rubrics import COLUMNS, Scheme, Script
from seminar.surfaces.markup import in_markdown
from seminar.surfaces.words import word


def heading() -> str:
    """Return the first row of the file."""
    return lines([COLUMNS])


def to_fill(found: Iterable[Script], known: Scheme) -> Iterator[str]:
    """Yield the rows of each script, the answer beside each criterion."""
    asked = {place: [for_cells(each) for each in criteria] for place, criteria in known.criteria.items()}
    for script in found:
        place = (script.exercise, script.variant)
        answer = typed(script.text)
        yield lines(
            [script.code, script.exercise, cell(criterion.name), asks, levels, "", "", answer]
            for criterion, (asks, levels) in zip(known.criteria[place], asked[place], strict=True)
        )


def for_cells(criterion: Criterion) -> tuple[str, str]:
    """Return what a criterion asks, and its levels with what they are worth, for cells."""
    told = []
    for level in criterion.levels:
        worth = decimal(level.points)
        # A level is named by its points in the rubric; the assignment may have scaled them.
        named = level.label if level.label == worth else f"{level.label} ({word('points', n=worth)})"
        told.append(f"{named}: {in_markdown(level.text)}" if level.text else named)
    return typed(in_markdown(criterion.asks)), typed("\n".join(told))


def typed(text: str) -> str:
    """Return a text that may have several lines, for a cell."""
    return guarded("\n".join(map(neutral, re.split("\r\n|[\r\n]", text))))
