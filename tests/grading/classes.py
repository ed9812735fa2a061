"""A class made up: an assignment of twenty exercises, students of known ability, and what they hand in.

Everything follows from a seed. ``project`` writes the assignment into a folder of its own; ``students`` and
``handed_in`` make a class for it. A student answers an exercise rightly with the chance that the Rasch model
gives ability and difficulty, and then wholly; otherwise an answer gets no points at all. Where exercises
are given a steepness it is the two-parameter model's.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp
from pathlib import Path
from types import MappingProxyType
from typing import Any

from seminar.exercises.assignments import Assignment, assignment
from seminar.exercises.submission import Asked, Key, Submission, write
from seminar.exercises.variants import Pick, pick
from tests.answers import right

BOOK = "reading-a-partnership"
NAME = "twenty"
KINDS = {
    "single-choice": 6,
    "multiple-choice": 3,
    "numeric": 3,
    "varied": 2,
    "ordering": 2,
    "matching": 2,
    "classification": 2,
}
"""How many exercises of each kind; ``varied`` ones are numeric and have eight variants."""
GENERATORS = '''"""Variants of the tests."""


def sum_of_two(pick):
    one, other = pick.whole(10, 99), pick.whole(10, 99)
    return {"texts": {"one": str(one), "other": str(other)}, "answer": one + other}
'''
NAMES = (
    "Li Ming", "李明", "Иванова Ольга", "Ömer Çelik", "O'Brien, Nóra", "مريم الحسيني", "Nguyễn Thị Hoa",
    "김민수", "Jean-Luc Poirée", "देवी शर्मा", "Zoë Smith", "Łukasz Żak",
)  # fmt: skip


@dataclass(frozen=True)
class Student:
    """One who hands in; ``ability`` is on the scale of difficulties, 0 in the middle."""

    id: str
    name: str
    ability: float


def project(folder: Path, essays: int = 0) -> Assignment:
    """Write the assignment and its exercises, with so many short texts at the end, into a new project."""
    shutil.copytree(Path(__file__).parents[1] / "exercises" / "project", folder)
    made = [
        exercise
        for kind, count in {**KINDS, "short-text": essays}.items()
        for exercise in (_exercise(kind, number) for number in range(count))
    ]
    (folder / "exercises" / "class.yml").write_text(json.dumps(made), encoding="utf-8")
    (folder / "exercises" / "generators.py").write_text(GENERATORS, encoding="utf-8")
    texts = dict.fromkeys(("title", "instructions", "due", "integrity", "ai", "readers"), "As told.")
    listed = [{"id": exercise["id"]} for exercise in made]
    asked = {**texts, "title": "Twenty questions", "feedback": "never", "exercises": listed}
    (folder / "exercises" / "assignments").mkdir(exist_ok=True)
    (folder / "exercises" / "assignments" / f"{NAME}.yml").write_text(json.dumps(asked), encoding="utf-8")
    return assignment(NAME, folder)


def students(count: int, seed: int = 1) -> Iterator[Student]:
    """Yield students with ids of one length and abilities from the normal distribution."""
    chance = random.Random(seed)
    for number in range(count):
        yield Student(f"s{number:06}", chance.choice(NAMES), chance.gauss(0, 1))


def difficulties(key: Key) -> dict[str, float]:
    """Return each exercise's difficulty, evenly from -2 (easy) to 2, mixed over the kinds."""
    names = [marking.exercise for marking in key.markings]
    steps = [-2 + 4 * k / max(len(names) - 1, 1) for k in range(len(names))]
    random.Random(len(names)).shuffle(steps)
    return dict(zip(names, steps, strict=True))


def chance_of(student: Student, hard: float, steep: float = 1.0) -> float:
    """Return with what chance a student answers an exercise rightly."""
    return 1 / (1 + exp(steep * (hard - student.ability)))


def handed_in(
    key: Key,
    student: Student,
    seed: int = 1,
    made_with: str = "page",
    steepness: Mapping[str, float] = MappingProxyType({}),
) -> bytes:
    """Return the file of a student: each exercise answered, by chance rightly or wrongly."""
    chance = random.Random(f"{seed}/{student.id}")
    answers = {}
    for name, hard in difficulties(key).items():
        right = chance.random() < chance_of(student, hard, steepness.get(name, 1.0))
        asked = asked_of(key, name, student.id)
        answers[name] = right_answer(asked) if right else wrong_answer(asked, chance)
    return file(key, student.id, answers, student.name, made_with)


def file(
    key: Key, id: str, answers: dict[str, Any], name: str = "", made_with: str = "page", **more: Any
) -> bytes:
    """Return the file that holds these responses by exercise, in positions of the exercises' files."""
    given = []
    for exercise, response in answers.items():
        asked = asked_of(key, exercise, id)
        marking = next(each for each in key.markings if each.exercise == exercise)
        answer = {
            "exercise": exercise,
            "question": asked.question,
            "variant": pick(key.assignment, exercise, id, len(marking.asked)) if marking.varied else None,
            "response": response if made_with == "page" else _as_shown(asked, response),
            "changed": "2026-03-03T09:00:00.000Z",
        }
        given.append({**answer, "fingerprint": asked.fingerprint} if made_with == "page" else answer)
    made: Submission = {
        "format": "seminar-submission",
        "version": 1,
        "book": BOOK,
        "book_version": "0.1.0",
        "assignment": key.assignment,
        "made_with": made_with,  # type: ignore[typeddict-item]
        "student": {"id": id, "name": name},
        "handed_in": "2026-03-03T10:00:00.000Z",
        "receipt": "",
        "answers": given,  # type: ignore[typeddict-item]
        "withheld": [],
        **more,  # type: ignore[typeddict-item]
    }
    return write(made)


def asked_of(key: Key, exercise: str, id: str) -> Asked:
    """Return what an exercise asks of the student with this id."""
    marking = next(each for each in key.markings if each.exercise == exercise)
    variant = pick(key.assignment, exercise, id, len(marking.asked)) if marking.varied else 0
    return marking.asked[variant]


def right_answer(asked: Asked) -> dict[str, Any]:
    """Return a response that gets all the points."""
    if asked.rule["kind"] == "by-hand":
        return {"text": "Because trade is not trust.", "checked": []}
    return right(asked.rule)


def wrong_answer(asked: Asked, chance: random.Random) -> dict[str, Any]:
    """Return a response that gets no points."""
    rule = asked.rule
    match rule["kind"]:
        case "choices" if rule["policy"] == "one":
            return {"choice": chance.choice([i for i, correct in enumerate(rule["correct"]) if not correct])}
        case "choices":
            return {"choices": [i for i, correct in enumerate(rule["correct"]) if not correct]}
        case "bands":
            return {"number": f"{float(rule['bands'][0]['to']) + chance.randint(1000, 9999):g}"}
        case "order":
            return {"order": list(reversed(range(rule["length"])))}
        case "assign":
            size = rule["targets"]
            wrong = [[i for i in range(size) if i not in targets] for targets in rule["key"]]
            return {rule["field"]: [chance.choice(targets) for targets in wrong]}
        case "by-hand":
            return {"text": "So it is.", "checked": []}
    raise ValueError(rule["kind"])


def _as_shown(asked: Asked, response: dict[str, Any]) -> dict[str, Any]:
    """Return a response as a release records it."""
    if not asked.released:
        return response
    return {
        name: [None if i is None else asked.released.index(i) for i in value]
        if name in ("order", "pairs")
        else value
        for name, value in response.items()
    }


def _exercise(kind: str, number: int) -> dict[str, Any]:
    common: dict[str, Any] = {
        "id": f"{kind}-{number + 1}",
        "type": "numeric" if kind == "varied" else kind,
        "title": f"{kind.capitalize()} {number + 1}",
        "objective": "know-it",
        "level": "check",
        "minutes": 2,
        "points": 1 + number % 2,
        "prompt": f"Which is right, in question {number + 1} of this kind?",
        "solution": "As it stands there.",
    }
    wrong = [{"text": f"wrong {letter}", "feedback": f"Not {letter}."} for letter in "abc"]
    match kind:
        case "single-choice":
            options = [*wrong[: number % 4], {"text": "right", "correct": True}, *wrong[number % 4 :]]
            return {**common, "options": options}
        case "multiple-choice":
            right = [{"text": f"right {letter}", "correct": True} for letter in "ab"]
            return {**common, "options": [*wrong[:2], *right]}
        case "numeric":
            bands = [{"to": 0, "feedback": "That is nothing."}]
            return {**common, "answer": 40 + number, "tolerance": 0.5, "bands": bands, "feedback": "Count."}
        case "varied":
            prompt = f"In question {number + 1}, how much are <<one>> and <<other>>?"
            book_s_own = Pick(f"/{common['id']}/0/0")
            first = {
                "answer": book_s_own.whole(10, 99) + book_s_own.whole(10, 99),
                "tolerance": 0,
                "feedback": "Add.",
                "generator": "sum_of_two",
            }
            return {**common, "prompt": prompt, **first}
        case "ordering":
            return {**common, "items": [{"text": f"step {k}"} for k in range(4)], "feedback": "Begin anew."}
        case "matching":
            pairs = [{"left": f"left {k}", "right": f"right {k}", "feedback": "No."} for k in range(4)]
            return {**common, "pairs": pairs}
        case "classification":
            boxes = ["first", "second", "third"]
            items = [{"text": f"item {k}", "box": boxes[k % 3], "feedback": "No."} for k in range(5)]
            return {**common, "boxes": boxes, "items": items}
        case "short-text":
            return {
                **common,
                "level": "argue",
                "checklist": ["It gives a reason."],
                "model_answer": "Because.",
            }
    raise ValueError(kind)
