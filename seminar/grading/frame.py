"""The frame of what a class gets back: HTML files whole in themselves, for any screen, without a network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape

from seminar.grading.records import neutral
from seminar.surfaces.words import word


def page(title: str, body: str, style: str = "") -> str:
    """Return an HTML file with this body between its ``main`` tags; ``title`` is plain text."""
    # What knows the colours draws figures too, and processes that only fill pages do without.
    from seminar.figures.style import palette_css
    from seminar.surfaces.document import document

    return document(visible(title), palette_css() + _STYLE + style, f"<main>\n{body}</main>\n")


def visible(text: str) -> str:
    """Return what somebody typed as plain text in which nothing steers, line by line as it was typed."""
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join("\t".join(map(neutral, line.split("\t"))) for line in lines)


def typed(text: str) -> str:
    """Return what somebody typed as HTML that cannot act, nor turn the writing around it round."""
    return f"<bdi>{escape(visible(text))}</bdi>"


def phrase(key: str, **values: object) -> str:
    """Return the words for ``key`` as HTML; values are plain text."""
    return escape(word(key, **values), quote=False) if values else _phrase(key)


@cache
def _phrase(key: str) -> str:
    return escape(word(key), quote=False)


def phrases(*keys: str) -> list[str]:
    """Return the words for each key as HTML."""
    return [_phrase(key) for key in keys]


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of HTML cells whose first column names the rows; on a narrow screen each row is a card.

    Roles are written out, because a table that is laid out otherwise loses them.
    """
    top = "".join(f'<th role="columnheader" scope="col">{text}</th>' for text in heads)
    lines = []
    for first, *others in rows:
        cells = "".join(
            f'<td role="cell"><span class="head" aria-hidden="true">{head}</span>{cell}</td>'
            for head, cell in zip(heads[1:], others, strict=True)
        )
        lines.append(f'<tr role="row"><th role="rowheader" scope="row">{first}</th>{cells}</tr>')
    return (
        f'<table role="table"><thead role="rowgroup"><tr role="row">{top}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(lines)}</tbody></table>\n'
    )


_STYLE = """
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 48rem; background: var(--seminar-page);
  color: var(--seminar-ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { margin: 0 0 .3rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 0 0 .4rem; font-size: 1.2rem; line-height: 1.3; }
h3 { margin: .8rem 0 .2rem; font-size: 1rem; }
h1, h2, h3 { break-after: avoid; }
p { margin: 0 0 .6rem; orphans: 3; widows: 3; }
ul, ol { margin: 0 0 .7rem; padding-left: 1.5rem; }
a { color: var(--seminar-accent); }
bdi, code { overflow-wrap: anywhere; }
img { max-width: 100%; }
math { overflow-x: auto; }
section { margin: 1.8rem 0 0; padding-top: 1rem; border-top: 1px solid var(--seminar-grid); }
.note, figcaption { color: var(--seminar-muted); font-size: .9rem; }
.prompt { margin: .6rem 0; padding-left: .8rem; border-left: 2px solid var(--seminar-grid); }
.right { color: var(--seminar-accent); }
.said { margin-top: .15rem; padding-left: .8rem; color: var(--seminar-muted); }
table { width: 100%; margin: .5rem 0 .8rem; border-collapse: collapse; font-size: .93rem; }
th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--seminar-grid); text-align: left;
  vertical-align: top; }
thead th { border-bottom-color: var(--seminar-muted); font-size: .85rem; }
tbody th { font-weight: 400; }
td { font-variant-numeric: tabular-nums; }
th p, td p { margin: 0 0 .2rem; }
td .head { display: none; color: var(--seminar-muted); font-size: .8rem; }
tr, figure { break-inside: avoid; }
@media screen and (max-width: 34rem) {
  table, tbody { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.5rem, 1fr)); padding: .3rem 0;
    border-bottom: 1px solid var(--seminar-grid); }
  tbody th { grid-column: 1 / -1; }
  th, td { padding: .15rem .2rem; border: 0; }
  td .head { display: block; }
}
@media print {
  html { font-size: 10pt; }
  body { padding: 0; max-width: none; }
}
"""
