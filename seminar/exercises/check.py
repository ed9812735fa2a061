"""Check everything that the project holds: exercises, keys and verdicts against the data, pages, tables.

A table that cannot be read is told once, by its own line, and not by every exercise that rests on it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from seminar import tables
from seminar.corpus import VERDICTS_FILE, BadVerdict, verdict
from seminar.described import package_faults, table_faults
from seminar.exercises.assignments import survey_assignments
from seminar.exercises.bank import FOLDER, survey
from seminar.exercises.faults import Loc, Mistake, near
from seminar.exercises.fingerprint import question
from seminar.exercises.labs import FOLDER as LABS
from seminar.exercises.labs import survey_labs
from seminar.exercises.model import Classification, Draw, Exercise, Ordering, Spectrum, exact
from seminar.exercises.pages import page_mistakes, text_mistakes
from seminar.exercises.variants import MOST, VariantError, literal, unfilled, variants
from seminar.paths import named, project_root
from seminar.values import KEYS, functions, line_in

HUGE = 10**16

Functions = Mapping[str, Callable[[], object]]


def check(root: Path | None = None, private: Path | None = None) -> list[Mistake]:
    """Return every mistake of the project's exercises, assignments, labs, tables and pages.

    And of a ``private`` folder's exercises and assignments, which stand on no page.

    Beyond what ``check_exercises`` finds: tables that are not what the data package says, references in texts
    that lead nowhere, objectives without exercises and exercises without one of the chapter's, and pages
    missing from the table of contents or from the project.
    """
    root = (root or project_root()).resolve()
    if unreadable := package_faults(root):
        return sorted({Mistake(*each) for each in unreadable})
    bank, mistakes = survey(root, private)
    given, _ = survey_assignments(root, private)
    public, _ = survey_assignments(root)
    found = {
        *check_exercises(root, private),
        *(Mistake(*each) for each in table_faults(root)),
        *page_mistakes(root, bank, public, {Path(mistake.file).stem for mistake in mistakes}),
        *text_mistakes(root, bank, given),
    }
    return sorted(found)


def check_exercises(root: Path | None = None, private: Path | None = None) -> list[Mistake]:
    """Return every mistake of the project's exercises, assignments and labs, and of what they name.

    Beyond what the readers of bank, assignments and labs refuse: a ``rests_on`` that leads nowhere, an
    unknown or failing ``computed_by``, a key that disagrees with it, a key that rests on counted data but
    names no function, a table that cannot be read; and of the claims, each verdict that is none, is typed
    where it is computed, or has no function.
    """
    root = (root or project_root()).resolve()
    bank, mistakes = survey(root, private)
    known, broken = _functions(root / KEYS, root)
    own, own_broken = _functions(private.resolve() / KEYS.name, root) if private else ({}, [])
    _, unfit = survey_assignments(root, private)
    _, unready = survey_labs(root)
    alien = _private_labs(private, root) if private else ()
    found = [*mistakes, *unfit, *unready, *alien, *broken, *own_broken, *_unreadable(root), *_verdicts(root)]
    for exercise in bank:
        name = named(exercise.file, root) if exercise.file else ""
        of_book = exercise.file is None or exercise.file.parent == root / FOLDER
        usable = None if broken or (own_broken and not of_book) else known if of_book else {**known, **own}
        faults = [
            *_references(exercise, root),
            *_uncomputed(exercise, root),
            *_computed(exercise, usable),
            *_drawn(exercise),
            *_varied(exercise),
            *([] if of_book else _undrawn(exercise)),
        ]
        found += [Mistake(name, exercise.line(*loc), message) for loc, message in faults]
    return sorted(set(found))


def _private_labs(private: Path, root: Path) -> Iterator[Mistake]:
    """Yield the labs of a private folder, which no command would take."""
    for file in sorted((private.resolve() / Path(LABS).name).glob("*.md")):
        yield Mistake(
            named(file, root),
            1,
            f"a private folder holds no labs, which read the book's tables from {LABS}: give this one out "
            "yourself, or keep it there, where it is public",
        )


def _unreadable(root: Path) -> Iterator[Mistake]:
    for name in tables.package(root).resources:
        try:
            tables.table(name, root)
        except tables.BadTable as error:
            yield Mistake(error.file, error.line, error.problem)


def _verdicts(root: Path) -> Iterator[Mistake]:
    """Yield the claims' verdicts that do not stand, by their lines, and functions that judge no claim."""
    if "claims" not in tables.package(root).resources:
        return
    file, judging = tables.package(root).resource("claims").path, root / VERDICTS_FILE
    name, named = file.relative_to(root).as_posix(), set()
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for row in reader:
            named.add(row.get("computed_by"))
            try:
                verdict(row["id"], root)
            except BadVerdict as error:
                yield Mistake(name, reader.line_num, str(error.args[0]))
            except tables.BadTable:
                return
    for unused in sorted(set(functions(judging)) - named) if judging.is_file() else ():
        yield Mistake(VERDICTS_FILE.as_posix(), 1, f"{unused}() judges no claim: name it in {name}")


def _functions(file: Path, root: Path) -> tuple[Functions, list[Mistake]]:
    if not file.is_file():
        return {}, []
    name = named(file, root)
    try:
        return functions(file), []
    except SyntaxError as error:
        return {}, [Mistake(name, error.lineno or 1, f"SyntaxError: {error.msg}")]
    except Exception as error:  # the file is content, and may raise anything
        line = line_in(file, error) or 1
        return {}, [Mistake(name, line, f"{type(error).__name__}: {error}")]


def _references(exercise: Exercise, root: Path) -> Iterator[tuple[Loc, str]]:
    for i, reference in enumerate(exercise.rests_on):
        name, _, key = reference.partition(":")
        try:
            tables.package(root).resource(name)
            if key != "*":
                tables.row(reference, root)
        except tables.BadTable:
            continue
        except LookupError as error:
            yield ("rests_on", i), f"{reference} leads nowhere: {error.args[0]}"


def _uncomputed(exercise: Exercise, root: Path) -> Iterator[tuple[Loc, str]]:
    """Yield a key on counted data that nothing recomputes, or an excuse that excuses nothing."""
    resources = tables.package(root).resources
    names = [reference.partition(":")[0] for reference in exercise.rests_on]
    counted = [i for i, name in enumerate(names) if name in resources and resources[name].kind == "data"]
    if exercise.key() is None or not counted:
        if exercise.argued_key is not None:
            yield ("argued_key",), "argued_key stands where no key rests on a table of data: take it out"
    elif exercise.computed_by is None and exercise.argued_key is None and exercise.generator is None:
        yield (
            ("rests_on", counted[0]),
            f"the key rests on {exercise.rests_on[counted[0]]} but nothing recomputes it: "
            f"write a function in {KEYS.as_posix()} and name it in computed_by, "
            "or say in argued_key why the data do not decide it",
        )


def _varied(exercise: Exercise) -> Iterator[tuple[Loc, str]]:
    """Yield where the file's key is not its first variant's, and what keeps variants from being made."""
    name = exercise.generator
    if name is None:
        yield from unfilled(exercise)
        return
    try:
        if exercise.key() is not None:
            yield from _disagreement(literal(exercise), name, exercise.key())
        asked = {question(variant) for variant in variants(exercise, "", MOST)}
    except VariantError as error:
        yield from error.placed
        return
    if len(asked) == 1:
        yield ("generator",), f"{name}() makes the same question each time: draw from what it is given"


def _undrawn(exercise: Exercise) -> Iterator[tuple[Loc, str]]:
    """Yield that a private exercise needs a figure: chapters draw them, and it stands in none."""
    if exercise.figure:
        yield ("type",), f"the figure of {exercise.type} is drawn by a chapter of the book: take another type"


def _drawn(exercise: Exercise) -> Iterator[tuple[Loc, str]]:
    """Yield each value of a series to draw that its handles cannot reach."""
    if not isinstance(exercise, Draw):
        return
    try:
        found = exercise.truth()
    except tables.BadTable:
        return
    low, high = exact(exercise.from_), exact(exercise.to)
    for x, value in [*([found.start] if found.start else []), *zip(found.xs, found.values, strict=True)]:
        if not low <= value <= high:
            yield (
                ("from",),
                f"the value at {x} is {value:.6g}, and handles go from {low:f} to {high:f}: widen them",
            )


def _computed(exercise: Exercise, known: Functions | None) -> Iterator[tuple[Loc, str]]:
    name = exercise.computed_by
    if name is None or known is None:
        return
    here: Loc = ("computed_by",)
    if exercise.key() is None:
        yield here, f"computed_by: a {exercise.type} has no key to compute: take it out"
    elif name not in known:
        yield here, f"computed_by names no function of {KEYS.as_posix()}, {name!r}: {near(name, known)}"
    else:
        try:
            result = known[name]()
        except tables.BadTable:
            return
        except Exception as error:  # the function is content, and may raise anything
            yield here, f"{name}() raised {type(error).__name__}: {error}"
        else:
            yield from _disagreement(exercise, name, getattr(result, "tolist", lambda: result)())


def _disagreement(exercise: Exercise, name: str, result: Any) -> Iterator[tuple[Loc, str]]:
    """Yield where the key differs from what the function ``name`` returned."""
    key = exercise.key()
    if isinstance(key, float):
        yield from _wrong_number(key, name, result)
        return
    if not isinstance(result, list | tuple) or len(result) != len(key):
        yield ("computed_by",), f"{name}() gives {result!r}: it must give a list of {len(key)}"
    elif isinstance(exercise, Ordering):
        for i, (before, after) in enumerate(pairwise(result), start=1):
            if not before < after:
                yield (
                    ("items", i),
                    f"item {i + 1} comes after item {i}, but {name}() gives {after!r} after {before!r}: "
                    "mend one of them",
                )
    else:
        field = {"matching": "pairs", "classification": "items", "spectrum": "items"}.get(
            exercise.type, "options"
        )
        for i, (own, computed) in enumerate(zip(key, result, strict=True)):
            if own != _as_key(exercise, computed):
                between = " to " if isinstance(exercise, Spectrum) else " or "
                yield (
                    (field, i),
                    f"the key of {field.removesuffix('s')} {i + 1} is {_words(own, between)}, "
                    f"but {name}() gives {_words(computed, between)}: mend one of them",
                )


def _as_key(exercise: Exercise, computed: Any) -> Any:
    """Return what a function gives for one item as the key has it: a name stands for itself alone."""
    if isinstance(computed, str) and isinstance(exercise, Classification):
        return [computed]
    if isinstance(computed, str) and isinstance(exercise, Spectrum):
        return [computed, computed]
    return list(computed) if isinstance(computed, tuple) else computed


def _wrong_number(key: float, name: str, result: Any) -> Iterator[tuple[Loc, str]]:
    if isinstance(result, bool) or not isinstance(result, int | float):
        yield ("computed_by",), f"{name}() gives {result!r}: it must give a number"
        return
    answer, computed = exact(key), Decimal(repr(result))
    step = Decimal(1).scaleb(min(int(answer.as_tuple().exponent), 0))
    if not abs(computed) < HUGE or computed.quantize(step, ROUND_HALF_UP) != answer:
        yield ("answer",), f"answer is {answer:f}, but {name}() gives {result:.10g}: mend one of them"


def _words(value: object, between: str) -> str:
    match value:
        case bool():
            return "correct" if value else "not correct"
        case None:
            return "one's own placing"
        case list() | tuple():
            return between.join(map(repr, dict.fromkeys(value)))
        case _:
            return repr(value)
