import itertools
import warnings

import matplotlib.pyplot as plt
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seminar.figures import PALETTE, chart, colours, label_ends, label_line, text_boxes, to_svg
from seminar.figures.style import spread, text_width

from .pictures import line_chart, numbers

ACTORS = ["China", "Russia", "United States", "European Union", "Ukraine", "World"]
TEXT = [*ACTORS, "ink", "muted", "accent"]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
VISION = {
    "full": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.01182, 0.04294, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.3039],
    ],
}


def linear(colour):
    values = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    a, b = sorted(linear(colour) @ [0.2126, 0.7152, 0.0722] for colour in (one, other))
    return (b + 0.05) / (a + 0.05)


def oklab(rgb):
    lms = np.cbrt(
        np.array(
            [
                [0.4122214708, 0.5363325363, 0.0514459929],
                [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ]
        )
        @ np.clip(rgb, 0, 1)
    )
    return (
        np.array(
            [
                [0.2104542553, 0.793617785, -0.0040720468],
                [1.9779984951, -2.428592205, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.808675766],
            ]
        )
        @ lms
    )


@pytest.mark.parametrize("shade", ["light", "dark"])
@pytest.mark.parametrize("name", TEXT)
def test_a_label_in_any_colour_is_readable_on_the_page(name, shade):
    assert contrast(getattr(PALETTE[name], shade), getattr(PALETTE["page"], shade)) >= 4.5


@pytest.mark.parametrize("shade", ["light", "dark"])
@pytest.mark.parametrize("vision", VISION)
def test_actors_are_told_apart_by_every_kind_of_colour_vision(vision, shade):
    seen = {name: oklab(np.array(VISION[vision]) @ linear(getattr(PALETTE[name], shade))) for name in ACTORS}
    distances = {
        pair: np.linalg.norm(seen[pair[0]] - seen[pair[1]]) for pair in itertools.combinations(ACTORS, 2)
    }
    assert min(distances.values()) >= 0.07, min(distances, key=distances.get)
    assert distances["China", "Russia"] >= 0.19


def test_a_colour_is_one_name_only_so_that_it_can_follow_the_theme():
    assert len(set(colours.values())) == len(colours) == len({c.variable for c in PALETTE.values()})


def test_text_is_at_least_ten_pixels_high_on_a_telephone():
    svg = to_svg(line_chart())
    size = float(svg.split("font-size:")[1].split("px")[0])
    assert size * (360 - 2 * 16) / 360 >= 10


def test_labels_at_the_ends_of_lines_do_not_overlap_and_keep_their_order():
    fig, ax = plt.subplots()
    ends = {"one": 10.0, "two": 10.2, "three": 9.9, "four": 50.0}
    for value in ends.values():
        ax.plot([0, 1], [0, value], color=colours["ink"])
    label_ends(ax, {text: (1, value, colours["ink"]) for text, value in ends.items()})
    boxes = {box.text: box for box in text_boxes(to_svg(fig))}
    assert boxes["four"].top < boxes["two"].top < boxes["one"].top < boxes["three"].top
    assert all(a.overlap(b) == 0 for a, b in itertools.combinations([boxes[t] for t in ends], 2))


def test_labels_work_on_dates_and_logarithms():
    fig, ax = plt.subplots()
    moments = np.array(["2019-01-01", "2020-01-01"], dtype="datetime64[D]")
    ax.semilogy(moments, [1, 1000], color=colours["ink"])
    label_ends(ax, {"a": (moments[1], 1000, colours["ink"]), "b": (moments[1], 990, colours["muted"])})
    a, b = [box for box in text_boxes(to_svg(fig)) if box.text in "ab"]
    assert a.overlap(b) == 0


def test_a_label_names_the_sides_that_there_are():
    with pytest.raises(ValueError, match="side is 'top'; it must be one of right, left, above, below"):
        label_line(plt.subplots()[1], 0, 0, "x", colours["ink"], side="top")


@given(st.lists(st.floats(-100, 100), max_size=12), st.floats(0.1, 8))
def test_spread_positions_keep_their_distance_their_order_and_their_bounds(wanted, gap):
    placed = spread(wanted, gap, -100, 100)
    ranked = [placed[i] for i in sorted(range(len(wanted)), key=lambda i: wanted[i])]
    assert all(b - a >= gap - 1e-9 for a, b in itertools.pairwise(ranked))
    assert all(-100 - 1e-9 <= value <= 100 + 1e-9 for value in placed)


def test_spread_moves_nothing_that_has_room():
    assert spread([5, 1, 9], 2) == [5, 1, 9]


def test_spread_says_when_there_is_no_room():
    with pytest.raises(ValueError, match="3 positions, 5 apart, do not fit between 0 and 9"):
        spread([1, 2, 3], 5, 0, 9)


def test_chinese_and_russian_labels_draw_without_a_warning_and_count_their_width():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fig = line_chart()
        fig.axes[0].set_title("中俄贸易 · Торговля")
        svg = chart(fig, numbers=numbers(), tables=["events"]).svg
    assert "中俄贸易 · Торговля" in svg
    assert text_width("中俄", 10) == 20
