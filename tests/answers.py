"""How students of the tests answer: a response that gets all, a part or nothing of the points by a rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

Rule = Mapping[str, Any]


def right(rule: Rule) -> dict[str, Any]:
    """Return a response that gets all the points."""
    match rule["kind"]:
        case "choices" if rule["policy"] == "one":
            return {"choice": rule["correct"].index(True)}
        case "choices":
            return {"choices": [i for i, correct in enumerate(rule["correct"]) if correct]}
        case "bands":
            return _number(rule, rule["bands"][0]["to"])
        case "order":
            return {"order": list(range(rule["length"]))}
        case "assign":
            return {rule["field"]: [None if key is None else key[0] for key in rule["key"]]}
    values = [f"{(Decimal(low) + Decimal(high)) / 2:f}" for low, high in rule.get("bands") or []]
    values = values or ["5"] * rule.get("length", 0)
    last = values[-1] if values else "5"
    known = {"choice": 0, "number": last, "low": last, "high": last, "because": "It grew.", "values": values}
    return {need: True if need == "committed" else known[need] for need in rule["needs"]}


def wrong(rule: Rule) -> dict[str, Any]:
    """Return a response that gets nothing, or of what earns points for being complete one that is not."""
    match rule["kind"]:
        case "choices" if rule["policy"] == "one":
            return {"choice": rule["correct"].index(False)}
        case "choices":
            return {"choices": [i for i, correct in enumerate(rule["correct"]) if not correct]}
        case "bands":
            return _number(rule, "-999999")
        case "order":
            return {"order": list(range(rule["length"]))[::-1]}
        case "assign":
            targets = range(rule["targets"])
            return {
                rule["field"]: [
                    None if key is None else next(target for target in targets if target not in key)
                    for key in rule["key"]
                ]
            }
    made = right(rule)
    return {**made, next(need for need in made if need != "committed"): None}


def half(rule: Rule) -> dict[str, Any]:
    """Return a response that gets a part of the points, where the rule has such a part."""
    good, bad = right(rule), wrong(rule)
    match rule["kind"]:
        case "choices" if rule["policy"] != "one":
            return {"choices": good["choices"][:-1]}
        case "order":
            first, second, *others = good["order"]
            return {"order": [second, first, *others]}
        case "assign":
            field = rule["field"]
            return {field: [*good[field][:1], *bad[field][1:]]}
        case "bands":
            partly = [band for band in rule["bands"] if 0 < band["credit"] < 100]
            return _number(
                rule, (partly[0]["from"] or partly[0]["to"]) if partly else rule["bands"][0]["from"]
            )
        case "series" if rule["bands"]:
            return {**good, "values": [*good["values"][:1], *("999" for _ in good["values"][1:])]}
    return good


MEANT: dict[str, Callable[[Rule], dict[str, Any]]] = {"right": right, "wrong": wrong, "half": half}


def _number(rule: Rule, text: str) -> dict[str, Any]:
    return {"values": {rule["parameter"]: text}} if "parameter" in rule else {"number": text}
