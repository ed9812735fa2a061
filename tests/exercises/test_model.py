"""What every surface sees of an exercise: its parts, its rule, its order of display and its fingerprint."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seminar.exercises.fingerprint import fingerprint
from seminar.exercises.marking import mark
from seminar.exercises.model import Draw, Ordering
from seminar.exercises.reader import read
from seminar.exercises.truth import Truth

SAMPLES = {exercise.id: exercise for exercise in read(Path(__file__).parent / "samples.yml").exercises}

PARTS = {
    "sample-single": "prompt options/0/text options/0/feedback* options/1/text options/1/feedback* "
    "options/2/text options/2/feedback* hints/0* solution*",
    "sample-multiple": "prompt options/0/text options/0/feedback* options/1/text options/1/feedback* "
    "options/2/text hints/0* hints/1* solution*",
    "sample-numeric": "prompt bands/0/feedback* bands/1/feedback* feedback* solution*",
    "sample-ordering": "prompt items/0/text items/0/note* items/1/text items/1/note* items/2/text "
    "feedback* solution*",
    "sample-matching": "prompt pairs/0/left pairs/1/left pairs/2/left rights/0 rights/1 rights/2 "
    "pairs/0/feedback* pairs/1/feedback* pairs/2/feedback* solution*",
    "sample-classification": "prompt boxes/0 boxes/1 boxes/2 items/0/text items/0/feedback/1* "
    "items/0/feedback/2* items/1/text items/1/feedback/0* solution*",
    "sample-spectrum": "prompt scale places/0/label places/0/meaning places/1/label places/1/meaning "
    "places/2/label places/2/meaning items/0/text items/0/read items/0/feedback/after* items/0/worked* "
    "items/1/text items/2/text items/2/read items/2/feedback/before* items/2/feedback/after* items/2/worked* "
    "checklist/0* checklist/1* solution*",
    "sample-spectrum-open": "prompt scale places/0/label places/0/meaning places/1/label places/1/meaning "
    "places/2/label places/2/meaning items/0/text items/0/read items/0/feedback/before* items/0/worked* "
    "items/1/text items/1/read items/1/feedback/after* items/1/worked* checklist/0* solution*",
    "sample-short-text": "prompt model_answer* checklist/0* checklist/1* solution*",
    "sample-prediction": "prompt options/0/text options/1/text outcome*",
    "sample-forecast": "prompt outcome*",
    "sample-draw": "prompt outcome* hints/0*",
    "sample-explore": "prompt bands/0/feedback* feedback* solution*",
    "sample-explore-choice": "prompt options/0/text options/1/text options/1/feedback* solution*",
    "sample-explore-because": "prompt",
    "sample-reveal": "prompt outcome*",
    "sample-read": "prompt options/0/text options/0/feedback* options/1/text solution*",
}

RULES = {
    "sample-single": {"kind": "choices", "points": 100, "correct": [False, False, True], "policy": "one"},
    "sample-multiple": {
        "kind": "choices",
        "points": 25,
        "correct": [False, True, True],
        "policy": "each-item",
    },
    "sample-numeric": {
        "kind": "bands",
        "points": 200,
        "bands": [
            {"from": "26.9", "to": "27.3", "credit": 100},
            {"from": "21.2", "to": "21.5", "credit": 50},
            {"from": None, "to": "0", "credit": 0},
        ],
    },
    "sample-ordering": {"kind": "order", "points": 100, "length": 3, "policy": "all-or-nothing"},
    "sample-matching": {
        "kind": "assign",
        "points": 300,
        "field": "pairs",
        "key": [[0], [1], [0]],
        "targets": 3,
        "policy": "each-pair",
    },
    "sample-classification": {
        "kind": "assign",
        "points": 400,
        "field": "boxes",
        "key": [[0], [1, 2]],
        "targets": 3,
        "policy": "each-item",
    },
    "sample-spectrum": {
        "kind": "assign",
        "points": 300,
        "field": "boxes",
        "key": [[0, 1], None, [1]],
        "targets": 3,
        "policy": "each-item",
    },
    "sample-spectrum-open": {
        "kind": "assign",
        "points": 200,
        "field": "boxes",
        "key": [[2], [0, 1]],
        "targets": 3,
        "policy": "all-or-nothing",
    },
    "sample-short-text": {"kind": "by-hand", "points": 300, "checklist": 2},
    "sample-prediction": {
        "kind": "complete",
        "points": 0,
        "needs": ["choice", "because", "committed"],
        "options": 2,
    },
    "sample-forecast": {
        "kind": "complete",
        "points": 50,
        "needs": ["number", "low", "high", "because", "committed"],
        "options": 0,
    },
    "sample-draw": {
        "kind": "series",
        "points": 100,
        "length": 2,
        "bands": None,
        "needs": ["values", "low", "high", "because", "committed"],
    },
    "sample-explore": {
        "kind": "bands",
        "points": 200,
        "parameter": "growth",
        "bands": [
            {"from": "10.5", "to": "11.5", "credit": 100},
            {"from": "14", "to": None, "credit": 25},
        ],
    },
    "sample-explore-choice": {"kind": "choices", "points": 100, "correct": [True, False], "policy": "one"},
    "sample-explore-because": {"kind": "complete", "points": 0, "needs": ["because"], "options": 0},
    "sample-reveal": {"kind": "complete", "points": 0, "needs": ["number", "committed"], "options": 0},
    "sample-read": {"kind": "choices", "points": 100, "correct": [False, True], "policy": "one"},
}

ANSWERS = {
    "sample-single": {"choice": 2},
    "sample-multiple": {"choices": [2, 1]},
    "sample-numeric": {"number": "27,1"},
    "sample-ordering": {"order": [0, 1, 2]},
    "sample-matching": {"pairs": [0, 1, 0]},
    "sample-classification": {"boxes": [0, 2]},
    "sample-spectrum": {"boxes": [1, None, 1], "because": "It speaks of neighbours."},
    "sample-spectrum-open": {"boxes": [2, 0], "choice": 1, "because": "It binds nobody."},
    "sample-prediction": {"choice": 0, "because": "So it seems.", "committed": True},
    "sample-forecast": {"number": "139", "low": "120", "high": "160", "because": "Slow.", "committed": True},
    "sample-draw": {
        "values": ["139", "142,5"],
        "low": "9",
        "high": "160",
        "because": "Up.",
        "committed": True,
    },
    "sample-explore": {"values": {"growth": "10,5"}},
    "sample-explore-choice": {"choice": 0, "values": {"growth": "3"}, "because": "So it seems."},
    "sample-explore-because": {"because": "So it seems."},
    "sample-reveal": {"number": "110", "committed": True},
    "sample-read": {"choice": 1},
}

every = pytest.mark.parametrize("exercise", SAMPLES.values(), ids=SAMPLES)


@every
def test_parts_name_every_text_once_and_seal_what_betrays_the_key(exercise):
    parts = exercise.parts()
    assert " ".join(part.path + "*" * part.sealed for part in parts) == PARTS[exercise.id]


def test_one_feedback_for_all_wrong_boxes_stands_at_each_of_them():
    texts = {part.path: part.text for part in SAMPLES["sample-classification"].parts()}
    assert texts["items/0/feedback/1"] == texts["items/0/feedback/2"] == "It was complete in November."


def test_an_item_may_leave_all_its_wrong_boxes_to_the_solution(tmp_path):
    text = (Path(__file__).parent / "samples.yml").read_text(encoding="utf-8")
    silent = text.replace("      feedback: It was complete in November.\n", "")
    assert silent != text
    file = tmp_path / "samples.yml"
    file.write_text(silent, encoding="utf-8")
    reading = read(file)
    assert reading.mistakes == []
    parts = next(ex for ex in reading.exercises if ex.id == "sample-classification").parts()
    assert not any(part.path.startswith("items/0/feedback") for part in parts)


def test_one_s_own_placing_is_no_part_of_the_mark():
    rule = SAMPLES["sample-spectrum"].rule()
    marks = [mark(rule, {"boxes": [1, own, 0]}) for own in (None, 0, 1, 2)]
    assert {(made.points, tuple(made.detail["items"])) for made in marks} == {
        (150, ("right", "own", "wrong"))
    }
    assert mark(rule, {"boxes": [None, 2, None]}).reason == "empty"


@pytest.mark.parametrize("place", [0, 1])
def test_every_place_of_a_band_is_right(place):
    assert mark(SAMPLES["sample-spectrum"].rule(), {"boxes": [place, None, 1]}).reason == "right"


def test_labels_are_inline_and_explanations_are_blocks():
    inline = {part.path.split("/")[-1] for ex in SAMPLES.values() for part in ex.parts() if part.inline}
    assert {step for step in inline if not step.isdigit()} == {
        "text",
        "left",
        "scale",
        "label",
        "meaning",
        "read",
    }
    assert not any(part.inline for ex in SAMPLES.values() for part in ex.parts() if "feedback" in part.path)


@every
def test_the_rule_is_plain_json(exercise):
    assert exercise.rule() == RULES[exercise.id]
    assert json.loads(json.dumps(exercise.rule())) == exercise.rule()


@pytest.mark.parametrize("id", ANSWERS)
def test_the_right_answer_gets_all_the_points(id):
    made = mark(SAMPLES[id].rule(), ANSWERS[id])
    assert made.points == made.of == SAMPLES[id].hundredths


def test_options_and_items_in_boxes_are_shown_as_the_file_has_them():
    assert SAMPLES["sample-single"].shown == [0, 1, 2]
    assert SAMPLES["sample-classification"].shown == [0, 1]


def test_an_order_that_the_file_states_is_the_one_shown():
    assert SAMPLES["sample-ordering"].shown == [2, 0, 1]


def test_matching_mixes_the_right_hand_texts():
    shown = SAMPLES["sample-matching"].shown
    assert sorted(shown) == [0, 1, 2]
    assert shown != [0, 1, 2]


def ordering(id: str, size: int) -> Ordering:
    return Ordering.model_validate(
        {
            "id": id,
            "type": "ordering",
            "title": "t",
            "objective": "o",
            "level": "check",
            "minutes": 1,
            "points": 1,
            "prompt": "p",
            "items": [{"text": f"item {i}"} for i in range(size)],
            "feedback": "f",
            "solution": "s",
        }
    )


@given(st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9})?", fullmatch=True), st.integers(3, 20))
def test_ordering_never_starts_from_the_right_order(id, size):
    shown = ordering(id, size).shown
    assert sorted(shown) == list(range(size))
    assert shown != list(range(size))
    assert shown == ordering(id, size).shown


def test_the_order_shown_is_the_same_on_every_machine():
    assert ordering("bridge-dates", 5).shown == [2, 4, 1, 3, 0]


@every
def test_a_fingerprint_is_16_hexadecimal_digits_and_lasts(exercise):
    again = next(ex for ex in read(exercise.file).exercises if ex.id == exercise.id)
    assert fingerprint(exercise) == fingerprint(again)
    assert len(fingerprint(exercise)) == 16
    int(fingerprint(exercise), 16)


def changed(id: str, old: str, new: str, tmp_path: Path) -> str:
    text = (Path(__file__).parent / "samples.yml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "changed.yml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    reading = read(path)
    assert reading.mistakes == []
    return fingerprint(next(exercise for exercise in reading.exercises if exercise.id == id))


@pytest.mark.parametrize(
    ("id", "old", "new"),
    [
        ("sample-single", "Which year was the target for?", "Which year was it for?"),
        ("sample-single", "text: in 2020", "text: in 2021"),
        ("sample-multiple", "{text: in 2019, correct: true}", "{text: in 2019, feedback: No.}"),
        ("sample-numeric", "unit: per cent", "unit: percentage points"),
        ("sample-numeric", "answer: 27.1", "answer: 27.15"),
        ("sample-ordering", "the year 2018, note", "the year 2016, note"),
        ("sample-matching", "One line, right: Guan", "One line, right: Trenin"),
        ("sample-matching", "extra: [nobody]", "extra: [somebody]"),
        ("sample-classification", "box: borne out", "box: [borne out, no]"),
        ("sample-classification", "boxes: [borne out, ruled out", "boxes: [ruled out, borne out"),
        ("sample-spectrum", "label: beside, meaning: each for itself", "label: beside, meaning: near"),
        ("sample-spectrum", "scale: From apart", "scale: From alone"),
        ("sample-spectrum", "read: its last line", "read: its first and last line"),
        ("sample-spectrum", "      defended: true\n", ""),
        ("sample-spectrum-open", "text: The treaty", "text: The pact"),
        ("sample-forecast", "  range: true\n", ""),
        ("sample-draw", "rows: [2018, 2019]", "rows: [2019, 2020]"),
        ("sample-draw", "  start: 2017\n", ""),
        ("sample-draw", "step: 0.5", "step: 0.25"),
        ("sample-draw", "  reveal: on-recall\n", "  within: 10\n"),
        ("sample-explore", "answer: 11", "answer: 12"),
        ("sample-explore", "parameter: growth", "parameter: rate"),
        ("sample-explore-choice", "text: the buyer's, correct", "text: the buyer, correct"),
        ("sample-reveal", "hide: [bar-2019]", "hide: [bar-2018]"),
        ("sample-read", "mark: bar-2017", "mark: bar-2018"),
    ],
)
def test_another_question_has_another_fingerprint(id, old, new, tmp_path):
    assert changed(id, old, new, tmp_path) != fingerprint(SAMPLES[id])


@pytest.mark.parametrize(
    ("id", "old", "new"),
    [
        ("sample-single", "That was the older target.", "That was the target of 2011."),
        ("sample-single", "One of them is older.", "Look at the dates."),
        ("sample-single", "It was 2024.", "The later target was for 2024."),
        ("sample-single", "points: 1\n", "points: 2\n"),
        ("sample-numeric", "credit: 50", "credit: 25"),
        ("sample-spectrum", "after: It binds nobody.", "after: Nobody is bound by it."),
        ("sample-spectrum", "worked: It speaks of neighbours.", "worked: Neighbours are named."),
        ("sample-short-text", "It names a border.", "It names two borders."),
        ("sample-forecast", "It was 240.", "It was 240 in 2023."),
        ("sample-draw", "outcome: It rose.", "outcome: It rose in one year."),
        ("sample-draw", "  reveal: on-recall\n", ""),
        ("sample-explore", "credit: 25", "credit: 30"),
    ],
)
def test_better_feedback_keeps_the_fingerprint_and_so_the_students_answers(id, old, new, tmp_path):
    assert changed(id, old, new, tmp_path) == fingerprint(SAMPLES[id])


def drawing(**changes: object) -> Draw:
    fields = {
        "id": "d", "type": "draw", "title": "t", "objective": "o", "level": "check", "minutes": 1,
        "points": 1, "prompt": "p", "table": "trade", "column": "total_usd_billion", "rows": [2018, 2019],
        "from": 0, "to": 200, "step": 1, "outcome": "o", **changes,
    }  # fmt: skip
    return Draw.model_validate(fields, strict=False)


def test_the_truth_of_a_drawing_is_read_from_its_table(project, monkeypatch):
    monkeypatch.chdir(project())
    found = drawing(start=2017, divide=2).truth()
    assert found.xs == ("2018", "2019")
    assert [str(value) for value in found.values] == ["53.53", "55.47"]
    assert (found.start[0], str(found.start[1])) == ("2017", "42.1")
    assert found.turning == []


def test_marks_for_points_within_a_band_of_the_truth(project, monkeypatch):
    monkeypatch.chdir(project())
    exercise = drawing(within=10)
    assert exercise.rule()["bands"] == [["96.354", "117.766"], ["99.846", "122.034"]]
    made = mark(exercise.rule(), {"values": ["96,354", "122.035"], "committed": True})
    assert (made.points, made.detail) == (50, {"reason": "partly", "inside": [True, False]})


def test_another_truth_is_another_question_only_where_it_earns_points(project, monkeypatch):
    root = project()
    monkeypatch.chdir(root)
    before = [fingerprint(drawing()), fingerprint(drawing(within=10))]
    table = root / "data" / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("110.94", "111.94"), encoding="utf-8")
    after = [fingerprint(drawing()), fingerprint(drawing(within=10))]
    assert [one == two for one, two in zip(before, after, strict=True)] == [True, False]


@pytest.mark.parametrize(
    ("values", "turning"),
    [("1 2 3", ""), ("1 3 2", "b"), ("1 3 3 2 4", "b d"), ("1 1 1", ""), ("3 2 2", ""), ("2 1 2 1", "b c")],
)
def test_turning_points_are_where_rise_and_fall_meet(values, turning):
    numbers = tuple(map(Decimal, values.split()))
    assert Truth(tuple("abcdef"[: len(numbers)]), numbers, None).turning == turning.split()
