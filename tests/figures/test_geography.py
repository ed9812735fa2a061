"""Maps: land without states, what the convention promises, and names that find their place."""

from __future__ import annotations

import json
import re

import matplotlib.pyplot as plt
import numpy as np
import pytest

from seminar.figures import FigureError, chart, geography, marks, text_boxes
from seminar.figures.geography import EXTENT, base_map, listed, pipelines, places
from seminar.paths import project_root
from seminar.tables import package, plain_rows, table

from ..exercises.test_check import ROOT

EAST = (95, 36, 146, 63)
BORDER = (115, 42, 139, 55)


@pytest.fixture(autouse=True)
def the_book(book, monkeypatch):
    """Draw from the book's own geometry."""
    monkeypatch.chdir(ROOT)
    assert project_root() == ROOT


def shapes(name):
    return json.loads(package().resource(name).path.read_text(encoding="utf-8"))["features"]


def rings(name):
    for shape in shapes(name):
        for part in shape["geometry"]["coordinates"]:
            yield from part if name == "map-land" else [part]


def drawn(window, names=("heihe",), routes=None, **options):
    fig, ax = plt.subplots()
    base_map(ax, window, **options)
    if routes is not None:
        pipelines(ax, routes or None)
    if names:
        places(ax, names, scripts=False)
    return fig, ax


def finished(window, names=("heihe",), routes=None, **options):
    fig, ax = drawn(window, names, routes, **options)
    return chart(fig, numbers=listed(ax), tables=["map-places"])


# -- the files


@pytest.mark.parametrize("name", ["map-land", "map-borders", "map-rivers", "map-pipeline-routes"])
def test_geometry_is_valid_and_lies_where_the_book_says(name):
    west, south, east, north = EXTENT
    for ring in rings(name):
        points = np.asarray(ring)
        assert points.ndim == 2
        assert points.shape[1] == 2
        assert len(points) >= (4 if name == "map-land" else 2)
        assert (points >= [west, south]).all()
        assert (points <= [east, north]).all()
        assert name != "map-land" or (points[0] == points[-1]).all()


def test_no_shape_is_of_a_state():
    [land] = shapes("map-land")
    assert land["properties"] == {"kind": "land"}
    for name in ("map-borders", "map-rivers", "map-pipeline-routes"):
        assert {shape["geometry"]["type"] for shape in shapes(name)} == {"MultiLineString"}
    four = {"China", "Russia", "Mongolia", "Kazakhstan"}
    assert all(set(shape["properties"]["name"].split("-")) <= four for shape in shapes("map-borders"))


def test_no_border_line_runs_through_what_is_in_dispute_and_no_place_lies_there():
    points = [np.concatenate([np.asarray(ring) for ring in rings("map-borders")])]
    points.append(table("map-places")[["longitude_deg", "latitude_deg"]].to_numpy())
    for row in table("map-disputed").itertuples():
        for found in points:
            inside = (found > [row.west_deg, row.south_deg]) & (found < [row.east_deg, row.north_deg])
            assert not inside.all(axis=1).any(), row.name


def test_the_border_has_its_gap_at_the_divided_island():
    x, y = geography._ISLAND
    points = np.concatenate([np.asarray(ring) for ring in rings("map-borders")])
    assert np.hypot(*(points - [x, y]).T).min() > 0.15
    assert np.hypot(*(points - [x, y]).T).min() < 0.2


def test_each_pipeline_has_its_route():
    assert [row["id"] for row in plain_rows("map-pipelines")] == [
        shape["properties"]["id"] for shape in shapes("map-pipeline-routes")
    ]


# -- the convention


def test_every_map_brings_its_convention_and_the_geometry_behind_it():
    made = finished(EAST, routes=[])
    assert made.convention.startswith(geography.CONVENTION)
    assert geography.GAP in made.convention
    assert "southern Kurils" in made.convention
    assert set(made.tables) >= {
        "map-places",
        "map-land",
        "map-borders",
        "map-disputed",
        "map-pipeline-routes",
    }
    assert made.data()["convention"] == made.convention
    assert geography.CONVENTION in made._repr_mimebundle_()["text/html"]


def test_geometry_drawn_in_two_calls_or_on_two_maps_is_named_once():
    fig, both = plt.subplots(ncols=2)
    for ax in both:
        base_map(ax, EAST, rivers=True)
        for name in ("espo-1", "china-russia-east"):
            pipelines(ax, [name])
        for name in ("heihe", "daqing"):
            places(ax, [name])
    behind = geography.geometry_behind(fig)
    assert len(behind) == len(set(behind)) == 7


def test_a_chart_without_a_map_has_no_convention():
    fig, ax = plt.subplots()
    ax.plot([0, 1], [0, 1])
    made = chart(fig, numbers=table("map-places")[["name"]], tables=["map-places"])
    assert made.convention == ""
    assert "convention" not in made.data()


def test_crimea_is_hatched_in_every_window_that_holds_it():
    for window in ((30, 40, 60, 60), (33, 44, 36, 46), EXTENT):
        made, _ = drawn(window, ())
        assert "Crimea" in geography.convention(made)
        assert "disputed-crimea" in {artist.get_gid() for artist in made.axes[0].patches}


def test_what_lies_outside_the_window_is_not_spoken_of():
    made = finished((100, 45, 128, 55))
    assert made.convention == geography.CONVENTION


# -- the picture


@pytest.mark.parametrize("window", [EXTENT, EAST, BORDER, (30, 30, 150, 76)])
def test_a_map_is_small_and_can_be_interactive(window):
    made = finished(window, routes=[], rivers=True)
    assert len(made.svg) < 60_000
    [axes] = made.axes
    assert axes["x"]["data"] == [window[0], window[2]]
    left, top, right, bottom = axes["box"]
    middle = np.cos(np.radians((window[1] + window[3]) / 2))
    assert (right - left) / (bottom - top) == pytest.approx(
        (window[2] - window[0]) / (window[3] - window[1]) * middle, rel=1e-3
    )


def test_nothing_is_drawn_far_outside_the_window():
    svg = re.sub("<defs>.*?</defs>", "", finished(EAST, routes=[]).svg)
    numbers = [
        float(number) for path in re.findall(r' d="([^"]*)"', svg) for number in re.findall(r"-?[\d.]+", path)
    ]
    assert min(numbers) > -12
    assert max(numbers) < 372


@pytest.mark.parametrize("window", [EXTENT, EAST, BORDER])
def test_a_simplified_line_keeps_to_its_route(window):
    _, ax = drawn(window, (), routes=[])
    middle = np.cos(np.radians((window[1] + window[3]) / 2))
    per_degree = np.array([1, 1 / middle]) * 360 / (window[2] - window[0])
    lines = {line.get_gid(): line.get_xydata() * per_degree for line in ax.lines}
    for shape in shapes("map-pipeline-routes"):
        points = np.concatenate([np.asarray(piece) for piece in shape["geometry"]["coordinates"]])
        points = points[((points > window[:2]) & (points < window[2:])).all(axis=1)]
        if len(points):
            line = lines[f"pipeline-{shape['properties']['id']}"]
            assert distances(points * per_degree, line).max() < 0.6, shape["properties"]["id"]


def distances(points, line):
    """Return how far each point lies from a line, which may have gaps."""
    starts, steps = line[:-1], np.diff(line, axis=0)
    shares = ((points[:, None] - starts) * steps).sum(axis=2) / np.maximum((steps**2).sum(axis=1), 1e-12)
    away = points[:, None] - starts - np.clip(shares, 0, 1)[..., None] * steps
    return np.nanmin(np.hypot(away[..., 0], away[..., 1]), axis=1)


def test_a_window_of_sea_has_an_empty_land():
    _, ax = drawn((150, 30, 155, 35), ())
    assert geography.geometry_behind(ax.figure)[0] == "map-land"
    assert all(len(patch.get_path().vertices) == 0 for patch in ax.patches)


def test_marks_have_names_for_exercises_and_text_stays_text():
    made = finished(EAST, names=("heihe", "daqing"), routes=["espo-1", "china-russia-east"])
    assert {"place-heihe", "name-heihe", "pipeline-espo-1", "border-gap", "disputed-kurils-south"} <= set(
        marks(made.svg)
    )
    assert {"Heihe", "Daqing", "ESPO (oil)", "China–Russia East Route (gas)"} <= {
        box.text for box in text_boxes(made.svg)
    }


def test_the_table_of_places_says_what_and_where():
    made = finished(EAST, names=("heihe",), routes=["mohe-daqing"])
    assert made.numbers.columns == ("Name", "In Chinese", "In Russian", "What it is", "Where")
    rows = {row[0]: row for row in made.numbers.rows}
    assert rows["Heihe"][3:] == ("border town", "50.25°\u202fN, 127.45°\u202fE")
    assert rows["Mohe–Daqing oil pipeline"][3:] == ("pipeline, crude oil", "Mohe to Daqing")


def test_two_towns_side_by_side_are_named_on_their_own_sides():
    made = finished(BORDER, names=("heihe", "blagoveshchensk"))
    boxes = {box.text: box for box in text_boxes(made.svg)}
    assert boxes["Heihe"].right < boxes["Blagoveshchensk"].left


def test_each_script_is_a_line_of_its_own_where_the_table_has_it():
    fig, ax = plt.subplots()
    base_map(ax, BORDER)
    places(ax, ["heihe", "khabarovsk"])
    made = chart(fig, numbers=listed(ax), tables=["map-places"])
    assert {"Heihe", "黑河", "Khabarovsk", "Хабаровск"} <= {box.text for box in text_boxes(made.svg)}
    assert {"name-heihe", "name-heihe-script"} <= set(marks(made.svg))


def test_a_crowded_map_finds_room_for_all_its_names_within_the_picture():
    names = "manzhouli zabaykalsk heihe blagoveshchensk tongjiang nizhneleninskoye khabarovsk suifenhe "
    names = (names + "pogranichny hunchun vladivostok harbin").split()
    fig, ax = plt.subplots()
    base_map(ax, (115, 41.5, 139, 55), rivers=True, scale="upper left")
    places(ax, names)
    made = chart(fig, numbers=listed(ax), tables=["map-places"])
    assert {f"name-{name}" for name in names} <= set(marks(made.svg))


def test_the_scale_bar_tells_the_truth_and_takes_a_corner_that_no_border_crosses():
    for window in ((94, 40, 142, 63), EAST, BORDER):
        _, ax = drawn(window, ("heihe",), rivers=True)
        [bar] = [line for line in ax.lines if line.get_gid() == "scale"]
        [text] = [text.get_text() for text in ax.texts]
        (west, east), (y, _) = bar.get_xydata().T
        middle = np.radians((window[1] + window[3]) / 2)
        length = (east - west) * 111.195 * np.cos(middle)
        assert text.startswith(f"{length:.0f} km at ")
        borders = np.concatenate([np.asarray(ring) for ring in rings("map-borders")])
        near = (borders > [west, y - 0.3]) & (borders < [east, y + 0.8])
        assert not near.all(axis=1).any()


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda ax: base_map(ax, (0, 0, 10, 10)), "window is .* within"),
        (lambda ax: base_map(ax, (95, 63, 146, 36)), "window is"),
        (lambda ax: places(ax, ["heihe"]), r"call base_map\(ax, window\) before places"),
        (lambda ax: (base_map(ax, EAST), base_map(ax, EAST)), "a map already"),
        (lambda ax: (base_map(ax, EAST), places(ax, ["hehe"])), "no place 'hehe'; did you mean heihe"),
        (lambda ax: (base_map(ax, EAST), places(ax, "heihe")), r'write a list, \["heihe"\]'),
        (lambda ax: (base_map(ax, EAST), places(ax, ["moscow"])), "'moscow' lies outside the window"),
        (lambda ax: (base_map(ax, EAST), places(ax, ["heihe"], labels={"heihe": "north"})), "it can stand"),
        (lambda ax: (base_map(ax, EAST), pipelines(ax, ["espo"])), "no pipeline 'espo'; did you mean espo-"),
        (lambda ax: (base_map(ax, (30, 50, 60, 70)), pipelines(ax, ["espo-1"])), "outside the window"),
        (lambda ax: base_map(ax, EAST, scale="top"), "scale is 'top'; it can be"),
        (lambda ax: (base_map(ax, EAST), listed(ax)), "nothing is named on this map"),
    ],
)
def test_a_slip_is_named_with_its_remedy(draw, message):
    _, ax = plt.subplots()
    with pytest.raises(FigureError, match=message):
        draw(ax)


def test_a_name_without_room_is_refused_by_name():
    fig, ax = plt.subplots(figsize=(1, 1))
    _second = fig.add_subplot(2, 2, 4)
    base_map(ax, EAST, scale=None)
    places(ax, ["blagoveshchensk", "heihe", "harbin", "daqing", "khabarovsk"])
    with pytest.raises(FigureError, match="finds no room for its name: say in labels"):
        geography.place_names(fig)
