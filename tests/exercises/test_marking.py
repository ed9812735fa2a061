"""A response gets the same mark, for the same reason, in Python and in the browser."""

from __future__ import annotations

import json
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seminar.exercises.marking import CHOICE_POLICIES, credit, mark

VECTORS = Path(__file__).parents[1] / "vectors"
FILES = ("choices", "bands", "order", "assign", "by-hand", "complete", "series")
CASES = [
    pytest.param(group["rule"], case, id=f"{name}: {group['rule'].get('policy', '')} {case['says']}")
    for name in FILES
    for group in json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
    for case in group["cases"]
]
RULES = [
    group["rule"]
    for name in FILES
    for group in json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
]


def marked(rule: dict[str, Any], response: object) -> dict[str, Any]:
    """The mark as the JSON that the browser gives."""
    made = mark(rule, response)
    return {"points": made.points, "of": made.of, "detail": made.detail}


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_both_languages_give_the_vectors_mark(rule, case, browser):
    expected = {"points": case["points"], "of": rule["points"], "detail": case["detail"]}
    assert marked(rule, case["response"]) == expected
    assert browser.ask("mark", [[json.dumps(rule), json.dumps(case["response"])]]) == [expected]


def test_the_vectors_reach_every_kind_policy_reason_and_problem():
    rules = [case.values[0] for case in CASES]
    details = [case.values[1]["detail"] for case in CASES]
    assert {rule["kind"] for rule in rules} == {
        "choices", "bands", "order", "assign", "by-hand", "complete", "series"
    }  # fmt: skip
    assert {rule["policy"] for rule in rules if "policy" in rule} == {
        "one",
        *CHOICE_POLICIES,
        "adjacent-pairs",
        "each-pair",
    }
    assert {detail["reason"] for detail in details} == {
        "right", "partly", "wrong", "empty", "malformed", "by-hand", "complete", "incomplete"
    }  # fmt: skip
    assert {detail["problem"] for detail in details if "problem" in detail} == {
        "not-an-object", "not-a-list", "not-text", "not-a-number", "not-a-position", "not-a-boolean",
        "wrong-length", "repeated", "low-above-high", "outside-own-range",
    }  # fmt: skip


# -- generated cases

positions = st.integers(-2, 8)
numbers = st.one_of(
    st.decimals(-1000, 1000, places=2).map(str),
    st.sampled_from(["27", "27,3", "−5", ".5", "5.", "-0", "1e3", "1.000,5", "", " ", "nan", "١", "9" * 40]),
    st.text(alphabet="0123456789+-−., \t\u00a0\ufeff\u0085", max_size=35),
)
bounds = st.one_of(
    st.none(), st.decimals(-50, 50, places=2, allow_nan=False).map(lambda number: f"{number:f}")
)
pairs = st.lists(
    st.decimals(-50, 50, places=2, allow_nan=False).map(lambda number: f"{number:f}"), min_size=2, max_size=2
)

rules = st.one_of(
    st.fixed_dictionaries(
        {
            "kind": st.just("choices"),
            "points": st.integers(0, 10_000),
            "correct": st.lists(st.booleans(), min_size=1, max_size=8),
            "policy": st.sampled_from(["one", *CHOICE_POLICIES]),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("bands"),
            "points": st.integers(0, 10_000),
            "bands": st.lists(
                st.fixed_dictionaries({"from": bounds, "to": bounds, "credit": st.integers(0, 100)}),
                min_size=1,
                max_size=4,
            ),
        },
        optional={"parameter": st.sampled_from(["growth", "__proto__", "toString"])},
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("order"),
            "points": st.integers(0, 10_000),
            "length": st.integers(2, 6),
            "policy": st.sampled_from(["adjacent-pairs", "all-or-nothing"]),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("assign"),
            "points": st.integers(0, 10_000),
            "field": st.sampled_from(["pairs", "boxes"]),
            "key": st.lists(
                st.one_of(st.lists(st.integers(0, 3), min_size=1, max_size=2, unique=True), st.none()),
                min_size=1,
                max_size=5,
            ),
            "targets": st.just(4),
            "policy": st.sampled_from(["each-item", "each-pair", "all-or-nothing"]),
        }
    ),
    st.fixed_dictionaries(
        {"kind": st.just("by-hand"), "points": st.integers(0, 10_000), "checklist": st.integers(0, 4)}
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("complete"),
            "points": st.integers(0, 10_000),
            "needs": st.sampled_from(
                [
                    ["choice", "committed"],
                    ["number", "low", "high", "because", "committed"],
                    ["number", "committed"],
                ]
            ),
            "options": st.integers(0, 4),
        }
    ),
    st.integers(1, 4).flatmap(
        lambda size: st.fixed_dictionaries(
            {
                "kind": st.just("series"),
                "points": st.integers(0, 10_000),
                "length": st.just(size),
                "bands": st.one_of(st.none(), st.lists(pairs, min_size=size, max_size=size)),
                "needs": st.sampled_from(
                    [["values", "committed"], ["values", "low", "high", "because", "committed"]]
                ),
            }
        )
    ),
)

# Responses are made as JSON text, for that is what both languages read, and some of it they read differently.
token = st.one_of(
    st.sampled_from(
        ["null", "true", "false", "0", "1", "1.0", "-0", "-0.0", "1e0", "1e400", "-1e400", "0.1", "[]", "{}",
         "12345678901234567890123", "9007199254740993", '"1"', '""', '"\\ud800"', '"__proto__"', "[[0]]",
         "[null]"]
    ),
    st.floats(allow_nan=False, allow_infinity=False).map(json.dumps),
    positions.map(json.dumps),
    numbers.map(json.dumps),
    st.text(max_size=5).map(json.dumps),
)  # fmt: skip


def listed(items: st.SearchStrategy[str], most: int = 9) -> st.SearchStrategy[str]:
    return st.lists(items, max_size=most).map(lambda texts: f"[{','.join(texts)}]")


value = st.one_of(
    token,
    listed(token),
    listed(positions.map(json.dumps)),
    listed(st.one_of(positions.map(json.dumps), st.just("null"))),
    listed(st.one_of(numbers.map(json.dumps), st.just("null")), 4),
    st.dictionaries(st.sampled_from(["growth", "__proto__", "toString"]), token).map(lambda f: written(f)),
    st.integers(1, 8).flatmap(lambda size: st.permutations(range(size)).map(json.dumps)),
)
FIELDS = ("choice", "choices", "number", "order", "pairs", "boxes", "text", "checked", "low", "high",
          "because", "committed", "values", "__proto__", "constructor")  # fmt: skip


def written(fields: dict[str, str]) -> str:
    return "{" + ",".join(f"{json.dumps(name)}:{text}" for name, text in fields.items()) + "}"


@st.composite
def fitting(draw: st.DrawFn, rule: dict[str, Any]) -> str:
    """A response of its rule's shape."""
    match rule["kind"]:
        case "choices" if rule["policy"] == "one":
            size = len(rule["correct"])
            return written({"choice": str(draw(st.integers(0, size - 1)))})
        case "choices":
            taken = st.lists(st.integers(0, len(rule["correct"]) - 1), unique=True)
            return written({"choices": json.dumps(draw(taken))})
        case "bands":
            ends = [end for band in rule["bands"] for end in (band["from"], band["to"]) if end]
            number = json.dumps(draw(st.one_of(numbers, st.sampled_from(ends)) if ends else numbers))
            name = rule.get("parameter")
            return written({"values": written({name: number})} if name else {"number": number})
        case "order":
            return written({"order": json.dumps(draw(st.permutations(range(rule["length"]))))})
        case "assign":
            size = len(rule["key"])
            target = st.one_of(st.none(), st.integers(0, rule["targets"] - 1))
            return written({rule["field"]: json.dumps(draw(st.lists(target, min_size=size, max_size=size)))})
        case "by-hand":
            ticked = st.lists(st.integers(0, max(rule["checklist"] - 1, 0)), max_size=rule["checklist"])
            return written(
                {"text": json.dumps(draw(st.text(max_size=5))), "checked": json.dumps(draw(ticked))}
            )
        case _:
            given = {name: json.dumps(draw(numbers)) for name in ("number", "low", "high")}
            if rule["kind"] == "series":
                ends = [end for band in rule["bands"] or [["0"]] for end in band]
                value = st.one_of(st.sampled_from(ends), numbers, st.none())
                size = rule["length"]
                given["values"] = json.dumps(draw(st.lists(value, min_size=size, max_size=size)))
            reason, committed = json.dumps(draw(st.text(max_size=3))), json.dumps(draw(st.booleans()))
            choice = str(draw(st.integers(0, 3)))
            return written({**given, "choice": choice, "because": reason, "committed": committed})


responses = st.one_of(
    st.dictionaries(st.sampled_from(FIELDS), value, max_size=6).map(written), token, listed(token)
)
cases = rules.flatmap(lambda rule: st.tuples(st.just(rule), st.one_of(fitting(rule), responses)))


@given(st.lists(cases, min_size=1, max_size=40))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_both_languages_agree_on_whatever_a_file_may_hold(browser, batch):
    here = [marked(rule, json.loads(text)) for rule, text in batch]
    there = browser.ask("mark", [[json.dumps(rule), text] for rule, text in batch])
    assert here == there


@given(cases)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_points_are_whole_hundredths_between_nothing_and_all(case):
    rule, text = case
    made = mark(rule, json.loads(text))
    if made.points is None:
        assert made.reason == "by-hand"
    else:
        assert type(made.points) is int
        assert 0 <= made.points <= made.of == rule["points"]
    if made.reason in ("empty", "malformed", "wrong", "incomplete"):
        assert made.points == 0
    if made.reason in ("right", "complete"):
        assert made.points == made.of


@given(st.integers(0, 10_000), st.integers(0, 400), st.integers(1, 400))
def test_credit_is_rounded_half_up(points, part, whole):
    exact = Fraction(points * part, whole)
    assert -Fraction(1, 2) <= exact - credit(points, part, whole) < Fraction(1, 2)


# -- what no file can hold, but a program may hand over


class Hostile:
    def __eq__(self, other: object) -> bool:
        raise RuntimeError("compared")

    def __bool__(self) -> bool:
        raise RuntimeError("asked for its truth")

    __hash__ = None  # type: ignore[assignment]


CYCLE: list[object] = []
CYCLE.append(CYCLE)
NASTY: list[Any] = [
    float("nan"), float("inf"), 10**400, -1, 1.5, True, b"1", (0, 1), {0}, range(3), object(), Hostile(),
    CYCLE, [CYCLE], [float("nan")], [True], [[0]], [{}], [Hostile()], [0] * 10**6, "1" * 10**6,
    "1" * 10**6 + "x", {}, {1: 2},
]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule['kind']} {rule.get('policy', '')}")
def test_a_hostile_response_gets_nothing_and_raises_nothing(rule):
    began = time.process_time()
    for nasty in NASTY:
        if not isinstance(nasty, dict):
            assert mark(rule, nasty).reason == "malformed"
        for field in FIELDS:
            made = mark(rule, {field: nasty})
            assert made.points is None if made.reason == "by-hand" else made.points == 0
    # Of the processor, and not by the clock: a busy machine is slow, and not wrong.
    assert time.process_time() - began < 5


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule['kind']} {rule.get('policy', '')}")
def test_a_hostile_response_gets_nothing_in_the_browser(rule, browser):
    [marks] = browser.ask("hostile", [[json.dumps(rule)]])
    assert len(marks) > 100
    for made in marks:
        assert made["points"] is None if made["detail"]["reason"] == "by-hand" else made["points"] == 0
