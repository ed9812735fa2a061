"""What came of a series that students draw: read from a table of the data package, never from YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd

from seminar import tables


@dataclass(frozen=True)
class Truth:
    """Values at moments ``xs`` (years, ISO months or days); ``start`` is the last point shown before them."""

    xs: tuple[str, ...]
    values: tuple[Decimal, ...]
    start: tuple[str, Decimal] | None

    @property
    def turning(self) -> list[str]:
        """The moments at which the series turns from rising to falling, or back."""
        points = [*([self.start] if self.start else []), *zip(self.xs, self.values, strict=True)]
        steps = [(x, after - before) for (_, before), (x, after) in pairwise(points) if after != before]
        return [x for (x, step), (_, next_step) in pairwise(steps) if (step > 0) != (next_step > 0)]


def truth(
    *,
    table: str,
    column: str,
    x: str | None,
    where: Mapping[str, str],
    divisor: Decimal,
    rows: tuple[str, str],
    start: str | None,
    root: Path,
) -> Truth:
    """Return the values of ``column`` from the first to the last moment of ``rows``, both included.

    ``x`` names the column of moments (default: the table's key), ``where`` chooses rows by other columns.
    Raises LookupError, whose message ends in near names, for what the table does not have.
    """
    resource = tables.package(root).resource(table)
    if x is None:
        others = [name for name in resource.primary_key if name not in where]
        if len(others) != 1:
            raise tables.UnknownRow(
                f"table {table} has the key {', '.join(resource.primary_key)}: name the column of moments "
                "in x, and choose rows by the others in where"
            )
        x = others[0]
    for name in (x, column, *where):
        resource.field(name)
    frame = tables.table(table, root)
    for name, wanted in where.items():
        texts = _texts(frame[name])
        if wanted not in texts:
            raise tables.UnknownRow(
                f"table {table} has no {name} {wanted!r}{tables.near(wanted, sorted(set(texts)))}"
            )
        frame = frame[[text == wanted for text in texts]]
    moments = _texts(frame[x])
    if repeated := next((moment for moment in moments if moments.count(moment) > 1), None):
        raise tables.UnknownRow(f"table {table} has several rows at {x} {repeated}: choose one by where")
    numbers = dict(zip(moments, frame[column], strict=True))
    ordered = sorted(moments)
    for moment in [*rows, *([start] if start else [])]:
        if moment not in numbers:
            raise tables.UnknownRow(
                f"table {table} has no row at {x} {moment!r}{tables.near(moment, ordered)}"
            )
    first, last = (ordered.index(moment) for moment in rows)
    if first >= last or (start is not None and ordered.index(start) >= first):
        raise tables.UnknownRow(f"{', '.join(filter(None, (start, *rows)))} do not follow each other in time")
    wanted_moments = ordered[first : last + 1]

    def value(moment: str) -> Decimal:
        if pd.isna(numbers[moment]):
            raise tables.UnknownRow(
                f"table {table} has no {column} at {moment}: end before it, or choose another"
            )
        return (Decimal(str(numbers[moment])) / divisor).normalize() + 0

    return Truth(
        tuple(wanted_moments), tuple(map(value, wanted_moments)), (start, value(start)) if start else None
    )


def _texts(column: pd.Series[Any]) -> list[str]:
    """Return the cells as the numbers under a chart have them, for the two are compared."""
    if pd.api.types.is_datetime64_any_dtype(column):
        return tables.moments(column)
    return [str(value) for value in column]
