"""Three typical mistakes of each lab: the task, what a student writes, and the mistake as its check names it.

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
            "tidy",
            "tidy = pd.concat([china, russia]).fillna(0)",
            "nobody published, not that nothing was traded",
        ),
        (
            "first",
            "solution\nfirst['usd_billion'] = first['usd_billion'] / 1000",
            "in billions already, as its column's name says",
        ),
        ("in-2018", "in_2018 = pd.concat([tidy, tidy, first]).query('year == 2018')", "there are 5 rows"),
    ],
    "index-and-growth": [
        ("index-2014", "index_2014 = total / total.loc[2014]", "2014 is one, and not a hundred"),
        ("index-2014", "index_2014 = total / total.loc[2010] * 100", "2010 is still the base"),
        (
            "growth-russia",
            "growth_russia = newest.pct_change() * 100",
            "growth of 2020 is measured from 2021",
        ),
        ("doubled", "doubled = list(range(2000, 2008))", "The years that fit need not follow one another"),
        ("doubled", "doubled = list(range(2000, 2010))", "2008 is in your list, but"),
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
            "to-russia",
            "to_russia = china_out.merge(russia_in, on='year', how='outer', suffixes=('_china', '_russia'))",
            "years that only one side has",
        ),
        ("to-russia", "to_russia = china_out.merge(russia_in)", "no year agrees"),
        ("gap", "solution\ngap = -gap", "who does here?"),
        ("below", "below = list(gap[gap > 0].index)", "choose gaps below nought"),
    ],
    "shares-and-ranks": [
        (
            "share-china",
            "sold_china = exports.query(\"exporter_iso3 == 'CHN' and year == 2018\")"
            ".set_index('importer_iso3')['exports_fob_usd_million'].drop(['WLD', 'EU27'])\n"
            "share_china = sold_china / sold_china.sum() * 100",
            "your shares add up to a hundred",
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
    ],
    "annotate-a-chart": [
        ("ax-russia", "solution\nax_russia.set_ylim(20, 160)", "the axis begins at 20"),
        (
            "ax-russia",
            "russia = trade['total_russia_reported_usd_million_rosstat'].dropna()\n"
            "fig_russia, ax_russia = plt.subplots()\nax_russia.plot(russia.index, russia)",
            "drawn in millions",
        ),
        (
            "note",
            "fall_2015 = (russia.loc[2014] / russia.loc[2015] - 1) * 100\n"
            "note = ax_russia.annotate(f'2015: {fall_2015:.0f} %', xy=(2015, russia.loc[2015]))",
            "measured from 2015 back to 2014",
        ),
        (
            "ax-mine",
            "solution\nax_mine.annotate('2015: down 29 %, sanctions', xy=(2015, china.loc[2015]))",
            "says or hints why",
        ),
        (
            "words",
            "words = ['This chart shows trade from 1992 to 2024, when it came to 245 billion.', 'Trade.']",
            "begin with the finding",
        ),
    ],
}
