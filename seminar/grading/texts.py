"""The texts of an assignment's exercises as HTML, each rendered once for a whole class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from seminar.exercises.assignments import Assignment, Item
from seminar.exercises.model import Exercise
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import payload, unseal


@dataclass(frozen=True)
class Question:
    """An exercise, or a variant of one, with its texts as HTML, in the order of its file.

    ``items`` are what is placed, matched or put in order; ``targets`` the boxes, places of a scale or
    right-hand texts. ``shown`` and ``sealed`` are what a page of the book has of it.
    """

    exercise: Exercise
    shown: Mapping[str, Any]
    sealed: Mapping[str, Any]
    options: Sequence[str]
    items: Sequence[str]
    targets: Sequence[str]

    @property
    def rule(self) -> Mapping[str, Any]:
        """The rule by which a response is marked."""
        rule: Mapping[str, Any] = self.sealed["rule"]
        return rule

    @property
    def unit(self) -> str:
        """The unit of its number, as plain text; empty where it has none."""
        return str(self.shown.get("unit", ""))


class Questions:
    """The questions of an assignment, made as they are asked for. ``seed`` is the class's secret."""

    def __init__(self, assignment: Assignment, seed: str = "") -> None:
        self._items = {item.exercise.id: item for item in assignment.items}
        self._seed = seed
        self._exercises: dict[str, list[Exercise]] = {}
        self._made: dict[tuple[str, int | None], Question] = {}

    def question(self, id: str, variant: int | None = None) -> Question:
        """Return an exercise of the assignment, or a variant of it."""
        key = id, variant
        if key not in self._made:
            item = self._items[id]
            if id not in self._exercises:
                self._exercises[id] = item.exercises(self._seed)
            self._made[key] = _question(item, self._exercises[id][variant or 0])
        return self._made[key]


def _question(item: Item, exercise: Exercise) -> Question:
    html = rendered(exercise, exercise.root)
    shown = payload(exercise, html, rule=item.rule(exercise))
    if exercise.type == "ordering":
        items = [html[f"items/{i}/text"] for i in range(len(shown["items"]))]
    else:
        items = shown.get("lefts", shown.get("items", []))
    if exercise.type == "matching":
        targets = [html[f"rights/{i}"] for i in range(len(shown["rights"]))]
    else:
        targets = shown.get("boxes", [])
    return Question(exercise, shown, unseal(shown["sealed"]), shown.get("options", []), items, targets)
