"""Keys agree with the data, in the tests' own project and in the book."""

from __future__ import annotations

from pathlib import Path

import pytest

from seminar.exercises.check import check

ROOT = Path(__file__).parents[2]
SAMPLES = (Path(__file__).parent / "samples.yml").read_text(encoding="utf-8")


def test_the_books_exercises_agree_with_its_data():
    assert check(ROOT) == []


def test_sound_exercises_pass(project):
    assert check(project(trade=SAMPLES)) == []


def test_a_changed_cell_of_the_data_names_the_key_that_it_contradicts(project):
    root = project(trade=SAMPLES)
    table = root / "data" / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("107.06", "97.06"), encoding="utf-8")
    assert [str(mistake) for mistake in check(root)] == [
        "exercises/trade.yml:41: the key of option 2 is correct, but above_the_line() gives not correct: "
        "mend one of them",
        "exercises/trade.yml:56: answer is 27.1, but growth() gives 15.27315914: mend one of them",
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("def broken(:", "exercises/keys.py:2: SyntaxError: invalid syntax"),
        (
            "import nothing_of_this_name",
            "exercises/keys.py:2: ModuleNotFoundError: No module named 'nothing_of_this_name'",
        ),
    ],
)
def test_functions_that_cannot_be_read_are_told_once(project, line, message):
    root = project(trade=SAMPLES)
    (root / "exercises" / "keys.py").write_text(f'"""Keys."""\n{line}\n', encoding="utf-8")
    assert [str(mistake) for mistake in check(root)] == [message]


def test_a_table_that_cannot_be_read_is_told_once_by_its_own_line(project):
    root = project(trade=SAMPLES)
    table = root / "data" / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("107.06,", "107;06,"), encoding="utf-8")
    assert [str(mistake) for mistake in check(root)] == [
        "data/trade.csv:3: total_usd_billion is '107;06', not of type number"
    ]


def test_a_function_needs_a_file_of_functions(project):
    root = project(trade=SAMPLES)
    (root / "exercises" / "keys.py").unlink()
    assert [str(mistake) for mistake in check(root)] == [
        f"exercises/trade.yml:{line}: "
        f"computed_by names no function of exercises/keys.py, {name!r}: there are none"
        for line, name in ((35, "above_the_line"), (58, "growth"))
    ]


@pytest.mark.parametrize(
    ("answer", "agrees"), [("27", True), ("27.1", True), ("27.15", True), ("27.14", False), ("28", False)]
)
def test_an_answer_may_be_rounded_but_not_otherwise_differ(project, answer, agrees):
    root = project(trade=SAMPLES.replace("answer: 27.1", f"answer: {answer}"))
    assert (check(root) == []) is agrees
