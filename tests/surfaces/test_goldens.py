"""What other writers make for Canvas and Moodle holds the tests' own readers, and the core of what we write.

``goldens/text2qti.zip`` is what text2qti 0.8.0, which is made for Canvas, wrote of ``text2qti.txt``;
``goldens/moodle-tools.xml`` what moodle-tools 1.1.0 wrote of ``moodle-tools.yml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.surfaces import moodle_reader, test_release_moodle
from tests.surfaces.canvas_reader import Item, Package, Q, read
from tests.surfaces.fixture_platforms import several
from tests.surfaces.fixture_release import Bank, data
from tests.surfaces.test_release_qti import Made, faults

GOLDENS = Path(__file__).with_name("goldens")
FRAME = {"objective": "hold", "level": "check", "minutes": 1, "points": 1, "title": "Q", "prompt": "Well?"}
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
    return read((GOLDENS / "text2qti.zip").read_bytes())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Item]:
    """What this book writes for the same questions."""
    exercises = [{**FRAME, **each, "id": f"asked-{place}"} for place, each in ASKED.items()]
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


# -- Moodle


@pytest.fixture(scope="module")
def moodle() -> dict[str, etree._Element]:
    """The questions of the other file, by their type."""
    quiz = etree.fromstring((GOLDENS / "moodle-tools.xml").read_bytes())
    return {each.get("type"): each for each in quiz}


def test_the_other_reader_marks_what_another_writer_wrote() -> None:
    found = moodle_reader.read((GOLDENS / "moodle-tools.xml").read_bytes())
    number, choice, match, word, essay = found
    assert [number.mark(typed) for typed in ("107.56", "106.5", "99", "98.9")] == [1, 0, 0.5, 0]
    assert [choice.mark(place) for place in range(3)] == [0, 1, 0]
    assert match.choices == ["one", "two", "three"]
    assert match.mark(["one", "two"]) == 1
    assert match.mark(["one", "three"]) == 0.5
    assert [word.mark(typed) for typed in ("It fell.", " ")] == [1, 0]
    assert essay.graders == "<p>Look for a cause.</p>"


def test_a_question_for_moodle_has_the_elements_that_another_writer_gives_it(
    moodle: dict[str, etree._Element], tmp_path: Path
) -> None:
    exercises: list[dict[str, Any]] = [
        {**FRAME, **ASKED[CHOICE], "id": "choice"},
        {**FRAME, **ASKED[MARGIN], "id": "number"},
        {**FRAME, **ASKED[ESSAY], "id": "essay"},
        {
            **FRAME,
            "id": "match",
            "type": "matching",
            "pairs": [{"left": a, "right": b, "feedback": "No."} for a, b in (("a", "one"), ("b", "two"))],
            "extra": ["three"],
            "solution": "So it is.",
        },
        *(each for each in data() if each["id"] == "figure-explore-because"),
    ]
    released = test_release_moodle.Made.of(Bank(tmp_path, exercises, other=False))
    ours = [each for each in etree.fromstring(released.content) if each.findtext("idnumber")]
    assert {each.get("type") for each in ours} == set(moodle)
    for question in ours:
        other = paths(moodle[question.get("type")])
        # Hints, tags and pictures go with any question.
        assert {path for path in paths(question) if path[0] not in ("hint", "tags")} <= other | {
            ("questiontext", "file")
        }


def paths(element: etree._Element) -> set[tuple[str, ...]]:
    """Return where elements stand below this one."""
    found = set()
    for child in element:
        found |= {(child.tag,), *((child.tag, *path) for path in paths(child))}
    return found
