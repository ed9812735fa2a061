"""A grid state is the figure that matplotlib draws for these values, and what cannot be one says why."""

import gzip
import json
import math
from copy import deepcopy
from xml.etree import ElementTree as ET

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seminar.figures import Explorable, FigureError, chart, colours, explore, label_line, styled
from seminar.figures.svg import parsed

YEARS = [2018, 2019, 2020]


def shown(fig, values=(1.0,)):
    """A chart of a figure; what its numbers are matters to few tests."""
    return chart(fig, numbers=pd.DataFrame({"Value": list(values)}), tables=["events"])


def model(growth=5):
    """A line, bars, an area, a scatter, a span, and texts that move, change and vanish."""
    path = [100 * (1 + growth / 100) ** year for year in range(3)]
    fig, ax = plt.subplots()
    ax.fill_between(YEARS, path, color=colours["grid"], gid="area")
    for year, value, bar in zip(YEARS, path, ax.bar(YEARS, path, 0.2), strict=True):
        bar.set(gid=f"bar-{year}", alpha=min(1, value / 200))
    ax.plot(YEARS, path, "o-", color=colours["China"], gid="path")
    ax.scatter(YEARS[: growth % 4], path[: growth % 4], color=colours["Russia"], gid="dots")
    ax.axvspan(2018, 2018 + growth / 10, color=colours["grid"], gid="span")
    label_line(ax, 2018, path[-1], f"+{growth} %", colours["ink"], side="above").set_gid("label")
    if path[-1] > 110:
        ax.text(2019, 10, "met", gid="met")
    ax.set(xlim=(2017, 2021), xticks=YEARS, ylim=(0, 200))
    return shown(fig, path)


def whole(svg):
    """The picture as elements in which what marks share stands at each of them, and empty marks are gone."""
    root = svg if isinstance(svg, ET.Element) else parsed(svg)
    shapes = {f"#{e.attrib.pop('id')}": e for defs in root.findall("defs") for e in defs}
    for defs in root.findall("defs"):
        root.remove(defs)

    def resolved(text):
        for name in sorted(shapes, key=len, reverse=True):
            text = text.replace(name, ET.tostring(shapes[name], encoding="unicode"))
        return text

    for element in root.iter():
        for child in list(element):
            if "data-gid" in child.attrib and not len(child):
                element.remove(child)
        element.attrib = {name: resolved(value) for name, value in element.attrib.items() if value}
    return ET.tostring(root, encoding="unicode")


def moved(svg, marks):
    """The picture once a page has written a state's values into it."""
    root = parsed(svg)
    found = {e.get("data-gid"): e for e in root.iter() if "data-gid" in e.attrib}
    for mark in marks:
        element = found[mark["gid"]]
        for position in mark["at"]:
            element = element[position]
        if mark["attribute"] == "markup":
            element[:] = list(ET.fromstring(f"<g>{mark['value']}</g>"))
        elif mark["attribute"] == "text":
            element.text = mark["value"]
        else:
            element.set(mark["attribute"], mark["value"])
    return root


def state(grid, number):
    return [{**mark, "value": mark["values"][mark["states"][number]]} for mark in grid["marks"]]


@pytest.fixture
def made():
    return explore(model, growth=(0, 20, 5))


def test_each_state_is_the_figure_that_matplotlib_draws(made):
    for number, growth in enumerate((0, 5, 10, 15, 20)):
        assert whole(moved(made.chart.svg, state(made.grid, number))) == whole(model(growth).svg), growth


def test_the_figure_begins_with_the_model_s_default(made):
    assert made.grid["parameters"] == [
        {
            "name": "growth",
            "label": "Growth",
            "kind": "slider",
            "values": [0, 5, 10, 15, 20],
            "texts": ["0", "5", "10", "15", "20"],
            "initial": 1,
        }
    ]
    assert whole(made.chart.svg) == whole(model().svg)


def test_the_same_model_gives_the_same_bytes(made):
    again = explore(model, growth=(0, 20, 5))
    assert json.dumps(again.data()) == json.dumps(made.data())


def test_any_value_between_the_positions_can_be_asked(made):
    answer = made.state(growth="12")
    assert whole(moved(made.chart.svg, answer["marks"])) == whole(model(12).svg)
    assert answer["numbers"]["rows"] == [["100.00"], ["112.00"], ["125.44"]]


def test_an_answer_holds_for_whatever_state_the_page_is_in(made):
    for number in range(5):
        page = moved(made.chart.svg, state(made.grid, number))
        for asked in (made.state(growth=10)["marks"], state(made.grid, 2)):
            assert whole(moved(ET.tostring(deepcopy(page), encoding="unicode"), asked)) == whole(
                model(10).svg
            )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"growth": "21"}, "growth is '21'; it can be 0 to 20"),
        ({"growth": "much"}, "growth is 'much'"),
        ({"growth": None}, "growth is None"),
        ({}, "the figure has the parameters growth: give each of them once"),
        ({"growth": 1, "base": 2}, "give each of them once"),
    ],
)
def test_a_value_that_no_control_can_take_is_refused(made, values, message):
    with pytest.raises(FigureError, match=message):
        made.state(**values)


@pytest.mark.parametrize("style", [{"marker": "s"}, {"linestyle": "--"}])
def test_an_answer_that_the_page_could_not_draw_is_refused(style):
    def odd(value=0):
        fig, ax = plt.subplots()
        ax.plot([0, 1], [1, value], gid="line", **{"marker": "o"} | (style if value == 0.5 else {}))
        ax.set(ylim=(-1, 2))
        return shown(fig)

    made = explore(odd, value=(0, 1, 1))
    assert made.state(value=0.25)["marks"]
    with pytest.raises(
        FigureError, match=r"at value=0.5 .* no position of the sliders has: choose their steps"
    ):
        made.state(value=0.5)


def test_two_parameters_count_row_by_row():
    def plane(reporter="B", shift=0):
        fig, ax = plt.subplots()
        ax.plot([0, 1], [shift, 1], color=colours["China" if reporter == "A" else "Russia"], gid="line")
        ax.text(0, 5, f"{reporter} {shift}", gid="says")
        ax.set(ylim=(0, 10))
        return shown(fig, [shift])

    made = explore(plane, reporter=["A", "B"], shift=(0, 0.4, 0.2), labels={"reporter": "Who counts"})
    says = next(mark for mark in made.grid["marks"] if mark["gid"] == "says")
    assert [says["values"][s] for s in says["states"]] == ["A 0", "A 0.2", "A 0.4", "B 0", "B 0.2", "B 0.4"]
    assert [p["initial"] for p in made.grid["parameters"]] == [1, 0]
    assert made.grid["parameters"][0]["label"] == "Who counts"
    assert made.grid["numberStates"] == [0, 1, 2, 0, 1, 2]
    assert [table["rows"] for table in made.grid["numbers"]] == [[["0"]], [["0.2"]], [["0.4"]]]
    colour = next(mark for mark in made.grid["marks"] if mark["attribute"] == "style")
    assert len(colour["values"]) == 2
    assert made.state(reporter="A", shift=0.1)["marks"]
    with pytest.raises(FigureError, match="reporter is 'C'; it can be A, B"):
        made.state(reporter="C", shift=0)


def test_steps_are_exact_and_bear_their_unit():
    def level(rate):
        fig, ax = plt.subplots()
        ax.axhline(rate, gid="line")
        ax.set(ylim=(-1, 1))
        return shown(fig, [rate])

    [slider] = explore(level, rate=(-0.3, 0.3, 0.1), units={"rate": "%"}).grid["parameters"]
    assert slider["values"] == [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]
    assert slider["texts"] == ["−0.3 %", "−0.2 %", "−0.1 %", "0.0 %", "0.1 %", "0.2 %", "0.3 %"]
    assert slider["initial"] == 0


values = st.lists(st.one_of(st.floats(1, 999, allow_nan=False), st.just(math.nan)), min_size=0, max_size=12)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(values, min_size=2, max_size=3), st.sampled_from(["linear", "log"]))
def test_lines_with_gaps_of_one_point_and_empty_ones_can_be_explored(series, scale):
    def drawn(which=0):
        fig, ax = plt.subplots()
        numbers = series[which]
        ax.plot(range(len(numbers)), numbers, "o-", gid="line")
        ax.fill_between(range(len(numbers)), 1, numbers, gid="area", alpha=0.5)
        ax.set(xlim=(-1, 13), yscale=scale, ylim=(0.5, 1000))
        return shown(fig, numbers or [0.0])

    with styled():
        made = explore(drawn, which=(0, len(series) - 1, 1))
        for number in range(len(series)):
            page = moved(made.chart.svg, state(made.grid, number))
            assert whole(page) == whole(drawn(number).svg)


def test_labels_in_any_script_are_kept():
    def named(who="中国"):
        fig, ax = plt.subplots()
        ax.text(0.1, 0.5, f"{who} < «ё» & عربي", gid="名")
        return shown(fig)

    made = explore(named, who=["中国", "Россия"])
    [mark] = made.grid["marks"]
    assert mark["gid"] == "名"
    assert mark["values"] == ["中国 < «ё» & عربي", "Россия < «ё» & عربي"]


# -- what is refused


def bent(change):
    """A model whose second state differs by ``change(ax, state)`` beyond its line."""

    def drawn(state=0):
        fig, ax = plt.subplots()
        ax.plot([0, 1], [1, 2 + state], gid="line")
        ax.set(xlim=(0, 1), ylim=(0, 10))
        change(ax, state)
        return shown(fig)

    return drawn


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda ax, s: ax.set(ylim=(0, 10 + s)), r"the y axis changed, from 0 to 10 into 0 to 11: fix"),
        (lambda ax, s: ax.set(xlim=(s, 5)), "the x axis changed"),
        (lambda ax, s: ax.set(yscale="log" if s else "linear", ylim=(1, 10)), "the y axis changed"),
        (lambda ax, s: ax.plot([0, 1], [2, 2 + s]), "between state=0 and state=1 a line without gid changed"),
        (lambda ax, s: ax.bar([0], [2 + s]), "a bar, span or filled area without gid changed"),
        (lambda ax, s: ax.scatter([0], [2 + s]), "a marker without gid changed"),
        (lambda ax, s: ax.text(0, 2, f"at {s}"), "the text 'at 0' without gid changed into 'at 1'"),
        (lambda ax, s: s and ax.text(0, 2, "new"), "the text 'new' without gid came"),
        (lambda ax, s: s or ax.axhline(3), "a line without gid went"),
        (lambda ax, s: ax.set_yticks([0, 5 + s]), "if it is a tick, fix the axis's ticks"),
        (lambda ax, s: ax.text(1, 5, "a" * (5 + s), gid="a"), r"the axes moved, .* set_in_layout\(False\)"),
        (lambda ax, s: ax.figure.set_size_inches(5, 3 + s), "the axes moved|the size of the figure"),
        (lambda ax, s: s and ax.figure.add_axes([0.4, 0.4, 0.1, 0.1]), "the number of axes changed"),
        (lambda ax, s: ax.plot([0], [s], "o", gid="dot", zorder=1 + 2 * s), "changed the order|moved behind"),
        (lambda ax, s: ax.set_yscale("symlog"), "the y axis is symlog"),
        (lambda ax, s: ax.plot([1, -s], gid="falls") and ax.set(yscale="log", ylim=(1, 9)), "falls goes"),
        (lambda ax, s: ax.plot([0], color="#123456" if s else "k", gid="odd"), "at state=1: colour #123456"),
    ],
)  # fmt: skip
def test_what_changes_without_leave_is_named_with_the_remedy(change, message):
    with pytest.raises(FigureError, match=message):
        explore(bent(change), state=(0, 1, 1))


def test_a_model_has_to_return_a_chart():
    with pytest.raises(
        FigureError, match="at growth=0 the model returns a NoneType: end it with return chart"
    ):
        explore(lambda growth: None, growth=(0, 1, 1))


def test_the_columns_of_the_numbers_stay_the_same():
    def drawn(state=0):
        fig, ax = plt.subplots()
        ax.plot([0, 1], [0, state], gid="line")
        ax.set(ylim=(0, 10))
        return chart(fig, numbers=pd.DataFrame({f"State {state}": [1]}), tables=["events"])

    with pytest.raises(FigureError, match="the tables or the columns of the numbers changed"):
        explore(drawn, state=(0, 1, 1))


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({}, r"explore\(\) has 0 parameters: give 1 to 3"),
        ({"growth": (0, 20)}, r"growth is \(0, 20\): write \(start, stop, step\), three numbers"),
        ({"growth": (0, 20, "a")}, "three numbers"),
        ({"growth": (0, 20, True)}, "three numbers"),
        ({"growth": (0, math.nan, 1)}, "three numbers"),
        ({"growth": (0, 20, 0)}, "stop must lie above start, and step above nothing"),
        ({"growth": (20, 0, 1)}, "stop must lie above start"),
        ({"growth": (0, 20, 3)}, "steps of 3 from 0 miss 20; end at 18"),
        ({"growth": (0, 20, 0.01)}, "growth has 2001 positions, over 1000: take a larger step"),
        ({"growth": ["one"]}, "or a list of two or more to choose"),
        ({"growth": "abc"}, "or a list of two or more to choose"),
        ({"growth": [1, 1]}, "growth lists a choice twice"),
        ({"growth": (0, 4, 1)}, "the model's default growth=5 is no position of its control"),
        ({"rate": (0, 4, 1)}, "the model cannot be called with rate .*: explore.. has to name"),
        ({"growth": (0, 5, 1), "labels": {"rate": "Rate"}}, "labels names rate, which is no parameter"),
    ],
)
def test_controls_that_are_none_are_refused(parameters, message):
    with pytest.raises(FigureError, match=message):
        explore(model, **parameters)


def test_too_many_states_are_refused_before_any_is_drawn():
    def never(a, b, c):
        raise AssertionError

    said = r"has 1331 states \(a 11 × b 11 × c 11\), over 1000: coarsen a, for instance to steps of 2"
    with pytest.raises(FigureError, match=said):
        explore(never, a=(0, 10, 1), b=(0, 10, 1), c=(0, 10, 1))


@pytest.mark.parametrize("points", [100, 10_000])
def test_a_grid_is_small_or_refused_with_its_size(points):
    def noisy(phase=0):
        fig, ax = plt.subplots()
        xs = [i / points for i in range(points)]
        ax.plot(xs, [math.sin(3 * math.pi * x + phase) for x in xs], gid="wave")
        ax.set(ylim=(-1.2, 1.2))
        return shown(fig)

    if points == 100:
        made = explore(noisy, phase=(0, 3, 0.5))
        assert len(gzip.compress(json.dumps(made.grid).encode(), mtime=0)) < 40_000
    else:
        said = (
            r"7 states \(phase 7\) are \d+\.\d kB gzipped, over 40 kB: coarsen phase, .* steps of 1, or draw"
        )
        with pytest.raises(FigureError, match=said):
            explore(noisy, phase=(0, 3, 0.5))


def test_by_itself_it_is_shown_as_the_chart_that_it_begins_with(made, monkeypatch):
    assert isinstance(made, Explorable)
    assert repr(made) == "Explorable over growth (5)"
    monkeypatch.setenv("SEMINAR_BUILD", "1")
    assert made._repr_mimebundle_() == made.chart._repr_mimebundle_()
