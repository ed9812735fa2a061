"""What a chapter says of itself in its front matter, with the lines on which it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from seminar import tables

_CHAPTER = re.compile(r"^chapters/(?!reference/|assignments/|instructors/|labs/)[^/]+/[^/]+$")
_FENCED = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_KEBAB = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_MINUTES = {"reading": "reading", "exercises": "exercises", "code": "code"}


@dataclass
class FrontMatter:
    """A chapter's front matter, with the line on which each field stands.

    `faults` are pairs of line and message; what is faulty is left empty. `dates` are the fields that hold an
    unquoted date, with their lines.
    """

    question: str = ""
    objectives: dict[str, str] = field(default_factory=dict)
    prerequisites: str = ""
    minutes: dict[str, int] = field(default_factory=dict)
    facts_as_of: str = ""
    documents: list[str] = field(default_factory=list)
    datasets: list[str] = field(default_factory=list)
    runs: bool = False
    lines: dict[str, int] = field(default_factory=dict)
    dates: dict[str, int] = field(default_factory=dict)
    faults: list[tuple[int, str]] = field(default_factory=list)


def is_chapter(docname: str) -> bool:
    """Say whether `docname` is a chapter: a page of a part with chapters in it."""
    return _CHAPTER.match(docname) is not None and not docname.endswith("/index")


def read_front_matter(path: Path) -> FrontMatter:
    """Return the front matter of the chapter at `path`, checked for what its own words can tell."""
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> FrontMatter:
    matter = FrontMatter()
    fenced = _FENCED.match(path.read_text(encoding="utf-8"))
    if fenced is None:
        matter.faults.append((1, "a chapter begins with front matter (question, objectives, minutes, …)"))
        return matter
    try:
        raw = YAML(typ="rt", pure=True).load(fenced.group(1))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        matter.faults.append((line, f"front matter: {error.problem}"))
        return matter
    if not isinstance(raw, Mapping):
        matter.faults.append((1, "front matter should be a list of fields such as `question: …`"))
        return matter
    # The fence is line 1, and ruamel counts from 0.
    matter.lines = {str(key): raw.lc.key(key)[0] + 2 for key in raw}  # type: ignore[attr-defined]
    matter.dates = {name: line for name, line in matter.lines.items() if _holds_date(raw[name])}
    matter.runs = raw.get("file_format") == "mystnb"
    for name in ("question", "prerequisites"):
        setattr(matter, name, _sentence(raw, name, matter))
    matter.objectives = _objectives(raw, matter)
    matter.minutes = _minutes(raw, matter)
    matter.facts_as_of = _facts_as_of(raw, matter)
    for name in ("documents", "datasets"):
        setattr(matter, name, _names(raw, name, matter))
    return matter


def _holds_date(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(_holds_date(item) for item in value.values())
    return any(map(_holds_date, value)) if isinstance(value, list) else isinstance(value, date)


def _fault(matter: FrontMatter, name: str, message: str) -> None:
    matter.faults.append((matter.lines.get(name, 1), f"front matter, {name}: {message}"))


def _sentence(raw: Mapping[str, Any], name: str, matter: FrontMatter) -> str:
    given = raw.get(name)
    if isinstance(given, str) and given.strip():
        return given.strip()
    _fault(matter, name, "write one sentence, in quotation marks")
    return ""


def _objectives(raw: Mapping[str, Any], matter: FrontMatter) -> dict[str, str]:
    given = raw.get("objectives")
    found: dict[str, str] = {}
    if not isinstance(given, list):
        _fault(matter, "objectives", 'list three to five, each as `- short-id: "Date a claim …"`')
        return found
    for position, item in enumerate(given, start=1):
        pair = list(item.items()) if isinstance(item, Mapping) else []
        if len(pair) != 1 or not all(isinstance(part, str) and part.strip() for part in pair[0]):
            _fault(matter, "objectives", f'number {position} should read `- short-id: "Date a claim …"`')
            continue
        name, sentence = pair[0]
        if not _KEBAB.match(name):
            _fault(matter, "objectives", f"{name!r} should be in small letters with hyphens")
        elif name in found:
            _fault(matter, "objectives", f"{name!r} stands twice")
        found[name] = sentence.strip()
    if not 3 <= len(given) <= 5:
        _fault(matter, "objectives", f"a chapter has three to five, not {len(given)}")
    return found


def _minutes(raw: Mapping[str, Any], matter: FrontMatter) -> dict[str, int]:
    given = raw.get("minutes")
    if (
        isinstance(given, Mapping)
        and set(given) == set(_MINUTES)
        and all(isinstance(value, int) and value >= 0 for value in given.values())
    ):
        return {name: int(given[name]) for name in _MINUTES}
    _fault(matter, "minutes", "write {reading: 25, exercises: 35, code: 10}, in whole minutes")
    return {}


def _facts_as_of(raw: Mapping[str, Any], matter: FrontMatter) -> str:
    given = raw.get("facts_as_of")
    if isinstance(given, str):
        try:
            return date.fromisoformat(given).isoformat()
        except ValueError:
            pass
    _fault(matter, "facts_as_of", 'write the day in quotation marks: "2026-10-31"')
    return ""


def _names(raw: Mapping[str, Any], name: str, matter: FrontMatter) -> list[str]:
    given = raw.get(name)
    if isinstance(given, list) and all(isinstance(item, str) for item in given):
        return [str(item) for item in given]
    _fault(matter, name, "write a list of ids, [] if there are none")
    return []


def unknown_names(matter: FrontMatter, root: Path) -> Iterator[tuple[int, str]]:
    """Yield the documents and tables that front matter names and the project at ``root`` does not have."""
    for name in matter.documents:
        try:
            tables.row(f"sources:{name}", root)
        except LookupError as error:
            yield matter.lines["documents"], f"front matter, documents: {error.args[0]}"
    for name in matter.datasets:
        try:
            tables.package(root).resource(name)
        except LookupError as error:
            yield matter.lines["datasets"], f"front matter, datasets: {error.args[0]}"
