"""The page on which authors learn shows every type, each from the one file that the book is made from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from seminar.exercises.bank import bank
from seminar.exercises.model import TYPES, Exercise
from seminar.exercises.variants import Pick
from seminar.tables import table

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "chapters/instructors/writing-exercises.md").read_text(encoding="utf-8")
EXAMPLES = bank(ROOT).chapter("writing-exercises")


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_has_an_example(kind: str) -> None:
    assert kind in {example.type for example in EXAMPLES}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.type)
def test_an_example_is_shown_as_it_is_written_and_then_alive(example: Exercise) -> None:
    source = PAGE.index(f"```{{exercise-source}} {example.id}\n```")
    alive = PAGE.index(f'\nexercise("{example.id}"')
    assert source < alive
    assert "{exercise-source}" not in PAGE[source + 5 : alive], "another example stands between"


def test_every_policy_of_partial_credit_is_in_the_table() -> None:
    fields = [kind.model_fields.get("partial") for kind in TYPES.values()]
    policies = {policy for field in fields if field for policy in get_args(field.annotation)}
    assert policies == set(
        re.findall(r"^\| `([a-z0-9-]+)` \| (?:multiple|matching|ordering)", PAGE, re.MULTILINE)
    )


def test_the_generator_that_the_page_shows_works() -> None:
    [code] = [block for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "pick: Pick" in block]
    made: dict[str, Any] = {"table": table, "Pick": Pick, "Any": Any}
    exec(code, made)
    given = made["trade_in_billions"](Pick(""))
    prompt = re.search("`prompt: (.*?)`", PAGE)
    assert prompt is not None
    assert set(re.findall("<<(.*?)>>", prompt[1])) == set(given["texts"])
    assert abs(given["answer"] - float(given["texts"]["million"]) / 1000) <= 0.05


def test_every_field_that_all_share_is_explained() -> None:
    for field in Exercise.model_fields:
        assert f"`{field}`" in PAGE
