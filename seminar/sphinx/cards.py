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
from seminar.sphinx.blocks import entry, facts, paragraph
from seminar.sphinx.dates import readable_date, readable_span
from seminar.sphinx.details import details
from seminar.sphinx.roles import book_root, citations, note_table, reference_to
from seminar.sphinx.wording import capital, joined
from seminar.surfaces.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CLASS = "source-card"


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
        title = word("book.card.title", document=row["short"])
        label = f"source-{name}"
        card = nodes.container(classes=[CLASS], ids=[label])
        card += paragraph(title, classes=["admonition-title"])
        card += facts(self._known(name, row))
        card += details(word("book.card.afterwards"), facts(_found(row)))
        self.set_source_info(card)
        std: Any = self.env.get_domain("std")
        std.note_hyperlink_target(label, self.env.docname, label, title)
        return [card]

    def _known(self, name: str, row: dict[str, str]) -> Iterator[tuple[str, list[nodes.Node]]]:
        """Yield each fact that a reader may know beforehand: its term, and its paragraphs."""
        # Where nobody signs, the citation would say the title again.
        cited = self._cited(row["citation"] if row["author"] else "")
        yield word("book.card.name"), [paragraph(row["title"], *cited)]
        yield word("book.card.author"), self._author(row)
        yield word("book.card.outlet"), [paragraph(row["outlet"] or word("book.card.unknown"))]
        owner = row["owner"] or word("book.card.unknown")
        yield word("book.card.owner"), [paragraph(owner, *self._cited(row["owner_citation"]))]
        yield word("book.card.genre"), [paragraph(capital(row["genre"]))]
        yield word("book.card.audience"), [paragraph(row["audience"])]
        if "written" in self.options:
            written = paragraph(self.options["written"])
        else:
            span = readable_span(row["date_written"], row["date_written_end"])
            written = _dated(span, row["date_written_note"])
        yield word("book.card.written"), [written]
        published = readable_date(row["date_published"])
        yield word("book.card.published"), [_dated(published, row["date_published_note"])]
        if row["date_reposted"]:
            reposted = readable_date(row["date_reposted"])
            yield word("book.card.reposted"), [_dated(reposted, row["date_reposted_note"])]
        yield word("book.card.where"), [paragraph(*_address(row)), self._ledger(name, row)]

    def _author(self, row: dict[str, str]) -> list[nodes.Node]:
        """Return who wrote it, in which role then and since; the citation stands behind the last."""
        who = [row["author"] or word("book.card.unsigned")]
        who += [word("book.card.then", role=row["author_role"])] if row["author_role"] else []
        who += [word("book.card.since", role=row["author_role_now"])] if row["author_role_now"] else []
        *others, last = who
        return [*map(paragraph, others), paragraph(last, *self._cited(row["author_citation"]))]

    def _cited(self, keys: str) -> list[nodes.Node]:
        return [nodes.Text(" "), *citations(self, keys)] if keys else []

    def _ledger(self, name: str, row: dict[str, str]) -> nodes.paragraph:
        words = word("book.card.ledger")
        link = reference_to("ledger", name, words, location=self.get_source_info())
        size = word("book.card.size", paragraphs=row["paragraphs"], words=row["words"])
        return paragraph(f"{size}: ", link, ".")


def _found(row: dict[str, str]) -> Iterator[tuple[str, list[nodes.Node]]]:
    """Yield what only a reader can know."""
    yield word("book.card.silences"), [paragraph(row["silences"])]
    yield word("book.card.cautions"), [paragraph(row["cautions"])]


class DocumentList(SphinxDirective):
    """``{document-list}``: each document with its author, its day and where it can be read."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return a list with an entry per document, which leads to its card."""
        note_table(self.env, "sources")
        listed = nodes.definition_list(classes=["seminar-ledger"])
        for row in tables.plain_rows("sources", book_root(self.env)):
            name = reference_to("document", row["id"], row["short"], location=self.get_source_info())
            author = row["author"] or word("book.card.nobody")
            who = [author, row["outlet"], readable_date(row["date_published"])]
            listed += entry(
                [name, nodes.Text(f": {row['title']}")],
                paragraph(joined(who)),
                paragraph(*_address(row), classes=["seminar-example"]),
            )
        return [listed]


def _address(row: dict[str, str]) -> list[str | nodes.Node]:
    """Return links to the document outside the book: the journal before the copy that was read."""
    links: list[nodes.Node] = []
    if row["doi"]:
        journal = word("book.card.journal")
        links.append(nodes.reference("", journal, refuri=f"https://doi.org/{row['doi']}"))
    if row["url"]:
        words = word("book.card.copy" if links else "book.card.original")
        links.append(nodes.reference("", words, refuri=row["url"]))
    if not links:
        return [word("book.card.paraphrased")]
    between = [item for link in links for item in ("; ", link)][1:]
    return [word("book.card.outside") + ": ", *between, "."]


def _dated(when: str, note: str) -> nodes.paragraph:
    if when and note:
        return paragraph(nodes.strong("", f"{when}. "), note)
    return paragraph(f"{when}." if when else note or word("book.card.unknown"))


def setup_cards(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("source-card", SourceCard)
    app.add_directive("document-list", DocumentList)
