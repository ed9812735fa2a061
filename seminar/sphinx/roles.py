"""Roles of the prose: ``{claim}``, ``{position}``, ``{table}``, ``{person}`` and ``{institution}`` are links,
``{value}`` is checked.

An unknown id, and a number that the data contradict, are warnings with file and line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.nodes import make_refnode

from seminar import corpus, tables, values
from seminar.paths import project_root
from seminar.surfaces.markup import within
from seminar.surfaces.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

PAGES = {
    "claim": ("chapters/reference/claims", "claim-"),
    "document": ("chapters/reference/claims", "document-"),
    "ledger": ("chapters/reference/claims", "document-"),
    "position": ("chapters/reference/debate-map", "pos-"),
    "table": ("chapters/reference/data", "table-"),
    "event": ("chapters/reference/timeline", "event-"),
    "person": ("chapters/reference/people-and-institutions", "person-"),
    "institution": ("chapters/reference/people-and-institutions", "institution-"),
}
"""Kind of target: the page that holds it, and what stands before the id in its anchor."""

WORK = "chapters/reference/my-work"
OPINIONS = "chapters/reference/your-opinions"
"""The pages where all exercises are listed, and where it is said what becomes of a student's opinions."""

_ELSEWHERE = {"seminar-claim": "book.reference.ledger", "seminar-position": "book.reference.debate-map"}
"""What a reference to a paragraph is called right after another to the same one."""

_VALUE = re.compile(r"^(?P<text>[^<>]+?)\s*<(?P<reference>[^<>]+)>$", re.DOTALL)


def book_root(env: BuildEnvironment) -> Path:
    """Return the project that the book under construction belongs to."""
    return project_root(Path(env.srcdir))


def address_of_opinions(builder: Builder, docname: str) -> str:
    """Return the way from the page `docname` to that on opinions; empty in a book without it."""
    return builder.get_relative_uri(docname, OPINIONS) if OPINIONS in builder.env.all_docs else ""


def anchor(kind: str, name: str) -> str:
    """Return the id of the element that stands for `name` on its reference page."""
    prefix = PAGES[kind][1]
    return name if name.startswith(prefix) else prefix + name


def reference_to(
    kind: str, name: str, text: str, *, location: tuple[str | None, int | None]
) -> nodes.Element:
    """Return a link to the reference page's entry `name`, resolved once every page is known.

    In a book without that page the text alone remains. `location` is file and line.
    """
    reference = addnodes.pending_xref(
        "",
        nodes.inline(text, text, classes=[f"seminar-{kind}"]),
        refdomain="",
        reftype=f"seminar-{kind}",
        reftarget=name,
        refexplicit=True,
        refwarn=True,
    )
    reference.source, reference.line = location
    return reference


def citations(directive: SphinxDirective, keys: str) -> list[nodes.Node]:
    """Return citations of the bibliography's `keys`, parted by commas or semicolons; none for none."""
    joined = ",".join(key.strip() for key in re.split("[;,]", keys))
    return directive.parse_inline(f"{{cite}}`{joined}`")[0] if joined else []


def download(docname: str, file: str, text: str) -> nodes.reference:
    """Return a link from the page `docname` to the site's copy of ``data/`` + `file`."""
    return nodes.reference("", text, refuri="../" * docname.count("/") + f"data/{file}", internal=True)


def note_table(env: BuildEnvironment, name: str) -> None:
    """Have the page under construction built again when the table `name` or its description changes."""
    root = book_root(env)
    env.note_dependency(str(root / "data" / "datapackage.json"))
    env.note_dependency(str(tables.package(root).resource(name).path))


class _ReferenceRole(SphinxRole):
    """A link to one entry of a reference page; subclasses say which and in which words."""

    kind: str

    def run(self) -> tuple[list[Node], list[nodes.system_message]]:
        """Return the link, or the id alone after a warning."""
        name = self.text.strip()
        location = self.get_source_info()
        try:
            words = self.words(name)
        except LookupError as error:
            logger.warning(
                "%s",
                error.args[0],
                location=f"{location[0]}:{location[1]}",
                type="seminar",
                subtype=self.kind,
            )
            return [nodes.literal(name, name)], []
        return [reference_to(self.kind, name, words, location=location)], []

    def words(self, name: str) -> str:
        """Return what the link says. Raises LookupError for a name that leads nowhere."""
        raise NotImplementedError


class ClaimRole(_ReferenceRole):
    """``{claim}`guan-2022-017` ``: the document and its paragraph, linked to the claims ledger."""

    kind = "claim"

    def words(self, name: str) -> str:
        """Return the short reference. Raises LookupError with near ids."""
        reference = corpus.claim(name, book_root(self.env)).reference
        note_table(self.env, "claims")
        note_table(self.env, "sources")
        return reference


class PositionRole(_ReferenceRole):
    """``{position}`pos-011` ``: the document and its paragraph, linked to the debate map."""

    kind = "position"

    def words(self, name: str) -> str:
        """Return the short reference. Raises LookupError with near ids."""
        reference = corpus.position(name, book_root(self.env)).reference
        note_table(self.env, "positions")
        note_table(self.env, "sources")
        return reference


class TableRole(_ReferenceRole):
    """``{table}`trade` ``: the table's title, linked to its description."""

    kind = "table"

    def words(self, name: str) -> str:
        """Return the table's title. Raises LookupError with near names."""
        title = tables.package(book_root(self.env)).resource(name).title
        self.env.note_dependency(str(book_root(self.env) / "data" / "datapackage.json"))
        return title


class PersonRole(_ReferenceRole):
    """``{person}`dai-bingguo` ``: the name as the book spells it, linked to who this is."""

    kind = "person"

    def words(self, name: str) -> str:
        """Return the name. Raises LookupError with near ids."""
        found = tables.row(f"people:{name}", book_root(self.env))["name"]
        note_table(self.env, "people")
        return str(found)


class InstitutionRole(_ReferenceRole):
    """``{institution}`cnpc` ``: the name as the book spells it, linked to what this is."""

    kind = "institution"

    def words(self, name: str) -> str:
        """Return the name. Raises LookupError with near ids."""
        found = tables.row(f"institutions:{name}", book_root(self.env))["name"]
        note_table(self.env, "institutions")
        return str(found)


class ValueRole(SphinxRole):
    """``{value}`107.06 <trade:column@2018 /1000>` ``: the number as written, held against the data."""

    def run(self) -> tuple[list[Node], list[nodes.system_message]]:
        """Return the number, after a warning if the data contradict it."""
        source, line = self.get_source_info()
        match = _VALUE.match(self.text.strip())
        if match is None:
            self._warn(f"value {self.text!r} should read: 107.06 <table:column@key /1000>", source, line)
            return [nodes.inline(self.text, self.text)], []
        text, reference = match["text"], match["reference"].strip()
        root = book_root(self.env)
        try:
            values.check(text, reference, root)
        except (LookupError, ValueError) as error:
            self._warn(str(error.args[0] if error.args else error), source, line)
        if reference.startswith("="):
            self.env.note_dependency(str(root / "exercises" / "keys.py"))
        elif reference.partition(":")[0] in tables.package(root).resources:
            note_table(self.env, reference.partition(":")[0])
        return [nodes.inline(self.text, text, classes=["seminar-value"])], []

    def _warn(self, message: str, source: str, line: int | None) -> None:
        logger.warning("%s", message, location=f"{source}:{line}", type="seminar", subtype="value")


def _resolve(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: nodes.Element
) -> nodes.Element | None:
    reftype = node["reftype"]
    if not reftype.startswith("seminar-"):
        return None
    kind, name = reftype.removeprefix("seminar-"), node["reftarget"]
    if kind == "chapter":
        return _chapter(app, env, name) or contnode
    if kind == "events-of":
        return _filtered(app, env, PAGES["event"][0], {"page": name}, contnode)
    page, target = PAGES[kind][0], anchor(kind, name)
    if kind == "document":
        page, target = _source_card(env, name) or (page, target)
    if page not in env.all_docs:
        return contnode
    return make_refnode(app.builder, env.docname, page, target, contnode)


def _chapter(app: Sphinx, env: BuildEnvironment, name: str) -> nodes.Element | None:
    """Return a link to the chapter ``part/slug`` under its title; None if the book does not have it yet."""
    page = f"chapters/{name}"
    if page not in env.titles:
        return None
    title = env.titles[page].astext()
    return make_refnode(app.builder, env.docname, page, "", nodes.inline(title, title))


def _filtered(
    app: Sphinx, env: BuildEnvironment, page: str, chosen: dict[str, str], contnode: nodes.Element
) -> nodes.Element:
    """Return a link to a page with its filter set; the words alone in a book without that page."""
    if page not in env.all_docs:
        return contnode
    return make_refnode(app.builder, env.docname, page, urlencode(chosen, safe="/"), contnode)


def _source_card(env: BuildEnvironment, name: str) -> tuple[str, str] | None:
    """Return page and anchor of the document's source card: the section labelled ``(source-NAME)=``."""
    labels = env.get_domain("std").anonlabels  # type: ignore[attr-defined]
    found: tuple[str, str] | None = labels.get(f"source-{name}")
    return found


class Brackets(SphinxTransform):
    """A cited document stands in brackets, but not in two pairs where the author has opened one already.

    Nor is one paragraph named twice in a row: the second link says where else it is entered.
    """

    default_priority = 210

    def apply(self, **kwargs: object) -> None:
        """Take the brackets off the references that stand within brackets, and shorten the repeated."""
        last, named = None, ""
        for node in self.document.findall(addnodes.pending_xref):
            if node["reftype"] not in _ELSEWHERE:
                continue
            reference = words = within(node.astext(), _text_before(node))
            if last is not None and reference == named and _adjoin(last, node):
                alike = last["reftype"] == node["reftype"]
                words = word("book.reference.another" if alike else _ELSEWHERE[node["reftype"]])
            if words != node.astext():
                node[:] = [nodes.inline(words, words, classes=[node["reftype"]])]
            last, named = node, reference


def _adjoin(first: nodes.Element, second: nodes.Element) -> bool:
    """Return whether nothing but a comma or semicolon stands between two references."""
    parent = second.parent
    if first.parent is not parent:
        return False
    between = parent.children[parent.index(first) + 1 : parent.index(second)]
    return "".join(node.astext() for node in between).strip() in (",", ";")


def _text_before(node: nodes.Element) -> str:
    """Return the text of the paragraph up to `node`."""
    text, parent = "", node.parent
    while isinstance(parent, nodes.TextElement):
        text = "".join(child.astext() for child in parent.children[: parent.index(node)]) + text
        node, parent = parent, parent.parent
    return text


def setup_roles(app: Sphinx) -> None:
    """Register the roles, and the way their links are resolved."""
    roles: Sequence[tuple[str, type[SphinxRole]]] = (
        ("claim", ClaimRole),
        ("position", PositionRole),
        ("table", TableRole),
        ("person", PersonRole),
        ("institution", InstitutionRole),
        ("value", ValueRole),
    )
    for name, role in roles:
        app.add_role(name, role())
    app.add_transform(Brackets)
    app.connect("missing-reference", _resolve)
