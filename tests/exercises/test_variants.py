"""Variants: drawn from a seed alike everywhere, sound, different, and the book's own first among them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seminar.exercises.bank import bank
from seminar.exercises.check import check
from seminar.exercises.fingerprint import question
from seminar.exercises.marking import mark
from seminar.exercises.variants import MOST, Pick, pick, variants

ROOT = Path(__file__).parents[2]

EXERCISE = """- id: growth
  type: numeric
  title: Growth
  objective: compute-growth
  level: apply
  minutes: 2
  points: 1
  rests_on: ["trade:*"]
  generator: growth
  prompt: By how many per cent did trade grow from <<start>> to <<end>>?
  answer: 27
  tolerance: 0.5
  feedback: Divide by the total of <<start>>.
  hint: Look at << start >>.
  solution: By <<growth>> per cent.
"""
GENERATORS = '''"""Variants of the tests."""
from pathlib import Path
from seminar.tables import table

ROOT = Path(__file__).parents[1]


def growth(pick):
    total = table("trade", ROOT).set_index("year")["total_usd_billion"]
    start, end = pick.among([(2018, 2019), (2017, 2018), (2017, 2019), (2019, 2017), (2019, 2018)])
    growth = round((total[end] / total[start] - 1) * 100)
    texts = {"start": str(start), "end": str(end), "growth": str(growth)}
    return {"texts": texts, "answer": growth,
            "bands": [{"to": growth - 50, "feedback": "Far less than in <<start>>."}]}
'''


@pytest.fixture
def made(project):
    def make(exercise: str = EXERCISE, generators: str = GENERATORS) -> Path:
        root = project(trade=exercise)
        (root / "exercises" / "generators.py").write_text(generators, encoding="utf-8")
        return root

    return make


# -- chance


def test_draws_are_the_same_on_every_machine():
    one = Pick("seed")
    assert [one.whole(1, 6) for _ in range(8)] == [2, 5, 4, 6, 4, 3, 3, 6]
    assert Pick("seed").several("abcdef", 3) == ["b", "a", "f"]
    assert [Pick(seed).among("abcdef") for seed in ("", "1", "ü", "\ud800")] == list("beab")


@settings(deadline=None)
@given(st.text(), st.integers(-5, 5), st.integers(0, 9))
def test_a_whole_number_lies_within_its_limits(seed, low, more):
    assert low <= Pick(seed).whole(low, low + more) <= low + more


def test_every_number_is_drawn_about_as_often():
    one = Pick("fair")
    drawn = [one.whole(0, 9) for _ in range(2000)]
    assert all(150 < drawn.count(number) < 250 for number in range(10))


def test_several_are_different_and_nothing_can_be_drawn_from_nothing():
    assert sorted(Pick("x").several(range(7), 7)) == list(range(7))
    for draw in (lambda: Pick("").whole(2, 1), lambda: Pick("").among([]), lambda: Pick("").several([1], 2)):
        with pytest.raises(ValueError, match="no whole number lies between"):
            draw()


def test_students_are_spread_over_the_variants_and_keep_theirs():
    picks = [pick("trade", "growth", f"student-{i}", 8) for i in range(800)]
    assert all(60 < picks.count(number) < 140 for number in range(8))
    assert pick("trade", "growth", "  \u00a0AB\u0301 7\n", 50) == pick(
        "trade", "growth", "a\u0062\u0301 7", 50
    )
    other = [pick("trade", "decline", f"student-{i}", 8) for i in range(800)]
    assert other != picks


# -- variants


def test_the_book_shows_the_first_variant_of_the_empty_seed(made):
    exercise = bank(made()).exercise("growth")
    first, *others = variants(exercise, "", 5)
    assert question(first) == question(exercise)
    assert exercise.prompt == "By how many per cent did trade grow from 2017 to 2018?"
    assert (exercise.answer, exercise.solution) == (27, "By 27 per cent.")
    assert (exercise.hint, exercise.bands[0].feedback) == ("Look at 2017.", "Far less than in 2017.")
    assert exercise.bands[0].to == -23
    assert exercise.line("prompt") == 10
    assert {mark(variant.rule(), {"number": str(variant.answer)}).points for variant in others} == {100}


def test_variants_are_different_as_long_as_there_are_more(made):
    exercise = bank(made()).exercise("growth")
    assert len({question(variant) for variant in variants(exercise, "", 5)}) == 5
    assert len(variants(exercise, "", 8)) == 8


def test_the_same_seed_gives_the_same_variants_however_many_are_asked_for(made):
    exercise = bank(made()).exercise("growth")
    for seed in ("", "2026", "x/y"):
        assert variants(exercise, seed, 3) == variants(exercise, seed, 5)[:3]
        assert variants(variants(exercise, seed, 2)[1], seed, 3) == variants(exercise, seed, 3)
    seeds = [[variant.prompt for variant in variants(exercise, str(seed), 5)] for seed in range(9)]
    assert len({tuple(prompts) for prompts in seeds}) > 5


def test_another_process_makes_the_same_variants():
    code = """
import json
from seminar.exercises.bank import bank
from seminar.exercises.variants import variants
made = variants(bank().exercise("five-can-know"), "s", 8)
print(json.dumps([variant.model_dump_json() for variant in made]))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    here = variants(bank(ROOT).exercise("five-can-know"), "s", 8)
    assert json.loads(done.stdout) == [variant.model_dump_json() for variant in here]


@pytest.mark.parametrize("count", [0, -1, MOST + 1])
def test_a_count_out_of_bounds_is_refused(made, count):
    with pytest.raises(ValueError, match="ask for 1 to 50"):
        variants(bank(made()).exercise("growth"), "", count)


def test_an_exercise_without_a_generator_has_no_variants():
    with pytest.raises(ValueError, match="trade-mirror has no generator"):
        variants(bank(ROOT).exercise("trade-mirror"), "", 1)


def test_changed_data_or_a_changed_generator_make_another_first_variant(made):
    root = made()
    assert bank(root).exercise("growth").answer == 27
    table = root / "data" / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("107.06", "97.06"), encoding="utf-8")
    assert bank(root).exercise("growth").answer == 15
    made(generators=GENERATORS.replace("* 100)", "* 1000)"))
    assert bank(root).exercise("growth").answer == 153


# -- what is told of a generator and its exercise


def told(root: Path) -> list[str]:
    return [str(mistake) for mistake in check(root)]


def test_a_sound_generator_passes(made):
    assert told(made()) == []


BROKEN = {
    "no file": (EXERCISE, None),
    "misspelt": (EXERCISE.replace("generator: growth", "generator: grwth"), GENERATORS),
    "syntax": (EXERCISE, "def growth(pick:\n"),
    "raises": (EXERCISE, GENERATORS.replace("    total =", "    1 / 0\n    total =")),
    "gives nothing": (EXERCISE, "def growth(pick): pass\n"),
    "numbers for texts": (EXERCISE, GENERATORS.replace('"start": str(start)', '"start": start')),
    "points": (EXERCISE, GENERATORS.replace('"answer":', '"points":')),
    "misspelt field": (EXERCISE, GENERATORS.replace('"answer":', '"anwser":')),
    "unknown place": (EXERCISE.replace("<<growth>>", "<<growht>>"), GENERATORS),
    "unknown place in feedback made": (EXERCISE, GENERATORS.replace("in <<start>>", "in <<strat>>")),
    "ignored text": (EXERCISE.replace("By <<growth>> per cent.", "So."), GENERATORS),
    "wrong key": (EXERCISE.replace("answer: 27", "answer: 28"), GENERATORS),
    "wrong field": (EXERCISE, GENERATORS.replace('"feedback": "Far', '"fedback": "Far')),
    "a later variant": (
        EXERCISE,
        GENERATORS.replace('"answer": growth', '"answer": growth if growth > 0 else None'),
    ),
    "no chance": (EXERCISE, GENERATORS.replace("pick.among(", "(lambda spans: spans[0])(")),
    "no generator": (EXERCISE.replace("  generator: growth\n", "  argued_key: So.\n"), GENERATORS),
    "two keys": (EXERCISE + "  computed_by: growth\n", GENERATORS),
    "a figure": (
        EXERCISE.replace("numeric", "explore").replace("  tolerance", "  parameter: rate\n  tolerance"),
        GENERATORS,
    ),
}
TOLD = {
    "no file": [
        "9: generator names no function of exercises/generators.py, 'growth': there are none",
    ],
    "misspelt": [
        "9: generator names no function of exercises/generators.py, 'grwth': did you mean 'growth'?",
    ],
    "syntax": [
        "9: exercises/generators.py cannot be read: "
        "SyntaxError: '(' was never closed (generators.py, line 1): mend it",
    ],
    "raises": [
        "9: growth() raised ZeroDivisionError: division by zero (line 9): mend it",
    ],
    "gives nothing": [
        "9: growth() gives None: it must give a dict with 'texts' and the fields that change",
    ],
    "numbers for texts": [
        "9: growth() gives texts that are not all text: write numbers as students read them",
    ],
    "points": [
        "9: growth() gives 'points', which is the same for all variants: take it out",
    ],
    "misspelt field": [
        "9: growth() gives 'anwser', no key of the exercise: did you mean 'answer'?",
    ],
    "unknown place": [
        "9: growth() gives a text 'growth' that no <<growth>> asks for: write it, or take it out",
        "15: growth() gives no text <<growht>>: did you mean 'growth'?",
    ],
    "unknown place in feedback made": [
        "9: growth() gives no text <<strat>>: did you mean 'start'?",
    ],
    "ignored text": [
        "9: growth() gives a text 'growth' that no <<growth>> asks for: write it, or take it out",
    ],
    "wrong key": [
        "11: answer is 28, but growth() gives 27: mend one of them",
    ],
    "wrong field": [
        "9: growth() makes a wrong exercise: band 1 has an unknown key 'fedback': did you mean 'feedback'?",
        "9: growth() makes a wrong exercise: band 1 has no feedback: "
        "say what somebody who answers so has confused",
    ],
    "a later variant": [
        "9: growth() makes a wrong exercise: answer is empty, not a number: "
        "write digits with a point, such as 11.2",
    ],
    "no chance": [
        "9: growth() makes the same question each time: draw from what it is given",
        "11: answer is 27, but growth() gives 4: mend one of them",
    ],
    "no generator": [
        "10: nothing fills <<start>>: name a generator, or write the text out",
        "13: nothing fills <<start>>: name a generator, or write the text out",
        "14: nothing fills << start >>: name a generator, or write the text out",
        "15: nothing fills <<growth>>: name a generator, or write the text out",
    ],
    "two keys": [
        "16: computed_by and generator are both there: the generator gives the key",
    ],
    "a figure": [
        "9: explore goes with a figure, which is drawn once for all: take generator out",
    ],
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_told_with_its_line_and_remedy(made, name):
    exercise, generators = BROKEN[name]
    root = made(exercise, generators or "")
    if generators is None:
        (root / "exercises" / "generators.py").unlink()
    assert told(root) == [f"exercises/trade.yml:{line}" for line in TOLD[name]]


SPECTRUM = """- id: firmness
  type: spectrum
  title: How firm?
  objective: read-a-text
  level: argue
  minutes: 2
  points: 1
  generator: firmness
  prompt: Place the letter of <<year>>.
  scale: From loose to firm
  places:
    - {label: loose, meaning: by the way}
    - {label: firm, meaning: in a treaty}
    - {label: fixed, meaning: for ever}
  items:
    - {text: The letter of <<year>>, read: line 1, band: firm,
       feedback: {before: "Not in <<year>>.", after: No.}, worked: It is one.}
    - text: You
  checklist: [It names the line.]
  solution: Firm.
"""
FIRMNESS = """def firmness(pick):
    year = pick.among([1950, 2001])
    return {"texts": {"year": str(year)}}
"""


def test_a_spectrum_has_variants_too(made):
    root = made(SPECTRUM, FIRMNESS)
    assert check(root) == []
    several = variants(bank(root).exercise("firmness"), "", 2)
    assert {item.prompt for item in several} == {
        "Place the letter of 1950.", "Place the letter of 2001."
    }  # fmt: skip
    assert all(mark(each.rule(), {"boxes": [1, 0]}).reason == "right" for each in several)
