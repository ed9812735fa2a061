"""What makes an exercise the same exercise: a student's stored answer belongs to one fingerprint."""

from __future__ import annotations

import json
from hashlib import sha256

from seminar.exercises.model import Exercise


def fingerprint(exercise: Exercise) -> str:
    """Return 16 hexadecimal digits that change when a stored answer would no longer answer the same question.

    That is when the type, a text that the student sees before answering, a unit, the key or what is asked of
    a figure changes. The data behind the key count through the key, which has to agree with them. Feedback,
    hints, solution, points and minutes do not count.
    """
    asked = {
        "type": exercise.type,
        "texts": {part.path: part.text.strip() for part in exercise.parts() if not part.sealed},
        "key": exercise.key(),
        **{name: getattr(exercise, name, None) for name in ("unit", "ask", "range", "because")},
        **exercise.asks(),
    }
    text = json.dumps(asked, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
