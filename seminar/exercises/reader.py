"""Read exercise files: YAML 1.2 (``no`` is text) with the line of every value, and every mistake at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from seminar import tables
from seminar.exercises.faults import Fault, Loc, Mistake
from seminar.exercises.model import Draw, Exercise, validate


@dataclass
class Reading:
    """What one file gave: its sound exercises, its mistakes, and each id with its line, sound or not."""

    exercises: list[Exercise] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    ids: list[tuple[str, int]] = field(default_factory=list)


@dataclass
class Loaded:
    """Plain data of a YAML file, the lines at which its values stand, and the mistakes met on the way."""

    name: str
    data: Any = None
    sound: bool = False
    """Whether there are data at all."""
    lines: dict[Loc, int] = field(default_factory=dict)
    """Of each value, where its text begins."""
    keys: dict[Loc, int] = field(default_factory=dict)
    """Of each value, where its key stands."""
    mistakes: list[Mistake] = field(default_factory=list)

    def mistake(self, line: int, message: str) -> None:
        """Note a mistake in this file."""
        self.mistakes.append(Mistake(self.name, line, message))

    def fault(self, loc: Loc, message: str) -> None:
        """Note a mistake at ``loc``, or where that is missing, at what should hold it."""
        while loc not in self.keys:
            loc = loc[:-1]
        self.mistake(self.keys[loc], message)


def load(path: Path, name: str, empty: str) -> Loaded:
    """Read a YAML file; ``name`` is what messages call it, ``empty`` the remedy if it holds nothing.

    Whatever the file holds, mistakes are returned and not raised. Raises OSError if it cannot be opened.
    """
    loaded = Loaded(name)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        loaded.mistake(raw.count(b"\n", 0, error.start) + 1, "this line is not UTF-8: save the file as UTF-8")
        return loaded
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        loaded.mistake(*_syntax(error, text))
        return loaded
    except YAMLError as error:
        loaded.mistake(*_strange(error, text))
        return loaded
    if root is None:
        loaded.mistake(1, f"the file is empty: {empty}")
        return loaded
    plain = _Plain(loaded.lines, loaded.keys)
    loaded.data = plain.value(root, ())
    loaded.sound = True
    for line, message in plain.mistakes:
        loaded.mistake(line, message)
    return loaded


def read(path: Path, name: str | None = None, root: Path | None = None) -> Reading:
    """Read one exercise file; ``name`` is what messages call it (default: the path).

    ``root`` is the project on whose tables its exercises rest (default: that in which the file lies).

    Whatever the file holds, mistakes are returned and not raised. Raises OSError if it cannot be opened.
    """
    loaded = load(path, name or path.as_posix(), "begin each exercise with '- id: …'")
    reading = Reading(mistakes=loaded.mistakes)
    if not loaded.sound:
        return reading
    if not isinstance(loaded.data, list):
        loaded.fault((), "the file is not a list of exercises: begin each exercise with '- id: …'")
        return reading
    for i, item in enumerate(loaded.data):
        exercise, faults = validate(item)
        for fault in faults:
            loaded.fault((i, *fault.loc), fault.message)
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            reading.ids.append((item["id"], loaded.keys[i, "id"]))
        if exercise is not None:
            exercise._file, exercise._project = path, root
            exercise._template = item if exercise.generator is not None else None
            exercise._lines = {loc[1:]: line for loc, line in loaded.lines.items() if loc[:1] == (i,)}
            nowhere = _nowhere(exercise)
            if nowhere is None:
                reading.exercises.append(exercise)
            else:
                loaded.fault((i, *nowhere.loc), nowhere.message)
    return reading


def _nowhere(exercise: Exercise) -> Fault | None:
    """Return why a series to draw is not in its table; a table that cannot be read has its own mistake."""
    if isinstance(exercise, Draw):
        try:
            exercise.truth()
        except tables.BadTable:
            pass
        except LookupError as error:
            return Fault(("table",), f"the series to draw leads nowhere: {error.args[0]}")
    return None


def repeated_ids(readings: Iterable[tuple[str, Reading]]) -> Iterator[Mistake]:
    """Yield a mistake for each id that stood before, in the same file or another of the named readings."""
    first: dict[str, tuple[str, int]] = {}
    for name, reading in readings:
        for id, line in reading.ids:
            if (before := first.setdefault(id, (name, line))) != (name, line):
                yield Mistake(
                    name, line, f"id {id!r} is taken ({before[0]}:{before[1]}): ids are unique in the book"
                )


class _Plain:
    """Turns YAML nodes into plain Python, noting of each place its key's line and where its text begins."""

    def __init__(self, lines: dict[Loc, int], keys: dict[Loc, int]) -> None:
        self.lines, self.keys = lines, keys
        self.mistakes: list[tuple[int, str]] = []
        self._seen: set[int] = set()
        self._scalars = YAML(typ="safe", pure=True).constructor

    def value(self, node: Node, loc: Loc) -> Any:
        block = isinstance(node, ScalarNode) and node.style in ("|", ">")
        self.lines[loc] = _line(node) + block
        self.keys.setdefault(loc, _line(node))
        if id(node) in self._seen:
            self.mistakes.append(
                (_line(node), "an anchor (&) is used again by an alias (*): write the text out")
            )
            return self._scalar(node) if isinstance(node, ScalarNode) else None
        self._seen.add(id(node))
        if isinstance(node, SequenceNode):
            return [self.value(child, (*loc, i)) for i, child in enumerate(node.value)]
        if isinstance(node, MappingNode):
            return self._mapping(node, loc)
        assert isinstance(node, ScalarNode)
        return self._scalar(node)

    def _mapping(self, node: MappingNode, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, child in node.value:
            if not isinstance(key, ScalarNode):
                self.mistakes.append((_line(key), "a key is not plain text: put it in quotes"))
                continue
            here = (*loc, key.value)
            if key.value in data:
                line = self.keys[here]
                self.mistakes.append((_line(key), f"key {key.value!r} repeats line {line}: keep one of them"))
                continue
            self.keys[here] = _line(key)
            data[key.value] = self.value(child, here)
        return data

    def _scalar(self, node: ScalarNode) -> Any:
        try:
            match str(node.tag).rpartition(":")[2]:
                case "null":
                    return None
                case "bool":
                    return self._scalars.construct_yaml_bool(node)
                case "int":
                    return self._scalars.construct_yaml_int(node)
                case "float":
                    return self._scalars.construct_yaml_float(node)
        except ValueError:
            pass
        return node.value


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1


_REMEDIES = (
    (
        "mapping values are not allowed",
        "a colon inside a text, or a line indented too far: quote the text or mend the indent",
    ),
    (
        "cannot start any token",
        "a text begins with a sign that YAML keeps for itself: put the text in quotes",
    ),
    (
        "but found '<block mapping start>'",
        "this line is indented too far: bring it in line with the keys above",
    ),
    (
        "but found '<scalar>'",
        "text goes on after a closed quotation mark: put the whole text in one pair of quotes",
    ),
    ("expected <block end>", "this line is out of line with those above: mend the indent"),
    (
        "could not find expected ':'",
        "a key without its colon, or a text that must be indented: mend the line",
    ),
    ("while scanning a quoted scalar", "a quotation mark is opened here and never closed: close it"),
    (
        "did not find expected ',' or",
        "a bracket is opened and never closed: close it, or put the text in quotes",
    ),
    ("expected ',' or", "a bracket is opened and never closed: close it, or put the text in quotes"),
    ("undefined alias", "a text begins with *, which YAML keeps for itself: put the text in quotes"),
    ("another document", "a line of three dashes begins a second document: take it out"),
    ("single document", "a line of three dashes begins a second document: take it out"),
    ("escape", "a backslash inside double quotes: use single quotes, or write the text after a '|'"),
)


def _syntax(error: MarkedYAMLError, text: str) -> tuple[int, str]:
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if "scanning a quoted scalar" in said and "end of stream" in said:
        mark = error.context_mark or mark
    line = (mark.line if mark else 0) + 1
    rows = text.splitlines()
    row = rows[line - 1] if line <= len(rows) else ""
    if "\t" in row[: len(row) - len(row.lstrip())] or "'\\t'" in said:
        return line, "a tab: indent with spaces"
    remedy = next((remedy for sign, remedy in _REMEDIES if sign in said), " ".join(said.split()))
    return line, f"not valid YAML: {remedy}"


def _strange(error: YAMLError, text: str) -> tuple[int, str]:
    position = getattr(error, "position", 0)
    return text.count("\n", 0, position) + 1, "not valid YAML: a character that cannot be in it: take it out"
