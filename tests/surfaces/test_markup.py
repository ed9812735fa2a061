"""Exercise texts in a notebook: Markdown, with roles as plain text."""

from __future__ import annotations

import pytest

from seminar.surfaces.markup import in_markdown, markup


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("See {value}`107.06 <trade:total@2018 /1000>` now.", "See 107.06 now."),
        ("A {term}`customs service` and {term}`others <customs service>`.", "A customs service and others."),
        ("Look at {numref}`fig-trade`.", "Look at the figure."),
        ("After {cite}`heihe-opening-2022`.", "After (The Moscow Times, 2022)."),
        ("{cite}`nss-2017, ollus-simola-2007`", "(The White House, 2017; Ollus and Simola, 2007)"),
        ("{cite}`nobody-1900`", "(nobody-1900)"),
        ("*a* & <script>", "<em>a</em> &amp; &lt;script&gt;"),
        ("{term}`<b>`", "&lt;b&gt;"),
    ],
)
def test_a_role_becomes_text(text: str, html: str) -> None:
    assert markup(text, inline=True) == html
    assert markup(text) == f"<p>{html}</p>"


def test_a_formula_becomes_mathml_and_dollars_stay_dollars() -> None:
    assert "<math" in markup("It is $x^2$.")
    assert "<math" not in markup("From $50 to $60 billion.")


def test_blocks_and_tables() -> None:
    assert "<table>" in markup("| a | b |\n|---|---|\n| 1 | 2 |")
    assert markup("one\n\ntwo").count("<p>") == 2


def test_a_claim_is_named_by_its_document() -> None:
    from seminar import table

    first = table("claims").iloc[0]["id"]
    html = markup(f"So {{claim}}`{first}`.", inline=True)
    assert html.startswith("So (")
    assert first not in html


def test_a_reference_within_brackets_has_none_of_its_own() -> None:
    both = [markup("A ({position}`pos-061`, {claim}`guan-2022-010`).", inline=True)]
    both.append(in_markdown("A ({position}`pos-061`, {claim}`guan-2022-010`)."))
    assert both == ["A (Trenin 2019, ¶5, Guan 2022, ¶3)."] * 2
    assert in_markdown("(One.) {position}`pos-061`") == "(One.) (Trenin 2019, ¶5)"


def test_an_unknown_claim_is_an_error() -> None:
    with pytest.raises(LookupError, match="no-such-claim"):
        markup("{claim}`no-such-claim`")
