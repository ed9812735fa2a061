"""What ``exercise("id")`` and ``recall("id")`` show, in the book's build and in a live notebook."""

from __future__ import annotations

import os
from typing import Any

from seminar.exercises.bank import bank
from seminar.figures import Chart, Explorable
from seminar.figures.chart import BUILD
from seminar.surfaces.figures import FigureMismatch
from seminar.surfaces.keeping import follow
from seminar.surfaces.payload import EXERCISE_MIME, RECALL_MIME
from seminar.surfaces.widget import ExerciseWidget


class InBook:
    """The id, and the figure where there is one: the page is made from the bank when Sphinx meets it."""

    def __init__(self, mime: str, exercise_id: str, figure: Chart | Explorable | None = None) -> None:
        shown = {"id": exercise_id} | ({"figure": figure.data()} if figure else {})
        self._bundle = {mime: shown}

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return self._bundle


_figures: dict[str, Chart | Explorable] = {}


def exercise(id: str, figure: Chart | Explorable | None = None) -> InBook | ExerciseWidget:
    """Return the exercise ``id``, ready to be shown as a cell's result.

    ``figure`` is what ``chart(…)`` or ``explore(…)`` returned, for the types that need one. In a notebook it
    is a widget with ``response``, ``mark`` and ``observe``. Raises UnknownExercise, which names near ids,
    and FigureMismatch; in the build the page's own messages do that.
    """
    if figure is not None:
        _figures[id] = _figure(id, figure)
    if os.environ.get(BUILD) == "1":
        return InBook(EXERCISE_MIME, id, figure)
    return follow(ExerciseWidget(bank().exercise(id), figure))


def recall(id: str, figure: Chart | Explorable | None = None) -> InBook | ExerciseWidget:
    """Return the forecast ``id`` met again: what was committed in this session and what came of it.

    Its figure is the one of ``exercise(id, figure)`` in the same chapter, if it is not given. Raises
    UnknownExercise, FigureMismatch, and ValueError for an exercise that is not met again.
    """
    known = _figure(id, figure) if figure is not None else _figures.get(id)
    if os.environ.get(BUILD) == "1":
        return InBook(RECALL_MIME, id, known)
    found = bank().exercise(id)
    if not found.recalled:
        raise ValueError(f"{id!r} is of type {found.type}: recall() shows forecasts that wait")
    return follow(ExerciseWidget(found, known, recall=True))


def _figure(id: str, figure: object) -> Chart | Explorable:
    if not isinstance(figure, Chart | Explorable):
        raise FigureMismatch(
            f'exercise("{id}", …) has a {type(figure).__name__}: give it what chart() or explore() returns'
        )
    return figure
