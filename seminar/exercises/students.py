"""A student's id: a pseudonym or a number, typed by hand and not always alike."""

from __future__ import annotations

import unicodedata

from seminar.exercises.numbers import WHITE


def normal(student_id: str) -> str:
    """Return an id as it counts: without white space around it, in NFC, in small letters."""
    return unicodedata.normalize("NFC", student_id.strip(WHITE)).lower()
