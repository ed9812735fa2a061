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
}
