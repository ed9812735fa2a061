"""What ``exercise("id")`` and ``recall("id")`` show, in the book's build and in a live notebook."""

from __future__ import annotations

import os
from typing import Any

import traitlets

from seminar.exercises.bank import bank
from seminar.exercises.model import Exercise
from seminar.surfaces.widget import ExerciseWidget

BUILD = "SEMINAR_BUILD"
"""The environment variable that the Sphinx extension sets to 1 before it starts kernels."""

EXERCISE_MIME = "application/vnd.seminar.exercise+json"
RECALL_MIME = "application/vnd.seminar.recall+json"


class InBook:
    """The id alone: the page is made from the bank when Sphinx meets it."""

    def __init__(self, mime: str, exercise_id: str) -> None:
        self._bundle = {mime: {"id": exercise_id}}

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return self._bundle


_first: dict[tuple[str, str], ExerciseWidget] = {}


def exercise(id: str) -> InBook | ExerciseWidget:
    """Return the exercise ``id``, ready to be shown as a cell's result.

    In a notebook it is a widget with ``response``, ``mark`` and ``observe``. Raises UnknownExercise, which
    names near ids; in the build the page's own message does that.
    """
    if os.environ.get(BUILD) == "1":
        return InBook(EXERCISE_MIME, id)
    return _widget(bank().exercise(id), recall=False)


def recall(id: str) -> InBook | ExerciseWidget:
    """Return the prediction ``id`` met again: what was committed in this session and what came of it.

    Raises UnknownExercise, and ValueError for an exercise that is no prediction.
    """
    if os.environ.get(BUILD) == "1":
        return InBook(RECALL_MIME, id)
    found = bank().exercise(id)
    if found.type != "prediction":
        raise ValueError(f"{id!r} is of type {found.type}: recall() shows predictions")
    return _widget(found, recall=True)


def _widget(found: Exercise, *, recall: bool) -> ExerciseWidget:
    """Return a widget that shares its answer with the others of the same exercise in this kernel."""
    widget = ExerciseWidget(found, recall=recall)
    first = _first.setdefault((found.id, widget.payload["fingerprint"]), widget)
    if first is not widget:
        traitlets.link((first, "record"), (widget, "record"))
    return widget
