"""``{exercise-list}``: every exercise of the chapters and assignments, and how far a student is with them.

It can be made once every page is read, and is written again when the exercises of any have changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from seminar.exercises.assignments import Assignment, survey_assignments
from seminar.exercises.fingerprint import fingerprint
from seminar.front_matter import is_chapter
from seminar.sphinx.assignments import assignment_pages
from seminar.sphinx.blocks import paragraph
from seminar.sphinx.events import reading_order
from seminar.sphinx.outputs import Shown, shown_as, shown_exercises
from seminar.sphinx.roles import address_of_opinions, book_root
from seminar.sphinx.wording import joined
from seminar.surfaces.payload import BOOK, in_script
from seminar.surfaces.words import number, word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class exercise_list(nodes.General, nodes.Element):  # noqa: N801 - as docutils names its nodes
    """Stands for the list of all exercises until every page is read."""


class ExerciseList(SphinxDirective):
    """``{exercise-list}``: every exercise of the chapters."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return a placeholder; the list is made once every chapter is read."""
        pages = self.env.__dict__.setdefault("seminar_lists", set())
        pages.add(self.env.docname)
        return [exercise_list("")]


def _fill_lists(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for placeholder in list(doctree.findall(exercise_list)):
        placeholder.replace_self(list(_chapters_with_exercises(app, docname)))


def _chapters_with_exercises(app: Sphinx, docname: str) -> Iterator[nodes.Node]:
    env = app.env
    shown = shown_exercises(env)
    # Examples for authors, on instructors' pages, are no student's work.
    pages = [page for page in reading_order(env) if shown.get(page) and is_chapter(page)]
    if not pages:
        yield paragraph(word("book.list.none"))
    else:
        exercises = [(page, exercise) for page in pages for exercise in shown[page]]
        sets = list(_assignments(env))
        yield nodes.raw("", _listed_for_scripts(app, docname, exercises, sets), format="html")
    for page in pages:
        title = env.titles[page].astext()
        address = app.builder.get_relative_uri(docname, page)
        section = nodes.section(
            "",
            nodes.title("", "", nodes.reference("", title, refuri=address, internal=True)),
            ids=[_slug_of(page)],
        )
        listed = nodes.bullet_list(classes=["seminar-exercises"])
        for exercise in shown[page]:
            link = nodes.reference(
                "", exercise.title or exercise.id, refuri=f"{address}#exercise-{exercise.id}", internal=True
            )
            listed += nodes.list_item("", paragraph(link, nodes.inline("", " " + _about(exercise))))
        section += listed
        yield section
    for page, assignment in sets if pages else ():
        yield _set(assignment, app.builder.get_relative_uri(docname, page))


def _assignments(env: BuildEnvironment) -> Iterator[tuple[str, Assignment]]:
    """Yield the assignments that have a page, in the order of the book."""
    found, pages = survey_assignments(book_root(env))[0], assignment_pages(env)
    for page in reading_order(env):
        if pages.get(page) in found:
            yield page, found[pages[page]]


def _set(assignment: Assignment, address: str) -> nodes.section:
    """Return an assignment's exercises, which lead to its page at ``address``."""
    title = nodes.reference("", assignment.title, refuri=address, internal=True)
    section = nodes.section(
        "",
        nodes.title("", "", title, nodes.inline("", f" · {word('paper.assignment')}")),
        ids=[f"assignment-{assignment.name}"],
    )
    listed = nodes.bullet_list(classes=["seminar-exercises", "seminar-set"])
    for item in assignment.items:
        made = item.exercise
        link = nodes.reference("", made.title, refuri=f"{address}#exercise-{made.id}", internal=True)
        about = _about(replace(shown_as(made), points=item.points))
        listed += nodes.list_item("", paragraph(link, nodes.inline("", f" {about}")))
    section += listed
    return section


def _fingerprints(assignment: Assignment) -> list[dict[str, Any]]:
    """Return the assignment's exercises, each with the fingerprints of its variants, or its own."""
    return [
        {"id": item.exercise.id, "fingerprints": [fingerprint(exercise) for exercise in item.exercises()]}
        for item in assignment.items
    ]


def _listed_for_scripts(
    app: Sphinx,
    docname: str,
    exercises: Iterable[tuple[str, Shown]],
    sets: Iterable[tuple[str, Assignment]],
) -> str:
    """Return the JSON from which the page tells how far a student is: the exercises, without keys."""
    found = {
        "book": BOOK,
        "version": version("seminar"),
        "opinions": address_of_opinions(app.builder, docname),
        "exercises": [
            {
                "id": exercise.id,
                "title": exercise.title,
                "type": exercise.type,
                "fingerprint": exercise.fingerprint,
                "chapter": page.removeprefix("chapters/"),
            }
            for page, exercise in exercises
            if exercise.fingerprint
        ],
        "assignments": [
            {"name": assignment.name, "exercises": _fingerprints(assignment)} for _, assignment in sets
        ],
    }
    script = f'<script type="application/json" class="seminar-work-list">{in_script(found)}</script>'
    return f'{script}<div class="seminar-work"></div>'


def _about(exercise: Shown) -> str:
    marks = word("points", n=number(exercise.points)) if exercise.points else ""
    minutes = word("book.list.minutes", n=number(exercise.minutes)) if exercise.minutes else ""
    return joined([exercise.type.replace("-", " "), exercise.level, minutes, marks])


def _slug_of(docname: str) -> str:
    return "exercises-" + docname.removeprefix("chapters/").replace("/", "-")


def _write_lists_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have the pages with the list written again when any chapter's exercises have changed."""
    exercises = {page: list(shown) for page, shown in shown_exercises(env).items()}
    now = exercises, [(page, found.title, _fingerprints(found)) for page, found in _assignments(env)]
    if now == getattr(env, "seminar_listed", None):
        return []
    env.seminar_listed = now  # type: ignore[attr-defined]
    return sorted(page for page in getattr(env, "seminar_lists", ()) if page in env.all_docs)


def setup_exercise_list(app: Sphinx) -> None:
    """Register the directive and its node, filled once every page is read."""
    app.add_node(exercise_list)
    app.add_directive("exercise-list", ExerciseList)
    app.connect("doctree-resolved", _fill_lists)
    app.connect("env-updated", _write_lists_again)
