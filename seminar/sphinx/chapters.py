"""What a chapter says of itself in its front matter: checked, and shown in a box under its title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from seminar import corpus, tables
from seminar.front_matter import FrontMatter, is_chapter, read_front_matter, unknown_names
from seminar.sphinx.blocks import facts, paragraph
from seminar.sphinx.dates import readable_date
from seminar.sphinx.notebooks import notebook_address
from seminar.sphinx.outputs import shown_exercises
from seminar.sphinx.roles import book_root, note_table, reference_to
from seminar.surfaces.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def _head(app: Sphinx, doctree: nodes.document) -> None:
    docname = app.env.docname
    path = Path(app.env.doc2path(docname))
    if not is_chapter(docname) or path.suffix != ".md":
        return
    matter = read_front_matter(path)
    for line, message in [*matter.faults, *unknown_names(matter, book_root(app.env))]:
        logger.warning("%s", message, location=f"{path}:{line}", type="seminar", subtype="chapter")
    for where, message in _unserved(matter, app.env, path):
        logger.warning("%s", message, location=where, type="seminar", subtype="chapter")
    section = next(iter(doctree.findall(nodes.section)), None)
    if section is None:
        return
    after_title = section.index(next(iter(section.findall(nodes.title)))) + 1
    box = nodes.container(classes=["seminar-head"])
    box.source, box.line = str(path), 1
    box += list(_box(matter, app.env, docname, str(path)))
    additions: list[nodes.Node] = [box]
    if shown_exercises(app.env).get(docname):
        additions.append(nodes.raw("", '<div class="seminar-progress" hidden></div>', format="html"))
    section[after_title:after_title] = additions


def _unserved(matter: FrontMatter, env: BuildEnvironment, path: Path) -> Iterator[tuple[str, str]]:
    shown = shown_exercises(env).get(env.docname, [])
    if any(not entry.objective for entry in shown):
        return  # An exercise could not be read: that is said already, and what it serves is not known.
    served = {entry.objective for entry in shown}
    for name in matter.objectives:
        if name not in served:
            yield f"{path}:{matter.lines['objectives']}", f"objective {name} has no exercise on this page"
    for entry in shown:
        if matter.objectives and entry.objective not in matter.objectives:
            near = tables.near(entry.objective, list(matter.objectives))
            yield (
                f"{entry.file}:{entry.line}",
                f"exercise {entry.id} serves the objective {entry.objective}, "
                f"which {path.name} does not have{near}",
            )


def _box(matter: FrontMatter, env: BuildEnvironment, docname: str, source: str) -> Iterator[nodes.Node]:
    if matter.question:
        yield paragraph(matter.question, classes=["seminar-question"])
    if matter.objectives:
        yield paragraph(word("book.head.objectives"), classes=["seminar-lead"])
        listed = (nodes.list_item("", paragraph(text)) for text in matter.objectives.values())
        yield nodes.bullet_list("", *listed)
    told = [(term, [paragraph(*content)]) for term, content in _facts(matter, env, source)]
    if told:
        yield facts(told)
    if matter.runs:
        link = nodes.reference(
            "",
            word("book.head.notebook"),
            refuri="../" * docname.count("/") + notebook_address(docname),
            internal=True,
        )
        yield paragraph(link, " " + word("book.head.run"), classes=["seminar-notebook"])


def _facts(matter: FrontMatter, env: BuildEnvironment, source: str) -> Iterator[tuple[str, list[nodes.Node]]]:
    root = book_root(env)
    if matter.minutes:
        spoken = [
            word(f"book.head.minutes.{name}", n=minutes)
            for name, minutes in matter.minutes.items()
            if minutes
        ]
        yield word("book.head.time"), [nodes.Text(", ".join(spoken))]
    if matter.prerequisites:
        yield word("book.head.before"), [nodes.Text(matter.prerequisites)]
    links: list[nodes.Node] = []
    for name in matter.documents:
        if tables.has_row(f"sources:{name}", root):
            note_table(env, "sources")
            words = corpus.source(name, root).short
            links.append(reference_to("document", name, words, location=(source, matter.lines["documents"])))
    if links:
        yield word("book.head.documents"), _separated(links)
    links = []
    for name in matter.datasets:
        if name in tables.package(root).resources:
            words = tables.package(root).resource(name).title
            links.append(reference_to("table", name, words, location=(source, matter.lines["datasets"])))
    if links:
        yield word("book.head.data"), _separated(links)
    if matter.facts_as_of:
        yield word("book.head.facts"), [nodes.Text(readable_date(matter.facts_as_of))]


def _separated(links: list[nodes.Node]) -> list[nodes.Node]:
    joined: list[nodes.Node] = []
    for link in links:
        joined += [nodes.Text("; "), link] if joined else [link]
    return joined


def _refuse_dates(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """End the build at an unquoted date: a notebook cannot hold one, and what runs it would only crash."""
    found = False
    for path in (Path(env.doc2path(docname)) for docname in docnames):
        if path.suffix != ".md":
            continue
        for name, line in read_front_matter(path).dates.items():
            message = f"front matter, {name}: write the date in quotation marks"
            logger.error("%s", message, location=f"{path}:{line}", type="seminar", subtype="chapter")
            found = True
    if found:
        raise SystemExit(1)


def setup_chapters(app: Sphinx) -> None:
    """Check each chapter's front matter as it is read, and put the box under its title."""
    app.connect("env-before-read-docs", _refuse_dates, priority=200)
    app.connect("doctree-read", _head)
