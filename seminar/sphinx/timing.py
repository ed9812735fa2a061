"""``{timing} trade``: what a chapter takes, exercise by exercise, and what of it fits into one session.

Everything comes from the chapter's front matter, the page and the bank. What fits is chosen by a rule, which
the page states.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from seminar.exercises import Exercise
from seminar.exercises.bank import survey
from seminar.exercises.faults import near
from seminar.exercises.model import Level
from seminar.front_matter import FrontMatter, is_chapter, read_front_matter
from seminar.sphinx.blocks import facts, paragraph, table
from seminar.sphinx.exercise_links import exercise_link, follow_exercises
from seminar.sphinx.outputs import shown_exercises
from seminar.sphinx.roles import book_root
from seminar.surfaces.words import number, word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

SESSIONS = (50, 90)
"""Minutes of the sessions for which a cut is proposed."""

_SPARE = "if you have time"


class timing_tables(nodes.General, nodes.Element):  # noqa: N801 - as docutils names its nodes
    """Stands for the timing of the chapter ``page`` until every page is read."""


class Timing(SphinxDirective):
    """What a chapter takes; its argument is the last part of the chapter's address."""

    required_arguments = 1
    final_argument_whitespace = False

    def run(self) -> list[nodes.Node]:
        """Return a placeholder; an unknown chapter is the directive's error."""
        name = self.arguments[0]
        pages = {page.rpartition("/")[2]: page for page in sorted(self.env.found_docs) if is_chapter(page)}
        if name not in pages:
            raise self.error(f"no chapter {name!r}: {near(name, pages)}")
        follow_exercises(self.env)
        return [timing_tables("", page=pages[name])]


def exercises_of(env: BuildEnvironment, page: str) -> list[Exercise]:
    """Return the exercises that a chapter shows, in the order of the page."""
    found = survey(book_root(env))[0]
    return [found.exercise(shown.id) for shown in shown_exercises(env).get(page, []) if shown.id in found]


def spare(exercise: Exercise) -> bool:
    """Say whether the chapter asks for this exercise only of those who have time."""
    return _SPARE in exercise.title.casefold()


def cut(exercises: Sequence[Exercise], objectives: Iterable[str], minutes: int) -> list[Exercise]:
    """Return the exercises that fit into a session of some minutes, in the order given.

    A fifth of the session is left for talk. Forecasts that wait belong before the reading, and those for
    whoever has time stay out. First each outcome gets an exercise that checks it, then one that applies it,
    then one that argues it, then whatever comes next: each the first that still fits.
    """
    left = [exercise for exercise in exercises if not exercise.recalled and not spare(exercise)]
    room, chosen = minutes * 4 / 5, []
    wanted = [(level, objective) for level in get_args(Level) for objective in objectives]
    turns = [[one for one in left if (one.level, one.objective) == turn] for turn in wanted]
    for turn in [*turns, *([one] for one in left)]:
        fitting = (one for one in turn if one.minutes <= room and one not in chosen)
        taken = next(fitting, None)
        if taken is not None:
            chosen.append(taken)
            room -= taken.minutes
    return [exercise for exercise in left if exercise in chosen]


def _fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for placeholder in list(doctree.findall(timing_tables)):
        page = placeholder["page"]
        matter = read_front_matter(Path(app.env.doc2path(page)))
        told = _Told(app, docname, matter, exercises_of(app.env, page))
        placeholder.replace_self(list(told.blocks()))


class _Told:
    """What is told on the page `docname` of a chapter's `exercises`."""

    def __init__(self, app: Sphinx, docname: str, matter: FrontMatter, exercises: list[Exercise]) -> None:
        self.app, self.docname = app, docname
        self.matter, self.exercises = matter, exercises
        self.numbers = {name: n for n, name in enumerate(matter.objectives, start=1)}

    def blocks(self) -> Iterator[nodes.Node]:
        """Yield the outcomes, the table, and what fits into a session."""
        outcomes = (nodes.list_item("", paragraph(text)) for text in self.matter.objectives.values())
        yield nodes.enumerated_list("", *outcomes, enumtype="arabic", prefix="", suffix=".")
        heads = [
            word("book.timing.exercise"),
            word("book.timing.level"),
            word("book.timing.outcome"),
            word("book.timing.minutes"),
            word("book.timing.points"),
        ]
        rows = [*map(self._row, self.exercises), *self._totals()]
        yield table(heads, rows, "seminar-timing")
        yield paragraph(word("book.timing.rule"))
        yield facts([(word("book.timing.before"), [self._before()]), *map(self._session, SESSIONS)])

    def _row(self, exercise: Exercise) -> list[str | nodes.Node]:
        return [
            exercise_link(self.app, self.docname, exercise),
            word(f"level.{exercise.level}"),
            str(self.numbers.get(exercise.objective, "–")),
            number(exercise.minutes),
            number(exercise.points) if exercise.points else "–",
        ]

    def _totals(self) -> Iterator[list[str | nodes.Node]]:
        core = [exercise for exercise in self.exercises if not spare(exercise)]
        yield self._total("book.timing.all", self.exercises)
        if len(core) < len(self.exercises):
            yield self._total("book.timing.core", core)

    def _total(self, key: str, exercises: Sequence[Exercise]) -> list[str | nodes.Node]:
        said = word(key, n=len(exercises))
        points = sum(exercise.points for exercise in exercises)
        return [nodes.strong(said, said), "", "", number(_minutes(exercises)), number(points)]

    def _before(self) -> nodes.paragraph:
        waiting = [exercise for exercise in self.exercises if exercise.recalled]
        reading = word("book.timing.reading", n=self.matter.minutes.get("reading", 0))
        if not waiting:
            return paragraph(reading)
        first = word("book.timing.forecasts", n=number(_minutes(waiting)))
        return paragraph(f"{reading} {first} ", *self._links(waiting), ".")

    def _session(self, minutes: int) -> tuple[str, list[nodes.Node]]:
        fitting = cut(self.exercises, self.matter.objectives, minutes)
        reached = {exercise.objective for exercise in fitting}
        missed = [str(n) for name, n in self.numbers.items() if name not in reached]
        blocks = [paragraph(*self._links(fitting), ".")]
        size = word("book.timing.size", n=len(fitting), minutes=number(_minutes(fitting)))
        without = word("book.timing.missed", n=len(missed), which=", ".join(missed)) if missed else ""
        blocks.append(paragraph(f"{size} {without}".strip()))
        return word("book.timing.session", n=minutes), [*blocks]

    def _links(self, exercises: Iterable[Exercise]) -> list[nodes.Node]:
        joined: list[nodes.Node] = []
        for exercise in exercises:
            joined += [nodes.Text("; ")] if joined else []
            joined.append(exercise_link(self.app, self.docname, exercise))
        return joined


def _minutes(exercises: Iterable[Exercise]) -> float:
    return sum(exercise.minutes for exercise in exercises)


def setup_timing(app: Sphinx) -> None:
    """Register the directive and its node, filled once every page is read."""
    app.add_node(timing_tables)
    app.add_directive("timing", Timing)
    app.connect("doctree-resolved", _fill)
