"""The widget in Python: what was answered, what it is worth, and that it can be watched."""

from __future__ import annotations

from typing import Any

import ipywidgets
import pytest

from seminar.surfaces import display, keeping
from seminar.surfaces.widget import ExerciseWidget
from tests.browser.fixture_page import exercises


def record(widget: ExerciseWidget, response: dict[str, Any], state: str = "answered") -> dict[str, Any]:
    data = widget.payload
    return {
        "version": 1,
        "id": data["id"],
        "fingerprint": data["fingerprint"],
        "response": response,
        "state": state,
        "attempts": 1,
        "hints": 0,
        "solution": False,
        "changed": "2026-11-21T12:00:00.000Z",
    }


@pytest.fixture
def widget() -> ExerciseWidget:
    return ExerciseWidget(exercises()["fixture-multiple"])


def test_before_any_answer(widget: ExerciseWidget) -> None:
    assert widget.response == {}
    assert widget.mark.points == 0
    assert widget.mark.reason == "empty"


def test_an_answer_has_a_mark_and_can_be_watched(widget: ExerciseWidget) -> None:
    seen: list[Any] = []
    widget.observe(lambda change: seen.append(change["new"]), "response")
    widget.record = record(widget, {"choices": [0, 2]})
    assert widget.response == {"choices": [0, 2]}
    assert seen == [{"choices": [0, 2]}]
    assert (widget.mark.points, widget.mark.of, widget.mark.reason) == (200, 200, "right")


def test_a_claimed_mark_is_never_read(widget: ExerciseWidget) -> None:
    widget.record = {**record(widget, {"choices": [1]}), "points": 200, "mark": 200}
    assert widget.mark.points == 0


@pytest.mark.parametrize("broken", [{"response": 5}, {"response": None}, {"x": 1}])
def test_a_broken_record_is_no_answer(broken: dict[str, Any], widget: ExerciseWidget) -> None:
    widget.record = broken
    assert widget.response == {}
    assert widget.mark.points == 0


def test_it_sits_in_layouts(widget: ExerciseWidget) -> None:
    box = ipywidgets.VBox([widget, ipywidgets.HBox([ipywidgets.Label("beside")])])
    assert box.children[0] is widget
    assert repr(widget) == "<exercise fixture-multiple>"


class FakeBank:
    def exercise(self, name: str) -> Any:
        return exercises()[name]


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel outside the build, whose bank is the fixtures."""
    monkeypatch.delenv(display.BUILD, raising=False)
    monkeypatch.setattr(display, "bank", FakeBank)
    monkeypatch.setattr(keeping, "_shown", {})


def test_in_the_build_an_exercise_is_its_id_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(display.BUILD, "1")
    shown: Any = display.exercise("anything")
    assert shown._repr_mimebundle_() == {"application/vnd.seminar.exercise+json": {"id": "anything"}}
    met: Any = display.recall("anything")
    assert met._repr_mimebundle_() == {"application/vnd.seminar.recall+json": {"id": "anything"}}


@pytest.mark.usefixtures("session")
def test_recall_shows_what_was_predicted_in_the_same_session() -> None:
    first = display.exercise("fixture-vote")
    assert isinstance(first, ExerciseWidget)
    first.record = record(first, {"choice": 1, "because": "habit", "committed": True}, "committed")
    again = display.recall("fixture-vote")
    assert isinstance(again, ExerciseWidget)
    assert again.view == "recall"
    assert again.response == {"choice": 1, "because": "habit", "committed": True}


@pytest.mark.usefixtures("session")
def test_running_a_cell_again_keeps_the_answer_and_both_follow_each_other() -> None:
    first, second = display.exercise("fixture-single"), display.exercise("fixture-single")
    assert isinstance(first, ExerciseWidget)
    assert isinstance(second, ExerciseWidget)
    second.record = record(second, {"choice": 0})
    assert first.response == {"choice": 0}
    third = display.exercise("fixture-single")
    assert isinstance(third, ExerciseWidget)
    assert third.response == {"choice": 0}


@pytest.mark.usefixtures("session")
def test_only_predictions_are_met_again() -> None:
    with pytest.raises(ValueError, match="recall\\(\\) shows forecasts that wait"):
        display.recall("fixture-single")
