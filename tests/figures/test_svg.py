import gzip
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib.pyplot as plt
import pytest

from seminar.figures import (
    PALETTE,
    FigureError,
    colours,
    concrete,
    marks,
    prefixed,
    text_boxes,
    to_svg,
    without,
)

from .pictures import VALUES, YEARS, line_chart

SVG = "{http://www.w3.org/2000/svg}"
DRAW = """
import sys
sys.path.insert(0, {folder!r})
from seminar.figures import use_style, to_svg
from pictures import line_chart
use_style()
sys.stdout.buffer.write(to_svg(line_chart()).encode())
"""


def ids(svg):
    return re.findall(r'\bid="([^"]+)"', svg)


def test_two_processes_draw_the_same_bytes():
    script = DRAW.format(folder=str(Path(__file__).parent))
    drawn = [
        subprocess.run(
            [sys.executable, "-c", script],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "MPLBACKEND": "agg", "SOURCE_DATE_EPOCH": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert drawn[0] == drawn[1] == to_svg(line_chart()).encode()


def test_drawing_twice_in_one_process_gives_the_same_bytes():
    fig = line_chart()
    assert to_svg(fig) == to_svg(fig)


def test_the_look_does_not_depend_on_what_a_chapter_did_to_matplotlib():
    wanted = to_svg(line_chart())
    fig = line_chart()
    with plt.rc_context({"svg.fonttype": "path", "svg.hashsalt": None, "path.simplify": True}):
        assert to_svg(fig) == wanted


def test_a_chart_is_light():
    assert len(gzip.compress(to_svg(line_chart()).encode(), mtime=0)) < 2500


def test_text_stays_text_in_the_font_of_the_page():
    svg = to_svg(line_chart())
    assert {"China", "US$ billion", "2010"} <= {box.text for box in text_boxes(svg)}
    assert "font-family" not in svg


def test_every_colour_is_a_variable_of_the_page_and_the_ground_is_clear():
    svg = to_svg(line_chart())
    assert not re.search(r"#[0-9a-f]{6}\b", re.sub(r"var\(--[a-z-]+, #[0-9a-f]{6}\)", "", svg))
    assert "var(--seminar-china, #a8101a)" in svg
    assert PALETTE["page"].variable not in svg


def test_black_becomes_the_ink_of_the_theme():
    fig, ax = plt.subplots()
    ax.plot([0, 1], [0, 1], color="black")
    ax.bar([0], [1], color="k")
    svg = to_svg(fig)
    assert "#000000" not in svg
    assert ET.fromstring(svg).get("style").count("fill:var(--seminar-ink") == 1


def test_no_prolog_no_size_no_metadata_no_style_sheet():
    svg = to_svg(line_chart())
    assert svg.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" class="seminar-figure" viewBox="0 0 360 230.4"'
    )
    assert not re.search(r"<(metadata|style|!--|\?xml)|width=\"360|xlink|DOCTYPE", svg)


def test_two_figures_on_a_page_share_no_id_and_every_reference_is_met():
    other = line_chart()
    other.axes[0].set_ylim(0, 300)
    one, two = to_svg(line_chart()), to_svg(other)
    assert ids(one)
    assert not set(ids(one)) & set(ids(two))
    for svg in (one, two):
        assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', svg)) <= set(ids(svg))


def test_a_figure_shown_twice_gets_another_prefix_throughout():
    svg = to_svg(line_chart())
    again = prefixed(svg, "fig-trade")
    assert not set(ids(svg)) & set(ids(again))
    assert all(name.startswith("fig-trade-") for name in ids(again))
    assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', again)) <= set(ids(again))
    assert again.replace("fig-trade-", "") == re.sub(r"f[0-9a-f]{8}-(?=\d)", "", svg)


def test_gids_stay_as_data_and_collide_with_nothing():
    svg = to_svg(line_chart())
    named = ET.fromstring(svg).findall(".//*[@data-gid='china']")
    assert len(named) == 1
    assert named[0].find(f".//{SVG}path") is not None
    assert "china" not in ids(svg)


def test_a_named_line_lies_where_matplotlib_puts_its_data():
    fig = line_chart()
    svg = to_svg(fig)
    path = ET.fromstring(svg).find(".//*[@data-gid='china']").find(f"{SVG}path").get("d")
    points = [tuple(map(float, point.split())) for point in re.split("[ML]", path)[1:]]
    scale, height = 72 / fig.dpi, fig.get_size_inches()[1] * 72
    for (x, y), datum in zip(points, zip(YEARS, VALUES, strict=True), strict=True):
        across, up = fig.axes[0].transData.transform(datum) * scale
        assert abs(x - across) < 0.01
        assert abs(y - (height - up)) < 0.01


def test_outside_the_book_the_svg_is_complete_in_itself():
    svg = concrete(to_svg(line_chart()))
    ET.fromstring(svg)
    assert "var(" not in svg
    assert 'width="360" height="230.4"' in svg
    assert "font-family:system-ui" in svg
    assert svg.index(PALETTE["page"].light) < svg.index(PALETTE["China"].light)


def test_a_foreign_colour_is_refused_with_the_remedy():
    fig, ax = plt.subplots()
    ax.plot([0, 1], [0, 1], color="#ff00ff")
    with pytest.raises(
        FigureError, match=r"colour #ff00ff would not follow the dark theme: use colours\[…\] \(China"
    ):
        to_svg(fig)


def test_a_lighter_shade_is_made_with_alpha():
    fig, ax = plt.subplots()
    ax.axvspan(0, 1, color=colours["Russia"], alpha=0.2)
    assert "opacity:0.2" in to_svg(fig)


def test_a_gid_given_twice_is_refused():
    fig, ax = plt.subplots()
    for _ in range(2):
        ax.plot([0, 1], [0, 1], gid="same")
    with pytest.raises(FigureError, match="gid 'same' is given to more than one artist"):
        to_svg(fig)


def test_an_image_is_refused():
    fig, ax = plt.subplots()
    ax.imshow([[0, 1], [1, 0]])
    with pytest.raises(FigureError, match=r"an image \(imshow\)"):
        to_svg(fig)


def test_hatching_keeps_its_pattern():
    fig, ax = plt.subplots()
    ax.bar([1], [2], facecolor="none", edgecolor=colours["ink"], hatch="//")
    svg = to_svg(fig)
    pattern = re.search(r'<pattern id="([^"]+)"', svg)[1]
    assert f"url(#{pattern})" in svg


def test_turned_text_is_measured_where_it_stands():
    fig, ax = plt.subplots()
    ax.set_ylabel("A label that is turned")
    box = next(b for b in text_boxes(to_svg(fig)) if b.text.startswith("A label"))
    assert box.bottom - box.top > 5 * (box.right - box.left)
    assert box.left >= 0


def hiding():
    fig, ax = plt.subplots()
    ax.plot([1, 2, 3], [1, 2, 3], "o-", color=colours["China"], gid="shown")
    ax.plot([1, 2, 3], [3, 1, 2], "o-", color=colours["China"], gid="hidden & <away>")
    ax.fill_between([1, 2], [1, 2], color=colours["grid"], gid="area")
    return to_svg(fig)


def test_marks_are_listed_as_they_are_drawn():
    assert marks(hiding()) == ["area", "shown", "hidden & <away>"]


def test_a_mark_that_is_cut_out_leaves_nothing_but_its_place():
    svg = hiding()
    public, fragments = without(svg, ["hidden & <away>", "area"])
    assert marks(public) == marks(svg)
    for fragment in fragments.values():
        [path] = re.findall(r' d="([^"]+)"', fragment)
        assert path in svg
        assert path not in public
    assert fragments["area"].startswith('<g data-gid="area"><g clip-path=')
    assert ET.tostring(ET.fromstring(fragments["area"]), encoding="unicode") in svg


def test_what_marks_share_stays_when_one_is_cut_out():
    public, fragments = without(hiding(), ["shown"])
    used = set(re.findall(r'href="#([^"]+)"', public + "".join(fragments.values())))
    assert used <= set(ids(public))


def test_to_cut_out_an_unknown_mark_is_refused_with_near_names():
    with pytest.raises(FigureError, match="the figure has no mark 'hiden'"):
        without(hiding(), ["hiden"])


def test_a_filled_area_lies_where_matplotlib_draws_it():
    fig, ax = plt.subplots()
    ax.fill_between([1, 2, 3], [1, 4, 2], color=colours["grid"], gid="area")
    svg = to_svg(fig)
    path = re.search(r'data-gid="area".*? d="([^"]+)"', svg)[1]
    drawn = [tuple(map(float, pair.split())) for pair in re.findall(r"[\d.]+ [\d.]+", path)]
    scale = 72 / fig.dpi
    for x, y in [(1, 1), (2, 4), (3, 2), (1, 0), (3, 0)]:
        across, up = ax.transData.transform((x, y)) * scale
        assert any(abs(a - across) < 0.02 and abs(b - (230.4 - up)) < 0.02 for a, b in drawn)
    assert "<use" not in svg.partition('data-gid="area"')[2].partition("</g></g>")[0]


def test_ids_in_one_attribute_get_the_prefix_too():
    assert prefixed("#f01234567-12", "fig-a") == "#fig-a-12"
    assert prefixed("url(#f01234567-12)", "fig-a") == "url(#fig-a-12)"
    assert prefixed("in f01234567-12", "fig-a") == "in f01234567-12"


def test_powers_of_ten_are_written_out_on_a_logarithmic_axis():
    fig, ax = plt.subplots()
    ax.plot([1, 2], [100, 20000], color=colours["China"])
    ax.set(yscale="log", ylim=(100, 100000))
    svg = to_svg(fig)
    assert [label for label in ("100", "1000", "10000", "100000") if f">{label}<" in svg] == [
        "100", "1000", "10000", "100000",
    ]  # fmt: skip
    assert "$" not in svg
