"""The two pictures of a class's report, drawn by matplotlib in the book's look."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from seminar.figures.style import HEIGHT, TEXT_SIZE, WIDTH, colours, styled, text_width
from seminar.figures.svg import to_svg
from seminar.surfaces.words import word

_WIDTHS = (0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000)
_MOST_BARS = 20
_SIDES = [(math.cos(turn * math.pi / 4), math.sin(turn * math.pi / 4)) for turn in (0, 4, 2, 6, 1, 3, 7, 5)]
_REACHES = (8.0, 13.0, 19.0, 26.0, 34.0)


class Bar(NamedTuple):
    """Students whose total lies from ``low`` to below ``high``, in points; the last bar includes its end."""

    low: float
    high: float
    n: int


class Spot(NamedTuple):
    """An exercise on the map: its number, its difficulty and its discrimination."""

    label: str
    x: float
    y: float


def bars(totals: dict[int, int], of: int) -> list[Bar]:
    """Return the bars of a histogram of totals, both in hundredths, from nothing to ``of``."""
    most = max([of, *totals, 1]) / 100
    width = next((each for each in _WIDTHS if most / each <= _MOST_BARS), most)
    count = max(1, math.ceil(most / width))
    found = [0] * count
    for total, n in totals.items():
        found[min(int(total / 100 / width), count - 1)] += n
    return [Bar(i * width, (i + 1) * width, n) for i, n in enumerate(found)]


def histogram(found: Sequence[Bar], points: str) -> str:
    """Return the SVG of a histogram of totals; ``points`` names their axis."""
    with styled():
        figure = Figure(figsize=(WIDTH, HEIGHT * 0.85), layout="constrained")
        ax = figure.subplots()
        ax.bar(
            [bar.low for bar in found],
            [bar.n for bar in found],
            width=[(bar.high - bar.low) * 0.94 for bar in found],
            align="edge",
            color=colours["accent"],
        )
        ax.set_xlim(0, found[-1].high)
        ax.set_ylim(0, max(1, *(bar.n for bar in found)) * 1.05)
        ax.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
        ax.set_xlabel(points)
        ax.set_title(word("report.students.axis"))
        return to_svg(figure)


def item_map(spots: Sequence[Spot], chance: float) -> str:
    """Return the SVG of exercises by difficulty and discrimination; ``chance`` is shaded around none."""
    lowest = min([0.0, *(spot.y for spot in spots)])
    highest = max([0.5, *(spot.y for spot in spots)])
    with styled():
        figure = Figure(figsize=(WIDTH, HEIGHT * 1.15), layout="constrained")
        ax = figure.subplots()
        ax.set_xlim(-0.04, 1.04)
        ax.set_ylim(min(lowest, -chance) - 0.08, highest + 0.08)
        ax.set_xticks([0, 0.2, 0.4, 0.6, 0.8, 1], ["0", "20", "40", "60", "80", "100"])
        ax.axhspan(-chance, chance, color=colours["grid"], alpha=0.6, linewidth=0)
        ax.axhline(0, color=colours["muted"], linewidth=1)
        ax.plot(
            [spot.x for spot in spots],
            [spot.y for spot in spots],
            linestyle="none",
            marker="o",
            markersize=5,
            color=colours["accent"],
        )
        ax.set_xlabel(word("report.difficulty.axis"))
        ax.set_title(word("report.discrimination"))
        figure.draw_without_rendering()
        _label(ax, spots)
        return to_svg(figure)


_Box = tuple[float, float, float, float]


def _label(ax: Axes, spots: Sequence[Spot]) -> None:
    """Write each number beside its point where it is free, and further off with a line."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    unit = 72 / figure.dpi
    points = [tuple(ax.transData.transform((spot.x, spot.y)) * unit) for spot in spots]
    frame = (ax.bbox.x0 * unit, ax.bbox.y0 * unit, ax.bbox.x1 * unit, ax.bbox.y1 * unit)
    taken: list[_Box] = [(x - 3, y - 3, x + 3, y + 3) for x, y in points]
    for spot, (x, y) in sorted(zip(spots, points, strict=True), key=lambda each: each[1]):
        choices = [
            (_cost(box, taken, frame), reach, dx, dy, box)
            for reach in _REACHES
            for dx, dy in _SIDES
            for box in [_box(spot.label, x + reach * dx, y + reach * dy)]
        ]
        _, reach, dx, dy, box = min(choices, key=lambda each: (each[0], each[1]))
        taken.append(box)
        far = reach > _REACHES[1]
        ax.annotate(
            spot.label,
            (spot.x, spot.y),
            xytext=(reach * dx, reach * dy),
            textcoords="offset points",
            ha="center",
            va="center",
            color=colours["ink"],
            arrowprops={"arrowstyle": "-", "color": colours["muted"], "linewidth": 0.7} if far else None,
            annotation_clip=False,
        )


def _box(text: str, x: float, y: float) -> _Box:
    across, up = text_width(text) / 2, TEXT_SIZE * 0.5
    return x - across, y - up, x + across, y + up


def _cost(box: _Box, taken: Sequence[_Box], frame: _Box) -> float:
    """Return how much of the box is covered by others, or lies outside the frame."""
    covered = sum(_shared(box, other) for other in taken)
    return covered + (box[2] - box[0]) * (box[3] - box[1]) - _shared(box, frame)


def _shared(one: _Box, other: _Box) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    up = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, across) * max(0.0, up)
