import base64
import re

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from seminar.figures import CHART_MIME, FigureError, chart, colours
from seminar.tables import UnknownTable

from .pictures import line_chart, numbers


def listed(frame, **options):
    return chart(line_chart(), numbers=frame, tables=["events"], **options).numbers


def test_in_the_build_a_chart_is_its_own_mime_type_alone(monkeypatch):
    monkeypatch.setenv("SEMINAR_BUILD", "1")
    shown = chart(line_chart(), numbers=numbers(), tables=["events"])
    bundle = shown._repr_mimebundle_()
    assert list(bundle) == [CHART_MIME]
    assert bundle[CHART_MIME]["svg"] == shown.svg
    assert bundle[CHART_MIME]["tables"] == ["events"]
    assert bundle[CHART_MIME]["numbers"]["columns"] == ["Year", "Trade (US$ billion)"]
    assert bundle[CHART_MIME]["numbers"]["rows"][0] == ["2005", "29.1"]
    assert bundle[CHART_MIME]["numbers"]["numeric"] == [True, True]


def test_in_jupyter_a_chart_is_a_picture_with_its_numbers_and_source():
    bundle = chart(line_chart(), numbers=numbers(), tables=["events"])._repr_mimebundle_()
    html = bundle["text/html"]
    assert "<details><summary>The numbers</summary>" in html
    assert "<td>110.9</td>" in html
    assert "Source: Events. The tests. CC BY 4.0." in html
    picture = base64.b64decode(re.search(r"base64,([^\"]+)", html)[1]).decode()
    assert picture == bundle["image/svg+xml"]
    assert "var(" not in picture


def test_jupyter_shows_what_people_wrote_as_text():
    frame = pd.DataFrame({"<b>": ["<script>"]})
    html = chart(line_chart(), numbers=frame, tables=["events"])._repr_mimebundle_()["text/html"]
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_chart_closes_its_figure_so_that_jupyter_shows_it_once():
    fig = line_chart()
    chart(fig, numbers=numbers(), tables=["events"])
    assert not plt.fignum_exists(fig.number)


def test_a_refused_chart_closes_its_figure_too():
    fig = line_chart()
    with pytest.raises(UnknownTable):
        chart(fig, numbers=numbers(), tables=["evnets"])
    assert not plt.fignum_exists(fig.number)


def test_missing_numbers_are_said_and_missing_words_are_empty():
    frame = pd.DataFrame({"Country": ["China", None], "Share (%)": [np.nan, 2.5]})
    assert listed(frame).rows == (("China", "not available"), ("", "2.5"))
    assert listed(frame).numeric == (False, True)


def test_numbers_have_as_many_decimals_as_their_column_needs():
    frame = pd.DataFrame(
        {"Whole": [1.0, -2.0], "Half": [0.5, 1.0], "Third": [1 / 3, 0.0], "Year": [2018, 2019]}
    )
    assert listed(frame).rows == (("1", "0.5", "0.33", "2018"), ("\N{MINUS SIGN}2", "1.0", "0.00", "2019"))


def test_decimals_can_be_set_for_all_columns_or_for_some():
    frame = pd.DataFrame({"One": [1.25], "Two": [2.25]})
    assert listed(frame, decimals=1).rows == (("1.2", "2.2"),)
    assert listed(frame, decimals={"Two": 0}).rows == (("1.25", "2"),)
    with pytest.raises(
        FigureError, match=r"decimals names Three, which is no column of numbers \(One, Two\)"
    ):
        listed(frame, decimals={"Three": 1})


def test_a_small_negative_number_does_not_read_minus_zero():
    assert listed(pd.DataFrame({"Change": [-0.001]}), decimals=1).rows == (("0.0",),)


def test_moments_read_as_days_or_as_months():
    frame = pd.DataFrame({"Day": pd.to_datetime(["2019-05-31"]), "Month": pd.to_datetime(["2019-05-01"])})
    assert listed(frame).rows == (("2019-05-31", "2019-05"),)


def test_a_named_index_is_a_column_and_an_unnamed_one_is_not():
    series = pd.DataFrame({"Total": [1, 2]}, index=pd.Index([2018, 2019], name="Year"))
    assert listed(series).columns == ("Year", "Total")
    assert listed(series.rename_axis(None)).columns == ("Total",)


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (
            pd.DataFrame({"Year": []}),
            "numbers has no rows; give the DataFrame that the picture was drawn from",
        ),
        ([1, 2], "numbers is a list; give a DataFrame"),
        (pd.DataFrame({"total_usd": [1]}), r"the column 'total_usd'; readers see this name, so rename it"),
        (pd.DataFrame({0: [1]}), "a column called 0; rename it to words"),
        (pd.DataFrame([[1, 2]], columns=["A", "A"]), "two columns of one name"),
    ],
)
def test_numbers_that_readers_could_not_use_are_refused(frame, message):
    with pytest.raises(FigureError, match=message):
        listed(frame)


def test_an_unknown_table_is_refused_with_near_names():
    with pytest.raises(UnknownTable, match=r"no table 'evnets'.*did you mean events"):
        chart(line_chart(), numbers=numbers(), tables=["evnets"])


def test_one_table_must_be_a_list_too():
    with pytest.raises(FigureError, match=r'write tables=\["events"\]'):
        chart(line_chart(), numbers=numbers(), tables="events")


def test_texts_that_overlap_are_refused():
    fig = line_chart()
    for height in (50, 52):
        fig.axes[0].text(2006, height, f"A note at {height}", color=colours["ink"])
    with pytest.raises(FigureError, match="the texts 'A note at 50' and 'A note at 52' overlap: move one"):
        chart(fig, numbers=numbers(), tables=["events"])


def test_text_that_leaves_the_picture_is_refused():
    fig = line_chart()
    fig.text(0.9, 0.5, "A note that runs over the edge", color=colours["ink"], in_layout=False)
    with pytest.raises(
        FigureError, match=r"'A note that runs over the edge' leaves the picture by .* units: shorten"
    ):
        chart(fig, numbers=numbers(), tables=["events"])
