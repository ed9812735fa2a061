"""Marking a class: every file is read once, each student's is chosen, and what is known of all is written.

Files pass through in chunks, and what is known of a student waits on the disk: memory grows with the number
of students by a few hundred bytes each.
"""

from __future__ import annotations

import gc
import pickle
import shutil
import tempfile
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import IO, Literal, NamedTuple, Protocol, TypeVar, get_args

from seminar.exercises.assignments import Assignment
from seminar.exercises.students import normal
from seminar.exercises.submission import Key
from seminar.grading import gradebook
from seminar.grading.explained import Explained, writers
from seminar.grading.feedback import Feedback, file_name
from seminar.grading.gradebook import BOM, Layout
from seminar.grading.incoming import Found
from seminar.grading.marks import Marker, marker
from seminar.grading.questions import Questions
from seminar.grading.records import Rejected, Row, rejected
from seminar.grading.rubrics import NOBODY, Judge, Script, astray, script_code, scripts, unknown
from seminar.grading.statistics import ClassStatistics

Keep = Literal["latest", "best", "first"]
KEEPS: tuple[Keep, ...] = get_args(Keep)
"""Which of several files of one student counts; ``best`` has the most points without a person's."""
GRADEBOOK, MARKS, REJECTED, REPORT = "gradebook.csv", "marks.jsonl", "rejected.csv", "report.html"
FEEDBACK = "feedback"
"""The folder with a page for each student."""
PAGES = "feedback.csv"
"""Whose page is which: the name of a page tells it of ids in Latin letters alone."""

_FILES = 200
_BYTES = 2_000_000
"""How many files, and about how many bytes of them, go to a process at once."""

_In = TypeVar("_In")
_Out = TypeVar("_Out")


class Mapper(Protocol):
    """Applies a function of plain values to each of many, wherever there is room; results come in order."""

    def __call__(self, function: Callable[[_In], _Out], values: Iterable[_In], /) -> Iterator[_Out]:
        """Yield ``function(value)`` for each of ``values``, which are taken only as they are needed."""
        ...


@dataclass
class Outcome:
    """What became of a class: ``students`` have a row, of whom ``to_mark`` wait for a person's points."""

    students: int = 0
    to_mark: int = 0
    changed: Counter[str] = field(default_factory=Counter)
    """Answers to another wording than the exercise has, by exercise: a person has to look at them."""
    reasons: Counter[str] = field(default_factory=Counter)
    """Files that give nobody a mark, by the reason."""
    files: list[Path] = field(default_factory=list)
    """What was written, the students' pages by their folder."""
    left: list[Path] = field(default_factory=list)
    """Pages of students that an earlier run wrote, and this one did not."""
    scripts: list[Script] = field(default_factory=list)
    """The written answers, marked or not."""
    problems: list[str] = field(default_factory=list)
    """What is wrong with the points that persons gave, with remedies."""

    @property
    def superseded(self) -> int:
        """How many files of students of whom another file counts."""
        return self.reasons["superseded"]

    @property
    def junk(self) -> int:
        """How many files that nobody handed in."""
        return self.reasons["junk"]

    @property
    def rejected(self) -> int:
        """How many files that were handed in and could not be marked."""
        return self.reasons.total() - self.superseded - self.junk

    @property
    def complete(self) -> bool:
        """Whether every file that was handed in got all its marks, and there was one."""
        return bool(self.students) and not (self.rejected or self.to_mark or self.problems)


def grade(
    assignment: Assignment,
    found: Iterable[Found | Rejected],
    to: Path,
    *,
    seed: str = "",
    keep: Keep = "latest",
    layout: Layout = "plain",
    judge: Judge = NOBODY,
    feedback: bool = True,
    mapper: Mapper = map,
    told: Callable[[int], None] = lambda done: None,
) -> Outcome:
    """Mark all files of a class and write what is known of it into the folder ``to``.

    ``seed`` is the class's secret; ``judge`` knows the points that persons gave to written answers; without
    ``feedback`` students get no pages; ``told`` hears how many more files are marked. The files of an earlier
    run are replaced once all new ones are there.

    Raises VariantError and LookupError as ``marker`` does, OSError where the folder cannot be written.
    """
    # What renders texts takes long to load, and the processes that mark do without.
    from seminar.grading.texts import questions

    known = marker(assignment, seed)
    outcome = Outcome()
    to.mkdir(parents=True, exist_ok=True)
    with _staged(to) as staging, tempfile.TemporaryFile(dir=to) as spool:
        students = _Students(spool, keep)
        with (staging / REJECTED).open("w", encoding="utf-8", newline="") as refused:
            refused.write(BOM + gradebook.lines([Rejected._fields]))
            for chunk in mapper(partial(_marked, known), _chunks(found)):
                rejects = [one for one in chunk if isinstance(one, Rejected)]
                for one in chunk:
                    if not isinstance(one, Rejected):
                        students.add(one)
                outcome.reasons.update(one.reason for one in rejects)
                refused.write(gradebook.refused(rejects))
                told(len(chunk))
            losers = students.superseded()
            outcome.reasons.update(one.reason for one in losers)
            refused.write(gradebook.refused(losers))
        outcome.students = len(students)
        asked = questions(assignment, seed)
        pages = pickle.dumps(Feedback(asked), pickle.HIGHEST_PROTOCOL) if feedback else None
        telling = _Telling(known.key, layout, judge, pages)
        _write(staging, telling, asked, students, mapper, outcome)
        outcome.problems += _astray(judge, outcome.scripts, students, to / MARKS)
        _publish(staging, to, outcome)
    return outcome


def _astray(judge: Judge, found: Sequence[Script], students: _Students, earlier: Path) -> list[str]:
    """Return what is told of points for scripts that do not count: whose they were, where that is known.

    It is known of files in whose place another counts, and by the marks of an ``earlier`` run.
    """
    lost = astray(judge, found)
    if not lost:
        return []
    codes = {entries[0].script for entries in lost}
    whose = writers(earlier, codes) | students.lost(codes)
    told = []
    for entries in lost:
        writer = whose.get(entries[0].script, "")
        told.append(unknown(entries, writer, writer in students))
    return told


@contextmanager
def processes(jobs: int) -> Iterator[Mapper]:
    """Give a mapper over so many processes; they are started only where there is more than one chunk."""
    with ExitStack() as stack:

        def mapper(function: Callable[[_In], _Out], values: Iterable[_In], /) -> Iterator[_Out]:
            waiting = iter(values)
            first = list(islice(waiting, 2))
            if len(first) < 2 or jobs == 1:
                yield from map(function, chain(first, waiting))
                return
            if not pools:
                # Forked, a process would inherit the threads' locks of whatever was loaded before.
                pools.append(stack.enter_context(ProcessPoolExecutor(jobs, get_context("spawn"))))
            ahead: deque[Future[_Out]] = deque()
            for value in chain(first, waiting):
                ahead.append(pools[0].submit(function, value))
                if len(ahead) > jobs + 1:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()

        pools: list[ProcessPoolExecutor] = []
        yield mapper


class _Scored(NamedTuple):
    """What choosing between the files of a student takes, and the row, packed."""

    student: str
    name: str
    file: str
    handed_in: str
    points: int
    receipt: str
    account: str
    """Through whose account it was handed in, where a system wrote that down."""
    row: bytes


def _marked(marker: Marker, found: Sequence[Found | Rejected]) -> list[_Scored | Rejected]:
    """Mark a chunk of files."""
    made: list[_Scored | Rejected] = []
    with _unswept():
        for one in found:
            row = marker.mark(one.data, one.file, one.hint) if isinstance(one, Found) else one
            if isinstance(row, Row):
                account = f"{row.hint.name} {row.hint.id}".strip() if row.hint else ""
                head = (row.student, row.name, row.file, row.handed_in, row.points, row.receipt, account)
                made.append(_Scored(*head, pickle.dumps(row, pickle.HIGHEST_PROTOCOL)))
            else:
                made.append(row)
    return made


@contextmanager
def _unswept() -> Iterator[None]:
    """Let nobody look for circles among objects: there are none, and looking takes half of the time."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


class _Kept(NamedTuple):
    """The file of a student that counts so far, and where its row lies."""

    scored: _Scored
    offset: int
    size: int


class _Students:
    """The rows of a class, one a student, kept on the disk."""

    def __init__(self, spool: IO[bytes], keep: Keep) -> None:
        self._spool = spool
        self._keep = keep
        self._kept: dict[str, _Kept] = {}
        self._lost: list[tuple[str, _Scored]] = []

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, student: str) -> bool:
        """Return whether a file of the student with this id, as somebody typed it, counts."""
        return normal(student) in self._kept

    def add(self, scored: _Scored) -> None:
        """Take a marked file, and decide between it and an earlier one of the same student."""
        who = normal(scored.student)
        new = _Kept(scored._replace(row=b""), self._spool.tell(), len(scored.row))
        old = self._kept.get(who)
        if old is not None:
            if self._before(new.scored, old.scored):
                self._lost.append((who, new.scored))
                return
            self._lost.append((who, old.scored))
        self._spool.write(scored.row)
        self._kept[who] = new

    def superseded(self) -> list[Rejected]:
        """Return the files in whose place another counts."""
        told = []
        for who, lost in self._lost:
            kept = self._kept[who].scored
            values = {"keep": self._keep, "other": kept.file}
            words = ""
            for what, ours, theirs in (
                ("accounts", lost.account, kept.account),
                ("names", lost.name, kept.name),
            ):
                if normal(ours) and normal(theirs) and normal(ours) != normal(theirs):
                    words, values = f"superseded-{what}", {**values, "ours": ours, "theirs": theirs}
                    break
            told.append(rejected(lost.file, "superseded", words, **values))
        return told

    def lost(self, codes: Collection[str]) -> dict[str, str]:
        """Return by their codes who wrote those of these scripts that files hold which do not count."""
        named = ((script_code(lost.receipt), lost.student) for _, lost in self._lost)
        return {code: student for code, student in named if code in codes}

    def rows(self) -> Iterator[bytes]:
        """Yield the rows, packed, by the students' ids."""
        for _, kept in sorted(self._kept.items()):
            self._spool.seek(kept.offset)
            yield self._spool.read(kept.size)

    def _before(self, one: _Scored, other: _Scored) -> bool:
        """Return whether ``other`` counts rather than ``one``; of two of one moment the later by name."""
        moments = (one.handed_in, one.file), (other.handed_in, other.file)
        if self._keep == "first":
            return moments[0] > moments[1]
        if self._keep == "best":
            return (one.points, *moments[0]) < (other.points, *moments[1])
        return moments[0] < moments[1]


class _Told(NamedTuple):
    """What is said of a chunk of students: lines, and pages with the names of their files."""

    gradebook: str
    marks: str
    pages: list[tuple[str, str]]
    owners: str
    waiting: int
    """How many of them wait for a person's points."""
    changed: Counter[str]
    """Their answers to another wording than the exercise has, by exercise."""
    statistics: ClassStatistics
    scripts: list[Script]
    problems: list[str]


@dataclass(frozen=True)
class _Telling:
    """What saying something of students takes: plain values, and what writes their pages, packed."""

    key: Key
    layout: Layout
    judge: Judge
    feedback: bytes | None

    def tell(self, packed: Sequence[bytes]) -> _Told:
        """Say what there is to say of a chunk of students, whose rows are packed."""
        explained, statistics = Explained(self.key), ClassStatistics(self.key)
        pages = _pages(self.feedback) if self.feedback is not None else None
        rows: list[Row] = []
        problems: list[str] = []
        with _unswept():
            for each in packed:
                row, wrong = self.judge.judge(pickle.loads(each))
                rows.append(row)
                problems += wrong
                statistics.add(row)
            named = [(row, file_name(row.student)) for row in rows] if pages else []
            return _Told(
                gradebook.lines(gradebook.line(row, self.key, self.layout) for row in rows),
                "".join(explained.lines(row) for row in rows),
                [(name, pages.page(row)) for row, name in named if pages],
                gradebook.owners((row, f"{FEEDBACK}/{name}") for row, name in named),
                sum(bool(row.to_mark) for row in rows),
                Counter(line.exercise for row in rows for line in row.marks if line.reason == "changed"),
                statistics,
                [script for row in rows for script in scripts(row, self.judge.scheme.exercises)],
                problems,
            )


@lru_cache(maxsize=1)
def _pages(packed: bytes) -> Feedback:
    """Return what writes students' pages, once for all chunks of a process."""
    made: Feedback = pickle.loads(packed)
    return made


def _write(
    folder: Path, telling: _Telling, asked: Questions, students: _Students, mapper: Mapper, outcome: Outcome
) -> None:
    """Write what is said of the students, and count whom a person still has to mark."""
    from seminar.grading.report import report

    statistics = ClassStatistics(telling.key)
    (folder / FEEDBACK).mkdir()
    with (
        (folder / GRADEBOOK).open("w", encoding="utf-8", newline="") as book,
        (folder / MARKS).open("w", encoding="utf-8", newline="") as marks,
        (folder / PAGES).open("w", encoding="utf-8", newline="") as pages,
    ):
        pages.write(BOM + gradebook.lines([gradebook.OWNERS]))
        book.write(BOM + gradebook.heading(telling.key, asked.title, telling.layout))
        for told in mapper(telling.tell, _grouped(students.rows(), len)):
            book.write(told.gradebook)
            marks.write(told.marks)
            pages.write(told.owners)
            for name, page in told.pages:
                (folder / FEEDBACK / name).write_text(page, encoding="utf-8", newline="")
            outcome.to_mark += told.waiting
            outcome.changed += told.changed
            outcome.scripts += told.scripts
            outcome.problems += told.problems
            statistics.merge(told.statistics)
    handed_in = {reason: n for reason, n in outcome.reasons.items() if reason != "junk"}
    (folder / REPORT).write_text(report(statistics, asked, handed_in), encoding="utf-8", newline="")


def _publish(staging: Path, to: Path, outcome: Outcome) -> None:
    """Put what was written in its place."""
    written, pages = staging / FEEDBACK, to / FEEDBACK
    new = sorted(page.name for page in written.iterdir())
    if new:
        pages.mkdir(exist_ok=True)
    outcome.left = sorted({*pages.glob("*.html")} - {pages / name for name in new})
    for name in new:
        (written / name).replace(pages / name)
    for file in (GRADEBOOK, MARKS, REJECTED, REPORT):
        outcome.files.append((staging / file).replace(to / file))
    if new:
        outcome.files += [pages, (staging / PAGES).replace(to / PAGES)]


def _chunks(found: Iterable[Found | Rejected]) -> Iterator[list[Found | Rejected]]:
    return _grouped(found, lambda one: len(one.data) if isinstance(one, Found) else 0)


def _grouped(values: Iterable[_In], size: Callable[[_In], int]) -> Iterator[list[_In]]:
    """Yield values in chunks that a process takes at once."""
    group: list[_In] = []
    held = 0
    for value in values:
        group.append(value)
        held += size(value)
        if len(group) >= _FILES or held >= _BYTES:
            yield group
            group, held = [], 0
    if group:
        yield group


@contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    """Give a folder within ``folder`` to write into, and take it away with all that is left in it."""
    staging = Path(tempfile.mkdtemp(prefix=".grading-", dir=folder))
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)
