"""``{source-card} guan-2022``: what is known of a document before it is read, from the table ``sources``.

What only a reader of the document can know (its silences, what to check) is folded away, so that students may
predict it. Links to a document lead to its card where the book has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from seminar import tables
from seminar.sphinx.dates import readable_date, readable_span
from seminar.sphinx.details import details
from seminar.sphinx.roles import book_root, note_table, reference_to

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CLASS = "source-card"
AFTERWARDS = "After you have read it"


class SourceCard(SphinxDirective):
    """The card of one document; its argument is the document's id.

    The option ``written`` puts a text in place of what is known of the writing, where students find out.
    """

    required_arguments = 1
    final_argument_whitespace = False
    option_spec = {"written": directives.unchanged_required}  # noqa: RUF012 - docutils' own form

    def run(self) -> list[nodes.Node]:
        """Return the card; an unknown id is the directive's error."""
        name = self.arguments[0]
        root = book_root(self.env)
        try:
            found = tables.row(f"sources:{name}", root)
        except LookupError as error:
            raise self.error(str(error.args[0])) from error
        note_table(self.env, "sources")
        row = {str(key): "" if pd.isna(value) else str(value) for key, value in found.items()}
        title = f"Source card: {row['short']}"
        label = f"source-{name}"
        card = nodes.container(classes=[CLASS], ids=[label])
        card += nodes.paragraph("", title, classes=["admonition-title"])
        card += _listed(self._facts(name, row))
        card += details(AFTERWARDS, _listed(self._found(row)))
        self.set_source_info(card)
        std: Any = self.env.get_domain("std")
        std.note_hyperlink_target(label, self.env.docname, label, title)
        return [card]

    def _facts(self, name: str, row: dict[str, str]) -> Iterator[tuple[str, list[list[nodes.Node]]]]:
        # Where nobody signs, the citation would say the title again.
        yield "Title", [_text(row["title"]) + self._cited(row["citation"] if row["author"] else "")]
        who = [_text(row["author"] or "Not given.")]
        if row["author_role"]:
            who.append(_text(f"Then: {row['author_role']}"))
        if row["author_role_now"]:
            who.append(_text(f"Since: {row['author_role_now']}"))
        who[-1] = who[-1] + self._cited(row["author_citation"])
        yield "Author", who
        yield "Where it stands", [_text(row["outlet"] or "Not known.")]
        yield "Owner or funder", [_text(row["owner"] or "Not known.") + self._cited(row["owner_citation"])]
        yield "Kind of text", [_text(_capital(row["genre"]))]
        yield "Written for", [_text(row["audience"])]
        written = _dated(
            readable_span(row["date_written"], row["date_written_end"]), row["date_written_note"]
        )
        yield "Written", [_text(self.options["written"]) if "written" in self.options else written]
        yield "Published", [_dated(readable_date(row["date_published"]), row["date_published_note"])]
        if row["date_reposted"]:
            yield "Reposted", [_dated(readable_date(row["date_reposted"]), row["date_reposted_note"])]
        yield "Where to read it", [_address(row), self._ledger(name, row)]

    def _found(self, row: dict[str, str]) -> Iterator[tuple[str, list[list[nodes.Node]]]]:
        yield "Leaves out", [_text(row["silences"])]
        yield "Before you use it", [_text(row["cautions"])]

    def _cited(self, keys: str) -> list[nodes.Node]:
        if not keys:
            return []
        role = f"{{cite}}`{','.join(key.strip() for key in keys.split(';'))}`"
        return [nodes.Text(" "), *self.parse_inline(role)[0]]

    def _ledger(self, name: str, row: dict[str, str]) -> list[nodes.Node]:
        link = reference_to("ledger", name, "what it says, claim by claim", location=self.get_source_info())
        return [*_text(f"{row['paragraphs']} paragraphs, {row['words']} words: "), link, *_text(".")]


class DocumentList(SphinxDirective):
    """``{document-list}``: each document with its author, its day and where it can be read."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return a list with an entry per document, which leads to its card."""
        note_table(self.env, "sources")
        listed = nodes.definition_list(classes=["seminar-ledger"])
        for row in tables.plain_rows("sources", book_root(self.env)):
            name = reference_to("document", row["id"], row["short"], location=self.get_source_info())
            who = " · ".join(
                filter(
                    None, [row["author"] or "Unsigned", row["outlet"], readable_date(row["date_published"])]
                )
            )
            listed += nodes.definition_list_item(
                "",
                nodes.term("", "", name, nodes.Text(f": {row['title']}")),
                nodes.definition(
                    "",
                    nodes.paragraph("", who),
                    nodes.paragraph("", "", *_address(row), classes=["seminar-example"]),
                ),
            )
        return [listed]


def _address(row: dict[str, str]) -> list[nodes.Node]:
    """Return links to the document outside the book: the journal before the copy that was read."""
    links: list[nodes.Node] = []
    if row["doi"]:
        links.append(nodes.reference("", "the journal", refuri=f"https://doi.org/{row['doi']}"))
    if row["url"]:
        words = "the copy that this book counts" if links else "the public original"
        links.append(nodes.reference("", words, refuri=row["url"]))
    if not links:
        return _text("No public original is known; the book paraphrases a copy.")
    joined = [links[0]] if len(links) == 1 else [links[0], nodes.Text("; "), links[1]]
    return [*_text("Outside this book: "), *joined, *_text(".")]


def _listed(facts: Iterator[tuple[str, list[list[nodes.Node]]]]) -> nodes.definition_list:
    listed = nodes.definition_list(classes=["seminar-facts"])
    for term, paragraphs in facts:
        shown = [nodes.paragraph("", "", *content) for content in paragraphs]
        listed += nodes.definition_list_item("", nodes.term("", term), nodes.definition("", *shown))
    return listed


def _text(text: str) -> list[nodes.Node]:
    return [nodes.Text(text)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _dated(when: str, note: str) -> list[nodes.Node]:
    if when and note:
        return [nodes.strong("", f"{when}. "), nodes.Text(note)]
    return _text(f"{when}." if when else note or "Not known.")


def setup_cards(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("source-card", SourceCard)
    app.add_directive("document-list", DocumentList)
