"""The data package: every table of the book by its name, typed, with its sources, licences and caveats.

All that is known of a table stands in ``data/datapackage.json`` (Frictionless Data Package); this module
reads it and never guesses.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from seminar.paths import MARKER, project_root

STATUS_IN_WORDS = {
    "open": "open licence",
    "conditional": "licence with conditions",
    "not stated": "licence not stated",
    "quoted facts": "facts quoted from dated public pages",
}
"""Every value that ``licence_status`` may have, with the words that readers see."""


class UnknownTable(LookupError):  # noqa: N818 - it names what the reader did
    """No table of the package bears this name."""


class UnknownRow(LookupError):  # noqa: N818
    """A reference to a row or a field does not lead anywhere."""


class BadTable(LookupError):  # noqa: N818
    """A table is not what the package says: ``file`` (seen from the project), ``line`` and ``problem``."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file, self.line, self.problem = file, line, problem


@dataclass(frozen=True)
class Source:
    """Who published the data or the text, and where."""

    title: str
    path: str | None


@dataclass(frozen=True)
class Licence:
    """A licence by its short name, its title, and its address where there is one."""

    name: str
    title: str
    path: str | None


@dataclass(frozen=True, eq=False)
class Field:
    """One column: ``type`` is Frictionless's, ``unit`` is empty for what has none.

    ``sources`` are the titles of those who published it, some of its table's or all of them.
    """

    name: str
    type: str
    title: str
    description: str
    unit: str
    required: bool
    licence_status: str
    sources: tuple[str, ...]
    constraints: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Resource:
    """One table, or one file of geometry, as the package describes it.

    ``kind`` is ``corpus`` for what the documents say and what is said of them, ``data`` for what was counted,
    ``map`` for what maps are drawn from; geometry has no ``fields``, and its features are its ``rows``;
    ``path`` is absolute; ``copied_from`` names the public repositories between the publisher and this copy;
    ``retrieved`` is the day on which the table was taken into the book; ``rows`` counts data rows.
    """

    name: str
    title: str
    description: str
    kind: str
    path: Path
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...]
    """Fields, the table that they lead to (its own where it is so), and the fields there."""
    sources: tuple[Source, ...]
    copied_from: tuple[Source, ...]
    licences: tuple[Licence, ...]
    licence_status: str
    caveats: tuple[str, ...]
    retrieved: str
    transformation: str
    hash: str
    rows: int

    @property
    def file(self) -> str:
        """Where it lies under ``data/``, in the project and in the site."""
        return self.path.as_posix().rpartition(f"/{MARKER.parent}/")[2]

    def apart(self, fields: Sequence[Field] = ()) -> dict[str, list[str]]:
        """Return the titles of the fields with another licence status than the table's, by that status.

        Of ``fields`` alone, or without them of all.
        """
        titles: dict[str, list[str]] = {}
        for field in fields or self.fields:
            if field.licence_status != self.licence_status:
                titles.setdefault(field.licence_status, []).append(field.title)
        return titles

    def publishers(self, fields: Sequence[Field] = ()) -> list[str]:
        """Return the titles of those who published ``fields``, or without them the table, in its order."""
        known = {title for field in fields for title in field.sources}
        return [source.title for source in self.sources if not fields or source.title in known]

    def field(self, name: str) -> Field:
        """Return the field called ``name``; raises UnknownRow with near names."""
        for field in self.fields:
            if field.name == name:
                return field
        raise UnknownRow(
            f"table {self.name} has no field {name!r}{near(name, [f.name for f in self.fields])}"
        )


@dataclass(frozen=True)
class Package:
    """The whole data package, read-only, in the order of the file.

    ``resources`` are its tables, ``geometry`` its files of geometry.
    """

    name: str
    title: str
    root: Path
    resources: Mapping[str, Resource]
    geometry: Mapping[str, Resource]

    @property
    def everything(self) -> list[Resource]:
        """All that the package describes: the tables, then the geometry."""
        return [*self.resources.values(), *self.geometry.values()]

    def resource(self, name: str) -> Resource:
        """Return the description of a table or of geometry; raises UnknownTable with near names."""
        found = self.resources.get(name) or self.geometry.get(name)
        if found is None:
            raise UnknownTable(f"no table {name!r} in {MARKER}{near(name, list(self.resources))}")
        return found


def near(name: str, names: Iterable[str], most: int = 3) -> str:
    """Return ``"; did you mean a, b?"``, or all ``names`` where nothing is near and they are few, or nothing.

    Names that differ by leading noughts alone (``pos-11``, ``pos-011``) are the nearest.
    """
    names = list(names)
    padded = [each for each in names if _unpadded(each) == _unpadded(name)]
    found = list(dict.fromkeys(padded + get_close_matches(name, names, n=most, cutoff=0.5)))[:most]
    if found:
        return f"; did you mean {', '.join(found)}?"
    return f"; there are {', '.join(names)}" if 0 < len(names) <= 60 else ""


def _unpadded(name: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", name)


def package(root: Path | None = None) -> Package:
    """Return the typed view of ``data/datapackage.json`` of the project at ``root`` (default: the nearest).

    A changed file is read anew. Raises FileNotFoundError without one.
    """
    file = (root or project_root()) / MARKER
    return _package(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _package(file: Path, _changed: int) -> Package:
    described = json.loads(file.read_text(encoding="utf-8"))
    found = [_resource(item, file.parent) for item in described["resources"]]
    return Package(
        name=described["name"],
        title=described["title"],
        root=file.parents[1],
        resources=MappingProxyType({each.name: each for each in found if each.fields}),
        geometry=MappingProxyType({each.name: each for each in found if not each.fields}),
    )


def _resource(item: Mapping[str, Any], folder: Path) -> Resource:
    publishers = [source["title"] for source in item["sources"]]
    status, schema = item["licence_status"], item.get("schema", {"fields": [], "primaryKey": []})
    return Resource(
        name=item["name"],
        title=item["title"],
        description=item["description"],
        kind=item["kind"],
        path=folder / item["path"],
        fields=tuple(_field(field, status, publishers) for field in schema["fields"]),
        primary_key=tuple(schema["primaryKey"]),
        foreign_keys=tuple(
            (
                tuple(key["fields"]),
                key["reference"]["resource"] or item["name"],
                tuple(key["reference"]["fields"]),
            )
            for key in schema.get("foreignKeys", [])
        ),
        sources=tuple(Source(source["title"], source.get("path")) for source in item["sources"]),
        copied_from=tuple(Source(copy["title"], copy["path"]) for copy in item.get("copied_from", [])),
        licences=tuple(
            Licence(lic["name"], lic["title"], lic.get("path")) for lic in item.get("licenses", [])
        ),
        licence_status=status,
        caveats=tuple(item["caveats"]),
        retrieved=item["retrieved"],
        transformation=item["transformation"],
        hash=item["hash"],
        rows=item["rows"] if "rows" in item else item["features"],
    )


def _field(field: Mapping[str, Any], status: str, publishers: Iterable[str]) -> Field:
    constraints = field.get("constraints", {})
    return Field(
        name=field["name"],
        type=field["type"],
        title=field["title"],
        description=field.get("description", ""),
        unit=field.get("unit", ""),
        required=bool(constraints.get("required", False)),
        licence_status=field.get("licence_status", status),
        sources=tuple(field.get("sources", publishers)),
        constraints=MappingProxyType(constraints),
    )


def table(name: str, root: Path | None = None) -> pd.DataFrame:
    """Return the table ``name`` as a new DataFrame with the columns, order and types of the package.

    Types: ``date`` is datetime64; ``boolean`` is bool, ``integer`` is int64 (``boolean`` and ``Int64`` where
    the package allows empty cells); ``number`` is float64; the rest is text. Empty cells are missing values.
    Dates known only to the year or month (``events``, ``claims``) stay text, such as ``"2019-06"``. Units
    stand in the column names or in the package. Raises UnknownTable with near names, and BadTable for a file
    that is not what the package says.
    """
    found = _frame(name, root)
    _note(name)
    return found


def _frame(name: str, root: Path | None) -> pd.DataFrame:
    resource = _table_resource(name, root)
    return _table(resource, resource.path.stat().st_mtime_ns).copy()


def _table_resource(name: str, root: Path | None) -> Resource:
    described = package(root)
    if name in described.geometry:
        raise UnknownTable(f"{name} is geometry and no table: seminar.figures.geography draws it")
    return described.resource(name)


_noted: ContextVar[dict[str, None] | None] = ContextVar("_noted", default=None)


@contextmanager
def reading() -> Iterator[dict[str, None]]:
    """Within it, note what is read, once and in this order: a table as ``trade``, a row as ``trade:2018``."""
    notes: dict[str, None] = {}
    token = _noted.set(notes)
    try:
        yield notes
    finally:
        _noted.reset(token)


def _note(reference: str) -> None:
    notes = _noted.get()
    if notes is not None:
        notes[reference] = None


@lru_cache(maxsize=64)
def _table(resource: Resource, _changed: int) -> pd.DataFrame:
    try:
        frame = pd.read_csv(resource.path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8")
    except ValueError as error:  # a row with too many cells, or bytes that are no UTF-8
        line = re.search(r"in line (\d+)", str(error))
        raise BadTable(_name(resource), int(line[1]) if line else 1, str(error).strip()) from error
    if not isinstance(frame.index, pd.RangeIndex):  # pandas then takes the first column for the rows' names
        raise BadTable(_name(resource), 2, "the row has more cells than there are columns")
    wanted = [field.name for field in resource.fields]
    if list(frame.columns) != wanted:
        found = ", ".join(frame.columns)
        raise BadTable(
            _name(resource), 1, f"the columns are {found}, and {MARKER.name} has {', '.join(wanted)}"
        )
    for field in resource.fields:
        try:
            frame[field.name] = _typed(frame[field.name], field)
        except (ValueError, TypeError) as error:
            raise _bad_cell(resource, field, frame[field.name]) from error
    return frame


def _bad_cell(resource: Resource, field: Field, column: pd.Series[Any]) -> BadTable:
    """Return the error that names the first cell of ``column`` that is not of the field's type."""
    for position in range(len(column)):
        cell = column.iloc[position : position + 1]
        try:
            _typed(cell, field)
        except (ValueError, TypeError):
            said = "is empty" if pd.isna(cell.iloc[0]) else f"is {cell.iloc[0]!r}"
            problem = f"{field.name} {said}, not of type {field.type}"
            return BadTable(_name(resource), line_of(resource, position), problem)
    raise AssertionError(f"no cell of {field.name} is bad")


def line_of(resource: Resource, position: int) -> int:
    """Return the line at which the data row at ``position`` ends: a quoted cell may hold several."""
    with resource.path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        filled = (reader.line_num for cells in reader if cells)
        return next(islice(filled, position + 1, None))


def _name(resource: Resource) -> str:
    return f"{MARKER.parent.name}/{resource.path.name}"


def _typed(column: pd.Series[Any], field: Field) -> pd.Series[Any]:
    match field.type:
        case "date":
            return pd.to_datetime(column, format="%Y-%m-%d")
        case "number":
            return column.astype("float64")
        case "integer" | "year":
            return column.astype("int64" if field.required else "Int64")
        case "boolean":
            if not column.dropna().isin(["true", "false"]).all() or (field.required and column.isna().any()):
                raise ValueError("neither true nor false")
            return column.map({"true": True, "false": False}).astype("bool" if field.required else "boolean")
        case _:
            return column


def moments(column: pd.Series[Any]) -> list[str]:
    """Return datetimes as people write them: days, or months where all are the first of one; a gap is ''."""
    form = "%Y-%m" if (column.dropna().dt.day == 1).all() else "%Y-%m-%d"
    return ["" if pd.isna(moment) else moment.strftime(form) for moment in column]


def plain_rows(name: str, root: Path | None = None) -> list[dict[str, str]]:
    """Return a table's rows as plain text: empty cells as ``""``, days in ISO form. Raises UnknownTable."""
    frame = table(name, root)
    for column in frame.columns:
        if pd.api.types.is_datetime64_any_dtype(frame[column]):
            frame[column] = frame[column].dt.strftime("%Y-%m-%d")
    plain = frame.astype(object).where(frame.notna(), "").astype(str)
    return [dict(zip(plain.columns, row, strict=True)) for row in plain.itertuples(index=False, name=None)]


def row(reference: str, root: Path | None = None) -> pd.Series[Any]:
    """Return the row that ``"resource:key"`` names, as in ``"trade:2018"`` or ``"claims:remarks-014"``.

    ``key`` joins the values of the primary key by ``/``, as the file writes them (``"gdp:CHN/2018"``). Raises
    UnknownTable or UnknownRow, each with near names, and BadTable as ``table`` does.
    """
    name, _, key = reference.partition(":")
    resource = _table_resource(name, root)
    changed = resource.path.stat().st_mtime_ns
    frame, keys = _table(resource, changed), _keys(resource, changed)
    if key not in keys:
        raise UnknownRow(f"table {name} has no row {key!r}{near(key, keys)}")
    _note(f"{name}:{key}")
    return frame.iloc[keys[key]].copy()


def has_row(reference: str, root: Path | None = None) -> bool:
    """Say whether ``"resource:key"``, or ``"resource:*"`` for the whole table, leads anywhere."""
    name, _, key = reference.partition(":")
    if name not in package(root).resources:
        return False
    resource = package(root).resource(name)
    return key == "*" or key in _keys(resource, resource.path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _keys(resource: Resource, _changed: int) -> Mapping[str, int]:
    frame = pd.read_csv(resource.path, dtype=str, keep_default_na=False, encoding="utf-8")
    parts = frame[list(resource.primary_key)].itertuples(index=False, name=None)
    return MappingProxyType({"/".join(part): position for position, part in enumerate(parts)})


def behind(names: Iterable[str], root: Path | None = None) -> dict[Resource, tuple[Field, ...]]:
    """Return the tables ``names`` behind a chart, each with the columns drawn, none where all may be.

    A name is a table's, or with a column ``table:column``, which may be said of several. Raises UnknownTable
    and UnknownRow.
    """
    names, described = list(names), package(root)
    found: dict[Resource, tuple[Field, ...]] = {}
    whole = {name for name in names if ":" not in name}
    for name in names:
        table_name, _, column = name.partition(":")
        resource = described.resource(table_name)
        known = found.setdefault(resource, ())
        if column:
            field = resource.field(column)
            found[resource] = () if table_name in whole else tuple(dict.fromkeys([*known, field]))
    return found


def source_line(names: Iterable[str], root: Path | None = None) -> list[dict[str, str]]:
    """Return what stands under a chart drawn from the tables ``names`` (see ``behind``), an entry per table.

    Keys: ``table`` (name), ``title``, ``publishers``, ``licence`` (titles), ``status`` (in readers' words,
    with the columns of another status), ``retrieved``. Publishers and licences are joined by "; ". Raises
    UnknownTable and UnknownRow.
    """
    return [
        {
            "table": resource.name,
            "title": resource.title,
            "publishers": "; ".join(resource.publishers(fields)),
            "licence": "; ".join(licence.title for licence in resource.licences),
            "status": _status(resource, fields),
            "retrieved": resource.retrieved,
        }
        for resource, fields in behind(names, root).items()
    ]


def _status(resource: Resource, fields: Sequence[Field]) -> str:
    """Return the status in words, and after it that of the columns which have another one."""
    others = [
        f"{STATUS_IN_WORDS[status]} for: {', '.join(titles)}"
        for status, titles in resource.apart(fields).items()
    ]
    return "; ".join([STATUS_IN_WORDS[resource.licence_status], *others])
