"""How a claim held up is computed from the tables, and changes with them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from seminar import tables
from seminar.corpus import VERDICTS, BadVerdict, UnknownId, Verdict, verdict
from seminar.paths import project_root

ROOT = project_root()
COMPUTED = tables.table("claims").dropna(subset=["computed_by"])
MOVED = {
    "remarks-003": (
        "not held",
        "trade",
        [("2011,", 5, "55000"), ("2012,", 5, "55000"), ("2013,", 5, "55000")],
    ),
    "remarks-004": ("not held", "trade", [("2018,", 5, "900000")]),
    "remarks-005": ("held", "trade-first-releases", [("2020,", 1, "97.76")]),
    "remarks-006": ("held", "trade-first-releases", [("2022,", 1, "201")]),
    "guan-2022-057": (
        "held in part",
        "trade",
        [(f"{year},", 5, str(6000 + 400 * (year - 1996))) for year in range(1997, 2010)],
    ),
    "trenin-2019-003": ("held", "trade-first-releases", [("2018,", 1, "99.06")]),
    "chinaplus-2019-008": ("held", "trade-first-releases", [("2017,", 1, "100.07")]),
    "chinaplus-2019-009": ("held in one source", "trade-first-releases", [("2018,", 2, "26.3")]),
    "chinaplus-2019-010": ("held", "trade-monthly", [("2012-01-01,RUS,NLD,export,", 4, "99999.9")]),
    "chinaplus-2019-011": ("held in one source", "trade-part-year", [("2019,1,8,", 3, "70110")]),
    "chinaplus-2019-012": ("held in one source", "trade-part-year", [("2019,1,8,", 4, "4.6")]),
    "twins-023": ("held in one source", "cited-figures", [("retail-us-2019,", 1, "6.4")]),
    "twins-024": ("held in part", "gdp", [("JPN,2019,", 2, "15117993853017.0")]),
    "twins-026": ("not held", "cited-figures", [("world-trade-2019,", 1, "2.8")]),
    "chinaplus-2019-013": ("held in part", "cited-figures", [("world-trade-2019,", 1, "3.1")]),
    "chinaplus-2019-014": (
        "held",
        "trade-first-releases",
        [("2023,", 1, "190.11"), ("2024,", 1, "194.81")],
    ),
    "chinaplus-2019-020": ("held", "events", [("gas-launch,", 1, "2020-12-02")]),
    "remarks-011": ("held in part", "cited-figures", [("farm-from-russia-2020,", 1, "3.01")]),
    "remarks-012": ("cannot be tested", "cited-figures", [("soy-us-2017,", 1, "9.5")]),
    "remarks-013": ("held in part", "cited-figures", [("soy-us-2018,", 1, "40")]),
    "remarks-014": ("not held", "events", [("heihe-traffic,", 1, "2019-12-10")]),
    "remarks-015": (
        "not held",
        "events",
        [("heihe-traffic,", 1, "2019-12-10"), ("tongjiang-train,", 1, "2019-12")],
    ),
    "remarks-017": ("held", "events", [("bridge-agreement-1995,", 1, "2009-06-26")]),
    "guan-2022-058": ("held", "events", [("programme-2009,", 1, "2010-09")]),
    "guan-2022-174": ("held", "events", [("bridge-agreement-1995,", 1, "1999-06-26")]),
    "guan-2022-176": ("held in part", "events", [("heihe-traffic,", 1, "2019-12-10")]),
    "trenin-2019-022": ("held in part", "cited-figures", [("rail-transit-west-2024,", 1, "312")]),
    "chinaplus-2019-022": ("held", "cited-figures", [("farm-from-russia-2020,", 1, "3.01")]),
    "chinaplus-2019-024": ("held in part", "northern-sea-route", [("2024,", 2, "380")]),
    "trenin-2019-018": ("held in part", "reserve-shares", [("2018-06-30,CNY,", 2, "12.7")]),
    "trenin-2019-019": ("held in part", "reserve-shares", [("2018-03-31,CNY,", 2, "8.0")]),
    "trenin-2019-004": ("held", "visits", [("2019,RUS,CHN,all,", 4, "600000")]),
    "guan-2022-169": (
        "held in part",
        "settlement-shares",
        [("2020-Q1,both_ways,rouble_and_yuan,", 3, "14")],
    ),
    "chinaplus-2019-021": ("held", "settlement-shares", [("2020-Q1,both_ways,rouble_and_yuan,", 3, "14")]),
    "chinaplus-2019-023": (
        "held in part",
        "projects",
        [("huawei-unit,", 3, "in part"), ("cr929,Airliner CR929,cr929-2023,", 3, "in part")],
    ),
    "remarks-022": ("held in part", "events", [("cr929-dispute-2020,", 1, "2024")]),
    "remarks-026": ("held", "students", [("2018,2018/19,CHN,USA,", 4, "20000")]),
    "guan-2022-138": ("held in one source", "students", [("2019,,CHN,RUS,24226,", 4, "35226")]),
    "guan-2022-139": ("held in one source", "students", [("2018,,RUS,CHN,19239,", 4, "20239")]),
    "remarks-007": (
        "held",
        "energy-exports",
        [("2020,crude_oil,EUROPE", 3, "10"), ("2020,pipeline_gas,EUROPE", 3, "10")],
    ),
    "remarks-008": ("not held", "energy-exports", [("2023,coal,CHN", 3, "1.0")]),
    "guan-2022-060": ("held in part", "cited-figures", [("oil-rail-2007,", 1, "0")]),
    "guan-2022-092": ("held in part", "cited-figures", [("oil-extra-2018,", 1, "5")]),
    "guan-2022-100": ("open", "cited-figures", [("gas-total-2014,", 1, "300")]),
    "guan-2022-104": ("held in one source", "cited-figures", [("modules-2014,", 1, "1.6")]),
    "trenin-2019-013": ("held", "cited-figures", [("crude-from-russia-2018,", 1, "59.1")]),
    "trenin-2019-014": ("held in part", "events", [("gas-launch,", 1, "2021-12-02")]),
    "chinaplus-2019-025": ("open", "cited-figures", [("fuels-part-2022,", 1, "68")]),
    "chinaplus-2019-007": ("held", "events", [("label-new-era,", 1, "2019-07-05")]),
    "twins-017": ("held in part", "arms-deliveries", [("2018,", 1, "3175.0")]),
    "trenin-2019-006": ("held in part", "security-council-vetoes", [("2014-03-15,S/2014/189,", 4, "true")]),
    "trenin-2019-007": (
        "cannot be tested",
        "security-council-vetoes",
        [("2014-03-15,S/2014/189,", 3, "North Korea")],
    ),
    "trenin-2019-008": ("held", "security-council-vetoes", [("2016-10-08,S/2016/846,", 4, "true")]),
    "twins-006": ("held in part", "military-spending", [("2019,RUS,", 2, "300.0")]),
    "twins-007": ("held in part", "gdp", [("RUS,2019,", 3, "185493296")]),
    "twins-012": ("held", "events", [("gas-launch,", 1, "2026-12-02")]),
    "twins-030": ("held in part", "trade-exports", [("2017,RUS,CHN,", 3, "48000.0")]),
    "guan-2022-203": ("held in part", "arms-deliveries", [("2009,", 1, "2000.0")]),
    "twins-001": ("held", "treaty-duties", [("china-russia-2001,", 6, "true")]),
    "trenin-2019-016": ("held", "events", [("s400-first-2018,", 1, "2019-07-03")]),
    "trenin-2019-017": (
        "held",
        "events",
        [("vostok-2018,", 1, "2019-09-11"), ("vostok-2018,", 2, "2019-09-15")],
    ),
    "guan-2022-130": ("held", "air-patrols", [("1,", 1, "2021-07-23"), ("2,", 1, "2021-08-22")]),
    "guan-2022-167": ("held in part", "fund-quotas", [("RUS,2016,", 2, "2.4")]),
    "twins-029": ("open", "fund-quotas", [("CHN,2016,", 2, "16.5")]),
}
"""By claim: the verdict, and cells (start of the row, column, new text) of a table that make it another."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the book's tables and functions, in which functions find their tables."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "exercises").mkdir()
    for name in ("keys.py", "verdicts.py"):
        shutil.copy(ROOT / "exercises" / name, tmp_path / "exercises")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change(project: Path, name: str, start: str, column: int, text: str) -> None:
    """Write a text into a cell of the rows that begin so; cells before it hold no commas."""
    path = project / "data" / f"{name}.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    found = [i for i, line in enumerate(lines) if line.startswith(start)]
    assert found, start
    for i in found:
        cells = lines[i].rstrip("\n").split(",")
        cells[column] = text
        lines[i] = ",".join(cells) + "\n"
    path.write_text("".join(lines), encoding="utf-8")


def claims(project: Path, old: str, new: str) -> None:
    path = project / "data" / "claims.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_words_for_a_verdict_are_those_of_the_column() -> None:
    column = tables.package().resource("claims").field("verdict")
    assert tuple(column.constraints["enum"]) == VERDICTS


def test_every_computed_verdict_is_expected_here() -> None:
    page = COMPUTED.set_index("id").page
    of_energy = COMPUTED.set_index("id").computed_by.str.startswith("energy_")
    assert set(MOVED) == {
        name for name in COMPUTED.id if page[name].startswith(("economics/", "debates/")) or of_energy[name]
    }


@pytest.mark.parametrize("name", COMPUTED.id)
def test_a_computed_verdict_shows_a_working_with_numbers_and_names_its_tables(name: str) -> None:
    found = verdict(name)
    assert found is not None
    assert re.search(r"\d", found.working)
    named = [words for group in re.findall(r"\(([a-z, -]+)\)", found.working) for words in group.split(", ")]
    known = set(tables.package().resources)
    assert [words for words in named if words in known], found.working
    assert found.working.endswith(".")
    assert not found.note.endswith(".")


@pytest.mark.parametrize("name", MOVED)
def test_a_changed_cell_changes_the_verdict_or_its_note(name: str, project: Path) -> None:
    words, resource, cells = MOVED[name]
    before = verdict(name, project)
    assert before is not None
    assert before.verdict == words
    for start, column, text in cells:
        change(project, resource, start, column, text)
    after = verdict(name, project)
    assert after is not None
    assert (after.verdict, after.note) != (before.verdict, before.note)
    assert after.working != before.working


def test_a_typed_verdict_stands_as_it_was_typed() -> None:
    assert verdict("guan-2022-030") == Verdict(
        "cannot be tested",
        "second-hand",
        "Kozyrev’s autobiography as reported by Guan; the book has not seen the passage.",
    )


def test_a_claim_that_nobody_has_judged_has_no_verdict() -> None:
    unjudged = tables.table("claims").query("verdict.isna() and computed_by.isna()")
    assert verdict(unjudged.id.iloc[0]) is None
    with pytest.raises(UnknownId, match="remarks-003"):
        verdict("remarks-3")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            ",trade_band\n",
            ",trade_bnad\n",
            r"exercises/verdicts.py has no function 'trade_bnad'; did you mean",
        ),
        (
            ",,,,trade_band\n",
            ",held,,,trade_band\n",
            r"remarks-003 is judged by trade_band\(\): leave its verdict",
        ),
        (
            ",,,,trade_band\n",
            ",came true,,Counted.,\n",
            "'came true' is no verdict: write one of held, held in",
        ),
        (",,,,trade_band\n", ",,as a band,,\n", "'' is no verdict"),
        (",,,,trade_band\n", ",held,,,\n", "remarks-003: a verdict shows its working, or its evidence"),
    ],
)
def test_a_verdict_that_does_not_stand_says_why(project: Path, old: str, new: str, message: str) -> None:
    claims(project, old, new)
    with pytest.raises(BadVerdict, match=message):
        verdict("remarks-003", project)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("return 1", r"trade_band\(\) in exercises/verdicts.py gives int, not a Verdict"),
        (
            "return 1 / 0",
            r"trade_band\(\) fails: exercises/verdicts.py:3: ZeroDivisionError: division by zero",
        ),
        ("return Verdict('came true', '', 'Counted.')", "remarks-003: 'came true' is no verdict"),
    ],
)
def test_a_function_that_gives_no_verdict_says_why(project: Path, line: str, message: str) -> None:
    text = f"from seminar.corpus import Verdict\ndef trade_band():\n    {line}\n"
    (project / "exercises" / "verdicts.py").write_text(text, encoding="utf-8")
    with pytest.raises(BadVerdict, match=message):
        verdict("remarks-003", project)
