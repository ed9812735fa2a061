"""What a student hands in is read, refused, written and named alike in both languages, and marked anew."""

from __future__ import annotations

import copy
import itertools
import json
import pickle
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from seminar.exercises import submission as handed_in
from seminar.exercises.assignments import Assignment, assignment
from seminar.exercises.fingerprint import fingerprint, question
from seminar.exercises.marking import mark
from seminar.exercises.model import Exercise
from seminar.exercises.students import normal
from seminar.exercises.submission import Marked, SubmissionError, mark_submission, read, receipt, write
from seminar.exercises.variants import pick, variants
from tests.browser.node import modules
from tests.exercises.test_variants import EXERCISE, GENERATORS

ROOT = Path(__file__).parents[2]
SAMPLES = (Path(__file__).parent / "samples.yml").read_text(encoding="utf-8")
VECTORS = json.loads((ROOT / "tests" / "vectors" / "submission.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(json.loads(handed_in.schema()))
BOOK = "reading-a-partnership"
GOOD = VECTORS["good"][0]["submission"]


@pytest.fixture(scope="session")
def node(browser: Any) -> Any:
    """The browser's half, with the packages that this part of it needs."""
    modules()
    return browser


def opened(text: str) -> str:
    try:
        return write(read(text.encode("utf-8", "surrogatepass"), BOOK)).decode()
    except SubmissionError as error:
        return error.reason


def js(value: Any) -> str:
    return json.dumps(value)


def sealed(content: dict[str, Any]) -> str:
    """The text of a file whose receipt is right, whatever else is not."""
    return json.dumps({**content, "receipt": receipt(content)})  # type: ignore[arg-type]


# -- shared cases


@pytest.mark.parametrize("case", VECTORS["good"], ids=lambda case: case["says"])
def test_a_sound_file_opens_and_is_written_to_the_same_bytes(case, node):
    content = {name: value for name, value in case["submission"].items() if name != "receipt"}
    assert receipt(content) == case["submission"]["receipt"]
    assert node.ask("receipt", [[js(content)]]) == [case["submission"]["receipt"]]
    assert re.fullmatch("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", receipt(content))
    assert read(case["text"].encode(), BOOK) == case["submission"]
    for text in (case["text"], "\ufeff" + json.dumps(case["submission"], indent=4)):
        assert opened(text) == case["text"]
    assert node.ask("handedIn", [[js(case["text"]), js(BOOK)]]) == [case["text"]]
    VALIDATOR.validate(case["submission"])


def test_refused_files_are_refused_alike_and_for_the_same_reason(node):
    asked = [[js(case["text"]), js(BOOK)] for case in VECTORS["refused"]]
    for case, answer in zip(VECTORS["refused"], node.ask("handedIn", asked), strict=True):
        assert (opened(case["text"]), answer) == (case["reason"], case["reason"]), case["says"]


def test_the_shared_cases_know_every_reason():
    assert {case["reason"] for case in VECTORS["refused"]} == {
        "unreadable", "foreign", "newer", "damaged", "altered"
    }  # fmt: skip


def test_ids_picks_and_file_names_are_the_same_in_both_languages(node):
    ids, picks, names = VECTORS["ids"], VECTORS["picks"], VECTORS["file_names"]
    assert [normal(case["typed"]) for case in ids] == [case["counts"] for case in ids]
    assert node.ask("normal", [[js(case["typed"])] for case in ids]) == [case["counts"] for case in ids]
    fields = ("assignment", "exercise", "student", "count")
    assert [pick(*(case[name] for name in fields)) for case in picks] == [case["pick"] for case in picks]
    asked = [[js(case[name]) for name in fields] for case in picks]
    assert node.ask("pick", asked) == [case["pick"] for case in picks]
    named = [handed_in.file_name(case["assignment"], case["student"]) for case in names]
    assert named == [case["name"] for case in names]
    asked = [[js(case["assignment"]), js(case["student"])] for case in names]
    assert node.ask("fileName", asked) == named


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(codec="utf-8", max_codepoint=0x2FFF), max_size=12), min_size=5))
@example(["\u1ae0\u0d3b", "\u1c89a", "E\u0301\u1ae0", "\u0391\u03a3 ", "\u1100\u1161\u0d3b"])
def test_any_id_picks_and_names_alike(node, ids):
    assert node.ask("normal", [[js(id)] for id in ids]) == [normal(id) for id in ids]
    asked = [[js("trade"), js(id)] for id in ids]
    names = [handed_in.file_name("trade", id) for id in ids]
    assert node.ask("fileName", asked) == names
    for name in names:
        assert re.fullmatch(r"trade(-[a-z0-9]+)*\.json", name)
        assert len(name) < 70
    asked = [[js("a"), js("b"), js(id), js(7)] for id in ids]
    assert node.ask("pick", asked) == [pick("a", "b", id, 7) for id in ids]


def test_two_spellings_of_one_id_share_a_file_name_and_other_ids_do_not():
    typed = ["ab-12", "AB-12 ", "ab_12", "ab 12", "ab/12", "äb-12", "a" * 50, "a" * 51]
    names = [handed_in.file_name("trade", id) for id in typed]
    assert names[0] == names[1] == "trade-ab-12.json"
    assert len(set(names)) == len(typed) - 1


# -- hostile files


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"format":' * 50_000,
        json.dumps(GOOD).replace("null", "[" * 5000 + "]" * 5000, 1),
        json.dumps(GOOD).replace("197,9", "1" * 10_000),
        json.dumps(GOOD).replace("null", "1" * 5000, 1),
    ],
)
def test_what_nests_deeply_or_counts_far_is_refused(text, node):
    assert opened(text) in ("unreadable", "damaged", "altered")
    assert node.ask("handedIn", [[js(text), js(BOOK)]])[0] in ("unreadable", "damaged", "altered")


def test_a_file_of_100_megabytes_is_not_even_read():
    assert opened(" " * 100_000_000) == "large"


@pytest.mark.parametrize("raw", [b"\xff\xfe{\x00", b"\x80", b"PK\x03\x04", "{}".encode("utf-16")])
def test_what_is_no_utf_8_is_unreadable(raw):
    with pytest.raises(SubmissionError) as caught:
        read(raw, BOOK)
    assert caught.value.reason == "unreadable"


@pytest.mark.parametrize(
    ("once", "twice"),
    [
        ('"version": 1', '"version": 1, "version": 1'),
        ('"choice": 2', '"choice": 1, "choice": 2'),
        ('"name": "Li Ming"', '"name": "Another", "name": "Li Ming"'),
    ],
)
def test_a_name_that_stands_twice_in_one_object_is_damage_even_where_the_last_would_do(once, twice):
    text = json.dumps(GOOD)
    assert once in text
    assert json.loads(text.replace(once, twice)) == GOOD
    assert opened(text.replace(once, twice)) == "damaged"


def test_more_answers_than_any_assignment_has_are_damage():
    answers = [{**GOOD["answers"][0], "exercise": f"e-{i}"} for i in range(1001)]
    assert opened(sealed({**GOOD, "answers": answers, "withheld": []})) == "damaged"
    assert opened(sealed({**GOOD, "answers": answers[1:], "withheld": []})) not in ("damaged", "altered")


@pytest.mark.parametrize("written", ["3.0", "3e0", "30E-1"])
def test_a_number_may_be_written_in_any_way_and_keeps_its_receipt(written, node):
    text = json.dumps(GOOD).replace('"variant": 3', f'"variant": {written}')
    assert opened(text) == VECTORS["good"][0]["text"]
    assert node.ask("handedIn", [[js(text), js(BOOK)]]) == [opened(text)]


def test_every_change_of_a_file_shows_in_its_receipt():
    receipts = {receipt(case["submission"]) for case in VECTORS["good"]}
    assert len(receipts) == len(VECTORS["good"])
    for path in (("student", "id"), ("student", "name"), ("handed_in",), ("withheld",), ("book_version",)):
        changed = copy.deepcopy(GOOD)
        target = changed
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = [] if path[-1] == "withheld" else "7"
        assert receipt(changed) != receipt(GOOD), path


def test_the_committed_schema_is_current():
    jsonschema.Draft202012Validator.check_schema(json.loads(handed_in.schema()))
    assert (ROOT / "exercises/submission-schema.json").read_text(encoding="utf-8") == handed_in.schema(), (
        "run: seminar schema --submission --to exercises/submission-schema.json"
    )


# -- marking

ANSWERS: dict[str, dict[str, Any]] = {
    "sample-single": {"choice": 2},
    "sample-multiple": {"choices": [2, 1]},
    "sample-numeric": {"number": "27,1"},
    "sample-ordering": {"order": [0, 1, 2]},
    "sample-matching": {"pairs": [0, 1, 0]},
    "sample-classification": {"boxes": [0, 2]},
    "sample-spectrum": {"boxes": [1, 2, 1], "because": "It speaks of neighbours.", "checked": [0]},
    "sample-spectrum-open": {"boxes": [2, 0], "choice": 1, "because": "It binds nobody."},
    "sample-short-text": {"text": "Because it counts.", "checked": [1]},
    "sample-prediction": {"choice": 0, "because": "So it seems."},
    "sample-forecast": {"number": "139", "low": "120", "high": "160", "because": "Slow."},
    "sample-draw": {"values": ["139", "142,5"], "low": "9", "high": "160", "because": "Up."},
    "sample-explore": {"values": {"growth": "10,5"}},
    "sample-explore-choice": {"choice": 0, "values": {"growth": "3"}, "because": "So it seems."},
    "sample-explore-because": {"because": "So it seems."},
    "sample-reveal": {"number": "110"},
    "sample-read": {"choice": 1},
}
HEAD = """title: All
instructions: Do it.
due: Soon
feedback: never
integrity: Yours.
ai: None.
readers: Your teacher.
exercises:
"""


@pytest.fixture
def setting(project, monkeypatch):
    """Make an assignment of exercises by id, and the project's samples with changes."""

    def make(*ids: str, samples: str = SAMPLES, more: str = "") -> Assignment:
        root = project(trade=samples, growth=EXERCISE)
        monkeypatch.chdir(root)
        (root / "exercises" / "generators.py").write_text(GENERATORS, encoding="utf-8")
        folder = root / "exercises" / "assignments"
        folder.mkdir(exist_ok=True)
        chosen = "".join(f"  - id: {id}\n" for id in ids or ANSWERS)
        (folder / "all.yml").write_text(HEAD + chosen + more, encoding="utf-8")
        return assignment("all", root)

    return make


def given_answer(exercise: Exercise, response: Any, made_with: str, variant: int | None = None) -> Any:
    answer = {
        "exercise": exercise.id,
        "question": question(exercise),
        "variant": variant,
        "response": response,
        "changed": "2026-03-03T09:00:00.000Z",
    }
    return answer if made_with == "release" else {**answer, "fingerprint": fingerprint(exercise)}


def handed(answers: list[Any], made_with: str = "page", student: str = "ab12", **fields: Any) -> Any:
    content = {
        **GOOD, "assignment": "all", "made_with": made_with, "student": {"id": student, "name": ""},
        "answers": answers, "withheld": [], **fields,
    }  # fmt: skip
    return read(sealed(content).encode(), BOOK)


def as_shown(exercise: Exercise, response: dict[str, Any]) -> dict[str, Any]:
    """The response as a release records it: places of its own order instead of positions of the file."""
    shown = exercise.released
    if not shown:
        return response
    return {
        name: [None if i is None else shown.index(i) for i in value] if name in ("order", "pairs") else value
        for name, value in response.items()
    }


def by_id(marked: list[Marked]) -> dict[str, Marked]:
    found = {line.exercise: line for line in marked}
    assert len(found) == len(marked)
    return found


def both(made: Assignment, responses: dict[str, Any]) -> tuple[list[Marked], list[Marked]]:
    """The marks of the same answers, once from the page and once from a release."""
    exercises = {item.exercise.id: item.exercise for item in made.items}
    page = [given_answer(exercises[id], response, "page") for id, response in responses.items()]
    release = [
        given_answer(exercises[id], as_shown(exercises[id], response), "release")
        for id, response in responses.items()
    ]
    return mark_submission(made, handed(page)), mark_submission(made, handed(release, "release"))


def test_right_answers_get_their_points_from_the_page_and_from_a_release(setting):
    made = setting()
    page, release = both(made, ANSWERS)
    assert page == release
    assert [line.exercise for line in page] == list(ANSWERS)
    for line, item in zip(page, made.items, strict=True):
        assert line.mark is not None
        assert line.mark.points == (None if line.reason == "by-hand" else item.hundredths)
        assert (line.of, line.variant) == (item.hundredths, None)


@pytest.mark.parametrize("id", ["sample-ordering", "sample-matching"])
def test_every_answer_gets_the_same_marks_from_the_page_and_from_a_release(setting, id):
    made = setting(id)
    if id == "sample-ordering":
        responses = [{"order": list(order)} for order in itertools.permutations(range(3))]
    else:
        responses = [{"pairs": list(pairs)} for pairs in itertools.product([None, 0, 1, 2], repeat=3)]
    points = set()
    for response in responses:
        page, release = both(made, {id: response})
        assert page == release
        points.add(page[0].mark and page[0].mark.points)
    assert len(points) > 1


def test_a_forecast_handed_in_is_committed_but_not_complete_unless_it_is(setting):
    made = setting("sample-prediction", "sample-forecast", "sample-reveal")
    exercises = {item.exercise.id: item.exercise for item in made.items}
    given = {"sample-prediction": {"choice": 1}, "sample-forecast": {}, "sample-reveal": {"number": "7"}}
    answers = [given_answer(exercises[id], response, "page") for id, response in given.items()]
    marked = by_id(mark_submission(made, handed(answers)))
    assert {id: line.reason for id, line in marked.items()} == {
        "sample-prediction": "incomplete", "sample-forecast": "empty", "sample-reveal": "complete"
    }  # fmt: skip


def test_what_was_kept_back_or_left_out_or_is_not_asked_is_told_apart(setting):
    made = setting("sample-single", "sample-short-text", "sample-read")
    single, *_ = (item.exercise for item in made.items)
    unknown = {**given_answer(single, {"choice": 0}, "page"), "exercise": "elsewhere-asked"}
    submission = handed(
        [given_answer(single, {"choice": 2}, "page"), unknown], withheld=["sample-short-text"]
    )
    marked = mark_submission(made, submission)
    assert [(line.exercise, line.reason) for line in marked] == [
        ("sample-single", "right"), ("sample-short-text", "withheld"),
        ("sample-read", "unanswered"), ("elsewhere-asked", "unknown"),
    ]  # fmt: skip
    assert [line.mark is None for line in marked] == [False, True, True, True]


def test_the_file_of_another_assignment_gets_no_marks(setting):
    made = setting("sample-single")
    answer = given_answer(made.items[0].exercise, {"choice": 2}, "page")
    assert [line.reason for line in mark_submission(made, handed([answer], assignment="another"))] == [
        "elsewhere"
    ]


def test_points_and_policy_are_the_assignment_s(setting):
    made = setting(
        "sample-single", more="    points: 2.5\n  - id: sample-multiple\n    partial: all-or-nothing\n"
    )
    single, multiple = (item.exercise for item in made.items)
    answers = [
        given_answer(single, {"choice": 2}, "page"), given_answer(multiple, {"choices": [1]}, "page")
    ]  # fmt: skip
    marked = by_id(mark_submission(made, handed(answers)))
    assert (marked["sample-single"].mark.points, marked["sample-multiple"].mark.points) == (250, 0)


def test_the_key_travels_and_marks_elsewhere_as_here(setting):
    made = setting(*ANSWERS, "growth")
    known = handed_in.key(made, "2026")
    assert pickle.loads(pickle.dumps(known)) == known
    exercises = {item.exercise.id: item.exercise for item in made.items}
    answers = [given_answer(exercises[id], response, "page") for id, response in ANSWERS.items()]
    here = mark_submission(made, handed(answers), "2026")
    there = handed_in.marks(pickle.loads(pickle.dumps(known)), handed(answers))
    assert [line for line, _ in there] == here
    # What was marked can be marked again, by the rule alone.
    for (line, response), marking in zip(there, known.markings, strict=True):
        if response is not None:
            assert mark(marking.asked[line.variant or 0].rule, response) == line.mark


# -- keys and questions that change between answering and marking


def test_an_answer_to_an_older_question_is_not_marked(setting):
    before = setting("sample-single").items[0].exercise
    after = setting("sample-single", samples=SAMPLES.replace("no year", "some year"))
    answer = given_answer(before, {"choice": 2}, "page")
    assert [line.reason for line in mark_submission(after, handed([answer]))] == ["changed"]


def test_a_mended_key_marks_old_answers_anew(setting):
    before = setting("sample-multiple").items[0].exercise
    mended = SAMPLES.replace("{text: in 2019, correct: true}", "{text: in 2019, feedback: No.}")
    after = setting("sample-multiple", samples=mended)
    for made_with in ("page", "release"):
        answer = given_answer(before, {"choices": [1, 2]}, made_with)
        assert mark_submission(after, handed([answer], made_with))[0].mark.points < 25


def test_a_mended_order_marks_a_release_anew_and_does_not_guess_at_a_page(setting):
    before = setting("sample-ordering").items[0].exercise
    first, second = (
        "    - {text: the year 2017, note: It was 84.}\n",
        "    - {text: the year 2018, note: It was 107.}\n",
    )
    assert first + second in SAMPLES
    after = setting("sample-ordering", samples=SAMPLES.replace(first + second, second + first))
    released = given_answer(before, as_shown(before, {"order": [1, 0, 2]}), "release")
    assert mark_submission(after, handed([released], "release"))[0].reason == "right"
    paged = given_answer(before, {"order": [1, 0, 2]}, "page")
    assert mark_submission(after, handed([paged]))[0].reason == "changed"


# -- variants


def test_a_variant_is_marked_by_its_own_key_and_only_the_student_s_own(setting):
    made = setting("growth", more="    variants: 5\n")
    base = made.items[0].exercise
    for student in ("ab12", "Ivanov", "李明"):
        own = pick("all", "growth", student, 5)
        for made_with, seed in itertools.product(("page", "release"), ("", "2026")):
            for i, variant in enumerate(variants(base, seed, 5)):
                answer = given_answer(variant, {"number": str(variant.answer)}, made_with, i)
                [line] = mark_submission(made, handed([answer], made_with, student), seed)
                assert (line.reason, line.variant) == ("right" if i == own else "other-variant", own)


def test_a_variant_of_another_seed_or_of_none_is_not_marked(setting):
    made = setting("growth")
    base = made.items[0].exercise
    own = pick("all", "growth", "ab12", 8)
    seeds = {question(variants(base, seed, 8)[own]): seed for seed in ("", "1", "2", "3")}
    assert len(seeds) > 1
    for asked, seed in seeds.items():
        answer = {**given_answer(base, {"number": "1"}, "release", own), "question": asked}
        for other in seeds.values():
            [line] = mark_submission(made, handed([answer], "release"), other)
            assert (line.reason == "changed") is (other != seed)
    without = given_answer(base, {"number": "1"}, "release")
    assert mark_submission(made, handed([without], "release"))[0].reason == "other-variant"


def test_a_variant_claimed_where_there_are_none_is_not_marked(setting):
    made = setting("sample-single")
    answer = given_answer(made.items[0].exercise, {"choice": 2}, "page", 0)
    assert mark_submission(made, handed([answer]))[0].reason == "other-variant"


# -- whatever comes

positions = st.integers(0, 12)
texts = st.text(st.characters(codec="utf-8"), max_size=6) | st.sampled_from(["11", "1e9", "-0", "\x00", "٣"])
responses = st.fixed_dictionaries(
    {},
    optional={
        "choice": positions,
        "choices": st.lists(positions, max_size=4),
        "order": st.lists(positions, max_size=5) | st.permutations(range(3)),
        "pairs": st.lists(st.none() | positions, max_size=4),
        "boxes": st.lists(st.none() | positions, max_size=3),
        "checked": st.lists(positions, max_size=3),
        "values": st.lists(st.none() | texts, max_size=3)
        | st.dictionaries(st.sampled_from(["growth", "b"]), texts),
        "committed": st.booleans(),
        **dict.fromkeys(("number", "text", "low", "high", "because"), texts),
    },
)


@pytest.fixture
def everything(setting) -> tuple[Assignment, handed_in.Key]:
    """An assignment of every type, and its key: made once for all examples."""
    made = setting(*ANSWERS, "growth")
    return made, handed_in.key(made)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_submission_that_can_be_read_raises_and_every_exercise_gets_its_line(everything, data):
    made, key = everything
    known = [item.exercise for item in made.items]
    made_with = data.draw(st.sampled_from(["page", "release"]))
    answered = data.draw(st.lists(st.sampled_from(known), unique_by=lambda ex: ex.id))
    answers = []
    for exercise in answered:
        answer = given_answer(
            exercise, data.draw(responses), made_with, data.draw(st.none() | st.integers(0, 9))
        )
        if data.draw(st.booleans()):
            answer["variant"] = None if exercise.generator is None else pick("all", exercise.id, "ab12", 8)
        if data.draw(st.integers(0, 5)) == 0:
            answer["question"] = "0123456789abcdef"
        answers.append(answer)
    left = [ex.id for ex in known if ex not in answered]
    withheld = data.draw(st.lists(st.sampled_from(left), unique=True)) if left else []
    marked = handed_in.marks(key, handed(answers, made_with, withheld=withheld))
    assert [line.exercise for line, _ in marked] == [exercise.id for exercise in known]
    for line, response in marked:
        assert (line.mark is None) == (response is None)
        if line.mark is None:
            assert line.reason in ("unanswered", "withheld", "changed", "other-variant")
        else:
            assert line.reason == line.mark.reason
            assert line.mark.points is None or 0 <= line.mark.points <= line.of


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | texts | st.just("__proto__"),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(texts | st.just("constructor"), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value, itself first."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, child in inner for found in places(child, (*path, key)))]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    changed = copy.copy(value)
    changed[path[0]] = replaced(value[path[0]], path[1:], new)
    return changed


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(VECTORS["good"]), st.data())
def test_a_file_with_anything_anywhere_is_read_or_refused_alike_in_both_languages(node, case, data):
    made = {name: value for name, value in case["submission"].items() if name != "receipt"}
    made = replaced(made, data.draw(st.sampled_from(places(made))), data.draw(anything))
    text = sealed(made) if isinstance(made, dict) else json.dumps(made)
    said = opened(text)
    assert said in ("unreadable", "foreign", "newer", "damaged") or json.loads(said)["receipt"] == receipt(
        made
    )
    assert node.ask("handedIn", [[js(text), js(BOOK)]]) == [said]


@given(st.binary(max_size=60))
def test_bytes_of_any_kind_are_refused_and_raise_nothing_else(raw):
    with pytest.raises(SubmissionError):
        read(raw, BOOK)
