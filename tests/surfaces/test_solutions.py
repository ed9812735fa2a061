"""The sheet of solutions tells all that the payloads hold, in thirteen types, and asks nobody anything."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from seminar.cli import main
from seminar.exercises.model import Exercise
from seminar.figures.maps import position
from seminar.surfaces.markup import markup, rendered
from seminar.surfaces.payload import payload, unseal
from seminar.surfaces.solutions import NoSolutions, solutions
from tests.browser import fixture_figures
from tests.browser.fixture_page import FIXTURES, exercises, figures, page
from tests.surfaces.leaks import leaks

EVERY: dict[str, Exercise] = {**exercises(), **fixture_figures.exercises()}
PAGE = page(list(EVERY), title="All of them")
SHEET = solutions(PAGE, Path(), EVERY.values())
SOUP = BeautifulSoup(SHEET, "html.parser")
SECTIONS = {str(section.select_one(".facts code").text): section for section in SOUP.select("section")}  # type: ignore[union-attr]


def shown(name: str) -> dict[str, Any]:
    """Return an exercise's payload, unsealed."""
    found = figures()[name]["payload"] if name in figures() else payload(EVERY[name], rendered(EVERY[name]))
    return {**found, **unseal(found["sealed"])}


def words(html: str | Tag) -> str:
    """Return the text of HTML without white space."""
    return re.sub(r"\s+", "", BeautifulSoup(str(html), "html.parser").get_text())


def of_type(*types: str) -> list[str]:
    return [name for name, exercise in EVERY.items() if exercise.type in types]


def keys(name: str) -> list[str]:
    return [words(found).removeprefix("✓") for found in SECTIONS[name].select(".right")]


def test_every_exercise_of_the_thirteen_types_has_its_section_in_order() -> None:
    assert list(SECTIONS) == list(EVERY)
    assert len({exercise.type for exercise in EVERY.values()}) == 13
    assert SOUP.h1 is not None
    assert SOUP.h1.text == "All of them"


@pytest.mark.parametrize("name", EVERY)
def test_every_text_of_an_exercise_is_told(name: str) -> None:
    exercise = EVERY[name]
    told = words(SECTIONS[name])
    for path, html in rendered(exercise).items():
        assert words(html) in told, path
    assert words(exercise.title) in told
    assert f"{exercise.points:g}point" in told or (not exercise.points and "nopoints" in told)


def test_a_written_answer_is_told_with_its_rubric_and_graded_samples() -> None:
    exercise, section = EVERY["fixture-text"], SECTIONS["fixture-text"]
    told = words(section)
    texts = exercise.for_marking()
    assert {part.path.partition("/")[0] for part in texts} == {"rubric", "samples"}
    for part in texts:
        assert words(markup(part.text)) in told, part.path
    headings = [heading.text for heading in section.select("h3")]
    assert headings[-3:] == ["Rubric", "Sample 1: 0 of 4 points", "Sample 2: 2.5 of 4 points"]
    assert "What is counted 1, What is not 1.5." in section.text


def test_rubric_and_samples_stand_on_no_page() -> None:
    found = [part.text for exercise in EVERY.values() for part in exercise.for_marking()]
    assert len(found) > 10
    assert leaks({"page": PAGE.encode()}, found) == set()


@pytest.mark.parametrize("name", of_type("single-choice", "multiple-choice", "read"))
def test_right_options_are_marked_and_no_others(name: str) -> None:
    rows = SECTIONS[name].select(".rows > li")
    assert [bool(row.select(".right")) for row in rows] == shown(name)["rule"]["correct"]


@pytest.mark.parametrize("name", of_type("numeric"))
def test_a_number_is_told_with_all_its_bands(name: str) -> None:
    bands = shown(name)["rule"]["bands"]
    rows = SECTIONS[name].select("tbody tr")
    assert [words(row.select("td")[0]).strip("✓%") for row in rows] == [
        *(str(band["credit"]) for band in bands), "0"
    ]  # fmt: skip
    for row, band in zip(rows, bands, strict=False):
        ends = [
            str(end).replace("-", "\N{MINUS SIGN}") for end in (band["from"], band["to"]) if end is not None
        ]
        assert all(end in row.th.text for end in ends)  # type: ignore[union-attr]


@pytest.mark.parametrize("name", of_type("ordering"))
def test_items_stand_in_the_right_order(name: str) -> None:
    right = [html for path, html in rendered(EVERY[name]).items() if re.fullmatch(r"items/\d+/text", path)]
    rows = SECTIONS[name].select(".key ol > li")
    assert len(rows) == len(right)
    assert all(words(row).startswith(words(text)) for row, text in zip(rows, right, strict=True))


@pytest.mark.parametrize("name", of_type("matching"))
def test_each_left_has_its_right(name: str) -> None:
    html = rendered(EVERY[name])
    letters = [words(target) for target in SECTIONS[name].select("ol[type=A] > li")]
    for key, found in zip(shown(name)["rule"]["key"], keys(name), strict=True):
        text = words(html[f"rights/{key[0]}"])
        assert found == f"{chr(ord('A') + letters.index(text))}.{text}"


@pytest.mark.parametrize("name", of_type("classification"))
def test_each_item_has_its_boxes(name: str) -> None:
    found = shown(name)
    boxes = [words(box) for box in found["boxes"]]
    assert keys(name) == ["or".join(boxes[box] for box in key) for key in found["rule"]["key"]]


@pytest.mark.parametrize("name", of_type("spectrum"))
def test_each_text_has_the_places_that_it_supports(name: str) -> None:
    found = shown(name)
    places = [words(place) for place in found["boxes"]]
    marked = [key for key in found["rule"]["key"] if key]
    assert keys(name) == [
        places[key[0]] if len(key) == 1 else f"{places[key[0]]}to{places[key[-1]]}" for key in marked
    ]
    rows = SECTIONS[name].select("tbody tr")
    assert [i for i, row in enumerate(rows) if not row.select(".right")] == found["own"]


@pytest.mark.parametrize("name", of_type("reveal"))
def test_hidden_parts_of_a_figure_are_back_in_it(name: str) -> None:
    found = shown(name)
    for gid, fragment in found["hidden"].items():
        (course,) = re.findall(r' d="([^"]*)"', fragment)
        place = SECTIONS[name].select_one(f'figure svg [data-gid="{gid}"]')
        assert place is not None
        assert place.select(f'path[d="{course}"]')
    assert words("".join(map("".join, found["numbers"]["rows"]))) in words(SECTIONS[name])


@pytest.mark.parametrize("name", of_type("draw"))
def test_what_happened_is_drawn_and_listed(name: str) -> None:
    found = shown(name)
    axes = found["figure"]["axes"][0]
    line = SECTIONS[name].select_one("figure .truth path")
    assert line is not None
    points = [tuple(map(float, point.split())) for point in str(line["d"])[1:].split("L")]
    points = points[-len(found["xs"]) :]
    for (across, up), x, y in zip(points, found["xs"], found["truth"], strict=True):
        assert across == pytest.approx(position(axes["x"], x), abs=0.01)
        assert up == pytest.approx(position(axes["y"], str(y)), abs=0.01)
    assert len(keys(name)) == len(found["truth"])
    for told, value in zip(keys(name), found["truth"], strict=True):
        assert float(told) == pytest.approx(value, abs=0.5)


def test_sliders_stand_where_the_answer_is_and_otherwise_where_they_began() -> None:
    grid = shown("figure-explore")["figure"]["grid"]
    at = grid["parameters"][0]["values"].index(11)
    section = SECTIONS["figure-explore"]
    assert section.select_one(".settings").text == "Growth: 11.0 % a year"  # type: ignore[union-attr]
    course = next(mark for mark in grid["marks"] if mark["attribute"] == "d")
    assert section.select(f'svg path[d="{course["values"][course["states"][at]]}"]')
    began = SECTIONS["figure-explore-choice"].select_one(".settings")
    assert began is not None
    assert began.text == "Reporter: China; Growth: 0 %"


def test_nothing_runs_loads_or_leads_into_the_book() -> None:
    assert not SOUP.select("script, link[rel=stylesheet], input, textarea, iframe, [onclick]")
    for tag in SOUP.select("[src], [href]"):
        if not tag.find_parent("svg"):
            assert re.match(r"data:|https?://" if tag.name == "a" else "data:", tag.get("src") or tag["href"])
    ids = [tag["id"] for tag in SOUP.select("[id]")]
    assert len(ids) == len(set(ids))
    # Colours of the book's themes have no place here: each falls back on that of paper.
    assert not re.search(r"--seminar-\w+:", SHEET)


def test_links_into_the_book_are_text_and_pictures_come_along(tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(b"picture")
    prompt = (
        '<p id="x"><a href="../a.html">row</a> <a href="https://b.example/">site</a> <img src="map.png"></p>'
    )
    name = of_type("single-choice")[0]
    block = {**payload(EVERY[name], rendered(EVERY[name])), "prompt": prompt}
    sheet = solutions(_page(block), tmp_path)
    assert (
        '<p>row <a href="https://b.example/">site</a> <img src="data:image/png;base64,cGljdHVyZQ=="></p>'
        in sheet
    )


def test_a_page_without_exercises_or_of_another_version_is_refused() -> None:
    with pytest.raises(NoSolutions, match="no exercises"):
        solutions("<h1>Nothing</h1>", Path())
    name = of_type("numeric")[0]
    with pytest.raises(NoSolutions, match="make book"):
        solutions(_page({**payload(EVERY[name], rendered(EVERY[name])), "version": 0}), Path())


def _page(block: dict[str, Any]) -> str:
    data = json.dumps(block).replace("</", "<\\/")
    return (
        '<h1>One</h1><div class="seminar-exercise" id="exercise-x" data-exercise="x">'
        f'<script type="application/json" class="seminar-payload">{data}</script></div>'
    )


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run the command in a small book with a built page, one not built, and one without exercises."""
    for name in ("data/datapackage.json", "chapters/part/trade.md", "chapters/part/later.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}", encoding="utf-8")
    built = tmp_path / "_build" / "html" / "chapters" / "part"
    built.mkdir(parents=True)
    (built / "trade.html").write_text(PAGE, encoding="utf-8")
    (built / "empty.html").write_text("<h1>Nothing</h1>", encoding="utf-8")
    (tmp_path / "exercises").mkdir()
    shutil.copy(FIXTURES, tmp_path / "exercises")
    monkeypatch.chdir(tmp_path)
    return lambda name, to="sheet.html", *more: main(["solutions", name, "--to", to, *more])


@pytest.mark.parametrize("name", ["part/trade", "chapters/part/trade.html"])
def test_the_command_writes_the_sheet(name: str, run: Callable[..., int]) -> None:
    assert run(name) == 0
    assert Path("sheet.html").read_text(encoding="utf-8") == SHEET
    assert run(name, "other.html", "--site", "_build/html") == 0
    assert Path("other.html").read_text(encoding="utf-8") == SHEET


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["part/trad"], 2, "there is no page 'part/trad'; did you mean part/trade"),
        (["part/later"], 1, "run `make book` first"),
        (["part/trade", "sheet.html", "--site", "elsewhere"], 1, "run `make book` first"),
        (["part/empty"], 1, "it has no exercises"),
        (["part/trade", "no/such/folder.html"], 2, "cannot be written"),
    ],
)
def test_the_command_says_what_is_wrong(
    arguments: list[str], code: int, message: str, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == code
    assert message in capsys.readouterr().err
    assert not Path("sheet.html").exists()
