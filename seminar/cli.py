"""The command ``seminar``, for people who write exercises or teach with them.

Exit codes: 0, all is well; 1, there are mistakes, each printed with file, line and remedy (a page: with its
remedy); 2, the command itself was misunderstood, such as a page that the book does not have.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from seminar.exercises import assignments, submission, work
from seminar.exercises.bank import survey
from seminar.exercises.check import check
from seminar.exercises.schema import schema
from seminar.paths import project_root
from seminar.tables import near

_SCHEMAS = {
    "assignment": (assignments.schema, "an assignment's file"),
    "submission": (submission.schema, "a file that a student hands in"),
    "work": (work.schema, "a file of a student's work"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with ``arguments`` (default: the process's) and return its exit code."""
    parser = argparse.ArgumentParser(prog="seminar", description="Work on the book's exercises.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="check every exercise, and its keys against the data")
    checking.set_defaults(run=_check)
    writing = commands.add_parser("schema", help="write the JSON Schema of an exercise file, for editors")
    writing.add_argument("--to", type=Path, required=True, metavar="FILE", help="the file to write")
    other = writing.add_mutually_exclusive_group()
    for name, (_, what) in _SCHEMAS.items():
        other.add_argument(
            f"--{name}", dest="of", action="store_const", const=name, help=f"that of {what} instead"
        )
    writing.set_defaults(run=_schema)
    printing = commands.add_parser("solutions", help="write a built page's exercises with key, for paper")
    printing.add_argument("page", metavar="PAGE", help="the page, such as economics/trade")
    printing.add_argument("--to", type=Path, required=True, metavar="FILE", help="the HTML file to write")
    printing.add_argument("--site", type=Path, metavar="DIR", help="the built site (default: _build/html)")
    printing.set_defaults(run=_solutions)
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
    given, _ = assignments.survey_assignments()
    found = [f"{_counted(len(bank), 'exercise')} in {_counted(len(bank.files), 'file')}"]
    found += [_counted(len(given), "assignment")] if given else []
    print(f"{', '.join(found)}, no mistakes")
    return 0


def _schema(asked: argparse.Namespace) -> int:
    made = _SCHEMAS[asked.of][0] if asked.of else schema
    asked.to.write_text(made(), encoding="utf-8")
    return 0


def _solutions(asked: argparse.Namespace) -> int:
    # What draws figures takes long to load, and the other commands do without.
    from seminar.surfaces.solutions import NoSolutions, solutions

    root = project_root()
    sources, pages = root / "chapters", (asked.site or root / "_build" / "html") / "chapters"
    name = asked.page.removeprefix("chapters/").removesuffix(".html").removesuffix(".md")
    built = _names(pages, ".html")
    if name not in built:
        known = sorted({*built, *_names(sources, ".md")})
        if name in known or not known:
            return _told(1, f"{pages / name}.html is not built: run `make book` first")
        return _told(2, f"there is no page {name!r}{near(name, known)}")
    page = pages / f"{name}.html"
    try:
        sheet = solutions(page.read_text(encoding="utf-8"), page.parent)
    except NoSolutions as error:
        return _told(1, f"{page}: {error}")
    try:
        asked.to.write_text(sheet, encoding="utf-8")
    except OSError as error:
        return _told(2, f"{asked.to} cannot be written: {error.strerror}")
    return 0


def _names(folder: Path, ending: str) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob(f"*{ending}"))
    return sorted(path.removesuffix(ending) for path in found)


def _told(code: int, message: str) -> int:
    print(f"seminar: {message}", file=sys.stderr)
    return code


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    sys.exit(main())
