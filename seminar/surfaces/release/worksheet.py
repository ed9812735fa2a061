"""An assignment for a class that writes on paper: one file to print, and one with the key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from seminar.exercises.assignments import Assignment, Item
from seminar.exercises.work import asks_for_opinion
from seminar.surfaces.release import lab_files
from seminar.surfaces.release.losses import Loss
from seminar.surfaces.release.questions import asked, keyed, sealed
from seminar.surfaces.release.sheet import together
from seminar.surfaces.solutions import sheet


def worksheet(
    built: str, folder: Path, assignment: Assignment, seed: str, with_key: bool
) -> tuple[Mapping[str, bytes], list[Loss]]:
    """Return the file, all versions in it, and what paper cannot carry; see ``formats.Format``.

    The labs that are set besides lie there as in every release.
    """
    blocks = sealed(built, assignment, seed)
    questions = [
        asked(item, given, seed, folder) for item, given in zip(assignment.items, blocks, strict=True)
    ]
    files = {f"{assignment.name}-worksheet.html": together(assignment, questions)}
    if with_key:
        files[f"{assignment.name}-worksheet-with-key.html"] = sheet(
            assignment.title, keyed(assignment, blocks, seed), folder
        )
    given = {name: text.encode() for name, text in files.items()} | lab_files(assignment)
    return given, list(_losses(assignment))


def _losses(assignment: Assignment) -> Iterator[Loss]:
    if assignment.feedback != "never":
        yield Loss("", "paper does not answer back", "the copy with the key has the feedback on each mistake")
    for item in assignment.items:
        yield from (Loss(item.exercise.id, what, instead) for what, instead in _lost(item))


def _lost(item: Item) -> Iterator[tuple[str, str]]:
    exercise = item.exercise
    if item.variants:
        yield (
            "a student's id cannot choose the version on paper",
            "the sheets are numbered: hand them out in turn",
        )
    if exercise.figure == "explorable":
        yield "on paper a figure's sliders do not move", "it is shown at several positions"
    if exercise.commits:
        yield (
            "paper cannot hold back the outcome of a forecast, nor show it once one is made",
            "the outcome stands in the copy with the key alone: tell it in class",
        )
    if asks_for_opinion(exercise.type, bool(getattr(exercise, "because", False))):
        yield (
            "on paper an opinion cannot be kept back when the rest is handed in",
            "tell students that they may leave it blank",
        )
