"""``seminar grade``: a class's files in, its gradebook out."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from seminar.cli.console import aside, counted, mistaken, progress, shown, told
from seminar.cli.help_pages import command
from seminar.cli.private import add_bank
from seminar.exercises import assignments
from seminar.exercises.faults import BankError
from seminar.exercises.variants import VariantError
from seminar.grading.cluster import ClusterError, cluster
from seminar.grading.grade import (
    FEEDBACK,
    GRADEBOOK,
    KEEPS,
    MARKS,
    PAGES,
    REJECTED,
    REPORT,
    Outcome,
    grade,
    processes,
)
from seminar.grading.gradebook import LAYOUTS
from seminar.grading.incoming import incoming
from seminar.grading.rubrics import Entry, judging, read, scheme
from seminar.paths import project_root

_FILES = """\
files:
  gradebook.csv  a row for each student; an exercise that a person has to mark is
                 blank, to_mark counts those, and total is that of the others
  marks.jsonl    a line for each student and exercise: the points with their
                 rule, the answer, and the reason
  rejected.csv   every file that gives nobody a mark, with why and what to do
  report.html    what the answers say of the exercises: how hard, how telling,
                 what was chosen
  feedback/      a page for each student: the answers, their points, the solutions
  feedback.csv   whose page is which: student, name and file; not to hand out
  marking.html   where there are written answers, a page to mark them on, offline
                 and without names; it saves rubrics.csv
  rubrics.csv    the same to fill in a spreadsheet: a row for each criterion; a
                 file that you have filled is never written over, and what it
                 lacks goes into rubrics-2.csv

exit codes:
  0  every file is marked
  1  a file was rejected, an answer waits for a person, a filled rubrics.csv has
     mistakes, or nothing was found
  2  the command was misunderstood
"""

_IMPORT = {
    "moodle": """\
In Moodle: Grades, Import, CSV file. Map from "ID number" to "ID number" (or to "Email
address" or "Username", if that is what the students typed), map "{title}" to the grade
item, and leave the other columns at "Ignore".""",
    "canvas": """\
In Canvas: Gradebook, Import. The column "{title}" goes to the assignment of that name;
if there is none, Canvas asks which it is. Students are known by their Canvas ID where the
archive came from Canvas, else by the id that they typed, as SIS ID or login.""",
}


_BY_HAND = """\
Written answers wait: open {page} in a browser, or fill {table}. Then
run this command again, with --rubrics and the file that you saved or filled."""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser's."""
    grading = command(
        commands,
        "grade",
        "mark what a class handed in, and write its gradebook",
        """Mark what a class handed in for an assignment. SUBMISSIONS are files, folders, or the archive of
        all submissions that Moodle or Canvas gives, as it is. Points are worked out anew; no file is
        believed, changed or left out silently.""",
        {
            "seminar grade trade-and-targets week3.zip --to marked": "mark the archive from Moodle or Canvas",
            "seminar grade trade-and-targets handed-in/ --to marked --seed SECRET": (
                "mark a folder, of a class whose variants were released with a secret"
            ),
            "seminar grade trade-and-targets week3.zip --to marked --for canvas": (
                "write the gradebook in the shape that Canvas imports"
            ),
            "seminar grade economics week5.zip --to marked --rubrics marked/rubrics.csv": (
                "give written answers the points that you filled in"
            ),
            "seminar grade trade-and-targets handed-in/ --to marked --scheduler tcp://10.0.0.5:8786": (
                "mark a very large class on a Dask cluster that runs already"
            ),
        },
        besides=_FILES,
    )
    grading.add_argument("name", metavar="ASSIGNMENT", help="the assignment, such as trade-and-targets")
    grading.add_argument(
        "submissions", nargs="+", type=Path, metavar="SUBMISSIONS", help="a folder, files or an archive"
    )
    grading.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder to write into")
    grading.add_argument(
        "--seed", default="", metavar="SECRET", help="the class's secret, if it was released with one"
    )
    grading.add_argument(
        "--for",
        dest="layout",
        choices=LAYOUTS[1:],
        default=LAYOUTS[0],
        help="give gradebook.csv the shape that this system imports",
    )
    grading.add_argument(
        "--keep",
        choices=KEEPS,
        default=KEEPS[0],
        help="which of several files of one student counts; the others are listed (default: latest)",
    )
    grading.add_argument(
        "--rubrics",
        nargs="+",
        type=Path,
        default=[],
        metavar="FILE",
        help="what persons gave to written answers: one or more filled rubrics.csv",
    )
    grading.add_argument(
        "--no-feedback",
        dest="feedback",
        action="store_false",
        help="write no pages for students, as for a class of very many",
    )
    where = grading.add_mutually_exclusive_group()
    where.add_argument(
        "--jobs",
        type=_jobs,
        default=os.cpu_count() or 1,
        metavar="N",
        help="how many processes mark (default: one for each processor)",
    )
    where.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="mark on a Dask cluster, by its scheduler's address, such as tcp://10.0.0.5:8786; its workers "
        "need seminar as it is here, and nothing else of the book. By tcp:// names and answers travel "
        "unencrypted, and nobody is asked who they are: use a network that you trust, or a cluster that uses "
        "TLS, by tls:// and with the certificates named in Dask's own settings",
    )
    add_bank(grading)
    grading.set_defaults(run=_grade)


def _jobs(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError("write a whole number from 1")
    return int(text)


def _grade(asked: argparse.Namespace) -> int:
    if unfit := _unfit(asked.submissions, asked.to):
        return told(2, unfit)
    try:
        wanted = assignments.assignment(asked.name, project_root(), asked.bank)
    except assignments.UnknownAssignment as error:
        return told(2, str(error))
    except BankError as error:
        return mistaken(error, "nothing is marked by a bank with mistakes")
    filled = _filled(asked.rubrics)
    if isinstance(filled, str):
        return told(2, filled)
    try:
        essays = scheme(wanted, asked.seed)
        judge, problems = judging(filled[0], essays)
        marking = cluster(asked.scheduler) if asked.scheduler else processes(asked.jobs)
        with marking as mapper, progress("Marking") as done:
            outcome = grade(
                wanted,
                incoming(asked.submissions),
                asked.to,
                seed=asked.seed,
                keep=asked.keep,
                layout=asked.layout,
                judge=judge,
                feedback=asked.feedback,
                mapper=mapper,
                told=done,
            )
        # What renders texts takes long to load, and the processes that mark do without.
        from seminar.grading.written import MARKING, RUBRICS, write

        files, odd = write(asked.to, wanted, essays, outcome.scripts, asked.seed)
        outcome.files += files
        outcome.problems = [*filled[1], *problems, *outcome.problems, *odd]
    except (VariantError, LookupError) as error:
        return told(1, f"{wanted.file}: {error}")
    except ClusterError as error:
        return told(1, str(error))
    except OSError as error:
        return told(2, f"{asked.to} cannot be written: {error.strerror}")
    except BrokenProcessPool:
        return told(
            1, "a process that marks was ended from outside, perhaps for want of memory: try --jobs 1"
        )
    for file in outcome.files:
        print(file)
    if asked.layout in _IMPORT:
        print(_IMPORT[asked.layout].format(title=shown(wanted.title)))
        if outcome.to_mark:
            print("Totals are those so far: import again when everything is marked.")
    if outcome.scripts and outcome.to_mark:
        print(_BY_HAND.format(page=asked.to / MARKING, table=asked.to / RUBRICS))
    if outcome.left:
        named = ", ".join(path.name for path in outcome.left[:3]) + (", …" if len(outcome.left) > 3 else "")
        pages = counted(len(outcome.left), "page")
        told(
            0,
            f"{asked.to / FEEDBACK} holds {pages} of an earlier run, of students not in this one: {named}",
        )
    for problem in outcome.problems:
        told(1, shown(problem))
    for exercise, count in outcome.changed.items():
        told(1, _changed(wanted, exercise, count, asked.seed))
    _sum_up(outcome)
    return 0 if outcome.complete else 1


def _filled(files: Sequence[Path]) -> tuple[list[Entry], list[str]] | str:
    """Return what filled files say and what is wrong with them, or which one cannot be read."""
    entries: list[Entry] = []
    problems: list[str] = []
    for path in files:
        try:
            found, wrong = read(path.read_bytes(), path.name)
        except OSError as error:
            return f"{path} cannot be read: {error.strerror}"
        entries += found
        problems += wrong
    return entries, problems


def _unfit(submissions: Sequence[Path], to: Path) -> str:
    """Return why these cannot be marked into this folder, or nothing."""
    folder = to.resolve()
    for path in submissions:
        if not path.exists():
            return f"{path} is not there: write where it lies, such as ~/Downloads/{path.name}"
        here = path.resolve()
        if path.is_dir() and folder.is_relative_to(here):
            return f"{to} lies in {path}, where the next run would take it for handed in: choose another"
        if here.parent == folder and here.name in (GRADEBOOK, MARKS, PAGES, REJECTED, REPORT):
            return f"{path} would be written over: move it out of {to} first"
    return ""


def _changed(wanted: assignments.Assignment, exercise: str, count: int, seed: str) -> str:
    """Return why answers to an exercise may be to another wording than it has, and what to do."""
    what = f"{counted(count, 'answer')} to {exercise} {'is' if count == 1 else 'are'} to"
    if any(item.exercise.id == exercise and item.variants for item in wanted.items):
        secret = "another --seed than this one" if seed else "a --seed, and none is given here"
        return (
            f"{what} other versions than these. Perhaps the class's were released with {secret}: then mark "
            "again with theirs. If not, the exercise was changed since, and a person has to mark them"
        )
    return (
        f"{what} another wording than the exercise has now: it was changed since, and a person has to mark "
        "them, or you mark again with its earlier wording"
    )


def _sum_up(outcome: Outcome) -> None:
    """Tell how many there are of what, on the error stream."""
    parts = [f"{counted(outcome.students, 'student')} marked"]
    if outcome.to_mark:
        parts.append(f"{outcome.to_mark} of them with answers for a person to mark")
    if outcome.rejected:
        parts.append(f"{counted(outcome.rejected, 'file')} rejected")
    if outcome.superseded:
        parts.append(f"{counted(outcome.superseded, 'file')} superseded")
    if outcome.junk:
        parts.append(f"{counted(outcome.junk, 'file')} that nobody handed in")
    aside(f"{', '.join(parts)}" + (f" (see {REJECTED})" if len(parts) > 1 + bool(outcome.to_mark) else ""))
