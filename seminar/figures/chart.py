"""A chart: the picture, the numbers behind it as a table, and the names of the tables they come from."""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from seminar.figures.geography import convention, geometry_behind, place_names
from seminar.figures.maps import Map, maps
from seminar.figures.svg import FigureError, concrete, text_boxes, to_svg, view_box
from seminar.tables import moments, source_line

BUILD = "SEMINAR_BUILD"
"""The environment variable that the Sphinx extension sets to 1 before it starts kernels."""

CHART_MIME = "application/vnd.seminar.chart+json"
NOT_AVAILABLE = "not available"

_TOUCHING = 2.0
"""Units by which two texts may intrude on each other: a box is a little larger than its letters."""


@dataclass(frozen=True)
class Numbers:
    """The accessible table of a chart: cells as people read them, and which columns hold numbers."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]

    def data(self) -> dict[str, Any]:
        """Return the table as JSON."""
        return {
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
            "numeric": list(self.numeric),
        }


@dataclass(frozen=True)
class Chart:
    """A finished chart, which shows itself in the book and in Jupyter. ``svg`` is as ``to_svg`` makes it.

    ``mapped`` holds the map of each axes, or why there is none; see ``axes``. ``convention`` is what stands
    under a geographical map, and empty for any other chart.
    """

    svg: str
    numbers: Numbers
    tables: tuple[str, ...]
    mapped: tuple[Map, ...] | FigureError = ()
    convention: str = ""

    @property
    def axes(self) -> list[Map]:
        """The map between data and picture of each axes (see ``seminar.figures.maps``).

        Raises FigureError if the figure holds what a page can neither move nor read.
        """
        if isinstance(self.mapped, FigureError):
            raise self.mapped
        return list(self.mapped)

    def data(self) -> dict[str, Any]:
        """Return the chart as JSON for an exercise: ``svg``, ``axes`` and what describes it."""
        return {"svg": self.svg, "axes": self.axes, **self._described()}

    def _described(self) -> dict[str, Any]:
        described = {"numbers": self.numbers.data(), "tables": list(self.tables)}
        return described | ({"convention": self.convention} if self.convention else {})

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        if os.environ.get(BUILD) == "1":
            return {CHART_MIME: {"svg": self.svg, **self._described()}}
        picture = concrete(self.svg)
        return {"image/svg+xml": picture, "text/html": self._html(picture), "text/plain": repr(self)}

    def __repr__(self) -> str:
        return f"Chart of {len(self.numbers.rows)} rows from {', '.join(self.tables) or 'no table'}"

    def _html(self, picture: str) -> str:
        # As an image, not inline: Jupyter strips inline SVG from a notebook that it does not trust yet.
        width, _ = view_box(picture)
        data = base64.b64encode(picture.encode()).decode()
        sources = "".join(
            f'<div style="font-size:smaller">{escape(_source_text(line))}</div>'
            for line in source_line(self.tables)
        )
        sources = "".join(f"<div>{escape(said)}</div>" for said in [self.convention] if said) + sources
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in self.numbers.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
            for row in self.numbers.rows
        )
        return (
            '<img alt="A chart; its numbers are in the table below." '
            f'style="width:{width * 1.5:g}px;max-width:100%" '
            f'src="data:image/svg+xml;base64,{data}">{sources}'
            f"<details><summary>The numbers</summary><table><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table></details>"
        )


def chart(
    fig: Figure,
    *,
    numbers: pd.DataFrame,
    tables: Sequence[str],
    decimals: int | Mapping[str, int] | None = None,
) -> Chart:
    """Turn a matplotlib figure and its numbers into the book's chart, and close the figure.

    ``numbers`` has a row per mark or moment and column names that people read, with units, such as "Total
    (US$ billion)"; a named index counts as columns. ``tables`` names the tables of the data package that the
    numbers come from, or their columns, ``table:column``, where others of the table have other publishers.
    ``decimals`` is one count for all columns of fractions, or a count per column; by default as many as the
    column needs, at most two. A missing number reads "not available", a missing text is empty; moments read
    as days, or as months where all are the first of one. To the tables of a map the geometry behind it is
    added, and to its caption the convention.

    Raises FigureError for numbers or a picture that readers could not use (no rows, names for programs,
    colours outside the palette, texts that overlap or are cut off), UnknownTable and UnknownRow.
    """
    try:
        if isinstance(tables, str):
            raise FigureError(f'tables is one text; write tables=["{tables}"]')
        behind = tuple(dict.fromkeys([*tables, *geometry_behind(fig)]))
        source_line(behind)
        listed = _listed(numbers, decimals)
        place_names(fig)
        svg = to_svg(fig)
        mapped, said = _mapped(fig), convention(fig)
    finally:
        plt.close(fig)
    _check_texts(svg)
    return Chart(svg, listed, behind, mapped, said)


def _mapped(fig: Figure) -> tuple[Map, ...] | FigureError:
    try:
        return maps(fig)
    except FigureError as error:
        return error


def _source_text(line: Mapping[str, str]) -> str:
    return f"Source: {line['title']}. {line['publishers']}. {line['licence'] or line['status']}."


def _check_texts(svg: str) -> None:
    width, height = view_box(svg)
    boxes = text_boxes(svg)
    for number, box in enumerate(boxes):
        outside = max(-box.left, -box.top, box.right - width, box.bottom - height)
        if outside > _TOUCHING:
            raise FigureError(
                f"the text {box.text!r} leaves the picture by {outside:.0f} units: shorten it, break it into "
                "lines, or place it elsewhere"
            )
        for other in boxes[:number]:
            if box.overlap(other) > _TOUCHING:
                raise FigureError(
                    f"the texts {other.text!r} and {box.text!r} overlap: move one (label_ends() does so at "
                    "the ends of lines), show fewer ticks, or make the figure higher"
                )


def _listed(numbers: pd.DataFrame, decimals: int | Mapping[str, int] | None) -> Numbers:
    if not isinstance(numbers, pd.DataFrame):
        raise FigureError(
            f"numbers is a {type(numbers).__name__}; give a DataFrame with the numbers in the picture"
        )
    frame = numbers.reset_index() if any(name is not None for name in numbers.index.names) else numbers
    if frame.empty:
        raise FigureError("numbers has no rows; give the DataFrame that the picture was drawn from")
    columns = list(frame.columns)
    for column in columns:
        if not isinstance(column, str) or not column.strip():
            raise FigureError(
                f"numbers has a column called {column!r}; rename it to words that readers understand"
            )
        if "_" in column:
            raise FigureError(
                f"numbers has the column {column!r}; readers see this name, so rename it to words and a "
                'unit, such as "Total (US$ billion)"'
            )
    if len(set(columns)) < len(columns):
        raise FigureError("numbers has two columns of one name; rename one")
    if isinstance(decimals, Mapping) and not set(decimals) <= set(columns):
        unknown = ", ".join(sorted(set(decimals) - set(columns)))
        raise FigureError(f"decimals names {unknown}, which is no column of numbers ({', '.join(columns)})")
    cells = [
        _column(frame[name], decimals.get(name) if isinstance(decimals, Mapping) else decimals)
        for name in columns
    ]
    numeric = tuple(_is_number(frame[name]) for name in columns)
    return Numbers(tuple(columns), tuple(zip(*cells, strict=True)), numeric)


def _is_number(column: pd.Series[Any]) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _column(column: pd.Series[Any], decimals: int | None) -> list[str]:
    if _is_number(column):
        if pd.api.types.is_float_dtype(column):
            known = [float(value) for value in column.dropna()]
            places = _places(known) if decimals is None else decimals
        else:
            places = 0
        return [NOT_AVAILABLE if pd.isna(value) else _fixed(value, places) for value in column]
    if pd.api.types.is_datetime64_any_dtype(column):
        return moments(column)
    return ["" if pd.isna(value) else _word(value) for value in column]


def _places(values: Sequence[float]) -> int:
    return next((n for n in (0, 1) if all(abs(value - round(value, n)) < 1e-9 for value in values)), 2)


def _fixed(value: Any, places: int) -> str:
    text = f"{value:.{places}f}"
    return text.removeprefix("-") if not text.strip("-0.") else text.replace("-", "\N{MINUS SIGN}")


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
