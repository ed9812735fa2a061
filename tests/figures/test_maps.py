"""The map of each axes says where matplotlib draws, and what cannot be interactive is refused by name."""

import math
from datetime import UTC, datetime, timedelta

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seminar.figures import FigureError, chart, colours, styled, to_svg
from seminar.figures.maps import maps, position

from .pictures import line_chart, numbers

AXIS = 0.02
"""Units; the SVG itself has two decimals."""

finite = st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 3))
pairs = st.tuples(finite, finite).filter(lambda pair: abs(pair[0] - pair[1]) > 1e-2)
positive = st.tuples(st.floats(1e-3, 1e6), st.floats(1e-3, 1e6)).filter(lambda p: p[1] / p[0] > 1.5)
moments = st.datetimes(datetime(1950, 1, 1), datetime(2050, 1, 1))
dates = st.tuples(moments, moments).filter(lambda pair: abs(pair[0] - pair[1]) > timedelta(days=2))
shares = st.floats(0, 1)


def drawn(ax, x, y):
    """Where matplotlib puts a point: from the top, in 1/72 inch."""
    across, up = ax.transData.transform((x, y)) * 72 / ax.figure.dpi
    return across, ax.figure.get_size_inches()[1] * 72 - up


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs, st.one_of(pairs.map(lambda p: ("linear", p)), positive.map(lambda p: ("log", p))), shares)
def test_a_map_is_where_matplotlib_draws(across, up, share):
    (scale, (low, high)) = up
    with styled():
        fig, ax = plt.subplots()
        ax.set(xlim=across, yscale=scale, ylim=(low, high))
        to_svg(fig)
        [found] = maps(fig)
        x = across[0] + share * (across[1] - across[0])
        y = low + share * (high - low) if scale == "linear" else low * (high / low) ** share
        wanted = drawn(ax, x, y)
        plt.close(fig)
    assert found["x"]["scale"] == "linear"
    assert found["y"]["scale"] == scale
    assert position(found["x"], repr(x)) == pytest.approx(wanted[0], abs=AXIS)
    assert position(found["y"], repr(y)) == pytest.approx(wanted[1], abs=AXIS)
    left, top, right, bottom = found["box"]
    assert [found["x"]["svg"], found["y"]["svg"]] == [
        pytest.approx([left, right], abs=AXIS),
        pytest.approx([bottom, top], abs=AXIS),
    ]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(dates, shares)
def test_dates_are_mapped_to_the_day(limits, share):
    with styled():
        fig, ax = plt.subplots()
        ax.plot(list(limits), [0, 1])
        ax.set(xlim=limits, xticks=[])
        to_svg(fig)
        [found] = maps(fig)
        day = (limits[0] + share * (limits[1] - limits[0])).replace(hour=0, minute=0, second=0, microsecond=0)
        wanted = drawn(ax, ax.convert_xunits(day), 0)[0]
        plt.close(fig)
    assert found["x"]["scale"] == "date"
    assert position(found["x"], day.date().isoformat()) == pytest.approx(wanted, abs=AXIS)
    ends = [datetime.fromisoformat(end) for end in found["x"]["data"]]
    assert all(end.tzinfo is UTC or end.utcoffset() == timedelta() for end in ends)


def test_a_year_and_a_month_are_their_first_day():
    axis = {"scale": "date", "data": ["2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z"], "svg": [0, 365]}
    assert [position(axis, text) for text in ("2019", "2019-02", "2019-02-03")] == [0, 31, 33]
    assert position(axis, "soon") is None


def test_what_has_no_logarithm_has_no_place():
    axis = {"scale": "log", "data": [1, 100], "svg": [100, 0]}
    assert position(axis, "10") == 50
    assert position(axis, "0") is None
    assert position(axis, "-1") is None


def test_each_panel_has_its_own_map():
    fig, (left, right) = plt.subplots(1, 2)
    left.set(xlim=(0, 1), ylim=(0, 1))
    right.set(xlim=(5, 0), ylim=(0, 1))
    to_svg(fig)
    one, two = maps(fig)
    assert one["box"][2] < two["box"][0]
    assert two["x"]["data"] == [5, 0]
    assert two["x"]["svg"][0] < two["x"]["svg"][1]


def test_a_chart_of_what_can_be_interactive_has_axes():
    fig, ax = plt.subplots()
    ax.plot([0, 1], [0, 1], "o-", label="a line")
    ax.bar([0, 1], [1, 2])
    ax.axvspan(0, 0.5, color=colours["grid"])
    ax.axhline(1)
    ax.fill_between([0, 1], [0, 1])
    ax.scatter([0], [1])
    ax.vlines([0.5], 0, 1, color=colours["ink"])
    ax.errorbar([0.2], [0.5], yerr=[0.1], fmt="o")
    ax.hist([1, 2, 3], histtype="stepfilled")
    ax.step([0, 1], [0, 1])
    ax.annotate("here", (0, 0), (0.5, 0.5), arrowprops={"arrowstyle": "->"})
    ax.legend()
    fig.suptitle("Title")
    assert len(chart(fig, numbers=numbers(), tables=["events"]).axes) == 1


def polar():
    fig = plt.figure()
    fig.add_subplot(projection="polar")
    return fig


def made(draw):
    fig, ax = plt.subplots()
    draw(ax)
    return fig


def falls_to(value):
    return made(lambda ax: (ax.plot([1, 2], [10, value], gid="fall"), ax.set(yscale="log", ylim=(1, 100))))


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (polar, "polar axes cannot be interactive: use ordinary ones"),
        (lambda: made(lambda ax: ax.set_yscale("symlog")), "the y axis is symlog: it can be linear"),
        (lambda: made(lambda ax: ax.pie([1, 2])), "a Wedge cannot be interactive: a figure may hold lines"),
        (lambda: made(lambda ax: ax.pcolormesh([[0.0, 0.0]])), "a QuadMesh cannot be interactive"),
        (lambda: made(lambda ax: ax.twinx()), "twin axes stand in one place"),
        (lambda: made(lambda ax: ax.inset_axes([0.5, 0.5, 0.2, 0.2])), "axes within axes"),
        (lambda: falls_to(-3), "the y axis is logarithmic and fall goes through -3, which has no place"),
        (lambda: falls_to(0), "goes through 0"),
        (
            lambda: made(
                lambda ax: (ax.scatter([-1, 1], [1, 1], gid="dots"), ax.set(xscale="log", xlim=(0.1, 10)))
            ),
            "the x axis is logarithmic and dots goes through -1",
        ),
        (
            lambda: made(
                lambda ax: pd.Series([1.0, 2.0], pd.period_range("2019", periods=2, freq="Y")).plot(ax=ax)
            ),
            "the x axis counts in pandas' periods: plot with ax.plot",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_interactive_is_named(draw, message):
    fig = draw()
    fig.draw_without_rendering()
    with pytest.raises(FigureError, match=message):
        maps(fig)


@pytest.mark.parametrize("ys", [[1], [1, math.nan, 3], [math.nan, 2]])
def test_a_line_of_lonely_points_needs_markers(ys):
    with pytest.raises(FigureError, match=r'lonely has no two points side by side, .* such as "o-"'):
        maps(made(lambda ax: ax.plot(range(len(ys)), ys, gid="lonely")))
    assert maps(made(lambda ax: ax.plot(range(len(ys)), ys, "o-", gid="lonely")))


@pytest.mark.parametrize("ys", [[], [math.nan], [1, 2], [1, 2, math.nan, 4]])
def test_empty_lines_and_lines_with_gaps_are_drawn_as_they_are(ys):
    assert maps(made(lambda ax: ax.plot(range(len(ys)), ys)))


def test_such_a_chart_is_still_a_chart():
    shown = chart(falls_to(-3), numbers=numbers(), tables=["events"])
    assert shown.svg.startswith("<svg")
    with pytest.raises(FigureError, match="logarithmic"):
        _ = shown.axes
    with pytest.raises(FigureError, match="logarithmic"):
        shown.data()


def test_a_logarithmic_axis_has_place_for_gaps_and_for_the_foot_of_bars():
    fig = made(
        lambda ax: (ax.plot([1, 2, 3, 4], [1, 2, math.nan, 3]), ax.bar([1], [3]), ax.set(yscale="log"))
    )
    to_svg(fig)
    assert maps(fig)[0]["y"]["scale"] == "log"


def test_the_map_does_not_depend_on_the_figure_s_resolution():
    found = []
    for dpi in (72, 200):
        fig = line_chart()
        fig.set_dpi(dpi)
        to_svg(fig)
        found.append(maps(fig))
    assert found[0] == found[1]
    assert np.isfinite(found[0][0]["box"]).all()
