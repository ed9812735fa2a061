"""``seminar new``: begin what teachers write, with everything in its place."""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from seminar import tables
from seminar.cli.console import aside, mistaken, shown, told
from seminar.cli.help_pages import command
from seminar.cli.listing import Listed, listed
from seminar.cli.private import add_bank
from seminar.contents import FILE, BadContents, pages, with_page
from seminar.exercises import labs
from seminar.exercises.assignments import FOLDER, PRIVATE_FOLDER, assignments
from seminar.exercises.faults import BankError
from seminar.exercises.model import Kebab
from seminar.paths import named, project_root
from seminar.surfaces.words import CATALOGUE

_TEMPLATE = CATALOGUE.with_name("assignment.yml")
_PART, _BEFORE = "Assignments", "For instructors"
_LABS = "# Notebooks that are set besides, and marked apart."
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_PLAIN = re.compile(r"[A-Za-zÀ-ɏ][\w ,.()’“”–-]*[\w.)’”]")
"""What YAML reads as text without quotation marks, among the titles that people write."""
_RESERVED = {"true", "false", "null", "yes", "no", "on", "off"}


class _Refused(ValueError):  # noqa: N818 - it says what became of the wish
    """What was asked for cannot be begun; the message says why and what to do."""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser's."""
    beginning = commands.add_parser("new", help="begin an assignment")
    kinds = beginning.add_subparsers(required=True, metavar="WHAT")
    setting = command(
        kinds,
        "assignment",
        "begin an assignment: its file, its page, its line in the table of contents",
        """Begin an assignment. It writes exercises/assignments/NAME.yml, with texts to change and the chosen
        exercises with their points; the page chapters/assignments/NAME.md; and the page's line in _toc.yml.
        Nothing that is there is written over. With --bank it writes DIR/assignments/NAME.yml alone.""",
        {
            "seminar new assignment week-three --title 'Week three' --exercise trade-mirror trade-ledger": (
                "with two exercises; seminar list shows their ids"
            ),
            "seminar new assignment all-of-energy --chapter energy": (
                "with every exercise of a chapter, to take out what is too much"
            ),
            "seminar new assignment first-lab --exercise trade-mirror --lab mirror-statistics": (
                "with a lab besides"
            ),
            "seminar new assignment midterm --bank ../finals --exercise trade-mirror": (
                "in a private folder: it has no page, and students see it when it is released"
            ),
        },
    )
    setting.add_argument(
        "name", metavar="NAME", help="a name in small letters with hyphens, such as week-three"
    )
    setting.add_argument("--title", metavar="TEXT", help="its title (default: the name in words)")
    setting.add_argument("--chapter", nargs="+", default=[], metavar="SLUG", help="all exercises of these")
    setting.add_argument("--exercise", nargs="+", default=[], metavar="ID", help="these exercises, in order")
    setting.add_argument("--lab", nargs="+", default=[], metavar="NAME", help="set these labs besides")
    add_bank(setting)
    setting.set_defaults(run=_assignment)


def _assignment(asked: argparse.Namespace) -> int:
    root = project_root()
    private: Path | None = asked.bank
    file = (private / PRIVATE_FOLDER if private else root / FOLDER) / f"{asked.name}.yml"
    page = f"chapters/assignments/{asked.name}"
    try:
        chosen = _chosen(asked, list(listed(root, private=private)))
        if asked.name in assignments(root, private):
            raise _Refused(f"there is an assignment {asked.name} already: choose another name")
        files = {file: _file(asked.title or _words(asked.name), chosen, _labs(asked.lab, root), root)}
        if not private:
            files[root / f"{page}.md"] = f"```{{assignment}} {asked.name}\n```\n"
        for path in files:
            if path.exists():
                raise _Refused(
                    f"{named(path, root)} is there already: choose another name, or edit that file"
                )
        contents = None if private else _contents(root, page)
    except _Refused as error:
        return told(2, str(error))
    except BadContents as error:
        return told(1, str(error))
    except BankError as error:
        return mistaken(error, "nothing is begun while there are mistakes")
    try:
        _write(root, files, contents)
    except OSError as error:
        return told(2, f"{error.filename} cannot be written: {error.strerror}")
    for path in [*files, *([root / FILE] if contents else [])]:
        print(named(path, root))
    # A private assignment has no page, so nothing is built for it.
    bank, build = (f" --bank {shlex.quote(str(private))}", "") if private else ("", ", make book,")
    aside(
        f"Next: change the texts in {named(file, root)}; then seminar check{bank}{build}\n"
        f"and seminar release {asked.name} --to for-class{bank}"
    )
    return 0


def _chosen(asked: argparse.Namespace, known: Sequence[Listed]) -> list[Listed]:
    """Return the exercises asked for, each once, those of chapters first."""
    try:
        TypeAdapter(Kebab).validate_python(asked.name)
    except ValidationError as error:
        raise _Refused(f"the name is {asked.name!r}: {error.errors()[0]['ctx']['error']}") from None
    by_id = {each.exercise.id: each for each in known}
    chapters = dict.fromkeys(each.exercise.chapter for each in known)
    for slug in asked.chapter:
        if slug not in chapters:
            raise _Refused(f"no chapter {slug!r}{tables.near(slug, chapters)}")
    for id in asked.exercise:
        if id not in by_id:
            raise _Refused(f"no exercise {id!r}{tables.near(id, by_id)}; seminar list shows them all")
    whole = [each for slug in asked.chapter for each in known if each.exercise.chapter == slug]
    found = list(
        {each.exercise.id: each for each in [*whole, *map(by_id.__getitem__, asked.exercise)]}.values()
    )
    if not found:
        raise _Refused("no exercise is chosen: name some after --exercise, which seminar list shows")
    return found


def _labs(names: Sequence[str], root: Path) -> list[str]:
    known = labs.labs(root)
    for name in names:
        if name not in known:
            raise _Refused(f"no lab {name!r}{tables.near(name, known)}")
    return list(dict.fromkeys(names))


def _file(title: str, chosen: Sequence[Listed], lab_names: Sequence[str], root: Path) -> str:
    """Return the assignment's file, from the template."""
    texts = {
        "title": _scalar(title),
        "reading": _reading(dict.fromkeys(each.page for each in chosen if each.page), root),
        "labs": f"{_LABS}\nlabs: [{', '.join(lab_names)}]\n\n" if lab_names else "",
        "exercises": "\n".join(map(_line, chosen)),
    }
    template = _TEMPLATE.read_text(encoding="utf-8")
    return re.sub(r"<<(\w+)>>", lambda found: texts[found[1]], template)


def _line(each: Listed) -> str:
    exercise = each.exercise
    points = f"{exercise.points:g} point{'' if exercise.points == 1 else 's'}"
    about = [f"{exercise.minutes:g} min", points, *([each.note] if each.note else [])]
    return f"  - id: {exercise.id}  # {', '.join([exercise.type, *about])}: {shown(exercise.title)}"


def _scalar(text: str) -> str:
    """Return a text as YAML has it, in quotation marks only where it needs them."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _RESERVED
    return text if plain else json.dumps(text, ensure_ascii=False)


def _reading(found: dict[str, None], root: Path) -> str:
    """Return a sentence that leads to the chapters, empty where there are none."""
    links = []
    for page in found:
        file = root / f"{page}.md"
        title = _TITLE.search(file.read_text(encoding="utf-8")) if file.is_file() else None
        if title:
            # A title's own marks would end the link.
            links.append(f"{{doc}}`{re.sub(r'[`<>]', '', title[1]).strip()} </{page}>`")
    if not links:
        return ""
    first = f"{', '.join(links[:-1])} and {links[-1]}" if len(links) > 1 else links[0]
    return f"Work through {first} first; everything that you need stands there. "


def _words(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _contents(root: Path, page: str) -> str | None:
    """Return the table of contents with the page in it; None where there is none, or nothing to change."""
    known = {each.name for each in pages(root)}
    if not known or page in known:
        return None
    return with_page((root / FILE).read_text(encoding="utf-8"), page, _PART, _BEFORE)


def _write(root: Path, files: dict[Path, str], contents: str | None) -> None:
    """Write new files, and the table of contents in the place of the old one, whole."""
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
    if contents is not None:
        new_contents = root / f"{FILE}.new"
        new_contents.write_text(contents, encoding="utf-8", newline="\n")
        os.replace(new_contents, root / FILE)
