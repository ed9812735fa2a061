"""An assignment as one HTML file, to be opened from a folder, without a network and without the book."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from typing import Any

from seminar.exercises.assignments import Assignment
from seminar.figures.style import palette_css
from seminar.surfaces.assignment import block, hand_in, variants, worksheet
from seminar.surfaces.document import STATIC, document
from seminar.surfaces.payload import in_script
from seminar.surfaces.release.parts import intro
from seminar.surfaces.release.questions import Asked

BOOK_STYLE = STATIC.parent / "sphinx" / "theme" / "assets" / "book.css"


def page(assignment: Assignment, data: dict[str, Any], asked: Sequence[Asked]) -> str:
    """Return the file; ``data`` is what its script is told of the assignment."""
    program = (STATIC / "assignment.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(program.encode()).digest()).decode("ascii")
    style = "\n".join(
        [
            palette_css(),
            BOOK_STYLE.read_text(encoding="utf-8"),
            (STATIC / "seminar.css").read_text(encoding="utf-8"),
        ]
    )
    blocks = "".join(map(_exercise, asked))
    return document(
        assignment.title,
        style,
        f'<div class="page">\n<main id="content">\n<article>\n<h1>{escape(assignment.title)}</h1>\n'
        f"{intro(assignment, asked, screen=True)}"
        f'<div class="seminar-assignment" data-assignment="{assignment.name}">\n'
        f'<script type="application/json" class="seminar-assignment-data">{in_script(data)}</script>\n'
        f'<div class="seminar-progress" hidden></div>\n{worksheet()}{blocks}{hand_in()}</div>\n'
        f"</article>\n</main>\n</div>\n<script>{program}</script>\n",
        policy=f"; script-src 'sha256-{digest}'",
        head='<meta name="color-scheme" content="light dark">\n',
    )


def _exercise(asked: Asked) -> str:
    if not asked.varies:
        return block(asked.payload, asked.questions[0].figure)
    made = enumerate(asked.questions)
    return variants(asked.id, (block(question.payload, variant=number) for number, question in made))
