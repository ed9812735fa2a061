"""Figures as a browser shows them: in the colours of the theme, with their texts where they were measured."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest

from seminar.figures import PALETTE, colours, label_line, text_boxes, to_svg, use_style
from seminar.figures.style import palette_css

pytestmark = pytest.mark.browser

BOXES = """() => [...document.querySelectorAll("text")].map((text) => {
  const svg = text.ownerSVGElement.getBoundingClientRect(), box = text.getBoundingClientRect();
  return [box.left - svg.left, box.top - svg.top, box.right - svg.left, box.bottom - svg.top];
})"""


@pytest.fixture(scope="module")
def svg():
    with mpl.rc_context():
        use_style()
        fig, ax = plt.subplots()
        ax.plot([2018, 2020], [107, 108], color=colours["China"], gid="china")
        ax.set(ylabel="US$ billion", ylim=(0, 120))
        ax.set_title("Торговля, WWW mmm iii")
        label_line(ax, 2020, 108, "China’s count", colours["China"])
        drawn = to_svg(fig)
        plt.close(fig)
    return drawn


@pytest.fixture
def page(browser, svg):
    page = browser.new_page(viewport={"width": 360, "height": 640})
    style = f"{palette_css()} body{{margin:0;font-family:sans-serif}} svg{{display:block;width:360px}}"
    page.set_content(f"<!doctype html><html lang='en'><style>{style}</style>{svg}")
    yield page
    page.close()


@pytest.mark.parametrize("shade", ["light", "dark"])
def test_lines_and_their_labels_follow_the_theme(page, shade):
    page.evaluate("shade => { document.documentElement.dataset.theme = shade; }", shade)
    colour = getattr(PALETTE["China"], shade)
    wanted = "rgb({}, {}, {})".format(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)))
    line = page.locator("[data-gid=china] path")
    assert line.evaluate("line => getComputedStyle(line).stroke") == wanted
    label = page.get_by_text("China’s count")
    assert label.evaluate("text => getComputedStyle(text).fill") == wanted


def test_texts_stand_where_they_were_measured(page, svg):
    shown = page.evaluate(BOXES)
    measured = text_boxes(svg)
    assert len(shown) == len(measured)
    # A browser's box holds the whole line; the measured one what letters reach.
    for (left, top, right, bottom), box in zip(shown, measured, strict=True):
        assert left >= box.left - 4, box
        assert right <= box.right + 4, box
        assert abs((top + bottom) / 2 - (box.top + box.bottom) / 2) < 4, box
