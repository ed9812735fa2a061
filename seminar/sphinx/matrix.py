"""``{matrix}``: every outcome of every chapter, the exercises that serve it by level, and who assesses it.

An outcome without an exercise, and an exercise without an outcome, are told where the chapter is read. An
exercise that only an assignment sets serves the outcome that it names, of its own chapter if it has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from seminar.exercises import Exercise
from seminar.exercises.assignments import Assignment, survey_assignments
from seminar.exercises.model import Level
from seminar.front_matter import is_chapter, read_front_matter
from seminar.sphinx.assignments import assignment_pages
from seminar.sphinx.blocks import facts, paragraph, table
from seminar.sphinx.events import reading_order
from seminar.sphinx.exercise_links import exercise_link, follow_exercises
from seminar.sphinx.filters import controls, filtered
from seminar.sphinx.roles import book_root
from seminar.sphinx.timing import exercises_of
from seminar.sphinx.wording import joined
from seminar.surfaces.words import number, word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

_NOWHERE = "none"
LEVELS: tuple[str, ...] = get_args(Level)


class matrix_lists(nodes.General, nodes.Element):  # noqa: N801 - as docutils names its nodes
    """Stands for the matrix until every page is read."""


class Matrix(SphinxDirective):
    """``{matrix}``: outcomes, exercises, levels and assessment of all chapters."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return a placeholder; the matrix is made once every chapter is read."""
        follow_exercises(self.env)
        self.env.__dict__.setdefault("seminar_matrices", set()).add(self.env.docname)
        return [matrix_lists("")]


@dataclass(frozen=True)
class Outcome:
    """What a chapter teaches: its short `name`, the `sentence`, what exercises it and what assesses it."""

    name: str
    sentence: str
    exercises: tuple[Exercise, ...]
    assignments: tuple[Assignment, ...]

    def of(self, level: str) -> list[Exercise]:
        """Return the exercises of a level."""
        return [exercise for exercise in self.exercises if exercise.level == level]


def outcomes(env: BuildEnvironment) -> dict[str, list[Outcome]]:
    """Return the outcomes of each chapter, by docname, in the order of the book."""
    papers = survey_assignments(book_root(env))[0]
    sets = [papers[name] for name in _paged(env) if name in papers]
    chapters = {page: page.rpartition("/")[2] for page in _chapters(env)}
    met = {exercise.id for page in chapters for exercise in exercises_of(env, page)}
    apart = {item.exercise.id: item.exercise for paper in sets for item in paper.items}
    found = {}
    for page, slug in chapters.items():
        # A file of exercises that is no chapter's serves the outcomes of all of them.
        others = set(chapters.values()) - {slug}
        exercises = exercises_of(env, page)
        exercises += [one for one in apart.values() if one.id not in met and one.chapter not in others]
        matter = read_front_matter(Path(env.doc2path(page)))
        found[page] = [
            _outcome(name, sentence, exercises, sets) for name, sentence in matter.objectives.items()
        ]
    return found


def _chapters(env: BuildEnvironment) -> list[str]:
    return [page for page in reading_order(env) if is_chapter(page)]


def _paged(env: BuildEnvironment) -> dict[str, str]:
    """Return the page of each assignment that has one, in the order of the book."""
    pages = assignment_pages(env)
    return {pages[page]: page for page in reading_order(env) if page in pages}


def _outcome(name: str, sentence: str, exercises: Iterable[Exercise], sets: Iterable[Assignment]) -> Outcome:
    own = tuple(exercise for exercise in exercises if exercise.objective == name)
    ids = {exercise.id for exercise in own}
    assessing = (paper for paper in sets if any(item.exercise.id in ids for item in paper.items))
    return Outcome(name, sentence, own, tuple(assessing))


def _fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for placeholder in list(doctree.findall(matrix_lists)):
        placeholder.replace_self(list(_matrix(app, docname)))


def _matrix(app: Sphinx, docname: str) -> Iterator[nodes.Node]:
    env, found = app.env, outcomes(app.env)
    every = [outcome for listed in found.values() for outcome in listed]
    sets = {paper.name: paper.title for outcome in every for paper in outcome.assignments}
    yield paragraph(
        word(
            "book.matrix.found",
            chapters=len(found),
            outcomes=len(every),
            exercises=sum(len(outcome.exercises) for outcome in every),
            assessed=sum(bool(outcome.assignments) for outcome in every),
        )
    )
    heads = [
        word("book.matrix.chapter"),
        word("book.matrix.outcomes"),
        *(word(f"level.{level}") for level in LEVELS),
        word("book.matrix.minutes"),
        word("book.matrix.assessed"),
    ]
    yield table(heads, (_counted(env, page, listed) for page, listed in found.items()), "seminar-outcomes")
    yield controls(
        "outcome",
        {
            "page": word("book.matrix.chapter"),
            "level": word("book.matrix.level"),
            "assignment": word("book.matrix.assignment"),
        },
        {
            "page": {_slug(page): env.titles[page].astext() for page in found},
            "level": {level: word(f"level.{level}") for level in LEVELS},
            "assignment": {**sets, _NOWHERE: word("book.matrix.nowhere")},
        },
        None,
    )
    for page, listed in found.items():
        title = env.titles[page].astext()
        link = nodes.reference("", title, refuri=app.builder.get_relative_uri(docname, page), internal=True)
        section = nodes.section("", nodes.title("", "", link), ids=[_anchor(page)])
        ledger = nodes.definition_list(classes=["seminar-ledger"])
        ledger += [_entry(app, docname, page, outcome) for outcome in listed]
        section += ledger
        yield section


def _counted(env: BuildEnvironment, page: str, listed: list[Outcome]) -> list[str | nodes.Node]:
    """Return a chapter's row of the table: how much there is of each."""
    exercises = [exercise for outcome in listed for exercise in outcome.exercises]
    assessed = sum(bool(outcome.assignments) for outcome in listed)
    return [
        nodes.reference("", env.titles[page].astext(), refid=_anchor(page), internal=True),
        str(len(listed)),
        *(str(sum(exercise.level == level for exercise in exercises)) for level in LEVELS),
        number(sum(exercise.minutes for exercise in exercises)),
        word("book.matrix.share", n=assessed, of=len(listed)),
    ]


def _entry(app: Sphinx, docname: str, page: str, outcome: Outcome) -> nodes.Node:
    levels = [level for level in LEVELS if outcome.of(level)]
    told: list[tuple[str, list[nodes.Node]]] = [
        (word(f"level.{level}"), [_exercise(app, docname, one) for one in outcome.of(level)])
        for level in levels
    ]
    told.append((word("book.matrix.assessed"), [_assessed(app, docname, outcome)]))
    return filtered(
        [nodes.strong(outcome.sentence, outcome.sentence)],
        [facts(told)],
        f"{_anchor(page)}-{outcome.name}",
        {
            "page": [_slug(page)],
            "level": levels,
            "assignment": [paper.name for paper in outcome.assignments] or [_NOWHERE],
        },
    )


def _exercise(app: Sphinx, docname: str, exercise: Exercise) -> nodes.paragraph:
    minutes = word("book.list.minutes", n=number(exercise.minutes))
    about = joined([exercise.type.replace("-", " "), minutes])
    return paragraph(exercise_link(app, docname, exercise), f" ({about})")


def _assessed(app: Sphinx, docname: str, outcome: Outcome) -> nodes.paragraph:
    """Return the assignments that set an exercise of the outcome, or that none does."""
    pages = _paged(app.env)
    links: list[str | nodes.Node] = []
    for paper in outcome.assignments:
        address = app.builder.get_relative_uri(docname, pages[paper.name])
        links += ["; "] if links else []
        links.append(nodes.reference("", paper.title, refuri=address, internal=True))
    return paragraph(*links) if links else paragraph(word("book.matrix.unassessed"))


def _slug(page: str) -> str:
    return page.removeprefix("chapters/")


def _anchor(page: str) -> str:
    return f"outcomes-{page.rpartition('/')[2]}"


def _tell_astray(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of what an assignment sets and the matrix would lose, since it serves no chapter's outcome."""
    if not env.__dict__.get("seminar_matrices", set()) & env.all_docs.keys():
        return
    listed = {
        exercise.id
        for chapter in outcomes(env).values()
        for outcome in chapter
        for exercise in outcome.exercises
    }
    for paper in survey_assignments(book_root(env))[0].values():
        for position, item in enumerate(paper.items):
            if item.exercise.id not in listed and paper.name in _paged(env):
                made = item.exercise
                logger.warning(
                    "%s",
                    f"{made.id} serves {made.objective}, which is no outcome of a chapter",
                    location=f"{paper.file}:{paper.line(position)}",
                    type="seminar",
                    subtype="assignment",
                )


def _forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    env.__dict__.get("seminar_matrices", set()).discard(docname)


def setup_matrix(app: Sphinx) -> None:
    """Register the directive and its node, filled once every page is read."""
    app.add_node(matrix_lists)
    app.add_directive("matrix", Matrix)
    app.connect("doctree-resolved", _fill)
    app.connect("env-check-consistency", _tell_astray)
    app.connect("env-purge-doc", _forget)
