"""Figures that answer, in every state: drawn, explored, revealed and read, by mouse, touch and keyboard."""

from __future__ import annotations

import json
import math
import random
import re
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from seminar.figures.style import PALETTE
from seminar.surfaces.payload import unseal
from seminar.surfaces.widget import ExerciseWidget
from tests.browser import fixture_page
from tests.browser.conftest import Reader, faults
from tests.browser.test_types import MODES, Keyboard, Mouse, Touch, focus_in, sound

pytestmark = pytest.mark.browser

DRAW, DATES, LOG = "figure-draw", "figure-draw-dates", "figure-draw-log"
EXPLORE, CHOICE, BECAUSE = "figure-explore", "figure-explore-choice", "figure-explore-because"
REVEAL, READ = "figure-reveal", "figure-read"
ALL = [DRAW, DATES, LOG, EXPLORE, CHOICE, BECAUSE, REVEAL, READ]
RECALLS = [DATES, REVEAL]

Visit = Callable[..., tuple[Page, Mouse, Locator]]


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest) -> Any:
    return MODES[request.param]


@pytest.fixture
def visit(mode: Any, reader: Callable[..., Reader]) -> Visit:
    """Open a page with one exercise, in one mode."""

    def open_page(name: str, **options: Any) -> tuple[Page, Mouse, Locator]:
        hand, theme, width = mode
        person = reader(viewport={"width": width, "height": 800}, has_touch=hand is Touch)
        page = person.open([name], theme=theme, **options)
        return page, hand(page), page.locator(".seminar-exercise")

    return open_page


def payload(name: str) -> Any:
    return fixture_page.figures()[name]["payload"]


def sealed(name: str) -> Any:
    return unseal(payload(name)["sealed"])


def button(place: Locator, text: str) -> Locator:
    return place.get_by_role("button", name=text, exact=True)


# -- the map, as the contract states it, written again


def straight(scale: str, value: Any) -> float:
    if scale == "log":
        return math.log10(float(value))
    if scale == "date":
        text = str(value)
        for pattern in ("%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d", "%Y-%m"):
            try:
                found = datetime.strptime(text, pattern)
            except ValueError:
                continue
            return (
                found.replace(tzinfo=found.tzinfo or UTC) - datetime(1970, 1, 1, tzinfo=UTC)
            ).total_seconds() / 86400
        raise ValueError(text)
    return float(value)


def place(axis: Any, value: Any) -> float:
    """Where a value lies in the picture."""
    low, high = (straight(axis["scale"], each) for each in axis["data"])
    first, last = axis["svg"]
    return float(first + (straight(axis["scale"], value) - low) / (high - low) * (last - first))


def value_at(axis: Any, where: float) -> float:
    """Which value lies at a place of the picture, in days for dates."""
    low, high = (straight(axis["scale"], each) for each in axis["data"])
    first, last = axis["svg"]
    found = low + (where - first) / (last - first) * (high - low)
    return float(10**found if axis["scale"] == "log" else found)


def points(path: str) -> list[tuple[float, float]]:
    numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def same(path: str, other: str, within: float = 0.1) -> bool:
    """Whether two paths have the same commands, and numbers at most so far apart."""
    one, two = ([float(x) for x in re.findall(r"-?\d+(?:\.\d+)?", text)] for text in (path, other))
    letters = [re.sub(r"[^A-Za-z]", "", text) for text in (path, other)]
    return (
        letters[0] == letters[1]
        and len(one) == len(two)
        and all(abs(a - b) <= within for a, b in zip(one, two, strict=True))
    )


# -- draw


def handle(exercise: Locator, x: str) -> Locator:
    return exercise.get_by_role("slider", name=x, exact=True)


def box(exercise: Locator, label: str) -> Locator:
    return exercise.get_by_role("textbox", name=label, exact=True)


def on_screen(exercise: Locator, x: float, y: float) -> tuple[float, float]:
    """Return where a place of the picture is in the window, scrolled into sight."""
    svg = exercise.locator("svg.seminar-figure")
    svg.scroll_into_view_if_needed()
    found = svg.evaluate("""(e) => {
          const box = e.getBoundingClientRect();
          return [box.left, box.top, box.width / e.viewBox.baseVal.width];
        }""")
    left, top, unit = found
    return left + x * unit, top + y * unit


def touch(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    session = page.context.new_cdp_session(page)
    steps = [
        (start[0] + (end[0] - start[0]) * k / 8, start[1] + (end[1] - start[1]) * k / 8) for k in range(9)
    ]
    for kind, places in (("touchStart", steps[:1]), ("touchMove", steps[1:])):
        for x, y in places:
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def set_value(hand: Mouse, exercise: Locator, name: str, x: str, value: float) -> None:
    """Take the handle at `x` to a value, the way this hand does it."""
    page, made = hand.page, payload(name)
    axes = made["figure"]["axes"][0]
    if isinstance(hand, Keyboard):
        first = exercise.get_by_role("slider").and_(exercise.locator("[tabindex='0']"))
        if not exercise.evaluate("(e) => document.activeElement.getAttribute('role') === 'slider'"):
            hand.reach(first)
        focused = lambda: page.evaluate("document.activeElement.getAttribute('aria-label')")  # noqa: E731
        while focused() != x:
            order = made["xs"]
            page.keyboard.press("ArrowRight" if order.index(focused()) < order.index(x) else "ArrowLeft")
        page.keyboard.press("Home")
        for _ in range(int((value - made["from"]) // made["step"])):
            page.keyboard.press("ArrowUp")
        return
    circle = handle(exercise, x).locator("circle").last
    start = on_screen(
        exercise, float(circle.get_attribute("cx") or 0), float(circle.get_attribute("cy") or 0)
    )
    end = on_screen(exercise, place(axes["x"], x), place(axes["y"], value))
    if isinstance(hand, Touch):
        touch(page, start, end)
    else:
        page.mouse.move(*start)
        page.mouse.down()
        page.mouse.move(*end, steps=5)
        page.mouse.up()


def test_a_line_is_drawn_committed_and_compared(visit: Visit) -> None:
    page, hand, exercise = visit(DRAW)
    made, truth = payload(DRAW), sealed(DRAW)["truth"]
    live = exercise.get_by_role("status")
    sound(page)
    hand.press(button(exercise, "Commit my prediction"))
    expect(exercise.locator(".seminar-lacking")).to_have_text(
        "Still to set: 2019, 2020, 2021, 2022, 2023, 2024."
    )
    expect(handle(exercise, "2021")).to_have_attribute("aria-valuetext", "2021: not set yet")

    drawn = {x: 100.0 + 15 * i for i, x in enumerate(made["xs"])}
    for x, value in drawn.items():
        set_value(hand, exercise, DRAW, x, value)
        expect(box(exercise, x)).to_have_value(f"{value:g}")
        expect(handle(exercise, x)).to_have_attribute("aria-valuetext", f"{x}: {value:g} US$ billion")
        expect(handle(exercise, x)).to_have_attribute("aria-valuenow", f"{value:g}")
        if not isinstance(hand, Keyboard):
            expect(live).to_have_text(f"{x}: {value:g} US$ billion")
    sound(page)
    axes = made["figure"]["axes"][0]
    line = points(str(exercise.locator(".seminar-over__yours").get_attribute("d")))
    assert line[0] == pytest.approx(
        (place(axes["x"], "2018"), place(axes["y"], made["start"]["y"])), abs=0.01
    )
    assert [value_at(axes["x"], x) for x, _ in line[1:]] == pytest.approx(list(map(float, drawn)), abs=0.01)
    assert [value_at(axes["y"], y) for _, y in line[1:]] == pytest.approx(list(drawn.values()), abs=0.1)

    commit = button(exercise, "Commit my prediction")
    for label, text, lack in (
        (None, "", "Write the low end"),
        ("Low end", "200", "Write the high end"),
        ("High end", "150", "The low end of your range lies above"),
        ("Low end", "100", "Your number, 175, lies outside your own range, 100 to 150."),
        ("High end", "180", "Write a sentence of reason first."),
    ):
        if label:
            hand.write(exercise.get_by_role("textbox", name=label), text)
        hand.press(commit)
        expect(exercise.locator(".seminar-lacking")).to_contain_text(lack)
    hand.write(exercise.get_by_role("textbox", name="Because"), "<b>Gas</b> needs pipes.")
    expect(page.locator("body")).not_to_contain_text("What happened")
    hand.press(commit)
    assert "seminar-after" in focus_in(exercise)

    def compared() -> None:
        rows = exercise.locator("table.seminar-compared tbody tr")
        expect(rows).to_have_count(len(truth))
        expect(rows.first).to_have_text(re.compile(rf"2019\s*100\s*{truth[0]:.0f}\s*−{truth[0] - 100:.0f}"))
        expect(exercise).to_contain_text(
            f"Your range for 2024, 100 to 180, did not hold: it was {truth[-1]:.0f} US$ billion, above it."
        )
        expect(exercise).to_contain_text(f"2020: {truth[1]:.0f} US$ billion; then it rose.")
        expect(exercise).to_contain_text("It rose to 244.8 billion.")
        expect(exercise).to_contain_text("<b>Gas</b> needs pipes.")
        expect(exercise.locator(".seminar-over__label")).to_have_text(["Your line", "What happened"])
        happened = points(str(exercise.locator(".seminar-over__truth").get_attribute("d")))[1:]
        assert [value_at(axes["y"], y) for _, y in happened] == pytest.approx(truth, abs=0.02)
        assert points(str(exercise.locator(".seminar-over__yours").get_attribute("d"))) == line
        expect(exercise.get_by_role("slider")).to_have_count(0)
        expect(exercise.get_by_role("button")).to_have_count(0)

    compared()
    sound(page)
    page.reload()
    compared()


def test_a_line_met_again_shows_what_happened_only_there(visit: Visit) -> None:
    page, hand, exercise = visit(DATES, recalls=[DATES])
    again = page.locator(".seminar-recall")
    truth, made = sealed(DATES)["truth"], payload(DATES)
    for x in made["xs"]:
        hand.write(box(exercise, x), "60")
    for x in made["xs"]:
        expect(box(again, x)).to_have_value("60")
    sound(page)
    hand.press(button(exercise, "Commit my prediction"))
    expect(exercise.locator(".seminar-over__truth")).to_have_count(0)
    expect(exercise.locator("table.seminar-compared thead")).not_to_contain_text("What happened")
    expect(exercise).to_contain_text("You will meet it again further on.")
    expect(exercise).not_to_contain_text("It fell by two thirds")
    expect(again.locator("table.seminar-compared tbody")).to_contain_text(f"{truth[0]:.0f}")
    expect(again).to_contain_text("It fell by two thirds")
    expect(again).to_contain_text(re.compile(r"[\d.]+ of 2 points\."))
    axis = made["figure"]["axes"][0]["x"]
    drawn = points(str(again.locator(".seminar-over__truth").get_attribute("d")))[1:]
    for x, (where, _) in zip(made["xs"], drawn, strict=True):
        assert value_at(axis, where) == pytest.approx(straight("date", x), abs=0.05)
    sound(page)


@pytest.mark.parametrize("name", [DRAW, DATES, LOG])
def test_handles_stand_where_the_numbers_say(name: str, reader: Callable[..., Reader]) -> None:
    page = reader().open([name])
    exercise, made = page.locator(".seminar-exercise"), payload(name)
    axes, chance = made["figure"]["axes"][0], random.Random(7)
    for _ in range(4):
        for x in made["xs"]:
            value = round(chance.uniform(made["from"] or 0.5, made["to"]), 1)
            box(exercise, x).fill(str(value))
            circle = handle(exercise, x).locator("circle").last
            found = value_at(axes["y"], float(circle.get_attribute("cy") or 0))
            assert found == pytest.approx(value, rel=1e-9)
            across = value_at(axes["x"], float(circle.get_attribute("cx") or 0))
            assert across == pytest.approx(straight(axes["x"]["scale"], x), rel=1e-9)


@pytest.mark.parametrize("name", [DRAW, DATES, LOG])
def test_a_handle_dragged_reads_back_its_value(name: str, reader: Callable[..., Reader]) -> None:
    page = reader().open([name])
    exercise, made = page.locator(".seminar-exercise"), payload(name)
    hand = Mouse(page)
    for i, x in enumerate(made["xs"]):
        steps = round((made["to"] - made["from"]) / made["step"])
        value = made["from"] + made["step"] * round(steps * (0.3 + 0.1 * i))
        set_value(hand, exercise, name, x, value)
        shown = float(handle(exercise, x).get_attribute("aria-valuenow") or "nan")
        assert shown == float(box(exercise, x).input_value())
        # What a pixel is worth there, or a step.
        axis = made["figure"]["axes"][0]["y"]
        pixel = abs(value_at(axis, place(axis, value) + 0.7) - value)
        assert shown == pytest.approx(value, abs=max(made["step"], pixel))


def test_keys_move_handles_and_go_between_them(reader: Callable[..., Reader]) -> None:
    page = reader().open([DRAW])
    exercise = page.locator(".seminar-exercise")
    expect(exercise.locator("[role=slider][tabindex='0']")).to_have_count(1)
    exercise.locator("[role=slider][tabindex='0']").focus()
    start = payload(DRAW)["start"]["y"]
    for key, value in (
        ("Enter", round(start / 5) * 5),
        ("ArrowUp", round(start / 5) * 5 + 5),
        ("PageUp", round(start / 5) * 5 + 35),
        ("PageDown", round(start / 5) * 5 + 5),
        ("ArrowDown", round(start / 5) * 5),
        ("End", 300),
        ("ArrowUp", 300),
        ("Home", 0),
        ("ArrowDown", 0),
    ):
        page.keyboard.press(key)
        expect(handle(exercise, "2019")).to_have_attribute("aria-valuenow", str(value))
        expect(handle(exercise, "2019")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(handle(exercise, "2019")).to_be_focused()
    for x in ("2020", "2021"):
        page.keyboard.press("ArrowRight")
        expect(handle(exercise, x)).to_be_focused()
    page.keyboard.press("Tab")
    expect(exercise.get_by_role("slider").and_(page.locator(":focus"))).to_have_count(0)
    page.keyboard.press("Shift+Tab")
    expect(handle(exercise, "2021")).to_be_focused()


def test_the_line_is_drawn_in_one_stroke_or_by_taps(reader: Callable[..., Reader]) -> None:
    made = payload(DRAW)
    axes = made["figure"]["axes"][0]
    page = reader().open([DRAW])
    exercise = page.locator(".seminar-exercise")
    page.mouse.move(*on_screen(exercise, place(axes["x"], "2019"), place(axes["y"], 250)))
    page.mouse.down()
    for x in made["xs"][1:]:
        page.mouse.move(*on_screen(exercise, place(axes["x"], x), place(axes["y"], 250)), steps=3)
    page.mouse.up()
    for x in made["xs"]:
        expect(box(exercise, x)).to_have_value("250")
    page = reader(has_touch=True, viewport={"width": 360, "height": 800}).open([DRAW])
    exercise = page.locator(".seminar-exercise")
    for x in made["xs"]:
        page.touchscreen.tap(*on_screen(exercise, place(axes["x"], x), place(axes["y"], 250)))
        assert float(box(exercise, x).input_value()) == pytest.approx(250, abs=5)


def test_a_finger_beside_the_handles_scrolls(reader: Callable[..., Reader]) -> None:
    page = reader(has_touch=True, viewport={"width": 360, "height": 500}).open([DRAW])
    exercise = page.locator(".seminar-exercise")
    axes = payload(DRAW)["figure"]["axes"][0]
    start = on_screen(exercise, place(axes["x"], "2022"), place(axes["y"], 280))
    before = page.evaluate("scrollY")
    touch(page, start, (start[0], start[1] - 150))
    page.wait_for_function("(y) => scrollY > y + 50", arg=before)
    for x in payload(DRAW)["xs"]:
        expect(box(exercise, x)).to_have_value("")


# -- explore


def drawn_paths(exercise: Locator) -> dict[str, str]:
    """Return the first path of each mark, by its gid."""
    found: dict[str, str] = exercise.locator("svg.seminar-figure").evaluate(
        """(svg) => Object.fromEntries([...svg.querySelectorAll("[data-gid]")].flatMap((mark) => {
          const path = mark.matches("path") ? mark : mark.querySelector("path");
          return path ? [[mark.dataset.gid, path.getAttribute("d")]] : [];
        }))"""
    )
    return found


def adjust(hand: Mouse, exercise: Locator, name: str, values: dict[str, Any]) -> None:
    for parameter in payload(name)["figure"]["grid"]["parameters"]:
        text = parameter["texts"][parameter["values"].index(values[parameter["name"]])]
        if parameter["kind"] == "choice":
            hand.choose(exercise.get_by_role("radio", name=text, exact=True))
            continue
        slider = exercise.get_by_role("slider", name=parameter["label"], exact=True)
        if isinstance(hand, Keyboard):
            hand.reach(slider)
            hand.page.keyboard.press("Home")
            for _ in range(parameter["values"].index(values[parameter["name"]])):
                hand.page.keyboard.press("ArrowRight")
        else:
            field = exercise.get_by_role("textbox", name=f"{parameter['label']}, as a number")
            hand.write(field, str(values[parameter["name"]]))
            hand.page.keyboard.press("Enter")
        expect(slider).to_have_attribute("aria-valuetext", text)
        expect(exercise.locator("output")).to_have_text(text)


@pytest.mark.parametrize("name", [EXPLORE, CHOICE, BECAUSE])
def test_the_figure_is_what_matplotlib_draws_for_a_setting(name: str, visit: Visit) -> None:
    page, hand, exercise = visit(name)
    states = fixture_page.figures()[name]["paths"]
    assert len(states) > 2
    for state in states:
        adjust(hand, exercise, name, state["values"])
        found = drawn_paths(exercise)
        for gid, mark in state["marks"].items():
            assert same(found[gid], mark["d"]), (state["values"], gid)
    sound(page)
    page.reload()
    for gid, mark in states[-1]["marks"].items():
        assert same(drawn_paths(exercise)[gid], mark["d"]), gid


def test_a_slider_follows_mouse_and_finger(visit: Visit) -> None:
    page, hand, exercise = visit(EXPLORE)
    if isinstance(hand, Keyboard):
        pytest.skip("keys are tested above")
    grid = payload(EXPLORE)["figure"]["grid"]
    slider = exercise.get_by_role("slider")
    slider.scroll_into_view_if_needed()
    shape = slider.bounding_box()
    assert shape
    middle = shape["y"] + shape["height"] / 2
    start = (shape["x"] + shape["width"] * grid["parameters"][0]["initial"] / 40, middle)
    end = (shape["x"] + shape["width"] - 4, middle)
    if isinstance(hand, Touch):
        touch(page, start, end)
    else:
        page.mouse.move(*start)
        page.mouse.down()
        page.mouse.move(*end, steps=6)
        page.mouse.up()
    expect(slider).to_have_attribute("aria-valuetext", "20.0 % a year")
    expect(box(exercise, "Growth, as a number")).to_have_value("20")
    found = drawn_paths(exercise)
    for mark in grid["marks"]:
        if mark["attribute"] == "d" and mark["gid"] == "path":
            assert found["path"] == mark["values"][mark["states"][-1]]


def test_a_setting_answers_the_question(visit: Visit) -> None:
    page, hand, exercise = visit(EXPLORE)
    hand.press(button(exercise, "Check"))
    expect(exercise.locator(".seminar-lacking")).to_have_text("Move a slider first.")
    adjust(hand, exercise, EXPLORE, {"growth": 14.5})
    hand.press(button(exercise, "Check"))
    expect(exercise.locator(".seminar-result")).to_contain_text("You divided the whole rise by six.")
    assert "seminar-result" in focus_in(exercise)
    sound(page)
    hand.press(button(exercise, "Hint"))
    expect(exercise.locator(".seminar-hint")).to_contain_text("Try 10.")
    adjust(hand, exercise, EXPLORE, {"growth": 11})
    expect(exercise.locator(".seminar-result")).to_have_count(0)
    hand.press(button(exercise, "Check"))
    expect(exercise.locator(".seminar-result")).to_contain_text("Right. 1 of 1 point.")
    hand.press(button(exercise, "Show the solution"))
    expect(exercise).to_contain_text("Eleven per cent a year.")
    sound(page)
    page.reload()
    expect(exercise.locator(".seminar-result")).to_contain_text("Right.")
    expect(exercise.get_by_role("slider")).to_have_attribute("aria-valuetext", "11.0 % a year")
    hand.press(button(exercise, "Start over"))
    hand.press(button(exercise, "Clear my answer"))
    expect(exercise.get_by_role("slider")).to_have_attribute("aria-valuetext", "5.0 % a year")


def test_a_choice_and_a_reason_about_what_moves(visit: Visit) -> None:
    page, hand, exercise = visit(CHOICE)
    adjust(hand, exercise, CHOICE, {"reporter": "Russia", "growth": 10})
    expect(exercise.locator("[data-gid=says]")).to_have_text("as Russia counts")
    expect(exercise.locator(".seminar-live")).to_contain_text("as Russia counts")
    hand.press(button(exercise, "Check"))
    expect(exercise.locator(".seminar-lacking")).to_have_text("Choose an answer first.")
    hand.choose(exercise.get_by_role("radio", name="China's", exact=True))
    hand.write(exercise.get_by_role("textbox", name="Because"), "It fell by half.")
    hand.press(button(exercise, "Check"))
    result = exercise.locator(".seminar-result")
    expect(result).to_contain_text("Right. 1 of 1 point.")
    adjust(hand, exercise, CHOICE, {"reporter": "China", "growth": 10})
    expect(result).to_contain_text("Right.")
    sound(page)
    page.reload()
    expect(exercise.locator("[data-gid=says]")).to_have_text("as China counts")
    expect(exercise.get_by_role("textbox", name="Because")).to_have_value("It fell by half.")


def test_a_reason_alone_is_noted(visit: Visit) -> None:
    page, hand, exercise = visit(BECAUSE)
    hand.press(button(exercise, "Check"))
    expect(exercise.locator(".seminar-lacking")).to_have_text("Write a sentence of reason first.")
    hand.write(exercise.get_by_role("textbox", name="Because"), "It bends.")
    hand.press(button(exercise, "Check"))
    expect(exercise.locator(".seminar-result")).to_contain_text("Noted.")
    sound(page)


def test_a_number_beside_the_grid_goes_to_its_neighbour(reader: Callable[..., Reader]) -> None:
    page = reader().open([EXPLORE])
    exercise, live = page.locator(".seminar-exercise"), page.locator(".seminar-live")
    field = box(exercise, "Growth, as a number")
    for typed, shown, said in (
        ("11,2", "11", "The nearest that is worked out: 11.0 % a year."),
        ("99", "11", "Write a number from 0.0 % a year to 20.0 % a year."),
        ("eleven", "11", "Write a number from"),
        ("3", "3", ""),
    ):
        field.fill(typed)
        field.press("Enter")
        expect(field).to_have_value(shown)
        expect(live).to_contain_text(said)


def test_a_move_writes_what_changes_and_nothing_else(reader: Callable[..., Reader]) -> None:
    page = reader().open([EXPLORE])
    exercise = page.locator(".seminar-exercise")
    grid = payload(EXPLORE)["figure"]["grid"]
    most = len(grid["marks"])
    slider = exercise.get_by_role("slider")
    slider.focus()
    slider.press("Home")
    page.evaluate(
        """() => {
          window.seen = [];
          const note = (list) => list.forEach(
            (m) => window.seen.push([m.type, m.attributeName, !!m.target.closest?.("svg")]));
          new MutationObserver(note).observe(document.querySelector(".seminar-exercise"),
            {subtree: true, childList: true, attributes: true, characterData: true});
        }"""
    )
    moves = 40
    for _ in range(moves):
        slider.press("ArrowRight")
    seen = page.evaluate("window.seen")
    inside = [each for each in seen if each[2]]
    changed = sum(a != b for mark in grid["marks"] for a, b in pairwise(mark["states"]))
    assert len(inside) <= changed
    assert changed <= most * moves
    # Beside the figure: the read-out, and what assistive technology is told.
    assert len(seen) - len(inside) <= 12 * moves
    before = len(seen)
    slider.press("End")
    assert page.evaluate("window.seen.length") == before


def test_the_numbers_follow_where_they_are_seen(reader: Callable[..., Reader]) -> None:
    page = reader().open([EXPLORE])
    exercise = page.locator(".seminar-exercise")
    grid = payload(EXPLORE)["figure"]["grid"]
    rows = lambda: exercise.locator("table.seminar-numbers tbody tr").evaluate_all(  # noqa: E731
        "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    slider = exercise.get_by_role("slider")
    slider.press("End")
    exercise.locator("summary").click()
    expect(exercise.locator("table.seminar-numbers")).to_be_visible()
    assert rows() == grid["numbers"][grid["numberStates"][-1]]["rows"]
    slider.press("Home")
    assert rows() == grid["numbers"][grid["numberStates"][0]]["rows"]
    assert faults(page) == []


LIVE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Live</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="seminar.css"></head>
<body><main><h1>Live</h1><div id="here"></div></main>
<script type="application/json" id="payload">{payload}</script>
<script type="module">
  import widget from "./widget.js";
  const values = {{payload: JSON.parse(document.getElementById("payload").textContent), record: {{}},
    view: "exercise", asked: {asked}, answered: {{}}}};
  const heard = {{}};
  window.model = {{get: (n) => values[n],
    set: (n, v) => {{ values[n] = v; (heard["change:" + n] ?? []).forEach((f) => f()); }},
    on: (e, f) => {{ (heard[e] ??= []).push(f); }}, save_changes: () => {{}}}};
  widget.render({{model: window.model, el: document.getElementById("here")}});
</script></body></html>"""


def live(person: Reader, name: str, asked: str = "null") -> Page:
    """Open an exercise as a notebook shows it, with a model that a test can speak through."""
    made = json.dumps(fixture_page.figures()[name]["widget"]).replace("</", "<\\/")
    person.files["live.html"] = LIVE.format(payload=made, asked=asked)
    person.files["widget.js"] = (fixture_page.STATIC / "widget.js").read_bytes()
    page = person.context.new_page()
    page.goto("http://book.example/live.html")
    return page


def test_a_kernel_is_asked_for_what_no_grid_holds(reader: Callable[..., Reader]) -> None:
    page = live(reader(), EXPLORE, "{}")
    field = page.get_by_role("textbox", name="Growth, as a number")
    field.fill("11,25")
    field.press("Enter")
    expect(field).to_have_value("11.25")
    expect(page.locator("output")).to_have_text("11.25 % a year")
    assert page.evaluate("model.get('asked')") == {"growth": "11.25"}
    page.evaluate(
        """() => model.set("answered", {asked: {growth: "11.25"}, error: null, numbers: null,
          marks: [{gid: "path", at: [0], attribute: "d", value: "M1 2L3 4"}]})"""
    )
    assert drawn_paths(page.locator("#here"))["path"] == "M1 2L3 4"
    page.evaluate("""() => model.set("answered",
          {asked: {growth: "11.25"}, error: "no figure there", numbers: null, marks: []})""")
    expect(page.locator(".seminar-lacking")).to_have_text("no figure there")
    page.get_by_role("slider").press("Home")
    expect(page.locator(".seminar-lacking")).to_have_count(0)
    grid = payload(EXPLORE)["figure"]["grid"]
    mark = next(each for each in grid["marks"] if each["gid"] == "path" and each["attribute"] == "d")
    assert drawn_paths(page.locator("#here"))["path"] == mark["values"][mark["states"][0]]
    assert faults(page) == []


@pytest.mark.parametrize("name", ALL)
def test_it_is_drawn_in_a_notebook_too(name: str, reader: Callable[..., Reader]) -> None:
    page = live(reader(), name)
    expect(page.get_by_role("img", name="figure")).to_have_count(1)
    assert faults(page) == []


# -- reveal


def test_what_is_hidden_comes_with_the_commitment(visit: Visit) -> None:
    page, hand, exercise = visit(REVEAL, recalls=[REVEAL])
    again = page.locator(".seminar-recall")
    marks = lambda where: where.locator("[data-gid=bar-2024] path")  # noqa: E731
    for where in (exercise, again):
        expect(marks(where)).to_have_count(0)
        expect(where.locator("table.seminar-numbers")).to_have_count(0)
    sound(page)
    hand.press(button(exercise, "Commit my prediction"))
    expect(exercise.locator(".seminar-lacking")).to_have_text("Write a number first.")
    for label, text in (
        ("Your answer", "200"),
        ("Low end", "150"),
        ("High end", "260"),
        ("Because", "It rose."),
    ):
        hand.write(exercise.get_by_role("textbox", name=label), text)
    hand.press(button(exercise, "Commit my prediction"))
    assert "seminar-after" in focus_in(exercise)
    for where in (exercise, again):
        expect(marks(where)).to_have_count(1)
        expect(where).to_contain_text("It was 244.8 billion.")
        expect(where).to_contain_text("between 150 and 260")
        expect(where.locator("table.seminar-numbers")).to_have_count(1)
    sound(page)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))
    page.reload()
    expect(marks(exercise)).to_have_count(1)


# -- read


def test_a_mark_is_picked_in_the_figure_or_the_list(visit: Visit) -> None:
    page, hand, exercise = visit(READ)
    hand.press(button(exercise, "Check"))
    expect(exercise.locator(".seminar-lacking")).to_have_text("Choose an answer first.")
    bars = {year: exercise.locator(f"[data-gid=bar-{year}]") for year in ("2021", "2020", "2023")}

    def pick(year: str) -> None:
        if isinstance(hand, Keyboard):
            hand.choose(exercise.get_by_role("radio", name=year))
            return
        shape = bars[year].bounding_box()
        assert shape
        (page.touchscreen.tap if isinstance(hand, Touch) else page.mouse.click)(
            shape["x"] + shape["width"] / 2, shape["y"] + shape["height"] / 2
        )
        expect(exercise.get_by_role("status")).to_have_text(f"Chosen: {year}")

    exercise.locator("svg.seminar-figure").scroll_into_view_if_needed()
    pick("2023")
    expect(exercise.get_by_role("radio", name="2023")).to_be_checked()
    expect(exercise.locator(".seminar-pick--on")).to_have_attribute("data-gid", "bar-2023")
    hand.press(button(exercise, "Check"))
    expect(exercise).to_contain_text("That is nearly the highest.")
    sound(page)
    hand.press(button(exercise, "Try again"))
    exercise.locator("svg.seminar-figure").scroll_into_view_if_needed()
    pick("2020")
    hand.press(button(exercise, "Check"))
    expect(exercise.locator(".seminar-result")).to_contain_text("Right. 1 of 1 point.")
    sound(page)
    page.reload()
    expect(exercise.locator(".seminar-pick--on")).to_have_attribute("data-gid", "bar-2020")


def test_a_finger_may_miss_a_mark_a_little(reader: Callable[..., Reader]) -> None:
    page = reader().open([READ])
    exercise = page.locator(".seminar-exercise")
    shape = exercise.locator("[data-gid=bar-2020]").bounding_box()
    assert shape
    page.mouse.click(shape["x"] + shape["width"] / 2, shape["y"] - 15)
    expect(exercise.get_by_role("radio", name="2020")).to_be_checked()
    page.mouse.click(shape["x"] + shape["width"] / 2, shape["y"] - 60)
    expect(exercise.get_by_role("radio", name="2020")).to_be_checked()


# -- what holds for all


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_without_scripts_the_figure_is_there_and_nothing_of_the_reveal(
    theme: str, width: int, reader: Callable[..., Reader]
) -> None:
    page = reader(java_script_enabled=False, viewport={"width": width, "height": 800}).open(
        ALL, theme=theme, recalls=RECALLS
    )
    expect(page.get_by_role("img")).to_have_count(len(ALL) + len(RECALLS))
    for name in ALL:
        expect(page.locator(f"#exercise-{name} svg.seminar-figure")).to_be_visible()
        expect(page.locator(f"#exercise-{name} figcaption")).to_be_visible()
    for name in (DRAW, DATES, LOG, REVEAL):
        hidden, made = sealed(name), fixture_page.figures()[name]
        text = page.locator(f"#exercise-{name}").inner_text() + made["html"] + (made["recall"] or "")
        assert re.sub("<[^>]+>", "", hidden["outcome"])[:20] not in text
        for fragment in hidden.get("hidden", {}).values():
            path = re.search(r'\bd="([^"]+)"', fragment)
            assert path
            assert path[1] not in text
        for number in hidden.get("truth", [244.8, 240.1]):
            assert f"{number:.1f}" not in text
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_when_scripts_take_over(width: int, reader: Callable[..., Reader]) -> None:
    person = reader(viewport={"width": width, "height": 800})
    where = """() => [...document.querySelectorAll(".seminar-chart, figcaption")].map((e) =>
      e.getBoundingClientRect().top - e.closest(".seminar-exercise").getBoundingClientRect().top)"""
    heights = "() => [...document.querySelectorAll('.seminar-exercise')].map((e) => e.offsetHeight)"
    page = person.open(ALL)
    after, tall = page.evaluate(where), page.evaluate(heights)
    person.files["seminar.js"] = ""
    page = person.open(ALL)
    assert page.evaluate(where) == pytest.approx(after, abs=8)
    for name, one, two in zip(ALL, tall, page.evaluate(heights), strict=True):
        assert two == pytest.approx(one, rel=0.15), name


def test_two_tabs_are_one_exercise(reader: Callable[..., Reader]) -> None:
    person = reader()
    first, second = person.open([DRAW, EXPLORE, REVEAL]), person.open([DRAW, EXPLORE, REVEAL])
    set_value(Mouse(first), first.locator(f"#exercise-{DRAW}"), DRAW, "2022", 200)
    expect(handle(second.locator(f"#exercise-{DRAW}"), "2022")).to_have_attribute("aria-valuenow", "200")
    first.get_by_role("slider", name="Growth").press("End")
    expect(second.get_by_role("slider", name="Growth")).to_have_attribute("aria-valuetext", "20.0 % a year")
    assert drawn_paths(second.locator(f"#exercise-{EXPLORE}")) == drawn_paths(
        first.locator(f"#exercise-{EXPLORE}")
    )
    reveal = first.locator(f"#exercise-{REVEAL}")
    for label, text in (("Your answer", "200"), ("Low end", "150"), ("High end", "260"), ("Because", "So.")):
        reveal.get_by_role("textbox", name=label).fill(text)
    button(reveal, "Commit my prediction").click()
    shown = second.locator(f"#exercise-{REVEAL} [data-gid=bar-2024] path")
    expect(shown).to_have_count(1)
    first.evaluate("localStorage.clear()")
    second.evaluate("dispatchEvent(new StorageEvent('storage', {key: null}))")
    expect(shown).to_have_count(0)
    expect(second.locator(f"#exercise-{REVEAL} table.seminar-numbers")).to_have_count(0)


def test_it_works_from_a_folder(browser: Browser, tmp_path: Path) -> None:
    path = fixture_page.write(tmp_path, "page.html", ALL)
    context = browser.new_context(offline=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    page.locator(f"#exercise-{EXPLORE}").get_by_role("slider").press("End")
    set_value(Mouse(page), page.locator(f"#exercise-{DRAW}"), DRAW, "2020", 50)
    page.reload()
    expect(page.locator(f"#exercise-{EXPLORE}").get_by_role("slider")).to_have_attribute(
        "aria-valuetext", "20.0 % a year"
    )
    expect(box(page.locator(f"#exercise-{DRAW}"), "2020")).to_have_value("50")
    context.close()
    assert not errors


def test_it_prints_what_was_drawn_and_no_reveal(reader: Callable[..., Reader]) -> None:
    page = reader().open(ALL, theme="dark")
    exercise = page.locator(f"#exercise-{DRAW}")
    for x in payload(DRAW)["xs"]:
        box(exercise, x).fill("120")
    page.emulate_media(media="print")
    expect(exercise.locator(".seminar-over__yours")).to_be_visible()
    expect(box(exercise, "2021")).to_be_visible()
    expect(exercise.locator(".seminar-over__field")).to_be_hidden()
    expect(page.locator(f"#exercise-{EXPLORE} input[type=range]")).to_be_hidden()
    expect(page.locator(f"#exercise-{EXPLORE} output")).to_have_text("5.0 % a year")
    expect(page.locator(f"#exercise-{REVEAL} [data-gid=bar-2024] path")).to_have_count(0)
    page.locator("body").evaluate("(e) => { e.style.background = '#fff'; e.style.color = '#000' }")
    assert [fault for fault in faults(page) if fault.startswith("color-contrast")] == []


@pytest.mark.parametrize("width", [1280, 360])
def test_a_sentence_stands_above_what_it_names(width: int, reader: Callable[..., Reader]) -> None:
    """The range's above its two ends, before scripts too; a drawn line's table under its name."""
    still = reader(java_script_enabled=False, viewport={"width": width, "height": 800}).open([DRAW])
    words = still.locator(".seminar-range .seminar-how").bounding_box()
    ends = [found.bounding_box() for found in still.locator(".seminar-range .seminar-number").all()]
    assert words
    assert len(ends) == 2
    assert all(end and end["y"] >= words["y"] + words["height"] for end in ends)
    page = reader(viewport={"width": width, "height": 800}).open([DRAW])
    exercise = page.locator(".seminar-exercise")
    for x in payload(DRAW)["xs"]:
        box(exercise, x).fill("120")
    for label, text in (("Low end", "100"), ("High end", "140"), ("Because", "So.")):
        exercise.get_by_role("textbox", name=label).fill(text)
    button(exercise, "Commit my prediction").click()
    caption = exercise.locator(".seminar-compared caption")
    lines = caption.evaluate(
        "(e) => { const r = new Range(); r.selectNodeContents(e); return r.getClientRects().length }"
    )
    assert lines == 1 or width == 360
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_in_a_dark_notebook_figures_are_dark(reader: Callable[..., Reader]) -> None:
    page = reader().open([DRAW, READ], theme="dark")
    page.evaluate(
        """(style) => { for (const el of document.querySelectorAll("style, .seminar-progress")) el.remove();
          delete document.documentElement.dataset.theme;
          document.body.dataset.jpThemeLight = "false"; document.body.dataset.jpThemeName = "JupyterLab Dark";
          const all = {"--jp-layout-color1": "#111", "--jp-content-font-color0": "#fff"};
          for (const [name, value] of Object.entries(all)) document.body.style.setProperty(name, value);
          document.body.style.background = "#111"; document.body.style.color = "#fff";
          document.head.append(Object.assign(document.createElement("style"), {textContent: style})) }""",
        ExerciseWidget._css,
    )
    chart = page.locator(f"#exercise-{DRAW} .seminar-chart")
    assert chart.evaluate("(e) => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"
    wanted = {name: rgb(colour.dark) for name, colour in PALETTE.items()}
    used = chart.evaluate(
        """(e) => [...e.querySelectorAll("svg.seminar-figure :is(path, text, use)")].flatMap((mark) => {
          const style = getComputedStyle(mark); return [style.fill, style.stroke] })"""
    )
    assert {wanted["China"], wanted["ink"]} <= set(used)
    assert [fault for fault in faults(page) if fault.startswith("color-contrast")] == []


def rgb(colour: str) -> str:
    """Return a colour as browsers say it."""
    return f"rgb({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"


def test_reduced_motion_moves_nothing(reader: Callable[..., Reader]) -> None:
    for choice, animated in (("reduce", "none"), ("no-preference", "seminar-truth")):
        page = reader(reduced_motion=choice).open([DRAW])
        exercise = page.locator(".seminar-exercise")
        for x in payload(DRAW)["xs"]:
            box(exercise, x).fill("120")
        for label, text in (("Low end", "100"), ("High end", "140"), ("Because", "So.")):
            exercise.get_by_role("textbox", name=label).fill(text)
        button(exercise, "Commit my prediction").click()
        truth = exercise.locator(".seminar-over__truth")
        assert truth.evaluate("(e) => getComputedStyle(e).animationName") == animated
        page.reload()
        assert truth.evaluate("(e) => getComputedStyle(e).animationName") == "none"


@pytest.mark.parametrize(
    "response",
    [
        {"values": "x", "choice": 99, "low": 1, "high": [], "because": {}, "committed": "yes", "number": 5},
        {
            "values": [None, 5, "1e9", {}, "9" * 9999],
            "choice": "0",
            "low": "b",
            "high": "a",
            "committed": True,
        },
        {"values": {"growth": "__proto__", "reporter": 7, "constructor": "x"}, "choice": -1, "because": None},
        {"values": {"growth": "99999", "reporter": "Mars"}, "number": "x" * 9999, "low": "5", "high": "1"},
        {"values": {"__proto__": "x"}, "choice": 0.5},
    ],
)
@pytest.mark.parametrize("state", ["checked", "answered", "committed"])
def test_a_record_with_a_strange_response_breaks_nothing(
    response: Any, state: str, reader: Callable[..., Reader]
) -> None:
    page = reader().open(ALL, recalls=RECALLS)
    for name in ALL:
        record = {"version": 1, "id": name, "fingerprint": payload(name)["fingerprint"], "response": response}
        record |= {"state": state, "attempts": 1, "hints": 99, "solution": True, "changed": "never"}
        key = f"reading-a-partnership:exercise:{name}"
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(record)])
    page.reload()
    expect(page.locator(".seminar-root")).to_have_count(len(ALL) + len(RECALLS))
    assert faults(page) == []


def test_targets_are_large_enough_on_a_telephone(reader: Callable[..., Reader]) -> None:
    page = reader(viewport={"width": 360, "height": 800}).open(ALL)
    for target in page.locator(
        ".seminar-root :is(input, select, button, textarea, summary, [role=slider])"
    ).all():
        if not target.is_visible():
            continue
        shape = target.bounding_box()
        assert shape
        if target.get_attribute("type") in ("radio", "checkbox"):
            shape = target.locator("xpath=ancestor::label").bounding_box()
            assert shape
        assert min(shape["width"], shape["height"]) >= 24, target.evaluate("(e) => e.outerHTML")
