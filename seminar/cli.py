"""The command ``seminar``, for people who write exercises.

Exit codes: 0, all is well; 1, there are mistakes, each printed with file, line and remedy; 2, the command
itself was misunderstood.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from seminar.exercises.bank import survey
from seminar.exercises.check import check
from seminar.exercises.schema import schema


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with ``arguments`` (default: the process's) and return its exit code."""
    parser = argparse.ArgumentParser(prog="seminar", description="Work on the book's exercises.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="check every exercise, and its keys against the data")
    checking.set_defaults(run=_check)
    writing = commands.add_parser("schema", help="write the JSON Schema of an exercise file, for editors")
    writing.add_argument("--to", type=Path, required=True, metavar="FILE", help="the file to write")
    writing.set_defaults(run=_schema)
    asked = parser.parse_args(arguments)
    code: int = asked.run(asked)
    return code


def _check(_asked: argparse.Namespace) -> int:
    mistakes = check()
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
    if mistakes:
        print(_counted(len(mistakes), "mistake"), file=sys.stderr)
        return 1
    bank, _ = survey()
    print(f"{_counted(len(bank), 'exercise')} in {_counted(len(bank.files), 'file')}, no mistakes")
    return 0


def _schema(asked: argparse.Namespace) -> int:
    asked.to.write_text(schema(), encoding="utf-8")
    return 0


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    sys.exit(main())
