"""The page of an assignment that the book does not have: of a private folder, released without a build.

It holds what a release reads of a built page, so that every format makes its files from it as from any
other. Roles become plain text, as for a notebook; a figure comes from the built chapter that draws it.
"""

from __future__ import annotations

import re
from pathlib import Path

from seminar.exercises.assignments import Assignment, Item
from seminar.exercises.fingerprint import fingerprint
from seminar.exercises.model import Exercise
from seminar.surfaces.assignment import about, block, item_payload, variants
from seminar.surfaces.built import Block, blocks, portable, source
from seminar.surfaces.figures import Picture
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import in_script, unseal
from seminar.surfaces.release.questions import NoRelease

_NUMBER = re.compile(r'<span class="caption-number">.*?</span>', re.DOTALL)
"""The figure's number, which counts in its chapter alone."""


def unbuilt(assignment: Assignment, pages: Path) -> str:
    """Return what a release reads of the page of ``assignment``; ``pages`` is the built book's ``chapters``.

    Raises NoRelease where a figure is not to be had, and VariantError where a generator fails.
    """
    data = in_script({**about(assignment), "source": source(assignment)})
    script = f'<script type="application/json" class="seminar-assignment-data">{data}</script>\n'
    return script + "".join(_item(item, pages) for item in assignment.items)


def _item(item: Item, pages: Path) -> str:
    if item.exercise.figure:
        return _figured(item, pages)
    root = item.exercise.root
    made = [item_payload(item, exercise, rendered(exercise, root)) for exercise in item.exercises()]
    if not item.variants:
        return block(made[0])
    return variants(item.exercise.id, (block(each, variant=number) for number, each in enumerate(made)))


def _figured(item: Item, pages: Path) -> str:
    exercise = item.exercise
    drawn, folder = _drawn(exercise, pages)
    if drawn.payload["fingerprint"] != fingerprint(exercise):
        raise NoRelease(f"{exercise.id} has changed since its chapter was built: run `make book` first")
    texts = rendered(exercise, exercise.root)
    own = unseal(item_payload(item, exercise, texts)["sealed"])
    kept = {name: value for name, value in unseal(drawn.payload["sealed"]).items() if name not in own}
    made = item_payload(item, exercise, texts, Picture("", drawn.payload["figure"], kept))
    return block(made, portable(_NUMBER.sub("", drawn.figure), folder))


def _drawn(exercise: Exercise, pages: Path) -> tuple[Block, Path]:
    """Return the exercise as its built chapter shows it, and the folder of that page."""
    for page in sorted(pages.rglob(f"{exercise.chapter}.html")):
        for found in blocks(page.read_text(encoding="utf-8")):
            if found.payload["id"] == exercise.id and "figure" in found.payload:
                return found, page.parent
    raise NoRelease(f"the figure of {exercise.id} is drawn by its chapter: run `make book` first")
