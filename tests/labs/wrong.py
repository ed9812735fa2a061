"""Typical mistakes of each lab: the task, what a student writes, and the mistake as its check names it.

`solution` in an answer stands for the task's own solution.
"""

from __future__ import annotations

WRONG: dict[str, list[tuple[str, str, str]]] = {
    "load-and-tidy": [
        (
            "russia",
            "russia = trade[['year', 'total_russia_reported_usd_million_rosstat']].rename("
            "columns={'total_russia_reported_usd_million_rosstat': 'usd_billion'})\n"
            "russia['counted_by'] = 'Russia'",
            "still in millions",
        ),
        (
            "russia",
            "solution\nrussia['usd_billion'] = trade['russia_imports_from_china_usd_million_rosstat'] / 1000",
            "figures of the column 'russia_imports_from_china_usd_million_rosstat'",
        ),
        ("russia", "solution\nrussia['usd_billion'] = russia['usd_billion'].astype(str)", "holds text"),
        (
            "tidy",
            "tidy = pd.concat([china, russia]).fillna(0)",
            "nobody published, not that nothing was traded",
        ),
        (
            "first",
            "solution\nfirst['usd_billion'] = first['usd_billion'] / 1000",
            "in billions already, as its column's name says",
        ),
        (
            "first",
            "first = pd.read_csv('trade-first-releases.csv')\n"
            "first = first.rename(columns={'growth_percent': 'usd_billion'})",
            "This is the column of growth",
        ),
        ("first", "first = pd.read_csv('trade.csv')", "these are the rows of trade.csv"),
        ("in-2018", "in_2018 = pd.concat([tidy, tidy, first]).query('year == 2018')", "there are 5 rows"),
        (
            "because",
            "because = 'It holds in each of the counts that I have, because all are above 100 billion.'",
            "is not in your table",
        ),
    ],
    "index-and-growth": [
        ("index-2014", "index_2014 = total / total.loc[2014]", "2014 is one, and not a hundred"),
        ("index-2014", "index_2014 = total / total.loc[2010] * 100", "2010 is still the base"),
        (
            "growth-russia",
            "growth_russia = newest.pct_change() * 100",
            "growth of 2020 is measured from 2021",
        ),
        ("growth-russia", "growth_russia = newest.sort_values().pct_change() * 100", "you sorted by size"),
        (
            "growth-russia",
            "growth_russia = newest.sort_index().diff()",
            "are these per cent of the year before",
        ),
        ("doubled", "doubled = list(range(2000, 2008))", "The years that fit need not follow one another"),
        ("doubled", "doubled = list(range(2000, 2010))", "2008 is in your list, but"),
        ("doubled", "doubled = ['2000', '2001']", "so they are text"),
        (
            "average",
            "average = ((total.loc[2018] / total.loc[2010]) ** 1 / 8 - 1) * 100",
            "and 1 / 8 between brackets",
        ),
        ("average", "average = growth.loc[2011:2018].mean()", "the mean of eight yearly rates"),
    ],
    "mirror-statistics": [
        (
            "russia-in",
            "russia_in = monthly[monthly.reporter_iso3 == 'RUS']"
            ".query(\"partner_iso3 == 'CHN' and flow == 'import'\")"
            ".groupby('year', as_index=False)['value_usd_million'].sum()",
            "two sources are added up",
        ),
        ("russia-in", "russia_in = russia_out.copy()", "these are Russia's exports"),
        (
            "russia-in",
            "russia_in = monthly.query(\"reporter_iso3 == 'RUS' and partner_iso3 == 'DEU'\").query(\n"
            "    \"flow == 'import' and source_id == 'rosstat_fcs'\"\n"
            ").groupby('year', as_index=False)['value_usd_million'].sum()",
            "these are goods from DEU",
        ),
        (
            "to-russia",
            "to_russia = china_out.merge(russia_in, on='year', how='outer', suffixes=('_china', '_russia'))",
            "years that only one side has",
        ),
        ("to-russia", "to_russia = china_out.merge(russia_in)", "no year agrees"),
        (
            "to-russia",
            "to_russia = russia_in.merge(china_out, on='year', suffixes=('_china', '_russia'))",
            "Russia's figures stand under China's name",
        ),
        ("gap", "gap = to_china.set_index('year')['gap_percent']", "the gap of the worked table"),
        ("gap", "solution\ngap = -gap", "who does here?"),
        ("below", "below = list(gap[gap > 0].index)", "choose gaps below nought"),
        ("below", "below = list(gap[gap < 1].index)", "2015 is in your list"),
    ],
    "shares-and-ranks": [
        (
            "share-china",
            "sold_china = exports.query(\"exporter_iso3 == 'CHN' and year == 2018\")"
            ".set_index('importer_iso3')['exports_fob_usd_million'].drop(['WLD', 'EU27'])\n"
            "share_china = sold_china / sold_china.sum() * 100",
            "your shares add up to a hundred",
        ),
        (
            "share-china",
            "sold_china = exports.query(\"exporter_iso3 == 'CHN' and year == 2018\")"
            ".set_index('importer_iso3')['exports_fob_usd_million']\n"
            "share_china = (sold_china / sold_china.sum() * 100).drop(['WLD', 'EU27'])",
            "the world and the Union stand beside their parts",
        ),
        (
            "share-china",
            "sold_china = exports.query(\"exporter_iso3 == 'CHN' and year == 2017\")"
            ".set_index('importer_iso3')['exports_fob_usd_million']\n"
            "share_china = (sold_china / sold_china.loc['WLD'] * 100).drop(['WLD', 'EU27'])",
            "these are the shares of 2017",
        ),
        ("share-china", "share_china = share.copy()", "these are Russia's sales"),
        ("rank-china", "rank_china = share_china.rank().astype(int)", "number one is the smallest buyer"),
        (
            "among-states",
            "among_states = wide.loc[2012:2020].rank(axis=1, ascending=False)['CHN'].astype(int)",
            "the world and the Union are on the list",
        ),
        (
            "among-states",
            "among_states = wide.loc[2012:2020].drop(columns='WLD')"
            ".rank(axis=1, ascending=False)['CHN'].astype(int)",
            "the world or the Union is on the list",
        ),
        (
            "among-states",
            "among_states = wide.loc[2012:2020].drop(columns=['WLD', 'EU27']).rank(axis=1)['CHN']",
            "count from the smallest buyer",
        ),
        (
            "among-states",
            "among_states = wide.loc[2012:2020].drop(columns=['WLD', 'EU27'])"
            ".rank(ascending=False)['CHN'].astype(int)",
            "compare China's years with each other",
        ),
        (
            "with-union",
            "with_union = wide.loc[2012:2020].drop(columns='WLD')"
            ".rank(axis=1, ascending=False)['CHN'].astype(int)",
            "their purchases count twice",
        ),
        (
            "with-union",
            "with_union = wide.loc[2012:2020].drop(columns=['DEU', 'FRA', 'ITA', 'NLD', 'POL'])"
            ".rank(axis=1, ascending=False)['CHN'].astype(int)",
            "the whole world is on your list",
        ),
        ("with-union", "with_union = among_states", "the Union is not on your list"),
    ],
    "annotate-a-chart": [
        ("ax-russia", "solution\nax_russia.set_ylim(20, 160)", "the axis begins at 20"),
        (
            "ax-russia",
            "russia = trade['total_russia_reported_usd_million_rosstat'].dropna()\n"
            "fig_russia, ax_russia = plt.subplots()\nax_russia.plot(russia.index, russia)",
            "drawn in millions",
        ),
        ("ax-russia", "solution\nax_russia.set_ylabel('US$ million')", "the line is in billions"),
        (
            "note",
            "fall_2015 = (russia.loc[2014] / russia.loc[2015] - 1) * 100\n"
            "note = ax_russia.annotate(f'2015: {fall_2015:.0f} %', xy=(2015, russia.loc[2015]))",
            "measured from 2015 back to 2014",
        ),
        (
            "note",
            "solution\nnote = ax_russia.annotate('2015: 28 %', xy=(2015, russia.loc[2015]))",
            "reads like a rise",
        ),
        (
            "ax-mine",
            "solution\nax_mine.annotate('2015: down 29 %, sanctions', xy=(2015, china.loc[2015]))",
            "says or hints why",
        ),
        (
            "ax-mine",
            "solution\nax_mine.annotate('2015: -40 %', xy=(2015, china.loc[2015]), xytext=(2000, 150))",
            "is neither the trade of 2015 in billions nor its change",
        ),
        (
            "words",
            "words = ['This chart shows trade from 1992 to 2024, when it came to 245 billion.', 'Trade.']",
            "begin with the finding",
        ),
    ],
}
