"""What is asked has a name that says nothing of the key, and a release an order that says nothing of it."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from seminar.exercises.fingerprint import fingerprint, question
from seminar.exercises.model import Exercise, validate

PLAIN = YAML(typ="safe", pure=True).load((Path(__file__).parent / "samples.yml").read_text(encoding="utf-8"))
SAMPLES: dict[str, dict[str, Any]] = {data["id"]: data for data in PLAIN}

TOLD = {
    "hint", "hints", "solution", "feedback", "bands", "outcome", "notes", "model_answer", "checklist",
    "answer", "tolerance", "computed_by", "argued_key", "points", "minutes", "title", "level", "objective",
    "rests_on", "partial", "within", "shown",
}  # fmt: skip


def sound(data: dict[str, Any]) -> Exercise:
    exercise, faults = validate(data)
    assert exercise is not None, faults
    return exercise


def rewritten(data: dict[str, Any], mix: random.Random) -> dict[str, Any]:
    """The same question with another key, other feedback and other help."""
    data = copy.deepcopy(data)
    for name in TOLD & set(data):
        if isinstance(data[name], str) and name not in ("level", "objective", "computed_by", "partial"):
            data[name] += f" {mix.random()}"
    match data["type"]:
        case "single-choice" | "read":
            right = mix.randrange(len(data["options"]))
            for i, option in enumerate(data["options"]):
                option |= {"correct": i == right, "feedback": f"{mix.random()}"}
        case "multiple-choice":
            for option in data["options"]:
                option |= {"correct": mix.random() < 0.5, "feedback": f"{mix.random()}"}
        case "numeric":
            data |= {"answer": mix.randrange(100), "tolerance": 0, "bands": []}
        case "ordering":
            mix.shuffle(data["items"])
            data.pop("shown", None)
        case "matching":
            rights = [*dict.fromkeys(pair["right"] for pair in data["pairs"]), *data.get("extra", [])]
            mix.shuffle(rights)
            for i, pair in enumerate(data["pairs"]):
                # Any key over the same right-hand texts, all of which stay there.
                pair["right"] = rights[mix.randrange(i + 1)] if i else rights[0]
                pair["feedback"] = f"{mix.random()}"
            used = {pair["right"] for pair in data["pairs"]}
            data["extra"] = [right for right in rights if right not in used]
        case "classification":
            for item in data["items"]:
                item |= {"box": mix.choice(data["boxes"])}
                item.pop("feedback", None)
        case "spectrum":
            for item in data["items"]:
                if "band" in item:
                    _placed_anew(item, [place["label"] for place in data["places"]], mix)
        case "explore" if "parameter" in data:
            data |= {"answer": 3, "tolerance": 0, "bands": []}
        case "explore" if "options" in data:
            for i, option in enumerate(data["options"]):
                option |= {"correct": i == len(data["options"]) - 1, "feedback": "No."}
    return data


def _placed_anew(item: dict[str, Any], places: list[str], mix: random.Random) -> None:
    first = mix.randrange(len(places))
    last = mix.randrange(first, len(places) if first else len(places) - 1)
    sides = {"before": first > 0, "after": last < len(places) - 1}
    item |= {
        "band": {"from": places[first], "to": places[last]},
        "feedback": {side: f"{mix.random()}" for side, there in sides.items() if there},
        "worked": f"{mix.random()}",
    }


def released(exercise: Exercise) -> list[str]:
    """The texts of a release in the order in which it shows them."""
    texts = {part.path: part.text for part in exercise.parts() if not part.sealed}
    group, last = ("items", "/text") if exercise.type == "ordering" else ("rights", "")
    shown = [texts.pop(f"{group}/{i}{last}") for i in exercise.released]
    return [*shown, *texts.values()]


@pytest.mark.parametrize("id", SAMPLES)
@settings(deadline=None)
@given(st.randoms(use_true_random=False))
def test_another_key_leaves_the_question_and_the_released_texts_as_they_are(id, mix):
    before, after = sound(SAMPLES[id]), sound(rewritten(SAMPLES[id], mix))
    assert question(after) == question(before)
    assert released(after) == released(before)


def test_the_key_changes_in_these_tests():
    def keys(data: dict[str, Any]) -> set[str]:
        rewrites = (rewritten(data, random.Random(i)) for i in range(9))
        return {fingerprint(sound(made)) for made in (data, *rewrites)}

    changed = [id for id, data in SAMPLES.items() if len(keys(data)) > 1]
    assert changed == [
        "sample-single", "sample-multiple", "sample-numeric", "sample-ordering", "sample-matching",
        "sample-classification", "sample-spectrum", "sample-spectrum-open", "sample-explore",
        "sample-explore-choice", "sample-read",
    ]  # fmt: skip


def test_whether_nearness_earns_points_is_no_part_of_the_question(project, monkeypatch):
    root = project()
    monkeypatch.chdir(root)
    data = SAMPLES["sample-draw"]
    data = {name: value for name, value in data.items() if name != "reveal"}
    before = question(sound(data))
    assert question(sound({**data, "within": 10})) == before
    table = root / "data" / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("110.94", "111.94"), encoding="utf-8")
    assert question(sound({**data, "within": 10})) == before


@pytest.mark.parametrize(
    ("id", "change"),
    [
        ("sample-single", {"prompt": "Which year was it for?"}),
        ("sample-single", {"options": SAMPLES["sample-single"]["options"][::-1]}),
        ("sample-numeric", {"unit": "percentage points"}),
        ("sample-matching", {"extra": ["somebody"]}),
        ("sample-classification", {"boxes": ["ruled out", "borne out", "open"]}),
        ("sample-spectrum", {"scale": "From far to near"}),
        (
            "sample-spectrum",
            {"items": [item for item in SAMPLES["sample-spectrum"]["items"] if "band" in item]},
        ),
        ("sample-spectrum-open", {"items": SAMPLES["sample-spectrum-open"]["items"][::-1]}),
        ("sample-forecast", {"range": False}),
        ("sample-draw", {"rows": ["2019", "2020"]}),
        ("sample-explore", {"parameter": "rate"}),
        ("sample-read", {"prompt": "Which bar?"}),
    ],
)
def test_another_question_has_another_name(id, change):
    if id == "sample-classification":
        items = [{"text": item["text"], "box": "borne out"} for item in SAMPLES[id]["items"]]
        before = sound({**SAMPLES[id], "boxes": ["borne out", "ruled out", "open"], "items": items})
        after = sound({**SAMPLES[id], **change, "items": items})
    else:
        before, after = sound(SAMPLES[id]), sound({**SAMPLES[id], **change})
    assert question(after) != question(before)


def test_left_hand_texts_in_another_order_are_another_question_for_responses_name_them_by_place():
    data = SAMPLES["sample-matching"]
    turned = sound({**data, "pairs": data["pairs"][::-1]})
    assert question(turned) != question(sound(data))
    assert released(turned)[: len(turned.released)] == released(sound(data))[: len(turned.released)]


def test_a_release_may_by_chance_show_the_right_order():
    """If it never did, an order that it shows could be ruled out."""
    data = SAMPLES["sample-ordering"]
    orders = {tuple(sound({**data, "id": f"ordering-{i}"}).released) for i in range(60)}
    assert len(orders) == 6


def test_types_whose_file_order_is_no_key_have_no_order_of_release():
    assert {data["type"] for data in PLAIN if sound(data).released} == {"ordering", "matching"}
