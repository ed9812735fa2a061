"""A file of a student's work is read, refused, merged and written alike in Python and in the browser."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seminar.exercises import work
from seminar.exercises.model import TYPES

ROOT = Path(__file__).parents[2]
VERSIONS = sorted((ROOT / "tests" / "versions").glob("work-*.json"))
BOOK = "reading-a-partnership"
VALIDATOR = jsonschema.Draft202012Validator(json.loads(work.schema()))
ANSWER: dict[str, Any] = {
    "fingerprint": "0123456789abcdef",
    "response": {"choice": 1},
    "state": "checked",
    "attempts": 1,
    "hints": 0,
    "solution": False,
    "changed": "2026-03-03T09:00:00.000Z",
}
WORK: dict[str, Any] = {
    "format": "seminar-work",
    "version": 1,
    "book": BOOK,
    "book_version": "0.1.0",
    "saved": "2026-03-03T10:00:00.000Z",
    "exercises": [{"id": "one", "answers": [ANSWER]}],
}


def with_answer(**fields: Any) -> dict[str, Any]:
    return {**WORK, "exercises": [{"id": "one", "answers": [{**ANSWER, **fields}]}]}


def opened(text: str) -> str:
    """What Python makes of a file: its text written anew, or why it is refused."""
    try:
        return work.write(work.read(text.encode("utf-8", "surrogatepass"), BOOK)).decode()
    except work.WorkError as error:
        return error.reason


def in_browser(browser: Any, text: str) -> str:
    return str(browser.ask("opened", [[json.dumps(text), json.dumps(BOOK)]])[0])


# -- files that open


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: path.stem)
def test_a_file_of_every_version_opens_for_ever(path: Path, browser: Any) -> None:
    text = path.read_text(encoding="utf-8")
    found = work.read(path.read_bytes(), BOOK)
    assert {state for entry in found["exercises"] for state in (a["state"] for a in entry["answers"])} == {
        "in-progress", "answered", "checked", "committed"
    }  # fmt: skip
    assert in_browser(browser, text) == opened(text)
    again = work.read(work.write(found), BOOK)
    assert again == found
    assert sum(len(entry["answers"]) for entry in found["exercises"]) == text.count('"fingerprint"')


def test_there_is_a_file_of_the_present_version() -> None:
    assert f"work-{work.VERSION}" in {path.stem for path in VERSIONS}
    path = ROOT / "tests" / "versions" / f"work-{work.VERSION}.json"
    VALIDATOR.validate(json.loads(path.read_text(encoding="utf-8")))
    assert work.write(work.read(path.read_bytes(), BOOK)) == path.read_bytes()


def test_the_committed_schema_is_current() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(work.schema()))
    assert (ROOT / "exercises" / "work-schema.json").read_text(encoding="utf-8") == work.schema(), (
        "run: seminar schema --work --to exercises/work-schema.json"
    )


# -- files that do not

HOSTILE = {
    "nothing": ("", "unreadable"),
    "half a file": (json.dumps(WORK)[:-20], "unreadable"),
    "a page": ("<script>alert(1)</script>", "unreadable"),
    "not a number": (json.dumps(WORK).replace('"hints": 0', '"hints": NaN'), "unreadable"),
    "a list": ("[]", "foreign"),
    "null": ("null", "foreign"),
    "another format": (json.dumps({**WORK, "format": "gradebook"}), "foreign"),
    "another book": (json.dumps({**WORK, "book": "another"}), "foreign"),
    "a later version": (json.dumps({**WORK, "version": 2}), "newer"),
    "no version": (json.dumps({**WORK, "version": None}), "damaged"),
    "true for a version": (json.dumps({**WORK, "version": True}), "damaged"),
    "version nought": (json.dumps({**WORK, "version": 0}), "damaged"),
    "a name": (json.dumps({**WORK, "student": "Li"}), "damaged"),
    "markup for a version": (json.dumps({**WORK, "book_version": "<img onerror=alert(1)>"}), "damaged"),
    "no answers": (json.dumps({**WORK, "exercises": [{"id": "one", "answers": []}]}), "damaged"),
    "answers by id": (json.dumps({**WORK, "exercises": {"one": [ANSWER]}}), "damaged"),
    "repeated ids": (json.dumps({**WORK, "exercises": WORK["exercises"] * 2}), "damaged"),
    "markup for an id": (
        json.dumps({**WORK, "exercises": [{"id": "<script>", "answers": [ANSWER]}]}),
        "damaged",
    ),
    "a prototype for an id": (
        json.dumps({**WORK, "exercises": [{"id": "__proto__", "answers": [ANSWER]}]}),
        "damaged",
    ),
    "a million answers": (
        json.dumps({**WORK, "exercises": [{"id": "one", "answers": [0] * 1_000_000}]}),
        "damaged",
    ),
    "a million exercises": (json.dumps({**WORK, "exercises": [0] * 1_000_000}), "damaged"),
    "too many sound answers": (
        json.dumps({**WORK, "exercises": [{"id": "one", "answers": [{}] * 100_001}]}),
        "damaged",
    ),
    "a prototype": (json.dumps(WORK).replace('"choice"', '"__proto__": {"a": 1}, "choice"'), "damaged"),
    "a constructor": (json.dumps({**WORK, "constructor": {"prototype": {"polluted": 1}}}), "damaged"),
    **{
        f"a setting called {name}": (json.dumps(with_answer(response={"values": {name: "1"}})), "damaged")
        for name in ("__proto__", "constructor", "prototype", "", "<b>", "a b")
    },
    **{
        f"the date {date!r}": (json.dumps(with_answer(changed=date)), "damaged")
        for date in (
            "never", "", 0, None, "9999-12-31T00:00:00.000Z",
            "+012026-01-01T00:00:00.000Z", "2026-13-01T00:00:00.000Z",
            "2026-03-03", "2026-03-03T09:00:00.000Z\n", "2026-03-03T09:00:00Z", "٢٠26-03-03T09:00:00.000Z",
        )
    },
    **{
        f"{name} {value!r}": (json.dumps(with_answer(**{name: value})), "damaged")
        for name, value in [
            ("fingerprint", "0123456789ABCDEF"), ("fingerprint", "x"), ("fingerprint", 5), ("state", "right"),
            ("attempts", -1), ("attempts", 1.5), ("attempts", True), ("attempts", "1"), ("attempts", 10**30),
            ("hints", None), ("solution", 1), ("chosen", "soon"), ("score", 100),
            ("response", []), ("response", None),
            ("response", {"choice": None}), ("response", {"choice": -1}), ("response", {"choice": 1000}),
            ("response", {"choices": {"0": 1}}), ("response", {"order": [None]}),
            ("response", {"pairs": [[0]]}),
            ("response", {"text": 5}), ("response", {"text": "\ud800"}), ("response", {"committed": "yes"}),
            ("response", {"values": [1]}), ("response", {"values": "x"}), ("response", {"because": None}),
        ]
    },
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_broken_foreign_or_hostile_file_is_refused_alike(name: str, browser: Any) -> None:
    text, reason = HOSTILE[name]
    assert opened(text) == reason
    assert in_browser(browser, text) == reason


@pytest.mark.parametrize(
    "text", ["[" * 200_000, json.dumps(WORK).replace("1}", "[" * 5000 + "]" * 5000 + "}", 1)]
)
def test_what_nests_deeply_is_refused(text: str, browser: Any) -> None:
    assert opened(text) in ("unreadable", "damaged")
    assert in_browser(browser, text) in ("unreadable", "damaged")


def test_a_file_over_the_limit_is_not_read() -> None:
    assert opened(" " * (work.LARGEST + 1)) == "large"


@pytest.mark.parametrize(("written", "meant"), [("1.0", 1), ("1e0", 1), ("-0", 0), ("-0.0", 0), ("1E2", 100)])
def test_a_number_may_be_written_in_any_way(written: str, meant: int, browser: Any) -> None:
    text = json.dumps(WORK).replace('"attempts": 1', f'"attempts": {written}')
    assert f'"attempts":{meant},' in opened(text)
    assert in_browser(browser, text) == opened(text)


def test_a_mark_of_byte_order_does_no_harm() -> None:
    assert opened("\ufeff" + json.dumps(WORK)) == opened(json.dumps(WORK))


# -- merging

texts = st.text(st.characters(codec="utf-8"), max_size=6) | st.sampled_from(
    ["😀", "\ue000", "\x7f", "\u2028", '"\\']
)
positions = st.integers(0, 999)
responses = st.fixed_dictionaries(
    {},
    optional={
        "choice": positions,
        "choices": st.lists(positions, max_size=3),
        "pairs": st.lists(st.none() | positions, max_size=3),
        "number": texts,
        "text": texts,
        "values": st.lists(st.none() | texts, max_size=3)
        | st.dictionaries(st.sampled_from(["growth", "b", "_c"]), texts),
        "committed": st.booleans(),
    },
)
# Few moments and few contents, so that ties happen.
moments = st.sampled_from([f"2026-03-0{day}T09:00:00.000Z" for day in (1, 2, 3)])
answers = st.fixed_dictionaries(
    {
        "fingerprint": st.sampled_from(["0123456789abcdef", "fedcba9876543210"]),
        "response": responses | st.just({}),
        "state": st.sampled_from(["in-progress", "answered", "checked", "committed"]),
        "attempts": st.integers(0, 2),
        "hints": st.just(0),
        "solution": st.just(False),
        "changed": moments,
    },
    optional={"chosen": moments},
)
works = st.fixed_dictionaries(
    {
        **{name: st.just(WORK[name]) for name in ("format", "version", "book")},
        "book_version": st.sampled_from(["0.1.0", "0.2.0"]),
        "saved": moments,
        "exercises": st.lists(
            st.fixed_dictionaries(
                {
                    "id": st.sampled_from(["one", "two", "two-b"]),
                    "answers": st.lists(answers, min_size=1, max_size=3),
                }
            ),
            max_size=3,
            unique_by=lambda entry: entry["id"],
        ),
    }
)


def sound(made: dict[str, Any]) -> work.Work:
    return work.read(json.dumps(made).encode(), BOOK)


def held(made: work.Work) -> set[str]:
    return {
        entry["id"] + json.dumps(a, sort_keys=True) for entry in made["exercises"] for a in entry["answers"]
    }


@settings(max_examples=150, deadline=None)
@given(works, works, works)
def test_merging_is_the_same_in_any_order_and_loses_nothing(one: Any, two: Any, three: Any) -> None:
    a, b, c = sound(one), sound(two), sound(three)
    before = copy.deepcopy(a)
    both = work.merge(a, b)
    assert a == before
    assert both == work.merge(b, a)
    assert work.merge(both, b) == both == work.merge(both, both)
    assert work.merge(both, c) == work.merge(a, work.merge(b, c))
    assert held(both) == held(a) | held(b)
    for entry in both["exercises"]:
        times = [max(answer["changed"], answer.get("chosen", "")) for answer in entry["answers"]]
        assert times == sorted(times, reverse=True)
    assert work.read(work.write(both), BOOK) == both
    VALIDATOR.validate(both)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(works, works), min_size=5, max_size=10))
def test_both_languages_merge_to_the_same_bytes(browser: Any, pairs: list[tuple[Any, Any]]) -> None:
    calls = [
        [json.dumps(json.dumps(one)), json.dumps(json.dumps(two)), json.dumps(BOOK)] for one, two in pairs
    ]
    expected = [work.write(work.merge(sound(one), sound(two))).decode() for one, two in pairs]
    assert browser.ask("merged", calls) == expected


CASES = json.loads((ROOT / "tests" / "vectors" / "work.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_both_languages_give_the_shared_cases(case: dict[str, Any], browser: Any) -> None:
    one, two = ({**WORK, "exercises": [{"id": "one", "answers": case[name]}]} for name in ("one", "other"))
    for first, second in ((one, two), (two, one)):
        merged = work.merge(sound(first), sound(second))
        assert merged["exercises"][0]["answers"] == case["merged"]
        asked = [json.dumps(json.dumps(first)), json.dumps(json.dumps(second)), json.dumps(BOOK)]
        assert browser.ask("merged", [asked]) == [work.write(merged).decode()]


def test_both_languages_take_the_same_answers_for_opinions(browser: Any) -> None:
    responses: list[dict[str, Any]] = [{}, {"choice": 1}, {"text": "x"}, {"because": "x"}, {"text": ""}]
    calls = [
        (kind, {**ANSWER, "response": response, "state": state})
        for kind in (*TYPES, None)
        for response in responses
        for state in ("answered", "committed")
    ]
    asked = [[json.dumps(kind), json.dumps(answer)] for kind, answer in calls]
    assert browser.ask("isOpinion", asked) == [work.is_opinion(kind, answer) for kind, answer in calls]  # type: ignore[arg-type]
