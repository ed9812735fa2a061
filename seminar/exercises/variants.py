"""Variants: one exercise with other numbers and choices for each student, and the key that goes with them.

An exercise with ``generator: NAME`` is made by the function of that name in ``exercises/generators.py``. It
gets a ``Pick``, the only source of chance, and returns ``{"texts": {name: text}}``, which fill ``<<name>>``
in the exercise's texts, and any fields that take the place of the file's (``answer``, ``options`` …).
The book's pages show the first variant of the empty seed, and the file's own key has to be that one's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from seminar.exercises.faults import Fault, Loc, near
from seminar.exercises.fingerprint import question
from seminar.exercises.model import TYPES, Exercise, validate
from seminar.exercises.students import normal
from seminar.paths import named
from seminar.values import functions, line_in

GENERATORS = Path("exercises", "generators.py")
MOST = 50
"""The most variants of one exercise."""
USUAL = 8
"""How many an assignment has unless it says otherwise."""

_PLACE = re.compile(r"<<\s*([^<>\n]*?)\s*>>")
_KEPT = {
    "id", "type", "objective", "level", "minutes", "points", "rests_on", "partial",
    "generator", "computed_by", "argued_key",
}  # fmt: skip
_TRIES = 100
"""How often a generator is asked for another question before it counts as having no more."""

T = TypeVar("T")


class VariantError(ValueError):
    """A generator and its exercise do not fit; ``placed`` says where in the exercise, and how."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.placed = tuple((fault.loc, fault.message) for fault in faults)
        super().__init__("; ".join(fault.message for fault in faults))


class Pick:
    """Chance from a seed: the same draws in the same order, on every machine and version of Python."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._drawn = 0

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        if low > high:
            raise ValueError(f"no whole number lies between {low} and {high}")
        digest = sha256(f"{self._seed}/{self._drawn}".encode("utf-8", "surrogatepass")).digest()
        self._drawn += 1
        return low + int.from_bytes(digest) % (high - low + 1)

    def among(self, choices: Sequence[T]) -> T:
        """Return one of ``choices``."""
        return choices[self.whole(0, len(choices) - 1)]

    def several(self, choices: Sequence[T], count: int) -> list[T]:
        """Return ``count`` different ones of ``choices``, in any order."""
        left = list(choices)
        return [left.pop(self.whole(0, len(left) - 1)) for _ in range(count)]


def pick(assignment: str, exercise: str, student_id: str, count: int) -> int:
    """Return which of ``count`` variants of an exercise a student gets: a number from 0.

    The SHA-256 of ``assignment/exercise/id`` decides, the id as it counts (``normal``).
    """
    digest = sha256(f"{assignment}/{exercise}/{normal(student_id)}".encode()).digest()
    return int.from_bytes(digest) % count


def variants(exercise: Exercise, seed: str, count: int) -> list[Exercise]:
    """Return the first ``count`` variants by ``seed``, each the same for the same seed, whatever ``count``.

    Their questions differ as long as the generator finds new ones. Raises VariantError where the generator
    fails or makes what is no exercise, ValueError for an exercise without one or a count out of 1 to 50.
    """
    if exercise.generator is None:
        raise ValueError(f"exercise {exercise.id} has no generator")
    if not 1 <= count <= MOST:
        raise ValueError(f"{count} variants: ask for 1 to {MOST}")
    found: list[Exercise] = []
    asked: set[str] = set()
    tries = _TRIES
    for number in range(count):
        for attempt in range(tries):
            made = _made(exercise, f"{seed}/{exercise.id}/{number}/{attempt}")
            if question(made) not in asked:
                break
        else:
            tries = 1
        asked.add(question(made))
        found.append(made)
    return found


def literal(exercise: Exercise) -> Exercise:
    """Return an exercise with the key that its file states, and the texts of the first variant."""
    given = _given(exercise, f"/{exercise.id}/0/0")
    return _sound(exercise, _filled(_template(exercise), given["texts"]))


def unfilled(exercise: Exercise) -> list[tuple[Loc, str]]:
    """Return the texts of an exercise without generator that wait for one, each with what to do."""
    return [
        (loc, f"nothing fills {found[0]}: name a generator, or write the text out")
        for loc, text in _texts(exercise.model_dump(by_alias=True), ())
        if (found := _PLACE.search(text))
    ]


def _made(exercise: Exercise, seed: str) -> Exercise:
    given = _given(exercise, seed)
    texts = given.pop("texts")
    template = {**_template(exercise), **given}
    misplaced = list(_misplaced(template, texts, replaced=set(given)))
    if misplaced:
        raise VariantError(misplaced)
    return _sound(exercise, _filled(template, texts))


def _template(exercise: Exercise) -> Mapping[str, Any]:
    return exercise._template or {}


def _sound(exercise: Exercise, data: Any) -> Exercise:
    made, faults = validate(data)
    if made is None:
        raise _wrong(*(f"{exercise.generator}() makes a wrong exercise: {fault.message}" for fault in faults))
    made._file, made._lines, made._template = exercise._file, exercise._lines, exercise._template
    made._project = exercise._project
    return made


def _given(exercise: Exercise, seed: str) -> dict[str, Any]:
    """Return what the generator returns, its texts always there, its values plain."""
    name = exercise.generator or ""
    known: dict[str, tuple[Path, Callable[..., Any]]] = {}
    for file in _generators(exercise):
        try:
            known |= {found: (file, function) for found, function in functions(file).items()}
        except Exception as error:  # the file is content, and may raise anything
            where = named(file, exercise.root)
            raise _wrong(f"{where} cannot be read: {_said(error, file)}: mend it") from error
    if name not in known:
        raise _wrong(f"generator names no function of {GENERATORS.as_posix()}, {name!r}: {near(name, known)}")
    file, function = known[name]
    try:
        given = function(Pick(seed))
    except Exception as error:  # likewise
        raise _wrong(f"{name}() raised {_said(error, file)}: mend it") from error
    if not isinstance(given, dict):
        raise _wrong(f"{name}() gives {given!r}: it must give a dict with 'texts' and the fields that change")
    texts = given.get("texts", {})
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in [*texts, *texts.values()]):
        raise _wrong(f"{name}() gives texts that are not all text: write numbers as students read them")
    fields = {field.alias or own for own, field in TYPES[exercise.type].model_fields.items()}
    for other in given:
        if other in _KEPT:
            raise _wrong(f"{name}() gives {other!r}, which is the same for all variants: take it out")
        if other != "texts" and other not in fields:
            raise _wrong(f"{name}() gives {other!r}, no key of the exercise: {near(str(other), fields)}")
    return {**given, "texts": texts}


def _generators(exercise: Exercise) -> list[Path]:
    """Return the files whose functions make its variants: the project's, and that of a folder beside it."""
    files = [exercise.root / GENERATORS]
    if exercise.file is not None:
        files.append(exercise.file.with_name(GENERATORS.name))
    return [file for file in dict.fromkeys(files) if file.is_file()]


def _misplaced(template: Mapping[str, Any], texts: Mapping[str, str], replaced: set[str]) -> list[Fault]:
    """Return a fault for each place in the texts that nothing fills, and each text that fills no place."""
    name = template["generator"]
    faults = []
    used = set()
    for loc, text in _texts(template, ()):
        for place in _PLACE.findall(text):
            used.add(place)
            if place not in texts:
                here: Loc = ("generator",) if loc[0] in replaced else loc
                faults.append(Fault(here, f"{name}() gives no text <<{place}>>: {near(place, texts)}"))
    for unused in texts:
        if unused not in used:
            fault = (
                f"{name}() gives a text {unused!r} that no <<{unused}>> asks for: write it, or take it out"
            )
            faults.append(Fault(("generator",), fault))
    return faults


def _texts(value: Any, loc: Loc) -> list[tuple[Loc, str]]:
    match value:
        case str():
            return [(loc, value)]
        case dict():
            return [found for key, child in value.items() for found in _texts(child, (*loc, key))]
        case list() | tuple():
            return [found for i, child in enumerate(value) for found in _texts(child, (*loc, i))]
        case _:
            return []


def _filled(value: Any, texts: Mapping[str, str]) -> Any:
    match value:
        case str():
            return _PLACE.sub(lambda place: texts.get(place[1], place[0]), value)
        case dict():
            return {key: _filled(child, texts) for key, child in value.items()}
        case list() | tuple():
            return [_filled(child, texts) for child in value]
        case _:
            return value.item() if hasattr(value, "item") else value  # a table's own numbers


def _wrong(*messages: str) -> VariantError:
    return VariantError([Fault(("generator",), message) for message in messages])


def _said(error: Exception, file: Path) -> str:
    """Say what was raised, and at which line of the generators' file."""
    line = line_in(file, error)
    where = f" (line {line})" if line else ""
    return f"{type(error).__name__}: {error}{where}"
