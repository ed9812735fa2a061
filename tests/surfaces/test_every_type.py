"""A type of exercise is whole: every place that has to know it does, and none knows another."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

import pytest

from seminar.exercises.model import TYPES
from seminar.exercises.reader import read
from seminar.surfaces import fallback, payload, solutions
from tests.browser.node import FRONTEND
from tests.conftest import ROOT

SAMPLES = ROOT / "tests" / "exercises" / "samples.yml"
GUIDE = ROOT / "exercises" / "writing-exercises.yml"


def names(kinds: str) -> set[str]:
    """Return the types in the front end: those that the compiler demands a module for in kinds/index.js."""
    union = re.search(r"export type KindName =(.*?);", kinds, re.DOTALL)
    assert union
    return set(re.findall(r'"([\w-]+)"', union[1]))


PLACES: dict[str, Callable[[], Collection[str]]] = {
    "_FILL in seminar/surfaces/payload.py": lambda: payload._FILL,
    "_BODIES in seminar/surfaces/fallback.py": lambda: fallback._BODIES,
    "_KEYS in seminar/surfaces/solutions.py": lambda: solutions._KEYS,
    "KindName in seminar/frontend/src/types.d.ts, and then kinds/index.js": lambda: names(
        (FRONTEND / "src" / "types.d.ts").read_text(encoding="utf-8")
    ),
    "tests/exercises/samples.yml": lambda: {one.type for one in read(SAMPLES, SAMPLES.name).exercises},
    "exercises/writing-exercises.yml": lambda: {one.type for one in read(GUIDE, GUIDE.name).exercises},
}


@pytest.mark.parametrize("place", PLACES)
def test_every_place_knows_every_type(place: str) -> None:
    known = set(PLACES[place]())
    missing, foreign = set(TYPES) - known, known - set(TYPES)
    assert not missing, f"{place} lacks {', '.join(sorted(missing))}"
    assert not foreign, f"{place} has {', '.join(sorted(foreign))}, which seminar/exercises/model.py has not"


def test_the_front_end_has_a_module_for_each_type() -> None:
    index = (FRONTEND / "src" / "kinds" / "index.js").read_text(encoding="utf-8")
    listed = re.search(r"export const kinds = \{(.*?)\};", index, re.DOTALL)
    assert listed
    found = set(re.findall(r'^  "?([\w-]+)"?[:,]', listed[1], re.MULTILINE))
    assert found == set(TYPES)
