"""``seminar release``, ``seminar solutions`` and ``seminar labs``: what leaves the book for a class."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection
from pathlib import Path

from seminar.cli.console import mistaken, told, written
from seminar.cli.help_pages import command
from seminar.cli.private import add_bank
from seminar.exercises import assignments, labs
from seminar.exercises.bank import survey
from seminar.exercises.faults import BankError
from seminar.paths import project_root
from seminar.tables import near


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the parser's."""
    printing = command(
        commands,
        "solutions",
        "write a built page's exercises with key, for paper",
        """Write the exercises of a page of the built book (make book) with key, feedback and solution, in one
        HTML file made for paper. It is for instructors.""",
        {"seminar solutions economics/trade --to solutions.html": "those of the chapter on trade"},
    )
    printing.add_argument("page", metavar="PAGE", help="the page, such as economics/trade")
    printing.add_argument("--to", type=Path, required=True, metavar="FILE", help="the HTML file to write")
    printing.add_argument("--site", type=Path, metavar="DIR", help="the built site (default: _build/html)")
    printing.set_defaults(run=_solutions)
    releasing = command(
        commands,
        "release",
        "write an assignment's files for a class",
        """Write what a class is given of an assignment of the built book (make book). The labs that it sets
        lie beside it, as students download them; they are marked apart. What a format could not carry is
        told after its files, with what was done instead.""",
        {
            "seminar release trade-and-targets --to for-class": "the three of them, into a folder",
            "seminar release trade-and-targets --to for-class --seed a-long-secret": (
                "with versions of this class's own; keep the secret, for marking needs it"
            ),
            "seminar release trade-and-targets --to mine --with-key": "with the instructor's copy",
            "seminar release midterm --bank ../finals --to for-class --seed a-long-secret": (
                "an assignment of a private folder, which has no page in the book"
            ),
            "seminar release trade-and-targets --to mine --format worksheet": "for a class without computers",
            "seminar release trade-and-targets --to mine --format moodle": "for a Moodle's question bank",
            "seminar release trade-and-targets --to mine --format qti": "for a Canvas",
        },
        _FORMATS,
    )
    releasing.add_argument("name", metavar="NAME", help="the assignment, such as trade-and-targets")
    releasing.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder to write into")
    releasing.add_argument(
        "--seed", default="", metavar="SECRET", help="make the variants by a class's secret"
    )
    releasing.add_argument(
        "--format", default="book", metavar="FORMAT", help="what to write, see below (default: book)"
    )
    releasing.add_argument("--with-key", action="store_true", help="write the instructor's copy too")
    releasing.add_argument("--site", type=Path, metavar="DIR", help="the built site (default: _build/html)")
    add_bank(releasing)
    releasing.set_defaults(run=_release)
    giving = command(
        commands,
        "labs",
        "write the labs as students get them, without solutions",
        """Write each lab as students get it: a zip with the notebook, its gaps to fill, and the tables that
        it reads. Labs are the book's alone: a private folder (--bank) holds none, though its assignments may
        set them.""",
        {
            "seminar labs --to for-class": "every lab",
            "seminar labs load-and-tidy --to mine --with-key": (
                "one lab, with its solved notebook and the instructor's tests"
            ),
            "seminar labs --to course --format nbgrader": "every lab as nbgrader's source, keys in it",
        },
    )
    giving.add_argument("name", nargs="*", metavar="NAME", help="a lab, such as load-and-tidy (default: all)")
    giving.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder to write into")
    giving.add_argument(
        "--format",
        choices=("zip", "nbgrader"),
        default="zip",
        help="zip: what students get; nbgrader: a course folder, from which nbgrader makes it (default: zip)",
    )
    giving.add_argument("--with-key", action="store_true", help="write solutions and instructors' tests too")
    giving.set_defaults(run=_labs)


_FORMATS = """\
formats:
  book        an HTML file that opens anywhere, a notebook, and sheets for paper: no keys in any of them
  nbgrader    a course folder whose source nbgrader releases and marks, keys in it; it says what to type
  worksheet   one HTML file to print, all versions in it; with --with-key a second one with the key
  moodle      Moodle XML, to import into the question bank of a Moodle (it holds the keys)
  qti         a QTI 1.2 package, to import into Canvas as a quiz (it holds the keys)
"""


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
            return told(1, f"{pages / name}.html is not built: run `make book` first")
        return told(2, f"there is no page {name!r}{near(name, known)}")
    page = pages / f"{name}.html"
    try:
        sheet = solutions(page.read_text(encoding="utf-8"), page.parent, survey(root)[0])
    except NoSolutions as error:
        return told(1, f"{page}: {error}")
    try:
        asked.to.write_text(sheet, encoding="utf-8")
    except OSError as error:
        return told(2, f"{asked.to} cannot be written: {error.strerror}")
    return 0


def _release(asked: argparse.Namespace) -> int:
    from seminar.exercises.variants import VariantError
    from seminar.surfaces.release import NoRelease
    from seminar.surfaces.release.formats import FORMATS, KEYED
    from seminar.surfaces.release.losses import report
    from seminar.surfaces.release.unbuilt import unbuilt

    if asked.format not in FORMATS:
        return told(2, f"there is no format {asked.format!r}{near(asked.format, FORMATS)}")
    root = project_root()
    try:
        wanted = assignments.assignment(asked.name, root, asked.bank)
    except assignments.UnknownAssignment as error:
        return told(2, str(error))
    except BankError as error:
        return mistaken(error, "nothing is released of a bank with mistakes")
    pages = (asked.site or root / "_build" / "html") / "chapters"
    private = asked.bank is not None and wanted.file.is_relative_to(asked.bank)
    page = wanted.file if private else pages / "assignments" / f"{wanted.name}.html"
    if not page.is_file():
        return told(1, f"{page} is not built: run `make book` first")
    try:
        built = unbuilt(wanted, pages) if private else page.read_text(encoding="utf-8")
        files, losses = FORMATS[asked.format](built, page.parent, wanted, asked.seed, asked.with_key)
    except (NoRelease, VariantError) as error:
        return told(1, f"{page}: {error}")
    except BankError as error:
        return mistaken(error, "nothing is released while a lab has mistakes")
    if code := written(files, asked.to):
        return code
    if asked.seed and not any(item.variants for item in wanted.items):
        print(
            f"seminar: no exercise of {wanted.name} has variants: the seed changes nothing", file=sys.stderr
        )
    keyed = [each.format(name=name) for each in KEYED for name in (wanted.name, *wanted.labs)]
    for name in files:
        warning = " (it holds the keys: never hand it out)" if name in keyed else ""
        print(f"{asked.to / name}{warning}")
    print(report(losses), end="")
    for left in _left(asked.to, wanted.name, files, keyed):
        told(0, f"{left} lies there from an earlier release: remove it")
    return 0


def _labs(asked: argparse.Namespace) -> int:
    from seminar.surfaces.labs import bundle, nbgrader_files, solved_text, tests

    root = project_root()
    try:
        wanted = [labs.lab(name, root) for name in asked.name] or list(labs.labs(root).values())
    except labs.UnknownLab as error:
        return told(2, str(error))
    except BankError as error:
        return mistaken(error, "no lab is written while there are mistakes")
    files: dict[str, bytes] = {}
    for lab in wanted:
        if asked.format == "nbgrader":
            files |= nbgrader_files(lab, root)
        else:
            files[f"{lab.name}.zip"] = bundle(lab, root)
        if asked.with_key:
            files[f"{lab.name}-solved.ipynb"] = solved_text(lab, root).encode()
            files[f"{lab.name}-tests.py"] = tests(lab).encode()
    if code := written(files, asked.to):
        return code
    for name in files:
        kept = name.endswith((".ipynb", "-tests.py"))
        warning = " (for instructors: never hand it out)" if kept else ""
        print(f"{asked.to / name}{warning}")
    return 0


def _left(folder: Path, name: str, files: Collection[str], keyed: Collection[str]) -> list[Path]:
    """Return what an earlier release left beside files for students: other sheets, and any keys."""
    given = [file for file in files if file.endswith(".html") and file not in keyed]
    if not given:
        return []
    sheets = f"{name}-sheet"
    found = {folder / key for key in keyed}
    if any(file.startswith(sheets) for file in given):
        found |= set(folder.glob(f"{sheets}*.html"))
    now = [folder / file for file in files]
    return sorted(path for path in found if path.is_file() and path not in now)


def _names(folder: Path, ending: str) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob(f"*{ending}"))
    return sorted(path.removesuffix(ending) for path in found)
