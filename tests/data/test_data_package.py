"""Every table is what the data package says it is."""

from __future__ import annotations

import json
import re
import shutil
from itertools import chain
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package

from seminar import tables
from seminar.paths import project_root
from seminar.rehash import rehash
from seminar.tables import STATUS_IN_WORDS, package, table

ROOT = project_root()
DESCRIBED = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
EVERYTHING = {resource["name"]: resource for resource in DESCRIBED["resources"]}
GEOMETRY = {name: resource for name, resource in EVERYTHING.items() if resource["format"] == "geojson"}
RESOURCES = {name: resource for name, resource in EVERYTHING.items() if name not in GEOMETRY}
FIELDS = [(name, field) for name, resource in RESOURCES.items() for field in resource["schema"]["fields"]]


def problems(data: Path) -> list[tuple[str, str, str]]:
    """Return what frictionless finds wrong in the data package of a folder: table, type of error, message."""
    report = Package(str(data / "datapackage.json")).validate()
    found = [("package", error.type, error.message) for error in report.errors]
    return found + [(task.name, error.type, error.message) for task in report.tasks for error in task.errors]


def test_every_table_keeps_its_types_keys_ranges_lists_references_and_hash() -> None:
    found = problems(ROOT / "data")
    assert not found, f"{found}\nIf a table was edited on purpose: python -m seminar.rehash"


@pytest.mark.parametrize(
    ("name", "right", "wrong", "error"),
    [
        (
            "claims",
            "chinaplus-2019-009,chinaplus-2019,3",
            "chinaplus-2019-009,chinaplus-2019,x",
            "type-error",
        ),
        (
            "claims",
            "chinaplus-2019-009,chinaplus-2019,3",
            "chinaplus-2019-009,chinaplus-2019,0",
            "constraint-error",
        ),
        ("claims", "chinaplus-2019-009,chinaplus-2019", "chinaplus-2019-009,pravda", "foreign-key"),
        ("claims", "chinaplus-2019-009,", "chinaplus-2019-008,", "primary-key"),
        ("positions", ",asserts,", ",shouts,", "constraint-error"),
        ("events", ",remarks-014,", ",remarks-914,", "foreign-key"),
        ("quotes", "claim,phrase\n", "claim,phrase\nremarks-914,no such claim\n", "foreign-key"),
        ("trade", "106653.5", "106653.6", "hash-count"),
    ],
)
def test_a_slip_in_a_table_is_found(tmp_path: Path, name: str, right: str, wrong: str, error: str) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    described = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    kept = {"sources", "claims", "positions", "events", "quotes", "trade"}
    described["resources"] = [each for each in described["resources"] if each["name"] in kept]
    (data / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    text = (data / f"{name}.csv").read_text(encoding="utf-8")
    assert right in text
    (data / f"{name}.csv").write_text(text.replace(right, wrong, 1), encoding="utf-8")
    assert (name, error) in {(table, kind) for table, kind, _ in problems(data)}
    if error != "hash-count":
        rehash(tmp_path)
        assert (name, error) in {(table, kind) for table, kind, _ in problems(data)}


def test_every_table_is_described_and_no_csv_stands_outside_the_package() -> None:
    files = {path.relative_to(ROOT / "data").as_posix() for path in (ROOT / "data").rglob("*.*")}
    assert files == {"datapackage.json", *(resource["path"] for resource in EVERYTHING.values())}
    assert all(resource["path"] == f"{name}.csv" for name, resource in RESOURCES.items())


@pytest.mark.parametrize("name", RESOURCES)
def test_a_table_by_time_or_of_figures_is_data_one_of_maps_is_so_named_and_any_other_is_of_the_corpus(
    name: str,
) -> None:
    columns = {field["name"] for field in RESOURCES[name]["schema"]["fields"]}
    counted = columns & {"year", "month", "day", "period"} or columns >= {"value", "unit", "what"}
    other = "map" if name.startswith("map-") else "corpus"
    assert RESOURCES[name]["kind"] == ("data" if counted else other)


@pytest.mark.parametrize("name", EVERYTHING)
def test_a_table_says_where_it_comes_from_under_which_licence_and_how_it_misleads(name: str) -> None:
    resource = EVERYTHING[name]
    assert resource["title"]
    assert resource["description"]
    assert resource["transformation"]
    assert all(source["title"] for source in resource["sources"])
    assert resource["sources"]
    assert resource["caveats"]
    assert resource["licence_status"] in STATUS_IN_WORDS
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", resource["retrieved"])
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", resource["hash"])
    assert name in GEOMETRY or resource["rows"] == len(table(name))
    assert resource["licence_status"] != "open" or all(
        licence["path"].startswith("https://") for licence in resource["licenses"]
    )


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=[f"{name}.{field['name']}" for name, field in FIELDS])
def test_a_field_has_a_title_and_a_number_has_a_unit(name: str, field: dict[str, object]) -> None:
    assert field["title"]
    counts = {"year", "paragraph", "from_month", "to_month"}
    if field["type"] in {"number", "integer"} and field["name"] not in counts:
        assert field.get("unit"), f"{name}.{field['name']} has no unit"


def test_what_rests_on_a_source_without_a_licence_says_so_wherever_it_is_shown() -> None:
    for name, resource in package().resources.items():
        frame = table(name)
        rests_on_cow = any(
            frame[column].astype(str).str.contains("cow_trade_v4").any()
            for column in frame.columns
            if column.startswith("source")
        )
        rests_on_unlicensed = any(
            place in (source.path or "") for source in resource.sources for place in ("LEJUQZ", "unctadstat")
        )
        (line,) = tables.source_line([name])
        assert (rests_on_cow or rests_on_unlicensed) == ("not stated" in line["status"]), name
        assert not rests_on_unlicensed or resource.licence_status == "not stated"
        assert resource.licence_status == "not stated" or not rests_on_cow or resource.apart()


# The checks of plausibility below compare tables that come from different publishers: what is typed here is
# the width of a gap that has a known cause, never a figure that stands in a table.


def test_the_composite_adds_up() -> None:
    trade = table("trade")
    both = trade.dropna(
        subset=["china_exports_to_russia_usd_million", "china_imports_from_russia_usd_million"]
    )
    total = both.china_exports_to_russia_usd_million + both.china_imports_from_russia_usd_million
    assert ((total - both.total_china_reported_usd_million).abs() < 0.2).all()
    russia = trade.dropna(subset=["total_russia_reported_usd_million_rosstat"])
    total = (
        russia.russia_imports_from_china_usd_million_rosstat
        + russia.russia_exports_to_china_usd_million_rosstat
    )
    assert ((total - russia.total_russia_reported_usd_million_rosstat).abs() < 0.2).all()


def test_the_composite_stays_within_revision_of_the_first_releases() -> None:
    first = table("trade-first-releases").set_index("year").total_usd_billion
    later = table("trade").set_index("year").total_china_reported_usd_million / 1000
    gap = (later / first - 1).dropna().abs()
    assert set(gap.index) >= {2008, *range(2016, 2025)}
    assert (gap < 0.012).all()


def test_released_growth_follows_from_released_totals() -> None:
    first = table("trade-first-releases").set_index("year")
    for year in range(2019, 2026):
        computed = (first.total_usd_billion[year] / first.total_usd_billion[year - 1] - 1) * 100
        assert computed == pytest.approx(first.growth_percent[year], abs=0.6), year


def test_growth_released_for_2018_is_not_what_the_totals_give() -> None:
    first = table("trade-first-releases").set_index("year")
    computed = (first.total_usd_billion[2018] / first.total_usd_billion[2017] - 1) * 100
    assert round(computed, 1) != first.growth_percent[2018]


def test_twelve_months_make_the_year_in_both_customs_services() -> None:
    monthly = table("trade-monthly")
    trade = table("trade").set_index("year")
    for reporter, partner, flow, source, column in [
        ("CHN", "RUS", "import", "imf_dots_monthly", "china_imports_from_russia_usd_million"),
        ("RUS", "CHN", "import", "rosstat_fcs", "russia_imports_from_china_usd_million_rosstat"),
        ("RUS", "CHN", "export", "rosstat_fcs", "russia_exports_to_china_usd_million_rosstat"),
    ]:
        named = {"reporter_iso3": reporter, "partner_iso3": partner, "flow": flow, "source_id": source}
        rows = monthly[(monthly[list(named)] == pd.Series(named)).all(axis=1)]
        months = rows.groupby(rows.month.dt.year).value_usd_million.agg(["sum", "count"])
        assert (months["count"] == 12).all()
        assert ((months["sum"] - trade[column][months.index]).abs() < 0.1).all()


def test_the_imf_copy_of_russian_figures_agrees_with_rosstat() -> None:
    monthly = table("trade-monthly").query("reporter_iso3 == 'RUS' and partner_iso3 == 'CHN'")
    wide = monthly.pivot_table(
        index=["month", "flow"], columns="source_id", values="value_usd_million"
    ).dropna()
    ratio = wide.imf_dots_monthly / wide.rosstat_fcs
    assert len(ratio) == 240
    assert ratio.median() == pytest.approx(1, abs=0.005)
    assert ratio.mean() == pytest.approx(1, abs=0.01)


def test_russian_partners_add_up_to_the_russian_total_but_for_the_years_that_the_caveat_names() -> None:
    world = (
        table("trade-exports").query("exporter_iso3 == 'RUS' and importer_iso3 == 'WLD'").set_index("year")
    )
    totals = table("trade-russia-totals").query(
        "period == 'year' and flow == 'export' and partner_group == 'WLD'"
    )
    ratio = (world.exports_fob_usd_million / totals.set_index("year").value_usd_million).dropna()
    short = ratio.index[ratio < 0.95]
    assert len(ratio) == 27
    assert (ratio < 1.01).all()
    assert ratio.median() == pytest.approx(1, abs=0.015)
    for name in ("trade", "trade-annual", "trade-exports"):
        (caveat,) = [text for text in package().resource(name).caveats if "exports are incomplete" in text]
        assert re.findall(r"\b20\d\d\b", caveat)[: len(short)] == [str(year) for year in short]


def test_one_year_of_oil_is_the_mean_of_its_months() -> None:
    months = table("oil-price-monthly")
    years = months.groupby(months.month.dt.year).brent_usd_per_barrel.agg(["mean", "count"])
    years = years[years["count"] == 12]
    annual = table("oil-price-annual").set_index("year").brent_usd_per_barrel[years.index]
    assert ((years["mean"] / annual - 1).abs() < 0.02).all()


def test_disputes_of_the_pair_are_those_that_its_years_count() -> None:
    years = table("diplomacy").query("country_a_iso3 == 'CHN' and country_b_iso3 == 'RUS'").set_index("year")
    years = years[years.disputes_begun.notna()]
    disputes = table("militarised-disputes")
    begun = disputes.groupby("year").size().reindex(years.index, fill_value=0)
    assert (begun == years.disputes_begun).all()
    worst = pd.Series(0, index=years.index)
    for dispute in disputes.itertuples():
        for year in range(dispute.year, dispute.end_year + 1):
            worst[year] = max(worst[year], dispute.hostility_level)
    assert (worst == years.hostility_level).all()
    assert ((worst > 0) == years.dispute_ongoing).all()


def test_a_tally_on_ukraine_fits_the_assembly_and_stands_on_two_pages() -> None:
    votes = table("ukraine-votes")
    assert votes.day.is_monotonic_increasing
    assert (votes[["yes", "no", "abstain"]].sum(axis=1) <= 193).all()
    assert (votes.source_url != votes.second_url).all()
    assert (votes.vote_rus == "no").all()


def test_what_two_states_buy_of_russian_arms_is_within_what_russia_sells_and_china_buys() -> None:
    arms = table("arms-deliveries")
    both = arms.russia_to_china_tiv_million + arms.russia_to_india_tiv_million
    assert (both <= arms.russia_exports_tiv_million).all()
    assert (arms.russia_to_china_tiv_million <= arms.china_imports_tiv_million).all()


def test_no_destination_takes_more_fuel_than_the_world() -> None:
    fuel = table("energy-exports").set_index(["year", "fuel"])
    world = fuel.russia_exports[fuel.destination == "WLD"]
    places = fuel.russia_exports[fuel.destination != "WLD"].groupby(["year", "fuel"]).sum()
    assert (places <= world[places.index]).all()
    assert (fuel.groupby(["year", "fuel"]).unit.nunique() == 1).all()


def test_a_place_on_a_map_names_who_published_where_it_lies() -> None:
    publishers = {source.title.partition(",")[0] for source in package().resource("map-places").sources}
    assert set(table("map-places").source.str.partition(",")[0]) == publishers


# The documents


def test_a_quote_has_at_most_ten_words_and_a_document_gives_under_three_per_cent() -> None:
    quotes = table("quotes")
    words = quotes.phrase.str.split().str.len()
    assert (words <= 10).all(), list(quotes.phrase[words > 10])
    sources = table("sources").set_index("id").words
    document = table("claims").set_index("id").source[quotes.claim]
    quoted = words.groupby(document.to_numpy()).sum()
    share = quoted / sources[quoted.index]
    assert (share < 0.03).all(), share.to_dict()


def test_of_the_inventory_only_paraphrase_enters_the_project() -> None:
    columns = set(chain.from_iterable(table(name).columns for name in ("claims", "positions", "sources")))
    assert not columns & {"exact_phrase", "caution_ref", "file", "words_file"}


def test_every_reference_to_a_paragraph_leads_to_one() -> None:
    paragraphs = table("sources").set_index("id").paragraphs
    for name in ("claims", "positions", "events"):
        rows = table(name).dropna(subset=["source", "paragraph"])
        rows = rows[~rows.paragraph.astype(str).str.startswith("H")]
        assert (rows.paragraph.astype(int).to_numpy() <= paragraphs[rows.source].to_numpy()).all(), name
    named = [table(name).source_paragraphs for name in ("glossary", "people", "institutions")]
    listed = pd.concat([table("positions").counter_position, *named]).dropna()
    for reference in chain.from_iterable(listed.str.split("; ")):
        match = re.fullmatch(r"([a-z0-9-]+):(?:p(\d+)|H\d+)", reference)
        assert match, reference
        assert match[1] in paragraphs.index, reference
        assert match[2] is None or int(match[2]) <= paragraphs[match[1]], reference


def test_an_event_rests_on_a_claim_or_on_a_citation_and_never_on_both() -> None:
    events = table("events")
    assert (events.claim.notna() ^ events.citation.notna()).all()
    claims = table("claims").set_index("id")
    said = events.dropna(subset=["claim"])
    assert (said.source.to_numpy() == claims.source[said.claim].to_numpy()).all()
    assert (said.paragraph.to_numpy() == claims.paragraph[said.claim].to_numpy()).all()


def test_events_stand_in_the_order_of_their_dates() -> None:
    assert table("events").date.is_monotonic_increasing


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("claims", "date", "date_end"),
        ("events", "date", "date_end"),
        ("sources", "date_written", "date_written_end"),
    ],
)
def test_a_date_ends_after_it_begins(name: str, start: str, end: str) -> None:
    rows = table(name).dropna(subset=[end])
    assert rows[start].notna().all()
    assert (rows[start] <= rows[end]).all()


def test_an_undated_claim_says_what_the_text_says_of_its_date() -> None:
    claims = table("claims")
    assert claims[claims.date.isna()].date_note.notna().all()


def test_a_verdict_comes_with_its_evidence_and_the_page_that_gives_it() -> None:
    claims = table("claims")
    typed = claims.dropna(subset=["verdict"])
    assert typed[["page", "evidence"]].notna().all(axis=None)
    assert claims.dropna(subset=["computed_by"]).page.notna().all()
    for page in table("claims").page.dropna().unique():
        assert (ROOT / "chapters" / f"{page}.md").is_file(), page


def test_a_column_is_published_by_publishers_of_its_table() -> None:
    for resource in tables.package().resources.values():
        for field in resource.fields:
            assert field.sources, f"{resource.name}:{field.name}"
            assert set(field.sources) <= set(resource.publishers()), f"{resource.name}:{field.name}"
