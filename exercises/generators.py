"""What makes an exercise's variants: other numbers and choices for each student, drawn from the data.

A function gets ``pick``, which draws (``pick.among(list)``, ``pick.several(list, count)``,
``pick.whole(low, high)``), and returns ``{"texts": {name: text}}`` for the places marked ``<<name>>`` in the
exercise, and the fields that change with them, such as ``answer`` and ``bands``. Draw from nothing but
``pick``: the same seed has to give the same exercise everywhere.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from seminar import table
from seminar.exercises.variants import Pick

# economics/trade


def growth_between(pick: Pick) -> dict[str, Any]:
    """Growth of the total between two years up to 2018, by China's count as revised, in per cent.

    Students compute from totals in billions with two decimals, and so does the key.
    """
    counts = table("trade").set_index("year")
    total = counts["total_china_reported_usd_million"].map(lambda million: _rounded(million / 1000, 2))
    russia = counts["total_russia_reported_usd_million_rosstat"].dropna()
    years = range(2003, 2019)
    spans = [(start, end) for start in years for end in years if 3 <= end - start <= 8]
    start, end = pick.among([span for span in spans if abs(_growth(total, *span)) >= 10])
    first, last, span, growth = total[start], total[end], end - start, _growth(total, start, end)
    answer = _rounded(growth, 1)
    mistakes = [
        (_rounded(growth, 0), 0.01, 75, "Right as a whole number. The question asks for one decimal."),
        (last - first, 0.06, 0, "That is how many billions were added. Divide it by the total of <<start>>."),
        (last / first * 100, 0.06, 50, "That is <<end>> as a percentage of <<start>>. Take away 100."),
        (growth / 100, 0.006, 75, "That is the growth as a fraction. Times 100."),
        (last / first, 0.006, 50, "That is the ratio. Take away 1 and multiply by 100."),
        (
            (1 - first / last) * 100,
            0.06,
            25,
            "You divided by the total of <<end>>. Growth is measured on the year from which it starts.",
        ),
        (
            ((last / first) ** (1 / span) - 1) * 100,
            0.06,
            25,
            "That is growth *a year*. The question asks for all <<span>> years together.",
        ),
        (growth / span, 0.06, 25, "You divided by the number of years. The question asks for all of them."),
        (-growth, 0.06, 50, "The size is right, the sign is not: which of the two totals is larger?"),
    ]
    if start in russia:
        by_russia = _growth(russia, start, end)
        mistakes.append((by_russia, 0.06, 25, "That is Russia's count. The question gives China's."))
    return {
        "texts": {
            "start": str(start),
            "end": str(end),
            "span": str(span),
            "first": f"{first:.2f}",
            "last": f"{last:.2f}",
            "ratio": f"{last / first:.4f}",
            "growth": _printed(growth),
            "next": str(start + 1),
            "growth_from_next": _printed(_growth(total, start + 1, end)),
        },
        "answer": answer,
        "bands": _bands(answer, 0.06, mistakes),
    }


def _growth(total: pd.Series[float], start: int, end: int) -> float:
    """Per cent from one year to another."""
    return float(total[end] / total[start] - 1) * 100


def _bands(
    answer: float, tolerance: float, mistakes: list[tuple[float, float, int, str]]
) -> list[dict[str, Any]]:
    """A band about each mistake (number, how far off, credit in per cent, feedback), where it is free."""
    taken = [(answer - tolerance, answer + tolerance)]
    bands = []
    for number, off, credit, feedback in mistakes:
        low, high = _rounded(number - off, 3), _rounded(number + off, 3)
        if all(high < begin or end < low for begin, end in taken):
            taken.append((low, high))
            bands.append({"from": low, "to": high, "credit": credit, "feedback": feedback})
    return bands


def _rounded(number: float, places: int) -> float:
    """As readers round: half up."""
    return float(Decimal(repr(float(number))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def _printed(number: float) -> str:
    """With one decimal, a fall with a true minus sign."""
    return f"{_rounded(number, 1):.1f}".replace("-", "\u2212")


# sources/five-documents

DATED = ["tongjiang-rails", "target-2019", "heihe-structure", "gas-launch", "pandemic", "first-release-2020"]
DATED += ["heihe-joined", "joint-statement-2022", "invasion", "es-11-1", "carnegie-moscow-closed"]
"""Events of one day, none of them in the months in which Guan may have finished."""


def texts_after_event(pick: Pick) -> dict[str, Any]:
    """Which dated texts can know of an event: those that were finished, printed or posted after its day."""
    event = table("events").set_index("id").loc[pick.among(DATED)]
    sources = table("sources").set_index("id")
    trenin, radio, guan = (sources.loc[id] for id in ("trenin-2019", "chinaplus-2019", "guan-2022"))
    finished = f"between {_date(guan['date_written'])} and {_date(guan['date_written_end'])}"
    moments = [
        ("Trenin's opinion piece, when it was reposted", trenin["date_reposted"], ""),
        ("The commentary of China Plus, when it appeared", radio["date_published"], ""),
        ("Guan's article, when he finished it", guan["date_written"], f"by its contents {finished}"),
        ("Guan's article, when it was posted", guan["date_reposted"], ""),
    ]
    day = _date(event["date"])
    options = []
    for text, date, inferred in moments:
        later = date > event["date"]
        feedback = f"That was {inferred or f'on {_date(date)}'}, {'after' if later else 'before'} {day}."
        options.append({"text": text, "correct": later, "feedback": feedback})
    days = sorted([event["date"], *(date for _, date, _ in moments)])
    row = [f"**{day}**" if date == event["date"] else _date(date) for date in days]
    return {
        "texts": {"day": day, "event": event["title"], "row": ", ".join(row)},
        "options": options,
    }


def _date(iso: str) -> str:
    """As people write a day or a month: ``2019-06-05`` is ``5 June 2019``."""
    moment = pd.Timestamp(iso)
    month = f"{moment.month_name()} {moment.year}"
    return month if len(iso) == 7 else f"{moment.day} {month}"
