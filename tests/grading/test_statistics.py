"""What the statistics say of a class is what is known of it, whatever order it comes in."""

from __future__ import annotations

import pickle
import random
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seminar.exercises.assignments import Assignment
from seminar.exercises.submission import Key, Marking
from seminar.exercises.submission import key as key_of
from seminar.grading import statistics
from seminar.grading.records import Row
from seminar.grading.statistics import ClassStatistics, ExerciseStatistics
from tests.grading import classes
from tests.grading.marked import answered, row

SIZE = 200
Floats = np.ndarray[Any, np.dtype[np.float64]]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    return classes.project(tmp_path_factory.mktemp("class") / "project", essays=1)


@pytest.fixture(scope="module")
def key(asked: Assignment) -> Key:
    return key_of(asked)


@pytest.fixture(scope="module")
def steepness(key: Key) -> dict[str, float]:
    """Of each exercise how steeply its chance rises with ability."""
    chance = random.Random(8)
    return {marking.exercise: chance.uniform(0.4, 2.5) for marking in key.markings}


@pytest.fixture(scope="module")
def files(key: Key, steepness: dict[str, float]) -> list[bytes]:
    return [
        classes.handed_in(key, student, steepness=steepness) for student in classes.students(SIZE, seed=5)
    ]


@pytest.fixture(scope="module")
def golden(key: Key, files: list[bytes]) -> list[Row]:
    return [row(key, data) for data in files]


def of(asked: Assignment, rows: list[Row]) -> ClassStatistics:
    found = ClassStatistics(key_of(asked))
    for each in rows:
        found.add(each)
    return found


def keyed(found: ClassStatistics) -> list[ExerciseStatistics]:
    return [each for each in found.exercises if each.keyed]


def correlations(points: Floats) -> Floats:
    """Return each column's correlation with the sum of the others, by the definition."""
    rest = points.sum(1, keepdims=True) - points
    return np.array([np.corrcoef(points[:, i], rest[:, i])[0, 1] for i in range(points.shape[1])])


def likeness(one: Floats, other: Floats) -> float:
    return float(np.corrcoef(one, other)[0, 1])


# -- the golden class


@pytest.fixture(scope="module")
def sampled(asked: Assignment, key: Key, steepness: dict[str, float]) -> dict[str, Floats]:
    """What a thousand classes of these very students would give, each number by class.

    They come from the model alone; no submission and no marking is in them.
    """
    hard = classes.difficulties(key)
    names = [marking.exercise for marking in key.markings if marking.asked[0].rule["kind"] != "by-hand"]
    worth = np.array([marking.of / 100 for marking in key.markings if marking.exercise in names])
    chances = np.array(
        [
            [classes.chance_of(student, hard[name], steepness[name]) for name in names]
            for student in classes.students(SIZE, seed=5)
        ]
    )
    draw = np.random.default_rng(1)
    found: dict[str, list[Any]] = {"totals": [], "difficulties": [], "discriminations": []}
    for _ in range(1000):
        points = (draw.random(chances.shape) < chances) * worth
        totals = points.sum(1)
        found["totals"].append([totals.mean(), totals.std(ddof=1)])
        found["difficulties"].append(points.mean(0) / worth)
        found["discriminations"].append(correlations(points))
    return {name: np.array(each) for name, each in found.items()}


FAR = 4.2
"""Standard errors: that any of the golden class's 42 numbers lies further off has a chance of 1 in 1000."""


def test_the_golden_class_comes_back(
    asked: Assignment, golden: list[Row], sampled: dict[str, Floats]
) -> None:
    found = of(asked, golden)
    back = {
        "totals": [found.mean(), found.deviation()],
        "difficulties": [each.difficulty for each in keyed(found)],
        "discriminations": [each.discrimination.value for each in keyed(found) if each.discrimination],
    }
    for name, drawn in sampled.items():
        expected, error = drawn.mean(0), drawn.std(0)
        mine = np.array(back[name], float)
        assert mine.shape == expected.shape
        assert np.all(np.abs(mine - expected) < FAR * error), name
        if name != "totals":
            # The exercises also stand among each other as they should: as like as in any of the thousand.
            assert np.ptp(expected) > 4 * error.max()
            assert likeness(mine, expected) >= min(likeness(each, expected) for each in drawn)
    assert not [flag for flag in found.flags() if "stronger" in flag.code or flag.code == "below-zero"]


def test_the_numbers_are_those_of_their_definitions(asked: Assignment, golden: list[Row]) -> None:
    found = of(asked, golden)
    lines = [[line for line in each.marks if line.mark and line.mark.points is not None] for each in golden]
    points = np.array([[line.mark.points / 100 for line in each if line.mark] for each in lines])
    worth = np.array([line.of / 100 for line in lines[0]])
    assert found.mean() == pytest.approx(points.sum(1).mean())
    assert found.deviation() == pytest.approx(points.sum(1).std(ddof=1))
    assert [each.difficulty for each in keyed(found)] == pytest.approx(list(points.mean(0) / worth))
    rest = [each.discrimination.value for each in keyed(found) if each.discrimination]
    # The rest is kept as whole millionths.
    assert rest == pytest.approx(list(correlations(points)), abs=1e-5)
    k = len(worth)
    alpha = k / (k - 1) * (1 - points.var(0, ddof=1).sum() / points.sum(1).var(ddof=1))
    reliability = found.reliability()
    assert reliability
    assert reliability.alpha == pytest.approx(alpha)
    assert (reliability.exercises, reliability.n) == (k, SIZE)
    assert reliability.error == pytest.approx(points.sum(1).std(ddof=1) * (1 - alpha) ** 0.5)


def test_chance_alone_gives_what_is_said() -> None:
    x = np.array([1, 0, 2, 2, 0, 5, 1])
    y = np.array([3, 9, 4, 4, 1, 0, 7])
    drawn = [np.corrcoef(x, other)[0, 1] for other in permutations(y)]
    assert np.mean(drawn) == pytest.approx(0, abs=1e-9)
    assert np.std(drawn) == pytest.approx(1 / (len(x) - 1) ** 0.5)


# -- keys that are wrong


def turned(marking: Marking) -> Marking:
    """Return the marking of an exercise whose key names another answer."""
    (one,) = marking.asked
    rule = dict(one.rule)
    match rule["kind"]:
        case "choices" if rule["policy"] == "one":
            rule["correct"] = [*rule["correct"][1:], rule["correct"][0]]
        case "choices":
            rule["correct"] = [not right for right in rule["correct"]]
        case "bands":
            rule["bands"] = [{"from": "900", "to": "901", "credit": 100}, *rule["bands"][1:]]
        case "assign":
            rule["key"] = [*rule["key"][1:], rule["key"][0]]
        case "order":
            raise ValueError("a wrong order is found by its discrimination alone")
    return marking._replace(asked=(one._replace(rule=rule),))


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("single-choice-4", {"below-zero", "option.stronger"}),
        ("single-choice-6", {"below-zero", "option.oftener"}),
        ("multiple-choice-2", {"below-zero", "taken.stronger", "left.stronger"}),
        ("numeric-1", {"nothing", "common-number"}),
        ("matching-1", {"item.stronger"}),
        ("classification-2", {"item.stronger"}),
    ],
)
def test_a_wrong_key_is_flagged(
    asked: Assignment, key: Key, files: list[bytes], name: str, codes: set[str]
) -> None:
    planted = Key(
        key.assignment,
        tuple(turned(marking) if marking.exercise == name else marking for marking in key.markings),
    )
    found = of(asked, [row(planted, data) for data in files])
    flags = [flag for flag in found.flags() if flag.exercise == name]
    assert codes <= {flag.code for flag in flags}
    assert all("{" not in flag.sentence for flag in flags)
    strange = {flag.exercise for flag in found.flags() if "stronger" in flag.code or "below" in flag.code}
    assert strange <= {name}


def test_a_little_below_zero_is_no_flag(asked: Assignment, key: Key) -> None:
    """Of discriminations by chance alone about a sixth is told, and as what chance may have done."""
    told: list[str] = []
    chance = random.Random(2)
    names = [marking.exercise for marking in key.markings if not marking.varied][:10]
    for _ in range(12):
        rows = []
        for number in range(12):
            right = [name for name in names if chance.random() < 0.5]
            wrong = [name for name in names if name not in right]
            rows.append(answered(key, f"s{number}", some(key, right, wrong, id=f"s{number}")))
        told += [flag.code for flag in of(asked, rows).flags() if flag.code.startswith("below")]
    assert 0 < len(told) < 0.3 * 12 * len(names)
    assert told.count("below-zero") < 0.2 * len(told)


# -- what counts


def one(asked: Assignment, name: str, found: ClassStatistics) -> ExerciseStatistics:
    return next(each for each in found.exercises if each.id == name)


def some(key: Key, right: list[str], wrong: list[str] = [], id: str = "s1") -> dict[str, Any]:  # noqa: B006
    chance = random.Random(id)
    answers = {name: classes.right_answer(classes.asked_of(key, name, id)) for name in right}
    return answers | {name: classes.wrong_answer(classes.asked_of(key, name, id), chance) for name in wrong}


def test_what_was_left_open_counts_as_nothing_and_what_was_kept_back_not_at_all(
    asked: Assignment, key: Key
) -> None:
    names = ["single-choice-1", "numeric-1", "ordering-1"]
    full = answered(key, "s1", some(key, names))
    less = answered(key, "s2", some(key, names[:2], id="s2"))
    back = answered(key, "s3", some(key, names[:2], id="s3"), withheld=["ordering-1"])
    found = one(asked, "ordering-1", of(asked, [full, less, back]))
    assert found.states == {"answered": 1, "unanswered": 1, "withheld": 1}
    assert found.difficulty == 0.5
    assert found.of_those_who_answered == 1


def test_keeping_back_moves_nobody(asked: Assignment, key: Key) -> None:
    """Who has everything right, or nothing, stays so in the rest with one answer kept back."""
    names = [f"single-choice-{number}" for number in range(1, 5)]
    own = "ordering-2"
    others = [each.exercise for each in key.markings if each.exercise not in (*names, own)]

    def discriminations(back: bool) -> list[Any]:
        rows = []
        for number in range(16):
            right = [name for place, name in enumerate(names) if number >> place & 1]
            right += [own] if number > 7 else []
            hides = [own] if back and number in (0, 15) else []
            answers = some(key, right, [name for name in (*names, own) if name not in right], id=f"s{number}")
            kept = {name: answer for name, answer in answers.items() if name not in hides}
            rows.append(answered(key, f"s{number}", kept, withheld=[*others, *hides]))
        found = of(asked, rows)
        assert one(asked, own, found).states["withheld"] == (2 if back else 0)
        return [one(asked, name, found).discrimination for name in names]

    assert discriminations(True) == discriminations(False)


def test_what_waits_for_a_person_is_no_nought(asked: Assignment, key: Key) -> None:
    written = answered(key, "s1", some(key, ["single-choice-1", "short-text-1"]))
    found = of(asked, [written])
    assert found.waiting == 1
    essay = one(asked, "short-text-1", found)
    assert (essay.states["to-mark"], essay.difficulty, essay.discrimination) == (1, None, None)
    assert not essay.keyed


def test_answers_without_a_mark_of_their_own_are_told(asked: Assignment, key: Key) -> None:
    data = classes.file(key, "s1", some(key, ["single-choice-1"]))
    moved = key.markings[0]._replace(asked=(key.markings[0].asked[0]._replace(question="0" * 16),))
    found = of(asked, [row(Key(key.assignment, (moved, *key.markings[1:])), data)])
    assert found.exercises[0].states == {"changed": 1}
    assert found.exercises[0].difficulty is None
    broken = answered(key, "s2", {"single-choice-1": {"choice": 99}, "ordering-1": {}})
    again = of(asked, [broken])
    assert one(asked, "single-choice-1", again).states == {"malformed": 1}
    assert one(asked, "ordering-1", again).states == {"unanswered": 1}
    assert [flag.code for flag in again.flags()] == ["malformed"]


def test_each_version_is_counted_by_itself_and_with_the_others(asked: Assignment, golden: list[Row]) -> None:
    found = one(asked, "varied-1", of(asked, golden))
    assert sorted(found.versions, key=str) == list(range(8))
    assert sum(version.n for version in found.versions.values()) == found.together.n == SIZE
    right = sum(version.full for version in found.versions.values())
    assert found.difficulty == right / SIZE


def test_a_version_that_is_harder_is_told(asked: Assignment, key: Key) -> None:
    rows = []
    for number in range(400):
        id = f"s{number:03}"
        asks = classes.asked_of(key, "varied-1", id)
        hard = key.markings[[m.exercise for m in key.markings].index("varied-1")].asked.index(asks) == 2
        rows.append(answered(key, id, some(key, [] if hard else ["varied-1"], ["varied-1"] * hard, id)))
    flags = [flag for flag in of(asked, rows).flags() if flag.code in ("harder", "easier")]
    assert [(flag.code, flag.values["version"]) for flag in flags if flag.code == "harder"] == [("harder", 3)]


def test_options_boxes_and_places_are_counted(asked: Assignment, key: Key) -> None:
    rows = [
        answered(
            key,
            f"s{number}",
            {
                "single-choice-1": {"choice": number % 2},
                "multiple-choice-1": {"choices": [0, 2] if number < 3 else []},
                "classification-1": {"boxes": [0, 1, 2, number % 3, None]},
                "ordering-1": {"order": [0, 1, 3, 2]},
                "numeric-1": {"number": "1234,5"},
            },
        )
        for number in range(4)
    ]
    found = of(asked, rows)
    single = one(asked, "single-choice-1", found).together
    assert (single.group("option", 0).n, single.group("option", 1).n, single.group("option", 2).n) == (
        2,
        2,
        0,
    )
    several = one(asked, "multiple-choice-1", found).together
    assert (several.group("option", 0).n, several.group("option", 2).n, several.group("nothing").n) == (
        3,
        3,
        1,
    )
    boxes = one(asked, "classification-1", found).together
    assert [boxes.group("item", 3, box).n for box in range(3)] == [2, 1, 1]
    assert [boxes.group("item", 4, box).n for box in range(3)] == [0, 0, 0]
    places = one(asked, "ordering-1", found).together
    assert [places.group("places", place).n for place in range(4)] == [4, 4, 0, 0]
    assert one(asked, "numeric-1", found).together.numbers == {"1234.5": 4}


def test_too_many_different_numbers_are_not_kept(
    asked: Assignment, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statistics, "MOST_NUMBERS", 3)
    rows = [answered(key, f"s{number}", {"numeric-1": {"number": str(500 + number)}}) for number in range(5)]
    assert one(asked, "numeric-1", of(asked, rows[:3])).together.numbers == {"500": 1, "501": 1, "502": 1}
    assert one(asked, "numeric-1", of(asked, rows)).together.numbers is None
    first, second = of(asked, rows[:3]), of(asked, rows[3:])
    first.merge(second)
    assert one(asked, "numeric-1", first).together.numbers is None


def test_too_few_students_have_no_discrimination(asked: Assignment, key: Key) -> None:
    found = ClassStatistics(key)
    assert (found.mean(), found.deviation(), found.quantile(0.5), found.reliability()) == (None,) * 4
    assert found.flags() == []
    for id in ("s1", "s2"):
        found.add(answered(key, id, some(key, ["single-choice-1"], ["numeric-1"], id)))
    assert [each.discrimination for each in found.exercises] == [None] * len(found.exercises)
    assert found.deviation() == 0


def test_quantiles_are_totals(asked: Assignment, key: Key) -> None:
    names = ["single-choice-1", "single-choice-2", "single-choice-3"]
    rows = [answered(key, f"s{n}", some(key, names[:n], id=f"s{n}")) for n in range(4)]
    found = of(asked, rows)
    assert [found.quantile(share) for share in (0.25, 0.5, 0.75, 1)] == [0, 1, 3, 4]


# -- a class in parts


def state(found: ClassStatistics) -> Any:
    kept = [(each.states, each.versions, each.discrimination) for each in found.exercises]
    return found.totals, kept, found.reliability(), found.flags(), found.alike(), found.beside


@settings(max_examples=15)
@given(st.randoms(use_true_random=False), st.integers(0, SIZE))
def test_any_order_and_any_parts_give_the_same(
    asked: Assignment, golden: list[Row], chance: random.Random, cut: int
) -> None:
    mixed = chance.sample(golden, SIZE)
    one, other = of(asked, mixed[:cut]), of(asked, mixed[cut:])
    one.merge(other)
    assert state(one) == state(of(asked, golden))


def test_statistics_travel_to_another_process(asked: Assignment, golden: list[Row]) -> None:
    found = of(asked, golden[:20])
    assert state(pickle.loads(pickle.dumps(found))) == state(found)


def test_another_assignment_s_marks_are_refused(asked: Assignment, key: Key, golden: list[Row]) -> None:
    few = Assignment(
        **{name: getattr(asked, name) for name in ("name", "title", "instructions", "due", "feedback")},
        **{name: getattr(asked, name) for name in ("integrity", "ai", "readers", "file")},
        items=asked.items[:3],
    )
    found = ClassStatistics(key_of(few))
    found.add(golden[0])  # three exercises of it, and others beside
    assert found.beside == 1
    with pytest.raises(ValueError, match="do not join"):
        found.merge(of(asked, golden[:1]))
    turned = Assignment(**{**few.__dict__, "items": asked.items[1:4]})
    with pytest.raises(ValueError, match="another assignment"):
        ClassStatistics(key_of(turned)).add(golden[0])


def test_long_answers_take_no_room(asked: Assignment, key: Key) -> None:
    short = answered(key, "s1", {"short-text-1": {"text": "So it is."}})
    long = answered(key, "s1", {"short-text-1": {"text": "So it is. " * 100_000}})
    sizes = [len(pickle.dumps(of(asked, [each]))) for each in (short, long)]
    assert abs(sizes[0] - sizes[1]) < 1000


# -- files that are alike


def test_files_with_the_same_answers_are_noted(asked: Assignment, key: Key) -> None:
    wrong = ["single-choice-1", "numeric-1", "ordering-1"]
    same = some(key, ["single-choice-2"], wrong)
    text = {"short-text-1": {"text": "They count at two borders, and on two different days."}}
    rows = [
        answered(key, "b", same),
        answered(key, "a", same),
        answered(key, "c", {**same, "single-choice-2": {"choice": 0}}),
        answered(key, "d", text),
        answered(key, "e", text),
        # What everybody may write alike says nothing.
        answered(key, "f", some(key, wrong)),
        answered(key, "g", some(key, wrong)),
        answered(key, "h", {}),
        answered(key, "i", {}),
    ]
    assert of(asked, rows).alike() == [["a", "b"], ["d", "e"]]
