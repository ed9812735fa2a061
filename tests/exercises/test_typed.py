"""What is typed into a notebook's cell is marked as the same answer on the page is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seminar.exercises import typed
from seminar.exercises.marking import mark
from seminar.exercises.typed import mark_typed, marked, response

ONE = {"kind": "choices", "correct": [False, True, False], "policy": "one", "points": 100}
SEVERAL = {**ONE, "correct": [True, False, True], "policy": "false2"}
ORDER = {"kind": "order", "length": 3, "policy": "adjacent-pairs", "points": 200}
ROWS = {"kind": "assign", "field": "boxes", "key": [[0], None, [1, 2]], "targets": 3, "policy": "each-item"}
PAIRS = {**ROWS, "field": "pairs", "points": 100}
NUMBER = {"kind": "bands", "bands": [{"from": "11.1", "to": "11.3", "credit": 100}], "points": 100}
SLIDER = {**NUMBER, "parameter": "growth"}
VOTE = {"kind": "complete", "needs": ["choice", "because", "committed"], "options": 3, "points": 100}
GUESS = {"kind": "complete", "needs": ["number", "committed"], "options": 0, "points": 100}
REASON = {"kind": "complete", "needs": ["because"], "options": 0, "points": 100}
LINE = {"kind": "series", "length": 2, "bands": [["1", "2"], ["3", "4"]], "needs": ["values", "committed"]}


@pytest.mark.parametrize(
    ("typed", "rule", "shown", "expected"),
    [
        ("B", ONE, [], {"choice": 1}),
        (" b ", ONE, [], {"choice": 1}),
        ("В", ONE, [], {"choice": 1}),  # a Cyrillic letter
        ("Ｂ", ONE, [], {"choice": 1}),  # as a Chinese keyboard writes it
        (["B"], ONE, [], {"choice": 1}),
        (..., ONE, [], {}),
        (None, ONE, [], {}),
        ("", ONE, [], {}),
        ("B C", ONE, [], {"choice": "?"}),
        ("the second", ONE, [], {"choice": "?"}),
        (1, ONE, [], {"choice": "?"}),
        ("A C", SEVERAL, [], {"choices": [0, 2]}),
        ("A, C", SEVERAL, [], {"choices": [0, 2]}),
        ("ac", SEVERAL, [], {"choices": [0, 2]}),
        (["A", "C"], SEVERAL, [], {"choices": [0, 2]}),
        (("A", 3), SEVERAL, [], {"choices": ["?"]}),
        ("", SEVERAL, [], {"choices": []}),
        ([], SEVERAL, [], {"choices": []}),
        (..., SEVERAL, [], {}),
        ("C A B", ORDER, [1, 2, 0], {"order": [0, 1, 2]}),
        ("A B Z", ORDER, [1, 2, 0], {"order": [1, 2, 25]}),
        (..., ORDER, [1, 2, 0], {}),
        ({1: "A", 2: ..., 3: "B"}, ROWS, [], {"boxes": [0, None, 1]}),
        ({"1": "A", "3": "B"}, ROWS, [], {"boxes": [0, None, 1]}),
        ({1: "A", 2: "A", 3: "B"}, PAIRS, [2, 0, 1], {"pairs": [2, 2, 0]}),
        ("A C B", PAIRS, [2, 0, 1], {"pairs": [2, 1, 0]}),
        ({1: ..., 2: ..., 3: ...}, ROWS, [], {"boxes": [None, None, None]}),
        (..., ROWS, [], {"boxes": None}),
        (11.2, NUMBER, [], {"number": "11.2"}),
        (11, NUMBER, [], {"number": "11"}),
        (1e-7, NUMBER, [], {"number": "0.0000001"}),
        ("11,2", NUMBER, [], {"number": "11,2"}),
        (True, NUMBER, [], {"number": "?"}),
        (float("nan"), NUMBER, [], {"number": "NaN"}),
        ([11.2], NUMBER, [], {"number": "?"}),
        (..., NUMBER, [], {}),
        (11.2, SLIDER, [], {"values": {"growth": "11.2"}}),
        (..., SLIDER, [], {}),
        ({"choice": "A", "because": "x"}, VOTE, [], {"choice": 0, "because": "x", "committed": True}),
        ({"choice": "A", "because": ...}, VOTE, [], {"choice": 0, "because": None, "committed": True}),
        ({"choice": ..., "because": ...}, VOTE, [], {}),
        ("A", VOTE, [], {"choice": 0, "because": None, "committed": True}),
        (5, GUESS, [], {"number": "5", "committed": True}),
        ("It grew.", REASON, [], {"because": "It grew.", "committed": True}),
        ({"2019": 1.5, "2020": "3,5"}, LINE, ["2019", "2020"], {"values": ["1.5", "3,5"], "committed": True}),
        ({"2019": 1.5}, LINE, ["2019", "2020"], {"values": ["1.5", None], "committed": True}),
        ({"2019": ..., "2020": ...}, LINE, ["2019", "2020"], {}),
    ],
)
def test_what_is_typed_becomes_this_response(
    typed: object, rule: dict[str, Any], shown: list[Any], expected: dict[str, Any]
) -> None:
    assert response(typed, rule, shown) == expected


@pytest.mark.parametrize("number", ["int64", "float64", "float32"])
def test_numbers_of_a_table_are_numbers(number: str) -> None:
    numpy = pytest.importorskip("numpy")
    assert (
        mark_typed(
            getattr(numpy, number)(12), {**NUMBER, "bands": [{"from": "12", "to": "12", "credit": 100}]}
        ).points
        == 100
    )


ANYTHING = st.recursive(
    st.none()
    | st.just(...)
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.decimals()
    | st.fractions()
    | st.complex_numbers(),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=8,
)


@pytest.mark.parametrize(
    "rule",
    [ONE, SEVERAL, ORDER, ROWS, PAIRS, NUMBER, SLIDER, VOTE, GUESS, REASON, LINE],
    ids=["one", "several", "order", "rows", "pairs", "number", "slider", "vote", "guess", "reason", "line"],
)
@given(typed=ANYTHING | st.dictionaries(st.sampled_from([1, 2, "choice", "because", "2019"]), ANYTHING))
def test_nothing_that_is_typed_raises_an_error(rule: dict[str, Any], typed: object) -> None:
    rule = {"points": 100, **rule}
    shown = ["2019", "2020"] if rule["kind"] == "series" else [1, 2, 0] if rule["kind"] == "order" else []
    made = mark_typed(typed, rule, shown)
    assert made == mark(rule, response(typed, rule, shown))
    assert made.points is not None
    assert 0 <= made.points <= made.of


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-1000, max_value=1000, places=4))
def test_a_number_typed_bare_is_the_number_typed_as_text(number: Decimal) -> None:
    rule = {**NUMBER, "bands": [{"from": str(number), "to": str(number), "credit": 100}]}
    assert mark_typed(float(number), rule) == mark_typed(f"{number:f}", rule)
    assert mark_typed(float(number), rule).points == 100


def test_points_are_returned_and_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"right": "{n}: {points} of {of}", "partly": "{n} partly: {points}", "empty": "{n} empty"}
    monkeypatch.setattr(typed, "WORDS", words)
    assert marked(3, "A C", SEVERAL, []) == 1
    assert marked(4, "A", {**SEVERAL, "points": 133}, []) == 0.67
    assert marked(5, ..., SEVERAL, []) == 0
    assert capsys.readouterr().out.splitlines() == ["3: 1 of 1", "4 partly: 0.67", "5 empty"]
