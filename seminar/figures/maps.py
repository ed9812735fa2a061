"""The map between data and picture of each axes of a figure, for a page that moves or reads marks.

A map is plain JSON: ``{"box": [left, top, right, bottom], "x": {"scale", "data", "svg"}, "y": {…}}``, in the
units of the picture's viewBox, y downwards. ``data`` holds an axis's limits, ``svg`` where they lie; between
them ``svg`` is affine in T(value), where T is the value itself (scale ``linear``), its common logarithm
(``log``) or the days since 1970 (``date``; ``data`` is then ISO text in UTC).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any, TypeAlias

import matplotlib.dates as mdates
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.category import StrCategoryConverter
from matplotlib.collections import FillBetweenPolyCollection, LineCollection, PathCollection, PolyCollection
from matplotlib.container import Container
from matplotlib.figure import Figure, SubFigure
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, PathPatch, Polygon, Rectangle, StepPatch
from matplotlib.spines import Spine
from matplotlib.text import Text
from numpy.typing import ArrayLike

from seminar.figures.svg import FigureError

Map: TypeAlias = dict[str, Any]
_Line: TypeAlias = tuple[str, ArrayLike, ArrayLike]

_DRAWN = "lines, markers, bars, spans, filled areas and text"
_ALLOWED = (Line2D, Text, Legend, Spine, Axis, Container)
_PATCHES = {Rectangle, Polygon, FancyArrowPatch, FancyBboxPatch, PathPatch, StepPatch}
_COLLECTIONS = {LineCollection, PathCollection, PolyCollection, FillBetweenPolyCollection}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def maps(fig: Figure) -> tuple[Map, ...]:
    """Return the map of each axes of ``fig``, in the order of ``fig.axes``, as it was last drawn.

    Raises FigureError, which names what a page cannot move or read: axes that are not rectilinear or share a
    place (twins), a scale or an artist that is not among those of the book, a line through values that a
    logarithmic axis has no place for.
    """
    for artist in [*fig.get_children(), *(child for part in fig.subfigs for child in part.get_children())]:
        if not isinstance(artist, Axes | SubFigure):
            _check(artist)
    for one, other in combinations(fig.axes, 2):
        if np.allclose(one.get_position().bounds, other.get_position().bounds):
            raise FigureError(
                "twin axes stand in one place, so a point has two values: draw two figures, or two panels"
            )
    return tuple(_map(ax, fig) for ax in fig.axes)


def position(axis: Mapping[str, Any], text: str) -> float | None:
    """Return where ``text`` (a number, or an ISO year, month or day) lies on an axis of a map.

    In units of the picture; None for what has no place there.
    """
    places = [_transformed(axis["scale"], value) for value in (text, *axis["data"])]
    value, low, high = places
    if value is None or low is None or high is None:
        return None
    return float(axis["svg"][0] + (value - low) / (high - low) * (axis["svg"][1] - axis["svg"][0]))


def _transformed(scale: str, value: str | float) -> float | None:
    try:
        if scale == "date":
            text = str(value)
            whole = text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text
            moment = datetime.fromisoformat(whole)
            return (moment.replace(tzinfo=moment.tzinfo or UTC) - _EPOCH) / timedelta(days=1)
        number = float(value)
        return number if scale == "linear" else math.log10(number)
    except ValueError:
        return None


def _map(ax: Axes, fig: Figure) -> Map:
    if getattr(ax, "freq", None) is not None:
        raise FigureError("the x axis counts in pandas' periods: plot with ax.plot rather than frame.plot")
    if ax.name != "rectilinear":
        raise FigureError(f"{ax.name} axes cannot be interactive: use ordinary ones (rectilinear)")
    if ax.child_axes:
        raise FigureError("axes within axes (an inset, a second scale) cannot be interactive: draw a panel")
    for artist in ax.get_children():
        _check(artist)
    scales = {"x": _scale(ax.xaxis, "x"), "y": _scale(ax.yaxis, "y")}
    for line in _lines(ax):
        _check_positive(line, scales)
    for drawn in ax.lines:
        _check_visible(drawn)
    unit = 72 / fig.dpi
    height = float(fig.get_size_inches()[1]) * 72
    box = ax.bbox
    edges = [box.x0 * unit, height - box.y1 * unit, box.x1 * unit, height - box.y0 * unit]

    def place(x: float, y: float) -> tuple[float, float]:
        across, up = ax.transData.transform((x, y))
        return float(across) * unit, height - float(up) * unit

    (x0, x1), (y0, y1) = (_limits(ax.get_xlim(), scales["x"]), _limits(ax.get_ylim(), scales["y"]))
    (left, bottom), (right, top) = place(x0, y0), place(x1, y1)
    return {
        "box": [_rounded(edge) for edge in edges],
        "x": _axis(scales["x"], (x0, x1), (left, right)),
        "y": _axis(scales["y"], (y0, y1), (bottom, top)),
    }


def _axis(scale: str, data: tuple[float, float], svg: tuple[float, float]) -> dict[str, Any]:
    shown = [_moment(value).isoformat().replace("+00:00", "Z") for value in data] if scale == "date" else data
    return {"scale": scale, "data": list(shown), "svg": [_rounded(value) for value in svg]}


def _limits(limits: tuple[float, float], scale: str) -> tuple[float, float]:
    low, high = (float(limit) for limit in limits)
    if scale != "date":
        return low, high
    # What the ISO text says, in milliseconds, is the limit: so both sides mean the same moment.
    return _days(low), _days(high)


def _days(limit: float) -> float:
    return float(mdates.date2num(_moment(limit)))  # type: ignore[no-untyped-call]


def _moment(days: float) -> datetime:
    number: datetime = mdates.num2date(days, tz=UTC)  # type: ignore[no-untyped-call]
    return _EPOCH + timedelta(milliseconds=round((number - _EPOCH) / timedelta(milliseconds=1)))


def _rounded(number: float) -> float:
    return round(float(number), 6) + 0.0


def _scale(axis: Axis, name: str) -> str:
    scale = axis.get_scale()
    if scale not in ("linear", "log"):
        raise FigureError(f"the {name} axis is {scale}: it can be linear, log or of dates")
    converter = axis.get_converter()
    if converter is None or isinstance(converter, StrCategoryConverter):
        return scale
    if isinstance(converter, mdates.DateConverter | mdates._SwitchableDateConverter):
        if scale == "log":
            raise FigureError(f"the {name} axis has dates on a log scale: make it linear")
        return "date"
    raise FigureError(
        f"the {name} axis counts in units of its own ({type(converter).__name__}): plot numbers or datetimes"
    )


def _check(artist: Artist) -> None:
    known = isinstance(artist, _ALLOWED) or type(artist) in _PATCHES | _COLLECTIONS
    if not known:
        raise FigureError(f"a {type(artist).__name__} cannot be interactive: a figure may hold {_DRAWN}")


def _lines(ax: Axes) -> Iterator[_Line]:
    for line in ax.lines:
        # A line across the whole axes has places of its own on one of them.
        if line.get_transform() == ax.transData:
            yield str(line.get_gid() or "a line"), line.get_xdata(False), line.get_ydata(False)
    for marks in ax.collections:
        if isinstance(marks, PathCollection):
            offsets = np.asarray(np.ma.filled(marks.get_offsets(), np.nan), float).reshape(-1, 2)
            yield str(marks.get_gid() or "a group of markers"), offsets[:, 0], offsets[:, 1]


def _check_visible(line: Line2D) -> None:
    points = np.asarray(np.ma.filled(line.get_xydata(), np.nan), float)
    known = np.isfinite(points).all(axis=1)
    if line.get_marker() in ("None", None, "", " ") and known.any() and not (known[1:] & known[:-1]).any():
        raise FigureError(
            f"{line.get_gid() or 'a line'} has no two points side by side, so nothing of it shows: "
            'give it markers, such as "o-"'
        )


def _check_positive(line: _Line, scales: dict[str, str]) -> None:
    name, *values = line
    for axis, numbers in zip("xy", values, strict=True):
        if scales[axis] == "log":
            found = np.asarray(np.ma.filled(np.ma.asarray(numbers, float), np.nan), float)
            low = found[found <= 0]
            if low.size:
                raise FigureError(
                    f"the {axis} axis is logarithmic and {name} goes through {low[0]:g}, which has no place "
                    "there: leave such values out (NaN), or use a linear axis"
                )
