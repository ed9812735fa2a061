"""What another writer makes for Canvas holds the tests' own reader, and the core of what this book writes.

``goldens/text2qti.zip`` is what text2qti 0.8.0, which is made for Canvas, wrote of the questions in
``goldens/text2qti.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.surfaces.canvas_reader import Item, Package, Q, read
from tests.surfaces.fixture_platforms import several
from tests.surfaces.fixture_release import Bank
from tests.surfaces.test_release_qti import Made, faults

GOLDEN = Path(__file__).with_name("goldens") / "text2qti.zip"
CHOICE, ANSWERS, MARGIN, EXACT, RANGE, ESSAY = range(6)
ASKED: dict[int, dict[str, Any]] = {
    CHOICE: {
        "type": "single-choice",
        "options": [
            {"text": "Neither", "feedback": "Look again."},
            {"text": "Both", "correct": True, "feedback": "Yes: importers do."},
            {"text": "One", "feedback": "Look again."},
        ],
        "solution": "One of these does.",
    },
    ANSWERS: several("answers", "++--", "all-or-nothing"),
    MARGIN: {
        "type": "numeric",
        "answer": 107.06,
        "tolerance": 0.5,
        "feedback": "Not so.",
        "solution": "So it is.",
    },
    ESSAY: {"type": "short-text", "model_answer": "They differ.", "checklist": ["It names a cause."]},
}
"""The same questions as exercises of a book."""


@pytest.fixture(scope="module")
def golden() -> Package:
    """The package as read."""
    return read(GOLDEN.read_bytes())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Item]:
    """What this book writes for the same questions."""
    frame = {
        "objective": "hold",
        "level": "check",
        "minutes": 1,
        "points": 1,
        "title": "Q",
        "prompt": "Well?",
    }
    exercises = [{**frame, **each, "id": f"asked-{place}"} for place, each in ASKED.items()]
    return Made.of(Bank(tmp_path_factory.mktemp("bank"), exercises, other=False)).package.items


def test_the_reader_marks_what_another_writer_wrote(golden: Package) -> None:
    choice, answers, margin, exact, between, essay = golden.items
    (line,) = choice.lines
    assert [choice.mark({"response1": {ident}}) for ident in line.labels] == [0, 1, 0]
    first, second, third, _ = answers.lines[0].labels
    for chosen, share in (
        ({first, second}, 1),
        ({first}, 0.5),
        ({first, third}, 0),
        ({first, second, third}, 0.5),
    ):
        assert answers.mark({"response1": chosen}) == share
    for question, right, wrong in (
        (margin, ("107.06", "106.56", "107.56"), ("106.55", "107.57")),
        (exact, ("-20", "-20.0"), ("20", "-19.99")),
        (between, ("10", "15", "20.5"), ("9.99", "20.51")),
    ):
        assert {question.mark({"response1": typed}) for typed in right} == {1}
        assert {question.mark({"response1": typed}) for typed in wrong} == {0}
    assert essay.kind == "essay_question"


def test_the_core_s_own_description_takes_what_another_writer_wrote(golden: Package) -> None:
    assert faults(golden.assessment) == ""


@pytest.mark.parametrize("place", ASKED)
def test_a_core_question_is_asked_and_scored_as_another_writer_has_it(
    place: int, golden: Package, written: list[Item]
) -> None:
    ours = written[list(ASKED).index(place)]
    assert list(core(ours)) == list(core(golden.items[place]))


def core(item: Item) -> Iterator[tuple[object, ...]]:
    """Yield what decides how a question is asked and scored: elements by depth, no texts or feedback."""
    labels = {each.get("ident"): place for place, each in enumerate(item.element.iter(f"{Q}response_label"))}
    yield from _core(item.element, 0, labels)


def _core(element: etree._Element, depth: int, labels: dict[str, int]) -> Iterator[tuple[object, ...]]:
    name = etree.QName(element).localname
    if name in ("itemfeedback", "displayfeedback"):
        return
    if name == "respcondition" and element.find(f"{Q}setvar") is None:
        return
    kept = {key: value for key, value in element.attrib.items() if key in _DECIDING}
    yield depth, name, kept, _value(name, element.text or "", labels)
    for child in element:
        yield from _core(child, depth + 1, labels)


_DECIDING = {"rcardinality", "respident", "varname", "vartype", "action", "continue", "fibtype", "texttype"}


def _value(name: str, text: str, labels: dict[str, int]) -> object:
    match name:
        case "varequal" | "vargte" | "varlte" | "setvar":
            return labels[text] if text in labels else Decimal(text)
        case "fieldlabel":
            return text
        case "fieldentry" if text.endswith("_question"):
            return text
    return None
