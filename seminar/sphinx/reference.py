"""The reference pages, generated from the data package: one directive each.

Each entry has an anchor that the roles lead to. Every page notes the tables it is made from, so that an
edited table is shown at the next build.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from docutils import nodes
from sphinx import addnodes
from sphinx.domains.std import make_glossary_term
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from seminar import corpus, tables
from seminar.bibliography import BIBLIOGRAPHY, publications
from seminar.corpus import VERDICTS, VERDICTS_FILE, Verdict, paragraph_mark, verdict
from seminar.figures.overview import Overview, overview
from seminar.figures.svg import prefixed
from seminar.paths import MARKER
from seminar.sphinx.blocks import entry, facts, paragraph
from seminar.sphinx.dates import readable_date, readable_span
from seminar.sphinx.details import details
from seminar.sphinx.filters import controls, filtered, filtered_entry
from seminar.sphinx.names import names, shown, unchecked
from seminar.sphinx.outputs import chart_node, licences_apart
from seminar.sphinx.roles import (
    PAGES,
    anchor,
    book_root,
    citations,
    download,
    note_table,
    reference_to,
)
from seminar.sphinx.wording import capital, joined, sentence
from seminar.surfaces.words import word
from seminar.values import KEYS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

# One verb for all sides: nobody in this book concedes.
_STRENGTHS = {"concedes": word("book.debate.concedes")}


class _Generated(SphinxDirective):
    """A directive without content that makes a page's body from tables."""

    has_content = False
    resources: tuple[str, ...] = ()

    def run(self) -> list[nodes.Node]:
        """Return the page's body; where a table is missing, its absence is the directive's error."""
        try:
            for name in self.resources:
                note_table(self.env, name)
            return list(self.body(book_root(self.env)))
        except LookupError as error:
            raise self.error(str(error.args[0])) from error

    def body(self, root: Path) -> Iterator[nodes.Node]:
        """Yield the nodes of the page's body."""
        raise NotImplementedError

    def section(self, title: str, name: str) -> nodes.section:
        """Return an empty section with a heading and an anchor."""
        return nodes.section("", nodes.title(title, title), ids=[name], names=[])

    def link(self, kind: str, name: str, text: str) -> nodes.Element:
        """Return a link to an entry of a reference page."""
        return reference_to(kind, name, text, location=self.get_source_info())

    def places(
        self, places: Iterable[tuple[str, str]], index: _Index, who: str = ""
    ) -> list[str | nodes.Node]:
        """Return documents and paragraphs as readers cite them, each paragraph a link to what it says.

        Where several things are, the link leads to the one about `who`.
        """
        found: list[str | nodes.Node] = []
        before = ""
        for source, number in places:
            if source != before:
                found.append(("; " if found else "") + index.documents.get(source, source) + ", ")
            else:
                found.append(", ")
            before = source
            mark = paragraph_mark(number)
            kind, name = index.entry(source, number, who)
            found.append(self.link(kind, name, mark) if name else mark)
        return found


class _Index:
    """What is recorded of the documents, by paragraph."""

    def __init__(self, root: Path) -> None:
        self.documents = {row["id"]: row["short"] for row in tables.plain_rows("sources", root)}
        self.positions = tables.plain_rows("positions", root)
        self.recorded: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
        for row in tables.plain_rows("claims", root):
            about = f"{row['actors']} {row['paraphrase']}"
            self._add(row, "claim", about)
        for row in self.positions:
            self._add(row, "position", f"{row['holder']} {row['debate']}")

    def _add(self, row: dict[str, str], kind: str, about: str) -> None:
        place = (row["source"], row["paragraph"])
        self.recorded.setdefault(place, []).append((kind, row["id"], about))

    def position(self, name: str) -> dict[str, str]:
        """Return a position by its id; raises LookupError for one that is none."""
        found = next((position for position in self.positions if position["id"] == name), None)
        if found is None:
            known = [position["id"] for position in self.positions]
            raise LookupError(
                f"positions.csv: answered_by names {name!r}, which is none{tables.near(name, known)}"
            )
        return found

    def where(self, position: Mapping[str, str]) -> str:
        """Return a position's document and paragraph: ``Guan 2022, ¶63``."""
        return f"{self.documents[position['source']]}, {paragraph_mark(position['paragraph'])}"

    def entry(self, source: str, paragraph: str, who: str) -> tuple[str, str]:
        """Return kind and id of what a paragraph says, of `who` if it does; empty texts for nothing."""
        entries = self.recorded.get((source, paragraph), [])
        named = [entry for entry in entries if who and who in entry[2]]
        kind, name, _ = (named or entries or [("", "", "")])[0]
        return kind, name


def _places(text: str) -> list[tuple[str, str]]:
    """Return document and paragraph of each place in ``twins:p19; guan-2022:H3``: ``("twins", "19")``."""
    found = (place.strip().partition(":") for place in text.split(";") if place.strip())
    return [(source, paragraph.removeprefix("p")) for source, _, paragraph in found]


def _strong(text: str) -> nodes.strong:
    return nodes.strong(text, text)


def _download(docname: str, file: str) -> nodes.reference:
    """Return a link to a file of the data package."""
    return download(docname, file, word("book.table.download", file=file))


class DataTables(_Generated):
    """``{data-tables}``: every table of the package, with its fields, sources, licence and caveats."""

    def body(self, root: Path) -> Iterator[nodes.Node]:
        """Yield a link to the package, and a section per table and per file of geometry."""
        described = _download(self.env.docname, MARKER.name)
        yield paragraph(described, classes=["seminar-example"])
        for resource in tables.package(root).everything:
            note_table(self.env, resource.name)
            section = self.section(resource.title, anchor("table", resource.name))
            section += paragraph(sentence(resource.description))
            section += self._card(resource)
            if resource.caveats:
                section += paragraph(_strong(word("book.table.care")))
                section += nodes.bullet_list(
                    "", *(nodes.list_item("", paragraph(sentence(text))) for text in resource.caveats)
                )
            if resource.fields:
                section += self._fields(resource, root)
            yield section

    def _card(self, resource: tables.Resource) -> nodes.definition_list:
        link = _download(self.env.docname, resource.file)
        rows = word("book.table.rows" if resource.fields else "book.table.features", n=resource.rows)
        name = f'table("{resource.name}")' if resource.fields else resource.name
        sources = [paragraph(*_linked(source.title, source.path)) for source in resource.sources]
        return facts(
            [
                (word("book.table.name"), [paragraph(nodes.literal("", name))]),
                (word("book.table.file"), [paragraph(link, f" ({rows})")]),
                (word("book.table.sources"), sources),
                (word("book.table.licence"), self._licence(resource)),
                (word("book.table.made"), [paragraph(sentence(resource.transformation))]),
                (word("book.table.retrieved"), [paragraph(readable_date(resource.retrieved))]),
            ]
        )

    def _licence(self, resource: tables.Resource) -> Iterator[nodes.paragraph]:
        linked: list[str | nodes.Node] = [capital(tables.STATUS_IN_WORDS[resource.licence_status])]
        for licence in resource.licences:
            linked += [": " if len(linked) == 1 else "; ", *_linked(licence.title, licence.path)]
        yield paragraph(*linked, ".")
        yield from map(paragraph, licences_apart(resource))

    def _fields(self, resource: tables.Resource, root: Path) -> nodes.Node:
        examples = tables.plain_rows(resource.name, root)
        listed = nodes.definition_list(classes=["seminar-fields"])
        for field in resource.fields:
            key = word("book.table.key") if field.name in resource.primary_key else ""
            kind = joined([field.type, field.unit, key])
            seen = list(dict.fromkeys(_short(row[field.name]) for row in examples if row[field.name]))[:3]
            about = [
                paragraph(
                    _strong(field.title), ". " + sentence(field.description) if field.description else "."
                )
            ]
            if seen:
                examples_of = word("book.table.examples", values="; ".join(seen))
                about.append(paragraph(examples_of, classes=["seminar-example"]))
            listed += entry([nodes.literal(field.name, field.name), nodes.inline("", f" {kind}")], *about)
        return details(word("book.table.fields", n=len(resource.fields)), listed)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _linked(text: str, address: str | None) -> list[nodes.Node]:
    return [nodes.reference("", text, refuri=address)] if address else [nodes.Text(text)]


class DataSources(_Generated):
    """``{data-sources}``: who published the data, and which tables of the book rest on each."""

    def body(self, root: Path) -> Iterator[nodes.Node]:
        """Yield one list, a publisher an item; the documents themselves are no data."""
        used: dict[tuple[str, str], list[tables.Resource]] = {}
        for resource in tables.package(root).everything:
            if resource.kind != "corpus":
                note_table(self.env, resource.name)
                for source in resource.sources:
                    used.setdefault((source.title, source.path or ""), []).append(resource)
        listed = nodes.bullet_list()
        for (title, address), resources in sorted(used.items()):
            links: list[str | nodes.Node] = []
            for resource in resources:
                links += [", " if links else ": ", self.link("table", resource.name, resource.title)]
            listed += nodes.list_item("", paragraph(*_linked(title, address), *links, "."))
        yield listed


class ClaimsLedger(_Generated):
    """``{claims-ledger}``: what each document says, paragraph by paragraph, and how it held up.

    Its content names periods for the filter, as ``{timeline}`` does.
    """

    has_content = True
    resources = ("claims", "sources")

    def body(self, root: Path) -> Iterator[nodes.Node]:
        """Yield the filter, and a section per document, a claim an entry."""
        claims, sources = tables.plain_rows("claims", root), tables.plain_rows("sources", root)
        self._note_verdicts(root)
        self.bibliography = publications(root)
        judged = {claim["id"]: self._judged(claim, root) for claim in claims}
        given = {found.verdict for found, _ in judged.values() if found is not None}
        resource = tables.package(root).resource("claims")
        described = _download(self.env.docname, resource.path.name)
        about = self.link("table", "claims", word("book.ledger.columns"))
        shown = download(self.env.docname, LEDGER, word("book.ledger.download"))
        yield paragraph(shown, " · ", described, " · ", about, classes=["seminar-example"])
        _ledgers(self.env)[self.env.docname] = _as_csv(claims, judged)
        yield controls(
            "claim",
            {
                "document": word("book.filter.document"),
                "kind": word("book.filter.kind"),
                "verdict": word("book.ledger.verdict"),
                "page": word("book.ledger.page"),
            },
            {
                "document": {source["id"]: source["short"] for source in sources},
                "kind": {claim["kind"]: _words(claim["kind"]) for claim in _by(claims, "kind")},
                "verdict": {_JUDGED: word("book.ledger.judged"), _NOT_JUDGED: word("book.ledger.not-judged")}
                | {words: _words(words) for words in VERDICTS if words in given},
            },
            _periods(self.content),
            [(PAGES["event"][0], word("book.ledger.timeline"), "from to document")],
        )
        for source in sources:
            section = self.section(f"{source['short']}: {source['title']}", anchor("document", source["id"]))
            section += paragraph(joined(source[name] for name in ("author", "outlet", "genre")))
            ledger = nodes.definition_list(classes=["seminar-ledger"])
            for claim in claims:
                if claim["source"] == source["id"]:
                    ledger += self._claim(claim, *judged[claim["id"]])
            section += ledger
            yield section

    def _note_verdicts(self, root: Path) -> None:
        """Have the page built again with whatever a verdict may have been computed from."""
        for name in tables.package(root).resources:
            note_table(self.env, name)
        for file in (VERDICTS_FILE, KEYS, BIBLIOGRAPHY):
            self.env.note_dependency(str(root / file))

    def _judged(self, claim: Mapping[str, str], root: Path) -> _Judged:
        """Return a claim's verdict, and what decides it: tables, rows (``trade:2018``) and publications.

        A computed verdict rests on what its function reads; a typed one on what it names in brackets.
        """
        with tables.reading() as read:
            found = verdict(claim["id"], root)
        if found is None:
            return None, []
        if claim["computed_by"]:
            return found, [name for name in read if name.partition(":")[0] != "claims"]
        known = {*tables.package(root).resources, *self.bibliography}
        named = re.findall(r"[\w-]+", " ".join(re.findall(r"\(([^()]*)\)", found.working)))
        return found, [name for name in dict.fromkeys(named) if name in known]

    def _decided_by(self, names: Iterable[str], root: Path) -> Iterator[str | nodes.Node]:
        """Yield links to tables, with the rows that were read, and citations."""
        rows: dict[str, list[str]] = {}
        for name in names:
            of = rows.setdefault(name.partition(":")[0], [])
            of += [name.partition(":")[2]] if ":" in name else []
        printed_in = {row["id"]: row["source"] for row in tables.plain_rows(_FIGURES, root)}
        for name, keys in rows.items():
            if name != next(iter(rows)):
                yield "; "
            if name in self.bibliography:
                yield from citations(self, name)
                continue
            yield self.link("table", name, tables.package(root).resource(name).title)
            if keys:
                yield f" ({', '.join(keys)})"
            if name == _FIGURES and keys:
                sources = dict.fromkeys("; ".join(printed_in[key] for key in keys).split("; "))
                known = [key for key in sources if key in self.bibliography]
                yield from [nodes.Text(" "), *citations(self, "; ".join(known))] if known else []

    def _claim(self, claim: dict[str, str], judged: Verdict | None, decided: list[str]) -> filtered_entry:
        dated = readable_span(claim["date"], claim.get("date_end", "")) or claim.get("date_note", "")
        kind = joined([claim["kind"].replace("-", " "), dated])
        head = [_strong(paragraph_mark(claim["paragraph"])), nodes.inline("", f" {kind}")]
        body: list[nodes.Node] = [paragraph(claim["paraphrase"])]
        if judged is not None:
            said = sentence(": ".join(filter(None, (_words(judged.verdict), judged.note))))
            body.append(paragraph(_strong(said), " " + judged.working))
        if decided:
            by = self._decided_by(decided, book_root(self.env))
            how = word("book.ledger.computed" if claim["computed_by"] else "book.ledger.decided")
            body.append(paragraph(f"{how} ", *by, ".", classes=["seminar-example"]))
        if claim["page"]:
            page = self.link("chapter", claim["page"], claim["page"])
            body.append(paragraph(f"{word('book.ledger.page')} ", page, "."))
        facets = {
            "document": [claim["source"]],
            "kind": [claim["kind"]],
            "verdict": [_NOT_JUDGED] if judged is None else [_JUDGED, judged.verdict],
            "page": [claim["page"]],
        }
        return filtered(head, body, anchor("claim", claim["id"]), facets, (claim["date"], claim["date_end"]))


_FIGURES = "cited-figures"
"""The table whose rows each name the publication that printed them."""
_Judged: TypeAlias = tuple[Verdict | None, list[str]]
LEDGER = "claims-ledger.csv"
"""The ledger as the page shows it, computed verdicts and all, among the site's data."""


def _as_csv(claims: Iterable[Mapping[str, str]], judged: Mapping[str, _Judged]) -> str:
    """Return the claims with the verdicts that the page shows, and what decides each."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for claim in claims:
        found, decided = judged[claim["id"]]
        row = dict(claim) | {"decided_by": "; ".join(decided)}
        if found is not None:
            row |= {"verdict": found.verdict, "verdict_note": found.note, "evidence": found.working}
        if not text.tell():
            writer.writerow(row)
        writer.writerow(row.values())
    return text.getvalue()


def _ledgers(env: BuildEnvironment) -> dict[str, str]:
    """Return the ledgers as CSV, by the page that shows them."""
    found: dict[str, str] = env.__dict__.setdefault("seminar_ledgers", {})
    return found


def _forget_ledger(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    _ledgers(env).pop(docname, None)


class DebateMap(_Generated):
    """``{debate-map}``: who holds what in each debate: a table of debates and voices, and the list it opens.

    Its content names the debates in the order of the page: ``trust-distrust: Do they trust each other?``.
    A column of the table is a document's own voice; whatever the documents report of others shares the last.
    """

    has_content = True
    resources = ("positions", "sources", "claims")

    def body(self, root: Path) -> Iterator[nodes.Node]:
        """Yield the table, the filter, and a section per debate, a position an entry."""
        index = _Index(root)
        debates: dict[str, list[dict[str, str]]] = {}
        for position in index.positions:
            debates.setdefault(position["debate"], []).append(position)
        titles = self._titles(list(debates))
        titles |= {name: _words(name) for name in debates if name not in titles}
        yield nodes.raw("", _matrix(debates, titles, index), format="html")
        yield controls(
            "position",
            {
                "debate": word("book.debate.debate"),
                "holder": word("book.debate.holder"),
                "document": word("book.filter.document"),
                "hand": word("book.debate.hand"),
                "state": word("book.debate.state"),
                "strength": word("book.debate.strength"),
            },
            {
                "debate": titles,
                "document": index.documents,
                "hand": {_FIRST: word("book.debate.first"), _REPORTED: word("book.debate.reported")},
            },
            periods=None,
        )
        for debate, title in titles.items():
            section = self.section(title, f"debate-{debate}")
            listed = nodes.definition_list(classes=["seminar-ledger"])
            for document, positions in _cells(debates[debate], index).items():
                for position in positions:
                    first = position is positions[0]
                    listed += self._position(position, index, _cell_name(debate, document) if first else "")
            section += listed
            yield section

    def _titles(self, debates: list[str]) -> dict[str, str]:
        titles = {}
        for offset, line in enumerate(self.content):
            name, _, title = (part.strip() for part in line.partition(":"))
            if name in debates and title:
                titles[name] = title
            elif line.strip():
                where = f"{self.get_source_info()[0]}:{self.content_offset + offset + 1}"
                message = f"{name!r} is no debate of the positions{tables.near(name, debates)}"
                logger.warning("%s", message, location=where, type="seminar", subtype="debate")
        return titles

    def _position(self, position: dict[str, str], index: _Index, cell: str) -> filtered_entry:
        hand = _hand(position)
        body = [paragraph(position["position"])]
        answers = [index.position(name) for name in filter(None, position["answered_by"].split("; "))]
        if answers:
            said: list[str | nodes.Node] = [word("book.debate.answered") + " "]
            for answer in answers:
                where, mark = index.documents[answer["source"]], paragraph_mark(answer["paragraph"])
                said += ["; " if len(said) > 1 else "", f"{answer['holder']}, {where}, "]
                said.append(self.link("position", answer["id"], mark))
            body.append(paragraph(*said, ".", classes=["seminar-example"]))
        known = {(answer["source"], answer["paragraph"]) for answer in answers}
        others = [place for place in _places(position["counter_position"]) if place not in known]
        compare = self.places(others, index, position["debate"])
        if compare:
            lead = word("book.debate.compare") + " "
            body.append(paragraph(lead, *compare, ".", classes=["seminar-example"]))
        strength = _STRENGTHS.get(position["strength"], position["strength"])
        reporter = index.documents[position["source"]]
        reported = word("book.debate.reported-by", by=reporter) if hand == _REPORTED else ""
        holder = _strong(capital(position["holder"]))
        if cell:
            holder["ids"] = [cell]
        head = [holder, nodes.inline("", f" {joined([index.where(position), strength, reported])}")]
        facets = {
            "debate": [position["debate"]],
            "document": [position["source"]],
            "holder": [position["holder"]],
            "hand": [hand],
            "state": position["state"].split("; "),
            "strength": [strength],
        }
        return filtered(head, body, anchor("position", position["id"]), facets)


_FIRST, _REPORTED = "first", "reported"
_SIGNS = {"asserts": "●", "qualifies": "◐", "concedes": "○", "rebuts": "◆"}


def _hand(position: Mapping[str, str]) -> str:
    return _FIRST if position["first_hand"] == "True" else _REPORTED


def _cells(positions: Iterable[dict[str, str]], index: _Index) -> dict[str, list[dict[str, str]]]:
    """Return a debate's positions by column: the documents' own voices by id, then what is reported ('')."""
    found: dict[str, list[dict[str, str]]] = {name: [] for name in [*index.documents, ""]}
    for position in positions:
        found[position["source"] if _hand(position) == _FIRST else ""].append(position)
    return found


def _cell_name(debate: str, document: str) -> str:
    """Return the anchor of a cell's first position, by which the filter chooses all of them too."""
    return f"debate={debate}" + (f"&document={document}&hand={_FIRST}" if document else f"&hand={_REPORTED}")


def _cell(name: str, voice: str, positions: Sequence[Mapping[str, str]]) -> str:
    signs = "".join(sign * sum(one["strength"] == put for one in positions) for put, sign in _SIGNS.items())
    count = word("book.filter.all.position", n=len(positions)).removesuffix(".")
    return (
        f'<td><a href="#{escape(name)}"><span class="voice">{escape(voice)}</span> '
        f'<span aria-hidden="true">{signs}</span><span class="said">: {count}</span></a></td>'
    )


def _matrix(debates: Mapping[str, list[dict[str, str]]], titles: Mapping[str, str], index: _Index) -> str:
    """Return the table of debates and voices, a sign per position; a cell leads to its positions."""
    columns = index.documents | {"": word("book.debate.reported-in")}
    heads = "".join(f'<th scope="col">{escape(words)}</th>' for words in columns.values())
    rows = []
    for debate, title in titles.items():
        cells = "".join(
            _cell(_cell_name(debate, name), columns[name], positions) if positions else "<td></td>"
            for name, positions in _cells(debates[debate], index).items()
        )
        rows.append(f'<tr><th scope="row"><a href="#debate-{debate}">{escape(title)}</a></th>{cells}</tr>\n')
    legend = " · ".join(f"{sign}&nbsp;{_STRENGTHS.get(name, name)}" for name, sign in _SIGNS.items())
    return f"""<table class="seminar-matrix">
<caption>{word("book.debate.caption")} <span class="signs">{legend}</span></caption>
<thead><tr><td></td>{heads}</tr></thead>
<tbody>
{"".join(rows)}</tbody></table>
"""


class Timeline(_Generated):
    """``{timeline}``: a strip of the dated events, and their list, oldest first.

    Its content names periods for the filter: ``1949-1988: Four decades``; the last may be open (``2022-``).
    """

    has_content = True
    resources = ("events", "sources")

    def body(self, root: Path) -> Iterator[nodes.Node]:
        """Yield filter, strip and one list of events; an empty table yields a sentence that says so."""
        documents = {source["id"]: source["short"] for source in tables.plain_rows("sources", root)}
        events = sorted(tables.plain_rows("events", root), key=lambda event: event["date"])
        if not events:
            yield paragraph(word("book.timeline.none"))
            return
        yield controls(
            "event",
            {
                "kind": word("book.filter.kind"),
                "actor": word("book.timeline.actor"),
                "document": word("book.timeline.source"),
                "page": word("book.timeline.chapter"),
            },
            {
                "kind": {event["kind"]: _words(event["kind"]) for event in _by(events, "kind")},
                "document": documents | {_OUTSIDE: word("book.timeline.outside")},
            },
            _periods(self.content),
            [(PAGES["claim"][0], word("book.timeline.claims"), "from to document")],
        )
        yield from _strip(overview(events))
        listed = nodes.definition_list(classes=["seminar-ledger"])
        for event in events:
            listed += self._event(event, documents)
        yield listed

    def _event(self, event: dict[str, str], documents: dict[str, str]) -> filtered_entry:
        kind = event["kind"].replace("-", " ")
        about: list[str | nodes.Node] = [joined([event["place"], event["actors"], kind])]
        if event["claim"]:
            short = documents.get(event["source"], event["source"])
            said = f"{short}, {paragraph_mark(event['paragraph'])}" if event["paragraph"] else short
            about += [" · ", self.link("claim", event["claim"], said)]
        if event["citation"]:
            about += [" · ", *citations(self, event["citation"])]
        body = [paragraph(sentence(event["title"])), paragraph(*about, classes=["seminar-example"])]
        if event["date_note"]:
            body.insert(1, paragraph(sentence(event["date_note"]), classes=["seminar-example"]))
        facets = {
            "kind": [event["kind"]],
            "actor": event["actors"].split("; "),
            "document": [*filter(None, [event["source"]]), *([_OUTSIDE] if event["citation"] else [])],
        }
        when = _strong(readable_span(event["date"], event["date_end"]))
        return filtered(
            [when], body, anchor("event", event["id"]), facets, (event["date"], event["date_end"])
        )


def _strip(strip: Overview) -> Iterator[nodes.Node]:
    buttons = " ".join(
        f'<button type="button" data-do="{name}">{word(f"book.strip.do.{name}")}</button>'
        for name in ("in", "out", "earlier", "later")
    )
    above = f"""<figure class="seminar-strip">
<div class="seminar-strip__tools" role="group" aria-label="{word("book.strip")}" hidden>
{buttons}
<span role="status" data-words="{word("book.strip.years")}"></span></div>
<div class="seminar-strip__window" role="region" aria-label="{word("book.strip.window")}">
"""
    yield nodes.raw("", above, format="html")
    yield chart_node(svg=prefixed(strip.svg, "strip"), alt=strip.alt)
    places = json.dumps(strip.places, separators=(",", ":"))
    below = f"""</div>
<p class="seminar-strip__about" hidden></p>
<figcaption>{word("book.strip.caption")}</figcaption>
<script type="application/json" class="seminar-strip-places">{places}</script>
</figure>
"""
    yield nodes.raw("", below, format="html")


_PERIOD = re.compile(r"^(\d{4})-(\d{4})?:\s*(\S.*)$")
_OUTSIDE, _JUDGED, _NOT_JUDGED = "outside", "judged", "not-judged"


def _periods(content: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return first year, last year ('' for an open end) and words of each period that a directive names."""
    found = []
    for line in filter(str.strip, content):
        match = _PERIOD.match(line.strip())
        if match is None:
            raise LookupError(f"the period {line.strip()!r} should read: 1949-1988: Four decades")
        found.append((match[1], match[2] or "", match[3]))
    return found


def _by(rows: Iterable[dict[str, str]], name: str) -> list[dict[str, str]]:
    return sorted((row for row in rows if row[name]), key=lambda row: row[name])


def _words(text: str) -> str:
    """Return a value of a table as readers see it: ``not-judged`` is ``Not judged``."""
    return capital(text).replace("-", " ")


class GlossaryFromTable(_Generated):
    """``{glossary-table}``: the glossary, with terms that ``{term}`` leads to.

    A term's alternatives (``Amur / Heilong River``) and its name without the brackets lead there too.
    """

    resources = ("glossary", "institutions", "claims", "positions", "sources")

    def body(self, root: Path) -> Iterator[nodes.Node]:
        """Yield Sphinx's own glossary node."""
        index = _Index(root)
        institutions = {row["term"]: row for row in tables.plain_rows("institutions", root)}
        source, line = self.get_source_info()
        listed = nodes.definition_list(classes=["glossary"])
        rows = tables.plain_rows("glossary", root)
        rows.sort(key=lambda row: row["term"].lstrip("“").casefold())
        found = []
        for row in rows:
            term = make_glossary_term(
                self.env, [nodes.Text(row["term"])], None, source, line, None, self.state.document
            )
            found.append((row["term"], term["ids"][0]))
            institution = institutions.get(row["term"])
            body = [paragraph(sentence(row["meaning"]))]
            forms = list(_forms(institution or row))
            if forms:
                body.insert(0, paragraph(*forms, classes=["seminar-names"]))
            where = self.places(_places(row["source_paragraphs"]), index)
            if institution:
                name = self.link("institution", institution["id"], institution["name"])
                where += [" · " if where else "", name]
            if where:
                body.append(paragraph(*where, classes=["seminar-example"]))
            listed += nodes.definition_list_item("", term, nodes.definition("", *body))
        self._note_alternatives(found)
        yield addnodes.glossary("", listed, sorted=False)

    def _note_alternatives(self, found: list[tuple[str, str]]) -> None:
        domain: Any = self.env.get_domain("std")
        taken = {name.casefold() for name, _ in found}
        for name, target in found:
            for other in corpus.names_of(name):
                if other.casefold() not in taken:
                    taken.add(other.casefold())
                    domain._note_term(other, target)


def _forms(row: Mapping[str, str]) -> Iterator[nodes.Node]:
    """Yield a term's or an institution's Chinese and Russian names, and which of them we could not check."""
    forms = names(row)
    yield from shown(forms)
    missing = unchecked(row["unchecked"])
    if missing:
        yield nodes.inline("", f"{' ' if forms else ''}({missing})", classes=["seminar-unchecked"])


PEOPLE = ("leader", "official", "strategist", "scholar", "private")
INSTITUTIONS = ("organisation", "forum", "mechanism", "state", "company", "university", "think-tank", "media")


class People(_Generated):
    """``{people}``: everybody of the documents and of their history, and how we know what they said."""

    resources = ("people", "claims", "positions", "sources")

    def body(self, root: Path) -> Iterator[nodes.Node]:
        """Yield a list by how we know the words, then a section per kind, a person an entry."""
        index = _Index(root)
        people = tables.plain_rows("people", root)
        people.sort(key=lambda person: (person["family_name"].casefold(), person["name"]))
        yield self._by_voice(people, index)
        for kind in PEOPLE:
            section = self.section(word(f"book.people.{kind}"), f"people-{kind}")
            listed = nodes.definition_list(classes=["seminar-ledger"])
            for person in people:
                if person["kind"] == kind:
                    listed += self._person(person, index)
            section += listed
            yield section

    def _by_voice(self, people: list[dict[str, str]], index: _Index) -> nodes.section:
        section = self.section(word("book.people.voices"), "people-voices")
        told: list[tuple[str, list[nodes.Node]]] = []
        groups: dict[str, list[dict[str, str]]] = {}
        for person in people:
            groups.setdefault(_voice(person, index), []).append(person)
        order = ["first-hand", "reported", "mentioned", "outside"]
        for words in sorted(groups, key=lambda words: (order.index(groups[words][0]["voice"]), words)):
            linked: list[str | nodes.Node] = []
            for person in groups[words]:
                linked += [", "] if linked else []
                linked.append(self.link("person", person["id"], person["name"]))
            told.append((capital(words), [paragraph(*linked)]))
        section += facts(told)
        return section

    def _person(self, person: dict[str, str], index: _Index) -> nodes.definition_list_item:
        head: list[nodes.Node] = [_strong(person["name"])]
        if person["original"]:
            head += [nodes.Text(" "), *shown([(person["language"], person["original"], person["romanised"])])]
        elif person["language"]:
            words = f" ({unchecked(person['language'])})"
            head.append(nodes.inline("", words, classes=["seminar-unchecked"]))
        head.append(nodes.inline("", f" {joined([person['country'], _voice(person, index)])}"))
        role: list[str | nodes.Node] = [sentence(person["role"])]
        if person["citation"]:
            role += [" ", *citations(self, person["citation"])]
        body = [paragraph(*role)]
        if person["note"]:
            body.append(paragraph(sentence(person["note"])))
        where = self.places(_places(person["source_paragraphs"]), index, person["family_name"])
        if person["author_of"]:
            short = index.documents[person["author_of"]]
            wrote = self.link("document", person["author_of"], short)
            also = [f"; {word('book.people.also-named')} ", *where] if where else []
            where = [f"{word('book.people.wrote')} ", wrote, *also]
        elif where:
            where = [f"{word('book.people.named')} ", *where]
        if where:
            body.append(paragraph(*where, ".", classes=["seminar-example"]))
        return entry(head, *body, *self._views(person["name"], index), name=anchor("person", person["id"]))

    def _views(self, name: str, index: _Index) -> Iterator[nodes.Node]:
        held = [position for position in index.positions if name in position["holder"]]
        if not held:
            return
        listed = nodes.bullet_list()
        for position in held:
            link = self.link("position", position["id"], index.where(position))
            reported = "" if position["first_hand"] == "True" else f" ({word('book.people.reported')})"
            listed += nodes.list_item("", paragraph(link, f"{reported}: {sentence(position['position'])}"))
        yield details(word("book.people.views", n=len(held)), listed)


def _voice(person: dict[str, str], index: _Index) -> str:
    by = index.documents.get(person["reported_by"], "")
    voice = person["voice"]
    return word(f"book.voice.{voice}{'-also' if voice == 'first-hand' and by else ''}", by=by)


class Institutions(_Generated):
    """``{institutions}``: organisations, companies, offices, universities and media."""

    resources = ("institutions", "glossary", "claims", "positions", "sources")

    def body(self, root: Path) -> Iterator[nodes.Node]:
        """Yield a section per kind, an institution an entry."""
        index = _Index(root)
        terms = {row["term"]: row for row in tables.plain_rows("glossary", root)}
        institutions = tables.plain_rows("institutions", root)
        institutions.sort(key=lambda institution: institution["name"].casefold())
        for kind in INSTITUTIONS:
            section = self.section(word(f"book.institutions.{kind}"), f"institutions-{kind}")
            listed = nodes.definition_list(classes=["seminar-ledger"])
            for institution in institutions:
                if institution["kind"] == kind:
                    listed += self._institution(institution, terms.get(institution["term"]), index)
            section += listed
            yield section

    def _institution(
        self, institution: dict[str, str], term: dict[str, str] | None, index: _Index
    ) -> nodes.definition_list_item:
        voice = {"first-hand": word("book.voice.published"), "outside": word("book.voice.outside")}
        about = joined([institution["country"], voice.get(institution["voice"], "")])
        head = [_strong(institution["name"]), nodes.inline("", f" {about}" if about else "")]
        body = []
        forms = list(_forms(institution))
        if forms:
            body.append(paragraph(*forms, classes=["seminar-names"]))
        told = [sentence(text) for text in (term["meaning"] if term else "", institution["about"]) if text]
        said: list[str | nodes.Node] = [" ".join(told)]
        if institution["citation"]:
            said += [" ", *citations(self, institution["citation"])]
        body.append(paragraph(*said))
        if institution["note"]:
            body.append(paragraph(sentence(institution["note"])))
        named_in = _places((term or institution)["source_paragraphs"])
        where = self.places(named_in, index, institution["name"])
        if where:
            named = f"{word('book.people.named')} "
            body.append(paragraph(named, *where, ".", classes=["seminar-example"]))
        return entry(head, *body, name=anchor("institution", institution["id"]))


def _copy_data(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    package = tables.package(book_root(app.env))
    target = Path(app.outdir) / "data"
    for name in [MARKER.name, *(resource.file for resource in package.everything)]:
        path, copy = package.root / MARKER.parent / name, target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        if not copy.exists() or copy.read_bytes() != path.read_bytes():
            shutil.copyfile(path, copy)
    for text in _ledgers(app.env).values():
        (target / LEDGER).write_text(text, encoding="utf-8", newline="")


def setup_reference(app: Sphinx) -> None:
    """Register the directives, and copy the tables into the site for download."""
    for name, directive in (
        ("data-tables", DataTables),
        ("data-sources", DataSources),
        ("claims-ledger", ClaimsLedger),
        ("debate-map", DebateMap),
        ("timeline", Timeline),
        ("glossary-table", GlossaryFromTable),
        ("people", People),
        ("institutions", Institutions),
    ):
        app.add_directive(name, directive)
    app.connect("env-purge-doc", _forget_ledger)
    app.connect("build-finished", _copy_data)
