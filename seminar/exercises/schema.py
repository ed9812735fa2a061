"""The JSON Schema of an exercise file, for editors to complete and check the YAML."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from seminar.exercises.model import AnyExercise


def schema() -> str:
    """Return the schema as JSON text, the same each time; the reader checks more than it can say."""
    made = TypeAdapter(list[AnyExercise]).json_schema()
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Exercises of one chapter",
        **made,
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
