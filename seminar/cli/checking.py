"""``seminar check`` and ``seminar schema``, for people who write exercises."""

from __future__ import annotations

import argparse
from pathlib import Path

from seminar.cli.console import aside, counted, tell, told
from seminar.cli.help_pages import command
from seminar.cli.private import add_bank, published
from seminar.exercises import assignments, labs, submission, work
from seminar.exercises.bank import survey
from seminar.exercises.check import check
from seminar.exercises.schema import schema

_SCHEMAS = {
    "assignment": (assignments.schema, "an assignment's file"),
    "submission": (submission.schema, "a file that a student hands in"),
    "work": (work.schema, "a file of a student's work"),
}


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the parser's."""
    checking = command(
        commands,
        "check",
        "check exercises, assignments, labs, tables, pages: everything at once",
        """Check everything that the project holds, without building it: exercises and their keys against the
        data, assignments, labs; every table against data/datapackage.json; front matter, objectives, the
        table of contents; and in all texts each reference to a claim, event, number, publication or page.
        Each mistake is a line on the error stream, with file, line and remedy; then the exit code is 1. A
        private folder that git would publish is told too, and changes no exit code.""",
        {
            "seminar check": "check the project that the current folder is in",
            "seminar check 2> mistakes.txt": "keep the mistakes in a file",
            "seminar check --bank ../finals": "check a private folder of exercises too",
        },
    )
    add_bank(checking)
    checking.set_defaults(run=_check)
    writing = command(
        commands,
        "schema",
        "write the JSON Schema of an exercise file, for editors",
        """Write the JSON Schema of a kind of file. An editor that is pointed at it completes keys as you
        type, and marks what does not belong.""",
        {
            "seminar schema --to exercises/schema.json": "the schema of files of exercises",
            "seminar schema --assignment --to exercises/assignment-schema.json": "that of assignments",
        },
    )
    writing.add_argument("--to", type=Path, required=True, metavar="FILE", help="the file to write")
    other = writing.add_mutually_exclusive_group()
    for name, (_, what) in _SCHEMAS.items():
        other.add_argument(
            f"--{name}", dest="of", action="store_const", const=name, help=f"that of {what} instead"
        )
    writing.set_defaults(run=_schema)


def _check(asked: argparse.Namespace) -> int:
    mistakes = check(private=asked.bank)
    tell(mistakes)
    if asked.bank and (where := published(asked.bank)):
        told(0, f"beware: {where}")
    if mistakes:
        aside(counted(len(mistakes), "mistake"))
        return 1
    bank, _ = survey(private=asked.bank)
    given, _ = assignments.survey_assignments(private=asked.bank)
    found = [f"{counted(len(bank), 'exercise')} in {counted(len(bank.files), 'file')}"]
    found += [counted(len(given), "assignment")] if given else []
    ready, _ = labs.survey_labs()
    found += [counted(len(ready), "lab")] if ready else []
    print(f"{', '.join(found)}, no mistakes")
    return 0


def _schema(asked: argparse.Namespace) -> int:
    made = _SCHEMAS[asked.of][0] if asked.of else schema
    asked.to.write_text(made(), encoding="utf-8")
    return 0
