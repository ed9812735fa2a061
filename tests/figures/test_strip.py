import itertools
import re
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seminar.figures import FigureError, strip, text_boxes
from seminar.figures.strip import span, wrapped
from seminar.figures.style import text_width
from seminar.tables import UnknownRow


def events(*rows):
    """Return rows of the table ``events`` from (id, date, what differs)."""
    blank = {"date_end": None, "place": None, "source": None, "paragraph": None, "citation": None}
    return pd.DataFrame(
        [{"id": name, "date": when, "title": f"Event {name}", **blank, **more} for name, when, more in rows]
    )


BRIDGE = events(
    ("said", "2019", {"source": "essay", "paragraph": "7"}),
    ("joined", "2019-05-31", {"citation": "news-2019", "place": "Heihe"}),
    ("traffic", "2022-06-10", {"citation": "news-2022", "place": "Heihe"}),
)


def test_what_documents_state_is_drawn_above_the_axis_and_what_happened_below():
    svg = strip(BRIDGE, documents=["essay"]).svg
    boxes = [box for box in text_boxes(svg) if box.text in {"1", "2", "3", "2020"}]
    tick = next(box for box in boxes if box.text == "2020")
    first = {box.text: box for box in reversed(boxes)}
    assert first["1"].bottom < tick.top
    assert first["2"].top > tick.bottom
    assert first["3"].top > tick.bottom


def test_a_statement_that_outside_evidence_bears_out_is_an_event():
    both = events(("both", "2019", {"source": "essay", "citation": "news-2019"}), ("other", "2021", {}))
    boxes = text_boxes(strip(both, documents=["essay"]).svg)
    tick = next(box for box in boxes if box.text == "2020")
    assert all(box.top > tick.bottom for box in boxes if box.text == "1")


def test_documents_say_when_they_were_written_as_exactly_as_is_known():
    texts = {
        box.text for box in text_boxes(strip(BRIDGE, documents=["essay", "article", "report", "leaflet"]).svg)
    }
    assert "Essay: written 2019 to 2020" in texts
    assert "Li 2022: written Mar to Jun 2021, published 13 May 2022" in texts
    assert "Report 2019: published 18 Sep 2019" in texts
    assert "Leaflet: not dated" in texts


def test_the_table_lists_all_that_the_picture_shows(book):
    (book / "chapters").mkdir()
    (book / "chapters" / "references.bib").write_text(
        "@misc{news-2019, title={Spans meet}, organization={The {Daily} News}, year={2019}}\n",
        encoding="utf-8",
    )
    shown = strip(BRIDGE, documents=["essay"])
    assert shown.tables == ("events", "sources")
    assert shown.numbers.columns == ("No.", "Date", "Event", "Place", "Source")
    assert list(shown.numbers.rows) == [
        ("", "written 2019 to 2020", "Essay", "", "the document itself"),
        ("1", "2019", "Event said", "", "Essay, ¶7"),
        ("2", "31 May 2019", "Event joined", "Heihe", "The Daily News 2019"),
        ("3", "10 Jun 2022", "Event traffic", "Heihe", "news-2022"),
    ]


def test_what_stands_in_a_heading_is_cited_as_a_heading():
    said = events(("said", "2019", {"source": "essay", "paragraph": "H2"}))
    assert strip(said).numbers.rows[-1][-1] == "Essay, heading 2"


def test_a_highlight_is_bold_and_in_the_accent_colour():
    svg = strip(BRIDGE, highlight=["traffic"]).svg
    assert re.search(r"<text [^>]*font-weight:(bold|700)[^>]*>Event traffic<", svg)
    assert "--seminar-accent" in svg
    assert "--seminar-accent" not in strip(BRIDGE).svg


def test_marks_bear_the_ids_of_their_events():
    named = re.findall(r'data-gid="([^"]+)"', strip(BRIDGE, documents=["essay"]).svg)
    assert sorted(named) == ["event-joined", "event-said", "event-traffic"]


def test_no_text_in_the_key_is_smaller_than_ten_pixels_on_a_telephone():
    sizes = re.findall(r"font-size:([\d.]+)px", strip(BRIDGE, documents=["essay"]).svg)
    assert min(map(float, sizes)) * (360 - 2 * 8) / 360 >= 10


ISO = st.one_of(
    st.integers(1600, 2030).map(str),
    st.dates(date(1949, 1, 1), date(2030, 1, 1)).map(lambda day: day.isoformat()[:7]),
    st.dates(date(2019, 1, 1), date(2022, 1, 1)).map(date.isoformat),
    st.integers(0, 40).map(lambda days: (date(2022, 2, 1) + timedelta(days)).isoformat()),
)
TITLES = st.text(st.sampled_from("abcdefgh ABC 中俄 Россия-"), min_size=1, max_size=90)
ROWS = st.lists(
    st.tuples(ISO, TITLES, st.sampled_from([None, "essay", "article", "report"])), min_size=1, max_size=14
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS, st.sampled_from([[], ["essay"], ["article", "essay", "report", "leaflet"]]))
def test_labels_never_overlap_nor_leave_the_picture(rows, documents):
    frame = events(
        *((f"e{n}", when, {"title": text, "source": by}) for n, (when, text, by) in enumerate(rows))
    )
    svg = strip(frame, documents=documents).svg
    boxes = text_boxes(svg)
    for one, other in itertools.combinations(boxes, 2):
        assert one.overlap(other) <= 1, (one, other)
    assert all(box.left >= 0 and box.right <= 360 for box in boxes)


@pytest.mark.parametrize(
    ("text", "end", "words", "days"),
    [
        ("2022", "", "2022", 365),
        ("2022-06", "", "Jun 2022", 30),
        ("2022-06-10", "", "10 Jun 2022", 1),
        ("2019", "2020", "2019 to 2020", 731),
        ("2019-12", "2020-03", "Dec 2019 to Mar 2020", 122),
        ("2021-03", "2021-06", "Mar to Jun 2021", 122),
        ("2019-09-17", "2019-09-18", "17 to 18 Sep 2019", 2),
        ("2019-05", "2019-06-05", "May to 5 Jun 2019", 36),
    ],
)
def test_dates_cover_what_they_say(text, end, words, days):
    when = span(text, end)
    assert when.words == words
    assert when.end - when.start == days


@pytest.mark.parametrize(
    ("date_", "end", "message"),
    [
        ("2022-13", None, "event x: '2022-13' is no date"),
        ("spring 2022", None, "event x: 'spring 2022' is no date; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("2022-02-30", None, "event x: '2022-02-30' is no date"),
        ("2022", "2021", r"event x: ends \(2021\) before it begins \(2022\)"),
    ],
)
def test_a_date_that_is_none_names_its_event(date_, end, message):
    with pytest.raises(FigureError, match=message):
        strip(events(("x", date_, {"date_end": end})))


def test_no_events_too_many_events_and_unknown_names_are_refused():
    with pytest.raises(FigureError, match="events has no rows; the query before it found nothing"):
        strip(BRIDGE.head(0))
    with pytest.raises(FigureError, match=r"events has no column citation; give rows of table\('events'\)"):
        strip(BRIDGE.drop(columns="citation"))
    with pytest.raises(FigureError, match="25 events at the axis; a strip holds 20"):
        strip(events(*((f"e{n}", str(1990 + n), {}) for n in range(25))))
    with pytest.raises(FigureError, match="highlight names nothing-such"):
        strip(BRIDGE, highlight=["nothing-such"])
    with pytest.raises(FigureError, match=r'write documents=\["essay"\]'):
        strip(BRIDGE, documents="essay")
    with pytest.raises(UnknownRow, match="no row 'esay'; did you mean essay"):
        strip(BRIDGE, documents=["esay"])


def test_lines_break_at_spaces_and_within_a_word_too_long():
    assert wrapped("one two", 500) == ["one two"]
    lines = wrapped("a " + "w" * 60, 100)
    assert all(text_width(line) <= 100 for line in lines)
    assert "".join(lines) == "a" + "w" * 60
