"""A number that a person types means the same in Python and in the browser."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seminar.exercises.numbers import canonical

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "numbers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: ascii(case["typed"]))
def test_both_languages_read_the_vectors_number(case, browser):
    assert canonical(case["typed"]) == case["number"]
    assert browser.ask("canonical", [[json.dumps(case["typed"])]]) == [case["number"]]


typed = st.one_of(
    st.text(alphabet="0123456789+-−., \t\n\u00a0\u202f\ufeff\u0085e", max_size=34),
    st.decimals(allow_nan=False, allow_infinity=False).map(lambda number: f"{number:f}"),
    st.text(max_size=10),
)


@given(st.lists(typed, max_size=60))
@settings(deadline=None)
def test_both_languages_read_whatever_is_typed_alike(browser, batch):
    assert browser.ask("canonical", [[json.dumps(text)] for text in batch]) == [
        canonical(text) for text in batch
    ]


@given(st.decimals(-(10**12), 10**12, places=6))
def test_what_is_read_is_exactly_what_was_typed(number):
    read = canonical(f"{number:f}".replace(".", ","))
    assert read is not None
    assert Decimal(read) == number
    assert canonical(read) == read


plain = st.decimals(-(10**9), 10**9, places=9).map(lambda number: canonical(f"{number:f}"))


@given(st.lists(st.tuples(plain, plain), max_size=60))
@settings(deadline=None)
def test_the_browser_compares_numbers_exactly(browser, pairs):
    expected = [(Decimal(a) > Decimal(b)) - (Decimal(a) < Decimal(b)) for a, b in pairs]
    assert browser.ask("compare", [[json.dumps(a), json.dumps(b)] for a, b in pairs]) == expected


def test_the_browser_compares_a_hair_apart(browser):
    pairs = [("27.30000000000000000000001", "27.3"), ("0.1", "0.10"), ("-2", "-1"), ("0", "-0.001")]
    assert browser.ask("compare", [[json.dumps(a), json.dumps(b)] for a, b in pairs]) == [1, 0, -1, 1]
