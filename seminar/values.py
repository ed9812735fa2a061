"""Numbers in prose, held to the data: what a reference is worth, and whether a printed number agrees."""

from __future__ import annotations

import importlib.util
import inspect
import re
import traceback
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType, ModuleType

import pandas as pd

from seminar.paths import project_root
from seminar.tables import BadTable, near, package, row

KEYS = Path("exercises", "keys.py")
REFERENCE = re.compile(
    r"(?P<table>[a-z0-9-]+):(?P<column>[a-z0-9_]+)@(?P<key>.+?)(?:\s+/\s*(?P<divisor>[0-9]+(?:\.[0-9]+)?))?"
)
NUMBER = re.compile(r"[+\-−]?(?:\d+(?:[.,]\d*)?|[.,]\d+)")


class BadReference(LookupError):  # noqa: N818 - it names what the author wrote
    """A reference to a number is misspelt, or its cell is empty or no number."""


class Contradicted(ValueError):  # noqa: N818
    """A printed number is not the one that the data give."""


def value(reference: str, root: Path | None = None) -> float:
    """Return the number that ``reference`` names.

    ``"trade:total_china_reported_usd_million@2018 /1000"`` is a cell, by table, column and key (the values of
    the primary key joined by ``/``), divided where a divisor follows a space; ``"=function"``, or
    ``"=function@argument/argument"``, is what the function of that name in ``exercises/keys.py`` returns. The
    unit is the column's or the function's own.
    Raises BadReference, UnknownTable or UnknownRow, each with near names where there are any.
    """
    reference = reference.strip()
    if reference.startswith("="):
        return _computed(reference[1:].strip(), root)
    match = REFERENCE.fullmatch(reference)
    if match is None:
        raise BadReference(
            f"{reference!r} is no reference to a number: write table:column@key, table:column@key /divisor, "
            "=function or =function@argument/argument"
        )
    field = package(root).resource(match["table"]).field(match["column"])
    if field.type not in {"number", "integer"}:
        raise BadReference(f"{reference!r}: the column {field.name} holds no numbers but {field.type}")
    cell = row(f"{match['table']}:{match['key']}", root)[field.name]
    if pd.isna(cell):
        raise BadReference(f"{reference!r}: the cell is empty")
    divisor = float(match["divisor"] or 1)
    if divisor == 0:
        raise BadReference(f"{reference!r}: nothing can be divided by nought")
    return float(cell) / divisor


def check(text: str, reference: str, root: Path | None = None) -> None:
    """Raise Contradicted unless the number in ``text`` is ``value(reference)``, rounded to as many decimals.

    ``text`` holds exactly one number, with a point or a comma before its decimals, a hyphen or a minus sign
    (U+2212) before it if negative, and no thousands marks; words such as "per cent" may stand around it.
    """
    numbers = NUMBER.findall(text)
    if len(numbers) != 1:
        raise Contradicted(f"{text!r} holds {len(numbers) or 'no'} numbers, and must hold one")
    number = numbers[0]
    printed = Decimal(number.replace("−", "-").replace(",", "."))
    exact = Decimal(repr(value(reference, root)))
    decimals = len(re.split("[.,]", number)[1]) if re.search("[.,]", number) else 0
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    if printed != rounded:
        raise Contradicted(
            f"the text says {number}, the data say {rounded} ({reference} is {exact.normalize():f})"
        )


def _computed(call: str, root: Path | None) -> float:
    file = (root or project_root()) / KEYS
    if not file.is_file():
        raise BadReference(f"'={call}' needs {KEYS}, and there is none in {file.parents[1]}")
    name, _, given = call.partition("@")
    function = functions(file).get(name)
    if function is None:
        raise BadReference(f"{KEYS} has no function {name!r}{near(name, functions(file))}")
    arguments = _arguments(function, call, given.split("/") if given else [])
    try:
        result = function(*arguments)
    except BadTable:
        raise
    except Exception as error:  # the file is content, and may raise anything
        raise BadReference(f"'={call}' fails: {failure(file, error)}") from error
    if isinstance(result, bool) or not isinstance(result, (int, float)):
        raise BadReference(f"'={call}': {KEYS} returns {type(result).__name__}, not a number")
    return float(result)


def _arguments(function: Callable[..., object], call: str, given: list[str]) -> list[object]:
    """Read arguments as the function's parameters ask: ``int``, ``float`` or, as they stand, ``str``."""
    asked = inspect.signature(function, eval_str=True)
    try:
        bound = asked.bind(*given).arguments
    except TypeError as error:
        form = "/".join(asked.parameters)
        written = f"={function.__name__}" + (f"@{form}" if form else "")
        raise BadReference(f"'={call}': {error}; write {written}") from error
    made: list[object] = []
    for name, text in bound.items():
        kind = asked.parameters[name].annotation
        try:
            made.append(kind(text) if kind in (int, float) else text)
        except ValueError as error:
            raise BadReference(f"'={call}': {name} must be a number, and is {text!r}") from error
    return made


def failure(file: Path, error: BaseException) -> str:
    """Say what went wrong in a file such as ``exercises/keys.py``, and at which of its lines."""
    line = line_in(file, error)
    place = f"{file.parent.name}/{file.name}" + (f":{line}" if line else "")
    return f"{place}: {type(error).__name__}: {error}"


def line_in(file: Path, error: BaseException) -> int | None:
    """Return the last line of a file that led to an error; None where none of its lines did."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno for frame in reversed(frames) if frame.filename == str(file)), None)


def functions(file: Path) -> Mapping[str, Callable[..., object]]:
    """Return the public functions of a file such as ``exercises/keys.py``, given by its path, by their names.

    The file is loaded by path, for it is content and no part of the package; a changed file is loaded anew.
    """
    return _functions(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _functions(file: Path, changed: int) -> Mapping[str, Callable[..., object]]:
    module = _module(file, changed)
    return MappingProxyType(
        {
            name: found
            for name, found in vars(module).items()
            if callable(found)
            and not name.startswith("_")
            and getattr(found, "__module__", None) == module.__name__
        }
    )


@lru_cache(maxsize=8)
def _module(file: Path, _changed: int) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"exercises_{file.stem}", file)
    if spec is None or spec.loader is None:
        raise BadReference(f"{file} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
