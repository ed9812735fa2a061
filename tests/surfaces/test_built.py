"""HTML of a page stands elsewhere: it leads nowhere in the book, loads nothing, runs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from seminar.surfaces.built import blocks, portable
from tests.browser.fixture_page import exercises, figures, page


@pytest.mark.parametrize(
    ("html", "there"),
    [
        (
            '<p id="x" class="y">a &amp; b &#8211; c &lt; d<br/></p>',
            '<p class="y">a &amp; b &#8211; c &lt; d<br /></p>',
        ),
        ('<a class="reference" href="../a.html#b">row <em>2</em></a>', "row <em>2</em>"),
        (
            '<a href="https://b.example/?a=1&amp;b=2">site</a>',
            '<a href="https://b.example/?a=1&amp;b=2">site</a>',
        ),
        ('<a href="javascript:alert(1)">run</a>', "run"),
        ('Title<a class="headerlink" href="#t" title="Link">¶</a> on', "Title on"),
        ("a<script>b</script><style>c</style><iframe src='d'>e</iframe><link href='f'>g", "ag"),
        ('<p onclick="a()" style="background: url(b.png)" title="c">d</p>', '<p title="c">d</p>'),
        ('<img src="lost.png" alt="a">', ""),
        ('<img src="https://b.example/c.png">', ""),
        ('<img alt="a" src="map.png"/>', '<img src="data:image/png;base64,cGljdHVyZQ==" alt="a">'),
        ('<img src="data:image/png;base64,AAAA">', '<img src="data:image/png;base64,AAAA">'),
    ],
)
def test_what_leads_loads_or_runs_goes(html: str, there: str, tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(b"picture")
    assert portable(html, tmp_path) == there


def test_figures_and_formulas_stay_as_they_are() -> None:
    svg = '<svg viewBox="0 0 1 1"><defs><clipPath id="f-1"></clipPath></defs><use href="#f-1"/></svg>'
    math = '<math display="block"><mi>x</mi><mo>&#x0003D;</mo></math>'
    assert portable(f"<div>{svg}</div>{math}", Path()) == f"<div>{svg}</div>{math}"


def test_a_page_gives_its_exercises_with_their_figures() -> None:
    names = ["fixture-single", "figure-draw", "fixture-ordering"]
    found = blocks(page(names, recalls=["fixture-vote"]))
    assert [block.payload["id"] for block in found] == names
    assert [bool(block.figure) for block in found] == [False, True, False]
    assert found[1].figure in figures()["figure-draw"]["html"]
    assert exercises()["fixture-single"].title in found[0].printed
    assert {block.variant for block in found} == {None}


def test_variants_are_told_apart() -> None:
    one = page(["fixture-single"]).replace('data-exercise="', 'data-variant="3" data-exercise="')
    assert [block.variant for block in blocks(one)] == [3]
