"""``{exercise}`trade-mirror` ``: an exercise's title, as a link to where students meet it.

That is known once every page is read. A page with such links, or with anything else that is made from what
the chapters show, is written again when any chapter, exercise or assignment has changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from seminar.exercises import Exercise, UnknownExercise
from seminar.exercises.assignments import survey_assignments
from seminar.exercises.bank import survey
from seminar.exercises.labs import survey_labs
from seminar.front_matter import is_chapter, read_front_matter
from seminar.sphinx.assignments import assignment_pages, drawn_on
from seminar.sphinx.outputs import shown_exercises
from seminar.sphinx.roles import book_root

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


class ExerciseRole(SphinxRole):
    """``{exercise}`trade-mirror` ``: the title, linked to the exercise on its page."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link, or the id alone after a warning."""
        name = self.text.strip()
        source, line = self.get_source_info()
        try:
            exercise = survey(book_root(self.env))[0].exercise(name)
        except UnknownExercise as error:
            logger.warning(
                "%s", error.args[0], location=f"{source}:{line}", type="seminar", subtype="exercise"
            )
            return [nodes.literal(name, name)], []
        self.env.note_dependency(str(exercise.file))
        follow_exercises(self.env)
        link = addnodes.pending_xref(
            "",
            nodes.inline(exercise.title, exercise.title),
            refdomain="",
            reftype="exercise",
            reftarget=name,
            refexplicit=True,
            refwarn=True,
        )
        link.source, link.line = source, line
        return [link], []


def follow_exercises(env: BuildEnvironment) -> None:
    """Have the page under construction written again when what chapters or assignments show changes."""
    env.__dict__.setdefault("seminar_followers", set()).add(env.docname)


def page_of(env: BuildEnvironment, name: str) -> str:
    """Return the page on which students meet an exercise: a chapter before an assignment; empty for none."""
    found = survey_assignments(book_root(env))[0]
    setting = (
        page
        for page, assignment in sorted(assignment_pages(env).items())
        if assignment in found and any(item.exercise.id == name for item in found[assignment].items)
    )
    return drawn_on(env, name) or next(setting, "")


def exercise_link(app: Sphinx, docname: str, exercise: Exercise) -> nodes.Node:
    """Return an exercise's title as a link from the page `docname`; a text where no page shows it."""
    page = page_of(app.env, exercise.id)
    if not page:
        return nodes.Text(exercise.title)
    address = f"{app.builder.get_relative_uri(docname, page)}#exercise-{exercise.id}"
    return nodes.reference("", exercise.title, refuri=address, internal=True)


def _resolve(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: nodes.Element
) -> nodes.Node | None:
    if node["reftype"] != "exercise" or node["refdomain"]:
        return None
    return exercise_link(app, node["refdoc"], survey(book_root(env))[0].exercise(node["reftarget"]))


def _write_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have the pages that follow the exercises written again when any of these is not what it was."""
    now = _told(env)
    if now == getattr(env, "seminar_followed", None):
        return []
    env.seminar_followed = now  # type: ignore[attr-defined]
    return sorted(page for page in getattr(env, "seminar_followers", ()) if page in env.all_docs)


def _told(env: BuildEnvironment) -> list[Any]:
    """Return all that the pages that follow the exercises may tell of chapters and assignments."""
    root = book_root(env)
    chapters = [
        (page, env.titles[page].astext(), matter.objectives, matter.minutes)
        for page in sorted(env.all_docs)
        if is_chapter(page)
        for matter in [read_front_matter(Path(env.doc2path(page)))]
    ]
    sets = [
        (name, found.title, [(item.exercise.id, item.points) for item in found.items], found.labs)
        for name, found in survey_assignments(root)[0].items()
    ]
    minutes = [(name, found.minutes) for name, found in survey_labs(root)[0].items()]
    shown = {page: list(exercises) for page, exercises in shown_exercises(env).items()}
    return [chapters, sets, minutes, shown, dict(assignment_pages(env))]


def setup_exercise_links(app: Sphinx) -> None:
    """Register the role, and the way its links are resolved."""
    app.add_role("exercise", ExerciseRole())
    app.connect("missing-reference", _resolve)
    app.connect("env-updated", _write_again)
