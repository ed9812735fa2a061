"""An assignment in a page: its exercises with what they are worth there, and what handing in has to know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib.metadata import version
from typing import Any

from seminar.exercises.assignments import Assignment, Item
from seminar.exercises.fingerprint import question
from seminar.exercises.labs import Lab, lab
from seminar.exercises.model import Exercise
from seminar.surfaces.fallback import printed, safely
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
        "items": [
            {
                "id": item.exercise.id,
                "points": item.hundredths,
                **({"variants": item.variants} if item.variants else {}),
            }
            for item in assignment.items
        ],
    }


def labs_of(assignment: Assignment) -> list[Lab]:
    """Return the labs that are set besides the exercises. Raises BankError where one has mistakes."""
    return [lab(name, assignment.items[0].exercise.root) for name in assignment.labs]


def lab_facts(labs: Sequence[Lab]) -> list[tuple[str, str]]:
    """Return which labs are set and how long they take, as a name and a plain text; nothing for none."""
    told = [word("paper.lab.time", title=lab.title, n=lab.minutes) for lab in labs]
    return [(word("paper.labs", n=len(told)), "; ".join(told))] if told else []


def item_payload(
    item: Item, exercise: Exercise, rendered: Mapping[str, str], figure: Picture | None = None
) -> dict[str, Any]:
    """Return ``payload`` for an exercise of an assignment, or one of its variants.

    It has the points and the rule that are the item's, and ``question``.
    """
    made = payload(exercise, rendered, figure, item.rule(exercise))
    return {**made, "question": question(exercise)}


def block(made: Mapping[str, Any], figure: str = "", variant: int | None = None, opinions: str = "") -> str:
    """Return an exercise of an assignment as it stands in a page, from its payload and its figure's HTML.

    Of the variants, paper and a browser without scripts show the first. ``opinions`` is the address of the
    page on what becomes of opinions.
    """
    name = escape(made["id"])
    which = f' id="exercise-{name}"' if variant is None else f' data-variant="{variant}"'
    return (
        f'<div class="seminar-exercise"{which} data-exercise="{name}"{" hidden" if variant else ""}>\n'
        f"{printed(made, figure)}\n{safely(made, opinions)}"
        f'<script type="application/json" class="seminar-payload">{in_script(made)}</script>\n</div>\n'
    )


def variants(name: str, blocks: Iterable[str]) -> str:
    """Return an exercise's variants as they stand in a page."""
    several = list(blocks)
    note = word("paper.variants", n=len(several))
    return (
        f'<div class="seminar-variants seminar-variants--waiting" id="exercise-{escape(name)}">\n'
        f'<p class="seminar-paper">{escape(note)}</p>\n{"".join(several)}</div>\n'
    )


def worksheet() -> str:
    """Return the room for name and id, on paper and without scripts."""
    fields = "".join(
        f'<p class="seminar-worksheet__field">{escape(word(f"paper.{field}"))}'
        f' <span class="seminar-worksheet__line" data-student="{field}"></span></p>'
        for field in ("name", "id")
    )
    return f'<div class="seminar-worksheet">{fields}</div>\n'


def hand_in() -> str:
    """Return the place where an assignment is handed in, as it is before scripts run."""
    alone = f'<p class="seminar-alone">{escape(word("paper.hand-in"))}</p>'
    return f'<div class="seminar-hand-in" id="hand-in">{alone}</div>\n'
