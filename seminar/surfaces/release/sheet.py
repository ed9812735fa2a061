"""An assignment on paper: a file to print on A4 or Letter, with room to write, without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from seminar.exercises.assignments import Assignment
from seminar.surfaces.document import document
from seminar.surfaces.fallback import answer
from seminar.surfaces.figures import completed
from seminar.surfaces.release.parts import intro
from seminar.surfaces.release.questions import Asked, Question
from seminar.surfaces.words import number, word

_STATES = 4
"""How many positions of a slider paper shows."""


def sheets(assignment: Assignment, asked: Sequence[Asked]) -> dict[str, str]:
    """Return the sheet by its name, or where there are variants a sheet for each number of a variant.

    An exercise with fewer variants than another begins again with its first.
    """
    return {
        f"{assignment.name}-sheet{'' if variant is None else f'-{variant + 1}'}.html": document(
            assignment.title, _STYLE, _sheet(assignment, asked, variant)
        )
        for variant in _variants(asked)
    }


def together(assignment: Assignment, asked: Sequence[Asked]) -> str:
    """Return the same sheets in one file, each beginning on a page of its own."""
    bodies = [_sheet(assignment, asked, variant) for variant in _variants(asked)]
    # A figure's parts refer to each other by ids, which may stand once in a file.
    apart = [_with_ids(body, f"sheet-{n}-") for n, body in enumerate(bodies, start=1)]
    return document(assignment.title, _STYLE, "".join(apart))


def _variants(asked: Sequence[Asked]) -> Sequence[int | None]:
    count = max((len(each.questions) for each in asked if each.varies), default=0)
    return range(count) if count else [None]


def _with_ids(html: str, before: str) -> str:
    return re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{before}", html)


def _sheet(assignment: Assignment, asked: Sequence[Asked], variant: int | None) -> str:
    sections = "".join(_section(place, each, variant or 0) for place, each in enumerate(asked, start=1))
    which = "" if variant is None else f'<p class="which">{escape(word("paper.sheet", n=variant + 1))}</p>'
    who = "".join(
        f'<span>{escape(word(key))} <span class="line"></span></span>'
        for key in ("paper.name", "paper.id", "paper.date")
    )
    return (
        f"<main>\n<header>{which}<h1>{escape(assignment.title)}</h1>\n"
        f'<p class="who">{who}</p>\n{intro(assignment, asked, screen=False)}</header>\n{sections}</main>\n'
    )


def _section(place: int, asked: Asked, variant: int) -> str:
    own = variant % len(asked.questions)
    question = asked.questions[own]
    shown = question.payload
    points = shown["points"] / 100
    facts = [
        *([word("points", n=number(points))] if points else []),
        *([word("paper.variant", n=own + 1)] if asked.varies else []),
    ]
    worth = f'<span class="points">{escape(", ".join(facts))}</span>' if facts else ""
    return (
        f'<section class="exercise">\n<h2>{place}. {escape(shown["title"])} {worth}</h2>\n'
        f'<div class="prompt">{shown["prompt"]}</div>\n{_figure(question)}'
        f'<div class="answer">{answer(shown)}</div>\n</section>\n'
    )


def _figure(question: Question) -> str:
    if not question.figure:
        return ""
    below = f"{question.caption}<p>{question.source}</p>"
    moved = [
        f'<div><p class="settings">{escape(texts)}</p>{_with_ids(svg, f"state-{number}-")}</div>'
        for number, (texts, svg) in enumerate(states(question))
    ]
    drawn = "".join(moved) if moved else question.svg
    return f"<figure{' class=states' if moved else ''}>{drawn}<figcaption>{below}</figcaption></figure>\n"


def states(question: Question) -> Iterator[tuple[str, str]]:
    """Yield a figure with sliders as it stands at some of the first one's positions, or the answering one's.

    Each is what its sliders say, in plain words, and its drawing. They lie evenly between the slider's ends,
    wherever the answer is; the others stand as they begin.
    """
    figure = question.payload["figure"]
    grid = figure.get("grid")
    if grid is None:
        return
    parameters = grid["parameters"]
    asked = question.payload.get("parameter", parameters[0]["name"])
    moved = next(each for each in parameters if each["name"] == asked)
    for place in evenly(len(moved["values"]), _STATES):
        yield drawn(question, [place if each is moved else each["initial"] for each in parameters])


def evenly(size: int, count: int) -> list[int]:
    """Return ``count`` of the positions 0 to ``size`` - 1 (all, if there are no more), with its ends."""
    count = min(count, size)
    return [place * (size - 1) // max(count - 1, 1) for place in range(count)]


def drawn(question: Question, at: Sequence[int]) -> tuple[str, str]:
    """Return what a figure's sliders say at these positions, in plain words, and its drawing there."""
    grid = question.payload["figure"]["grid"]
    texts = "; ".join(
        f"{each['label']}: {each['texts'][position]}"
        for each, position in zip(grid["parameters"], at, strict=True)
    )
    return texts, completed(question.svg, {}, grid, at)


_STYLE = """@page { margin: 16mm 15mm 18mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
main + main { margin-top: 3rem; break-before: page; }
body { margin: 0 auto; padding: 1rem; max-width: 190mm; background: #fff; color: #000;
  font: 11pt/1.45 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1, h2, th, caption, dl, figcaption, .which, .who, .points, .settings, .seminar-how, .seminar-number__label,
.seminar-text__label, .seminar-number__unit, .seminar-box { font-family: system-ui, sans-serif; }
h1 { margin: 0 0 .6rem; font-size: 18pt; line-height: 1.25; }
h2 { margin: 0 0 .3rem; font-size: 12.5pt; line-height: 1.3; break-after: avoid; }
header h2 { margin-top: .8rem; font-size: 10.5pt; }
p { margin: 0 0 .5rem; orphans: 3; widows: 3; }
ul, ol { margin: 0 0 .6rem; padding-left: 1.6rem; }
.which { float: right; margin: .3rem 0 0 1rem; font-size: 10pt; font-weight: 600; }
.who { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; margin: 0 0 1rem; font-size: 10pt; }
.who > span { display: flex; flex: 1 1 13rem; gap: .5rem; align-items: baseline; min-height: 2.1rem; }
.line { flex: 1; border-bottom: .75pt solid #000; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: 0 0 .7rem;
  font-size: 10pt; }
dt { color: #333; font-weight: 600; }
dd { margin: 0; }
.exercise { margin: 1.3rem 0 0; padding-top: .8rem; border-top: 1.2pt solid #000; break-inside: avoid; }
.points { margin-left: .5rem; color: #333; font-size: 10pt; font-weight: 400; white-space: nowrap; }
.prompt { margin-bottom: .5rem; break-after: avoid; }
.answer, .seminar-how, .seminar-number__label, .seminar-text__label { break-before: avoid; }
.seminar-how, .seminar-number__label, .seminar-text__label { margin: 0 0 .35rem; color: #333;
  font-size: 9.5pt; }
.seminar-text__label { margin-top: .8rem; }
.seminar-option, .seminar-row, .seminar-sort, .seminar-pair, figure, tr { break-inside: avoid; }
.seminar-option__label { display: flex; gap: .7rem; align-items: baseline; padding: .22rem 0; }
.seminar-blank { display: inline-block; flex: none; width: 1rem; height: 1rem; border: 1pt solid #333;
  border-radius: 1.5pt; translate: 0 .12rem; }
.seminar-blank--round { border-radius: 50%; }
.seminar-blank--line { width: 2.4rem; height: 1.5rem; border-width: 0 0 .75pt; border-radius: 0;
  translate: none; }
.seminar-blank--long { width: 11rem; height: 1.9rem; }
.seminar-blank--small { display: block; width: 100%; height: 2.2rem; }
.seminar-number { margin: 0 0 .5rem; break-inside: avoid; }
.seminar-number__row { display: flex; gap: .6rem; align-items: center; }
.seminar-order { padding: 0; list-style: none; }
.seminar-row { display: flex; gap: .8rem; align-items: baseline; padding: .2rem 0; }
.seminar-targets { padding-left: 1.8rem; }
.seminar-pair { display: grid; grid-template-columns: minmax(0, 1fr) 3.5rem; gap: 1rem; align-items: end;
  padding: .3rem 0; border-top: .5pt solid #bbb; }
.seminar-scale__name { margin: 0 0 .2rem; font-weight: 600; }
.seminar-scale { padding: 0; list-style: none; }
.seminar-scale li { margin-left: .2rem; padding: .1rem 0 .2rem .9rem; border-left: 1pt solid #333; }
.seminar-sort { padding: .4rem 0; border-top: .5pt solid #bbb; }
.seminar-sort__boxes { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin-top: .2rem;
  font-size: 10pt; }
.seminar-box { display: inline-flex; gap: .5rem; align-items: baseline; }
.seminar-series { display: grid; grid-template-columns: repeat(auto-fit, minmax(4rem, 1fr)); gap: .5rem .6rem;
  margin-bottom: .8rem; break-inside: avoid; }
.seminar-series > .seminar-how { grid-column: 1 / -1; }
.seminar-range { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
  gap: 0 1rem; margin-top: .7rem; break-inside: avoid; }
.seminar-range > .seminar-how { grid-column: 1 / -1; }
.seminar-room { margin-bottom: .4rem; }
.seminar-room span { display: block; height: 8.5mm; border-bottom: .75pt solid #777; break-inside: avoid; }
figure { margin: .6rem 0 .8rem; }
figure svg { display: block; width: 100%; max-width: 125mm; height: auto;
  font-family: system-ui, sans-serif; }
figcaption { margin-top: .3rem; color: #333; font-size: 9pt; }
figcaption p { margin: 0 0 .15rem; }
.states { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 1rem; }
.states figcaption { grid-column: 1 / -1; }
.settings { margin: 0 0 .1rem; font-size: 9pt; font-weight: 600; }
table { margin: .4rem 0 .7rem; border-collapse: collapse; font-size: 10pt; }
th, td { padding: .2rem .5rem; border: .5pt solid #999; text-align: left; vertical-align: top; }
img { max-width: 100%; height: auto; }
pre { white-space: pre-wrap; }
@media (max-width: 34rem) { .states { grid-template-columns: 1fr; } }
@media print { body { padding: 0; max-width: none; } main + main { margin-top: 0; } }
"""
