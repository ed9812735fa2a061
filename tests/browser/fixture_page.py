"""A page of plain HTML with every fixture exercise on it, made by the surfaces as the book's pages are."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from seminar.exercises.fingerprint import fingerprint
from seminar.exercises.model import Exercise
from seminar.exercises.reader import read
from seminar.figures.style import palette_css
from seminar.sphinx.texts import public, script
from seminar.surfaces.fallback import fallback
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import BOOK, payload

HERE = Path(__file__).resolve().parent
FIXTURES = HERE / "fixtures" / "exercises.yml"
FIGURES = HERE / "fixtures" / "figures.json"
STATIC = HERE.parents[1] / "seminar" / "static"


BOOK_SCRIPT = '<script defer src="book.js"></script>'
PRINT = (
    '<details class="print" data-script="print.js"><summary>Print</summary>'
    '<button type="button" value="answers">With my answers</button>'
    '<button type="button" value="room">With room to write</button></details>'
)
"""The control of the book's pages, and before it the script that serves it."""
SPECTRUM = '<script defer src="spectrum.js"></script>'
SCRIPT = (
    '<script defer src="seminar.js" data-version="0.1.0" data-panel="work.js" data-work="work.html"'
    ' data-opinions="opinions.html"></script>'
)


@cache
def exercises() -> dict[str, Exercise]:
    """Return the fixture exercises by id."""
    reading = read(FIXTURES, FIXTURES.name)
    assert not reading.mistakes, reading.mistakes
    return {exercise.id: exercise for exercise in reading.exercises}


@cache
def figures() -> dict[str, dict[str, Any]]:
    """Return what `fixture_figures` wrote of each exercise with a figure, by id."""
    return {made["id"]: made for made in json.loads(FIGURES.read_text(encoding="utf-8"))}


def block(exercise: Exercise, *, recall: bool = False) -> str:
    """Return an exercise as it stands in a page."""
    html = rendered(exercise)
    data = json.dumps(payload(exercise, html), ensure_ascii=False).replace("</", "<\\/")
    kind, anchor = ("recall", "") if recall else ("exercise", f' id="exercise-{exercise.id}"')
    return (
        f'<div class="seminar-{kind}"{anchor} data-exercise="{exercise.id}">'
        f"{fallback(exercise, html, recall=recall)}"
        f'<script type="application/json" class="seminar-payload">{data}</script></div>'
    )


def _block(name: str, *, recall: bool = False) -> str:
    if name in figures():
        return str(figures()[name]["recall" if recall else "html"])
    return block(exercises()[name], recall=recall)


def page(
    ids: Sequence[str],
    *,
    theme: str = "light",
    recalls: Sequence[str] = (),
    title: str = "Fixture",
    printing: bool = False,
) -> str:
    """Return a page with these exercises, then these predictions met again; the bundle lies beside it.

    With ``printing`` it has the book's control to print.
    """
    blocks = [_block(name) for name in ids] + [_block(name, recall=True) for name in recalls]
    colours = {"light": ("#ffffff", "#222832", "#f6f5f1"), "dark": ("#121212", "#ced6dd", "#1c2026")}[theme]
    spectrum = any(name in exercises() and exercises()[name].type == "spectrum" for name in ids)
    scripts = (BOOK_SCRIPT if printing else "") + (SPECTRUM if spectrum else "") + SCRIPT
    return f"""<!DOCTYPE html>
<html lang="en" data-theme="{theme}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title><link rel="icon" href="data:,">
<style>{palette_css()}
body {{ margin: 0 auto; max-width: 44rem; padding: 1rem; background: {colours[0]}; color: {colours[1]};
  font: 1.0625rem/1.6 Georgia, serif; color-scheme: {theme};
  --paper: {colours[0]}; --ink: {colours[1]}; --raised: {colours[2]}; }}</style>
<link rel="stylesheet" href="seminar.css">{scripts}</head>
<body><main>{PRINT if printing else ""}<h1>{escape(title)}</h1>
<div class="seminar-progress" hidden></div>
{"".join(blocks)}
</main></body></html>"""


def work_page(
    ids: Sequence[str], *, edition: str = "0.1.0", sets: Mapping[str, Sequence[str]] | None = None
) -> str:
    """Return the page that lists these exercises, and assignments by name, as the book's own does."""
    items = [
        {"id": name, "title": made.title, "type": made.type, "fingerprint": fingerprint(made)}
        for name, made in exercises().items()
        if name in ids
    ]
    about = {"book": BOOK, "version": edition, "opinions": "opinions.html", "exercises": items}
    about["assignments"] = [
        {
            "name": name,
            "exercises": [{"id": each, "fingerprints": [fingerprint(exercises()[each])]} for each in listed],
        }
        for name, listed in (sets or {}).items()
    ]

    def rows(listed: Sequence[str], address: str) -> str:
        return "".join(
            f'<li><p><a href="{address}#exercise-{name}">{escape(exercises()[name].title)}</a> '
            f"<span>{exercises()[name].type}</span></p></li>"
            for name in listed
        )

    sections = "".join(
        f'<section id="assignment-{name}"><h2><a href="assignment.html">Set {name}</a> · assignment</h2>'
        f'<ul class="seminar-exercises seminar-set">{rows(listed, "assignment.html")}</ul></section>'
        for name, listed in (sets or {}).items()
    )
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>My work</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="seminar.css">
<script defer src="work.js" data-print="print.js" data-texts="work-texts.js"></script></head>
<body><main><article><section><h1>My work</h1>
<script type="application/json" class="seminar-work-list">{json.dumps(about)}</script>
<div class="seminar-work"></div>
<section><h2>Fixture</h2>
<ul class="seminar-exercises">{rows([str(item["id"]) for item in items], "page.html")}</ul></section>
{sections}
</section></article></main></body></html>"""


def work_texts(ids: Sequence[str]) -> bytes:
    """Return the script with the questions of these exercises, as the book's own."""
    return script({name: public(exercises()[name]) for name in ids})


def write(folder: Path, name: str, ids: Sequence[str], **options: object) -> Path:
    """Write a page and the bundle that it loads into ``folder``; return the page's path."""
    for file in ("seminar.js", "seminar.css", "spectrum.js", "work.js"):
        (folder / file).write_bytes((STATIC / file).read_bytes())
    path = folder / name
    path.write_text(page(ids, **options), encoding="utf-8")  # type: ignore[arg-type]
    return path
