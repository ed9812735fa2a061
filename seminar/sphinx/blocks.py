"""Blocks that generated pages are made of: paragraphs, tables, lists of terms with what is said of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes


def paragraph(*content: str | nodes.Node, classes: Iterable[str] = ()) -> nodes.paragraph:
    """Return a paragraph of texts and inline nodes."""
    made = [nodes.Text(item) if isinstance(item, str) else item for item in content]
    return nodes.paragraph("", "", *made, classes=list(classes))


def entry(term: Iterable[nodes.Node], *body: nodes.Node, name: str = "") -> nodes.definition_list_item:
    """Return an entry of a definition list, with the anchor ``name`` if there is one."""
    head = nodes.term("", "", *term, ids=[name] if name else [])
    return nodes.definition_list_item("", head, nodes.definition("", *body))


def facts(told: Iterable[tuple[str, Iterable[nodes.Node]]]) -> nodes.definition_list:
    """Return the list of facts that boxes hold: each a term, and the blocks that say it."""
    listed = nodes.definition_list(classes=["seminar-facts"])
    listed += [entry([nodes.Text(term)], *blocks) for term, blocks in told]
    return listed


def table(heads: Sequence[str], rows: Iterable[Sequence[str | nodes.Node]], *classes: str) -> nodes.table:
    """Return a table of cells, each a text or an inline node, below a row of ``heads``."""
    group = nodes.tgroup("", cols=len(heads))
    group += [nodes.colspec(colwidth=1) for _ in heads]
    group += nodes.thead("", _row(heads))
    group += nodes.tbody("", *map(_row, rows))
    return nodes.table("", group, classes=list(classes))


def _row(cells: Iterable[str | nodes.Node]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", paragraph(cell)) for cell in cells))
