"""The payload holds the question in the open, and all that betrays the key sealed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seminar.exercises.fingerprint import fingerprint
from seminar.exercises.marking import mark
from seminar.exercises.model import Exercise
from seminar.surfaces.fallback import fallback
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import payload, seal, unseal
from tests.browser.fixture_page import exercises
from tests.browser.node import FRONTEND, node

EVERY = exercises()


@pytest.mark.parametrize("name", EVERY)
def test_nothing_sealed_can_be_read(name: str) -> None:
    exercise = EVERY[name]
    html = rendered(exercise)
    shown = json.dumps(payload(exercise, html), ensure_ascii=False) + fallback(exercise, html)
    for part in exercise.parts():
        if part.sealed:
            assert html[part.path] not in shown
        else:
            assert json.dumps(html[part.path], ensure_ascii=False)[1:-1] in shown


@pytest.mark.parametrize("name", EVERY)
def test_every_part_reaches_the_browser(name: str) -> None:
    exercise = EVERY[name]
    html = rendered(exercise)
    data = payload(exercise, html)
    held = json.dumps([{**data, "sealed": None}, unseal(data["sealed"])], ensure_ascii=False)
    for text in html.values():
        assert json.dumps(text, ensure_ascii=False)[1:-1] in held
    assert unseal(data["sealed"])["rule"] == exercise.rule()
    assert data["fingerprint"] == fingerprint(exercise)
    assert data["points"] == exercise.hundredths


@pytest.mark.parametrize(("name", "texts"), [("fixture-ordering", "items"), ("fixture-matching", "rights")])
def test_an_order_that_is_the_key_is_not_shown(name: str, texts: str) -> None:
    exercise = EVERY[name]
    html = rendered(exercise)
    data = payload(exercise, html)
    order = unseal(data["sealed"])["shown"]
    assert order != sorted(order)
    assert sorted(order) == list(range(len(order)))
    last = "/text" if texts == "items" else ""
    assert data[texts] == [html[f"{texts}/{i}{last}"] for i in order]
    assert "shown" not in data


def test_a_part_without_html_is_an_error() -> None:
    exercise: Exercise = EVERY["fixture-single"]
    html = rendered(exercise)
    del html["hints/1"]
    with pytest.raises(KeyError, match="fixture-single: no HTML for hints/1"):
        payload(exercise, html)


def test_the_browser_opens_what_python_seals(tmp_path: Path) -> None:
    content = {"rule": {"kind": "choices"}, "solution": "«ё» 中俄 ¶ <b>&amp;</b> \U0001f409"}
    script = tmp_path / "open.mjs"
    script.write_text(
        f"import {{ unseal }} from {json.dumps((FRONTEND / 'src' / 'seal.js').as_uri())};"
        f"console.log(JSON.stringify(unseal({json.dumps(seal(content))})));",
        encoding="utf-8",
    )
    assert json.loads(node(script).stdout) == content
    assert unseal(seal(content)) == content


def test_the_same_exercise_gives_the_same_bytes() -> None:
    first, second = (payload(exercises()[name], rendered(EVERY[name])) for name in ["fixture-text"] * 2)
    assert json.dumps(first) == json.dumps(second)


def test_the_sealed_rule_marks() -> None:
    data = payload(EVERY["fixture-numeric"], rendered(EVERY["fixture-numeric"]))
    assert mark(unseal(data["sealed"])["rule"], {"number": "27,2"}).points == 200
