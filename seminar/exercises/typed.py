"""Answers typed into a notebook's cells: how they become responses, and what they are worth.

nbgrader's hidden tests carry this module beside ``marking`` and ``numbers``, as they are, so it needs nothing
but Python's standard library. Three dots, or nothing, are no answer. Options are named by their letters, in
the order in which they are shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from numbers import Real
from typing import Any

from seminar.exercises.marking import Mark, mark

_UNREADABLE = "?"
"""Stands in a response for what is no letter and no number, and is marked as malformed."""

_ALIKE = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
"""Cyrillic letters that look like Latin ones, on whose keyboard a student may be."""

_LETTERS = re.compile(r"[A-Z](?:[\s,;]*[A-Z])*")


WORDS: dict[str, str] = {}
"""What is said of a mark, by its reason; who carries this module fills it, and may place in a sentence
``{n}`` (the question's number), ``{points}`` and ``{of}``."""


def marked(number: int, given: object, rule: Mapping[str, Any], shown: Sequence[Any]) -> float:
    """Return the points for the answer ``given`` to a question, and print what it got.

    ``shown`` is what ``response`` takes. No answer raises an error.
    """
    made = mark_typed(given, rule, shown)
    points = (made.points or 0) / 100
    said = WORDS[made.reason]
    for name, value in {"n": number, "points": f"{points:g}", "of": f"{made.of / 100:g}"}.items():
        said = said.replace(f"{{{name}}}", str(value))
    print(said)
    return points


def mark_typed(given: object, rule: Mapping[str, Any], shown: Sequence[Any] = ()) -> Mark:
    """Mark what was typed by ``rule``, as ``marking.mark`` marks its response."""
    return mark(rule, response(given, rule, shown))


def response(given: object, rule: Mapping[str, Any], shown: Sequence[Any] = ()) -> dict[str, Any]:
    """Return what was typed as a response to an exercise of ``rule``.

    A letter for one option, letters for several or for an order (``"C A B"``, or a list), a number or its
    text, and for rows, or for the fields of a forecast, ``{1: "B", 2: "A"}`` or ``{"number": 5, "low": 2}``.
    ``shown`` are the positions of the file in the order shown, where that is another, or the moments of a
    series, by which its values are named.
    """
    match rule["kind"]:
        case "choices" if rule["policy"] == "one":
            return _filled(choice=_one(given))
        case "choices":
            return _filled(choices=_letters(given))
        case "order":
            return _filled(order=_moved(_letters(given), shown) or None)
        case "assign":
            targets = _rows(given, len(rule["key"]))
            return {rule["field"]: targets if targets is None else _moved(targets, shown)}
        case "bands":
            number = _number(given)
            asked = {"number": number} if "parameter" not in rule else {"values": {rule["parameter"]: number}}
            return asked if number is not None else {}
        case _:
            return _forecast(given, rule, shown)


def _filled(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _nothing(given: object) -> bool:
    return given is None or given is ... or (isinstance(given, str) and not given.strip())


def _letters(given: object) -> list[Any] | None:
    """Return the positions that letters name; nothing between quotation marks takes none of them."""
    if given is None or given is ...:
        return None
    if isinstance(given, list | tuple) and all(isinstance(each, str) for each in given):
        given = " ".join(given)
    if not isinstance(given, str):
        return [_UNREADABLE]
    text = unicodedata.normalize("NFKC", given).upper().translate(_ALIKE).strip(" \t\r\n,;")
    if not text:
        return []
    if not _LETTERS.fullmatch(text):
        return [_UNREADABLE]
    return [ord(letter) - ord("A") for letter in re.findall("[A-Z]", text)]


def _one(given: object) -> Any:
    found = _letters(given)
    if not found:
        return None
    return found[0] if len(found) == 1 else _UNREADABLE


def _moved(positions: Sequence[Any] | None, shown: Sequence[int]) -> list[Any]:
    """Return positions of the file for those shown."""
    return [
        shown[place] if isinstance(place, int) and place < len(shown) else place for place in positions or []
    ]


def _rows(given: object, count: int) -> list[Any] | None:
    if isinstance(given, dict):
        return [_one(given.get(row, given.get(str(row)))) for row in range(1, count + 1)]
    return _letters(given) or None


def _number(given: object) -> str | None:
    if _nothing(given):
        return None
    if isinstance(given, str):
        return given
    if isinstance(given, bool) or not isinstance(given, Real):
        return _UNREADABLE
    try:
        # A number of numpy's or of a table is one too, and writes itself otherwise.
        return str(int(given)) if isinstance(given, int) else f"{Decimal(repr(float(given))):f}"
    except (ValueError, OverflowError):
        return _UNREADABLE


def _forecast(given: object, rule: Mapping[str, Any], shown: Sequence[str]) -> dict[str, Any]:
    """Return a forecast, a drawing or a reason; who hands it in commits it."""
    needs = [need for need in rule["needs"] if need != "committed"]
    fields = given if isinstance(given, dict) else {needs[0]: given}
    found: dict[str, Any] = {}
    for need in needs:
        value = fields.get(need)
        match need:
            case "choice":
                found[need] = _one(value)
            case "because":
                found[need] = None if _nothing(value) else value
            case "values":
                values = [_number(fields.get(moment)) for moment in shown]
                found[need] = values if any(each is not None for each in values) else None
            case _:
                found[need] = _number(value)
    return {**found, "committed": True} if any(each is not None for each in found.values()) else {}
