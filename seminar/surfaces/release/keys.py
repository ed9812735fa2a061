"""An assignment's questions with their keys, as formats for learning platforms take them.

Questions and figures are those of a release without keys, key and feedback are the bank's: so what a platform
shows before answering is no more than what any release shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

from seminar.exercises.assignments import Assignment, Item
from seminar.exercises.model import SHOWN_RUBRIC, Exercise, ShortText
from seminar.surfaces.built import Block, portable
from seminar.surfaces.figures import numbers_table
from seminar.surfaces.markup import markup, rendered
from seminar.surfaces.release.elements import holds
from seminar.surfaces.release.losses import Loss
from seminar.surfaces.release.pictures import png
from seminar.surfaces.release.questions import Asked, Question, asked, plain
from seminar.surfaces.release.sheet import drawn, evenly
from seminar.surfaces.solutions import for_marking
from seminar.surfaces.words import word

_FITTING = "max-width:100%;height:auto"


@dataclass(frozen=True)
class Picture:
    """One PNG of a figure."""

    name: str
    content: bytes
    alt: str
    said: str
    """What the figure's sliders say, in plain words; empty for a figure without."""


@dataclass
class Keyed:
    """One question, or one variant of it, with its key."""

    item: Item
    exercise: Exercise
    """The variant, where there are some."""
    variant: int | None
    texts: Mapping[str, str]
    """The HTML of each of the exercise's parts by its path."""
    pictures: Sequence[Picture]
    below: str
    """The HTML of what stands below its figure."""
    label: str
    """What its number is called, in plain words; empty where it is simply the answer."""
    losses: list[Loss] = field(default_factory=list)

    @property
    def rule(self) -> dict[str, Any]:
        """By which the book marks it."""
        return self.item.rule(self.exercise)

    @property
    def name(self) -> str:
        """Its title, with the number of the variant."""
        title = self.exercise.title
        return title if self.variant is None else f"{title} ({word('paper.variant', n=self.variant + 1)})"

    @property
    def ident(self) -> str:
        """Its id, with the number of the variant."""
        return self.exercise.id + ("" if self.variant is None else f"/{self.variant + 1}")

    def lose(self, what: str, instead: str) -> None:
        """Note that something could not be carried."""
        self.losses.append(Loss(self.exercise.id, what, instead))

    def listed(self, name: str, last: str = "") -> list[str]:
        """Return the HTML at ``name/0``, ``name/1``, … (``name/0/last`` …) as far as it goes."""
        found: list[str] = []
        while (path := f"{name}/{len(found)}{last}") in self.texts:
            found.append(self.texts[path])
        return found

    def plain(self, name: str, last: str = "") -> list[str]:
        """Return the same as plain texts of one line, each another one."""
        found: list[str] = []
        for html in self.listed(name, last):
            text = plain(html)
            # Texts that only their markup tells apart.
            found.append(text if text not in found else f"{text} ({len(found) + 1})")
        return found

    def question(self, address: Callable[[Picture], str], how: Sequence[str] = ()) -> str:
        """Return what is asked as HTML: the prompt, the figure at its ``address``, and plain lines on how."""
        shown = "".join(
            f'<p><img src="{escape(address(each))}" alt="{escape(each.alt)}"'
            f' width="{480 if each.said else 720}" style="{_FITTING}">'
            + (f"<br>{escape(each.said)}" if each.said else "")
            + "</p>\n"
            for each in self.pictures
        )
        lines = "\n".join(paragraph(line) for line in how if line)
        rubric = self.texts.get(SHOWN_RUBRIC, "")
        return f"{self.texts['prompt']}\n{shown}{self.below}{rubric}{lines}".strip()

    @property
    def numbers(self) -> list[str]:
        """The lines that say how a number is to be written."""
        unit = getattr(self.exercise, "unit", None)
        return [
            f"{self.label}." if self.label else "",
            word("draw.unit", unit=unit) if unit else "",
            word("paper.lms.point"),
        ]

    def solution(self, *also: str) -> str:
        """Return what students are told in the end as HTML: other feedback, the outcome and the solution."""
        outcome = self.texts.get("outcome")
        ends = [*also, headed(word("predict.outcome"), outcome), self.texts.get("solution", "")]
        return "\n".join(filter(None, ends))

    def guidance(self) -> str:
        """Return as HTML what a written answer is held against: students may read it in the end."""
        listed = "".join(f"<li>{text}</li>" for text in self.listed("checklist"))
        complete = paragraph(word("paper.lms.complete")) if self.rule["kind"] == "complete" else ""
        good = headed(word("paper.lms.good"), f"<ul>{listed}</ul>" if listed else "")
        model = headed(word("text.model"), self.texts.get("model_answer"))
        return "\n".join(filter(None, [complete, model, good]))

    def for_graders(self) -> str:
        """Return as HTML what those who mark are told, and no student: rubric, samples and hints too."""
        hints = "".join(f"<li>{text}</li>" for text in self.listed("hints"))
        exercise, points = self.exercise, self.rule["points"]
        marking = for_marking(exercise, points) if isinstance(exercise, ShortText) else ()
        helped = headed(word("paper.lms.hints"), f"<ul>{hints}</ul>" if hints else "")
        return "\n".join(filter(None, [self.guidance(), *marking, helped]))


def with_keys(
    blocks: Sequence[Sequence[Block]], folder: Path, assignment: Assignment, seed: str
) -> list[list[Keyed]]:
    """Return each exercise of the assignment: its variants, or the one question that it is.

    ``blocks`` comes from ``questions.sealed``, ``folder`` is where the built page lies.
    """
    found = []
    for item, given in zip(assignment.items, blocks, strict=True):
        told = asked(item, given, seed, folder)
        made = zip(item.exercises(seed), told.questions, strict=True)
        found.append(
            [
                _keyed(told, exercise, question, place if told.varies else None, folder)
                for place, (exercise, question) in enumerate(made)
            ]
        )
    return found


def about(assignment: Assignment) -> str:
    """Return what is to be known of the assignment as HTML."""
    root = assignment.items[0].exercise.root
    texts = [headed(word(f"paper.{part.path}"), markup(part.text, root=root)) for part in assignment.parts()]
    facts = [("paper.due", assignment.due), ("paper.readers", assignment.readers)]
    lines = [f"<p><strong>{escape(word(key))}:</strong> {escape(text)}</p>" for key, text in facts]
    return "\n".join([*texts, *lines])


def paragraph(text: str) -> str:
    """Return a plain text as HTML."""
    return f"<p>{escape(text)}</p>"


def headed(name: str, html: str | None) -> str:
    """Return HTML with a name above it; nothing for nothing."""
    return f"<p><strong>{escape(name)}</strong></p>\n{html}" if html else ""


def whole(assignment: Assignment, given: Sequence[Sequence[Keyed]], *, random: str) -> list[Loss]:
    """Return what no platform carries of an assignment, and then what was lost of each question.

    ``random`` says what is done for a version that goes with a student's id.
    """
    losses = [
        Loss(
            "",
            f"when students see feedback (here: {assignment.feedback.replace('-', ' ')})",
            "the platform's own settings of the quiz decide; set them after importing",
        ),
        Loss(
            "",
            "answers kept in the student's browser alone, opinions held back, and the receipt",
            "the platform keeps answers under the student's account, and its readers see all of them",
        ),
    ]
    if assignment.labs:
        losses.append(
            Loss("", "the labs that are set besides", "their files lie there too: give them out as files")
        )
    for several in given:
        if several[0].variant is not None:
            losses.append(
                Loss(several[0].exercise.id, "which version a student gets goes by the student's id", random)
            )
        for each in several:
            losses += each.losses
    return losses


def _keyed(told: Asked, exercise: Exercise, question: Question, variant: int | None, folder: Path) -> Keyed:
    texts = {path: portable(html, folder) for path, html in rendered(exercise).items()}
    pictures, missing = _pictures(question, exercise.id)
    below = ""
    if pictures:
        letters = paragraph(word("paper.lms.letters", texts="; ".join(missing))) if missing else ""
        numbers = question.payload["figure"].get("numbers")
        table = numbers_table(numbers, plain(question.caption)) if numbers else ""
        folded = (
            f"<details><summary>{escape(word('figure.numbers'))}</summary>{table}</details>" if table else ""
        )
        source = f"<p><small>{question.source}</small></p>" if question.source else ""
        below = f"{question.caption}\n{letters}{source}\n{folded}\n"
    grid = question.payload.get("figure", {}).get("grid", {})
    labels = {each["name"]: each["label"] for each in grid.get("parameters", [])}
    label = labels.get(question.payload.get("parameter", ""), "")
    made = Keyed(told.item, exercise, variant, texts, pictures, below, label)
    if missing:
        made.lose(
            "letters that the pictures' font does not have (Chinese)",
            "they stand in a line below the picture",
        )
    if pictures and pictures[0].said:
        every = prod(len(each["values"]) for each in grid["parameters"])
        shown = (
            f"{len(pictures)} of its {every} views stand there as pictures; the book's page has all"
            if len(pictures) < every
            else f"each of its {every} views stands there as a picture"
        )
        made.lose("the figure's sliders do not move", shown)
    if not all(map(holds, [*texts.values(), exercise.title, getattr(exercise, "unit", None) or ""])):
        made.lose("characters that XML forbids", "each became the replacement character U+FFFD")
    return made


def _pictures(question: Question, id: str) -> tuple[list[Picture], list[str]]:
    if not question.figure:
        return [], []
    grid = question.payload["figure"].get("grid")
    views = [drawn(question, at) for at in _positions(question, grid)] if grid else [("", question.svg)]
    pictures, missing = [], []
    for place, (said, svg) in enumerate(views):
        content, left = png(svg)
        missing += left
        alt = f"{question.alt} ({said})" if said else question.alt
        name = f"{id}-{place + 1}.png" if said else f"{id}.png"
        pictures.append(Picture(name, content, alt, said))
    return pictures, list(dict.fromkeys(missing))


def _positions(question: Question, grid: Mapping[str, Any]) -> Iterator[tuple[int, ...]]:
    """Yield where a figure's controls stand in its pictures: at all choices, and where a slider has room.

    With more choices than room, or several sliders, only the control that is asked for moves, or the first.
    """
    parameters = grid["parameters"]
    sizes = [len(each["values"]) for each in parameters]
    sliders = [each["kind"] == "slider" for each in parameters]
    choices = prod(size for size, slides in zip(sizes, sliders, strict=True) if not slides)
    asked = question.payload.get("parameter", parameters[0]["name"])
    if choices <= _VIEWS and sum(sliders) <= 1:
        room = [_VIEWS // choices if slides else size for size, slides in zip(sizes, sliders, strict=True)]
    else:
        room = [_VIEWS if each["name"] == asked else 1 for each in parameters]
    yield from product(
        *(
            evenly(size, count) if count > 1 else [each["initial"]]
            for each, size, count in zip(parameters, sizes, room, strict=True)
        )
    )


_VIEWS = 12
"""The most pictures of one figure."""
