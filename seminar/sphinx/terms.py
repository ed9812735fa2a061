"""The definition of a term, at its first use on a page: it opens beside the word, without leaving the page.

``{term}`` makes a link to the glossary, and that is all that print, or a browser without scripts, has.
What the definition says comes from the table ``glossary``, as on the glossary's own page.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from seminar import tables
from seminar.sphinx.names import TAGS, Name, names
from seminar.sphinx.outputs import exercise_node
from seminar.sphinx.roles import book_root, note_table
from seminar.sphinx.wording import sentence, typographic

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

GLOSSARY = "chapters/reference/glossary"
TABLES = ("glossary", "institutions")


class Definition(nodes.Inline, nodes.Element):
    """What opens beside a term.

    It has no text of its own, so that a search finds the pages that use a word, not all that explain it.
    """


def _note_tables(app: Sphinx, doctree: nodes.document) -> None:
    if any(node["reftype"] == "term" for node in doctree.findall(addnodes.pending_xref)):
        for name in TABLES:
            note_table(app.env, name)


def _define(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put its definition behind the first link to each term, but not in headings or exercises."""
    links = [node for node in doctree.findall(nodes.reference) if _is_term(node)]
    if not links or app.builder.format != "html":
        return
    entries = _entries(app.env)
    done = set()
    for link in links:
        target = link["refuri"].rpartition("#")[2]
        if target in done or target not in entries or _within(link, nodes.title, exercise_node):
            continue
        done.add(target)
        link["classes"].append("seminar-term")
        definition = Definition("", target=target, address=link["refuri"], **entries[target])
        link.parent.insert(link.parent.index(link) + 1, definition)


def _is_term(node: nodes.reference) -> bool:
    first = node.children[0] if node.children else None
    return isinstance(first, nodes.Element) and "std-term" in first["classes"] and "refuri" in node


def _within(node: nodes.Node, *kinds: type[nodes.Node]) -> bool:
    parent = node.parent
    while parent is not None:
        if isinstance(parent, kinds):
            return True
        parent = parent.parent
    return False


def _entries(env: BuildEnvironment) -> dict[str, dict[str, Any]]:
    """Return term, meaning and names of each entry of the glossary, by its anchor."""
    root = book_root(env)
    rows = tables.plain_rows("glossary", root)
    institutions = {row["term"]: row for row in tables.plain_rows("institutions", root)}
    known = {row["term"]: row for row in rows}
    found = {}
    for name, _, kind, page, target, _ in env.get_domain("std").get_objects():
        if kind == "term" and page == GLOSSARY and name in known:
            named = names(institutions.get(name, known[name]))
            found[target] = {"term": name, "meaning": known[name]["meaning"], "names": named}
    return found


def _visit(self: Any, node: Definition) -> None:
    identifier = "definition-" + node["target"]
    self.body.append(
        f'<span class="seminar-definition" id="{escape(identifier)}" role="group" popover'
        f' aria-label="{escape(node["term"])}: definition">{_head(node)}'
        f"<span>{escape(typographic(sentence(node['meaning'])))}</span>"
        f' <a href="{escape(node["address"])}">In the glossary</a></span>'
    )


def _head(node: Definition) -> str:
    forms: list[Name] = node["names"]
    return f"<strong>{escape(typographic(node['term']))}</strong> " + "".join(
        f'<span><span lang="{TAGS[language][0]}" class="seminar-original">{escape(original)}</span>'
        f' <span lang="{TAGS[language][1]}" class="seminar-romanised">{escape(romanised)}</span></span> '
        for language, original, romanised in forms
    )


def _nothing(self: Any, node: Definition) -> None:
    """Close nothing, and show nothing where nothing can open."""


def setup_terms(app: Sphinx) -> None:
    """Register the node; it is put in after the notebooks are written, which have nothing that opens."""
    plain = (_nothing, _nothing)
    app.add_node(Definition, html=(_visit, _nothing), latex=plain, text=plain, man=plain, texinfo=plain)
    app.connect("doctree-read", _note_tables)
    app.connect("doctree-resolved", _define, priority=700)
