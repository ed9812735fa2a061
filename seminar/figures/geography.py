"""Maps: land without states, agreed border lines, rivers, pipelines and places, from ``data/geography``.

The projection is equirectangular, true to scale along the latitude in the window's middle: data coordinates
are degrees, and a degree of longitude is as wide there as it is on the ground. North and south of it shapes
are drawn too wide and too narrow, which the scale bar says.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox, Transform
from numpy.typing import NDArray

from seminar.figures.style import WIDTH, colours, styled, text_width
from seminar.figures.svg import FigureError
from seminar.tables import near, package, plain_rows

Window: TypeAlias = tuple[float, float, float, float]
_Points: TypeAlias = NDArray[np.float64]
_Box: TypeAlias = tuple[float, float, float, float]

CONVENTION = (
    "How this book draws maps: land has no states and belongs to nobody on the map; border lines are drawn "
    "only between China, Russia, Mongolia and Kazakhstan, which agree on them; what is in dispute is hatched "
    "or left outside the picture, and Crimea is never shown as part of Russia."
)
"""What stands under every map. ``chart`` adds it to the caption by itself."""

GAP = (
    "At Bolshoy Ussuriysky (Heixiazi), which the two states divided in 2008, the border has a gap and a "
    "ring: no line through the island was found that the book may print."
)
"""What stands under a map on which the gap in the border line can be seen."""

EXTENT: Window = (30.0, 20.0, 160.0, 80.0)
"""Where there is geometry: west, south, east, north, in degrees."""

_HATCHED = "Hatched, by a rough box: {names}."
_ISLAND = (134.544, 48.316)
"""The middle of the gap that the border's file leaves."""
_TOLERANCE = 0.35
"""About how many units of the picture a line may be moved by when it is simplified."""
_SMALLEST = 2.0
"""Square units below which an island is left out."""
_STYLES: Mapping[str, Mapping[str, Any]] = {
    "crude oil": {"color": colours["ink"], "linewidth": 1.5, "zorder": 2.1},
    "gas": {
        "color": colours["accent"],
        "linewidth": 4.0,
        "linestyle": (0, (1.2, 0.8)),
        "dash_capstyle": "butt",
        "zorder": 1.9,
    },
}
"""Oil is a thin line, gas broad dashes under it: also where both run side by side, and without colours."""
_SIZE = 10.5
"""Of names on a map, in units: smaller than in charts, for names are many."""
_SIDES: Mapping[str, tuple[float, float, str, str]] = {
    "right": (6, 0, "left", "center"),
    "left": (-6, 0, "right", "center"),
    "above": (0, 5, "center", "bottom"),
    "below": (0, -5, "center", "top"),
    "above right": (4, 3, "left", "bottom"),
    "below right": (4, -3, "left", "top"),
    "above left": (-4, 3, "right", "bottom"),
    "below left": (-4, -3, "right", "top"),
}
_LINE = 1.25 * _SIZE
_CORNERS = ("lower left", "lower right", "upper left", "upper right")
_REACHES = (1.0, 1.8, 3.0)
"""How far from its mark a name may stand, in those steps."""


@dataclass
class _Name:
    """A name that waits for its place: ``points`` are where it may belong, ``sides`` where it may stand."""

    text: str
    points: _Points
    sides: tuple[str, ...]
    gid: str
    what: str
    colour: str
    needed: bool = True


@dataclass
class _Map:
    """What stands on one pair of axes."""

    window: Window
    tables: list[str]
    sentences: list[str]
    listed: list[dict[str, str]] = field(default_factory=list)
    names: list[_Name] = field(default_factory=list)
    lines: list[_Points] = field(default_factory=list)
    marks: list[tuple[float, float]] = field(default_factory=list)
    written: list[Annotation] = field(default_factory=list)


_maps: WeakKeyDictionary[Axes, _Map] = WeakKeyDictionary()


def base_map(
    ax: Axes,
    window: Window,
    *,
    borders: bool = True,
    rivers: bool = False,
    scale: str | None = "free",
) -> None:
    """Make ``ax`` a map of ``window``, (west, south, east, north) in degrees, within ``EXTENT``.

    Draws land, and of what lies in the window the areas in dispute (hatched), border lines if ``borders``,
    and the Amur with its tributaries if ``rivers``. A figure of one pair of axes takes the window's shape.
    ``scale`` is the corner of the scale bar ("lower left", …), the emptiest one ("free"), or None.
    Raises FigureError for a window that is none.
    """
    west, south, east, north = window
    low_x, low_y, high_x, high_y = EXTENT
    if not (low_x <= west < east <= high_x and low_y <= south < north <= high_y):
        raise FigureError(
            f"window is {window}: write (west, south, east, north) in degrees, within {EXTENT}, where the "
            "book has geometry"
        )
    if ax in _maps:
        raise FigureError("these axes are a map already: give each map axes of its own")
    middle = math.cos(math.radians((south + north) / 2))
    figure = _figure(ax)
    if figure.axes == [ax]:
        figure.set_size_inches(WIDTH, WIDTH * (north - south) / (east - west) / middle)
    ax.set(xlim=(west, east), ylim=(south, north), xticks=[], yticks=[], aspect=1 / middle)
    ax.grid(False)
    ax.spines[:].set(visible=True, color=colours["grid"])
    drawn = _maps[ax] = _Map(window, ["map-land"], [CONVENTION])
    _land(ax, drawn)
    _disputed(ax, drawn)
    if rivers:
        _rivers(ax, drawn)
    if borders:
        _borders(ax, drawn)
    if scale is not None:
        _scale_bar(ax, drawn, scale)


def pipelines(
    ax: Axes, names: Sequence[str] | None = None, *, labels: Mapping[str, str] | None = None
) -> None:
    """Draw pipelines by their id in ``map-pipelines``, or all that cross the window: oil whole, gas broken.

    Each is named once, with what it carries; ``labels`` gives another text by id, an empty one for no name.
    Marks have the gid ``pipeline-<id>``. Raises FigureError for axes without a map, an id that is unknown or
    lies outside the window.
    """
    drawn = _drawn(ax, "pipelines")
    rows = {row["id"]: row for row in plain_rows("map-pipelines")}
    routes = {
        shape["properties"]["id"]: _pieces(shape["geometry"]) for shape in _shapes("map-pipeline-routes")
    }
    _check_names(names, rows, "map-pipelines", "pipeline")
    _check_names(labels, rows, "map-pipelines", "pipeline")
    drawn.tables += ["map-pipelines", "map-pipeline-routes"]
    named: dict[str, _Points] = {}
    for name in rows if names is None else names:
        row, within = rows[name], _within(drawn, routes[name])
        if not within:
            if names is not None:
                raise FigureError(f"the pipeline {name!r} lies outside the window {drawn.window}")
            continue
        joined = _joined(within)
        ax.plot(*joined.T, **_STYLES[row["carries"]], gid=f"pipeline-{name}")
        drawn.lines += within
        text = (labels or {}).get(name, f"{row['label']} ({row['carries'].removeprefix('crude ')})")
        longest = max(within, key=_length)
        if text and (text not in named or _length(longest) > _length(named[text])):
            named[text] = longest
        _list(drawn, row["name"], "", "", f"pipeline, {row['carries']}", f"{row['from']} to {row['to']}")
    for text, line in named.items():
        sides = ("right", "left", "above", "below", "above right", "below left", "above left", "below right")
        points = _spread(line)
        drawn.names.append(_Name(text, points, sides, "", f"the pipeline {text!r}", colours["ink"]))


def places(
    ax: Axes, names: Sequence[str], *, labels: Mapping[str, str] | None = None, scripts: bool = True
) -> None:
    """Mark places by their id in ``map-places``, each with its name, and in its own script if ``scripts``.

    A name stands where there is room; ``labels`` may say by id on which side (right, left, above, below,
    above right, …), or give an empty text for a mark without a name. Marks have the gid ``place-<id>``, names
    ``name-<id>``, their second line ``name-<id>-script``. Raises FigureError for axes without a map, an id
    that is unknown or lies outside the window, and when a chart is made of a map on which a name finds no
    room.
    """
    drawn = _drawn(ax, "places")
    rows = {row["id"]: row for row in plain_rows("map-places")}
    _check_names(names, rows, "map-places", "place")
    _check_names(labels, rows, "map-places", "place")
    drawn.tables += ["map-places"]
    west, south, east, north = drawn.window
    for name in names:
        row = rows[name]
        x, y = float(row["longitude_deg"]), float(row["latitude_deg"])
        if not (west <= x <= east and south <= y <= north):
            raise FigureError(f"the place {name!r} lies outside the window {drawn.window}")
        ax.plot(
            [x], [y], "o", color=colours["ink"], markersize=4.5, markeredgecolor=colours["page"],
            markeredgewidth=0.8, gid=f"place-{name}",
        )  # fmt: skip
        drawn.marks.append((x, y))
        _list(drawn, row["name"], row["name_zh"], row["name_ru"], row["role"], _degrees(x, y))
        side = (labels or {}).get(name)
        if side not in (None, "", *_SIDES):
            raise FigureError(f"labels puts {name!r} {side!r}; it can stand {', '.join(_SIDES)}")
        states = {"CHN": row["name_zh"], "RUS": row["name_ru"]}
        own = " ".join(filter(None, (states[state] for state in row["country_iso3"].split("; "))))
        text = f"{row['name']}\n{own}" if scripts and own else row["name"]
        if side != "":
            sides = (side,) if side else tuple(_SIDES)
            drawn.names.append(
                _Name(text, np.array([[x, y]]), sides, f"name-{name}", f"the place {name!r}", colours["ink"])
            )


def listed(ax: Axes) -> pd.DataFrame:
    """Return the table of what is named on the map, for ``chart(fig, numbers=listed(ax), …)``.

    Columns: Name, In Chinese, In Russian, What it is, Where; a row per place and pipeline, in the order
    drawn. Raises FigureError for axes without a map, or with nothing named.
    """
    drawn = _drawn(ax, "listed")
    if not drawn.listed:
        raise FigureError("nothing is named on this map: draw places() or pipelines() first")
    return pd.DataFrame(drawn.listed)


def convention(fig: Figure) -> str:
    """Return what stands under ``fig``: the convention and what of it shows here; '' without a map."""
    found = [sentence for ax in fig.axes if ax in _maps for sentence in _maps[ax].sentences]
    return " ".join(dict.fromkeys(found))


def geometry_behind(fig: Figure) -> list[str]:
    """Return the names of the tables and geometry that the maps of ``fig`` are drawn from."""
    return list(dict.fromkeys(name for ax in fig.axes if ax in _maps for name in _maps[ax].tables))


def place_names(fig: Figure) -> None:
    """Write the names of each map of ``fig`` where there is room, as ``chart`` does; once is enough.

    Raises FigureError for a name that finds none.
    """
    waiting = [ax for ax in fig.axes if ax in _maps and _maps[ax].names]
    if not waiting:
        return
    with styled():
        fig.draw_without_rendering()
    for ax in waiting:
        _write(ax, _maps[ax])
        _maps[ax].names.clear()


# -- what is drawn


def _land(ax: Axes, drawn: _Map) -> None:
    per_degree, edge = _per_degree(drawn), Bbox.from_extents(*_padded(drawn))
    rings: list[Outline] = []
    for shape in _shapes("map-land"):
        for ring in (ring for polygon in shape["geometry"]["coordinates"] for ring in polygon):
            cut = np.asarray(Outline(ring).clip_to_bbox(edge).vertices) * per_degree
            if len(cut) >= 4 and _area(cut) >= _SMALLEST:
                [thin] = _simplified(cut)
                if len(thin) >= 4:
                    drawn.lines.append(thin / per_degree)
                    rings.append(Outline(thin / per_degree, closed=True))
    ax.add_patch(
        PathPatch(
            Outline.make_compound_path(*rings),
            facecolor=colours["grid"],
            edgecolor=colours["muted"],
            linewidth=0.6,
            zorder=0.5,
        )
    )


def _disputed(ax: Axes, drawn: _Map) -> None:
    west, south, east, north = drawn.window
    edge = _padded(drawn)
    seen: dict[str, None] = {}
    for row in plain_rows("map-disputed"):
        left, low, right, high = (float(row[f"{side}_deg"]) for side in ("west", "south", "east", "north"))
        if left < east and right > west and low < north and high > south:
            left, low = max(left, edge[0]), max(low, edge[1])
            right, high = min(right, edge[2]), min(high, edge[3])
            ax.add_patch(
                Rectangle(
                    (left, low),
                    right - left,
                    high - low,
                    facecolor="none",
                    edgecolor=colours["muted"],
                    hatch="////",
                    linewidth=0.6,
                    zorder=1,
                    gid=f"disputed-{row['id']}",
                )
            )
            seen[f"{row['name']} ({row['about']})"] = None
    if seen:
        drawn.tables += ["map-disputed"]
        drawn.sentences.append(_HATCHED.format(names="; ".join(seen)))


def _rivers(ax: Axes, drawn: _Map) -> None:
    drawn.tables += ["map-rivers"]
    named: dict[str, list[_Points]] = {}
    for shape in _shapes("map-rivers"):
        within = _within(drawn, _pieces(shape["geometry"]))
        if within:
            ax.plot(*_joined(within).T, color=colours["accent"], linewidth=1.1, zorder=1.5)
            drawn.lines += within
            named.setdefault(shape["properties"]["name"], []).extend(within)
    for name, lines in named.items():
        points = _spread(max(lines, key=_length))
        drawn.names.append(
            _Name(name, points, tuple(_SIDES), "", f"the river {name!r}", colours["accent"], needed=False)
        )


def _borders(ax: Axes, drawn: _Map) -> None:
    drawn.tables += ["map-borders"]
    for shape in _shapes("map-borders"):
        within = _within(drawn, _pieces(shape["geometry"]))
        if within:
            ax.plot(
                *_joined(within).T,
                color=colours["muted"],
                linewidth=1.3,
                linestyle=(0, (4, 1.5, 1, 1.5)),
                dash_capstyle="butt",
                zorder=1.6,
            )
            drawn.lines += within
    west, south, east, north = drawn.window
    x, y = _ISLAND
    if west < x < east and south < y < north:
        ax.plot(
            [x], [y], "o", markersize=7, markerfacecolor="none", markeredgecolor=colours["ink"],
            markeredgewidth=1.2, gid="border-gap",
        )  # fmt: skip
        drawn.marks.append((x, y))
        drawn.sentences.append(GAP)


def _scale_bar(ax: Axes, drawn: _Map, corner: str) -> None:
    if corner not in ("free", *_CORNERS):
        raise FigureError(f"scale is {corner!r}; it can be free, {', '.join(_CORNERS)}")
    west, south, east, north = drawn.window
    vertical, side = (_emptiest(drawn) if corner == "free" else corner).split()
    middle = (south + north) / 2
    across = (east - west) * 111.195 * math.cos(math.radians(middle))
    long = max(n for n in (10, 20, 50, 100, 200, 500, 1000, 2000) if n <= max(across / 4, 10))
    share, low = long / across, 0.05 if vertical == "lower" else 0.95
    start = 0.03 if side == "left" else 0.97 - share
    x, y = west + start * (east - west), south + low * (north - south)
    end = x + share * (east - west)
    ax.plot([x, end], [y, y], color=colours["ink"], linewidth=1.5, solid_capstyle="butt", gid="scale")
    drawn.lines.append(np.array([(x, y), (end, y)]))
    text = f"{long:,} km at {middle:.0f}°\u202fN".replace(",", "\u202f")
    drawn.written.append(
        ax.annotate(
            text,
            (x if side == "left" else end, y),
            xytext=(0, 3 if vertical == "lower" else -3),
            textcoords="offset points",
            ha=side,
            va="bottom" if vertical == "lower" else "top",
            fontsize=_SIZE - 1,
            color=colours["ink"],
        )
    )


def _emptiest(drawn: _Map) -> str:
    """Return the corner of the window, as large as a scale bar, that fewest of the lines cross."""
    per_degree = _per_degree(drawn)
    west, south, east, north = drawn.window
    size = np.array([east - west, north - south]) * per_degree
    lines = [_dense((line - [west, south]) * per_degree) for line in drawn.lines]
    points = np.concatenate(lines) if lines else np.empty((0, 2))

    def crossed(corner: str) -> int:
        across = points[:, 0] if corner.endswith("left") else size[0] - points[:, 0]
        up = points[:, 1] if corner.startswith("lower") else size[1] - points[:, 1]
        return int(((across > 0) & (across < 0.33 * size[0]) & (up > 0) & (up < 34)).sum())

    return min(_CORNERS, key=crossed)


# -- names


def _write(ax: Axes, drawn: _Map) -> None:
    """Give each name a free place that crosses few lines, always the one that has fewest places left."""
    unit = 72 / _figure(ax).dpi
    frame = ax.bbox
    room = (frame.x0 * unit + 2, frame.y0 * unit + 2, frame.x1 * unit - 2, frame.y1 * unit - 2)
    place = ax.transData
    marks = [place.transform(mark) * unit for mark in drawn.marks]
    taken: list[_Box] = [(x - 3, y - 3, x + 3, y + 3) for x, y in marks]
    taken += [_written_box(ax, text, unit) for text in drawn.written]
    lines = [_dense(place.transform(line) * unit) for line in drawn.lines]
    crossed = np.concatenate(lines) if lines else np.empty((0, 2))
    waiting = [(name, list(_choices(name, place, unit, room, crossed, marks))) for name in drawn.names]
    while waiting:
        waiting = [
            (name, [each for each in choices if not any(_meet(each.box, other) for other in taken)])
            for name, choices in waiting
        ]
        waiting.sort(key=lambda each: (not each[0].needed, len(each[1])))
        name, choices = waiting.pop(0)
        if choices:
            others = [rest for other, rest in waiting if other.needed]
            best = min(choices, key=lambda each: each.cost + _taken_away(each, others))
            taken.append(best.box)
            _write_name(ax, name, best)
        elif name.needed:
            raise FigureError(
                f'{name.what} finds no room for its name: say in labels which go without one (""), leave '
                "out scripts, name fewer, or take a smaller window"
            )


@dataclass(frozen=True)
class _Choice:
    """A place for a name, and what it costs."""

    cost: float
    point: _Points
    side: str
    reach: float
    box: _Box


def _choices(
    name: _Name, place: Transform, unit: float, room: _Box, crossed: _Points, marks: Sequence[_Points]
) -> Iterator[_Choice]:
    for nth, point in enumerate(name.points):
        x, y = place.transform(point) * unit
        for rank, (reach, side) in enumerate(product(_REACHES, name.sides)):
            box = _box(name.text, x, y, side, reach)
            if _inside(box, room):
                through = Bbox.from_extents(*box).padded(1).count_contains(crossed)
                cost = 0.5 * through + 3 * (reach - 1) + 0.1 * rank + 0.2 * nth
                yield _Choice(cost + _astray(box, (x, y), marks), point, side, reach, box)


def _taken_away(choice: _Choice, others: Sequence[Sequence[_Choice]]) -> float:
    """Return what it costs that other names lose places: for each, by the share that it loses."""
    lost = [sum(_meet(choice.box, each.box) for each in rest) / len(rest) for rest in others if rest]
    return 4 * sum(lost)


def _write_name(ax: Axes, name: _Name, choice: _Choice) -> None:
    """Write each line by itself: matplotlib cannot measure the signs that its font lacks."""
    dx, _, across, _ = _SIDES[choice.side]
    texts = name.text.split("\n")
    for number, text in enumerate(texts):
        ax.annotate(
            text,
            (float(choice.point[0]), float(choice.point[1])),
            xytext=(choice.reach * dx, _middle(choice, number, len(texts))),
            textcoords="offset points",
            ha=across,
            va="center",
            fontsize=_SIZE,
            color=name.colour,
            annotation_clip=False,
            gid=f"{name.gid}{'-script' * number}" if name.gid else None,
        )


def _middle(choice: _Choice, number: int, lines: int) -> float:
    """Return how far above its point the middle of a line stands."""
    _, dy, _, up = _SIDES[choice.side]
    top = {"bottom": lines * _LINE, "center": lines * _LINE / 2, "top": 0.0}[up]
    return choice.reach * dy + top - (number + 0.5) * _LINE


def _box(text: str, x: float, y: float, side: str, reach: float) -> _Box:
    dx, dy, across, up = _SIDES[side]
    lines = text.split("\n")
    width, height = max(text_width(line, _SIZE) for line in lines), _LINE * len(lines)
    left = x + reach * dx - {"left": 0, "center": width / 2, "right": width}[across]
    low = y + reach * dy - {"bottom": 0, "center": height / 2, "top": height}[up]
    return left, low, left + width, low + height


def _written_box(ax: Axes, text: Annotation, unit: float) -> _Box:
    x, y = ax.transData.transform(text.xy) * unit
    width, height = text_width(text.get_text(), _SIZE - 1), 1.3 * _SIZE
    left = x if text.get_horizontalalignment() == "left" else x - width
    low = y if text.get_verticalalignment() == "bottom" else y - height
    return left, low - 4, left + width, low + height + 4


def _inside(box: _Box, room: _Box) -> bool:
    return box[0] >= room[0] and box[1] >= room[1] and box[2] <= room[2] and box[3] <= room[3]


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _astray(box: _Box, own: tuple[float, float], marks: Sequence[_Points]) -> float:
    """Return what it costs that a name stands as near to another mark as to its own, for each such mark."""
    here = _away(box, own)
    return 8.0 * len([mark for mark in marks if math.dist(mark, own) > 0.01 and _away(box, mark) < here + 3])


def _away(box: _Box, mark: tuple[float, float] | _Points) -> float:
    x, y = float(mark[0]), float(mark[1])
    return math.hypot(max(box[0] - x, 0.0, x - box[2]), max(box[1] - y, 0.0, y - box[3]))


def _dense(line: _Points) -> _Points:
    """Return the line with a point about every three units, so that a long straight stretch counts."""
    steps = [np.linspace(a, b, max(2, int(math.dist(a, b) / 3))) for a, b in pairwise(line)]
    return np.concatenate(steps) if steps else line


# -- geometry


def _shapes(name: str) -> list[dict[str, Any]]:
    path = package().resource(name).path
    return _features(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _features(path: Path, _changed: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return found


def _pieces(geometry: Mapping[str, Any]) -> list[_Points]:
    return [np.asarray(piece, float) for piece in geometry["coordinates"]]


def _per_degree(drawn: _Map) -> _Points:
    """Return how many units of the picture a degree is wide and high."""
    west, south, east, north = drawn.window
    across = 72 * WIDTH / (east - west)
    return np.array([across, across / math.cos(math.radians((south + north) / 2))])


def _padded(drawn: _Map) -> Window:
    """Return the window with a margin of four units, where the edges made by clipping stay out of sight."""
    west, south, east, north = drawn.window
    x, y = 4 / _per_degree(drawn)
    return west - x, south - y, east + x, north + y


def _within(drawn: _Map, pieces: Sequence[_Points]) -> list[_Points]:
    """Return what of the lines lies in the window, as fine as the picture shows it."""
    per_degree = _per_degree(drawn)
    west, south, east, north = np.tile(per_degree, 2) * _padded(drawn)
    found: list[_Points] = []
    for piece in pieces:
        cut = _simplified(piece * per_degree, clip=(west, south, east, north))
        found += [part / per_degree for part in cut if _length(part) > 1]
    return found


def _simplified(line: _Points, clip: _Box | None = None) -> list[_Points]:
    """Return the parts of a line in units of the picture, within ``clip``, with the points that it needs."""
    path = Outline(line)
    path.simplify_threshold = _TOLERANCE
    path = path.cleaned(clip=clip, simplify=True)
    starts = np.flatnonzero(path.codes == Outline.MOVETO)
    return np.split(np.asarray(path.vertices)[:-1], starts[1:])  # the last only says that the path ends


def _area(ring: _Points) -> float:
    x, y = ring.T
    return float(abs(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2)


def _length(line: _Points) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def _joined(lines: Sequence[_Points]) -> _Points:
    """Return lines as one, with gaps between them."""
    gap = np.full((1, 2), np.nan)
    return np.concatenate([part for line in lines for part in (gap, line)][1:])


def _spread(line: _Points) -> _Points:
    """Return points along a line, those in its middle first."""
    gone = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    shares = np.array([0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9]) * gone[-1]
    return np.column_stack([np.interp(shares, gone, line[:, axis]) for axis in (0, 1)])


# -- small things


def _figure(ax: Axes) -> Figure:
    figure = ax.get_figure(root=True)
    if figure is None:
        raise FigureError("these axes belong to no figure any more")
    return figure


def _drawn(ax: Axes, call: str) -> _Map:
    if ax not in _maps:
        raise FigureError(f"these axes are no map yet: call base_map(ax, window) before {call}()")
    return _maps[ax]


def _list(drawn: _Map, name: str, chinese: str, russian: str, what: str, where: str) -> None:
    columns = ("Name", "In Chinese", "In Russian", "What it is", "Where")
    drawn.listed.append(dict(zip(columns, (name, chinese, russian, what, where), strict=True)))


def _degrees(x: float, y: float) -> str:
    return f"{y:.2f}°\u202fN, {x:.2f}°\u202fE"


def _check_names(names: Any, rows: Mapping[str, Any], table: str, what: str) -> None:
    if isinstance(names, str):
        raise FigureError(f'the {what}s are one text; write a list, ["{names}"]')
    for name in names or ():
        if name not in rows:
            raise FigureError(f"{table} has no {what} {name!r}{near(name, rows)}")
