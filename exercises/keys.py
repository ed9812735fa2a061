"""Keys and numbers that follow from the data.

A function takes no arguments and returns what an exercise's ``computed_by`` or a ``{value}`` in prose names:
a number, a list of booleans parallel to options, or a list of box names parallel to items.
"""

from __future__ import annotations

import pandas as pd

from seminar import table

# economics/trade


def _china_count() -> pd.Series[float]:
    """Total trade by China's count, revised series, US$ billion by year."""
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


def trade_years_in_band() -> float:
    """Years from 1992 to 2018 in which China's count lies between 50 and 60 billion."""
    return float(_china_count().loc[1992:2018].between(50, 60).sum())


def trade_years_in_band_russia() -> float:
    """The same by Russia's count, from 2006."""
    return float(_russia_count().loc[:2018].between(50, 60).sum())


def trade_mean_2003_2014() -> float:
    """Mean yearly total by China's count, US$ billion."""
    return float(_china_count().loc[2003:2014].mean())


def trade_fall_2009() -> float:
    """Fall of the total by China's count, per cent."""
    return -_growth(_china_count(), 2009)


def trade_fall_2015() -> float:
    """Fall of the total by China's count, per cent."""
    return -_growth(_china_count(), 2015)


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
    before = (
        table("trade-part-year").set_index(["year", "to_month"]).loc[(2018, 8), "total_usd_million"] / 1000
    )
    after = table("claims").set_index("id").loc["chinaplus-2019-011", "value"]
    return float(after / before - 1) * 100


def trade_eight_months_revised() -> float:
    """The same in the revised monthly series."""
    return (
        _months("CHN", "imf_dots_monthly", 2019, 8) / _months("CHN", "imf_dots_monthly", 2018, 8) - 1
    ) * 100


def trade_eight_months_russia() -> float:
    """The same by Russia's count."""
    return (_months("RUS", "rosstat_fcs", 2019, 8) / _months("RUS", "rosstat_fcs", 2018, 8) - 1) * 100


def trade_china_sales_to_world_2019() -> float:
    """Growth of China's exports to all countries in 2019, per cent."""
    sales = table("trade-exports").query("exporter_iso3 == 'CHN' and importer_iso3 == 'WLD'")
    return _growth(sales.set_index("year")["exports_fob_usd_million"], 2019)


def trade_russia_sales_to_world_fall_2019() -> float:
    """Fall of Russia's exports to all countries in 2019, per cent."""
    return -_growth(_russian_sales("WLD"), 2019)


def trade_balance_2009_china() -> float:
    """China's exports less its imports, by China's count, US$ billion."""
    row = table("trade").set_index("year").loc[2009]
    return (
        float(row["china_exports_to_russia_usd_million"] - row["china_imports_from_russia_usd_million"])
        / 1000
    )


def trade_balance_2009_russia() -> float:
    """The same balance by Russia's count: its imports from China less its exports to China, US$ billion."""
    row = table("trade").set_index("year").loc[2009]
    bought = row["russia_imports_from_china_usd_million_rosstat"]
    return float(bought - row["russia_exports_to_china_usd_million_rosstat"]) / 1000


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
    return [firsts == {2018}, firsts == {2019}, firsts == {2014}, len(firsts) > 1]


def trade_rank_statements() -> list[str]:
    """Key of trade-largest-partner, from Russia's count by country and Russia's sales."""
    totals = _partner_totals()
    rows = table("trade-monthly").query("source_id == 'rosstat_fcs' and flow == 'export'")
    sales = rows.groupby([rows["month"].dt.year, "partner_iso3"])["value_usd_million"].sum().unstack()
    nine = (totals.loc[2010:2018].idxmax(axis=1) == "CHN").all()
    ninth_before = totals.loc[2009].idxmax() == "CHN"
    best_customer = (sales.loc[2010:2018].idxmax(axis=1) == "CHN").all()
    europe_smaller = _russian_sales("EU27")[2018] < totals.loc[2018, "CHN"]
    after_2014 = totals.loc[2013].idxmax() != "CHN"
    said = [nine, ninth_before, best_customer, europe_smaller, after_2014]
    return ["borne out" if true else "ruled out" for true in said] + ["can't be decided"]


def trade_of_russian_gdp_2018() -> float:
    """Trade with China by Russia's count, in per cent of Russia's product."""
    gdp = table("gdp").set_index(["country_iso3", "year"])["gdp_current_usd"]
    return float(_russia_count()[2018] * 1e9 / gdp["RUS", 2018] * 100)


def trade_of_chinese_gdp_2018() -> float:
    """Trade with Russia by China's first release, in per cent of China's product."""
    gdp = table("gdp").set_index(["country_iso3", "year"])["gdp_current_usd"]
    return float(_first_releases()[2018] * 1e9 / gdp["CHN", 2018] * 100)


def trade_with_ukraine_2011() -> float:
    """Russia's count, US$ billion."""
    return float(_partner_totals().loc[2011, "UKR"])


def trade_with_ukraine_2018() -> float:
    """Russia's count, US$ billion."""
    return float(_partner_totals().loc[2018, "UKR"])


def trade_with_china_2009() -> float:
    """Russia's count, US$ billion."""
    return float(_partner_totals().loc[2009, "CHN"])


def trade_with_netherlands_2009() -> float:
    """Russia's count, US$ billion."""
    return float(_partner_totals().loc[2009, "NLD"])


def trade_with_germany_2009() -> float:
    """Russia's count, US$ billion."""
    return float(_partner_totals().loc[2009, "DEU"])


def trade_china_exports_fall_2015() -> float:
    """Fall of China's exports to Russia by China's count, per cent."""
    return -_growth(table("trade").set_index("year")["china_exports_to_russia_usd_million"], 2015)


def trade_china_imports_fall_2015() -> float:
    """Fall of China's imports from Russia by China's count, per cent."""
    return -_growth(table("trade").set_index("year")["china_imports_from_russia_usd_million"], 2015)


def trade_brent_fall_2025() -> float:
    """Fall of the yearly mean, per cent."""
    return -_growth(_brent(), 2025)


def trade_barrels_2015() -> float:
    """Change of the total in barrels of Brent from 2014 to 2015, per cent."""
    return _growth(_china_count() / _brent(), 2015)


def trade_barrels_2025() -> float:
    """The same from 2024 to 2025, on first releases."""
    return _growth(_first_releases() / _brent(), 2025)


def trade_rate_from_2018() -> float:
    """Growth a year that leads from the first release of 2018 to 200 billion in 2024, per cent."""
    return _yearly_rate(_first_releases()[2018], 200, 6)


def trade_rate_from_2019() -> float:
    """The same from the first release of 2019 in five years."""
    return _yearly_rate(_first_releases()[2019], 200, 5)


def trade_rate_2000_2018() -> float:
    """Growth a year by China's count, per cent."""
    return _yearly_rate(_china_count()[2000], _china_count()[2018], 18)


def trade_rate_2008_2018() -> float:
    """Growth a year by China's count, per cent."""
    return _yearly_rate(_china_count()[2008], _china_count()[2018], 10)


def trade_2024_at_4_5() -> float:
    """The total of 2024 at 4.5 per cent a year from the first release of 2018, US$ billion."""
    return float(_first_releases()[2018] * 1.045**6)


def trade_path_2021() -> float:
    """Where the even path from 2018 (first release) to 200 billion in 2024 stands in 2021, US$ billion."""
    start = _first_releases()[2018]
    return float(start * (200 / start) ** 0.5)


def trade_brent_rise_2021() -> float:
    """Rise of the yearly mean, per cent."""
    return _growth(_brent(), 2021)


def _words(document: str) -> float:
    return float(table("sources").set_index("id").loc[document, "words"])


def _limits(document: str) -> int:
    """How often a document's author names a limit, a problem or a doubt in his own voice."""
    own = table("positions").query("strength == 'concedes' and first_hand")
    return int((own["source"] == document).sum())


def density_of_limits() -> float:
    """How many times as often, word for word, the remarks name a limit as Guan does."""
    return (_limits("remarks") / _words("remarks")) / (_limits("guan-2022") / _words("guan-2022"))
