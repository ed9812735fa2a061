"""The sets that classes get ready-made, and the two forms of the final test: what they cover, and their keys.

Keys of variants are computed here a second time, from what a student reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from seminar.exercises.assignments import Assignment, assignments
from seminar.exercises.bank import bank
from seminar.exercises.fingerprint import question
from seminar.exercises.labs import labs
from seminar.exercises.marking import mark
from seminar.exercises.model import Exercise
from seminar.exercises.variants import MOST, variants
from seminar.front_matter import is_chapter, read_front_matter
from seminar.tables import table
from tests.book.test_numbers import bare, given, rows
from tests.book.test_prose import unattributed

ROOT = Path(__file__).parents[2]
SETS = assignments(ROOT)
WEEKS = ("sources", "history", "economics", "debates")
FORMS = ("final-a", "final-b")
CHAPTERS = {
    path.stem: read_front_matter(path).objectives
    for path in (ROOT / "chapters").glob("*/*.md")
    if is_chapter(path.relative_to(ROOT).with_suffix("").as_posix())
}
OWN = [each for each in bank(ROOT) if each.file and each.file.stem in ("sets", "final-test")]
VARIED = [each for each in OWN if each.generator]


def minutes(made: Assignment) -> float:
    """Of all that is to be done for it, labs too."""
    own = sum(item.exercise.minutes for item in made.items)
    return own + sum(labs(ROOT)[name].minutes for name in made.labs)


def opened(made: Assignment) -> list[str]:
    """The chapters that the instructions say to have open."""
    return re.findall(r"</chapters/[^/>]+/([^/>]+)>", made.instructions)


def objectives(made: Assignment) -> set[str]:
    return {item.exercise.objective for item in made.items}


# -- the weekly sets


@pytest.mark.parametrize("name", [f"{week}{code}" for week in WEEKS for code in ("", "-code")])
def test_a_set_takes_60_to_100_minutes_of_every_level_and_several_types(name: str) -> None:
    made = SETS[name]
    assert 60 <= minutes(made) <= 100
    assert {item.exercise.level for item in made.items} == {"check", "apply", "argue"}
    assert len({item.exercise.type for item in made.items}) >= 4
    assert any(item.exercise.type == "short-text" for item in made.items)
    assert any(item.variants for item in made.items)


@pytest.mark.parametrize("name", [name for name in SETS if name != "reading-five-documents"])
def test_in_an_assignment_nothing_is_for_whoever_has_time(name: str) -> None:
    assert not [each for each in SETS[name].items if "if you have time" in each.exercise.title.casefold()]


@pytest.mark.parametrize("week", WEEKS)
def test_a_set_covers_every_objective_of_the_chapters_that_it_opens(week: str) -> None:
    made = SETS[week]
    chapters = opened(made)
    assert chapters
    for chapter in chapters:
        assert set(CHAPTERS[chapter]) <= objectives(made), chapter
    shown = {item.exercise.chapter for item in made.items} - {"sets"}
    assert shown == set(chapters)


@pytest.mark.parametrize("week", WEEKS)
def test_the_set_with_a_lab_opens_the_same_chapters_and_shares_the_questions_without_code(week: str) -> None:
    plain, code = SETS[week], SETS[f"{week}-code"]
    assert opened(code) == opened(plain)
    assert code.labs
    assert not plain.labs
    ids = [{item.exercise.id for item in made.items} for made in (plain, code)]
    assert len(ids[0] & ids[1]) >= 5
    for chapter in opened(code):
        assert set(CHAPTERS[chapter]) & objectives(code), chapter


def test_each_week_sets_another_lab() -> None:
    named = [name for week in WEEKS for name in SETS[f"{week}-code"].labs]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("field", ["instructions", "integrity", "ai"])
def test_no_set_says_the_same_words_as_another(field: str) -> None:
    said = [getattr(SETS[f"{week}{code}"], field) for week in WEEKS for code in ("", "-code")]
    assert len(set(said)) == len(said)


# -- the two forms


def blueprint(exercise: Exercise) -> tuple[Any, ...]:
    return exercise.objective, exercise.level, exercise.type, exercise.minutes, exercise.points


def test_the_forms_have_one_blueprint_and_no_question_in_common() -> None:
    first, second = (SETS[form] for form in FORMS)
    assert [blueprint(item.exercise) for item in first.items] == [
        blueprint(item.exercise) for item in second.items
    ]
    assert [(item.hundredths, item.partial, item.variants) for item in first.items] == [
        (item.hundredths, item.partial, item.variants) for item in second.items
    ]
    asked = [
        {question(each) for item in made.items for each in many(item.exercise)} for made in (first, second)
    ]
    assert not asked[0] & asked[1]
    assert len({item.exercise.prompt for made in (first, second) for item in made.items}) == 2 * len(
        first.items
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_form_takes_about_75_minutes_and_says_nothing_of_how_one_did(form: str) -> None:
    made = SETS[form]
    assert 70 <= minutes(made) <= 75
    assert made.feedback == "never"
    assert {item.exercise.level for item in made.items} == {"check", "apply", "argue"}
    # Nobody has practised its questions in a chapter, and every other one comes in versions.
    assert all(item.exercise.chapter == "final-test" for item in made.items)
    assert [item.exercise.type for item in made.items if not item.variants] == ["short-text"]
    assert "This page is a model" in made.instructions


def test_the_essays_are_read_by_one_rubric_that_knows_no_side() -> None:
    essays = [
        item.exercise for form in FORMS for item in SETS[form].items if item.exercise.type == "short-text"
    ]
    first, second = (each.model_dump() for each in essays)
    assert first["rubric"] == second["rubric"]
    assert first["checklist"] == second["checklist"]
    assert (
        sum(max(level["points"] for level in part["levels"]) for part in first["rubric"]) == essays[0].points
    )
    for essay in (first, second):
        assert "Either answer can earn all points" in essay["prompt"]


@pytest.mark.parametrize("name", [f"final-{form}-essay" for form in "ab"])
def test_a_number_of_a_model_answer_is_of_the_rows_that_it_rests_on(name: str) -> None:
    essay = bank(ROOT).exercise(name).model_dump()
    known = [number for reference in essay["rests_on"] for number in rows(reference)]
    found = bare(essay["model_answer"])
    assert len(found) >= 3
    assert [number for number in found if not given(number, known)] == []


# -- all exercises that stand in no chapter


@pytest.mark.parametrize("exercise", OWN, ids=lambda each: each.id)
def test_it_serves_an_objective_of_a_chapter_and_some_assignment_sets_it(exercise: Exercise) -> None:
    assert any(exercise.objective in named for named in CHAPTERS.values())
    assert any(item.exercise.id == exercise.id for made in SETS.values() for item in made.items)


@cache
def _many(id: str) -> tuple[Exercise, ...]:
    exercise = bank(ROOT).exercise(id)
    return tuple(variants(exercise, "tests", MOST)) if exercise.generator else (exercise,)


def many(exercise: Exercise) -> tuple[Exercise, ...]:
    return _many(exercise.id)


@pytest.mark.parametrize("exercise", OWN, ids=lambda each: each.id)
def test_no_variant_says_an_absolute_word_of_its_own(exercise: Exercise) -> None:
    said = {part.text for each in many(exercise) for part in each.parts()}
    assert [sentence for text in said for sentence in unattributed(text)] == []


@pytest.mark.parametrize("exercise", VARIED, ids=lambda each: each.id)
def test_there_are_as_many_questions_as_versions_that_assignments_ask_for(exercise: Exercise) -> None:
    asked = max(
        item.variants for made in SETS.values() for item in made.items if item.exercise.id == exercise.id
    )
    assert len({question(each) for each in many(exercise)}) >= asked


# -- keys, computed a second time


def lines(prompt: str) -> list[list[str]]:
    """Return the cells of the table in a prompt, the head first, its rule left out."""
    found = [
        line.strip().strip("|").split("|") for line in prompt.splitlines() if line.strip().startswith("|")
    ]
    return [[cell.strip() for cell in line] for line in found if "---" not in line[0]]


def full(exercise: Exercise, response: dict[str, Any]) -> bool:
    made = mark(exercise.rule(), response)
    return (made.reason, made.points) == ("right", exercise.hundredths)


def of(suffix: str) -> Iterator[Exercise]:
    """Yield every variant of the exercises whose names end so."""
    named = [each for each in VARIED if each.id.endswith(suffix)]
    assert named
    for each in named:
        yield from many(each)


def number(exercise: Exercise, computed: float) -> None:
    """Hold the key to a number computed here, as a student would type it."""
    data = exercise.model_dump()
    places = len(str(data["answer"]).partition(".")[2]) if data["tolerance"] < 0.5 else 0
    for typed in (f"{computed:.{max(places, 1)}f}", str(data["answer"])):
        assert full(exercise, {"number": typed}), (exercise.prompt, computed, data["answer"])
    for band in data["bands"]:
        middle = (band["from_"] + band["to"]) / 2
        assert mark(exercise.rule(), {"number": f"{middle:.4f}"}).points < exercise.hundredths


def test_growth_is_computed_from_the_two_figures_in_the_prompt() -> None:
    for each in of("-growth"):
        first, last = (float(found) for found in re.findall(r"`([\d.]+) <trade:", each.prompt))
        number(each, (last / first - 1) * 100)


def test_a_share_is_computed_from_the_two_figures_in_the_prompt() -> None:
    for each in of("-share"):
        whole = float(re.search(r"imported ([\d.]+) thousand", each.prompt)[1])  # type: ignore[index]
        own = float(re.search(r"came ([\d.]+)[;.]", each.prompt)[1])  # type: ignore[index]
        number(each, own / whole * 100)


def test_a_gap_is_computed_from_the_two_books_in_the_prompt() -> None:
    for each in of("mirror-gap"):
        sold, bought = _books(each.prompt)
        number(each, (bought / sold - 1) * 100)
        worked = each.model_dump()["solution"]
        assert ("Freight cannot explain" in worked) == (bought < sold)


def _books(prompt: str) -> tuple[float, float]:
    found = re.search(r"dollars: ([\d.]+) by (\w+)'s count, ([\d.]+) by (\w+)'s", prompt)
    assert found is not None
    assert found[2] == re.search(r"What (\w+) sold to", prompt)[1]  # type: ignore[index]
    return float(found[1]), float(found[3])


def test_months_are_counted_from_the_days_in_the_prompt() -> None:
    for each in of("-label"):
        label, stage = _named(each.prompt)
        days = {what: pd.Timestamp(day) for day, what in lines(each.prompt)[1:]}
        between = days[stage].to_period("M") - days[f"the name *{label}*"].to_period("M")
        number(each, between.n)


def _named(prompt: str) -> tuple[str, str]:
    label = re.search(r"name \*([^*]+)\*", prompt.rpartition("|")[2])
    stage = re.search(r"(?:step|this): ([^?.]+)[?.]", prompt.rpartition("|")[2])
    assert label is not None
    assert stage is not None
    return label[1], stage[1]


def test_months_of_the_weekly_set_too() -> None:
    for each in of("-label-gap"):
        label, stage = _named(each.prompt)
        days = {what: pd.Timestamp(day) for day, what in lines(each.prompt)[1:]}
        number(each, (days[stage].to_period("M") - days[f"the name *{label}*"].to_period("M")).n)


def agreement(prompt: str) -> float:
    """Per cent by the rule and the table that a prompt gives."""
    votes = {
        (row[0], column): int(cell)
        for row in lines(prompt)[1:]
        for column, cell in zip(("yes", "no", "abstained"), row[1:], strict=True)
    }
    equal = sum(count for (one, other), count in votes.items() if one == other)
    mixed = sum(count for pair, count in votes.items() if pair.count("abstained") == 1)
    if "left out" in prompt:
        sided = votes["yes", "yes"] + votes["no", "no"]
        return sided / (sided + votes["yes", "no"] + votes["no", "yes"]) * 100
    return (equal + (mixed / 2 if "one half" in prompt else 0)) / sum(votes.values()) * 100


def test_agreement_follows_the_rule_and_the_votes_in_the_prompt() -> None:
    rules = set()
    for each in of("-rule"):
        number(each, agreement(each.prompt))
        assert f"{sum(int(cell) for row in lines(each.prompt)[1:] for cell in row[1:])}" in each.prompt
        rules.add(("left out" in each.prompt, "one half" in each.prompt))
    assert len(rules) == 3


def test_a_score_is_the_mean_of_the_squared_misses_in_the_prompt() -> None:
    for each in of("-score"):
        squares = []
        for forecast, chance, released in lines(each.prompt)[1:]:
            level = float(re.search(r"above (\d+) billion", forecast)[1])  # type: ignore[index]
            squares.append(((float(released) > level) - int(chance.split()[0]) / 10) ** 2)
        number(each, sum(squares) / len(squares))


def test_items_in_order_have_rising_days_a_year_apart() -> None:
    for suffix, apart in (("-turns", 364), ("-points", 364), ("-in-order", 20)):
        for each in of(suffix):
            days = [
                pd.Timestamp(step["note"].rstrip(".").split(",")[0]) for step in each.model_dump()["items"]
            ]
            assert len(days) == 6
            assert all((after - before).days >= apart for before, after in pairwise(days))
            assert full(each, {"order": list(range(6))})


def test_a_view_is_matched_to_its_text_and_to_whether_it_is_reported() -> None:
    views = table("positions").set_index("position")
    said = {
        "Guan": "guan-2022",
        "Trenin": "trenin-2019",
        "China": "chinaplus-2019",
        "the unsigned": "remarks",
        "web": "twins",
    }
    for suffix in ("-views", "-who-says"):
        for each in of(suffix):
            pairs = each.model_dump()["pairs"]
            assert len(pairs) == 5
            for pair in pairs:
                row = views.loc[pair["left"]]
                assert row["first_hand"] == ("as reported" not in pair["right"])
                assert any(name in pair["right"] and row["source"] == text for name, text in said.items())


def test_totals_lie_nearer_than_their_halves_in_every_year_that_is_drawn() -> None:
    years = set()
    for each in of("-agreement"):
        (sold, bought), (other, took), (china, russia) = (
            [float(cell) for cell in row[1:]] for row in lines(each.prompt)[1:]
        )
        total, halves = abs(china / russia - 1), [abs(sold / bought - 1), abs(took / other - 1)]
        assert total < min(halves)
        assert (sold - bought) * (other - took) < 0
        assert abs(china - russia) > 0.1
        # Whoever bought counted more: so no seller did.
        assert sold > bought or other < took
        years.add(re.search(r"in (\d{4}), by", each.prompt)[1])  # type: ignore[index]
    assert len(years) == 6


JUDGED: list[tuple[str, Callable[[re.Match[str], dict[str, list[str]]], bool]]] = [
    (r"More than half of the 193 .* the (earlier|later)", lambda m, t: int(t["for"][_at(m[1])]) * 2 > 193),
    (
        r"yes or no to the (earlier|later) text, more than nine",
        lambda m, t: int(t["for"][_at(m[1])]) > 9 * int(t["against"][_at(m[1])]),
    ),
    (r"Fewer states voted for the later", lambda m, t: int(t["for"][1]) < int(t["for"][0])),
    (r"changed their minds", lambda m, t: False),
    (r"China and (?:the )?(.+) cast the same votes", lambda m, t: t["China"] == t[m[1]]),
    (r"China cast the same votes as Russia", lambda m, t: t["China"] == t["Russia"]),
    (r"China voted otherwise on the later", lambda m, t: t["China"][0] != t["China"][1]),
    (r"shows why China", lambda m, t: False),
    (r"Of the states listed, (.+) bought most", lambda m, t: _most(t) == m[1]),
    (
        r"EU together bought more than (\w+)(?: times)? as much as (.+)\.",
        lambda m, t: _value(t["the 27 states of the EU"]) > TIMES[m[1]] * _value(t[m[2]]),
    ),
    (
        r"More than (\d+) per cent of what .* went to (.+)\.",
        lambda m, t: _value(t[m[2]]) * 100 > int(m[1]) * _value(t["the world"]),
    ),
    (
        r"the share of (.+) in .* sales grew",
        lambda m, t: (
            _value(t[m[1]]) / _value(t["the world"]) > _value(t[m[1]], 0) / _value(t["the world"], 0)
        ),
    ),
    (r"sold to (.+) more than doubled", lambda m, t: _value(t[m[1]]) > 2 * _value(t[m[1]], 0)),
    (r"largest trading partner|came to depend", lambda m, t: False),
]
TIMES = {"twice": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8}


def _at(which: str) -> int:
    return ("earlier", "later").index(which)


def _value(cells: list[str], place: int = 1) -> float:
    return float(cells[place])


def _most(told: dict[str, list[str]]) -> str:
    states = {name: _value(cells) for name, cells in told.items() if not re.search("world|EU", name)}
    return max(states, key=lambda name: states[name])


def test_a_sentence_is_right_just_if_the_table_above_it_says_so() -> None:
    judged = set()
    for suffix in ("-votes", "-rank"):
        for each in of(suffix):
            told = {row[0]: row[1:] for row in lines(each.prompt)[1:]}
            options = each.model_dump()["options"]
            assert len(options) == 5
            for option in options:
                rule = next(i for i, (pattern, _) in enumerate(JUDGED) if re.search(pattern, option["text"]))
                pattern, holds = JUDGED[rule]
                found = re.search(pattern, option["text"])
                assert found is not None
                assert option["correct"] == holds(found, told), (option["text"], told)
                judged.add((rule, option["correct"]))
    assert len(judged) >= len(JUDGED) + 6, "each sentence is drawn, and most of them right and wrong"


def test_a_yardstick_is_sorted_by_the_lines_of_its_table() -> None:
    for each in of("-yardstick"):
        cells = [[float(cell.replace(",", "")) for cell in row[1:]] for row in lines(each.prompt)[1:]]
        total, _, head, spent, share = cells
        told = {
            "Output per head": head[1] > head[0],
            "a larger part": share[1] > share[0],
            "more dollars": spent[1] > spent[0],
            "further ahead": total[0] / total[1] > spent[0] / spent[1],
        }
        items = each.model_dump()["items"]
        assert len(items) == 5
        assert any(item["box"] == ["not decided by the table"] for item in items)
        for item in items:
            known = [holds for words, holds in told.items() if words in item["text"]]
            if found := re.search(r"more than (\w+)(?: times)? Russia's", item["text"]):
                known = [total[0] > {**TIMES, "ten": 10}[found[1]] * total[1]]
            expected = "not decided by the table" if not known else "borne out" if known[0] else "ruled out"
            assert item["box"] == [expected], item["text"]


def test_of_four_answers_a_sentence_is_right_just_if_the_table_of_answers_says_so() -> None:
    words = table("alliance-words").set_index(["speaker", "words"]).sort_index()
    for each in of("-answers"):
        rows = [words.loc[[(row[1], row[2])]].iloc[0] for row in lines(each.prompt)[1:]]
        assert sorted(row["side"] for row in rows) == ["China", "China", "Russia", "Russia"]
        own = {
            place: [row for row in rows if row["side"] == side]
            for side, place in (("China", "Beijing"), ("Russia", "Moscow"))
        }
        for option in each.model_dump()["options"]:
            text = option["text"]
            place = next((name for name in own if name in text), "")
            if text.startswith("Both answers"):
                holds = all(row["answer"] == "no" for row in own[place])
            elif text.startswith("At least one answer"):
                holds = any(row["answer"] == "more" for row in own[place])
            elif text.startswith("The earliest"):
                holds = rows[0]["side"] == "China"
            elif text.startswith("One of the four reached"):
                holds = any(row["voice"] == "reported" for row in rows)
            elif text.startswith("No scholar"):
                holds = all(row["voice"] != "scholar" for row in rows)
            else:
                assert text.startswith(("Since", "The four answers show"))
                holds = False
            assert option["correct"] == holds, text
