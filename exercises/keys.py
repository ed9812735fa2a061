"""Keys and numbers that follow from the data.

A function returns what an exercise's ``computed_by`` or a ``{value}`` in prose names: a number, a list of
booleans parallel to options, or a list of box names parallel to items. For a key it takes no arguments; a
``{value}`` may give it some: ``=drives_share@RUS/CHN/2013`` is ``drives_share("RUS", "CHN", 2013)``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

import pandas as pd

from seminar import table
from seminar.corpus import verdict

# history/four-decades


def _pact_and_disputes() -> pd.DataFrame:
    """China and the Soviet Union, later Russia: a row per year from 1950 on."""
    pair = table("diplomacy").query("country_a_iso3 == 'CHN' and country_b_iso3 == 'RUS'")
    return pair.set_index("year").loc[1950:]


def _journeys_by_rule() -> dict[str, int]:
    """How many journeys at the top each rule of the figure counts."""
    trips = table("leaders-visits")
    rules = {
        "either": trips["head_of_state"] | trips["party_leader"],
        "head of state": trips["head_of_state"],
        "party leader": trips["party_leader"],
        "party leader, no conference": trips["party_leader"] & ~trips["occasion"].str.contains("conference"),
        "to Beijing": trips["destination"] == "Beijing",
        "to Moscow": trips["destination"] == "Moscow",
    }
    return {name: int(counted.sum()) for name, counted in rules.items()}


def decades_visits() -> list[bool]:
    """Key of decades-visits: the third sentence, as long as three rules of the six give five."""
    fives = [name for name, journeys in _journeys_by_rule().items() if journeys == 5]
    three = ["head of state", "party leader, no conference", "to Beijing"]
    return [False, fives == ["head of state"], fives == three, not fives]


def decades_overlap() -> float:
    """Key of decades-overlap: years with a pact on paper and a dispute with arms."""
    pair = _pact_and_disputes()
    return float((pair["defence_pact"] & pair["dispute_ongoing"].fillna(False).astype(bool)).sum())


def decades_measures() -> list[str]:
    """Key of decades-measures: the year in which each measure ends, or begins to deny, the alliance."""
    pair = _pact_and_disputes()
    events = table("events").set_index("id")["date"].str[:4]
    journeys = table("leaders-visits")["date"].str[:4]
    pact_ends = pair.index[pair["defence_pact"]].max()
    first_dispute = pair.index[pair["dispute_ongoing"].fillna(False).astype(bool)].min()
    return [
        str(pact_ends),
        str(events["experts-recalled"]),
        str(journeys[journeys < "1989"].max()),
        str(first_dispute),
        str(events["letter-july-1963"]),
    ]


# history/border-and-treaty


def _event_dates() -> pd.Series[str]:
    """ISO dates by the event's id."""
    return table("events").set_index("id")["date"]


def border_audit() -> list[str]:
    """Key of border-audit: how far each stretch had come at the end of a year."""
    dates = _event_dates()
    east = dates["border-1991"], "1992-02", dates["demarcation-1997"]
    west = dates["border-1994"], dates["border-1994"], dates["west-marked-1998"]
    islands = dates["border-2004"], dates["exchange-2005"], dates["border-in-force-2008"]
    boxes = ["not yet signed", "signed only", "approved and not yet marked", "declared marked"]
    asked = [(islands, 2004), (west, 1999), (east, 1996), (west, 1993), (east, 1991), (islands, 2005)]
    return [boxes[sum(step <= f"{year}-12-31" for step in steps)] for steps, year in asked]


def border_labels() -> list[str]:
    """Key of border-labels: whether a name was in use on the day of the sentence."""
    dates = _event_dates()
    ladder = ["friendly", "constructive", "strategic", "comprehensive", "new-era"]
    until = {f"label-{name}": f"label-{after}" for name, after in pairwise(ladder)}
    asked = [
        ("label-comprehensive", dates["treaty-2001"]),
        ("label-strategic", dates["shanghai-1996"]),
        ("label-constructive", dates["reductions-1997"]),
        ("label-constructive", "1992-12-19"),
        ("label-strategic", dates["demarcation-1997"]),
        ("label-friendly", dates["border-in-force-2008"]),
    ]
    return [
        "not yet coined"
        if day < dates[name]
        else "already replaced"
        if day >= dates[until[name]]
        else "in use on that day"
        for name, day in asked
    ]


def border_lead() -> float:
    """Key of border-lead: years from the name of 1996 to the unveiling of the last posts, to one decimal."""
    dates = pd.to_datetime(_event_dates()[["label-strategic", "border-in-force-2008"]])
    return round(float((dates.iloc[1] - dates.iloc[0]).days / 365.25), 1)


def border_order() -> list[str]:
    """Key of border-order: the events' dates, which have to rise."""
    order = ["border-1991", "recognition-1991", "decree-taiwan", "label-strategic", "treaty-2001"]
    return [str(_event_dates()[event]) for event in [*order, "ratification-2005", "border-in-force-2008"]]


# history/new-era


def _stages(day: str) -> pd.Series[str]:
    """The stage at which each project stands on a day, by its last event to that day."""
    dates = table("events")[["id", "date"]]
    steps = table("projects").merge(dates, left_on="event", right_on="id", validate="one_to_one")
    return steps[steps["date"] <= day].sort_values("date", kind="stable").groupby("project")["stage"].last()


def era_audit() -> list[str]:
    """Key of era-audit, as of 30 June 2021."""
    stages = _stages("2021-06-30").replace(["memorandum", "framework"], "memorandum or framework")
    return [str(stages[p]) for p in ("cr929", "vankor", "gas", "kazan", "su35", "moon", "cefc")]


def era_asof() -> list[bool]:
    """Key of era-asof: the first three sentences fail, and the fourth is what changed after 2021."""
    steps = table("projects").query("page == 'history/new-era'")
    label, year_2021, now = (
        _stages(day).filter(steps["project"].unique()) for day in ("2019-06-05", "2021-12-31", "2026-02-28")
    )
    signed = now[steps[steps["stage"] == "contract"]["project"].unique()]
    more = {stage: int((now == stage).sum() - (year_2021 == stage).sum()) for stage in ("complete", "ended")}
    return [
        not (label == "ended").any(),
        bool((year_2021 == "complete").sum() > len(now) / 2),
        bool(signed.isin(["complete", "ended"]).all()),
        more == {"complete": 3, "ended": 1},
    ]


def era_one_rule() -> list[str]:
    """Key of era-one-rule; what another account says, and that a text has no date, is reasoned."""
    events = table("events").set_index("id")["date"]
    trade = table("cited-figures").set_index("id")["value"]
    early = "too early or never"
    return [
        "held" if events["heihe-traffic"] <= "2019-10-31" else early,
        "held" if _stages("2019-06-05")["yamal"] in ("in part", "complete") else early,
        "no date and so no test",
        "another account differs",
        "held" if trade["ukraine-china-2013-december"] >= trade["ukraine-china-2013-forecast"] else early,
        "held" if events["gas-launch"] <= "2019-12-31" else early,
        "held" if _stages("2022-12-31")["kazan"] == "complete" else early,
        "held" if set(_stages("2018-09-20")[["s400", "su35"]]) == {"in part"} else early,
    ]


def era_listed() -> float:
    """How many of the projects are among those that Guan offers as proof."""
    return float(table("projects").dropna(subset=["claim"])["project"].nunique())


def era_arms_2018_share() -> float:
    """Russian deliveries of arms to China in 2018, in per cent of those of 2005."""
    sold = table("arms-deliveries").set_index("year")["russia_to_china_tiv_million"]
    return float(sold[2018] / sold[2005]) * 100


# history/since-2022


def _emergency_votes() -> pd.DataFrame:
    """The texts of the emergency session on the war: a row each."""
    votes = table("ukraine-votes")
    return votes[votes["emergency_session"]]


def _first_release(year: int) -> float:
    """Total trade as China Customs first released it, US$ billion."""
    return float(table("trade-first-releases").set_index("year").loc[year, "total_usd_billion"])


def _russian_fuel(fuel: str, year: int, destination: str) -> float:
    """What Russia exported of a fuel to a destination, in the fuel's own unit."""
    exports = table("energy-exports").set_index(["fuel", "year", "destination"])["russia_exports"]
    return float(exports[fuel, year, destination])


def since_noes_with_russia() -> float:
    """On how many texts of the emergency session China voted no, as Russia did on all."""
    votes = _emergency_votes()
    assert (votes["vote_rus"] == "no").all()
    return float((votes["vote_chn"] == "no").sum())


def since_abstentions() -> float:
    """On how many of them China abstained."""
    return float((_emergency_votes()["vote_chn"] == "abstain").sum())


def since_agreement() -> list[bool]:
    """Key of since-agreement: the sentence that gives the votes, as long as these are the votes."""
    two_and_eight = (since_noes_with_russia(), since_abstentions()) == (2, 8)
    return [False, False, two_and_eight and len(_emergency_votes()) == 10, False]


def since_coal_share_2023() -> float:
    """China's part of Russia's exports of coal, per cent; the only fuel above half."""
    shares = {
        fuel: _russian_fuel(fuel, 2023, "CHN") / _russian_fuel(fuel, 2023, "WLD") * 100
        for fuel in table("energy-exports")["fuel"].unique()
    }
    assert [fuel for fuel, share in shares.items() if share > 50] == ["coal"]
    return shares["coal"]


def since_crude_share_2023() -> float:
    """China's part of Russia's exports of crude oil, per cent."""
    return _russian_fuel("crude_oil", 2023, "CHN") / _russian_fuel("crude_oil", 2023, "WLD") * 100


def since_crude_more_to_china() -> float:
    """Russia's crude oil to China in 2023 less that of 2020, million tonnes."""
    return _russian_fuel("crude_oil", 2023, "CHN") - _russian_fuel("crude_oil", 2020, "CHN")


def since_crude_more_to_india() -> float:
    """The same for India."""
    return _russian_fuel("crude_oil", 2023, "IND") - _russian_fuel("crude_oil", 2020, "IND")


def since_crude_less_to_europe() -> float:
    """By how much Russia's crude oil to Europe fell from 2020 to 2023, million tonnes."""
    return _russian_fuel("crude_oil", 2020, "EUROPE") - _russian_fuel("crude_oil", 2023, "EUROPE")


def since_growth_from(year: int) -> float:
    """Growth from the first release of ``year`` to that of 2025, per cent."""
    return (_first_release(2025) / _first_release(year) - 1) * 100


def since_fall_from_2023() -> float:
    """Fall from 2023 to 2025 on first releases, per cent."""
    return -since_growth_from(2023)


def since_base_years() -> list[str]:
    """Key of since-base: for each headline the one year from 2020 to 2024 from which it is correct."""
    headlines = [(18, 22), (100, 200), (-5.5, -4.5), (50, 100)]
    found = []
    for low, high in headlines:
        (year,) = [year for year in range(2020, 2025) if low < since_growth_from(year) < high]
        found.append(str(year))
    return found


def since_term_ends() -> float:
    """Key of since-clock: the year in which the five-year term ends that runs on 4 February 2026."""
    dates = _event_dates()
    start, spoken = dates["treaty-in-force"], dates["treaty-ushakov-2026"]
    end = int(start[:4]) + 20
    while f"{end}{start[4:]}" < spoken:
        end += 5
    return float(end)


# economics/trade


def _china_count() -> pd.Series[float]:
    """Total trade by China's count, US$ billion by year; from 2021 on first headlines, not revised."""
    return table("trade").set_index("year")["total_china_reported_usd_million"].dropna() / 1000


def _russia_count() -> pd.Series[float]:
    """Total trade by Russia's count, US$ billion by year, 2006-2021."""
    return table("trade").set_index("year")["total_russia_reported_usd_million_rosstat"].dropna() / 1000


def _first_releases() -> pd.Series[float]:
    """Total trade as China Customs first released it, US$ billion by year."""
    return table("trade-first-releases").set_index("year")["total_usd_billion"].dropna()


def _brent() -> pd.Series[float]:
    return table("oil-price-annual").set_index("year")["brent_usd_per_barrel"].dropna()


def _growth(series: pd.Series[float], year: int) -> float:
    """Per cent from the year before."""
    return float((series[year] / series[year - 1] - 1) * 100)


def _yearly_rate(start: float, end: float, years: int) -> float:
    """Per cent a year that leads from start to end."""
    return ((end / start) ** (1 / years) - 1) * 100


def _partner_totals() -> pd.DataFrame:
    """Russia's exports plus imports by Russia's count, US$ billion: a row per year, a column per partner."""
    counted = table("trade-monthly").query("source_id == 'rosstat_fcs' and reporter_iso3 == 'RUS'")
    year = counted["month"].dt.year.rename("year")
    return counted.groupby([year, "partner_iso3"])["value_usd_million"].sum().unstack() / 1000


def _russian_sales(partner: str) -> pd.Series[float]:
    """Russia's exports fob by the IMF's figures, US$ billion by year."""
    sales = table("trade-exports").query(f"exporter_iso3 == 'RUS' and importer_iso3 == '{partner}'")
    return sales.set_index("year")["exports_fob_usd_million"] / 1000


def _months(reporter: str, source: str, year: int, last: int) -> float:
    """Trade of the pair from January to month ``last``, as ``reporter`` counts it, US$ billion."""
    partner = "RUS" if reporter == "CHN" else "CHN"
    rows = table("trade-monthly").query(
        f"reporter_iso3 == '{reporter}' and partner_iso3 == '{partner}' and source_id == '{source}'"
    )
    month = rows["month"].dt
    return float(rows[(month.year == year) & (month.month <= last)]["value_usd_million"].sum() / 1000)


def _years_in_band(total: pd.Series[float]) -> list[int]:
    """Years to 2018 in which a total lies between 50 and 60 billion."""
    return [int(year) for year in total[total.between(50, 60)].loc[:2018].index]


def trade_first_year_in_band() -> float:
    """The first of the only two years to 2018, the same by both counts, between 50 and 60 billion."""
    first, _ = _years_in_band(_china_count())
    assert _years_in_band(_russia_count()) == _years_in_band(_china_count())
    return float(first)


def trade_last_year_in_band() -> float:
    """The second of them."""
    _, last = _years_in_band(_china_count())
    return float(last)


def trade_years_to_2018() -> float:
    """How many years to 2018 have a total by China's count, from 1992 on without a gap."""
    years = _china_count().loc[:2018].index
    assert list(years) == list(range(1992, 2019))
    return float(len(years))


def trade_mean_2003_2014() -> float:
    """Mean yearly total by China's count, US$ billion."""
    return float(_china_count().loc[2003:2014].mean())


def trade_fall_2009() -> float:
    """Fall of the total by China's count, per cent."""
    return -_growth(_china_count(), 2009)


def trade_fall_2015() -> float:
    """Fall of the total by China's count, per cent."""
    return -_growth(_china_count(), 2015)


def trade_growth_2007() -> float:
    """Growth in 2007 by China's count, per cent; no year from 2001 to 2018 has more."""
    growth = _china_count().pct_change().loc[2001:2018] * 100
    assert growth.idxmax() == 2007
    return float(growth[2007])


def trade_ratio_2018_first() -> float:
    """The first release of 2018 over that of 2017."""
    return float(_first_releases()[2018] / _first_releases()[2017])


def trade_start_of_printed_growth() -> float:
    """The total of 2017 from which the printed rate leads to the first release of 2018, US$ billion."""
    printed = table("trade-first-releases").set_index("year").loc[2018, "growth_percent"]
    return float(_first_releases()[2018] / (1 + printed / 100))


def trade_growth_2018_first() -> float:
    """Growth in 2018 from the first releases of both years, per cent."""
    return _growth(_first_releases(), 2018)


def trade_growth_2018_revised() -> float:
    """Growth in 2018 in the revised series, per cent."""
    return _growth(_china_count(), 2018)


def trade_growth_2018_russia() -> float:
    """Growth in 2018 by Russia's count, per cent."""
    return _growth(_russia_count(), 2018)


def trade_eight_months_first() -> float:
    """Growth of January-August 2019 from the totals that Customs first released for both years, per cent."""
    total = table("trade-part-year").set_index(["year", "to_month"])["total_usd_million"]
    return float(total[2019, 8] / total[2018, 8] - 1) * 100


def trade_eight_months_revised() -> float:
    """The same in the revised monthly series."""
    return (
        _months("CHN", "imf_dots_monthly", 2019, 8) / _months("CHN", "imf_dots_monthly", 2018, 8) - 1
    ) * 100


def trade_eight_months_russia() -> float:
    """The same by Russia's count."""
    return (_months("RUS", "rosstat_fcs", 2019, 8) / _months("RUS", "rosstat_fcs", 2018, 8) - 1) * 100


def trade_balance_2012_china() -> float:
    """China's exports less its imports, by China's count, US$ billion."""
    row = table("trade").set_index("year").loc[2012]
    sold = row["china_exports_to_russia_usd_million"]
    return float(sold - row["china_imports_from_russia_usd_million"]) / 1000


def trade_balance_2012_russia() -> float:
    """The same balance by Russia's count: its imports from China less its exports to China, US$ billion."""
    row = table("trade").set_index("year").loc[2012]
    bought = row["russia_imports_from_china_usd_million_rosstat"]
    return float(bought - row["russia_exports_to_china_usd_million_rosstat"]) / 1000


def trade_gap_2007() -> float:
    """By how much China's exports to Russia exceed Russia's imports from China in 2007, US$ billion."""
    row = table("trade").set_index("year").loc[2007]
    bought = row["russia_imports_from_china_usd_million_rosstat"]
    return float(row["china_exports_to_russia_usd_million"] - bought) / 1000


def trade_december_2007_less_2006() -> float:
    """Russia's imports from China by its own count, December 2007 less December 2006, US$ billion."""
    rows = table("trade-monthly").query(
        "source_id == 'rosstat_fcs' and reporter_iso3 == 'RUS' and partner_iso3 == 'CHN' and flow == 'import'"
    )
    bought = rows.set_index("month")["value_usd_million"]
    return float(bought[pd.Timestamp("2007-12-01")] - bought[pd.Timestamp("2006-12-01")]) / 1000


def trade_growth_most_apart() -> float:
    """The largest gap between growth by China's count and by Russia's, 2007 to 2018, percentage points."""
    growth = table("trade").set_index("year").loc[2006:2018].select_dtypes("number").pct_change() * 100
    sold = (
        growth["china_exports_to_russia_usd_million"]
        - growth["russia_imports_from_china_usd_million_rosstat"]
    )
    bought = growth["china_imports_from_russia_usd_million"]
    bought -= growth["russia_exports_to_china_usd_million_rosstat"]
    return float(max(sold.abs().max(), bought.abs().max()))


def trade_gap_2010_percent() -> float:
    """By how much Russia's imports from China exceed China's exports to Russia in 2010, per cent."""
    row = table("trade").set_index("year").loc[2010]
    bought = row["russia_imports_from_china_usd_million_rosstat"]
    return float(bought / row["china_exports_to_russia_usd_million"] - 1) * 100


def trade_gap_2018_to_russia() -> float:
    """By how much Russia's imports from China exceed China's exports to Russia in 2018, US$ billion."""
    row = table("trade").set_index("year").loc[2018]
    bought = row["russia_imports_from_china_usd_million_rosstat"]
    return float(bought - row["china_exports_to_russia_usd_million"]) / 1000


def trade_gap_2018_to_china() -> float:
    """By how much China's imports from Russia exceed Russia's exports to China in 2018, US$ billion."""
    row = table("trade").set_index("year").loc[2018]
    sold = row["russia_exports_to_china_usd_million_rosstat"]
    return float(row["china_imports_from_russia_usd_million"] - sold) / 1000


def trade_fall_2020_printed() -> float:
    """Fall in 2020 as Customs printed it, per cent."""
    return -float(table("trade-first-releases").set_index("year").loc[2020, "growth_percent"])


def trade_first_above_hundred() -> list[bool]:
    """Key of trade-hundred-line: the first year above 100 billion is 2018 for all three counts."""
    totals = table("trade").set_index("year")
    columns = [c for c in totals.columns if c.startswith("total_")]
    firsts = {int(totals[c][totals[c] > 100_000].index.min()) for c in columns}
    return [firsts == {2019}, len(firsts) > 1, firsts == {2018}, firsts == {2014}]


def trade_rank_statements() -> list[str]:
    """Key of trade-largest-partner, from Russia's count by country and its sales to the EU."""
    totals = _partner_totals()
    nine = (totals.loc[2010:2018].idxmax(axis=1) == "CHN").all()
    in_2009 = totals.loc[2009].idxmax() == "CHN"
    europe_larger = _russian_sales("EU27")[2018] > totals.loc[2018, "CHN"]
    after_2014 = not (totals.loc[2010:2013, "CHN"] > totals.loc[2010:2013, "DEU"]).any()
    said = [nine, in_2009, europe_larger, after_2014]
    return ["borne out" if true else "ruled out" for true in said] + ["can't be decided"]


def trade_least_eu_sales_to_china_trade() -> float:
    """Russia's sales to the EU27 (IMF) over its trade with China both ways (Russia's count), in 2017.

    No year from 2010 to 2018 has less, though the IMF's copy is incomplete in 2010 and 2011.
    """
    ratio = (_russian_sales("EU27") / _partner_totals()["CHN"]).loc[2010:2018]
    assert ratio.idxmin() == 2017
    return float(ratio.min())


def trade_with(partner: str, year: int) -> float:
    """Russia's trade with a partner, by ISO code, in Russia's count, US$ billion."""
    return float(_partner_totals().loc[year, partner])


def trade_china_exports_fall_2015() -> float:
    """Fall of China's exports to Russia by China's count, per cent."""
    return -_growth(table("trade").set_index("year")["china_exports_to_russia_usd_million"], 2015)


def trade_china_imports_fall_2015() -> float:
    """Fall of China's imports from Russia by China's count, per cent."""
    return -_growth(table("trade").set_index("year")["china_imports_from_russia_usd_million"], 2015)


def trade_brent_fall_2020() -> float:
    """Fall of the yearly mean, per cent."""
    return -_growth(_brent(), 2020)


def trade_brent_fall_2025() -> float:
    """Fall of the yearly mean, per cent."""
    return -_growth(_brent(), 2025)


def trade_barrels_2025() -> float:
    """The same from 2024 to 2025, on first releases."""
    return _growth(_first_releases() / _brent(), 2025)


def trade_rate_2000_2018() -> float:
    """Growth a year by China's count, per cent."""
    return _yearly_rate(_china_count()[2000], _china_count()[2018], 18)


def trade_rate_2008_2018() -> float:
    """Growth a year by China's count, per cent."""
    return _yearly_rate(_china_count()[2008], _china_count()[2018], 10)


def trade_from_2018(rate: float, year: int) -> float:
    """Where even growth from the first release of 2018 stands, US$ billion; ``rate`` in per cent a year."""
    return float(_first_releases()[2018] * (1 + rate / 100) ** (year - 2018))


def trade_factor_at_4_5() -> float:
    """By what the growth of January to August 2019, as printed, multiplies a year's total."""
    growth = table("trade-part-year").set_index(["year", "to_month"])["growth_percent"]
    return float(1 + growth[2019, 8] / 100)


def _half_per_cents(start: float, steps: int) -> float:
    """The growth a year, in half per cents, that leads nearest to 200 billion."""
    rates = [half / 2 for half in range(41)]
    return min(rates, key=lambda rate: abs(start * (1 + rate / 100) ** steps - 200))


def trade_growth_to_target() -> float:
    """Growth from the first release of 2018 to 200 billion, per cent."""
    return float(200 / _first_releases()[2018] - 1) * 100


def trade_factor_to_target() -> float:
    """By what each of six years has to multiply the first release of 2018 to reach 200 billion."""
    return 1 + _yearly_rate(_first_releases()[2018], 200, 6) / 100


def trade_rate_from_2018() -> float:
    """Key of trade-target-2018: from the first release of 2018 to 200 billion in 2024, per cent a year."""
    return _half_per_cents(_first_releases()[2018], 6)


def trade_rate_from_2019() -> float:
    """Key of trade-target-five-years: the same in five steps, after one of 4.5 per cent."""
    return _half_per_cents(trade_from_2018(4.5, 2019), 5)


def trade_exact_rate_from_2019() -> float:
    """The same, exactly."""
    return _yearly_rate(trade_from_2018(4.5, 2019), 200, 5)


def trade_left_the_band() -> list[bool]:
    """Key of trade-above-band: the first year from which all to 2018 lie above 60 billion."""
    total = _china_count().loc[:2018]
    first = int(total[total <= 60].index.max()) + 1
    return [year == first for year in (2008, 2009, 2010, 2011, 2012, 2015, 2018)]


def trade_opposite_years() -> list[bool]:
    """Key of trade-two-counts: years in which goods from China to Russia grew by one count alone."""
    both = table("trade").set_index("year").loc[2006:2018]
    china = both["china_exports_to_russia_usd_million"].diff()
    russia = both["russia_imports_from_china_usd_million_rosstat"].diff()
    opposite = [int(year) for year in both.index[china * russia < 0]]
    return [opposite == [year] for year in (2008, 2009, 2014, 2015)]


def trade_first_customer_year() -> float:
    """Key of trade-first-customer: the year from which China, to 2018, was Russia's first customer."""
    rows = table("trade-monthly").query("source_id == 'rosstat_fcs' and flow == 'export' and month < '2019'")
    sales = rows.groupby([rows["month"].dt.year, "partner_iso3"])["value_usd_million"].sum().unstack()
    first = sales.idxmax(axis=1)
    return float(first[first != "CHN"].index.max() + 1)


def _index_of_2014(series: pd.Series[float], year: int) -> float:
    return float(series[year] / series[2014]) * 100


def trade_brent_index_2015() -> float:
    """The price of Brent in 2015, with 2014 as 100."""
    return _index_of_2014(_brent(), 2015)


def trade_barrels_index(year: int) -> float:
    """China's count of trade in barrels of Brent, with 2014 as 100."""
    return _index_of_2014(_china_count() / _brent(), year)


def trade_barrels_fall_2018() -> float:
    """Fall of trade in barrels of Brent in 2018, per cent."""
    return -_growth(_china_count() / _brent(), 2018)


def trade_record_in_barrels() -> list[bool]:
    """Key of trade-barrels: what 2018 did in barrels of Brent, beside its growth in dollars."""
    dollars, barrels = _growth(_china_count(), 2018), _growth(_china_count() / _brent(), 2018)
    return [barrels > 0.75 * dollars, 0 < barrels <= 0.75 * dollars, -10 < barrels < 0, False]


def trade_2025_at_pace_of_2008() -> float:
    """The total of 2025 at the yearly growth of 2008 to 2018, US$ billion."""
    return trade_from_2018(trade_rate_2008_2018(), 2025)


def trade_2025_at_pace_of_2000() -> float:
    """The total of 2025 at the yearly growth of 2000 to 2018, US$ billion."""
    return trade_from_2018(trade_rate_2000_2018(), 2025)


def trade_wrong_sign() -> list[bool]:
    """Key of trade-mirror: which causes push as the gap of 2007 does.

    What each cause does to Russia's figure, set beside China's, is reasoned: the fifth depends on whether the
    exports grew.
    """
    exports = table("trade").set_index("year")["china_exports_to_russia_usd_million"]
    lowers = [True, False, True, False, bool(exports[2007] > exports[2006])]
    return [cause == (trade_gap_2007() > 0) for cause in lowers]


def trade_editions_told() -> list[bool]:
    """Key of trade-editions: the second sentence, as long as the first edition failed and the second was met.

    The first sentence leaves an edition out and the third names causes, whatever the totals are.
    """
    first = _first_releases()
    failed = bool(first[2020] < 200)
    met_in_2023 = _reached(first, 200) == 2023
    return [False, failed and met_in_2023, False, failed and not _reached(first, 200) <= 2024]


def _reached(total: pd.Series[float], billion: float) -> int:
    """The first year in which a total is above ``billion``."""
    return int(total[total > billion].index.min())


def _kept(year: int, due: int) -> str:
    """Outcome, in the words of trade-ledger, of what was promised for ``due`` and came in ``year``."""
    if year > due:
        return "missed"
    return "kept its date, in ordinary years" if year < 2020 else "kept its date, through pandemic and war"


def trade_outcomes() -> list[str]:
    """Key of trade-ledger; a statement without a date has no outcome that data could give."""
    china, russia, first = _china_count(), _russia_count(), _first_releases()
    by_2010 = [total[2010] >= 60 for total in (china, russia)]
    missed = {(False, False): "missed, by both counts", (False, True): "missed by China's count only"}
    in_2019 = first[2019] > 110, china[2019] > 110
    gas = table("events").set_index("id")["date"]["gas-launch"]
    return [
        _kept(_reached(china, 20), 2003 + 5),
        missed.get(tuple(by_2010), "kept its date, in ordinary years"),
        "no date, so no test",
        _kept(int(gas[:4]), 2019),
        "true at first, not as revised" if in_2019 == (True, False) else "otherwise",
        _kept(_reached(first, 200), 2024),
    ]


def trade_rate_2018_2025() -> float:
    """Growth a year from the first release of 2018 to that of 2025, per cent."""
    return _yearly_rate(_first_releases()[2018], _first_releases()[2025], 7)


def trade_rate_2018_2024() -> float:
    """Growth a year from the first release of 2018 to that of 2024, per cent."""
    return _yearly_rate(_first_releases()[2018], _first_releases()[2024], 6)


def trade_barrels_2018_2021() -> float:
    """Change of the total in barrels of Brent from 2018 to 2021, on first releases, per cent."""
    barrels = _first_releases() / _brent()
    return float(barrels[2021] / barrels[2018] - 1) * 100


def trade_path_2021() -> float:
    """Where the even path from 2018 (first release) to 200 billion in 2024 stands in 2021, US$ billion."""
    start = _first_releases()[2018]
    return float(start * (200 / start) ** 0.5)


def trade_brent_rise_2021() -> float:
    """Rise of the yearly mean, per cent."""
    return _growth(_brent(), 2021)


# economics/energy


def _cited(figure: str, column: str = "value") -> float:
    """A figure that a publication printed, by its id."""
    return float(table("cited-figures").set_index("id").loc[figure, column])


def _gas_price(year: int) -> float:
    """The price printed for gas through Power of Siberia, US dollars per thousand cubic metres."""
    return float(table("gas-east-route").set_index("year").loc[year, "price_usd_per_thousand_m3"])


def _fuel_share(fuel: str, year: int, destination: str) -> float:
    """A destination's part of what Russia exports of a fuel, per cent."""
    return _russian_fuel(fuel, year, destination) / _russian_fuel(fuel, year, "WLD") * 100


def energy_audit() -> list[str]:
    """Key of energy-audit: how far each deal had come on 31 December 2014."""
    dates, day = _event_dates(), "2014-12-31"
    steps = {
        "oil": [("oil-loan-2009", "contract"), ("oil-spur-2011", "being delivered")],
        "rubber": [
            ("rubber-2012", "paper"),
            ("rubber-signed-2012", "contract"),
            ("rubber-owned-2014", "complete"),
        ],
        "more oil": [("oil-deal-2013", "contract"), ("oil-more-2013", "being delivered")],
        "yamal": [("yamal-signed-2013", "contract"), ("yamal-closed-2014", "complete")],
        "prepaid": [("prepaid-oil-2013", "paper")],
        "gas": [("gas-contract-signed-2014", "contract"), ("gas-launch", "being delivered")],
        "modules": [("modules-2014", "contract")],
        "vankor": [("vankor-guan", "paper"), ("vankor-2015", "paper")],
    }
    words = {"paper": "memorandum or framework", "contract": "contract, nothing delivered"}
    stages = [[stage for event, stage in deal if dates[event] <= day][-1] for deal in steps.values()]
    return [words.get(stage, stage) for stage in stages]


def energy_tonnes_a_year_2013() -> float:
    """What the contract of June 2013 comes to on average, million tonnes a year."""
    return _cited("oil-tonnes-2013") / _cited("oil-years-2013")


def energy_tonnes_a_year_from_2018() -> float:
    """What the steps of 2013 come to from 2018 on, with the contract of 2009, million tonnes a year."""
    return _cited("oil-yearly-2009") + _cited("oil-extra-2018")


def energy_supposed_tonne() -> float:
    """The price that the announced sum of 2013 supposes, dollars a tonne of crude oil."""
    return _cited("oil-sum-2013") * 1000 / _cited("oil-tonnes-2013")


def energy_supposed_barrel() -> float:
    """Key of energy-barrel: the price that the sum of June 2013 supposes, US dollars a barrel."""
    return _cited("oil-sum-2013") * 1000 / (_cited("oil-tonnes-2013") * _cited("barrels-a-tonne"))


def energy_brent_2014_2025() -> float:
    """The mean of the yearly prices of Brent, 2014 to 2025, US dollars a barrel."""
    return float(_brent().loc[2014:2025].mean())


def energy_oil_sum_at_brent() -> float:
    """The sum of June 2013 at the mean price of Brent of 2014 to 2025, US$ billion."""
    return _cited("oil-tonnes-2013") * _cited("barrels-a-tonne") * energy_brent_2014_2025() / 1000


def energy_whole_gas() -> float:
    """The gas of the contract of 2014 at the full rate over all its years, billion cubic metres."""
    return _cited("gas-yearly-2014") * _cited("gas-years-2014")


def energy_supposed_gas() -> float:
    """The price that 400 billion supposes, US dollars per thousand cubic metres."""
    return _cited("gas-total-2014") * 1000 / energy_whole_gas()


def energy_stepped_gas() -> float:
    """The same when the first years grow as planned, billion cubic metres; 2024 between its neighbours."""
    steps = table("gas-east-route").set_index("year")["planned_bcm"].interpolate()
    full_years = _cited("gas-years-2014") - len(steps)
    return float(steps.sum()) + full_years * _cited("gas-yearly-2014")


def energy_supposed_gas_stepped() -> float:
    """The price that 400 billion supposes then, US dollars per thousand cubic metres."""
    return _cited("gas-total-2014") * 1000 / energy_stepped_gas()


def energy_slider_gas() -> float:
    """Key of energy-four-hundred: the position of the slider, in tens, that comes nearest."""
    positions = [float(price) for price in range(100, 460, 10)]
    return min(positions, key=lambda price: abs(price * energy_whole_gas() / 1000 - _cited("gas-total-2014")))


def energy_total_at_slider() -> float:
    """What the whole comes to at that position, US$ billion."""
    return energy_slider_gas() * energy_whole_gas() / 1000


def energy_total_at_2021() -> float:
    """What the whole comes to at the price of January 2021, US$ billion."""
    return _gas_price(2021) * energy_whole_gas() / 1000


def energy_total_at_2025() -> float:
    """What the whole comes to at the price expected for 2025, US$ billion."""
    return _gas_price(2025) * energy_whole_gas() / 1000


def energy_customs_price_2022() -> float:
    """What China Customs counted in 2022 over what Gazprom counted, US dollars per thousand cubic metres."""
    delivered = table("gas-east-route").set_index("year")["delivered_bcm"]
    return _cited("gas-customs-2022") * 1000 / float(delivered[2022])


def energy_gas_delivered() -> float:
    """Gas through Power of Siberia, 2020 to 2025, billion cubic metres."""
    return float(table("gas-east-route")["delivered_bcm"].sum())


def energy_gas_delivered_to_2024() -> float:
    """The same from 2020 to 2024."""
    return float(table("gas-east-route").set_index("year")["delivered_bcm"].loc[:2024].sum())


def energy_gas_delivered_share() -> float:
    """Gas of 2020 to 2025, in per cent of thirty full years."""
    return energy_gas_delivered() / energy_whole_gas() * 100


def _fuels_above_half(year: int, destination: str) -> set[str]:
    """The fuels of which a destination takes more than half of what Russia exports."""
    rows = table("energy-exports").query("year == @year and destination == @destination")
    return {fuel for fuel in rows["fuel"] if _fuel_share(fuel, year, destination) > 50}


def energy_mainly() -> list[bool]:
    """Key of energy-mainly: to whom more than half of a fuel went."""
    europe, china = _fuels_above_half(2023, "EUROPE"), _fuels_above_half(2023, "CHN")
    others = _fuels_above_half(2023, "IND") | _fuels_above_half(2023, "JPN")
    return [
        len(_fuels_above_half(2020, "EUROPE")) == 5,
        china == {"coal", "crude_oil"} and not europe,
        (europe, china) == ({"pipeline_gas"}, {"coal"}),
        not europe | china | others,
    ]


def _heat(year: int, destination: str) -> float:
    """The five fuels together, in petajoules."""
    tonne, products, gas = (
        _cited("gigajoules-a-tonne-oil"),
        _cited("gigajoules-a-tonne-products"),
        _cited("petajoules-a-bcm"),
    )
    factors = {"crude_oil": tonne, "oil_products": products, "pipeline_gas": gas, "lng": gas, "coal": 1000.0}
    rows = table("energy-exports").query("year == @year and destination == @destination")
    return float((rows["russia_exports"] * rows["fuel"].map(factors)).sum())


def energy_heat(year: int, destination: str) -> float:
    """A destination's part of Russia's exports of five fuels, in heat, per cent."""
    return _heat(year, destination) / _heat(year, "WLD") * 100


def energy_gas_less_to_europe() -> float:
    """By how much Russia's gas by pipeline to Europe fell from 2020 to 2023, billion cubic metres."""
    return _russian_fuel("pipeline_gas", 2020, "EUROPE") - _russian_fuel("pipeline_gas", 2023, "EUROPE")


def energy_gas_more_to_china() -> float:
    """By how much Russia's gas by pipeline to China rose from 2020 to 2023, billion cubic metres."""
    return _russian_fuel("pipeline_gas", 2023, "CHN") - _russian_fuel("pipeline_gas", 2020, "CHN")


def energy_eu_part_crea() -> float:
    """The European Union's part of what CREA reckoned to March 2023, per cent."""
    return _cited("crea-eu-2023") / _cited("crea-world-2023") * 100


# economics/money-firms-people


def _yuan() -> pd.Series[float]:
    """The yuan's part of the Bank of Russia's reserves, per cent, by ISO day."""
    rows = table("reserve-shares").query("asset == 'CNY'")
    return rows.set_index(rows["day"].astype(str).str[:10])["share_percent"]


def money_times(start: str, end: str = "2018-06-30") -> float:
    """How many times the yuan's share of one day its share of a later day is."""
    return float(_yuan()[end] / _yuan()[start])


def money_tripled() -> list[bool]:
    """Key of money-tripled: starts from which the share is 2.5 to 3.5 times as large on both later days."""
    starts = ["2017-06-30", "2017-09-30", "2017-12-31", "2018-03-31"]
    ends = ["2018-06-30", "2018-09-30"]
    return [all(2.5 <= money_times(start, end) < 3.5 for end in ends) for start in starts]


def money_audit() -> list[str]:
    """Key of money-audit, each project on a day of its own."""
    asked = [
        ("ahl", "2018-12-31"),
        ("ahl", "2023-12-31"),
        ("huawei-unit", "2023-12-31"),
        ("tech-fund", "2019-06-30"),
        ("haval", "2019-12-31"),
        ("cr929", "2023-12-31"),
    ]
    stages = [str(_stages(day)[project]) for project, day in asked]
    return ["memorandum or framework" if s in ("memorandum", "framework") else s for s in stages]


def _invested(day: str, edition: str) -> float:
    """Chinese direct investment in Russia by an edition of the Bank of Russia, US$ billion."""
    rows = table("investment-counts").query(f"day == '{day}' and counted_by == 'Bank of Russia'")
    return float(rows[rows["edition"] == edition]["value_usd_billion"].iloc[0])


def money_invested_fall_2018() -> float:
    """Key of money-fall: fall in 2018 by the edition of May 2019, per cent."""
    later, earlier = (_invested(day, "release of 30 May 2019") for day in ("2018-12-31", "2017-12-31"))
    return (1 - later / earlier) * 100


def money_invested_fall_printed() -> float:
    """Fall in the first half of 2018 by the edition of December 2018, per cent."""
    later, earlier = (_invested(day, "release of December 2018") for day in ("2018-06-30", "2017-12-31"))
    return (1 - later / earlier) * 100


def money_invested_fall_mixed() -> float:
    """Fall in 2018 from the edition of December 2018 to that of May 2019, per cent: two editions mixed."""
    later = _invested("2018-12-31", "release of 30 May 2019")
    return (1 - later / _invested("2017-12-31", "release of December 2018")) * 100


def money_invested_fall_half() -> float:
    """Fall in the first half of 2018 by the edition of May 2019, per cent."""
    later, earlier = (_invested(day, "release of 30 May 2019") for day in ("2018-06-30", "2017-12-31"))
    return (1 - later / earlier) * 100


def money_invested_range() -> float:
    """How many times the Bank's lowest figure for the turn of 2017 the ambassador's is."""
    ambassador = table("investment-counts").set_index("day").loc["2018-01-01", "value_usd_billion"]
    return float(ambassador) / _invested("2017-12-31", "release of 30 May 2019")


def _students(origin: str, host: str, year: int, authority: str) -> float:
    """Students in thousands, by one authority."""
    rows = table("students").query(f"origin_iso3 == '{origin}' and host_iso3 == '{host}' and year == {year}")
    return float(rows[rows["authority"] == authority]["students"].iloc[0]) / 1000


def money_students_times_most() -> float:
    """Chinese in the United States in 2018/19 for each in Russia by the inspectorate's figure of 2019."""
    return _students("CHN", "USA", 2018, "IIE Open Doors") / _students("CHN", "RUS", 2019, "Rosobrnadzor")


def money_students_times_least() -> float:
    """Chinese in the United States in 2018/19 for each in Russia by the minister's figure of 2019."""
    return _students("CHN", "USA", 2018, "IIE Open Doors") / _students(
        "CHN", "RUS", 2019, "Minister Kotyukov"
    )


def money_russians_in_china() -> float:
    """Russians who studied in China in 2018, thousands, by China's ministry."""
    return _students("RUS", "CHN", 2018, "Ministry of Education of China")


def money_americans_in_china() -> float:
    """Americans who studied in China in 2018, thousands, by the same count."""
    return _students("USA", "CHN", 2018, "Ministry of Education of China")


def money_students() -> list[str]:
    """Key of money-students; that the unlike counts of the first sentence decide nothing is reasoned."""
    known = "ruled out", "borne out"
    russia = (
        table("students").query("origin_iso3 == 'CHN' and host_iso3 == 'RUS'").set_index("year")["students"]
    )
    times = money_students_times_most(), money_students_times_least()
    early, late = (
        _students("CHN", "RUS", 2023, "Deputy PM Golikova"),
        _students("CHN", "RUS", 2024, "Minister Falkov"),
    )
    return [
        "can't be decided",
        known[min(times) > 5],
        known[bool((russia[2019] > 2 * russia[2015]).all())],
        known[money_russians_in_china() > money_americans_in_china()],
        known[late > early],
    ]


def money_visits_times() -> float:
    """How many times the visits for tourism at the border the tourist flow of the ministry is, for 2023."""
    visits = table("visits").query("period == '2023' and origin_iso3 == 'CHN'").set_index("purpose")["visits"]
    return float(visits["tourist flow"] / visits["tourism"])


def money_tourism_part() -> float:
    """Key of money-visits: tourism in all visits of Chinese to Russia in 2023 at the border, per cent."""
    visits = table("visits").query("period == '2023' and counted_by == 'Border service of Russia'")
    visits = visits.set_index("purpose")["visits"]
    return float(visits["tourism"] / visits["all"]) * 100


def _paid(flow: str, currency: str) -> pd.Series[float]:
    """A currency's part of the payments, per cent, by year or quarter."""
    rows = table("settlement-shares").query(f"flow == '{flow}' and currency == '{currency}'")
    return rows.set_index("period")["share_percent"]


def money_rest(year: str) -> float:
    """What was neither dollar nor euro in China's payments for Russian goods, per cent."""
    return 100 - float(_paid("russia_exports", "dollar")[year] + _paid("russia_exports", "euro")[year])


def _gained(currency: str) -> float:
    """Points that a currency gained in payments both ways, from 2018 to the first quarter of 2020."""
    paid = _paid("both_ways", currency)
    return float(paid["2020-Q1"] - paid["2018"])


def money_euro_gained() -> float:
    """Points of the euro, payments both ways."""
    return _gained("euro")


def money_own_gained() -> float:
    """Points of rouble and yuan together, payments both ways."""
    return _gained("rouble_and_yuan")


def money_dollar_lost() -> float:
    """Points of the dollar, payments both ways."""
    return -_gained("dollar")


def money_own_fell() -> float:
    """Points that rouble and yuan together lost from 2017 to 2018, payments both ways."""
    paid = _paid("both_ways", "rouble_and_yuan")
    return float(paid["2017"] - paid["2018"])


def _year_of_quarters(currency: str) -> float:
    """Points gained from the first quarter of 2018 to that of 2019, China's payments to Russia."""
    paid = _paid("russia_exports", currency)
    return float(paid["2019-Q1"] - paid["2018-Q1"])


def money_dollar_lost_exports() -> float:
    """Points of the dollar in the year to the first quarter of 2019, China's payments to Russia."""
    return -_year_of_quarters("dollar")


def money_euro_gained_exports() -> float:
    """Points of the euro in the year to the first quarter of 2019, China's payments to Russia."""
    return _year_of_quarters("euro")


def money_currencies() -> list[bool]:
    """Key of money-currencies: the third sentence, for the euro took most before the day of the agreement.

    The fourth names a cause, which no share gives.
    """
    signed = table("events").set_index("id")["date"]["settlement-agreement-2019"]
    took = money_euro_gained_exports() > money_dollar_lost_exports() / 2 and signed > "2019-04"
    return [bool(_paid("russia_exports", "euro")["2019-Q1"] < 1), money_own_fell() < 0, took, False]


# debates/measuring-closeness

_CAST = "yes", "abstain", "no"


def _pair(one: str, other: str, year: int) -> pd.DataFrame:
    """How two states voted in the Assembly in a year: the first's votes down, the second's across."""
    row = (
        table("assembly-pairs").set_index(["year", "country_a_iso3", "country_b_iso3"]).loc[year, one, other]
    )
    counted = [[float(row[f"a_{a}_b_{b}"]) for b in _CAST] for a in _CAST]
    return pd.DataFrame(counted, index=_CAST, columns=_CAST)


def _ten_votes(one: str, other: str) -> pd.DataFrame:
    """How two states voted on the texts of the emergency session: as ``_pair``."""
    counted = pd.crosstab(_emergency_votes()[f"vote_{one}"], _emergency_votes()[f"vote_{other}"])
    return counted.reindex(index=_CAST, columns=_CAST, fill_value=0).astype(float)


def _on_diagonal(votes: pd.DataFrame) -> float:
    return float(sum(votes.loc[vote, vote] for vote in _CAST))


def _same(votes: pd.DataFrame) -> float:
    """Share of the votes on which both cast the same, per cent."""
    return _on_diagonal(votes) / float(votes.to_numpy().sum()) * 100


def _half(votes: pd.DataFrame) -> float:
    """As ``_same``, where one abstention agrees by half, per cent."""
    one_abstains = votes.loc["abstain"].sum() + votes["abstain"].sum() - 2 * votes.loc["abstain", "abstain"]
    return float(_on_diagonal(votes) + one_abstains / 2) / float(votes.to_numpy().sum()) * 100


def _without(votes: pd.DataFrame) -> float:
    """As ``_same``, of the votes on which neither abstains, per cent."""
    sides = votes.loc[["yes", "no"], ["yes", "no"]]
    return float(sides.loc["yes", "yes"] + sides.loc["no", "no"]) / float(sides.to_numpy().sum()) * 100


def _kappa(votes: pd.DataFrame) -> float:
    """Agreement beyond what the habits of both would give by chance: Cohen's kappa of three votes."""
    parts = votes / votes.to_numpy().sum()
    habit = float((parts.sum(axis=0) * parts.sum(axis=1)).sum())
    return (_on_diagonal(parts) - habit) / (1 - habit)


def _kappa_band(one: str, other: str, year: int) -> tuple[float, float]:
    """The bounds that the figure draws about kappa: nine of ten such counts by the luck of the votes."""
    votes = _pair(one, other, year)
    parts = votes / votes.to_numpy().sum()
    habit = float((parts.sum(axis=0) * parts.sum(axis=1)).sum())
    agree = _on_diagonal(parts)
    half = 1.645 * (agree * (1 - agree) / float(votes.to_numpy().sum())) ** 0.5 / (1 - habit)
    return _kappa(votes) - half, _kappa(votes) + half


def _apart(one: int, other: int) -> bool:
    """Whether the bands of kappa of China and Moscow in two years do not overlap."""
    first, second = (_kappa_band("CHN", "RUS", year) for year in (one, other))
    return first[0] > second[1] or second[0] > first[1]


def _differ(one: int, other: int) -> bool:
    """Whether the band of the difference between the kappas of two years leaves out nought."""
    first, second = (_kappa_band("CHN", "RUS", year) for year in (one, other))
    between = (sum(first) - sum(second)) / 2
    return abs(between) > (((first[1] - first[0]) / 2) ** 2 + ((second[1] - second[0]) / 2) ** 2) ** 0.5


def closeness_yes(year: int, state: str) -> float:
    """Share of yes in the votes of China and Moscow that can be compared, per cent; the first is China."""
    votes = _pair("CHN", "RUS", year)
    return float(votes.sum(axis=1 if state == "CHN" else 0)["yes"] / votes.to_numpy().sum() * 100)


def closeness_opposite(year: int) -> float:
    """On how many votes one of China and Moscow said yes and the other no."""
    votes = _pair("CHN", "RUS", year)
    return float(votes.loc["yes", "no"] + votes.loc["no", "yes"])


def closeness_same(one: str, other: str, year: int) -> float:
    """Share of the votes in the Assembly on which two states, by ISO code, cast the same, per cent."""
    return _same(_pair(one, other, year))


def closeness_same_1985() -> float:
    """Three years before, when the other states in view voted as they did in 1988."""
    hall = [_pair("CHN", state, year) for state in ("BRA", "IND") for year in (1985, 1988)]
    assert all(votes.loc["yes"].sum() / votes.to_numpy().sum() > 0.85 for votes in hall)
    assert all(abs(_same(hall[i]) - _same(hall[i + 1])) < 8 for i in (0, 2))
    return _same(_pair("CHN", "RUS", 1985))


def closeness_yes_moscow_1988() -> float:
    """Moscow's share of yes, per cent; it moved more than China's."""
    assert closeness_yes(1988, "RUS") - closeness_yes(1985, "RUS") > 2 * (
        closeness_yes(1988, "CHN") - closeness_yes(1985, "CHN")
    )
    return closeness_yes(1988, "RUS")


def closeness_both(vote: str, other: str, year: int) -> float:
    """On how many votes of a year China and another state, by ISO code, both cast ``vote``."""
    return float(_pair("CHN", other, year).loc[vote, vote])


def closeness_votes(year: int) -> float:
    """How many votes of China and Moscow can be compared in a year; for 2022, the regular votes."""
    return float(_pair("CHN", "RUS", year).to_numpy().sum())


def closeness_same_1989() -> float:
    """Share of same votes in its highest year since 1971, per cent."""
    shares = {year: _same(_pair("CHN", "RUS", year)) for year in range(1971, 2024)}
    assert max(shares, key=lambda year: shares[year]) == 1989
    return shares[1989]


def closeness_same_1993() -> float:
    """Share of same votes in its lowest year since 1971, per cent."""
    shares = {year: _same(_pair("CHN", "RUS", year)) for year in range(1971, 2024)}
    assert min(shares, key=lambda year: shares[year]) == 1993
    return shares[1993]


def closeness_same_2006() -> float:
    """Share of same votes in its highest year since 1992, per cent."""
    shares = {year: _same(_pair("CHN", "RUS", year)) for year in range(1992, 2024)}
    assert max(shares, key=lambda year: shares[year]) == 2006
    return shares[2006]


def closeness_kappa(one: str, other: str, year: int) -> float:
    """Agreement of two states, by ISO code, beyond habit (Cohen's kappa)."""
    return _kappa(_pair(one, other, year))


def closeness_kappa_2023() -> float:
    """Agreement beyond habit; its band overlaps that of 2021."""
    assert not _apart(2021, 2023)
    return _kappa(_pair("CHN", "RUS", 2023))


def closeness_kappa_2019() -> float:
    """Agreement beyond habit; of the years that the chapter names it stands above 1985 and 1993 alone."""
    named = (1971, 1985, 1988, 1989, 1993, 2006, 2011, 2021)
    assert [year for year in named if _apart(year, 2019)] == [1985, 1993]
    assert [year for year in named if _differ(year, 2019)] == [1985, 1993]
    return _kappa(_pair("CHN", "RUS", 2019))


def closeness_band_from(year: int) -> float:
    """Where the band of kappa of China and Moscow begins."""
    return _kappa_band("CHN", "RUS", year)[0]


def closeness_band_to(year: int) -> float:
    """Where that band ends; 1999 overlaps 2019, and the band of their difference lies above nought."""
    assert not _apart(1999, 2019)
    assert _differ(1999, 2019)
    return _kappa_band("CHN", "RUS", year)[1]


def closeness_kappa_1971() -> float:
    """Agreement beyond habit, in the year in which Beijing took its seat; no lower than in 2019."""
    first = _kappa(_pair("CHN", "RUS", 1971))
    assert first >= closeness_kappa_2019()
    return first


def closeness_abstain() -> list[bool]:
    """Key of close-abstain: the second sentence, by the least and the most that each set gives."""
    year, ten = _pair("CHN", "RUS", 2019), _ten_votes("chn", "rus")
    of_year, of_ten = ([rule(votes) for rule in (_same, _half, _without)] for votes in (year, ten))
    moved = [round(max(rates) - min(rates)) for rates in (of_year, of_ten)]
    india = _ten_votes("chn", "ind").loc[["yes", "no"], ["yes", "no"]].to_numpy().sum()
    always_below = all(few < many for few, many in zip(of_ten, of_year, strict=True))
    whole = ten.loc[["yes", "no"], ["yes", "no"]].to_numpy().sum() == ten.to_numpy().sum()
    return [always_below, moved == [15, 80], bool(india > 0), bool(whole)]


def closeness_two_rules() -> list[str]:
    """Key of close-two-rules: by the bands of kappa, 2019 beside other years of China and Moscow."""

    def beside(year: int) -> str:
        if not _apart(year, 2019):
            return "the bands overlap"
        above = _kappa(_pair("CHN", "RUS", 2019)) > _kappa(_pair("CHN", "RUS", year))
        return "2019 stands higher" if above else "the other year stands higher"

    return [beside(year) for year in (1991, 2017, 2002, 1982, 1989)]


def closeness_whom() -> list[bool]:
    """Key of close-whom: of the seven states, China's nearest in 2019 by each of three rules."""
    states = ["BRA", "IND", "KAZ", "RUS", "UKR", "USA", "ZAF"]
    first = []
    for rule in (_same, _half, _kappa):
        rates = {state: rule(_pair("CHN", state, 2019)) for state in states}
        first.append({state for state, rate in rates.items() if rate == max(rates.values())})
    india, russia = ({state in nearest for nearest in first} for state in ("IND", "RUS"))
    return [russia == {True}, india == {True}, [*map(len, first)] == [2, 1, 1] and "RUS" in first[2], False]


def closeness_kappa_band_2019() -> float:
    """Half the width of the band of China and Russia in 2019, times 100; it overlaps India's."""
    low, high = _kappa_band("CHN", "RUS", 2019)
    assert low < _kappa_band("CHN", "IND", 2019)[1]
    return (high - low) * 50


def closeness_kappa_band_india_2019() -> float:
    """Half the width of the band of China and India in 2019, times 100."""
    low, high = _kappa_band("CHN", "IND", 2019)
    return (high - low) * 50


def closeness_half(other: str, year: int) -> float:
    """Agreement of China and another state, by ISO code, where an abstention agrees by half, per cent."""
    return _half(_pair("CHN", other, year))


def closeness_passing() -> list[bool]:
    """Key of close-passing: from 1980 to 1993 Moscow's change on the line is the larger, and passes China."""
    line = table("ideal-points").pivot(index="year", columns="country_iso3", values="ideal_point")
    moscow, china = (line.loc[1993, state] - line.loc[1980, state] for state in ("RUS", "CHN"))
    passed = line.loc[1980, "RUS"] < line.loc[1980, "CHN"] and line.loc[1993, "RUS"] > line.loc[1993, "CHN"]
    met = abs(line.loc[1990, "RUS"] - line.loc[1990, "CHN"]) < 0.05
    return [False, bool(passed and met and moscow > abs(china)), False, False]


def closeness_line_2019() -> float:
    """How far apart China and Russia stood on the line of ideal points in the session of 2019."""
    line = table("ideal-points").pivot(index="year", columns="country_iso3", values="ideal_point")
    apart = (line["CHN"] - line["RUS"]).abs().dropna()
    assert (apart > apart[2019]).sum() > len(apart) / 2
    return float(apart[2019])


def closeness_subject(issue: str, first: int, last: int) -> float:
    """Share of same votes of China and Russia on a subject in a span of years, per cent."""
    rows = table("assembly-issues").query(f"issue == '{issue}' and {first} <= year <= {last}")
    counted = rows.filter(regex="^chn_").sum()
    return float(sum(counted[f"chn_{vote}_rus_{vote}"] for vote in _CAST) / counted.sum() * 100)


def closeness_same_votes_2022() -> float:
    """On how many of the regular votes of 2022 China and Russia cast the same."""
    return _on_diagonal(_pair("CHN", "RUS", 2022))


def _emergency_2022() -> pd.DataFrame:
    votes = _emergency_votes()
    return votes[votes["day"].dt.year == 2022]


def closeness_same_votes_both_2022() -> float:
    """As ``closeness_same_votes_2022``, with the five texts of the emergency session."""
    five = _emergency_2022()
    return closeness_same_votes_2022() + float((five["vote_chn"] == five["vote_rus"]).sum())


def closeness_votes_both_2022() -> float:
    """As ``closeness_votes``, with the five texts of the emergency session."""
    return closeness_votes(2022) + len(_emergency_2022())


def closeness_with_emergency_2022() -> float:
    """As ``closeness_same``, with the five texts of the emergency session added, per cent."""
    return closeness_same_votes_both_2022() / closeness_votes_both_2022() * 100


def closeness_buried() -> float:
    """Key of close-buried: by how many points the five texts move the rate of 2022."""
    return closeness_same("CHN", "RUS", 2022) - closeness_with_emergency_2022()


def _drafts(until: str = "2026-02-28") -> pd.DataFrame:
    """Drafts, without amendments, that somebody vetoed since 2007, the year of the first joint veto."""
    vetoes = table("security-council-vetoes").query("what == 'draft'")
    return vetoes[vetoes["day"].between("2007-01-01", until)]


def closeness_vetoes_russia() -> float:
    """How many drafts Russia vetoed since 2007."""
    return float(_drafts()["veto_rus"].sum())


def closeness_vetoes_joint() -> float:
    """How many of these China vetoed, too."""
    return float((_drafts()["veto_rus"] & _drafts()["veto_chn"]).sum())


def closeness_vetoes_share() -> float:
    """China's part in Russia's vetoes since 2007, per cent; Russia has a part in all of China's."""
    assert _drafts()["veto_chn"].sum() == closeness_vetoes_joint()
    return closeness_vetoes_joint() / closeness_vetoes_russia() * 100


def closeness_vetoes_usa() -> float:
    """How many drafts the United States vetoed since 2007, each alone; Britain and France vetoed none."""
    drafts = _drafts()
    assert not drafts[["veto_gbr", "veto_fra"]].any(axis=None)
    assert not (drafts["veto_usa"] & (drafts["veto_rus"] | drafts["veto_chn"])).any()
    return float(drafts["veto_usa"].sum())


def closeness_vetoes_syria_joint() -> float:
    """How many drafts on Syria Russia and China vetoed together."""
    syria = _drafts().query("topic == 'Syria'")
    return float((syria["veto_rus"] & syria["veto_chn"]).sum())


def closeness_vetoes_syria_alone() -> float:
    """How many drafts on Syria Russia vetoed alone; China none."""
    syria = _drafts().query("topic == 'Syria'")
    assert not (syria["veto_chn"] & ~syria["veto_rus"]).any()
    return float(syria["veto_rus"].sum()) - closeness_vetoes_syria_joint()


def closeness_vetoes_ukraine() -> float:
    """How many drafts on Ukraine Russia vetoed; China vetoed none of them."""
    ukraine = _drafts().query("topic == 'Ukraine'")
    assert not ukraine["veto_chn"].any()
    return float(ukraine["veto_rus"].sum())


def _joint_by_year() -> pd.Series[int]:
    joint = table("security-council-vetoes").query("what == 'draft' and veto_chn and veto_rus")
    return joint.groupby(joint["day"].dt.year).size()


def closeness_joint_before_2019() -> float:
    """The most joint vetoes of a year before 2019."""
    return float(_joint_by_year().loc[:2018].max())


def closeness_joint_2019() -> float:
    """Joint vetoes of 2019."""
    return float(_joint_by_year()[2019])


def closeness_audit() -> list[str]:
    """Key of close-audit: what each yardstick says of 2019 against every year before."""
    for_it, against, silent = "supports it", "speaks against it", "cannot decide it"
    trade, arms = _first_releases(), table("arms-deliveries").set_index("year")["russia_to_china_tiv_million"]
    series = table("trade").set_index("year")["total_china_reported_usd_million"] / 1000
    assert series.loc[:2017].max() < trade[2018]
    pair = table("diplomacy").query("country_a_iso3 == 'CHN' and country_b_iso3 == 'RUS'").set_index("year")
    shared = pair["shared_organisations"].dropna()

    def told(highest: bool) -> str:
        return for_it if highest else against

    return [
        told(arms[2019] > arms.loc[:2018].max()),
        silent if shared.index.max() < 2019 else told(bool(shared[2019] > shared.loc[:2018].max())),
        told(trade[2019] > trade.loc[:2018].max()),
        silent,
        told(closeness_same("CHN", "RUS", 2019) > closeness_same_1989()),
        told(closeness_joint_2019() > closeness_joint_before_2019()),
    ]


# debates/who-drives-it


def _partner_share(exporter: str, partner: str) -> pd.Series[float]:
    """A partner's part in a state's exports, per cent by year."""
    sold = table("trade-exports").query(f"exporter_iso3 == '{exporter}'")
    by_partner = sold.pivot(index="year", columns="importer_iso3", values="exports_fob_usd_million")
    return (by_partner[partner] / by_partner["WLD"] * 100).dropna()


def _sold(exporter: str, partner: str) -> pd.Series[float]:
    """Exports to a partner, US$ billion by year."""
    sold = table("trade-exports").query(f"exporter_iso3 == '{exporter}' and importer_iso3 == '{partner}'")
    return sold.set_index("year")["exports_fob_usd_million"] / 1000


def drives_trade_with_oil(first: int, last: int) -> float:
    """Correlation of the yearly growth of trade, by China's count, with that of Brent."""
    return float(_china_count().pct_change().loc[first:last].corr(_brent().pct_change().loc[first:last]))


def drives_china_share_least() -> float:
    """China's smallest part in Russia's exports from 2009 to 2013, per cent."""
    return float(_partner_share("RUS", "CHN").loc[2009:2013].min())


def drives_china_share_most() -> float:
    """China's largest part in Russia's exports from 2009 to 2013, per cent."""
    return float(_partner_share("RUS", "CHN").loc[2009:2013].max())


def drives_share(exporter: str, partner: str, year: int) -> float:
    """A partner's part in a country's exports, both by ISO code, per cent."""
    return float(_partner_share(exporter, partner)[year])


def drives_china_points() -> float:
    """Growth of China's part in Russia's exports from 2013 to 2020, percentage points."""
    return drives_share("RUS", "CHN", 2020) - drives_share("RUS", "CHN", 2013)


def drives_german_points() -> float:
    """Growth of China's part in Germany's exports from 2013 to 2020, percentage points."""
    return float(_partner_share("DEU", "CHN")[2020] - _partner_share("DEU", "CHN")[2013])


def drives_fall_of_sales(partner: str, year: int) -> float:
    """How far Russia's sales to a partner, by ISO code, fell from the year before, per cent."""
    return -_growth(_sold("RUS", partner), year)


def drives_shares() -> list[bool]:
    """Key of drives-shares: what the three views of sales and shares bear out."""
    to_china, to_germany = _sold("RUS", "CHN"), _sold("RUS", "DEU")
    part, other, germany = (
        _partner_share("RUS", "CHN"),
        _partner_share("CHN", "RUS"),
        _partner_share("RUS", "DEU"),
    )
    return [
        bool(to_china[2015] > to_china[2014] and to_germany[2015] < to_germany[2014]),
        bool((part.loc[2013:2020].diff().dropna() > 0).all()),
        bool(part[2020] > part[2013] and other[2020] > other[2013]),
        bool((germany.loc[2014:2018] < germany[2013]).all()),
    ]


def drives_oil_2002_without_2009() -> float:
    """Correlation of the growth of trade and of Brent, 2002-2011 without 2009."""
    return float(_china_count().pct_change().loc[2002:2011].drop(2009).corr(_brent().pct_change()))


def drives_oil_least_since_2002() -> float:
    """The least correlation of trade and Brent over ten years that begin in 2002 or later."""
    return min(
        drives_trade_with_oil(first, first + 9) for first in range(2002, int(_china_count().index.max()) - 8)
    )


def drives_oil_germany() -> float:
    """Correlation of the growth of the trade of China and Germany and of Brent, 2009-2018."""
    return float(
        (_sold("CHN", "DEU") + _sold("DEU", "CHN")).pct_change().loc[2009:2018].corr(_brent().pct_change())
    )


def drives_oil() -> list[bool]:
    """Key of drives-oil: what may be printed of trade and the price of oil; never a cause."""
    spans = [drives_trade_with_oil(first, first + 9) for first in (1994, 1999, 2000, 2004, 2009, 2015)]
    late, against = spans[3:], _growth(_china_count(), 2023) > 0 > _growth(_brent(), 2023)
    return [min(spans) > 0.8, False, min(late) > 0.8 > min(spans), not against]


def drives_trade_fall_2016() -> float:
    """Fall of trade from 2014 to 2016 by China's count, per cent."""
    total = _china_count()
    return float((1 - total[2016] / total[2014]) * 100)


def drives_trade_rise_2023() -> float:
    """Growth of trade in 2023 by first releases, per cent."""
    return _growth(_first_releases(), 2023)


def drives_brent_fall_2023() -> float:
    """Fall of the price of Brent in 2023, per cent."""
    return -_growth(_brent(), 2023)


def drives_brent_fall_2016() -> float:
    """Fall of the price of Brent from 2014 to 2016, per cent."""
    price = _brent()
    return float((1 - price[2016] / price[2014]) * 100)


# debates/arms-and-exercises


def _arms(column: str = "russia_to_china") -> pd.Series[float]:
    """Arms delivered, million trend-indicator values by year; the column without its unit."""
    return table("arms-deliveries").set_index("year")[f"{column}_tiv_million"]


def arms_sum(column: str, first: int, last: int) -> float:
    """Arms delivered from one year to another, million trend-indicator values."""
    return float(_arms(column).loc[first:last].sum())


def arms_share(column: str, whole: str, first: int, last: int) -> float:
    """One column of the deliveries as a share of another, over some years, per cent."""
    return arms_sum(column, first, last) / arms_sum(whole, first, last) * 100


def arms_rise(first: int, last: int, years: int) -> float:
    """Growth of deliveries to China from one sum of years to another, by their first years, per cent."""
    before, after = (arms_sum("russia_to_china", year, year + years - 1) for year in (first, last))
    return (after / before - 1) * 100


def arms_times(first: int, last: int) -> float:
    """Deliveries to China in one year as a multiple of those in another."""
    return float(_arms()[last] / _arms()[first])


def arms_trade(year: int) -> float:
    """Trade of the two by China's count, US$ billion."""
    return float(_china_count()[year])


def arms_trade_times(first: int, last: int) -> float:
    """Trade of the two in one year as a multiple of that in another, by China's count."""
    return arms_trade(last) / arms_trade(first)


def arms_patrols(year: int) -> int:
    """Joint patrols by bombers that began in a year, as the two ministries count."""
    return int((table("air-patrols")["day"].dt.year == year).sum())


def arms_kind(kind: str, first: int, last: int) -> float:
    """Russian arms of one kind delivered to China over some years, million trend-indicator values."""
    return float(
        table("arms-categories").query(f"category == '{kind}' and {first} <= year <= {last}").iloc[:, 2].sum()
    )


def arms_kind_share(kind: str, first: int, last: int) -> float:
    """One kind of the Russian arms delivered to China over some years, per cent of all."""
    return arms_kind(kind, first, last) / arms_sum("russia_to_china", first, last) * 100


def arms_engines() -> float:
    """Key of arms-engines: the part of engines in what Russia delivered in 2020-24, per cent."""
    return arms_kind_share("engines", 2020, 2024)


def arms_decades() -> list[bool]:
    """Key of arms-decades: first against last year of five spans; what has no common unit is never true."""
    spans = [
        (arms_trade_times(first, first + 9), arms_times(first, first + 9)) for first in range(1995, 2016, 5)
    ]
    assert all(trade > 1 for trade, _ in spans)
    both = [(trade, arms) for trade, arms in spans if arms > 1]
    return [not both, len(both) == 2, False, sum(arms > trade for trade, arms in both) == len(spans)]


def arms_tripled() -> list[bool]:
    """Key of arms-tripled: which sentences on the deliveries the table makes true."""
    to_china, to_india = _arms(), _arms("russia_to_india")
    by_five = [slice(first, first + 4) for first in range(2010, 2021, 5)]
    return [
        2.5 <= to_china[2018] / to_china[2014] < 3,
        bool(to_china[2018] > to_china.loc[2014:2017].sum()),
        0.5 <= to_china[2018] / to_china[2005] < 0.6,
        bool(to_china[2018] > to_china.loc[2007:2017].max() and to_china[2018] < to_china[2006]),
        all(to_china.loc[years].sum() > to_india.loc[years].sum() for years in by_five),
    ]


# debates/equals


def _outputs() -> pd.DataFrame:
    """Gross domestic product at market rates, US$ billion, by year and state."""
    wide = table("gdp").pivot(index="year", columns="country_iso3", values="gdp_current_usd") / 1e9
    return wide.dropna(subset=["CHN", "RUS"])


def _yardsticks() -> pd.DataFrame:
    """China's number divided by Russia's, by year from 1992, a column for each yardstick."""
    people = table("gdp").pivot(index="year", columns="country_iso3", values="population")
    forces = table("military-spending").pivot(index="year", columns="country_iso3")
    spent, burden = forces["spending_usd_billion_2019"], forces["share_of_gdp_percent"]
    ratios = pd.DataFrame({"output": _outputs()["CHN"] / _outputs()["RUS"]})
    ratios["people"] = people["CHN"] / people["RUS"]
    ratios["head"] = ratios["output"] / ratios["people"]
    ratios["forces"] = spent["CHN"] / spent["RUS"]
    ratios["burden"] = burden["CHN"] / burden["RUS"]
    return ratios.loc[1992:]


def equals_output(state: str, year: int) -> float:
    """Gross domestic product at market rates, US$ billion."""
    return float(_outputs().loc[year, state])


def equals_head(state: str, year: int) -> float:
    """Output per head at market rates, thousand US$."""
    people = table("gdp").set_index(["country_iso3", "year"])["population"]
    return equals_output(state, year) * 1e6 / float(people[state, year])


def equals_ratio(yardstick: str, year: int) -> float:
    """China's number divided by Russia's: ``output``, ``people``, ``head``, ``forces`` or ``burden``."""
    return float(_yardsticks().loc[year, yardstick])


def equals_ratio_cited(china: str, russia: str) -> float:
    """One cited figure divided by another."""
    return _cited(china) / _cited(russia)


def equals_overtaken(yardstick: str) -> float:
    """The first year in which China stood higher; after it, in every year that the table holds."""
    ratio = _yardsticks()[yardstick].dropna()
    first = int(ratio.index[ratio > 1][0])
    assert (ratio.loc[first:] > 1).all()
    return float(first)


def equals_head_ahead() -> float:
    """The year, the one of all, in which China's output per head stood higher."""
    (year,) = _yardsticks()["head"].dropna().loc[lambda ratio: ratio > 1].index
    return float(year)


def equals_yardstick() -> list[bool]:
    """Key of equals-yardstick: who stands higher by five yardsticks, in 1992 and in 2019."""
    china = _yardsticks() > 1
    first, last = china.loc[1992], china.loc[2019]
    return [
        bool(last.sum() == 4),
        bool(first[["output", "people"]].all() and first.sum() == 2),
        bool((first == last).all()),
        bool(last[["output", "people", "forces"]].all() and not last[["head", "burden"]].any()),
    ]


def equals_china_growth() -> float:
    """Growth of China's output in dollars from 2013 to 2015, per cent."""
    return (equals_output("CHN", 2015) / equals_output("CHN", 2013) - 1) * 100


def equals_russia_fall() -> float:
    """Fall of Russia's output in dollars from 2013 to 2015, per cent."""
    return (1 - equals_output("RUS", 2015) / equals_output("RUS", 2013)) * 100


def equals_rouble() -> float:
    """Key of equals-rouble: China's output of 2015 over Russia's of 2013."""
    return equals_output("CHN", 2015) / equals_output("RUS", 2013)


BASKETS = {
    "fuels": ["fuels"],
    "raw": ["food", "drink_tobacco", "raw_materials", "oils_fats"],
    "materials": ["chemicals", "metals_cloth_paper"],
    "machines": ["machines_vehicles"],
    "rest": ["other_manufactures", "not_classified"],
}


def equals_basket_part(exporter: str, partner: str, kind: str, year: int) -> float:
    """A kind of goods in what a state sold to a partner, per cent."""
    sold = table("trade-products").set_index(["exporter_iso3", "importer_iso3", "year", "section"])
    by_section = sold["exports_usd_million"].loc[exporter, partner, year]
    return float(by_section.reindex(BASKETS[kind]).sum() / by_section["total"] * 100)


def equals_sold(copy: str, partner: str, year: int) -> float:
    """What Russia sold to a partner, US$ million, by ``products`` or by ``whole`` (trade-exports)."""
    if copy == "products":
        kinds = table("trade-products").set_index(["exporter_iso3", "importer_iso3", "year", "section"])
        return float(kinds["exports_usd_million"]["RUS", partner, year, "total"])
    whole = table("trade-exports").set_index(["exporter_iso3", "importer_iso3", "year"])
    return float(whole["exports_fob_usd_million"]["RUS", partner, year])


def equals_basket() -> list[bool]:
    """Key of equals-basket: how what Russia sold to five states changed."""

    def part(partner: str, kind: str, year: int) -> float:
        return equals_basket_part("RUS", partner, kind, year)

    mostly = {
        year: [p for p in ("CHN", "DEU", "IND", "JPN", "KOR") if part(p, "fuels", year) > 50]
        for year in (1995, 2005, 2015)
    }
    return [
        mostly[1995] == ["CHN", "DEU"],
        "CHN" in mostly[2015] and not {"JPN", "KOR"} & set(mostly[2015]),
        {"CHN", "JPN", "KOR"} <= set(mostly[2015]) and "IND" not in mostly[2015] and mostly[1995] == ["DEU"],
        part("IND", "machines", 2015) > part("IND", "machines", 1995),
    ]


def equals_crude_part_2024() -> float:
    """Crude oil alone in what China imported from Russia in 2024, per cent."""
    return _cited("crude-value-2024") / _cited("from-russia-2024") * 100


def equals_makers() -> list[bool]:
    """Key of equals-makers: what four makers' numbers on fuels have in common."""
    parts = [equals_basket_part("RUS", "CHN", "fuels", 2015)]
    parts += [_cited(f"fuels-part-{year}") for year in (2019, 2021, 2022)]
    return [False, False, min(parts) > 50, False]


def equals_part_of_output(state: str) -> float:
    """The two states' trade of 2023, by the first release, in one state's output, per cent."""
    return _first_release(2023) / equals_output(state, 2023) * 100


def equals_parts() -> float:
    """Key of equals-parts: how many times larger a part of its output the trade is for Russia."""
    return equals_part_of_output("RUS") / equals_part_of_output("CHN")


def equals_part_of_chinas_trade() -> float:
    """The two states' trade of 2024, by the first release, in all of China's trade, per cent."""
    return _first_release(2024) / (_cited("china-trade-2024") * 1000) * 100


def equals_leverage() -> list[str]:
    """Key of equals-leverage: what shares of trade can show, and what they cannot."""
    larger = _cited("part-of-russias-trade-2024") > equals_part_of_chinas_trade()
    most = _cited("part-of-russias-exports-2025") > max(
        _cited("australia-china-2024"), _cited("mongolia-china-2013")
    )
    annexed = table("events").set_index("id")["date"]["crimea-2014"] > "2013"
    half = drives_share("RUS", "EU27", 2013) > 50
    return [
        "can't be decided",
        "ruled out" if half and annexed else "can't be decided",
        "borne out" if larger else "ruled out",
        "can't be decided",
        "borne out" if most else "ruled out",
    ]


# sources/five-documents


def _words(document: str) -> float:
    return float(table("sources").set_index("id").loc[document, "words"])


def _limits(document: str) -> int:
    """How often a document's author names a limit, a problem or a doubt in his own voice."""
    own = table("positions").query("strength == 'concedes' and first_hand")
    return int((own["source"] == document).sum())


def five_clues() -> list[str]:
    """Key of five-when-written: what each clue about the remarks rules out, at its word.

    Three rule nothing out by reasoning: one fits many years, one is a silence, one an abbreviation.
    """
    early, late, neither = (
        "rules out every date before mid-2022",
        "rules out every date after 2023",
        "rules out neither",
    )
    opened = table("events").set_index("id")["date"]
    total = _first_releases()
    hundred = total[total > 100].index
    return [
        neither if hundred.min() < 2022 and hundred.max() > 2023 else early,
        early if opened["heihe-traffic"] >= "2022-06" else neither,
        late if _reached(total, 200) == 2023 else neither,
        neither,
        early if opened["tongjiang-train"] >= "2022-06" else neither,
        neither,
        neither,
    ]


def density_of_limits() -> float:
    """How many times as often, word for word, the remarks name a limit as Guan does."""
    return (_limits("remarks") / _words("remarks")) / (_limits("guan-2022") / _words("guan-2022"))


# economics/land-and-harvest


def _grain_shares(origin: str) -> pd.DataFrame:
    """An origin's part of China's imports by weight, per cent: a row per year, a column per product."""
    rows = table("china-grain-imports").pivot(index=["origin_iso3", "year"], columns="product")
    tonnes = rows["imports_tonnes"]
    shares: pd.DataFrame = tonnes.loc[origin] / tonnes.loc["WLD"] * 100
    return shares


def _three_grains(origin: str, year: int = 2019) -> float:
    """China's imports of wheat, maize and barley, tonnes; a row that is absent adds nothing."""
    rows = table("china-grain-imports").query("origin_iso3 == @origin and year == @year")
    return float(rows[rows["product"] != "sunflower_oil"]["imports_tonnes"].sum())


def _days_between(first: str, last: str) -> float:
    """Days from one ISO day to another."""
    return float((pd.Timestamp(last) - pd.Timestamp(first)).days)


def land_russian_grain() -> float:
    """Russia's part of the wheat, maize and barley that China imported in 2019, per cent."""
    return _three_grains("RUS") / _three_grains("WLD") * 100


def land_ukrainian_grain() -> float:
    """Key of land-tonnes: Ukraine's part of the same."""
    return _three_grains("UKR") / _three_grains("WLD") * 100


def land_maize_ukraine() -> float:
    """Ukraine's part of the maize that China imported in 2019, per cent."""
    return float(_grain_shares("UKR").loc[2019, "maize"])


def land_maize_russia() -> float:
    """Russia's part of the same."""
    return float(_grain_shares("RUS").loc[2019, "maize"])


def land_highest_share() -> float:
    """The highest share that Russia reached in any of the four goods, sunflower oil in 2018, per cent."""
    return float(_grain_shares("RUS").max().max())


def land_first_tenth() -> list[bool]:
    """Key of land-shares: the one good of which Russia's share passed a tenth, and the first year."""
    shares = _grain_shares("RUS")
    above = {str(good): shares.index[shares[good] > 10] for good in shares}
    passed = {good: int(years.min()) for good, years in above.items() if len(years)}
    asked = [{"wheat": 2018}, {"maize": 2015}, {"sunflower_oil": 2016}, {"sunflower_oil": 2018}]
    return [passed == answer for answer in asked]


def land_grain_all() -> float:
    """The wheat, maize and barley that China imported in 2019, thousand tonnes."""
    return _three_grains("WLD") / 1000


def land_tonnes_for_one() -> float:
    """Tonnes of the three grains from Ukraine for one from Russia, in 2019, by weight."""
    return _three_grains("UKR") / _three_grains("RUS")


def land_maize_ukraine_2018() -> float:
    """Ukraine's part of the maize that China imported in 2018, per cent."""
    return float(_grain_shares("UKR").loc[2018, "maize"])


def land_barley_absent() -> list[bool]:
    """Key of land-absent: what the table's want of a row for Russian barley lets one print."""
    rows = table("china-grain-imports").query("product == 'barley' and origin_iso3 == 'RUS'")
    return [False, False, rows.empty, False]


def land_wheat_russia_share() -> float:
    """Russia's part of the wheat that China imported in 2018, the better of two years, per cent."""
    return float(_grain_shares("RUS").loc[2018, "wheat"])


def _year_before(figure: str, growth: str) -> float:
    """A sum in the year before, found from the sum and its growth in per cent."""
    return _cited(figure) / (1 + _cited(growth) / 100)


def land_farm_russia_2019() -> float:
    """China's imports of farm goods from Russia in 2019, billion dollars."""
    return _year_before("farm-from-russia-2020", "farm-from-russia-growth-2020")


def land_farm_ukraine_2019() -> float:
    """Ukraine's farm exports to China in 2019, billion dollars."""
    return _year_before("farm-from-ukraine-2020", "farm-from-ukraine-growth-2020")


def land_farm_to_russia_2020() -> float:
    """China's farm goods for Russia in 2020, billion dollars."""
    return _cited("farm-both-ways-2020") - _cited("farm-from-russia-2020")


def land_farm_from_russia_2023() -> float:
    """Russia's farm goods for China in 2023 by Russia's count, billion dollars."""
    return _cited("farm-both-ways-2023") - _cited("farm-to-russia-2023")


def land_wheat_part_of_exports() -> float:
    """China's imports of Russian wheat in 2018 in per cent of all wheat that Russia exported."""
    bought = table("china-grain-imports").set_index(["year", "product", "origin_iso3"])["imports_tonnes"]
    sold = table("grain-trade").set_index(["year", "country_iso3", "product"])["exports_tonnes"]
    return float(bought[2018, "wheat", "RUS"] / sold[2018, "RUS", "wheat"]) * 100


def land_wheat_stories() -> list[bool]:
    """Key of land-wheat: three stories that the totals leave open, and two that they rule out."""
    rows = table("china-grain-imports").query("product == 'wheat'")
    bought = rows.set_index(["origin_iso3", "year"])["imports_tonnes"]
    sold = table("grain-trade").set_index(["year", "country_iso3", "product"])["exports_tonnes"]
    russian = bought["RUS"]
    return [
        bool(russian[2018] > russian[2017]),
        bool(russian[2018] > russian[2019]),
        bool(sold[2018, "RUS", "wheat"] < bought["WLD", 2018]),
        bool(bought["WLD", 2018] < sold[2018, "RUS", "wheat"] / 10),
        bool(russian[2017] < russian[2018] < russian[2019]),
    ]


def land_soy(origin: str, year: int) -> float:
    """The part of ``"russia"``, ``"us"`` or ``"brazil"`` in the soybeans that China imported, per cent."""
    return _cited(f"soy-{origin}-{year}") / _cited(f"soy-china-{year}") * 100


def land_spent() -> float:
    """What Chinese investors had spent by September 2019 of what they planned, per cent."""
    return _cited("far-east-invested-2019") / _cited("far-east-projects-2019") * 100


def land_one_district() -> float:
    """The part of one district's farmed land that Chinese farmed in 2019, per cent."""
    return _cited("farmland-one-district") / _cited("farmland-one-district-all") * 100


def land_km(place: str) -> float:
    """Distance over the ground from Blagoveshchensk, on a sphere."""
    spots = table("map-places").set_index("id")[["latitude_deg", "longitude_deg"]].map(math.radians)
    (north, east), (other_north, other_east) = spots.loc["blagoveshchensk"], spots.loc[place]
    cosine = math.sin(north) * math.sin(other_north)
    cosine += math.cos(north) * math.cos(other_north) * math.cos(east - other_east)
    return 6371 * math.acos(cosine)


def land_nearest_capital() -> list[bool]:
    """Key of land-map: the nearest of four capitals of a region or province."""
    capitals = "chita", "harbin", "khabarovsk", "vladivostok"
    away = [land_km(place) for place in capitals]
    return [distance == min(away) for distance in away]


def land_km_harbin_round() -> float:
    """The same to the nearest ten."""
    return round(land_km("harbin"), -1)


def land_years_to_works() -> float:
    """Years from the agreement on the road bridge to the beginning of the works."""
    dates = _event_dates()
    return _days_between(dates["bridge-agreement-1995"], dates["heihe-begun-2016"]) / 365.25


def land_years_to_traffic() -> float:
    """Years from the agreement to the first lorries."""
    dates = _event_dates()
    return _days_between(dates["bridge-agreement-1995"], dates["heihe-traffic"]) / 365.25


def land_months_without_traffic() -> float:
    """Months from the finished structure to the first lorries."""
    dates = _event_dates()
    return _days_between(dates["heihe-structure"], dates["heihe-traffic"]) / 365.25 * 12


def land_two_voices() -> list[str]:
    """Key of bridge-two-voices; that two texts shared a report, or what an author knew, no date decides."""
    dates = _event_dates()
    return [
        "borne out" if dates["heihe-traffic"] <= "2019-12-31" else "ruled out",
        "can't be decided",
        "borne out" if dates["heihe-structure"] <= "2019-12-31" else "ruled out",
        "can't be decided",
    ]


def land_editions_told() -> list[bool]:
    """Key of land-editions: the sentence with the first and the last edition, as long as all failed."""
    dates = _event_dates()
    failed = dates["heihe-traffic"] > "2021-12-31" and dates["heihe-begun-2016"] < "2017"
    return [False, failed and dates["heihe-permit-2020"] < dates["heihe-orlov-2021"], False, False]


def land_months_late() -> float:
    """Months from October 2019, the first date expected, to the month of the first lorries."""
    year, month, _ = (int(part) for part in _event_dates()["heihe-traffic"].split("-"))
    return float((year - 2019) * 12 + month - 10)


def land_bridge_days() -> float:
    """Days from the first lorries to the report of 29 September 2023."""
    return _days_between(_event_dates()["heihe-traffic"], "2023-09-29")


def land_lorries_a_day() -> float:
    """Lorries a day over the road bridge in that time."""
    return _cited("heihe-lorries-2023") * 1000 / land_bridge_days()


def land_bridge_load() -> float:
    """Key of land-load: the same in per cent of what the bridge is to carry."""
    return land_lorries_a_day() / _cited("heihe-design-lorries") * 100


def land_post_load() -> float:
    """The same lorries in per cent of what Russia's temporary post could pass."""
    return land_lorries_a_day() / _cited("heihe-temporary-post") * 100


def land_rail_load_2025() -> float:
    """Cargo over the railway bridge in January to September 2025, per cent of its design for nine months."""
    return _cited("tongjiang-cargo-9m-2025") / 0.75 / _cited("tongjiang-design-cargo") * 100


def land_rail_load() -> float:
    """Yearly cargo over the railway bridge from November 2022 to March 2025, per cent of its design."""
    years = _days_between("2022-11-16", "2025-03-20") / 365.25
    return _cited("tongjiang-cargo-2025") / years / _cited("tongjiang-design-cargo") * 100


def _route(year: int, column: str = "cargo") -> float:
    """Cargo, or transit, on the Northern Sea Route, million tonnes."""
    return float(table("northern-sea-route").set_index("year").loc[year, f"{column}_thousand_tonnes"]) / 1000


def land_route_of_target() -> float:
    """The cargo of 2024 in per cent of its target."""
    return _route(2024) / _cited("nsr-target-2024") * 100


def land_transit_share() -> float:
    """Transit in per cent of the cargo of 2024."""
    return _route(2024, "transit") / _route(2024) * 100


def land_route_growth_needed() -> float:
    """Growth a year that leads from the cargo of 2020 to the target of 2024, per cent."""
    return _yearly_rate(_route(2020), _cited("nsr-target-2024"), 4)


def land_containers_share() -> float:
    """China's containers in per cent of the cargo of 2025."""
    return _cited("nsr-containers-2025") / 1000 / _route(2025) * 100


def land_grain_contract_a_year() -> float:
    """What the contract of 2023 comes to on average, million tonnes a year."""
    return _cited("grain-contract") / 12


def land_black_sea_share() -> float:
    """China's part of what was shipped under the Black Sea deal, per cent."""
    return _cited("black-sea-china") / _cited("black-sea-all") * 100


def land_audit() -> list[str]:
    """Key of land-audit: how far each opening had come at the end of 2019."""
    dates, day = _event_dates(), "2019-12-31"
    wheat = table("china-grain-imports").query("product == 'wheat' and origin_iso3 == 'RUS' and year == 2019")
    used = {
        "wheat": dates["food-protocols-2015"] <= day and len(wheat) == 1,
        "bridge": dates["heihe-traffic"] <= day,
        "arctic": _route(2019, "transit") > 0,
        "poultry": dates["poultry-2019"] <= day and _cited("poultry-russia-2019") > 0,
    }
    none, paper, ready, use = "not yet open", "on paper", "permitted or built", "in use"

    def stage(open_: str, used_: bool) -> str:
        return none if dates[open_] > day else use if used_ else ready

    return [
        stage("heihe-structure", used["bridge"]),
        stage("food-protocols-2015", used["wheat"]),
        paper if dates["soy-target-2019"] <= day else none,
        stage("wheat-agreed-2022", False),
        use if used["arctic"] else none,
        stage("beef-2020", False),
        stage("poultry-2019", used["poultry"]),
    ]


# debates/alliance-or-what


def _treaties() -> pd.DataFrame:
    """What treaties oblige to: a row per treaty."""
    return table("treaty-duties").set_index("treaty")


def alliance_definitions() -> list[str]:
    """Key of alliance-definitions: by a duty of defence, by any promise for a conflict, by what was done."""
    treaties, yes, no = _treaties(), "an alliance", "no alliance"
    friendship, pact = treaties.loc["china-russia-2001"], treaties.loc["china-ussr-1950"]
    promises = friendship[["defence", "consultation", "non_aggression"]].fillna(False).astype(bool)
    in_march_1969 = pact["in_force"] <= pd.Timestamp("1969-03-02") <= pact["ended"]
    return [
        no,
        yes if friendship["defence"] else no,
        yes if promises.any() else no,
        yes,
        yes if pact["defence"] and in_march_1969 else no,
        no,
        no,
    ]


def alliance_duties() -> list[str]:
    """Key of alliance-duties: what each treaty asks for in the case that its item tells."""
    treaties = _treaties()
    duty = {True: "military help", False: "talks or restraint, and no military help"}

    def asked(treaty: str, fits: bool = True) -> str:
        return duty[bool(treaties["defence"][treaty]) and fits]

    return [
        asked("china-russia-2001"),
        asked("china-dprk-1961"),
        asked("china-ussr-1950", "Japan" not in treaties["trigger"]["china-ussr-1950"]),
        "nothing for this case",
        asked("russia-dprk-2024"),
        asked("russia-iran-2025"),
    ]


def _answers(side: str, voice: str = "official") -> pd.DataFrame:
    """Dated answers of one side to the question whether the two are allies."""
    said = table("alliance-words")
    return said[(said["side"] == side) & (said["voice"] == voice)]


def alliance_moves() -> list[str]:
    """Key of alliance-moves: what the dated answers bear out, rule out, or leave open."""
    china, russia = _answers("China"), _answers("Russia")
    after = china[china["date"] == "2024-11-08"]["answer"].tolist()
    late = set(russia[russia["date"] >= "2022-02-24"]["answer"])
    xi = table("alliance-words").set_index("date")["voice"]["2021-12-15"]

    def told(holds: bool) -> str:
        return "borne out" if holds else "ruled out"

    return [
        told(set(china["answer"]) <= {"no", "silent"}),
        told(after == ["no"]),
        "can't be decided" if xi == "reported" else "borne out",
        told("yes" in set(_answers("China", "scholar")["answer"])),
        told({"no", "yes"} <= late),
        "can't be decided",
    ]


def alliance_answers(side: str, answer: str) -> float:
    """How many times officials of ``"China"`` or ``"Russia"`` gave an answer of the table."""
    return float((_answers(side)["answer"] == answer).sum())


# debates/order-and-story


def order_output(country: str, year: int) -> float:
    """A country's part of the world's output at market prices, by ISO code, per cent."""
    money = table("gdp").pivot(index="year", columns="country_iso3", values="gdp_current_usd")
    return float(money[country][year] / money["WLD"][year] * 100)


def _quota(country: str, since: int) -> float:
    """A member's part of the Fund's quotas, by ISO code, in force from a year, per cent."""
    quotas = table("fund-quotas").set_index(["country_iso3", "year"])["quota_share"]
    return float(quotas[country, since])


def order_reform() -> list[bool]:
    """Key of order-reform: whom quotas by output alone would have helped, in the years that it offers."""
    offered = (2008, 2011, 2014, 2016, 2018, 2020, 2023)
    late = [year for year in offered if year >= 2016]
    short = {
        member: {year: order_output(member, year) > _quota(member, 2016) for year in offered}
        for member in ("CHN", "RUS", "USA")
    }
    rose = [m for m in set(table("fund-quotas")["country_iso3"]) if _quota(m, 2016) > _quota(m, 2011)]
    return [
        all(short["CHN"].values()) and all(short["RUS"].values()),
        all(_quota(member, 2011) < order_output(member, 2016) for member in rose),
        all(short["CHN"][year] and not short["RUS"][year] for year in late),
        not any(short["USA"][year] for year in late),
    ]


def order_dues_times() -> float:
    """Key of order-dues: China's part of the dues from 2025, as a multiple of that of 2004 to 2006."""
    dues = table("un-dues").set_index(["country_iso3", "year"])["share"]
    return float(dues["CHN", 2025] / dues["CHN", 2004])


def order_quota_times() -> float:
    """China's quota under the reform, as a multiple of that before."""
    return _quota("CHN", 2016) / _quota("CHN", 2011)


def order_voices() -> list[str]:
    """Key of order-voices: whose each position is, by its source and its holder."""
    positions = table("positions").set_index("id")

    def whose(position: str) -> str:
        if positions["source"][position] != "guan-2022":
            return "not in Guan"
        own = positions["holder"][position] == "Guan Guihai"
        return "Guan speaks himself" if own else "Guan reports somebody"

    return [whose(f"pos-{number}") for number in (167, 160, 169, 163, 166, 165)]


# debates/will-it-last


def _outcomes() -> pd.DataFrame:
    """The documents' forecasts and targets: a row per claim with its words, and how it held up."""
    asked = table("claims").query("kind in ['forecast', 'target']").set_index("id")
    found = [verdict(name) for name in asked.index]
    return asked.assign(
        held=["not judged" if each is None else each.verdict for each in found],
        why=["" if each is None else each.note for each in found],
    )


def last_forecasts() -> float:
    """How many forecasts and targets the ledger holds."""
    return float(len(_outcomes()))


def last_outcomes(words: str) -> float:
    """How many of them have a verdict of these words."""
    return float((_outcomes()["held"] == words).sum())


def last_dated(words: str) -> float:
    """How many of those that name a year have a verdict of these words."""
    found = _outcomes()
    return float((found["date"].notna() & (found["held"] == words)).sum())


def last_with_a_year() -> float:
    """How many of them name a year."""
    return float(_outcomes()["date"].notna().sum())


def last_verdicts() -> list[str]:
    """Key of last-verdicts: the ledger's own words."""
    asked = [
        "twins-013",
        "chinaplus-2019-020",
        "chinaplus-2019-025",
        "guan-2022-181",
        "twins-003",
        "twins-002",
    ]
    return [str(_outcomes().loc[name, "held"]) for name in asked]


def last_energy_part() -> float:
    """Energy, by the head of Rosneft, in what China bought from Russia in 2024 by China's count, per cent."""
    bought = table("trade").set_index("year")["china_imports_from_russia_usd_million"][2024] / 1000
    return _cited("energy-to-china-2024") / float(bought) * 100


def last_projects(stage: str) -> float:
    """How many projects stand at a stage on 28 February 2026, by their last report; all, if it is "all"."""
    stages = _stages("2026-02-28")
    return float(len(stages) if stage == "all" else (stages == stage).sum())


def _squared_misses(chances: dict[str, float]) -> list[float]:
    held = _outcomes()["held"]
    return [(chance - (held[name] == "held")) ** 2 for name, chance in chances.items()]


def last_score() -> float:
    """Key of last-score: the mean squared miss of eight in ten on trade, and nine on the treaty."""
    misses = _squared_misses({"chinaplus-2019-014": 0.8, "twins-002": 0.9})
    return round(sum(misses) / len(misses), 3)


def last_squared(tenths: int, happened: int) -> float:
    """The squared miss of a chance of so many tenths, when the thing happened (1) or did not (0)."""
    return (tenths / 10 - happened) ** 2


def last_usual_change() -> float:
    """Mean change of the first release from one year to the next, either way, 2017 to 2025, US$ billion."""
    return float(_first_releases().loc[2016:].diff().abs().mean())


def last_large_changes(billion: float) -> float:
    """In how many of those years the first release moved by more than so many billions."""
    return float((_first_releases().loc[2016:].diff().abs() > billion).sum())


def _leaders() -> dict[str, list[int]]:
    """The years, from 1993 to 2025, by who led China's Communist Party and Russia on 30 June."""
    terms = table("terms-of-office").fillna({"to_date": "9999"})
    pairs: dict[str, list[int]] = {}
    for year in range(1993, 2026):
        held = terms[(terms["from_date"] <= f"{year}-06-30") & (f"{year}-06-30" < terms["to_date"])]
        pairs.setdefault(", ".join(held.set_index("state_iso3")["person"].sort_index()), []).append(year)
    return pairs


def _by_leaders(later: int = 0) -> pd.DataFrame:
    """Mean yearly growth of trade while each pair was in office, or so many years later."""
    total = _china_count().combine_first(_first_releases())
    price = table("oil-price-annual").set_index("year")["brent_usd_per_barrel"]

    pairs = {
        pair: [year + later for year in years if year + later in total.index]
        for pair, years in _leaders().items()
    }

    def rate(line: pd.Series[float], years: Iterable[int]) -> float:
        ratios = (line / line.shift()).loc[list(years)]
        return (float(ratios.prod()) ** (1 / len(ratios)) - 1) * 100

    return pd.DataFrame(
        {
            "per cent a year": {pair: rate(total, years) for pair, years in pairs.items()},
            "US$ billion a year": {
                pair: float(total.diff().loc[years].mean()) for pair, years in pairs.items()
            },
            "barrels, per cent a year": {pair: rate(total / price, years) for pair, years in pairs.items()},
        }
    )


def last_growth(pair: str, view: str, later: int = 0) -> float:
    """Mean growth of trade while a pair was in office, or years later: in percent, billion or barrels."""
    found = _by_leaders(later)
    column = dict(zip(("percent", "billion", "barrels"), found, strict=True))[view]
    return float(found.loc[pair, column])


def last_leaders() -> list[bool]:
    """Key of last-leaders: what the three views say; the last option names a cause, which they do not."""
    first, last = _by_leaders().idxmax(), _by_leaders().idxmin()
    return [
        bool((first == "Xi, Putin").all()),
        bool((last == "Jiang, Yeltsin").all()),
        list(first.iloc[:2]) == ["Hu, Putin", "Xi, Putin"],
        False,
    ]


# debates/neighbours


def _turnover() -> pd.DataFrame:
    """Trade in billion dollars, by state; a column per partner and counter, such as CHN own."""
    trade = table("central-asia-trade").pivot_table(
        index="state", columns=["partner_iso3", "counted_by"], values="turnover_usd_billion"
    )
    trade.columns = [" ".join(names) for names in trade.columns]
    return trade.dropna()


def neigh_ratio(state: str, counted_by: str) -> float:
    """A state's trade with China, by its own count or China's, over its own count of that with Russia."""
    trade = _turnover().loc[state]
    return float(trade[f"CHN {counted_by}"] / trade["RUS own"])


def neigh_factor(state: str) -> float:
    """How many times as large China's count of its trade with a state is as the state's own."""
    trade = _turnover().loc[state]
    return float(trade["CHN China"] / trade["CHN own"])


def neigh_count() -> list[bool]:
    """Key of neigh-count: what the two counts bear out."""
    trade = _turnover()
    own, china = trade["CHN own"] / trade["RUS own"], trade["CHN China"] / trade["RUS own"]
    factor = trade["CHN China"] / trade["CHN own"]
    return [
        bool((own > 1).all() and (china > 1).all()),
        int(((own > 1) != (china > 1)).sum()) == 1,
        bool(factor.max() < 1.5 * factor.min()),
        bool((own >= 1.5).all()),
    ]


def neigh_rate(year: int) -> float:
    """Yuan per dollar, the mean of a year's months."""
    rates = table("exchange-rates-monthly").query("currency == 'CNY'")
    of_year = pd.to_datetime(rates["month"]).dt.year == year
    return float(rates.loc[of_year, "units_per_usd"].mean())


def neigh_dollars() -> float:
    """Answer of neigh-dollars: billion dollars that the yuan of 2013 were worth in 2013."""
    return _cited("neigh-ca-2013-yuan") / neigh_rate(2013)


def neigh_growth(partner: str) -> float:
    """Growth of China's trade in dollars from 2013 to 2024, per cent: central-asia, or russia."""
    if partner == "russia":
        first, last = float(_china_count()[2013]), _first_release(2024)
    else:
        first, last = neigh_dollars(), _cited("neigh-ca-2024")
    return (last / first - 1) * 100


def neigh_arms_years(first: int, last: int) -> float:
    """In how many years of a span Russia delivered more arms to India than to China."""
    return float((_arms("russia_to_india") > _arms()).loc[first:last].sum())


def neigh_barter() -> list[bool]:
    """Key of neigh-barter: what the votes on Crimea bear out."""
    votes = table("crimea-votes").set_index("day")
    china = votes["vote_chn"]
    rights = votes["subject"] == "rights"
    moved = votes.loc["2014-03-27"].eq("abstain") & votes.loc["2016-12-19"].eq("no")
    movers = moved[["vote_chn", "vote_ind", "vote_kaz", "vote_blr"]]
    return [
        bool((china.loc["2016-07":] == "no").all()),
        list(movers.index[movers]) == ["vote_chn"],
        bool(votes.loc[rights, ["vote_chn", "vote_ind", "vote_kaz"]].eq("no").all(axis=None))
        and all(
            set(votes.loc[china != votes[f"vote_{state}"], "subject"]) == {"military"}
            for state in ("ind", "kaz")
        ),
        bool((china == votes["vote_blr"]).all()),
    ]


# instructors/writing-exercises


def writing_signed() -> list[bool]:
    """Key of writing-multiple-choice: whether the table of sources has an author."""
    authors = table("sources").set_index("id")["author"].notna()
    return [bool(authors[d]) for d in ("guan-2022", "trenin-2019", "chinaplus-2019", "remarks", "twins")]


def writing_dates() -> list[str]:
    """Key of writing-ordering: the events' dates, which have to rise."""
    dates = table("events").set_index("id")["date"]
    return [str(dates[e]) for e in ("treaty-2001", "hundred-billion", "gas-launch", "heihe-traffic")]


def writing_kinds() -> list[str]:
    """Key of writing-classification, from what the ledger says each claim is."""
    kinds = table("claims").set_index("id")["kind"]
    boxes = {"figure": "a count", "target": "a target", "forecast": "a forecast"}
    return [boxes[kinds[f"chinaplus-2019-{number}"]] for number in ("014", "009", "025", "011")]


def writing_chinese_share_2018() -> float:
    """China's exports in the total of 2018 by China's count, per cent."""
    row = table("trade").set_index("year").loc[2018]
    sold = row["china_exports_to_russia_usd_million"]
    return float(sold / row["total_china_reported_usd_million"]) * 100


def writing_doubling() -> float:
    """Growth a year that doubles anything in ten, per cent."""
    return _yearly_rate(1, 2, 10)


def writing_fall_of_sales_2009() -> float:
    """Fall of China's exports to Russia by China's count, per cent."""
    return -_growth(table("trade").set_index("year")["china_exports_to_russia_usd_million"], 2009)


def writing_highest_step() -> list[bool]:
    """Key of writing-read: the year of the largest rise of China's exports to Russia from 2004 to 2008."""
    steps = table("trade").set_index("year")["china_exports_to_russia_usd_million"].diff().loc[2004:2008]
    return [year == steps.idxmax() for year in (2004, 2006, 2007, 2008)]
