"""Labs: pandas notebooks with fading help, each written once in ``exercises/labs/NAME.md``.

The file is a MyST notebook that runs as it stands, solved and with every test. A code cell says what it is
by its option ``lab``: ``{task: growth}`` where students write, ``{check: growth, points: 2}`` for what tells
them how far they are; any other is worked out for them. Students get a task without what stands between
``### BEGIN SOLUTION`` and ``### END SOLUTION``, and a check without what stands between
``### BEGIN HIDDEN TESTS`` and ``### END HIDDEN TESTS``: nbgrader's own marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from seminar.exercises.faults import BankError, Mistake, near
from seminar.paths import project_root
from seminar.tables import package

FOLDER = "exercises/labs"
DATA = "../../data/"
"""Where a lab's source finds the tables; beside a student's notebook they need no folder."""

HELPER = "from seminar.exercises.lab_checks import check"
"""The cell in whose place a student's notebook holds ``lab_checks`` itself."""

BECAUSE = "because"
"""The task that ends every lab: a sentence."""

CAVEATS = re.compile(r"^```\{caveats\} +(?P<table>\S+)\n(?P<lines>.*?)^```$", re.DOTALL | re.MULTILINE)
ROLE = re.compile(r"\{(?P<name>[\w-]+)\}`(?P<text>[^`]+)`")
ROLES = ("claim", "doc", "table", "value")

_REGION = r"^### BEGIN {0}\n(?P<inside>.*?)^### END {0}(?:\n|\Z)"
_SOLUTION = re.compile(_REGION.format("SOLUTION"), re.DOTALL | re.MULTILINE)
_HIDDEN = re.compile(_REGION.format("HIDDEN TESTS"), re.DOTALL | re.MULTILINE)
_MARK = re.compile(r"^### (?:BEGIN|END) (?:SOLUTION|HIDDEN TESTS)$\n?", re.MULTILINE)
_FRAME = re.compile(r"^# Frame: ", re.MULTILINE)
_START = re.compile(r"^(?:# Frame: .*|\w+ = \.\.\.(?: +#.*)?)\n?", re.MULTILINE)
_READ = re.compile(r"""["']""" + re.escape(DATA) + r"([\w-]+)\.csv[\"']")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class UnknownLab(LookupError):  # noqa: N818 - it names what the reader did
    """No lab bears this name."""


class UnknownCaveat(LookupError):  # noqa: N818
    """No caveat of a table begins like this."""


@dataclass(frozen=True)
class LabCell:
    """One cell as its author wrote it; ``line`` is where it stands in the file, ``kind`` text or code."""

    kind: str
    source: str
    line: int
    task: str = ""
    check: str = ""
    points: float = 0
    caption: str = ""

    def given(self) -> str:
        """Return what students get: no solution, no hidden test, and tables beside the notebook.

        Of a frame's line only ``#`` is left before the code, so that to take it away leaves no blank.
        """
        bare = _FRAME.sub("#", _HIDDEN.sub("", _SOLUTION.sub("", self.source)))
        return bare.replace(DATA, "").rstrip()

    def whole(self) -> str:
        """Return it with its solution between its marks, and tables beside the notebook."""
        return _FRAME.sub("#", self.source).replace(DATA, "").rstrip()

    def solved(self) -> str:
        """Return it with the solution in the place of what students start from, without hidden tests."""
        bare = _HIDDEN.sub("", self.source)
        if self.task:
            bare = _START.sub("", bare)
        return _MARK.sub("", bare).replace(DATA, "").rstrip()

    def hidden(self) -> str:
        """Return the hidden tests alone."""
        bare = "\n".join(match["inside"].rstrip() for match in _HIDDEN.finditer(self.source))
        return bare.replace(DATA, "")


@dataclass(frozen=True)
class Lab:
    """One lab. ``number`` is its place among the labs, ``datasets`` are the tables that it reads."""

    name: str
    number: int
    title: str
    question: str
    skills: tuple[str, ...]
    minutes: int
    datasets: tuple[str, ...]
    cells: tuple[LabCell, ...]
    file: Path

    def tasks(self) -> list[str]:
        """Return the names of the tasks, in their order."""
        return [cell.task for cell in self.cells if cell.task]


def labs(root: Path | None = None) -> dict[str, Lab]:
    """Return the labs of the project at ``root`` by name, in their order. Raises BankError."""
    found, mistakes = survey_labs(root)
    if mistakes:
        raise BankError(mistakes)
    return found


def lab(name: str, root: Path | None = None) -> Lab:
    """Return one lab. Raises UnknownLab with near names, and BankError."""
    found = labs(root)
    if name not in found:
        raise UnknownLab(f"no lab {name!r}: {near(name, found)}")
    return found[name]


def survey_labs(root: Path | None = None) -> tuple[dict[str, Lab], list[Mistake]]:
    """Return the labs that can be read, in their order, and every mistake found."""
    root = (root or project_root()).resolve()
    found: list[Lab] = []
    mistakes: list[Mistake] = []
    for file in sorted((root / FOLDER).glob("*.md")):
        one, faults = _read(file, file.stat().st_mtime_ns)
        place = file.relative_to(root).as_posix()
        known = package(root).resources
        faults = [
            *faults,
            *(
                (one.cells[0].line if one.cells else 1, f"datasets: no table {name!r}: {near(name, known)}")
                for name in one.datasets
                if name not in known
            ),
            *(fault for cell in one.cells if cell.kind == "text" for fault in _texts(cell, root)),
        ]
        mistakes += [Mistake(place, line, message) for line, message in faults]
        if not faults:
            found.append(one)
    found.sort(key=lambda one: (one.number, one.name))
    return {one.name: one for one in found}, sorted(mistakes)


def caveats(table: str, beginnings: Sequence[str], root: Path | None = None) -> list[str]:
    """Return the caveats of a table that begin with ``beginnings``, in their order; without any, all.

    Raises UnknownTable and UnknownCaveat, each with near names.
    """
    known = package(root).resource(table).caveats
    found = [] if beginnings else list(known)
    for beginning in beginnings:
        caveat = next((caveat for caveat in known if caveat.startswith(beginning)), None)
        if caveat is None:
            raise UnknownCaveat(f"no caveat of {table} begins {beginning!r}: {near(beginning, known)}")
        found.append(caveat)
    return found


def lines_of(text: str) -> list[str]:
    """Return the lines of ``text`` that are not empty, trimmed."""
    return [line.strip() for line in text.splitlines() if line.strip()]


@lru_cache(maxsize=32)
def _read(file: Path, _changed: int) -> tuple[Lab, list[tuple[int, str]]]:
    # Reading Markdown takes long to load, and most commands do without.
    from myst_nb.core.read import MystMetadataParsingError, read_myst_markdown_notebook

    text = file.read_text(encoding="utf-8")
    try:
        notebook = read_myst_markdown_notebook(text, add_source_map=True)
    except MystMetadataParsingError as error:
        said = " ".join(str(error).split())
        line = re.search(r"cell \d+ at line (\d+)", said)
        fault = int(line[1]) if line else 1, f"front matter or options that are no YAML: {said}"
        return Lab(file.stem, 0, "", "", (), 0, (), (), file), [fault]
    starts = [start + 1 for start in notebook.metadata.get("source_map", [])]
    placed = list(zip(notebook.cells, starts, strict=True))
    cells = tuple(_cell(cell, line) for cell, line in placed)
    front: Mapping[str, Any] = notebook.metadata
    first = cells[0].source.splitlines()[0] if cells and cells[0].kind == "text" else ""
    one = Lab(
        name=file.stem,
        number=front.get("lab", 0),
        title=first.removeprefix("# ").strip(),
        question=str(front.get("question", "")),
        skills=_listed(front.get("skills")),
        minutes=front.get("minutes", 0),
        datasets=_listed(front.get("datasets")),
        cells=cells,
        file=file,
    )
    options = _options((line, cell.metadata.get("lab", {})) for cell, line in placed)
    return one, [*_front(one, first), *options, *_marks(one), *_order(one), *_tables(one)]


def _cell(cell: Any, line: int) -> LabCell:
    if cell.cell_type != "code":
        return LabCell("text", cell.source, line)
    given = cell.metadata.get("lab")
    about: Mapping[str, Any] = given if isinstance(given, dict) else {}
    points = about.get("points", 0)
    figure = cell.metadata.get("mystnb", {}).get("figure", {})
    return LabCell(
        "code",
        cell.source,
        line,
        task=str(about.get("task", "")),
        check=str(about.get("check", "")),
        points=points if _is_number(points) else 0,
        caption=str(figure.get("caption", "")),
    )


def _listed(given: object) -> tuple[str, ...]:
    """Return a list of the front matter; nothing where it is none, which ``_front`` and ``_tables`` tell."""
    return tuple(map(str, given)) if isinstance(given, list) else ()


def _is_number(given: object) -> bool:
    return isinstance(given, int | float) and not isinstance(given, bool)


def _options(given: Iterable[tuple[int, Any]]) -> Iterator[tuple[int, str]]:
    for line, about in given:
        known = isinstance(about, dict) and set(about) in (set(), {"task"}, {"check"}, {"check", "points"})
        if not known:
            yield line, "option lab: write {task: name} or {check: name, points: 2}, and nothing else in it"
        elif "points" in about and not (_is_number(about["points"]) and about["points"] > 0):
            yield line, f"the check of {about['check']}: points are a number above nought"


def _front(one: Lab, first: str) -> Iterator[tuple[int, str]]:
    if not first.startswith("# "):
        yield 1, "a lab begins with its title: write '# …' after the front matter"
    if not isinstance(one.number, int) or one.number < 1:
        yield 1, "front matter, lab: write the lab's place among the labs, from 1"
    if not isinstance(one.minutes, int) or not 20 <= one.minutes <= 60:
        yield 1, "front matter, minutes: write a whole number from 20 to 60"
    if not one.question.strip().endswith("?"):
        yield 1, "front matter, question: write the question that the lab answers, in quotation marks"
    if not one.skills:
        yield 1, "front matter, skills: list what a student learns to do"
    if not _NAME.fullmatch(one.name):
        yield 1, "name the file in small letters with hyphens"


def _marks(one: Lab) -> Iterator[tuple[int, str]]:
    for cell in one.cells:
        solutions, hidden = len(_SOLUTION.findall(cell.source)), len(_HIDDEN.findall(cell.source))
        if len(_MARK.findall(cell.source)) != 2 * (solutions + hidden):
            yield cell.line, "a mark ### BEGIN … stands without its ### END …, or not on a line of its own"
        elif cell.task and (solutions != 1 or hidden):
            yield cell.line, f"task {cell.task}: mark one solution in it, and no hidden tests"
        elif cell.check and solutions:
            yield cell.line, f"the check of {cell.check} holds a solution: move it to the task"
        elif not cell.task and not cell.check and (solutions or hidden):
            yield cell.line, "a mark stands outside tasks and checks: give the cell its option lab"


def _order(one: Lab) -> Iterator[tuple[int, str]]:
    waiting: list[LabCell] = []
    for name, count in Counter(one.tasks()).items():
        if count > 1 or not _NAME.fullmatch(name):
            yield 1, f"task {name}: name each task once, in small letters with hyphens"
    for cell in one.cells:
        if cell.task:
            waiting.append(cell)
        elif cell.check and cell.check not in [task.task for task in waiting]:
            yield cell.line, f"the check of {cell.check} comes before its task, or twice"
        elif cell.check:
            waiting = [task for task in waiting if task.task != cell.check]
            if not cell.points:
                yield cell.line, f"the check of {cell.check} has no points"
    for cell in waiting:
        yield cell.line, f"task {cell.task} has no check after it"
    if one.tasks()[-1:] != [BECAUSE]:
        yield 1, f"a lab ends with a sentence of the student's: make {BECAUSE} its last task"


def _tables(one: Lab) -> Iterator[tuple[int, str]]:
    read: set[str] = set()
    for cell in one.cells:
        if cell.kind == "code":
            found = set(_READ.findall(cell.source))
            read |= found
            for name in sorted(found - set(one.datasets)):
                yield cell.line, f"the table {name} is read, but not listed in datasets"
    for name in one.datasets:
        if name not in read:
            yield 1, f"front matter, datasets: {name} is never read"


def _texts(cell: LabCell, root: Path) -> Iterator[tuple[int, str]]:
    for match in CAVEATS.finditer(cell.source):
        line = cell.line + cell.source[: match.start()].count("\n")
        try:
            caveats(match["table"], lines_of(match["lines"]), root)
        except LookupError as error:
            yield line, str(error.args[0])
    for match in ROLE.finditer(cell.source):
        if match["name"] not in ROLES:
            line = cell.line + cell.source[: match.start()].count("\n")
            yield line, f"labs go to notebooks, which know no role {match['name']!r}: {near('', ROLES)}"
