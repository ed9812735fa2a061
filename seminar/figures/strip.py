"""A strip of the timeline: events below an axis of time and, above it, documents at the dates that are known.

Dates are as exact as their source: ``2022-06-10`` is a point, ``2022-06`` and ``2022`` are spans. Marks bear
numbers, and a key below says what they are: so any number of close dates stays legible on a telephone.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, product
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from seminar.bibliography import publications
from seminar.corpus import paragraph_mark
from seminar.figures.chart import Chart, chart
from seminar.figures.style import TEXT_SIZE, WIDTH, colours, spread, styled, text_width
from seminar.figures.svg import FigureError
from seminar.tables import row

_COLUMNS = ("id", "date", "date_end", "title", "place", "source", "paragraph", "citation")

# Units of the picture; y runs downwards.
_PAGE = WIDTH * 72
_LEFT, _RIGHT = 12.0, _PAGE - 12.0
_LINE = 14.5
_MARK = 15.0
_GAP = 17.0
_DATES = 28.0
_TITLES = 114.0
_MOST = int((_RIGHT - _LEFT) / _GAP) + 1


@dataclass(frozen=True)
class Span:
    """What an ISO day, month or year covers: from ``start`` up to and without ``end`` (ordinals)."""

    start: int
    end: int
    words: str

    @property
    def middle(self) -> float:
        """The point at which a mark stands."""
        return (self.start + self.end) / 2

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.end - self.start == 1


@dataclass(frozen=True)
class _Event:
    id: str
    number: int
    span: Span
    title: str
    place: str
    document: str
    source: str


@dataclass(frozen=True)
class _Document:
    id: str
    label: str
    written: Span | None
    published: Span | None
    statements: tuple[_Event, ...]


def strip(events: pd.DataFrame, documents: Sequence[str] = (), highlight: Collection[str] = ()) -> Chart:
    """Draw rows of the table ``events`` on an axis of time, with ``documents`` (ids of ``sources``) above it.

    A row that one of ``documents`` states, and no outside citation bears out, stands above the axis in that
    document's line; every other row below. A document is drawn where it was written (a span where only a span
    is known) and published. ``highlight`` holds ids of events to be drawn in the accent colour. The chart's
    numbers list everything in the picture.

    Raises FigureError for no events or too many, a missing column, a date that is none, and an unknown id in
    ``highlight``; UnknownRow for an unknown document.
    """
    if isinstance(documents, str):
        raise FigureError(f'documents is one text; write documents=["{documents}"]')
    listed = _events(events, documents)
    unknown = sorted(set(highlight) - {event.id for event in listed})
    if unknown:
        raise FigureError(f"highlight names {', '.join(unknown)}, which is not among the events of the strip")
    cards = [_document(identifier, listed) for identifier in documents]
    below = [event for event in listed if event.document not in documents]
    for name, marks in [("the axis", below), *((card.label, card.statements) for card in cards)]:
        if len(marks) > _MOST:
            raise FigureError(
                f"{len(marks)} events at {name}; a strip holds {_MOST}: choose, or make two strips"
            )
    with styled():
        fig = _drawn(cards, below, listed, frozenset(highlight))
    return chart(
        fig, numbers=_numbers(cards, listed), tables=["events", "sources"] if documents else ["events"]
    )


def span(text: str, end: str = "") -> Span:
    """Return what the ISO date ``text`` covers, or the time from it to the last day of ``end``.

    Raises ValueError for anything but ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, and for an end before it.
    """
    first, until = _bounds(text)
    if not end or end == text:
        return Span(first, until, in_words(text))
    _, until = _bounds(end)
    if until <= first:
        raise ValueError(f"ends ({end}) before it begins ({text})")
    return Span(first, until, _range_in_words(text, end))


def _range_in_words(text: str, end: str) -> str:
    """Say what both ends share once: ``Mar to Jun 2021``, ``17 to 18 Sep 2019``."""
    if len(text) == len(end) == 10 and text[:7] == end[:7]:
        return f"{int(text[8:])} to {in_words(end)}"
    if min(len(text), len(end)) > 4 and text[:4] == end[:4]:
        return f"{in_words(text).removesuffix(text[:4])}to {in_words(end)}"
    return f"{in_words(text)} to {in_words(end)}"


def _bounds(text: str) -> tuple[int, int]:
    parts = text.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not all(p.isdecimal() for p in parts):
        raise ValueError(f"{text!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (*map(int, parts), *(0, 0))[:3]
    try:
        if day:
            start = date(year, month, day).toordinal()
            return start, start + 1
        if month:
            start = date(year, month, 1).toordinal()
            return start, start + calendar.monthrange(year, month)[1]
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1
    except ValueError as error:
        raise ValueError(f"{text!r} is no date: {error}") from None


def in_words(text: str) -> str:
    """Return an ISO date as people read it: ``10 Jun 2022``, ``Jun 2022``, ``2022``."""
    year, *rest = text.split("-")
    return " ".join(
        [*(str(int(day)) for day in rest[1:]), *(_MONTHS[int(month)] for month in rest[:1]), year]
    )


_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def wrapped(text: str, width: float, size: float = TEXT_SIZE, weight: str = "normal") -> list[str]:
    """Return ``text`` in lines of at most ``width`` units, broken at spaces, or within too wide a word."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".lstrip()
        if text_width(joined, size, weight) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for character in word:
            if lines[-1] and text_width(lines[-1] + character, size, weight) > width:
                lines.append("")
            lines[-1] += character
    return lines


def _text(cell: Any) -> str:
    return "" if pd.isna(cell) else str(cell)


def _events(frame: pd.DataFrame, documents: Sequence[str]) -> list[_Event]:
    missing = [name for name in _COLUMNS if name not in frame.columns]
    if missing:
        raise FigureError(f"events has no column {', '.join(missing)}; give rows of table('events')")
    if frame.empty:
        raise FigureError("events has no rows; the query before it found nothing")
    rows = []
    for entry in frame.to_dict("records"):
        try:
            rows.append((span(_text(entry["date"]), _text(entry["date_end"])), entry))
        except ValueError as error:
            raise FigureError(f"event {entry['id']}: {error}") from None
    rows.sort(key=lambda pair: (pair[0].start, pair[0].end))
    return [
        _Event(
            id=str(entry["id"]),
            number=number,
            span=when,
            title=_text(entry["title"]),
            place=_text(entry["place"]),
            document="" if _text(entry["citation"]) else _text(entry["source"]),
            source=_source(entry),
        )
        for number, (when, entry) in enumerate(rows, start=1)
    ]


def _source(entry: dict[Any, Any]) -> str:
    named = []
    if _text(entry["source"]):
        paragraph = _text(entry["paragraph"])
        named.append(_short(_text(entry["source"])) + (f", {paragraph_mark(paragraph)}" if paragraph else ""))
    named += [_cited(key.strip()) for key in _text(entry["citation"]).split(";") if key.strip()]
    return "; ".join(named)


def _short(document: str) -> str:
    return str(row(f"sources:{document}")["short"])


def _cited(key: str) -> str:
    """Return who published the entry of the bibliography, and when; the key where there is no entry."""
    entries = publications()
    if key not in entries:
        return key
    entry = entries[key]
    people = [" ".join(person.last_names) for person in entry.persons.get("author", [])]
    who = " and ".join(people) or next(
        (
            entry.fields[name]
            for name in ("organization", "publisher", "howpublished", "title")
            if name in entry.fields
        ),
        key,
    )
    return f"{who.replace('{', '').replace('}', '')} {entry.fields.get('year', '')}".strip()


def _document(identifier: str, events: Sequence[_Event]) -> _Document:
    card = row(f"sources:{identifier}")
    written = _text(card["date_written"])
    published = _text(card["date_published"])
    written_span = span(written, _text(card["date_written_end"])) if written else None
    published_span = span(published) if published else None
    if published_span == written_span:
        written_span = None
    said = [
        f"{verb} {when.words}"
        for verb, when in (("written", written_span), ("published", published_span))
        if when is not None
    ]
    return _Document(
        identifier,
        f"{card['short']}: {', '.join(said) or 'not dated'}",
        written_span,
        published_span,
        tuple(event for event in events if event.document == identifier),
    )


def _numbers(documents: Sequence[_Document], events: Sequence[_Event]) -> pd.DataFrame:
    rows = []
    for document in documents:
        name, _, dates = document.label.rpartition(": ")
        rows.append(("", dates, name, "", "the document itself"))
    rows += [(str(e.number), e.span.words, e.title, e.place, e.source) for e in events]
    return pd.DataFrame(rows, columns=["No.", "Date", "Event", "Place", "Source"])


class _Scale:
    """From days to units across; the time shown is a little longer than the marks need."""

    def __init__(self, spans: Sequence[Span]) -> None:
        first, last = min(s.start for s in spans), max(s.end for s in spans)
        margin = max(10.0, (last - first) * 0.04)
        self.first, self.last = first - margin, last + margin

    def __call__(self, day: float) -> float:
        return _LEFT + (day - self.first) / (self.last - self.first) * (_RIGHT - _LEFT)

    def ticks(self) -> list[tuple[float, str]]:
        """Return the finest even division of the time whose labels stand clear of each other."""
        for division in _DIVISIONS:
            found = [(self(day), text) for day, text in moments_between(self.first, self.last, *division)]
            ends = [(x - text_width(t) / 2, x + text_width(t) / 2) for x, t in found]
            clear = all(a[1] + 8 <= b[0] for a, b in pairwise(ends))
            inside = [tick for tick, (a, b) in zip(found, ends, strict=True) if a >= 0 and b <= _PAGE]
            if clear and inside:
                return inside
        return []


_ALL = tuple(range(1, 13))
_DIVISIONS: tuple[tuple[int, tuple[int, ...], tuple[int, ...]], ...] = (
    (1, _ALL, tuple(range(1, 32))),
    (1, _ALL, (1, 6, 11, 16, 21, 26)),
    (1, _ALL, (1, 16)),
    (1, _ALL, (1,)),
    (1, (1, 4, 7, 10), (1,)),
    (1, (1, 7), (1,)),
    *((years, (1,), (1,)) for years in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)
"""From fine to coarse: every so many years, in these months, on these days."""


def moments_between(
    first: float, last: float, every: int, months: Sequence[int], days: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """Yield day and label of every so many years' ``days`` of ``months`` from ``first`` to ``last``."""
    years = range(date.fromordinal(max(1, int(first))).year, date.fromordinal(int(last)).year + 1)
    for year, month, day in product((y for y in years if y % every == 0), months, days):
        if day > calendar.monthrange(year, month)[1]:
            continue
        at = date(year, month, day).toordinal()
        if first <= at <= last:
            name = str(year) if month == 1 else _MONTHS[month]
            yield at, f"{day} {_MONTHS[month]}" if len(days) > 1 else name


def _drawn(
    documents: Sequence[_Document],
    below: Sequence[_Event],
    listed: Sequence[_Event],
    highlight: frozenset[str],
) -> Figure:
    spans = [event.span for event in listed]
    spans += [when for card in documents for when in (card.written, card.published) if when is not None]
    scale = _Scale(spans)
    fig = Figure(figsize=(WIDTH, 1))
    fig.set_layout_engine("none")
    ax = fig.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    y = 4.0
    for document in documents:
        y = _draw_document(ax, document, scale, y, highlight)
    y = _draw_axis(ax, scale, y)
    y = _draw_events(ax, below, scale, y, highlight)
    y = _draw_key(ax, listed, documents, y, highlight)
    fig.set_size_inches(WIDTH, y / 72)
    ax.set(xlim=(0, _PAGE), ylim=(y, 0))
    return fig


def _draw_document(
    ax: Axes, document: _Document, scale: _Scale, y: float, highlight: frozenset[str]
) -> float:
    """Draw the document's line from ``y`` down: its name, what it states, its dates. Return the next y."""
    known = [when for when in (document.written, document.published) if when is not None]
    centre = scale(known[-1].middle) if known else _PAGE / 2
    label = document.label
    if text_width(label) > _PAGE - 8:
        label = label.replace(", published", ",\npublished")
    for line in (short for part in label.splitlines() for short in wrapped(part, _PAGE - 8)):
        half = text_width(line) / 2
        y += _LINE
        ax.text(min(max(centre, half + 4), _PAGE - half - 4), y - 3.5, line, ha="center")
    track = y + 6
    if document.statements:
        track = y + _MARK + 16
        _draw_marks(ax, document.statements, scale, track, y + _MARK / 2 + 2, highlight, stated=True)
    ax.plot([_LEFT, _RIGHT], [track, track], color=colours["grid"], linewidth=1, zorder=1)
    for when, filled in ((document.written, False), (document.published, True)):
        if when is not None:
            _draw_span(ax, when, scale, track, filled)
    return track + 13


def _draw_span(ax: Axes, when: Span, scale: _Scale, y: float, filled: bool) -> None:
    """Draw a lozenge for a day, a bar for anything longer; open where it is when a text was written."""
    face = colours["ink"] if filled else colours["page"]
    left, right = scale(when.start), scale(when.end)
    if when.exact or right - left < 6:
        ax.plot(
            [(left + right) / 2],
            [y],
            marker="D",
            markersize=6,
            color=face,
            markeredgecolor=colours["ink"],
            zorder=4,
        )
    else:
        ax.fill(
            [left, right, right, left],
            [y - 3, y - 3, y + 3, y + 3],
            facecolor=face,
            edgecolor=colours["ink"],
            linewidth=1.2,
            zorder=3,
        )


def _draw_axis(ax: Axes, scale: _Scale, y: float) -> float:
    axis = y + _LINE + 8
    for x, text in scale.ticks():
        ax.text(x, axis - 8, text, ha="center", color=colours["muted"])
        ax.plot([x, x], [axis - 5, axis], color=colours["muted"], linewidth=1)
    ax.plot([_LEFT, _RIGHT], [axis, axis], color=colours["muted"], linewidth=1.2, solid_capstyle="butt")
    return axis


def _draw_events(
    ax: Axes, events: Sequence[_Event], scale: _Scale, axis: float, highlight: frozenset[str]
) -> float:
    if not events:
        return axis + 8
    _draw_marks(ax, events, scale, axis, axis + 26, highlight, stated=False)
    return axis + 26 + _MARK / 2 + 8


def _draw_marks(
    ax: Axes,
    events: Sequence[_Event],
    scale: _Scale,
    axis: float,
    y: float,
    highlight: frozenset[str],
    *,
    stated: bool,
) -> None:
    """Draw numbered marks at height ``y``, each tied to its time at ``axis``, or just above it."""
    places = spread([scale(event.span.middle) for event in events], _GAP, _LEFT, _RIGHT)
    # What a text states must not be hidden by the bar that shows when it was written.
    line, towards, width = (axis - 6.5, -2, 2) if stated else (axis, 5, 4)
    for event, x in zip(events, places, strict=True):
        colour = _colour(event, highlight)
        at = scale(event.span.middle)
        ax.plot([at, at, x], [line, line + towards, y], color=colour, linewidth=1, zorder=2)
        left, right = scale(event.span.start), scale(event.span.end)
        if right - left > 3:
            ax.plot(
                [left, right], [line, line], color=colour, linewidth=width, solid_capstyle="butt", zorder=2
            )
        _draw_mark(ax, event, x, y, colour, stated=stated, gid=f"event-{event.id}")


def _colour(event: _Event, highlight: frozenset[str]) -> str:
    return colours["accent" if event.id in highlight else "ink"]


def _draw_mark(
    ax: Axes, event: _Event, x: float, y: float, colour: str, *, stated: bool, gid: str | None = None
) -> None:
    ax.plot(
        [x],
        [y],
        marker="o",
        markersize=_MARK,
        color=colours["page"] if stated else colour,
        markeredgecolor=colour,
        markeredgewidth=1.2,
        zorder=5,
        gid=gid,
    )
    ax.text(
        x,
        y + 3.8,
        str(event.number),
        ha="center",
        fontsize=10.5,
        color=colour if stated else colours["page"],
        zorder=6,
    )


def _draw_key(
    ax: Axes,
    events: Sequence[_Event],
    documents: Sequence[_Document],
    y: float,
    highlight: frozenset[str],
) -> float:
    stated = {event.id for card in documents for event in card.statements}
    for event in events:
        colour = _colour(event, highlight)
        weight = "bold" if event.id in highlight else "normal"
        dates = wrapped(event.span.words, _TITLES - _DATES - 6)
        titles = wrapped(event.title, _PAGE - _TITLES - 4, weight=weight)
        _draw_mark(ax, event, 14, y + 8, colour, stated=event.id in stated)
        for number in range(max(len(dates), len(titles))):
            base = y + 11.8 + number * _LINE
            if number < len(dates):
                ax.text(_DATES, base, dates[number], color=colours["muted"])
            if number < len(titles):
                ax.text(_TITLES, base, titles[number], weight=weight, color=colour)
        y += max(len(dates), len(titles)) * _LINE + 4
    if stated:
        y += _LINE
        ax.text(4, y - 3, "Open: what a text above says. Filled: other sources.", color=colours["muted"])
    return y
