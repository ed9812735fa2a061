"""Exercises with figures for the browser's tests, made by the surfaces as the book's pages are.

`python -m tests.browser.fixture_figures` writes them to `fixtures/figures.json`: a list with, for each, its
``id`` and ``type``, its place in a page (``html``, and ``recall`` where it is met again), the ``payload`` in
it, the payload of a live notebook (``widget``), and for sliders the ``paths`` of some states. Run it after a
change of the surfaces or of `figures.yml`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from html import escape
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd

from seminar.exercises.model import Exercise
from seminar.exercises.reader import read
from seminar.figures import Chart, Explorable, chart, colours, explore, styled
from seminar.surfaces.fallback import fallback
from seminar.surfaces.figures import Picture, labelled, numbers_table, picture, settings
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import payload
from seminar.surfaces.widget import ExerciseWidget
from seminar.tables import table

FIXTURES = Path(__file__).resolve().parent / "fixtures"
YEARS = list(range(2018, 2025))


def trade_line() -> Chart:
    """Return trade until 2018, with room for what follows."""
    known = table("trade").set_index("year")["total_china_reported_usd_million"].loc[2010:2018] / 1000
    fig, ax = plt.subplots()
    ax.plot(known.index, known, "o-", color=colours["China"], gid="trade")
    ax.set(xlim=(2009.5, 2024.5), ylim=(0, 300), ylabel="US$ billion")
    return chart(
        fig, numbers=known.rename("Trade (US$ billion)").rename_axis("Year").reset_index(), tables=["trade"]
    )


def oil_line() -> Chart:
    """Return the price of oil in 2019, on an axis of dates."""
    known = table("oil-price-monthly").set_index("month")["brent_usd_per_barrel"].loc["2019-01":"2019-12"]
    fig, ax = plt.subplots()
    ax.plot(known.index, known, color=colours["ink"], gid="oil")
    ax.set(
        xlim=(pd.Timestamp("2018-12-15"), pd.Timestamp("2020-07-15")), ylim=(0, 100), ylabel="US$ a barrel"
    )
    ax.set_xticks(pd.to_datetime(["2019-01-01", "2019-07-01", "2020-01-01", "2020-07-01"]))
    ax.set_xticklabels(["Jan 2019", "Jul 2019", "Jan 2020", "Jul 2020"])
    return chart(
        fig,
        numbers=known.rename("Brent (US$ a barrel)").rename_axis("Month").reset_index(),
        tables=["oil-price-monthly"],
    )


def product_line() -> Chart:
    """Return China's product in the nineties, on a logarithmic axis."""
    rows = table("gdp").query("country_iso3 == 'CHN' and 1992 <= year <= 1999")
    fig, ax = plt.subplots()
    ax.plot(rows["year"], rows["gdp_current_usd"] / 1e9, "o-", color=colours["China"], gid="product")
    ax.set(yscale="log", xlim=(1991.5, 2005.5), ylim=(100, 10000), ylabel="US$ billion")
    numbers = pd.DataFrame({"Year": rows["year"], "GDP (US$ billion)": rows["gdp_current_usd"] / 1e9})
    return chart(fig, numbers=numbers, tables=["gdp"], decimals=0)


def target(growth: float = 5) -> Chart:
    """Return trade from 2018 on if it grew by ``growth`` per cent a year, and the target of 200 billion."""
    path = [107.06 * (1 + growth / 100) ** i for i in range(len(YEARS))]
    fig, ax = plt.subplots()
    ax.axhline(200, color=colours["muted"], gid="target")
    ax.plot(YEARS, path, "o-", color=colours["accent"], gid="path")
    if path[-1] >= 200:
        ax.text(2018.2, 210, "met", color=colours["ink"], gid="met")
    ax.set(ylim=(0, 350), ylabel="US$ billion")
    return chart(
        fig, numbers=pd.DataFrame({"Year": YEARS, "Path (US$ billion)": path}), tables=["trade"], decimals=1
    )


def mirror(reporter: str = "China", growth: int = 0) -> Chart:
    """Return two reporters' bars, lifted by a slider."""
    heights = {"China": [60.0, 30.0, 80.0], "Russia": [50.0, 40.0, 70.0]}[reporter]
    heights = [height * (1 + growth / 100) for height in heights]
    names = ["2014", "2015", "2016"]
    fig, ax = plt.subplots()
    for name, bar in zip(names, ax.bar(names, heights, color=colours[reporter]), strict=True):
        bar.set_gid(f"bar-{name}")
    ax.fill_between([0, 1, 2], heights, color=colours["grid"], alpha=0.4, gid="area")
    ax.text(0, 105, f"as {reporter} counts", ha="center", color=colours["ink"], gid="says")
    ax.set(ylim=(0, 120))
    return chart(fig, numbers=pd.DataFrame({"Year": names, "Trade": heights}), tables=["trade"], decimals=0)


def bars() -> Chart:
    """Return trade as bars, each with its gid."""
    known = table("trade").set_index("year")["total_china_reported_usd_million"].loc[2020:2024] / 1000
    fig, ax = plt.subplots()
    for year, bar in zip(known.index, ax.bar(known.index, known, color=colours["China"]), strict=True):
        bar.set_gid(f"bar-{year}")
    ax.set(ylim=(0, 300), ylabel="US$ billion")
    return chart(
        fig, numbers=known.rename("Trade (US$ billion)").rename_axis("Year").reset_index(), tables=["trade"]
    )


def _growth() -> Explorable:
    return explore(target, labels={"growth": "Growth"}, units={"growth": "% a year"}, growth=(0, 20, 0.5))


def _mirror() -> Explorable:
    return explore(mirror, reporter=["China", "Russia"], growth=(-10, 10, 5), units={"growth": "%"})


FIGURES: dict[str, Callable[[], Chart | Explorable]] = {
    "figure-draw": trade_line,
    "figure-draw-dates": oil_line,
    "figure-draw-log": product_line,
    "figure-explore": _growth,
    "figure-explore-choice": _mirror,
    "figure-explore-because": lambda: explore(target, growth=(0, 20, 5)),
    "figure-reveal": bars,
    "figure-read": bars,
}


@cache
def exercises() -> dict[str, Exercise]:
    """Return the fixture exercises by id."""
    reading = read(FIXTURES / "figures.yml", "figures.yml")
    assert not reading.mistakes, reading.mistakes
    return {exercise.id: exercise for exercise in reading.exercises}


@cache
def figure(name: str) -> Chart | Explorable:
    """Return the figure of a fixture exercise, in the book's style."""
    mpl.use("agg")
    with styled():
        return FIGURES[name]()


def block(exercise: Exercise, *, recall: bool = False) -> str:
    """Return an exercise with its figure as it stands in a page."""
    name = f"fig-{exercise.id}" + ("-again" if recall else "")
    shown = picture(exercise, figure(exercise.id).data(), name)
    assert shown is not None
    html = rendered(exercise)
    data = json.dumps(payload(exercise, html, shown), ensure_ascii=False).replace("</", "<\\/")
    kind, anchor = ("recall", "") if recall else ("exercise", f' id="exercise-{exercise.id}"')
    return (
        f'<div class="seminar-{kind}"{anchor} data-exercise="{exercise.id}">'
        f"{fallback(exercise, html, printed_figure(exercise, shown, name), recall=recall)}"
        f'<script type="application/json" class="seminar-payload">{data}</script></div>'
    )


def printed_figure(exercise: Exercise, shown: Picture, name: str) -> str:
    """Return an exercise's figure with all that stands below it in a page."""
    caption = f"The figure of {exercise.title}."
    numbers = shown.public.get("numbers")
    listed = numbers_table(numbers, caption) if numbers else ""
    return (
        f'<figure class="seminar-picture" id="{name}">'
        f'<div class="seminar-chart">{labelled(shown.svg, f"What is seen of {exercise.title}.")}</div>'
        f"{settings(shown.public.get('grid'))}"
        f"<figcaption><p>{escape(caption)}</p></figcaption>"
        '<p class="seminar-source">Source: the tests.</p>'
        f'<details class="seminar-details"><summary>Numbers, sources and licence</summary>{listed}</details>'
        "</figure>"
    )


def paths(name: str) -> list[dict[str, Any]]:
    """Return what matplotlib itself draws for some states: the first path of each mark, by its gid."""
    shown = figure(name)
    if not isinstance(shown, Explorable):
        return []
    states = list(product(*(each.values for each in shown.parameters)))
    found = []
    for values in states[:: max(1, len(states) // 5)]:
        given = dict(zip((each.name for each in shown.parameters), values, strict=True))
        with styled():
            svg = ET.fromstring(shown.model(**given).svg)
        drawn = {}
        for mark in svg.iter():
            path = next((e.get("d") for e in mark.iter() if e.tag.endswith("path")), None)
            if "data-gid" in mark.attrib and path is not None:
                drawn[mark.attrib["data-gid"]] = {"d": path}
        found.append({"values": given, "marks": drawn})
    return found


def made() -> list[dict[str, Any]]:
    """Return every fixture as the file holds it."""
    found = []
    for name, exercise in exercises().items():
        shown = picture(exercise, figure(name).data(), f"fig-{name}")
        found.append(
            {
                "id": name,
                "type": exercise.type,
                "payload": payload(exercise, rendered(exercise), shown),
                "html": block(exercise),
                "recall": block(exercise, recall=True) if exercise.recalled else None,
                "widget": ExerciseWidget(exercise, figure(name)).payload,
                "paths": paths(name),
            }
        )
    return found


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in made())
    (FIXTURES / "figures.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
