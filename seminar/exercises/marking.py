"""Marks by rules that two languages share: this module and ``frontend/src/marking.js`` must always agree.

A rule is plain JSON. ``points`` is the maximum in hundredths of a point; ``kind`` decides the rest:

``choices``   ``{"correct": [bool…], "policy": …}``; the response names the options taken,
              ``{"choices": [0, 2]}``, or under the policy ``one`` ``{"choice": 1}``.
``bands``     ``{"bands": [{"from": "11.1", "to": "11.3", "credit": 100}, …]}``: bounds included, decimal
              texts, null where open; the first band that holds the number (``{"number": "11,2"}``, or with
              ``"parameter": name`` in the rule ``{"values": {name: "11,2"}}``) gives its credit in per cent.
``order``     ``{"length": n, "policy": …}``; the right order is 0, 1, … n-1; ``{"order": [2, 0, 1]}``.
``assign``    ``{"field": "pairs" or "boxes", "key": [[targets]…], "targets": n, "policy": …}``; the response
              gives each item one target or null: ``{"boxes": [0, null, 2]}``. An item whose targets are
              null asks for one's own: it is never marked, and counts in no policy.
``by-hand``   ``{"checklist": n}``; ``{"text": "…", "checked": [0]}``; a reader gives the points.
``complete``  ``{"needs": [fields], "options": n}``; all the points for a complete, committed response,
              whatever it says, if its number lies in its own range.
``series``    ``{"length": n, "bands": [[low, high]…] or null, "needs": [fields]}``; a committed drawing,
              ``{"values": ["139", null…], "low": …, "high": …, "because": …, "committed": true}``. A complete
              one, its last value in its own range, gets all the points, or with bands (decimal texts, bounds
              included) the part of its values that lie in theirs.

Policies of partial credit, each a share of the points, never below nothing:

``all-or-nothing``  everything right, or no points.
``one``             one option is taken, and it is a correct one.
``false2``          (multiple choice, the default; after R/exams) with T correct and F wrong options: 1/T for
                    each correct one taken, less 1/max(F, 2) for each wrong one taken.
``false``           (after R/exams) likewise, less 1/F for each wrong one taken.
``each-item``       the part of the options (taken if correct, left if wrong) or of the items (in a right box)
                    that is right.
``each-pair``       the part of the pairs that is right.
``adjacent-pairs``  (ordering) the part of the n-1 neighbours in the right order that stand next to each
                    other, in that order.

Where no option is correct, ``false`` and ``false2`` give all for taking none and nothing for taking any.
Points are rounded half up to a hundredth, in integers. ``{}``, blank text and nothing but nulls are
``empty``; a response of another shape than its rule's is ``malformed``: both get 0 points, and no response
raises an error.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from seminar.exercises.numbers import WHITE, canonical

CHOICE_POLICIES = ("false2", "false", "each-item", "all-or-nothing")


@dataclass(frozen=True)
class Mark:
    """``points`` of ``of``, both in hundredths of a point; ``points`` is None where a reader has to mark.

    ``detail`` is JSON, the same as the browser's. ``detail["reason"]`` is ``right``, ``partly``, ``wrong``,
    ``empty``, ``malformed`` (then ``problem`` says how), ``by-hand``, ``complete`` or ``incomplete`` (then
    ``missing`` names fields). A marked response adds, by the rule's kind: ``options``, for each ``right``
    (taken), ``wrong`` (taken), ``missed`` or ``left``; ``band``, the number of the band that held the number,
    or None; ``places`` (whether the right item stands there), ``joins`` (whether a place and the next hold
    right neighbours) and ``kept`` (the number of such joins); ``items``, for each ``right``, ``wrong``,
    ``missed`` or ``own``; ``inside``, for each value of a drawing whether it lies in its band; ``checked``,
    how many sentences of the checklist the student ticked.
    """

    points: int | None
    of: int
    detail: Mapping[str, Any]

    @property
    def reason(self) -> str:
        """The reason code in ``detail``."""
        return str(self.detail["reason"])


class _Malformed(Exception):  # noqa: N818 - never leaves this module
    """Carries the code of the problem, or None for an empty response."""

    def __init__(self, problem: str | None) -> None:
        self.problem = problem


def mark(rule: Mapping[str, Any], response: object) -> Mark:
    """Mark ``response`` (anything at all) by ``rule`` (from ``Exercise.rule()``)."""
    of: int = rule["points"]
    try:
        if not isinstance(response, dict):
            raise _Malformed("not-an-object")
        match rule["kind"]:
            case "choices":
                share, detail = _choices(rule, response)
            case "bands":
                share, detail = _bands(rule, response)
            case "order":
                share, detail = _order(rule, response)
            case "assign":
                share, detail = _assign(rule, response)
            case "by-hand":
                return _by_hand(rule, response)
            case "complete":
                return _complete(rule, response)
            case "series":
                return _series(rule, response)
            case other:
                raise ValueError(f"unknown kind of rule: {other!r}")
    except _Malformed as error:
        if error.problem is None:
            return Mark(0, of, {"reason": "empty"})
        return Mark(0, of, {"reason": "malformed", "problem": error.problem})
    return _shared(of, share, detail)


def _shared(of: int, share: tuple[int, int], detail: Mapping[str, Any]) -> Mark:
    part, whole = max(share[0], 0), share[1]
    reason = "right" if part == whole else "partly" if part else "wrong"
    return Mark(credit(of, part, whole), of, {"reason": reason, **detail})


def credit(points: int, part: int, whole: int) -> int:
    """Return ``points`` times ``part``/``whole``, rounded half up."""
    return (points * part + whole // 2) // whole


_Share = tuple[int, int]


def _choices(rule: Mapping[str, Any], response: dict[str, Any]) -> tuple[_Share, dict[str, Any]]:
    correct: Sequence[bool] = rule["correct"]
    size = len(correct)
    if rule["policy"] == "one":
        taken = {_position(_given(response, "choice"), size)}
    else:
        taken = set(_positions(_given(response, "choices"), size))
    options = [
        ("right" if right else "wrong") if i in taken else ("missed" if right else "left")
        for i, right in enumerate(correct)
    ]
    right, wrong, missed = (options.count(word) for word in ("right", "wrong", "missed"))
    trues = right + missed
    falses = size - trues
    match rule["policy"]:
        case "one":
            share = (right, 1)
        case "each-item":
            share = (size - wrong - missed, size)
        case "false" | "false2" as policy if trues and falses:
            penalty = max(falses, 2) if policy == "false2" else falses
            share = (right * penalty - wrong * trues, trues * penalty)
        case "false" | "false2" if trues:
            share = (right, trues)
        case "all-or-nothing" | "false" | "false2":
            share = (int(not wrong and not missed), 1)
        case other:
            raise ValueError(f"unknown policy: {other!r}")
    return share, {"options": options}


def _bands(rule: Mapping[str, Any], response: dict[str, Any]) -> tuple[_Share, dict[str, Any]]:
    number = _number(_asked(rule, response))
    for index, band in enumerate(rule["bands"]):
        above = band["from"] is None or number >= Decimal(band["from"])
        below = band["to"] is None or number <= Decimal(band["to"])
        if above and below:
            return (band["credit"], 100), {"band": index}
    return (0, 100), {"band": None}


def _asked(rule: Mapping[str, Any], response: dict[str, Any]) -> object:
    if "parameter" not in rule:
        return _given(response, "number")
    values = _given(response, "values")
    if not isinstance(values, dict):
        raise _Malformed("not-an-object")
    return _given(values, rule["parameter"])


def _order(rule: Mapping[str, Any], response: dict[str, Any]) -> tuple[_Share, dict[str, Any]]:
    size: int = rule["length"]
    order = _positions(_given(response, "order"), size)
    if len(order) != size:
        raise _Malformed("wrong-length")
    joins = [after == before + 1 for before, after in pairwise(order)]
    kept = sum(joins)
    detail = {"places": [item == place for place, item in enumerate(order)], "joins": joins, "kept": kept}
    share = (kept, size - 1)
    return (_all(share) if rule["policy"] == "all-or-nothing" else share), detail


def _assign(rule: Mapping[str, Any], response: dict[str, Any]) -> tuple[_Share, dict[str, Any]]:
    key: Sequence[Sequence[int] | None] = rule["key"]
    given = _list(_given(response, rule["field"]))
    if len(given) != len(key):
        raise _Malformed("wrong-length")
    targets = [None if target is None else _position(target, rule["targets"]) for target in given]
    items = [
        "own" if accepted is None else "missed" if target is None else _hit(target, accepted)
        for target, accepted in zip(targets, key, strict=True)
    ]
    marked = len(items) - items.count("own")
    if items.count("missed") == marked:
        raise _Malformed(None)
    share = (items.count("right"), marked)
    return (_all(share) if rule["policy"] == "all-or-nothing" else share), {"items": items}


def _hit(target: int, accepted: Sequence[int]) -> str:
    return "right" if target in accepted else "wrong"


def _by_hand(rule: Mapping[str, Any], response: dict[str, Any]) -> Mark:
    text = _text(_given(response, "text"))
    checked = response.get("checked")
    ticked = [] if checked is None else _positions(checked, rule["checklist"])
    if not text.strip(WHITE):
        raise _Malformed(None)
    return Mark(None, rule["points"], {"reason": "by-hand", "checked": len(ticked)})


def _series(rule: Mapping[str, Any], response: dict[str, Any]) -> Mark:
    made = _complete(rule, response)
    if made.reason != "complete" or rule["bands"] is None:
        return made
    inside = [
        Decimal(low) <= _number(value) <= Decimal(high)
        for value, (low, high) in zip(response["values"], rule["bands"], strict=True)
    ]
    return _shared(rule["points"], (sum(inside), len(inside)), {"inside": inside})


def _complete(rule: Mapping[str, Any], response: dict[str, Any]) -> Mark:
    missing = [field for field in rule["needs"] if _lacks(rule, response, field)]
    if "low" not in missing and "high" not in missing and {"low", "high"} <= set(rule["needs"]):
        low, high = _number(response["low"]), _number(response["high"])
        if low > high:
            raise _Malformed("low-above-high")
        forecast = _forecast(rule, response, missing)
        if forecast is not None and not low <= forecast <= high:
            raise _Malformed("outside-own-range")
    if len(missing) == len(rule["needs"]) and not ("values" in missing and _begun(response)):
        raise _Malformed(None)
    if missing:
        return Mark(0, rule["points"], {"reason": "incomplete", "missing": missing})
    return Mark(rule["points"], rule["points"], {"reason": "complete"})


def _forecast(rule: Mapping[str, Any], response: dict[str, Any], missing: Sequence[str]) -> Decimal | None:
    """Return the number that lies in the range: the one asked for, or a drawing's last."""
    has = [field for field in rule["needs"] if field not in missing]
    if "number" in has:
        return _number(response["number"])
    return _number(response["values"][-1]) if "values" in has else None


def _lacks(rule: Mapping[str, Any], response: dict[str, Any], field: str) -> bool:
    value = response.get(field)
    if value is None:
        return True
    match field:
        case "committed":
            if not isinstance(value, bool):
                raise _Malformed("not-a-boolean")
            return not value
        case "choice":
            _position(value, rule["options"])
            return False
        case "values":
            if len(_list(value)) != rule["length"]:
                raise _Malformed("wrong-length")
            # Each is looked at, so that a wrong one is told whatever stands before it.
            return sum(map(_blank, value)) > 0
        case "because":
            return not _text(value).strip(WHITE)
        case _:
            return _blank(value)


def _blank(value: object) -> bool:
    """Return whether there is no number yet; raises for what is none."""
    if value is None or not _text(value).strip(WHITE):
        return True
    _number(value)
    return False


def _begun(response: dict[str, Any]) -> bool:
    """Return whether some of the values of a drawing are there, the shape being right."""
    values = response.get("values")
    return isinstance(values, list) and not all(map(_blank, values))


def _all(share: _Share) -> _Share:
    return int(share[0] == share[1]), 1


def _given(response: dict[str, Any], field: str) -> object:
    value = response.get(field)
    if value is None:
        raise _Malformed(None)
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise _Malformed("not-a-list")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _Malformed("not-text")
    return value


def _number(value: object) -> Decimal:
    text = _text(value)
    if not text.strip(WHITE):
        raise _Malformed(None)
    number = canonical(text)
    if number is None:
        raise _Malformed("not-a-number")
    return Decimal(number)


def _position(value: object, size: int) -> int:
    # JSON does not tell 1 from 1.0, and JavaScript cannot.
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < size:
        raise _Malformed("not-a-position")
    return value


def _positions(value: object, size: int) -> list[int]:
    given = _list(value)
    if len(given) > size:
        raise _Malformed("wrong-length")
    positions = [_position(item, size) for item in given]
    if len(set(positions)) != len(positions):
        raise _Malformed("repeated")
    return positions
