"""What the released files have in common: what they say of the assignment."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from seminar.exercises.assignments import Assignment
from seminar.surfaces.assignment import lab_facts, labs_of
from seminar.surfaces.markup import markup
from seminar.surfaces.release.questions import Asked
from seminar.surfaces.words import number, word


def facts(assignment: Assignment, asked: Sequence[Asked]) -> list[tuple[str, str]]:
    """Return what is to be known of the assignment in a word or two, as names and plain texts."""
    points = sum(each.item.hundredths for each in asked) / 100
    minutes = sum(each.payload["minutes"] for each in asked)
    return [
        (word("paper.due"), assignment.due),
        (
            word("paper.size"),
            word(
                "paper.size.of",
                n=len(asked),
                minutes=word("minutes", n=number(minutes)),
                points=word("points", n=number(points)),
            ),
        ),
        *lab_facts(labs_of(assignment)),
        (word("paper.readers"), assignment.readers),
    ]


def lab_texts(assignment: Assignment) -> list[str]:
    """Return what is to be known of the labs as plain paragraphs: each with its file, and what to hand in."""
    told = [
        " ".join([f"{lab.title}.", lab.question, word("paper.lab.beside", file=f"{lab.name}.zip")])
        for lab in labs_of(assignment)
    ]
    return [*told, word("paper.lab.hand-in")] if told else []


def intro(assignment: Assignment, asked: Sequence[Asked], *, screen: bool) -> str:
    """Return in HTML what stands above the questions, on a ``screen`` or on paper."""
    root = assignment.items[0].exercise.root
    known = facts(assignment, asked)
    if screen:
        known.insert(-1, (word("paper.feedback"), word("paper.feedback.never")))
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in known)
    texts = "".join(
        f"<h2>{escape(word(f'paper.{part.path}'))}</h2>\n{markup(part.text, root=root)}\n"
        for part in assignment.parts()
    )
    labs = "".join(f"<p>{escape(text)}</p>\n" for text in lab_texts(assignment))
    if labs:
        labs = f"<h2>{escape(word('paper.labs', n=len(assignment.labs)))}</h2>\n{labs}"
    return f'<div class="seminar-head"><dl class="seminar-facts">{listed}</dl></div>\n{texts}{labs}'
