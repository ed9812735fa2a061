"""Keys agree with the data, in the tests' own project and in the book."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seminar.exercises.check import check
from seminar.rehash import rehash

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
    rehash(root)
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
    rehash(root)
    assert [str(mistake) for mistake in check(root)] == [
        "data/trade.csv:3: total_usd_billion is '107;06', not of type number"
    ]


VERDICTS = """\
from seminar.corpus import Verdict


def bridge():
    return Verdict("held", "", "Counted (trade).")


def of_no_claim():
    return Verdict("held", "", "Counted (trade).")


def opinion():
    return Verdict("true", "", "Counted (trade).")
"""


def test_verdicts_that_do_not_stand_are_told_by_the_lines_of_their_claims(project):
    root = project(trade=SAMPLES)
    (root / "exercises" / "verdicts.py").write_text(VERDICTS, encoding="utf-8")
    claims = [
        "id,paraphrase,verdict,verdict_note,evidence,computed_by",
        "remarks-014,The bridge is open.,,,,bridge",
        "remarks-015,The road is open.,held,,Counted.,bridge",
        "remarks-016,The line is open.,,,,bridges",
        "remarks-017,All is well.,came true,,Counted.,",
        "remarks-018,All is better.,,,,opinion",
        "remarks-019,Nobody has judged this.,,,,",
    ]
    (root / "data" / "claims.csv").write_text("\n".join(claims) + "\n", encoding="utf-8")
    package = root / "data" / "datapackage.json"
    described = json.loads(package.read_text(encoding="utf-8"))
    (resource,) = [each for each in described["resources"] if each["name"] == "claims"]
    resource["schema"]["fields"] = [
        {"name": name, "title": name, "type": "string"} for name in claims[0].split(",")
    ]
    package.write_text(json.dumps(described), encoding="utf-8")
    rehash(root)
    words = "write one of held, held in one source, held in part, held for another reason, not held, "
    words += "cannot be tested, open, and the rest in the note"
    assert [str(mistake) for mistake in check(root)] == [
        "data/claims.csv:3: remarks-015 is judged by bridge(): leave its verdict, verdict_note and evidence "
        "empty, or computed_by",
        "data/claims.csv:4: exercises/verdicts.py has no function 'bridges'; did you mean bridge?",
        f"data/claims.csv:5: remarks-017: 'came true' is no verdict: {words}",
        f"data/claims.csv:6: remarks-018: 'true' is no verdict: {words}",
        "exercises/verdicts.py:1: of_no_claim() judges no claim: name it in data/claims.csv",
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


def test_the_bands_of_a_spectrum_can_be_computed(project):
    samples = SAMPLES.replace("title: How close, again?", "title: How close?\n  computed_by: places")
    assert check(project(trade=samples)) == []
    line = samples.splitlines().index("    - text: The treaty") + 1
    told = check(project(trade=samples.replace("computed_by: places", "computed_by: other_places")))
    assert [str(mistake).partition(": ")[2] for mistake in told] == [
        "the key of item 1 is 'together', but other_places() gives one's own placing: mend one of them",
        "the key of item 2 is 'apart' to 'beside', but other_places() gives 'beside': mend one of them",
    ]
    assert told[0].line == line
