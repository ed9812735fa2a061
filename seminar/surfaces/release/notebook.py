"""An assignment as a Jupyter notebook, with cells between which students can put their own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from seminar.exercises.assignments import Assignment
from seminar.surfaces.markup import in_markdown
from seminar.surfaces.release.parts import STATIC, facts
from seminar.surfaces.release.questions import Asked, Question, plain
from seminar.surfaces.words import number, word

_CELL = Path(__file__).with_name("cell.py")
_SAID = ("kept", "unreadable", "failed", "lacking", "unknown")


def notebook(assignment: Assignment, data: dict[str, Any], asked: Sequence[Asked]) -> str:
    """Return the notebook in nbformat 4.5; ``data`` is what the browser half is told of the assignment."""
    cells = [
        {"id": f"cell-{place:03d}", **cell}
        for place, cell in enumerate(_cells(assignment, data, asked), start=1)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    made = {
        "cells": cells,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _cells(assignment: Assignment, data: dict[str, Any], asked: Sequence[Asked]) -> Iterator[dict[str, Any]]:
    yield _markdown(*_head(assignment, asked))
    yield _code(_set_up(assignment, data, asked), hidden=True)
    for place, each in enumerate(asked, start=1):
        points = each.payload["points"] / 100
        worth = f" ({word('points', n=number(points))})" if points else ""
        caption = plain(each.questions[0].caption)
        below = [f"*{_escaped(caption)}*"] if caption else []
        yield _markdown(f"## {place}. {_escaped(each.payload['title'])}{worth}", *below)
        yield _code(f'exercise("{each.id}")')
    yield _markdown(f"## {word('assignment.hand-in')}")
    yield _code("hand_in()")


def _head(assignment: Assignment, asked: Sequence[Asked]) -> Iterator[str]:
    yield f"# {_escaped(assignment.title)}"
    yield "\n".join(f"- {name}: {_escaped(text)}" for name, text in facts(assignment, asked))
    yield word("paper.notebook.how")
    for part in assignment.parts():
        yield f"## {word(f'paper.{part.path}')}"
        yield in_markdown(part.text, assignment.items[0].exercise.root)


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


def _markdown(*blocks: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": _lines("\n\n".join(blocks))}


def _code(source: str, *, hidden: bool = False) -> dict[str, Any]:
    metadata = {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]} if hidden else {}
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": metadata,
        "outputs": [],
        "source": _lines(source),
    }


def _lines(text: str) -> list[str]:
    # Jupyter knows no other ends of lines.
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _escaped(text: str) -> str:
    """Return text so that Markdown shows it as it is; a dollar would begin a formula."""
    return re.sub(r"([\\`*_\[\]<>$])", r"\\\1", text)
