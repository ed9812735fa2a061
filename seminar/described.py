"""Whether the data package describes its tables rightly, and every table is what it says.

What is told is told for the person who edited a table or its description: file, line, what is wrong, and what
to do. The tests hold the package against Frictionless besides.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pandas as pd

from seminar import tables
from seminar.paths import MARKER
from seminar.tables import BadTable, Field, Resource

Found: TypeAlias = tuple[str, int, str]
"""File as seen from the project, line from 1, and a message that ends in the remedy."""

_FILE = MARKER.as_posix()
_NEEDED = (
    *("name", "title", "description", "kind", "path", "sources", "licence_status", "caveats"),
    *("retrieved", "transformation", "hash"),
)
_REHASH = "if you edited it on purpose, run python -m seminar.rehash"


def package_faults(root: Path) -> list[Found]:
    """Return why the description cannot be read, or names files that are not there: no table can be then."""
    try:
        text = (root / MARKER).read_text(encoding="utf-8")
        described = json.loads(text)
    except FileNotFoundError:
        return [(_FILE, 1, "the file is not there, and every table needs it: put it back")]
    except UnicodeDecodeError:
        return [(_FILE, 1, "the file is not UTF-8: save it as UTF-8")]
    except json.JSONDecodeError as error:
        return [(_FILE, error.lineno, f"not valid JSON: {error.msg}: mend it here or just above")]
    resources = described.get("resources") if isinstance(described, dict) else None
    if not isinstance(resources, list) or not all(isinstance(each, dict) for each in resources):
        return [(_FILE, 1, "no resources: list the tables, each with its name, path and schema")]
    found = [
        (_FILE, 1, f"the package has no {key}: give it one")
        for key in ("name", "title")
        if key not in described
    ]
    names = [each.get("name") for each in resources]
    for position, each in enumerate(resources):
        line, name = _line_of(text, each.get("name")), each.get("name", f"number {position + 1}")
        faults = [f"has no {key}: write it" for key in _lacking(each)]
        if name in names[:position]:
            faults.append("stands there twice: keep one entry, or name the other otherwise")
        if isinstance(each.get("path"), str) and not (root / MARKER.parent / each["path"]).is_file():
            faults.append(f"names a file that is not there, {each['path']}: put it there, or mend the path")
        found += [(_FILE, line, f"the entry of {name} {fault}") for fault in faults]
    return found


def _lacking(entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield what an entry must have and has not."""
    yield from (key for key in _NEEDED if key not in entry)
    if not {"rows", "features"} & set(entry):
        yield "rows"
    for source in entry.get("sources", []):
        if "title" not in source:
            yield "title of a source"
    if "features" in entry:
        return
    schema = entry.get("schema", {})
    yield from (key for key in ("fields", "primaryKey") if key not in schema)
    for field in schema.get("fields", []):
        yield from (
            f"{key} of the field {field.get('name', '?')}"
            for key in ("name", "type", "title")
            if key not in field
        )


def _line_of(text: str, name: object) -> int:
    """Return the line on which an entry gives its name, 1 if it gives none."""
    place = text.find(f'"name": {json.dumps(name, ensure_ascii=False)}')
    return text.count("\n", 0, max(place, 0)) + 1


def table_faults(root: Path) -> Iterator[Found]:
    """Yield where a table is not what its description says.

    Its bytes, columns, types, keys, ranges, lists and references are compared. The description has to be
    sound (``package_faults``).
    """
    described = tables.package(root)
    named = {resource.path for resource in described.everything}
    folder = root / MARKER.parent
    for path in sorted(folder.rglob("*.csv")):
        if path not in named:
            here = path.relative_to(root).as_posix()
            yield here, 1, f"{_FILE} does not describe this table: give it an entry, or take the file out"
    for resource in described.everything:
        here = f"{MARKER.parent}/{resource.path.relative_to(folder).as_posix()}"
        digest = f"sha256:{hashlib.sha256(resource.path.read_bytes()).hexdigest()}"
        if digest != resource.hash:
            yield here, 1, f"the file is not the one that {_FILE} notes: {_REHASH}"
        if not resource.fields:
            continue
        try:
            frame = tables.table(resource.name, root)
        except BadTable as error:
            yield error.file, error.line, error.problem
            continue
        for position, message in [
            *_cells(resource, frame),
            *_keys(resource, frame),
            *_led(resource, frame, root),
        ]:
            yield here, tables.line_of(resource, position), f"{message}: mend the cell, or {_FILE}"


_Placed: TypeAlias = Iterator[tuple[int, str]]


def _cells(resource: Resource, frame: pd.DataFrame) -> _Placed:
    """Yield each cell that its field does not allow, by the position of its row."""
    for field in resource.fields:
        column = frame[field.name]
        if field.required:
            yield from ((at, f"{field.name} is empty") for at in _positions(column.isna()))
        for name, limit in field.constraints.items():
            if name in _ALLOWED:
                wrong = column.notna() & ~_ALLOWED[name](column, limit)
                for at in _positions(wrong):
                    yield (
                        at,
                        f"{field.name} is {_shown(column.iloc[at], field)}, {_SAID[name]} {_listed(limit)}",
                    )
        if field.constraints.get("unique"):
            again = column.notna() & column.duplicated()
            for at in _positions(again):
                yield at, f"{field.name} is {_shown(column.iloc[at], field)}, as in a row above"


def _bound(column: pd.Series[Any], limit: Any) -> Any:
    return pd.Timestamp(limit) if pd.api.types.is_datetime64_any_dtype(column) else limit


_ALLOWED: dict[str, Callable[[pd.Series[Any], Any], pd.Series[bool]]] = {
    "enum": lambda column, limit: column.isin(limit),
    "minimum": lambda column, limit: (column >= _bound(column, limit)).fillna(False),
    "maximum": lambda column, limit: (column <= _bound(column, limit)).fillna(False),
    "pattern": lambda column, limit: column.astype(str).str.fullmatch(limit),
}
_SAID = {
    "enum": "none of",
    "minimum": "less than",
    "maximum": "more than",
    "pattern": "not of the form",
}


def _keys(resource: Resource, frame: pd.DataFrame) -> _Placed:
    """Yield each row that repeats the primary key of one above."""
    names = list(resource.primary_key)
    for at in _positions(frame.duplicated(subset=names)):
        cells = frame.iloc[at]
        key = "/".join(_shown(cells[name], resource.field(name)) for name in names)
        yield at, f"{', '.join(names)} {'is' if len(names) == 1 else 'are'} {key}, as in a row above"


def _led(resource: Resource, frame: pd.DataFrame, root: Path) -> _Placed:
    """Yield each reference to another table that leads to no row of it."""
    for names, other, columns in resource.foreign_keys:
        try:
            there = tables.table(other, root)
        except BadTable:
            continue
        known = set(there[list(columns)].itertuples(index=False, name=None))
        rows = frame[list(names)]
        for at, cells in enumerate(rows.itertuples(index=False, name=None)):
            if not any(map(pd.isna, cells)) and cells not in known:
                yield at, f"{', '.join(names)} is {'/'.join(map(str, cells))}, which {other} does not have"


def _positions(wrong: pd.Series[bool]) -> list[int]:
    return [at for at, is_wrong in enumerate(wrong) if is_wrong]


def _shown(cell: Any, field: Field) -> str:
    return cell.strftime("%Y-%m-%d") if field.type == "date" and not pd.isna(cell) else str(cell)


def _listed(limit: object) -> str:
    return ", ".join(map(str, limit)) if isinstance(limit, list) else str(limit)
