"""The questions of all exercises in one script, from which My work prints a student's answers in words.

It holds what a page shows before any answer, and nothing of key, feedback or solution. Of an ordering or a
matching it holds, sealed as in the page, which place of the file each text has: answers name those places.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from seminar.exercises.bank import survey
from seminar.sphinx.outputs import shown_exercises
from seminar.sphinx.roles import book_root
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import payload, seal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

    from seminar.exercises import Exercise

TEXTS = "work-texts.js"
_NAMES = ("type", "fingerprint", "prompt", "options", "items", "lefts", "rights", "boxes", "xs", "unit")


def texts(env: BuildEnvironment) -> bytes:
    """Return the script for every exercise that a page of the book shows."""
    root = book_root(env)
    bank, _ = survey(root)
    found = {
        shown.id: public(bank.exercise(shown.id), shown.parameters, root)
        for listed in shown_exercises(env).values()
        for shown in listed
        if shown.id in bank
    }
    return script(found)


def script(found: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Return the script that gives ``seminarTexts`` what ``public`` says of exercises, by their ids."""
    content = json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"globalThis.seminarTexts={content};\n".encode()


def public(exercise: Exercise, parameters: str = "", root: Path | None = None) -> dict[str, Any]:
    """Return what a script may say of an exercise; ``parameters`` are as in ``Shown``."""
    whole = payload(exercise, rendered(exercise, root))
    found = {name: whole[name] for name in _NAMES if name in whole}
    if exercise.shown:
        found["order"] = seal({"shown": exercise.shown})
    if parameters:
        found["parameters"] = json.loads(parameters)
    return found
