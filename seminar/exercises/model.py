"""The types of exercise: the one model that every surface is a view of.

To add a type: a class here with its fields, ``faults``, ``parts`` and ``rule``, and its name in
``AnyExercise``; what the browser gets of it in ``surfaces/payload.py``, how it prints in
``surfaces/fallback.py`` and its key in ``surfaces/solutions.py``; its kind in ``frontend/src``
(``types.d.ts``, ``kinds/``); an example in ``tests/exercises/samples.yml`` and for authors in
``exercises/writing-exercises.yml``. ``tests/surfaces/test_every_type.py`` names what is missing. If
it needs a figure: what has to fit, in ``surfaces/figures.py``. If it is marked in a new way: a kind of rule
in ``marking``, in both languages. Then ``seminar schema`` writes ``exercises/schema.json`` anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from math import inf
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, TypeAlias, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError
from typing_extensions import override

from seminar.exercises.faults import Fault, Loc, from_pydantic, near, place
from seminar.exercises.truth import Truth, truth
from seminar.paths import project_root


def _written(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "blank")
    return text


def _kebab(text: str) -> str:
    words = text.split("-")
    if not all(word.isascii() and word.isalnum() and word == word.lower() for word in words):
        raise ValueError("write small letters and digits, joined by single hyphens, such as trade-target")
    return text


def _reference(text: str) -> str:
    resource, colon, key = text.partition(":")
    if not (colon and resource.strip() and key.strip()):
        raise ValueError("write table:key, such as claims:remarks-014, or table:* for the whole table")
    return text


def at_most_two_decimals(points: float) -> float:
    """Refuse points that are no whole hundredths."""
    if exact(points) * 100 % 1:
        raise ValueError("write at most two decimals")
    return points


def _sensible(number: float) -> float:
    if abs(number) > 1e15:
        raise ValueError("write it in larger units")
    return number


def exact(number: float) -> Decimal:
    """Return the decimal that the file shows, without binary noise."""
    return Decimal(repr(number)).normalize() + 0


def plain(number: Decimal) -> str:
    """Write a decimal in digits alone, as rules do."""
    return f"{number.normalize() + 0:f}"


Text = Annotated[str, AfterValidator(_written)]
Kebab = Annotated[
    str, AfterValidator(_kebab), Field(json_schema_extra={"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})
]
Reference = Annotated[str, AfterValidator(_reference), Field(json_schema_extra={"pattern": "^[^:]+:.+$"})]
Number = Annotated[float, Field(allow_inf_nan=False), AfterValidator(_sensible)]
Level = Literal["check", "apply", "argue"]

EVERY = "*"
"""Stands for every wrong box where an item's feedback is one text."""

_ONE_OR_MORE = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_ONE_OR_NAMED = {
    "anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]
}
Boxes = Annotated[
    list[Text],
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
    WithJsonSchema(_ONE_OR_MORE),
]
BoxFeedback = Annotated[
    dict[str, Text],
    BeforeValidator(lambda value: {EVERY: value} if isinstance(value, str) else value),
    WithJsonSchema(_ONE_OR_NAMED),
]


@dataclass(frozen=True)
class Part:
    """One text of an exercise, in MyST, for a surface to render.

    ``path`` names it, as in ``options/0/feedback``; positions count from 0, in the order of the file.
    ``inline`` texts stand within a line (a label), others are blocks. ``sealed`` ones betray the key.
    ``line`` is the line of the exercise's file at which the text begins, 0 if it came from no file.
    """

    path: str
    text: str
    inline: bool
    sealed: bool
    line: int = 0


class Strict(BaseModel):
    """Refuses unknown keys and values of a neighbouring type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Option(Strict):
    """One answer to choose."""

    text: Text = Field(description="write what the student reads and chooses")
    correct: bool = Field(default=False, description="write true for a right answer")
    feedback: Text | None = Field(default=None, description="say what the wrong answer confuses")


class Band(Strict):
    """A stretch of wrong or nearly right numbers, bounds included, with its own feedback."""

    from_: Number | None = Field(
        default=None, alias="from", description="write the lowest number, or leave open"
    )
    to: Number | None = Field(default=None, description="write the highest number, or leave open")
    credit: int = Field(default=0, ge=0, le=100, description="write the credit in per cent, 0 to 100")
    feedback: Text = Field(description="say what somebody who answers so has confused")


class Step(Strict):
    """One item to put in order."""

    text: Text = Field(description="write what the student reads")
    note: Text | None = Field(default=None, description="say what the solution shows beside it")


class Pair(Strict):
    """A left text and the right text that belongs to it."""

    left: Text = Field(description="write the text on the left")
    right: Text = Field(description="write the text that belongs to it")
    feedback: Text = Field(description="say what a wrong match confuses")


class Sorted(Strict):
    """One item to put into a box."""

    text: Text = Field(description="write what the student reads")
    box: Boxes = Field(min_length=1, description="name the box, or a list of boxes that are all right")
    feedback: BoxFeedback = Field(
        default_factory=dict,
        description="for each wrong box, or once for all, say what putting it there confuses",
    )


class Stretch(Strict):
    """The places of a scale, ends included, at which an item's text supports placing it."""

    from_: Text = Field(alias="from", description="name the first place that its text supports")
    to: Text = Field(description="name the last place that its text supports")


class Place(Strict):
    """One place of a scale."""

    label: Text = Field(description="write a short name, as students choose it")
    meaning: Text = Field(description="say in a line what standing there means")


class Sides(Strict):
    """What speaks against a placing on either side of a band."""

    before: Text | None = Field(
        default=None, description="say what its text says against a place before the band"
    )
    after: Text | None = Field(
        default=None, description="say what its text says against a place after the band"
    )


class Placed(Strict):
    """One item to place on a scale."""

    text: Text = Field(description="write what the student reads, such as an author's name")
    read: Text | None = Field(default=None, description="say which paragraphs its place rests on")
    band: Annotated[
        Stretch | None,
        BeforeValidator(lambda value: {"from": value, "to": value} if isinstance(value, str) else value),
        WithJsonSchema({"anyOf": [{"type": "string"}, Stretch.model_json_schema()]}),
    ] = Field(
        default=None,
        description="name the place that its text supports, or from and to; none asks for the student's own",
    )
    feedback: Sides | None = Field(
        default=None, description="say before and after the band what its text says against it"
    )
    worked: Text | None = Field(
        default=None, description="write a sentence that defends a placing in the band from its text"
    )
    defended: bool = Field(
        default=False, description="write true for the one item whose placing is defended in writing"
    )


Label = Annotated[
    str,
    BeforeValidator(
        lambda value: (
            plain(exact(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value
        )
    ),
    AfterValidator(_written),
    WithJsonSchema({"type": ["string", "number"]}),
]

CHECKLIST_LEVELS = ("yes", "partly", "no")
"""How far an answer does what a sentence of its checklist says, where the checklist is the rubric."""


class Grade(Strict):
    """One level of a criterion: what an answer has that gets its points."""

    points: Annotated[Number, AfterValidator(at_most_two_decimals)] = Field(
        ge=0, le=100, description="write the points of this level; 0 for the lowest"
    )
    text: Text = Field(description="say what an answer of this level does")


class Criterion(Strict):
    """One thing that a marker looks for, with its levels."""

    name: Text = Field(description="give a short name, such as Evidence")
    asks: Text = Field(description="say in a sentence what to look for")
    levels: list[Grade] = Field(
        min_length=2, max_length=9, description="list the levels with points and text, best first"
    )


class Sample(Strict):
    """An answer that somebody might give, as it would be marked: instructors read it, students never."""

    text: Text = Field(description="write the answer")
    levels: list[Label] = Field(
        min_length=1,
        description="list what each criterion gets, in their order: its points, or yes, partly, no",
    )
    why: Text = Field(description="say why it gets these levels")


class Exercise(Strict):
    """What all types share. Read exercises through ``bank`` or ``read``: those check more than the fields."""

    figure: ClassVar[str] = ""
    """What figure it needs: ``chart``, ``explorable``, or nothing."""

    id: Kebab = Field(description="give a name unique in the book, such as trade-target")
    type: str = Field(description="name the type of exercise")
    title: Text = Field(description="give a short name, as students see it")
    objective: Kebab = Field(description="name the objective it serves, from the chapter's front matter")
    level: Level = Field(description="write check, apply or argue")
    minutes: Number = Field(gt=0, le=600, description="write how many minutes a student needs")
    points: Annotated[Number, AfterValidator(at_most_two_decimals)] = Field(
        gt=0, le=100, description="write the points for a full answer, with at most two decimals"
    )
    rests_on: list[Reference] = Field(
        default_factory=list, description="list what it rests on as table:key, such as claims:remarks-014"
    )
    prompt: Text = Field(description="write the question")
    hint: Text | None = Field(default=None, description="write a hint that helps without telling")
    hints: list[Text] = Field(
        default_factory=list, max_length=10, description="list the hints, weakest first"
    )
    solution: Text | None = Field(default=None, description="write the worked solution")
    computed_by: str | None = Field(
        default=None, description="name the function in exercises/keys.py that computes the key from the data"
    )
    generator: Text | None = Field(
        default=None,
        description="name the function in exercises/generators.py that makes the exercise's variants",
    )
    argued_key: Text | None = Field(
        default=None, description="say in a plain sentence why the data in rests_on do not decide the key"
    )

    _file: Path | None = PrivateAttr(default=None)
    _project: Path | None = PrivateAttr(default=None)
    _lines: Mapping[Loc, int] = PrivateAttr(default_factory=dict)
    _template: Mapping[str, Any] | None = PrivateAttr(default=None)
    """What the file says of an exercise that has variants, before a generator filled it in."""

    # -- where it stands

    @property
    def file(self) -> Path | None:
        """The YAML file it was read from."""
        return self._file

    @property
    def chapter(self) -> str:
        """The slug of its chapter, which is its file's name; empty if it came from no file."""
        return self._file.stem if self._file else ""

    def line(self, *loc: str | int) -> int:
        """Return the line where the value at ``loc``, or else what holds it, begins; 0 without a file."""
        for end in range(len(loc), -1, -1):
            if loc[:end] in self._lines:
                return self._lines[loc[:end]]
        return 0

    # -- what surfaces ask

    @property
    def hundredths(self) -> int:
        """The points in hundredths of a point."""
        return int(exact(self.points) * 100)

    @property
    def root(self) -> Path:
        """The project whose tables it rests on: that of the bank that read it, or else the nearest."""
        return self._project or project_root(self._file.parent if self._file else None)

    @property
    def commits(self) -> bool:
        """Whether it is a forecast, committed once, rather than checked again and again."""
        return False

    @property
    def recalled(self) -> bool:
        """Whether ``recall()`` shows it: a forecast, met again."""
        return False

    @property
    def hint_texts(self) -> list[str]:
        """All hints in order, from whichever of ``hint`` and ``hints`` is given."""
        return [self.hint] if self.hint else self.hints

    @property
    def shown(self) -> list[int]:
        """The order in which a page shows the options, items or right-hand texts: positions of the file.

        The same on each build. Mixed where the file's order would betray the key.
        """
        return []

    @property
    def released(self) -> list[int]:
        """The order in which a release without keys shows items to order or right-hand texts.

        Positions of the file, sorted by a hash of id and text alone: where a text stands says nothing of the
        key, and correcting the key moves nothing. Empty for other types, whose file order is no key.
        """
        return []

    def parts(self) -> list[Part]:
        """Return every text to be rendered, each once, the prompt first."""
        return [
            Part("prompt", self.prompt, False, False, self.line("prompt")),
            *self._answers(),
            *self._help(),
        ]

    def for_marking(self) -> list[Part]:
        """Return the texts that help to mark an answer and stand on no page: rubric and graded samples."""
        return []

    def rule(self) -> dict[str, Any]:
        """Return the rule by which ``marking.mark`` marks a response: plain JSON."""
        return {**self._rule(), "points": self.hundredths}

    def key(self) -> Any:
        """Return the right answer in the shape that ``computed_by`` gives it; None if there is none."""
        return None

    def asks(self) -> dict[str, Any]:
        """Return what else, beside its texts, unit and key, makes it the question that it is: plain JSON."""
        return {}

    @classmethod
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what the fields' own types cannot say, from plain data that may be broken in any way."""
        if data.get("hint") is not None and data.get("hints") is not None:
            yield Fault(("hint",), "hint and hints are both there: keep one of them")
        if data.get("computed_by") is not None and data.get("argued_key") is not None:
            yield Fault(("argued_key",), "computed_by and argued_key are both there: keep one of them")
        for name in ("computed_by", "argued_key"):
            if data.get("generator") is not None and data.get(name) is not None:
                yield Fault((name,), f"{name} and generator are both there: the generator gives the key")

    # -- what each type fills in

    def _answers(self) -> Iterator[Part]:
        yield from ()

    def _rule(self) -> dict[str, Any]:
        raise NotImplementedError

    def _help(self) -> Iterator[Part]:
        for i, hint in enumerate(self.hint_texts):
            line = self.line("hint") if self.hint else self.line("hints", i)
            yield Part(f"hints/{i}", hint, False, True, line)
        if self.solution is not None:
            yield self._part("solution", self.solution, sealed=True)

    def _part(self, path: str, text: str, *, inline: bool = False, sealed: bool = False) -> Part:
        loc = tuple(int(step) if step.isdigit() else step for step in path.split("/"))
        return Part(path, text, inline, sealed, self.line(*loc))

    def _released(self, texts: Sequence[str]) -> list[int]:
        digests = [sha256(f"{self.id}/{text}".encode("utf-8", "surrogatepass")).digest() for text in texts]
        return sorted(range(len(texts)), key=lambda i: digests[i])

    def _mixed(self, size: int) -> list[int]:
        """Return the positions mixed by the exercise's id, never in their own order."""
        order = sorted(range(size), key=lambda i: sha256(f"{self.id}/{i}".encode()).digest())
        return order if order != sorted(order) else [*order[1:], order[0]]


class Solved(Exercise):
    """An exercise that has a worked solution."""

    solution: Text = Field(description="write the worked solution")


class _Choice(Solved):
    options: list[Option] = Field(min_length=2, max_length=20, description="list the answers to choose from")

    @property
    @override
    def shown(self) -> list[int]:
        return list(range(len(self.options)))

    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        yield from _option_faults(data)

    @override
    def key(self) -> list[bool]:
        return [option.correct for option in self.options]

    @override
    def _answers(self) -> Iterator[Part]:
        return _option_parts(self, self.options)


class _OneRight(_Choice):
    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        yield from _one_correct(data)

    @override
    def _rule(self) -> dict[str, Any]:
        return {"kind": "choices", "correct": self.key(), "policy": "one"}


class SingleChoice(_OneRight):
    """One option is right."""

    type: Literal["single-choice"]


class MultipleChoice(_Choice):
    """Any number of options is right."""

    type: Literal["multiple-choice"]
    partial: Literal["all-or-nothing", "each-item", "false", "false2"] = Field(
        default="false2", description="name the policy of partial credit"
    )

    @override
    def _rule(self) -> dict[str, Any]:
        return {"kind": "choices", "correct": self.key(), "policy": self.partial}


class Numeric(Solved):
    """A number, right within a tolerance; other bands of numbers have feedback and credit of their own."""

    type: Literal["numeric"]
    unit: Text | None = Field(default=None, description="write the unit, as it stands behind the box")
    answer: Number = Field(description="write the right number")
    tolerance: Number = Field(ge=0, description="write how far off is still right; 0 for an exact number")
    bands: list[Band] = Field(
        default_factory=list, max_length=20, description="list bands with from, to, feedback"
    )
    feedback: Text = Field(description="say what to check if the number is another one")

    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        yield from _band_faults(data)

    @override
    def key(self) -> float:
        return self.answer

    @override
    def _answers(self) -> Iterator[Part]:
        return _band_parts(self, self.bands, self.feedback)

    @override
    def _rule(self) -> dict[str, Any]:
        return {"kind": "bands", "bands": _band_rule(self.answer, self.tolerance, self.bands)}


class Ordering(Solved):
    """Items to put into their right order, which is the order of the file."""

    type: Literal["ordering"]
    items: list[Step] = Field(min_length=3, max_length=20, description="list the items in the right order")
    partial: Literal["adjacent-pairs", "all-or-nothing"] = Field(
        default="adjacent-pairs", description="name the policy of partial credit"
    )
    feedback: Text = Field(description="say what to look at again if the order is wrong")
    display: list[int] = Field(
        default_factory=list,
        alias="shown",
        description="list the positions (from 0) in the order in which students first see the items",
    )

    @property
    @override
    def shown(self) -> list[int]:
        return self.display or self._mixed(len(self.items))

    @property
    @override
    def released(self) -> list[int]:
        return self._released([item.text for item in self.items])

    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        items, shown = _dicts(data, "items"), data.get("shown")
        yield from _repeated(("items",), [item.get("text") for item in items])
        if items and isinstance(shown, list):
            right = list(range(len(items)))
            if shown == right:
                yield Fault(("shown",), "shown is the right order: mix it, or leave it out")
            elif sorted(i for i in shown if isinstance(i, int)) != right:
                yield Fault(
                    ("shown",),
                    f"shown must hold each of 0 to {len(items) - 1} once: mend it, or leave it out",
                )

    @override
    def key(self) -> list[int]:
        return list(range(len(self.items)))

    @override
    def _answers(self) -> Iterator[Part]:
        for i, item in enumerate(self.items):
            yield self._part(f"items/{i}/text", item.text, inline=True)
            if item.note is not None:
                yield self._part(f"items/{i}/note", item.note, sealed=True)
        yield self._part("feedback", self.feedback, sealed=True)

    @override
    def _rule(self) -> dict[str, Any]:
        return {"kind": "order", "length": len(self.items), "policy": self.partial}


class Matching(Solved):
    """Each text on the left has one on the right; several may share one, and some there may match nothing."""

    type: Literal["matching"]
    pairs: list[Pair] = Field(
        min_length=2, max_length=20, description="list pairs with left, right, feedback"
    )
    extra: list[Text] = Field(default_factory=list, description="list right-hand texts that match nothing")
    partial: Literal["each-pair", "all-or-nothing"] = Field(
        default="each-pair", description="name the policy of partial credit"
    )

    @property
    def rights(self) -> list[str]:
        """The right-hand texts, each once: the pairs' in the order of the file, then the extra ones."""
        return [*dict.fromkeys(pair.right for pair in self.pairs), *self.extra]

    @property
    @override
    def shown(self) -> list[int]:
        return self._mixed(len(self.rights))

    @property
    @override
    def released(self) -> list[int]:
        return self._released(self.rights)

    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        pairs = _dicts(data, "pairs")
        rights = [pair.get("right") for pair in pairs]
        extra = data.get("extra") if isinstance(data.get("extra"), list) else []
        assert isinstance(extra, list)
        yield from _repeated(("pairs",), [pair.get("left") for pair in pairs], "left")
        yield from _repeated(("extra",), extra, None)
        for i, text in enumerate(extra):
            if isinstance(text, str) and text in rights:
                yield Fault(
                    ("extra", i),
                    f"extra text {i + 1} is the right of pair {rights.index(text) + 1}: take it out",
                )
        texts = {str(text) for text in [*rights, *extra] if text is not None}
        if len(pairs) > 1 and all(rights) and len(texts) < 2:
            yield Fault(("pairs",), "there is one right-hand text only: nothing is left to match")

    @override
    def key(self) -> list[str]:
        return [pair.right for pair in self.pairs]

    @override
    def _answers(self) -> Iterator[Part]:
        for i, pair in enumerate(self.pairs):
            yield self._part(f"pairs/{i}/left", pair.left, inline=True)
        for j, right in enumerate(self.rights):
            owner = next((i for i, pair in enumerate(self.pairs) if pair.right == right), None)
            loc: Loc = ("extra", self.extra.index(right)) if owner is None else ("pairs", owner, "right")
            yield Part(f"rights/{j}", right, True, False, self.line(*loc))
        for i, pair in enumerate(self.pairs):
            yield self._part(f"pairs/{i}/feedback", pair.feedback, sealed=True)

    @override
    def _rule(self) -> dict[str, Any]:
        rights = self.rights
        return {
            "kind": "assign",
            "field": "pairs",
            "key": [[rights.index(pair.right)] for pair in self.pairs],
            "targets": len(rights),
            "policy": self.partial,
        }


class Classification(Solved):
    """Items to put into named boxes."""

    type: Literal["classification"]
    boxes: list[Text] = Field(min_length=2, max_length=10, description="list the names of the boxes")
    items: list[Sorted] = Field(
        min_length=2, max_length=20, description="list items with text, box, feedback"
    )
    partial: Literal["each-item", "all-or-nothing"] = Field(
        default="each-item", description="name the policy of partial credit"
    )

    @property
    @override
    def shown(self) -> list[int]:
        return list(range(len(self.items)))

    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        items, boxes = _dicts(data, "items"), data.get("boxes")
        boxes = [box for box in boxes if isinstance(box, str)] if isinstance(boxes, list) else []
        yield from _repeated(("items",), [item.get("text") for item in items])
        yield from _repeated(("boxes",), boxes, None)
        for i, item in enumerate(items):
            own = item.get("box")
            right = own if isinstance(own, list) else [own]
            for box in right:
                if boxes and isinstance(box, str) and box not in boxes:
                    yield Fault(
                        ("items", i, "box"),
                        f"item {i + 1} names no box of this exercise, {box!r}: {near(box, boxes)}",
                    )
            yield from cls._feedback_faults(i, item, right, boxes)
        firsts = [box[0] if isinstance(box, list) and box else box for box in (i.get("box") for i in items)]
        ranks = [boxes.index(box) for box in firsts if box in boxes]
        if len(ranks) > 3 and len(set(ranks)) > 1 and ranks == sorted(ranks):
            yield Fault(("items",), "the items stand box after box, which gives the key away: mix them")

    @staticmethod
    def _feedback_faults(
        i: int, item: Mapping[str, Any], right: Sequence[Any], boxes: Sequence[str]
    ) -> Iterator[Fault]:
        feedback = item.get("feedback")
        given = {EVERY: feedback} if isinstance(feedback, str) else feedback
        given = given if isinstance(given, dict) else {}
        for box in given:
            where: Loc = ("items", i, "feedback", box)
            if box != EVERY and box not in boxes:
                yield Fault(
                    where,
                    f"item {i + 1} has feedback for no box of this exercise, {box!r}: {near(box, boxes)}",
                )
            elif box in right:
                yield Fault(
                    where, f"item {i + 1} has feedback for {box!r}, which is its right box: take it out"
                )
        wrong = [box for box in dict.fromkeys(boxes) if box not in right]
        without = [box for box in wrong if box not in given and EVERY not in given]
        # An item may leave all its wrong boxes to the worked solution, but not some of them.
        if feedback is not None and without and set(right) <= set(boxes):
            names = ", ".join(map(repr, without))
            yield Fault(
                ("items", i), f"item {i + 1} has no feedback for {names}: say what putting it there confuses"
            )

    @override
    def key(self) -> list[list[str]]:
        return [item.box for item in self.items]

    @override
    def _answers(self) -> Iterator[Part]:
        for j, box in enumerate(self.boxes):
            yield self._part(f"boxes/{j}", box, inline=True)
        for i, item in enumerate(self.items):
            yield self._part(f"items/{i}/text", item.text, inline=True)
            for j, box in enumerate(self.boxes):
                feedback = item.feedback.get(box, item.feedback.get(EVERY))
                if box not in item.box and feedback is not None:
                    line = self.line("items", i, "feedback", box)
                    yield Part(f"items/{i}/feedback/{j}", feedback, False, True, line)

    @override
    def _rule(self) -> dict[str, Any]:
        return {
            "kind": "assign",
            "field": "boxes",
            "key": [[self.boxes.index(box) for box in item.box] for item in self.items],
            "targets": len(self.boxes),
            "policy": self.partial,
        }


class Spectrum(Solved):
    """Items to place on a scale, each where its text supports it; one placing is defended in writing.

    What is marked is the reading of a text, never whether a position is right: of an item the student's own
    placing may be asked (no ``band``), and neither that nor the reason earns or costs a point.
    """

    type: Literal["spectrum"]
    scale: Text = Field(description="name the scale, such as: From the loosest tie to the closest")
    places: list[Place] = Field(
        min_length=3, max_length=7, description="list the places in their order, with label and meaning"
    )
    items: list[Placed] = Field(
        min_length=2, max_length=8, description="list items with text, read, band, feedback, worked"
    )
    checklist: list[Text] = Field(
        min_length=1, max_length=20, description="list what a good reason does, a sentence each"
    )
    partial: Literal["each-item", "all-or-nothing"] = Field(
        default="each-item", description="name the policy of partial credit"
    )

    @property
    @override
    def shown(self) -> list[int]:
        return list(range(len(self.items)))

    @property
    def bands(self) -> list[tuple[int, int] | None]:
        """For each item the first and the last place that its text supports; None for one's own placing."""
        labels = [each.label for each in self.places]
        return [
            (labels.index(item.band.from_), labels.index(item.band.to)) if item.band else None
            for item in self.items
        ]

    @property
    def own(self) -> list[int]:
        """The items that ask for the student's own placing."""
        return [i for i, item in enumerate(self.items) if item.band is None]

    @property
    def defended(self) -> int | None:
        """The item whose placing is defended; None where the student chooses it."""
        return next((i for i, item in enumerate(self.items) if item.defended), None)

    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        items = _dicts(data, "items")
        labels = [each.get("label") for each in _dicts(data, "places")]
        yield from _repeated(("places",), labels, "label")
        yield from _repeated(("items",), [item.get("text") for item in items])
        stretches = [_stretch(item.get("band"), labels) for item in items]
        for i, (item, stretch) in enumerate(zip(items, stretches, strict=True)):
            yield from cls._band_faults(i, item, labels)
            yield from cls._side_faults(i, item, stretch, len(labels))
        if items and not any(item.get("band") for item in items):
            yield Fault(("items",), "no item has a band, so nothing is marked: give one, or use prediction")
        defended = [i for i, item in enumerate(items) if item.get("defended") is True]
        for i in defended[1:]:
            yield Fault(
                ("items", i, "defended"),
                f"item {i + 1} is defended, as is item {defended[0] + 1}: keep one, "
                "or none to leave it to students",
            )
        firsts = [stretch[0] for stretch in stretches if stretch]
        if len(firsts) > 3 and len(set(firsts)) > 1 and firsts == sorted(firsts):
            yield Fault(
                ("items",), "the items stand in the order of the scale, which gives the key away: mix them"
            )

    @staticmethod
    def _band_faults(i: int, item: Mapping[str, Any], labels: Sequence[Any]) -> Iterator[Fault]:
        band = item.get("band")
        if band is None:
            for name in ("feedback", "worked"):
                if item.get(name) is not None:
                    yield Fault(
                        ("items", i, name),
                        f"item {i + 1} has {name} and no band: name the band, or take {name} out",
                    )
            return
        for name in ("read", "worked"):
            if item.get(name) is None:
                yield Fault(("items", i), f"item {i + 1} has a band and no {name}: {_TEXT_NEEDED[name]}")
        ends = band if isinstance(band, dict) else {"": band}
        for name, label in ends.items():
            if name in ("", "from", "to") and isinstance(label, str) and labels and label not in labels:
                known = [other for other in labels if isinstance(other, str)]
                yield Fault(
                    ("items", i, "band", *([name] if name else [])),
                    f"item {i + 1} names no place of this scale, {label!r}: {near(label, known)}",
                )

    @staticmethod
    def _side_faults(
        i: int, item: Mapping[str, Any], stretch: tuple[int, int] | None, size: int
    ) -> Iterator[Fault]:
        if stretch is None:
            return
        first, last = stretch
        if first > last:
            yield Fault(
                ("items", i, "band"), f"item {i + 1} has a band that runs backwards: turn from and to round"
            )
            return
        if (first, last) == (0, size - 1):
            yield Fault(
                ("items", i, "band"),
                f"item {i + 1} has the whole scale for its band, so that no placing can fail: narrow it",
            )
            return
        feedback = item.get("feedback")
        given = feedback if isinstance(feedback, dict) else {}
        for side, open_ in (("before", first > 0), ("after", last < size - 1)):
            if open_ and given.get(side) is None:
                yield Fault(
                    ("items", i),
                    f"item {i + 1} has no feedback {side} its band: say what its text says against it",
                )
            elif not open_ and given.get(side) is not None:
                yield Fault(
                    ("items", i, "feedback", side),
                    f"item {i + 1} has feedback {side} its band, where no place is: take it out",
                )

    @override
    def key(self) -> list[list[str] | None]:
        return [[item.band.from_, item.band.to] if item.band else None for item in self.items]

    @override
    def asks(self) -> dict[str, Any]:
        return {"own": self.own, "defended": self.defended}

    @override
    def _answers(self) -> Iterator[Part]:
        yield self._part("scale", self.scale, inline=True)
        for j, own in enumerate(self.places):
            yield self._part(f"places/{j}/label", own.label, inline=True)
            yield self._part(f"places/{j}/meaning", own.meaning, inline=True)
        for i, item in enumerate(self.items):
            yield self._part(f"items/{i}/text", item.text, inline=True)
            if item.read is not None:
                yield self._part(f"items/{i}/read", item.read, inline=True)
            for side in ("before", "after"):
                said = getattr(item.feedback, side, None)
                if said is not None:
                    yield self._part(f"items/{i}/feedback/{side}", said, sealed=True)
            if item.worked is not None:
                yield self._part(f"items/{i}/worked", item.worked, sealed=True)
        for k, sentence in enumerate(self.checklist):
            yield self._part(f"checklist/{k}", sentence, inline=True, sealed=True)

    @override
    def _rule(self) -> dict[str, Any]:
        return {
            "kind": "assign",
            "field": "boxes",
            "key": [list(range(band[0], band[1] + 1)) if band else None for band in self.bands],
            "targets": len(self.places),
            "policy": self.partial,
        }


_TEXT_NEEDED = {
    "read": "say which paragraphs its place rests on",
    "worked": "write a sentence that defends a placing from its text",
}


def _stretch(band: object, labels: Sequence[Any]) -> tuple[int, int] | None:
    """Return between which places a band lies, or None for what is none."""
    ends = [band.get("from"), band.get("to")] if isinstance(band, dict) else [band, band]
    if not all(isinstance(end, str) and end in labels for end in ends):
        return None
    return labels.index(ends[0]), labels.index(ends[1])


SHOWN_RUBRIC = "rubric"
"""The part that shows students by which levels they will be marked; it is no part of the question."""


def _levels(criterion: Criterion) -> str:
    return " ".join(f"{plain(exact(each.points))}: {each.text.strip()}" for each in criterion.levels)


def _label(level: str | float) -> str:
    """Return how a level is named: by its points in digits, or as it stands."""
    return level.strip() if isinstance(level, str) else plain(exact(level))


class ShortText(Exercise):
    """A few sentences, which the student checks against a model answer and a reader marks."""

    type: Literal["short-text"]
    words: int | None = Field(
        default=None, ge=1, le=1000, description="write how many words to write at most"
    )
    model_answer: Text = Field(description="write an answer that would get all points")
    checklist: list[Text] = Field(
        min_length=1, max_length=20, description="list what a good answer does, a sentence each"
    )
    rubric: list[Criterion] | None = Field(
        default=None,
        min_length=1,
        max_length=20,
        description="list the criteria with name, asks, levels; without them the checklist is the rubric",
    )
    show_rubric: bool = Field(
        default=False, description="write true to show the rubric's levels to students, below the question"
    )
    samples: list[Sample] = Field(
        default_factory=list,
        max_length=10,
        description="list graded answers for markers, with text, levels, why",
    )

    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        criteria = _dicts(data, "rubric")
        sentences = data.get("checklist")
        sentences = sentences if isinstance(sentences, list) else []
        labels: list[Sequence[str]] = [CHECKLIST_LEVELS for _ in sentences]
        if data.get("rubric") is not None:
            names = [str(criterion.get("name") or i).strip() for i, criterion in enumerate(criteria)]
            for i, name in enumerate(names):
                if name in names[:i]:
                    said = f"criterion {i + 1} has the name of criterion {names.index(name) + 1}"
                    yield Fault(("rubric", i, "name"), f"{said}: give it another")
            for i, criterion in enumerate(criteria):
                yield from cls._level_faults(i, criterion)
            grades = [
                [_number(grade.get("points")) for grade in _dicts(criterion, "levels")]
                for criterion in criteria
            ]
            labels = [["" if own is None else _label(own) for own in each] for each in grades]
            points = _number(data.get("points"))
            known = [[own for own in each if own is not None] for each in grades]
            if points is not None and all(known) and known:
                best = sum((exact(max(each)) for each in known), Decimal())
                if best != exact(points):
                    said = f"the best levels add up to {plain(best)} points, and the exercise has"
                    yield Fault(("rubric",), f"{said} {plain(exact(points))}: mend one of them")
        elif data.get("show_rubric"):
            yield Fault(("show_rubric",), "show_rubric is true without a rubric: write one, or take it out")
        yield from cls._sample_faults(data, labels)

    @staticmethod
    def _level_faults(i: int, criterion: Mapping[str, Any]) -> Iterator[Fault]:
        levels = _dicts(criterion, "levels")
        points = [_number(level.get("points")) for level in levels]
        for j, own in enumerate(points):
            if own is not None and own in points[:j]:
                before = points.index(own) + 1
                yield Fault(
                    ("rubric", i, "levels", j, "points"),
                    f"criterion {i + 1}, level {j + 1} has the points of level {before}: give it others",
                )
        if len(levels) > 1 and None not in points and 0 not in points:
            said = f"criterion {i + 1} has no level of 0 points: say which answer gets none"
            yield Fault(("rubric", i, "levels"), said)

    @staticmethod
    def _sample_faults(data: Mapping[str, Any], labels: Sequence[Sequence[str]]) -> Iterator[Fault]:
        for i, sample in enumerate(_dicts(data, "samples")):
            given = sample.get("levels")
            if not isinstance(given, list) or not given or not labels:
                continue
            if len(given) != len(labels):
                said = f"sample {i + 1} has levels for {len(given)} of {len(labels)} criteria"
                yield Fault(("samples", i, "levels"), f"{said}: list one for each")
                continue
            for j, (own, known) in enumerate(zip(given, labels, strict=True)):
                named = isinstance(own, str | int | float) and not isinstance(own, bool)
                if all(known) and named and _label(own) not in known:
                    said = f"sample {i + 1} gives criterion {j + 1} no level of its own, {_label(own)!r}"
                    yield Fault(("samples", i, "levels", j), f"{said}: write {', '.join(known)}")

    @override
    def for_marking(self) -> list[Part]:
        found = []
        for i, criterion in enumerate(self.rubric or ()):
            found.append(self._part(f"rubric/{i}/name", criterion.name, inline=True, sealed=True))
            found.append(self._part(f"rubric/{i}/asks", criterion.asks, inline=True, sealed=True))
            for j, grade in enumerate(criterion.levels):
                path = f"rubric/{i}/levels/{j}/text"
                found.append(self._part(path, grade.text, inline=True, sealed=True))
        for i, sample in enumerate(self.samples):
            found.append(self._part(f"samples/{i}/text", sample.text, sealed=True))
            found.append(self._part(f"samples/{i}/why", sample.why, sealed=True))
        return found

    @override
    def _answers(self) -> Iterator[Part]:
        if self.show_rubric:
            criteria = enumerate(self.rubric or (), start=1)
            shown = "\n".join(f"{n}. **{each.name}.** {_levels(each)}" for n, each in criteria)
            yield Part(SHOWN_RUBRIC, shown, False, False, self.line("rubric"))
        yield self._part("model_answer", self.model_answer, sealed=True)
        for i, sentence in enumerate(self.checklist):
            yield self._part(f"checklist/{i}", sentence, inline=True, sealed=True)

    @override
    def _rule(self) -> dict[str, Any]:
        return {"kind": "by-hand", "checklist": len(self.checklist)}


class _Forecast(Exercise):
    points: Annotated[Number, AfterValidator(at_most_two_decimals)] = Field(
        default=0, ge=0, le=100, description="write the points for any complete answer"
    )
    ask: Literal["choice", "number"] = Field(description="write choice or number")
    options: list[Text] = Field(
        default_factory=list, max_length=20, description="list the answers to choose from"
    )
    unit: Text | None = Field(default=None, description="write the unit, as it stands behind the box")
    range: bool = Field(default=False, description="write true to ask for a low and a high number too")
    because: bool = Field(default=False, description="write true to ask for a sentence of reason")
    outcome: Text = Field(
        description="say what came of it; students see it when they meet the prediction again"
    )

    @property
    @override
    def commits(self) -> bool:
        return True

    @property
    @override
    def recalled(self) -> bool:
        return True

    @property
    @override
    def shown(self) -> list[int]:
        return list(range(len(self.options)))

    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        options = data.get("options")
        options = options if isinstance(options, list) else []
        yield from _repeated(("options",), options, None)
        if data.get("ask") == "choice":
            if len(options) < 2:
                yield Fault(
                    ("options",), "a prediction that asks for a choice needs options: list at least two"
                )
            for name in ("unit", "range"):
                if data.get(name):
                    yield Fault((name,), f"{name} goes with 'ask: number': take it out")
        elif data.get("ask") == "number" and options:
            yield Fault(("options",), "options go with 'ask: choice': take them out")

    @override
    def _answers(self) -> Iterator[Part]:
        for i, text in enumerate(self.options):
            yield Part(f"options/{i}/text", text, True, False, self.line("options", i))
        yield self._part("outcome", self.outcome, sealed=True)

    @override
    def _rule(self) -> dict[str, Any]:
        needs = [self.ask, *(["low", "high"] if self.range else []), *(["because"] if self.because else [])]
        return {"kind": "complete", "needs": [*needs, "committed"], "options": len(self.options)}


class Prediction(_Forecast):
    """A forecast or vote that is committed before reading and met again at the end of the chapter."""

    type: Literal["prediction"]


class Reveal(_Forecast):
    """A prediction about a chart, parts of which stay hidden until it is committed."""

    type: Literal["reveal"]
    hide: list[Text] = Field(
        min_length=1, max_length=50, description="list the gids of the chart's marks to hide until then"
    )

    figure: ClassVar[str] = "chart"

    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        hidden = data.get("hide")
        yield from _same_mark(("hide",), hidden if isinstance(hidden, list) else [])

    @override
    def asks(self) -> dict[str, Any]:
        return {"hide": self.hide}


class MarkedOption(Option):
    """One mark of a chart to point at."""

    mark: Text = Field(description="write the gid of the mark in the chart")


class Read(_OneRight):
    """One mark of a chart answers the question."""

    type: Literal["read"]
    options: list[MarkedOption] = Field(  # type: ignore[assignment]
        min_length=2, max_length=20, description="list the marks to point at, with text, mark, feedback"
    )

    figure: ClassVar[str] = "chart"

    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        yield from _same_mark(("options",), [option.get("mark") for option in _dicts(data, "options")])

    @override
    def asks(self) -> dict[str, Any]:
        return {"marks": [option.mark for option in self.options]}


class Explore(Exercise):
    """A question about a figure with sliders: for a position, for one of several answers, or for a reason."""

    type: Literal["explore"]
    points: Annotated[Number, AfterValidator(at_most_two_decimals)] = Field(
        default=0, ge=0, le=100, description="write the points for a full answer, with at most two decimals"
    )
    parameter: Text | None = Field(default=None, description="name the slider whose position answers")
    unit: Text | None = Field(default=None, description="write the unit, as it stands behind the box")
    answer: Number | None = Field(default=None, description="write the right position")
    tolerance: Number | None = Field(default=None, ge=0, description="write how far off is still right")
    bands: list[Band] = Field(
        default_factory=list, max_length=20, description="list bands with from, to, feedback"
    )
    feedback: Text | None = Field(default=None, description="say what to check if it is another position")
    options: list[Option] = Field(
        default_factory=list, max_length=20, description="list the answers to choose from"
    )
    because: bool = Field(default=False, description="write true to ask for a sentence of reason")

    figure: ClassVar[str] = "explorable"

    @property
    @override
    def shown(self) -> list[int]:
        return list(range(len(self.options)))

    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        given = [name for name in _POSITION if data.get(name) is not None]
        marked = bool(given or data.get("options"))
        if data.get("options") is not None:
            for name in given:
                yield Fault(
                    (name,), f"{name} asks for a position, and options for a choice: keep one of them"
                )
            if len(_dicts(data, "options")) < 2:
                yield Fault(("options",), "options has fewer than two: add more")
            yield from _option_faults(data)
            yield from _one_correct(data)
        elif given:
            for name in _POSITION:
                if data.get(name) is None and name != "bands":
                    yield Fault((), f"the exercise asks for a position, and has no {name}: write it")
            yield from _band_faults(data)
        elif not data.get("because"):
            yield Fault((), "the exercise asks nothing: give an answer, or options, or 'because: true'")
        if marked:
            for name in ("points", "solution"):
                if not data.get(name):
                    yield Fault((), f"the exercise has no {name}: {_NEEDED[name]}")

    @override
    def key(self) -> float | list[bool] | None:
        return [option.correct for option in self.options] or self.answer

    @override
    def asks(self) -> dict[str, Any]:
        return {"parameter": self.parameter}

    @override
    def _answers(self) -> Iterator[Part]:
        yield from _option_parts(self, self.options)
        if self.feedback is not None:
            yield from _band_parts(self, self.bands, self.feedback)

    @override
    def _rule(self) -> dict[str, Any]:
        if self.options:
            return {"kind": "choices", "correct": self.key(), "policy": "one"}
        if self.answer is None or self.tolerance is None:
            return {"kind": "complete", "needs": ["because"], "options": 0}
        bands = _band_rule(self.answer, self.tolerance, self.bands)
        return {"kind": "bands", "parameter": self.parameter, "bands": bands}


_POSITION = ("parameter", "answer", "tolerance", "feedback", "bands")
_NEEDED = {"points": "write the points for a full answer", "solution": "write the worked solution"}

Moment = Annotated[
    str,
    BeforeValidator(
        lambda value: str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    ),
    AfterValidator(_written),
    WithJsonSchema({"type": ["string", "integer"]}),
]


class Draw(Exercise):
    """The rest of a series to draw, before the truth appears; it is read from a table of the data package."""

    type: Literal["draw"]
    points: Annotated[Number, AfterValidator(at_most_two_decimals)] = Field(
        default=0, ge=0, le=100, description="write the points for any complete drawing"
    )
    table: Text = Field(description="name the table that holds the truth")
    column: Text = Field(description="name the column that holds it")
    x: Text | None = Field(
        default=None, description="name the column of moments, if it is not the table's key"
    )
    where: dict[str, Moment] = Field(
        default_factory=dict, description="choose rows by other columns, such as 'country_iso3: CHN'"
    )
    divide: Number = Field(default=1, gt=0, description="write what to divide the column by, such as 1000")
    rows: list[Moment] = Field(
        min_length=2, max_length=2, description="write the first and the last moment that the student sets"
    )
    start: Moment | None = Field(default=None, description="write the moment of the last value that is shown")
    unit: Text | None = Field(default=None, description="write the unit, as it stands behind the boxes")
    from_: Number = Field(alias="from", description="write the lowest value that can be set")
    to: Number = Field(description="write the highest value that can be set")
    step: Number = Field(gt=0, description="write the step between values that can be set")
    range: bool = Field(default=False, description="write true to ask for a low and a high last value too")
    because: bool = Field(default=False, description="write true to ask for a sentence of reason")
    reveal: Literal["at-once", "on-recall"] = Field(
        default="at-once", description="write when the truth appears"
    )
    within: Number | None = Field(
        default=None, gt=0, le=100, description="write how many per cent off still earns points, if any does"
    )
    outcome: Text = Field(description="say what came of it; students see it with the truth")

    figure: ClassVar[str] = "chart"

    @property
    @override
    def commits(self) -> bool:
        return True

    @property
    @override
    def recalled(self) -> bool:
        return self.reveal == "on-recall"

    @classmethod
    @override
    def faults(cls, data: Mapping[str, Any]) -> Iterator[Fault]:
        yield from super().faults(data)
        low, high, step = (_number(data.get(name)) for name in ("from", "to", "step"))
        if low is not None and high is not None:
            if low >= high:
                yield Fault(("from",), f"handles go from {low} to {high}: turn them round")
            elif step is not None and step > 0 and (exact(high) - exact(low)) % exact(step):
                yield Fault(("step",), f"steps of {step} from {low} do not meet {high}: mend one of them")
        if data.get("within") is not None and not data.get("points"):
            yield Fault(("within",), "within earns points, and there are none: write points, or take it out")

    def truth(self) -> Truth:
        """Return the series as the table has it; raises LookupError where it does not have all of it."""
        return truth(
            table=self.table,
            column=self.column,
            x=self.x,
            where=self.where,
            divisor=exact(self.divide),
            rows=(self.rows[0], self.rows[1]),
            start=self.start,
            root=self.root,
        )

    @override
    def asks(self) -> dict[str, Any]:
        names = ("table", "column", "x", "where", "divide", "rows", "start", "from_", "to", "step", "within")
        asked = {name: getattr(self, name) for name in names}
        return asked | ({"bands": self._bands(self.truth())} if self.within is not None else {})

    @override
    def _answers(self) -> Iterator[Part]:
        yield self._part("outcome", self.outcome, sealed=True)

    @override
    def _rule(self) -> dict[str, Any]:
        found = self.truth()
        needs = ["values", *(["low", "high"] if self.range else []), *(["because"] if self.because else [])]
        return {
            "kind": "series",
            "length": len(found.xs),
            "bands": self._bands(found),
            "needs": [*needs, "committed"],
        }

    def _bands(self, found: Truth) -> list[list[str]] | None:
        """Return the lowest and the highest value that earns points at each moment; None if all do."""
        if self.within is None:
            return None
        share = exact(self.within) / 100
        return [[plain(v - abs(v) * share), plain(v + abs(v) * share)] for v in found.values]


AnyExercise: TypeAlias = Annotated[
    SingleChoice
    | MultipleChoice
    | Numeric
    | Ordering
    | Matching
    | Classification
    | Spectrum
    | ShortText
    | Prediction
    | Draw
    | Explore
    | Reveal
    | Read,
    Field(discriminator="type"),
]

TYPES: dict[str, type[Exercise]] = {
    get_args(cls.model_fields["type"].annotation)[0]: cls for cls in get_args(get_args(AnyExercise)[0])
}
"""The class of each type, by the name that the files use."""

_ADAPTER: TypeAdapter[Exercise] = TypeAdapter(AnyExercise)


def validate(data: object) -> tuple[Exercise | None, list[Fault]]:
    """Make an exercise from plain data (as YAML gives them): it and no faults, or None and every fault."""
    if not isinstance(data, dict):
        return None, [
            Fault(
                (), "an exercise is a list of keys: begin it with '- id: …' and indent the other keys below"
            )
        ]
    kind = data.get("type")
    if kind is None:
        return None, [Fault((), f"the exercise has no type: write one of {', '.join(TYPES)}")]
    if not isinstance(kind, str) or kind not in TYPES:
        return None, [Fault(("type",), f"type is {kind!r}: {near(str(kind), TYPES)}")]
    model = TYPES[kind]
    faults = list(model.faults(data))
    try:
        exercise = _ADAPTER.validate_python(data)
    except ValidationError as error:
        for detail in error.errors():
            detail["loc"] = detail["loc"][1:]  # the first step is the type
            faults.append(from_pydantic(detail, model))
    else:
        if exercise.generator is not None and exercise.figure:
            fault = f"{kind} goes with a figure, which is drawn once for all: take generator out"
            faults.append(Fault(("generator",), fault))
    return (None, faults) if faults else (exercise, [])


def _dicts(data: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the mappings of a list, with an empty one in the place of anything else."""
    items = data.get(name)
    return [item if isinstance(item, dict) else {} for item in items] if isinstance(items, list) else []


def _number(value: object) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < inf:
        return value
    return None


def _within(answer: Any, tolerance: Any, low: Any, high: Any) -> bool:
    right, off = exact(answer), exact(tolerance)
    return right - off <= exact(low) and exact(high) <= right + off


def _option_faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    options = _dicts(data, "options")
    yield from _repeated(("options",), [option.get("text") for option in options])
    for i, option in enumerate(options):
        if option and not option.get("correct") and option.get("feedback") is None:
            yield Fault(("options", i), f"option {i + 1} has no feedback: say what the wrong answer confuses")


def _one_correct(data: Mapping[str, Any]) -> Iterator[Fault]:
    options = _dicts(data, "options")
    correct = [i for i, option in enumerate(options) if option.get("correct") is True]
    if options and not any(option.get("correct") for option in options):
        yield Fault(("options",), "no option is correct: write 'correct: true' in the right one")
    for i in correct[1:]:
        yield Fault(
            ("options", i, "correct"),
            f"option {i + 1} is correct, as is option {correct[0] + 1}: keep one, or use multiple-choice",
        )


def _option_parts(exercise: Exercise, options: Sequence[Option]) -> Iterator[Part]:
    for i, option in enumerate(options):
        yield exercise._part(f"options/{i}/text", option.text, inline=True)
        if option.feedback is not None:
            yield exercise._part(f"options/{i}/feedback", option.feedback, sealed=True)


def _band_faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    answer, tolerance = _number(data.get("answer")), _number(data.get("tolerance"))
    for i, band in enumerate(_dicts(data, "bands")):
        low, high = _number(band.get("from")), _number(band.get("to"))
        if not band:
            continue
        if band.get("from") is None and band.get("to") is None:
            yield Fault(("bands", i), f"band {i + 1} has neither from nor to: write at least one")
        elif low is not None and high is not None and low > high:
            yield Fault(("bands", i, "from"), f"band {i + 1} goes from {low} down to {high}: turn them round")
        elif None not in (answer, tolerance, low, high) and _within(answer, tolerance, low, high):
            yield Fault(
                ("bands", i),
                f"band {i + 1} lies within the right answer's tolerance: it is never reached",
            )


def _band_parts(exercise: Exercise, bands: Sequence[Band], feedback: str) -> Iterator[Part]:
    for i, band in enumerate(bands):
        yield exercise._part(f"bands/{i}/feedback", band.feedback, sealed=True)
    yield exercise._part("feedback", feedback, sealed=True)


def _band_rule(right: float, off: float, bands: Sequence[Band]) -> list[dict[str, Any]]:
    """Return the right answer's own band, then the others."""
    answer, tolerance = exact(right), exact(off)
    own = {"from": plain(answer - tolerance), "to": plain(answer + tolerance), "credit": 100}
    others = [
        {
            "from": None if band.from_ is None else plain(exact(band.from_)),
            "to": None if band.to is None else plain(exact(band.to)),
            "credit": band.credit,
        }
        for band in bands
    ]
    return [own, *others]


def _repeated(loc: Loc, texts: Sequence[object], key: str | None = "text") -> Iterator[Fault]:
    """Yield a fault for each text that stood before in the same list."""
    first: dict[str, int] = {}
    for i, text in enumerate(texts):
        if isinstance(text, str) and first.setdefault(text.strip(), i) != i:
            here: Loc = (*loc, i, key) if key else (*loc, i)
            what, before = place((*loc, i)), place((*loc, first[text.strip()]))
            yield Fault(here, f"{what} repeats the text of {before}: students could not tell them apart")


def _same_mark(loc: Loc, gids: Sequence[object]) -> Iterator[Fault]:
    for i, gid in enumerate(gids):
        if gid is not None and gid in gids[:i]:
            before = place((*loc, gids.index(gid)))
            yield Fault((*loc, i), f"{place((*loc, i))} names the mark of {before}, {gid!r}: take one out")
