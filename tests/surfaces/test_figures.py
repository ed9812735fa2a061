"""An exercise and its figure: what everybody may see, what is sealed, and what does not go together."""

from __future__ import annotations

import json
import re
from typing import Any

import matplotlib.pyplot as plt
import pytest

from seminar.exercises.model import Exercise
from seminar.exercises.model import validate as validated
from seminar.figures.svg import marks
from seminar.surfaces import display, keeping
from seminar.surfaces.fallback import fallback
from seminar.surfaces.figures import FigureMismatch, labelled, numbers_table, picture, settings
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import payload, unseal
from seminar.surfaces.widget import ExerciseWidget
from tests.browser import fixture_page
from tests.browser.fixture_figures import FIGURES, FIXTURES, block, exercises, figure, made

EVERY = list(FIGURES)


def changed(name: str, **fields: object) -> Exercise:
    """The fixture exercise with other fields."""
    raw = exercises()[name].model_dump(by_alias=True, exclude_unset=True) | fields
    made, faults = validated(raw)
    assert made is not None, faults
    return made


def data(name: str) -> dict[str, Any]:
    return figure(name).data()


@pytest.mark.parametrize("name", EVERY)
def test_the_page_holds_the_picture_once_and_nothing_sealed(name: str) -> None:
    exercise = exercises()[name]
    shown = block(exercise)
    assert shown.count("<svg") == 1
    html = rendered(exercise)
    for part in exercise.parts():
        if part.sealed:
            assert html[part.path] not in shown
    inside = json.loads(shown.partition('class="seminar-payload">')[2].partition("</script>")[0])
    assert unseal(inside["sealed"])["rule"] == exercise.rule()
    assert "svg" not in inside["figure"]
    assert inside["figure"]["axes"] == data(name)["axes"]


def test_what_a_reveal_hides_is_sealed_with_the_numbers() -> None:
    shown = picture(exercises()["figure-reveal"], data("figure-reveal"), "a")
    assert shown is not None
    assert "numbers" not in shown.public
    assert list(shown.sealed["hidden"]) == ["bar-2023", "bar-2024"]
    assert shown.sealed["numbers"] == data("figure-reveal")["numbers"]
    assert marks(shown.svg) == marks(data("figure-reveal")["svg"])
    for fragment in shown.sealed["hidden"].values():
        assert re.findall(r' d="([^"]+)"', fragment)[0] not in shown.svg


def test_a_drawing_has_its_truth_and_its_turning_points_sealed() -> None:
    exercise = exercises()["figure-draw"]
    made = payload(exercise, rendered(exercise), picture(exercise, data("figure-draw"), "a"))
    sealed = unseal(made["sealed"])
    assert len(sealed["truth"]) == len(made["xs"]) == 6
    assert set(sealed["turning"]) <= set(made["xs"])
    assert made["start"]["x"] == "2018"
    assert made["figure"]["numbers"]["rows"][-1][0] == "2018"


def test_rows_of_the_truth_are_kept_back_until_it_appears() -> None:
    given = data("figure-draw")
    rows = [*given["numbers"]["rows"], ["2019", "110.9"]]
    shown = picture(exercises()["figure-draw"], {**given, "numbers": {**given["numbers"], "rows": rows}}, "a")
    assert shown is not None
    assert shown.public["numbers"] == given["numbers"]
    assert shown.sealed["numbers"]["rows"] == rows


def test_the_ids_of_a_grid_s_values_get_the_page_s_prefix() -> None:
    shown = picture(exercises()["figure-explore"], data("figure-explore"), "fig-page")
    assert shown is not None
    text = json.dumps(shown.public) + shown.svg
    assert "fig-page-" in text
    assert "f00000000-" not in text


def test_without_a_figure_nothing_changes() -> None:
    exercise = fixture_page.exercises()["fixture-single"]
    html = rendered(exercise)
    assert picture(exercise, None, "") is None
    assert "figure" not in payload(exercise, html)
    assert "<figure" not in fallback(exercise, html)


@pytest.mark.parametrize(
    ("name", "given", "fields", "message"),
    [
        ("figure-draw", None, {}, r'draw and has no figure: write exercise\("figure-draw", chart\(fig'),
        ("figure-explore", None, {}, r"and has no figure: write exercise\(.*, explore\(model"),
        ("figure-explore", "figure-read", {}, r"of type explore: give it what explore\(\) returns"),
        ("figure-reveal", "figure-explore", {}, r"of type reveal: give it what chart\(\) returns"),
        ("figure-reveal", "figure-reveal", {"hide": ["bar-2042"]}, "mark 'bar-2042'.*did you mean bar-2"),
        ("figure-read", "figure-draw", {}, "which its figure does not draw; there are trade"),
        ("figure-explore", "figure-explore-choice", {"parameter": "rate"}, "asks for 'rate', which"),
        ("figure-explore", "figure-explore-choice", {"parameter": "reporter"}, "which is no slider of its"),
        ("figure-explore", "figure-explore", {"answer": 30}, "no position of growth is within 0.5 of 30"),
        ("figure-draw", "figure-draw", {"to": 400}, "400 lies outside the y axis of its figure: widen it"),
        ("figure-draw", "figure-draw", {"start": 2005}, "2005 lies outside the x axis"),
        ("figure-draw", "figure-draw-dates", {}, "300 lies outside the y axis|lies outside the x axis"),
        ("figure-draw-dates", "figure-draw", {}, "2020-01 has no place on the linear x axis"),
        ("figure-draw-log", "figure-draw-log", {"from": 0}, "0 has no place on the log y axis"),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_refused(
    name: str, given: str | None, fields: dict[str, Any], message: str
) -> None:
    exercise = changed(name, **fields)
    with pytest.raises(FigureMismatch, match=message):
        picture(exercise, data(given) if given else None, "a")


def test_a_drawing_needs_one_pair_of_axes() -> None:
    given = data("figure-draw")
    with pytest.raises(FigureMismatch, match="its figure has 2"):
        picture(exercises()["figure-draw"], {**given, "axes": given["axes"] * 2}, "a")


def test_other_types_take_no_figure() -> None:
    with pytest.raises(FigureMismatch, match=r'takes no figure: write exercise\("fixture-single"\)'):
        picture(fixture_page.exercises()["fixture-single"], data("figure-read"), "a")


def test_what_people_wrote_is_text_in_the_page() -> None:
    table = numbers_table({"columns": ["<b>"], "rows": [["<i>"]], "numeric": [False]}, 'a "b" & c')
    assert "<b>" not in table
    assert "<i>" not in table
    assert labelled("<svg >", '"><script>').count("<") == 1
    grid = {"parameters": [{"label": "<b>", "texts": ["<i>"], "initial": 0}]}
    assert "<b>" not in settings(grid)
    assert "<i>" not in settings(grid)
    assert settings(None) == ""


def test_the_browser_s_fixtures_are_current() -> None:
    file = FIXTURES / "figures.json"
    assert json.loads(file.read_text(encoding="utf-8")) == json.loads(json.dumps(made())), (
        "run: python -m tests.browser.fixture_figures"
    )


# -- in a notebook


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel outside the build, whose bank is the fixtures."""

    class FakeBank:
        def exercise(self, name: str) -> Exercise:
            return (exercises() | fixture_page.exercises())[name]

    monkeypatch.delenv(display.BUILD, raising=False)
    monkeypatch.setattr(display, "bank", FakeBank)
    monkeypatch.setattr(keeping, "_shown", {})
    monkeypatch.setattr(display, "_figures", {})


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.usefixtures("session")
def test_a_widget_has_its_picture_with_it(name: str) -> None:
    widget = display.exercise(name, figure(name))
    assert isinstance(widget, ExerciseWidget)
    assert widget.payload["figure"]["svg"].startswith("<svg")
    assert exercises()[name].title in widget.payload["figure"]["alt"]
    assert widget.payload["figure"]["source"].startswith("Source: ")
    assert (widget.asked is None) is (exercises()[name].figure == "chart")


@pytest.mark.usefixtures("session")
def test_the_kernel_answers_for_any_value() -> None:
    widget = display.exercise("figure-explore", figure("figure-explore"))
    assert isinstance(widget, ExerciseWidget)
    widget.asked = {"growth": "11,3"}
    assert widget.answered["asked"] == {"growth": "11,3"}
    assert widget.answered["error"] is None
    assert {mark["gid"] for mark in widget.answered["marks"]} == {"path", "met"}
    assert widget.answered["numbers"]["rows"][-1] == ["2024", "203.5"]
    widget.asked = {"growth": "1000"}
    assert "it can be 0 to 20" in widget.answered["error"]
    assert widget.answered["marks"] == []


@pytest.mark.usefixtures("session")
def test_recall_finds_the_figure_of_the_same_session() -> None:
    display.exercise("figure-reveal", figure("figure-reveal"))
    again = display.recall("figure-reveal")
    assert isinstance(again, ExerciseWidget)
    assert again.view == "recall"
    assert again.payload["figure"]["svg"].startswith("<svg")


@pytest.mark.usefixtures("session")
def test_recall_without_its_figure_asks_for_it() -> None:
    with pytest.raises(FigureMismatch, match="has no figure"):
        display.recall("figure-reveal")
    with pytest.raises(ValueError, match="shows forecasts that wait"):
        display.recall("figure-draw", figure("figure-draw"))
    assert display.recall("figure-draw-dates", figure("figure-draw-dates"))


def test_in_the_build_the_figure_goes_with_the_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(display.BUILD, "1")
    shown: Any = display.exercise("figure-read", figure("figure-read"))
    [bundle] = shown._repr_mimebundle_().values()
    assert bundle == {"id": "figure-read", "figure": data("figure-read")}
    assert json.loads(json.dumps(bundle)) == bundle


def test_a_figure_that_is_no_chart_is_refused() -> None:
    fig, _ = plt.subplots()
    plt.close(fig)
    wrong: Any = fig
    with pytest.raises(FigureMismatch, match=r"has a Figure: give it what chart\(\) or explore\(\) returns"):
        display.exercise("figure-read", wrong)
