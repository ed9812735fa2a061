"""Rows as marking a class makes them, of files that were made up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from seminar.exercises.submission import Key, marks, read
from seminar.grading.records import Row
from tests.grading import classes


def row(key: Key, data: bytes) -> Row:
    """Return what is known of the student who handed this file in."""
    found = read(data, classes.BOOK)
    lines = marks(key, found)
    responses = {line.exercise: response for line, response in lines if response is not None}
    said = json.dumps(responses, sort_keys=True).encode()
    return Row(
        student=found["student"]["id"],
        name=found["student"]["name"],
        file=f"{found['student']['id']}.json",
        handed_in=found["handed_in"],
        receipt=found["receipt"],
        made_with=found["made_with"],
        marks=tuple(line for line, _ in lines),
        responses=responses,
        answered=sha256(said).hexdigest() if responses else "",
    )


def answered(key: Key, id: str, answers: Mapping[str, Any], name: str = "", **more: Any) -> Row:
    """Return the row of a student who gave these responses, by exercise."""
    return row(key, classes.file(key, id, dict(answers), name, **more))
