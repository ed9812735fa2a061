"""The schema that editors use is the model's, and what it allows is what the reader reads."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from seminar.exercises.schema import schema

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema()))


def data(path: Path) -> object:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def test_the_committed_schema_is_current():
    assert (ROOT / "exercises" / "schema.json").read_text(encoding="utf-8") == schema(), (
        "run: seminar schema --to exercises/schema.json"
    )


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))


@pytest.mark.parametrize(
    "path", [HERE / "samples.yml", *sorted((ROOT / "exercises").glob("*.yml"))], ids=lambda path: path.stem
)
def test_sound_files_are_valid_by_the_schema(path):
    assert [error.message for error in VALIDATOR.iter_errors(data(path))] == []


@pytest.mark.parametrize("name", ["unknown-key", "missing-fields", "no-type", "unknown-type", "wrong-enums",
                                  "number-as-text", "bad-numbers", "bad-id", "wrong-shapes",
                                  "not-a-list"])  # fmt: skip
def test_an_editor_sees_the_mistakes_that_a_schema_can_tell(name):
    assert not VALIDATOR.is_valid(data(HERE / "broken" / f"{name}.yml"))
