"""An assignment's page of plain HTML with fixture exercises, made by the surfaces as the book's pages are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from seminar.exercises.assignments import Assignment, Feedback, Item
from seminar.exercises.fingerprint import question
from seminar.exercises.model import Exercise
from seminar.sphinx.pages import palette_css
from seminar.surfaces import assignment as surface
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import in_script, unseal
from tests.browser import fixture_figures, fixture_page

NAME = "fixture-work"
READERS = "Your teacher, and nobody else."


def item(name: str) -> Item:
    """Return a fixture exercise as an assignment sets it."""
    exercise = {**fixture_page.exercises(), **fixture_figures.exercises()}[name]
    return Item(exercise, exercise.points, None, 0)


def assignment(ids: Sequence[str], feedback: Feedback = "at-once") -> Assignment:
    """Return an assignment of these exercises."""
    return Assignment(
        NAME,
        title="Fixture work",
        instructions="Do all of it.",
        due="Friday",
        feedback=feedback,
        integrity="Your own words.",
        ai="None.",
        readers=READERS,
        items=tuple(map(item, ids)),
        file=Path("fixture-work.yml"),
    )


def released(payload: dict[str, Any], exercise: Exercise) -> dict[str, Any]:
    """Return a payload without anything of the key."""
    shown = dict(payload)
    order = unseal(shown.pop("sealed")).get("shown")
    del shown["fingerprint"]
    if order is not None:
        field = "items" if exercise.type == "ordering" else "rights"
        filed = [text for _, text in sorted(zip(order, shown[field], strict=True))]
        shown[field] = [filed[i] for i in exercise.released]
    return shown


def plain(name: str, exercise: Exercise | None = None) -> dict[str, Any]:
    """Return what the browser is given of an exercise without a figure, or of a variant of it."""
    one = item(name)
    exercise = exercise or one.exercise
    return surface.item_payload(one, exercise, rendered(exercise))


def _block(one: Item, exercise: Exercise, release: bool, variant: int | None = None) -> str:
    """Return an exercise as it stands in a page."""
    figured = fixture_page.figures().get(exercise.id)
    if figured is None:
        made, figure = plain(exercise.id, exercise), ""
    else:
        made = {**figured["payload"], "question": question(exercise)}
        found = re.search(r"<figure.*?</figure>", figured["html"], re.DOTALL)
        assert found
        figure = found[0]
    return surface.block(released(made, exercise) if release else made, figure, variant)


def page(
    ids: Sequence[str],
    feedback: Feedback = "at-once",
    *,
    release: bool = False,
    variants: dict[str, list[Exercise]] | None = None,
    theme: str = "light",
) -> str:
    """Return an assignment's page; ``variants`` stand for the exercises whose ids they are given under."""
    made = assignment(ids, feedback)
    about = surface.about(made)
    about["links"] = {"work": "work.html", "opinions": "opinions.html"}
    if release:
        about["release"] = True
    blocks = []
    for one, listed in zip(made.items, about["items"], strict=True):
        several = (variants or {}).get(one.exercise.id)
        if several is None:
            blocks.append(_block(one, one.exercise, release))
            continue
        listed["variants"] = len(several)
        inner = [_block(one, each, release, position) for position, each in enumerate(several)]
        blocks.append(surface.variants(one.exercise.id, inner))
    colours = {"light": ("#ffffff", "#222832", "#f6f5f1"), "dark": ("#121212", "#ced6dd", "#1c2026")}[theme]
    return f"""<!DOCTYPE html>
<html lang="en" data-theme="{theme}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(made.title)}</title><link rel="icon" href="data:,">
<style>{palette_css()}
body {{ margin: 0 auto; max-width: 44rem; padding: 1rem; background: {colours[0]}; color: {colours[1]};
  font: 1.0625rem/1.6 Georgia, serif; color-scheme: {theme};
  --paper: {colours[0]}; --ink: {colours[1]}; --raised: {colours[2]}; }}</style>
<link rel="stylesheet" href="seminar.css"><script defer src="assignment.js"></script></head>
<body><main><h1>{escape(made.title)}</h1>
<div class="seminar-assignment" data-assignment="{NAME}">
<script type="application/json" class="seminar-assignment-data">{in_script(about)}</script>
<div class="seminar-progress" hidden></div>
{surface.worksheet()}{"".join(blocks)}{surface.hand_in()}
</div></main></body></html>"""
