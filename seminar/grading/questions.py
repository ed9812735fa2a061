"""What an assignment asks, as it is shown with answers: plain values that travel to any process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Level:
    """How well a written answer does one thing: HTML that says it, and ``points`` in hundredths."""

    text: str
    points: int


@dataclass(frozen=True)
class Sought:
    """One thing that a person looked for in a written answer, worth ``points`` in hundredths.

    ``asks`` is HTML; ``levels`` stand by their labels, the best first.
    """

    asks: str
    points: int
    levels: Mapping[str, Level]


@dataclass(frozen=True)
class Question:
    """An exercise, or a variant of one, with its texts as HTML, in the order of its file.

    ``items`` are what is placed, matched or put in order; ``targets`` the boxes, places of a scale or
    right-hand texts. ``shown`` and ``sealed`` are what a page of the book has of it.
    """

    title: str
    type: str
    figured: bool
    """Whether it is asked of a figure, which stands in the book alone."""
    shown: Mapping[str, Any]
    sealed: Mapping[str, Any]
    options: Sequence[str]
    items: Sequence[str]
    targets: Sequence[str]
    number: float | None
    """The right answer where it is a number."""
    sought: Mapping[str, Sought]
    """What a person marks by, by the names of the criteria."""

    @property
    def rule(self) -> Mapping[str, Any]:
        """The rule by which a response is marked."""
        rule: Mapping[str, Any] = self.sealed["rule"]
        return rule

    @property
    def unit(self) -> str:
        """The unit of its number, as plain text; empty where it has none."""
        return str(self.shown.get("unit", ""))


@dataclass(frozen=True)
class Questions:
    """All that an assignment asks; ``title`` is its own, plain text."""

    title: str
    made: Mapping[str, Sequence[Question]]
    """By exercise: its variants, or the one question that it asks of all."""

    def question(self, id: str, variant: int | None = None) -> Question:
        """Return an exercise of the assignment, or a variant of it."""
        return self.made[id][variant or 0]
