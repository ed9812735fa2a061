"""What both formats for learning platforms are tried on: every type by every policy, and answers to each."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from bs4 import BeautifulSoup

from seminar.exercises.assignments import Assignment
from seminar.exercises.fingerprint import question
from seminar.exercises.marking import mark
from seminar.exercises.model import Draw, Exercise
from seminar.surfaces.markup import rendered
from tests.surfaces.fixture_release import VARIED, data

HOSTILE = "]]> <b>bold</b> & {1:MC:=a~b} ~ # } \\ % @@PLUGINFILE@@/x \x07 \ufffe \u202e אב 中文 [x] <!--"
"""Text that would end, open, fill or break something in either format, if it were taken at its word."""

_FRAME = {"objective": "hold", "level": "check", "minutes": 1, "points": 2, "solution": "So it is."}


def shown(text: str) -> str:
    """Return the text of HTML in one line."""
    return " ".join(BeautifulSoup(text, "html.parser").get_text().split())


def several(id: str, correct: str, partial: str, points: float = 2) -> dict[str, Any]:
    """Return a multiple-choice exercise; ``correct`` has a + for each right option and a - for each wrong."""
    options = [
        {"text": f"{id} option {i}", "correct": sign == "+", "feedback": f"Said of {i}."}
        for i, sign in enumerate(correct)
    ]
    return {
        **_FRAME,
        "id": id,
        "type": "multiple-choice",
        "title": id,
        "points": points,
        "prompt": f"Which of {id}?",
        "options": options,
        "partial": partial,
    }


def policies() -> list[dict[str, Any]]:
    """Return exercises whose policies and numbers are hard to carry."""
    made = [
        several(f"several-{partial}-{right}-{wrong}", "+" * right + "-" * wrong, partial)
        for partial in ("false2", "false", "each-item", "all-or-nothing")
        for right, wrong in ((1, 1), (2, 3), (3, 1), (4, 0), (0, 3), (7, 2), (11, 2), (2, 11), (1, 14))
    ]
    made += [
        {
            **_FRAME,
            "id": "bands-open",
            "type": "numeric",
            "title": "Open bands",
            "prompt": "How many?",
            "answer": -4.5,
            "tolerance": 0.25,
            "bands": [
                {"from": -6, "to": -4, "credit": 33, "feedback": "Near."},
                {"from": 10, "credit": 37, "feedback": "Far above."},
                {"to": -100, "credit": 12, "feedback": "Far below."},
            ],
            "feedback": "Elsewhere.",
        },
        {
            **_FRAME,
            "id": "number-exact",
            "type": "numeric",
            "title": "Exact",
            "prompt": "How many?",
            "unit": "tonnes & more",
            "answer": 1234567.125,
            "tolerance": 0,
            "feedback": "Elsewhere.",
        },
        {
            **_FRAME,
            "id": "order-whole",
            "type": "ordering",
            "title": "In order",
            "prompt": "Put them in order.",
            "items": [{"text": f"Step {i}"} for i in range(5)],
            "partial": "all-or-nothing",
            "feedback": "Not so.",
        },
        *(
            {
                **_FRAME,
                "id": f"sort-{name}",
                "type": "classification",
                "title": f"Sort {name}",
                "prompt": "Sort these.",
                "points": points,
                "boxes": ["left", "*right*", "neither"],
                "items": [
                    {"text": "One", "box": "*right*"},
                    {"text": "Two", "box": box},
                    {"text": "Three", "box": "left"},
                ],
                "partial": partial,
            }
            for name, box, partial, points in (
                ("plain", "*right*", "each-item", 1),
                ("plain-whole", "*right*", "all-or-nothing", 3),
                ("two", ["left", "*right*"], "each-item", 3),
                ("two-whole", ["left", "*right*"], "all-or-nothing", 2.5),
            )
        ),
        {
            **_FRAME,
            "id": "match-extra",
            "type": "matching",
            "title": "Match",
            "prompt": "Match these.",
            "pairs": [
                {"left": left, "right": right, "feedback": f"Look at {left}."}
                for left, right in (("a", "one"), ("b", "two"), ("c", "one"))
            ],
            "extra": ["three", "four"],
        },
        *(
            {
                **{name: value for name, value in _FRAME.items() if name != "solution"},
                "id": f"guess-{ask}",
                "type": "prediction",
                "title": f"Guess a {ask}",
                "prompt": "What will it be?",
                "ask": ask,
                "outcome": "It was so.",
                **({"options": ["more", "less", "the same"]} if ask == "choice" else {"unit": "tonnes"}),
            }
            for ask in ("choice", "number")
        ),
    ]
    return made


def hostile() -> list[dict[str, Any]]:
    """Return an exercise of each type without a figure, each text of which is ``HOSTILE``."""
    firsts: dict[str, dict[str, Any]] = {}
    for each in [*data(), *policies()]:
        if not each["id"].startswith("figure") and each["id"] != VARIED:
            firsts.setdefault(each["type"], each)
    # Of as many digits each, so that none begins another.
    count = itertools.count(1000)
    return [_spoiled(each, "", count) for each in firsts.values()]


def _spoiled(value: Any, name: str, count: Iterator[int]) -> Any:
    kept = {"id", "type", "objective", "level", "partial", "ask", "rests_on", "read"}
    match value:
        case dict():
            made = {key: _spoiled(child, key, count) for key, child in value.items()}
            return _refit(value, made)
        case list():
            return [_spoiled(child, name, count) for child in value]
        case str() if name not in kept:
            return f"{HOSTILE} {next(count)}"
    return value


def _refit(before: Mapping[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    """Return an exercise whose boxes and places bear again the names that its items give."""
    for lists, names in (("boxes", lambda box: box), ("places", lambda place: place["label"])):
        if lists in before:
            new = dict(zip(map(names, before[lists]), map(names, made[lists]), strict=True))
            for old, item in zip(before["items"], made["items"], strict=True):
                for key in ("box", "band"):
                    if key in old:
                        item[key] = _renamed(old[key], new)
                if isinstance(old.get("feedback"), dict) and lists == "boxes":
                    item["feedback"] = {
                        new[box]: said
                        for box, said in zip(old["feedback"], item["feedback"].values(), strict=True)
                    }
    return made


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    match value:
        case dict():
            return {key: new[label] for key, label in value.items()}
        case list():
            return [new[each] for each in value]
    return new[value]


def answers(exercise: Exercise, rule: Mapping[str, Any], most: int = 60) -> list[dict[str, Any]]:
    """Return answers to an exercise as the book takes them, the wholly right one first."""
    draw = random.Random(exercise.id)
    match rule["kind"]:
        case "choices" if rule["policy"] == "one":
            size = range(len(rule["correct"]))
            return sorted(({"choice": i} for i in size), key=lambda each: not rule["correct"][each["choice"]])
        case "choices":
            size = len(rule["correct"])
            right = [i for i in range(size) if rule["correct"][i]]
            masks = range(2**size) if size <= 6 else [draw.randrange(2**size) for _ in range(most)]
            wrong = [i for i in range(size) if i not in right]
            near = [*(right[:i] + right[i + 1 :] for i in range(len(right))), *([*right, i] for i in wrong)]
            return [
                {"choices": right},
                *({"choices": choices} for choices in near),
                *({"choices": [i for i in range(size) if mask >> i & 1]} for mask in masks),
            ]
        case "bands":
            name = rule.get("parameter")
            numbers = _numbers(rule, draw)
            return [{"values": {name: number}} if name else {"number": number} for number in numbers]
        case "order":
            size = rule["length"]
            orders = [draw.sample(range(size), size) for _ in range(most)]
            return [{"order": list(range(size))}, *({"order": order} for order in orders)]
        case "assign":
            key = rule["key"]
            targets = [*range(rule["targets"]), None]
            made = [[None if own is None else draw.choice(own) for own in key]]
            made += [[draw.choice(targets) for _ in key] for _ in range(most)]
            marked = [place for place, own in enumerate(key) if own is not None]
            return [
                {rule["field"]: each} for each in made if any(each[place] is not None for place in marked)
            ]
        case "complete" if rule["needs"] == ["choice", "committed"]:
            return [{"choice": i, "committed": True} for i in range(rule["options"])]
        case "complete" if rule["needs"] == ["number", "committed"]:
            return [{"number": number, "committed": True} for number in ("12", "-0.5", "1000000")]
        case "complete" if rule["needs"] == ["because"]:
            return [{"because": "It grew * faster [than] before."}, {"because": "\n\n?"}]
        case "series" if rule["bands"]:
            ends = {"low": "-1e9", "high": "1e9", "because": "So.", "committed": True}
            ends |= {"low": "-100000000", "high": "100000000"}
            bands = [(Decimal(low), Decimal(high)) for low, high in rule["bands"]]
            made = [[low, high][i % 2] for i, (low, high) in enumerate(bands)]
            others = [
                [draw.choice([low, high, (low + high) / 2, high + 1, low - 1]) for low, high in bands]
                for _ in range(most)
            ]
            return [{"values": [f"{value:f}" for value in each], **ends} for each in [made, *others]]
    return []


def _numbers(rule: Mapping[str, Any], draw: random.Random) -> list[str]:
    first = rule["bands"][0]
    centre = (Decimal(first["from"]) + Decimal(first["to"])) / 2
    found = [centre]
    for band in rule["bands"]:
        for name in ("from", "to"):
            if band[name] is not None:
                end = Decimal(band[name])
                found += [end, end - Decimal("0.001"), end + Decimal("0.001")]
    found += [Decimal(draw.randrange(-5000, 5000)) / 100 for _ in range(40)]
    found += [Decimal(0), Decimal(99999), Decimal(-99999)]
    return [f"{number:f}" for number in found]


_READ: dict[tuple[str, str, str], list[str]] = {}


def moments_of(exercise: Exercise) -> list[str]:
    """Return the moments of a drawing, as students read them."""
    assert isinstance(exercise, Draw)
    known = (exercise.id, exercise.prompt, "")
    if known not in _READ:
        _READ[known] = list(exercise.truth().xs)
    return _READ[known]


def options_of(exercise: Exercise, pattern: str) -> list[str]:
    """Return the texts of an exercise at a path with a * for the position, as students read them."""
    # Versions may share the prompt.
    known = (exercise.id, question(exercise), pattern)
    if known not in _READ:
        texts, found = rendered(exercise), []
        while (path := pattern.replace("*", str(len(found)))) in texts:
            found.append(shown(texts[path]))
        _READ[known] = found
    return _READ[known]


def versions(assignment: Assignment, seed: str) -> Iterator[tuple[Exercise, dict[str, Any], int]]:
    """Yield every question with the book's rule and the number of its version, 0 where it has none."""
    for item in assignment.items:
        for number, exercise in enumerate(item.exercises(seed), start=1):
            yield exercise, item.rule(exercise), number if item.variants else 0


Asked = tuple[Exercise, dict[str, Any], Callable[[dict[str, Any]], float]]
"""A question that a platform marks at once: its exercise, the book's rule, the platform's mark (0 to 1)."""


def differing(asked: Asked) -> list[dict[str, Any]]:
    """Return the answers to which the platform would give another mark than the book."""
    exercise, rule, there = asked
    found = []
    for answer in answers(exercise, rule):
        book = mark(rule, answer).points
        assert book is not None
        # Thirds have few decimals there, and the book's points are whole hundredths.
        if abs(there(answer) * rule["points"] - book) > 0.51:
            found.append(answer)
    return found


def kept_or_told(
    questions: Iterable[Asked],
    lost: Callable[[str], list[str]],
    otherwise: tuple[str, ...],
    off: float = 0,
) -> set[str]:
    """Assert that marks are the book's, unless a loss is told that lets them differ; return the types.

    ``lost`` gives what is told to be lost of an exercise; ``otherwise`` is how such losses begin; ``off`` is
    how far a full mark may be from 1.
    """
    differ: dict[str, list[Any]] = {}
    looked_at = set()
    for asked in questions:
        exercise, rule, there = asked
        looked_at.add(exercise.type)
        differ.setdefault(exercise.id, []).extend(differing(asked))
        right, *_ = answers(exercise, rule)
        if right.get("choices") != []:
            assert abs(there(right) - 1) <= off, exercise.id
    for id, found in differ.items():
        # No loss is told either that is none.
        told = [what for what in lost(id) if what.startswith(otherwise)]
        assert bool(found) == bool(told), (id, told, found[:3])
    return looked_at
