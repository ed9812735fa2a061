"""Formulas at build."""

from __future__ import annotations

import pytest

from seminar.sphinx.mathml import to_mathml


def test_a_formula_is_one_math_element() -> None:
    made = to_mathml(r"\sqrt[6]{\frac{139}{107}} - 1", block=False)
    assert made.startswith("<math")
    assert made.count("<math") == 1
    assert "<mroot>" in made


def test_lines_are_set_under_each_other() -> None:
    assert to_mathml(r"x &= y \\ z &= 3", block=True).count("<mtr>") == 2


@pytest.mark.parametrize(
    ("latex", "message"),
    [(r"\frac{1", "braces"), (r"\nosuchcommand{x}", r"unknown command \\nosuchcommand")],
)
def test_what_cannot_be_set_is_refused(latex: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        to_mathml(latex, block=False)


@pytest.mark.build
def test_pages_hold_mathml_and_no_script_for_it(page: str) -> None:
    assert '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">' in page
    assert 'id="equation-eq-target"' in page
    assert "mathjax" not in page.casefold()
