"""A table is found by its name, from any folder, typed."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from seminar.paths import project_root
from seminar.rehash import rehash
from seminar.tables import BadTable, UnknownRow, UnknownTable, has_row, package, row, source_line, table


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project of its own with one table of every type."""
    data = tmp_path / "data"
    data.mkdir()
    data.joinpath("rain.csv").write_text(
        "town,month,rain_mm,days,wet,note\n"
        "Heihe,2019-06-01,88.5,12,true,\n"
        "Chita,2019-06-01,,,false,NA is no gap\n",
        encoding="utf-8",
    )

    def field(name: str, kind: str, *, required: bool = True, **more: str) -> dict[str, object]:
        constraints = {"constraints": {"required": True}} if required else {}
        return {"name": name, "type": kind, "title": name.title(), **more, **constraints}

    fields = [
        field("town", "string"),
        field("month", "date"),
        field("rain_mm", "number", required=False, licence_status="not stated"),
        field("days", "integer", required=False),
        field("wet", "boolean"),
        field("note", "string", required=False),
    ]
    resource = {
        "name": "rain",
        "title": "Rain",
        "description": "Rain by month.",
        "kind": "data",
        "path": "rain.csv",
        "schema": {"fields": fields, "primaryKey": ["town", "month"]},
        "sources": [{"title": "A weather service"}, {"title": "Another"}],
        "licenses": [
            {"name": "CC0-1.0", "title": "CC0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}
        ],
        "licence_status": "open",
        "retrieved": "2026-01-02",
        "transformation": "None.",
        "caveats": ["Two towns."],
        "hash": "",
        "rows": 2,
    }
    described = {"name": "small", "title": "Small", "resources": [resource]}
    data.joinpath("datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    return tmp_path


def test_a_table_is_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = table("trade")
    monkeypatch.chdir(tmp_path)
    pd.testing.assert_frame_equal(table("trade"), here)
    monkeypatch.chdir(project_root() / "chapters")
    pd.testing.assert_frame_equal(table("trade"), here)


def test_a_project_below_or_above_answers_with_its_own_tables(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = small / "chapters" / "part"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert project_root() == small
    assert list(package().resources) == ["rain"]
    assert project_root(Path("/")) == Path(__file__).resolve().parents[2]


def test_columns_have_the_types_of_the_package(small: Path) -> None:
    rain = table("rain", small)
    assert pd.api.types.is_datetime64_dtype(rain.month)
    assert rain.rain_mm.dtype == "float64"
    assert rain.days.dtype == "Int64"
    assert rain.wet.dtype == bool
    assert rain.note.isna().tolist() == [True, False]
    assert rain.wet.tolist() == [True, False]
    assert table("trade").year.dtype == "int64"


def test_what_a_chapter_does_to_its_table_stays_in_the_chapter() -> None:
    mine = table("trade")
    mine.loc[:, "year"] = 0
    assert table("trade").year.min() > 0


def test_an_edited_table_is_read_anew_and_rehashed_once(small: Path) -> None:
    assert len(table("rain", small)) == 2
    assert rehash(small) == ["rain"]
    assert rehash(small) == []
    file = small / "data" / "rain.csv"
    file.write_text(file.read_text(encoding="utf-8") + "Ulan Bator,2019-06-01,40,5,true,\n", encoding="utf-8")
    assert rehash(small) == ["rain"]
    assert len(table("rain", small)) == 3
    assert package(small).resource("rain").rows == 3


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("88.5", "88,5", "data/rain.csv:2: the row has more cells"),
        ("no gap", "no gap,", "data/rain.csv:3: .* 6 fields in line 3, saw 7"),
        ("88.5", "88;5", "data/rain.csv:2: rain_mm is '88;5', not of type number"),
        ("12,true", "12.5,true", "data/rain.csv:2: days is '12.5', not of type integer"),
        (",,false", ",,no", "data/rain.csv:3: wet is 'no', not of type boolean"),
        (",,false", ",,", "data/rain.csv:3: wet is empty, not of type boolean"),
        ("Chita,2019-06-01", "Chita,June", "data/rain.csv:3: month is 'June', not of type date"),
        (
            ",12,true,\n",
            ',12,true,"two\nlines"\nHeihe,1 July,,,true,\n',
            "data/rain.csv:4: month is '1 July'",
        ),
        (
            "rain_mm",
            "rain",
            "data/rain.csv:1: the columns are town, month, rain, .* has town, month, rain_mm",
        ),
    ],
)
def test_a_cell_that_is_not_what_the_package_says_is_named_with_its_line(
    small: Path, right: str, wrong: str, message: str
) -> None:
    file = small / "data" / "rain.csv"
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(BadTable, match=message):
        table("rain", small)
    with pytest.raises(BadTable, match=message):
        row("rain:Chita/2019-06-01", small)


def test_an_unknown_name_lists_near_names() -> None:
    with pytest.raises(UnknownTable, match=r"no table 'trade-anual'.*did you mean trade-annual"):
        table("trade-anual")
    with pytest.raises(UnknownTable, match="there are trade, trade-annual"):
        table("zzz")


def test_a_row_is_named_by_its_key(small: Path) -> None:
    assert row("trade:2018").total_china_reported_usd_million == pytest.approx(106653.5)
    assert row("rain:Heihe/2019-06-01", small).days == 12
    assert has_row("claims:remarks-014")
    assert has_row("claims:*")
    assert has_row("gdp:CHN/2018")
    assert not has_row("claims:remarks-999")
    assert not has_row("rumours:*")
    with pytest.raises(UnknownRow, match="did you mean remarks-01"):
        row("claims:remarks-0144")


def test_an_unknown_field_lists_near_names() -> None:
    with pytest.raises(UnknownRow, match="did you mean brent_usd_per_barrel"):
        package().resource("oil-price-annual").field("brent_usd_per_barel")


def test_a_chart_of_columns_names_their_publishers_and_their_licences_alone() -> None:
    russia, china = (
        "trade:total_russia_reported_usd_million_rosstat",
        "trade:total_china_reported_usd_million",
    )
    (line,) = source_line([russia])
    assert line["publishers"] == "Federal Customs Service of Russia, data published by Rosstat"
    assert "not stated" not in line["status"]
    (both,) = source_line([russia, china])
    assert both["publishers"] == "; ".join(package().resource("trade").publishers())
    assert "licence not stated for: Trade of the pair, counted by China" in both["status"]
    assert source_line([russia, "trade"]) == source_line(["trade"])
    with pytest.raises(UnknownRow, match="total_russia_reported_usd_million_rosstat"):
        source_line(["trade:total_russia"])


def test_the_source_line_names_publishers_licence_and_the_columns_apart(small: Path) -> None:
    (line,) = source_line(["rain"], small)
    assert line == {
        "table": "rain",
        "title": "Rain",
        "publishers": "A weather service; Another",
        "licence": "CC0",
        "status": "open licence; licence not stated for: Rain_Mm",
        "retrieved": "2026-01-02",
    }
    assert [line["table"] for line in source_line(["trade", "gdp"])] == ["trade", "gdp"]
    with pytest.raises(UnknownTable):
        source_line(["trades"])
