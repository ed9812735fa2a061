"""The strip of the whole timeline: every event has its mark, and dates of the axis stand clear."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seminar.figures.overview import overview, stacked
from seminar.figures.style import text_width
from seminar.figures.svg import marks, text_boxes


def event(name, date, **more):
    """Return a row of the table ``events`` as text."""
    return {
        "id": name,
        "date": date,
        "date_end": "",
        "title": f"Event {name}",
        "source": "",
        "citation": "x",
    } | more


EVENTS = [
    event("last", "2023-03-01"),
    event("year", "1969"),
    event("said", "2019-06-05", source="essay", citation=""),
    event("span", "1959", date_end="1969", title="A quarrel about " + "doctrine and rank " * 12),
]


def names(found):
    """Return each event's name and its width as the page is told them, by id."""
    order = [gid.removeprefix("event-") for gid in marks(found.svg) if gid.startswith("event-")]
    titles = {row["id"]: row["title"] for row in EVENTS}
    return {
        name: (titles[name][:length] + " …" if length else titles[name], width)
        for name, (*_, width, length) in zip(order, found.places["marks"], strict=True)
    }


def test_every_event_has_mark_and_name_and_an_inexact_date_its_span():
    found = overview(EVENTS)
    drawn = set(marks(found.svg))
    for name in ("last", "year", "said", "span"):
        assert f"event-{name}" in drawn
        assert names(found)[name][0].startswith("A quarrel" if name == "span" else f"Event {name}")
    assert {gid for gid in drawn if gid.startswith("span-")} == {"span-year", "span-span"}


def test_what_a_document_says_is_an_open_mark():
    svg = overview(EVENTS).svg

    def fill(name):
        return re.search(r"fill:var\((--seminar-\w+)", svg[svg.index(f'data-gid="event-{name}"') :])[1]

    assert (fill("said"), fill("last")) == ("--seminar-page", "--seminar-ink")


def test_a_long_name_is_cut_at_a_word_and_its_width_is_told():
    for name, width in names(overview(EVENTS)).values():
        assert width == pytest.approx(text_width(name, 11), abs=0.1)
        assert width < 170
    assert re.fullmatch(r"A quarrel about( \w+)* …", names(overview(EVENTS))["span"][0])


def test_the_finding_is_told_in_words():
    assert overview(EVENTS).alt == (
        "4 marks on an axis of time from 1964 to 2023; half of them stand between 1969 and 2019."
    )


@pytest.mark.parametrize("first", ["1896", "1949-10-01", "2018-01"])
def test_dates_stand_clear_at_every_stretch_and_more_of_them_the_more_it_is_stretched(first):
    found = overview([event("first", first), event("last", "2026-01-14")])
    words = {gid: box.text for gid, box in zip(dates(found.svg), text_boxes(found.svg), strict=True)}
    left, counts = found.places["left"], []
    for level in found.places["levels"]:
        shown = [
            (left + (x - left) * level, words[gid])
            for gid, (x, least) in found.places["dates"].items()
            if least <= level
        ]
        counts.append(len(shown))
        for (x, one), (y, other) in pairwise(sorted(shown)):
            assert y - x >= (text_width(one) + text_width(other)) / 2
    assert counts == sorted(counts)
    assert counts[0] >= 2


def dates(svg):
    return [gid for gid in marks(svg) if gid.startswith(("date-", "finer-"))]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.floats(12, 348), max_size=300).map(sorted))
def test_marks_stand_in_columns_within_their_room_and_near_their_dates(xs):
    places = stacked(xs)
    assert all(abs(x - at) <= 3.5 + 1e-9 for at, (x, _) in zip(xs, places, strict=True))
    heights = [y for _, y in places]
    if heights:
        assert max(heights) - min(heights) <= 84
    assert max(Counter(places).values(), default=1) == 1
