"""Assignments: which exercises a class is set, for how many points, and by which rules.

An assignment is one file, ``exercises/assignments/<name>.yml``. It says nothing of an exercise but its id,
and where wanted its points and its policy of partial credit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from seminar.exercises.bank import Bank, state, survey
from seminar.exercises.faults import BankError, Fault, Loc, Mistake, from_pydantic, near
from seminar.exercises.fingerprint import question
from seminar.exercises.labs import FOLDER as LABS
from seminar.exercises.model import Exercise, Kebab, Number, Part, Strict, Text, at_most_two_decimals, exact
from seminar.exercises.reader import load
from seminar.exercises.variants import MOST, USUAL, variants
from seminar.paths import named, project_root

FOLDER = "exercises/assignments"
PRIVATE_FOLDER = "assignments"
"""Where they lie in a private folder."""

Feedback = Literal["at-once", "after-handing-in", "never"]


class UnknownAssignment(LookupError):  # noqa: N818 - it names what the reader did
    """No assignment bears this name."""


class ItemFile(Strict):
    """One exercise of the assignment."""

    id: Kebab = Field(description="name an exercise of the book, such as trade-target-2018")
    points: Annotated[Number, AfterValidator(at_most_two_decimals)] | None = Field(
        default=None,
        gt=0,
        le=100,
        description="write the points for a full answer here, if they differ from the exercise's",
    )
    partial: Text | None = Field(
        default=None, description="name the policy of partial credit here, if it differs from the exercise's"
    )
    variants: int | None = Field(
        default=None,
        ge=1,
        le=MOST,
        description=f"write how many variants an exercise with a generator has; {USUAL} if left out",
    )


class AssignmentFile(Strict):
    """What a file of exercises/assignments says."""

    title: Text = Field(description="give a short name, as students see it")
    instructions: Text = Field(description="say what to do and where to hand it in")
    due: Text = Field(description="write until when, in plain words")
    feedback: Feedback = Field(description="write at-once, after-handing-in or never")
    integrity: Text = Field(description="say what counts as the student's own work")
    ai: Text = Field(description="write the rule on using AI")
    readers: Text = Field(description="say in plain words who reads what is handed in")
    labs: list[Kebab] = Field(
        default_factory=list,
        min_length=1,
        max_length=10,
        description="name the labs that are set besides, such as load-and-tidy, or leave labs out",
    )
    exercises: list[ItemFile] = Field(min_length=1, max_length=100, description="list the exercises by id")


@dataclass(frozen=True)
class Item:
    """One exercise as an assignment sets it."""

    exercise: Exercise
    points: float
    partial: str | None
    """The policy of partial credit, if it is another than the exercise's."""
    variants: int
    """How many variants there are; 0 for an exercise that is the same for all."""

    @property
    def hundredths(self) -> int:
        """The points in hundredths of a point."""
        return int(exact(self.points) * 100)

    def exercises(self, seed: str = "") -> list[Exercise]:
        """Return its variants by ``seed``, or the one exercise that it is. Raises VariantError."""
        return variants(self.exercise, seed, self.variants) if self.variants else [self.exercise]

    def rule(self, variant: Exercise | None = None) -> dict[str, Any]:
        """Return the rule by which ``marking.mark`` marks a response to the exercise or its ``variant``."""
        policy = {"policy": self.partial} if self.partial is not None else {}
        return {**(variant or self.exercise).rule(), **policy, "points": self.hundredths}


@dataclass(frozen=True)
class Assignment:
    """Exercises set together. ``instructions``, ``integrity`` and ``ai`` are MyST, other texts plain."""

    name: str
    title: str
    instructions: str
    due: str
    feedback: Feedback
    integrity: str
    ai: str
    readers: str
    items: tuple[Item, ...]
    file: Path
    labs: tuple[str, ...] = ()
    """The names of the labs that are set besides: handed in and marked apart, for no points of these."""
    _lines: Mapping[Loc, int] = field(default_factory=dict, repr=False, compare=False)

    def parts(self) -> list[Part]:
        """Return the texts to be rendered; none of them betrays anything."""
        return [
            Part(name, getattr(self, name), False, False, self._lines.get((name,), 0))
            for name in ("instructions", "integrity", "ai")
        ]

    def line(self, position: int) -> int:
        """Return the line of the file on which the exercise at ``position`` is named."""
        return self._lines.get(("exercises", position, "id"), 1)

    @property
    def hundredths(self) -> int:
        """The points of all items, in hundredths of a point."""
        return sum(item.hundredths for item in self.items)

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits that change when other questions are asked, and not with any key."""
        asked = [[item.exercise.id, question(item.exercise), item.variants] for item in self.items]
        return sha256(json.dumps(asked).encode()).hexdigest()[:16]


def assignment(name: str, root: Path | None = None, private: Path | None = None) -> Assignment:
    """Return the assignment called ``name``, of the project or of a ``private`` folder.

    Raises UnknownAssignment with near names, and what ``assignments`` raises.
    """
    known = assignments(root, private)
    try:
        return known[name]
    except KeyError:
        raise UnknownAssignment(f"no assignment {name!r} in {FOLDER}/: {near(name, known)}") from None


def assignments(root: Path | None = None, private: Path | None = None) -> dict[str, Assignment]:
    """Return the assignments of the project at ``root`` (default: see ``project_root``) by name.

    Those of a ``private`` folder come after them (see ``bank``).

    Raises BankError, which lists every mistake of their files and of the exercises'.
    """
    _, mistakes = survey(root, private)
    found, own = survey_assignments(root, private)
    if mistakes or own:
        raise BankError([*mistakes, *own])
    return found


def survey_assignments(
    root: Path | None = None, private: Path | None = None
) -> tuple[dict[str, Assignment], list[Mistake]]:
    """Return the sound assignments of the project at ``root`` and the mistakes of all their files.

    A broken exercise is told by the bank, and here leaves out the assignments that set it.
    """
    root = (root or project_root()).resolve()
    bank, _ = survey(root, private)
    own = sorted((private.resolve() / PRIVATE_FOLDER).glob("*.yml")) if private else []
    files = [*sorted((root / FOLDER).glob("*.yml")), *own]
    labs = tuple(sorted(file.stem for file in (root / LABS).glob("*.md")))
    return _survey(root, bank, labs, tuple((file, *state(file)) for file in files))


def schema() -> str:
    """Return the JSON Schema of an assignment's file as text, for editors; the reader checks more."""
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **TypeAdapter(AssignmentFile).json_schema(),
        "title": "An assignment",
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


@lru_cache(maxsize=8)
def _survey(
    root: Path, bank: Bank, labs: tuple[str, ...], files: tuple[tuple[Path, int, int], ...]
) -> tuple[dict[str, Assignment], list[Mistake]]:
    found: dict[str, Assignment] = {}
    mistakes: list[Mistake] = []
    for file, *_ in files:
        name = named(file, root)
        made, own = _read(file, name, bank, labs)
        mistakes += own
        if made is not None and made.name in found:
            before = named(found[made.name].file, root)
            mistakes.append(Mistake(name, 1, f"{before} has this name already: name the file otherwise"))
        elif made is not None:
            found[made.name] = made
    return found, mistakes


def _read(file: Path, name: str, bank: Bank, labs: Sequence[str]) -> tuple[Assignment | None, list[Mistake]]:
    loaded = load(file, name, "begin with 'title: …'")
    try:
        TypeAdapter(Kebab).validate_python(file.stem)
    except ValidationError as error:
        loaded.mistake(1, f"the file is called {file.stem!r}: {error.errors()[0]['ctx']['error']}")
    if not loaded.sound:
        return None, loaded.mistakes
    if not isinstance(loaded.data, dict):
        loaded.fault(
            (), "the file is not an assignment: begin with 'title: …', and indent only the exercises"
        )
        return None, loaded.mistakes
    try:
        given = AssignmentFile.model_validate(loaded.data)
    except ValidationError as error:
        for detail in error.errors():
            fault = from_pydantic(detail, AssignmentFile, "the assignment")
            loaded.fault(fault.loc, fault.message)
        given = None
    for fault in [*_faults(loaded.data.get("exercises"), bank), *_lab_faults(loaded.data.get("labs"), labs)]:
        loaded.fault(fault.loc, fault.message)
    if given is None or loaded.mistakes or any(item.id not in bank for item in given.exercises):
        return None, loaded.mistakes
    items = tuple(_item(item, bank.exercise(item.id)) for item in given.exercises)
    texts = {
        key: getattr(given, key) for key in AssignmentFile.model_fields if key not in ("labs", "exercises")
    }
    made = Assignment(file.stem, **texts, items=items, file=file, labs=tuple(given.labs), _lines=loaded.lines)
    return made, []


def _item(given: ItemFile, exercise: Exercise) -> Item:
    points = exercise.points if given.points is None else given.points
    count = 0 if exercise.generator is None else given.variants or USUAL
    return Item(exercise, points, given.partial, count)


def _faults(items: object, bank: Bank) -> Iterator[Fault]:
    """Yield what is wrong between an assignment and the bank, from plain data that may be broken."""
    first: dict[str, int] = {}
    for i, item in enumerate(items if isinstance(items, list) else []):
        id = item.get("id") if isinstance(item, dict) else None
        if not isinstance(id, str):
            continue
        here: Loc = ("exercises", i, "id")
        if first.setdefault(id, i) != i:
            yield Fault(here, f"exercise {i + 1} repeats exercise {first[id] + 1}, {id!r}: take one out")
        elif id not in bank.ids:
            yield Fault(here, f"exercise {i + 1} is not in the bank, {id!r}: {near(id, bank.ids)}")
        elif id in bank:
            yield from _unfit(i, item, bank.exercise(id))


def _lab_faults(given: object, known: Sequence[str]) -> Iterator[Fault]:
    """Yield the labs that there are not, and those named twice, from plain data that may be broken."""
    first: dict[str, int] = {}
    for i, name in enumerate(given if isinstance(given, list) else []):
        if not isinstance(name, str):
            continue
        if first.setdefault(name, i) != i:
            yield Fault(("labs", i), f"lab {i + 1} repeats lab {first[name] + 1}, {name!r}: take one out")
        elif name not in known:
            yield Fault(("labs", i), f"lab {i + 1} is not in {LABS}, {name!r}: {near(name, known)}")


def _unfit(i: int, item: Mapping[str, Any], exercise: Exercise) -> Iterator[Fault]:
    """Yield what an item asks of an exercise that its type does not have."""
    if item.get("variants") is not None and exercise.generator is None:
        here: Loc = ("exercises", i, "variants")
        yield Fault(here, f"{exercise.id} has no generator to make variants: take variants out")
    partial = item.get("partial")
    if not isinstance(partial, str):
        return
    here = ("exercises", i, "partial")
    known = policies(exercise)
    if not known:
        yield Fault(here, f"{exercise.id} is {_article(exercise.type)}, which has no partial: take it out")
    elif partial not in known:
        yield Fault(here, f"exercise {i + 1}, partial is {partial!r}: {near(partial, known)}")


def policies(exercise: Exercise) -> tuple[str, ...]:
    """Return the policies of partial credit among which the exercise's type leaves a choice."""
    found = type(exercise).model_fields.get("partial")
    return get_args(found.annotation) if found else ()


def _article(type: str) -> str:
    return f"{'an' if type[0] in 'aeiou' else 'a'} {type}"
