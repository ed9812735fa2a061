"""Right answers that look otherwise than the lab's own: the task, and what a student may write.

`solution` in an answer stands for the task's own solution.
"""

from __future__ import annotations

_SOLD = (
    "sold_china = exports.query(\"exporter_iso3 == 'CHN' and year == 2018\")"
    ".set_index('importer_iso3')['exports_fob_usd_million']\n"
)

OTHER_WAYS: dict[str, list[tuple[str, str]]] = {
    "load-and-tidy": [
        (
            "russia",
            "counted = trade['total_russia_reported_usd_million_rosstat']\n"
            "russia = pd.DataFrame({'usd_billion': counted / 1000})\n"
            "russia['year'], russia['counted_by'] = trade['year'], 'Russia'",
        ),
        ("russia", "solution\nrussia['usd_billion'] = russia['usd_billion'].round(1)"),
        (
            "tidy",
            "both = pd.concat([russia, china], ignore_index=True)\ntidy = both[both['usd_billion'].notna()]",
        ),
        (
            "first",
            "solution\nfirst = first[['usd_billion', 'year', 'counted_by']].sort_values('year')",
        ),
        ("in-2018", "in_2018 = pd.concat([each[each.year == 2018] for each in (first, russia, china)])"),
        (
            "because",
            "because = 'I take 107,06 billion, because a writer of 2019 could have seen that one.'",
        ),
    ],
    "index-and-growth": [
        ("index-2014", "index_2014 = (index_2010 / index_2010.loc[2014] * 100).round(1)"),
        ("growth-russia", "growth_russia = newest.pct_change(-1) * 100"),
        (
            "growth-russia",
            "growth_russia = pd.Series(\n"
            "    {year: newest[year] / newest[year - 1] * 100 - 100 for year in range(2007, 2022)}\n)",
        ),
        (
            "doubled",
            "doubled = []\nfor year in range(2000, 2018):\n    if total[2018] >= 2 * total[year]:\n"
            "        doubled.append(year)",
        ),
        ("average", "average = round(((total[2018] / total[2010]) ** 0.125 - 1) * 100, 1)"),
    ],
    "mirror-statistics": [
        (
            "russia-in",
            "rows = monthly[(monthly.reporter_iso3 == 'RUS') & (monthly.partner_iso3 == 'CHN')]\n"
            "rows = rows[(rows.flow == 'import') & (rows.source_id == 'rosstat_fcs')]\n"
            "russia_in = rows.groupby('year')['value_usd_million'].sum().round().reset_index()",
        ),
        ("to-russia", "to_russia = russia_in.merge(china_out, on='year', suffixes=('_russia', '_china'))"),
        ("to-russia", "solution\nto_russia['gap_percent'] = 0.0"),
        (
            "gap",
            "sides = to_russia.set_index('year')\n"
            "gap = ((sides.value_usd_million_russia / sides.value_usd_million_china - 1) * 100).round(1)",
        ),
        ("below", "below = [year for year in gap.index if gap[year] < 0]"),
    ],
    "shares-and-ranks": [
        (
            "share-china",
            _SOLD + "share_china = 100 * sold_china.drop(['WLD', 'EU27']).sort_values() / sold_china['WLD']",
        ),
        (
            "rank-china",
            "ordered = share_china.sort_values(ascending=False)\n"
            "rank_china = pd.Series(range(1, len(ordered) + 1), index=ordered.index)",
        ),
        (
            "among-states",
            "among_states = wide.drop(columns=['WLD', 'EU27'])"
            ".rank(axis=1, ascending=False).loc[2012:2020, 'CHN']",
        ),
        (
            "with-union",
            "without = ['WLD', 'DEU', 'FRA', 'ITA', 'NLD', 'POL', 'GBR']\n"
            "with_union = wide.drop(columns=without).T.rank(ascending=False).loc['CHN'].loc[2012:2020]",
        ),
    ],
    "annotate-a-chart": [
        (
            "ax-russia",
            "russia = trade['total_russia_reported_usd_million_rosstat'] / 1000\n"
            "fig_russia, ax_russia = plt.subplots()\nrussia.plot(ax=ax_russia)\n"
            "ax_russia.set(ylim=(0, 170), ylabel='bn $')",
        ),
        (
            "note",
            "solution\nnote = ax_russia.annotate('2015: fell by 28 % on 2014', (2015, russia[2015]))",
        ),
        (
            "ax-mine",
            "fig_mine, ax_mine = plt.subplots()\nax_mine.plot(china)\n"
            "ax_mine.set(ylim=(0, 300), ylabel='billion US dollars')\n"
            "ax_mine.annotate('2009: downward to 39 billion', (2009, china[2009]), xytext=(1994, 130))\n"
            "ax_mine.annotate('2024: 245 billion', (2024, china[2024]), xytext=(2006, 280))",
        ),
        (
            "words",
            "words = ['Trade rose from 6 billion dollars in 1992 to 245 billion in 2024, and fell twice.',\n"
            "         'As China counts it, in US$ of each year. What moved it, the line can not show.']",
        ),
    ],
}
