"""An assignment's questions as a class may have them: without keys, in an order that says nothing of them.

They come from the built page, and only what is named here is taken from it: what the page holds besides
cannot get out. Variants that a class secret makes stand on no page. Their texts are rendered here, as for a
notebook: roles become plain text, which is all that is left of a role where its link is gone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any

from seminar.exercises.assignments import Assignment, Item
from seminar.exercises.fingerprint import question
from seminar.exercises.model import Exercise
from seminar.figures.svg import without_lost
from seminar.surfaces.assignment import VERSION as PAGE_VERSION
from seminar.surfaces.assignment import about, item_payload
from seminar.surfaces.built import Block, blocks, portable, source
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import VERSION, seal, unseal

_DATA = re.compile(
    r'<script type="application/json" class="seminar-assignment-data">(.*?)</script>', re.DOTALL
)
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
_SOURCE = re.compile(r'<p class="seminar-source">(.*?)</p>', re.DOTALL)
_PLAIN = (
    *("version", "book", "id", "type", "title", "level", "minutes", "points", "unit", "ask", "range"),
    *("because", "words", "xs", "start", "from", "to", "step", "marks", "parameter", "own", "defended"),
)
_TEXTS = ("prompt", "options", "items", "lefts", "rights", "boxes", "scale", "meanings", "reads")
_FIGURE = ("axes", "numbers", "grid")
_MIXED = ("items", "rights")


class NoRelease(ValueError):  # noqa: N818 - it says what is the case
    """Nothing can be released of a page; the message ends in the remedy."""


@dataclass(frozen=True)
class Question:
    """One question as students see it: nothing in it depends on the key, on feedback or on the solution."""

    payload: Mapping[str, Any]
    """What the browser draws it from; there is nothing left to seal."""
    figure: str = ""
    """The HTML of its figure with all that stands below it."""

    @property
    def svg(self) -> str:
        """The drawing in its figure."""
        found = _SVG.search(self.figure)
        return found[0] if found else ""

    @property
    def alt(self) -> str:
        """What its figure shows, in words."""
        found = re.search(r'\baria-label="([^"]*)"', self.svg)
        return unescape(found[1]) if found else ""

    @property
    def caption(self) -> str:
        """The HTML of its figure's caption."""
        found = _CAPTION.search(self.figure)
        return found[1] if found else ""

    @property
    def source(self) -> str:
        """The HTML of the line that says who published its figure's numbers."""
        found = _SOURCE.search(self.figure)
        return found[1] if found else ""


@dataclass(frozen=True)
class Asked:
    """One exercise of the assignment: its question, or its variants, of which each student has one."""

    item: Item
    questions: tuple[Question, ...]

    @property
    def varies(self) -> bool:
        """Whether there are variants."""
        return self.item.variants > 0

    @property
    def id(self) -> str:
        """The exercise's."""
        return self.item.exercise.id

    @property
    def payload(self) -> Mapping[str, Any]:
        """Of the question, or of its first variant: id, type, title and points are the same in all."""
        return self.questions[0].payload


def sealed(page: str, assignment: Assignment, seed: str) -> list[list[Block]]:
    """Return the blocks of each exercise, with their keys: those of its variants, or the one that there is.

    With a seed the variants are those that it makes, and not the page's. Raises NoRelease for a page that is
    not this assignment's, or that was built from other files, other data or by another version of the book.
    """
    data = _data(page)
    if data.get("name") != assignment.name:
        raise NoRelease(f"it is not the page of the assignment {assignment.name!r}: run `make book` first")
    given = blocks(page)
    if data["version"] != PAGE_VERSION or any(block.payload["version"] != VERSION for block in given):
        raise NoRelease("it was built by another version of the book: run `make book` first")
    by_id: dict[str, list[Block]] = {}
    for block in given:
        by_id.setdefault(block.payload["id"], []).append(block)
    ids = [item.exercise.id for item in assignment.items]
    if data.get("source") != source(assignment) or list(by_id) != ids:
        raise NoRelease("its exercises, or the data behind them, have changed since: run `make book` first")
    return [
        _seeded(item, seed) if seed and item.variants else by_id[item.exercise.id]
        for item in assignment.items
    ]


def told(assignment: Assignment) -> dict[str, Any]:
    """Return what scripts are told of the assignment, beside its exercises."""
    return {**about(assignment), "feedback": "never", "release": True}


def asked(item: Item, given: Sequence[Block], seed: str, folder: Path) -> Asked:
    """Return an exercise without its keys, from the ``given`` blocks of the page in ``folder``."""
    made = zip(item.exercises(seed), given, strict=True)
    return Asked(item, tuple(_question(exercise, block, folder) for exercise, block in made))


def keyed(
    assignment: Assignment, given: Sequence[Sequence[Block]], seed: str
) -> list[tuple[Block, Exercise]]:
    """Return the blocks of ``sealed`` one after the other, their texts in the order that a release shows.

    So a letter in the instructor's copy is the letter on the sheets. Each comes with the exercise that it is.
    """
    return [
        (_as_released(exercise, block), exercise)
        for item, several in zip(assignment.items, given, strict=True)
        for exercise, block in zip(item.exercises(seed), several, strict=True)
    ]


def plain(html: str) -> str:
    """Return the text of HTML in one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def _data(page: str) -> dict[str, Any]:
    found = _DATA.search(page)
    data: dict[str, Any] = json.loads(found[1]) if found else {}
    return data


def _seeded(item: Item, seed: str) -> list[Block]:
    return [
        Block(item_payload(item, made, rendered(made)), "", number)
        for number, made in enumerate(item.exercises(seed))
    ]


def _as_released(exercise: Exercise, block: Block) -> Block:
    if not exercise.released:
        return block
    given = block.payload
    opened = unseal(given["sealed"])
    (name,) = (name for name in _MIXED if name in given)
    by_position = dict(zip(opened["shown"], given[name], strict=True))
    texts = [by_position[position] for position in exercise.released]
    return replace(
        block, payload={**given, name: texts, "sealed": seal({**opened, "shown": exercise.released})}
    )


def _question(exercise: Exercise, block: Block, folder: Path) -> Question:
    given = _as_released(exercise, block).payload
    kept: dict[str, Any] = {name: given[name] for name in _PLAIN if name in given}
    kept["question"] = question(exercise)
    for name in _TEXTS:
        if name in given:
            kept[name] = _elsewhere(given[name], folder)
    if "figure" not in given:
        return Question(kept)
    kept["figure"] = {name: given["figure"][name] for name in _FIGURE if name in given["figure"]}
    figure = portable(block.figure, folder)
    if exercise.type == "reveal":
        figure = _SVG.sub(lambda found: without_lost(found[0]), figure)
    return Question(kept, figure)


def _elsewhere(html: Any, folder: Path) -> Any:
    return portable(html, folder) if isinstance(html, str) else [portable(each, folder) for each in html]
