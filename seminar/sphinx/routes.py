"""``{route}``: what a class reads and does week by week, with minutes that are counted at every build.

A line of its content is a week: its name, the chapters to read, and the assignments that are set, as in
``1 | five-documents | sources``. Where none is set the exercises of the chapters' pages are the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from seminar.exercises.assignments import survey_assignments
from seminar.exercises.faults import near
from seminar.exercises.labs import lab
from seminar.front_matter import is_chapter, read_front_matter
from seminar.sphinx.assignments import assignment_pages
from seminar.sphinx.blocks import table
from seminar.sphinx.exercise_links import follow_exercises
from seminar.sphinx.roles import book_root
from seminar.sphinx.timing import exercises_of, spare
from seminar.surfaces.words import number, word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True)
class Week:
    """A line of a route: its name, docnames of chapters, names of assignments."""

    name: str
    pages: tuple[str, ...]
    papers: tuple[str, ...]


class route_table(nodes.General, nodes.Element):  # noqa: N801 - as docutils names its nodes
    """Stands for the table of ``weeks`` until every page is read."""


class Route(SphinxDirective):
    """Weeks of a course, a line each."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return a placeholder; a line of another form, and an unknown name, are the directive's errors."""
        pages = {page.rpartition("/")[2]: page for page in sorted(self.env.found_docs) if is_chapter(page)}
        papers = survey_assignments(book_root(self.env))[0]
        weeks = []
        for line in filter(str.strip, self.content):
            cells = [cell.strip() for cell in line.split("|")]
            if len(cells) != 3:
                raise self.error(f"{line.strip()!r} should read: 1 | chapter, chapter | assignment")
            name, read, done = cells
            week = Week(
                name,
                tuple(self._known(read, pages, "chapter")),
                tuple(self._known(done, {paper: paper for paper in papers}, "assignment")),
            )
            weeks.append(week)
        if not weeks:
            raise self.error("a route has a line for each week: 1 | chapter, chapter | assignment")
        follow_exercises(self.env)
        return [route_table("", weeks=weeks)]

    def _known(self, names: str, known: Mapping[str, str], what: str) -> Iterator[str]:
        for name in filter(None, map(str.strip, names.split(","))):
            if name not in known:
                raise self.error(f"no {what} {name!r}: {near(name, known)}")
            yield known[name]


def _fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for placeholder in list(doctree.findall(route_table)):
        heads = [
            word("book.route.week"),
            word("book.route.read"),
            word("book.route.do"),
            word("book.timing.minutes"),
        ]
        rows = [_row(app, docname, week) for week in placeholder["weeks"]]
        counted = [_minutes(app.env, week) for week in placeholder["weeks"]]
        reading, doing = sum(first for first, _ in counted), sum(second for _, second in counted)
        whole = word("book.route.whole")
        rows.append([nodes.strong(whole, whole), "", "", _said(reading, doing)])
        placeholder.replace_self(table(heads, rows, "seminar-route"))


def _row(app: Sphinx, docname: str, week: Week) -> list[str | nodes.Node]:
    env = app.env
    pages = {name: page for page, name in assignment_pages(env).items()}
    papers = survey_assignments(book_root(env))[0]
    read = _links(app, docname, ((page, env.titles[page].astext()) for page in week.pages))
    done = _links(app, docname, ((pages[name], papers[name].title) for name in week.papers if name in pages))
    work: str | nodes.Node = done if week.papers else word("book.route.on-pages")
    return [week.name, read, work, _said(*_minutes(env, week))]


def _links(app: Sphinx, docname: str, places: Iterable[tuple[str, str]]) -> nodes.inline:
    return nodes.inline("", "", *_parted(app, docname, places))


def _parted(app: Sphinx, docname: str, places: Iterable[tuple[str, str]]) -> Iterator[nodes.Node]:
    for position, (page, title) in enumerate(places):
        if position:
            yield nodes.Text("; ")
        yield nodes.reference("", title, refuri=app.builder.get_relative_uri(docname, page), internal=True)


def _minutes(env: BuildEnvironment, week: Week) -> tuple[float, float]:
    """Return the minutes of reading, and of the exercises and labs that are the week's work."""
    reading = sum(
        read_front_matter(Path(env.doc2path(page))).minutes.get("reading", 0) for page in week.pages
    )
    root = book_root(env)
    papers = [survey_assignments(root)[0][name] for name in week.papers]
    if not papers:
        shown = (exercise for page in week.pages for exercise in exercises_of(env, page))
        return reading, sum(exercise.minutes for exercise in shown if not spare(exercise))
    doing = sum(item.exercise.minutes for paper in papers for item in paper.items)
    return reading, doing + sum(lab(name, root).minutes for paper in papers for name in paper.labs)


def _said(reading: float, doing: float) -> str:
    return word("book.route.minutes", reading=number(reading), doing=number(doing))


def setup_routes(app: Sphinx) -> None:
    """Register the directive and its node, filled once every page is read."""
    app.add_node(route_table)
    app.add_directive("route", Route)
    app.connect("doctree-resolved", _fill)
