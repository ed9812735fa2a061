"""``marking.html``: one file in which a person marks written answers, without a network and without names."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape
from typing import Any

from seminar.exercises.assignments import Assignment
from seminar.exercises.model import Exercise, ShortText
from seminar.exercises.rubric import Criterion, chosen
from seminar.figures.style import palette_css
from seminar.grading.filling import for_cells
from seminar.grading.records import neutral
from seminar.grading.rubrics import Scheme, Script
from seminar.surfaces.document import STATIC, document
from seminar.surfaces.markup import markup, rendered
from seminar.surfaces.payload import in_script
from seminar.surfaces.words import number, word


def marking_page(assignment: Assignment, known: Scheme, found: Iterable[Script], seed: str = "") -> str:
    """Return the file for these scripts, in their order; ``known`` is the assignment's scheme by ``seed``.

    Raises VariantError.
    """
    places = {place: position for position, place in enumerate(known.criteria)}
    items = {item.exercise.id: item for item in assignment.items}
    essays = []
    for exercise, variant in known.criteria:
        made = items[exercise].exercises(seed)[variant or 0]
        essays.append(_essay(made, known.criteria[exercise, variant], items[exercise].hundredths, variant))
    data = {
        "name": assignment.name,
        "title": assignment.title,
        "essays": essays,
        "scripts": [
            {
                "code": script.code,
                "essay": places[script.exercise, script.variant],
                "text": "\n".join(map(neutral, re.split("\r\n|[\r\n]", script.text))),
            }
            for script in found
        ],
    }
    program = (STATIC / "marking.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(program.encode()).digest()).decode("ascii")
    return document(
        word("marking.title", title=assignment.title),
        palette_css() + (STATIC / "marking.css").read_text(encoding="utf-8"),
        f"<main><noscript>{escape(word('marking.noscript'))}</noscript></main>\n"
        f'<script type="application/json" class="seminar-marking">{in_script(data)}</script>\n'
        f"<script>{program}</script>\n",
        policy=f"; script-src 'sha256-{digest}'",
        head='<meta name="color-scheme" content="light dark">\n',
    )


def _essay(
    exercise: Exercise, criteria: tuple[Criterion, ...], points: int, variant: int | None
) -> dict[str, Any]:
    assert isinstance(exercise, ShortText)
    html, root = rendered(exercise), exercise.root
    title = (
        exercise.title if variant is None else word("marking.variant", title=exercise.title, n=variant + 1)
    )
    samples = []
    for sample in exercise.samples:
        got = number(sum(level.points for level in chosen(criteria, sample.levels)) / 100)
        samples.append(
            {
                "title": word("marking.sample", got=got, n=number(points / 100)),
                "html": markup(sample.text, root=root),
                "note": markup(sample.why, root=root),
            }
        )
    return {
        "id": exercise.id,
        "title": title,
        "points": points,
        "prompt": html["prompt"],
        "model": html["model_answer"],
        "samples": samples,
        "criteria": [
            {
                "name": criterion.name,
                # A sentence of a checklist has a number for its name.
                "title": markup(criterion.name, inline=True, root=root) if exercise.rubric else "",
                "asks": markup(criterion.asks, inline=True, root=root),
                "cells": for_cells(criterion),
                "levels": [
                    {
                        "label": level.label,
                        "points": level.points,
                        "html": markup(level.text, inline=True, root=root)
                        if level.text
                        else escape(_checklist()[level.label]),
                    }
                    for level in criterion.levels
                ],
            }
            for criterion in criteria
        ],
    }


def _checklist() -> dict[str, str]:
    return {"yes": word("marking.yes"), "partly": word("marking.partly"), "no": word("marking.no")}
