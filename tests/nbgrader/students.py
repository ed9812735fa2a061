"""What a student types into a notebook's cell who means a response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from seminar.exercises.model import Draw, Exercise
from tests.answers import Rule

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def typed(place: int, exercise: Exercise, rule: Rule, response: Mapping[str, Any]) -> str:
    """Return the cell of question ``place`` as a student fills it who means ``response``."""
    return f"question_{place} = {_value(exercise, rule, response)}"


def _value(exercise: Exercise, rule: Rule, response: Mapping[str, Any]) -> str:
    released = exercise.released

    def letter(position: int | None) -> str:
        if position is None:
            return "..."
        return f'"{LETTERS[released.index(position) if released else position]}"'

    match rule["kind"]:
        case "choices" if rule["policy"] == "one":
            return letter(response["choice"])
        case "choices":
            return f'"{" ".join(LETTERS[each] for each in response["choices"])}"'
        case "order":
            return "[" + ", ".join(letter(each) for each in response["order"]) + "]"
        case "assign":
            rows = enumerate(response[rule["field"]], start=1)
            return "{" + ", ".join(f"{row}: {letter(target)}" for row, target in rows) + "}"
        case "bands":
            number = response.get("number") or response["values"][rule["parameter"]]
            return str(number)
    needs = [need for need in rule["needs"] if need != "committed"]
    fields = {need: _field(response[need]) for need in needs if need != "values"}
    if isinstance(exercise, Draw):
        values = response["values"] or [None] * rule["length"]
        moments = map(str, exercise.truth().xs)
        fields = {**dict(zip(moments, map(_field, values), strict=True)), **fields}
    elif list(fields) == needs[:1]:
        return fields[needs[0]]
    return "{" + ", ".join(f'"{name}": {value}' for name, value in fields.items()) + "}"


def _field(value: Any) -> str:
    if value is None:
        return "..."
    if isinstance(value, int):
        return f'"{LETTERS[value]}"'
    return repr(value.replace(".", ",")) if value[:1].isdigit() else repr(value)
