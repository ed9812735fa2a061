"""What makes an exercise's variants: other numbers and choices for each student, drawn from the data.

A function gets ``pick``, which draws (``pick.among(list)``, ``pick.several(list, count)``,
``pick.whole(low, high)``), and returns ``{"texts": {name: text}}`` for the places marked ``<<name>>`` in the
exercise, and the fields that change with them, such as ``answer`` and ``bands``. Draw from nothing but
``pick``: the same seed has to give the same exercise everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any, TypeVar

import pandas as pd

from seminar import table
from seminar.exercises.variants import Pick

T = TypeVar("T")

# economics/trade


def growth_between(pick: Pick) -> dict[str, Any]:
    """Growth of the total between two years up to 2018, by China's count as revised, in per cent.

    Students compute from totals in billions with two decimals, and so does the key.
    """
    made = _growth_between(pick, "total_china_reported_usd_million", "total of")
    counts = table("trade").set_index("year")
    total = counts["total_china_reported_usd_million"].map(lambda million: _rounded(million / 1000, 2))
    start = int(made["texts"]["start"])
    made["texts"]["next"] = str(start + 1)
    made["texts"]["growth_from_next"] = _printed(_growth(total, start + 1, int(made["texts"]["end"])))
    return made


def _growth_between(pick: Pick, column: str, what: str) -> dict[str, Any]:
    """Growth of a column of ``trade`` between two years from 2003 to 2018; ``what`` stands before a year."""
    counts = table("trade").set_index("year")
    total = counts[column].map(lambda million: _rounded(million / 1000, 2))
    years = range(2003, 2019)
    spans = [(start, end) for start in years for end in years if 3 <= end - start <= 8]
    start, end = pick.among([span for span in spans if abs(_growth(total, *span)) >= 10])
    first, last, span, growth = total[start], total[end], end - start, _growth(total, start, end)
    answer = _rounded(growth, 1)
    mistakes = [
        (_rounded(growth, 0), 0.01, 75, "Right as a whole number. The question asks for one decimal."),
        (last - first, 0.06, 0, f"That is how many billions were added. Divide it by the {what} <<start>>."),
        (last / first * 100, 0.06, 50, "That is <<end>> as a percentage of <<start>>. Take away 100."),
        (growth / 100, 0.006, 75, "That is the growth as a fraction. Times 100."),
        (last / first, 0.006, 50, "That is the ratio. Take away 1 and multiply by 100."),
        (
            (1 - first / last) * 100,
            0.06,
            25,
            f"You divided by the {what} <<end>>. Growth is measured on the year from which it starts.",
        ),
        (
            ((last / first) ** (1 / span) - 1) * 100,
            0.06,
            25,
            "That is growth *a year*. The question asks for all <<span>> years together.",
        ),
        (growth / span, 0.06, 25, "You divided by the number of years. The question asks for all of them."),
        (
            -growth,
            0.06,
            50,
            "The size is right, the sign is not: which of the two years has the larger figure?",
        ),
    ]
    for other, feedback in _OTHER_COUNTS[column]:
        counted = counts[other].dropna()
        if start in counted and end in counted:
            mistakes.append((_growth(counted, start, end), 0.06, 25, feedback))
    return {
        "texts": {
            "start": str(start),
            "end": str(end),
            "span": str(span),
            "first": f"{first:.2f}",
            "last": f"{last:.2f}",
            "ratio": f"{last / first:.4f}",
            "growth": _printed(growth),
        },
        "answer": answer,
        "bands": _bands(answer, 0.06, mistakes),
    }


def final_a_growth(pick: Pick) -> dict[str, Any]:
    """Growth of what China sold to Russia between two years, by China's count."""
    return _growth_between(pick, "china_exports_to_russia_usd_million", "figure of")


def final_b_growth(pick: Pick) -> dict[str, Any]:
    """Growth of what China bought from Russia, likewise."""
    return _growth_between(pick, "china_imports_from_russia_usd_million", "figure of")


_RUSSIA_S = "That is Russia's count. The question gives China's."
_OTHER_COUNTS = {
    "total_china_reported_usd_million": [("total_russia_reported_usd_million_rosstat", _RUSSIA_S)],
    "china_exports_to_russia_usd_million": [
        ("russia_imports_from_china_usd_million_rosstat", _RUSSIA_S),
        (
            "china_imports_from_russia_usd_million",
            "That is what China bought. The question is of what it sold.",
        ),
    ],
    "china_imports_from_russia_usd_million": [
        ("russia_exports_to_china_usd_million_rosstat", _RUSSIA_S),
        (
            "china_exports_to_russia_usd_million",
            "That is what China sold. The question is of what it bought.",
        ),
    ],
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


def _date(when: str | pd.Timestamp) -> str:
    """As people write a day or a month: ``2019-06-05`` is ``5 June 2019``."""
    moment = pd.Timestamp(when)
    month = f"{moment.month_name()} {moment.year}"
    return month if isinstance(when, str) and len(when) == 7 else f"{moment.day} {month}"


# the weekly sets and the final test: exercises/sets.yml, exercises/final-test.yml

Sentence = tuple[str, bool, str]
"""What a table bears out or not: the sentence, whether it does, and what to say to who thinks otherwise."""


def _mixed(pick: Pick, things: Sequence[T]) -> list[T]:
    return pick.several(things, len(things))


def _options(pick: Pick, sentences: list[Sentence], count: int = 5) -> list[dict[str, Any]]:
    """Options drawn from sentences, at least one of them true and two not."""
    true = [each for each in sentences if each[1]]
    wrong = [each for each in sentences if not each[1]]
    drawn = [*pick.several(true, 1), *pick.several(wrong, 2)]
    drawn += pick.several([each for each in sentences if each not in drawn], count - len(drawn))
    return [
        {"text": text, "correct": correct, "feedback": feedback}
        for text, correct, feedback in _mixed(pick, drawn)
    ]


def _tenths(number: float) -> str:
    """With one decimal, half up, as in the tables above the sentences."""
    return f"{_rounded(number, 1):.1f}"


def _rows(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


# events in their order

_TURNS = ["alliance-1950", "stalin-dies", "secret-speech", "khrushchev-beijing-1958", "experts-recalled"]
_TURNS += ["letter-june-1963", "kosygin-mao-1965", "airport-1969", "nixon-1972", "vietnam-treaty-1978"]
_TURNS += ["tashkent-1982", "vladivostok-1986", "gorbachev-beijing-1989", "border-1991"]
_TURNS_A = [
    "mao-moscow-1949",
    "korea-attack-1950",
    "voroshilov-beijing-1957",
    "liu-moscow-1960",
    "treaty-1961",
]
_TURNS_A += ["letter-july-1963", "zhenbao-first", "china-vietnam-1979", "talks-1982", "troops-1990"]
_TURNS_B = ["relations-1949", "alliance-in-force", "mao-moscow-1957", "tsedenbal-1962", "zhou-moscow-1964"]
_TURNS_B += [
    "mongolia-1965",
    "border-talks-1969",
    "afghanistan-1979",
    "normalisation-1989",
    "recognition-1991",
]


def set_turning_points(pick: Pick) -> dict[str, Any]:
    """Six events of 1949 to 1991, each at least a year from the others."""
    return _in_order(pick, _TURNS)


def final_a_turning_points(pick: Pick) -> dict[str, Any]:
    """Six others."""
    return _in_order(pick, _TURNS_A)


def final_b_turning_points(pick: Pick) -> dict[str, Any]:
    """Six others again."""
    return _in_order(pick, _TURNS_B)


def _in_order(pick: Pick, pool: Sequence[str]) -> dict[str, Any]:
    events = table("events").set_index("id")
    dated = [(pd.Timestamp(events.loc[name, "date"]), name) for name in pool]
    drawn: list[tuple[pd.Timestamp, str]] = []
    for day, name in _mixed(pick, dated):
        if len(drawn) < 6 and all(abs(day - other).days >= 365 for other, _ in drawn):
            drawn.append((day, name))
    drawn.sort()
    steps = [(events.loc[name, "title"], _date(events.loc[name, "date"])) for _, name in drawn]
    return _steps(steps, [day for day, _ in drawn])


def _steps(steps: list[tuple[str, str]], days: Sequence[pd.Timestamp]) -> dict[str, Any]:
    """Items to order: what happened and its day as people write it; and the two that are nearest."""
    gaps = [after - before for before, after in pairwise(days)]
    first = gaps.index(min(gaps))
    one, other = sorted([steps[first][0], steps[first + 1][0]])
    items = [{"text": f"{title}.", "note": f"{date[:1].upper()}{date[1:]}."} for title, date in steps]
    return {"texts": {"one": one, "other": other}, "items": items}


def set_texts_in_order(pick: Pick) -> dict[str, Any]:
    """Three texts and three events of their years, at least three weeks apart."""
    sources, events = table("sources").set_index("id"), table("events").set_index("id")
    days = {
        "China Plus broadcasts its commentary": sources.loc["chinaplus-2019", "date_published"],
        "Trenin's opinion piece is reposted": sources.loc["trenin-2019", "date_reposted"],
        "Guan's article is posted where our copy comes from": sources.loc["guan-2022", "date_reposted"],
    }
    drawn = [(pd.Timestamp(date), text, f"{_date(date)}, by its card") for text, date in days.items()]
    for name in _mixed(pick, DATED):
        date = events.loc[name, "date"]
        apart = all(abs((pd.Timestamp(date) - day).days) >= 21 for day, *_ in drawn)
        if len(drawn) < 6 and apart:
            drawn.append((pd.Timestamp(date), events.loc[name, "title"], _date(date)))
    drawn.sort()
    return _steps([(title, date) for _, title, date in drawn], [day for day, *_ in drawn])


# who says it

_OWN = {
    "guan-2022": "Guan, in his own article",
    "trenin-2019": "Trenin, in his own article",
    "chinaplus-2019": "China Plus, the radio's commentary",
    "remarks": "the unsigned remarks",
    "twins": "the web essay, in its own voice",
}
_REPORTED = {
    "guan-2022": "somebody else, as reported by Guan",
    "twins": "others, as reported by the web essay",
}
_VIEWS = [
    "pos-042",
    "pos-145",
    "pos-060",
    "pos-107",
    "pos-085",
    "pos-158",
    "pos-063",
    "pos-054",
    "pos-084",
    "pos-034",
]
_VIEWS_A = ["pos-003", "pos-144", "pos-010", "pos-057", "pos-112", "pos-140", "pos-023", "pos-053", "pos-059"]
_VIEWS_A += ["pos-167", "pos-101"]
_VIEWS_B = ["pos-041", "pos-068", "pos-045", "pos-156", "pos-129", "pos-152", "pos-017", "pos-143", "pos-083"]
_VIEWS_B += ["pos-165", "pos-114"]
"""Positions that no other of the five texts takes, in words that do not name their holder."""


def set_who_says(pick: Pick) -> dict[str, Any]:
    """Five views, three of them in their holders' own texts, two reported."""
    return _who_says(pick, _VIEWS)


def final_a_who_says(pick: Pick) -> dict[str, Any]:
    """Five others."""
    return _who_says(pick, _VIEWS_A)


def final_b_who_says(pick: Pick) -> dict[str, Any]:
    """Five others again."""
    return _who_says(pick, _VIEWS_B)


def _who_says(pick: Pick, pool: Sequence[str]) -> dict[str, Any]:
    positions = table("positions").set_index("id").loc[list(pool)]
    own, reported = positions[positions["first_hand"]], positions[~positions["first_hand"]]
    drawn = [pick.among(list(own.index[own["source"] == text])) for text in pick.several(list(_OWN), 3)]
    drawn += pick.several(list(reported.index), 2)
    pairs = []
    for name in _mixed(pick, drawn):
        row = positions.loc[name]
        if row["first_hand"]:
            right, said = _OWN[row["source"]], "Nobody is reported there. Who speaks?"
        else:
            right, said = _REPORTED[row["source"]], "Whose view is it there, and who tells us of it?"
        pairs.append(
            {"left": row["position"], "right": right, "feedback": f"Open {{position}}`{name}`. {said}"}
        )
    used = {pair["right"] for pair in pairs}
    extra = [right for right in [*_OWN.values(), *_REPORTED.values()] if right not in used]
    return {
        "texts": {"row": "; ".join(f"{{position}}`{name}`" for name in sorted(drawn))},
        "pairs": pairs,
        "extra": extra,
    }


# how long after a name was taken

_LABELS = ["label-friendly", "label-constructive", "label-strategic", "label-comprehensive", "label-new-era"]
_STAGES = {
    "border-1991": "the agreement on the eastern section is signed",
    "demarcation-1997": "the eastern section is declared marked",
    "border-1994": "the agreement on the western section is signed",
    "west-marked-1998": "the western section is marked on the ground",
    "border-2004": "the agreement on the last islands is signed",
    "exchange-2005": "the ratifications of that agreement are exchanged",
    "border-in-force-2008": "the last protocol comes into force",
}
_TREATY = {
    "sco-2001": "six states found the Shanghai Cooperation Organisation",
    "treaty-2001": "the treaty of good-neighbourliness is signed",
    "treaty-in-force": "the treaty of good-neighbourliness comes into force",
    "peace-mission-2005": "the first joint exercise on land, at sea and in the air begins",
}


def set_label_gap(pick: Pick) -> dict[str, Any]:
    """Months from a name of the partnership to a treaty, an organisation or an exercise."""
    return _label_gap(pick, _LABELS, _TREATY)


def final_a_label_gap(pick: Pick) -> dict[str, Any]:
    """Months from one of three names to a step of the border's settlement."""
    return _label_gap(pick, _LABELS[::2], _STAGES)


def final_b_label_gap(pick: Pick) -> dict[str, Any]:
    """Months from one of the two other names to such a step."""
    return _label_gap(pick, _LABELS[1::2], _STAGES)


def _label_gap(pick: Pick, labels: Sequence[str], stages: Mapping[str, str]) -> dict[str, Any]:
    events = table("events").set_index("id")
    names = {name: re.sub(".*“(.*)”.*", r"\1", events.loc[name, "title"]) for name in _LABELS}
    days = {name: pd.Timestamp(events.loc[name, "date"]) for name in [*_LABELS, *stages]}

    def months(label: str, stage: str) -> float:
        begin, end = days[label], days[stage]
        return float((end.year - begin.year) * 12 + end.month - begin.month)

    pairs = [(label, stage) for label in labels for stage in stages if abs(months(label, stage)) >= 4]
    label, stage = pick.among(pairs)
    answer = months(label, stage)
    mistakes = [
        (
            -answer,
            1,
            50,
            "The size is right. The sign says which came first: a step before the name has a minus.",
        )
    ]
    mistakes += [
        (months(label, other), 1, 25, f"That is the way to another line: *{stages[other]}*.")
        for other in stages
        if other != stage
    ]
    mistakes += [
        (months(other, stage), 1, 25, f"You began with another name: *{names[other]}*.")
        for other in _LABELS
        if other != label
    ]
    mistakes.append((answer / 12, 0.2, 50, "That is years. The question asks for months."))
    told = {**{name: f"the name *{names[name]}*" for name in _LABELS}, **stages}
    rows = [
        (_date(events.loc[name, "date"]), told[name]) for name in sorted(told, key=lambda name: days[name])
    ]
    came = "after" if answer > 0 else "before"
    return {
        "texts": {
            "rows": _rows(["Day", "What"], rows),
            "label": names[label],
            "stage": stages[stage],
            "from": _date(events.loc[label, "date"]),
            "to": _date(events.loc[stage, "date"]),
            "count": f"{abs(answer):.0f}",
            "years": f"{_tenths(abs(answer) / 12)}",
            "came": came,
        },
        "answer": answer,
        "bands": _bands(answer, 1, mistakes),
    }


# votes

_MEMBERS = 193
_VOTERS = {
    "chn": "China",
    "ind": "India",
    "kaz": "Kazakhstan",
    "blr": "Belarus",
    "rus": "Russia",
    "usa": "United States",
}
_VOTES_B = [
    "Humanitarian consequences of the aggression against Ukraine",
    "Territorial integrity of Ukraine: defending the principles of the Charter",
    "Furtherance of remedy and reparation for aggression against Ukraine",
    "The path to peace",
    "Return of Ukrainian children",
]
"""One of them China voted against, and on one the United States did not vote yes: so with the others."""
_CAST = {"yes": "yes", "no": "no", "abstain": "abstained"}


def final_a_votes(pick: Pick) -> dict[str, Any]:
    """Two of five texts of the Assembly's emergency session on the war."""
    votes = table("ukraine-votes").query("emergency_session")
    return _votes(pick, votes[~votes["title"].isin(_VOTES_B)])


def final_b_votes(pick: Pick) -> dict[str, Any]:
    """Two of the five others."""
    votes = table("ukraine-votes").query("emergency_session")
    return _votes(pick, votes[votes["title"].isin(_VOTES_B)])


def _votes(pick: Pick, votes: pd.DataFrame) -> dict[str, Any]:
    first, last = sorted(pick.several(range(len(votes)), 2))
    two = [votes.iloc[first], votes.iloc[last]]
    states = [state for state in _VOTERS if all(pd.notna(vote[f"vote_{state}"]) for vote in two)]
    head = ["Vote", "*earlier*", "*later*"]
    rows = [["for", *(vote["yes"] for vote in two)], ["against", *(vote["no"] for vote in two)]]
    rows += [["abstained", *(vote["abstain"] for vote in two)]]
    rows += [[_VOTERS[state], *(_CAST[vote[f"vote_{state}"]] for vote in two)] for state in states]
    return {
        "texts": {
            "earlier": f"*{two[0]['title']}* ({_date(two[0]['day'])})",
            "later": f"*{two[1]['title']}* ({_date(two[1]['day'])})",
            "rows": _rows(head, rows),
            "shares": " and ".join(f"{_tenths(vote['yes'] / _MEMBERS * 100)}" for vote in two),
            "cast": " and ".join(f"{_tenths(_of_cast(vote))}" for vote in two),
        },
        "options": _options(pick, [*_of_numbers(two), *_of_states(two, states), _NO_REASON]),
    }


_NO_REASON = (
    "The table shows why China voted as it did on the later text.",
    False,
    "A vote has no reason in it. What China gave as its reason is a statement of China's, and not here.",
)


def _of_cast(vote: pd.Series[Any]) -> float:
    """Per cent of those who said yes or no that said yes."""
    return float(vote["yes"] / (vote["yes"] + vote["no"]) * 100)


def _of_numbers(two: Sequence[pd.Series[Any]]) -> list[Sentence]:
    found: list[Sentence] = []
    for vote, which in zip(two, ("earlier", "later"), strict=True):
        share = vote["yes"] / _MEMBERS * 100
        found.append(
            (
                f"More than half of the {_MEMBERS} members voted for the {which} text.",
                bool(share > 50),
                f"{vote['yes']} of {_MEMBERS} are {_tenths(share)} per cent. "
                "Abstentions and empty seats count among the members.",
            )
        )
        cast = _of_cast(vote)
        found.append(
            (
                f"Of those who said yes or no to the {which} text, more than nine in ten said yes.",
                cast > 90,
                f"{vote['yes']} of {vote['yes'] + vote['no']} are {_tenths(cast)} per cent.",
            )
        )
    fewer = two[1]["yes"] < two[0]["yes"]
    found.append(
        (
            "Fewer states voted for the later text than for the earlier one.",
            bool(fewer),
            f"{two[0]['yes']} and then {two[1]['yes']}. What the two texts ask for is another matter.",
        )
    )
    if fewer:
        lost = two[0]["yes"] - two[1]["yes"]
        found.append(
            (
                f"Between the two, {lost} states changed their minds about the war.",
                False,
                "The two texts ask for different things. A state can hold to its view and vote otherwise.",
            )
        )
    return found


def _of_states(two: Sequence[pd.Series[Any]], states: Sequence[str]) -> list[Sentence]:
    def cast(state: str) -> list[str]:
        return [vote[f"vote_{state}"] for vote in two]

    def told(state: str) -> str:
        return f"{_VOTERS[state]}: {' and '.join(_CAST[vote] for vote in cast(state))}"

    found: list[Sentence] = []
    for state in ("ind", "kaz", "blr", "usa"):
        if state in states:
            name = "the United States" if state == "usa" else _VOTERS[state]
            alike = cast(state) == cast("chn")
            found.append(
                (
                    f"China and {name} cast the same votes on both texts.",
                    alike,
                    f"{told('chn')}. {told(state)}.",
                )
            )
    with_russia = cast("chn") == cast("rus")
    found.append(
        (
            "China cast the same votes as Russia on both texts.",
            with_russia,
            f"{told('chn')}. {told('rus')}.",
        )
    )
    changed = cast("chn")[0] != cast("chn")[1]
    found.append(
        ("China voted otherwise on the later text than on the earlier one.", changed, f"{told('chn')}.")
    )
    return found


# who buys

_BUYERS = {"BLR": "Belarus", "BRA": "Brazil", "CHN": "China", "DEU": "Germany", "FRA": "France"}
_BUYERS |= {"GBR": "the United Kingdom", "IND": "India", "ITA": "Italy", "JPN": "Japan", "KAZ": "Kazakhstan"}
_BUYERS |= {"KOR": "South Korea", "NLD": "the Netherlands", "POL": "Poland", "RUS": "Russia", "TUR": "Turkey"}
_BUYERS |= {"UKR": "Ukraine", "USA": "the United States", "VNM": "Vietnam"}
_WHOLE_YEARS = [
    1996,
    1998,
    2000,
    2002,
    2003,
    2005,
    2006,
    2007,
    2008,
    2012,
    2013,
    2014,
    2015,
    2016,
    2017,
    2018,
    2019,
    2020,
]
"""Years of which the copy of Russia's exports is whole."""


def final_a_rank(pick: Pick) -> dict[str, Any]:
    """What Russia sold to China and to others in two years."""
    return _rank(pick, "RUS", "CHN")


def final_b_rank(pick: Pick) -> dict[str, Any]:
    """What China sold to Russia and to others in two years."""
    return _rank(pick, "CHN", "RUS")


def _rank(pick: Pick, seller: str, buyer: str) -> dict[str, Any]:
    sold = table("trade-exports").query("exporter_iso3 == @seller")
    sold = sold.pivot_table(index="importer_iso3", columns="year", values="exports_fob_usd_million") / 1000
    spans = [(a, b) for a in _WHOLE_YEARS for b in _WHOLE_YEARS if 5 <= b - a <= 12]
    start, end = pick.among(spans)
    states = sold.loc[[state for state in _BUYERS if state in sold.index and state != buyer], end]
    listed = [buyer, *states.nlargest(4).index]
    listed = sorted(listed, key=lambda state: -sold.loc[state, end])
    rows = [
        ("the world", "WLD"),
        ("the 27 states of the EU", "EU27"),
        *((_BUYERS[each], each) for each in listed),
    ]
    shown = [[name, *(f"{_tenths(sold.loc[code, year])}" for year in (start, end))] for name, code in rows]
    one, other = _BUYERS[seller], _BUYERS[buyer]
    one, other = one[:1].upper() + one[1:], other
    mine, before, world = sold.loc[buyer, end], sold.loc[buyer, start], sold.loc["WLD"]
    share, earlier = mine / world[end] * 100, before / world[start] * 100
    top = listed[0]
    level = pick.among(
        [each for each in (1, 2, 3, 5, 8, 10, 12, 15) if abs(each - share) > 0.3 and each < 3 * share + 1]
    )
    union = sold.loc["EU27", end]
    times = pick.among([each for each in (2, 3, 4, 5, 6, 8) if abs(union / mine / each - 1) > 0.05])
    grown = (
        f"From {start} to {end} the share of {other} in {one}'s sales grew.",
        bool(share > earlier),
        f"{_tenths(earlier)} per cent, and then {_tenths(share)}.",
    )
    doubled = (
        f"From {start} to {end} what {one} sold to {other} more than doubled in dollars.",
        bool(mine > 2 * before),
        f"From {_tenths(before)} to {_tenths(mine)} billion. Dollars of one year are not dollars of another.",
    )
    sentences: list[Sentence] = [
        *([grown] if abs(share - earlier) > 0.3 else []),
        *([doubled] if abs(mine / before - 2) > 0.1 else []),
        (
            f"Of the states listed, {other} bought most in {end}.",
            top == buyer,
            f"Most of the single states: {_BUYERS[top]}, {_tenths(sold.loc[top, end])} billion.",
        ),
        (
            f"In {end} the 27 states of the EU together bought more than {_TIMES[times]} as much as {other}.",
            bool(union > times * mine),
            f"{_tenths(union)} to {_tenths(mine)} billion: {_tenths(union / mine)} times as much.",
        ),
        (
            f"More than {level} per cent of what {one} sold in {end} went to {other}.",
            bool(share > level),
            f"{_tenths(mine)} of {_tenths(world[end])} billion are {_tenths(share)} per cent.",
        ),
        (
            f"In {end} {other} was the largest trading partner of {one}.",
            False,
            "Trade has two halves, and the table has one: what was sold. And a rank is a rank on a list.",
        ),
        (
            f"From {start} to {end} {one} came to depend more on {other}.",
            False,
            "A share says how much went there. Whether it could have gone elsewhere it does not say.",
        ),
    ]
    if not any(holds for _, holds, _ in sentences):
        return _rank(pick, seller, buyer)
    return {
        "texts": {
            "end": str(end),
            "rows": _rows(["Buyer", start, end], shown),
            "shares": f"{_tenths(earlier)} and {_tenths(share)}",
        },
        "options": _options(pick, sentences),
    }


_TIMES = {
    2: "twice",
    3: "three times",
    4: "four times",
    5: "five times",
    6: "six times",
    8: "eight times",
    10: "ten times",
}


# a share of what was imported

_PRODUCTS = {"maize": "maize", "barley": "barley", "wheat": "wheat", "sunflower_oil": "sunflower oil"}


def final_a_share(pick: Pick) -> dict[str, Any]:
    """What per cent of a product that China imported came from Russia."""
    return _share(pick, "RUS", "UKR")


def final_b_share(pick: Pick) -> dict[str, Any]:
    """What per cent of a product that China imported came from Ukraine."""
    return _share(pick, "UKR", "RUS")


def _share(pick: Pick, asked: str, beside: str) -> dict[str, Any]:
    tonnes: dict[tuple[str, int], dict[str, float]] = {}
    for row in table("china-grain-imports").to_dict("records"):
        thousand = _rounded(row["imports_tonnes"] / 1000, 1)
        tonnes.setdefault((row["product"], row["year"]), {})[row["origin_iso3"]] = thousand
    known = [key for key, came in tonnes.items() if came.get(asked, 0) > 0.005 * came["WLD"]]
    product, year = pick.among(known)
    came = tonnes[product, year]
    own, whole = came[asked], came["WLD"]
    answer = _rounded(own / whole * 100, 1)
    names = {"RUS": "Russia", "UKR": "Ukraine"}
    mistakes = [
        (
            100 - own / whole * 100,
            0.15,
            25,
            f"That is the share of everybody else. The question is of {names[asked]}.",
        ),
        (own / whole, 0.0015, 75, "That is the share as a fraction. Times a hundred."),
        (whole / own, 0.15, 25, f"That is how many tonnes came from everybody for one from {names[asked]}."),
        (
            own / (whole - own) * 100,
            0.06,
            50,
            "You divided by what came from all others. The whole holds all of it.",
        ),
    ]
    third = f"of {names[beside]} there is no row"
    if beside in came:
        other = came[beside]
        third = f"from {names[beside]} {other:.1f}"
        mistakes.append((other / whole * 100, 0.06, 25, f"That is the share of {names[beside]}."))
        mistakes.append(((own + other) / whole * 100, 0.06, 50, "That is the share of the two together."))
        if other:
            said = "You divided one seller by the other. Divide by what came from everybody."
            mistakes.append((own / other * 100, 0.15, 0, said))
    return {
        "texts": {
            "product": _PRODUCTS[product],
            "year": str(year),
            "whole": f"{whole:.1f}",
            "own": f"{own:.1f}",
            "third": third,
            "answer": f"{answer:.1f}",
        },
        "answer": answer,
        "bands": _bands(answer, 0.1, mistakes),
    }


# a rule for abstentions

_PAIRS = ["chn_yes_rus_yes", "chn_abstain_rus_abstain", "chn_no_rus_no"]
_APART = ["chn_yes_rus_no", "chn_no_rus_yes"]
_HALF = ["chn_yes_rus_abstain", "chn_abstain_rus_yes", "chn_abstain_rus_no", "chn_no_rus_abstain"]
_CELLS = [*_PAIRS, *_APART, *_HALF]
_LACKING = [2013, 2016, 2018, 2019, 2022]
"""Years of which the table has only some votes."""
_ISSUES = {
    "arms_control": "arms control",
    "colonialism": "colonial questions",
    "economic": "economic questions",
    "human_rights": "human rights",
    "nuclear": "nuclear weapons",
    "palestine": "Palestine",
}
_RULES = {
    "whole": "Two equal votes count one, two abstentions among them. Any other pair counts nothing.",
    "half": "Two equal votes count one, two abstentions among them. "
    "An abstention beside a yes or a no counts one half. A yes beside a no counts nothing.",
    "without": "Every vote on which either of the two abstained is left out, of both numbers. "
    "Of the rest, equal votes count one.",
}


def set_rule(pick: Pick) -> dict[str, Any]:
    """Agreement of China and Russia on one issue in two years together, by one of three rules."""
    return _rule(pick, range(1992, 2024), 2)


def final_a_rule(pick: Pick) -> dict[str, Any]:
    """Agreement on one issue in an even year."""
    return _rule(pick, range(1992, 2024, 2), 1)


def final_b_rule(pick: Pick) -> dict[str, Any]:
    """Agreement on one issue in an odd year."""
    return _rule(pick, range(1993, 2024, 2), 1)


def _rule(pick: Pick, years: Iterable[int], together: int) -> dict[str, Any]:
    votes = {(row["issue"], row["year"]): row for row in table("assembly-issues").to_dict("records")}
    whole = [year for year in years if year not in _LACKING]
    choices = []
    for issue in _ISSUES:
        for drawn in zip(*(whole[start:] for start in range(together)), strict=False):
            if all((issue, year) in votes for year in drawn):
                counts = {cell: sum(votes[issue, year][cell] for year in drawn) for cell in _CELLS}
                rates = _rates(counts)
                if sum(counts.values()) >= 8 and len({round(rate) for rate in rates.values()}) == len(_RULES):
                    choices.append((issue, drawn, counts, rates))
    issue, drawn, counts, rates = pick.among(choices)
    asked = pick.among(list(_RULES))
    answer = _rounded(rates[asked], 1)
    rolls = sum(counts.values())
    said = {
        "whole": "That counts equal votes alone. Read the rule once more.",
        "half": "That gives an abstention beside a yes or a no one half. Read the rule once more.",
        "without": "That leaves out every vote with an abstention in it. Read the rule once more.",
    }
    mistakes = [(rates[other], 0.06, 25, said[other]) for other in _RULES if other != asked]
    mistakes.append((answer / 100, 0.006, 75, "That is the rate as a fraction. Times a hundred."))
    both = counts["chn_abstain_rus_abstain"] / rolls * 100
    if asked != "without" and both:
        mistakes.append(
            (answer - both, 0.06, 50, "You left out the votes on which both abstained. They are equal votes.")
        )
    if asked == "without":
        alone = (counts["chn_yes_rus_yes"] + counts["chn_no_rus_no"]) / rolls * 100
        mistakes.append(
            (
                alone,
                0.06,
                50,
                "You divided by all the votes. Those with an abstention in them leave both numbers.",
            )
        )
    mistakes.append((100 - answer, 0.06, 25, "That is what they did not agree on."))
    said_of = {"yes": "yes", "no": "no", "abstain": "abstained"}
    rows = [
        [said_of[china], *(counts[f"chn_{china}_rus_{russia}"] for russia in said_of)] for china in said_of
    ]
    others = " and ".join(f"{_tenths(rates[rule])}" for rule in _RULES if rule != asked)
    return {
        "texts": {
            "issue": _ISSUES[issue],
            "years": " and ".join(map(str, drawn)),
            "rows": _rows(["China", "Russia yes", "Russia no", "Russia abstained"], rows),
            "rule": _RULES[asked],
            "rolls": str(rolls),
            "answer": f"{answer:.1f}",
            "others": others,
        },
        "answer": answer,
        "bands": _bands(answer, 0.06, mistakes),
    }


def _rates(counts: Mapping[str, int]) -> dict[str, float]:
    """Per cent of agreement by each rule, of the roll calls in which both took part."""
    equal, half, apart = (sum(counts[cell] for cell in cells) for cells in (_PAIRS, _HALF, _APART))
    both = equal + half + apart
    sided = equal - counts["chn_abstain_rus_abstain"]
    parts = {
        "whole": equal / max(both, 1),
        "half": (equal + half / 2) / max(both, 1),
        "without": sided / max(sided + apart, 1),
    }
    return {rule: part * 100 for rule, part in parts.items()}


# yardsticks

_BORNE, _RULED, _OPEN = "borne out", "ruled out", "not decided by the table"


def final_a_yardstick(pick: Pick) -> dict[str, Any]:
    """China and Russia by four yardsticks in an even year."""
    return _yardstick(pick, range(1994, 2021, 2))


def final_b_yardstick(pick: Pick) -> dict[str, Any]:
    """China and Russia by four yardsticks in an odd year."""
    return _yardstick(pick, range(1995, 2020, 2))


def _yardstick(pick: Pick, years: Sequence[int]) -> dict[str, Any]:
    year = pick.among(years)
    output = table("gdp").set_index(["country_iso3", "year"])
    arms = table("military-spending").set_index(["country_iso3", "year"])
    two = {"CHN": "China", "RUS": "Russia"}
    total = {state: output.loc[(state, year), "gdp_current_usd"] / 1e9 for state in two}
    people = {state: output.loc[(state, year), "population"] / 1e6 for state in two}
    head = {state: total[state] / people[state] * 1000 for state in two}
    spent = {state: arms.loc[(state, year), "spending_usd_billion_2019"] for state in two}
    share = {state: arms.loc[(state, year), "share_of_gdp_percent"] for state in two}
    lines = [
        ("output, billion dollars of the year", total, 0),
        ("people, million", people, 0),
        ("output per head, dollars", head, 0),
        ("spent on the armed forces, billion dollars of 2019", spent, 1),
        ("the same, per cent of output", share, 1),
    ]
    rows = [
        [name, *(f"{_rounded(of[state], places):,.{places}f}" for state in two)] for name, of, places in lines
    ]
    ratio, fewer = total["CHN"] / total["RUS"], spent["CHN"] / spent["RUS"]
    times = pick.among([each for each in (2, 3, 4, 5, 6, 8, 10) if abs(ratio / each - 1) > 0.05])
    counted: list[Sentence] = [
        (
            f"China's output was more than {_TIMES[times]} Russia's.",
            bool(ratio > times),
            f"It was {_tenths(ratio)} times Russia's.",
        ),
        (
            "Output per head was higher in Russia than in China.",
            bool(head["RUS"] > head["CHN"]),
            f"{_rounded(head['CHN'], 0):,.0f} dollars in China, {_rounded(head['RUS'], 0):,.0f} in Russia.",
        ),
        (
            "Russia spent a larger part of its output on its forces than China.",
            bool(share["RUS"] > share["CHN"]),
            f"{_tenths(share['CHN'])} per cent in China, {_tenths(share['RUS'])} in Russia.",
        ),
        (
            "Russia spent more dollars on its forces than China.",
            bool(spent["RUS"] > spent["CHN"]),
            f"{_tenths(spent['CHN'])} billion in China, {_tenths(spent['RUS'])} in Russia.",
        ),
        (
            "China stood further ahead of Russia in output than in spending on its forces.",
            bool(ratio > fewer),
            f"{_tenths(ratio)} times in output, {_tenths(fewer)} times in spending.",
        ),
    ]
    true, wrong = ([each for each in counted if each[1] is said] for said in (True, False))
    drawn = [(text, _BORNE, said) for text, _, said in pick.several(true, min(2, len(true)))]
    drawn += [(text, _RULED, said) for text, _, said in pick.several(wrong, min(2, len(wrong)))]
    drawn += [(text, _OPEN, said) for text, said in pick.several(_UNDECIDED, 5 - len(drawn))]
    boxes = [_BORNE, _RULED, _OPEN]
    items = _mixed(pick, drawn)
    while [boxes.index(box) for _, box, _ in items] == sorted(boxes.index(box) for _, box, _ in items):
        items = _mixed(pick, drawn)
    return {
        "texts": {"year": str(year), "rows": _rows(["Yardstick", *two.values()], rows)},
        "items": [{"text": text, "box": box, "feedback": {"*": said}} for text, box, said in items],
    }


_UNDECIDED = [
    (
        "China's forces were the stronger ones.",
        "Money spent in one year is no measure of strength: stocks, soldiers and prices are not here.",
    ),
    (
        "A dollar bought as much in Russia as in China.",
        "The dollars are those of the exchange rate. What they buy at home is another table's.",
    ),
    ("China had more to say in what the two decided together.", "No line of the table counts decisions."),
]


# answers to the question of an alliance


def final_a_answers(pick: Pick) -> dict[str, Any]:
    """Four of the dated answers."""
    return _answers(pick, _plain_answers().iloc[::2])


def final_b_answers(pick: Pick) -> dict[str, Any]:
    """Four of the others."""
    return _answers(pick, _plain_answers().iloc[1::2])


_MIXED_WORDS = [
    "lavrov-alliance-2021",
    "zhao-solid-2021",
    "unprecedented-2020",
    "putin-spief-2019",
    "no-ceiling-2022",
]
"""Answers that say two things at once, so that a sentence about them could be defended either way."""


def _plain_answers() -> pd.DataFrame:
    words = table("alliance-words")
    return words[~words["citation"].isin(_MIXED_WORDS)].reset_index(drop=True)


def _answers(pick: Pick, words: pd.DataFrame) -> dict[str, Any]:
    sides = {side: list(words.index[words["side"] == side]) for side in ("China", "Russia")}
    drawn = [*pick.several(sides["China"], 2), *pick.several(sides["Russia"], 2)]
    given = words.loc[sorted(drawn)]
    rows = [[_date(row["date"]), row["speaker"], row["words"]] for _, row in given.iterrows()]
    last = given.iloc[-1]
    sentences: list[Sentence] = []
    for side, place in (("China", "Beijing"), ("Russia", "Moscow")):
        own = given[given["side"] == side]
        told = "; ".join(f"{_date(row['date'])}: {row['words']}" for _, row in own.iterrows())
        sentences.append(
            (
                f"Both answers from {place} say no to an alliance, military or any, and no more.",
                bool((own["answer"] == "no").all()),
                told,
            )
        )
        sentences.append(
            (
                f"At least one answer from {place} sets the tie above an alliance, or above some.",
                bool((own["answer"] == "more").any()),
                told,
            )
        )
    first = given.iloc[0]
    sentences += [
        (
            "The earliest of the four comes from Beijing.",
            bool(first["side"] == "China"),
            f"{_date(first['date'])}, {first['speaker']}.",
        ),
        (
            "One of the four reached us only through somebody who reports another's words.",
            bool((given["voice"] == "reported").any()),
            "Read the second column: who speaks, and by whom do we know it?",
        ),
        (
            "No scholar is among the four who speak.",
            bool((given["voice"] != "scholar").all()),
            "Read the second column: it says of whom we know that he is one.",
        ),
        (
            f"Since {_date(last['date'])} neither capital has spoken of an alliance.",
            False,
            "Four answers were drawn, and more were found. What a list does not hold is no silence.",
        ),
        (
            "The four answers show that the two governments see the tie alike.",
            False,
            "They were asked different things, and an answer in public shows what is said in public.",
        ),
    ]
    return {"texts": {"rows": _rows(["Day", "Who", "Words"], rows)}, "options": _options(pick, sentences)}


# a score for forecasts


def set_score(pick: Pick) -> dict[str, Any]:
    """The score of two forecasts of a year's trade."""
    return _score(pick, 2)


def final_a_score(pick: Pick) -> dict[str, Any]:
    """The score of three forecasts, the first of them right."""
    return _score(pick, 3, first=True)


def final_b_score(pick: Pick) -> dict[str, Any]:
    """The score of three forecasts, the first of them wrong."""
    return _score(pick, 3, first=False)


def _score(pick: Pick, count: int, first: bool | None = None) -> dict[str, Any]:
    released = table("trade-first-releases").set_index("year")["total_usd_billion"].loc[2016:]
    rows, chances, outcomes = [], [], []
    for year in sorted(pick.several(list(released.index), count)):
        wanted = first if first is not None and not rows else bool(pick.whole(0, 1))
        total = float(released[year])
        levels = [
            level for level in range(40, 300, 10) if (total > level) is wanted and 4 < abs(total - level) < 40
        ]
        level, tenths = pick.among(levels), pick.among([1, 2, 3, 4, 6, 7, 8, 9])
        rows.append([f"trade in {year} is above {level} billion", f"{tenths} in ten", f"{total:.2f}"])
        chances.append(tenths / 10)
        outcomes.append(wanted)
    misses = [abs(outcome - chance) for chance, outcome in zip(chances, outcomes, strict=True)]
    squares = [miss**2 for miss in misses]
    answer = _rounded(sum(squares) / count, 3)
    turned = sum((1 - miss) ** 2 for miss in misses) / count
    mistakes = [
        (sum(misses) / count, 0.0005, 50, "You took the mean of the misses as they are. Square each before."),
        (sum(squares), 0.0005, 50, "That is the sum. A mean is the sum divided by the number of forecasts."),
        (
            (sum(misses) / count) ** 2,
            0.0005,
            50,
            "You squared the mean of the misses. Square each miss first.",
        ),
        (turned, 0.0005, 25, "You took what happened for what did not, and the other way round."),
        (
            sum(chance**2 for chance in chances) / count,
            0.0005,
            0,
            "You squared the chances themselves, as if nothing had happened.",
        ),
        (
            sum((1 - chance) ** 2 for chance in chances) / count,
            0.0005,
            0,
            "You counted every sentence as come true. Compare the last column.",
        ),
    ]
    worked = "; ".join(
        f"{'came true' if outcome else 'did not come true'}, a miss of {miss:.1f}, squared {miss**2:.2f}"
        for miss, outcome in zip(misses, outcomes, strict=True)
    )
    return {
        "texts": {
            "rows": _rows(["Forecast", "Chance given", "First release, billion dollars"], rows),
            "worked": worked,
            "answer": f"{answer:.3f}",
        },
        "answer": answer,
        "bands": _bands(answer, 0.0006, mistakes),
    }


# two books of one trade


_BOOKS = {
    "Russia": (
        "russia_exports_to_china_usd_million_rosstat",
        "china_imports_from_russia_usd_million",
        "China",
    ),
    "China": (
        "china_exports_to_russia_usd_million",
        "russia_imports_from_china_usd_million_rosstat",
        "Russia",
    ),
}
"""For each seller its own book, the buyer's, and who the buyer is."""


def set_mirror_gap(pick: Pick) -> dict[str, Any]:
    """How far the buyer's figure lies above the seller's, for one direction and year, in per cent."""
    counts = table("trade").set_index("year")
    seller, year = pick.among(list(_BOOKS)), pick.whole(2011, 2020)
    sold_column, bought_column, buyer = _BOOKS[seller]
    sold = _rounded(counts.loc[year, sold_column] / 1000, 2)
    bought = _rounded(counts.loc[year, bought_column] / 1000, 2)
    gap = (bought / sold - 1) * 100
    answer = _rounded(gap, 1)
    mistakes = [
        (-gap, 0.06, 50, "The size is right, the sign is not: whose figure is the larger one?"),
        (bought - sold, 0.006, 25, "That is the difference in billions. Divide it by the seller's figure."),
        (
            (1 - sold / bought) * 100,
            0.06,
            50,
            "You divided by the buyer's figure. The question starts from the seller's.",
        ),
        (
            (sold / bought - 1) * 100,
            0.06,
            25,
            "You divided the seller's figure by the buyer's. It is the other way round.",
        ),
        (
            bought / sold * 100,
            0.06,
            50,
            "That is the buyer's figure as a percentage of the seller's. Take away 100.",
        ),
        (gap / 100, 0.0006, 75, "That is the gap as a fraction. Times 100."),
    ]
    says = "The buyer's book holds freight and insurance and the seller's does not, so "
    if gap > 0:
        says += "a gap of this sign is expected. Of this size? That is a question for a further source."
    else:
        says += (
            "freight would put the buyer above, and he stands below. Freight cannot explain it: "
            "ask for dates, routes and goods that one of the two does not count."
        )
    return {
        "texts": {
            "seller": seller,
            "buyer": buyer,
            "year": str(year),
            "sold": f"{sold:.2f}",
            "bought": f"{bought:.2f}",
            "ratio": f"{bought / sold:.4f}",
            "answer": _printed(answer),
            "says": says,
        },
        "answer": answer,
        "bands": _bands(answer, 0.06, mistakes),
    }


def final_a_agreement(pick: Pick) -> dict[str, Any]:
    """Two totals that lie nearer to each other than their halves do: one of three years."""
    return _agreement(pick, [2012, 2018, 2020])


def final_b_agreement(pick: Pick) -> dict[str, Any]:
    """One of three others."""
    return _agreement(pick, [2013, 2017, 2019])


def _agreement(pick: Pick, years: Sequence[int]) -> dict[str, Any]:
    counts = table("trade").set_index("year")
    year = pick.among(years)

    def billion(column: str) -> float:
        return float(counts.loc[year, column]) / 1000

    china, russia = (
        billion("total_china_reported_usd_million"),
        billion("total_russia_reported_usd_million_rosstat"),
    )
    rows = [
        [
            f"what {seller} sold to {buyer}",
            _tenths(billion(sold if seller == "China" else bought)),
            _tenths(billion(bought if seller == "China" else sold)),
        ]
        for seller, (sold, bought, buyer) in _BOOKS.items()
    ]
    rows.append(["both together", f"{_tenths(china)}", f"{_tenths(russia)}"])
    apart = [abs(billion(bought) / billion(sold) - 1) * 100 for sold, bought, _ in _BOOKS.values()]
    return {
        "texts": {
            "year": str(year),
            "rows": _rows(["Billion dollars", "China's count", "Russia's count"], rows),
            "total": f"{_tenths(abs(china / russia - 1) * 100)}",
            "halves": " and ".join(f"{_rounded(each, 0):.0f}" for each in sorted(apart)),
        },
    }
