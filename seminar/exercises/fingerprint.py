"""What makes an exercise the same exercise: a student's stored answer belongs to one fingerprint.

What is handed in belongs to one ``question``, which may stand in files that must not hold the key.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from seminar.exercises.model import SHOWN_RUBRIC, Exercise, Part

_MIXED = {"ordering": "items/", "matching": "rights/"}
"""Where the texts stand whose order in the file is the key."""


def fingerprint(exercise: Exercise) -> str:
    """Return 16 hexadecimal digits that change when a stored answer would no longer answer the same question.

    That is when the type, a text that the student sees before answering, a unit, the key or what is asked of
    a figure changes. The data behind the key count through the key, which has to agree with them. Feedback,
    hints, solution, rubric, points and minutes do not count.
    """
    return _digest(
        {
            "type": exercise.type,
            "texts": {part.path: part.text.strip() for part in _asked(exercise)},
            "key": exercise.key(),
            **_settings(exercise),
            **exercise.asks(),
        }
    )


def question(exercise: Exercise) -> str:
    """Return 16 hexadecimal digits of what is asked, from which nobody can learn the key.

    They change when the type, a text that the student sees before answering, a unit or what is asked of a
    figure changes; not with the key, whichever form it has in the file (which options are correct, the
    answer, the boxes, the order of items to be put in order, which text stands beside which), nor with
    feedback, hints, solution, rubric, points or minutes. The order of options, of items for boxes and of
    left-hand texts counts, for responses name their positions.
    """
    parts = _asked(exercise)
    mixed = [part for part in parts if part.path.startswith(_MIXED.get(exercise.type, "-"))]
    return _digest(
        {
            "type": exercise.type,
            "texts": {part.path: part.text.strip() for part in parts if part not in mixed},
            "mixed": sorted(part.text.strip() for part in mixed),
            **_settings(exercise),
            **{name: value for name, value in exercise.asks().items() if name not in ("bands", "within")},
        }
    )


def _asked(exercise: Exercise) -> list[Part]:
    return [part for part in exercise.parts() if not part.sealed and part.path != SHOWN_RUBRIC]


def _settings(exercise: Exercise) -> dict[str, Any]:
    return {name: getattr(exercise, name, None) for name in ("unit", "ask", "range", "because")}


def _digest(asked: dict[str, Any]) -> str:
    text = json.dumps(asked, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
