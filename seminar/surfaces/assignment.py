"""An assignment in a page: its exercises with what they are worth there, and what handing in has to know."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from importlib.metadata import version
from typing import Any

from seminar.exercises.assignments import Assignment, Item
from seminar.exercises.fingerprint import question
from seminar.surfaces.fallback import printed
from seminar.surfaces.figures import Picture
from seminar.surfaces.payload import BOOK, in_script, payload
from seminar.surfaces.words import word

VERSION = 1


def about(assignment: Assignment) -> dict[str, Any]:
    """Return the JSON that the front end hands ``assignment`` in by; it holds no key."""
    return {
        "version": VERSION,
        "book": BOOK,
        "bookVersion": version("seminar"),
        "name": assignment.name,
        "title": assignment.title,
        "due": assignment.due,
        "feedback": assignment.feedback,
        "readers": assignment.readers,
        "items": [{"id": item.exercise.id, "points": item.hundredths} for item in assignment.items],
    }


def item_payload(item: Item, rendered: Mapping[str, str], figure: Picture | None = None) -> dict[str, Any]:
    """Return ``payload`` for an exercise of an assignment: its points and rule there, and ``question``."""
    made = payload(item.exercise, rendered, figure, item.rule())
    return {**made, "question": question(item.exercise)}


def block(item: Item, rendered: Mapping[str, str], shown: Picture | None = None, figure: str = "") -> str:
    """Return an exercise of an assignment as it stands in a page; ``figure`` is the HTML that shows it."""
    name = escape(item.exercise.id)
    made = item_payload(item, rendered, shown)
    return (
        f'<div class="seminar-exercise" id="exercise-{name}" data-exercise="{name}">\n'
        f"{printed(made, figure)}\n"
        f'<script type="application/json" class="seminar-payload">{in_script(made)}</script>\n</div>\n'
    )


def worksheet() -> str:
    """Return the room for name and id, on paper and without scripts."""
    fields = "".join(
        f'<p class="seminar-worksheet__field">{escape(word(f"assignment.paper.{field}"))}'
        f' <span class="seminar-worksheet__line" data-student="{field}"></span></p>'
        for field in ("name", "id")
    )
    return f'<div class="seminar-worksheet">{fields}</div>\n'


def hand_in() -> str:
    """Return the place where an assignment is handed in, as it is before scripts run."""
    alone = f'<p class="seminar-alone">{escape(word("assignment.alone"))}</p>'
    return f'<div class="seminar-hand-in" id="hand-in">{alone}</div>\n'
