"""Events in chapters: the role ``{event}``, and which page shows which events.

A strip, and every date in that role, makes its page one of those by which the timeline can be filtered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from seminar import corpus
from seminar.figures.svg import marks
from seminar.sphinx.dates import dates_in, readable_span
from seminar.sphinx.filters import filter_form, filtered_entry
from seminar.sphinx.roles import PAGES, book_root, note_table, reference_to

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

_MARK = "event-"
_WRITTEN = re.compile(r"^(?P<text>[^<>]+?)\s*<(?P<id>[^<>]+)>$", re.DOTALL)


def shown_events(env: BuildEnvironment) -> dict[str, set[str]]:
    """Return the ids of the events that each page shows, by docname."""
    if not hasattr(env, "seminar_events"):
        env.seminar_events = {}  # type: ignore[attr-defined]
    return env.seminar_events  # type: ignore[attr-defined,no-any-return]


def note_events(env: BuildEnvironment, names: Iterable[str]) -> None:
    """Note that the page under construction shows these events."""
    shown_events(env).setdefault(env.docname, set()).update(names)


def note_strip(
    env: BuildEnvironment, svg: str, location: tuple[str | None, int | None]
) -> list[nodes.Element]:
    """Note the events that a picture marks; return what leads from such a strip to the timeline."""
    found = [name.removeprefix(_MARK) for name in marks(svg) if name.startswith(_MARK)]
    if not found:
        return []
    note_events(env, found)
    link = reference_to(
        "events-of", _address(env.docname), "This chapter’s events in the timeline", location=location
    )
    return [nodes.paragraph("", "", link, classes=["seminar-to-timeline"])]


class EventRole(SphinxRole):
    """``{event}`5 June 2019 <label-new-era>` ``: a date, held against the table, linked to its entry.

    A date may be written less exactly than it is known (``June 2019``), never otherwise.
    """

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link, after a warning if the table has another date or no such event."""
        location = self.get_source_info()
        match = _WRITTEN.match(self.text.strip())
        if match is None:
            self._warn(f"event {self.text!r} should read: 5 June 2019 <label-new-era>", location)
            return [nodes.inline(self.text, self.text)], []
        text, name = match["text"], match["id"].strip()
        try:
            found = corpus.event(name, book_root(self.env))
        except LookupError as error:
            self._warn(str(error.args[0]), location)
            return [nodes.inline(text, text)], []
        note_table(self.env, "events")
        note_events(self.env, [name])
        written = dates_in(text)
        if not written:
            self._warn(f"event {name}: {text!r} holds no date", location)
        for when in written:
            # Told less exactly than it is known is no mistake.
            if not found.date.startswith(when) and not found.date_end.startswith(when):
                dated = readable_span(found.date, found.date_end)
                self._warn(f"event {name} is dated {dated}, not {text!r}", location)
        return [reference_to("event", name, text, location=location)], []

    def _warn(self, message: str, location: tuple[str | None, int | None]) -> None:
        logger.warning(
            "%s", message, location=f"{location[0]}:{location[1]}", type="seminar", subtype="event"
        )


def _fill_pages(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Give filters the pages' titles in the book's order, and events the pages that show them."""
    forms = list(doctree.findall(filter_form))
    if not forms:
        return
    order, shown = reading_order(app.env), shown_events(app.env)
    for form in forms:
        form["labels"]["page"] = {_address(page): app.env.titles[page].astext() for page in order}
    if docname == PAGES["event"][0]:
        for entry in doctree.findall(filtered_entry):
            names = {entry["name"], entry["name"].removeprefix(_MARK)}
            pages = [page for page in order if names & shown.get(page, set())]
            entry["facets"]["page"] = [_address(page) for page in pages]
    for entry in doctree.findall(filtered_entry):
        # A citation repeats its whole entry of the bibliography, which weighs more than all the rest.
        for link in entry.findall(nodes.reference):
            link.attributes.pop("reftitle", None)
        # And it bears an anchor, to which nothing leads.
        for cited in entry.findall(nodes.inline):
            cited["ids"] = []


def _address(docname: str) -> str:
    """Return a page's name as tables and addresses have it: ``history/new-era``."""
    return docname.removeprefix("chapters/")


def reading_order(env: BuildEnvironment) -> Sequence[str]:
    """Return the pages in the order of the table of contents."""
    order: dict[str, None] = {}

    def walk(page: str) -> None:
        if page not in order:
            order[page] = None
            for below in env.toctree_includes.get(page, []):
                walk(below)

    walk(env.config.root_doc)
    return [*order, *sorted(set(env.all_docs) - set(order))]


def _write_timeline_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have the timeline written again when a page has come to show other events, or bears another title."""
    page = PAGES["event"][0]
    now = {
        name: (sorted(shown), env.titles[name].astext()) for name, shown in shown_events(env).items() if shown
    }
    if page not in env.all_docs or now == getattr(env, "seminar_events_written", None):
        return []
    env.seminar_events_written = now  # type: ignore[attr-defined]
    return [page]


def _forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    shown_events(env).pop(docname, None)


def _merge(app: Sphinx, env: BuildEnvironment, docnames: Sequence[str], other: BuildEnvironment) -> None:
    for docname in docnames:
        if docname in shown_events(other):
            shown_events(env)[docname] = shown_events(other)[docname]


def setup_events(app: Sphinx) -> None:
    """Register the role, and have the timeline know where its events are shown."""
    app.add_role("event", EventRole())
    app.connect("doctree-resolved", _fill_pages)
    app.connect("env-updated", _write_timeline_again)
    app.connect("env-purge-doc", _forget)
    app.connect("env-merge-info", _merge)
