"""Filters of the generated pages: native controls above a list whose entries say what they are.

The build writes the controls, hidden, and every entry; the script ``filter.js`` shows the controls and hides
entries. Without scripts, and on paper, the whole list stands there.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from seminar.surfaces.words import word

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

SEPARATOR = "|"
"""Between the values that an entry has of one kind; no value may hold it."""


class filtered_entry(nodes.definition_list_item):  # noqa: N801 - as docutils names its nodes
    """An entry: its anchor ``name``, ``facets`` (name: values), ``start`` and ``end`` (ISO or '')."""


class filter_form(nodes.comment):  # noqa: N801
    """The controls for the entries of its page; to other formats than HTML a comment, left out.

    ``kind`` says what the entries are, and by it what the catalogue calls them; ``facets`` are pairs of a
    name and its label; ``labels`` gives words to values, by the facet's name, in the order of the menu;
    ``periods`` are triples of first year, last year and words; ``elsewhere`` are triples of a page, words,
    and the controls that it shares.
    """


def filtered(
    head: Iterable[nodes.Node],
    body: Iterable[nodes.Node],
    name: str,
    facets: Mapping[str, Sequence[str]],
    dates: tuple[str, str] = ("", ""),
) -> filtered_entry:
    """Return an entry under the anchor ``name``; ``dates`` are the first and the last day, month or year."""
    start, end = dates
    made = filtered_entry("", name=name, facets={key: list(values) for key, values in facets.items()})
    made["start"], made["end"] = start, end or start
    made += nodes.term("", "", *head, ids=[name])
    made += nodes.definition("", *body)
    return made


def controls(
    kind: str,
    facets: Mapping[str, str],
    labels: Mapping[str, Mapping[str, str]],
    periods: Sequence[tuple[str, str, str]] | None = (),
    elsewhere: Sequence[tuple[str, str, str]] = (),
) -> filter_form:
    """Return the controls, as ``filter_form`` describes them; no time is asked for where periods are None."""
    return filter_form(
        "",
        kind=kind,
        facets=list(facets.items()),
        labels={key: dict(words) for key, words in labels.items()},
        periods=None if periods is None else list(periods),
        elsewhere=list(elsewhere),
    )


def _visit_entry(self: HTML5Translator, node: filtered_entry) -> None:
    said = {key: SEPARATOR.join(values) for key, values in node["facets"].items()}
    if node["start"]:
        said |= {"from": node["start"], "to": node["end"]}
    attributes = "".join(f' data-{key}="{escape(text)}"' for key, text in said.items() if text)
    self.body.append(f'<div class="seminar-entry"{attributes}>\n')


def _depart_entry(self: HTML5Translator, node: filtered_entry) -> None:
    self.body.append("</div>\n")


def _visit_form(self: HTML5Translator, node: filter_form) -> None:
    entries = list(self.document.findall(filtered_entry))
    fields = [_menu(key, label, node["labels"].get(key, {}), entries) for key, label in node["facets"]]
    if node["periods"] is not None:
        fields = [*_years(node["periods"], entries), *fields]
    search = '<input type="search" name="words" autocomplete="off">'
    fields.append(_field("words", word("book.filter.words"), search))
    kind = node["kind"]
    words = {
        "all": word(f"book.filter.all.{kind}", n=len(entries)),
        "some": word(f"book.filter.some.{kind}", of=len(entries)),
        "none": word(f"book.filter.none.{kind}"),
        "undated": word("book.filter.undated"),
    }
    links = "".join(
        f' <a href="{escape(self.builder.get_relative_uri(self.builder.current_docname, page))}" '
        f'data-shares="{escape(shared)}">{escape(text)}</a>'
        for page, text, shared in node["elsewhere"]
        if page in self.builder.env.all_docs
    )
    self.body.append(
        f'<form class="seminar-filter" hidden aria-label="{word(f"book.filter.choose.{kind}")}" '
        f'data-words="{escape(json.dumps(words))}">\n'
        f'<div class="seminar-filter__fields">\n{"".join(filter(None, fields))}</div>\n'
        '<p class="seminar-filter__found"><span role="status"></span> '
        f'<button type="reset">{word("book.filter.reset")}</button>{links}</p>\n</form>\n'
    )
    raise nodes.SkipNode


def _field(name: str, label: str, control: str) -> str:
    """Return a control, written without its id, under its label."""
    named = control.replace(" ", f' id="filter-{name}" ', 1)
    return f'<p><label for="filter-{name}">{escape(label)}</label>{named}</p>\n'


def _menu(key: str, label: str, words: Mapping[str, str], entries: Sequence[filtered_entry]) -> str:
    """Return a menu of the values that entries have: first those with words, then the others by name."""
    counts = Counter(value for one in entries for value in one["facets"].get(key, ()) if value)
    values = [value for value in words if counts[value]]
    values += sorted((value for value in counts if value not in words), key=str.casefold)
    if len(values) < 2:
        return ""
    options = "".join(
        f'<option value="{escape(value)}">{escape(words.get(value, value))} ({counts[value]})</option>'
        for value in values
    )
    every = word("book.filter.every")
    return _field(key, label, f'<select name="{key}"><option value="">{every}</option>{options}</select>')


def _years(periods: Sequence[tuple[str, str, str]], entries: Sequence[filtered_entry]) -> Iterator[str]:
    """Yield a menu of periods, and a box each for the first and the last year."""
    known = [one[end][:4] for one in entries for end in ("start", "end") if one["start"]]
    if not known:
        return
    first, last = min(known), max(known)
    if periods:
        options = "".join(
            f'<option value="{start}-{end or last}">{escape(words)}</option>' for start, end, words in periods
        )
        menu = f'<select class="period"><option value="">{word("book.filter.any")}</option>{options}</select>'
        yield _field("period", word("book.filter.period"), menu)
    for name in ("from", "to"):
        label = word(f"book.filter.{name}")
        yield _field(name, label, f'<input type="number" name="{name}" min="{first}" max="{last}">')


def setup_filters(app: Sphinx) -> None:
    """Register the nodes."""
    app.add_node(filtered_entry, html=(_visit_entry, _depart_entry))
    app.add_node(filter_form, html=(_visit_form, None))
