"""An assignment as a Jupyter notebook, with cells between which students can put their own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seminar.exercises.assignments import Assignment
from seminar.surfaces import jupyter
from seminar.surfaces.document import STATIC
from seminar.surfaces.jupyter import code_cell, escaped, text_cell, written
from seminar.surfaces.markup import in_markdown
from seminar.surfaces.release.parts import facts, lab_texts
from seminar.surfaces.release.questions import Asked, Question, plain
from seminar.surfaces.words import number, word

if TYPE_CHECKING:
    from nbformat import NotebookNode

_CELL = Path(__file__).with_name("cell.py")
_SAID = ("kept", "unreadable", "failed", "lacking", "unknown")


def notebook(assignment: Assignment, data: dict[str, Any], asked: Sequence[Asked]) -> str:
    """Return the notebook's file; ``data`` is what the browser half is told of the assignment."""
    return written(jupyter.notebook(list(_cells(assignment, data, asked))))


def _cells(assignment: Assignment, data: dict[str, Any], asked: Sequence[Asked]) -> Iterator[NotebookNode]:
    names = (f"cell-{place:03d}" for place in count(1))
    yield text_cell(next(names), "\n\n".join(_head(assignment, asked)))
    yield code_cell(next(names), _set_up(assignment, data, asked), folded=True)
    for place, each in enumerate(asked, start=1):
        points = each.payload["points"] / 100
        worth = f" ({word('points', n=number(points))})" if points else ""
        caption = plain(each.questions[0].caption)
        below = f"\n\n*{escaped(caption)}*" if caption else ""
        yield text_cell(next(names), f"## {place}. {escaped(each.payload['title'])}{worth}{below}")
        yield code_cell(next(names), f'exercise("{each.id}")')
    yield text_cell(next(names), f"## {word('assignment.hand-in')}")
    yield code_cell(next(names), "hand_in()")


def _head(assignment: Assignment, asked: Sequence[Asked]) -> Iterator[str]:
    yield f"# {escaped(assignment.title)}"
    yield "\n".join(f"- {name}: {escaped(text)}" for name, text in facts(assignment, asked))
    yield word("paper.notebook.how")
    for part in assignment.parts():
        yield f"## {word(f'paper.{part.path}')}"
        yield in_markdown(part.text, assignment.items[0].exercise.root)
    if labs := lab_texts(assignment):
        yield f"## {word('paper.labs', n=len(assignment.labs))}"
        yield from map(escaped, labs)


def _set_up(assignment: Assignment, data: dict[str, Any], asked: Sequence[Asked]) -> str:
    told = {
        "name": assignment.name,
        "about": data,
        "questions": [
            {
                "id": each.id,
                "varied": each.varies,
                "variants": [_payload(question) for question in each.questions],
            }
            for each in asked
        ],
        "words": {key: word(f"paper.notebook.{key}") for key in _SAID},
    }
    parts = [
        json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        *((STATIC / name).read_text(encoding="utf-8") for name in ("sheet.js", "seminar.css")),
    ]
    # What JSON writes as a text, Python reads as the same text.
    told_text, script, style = (json.dumps(part, ensure_ascii=False) for part in parts)
    call = f"exercise, hand_in = begin(\n    {told_text},\n    {script},\n    {style},\n)\ndel begin, Any"
    return f"{_CELL.read_text(encoding='utf-8')}\n\n{call}"


def _payload(question: Question) -> dict[str, Any]:
    payload = dict(question.payload)
    if "figure" in payload:
        seen = {"svg": question.svg, "alt": question.alt, "source": plain(question.source)}
        payload["figure"] = {**payload["figure"], **seen}
    return payload
