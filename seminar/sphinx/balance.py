"""Whose voices the chapters cite: the directive ``{balance}``, counted from the chapters' own roles.

Counted are ``{position}``, ``{claim}`` and ``{cite}`` in prose and exercises, each thing once a chapter and
once in the whole book. Nothing is typed: a role more or less in any chapter changes the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from seminar import tables
from seminar.bibliography import BIBLIOGRAPHY, publications
from seminar.front_matter import is_chapter
from seminar.sphinx.blocks import table
from seminar.sphinx.events import reading_order
from seminar.sphinx.roles import book_root, note_table
from seminar.sphinx.wording import capital, typographic
from seminar.surfaces.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

Cited: TypeAlias = dict[str, set[str]]
"""What a chapter cites: ids of ``position`` and ``claim``, keys of the bibliography under ``cite``."""

_KINDS = {"seminar-position": "position", "seminar-claim": "claim"}
_BETWEEN = ("China", "Russia")
_ELSEWHERE = word("book.balance.elsewhere")


class balance_tables(nodes.General, nodes.Element):  # noqa: N801 - as docutils names its nodes
    """Stands for the counts until every page is read."""


class Balance(SphinxDirective):
    """``{balance}``: the shares of sources, holders and voices from outside the two, also by chapter."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return a placeholder; the counts are made once every chapter is read."""
        for name in ("positions", "claims", "sources", "publishers"):
            note_table(self.env, name)
        self.env.note_dependency(str(book_root(self.env) / BIBLIOGRAPHY))
        self.env.__dict__.setdefault("seminar_balances", set()).add(self.env.docname)
        return [balance_tables("")]


def cited(env: BuildEnvironment) -> dict[str, Cited]:
    """Return what each page cites, by docname."""
    found: dict[str, Cited] = env.__dict__.setdefault("seminar_cited", {})
    return found


def places_of_publication(root: Path) -> dict[str, str]:
    """Return from where each entry of the bibliography is published, elsewhere where no row says."""
    states = {row["host"]: row["state"] for row in tables.plain_rows("publishers", root)}
    found = {}
    for key, entry in publications(root).items():
        labels = (urlsplit(entry.fields.get("url", "")).hostname or "").split(".")
        ends = (".".join(labels[start:]) for start in range(len(labels)))
        found[key] = next((states[end] for end in ends if end in states), _ELSEWHERE)
    return found


class Counts:
    """The counts of what some chapters cite together."""

    def __init__(self, chapters: Iterable[Cited], root: Path) -> None:
        kinds: dict[str, set[str]] = {"position": set(), "claim": set(), "cite": set()}
        for chapter in chapters:
            for kind, names in chapter.items():
                kinds[kind] |= names
        shorts = {row["id"]: row["short"] for row in tables.plain_rows("sources", root)}
        positions = [row for row in tables.plain_rows("positions", root) if row["id"] in kinds["position"]]
        claims = [row for row in tables.plain_rows("claims", root) if row["id"] in kinds["claim"]]
        places = places_of_publication(root)
        self.sources = Counter(shorts[row["source"]] for row in positions)
        self.holders = Counter(row["holder"] for row in positions)
        self.states = Counter(row["state"] for row in positions)
        self.claims = Counter(shorts[row["source"]] for row in claims)
        # The five documents are counted by their claims and positions.
        self.published = Counter(places[key] for key in kinds["cite"] if key in places and key not in shorts)

    def outside(self, counter: Counter[str], unknown: Sequence[str] = ()) -> int:
        """Return how many come from neither China nor Russia, as far as we know from where."""
        return sum(n for state, n in counter.items() if not {*state.split("; ")} & {*_BETWEEN, *unknown})

    @property
    def positions_outside(self) -> int:
        """How many positions belong to voices from outside the two."""
        return self.outside(self.states, ("not known",))

    @property
    def published_outside(self) -> int:
        """How many publications are published outside the two."""
        return self.outside(self.published)


def _share(part: int, whole: int) -> str:
    return word("book.balance.share", n=part, of=whole, share=f"{100 * part / whole:.0f}") if whole else "–"


def _table(name: str, heads: Sequence[str], rows: Iterable[Sequence[nodes.Node | str]]) -> nodes.section:
    """Return a table under a heading, the catalogue's ``name``."""
    title = word(name)
    made = table(heads, rows, "seminar-balance")
    return nodes.section("", nodes.title(title, title), made, ids=[name.rpartition(".")[2]])


def _shares(name: str, of: str, counter: Mapping[str, int]) -> nodes.section:
    whole = sum(counter.values())
    ordered = sorted(counter.items(), key=lambda pair: (-pair[1], pair[0].casefold()))
    heads = [of, word("book.balance.count")]
    return _table(name, heads, ([_shown(one), _share(n, whole)] for one, n in ordered))


def _shown(text: str) -> str:
    """Return a value of a table as readers see it: these pages are made after Sphinx has mended the prose."""
    return typographic(capital(text))


def _fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for placeholder in list(doctree.findall(balance_tables)):
        placeholder.replace_self(list(_counted(app, docname)))


def _counted(app: Sphinx, docname: str) -> Iterator[nodes.Node]:
    env = app.env
    root, pages = book_root(env), cited(env)
    chapters = [page for page in reading_order(env) if is_chapter(page) and any(pages.get(page, {}).values())]
    whole = Counts([pages[page] for page in chapters], root)
    n = sum(whole.sources.values())
    yield nodes.paragraph(
        "",
        word(
            "book.balance.found",
            positions=n,
            outside=_share(whole.positions_outside, n),
            publications=sum(whole.published.values()),
            elsewhere=_share(whole.published_outside, sum(whole.published.values())),
        ),
    )
    yield nodes.paragraph("", word("book.balance.limits"))
    yield _shares("book.balance.by-source", word("book.filter.document"), whole.sources)
    yield _shares("book.balance.by-holder", word("book.debate.holder"), whole.holders)
    yield _shares("book.balance.by-state", word("book.debate.state"), whole.states)
    yield _shares("book.balance.by-claim", word("book.filter.document"), whole.claims)
    yield _shares("book.balance.by-publisher", word("book.balance.published"), whole.published)
    heads = [
        word("book.timeline.chapter"),
        word("book.balance.positions"),
        word("book.balance.outside"),
        word("book.balance.most"),
        word("book.balance.claims"),
        word("book.balance.publications"),
        word("book.balance.outside"),
    ]
    yield _table("book.balance.by-chapter", heads, (_chapter(app, docname, page, root) for page in chapters))


def _chapter(app: Sphinx, docname: str, page: str, root: Path) -> list[nodes.Node | str]:
    counts = Counts([cited(app.env)[page]], root)
    positions, publications = sum(counts.sources.values()), sum(counts.published.values())
    title = app.env.titles[page].astext()
    address = app.builder.get_relative_uri(docname, page)
    most = min(counts.holders.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))
    return [
        nodes.reference("", title, refuri=address, internal=True),
        str(positions),
        _share(counts.positions_outside, positions),
        f"{_shown(most[0])}: {_share(most[1], positions)}" if positions else "–",
        str(sum(counts.claims.values())),
        str(publications),
        _share(counts.published_outside, publications),
    ]


def _note(app: Sphinx, doctree: nodes.document) -> None:
    """Note what a page cites."""
    found: Cited = {"position": set(), "claim": set(), "cite": set()}
    for link in doctree.findall(addnodes.pending_xref):
        if link["reftype"] in _KINDS:
            found[_KINDS[link["reftype"]]].add(link["reftarget"])
        elif link["refdomain"] == "cite":
            found["cite"] |= {key.strip() for key in link["reftarget"].split(",")}
    cited(app.env)[app.env.docname] = found


def _write_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have the pages with counts written again when any chapter cites something else."""
    now = {
        page: ({kind: sorted(names) for kind, names in found.items()}, env.titles[page].astext())
        for page, found in cited(env).items()
        if is_chapter(page)
    }
    if now == getattr(env, "seminar_balanced", None):
        return []
    env.seminar_balanced = now  # type: ignore[attr-defined]
    return sorted(page for page in getattr(env, "seminar_balances", ()) if page in env.all_docs)


def _forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    cited(env).pop(docname, None)


def setup_balance(app: Sphinx) -> None:
    """Register the directive, and note what pages cite."""
    app.add_node(balance_tables)
    app.add_directive("balance", Balance)
    app.connect("doctree-read", _note)
    app.connect("doctree-resolved", _fill)
    app.connect("env-updated", _write_again)
    app.connect("env-purge-doc", _forget)
