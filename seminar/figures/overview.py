"""The strip of the whole timeline: a mark per event on an axis of time, which the page stretches.

matplotlib draws every mark and date once, as it stands when the whole time is in sight. The page moves what
is drawn, and writes the names, which stand in its list already (see ``seminar/frontend/README.md``, "Filters
and the strip"): ``places`` says where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from seminar.figures.strip import Span, moments_between, span
from seminar.figures.style import WIDTH, colours, styled, text_width
from seminar.figures.svg import to_svg

# Units of the picture; y runs downwards.
_PAGE = WIDTH * 72
_LEFT, _RIGHT = 12.0, _PAGE - 12.0
_LANE, _LANES = 14.0, 8
_ROOM = 84.0
_AXIS = 4 + _LANE * _LANES + 8 + _ROOM
_HEIGHT = _AXIS + 24
_PITCH = 7.0
_NAME_SIZE = 11.0
_LONGEST = 165.0
_LEAST = 730
"""Days that stay in sight where the page stretches most."""

_DIVISIONS: tuple[tuple[int, tuple[int, ...]], ...] = (
    *((years, (1,)) for years in (50, 10, 5, 1)),
    (1, (1, 7)),
    (1, (1, 4, 7, 10)),
)
"""The dates of the axis, from coarse to fine: every so many years, in these months."""


@dataclass(frozen=True)
class Overview:
    """The strip: ``svg`` as ``to_svg`` makes it, and as JSON where everything stands (``places``).

    ``places`` has ``left`` and ``right`` (the ends of the axis), ``axis`` (its height), ``first`` and
    ``last`` (the days at its ends, ISO), ``pitch`` (the side of a mark's cell), ``room`` (the height for
    marks above one another), ``lane`` and ``lanes`` (the lines for names), ``levels`` (how often the
    time is stretched), ``marks`` (per event, as they are drawn: x of its date, x and y of its mark,
    width of its name, and how many characters of its title the name has, 0 for all) and ``dates`` (gid
    of a date below the axis: x, and the first level at which it is shown). ``alt`` is its finding.
    """

    svg: str
    places: Mapping[str, Any]
    alt: str


def overview(events: Sequence[Mapping[str, str]]) -> Overview:
    """Draw events, rows of the table ``events`` as text, each with its id, dates, title, source and citation.

    What a document says is an open mark; what an outside citation bears out, a filled one. Raises ValueError
    for a date that is none.
    """
    dated = [(span(event["date"], event["date_end"]), event) for event in events]
    first = min(when.start for when, _ in dated)
    last = max(when.end for when, _ in dated)
    per_day = (_RIGHT - _LEFT) / (last - first)

    def across(day: float) -> float:
        return round(_LEFT + (day - first) * per_day, 2)

    levels = [1]
    while (last - first) / levels[-1] / 2 >= _LEAST:
        levels.append(levels[-1] * 2)
    # By the place of the mark as the page is told it, for the page stacks them too.
    dated.sort(key=lambda pair: across(pair[0].middle))
    xs = [across(when.middle) for when, _ in dated]
    spots = stacked(xs)
    dates = _dates(first, last, across, levels)
    with styled():
        fig = Figure(figsize=(WIDTH, _HEIGHT / 72))
        fig.set_layout_engine("none")
        ax = fig.add_axes((0, 0, 1, 1))
        ax.set_axis_off()
        ax.set(xlim=(0, _PAGE), ylim=(_HEIGHT, 0))
        ax.plot(
            [_LEFT, _RIGHT], [_AXIS] * 2, color=colours["muted"], linewidth=1.2, clip_on=False, gid="axis"
        )
        for gid, (x, _, words) in dates.items():
            _draw_date(ax, gid, x, words)
        for (when, event), (x, y) in zip(dated, spots, strict=True):
            _draw_event(ax, event, when, (across(when.start), across(when.end)), x, y)
        svg = to_svg(fig)
        plt.close(fig)
    return Overview(
        svg,
        {
            "left": _LEFT,
            "right": _RIGHT,
            "axis": _AXIS,
            "first": _iso(first),
            "last": _iso(last - 1),
            "pitch": _PITCH,
            "room": _ROOM,
            "lane": _LANE,
            "lanes": _LANES,
            "levels": levels,
            "marks": [
                [at, round(x, 2), round(y, 2), *_name(event["title"])]
                for (_, event), at, (x, y) in zip(dated, xs, spots, strict=True)
            ],
            "dates": {gid: [x, level] for gid, (x, level, _) in dates.items()},
        },
        _finding([when for when, _ in dated]),
    )


def stacked(xs: Sequence[float]) -> list[tuple[float, float]]:
    """Return where marks stand that belong at ``xs`` (rising): in columns, one above the other.

    The page does the same at every stretch of the time (``stacked`` in ``src/filter/strip.js``).
    """
    columns = [int((x - _LEFT) // _PITCH) for x in xs]
    step = min(_PITCH, _ROOM / max(Counter(columns).values(), default=1))
    seen: Counter[int] = Counter()
    places = []
    for column in columns:
        seen[column] += 1
        places.append((_LEFT + (column + 0.5) * _PITCH, _AXIS - 1 - (seen[column] - 0.5) * step))
    return places


def _dates(
    first: int, last: int, across: Callable[[float], float], levels: Sequence[int]
) -> dict[str, tuple[float, int, str]]:
    """Return the axis's dates by gid: x, the first level at which all of a division stand clear, words.

    A gid begins with ``date`` if it is shown from the first, with ``finer`` if not.
    """
    seen: dict[float, tuple[str, int, str]] = {}
    for every, months in _DIVISIONS:
        moments = [(across(day), words) for day, words in moments_between(first, last, every, months, (1,))]
        near = min((b[0] - a[0] for a, b in pairwise(moments)), default=_PAGE)
        wide = max((text_width(words) for _, words in moments), default=0)
        level = next((level for level in levels if near * level >= wide + 6), None)
        if level is None:
            break
        for x, words in moments:
            # A label cut by the edge at every stretch helps nobody.
            if text_width(words) / 2 - 4 <= x <= _PAGE - text_width(words) / 2 + 4:
                seen.setdefault(x, (f"{'date' if level == 1 else 'finer'}-{len(seen)}", level, words))
    return {gid: (x, level, words) for x, (gid, level, words) in seen.items()}


def _draw_date(ax: Axes, gid: str, x: float, words: str) -> None:
    ax.plot([x, x], [_AXIS, _AXIS + 5], color=colours["muted"], linewidth=1, clip_on=False, gid=f"tick-{gid}")
    ax.text(x, _AXIS + 18, words, ha="center", color=colours["muted"], gid=gid)


def _draw_event(
    ax: Axes,
    event: Mapping[str, str],
    when: Span,
    ends: tuple[float, float],
    x: float,
    y: float,
) -> None:
    """Draw the event's mark, and the time in which an inexact date may lie."""
    stated = bool(event["source"]) and not event["citation"]
    if not when.exact:
        ax.plot(
            ends,
            [y, y],
            color=colours["grid"],
            linewidth=3,
            solid_capstyle="butt",
            clip_on=False,
            zorder=1,
            gid=f"span-{event['id']}",
        )
    ax.plot(
        [x],
        [y],
        linestyle="none",
        marker="o",
        markersize=5.2,
        color=colours["page" if stated else "ink"],
        markeredgecolor=colours["ink"],
        markeredgewidth=1,
        clip_on=False,
        zorder=5,
        gid=f"event-{event['id']}",
    )


def _name(title: str) -> tuple[float, int]:
    """Return the width of an event's name, and how many characters of the title have room: 0 for all.

    A name that leaves words out ends at a space, with an ellipsis that the page writes after it.
    """
    words = title.split()

    def begun(count: int) -> str:
        return title if count == len(words) else " ".join(words[:count]).rstrip(",;:")

    def width(count: int) -> float:
        text = begun(count) + ("" if count == len(words) else " …")
        return round(text_width(text, _NAME_SIZE), 1)

    count = next((count for count in range(len(words), 1, -1) if width(count) <= _LONGEST), 1)
    return width(count), 0 if count == len(words) else len(begun(count))


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _finding(spans: Sequence[Span]) -> str:
    years = sorted(date.fromordinal(int(when.middle)).year for when in spans)
    quarter = len(years) // 4
    early, late = years[quarter], years[-1 - quarter]
    return (
        f"{len(years)} marks on an axis of time from {years[0]} to {years[-1]}; half of them "
        f"{f'stand in {early}' if early == late else f'stand between {early} and {late}'}."
    )
