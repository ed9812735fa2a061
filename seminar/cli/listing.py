"""``seminar list``: what there is to choose from, for people who teach."""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from seminar.cli.console import Column, aside, counted, mistaken, table, told
from seminar.cli.help_pages import command
from seminar.cli.private import add_bank
from seminar.contents import BadContents, pages
from seminar.exercises import assignments, labs
from seminar.exercises.assignments import Assignment
from seminar.exercises.bank import bank
from seminar.exercises.faults import BankError
from seminar.exercises.model import TYPES, Exercise, Level
from seminar.front_matter import read_front_matter
from seminar.paths import named, project_root
from seminar.tables import near

_KINDS = ("exercises", "assignments", "labs")
_EXAMPLES = "instructors"
"""The part whose pages show exercises to authors: no student's work unless they are asked for."""
_EXERCISES = (
    Column("chapter"),
    Column("id"),
    Column("title", folds=True, spare=1),
    Column("type"),
    Column("level"),
    Column("objective", spare=3),
    Column("min", right=True),
    Column("points", right=True),
    Column("note", spare=2),
)
_ASSIGNMENTS = (
    Column("name"),
    Column("title", folds=True),
    Column("exercises", right=True),
    Column("min", right=True),
    Column("points", right=True),
    Column("labs", folds=True, spare=1),
    Column("due", folds=True, spare=2),
)
_LABS = (
    Column("name"),
    Column("title", folds=True),
    Column("tasks", right=True),
    Column("min", right=True),
    Column("points", right=True),
    Column("tables", folds=True, spare=1),
)


class _Unknown(LookupError):  # noqa: N818 - it names what the person did
    """A filter names what is not there; the message has near names."""


@dataclass(frozen=True)
class Listed:
    """An exercise with where it stands: ``points`` are its own, or those of the assignment asked for.

    ``page`` and ``part`` are empty where no page of the book bears its chapter's name.
    """

    exercise: Exercise
    points: float
    page: str
    part: str
    sets: tuple[str, ...]
    private: bool = False
    """Whether it stands in a private folder."""

    @property
    def by_reader(self) -> bool:
        """Whether a person has to mark it."""
        return bool(self.exercise.rule()["kind"] == "by-hand")

    @property
    def note(self) -> str:
        """What else there is to know in choosing it."""
        notes = {"private": self.private, "variants": self.exercise.generator, "by a reader": self.by_reader}
        return ", ".join(note for note, holds in notes.items() if holds)


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser's."""
    listing = command(
        commands,
        "list",
        "list exercises, assignments or labs to choose from",
        """List the exercises of the book in its order, with chapter, id, title, type, level, objective,
        minutes and points, and note which have variants and which a reader has to mark. Filters narrow the
        list down, and all that are given have to fit. In a pipe each exercise is a line, its
        cells parted by tabs; the totals go to the error stream.""",
        {
            "seminar list --chapter trade --level apply": "what a chapter has for applying it",
            "seminar list --part economics --minutes-up-to 4 --type numeric": "short sums",
            "seminar list --search gas price": "exercises with both words in any of their texts",
            "seminar list --set trade-and-targets": "what an assignment sets, in its order",
            "seminar list --with-variants --json": "all that is known of those, for a program",
            "seminar list --bank ../finals --chapter trade": "with what a private folder has for it",
            "seminar list assignments": "the assignments that are ready to be set",
            "seminar list labs": "the labs",
        },
    )
    listing.add_argument(
        "what", nargs="?", choices=_KINDS, default=_KINDS[0], help="what to list (default: exercises)"
    )
    fitting = listing.add_argument_group("filters for exercises")
    fitting.add_argument("--chapter", metavar="SLUG", help="of one chapter, such as trade")
    fitting.add_argument("--part", metavar="PART", help="of one part, such as economics")
    fitting.add_argument("--type", metavar="TYPE", help="of one type, such as numeric")
    fitting.add_argument("--level", choices=get_args(Level), help="of one level")
    fitting.add_argument("--objective", metavar="ID", help="that serve one objective")
    fitting.add_argument("--minutes-up-to", type=float, metavar="N", help="that take no longer")
    fitting.add_argument("--set", metavar="NAME", help="in one assignment, with its order and points")
    fitting.add_argument("--marked-by", choices=("computer", "reader"), help="by who gives the points")
    fitting.add_argument("--with-variants", action="store_true", help="with other numbers for each student")
    fitting.add_argument("--search", nargs="+", metavar="TEXT", help="with each of these in their texts")
    add_bank(listing)
    listing.add_argument("--json", action="store_true", help="print JSON, with all that is known")
    listing.set_defaults(run=_list, parser=listing)


def _list(asked: argparse.Namespace) -> int:
    root = project_root()
    try:
        if asked.what == "exercises":
            return _exercises(asked, root)
        given = [name for name in _FILTERS if getattr(asked, name)]
        if given:
            asked.parser.error(f"--{given[0].replace('_', '-')} is a filter for exercises: leave it out")
        return _assignments(asked, root) if asked.what == "assignments" else _labs(asked, root)
    except _Unknown as error:
        return told(2, str(error))
    except BadContents as error:
        return told(1, str(error))
    except BankError as error:
        return mistaken(error, "nothing is listed of a bank with mistakes")


_FILTERS = (
    *("chapter", "part", "type", "level", "objective", "minutes_up_to", "set", "marked_by"),
    *("with_variants", "search"),
)


def _exercises(asked: argparse.Namespace, root: Path) -> int:
    found = list(_fitting(asked, list(listed(root, asked.set, asked.bank)), root))
    if asked.json:
        return _as_json([_told(each, root) for each in found])
    rows = [
        [
            *(each.exercise.chapter, each.exercise.id, each.exercise.title, each.exercise.type),
            *(each.exercise.level, each.exercise.objective, f"{each.exercise.minutes:g}"),
            *(f"{each.points:g}", each.note),
        ]
        for each in found
    ]
    table(_EXERCISES, rows, by=None if asked.set else 0)
    minutes = sum(each.exercise.minutes for each in found)
    return _totals(len(found), "exercise", minutes, sum(each.points for each in found))


def listed(root: Path, name: str | None = None, private: Path | None = None) -> Iterator[Listed]:
    """Yield the exercises in the book's order, or those of the assignment called ``name`` in its own.

    Those of a ``private`` folder come with the chapter that they bear the name of, or at the end. Raises
    LookupError with near names, BankError and BadContents.
    """
    every, sets = bank(root, private), assignments.assignments(root, private)
    reading = [each.name for each in pages(root)]
    within: dict[str, list[str]] = {}
    for one in sets.values():
        for item in one.items:
            within.setdefault(item.exercise.id, []).append(one.name)
    if name is None:
        chosen = [(exercise, exercise.points) for exercise in every]
    elif name in sets:
        chosen = [(item.exercise, item.points) for item in sets[name].items]
    else:
        raise _Unknown(f"there is no assignment {name!r}{near(name, sets)}")
    places = {slug: _page(slug, reading, root) for slug in {exercise.chapter for exercise, _ in chosen}}
    made = [
        Listed(
            exercise,
            points,
            places[exercise.chapter],
            _part(places[exercise.chapter]),
            tuple(within.get(exercise.id, ())),
            private=exercise.file is not None and exercise.file.parent == private,
        )
        for exercise, points in chosen
    ]
    if name is None:
        order = {page: i for i, page in enumerate(reading)}
        made.sort(key=lambda each: (order.get(each.page, len(order)), each.exercise.chapter))
    yield from made


def _page(slug: str, reading: Sequence[str], root: Path) -> str:
    """Return the page of a chapter by its slug, empty if the book has none."""
    known = reading or [
        file.relative_to(root).with_suffix("").as_posix() for file in (root / "chapters").rglob("*.md")
    ]
    return next((page for page in known if page.startswith("chapters/") and Path(page).name == slug), "")


def _part(page: str) -> str:
    return page.split("/")[1] if page.count("/") > 1 else ""


def _fitting(asked: argparse.Namespace, found: Sequence[Listed], root: Path) -> Iterator[Listed]:
    """Yield those that every filter lets through; a name that is nowhere raises _Unknown."""
    known = {
        "chapter": {each.exercise.chapter for each in found},
        "part": {each.part for each in found} - {""},
        "type": set(TYPES),
        "objective": {each.exercise.objective for each in found},
    }
    for name, choice in known.items():
        wanted = getattr(asked, name)
        if wanted is not None and wanted not in choice:
            raise _Unknown(f"no exercise here has the {name} {wanted!r}{near(wanted, sorted(choice))}")
    searched = [each.casefold() for text in asked.search or () for each in text.split()]
    hidden = not (asked.chapter or asked.set or asked.part == _EXAMPLES)
    for each in found:
        exercise = each.exercise
        if (
            (not hidden or each.part != _EXAMPLES)
            and asked.chapter in (None, exercise.chapter)
            and asked.part in (None, each.part)
            and asked.type in (None, exercise.type)
            and asked.level in (None, exercise.level)
            and asked.objective in (None, exercise.objective)
            and (asked.minutes_up_to is None or exercise.minutes <= asked.minutes_up_to)
            and (asked.marked_by is None or each.by_reader == (asked.marked_by == "reader"))
            and (exercise.generator or not asked.with_variants)
            and _holds(exercise, searched)
        ):
            yield each


def _holds(exercise: Exercise, searched: Sequence[str]) -> bool:
    if not searched:
        return True
    texts = [exercise.id, exercise.title, *exercise.rests_on, *(part.text for part in exercise.parts())]
    whole = "\n".join(texts).casefold()
    return all(each in whole for each in searched)


def _told(each: Listed, root: Path) -> Mapping[str, Any]:
    exercise = each.exercise
    return {
        "id": exercise.id,
        "title": exercise.title,
        "chapter": exercise.chapter,
        "part": each.part,
        "page": each.page,
        "type": exercise.type,
        "level": exercise.level,
        "objective": exercise.objective,
        "objective_text": _objectives(each.page, root).get(exercise.objective, ""),
        "minutes": exercise.minutes,
        "points": each.points,
        "marked_by": "reader" if each.by_reader else "computer",
        "variants": exercise.generator is not None,
        "private": each.private,
        "figure": bool(exercise.figure),
        "rests_on": exercise.rests_on,
        "assignments": list(each.sets),
        "file": named(exercise.file, root) if exercise.file else "",
        "line": exercise.line(),
    }


def _objectives(page: str, root: Path) -> Mapping[str, str]:
    file = root / f"{page}.md"
    return read_front_matter(file).objectives if page and file.is_file() else {}


def _assignments(asked: argparse.Namespace, root: Path) -> int:
    found = list(assignments.assignments(root, asked.bank).values())
    order = {page.name: i for i, page in enumerate(pages(root))}
    found.sort(key=lambda one: order.get(f"chapters/assignments/{one.name}", len(order)))
    if asked.json:
        return _as_json([_set(one) for one in found])
    rows = [
        [
            *(one.name, one.title, str(len(one.items)), f"{_minutes(one):g}"),
            *(f"{one.hundredths / 100:g}", ", ".join(one.labs), one.due),
        ]
        for one in found
    ]
    table(_ASSIGNMENTS, rows)
    points = sum(one.hundredths for one in found) / 100
    return _totals(len(found), "assignment", sum(map(_minutes, found)), points)


def _minutes(one: Assignment) -> float:
    return sum(item.exercise.minutes for item in one.items)


def _set(one: Assignment) -> Mapping[str, Any]:
    return {
        "name": one.name,
        "title": one.title,
        "due": one.due,
        "feedback": one.feedback,
        "minutes": _minutes(one),
        "points": one.hundredths / 100,
        "exercises": [
            {"id": item.exercise.id, "points": item.points, "variants": item.variants} for item in one.items
        ],
        "labs": list(one.labs),
    }


def _labs(asked: argparse.Namespace, root: Path) -> int:
    found = list(labs.labs(root).values())
    if asked.json:
        return _as_json(
            [
                {
                    "name": one.name,
                    "title": one.title,
                    "question": one.question,
                    "skills": list(one.skills),
                    "tasks": one.tasks(),
                    "minutes": one.minutes,
                    "points": sum(cell.points for cell in one.cells),
                    "datasets": list(one.datasets),
                }
                for one in found
            ]
        )
    points = [sum(cell.points for cell in one.cells) for one in found]
    rows = [
        [
            *(one.name, one.title, str(len(one.tasks())), str(one.minutes), f"{worth:g}"),
            ", ".join(one.datasets),
        ]
        for one, worth in zip(found, points, strict=True)
    ]
    table(_LABS, rows)
    return _totals(len(found), "lab", sum(one.minutes for one in found), sum(points))


def _as_json(found: Collection[Mapping[str, Any]]) -> int:
    print(json.dumps(list(found), ensure_ascii=False, indent=2))
    return 0


def _totals(count: int, thing: str, minutes: float, points: float) -> int:
    aside(
        f"{counted(count, thing)}, {minutes:g} minutes, {points:g} points"
        if count
        else f"no {thing} fits: leave out a filter"
    )
    return 0
