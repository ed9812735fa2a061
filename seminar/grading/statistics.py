"""What a class's answers say of the exercises that it was set: never of a student.

Students are added one by one, in any order, and two counts of parts of a class can be merged: only sums of
whole numbers are kept, so that the order changes nothing, and no answer is.

*Difficulty* is the mean share of the points that the class reached, what was not answered counting as
nothing: 1 where everybody has all. *Discrimination* is the correlation between the points of an exercise and
the share of points that the same students reached in the rest of the assignment (Guilford, "The correlation
of an item with a composite of the remaining items in a test", Educational and Psychological Measurement 13,
1953, 87-93; where an exercise is right or wrong, it is the point-biserial correlation):

    r = (n·Σxy - Σx·Σy) / √((n·Σx² - (Σx)²)·(n·Σy² - (Σy)²))

The rest leaves out what cannot be marked yet and what the student kept back, so that keeping an opinion to
oneself moves nobody. Where there is no relation at all, chance alone gives r a standard deviation of
1/√(n-1), whatever the marks look like (over the orders in which one column could stand beside the other).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import sqrt
from typing import Any, NamedTuple, TypeAlias

from seminar.exercises.marking import Mark
from seminar.exercises.numbers import canonical
from seminar.exercises.submission import Key, Marked, Marking
from seminar.exercises.work import Response
from seminar.grading.records import Row
from seminar.surfaces.words import word

SMALL = 30
"""In a class of fewer students discrimination is mostly noise, and the report says so."""
FEWEST = 5
"""Of fewer answers nothing is said."""
ENOUGH = 10
"""Answers from which it is worth saying that all, or most, are alike."""
BEYOND_CHANCE = 3.0
"""By how many standard errors two groups differ before the difference is told: many are compared."""
MANY = 0.25
"""The part of a class that makes an unanswered exercise worth a look."""
COMMON = 0.1
"""The part of the answers that makes a wrong number a common one."""
MOST_NUMBERS = 1000
"""How many different wrong numbers are counted; beyond, none are."""
LONGEST_NUMBER = 24
SAID_MUCH = 40
"""Characters of a text that two students hardly write alike by chance."""
ALIKE = 3
"""Answers that are not right and yet the same, from which two students' files count as alike."""

_WHOLE = 1_000_000
"""The rest is counted in millionths of its points."""
_KEYED = ("choices", "bands", "order", "assign")

Outcome: TypeAlias = tuple[str, int | None, int | None, str]
"""What an answer did, places counting from 0, and what that is worth: ``right``, ``partly`` or ``wrong``.

``("option", i, None, worth)``: took it; ``("nothing", None, None, worth)``: took none; ``("band", i, None,
worth)``: the number lay there, in none where i is None; ``("item", i, target, worth)``: gave it this target,
a box or a right-hand text; ``("places", i, None, "right")``: the right item stands there; ``("inside", i,
None, "right")``: the value drawn there counts as right; ``("level", i, None, label)``: a person gave the
criterion this level, whose label says what it is worth.
"""


@dataclass(slots=True)
class Group:
    """Students who did the same, with the sums of what they reached in the rest, in millionths."""

    n: int = 0
    known: int = 0
    """Of them those who have points for anything else."""
    rest: int = 0
    squares: int = 0

    def merge(self, other: Group) -> None:
        """Add the other's students."""
        self.n += other.n
        self.known += other.known
        self.rest += other.rest
        self.squares += other.squares

    def without(self, other: Group) -> Group:
        """Return those of these students who are not the other's."""
        return Group(
            self.n - other.n,
            self.known - other.known,
            self.rest - other.rest,
            self.squares - other.squares,
        )

    @property
    def mean(self) -> float:
        """The mean share that they reached in the rest, 0 to 1; 0 for nobody."""
        return self.rest / self.known / _WHOLE if self.known else 0.0

    def beyond(self, other: Group) -> bool:
        """Return whether they reached more in the rest than ``other``, by more than chance gives."""
        if min(self.known, other.known) < FEWEST:
            return False
        error = sqrt(self._variance / self.known + other._variance / other.known)
        return self.mean - other.mean > BEYOND_CHANCE * error

    @property
    def _variance(self) -> float:
        return _variance(self.known, self.rest, self.squares) / _WHOLE**2


def _variance(n: int, total: int, squares: int) -> float:
    return (n * squares - total * total) / (n * (n - 1)) if n > 1 else 0.0


@dataclass(slots=True)
class Version:
    """How a class answered an exercise, or one variant of it. Points are hundredths."""

    n: int = 0
    """Students who have points for it, be they none: those who answered, and those who left it open."""
    points: int = 0
    squares: int = 0
    answered: int = 0
    """Of them those who answered."""
    full: int = 0
    """Of them those who have all points."""
    everybody: Group = field(default_factory=Group)
    """Those who answered, by what they reached in the rest."""
    outcomes: dict[Outcome, Group] = field(default_factory=dict)
    numbers: Counter[str] | None = field(default_factory=Counter)
    """Numbers that lay in no band, by how many wrote them; None where too many different ones came."""

    def merge(self, other: Version) -> None:
        """Add the other's students."""
        self.n += other.n
        self.points += other.points
        self.squares += other.squares
        self.answered += other.answered
        self.full += other.full
        self.everybody.merge(other.everybody)
        for outcome, group in other.outcomes.items():
            self.outcomes.setdefault(outcome, Group()).merge(group)
        if self.numbers is not None and other.numbers is not None:
            self.numbers.update(other.numbers)
            self._bound()
        else:
            self.numbers = None

    def count(self, mark: Mark, response: Response, rule: Mapping[str, Any], rest: int | None) -> None:
        """Count what an answer did; ``rest`` is the share reached in the rest, in millionths, or None."""
        groups = [self.everybody]
        for outcome in _outcomes(mark, response, rule):
            group = self.outcomes.get(outcome)
            if group is None:
                group = self.outcomes[outcome] = Group()
            groups.append(group)
        known, reached = (0, 0) if rest is None else (1, rest)
        squared = reached * reached
        for group in groups:
            group.n += 1
            group.known += known
            group.rest += reached
            group.squares += squared
        if self.numbers is not None and "band" in mark.detail and mark.detail["band"] is None:
            number = _number(response, rule)
            if number is not None:
                self.numbers[number] += 1
                self._bound()

    def _bound(self) -> None:
        if self.numbers is not None and len(self.numbers) > MOST_NUMBERS:
            self.numbers = None

    def level(self, criterion: int, label: str) -> int:
        """Return how many answers a person gave this level of the criterion."""
        found = self.outcomes.get(("level", criterion, None, label))
        return found.n if found else 0

    def group(self, what: str, place: int | None = None, target: int | None = None) -> Group:
        """Return those who did this, whatever it is worth."""
        found = Group()
        for outcome, group in self.outcomes.items():
            if outcome[:3] == (what, place, target):
                found.merge(group)
        return found


class Discrimination(NamedTuple):
    """A correlation with the rest, over ``n`` students; ``chance`` is its standard error where none is."""

    value: float
    n: int
    chance: float


class Reliability(NamedTuple):
    """Cronbach's alpha of ``exercises`` over ``n`` students; ``error`` of a total in points."""

    alpha: float
    exercises: int
    n: int
    error: float


class Flag(NamedTuple):
    """Why somebody should look at an exercise; ``values`` fill the sentence."""

    exercise: str
    code: str
    values: Mapping[str, object] = {}

    @property
    def sentence(self) -> str:
        """The reason in words: of the exercise, and of no student."""
        return word(f"report.flag.{self.code}", **self.values)


class ExerciseStatistics:
    """How a class answered one exercise of an assignment."""

    def __init__(self, marking: Marking) -> None:
        self.id = marking.exercise
        self.of = marking.of
        """The points of a full answer, in hundredths."""
        self.variants = len(marking.asked) if marking.varied else 0
        self.rule = marking.asked[0].rule
        """The rule by which an answer is marked; of a variant only the key differs."""
        series = self.rule["kind"] == "series" and self.rule["bands"] is not None
        self.keyed = self.rule["kind"] in _KEYED or series
        """Whether an answer can be right: not so where a person marks, or a forecast is complete or not."""
        self.states: Counter[str] = Counter()
        """Students by ``answered``, ``unanswered``, ``withheld``, ``to-mark`` (a person has to), and the
        reasons for which an answer has no mark of its own: ``changed``, ``other-variant``, ``malformed``."""
        self.versions: dict[int | None, Version] = {}
        """By the variant's number; None where there are no variants."""
        self._pairs = [0] * 6

    @property
    def together(self) -> Version:
        """All versions as one."""
        found = Version()
        for version in self.versions.values():
            found.merge(version)
        return found

    @property
    def difficulty(self) -> float | None:
        """The mean share of the points, unanswered counting as nothing; None before anybody is marked."""
        found = self.together
        waits = self.states["to-mark"] and not found.answered
        return None if waits else share(found, self.of)

    @property
    def of_those_who_answered(self) -> float | None:
        """The mean share of the points among those who answered."""
        found = self.together
        return found.points / found.answered / self.of if found.answered and self.of else None

    @property
    def discrimination(self) -> Discrimination | None:
        """The correlation with the rest; None where nobody differs, or fewer than three have both."""
        n, x, xx, y, yy, xy = self._pairs
        spread = (n * xx - x * x) * (n * yy - y * y)
        if n < 3 or not spread:
            return None
        # Beyond what a float holds exactly, a square root of whole numbers may end above 1.
        value = max(-1.0, min(1.0, (n * xy - x * y) / sqrt(spread)))
        return Discrimination(value, n, 1 / sqrt(n - 1))

    def add(self, line: Marked, points: int | None, response: Response, rest: int | None) -> None:
        """Count a student with these ``points``; ``rest`` is what was reached elsewhere, in millionths."""
        state = _state(line)
        self.states[state] += 1
        if points is None:
            return
        version = self.versions.get(line.variant)
        if version is None:
            version = self.versions[line.variant] = Version()
        version.n += 1
        version.points += points
        version.squares += points * points
        if state == "answered":
            version.answered += 1
            version.full += points == line.of
            assert line.mark is not None
            version.count(line.mark, response, self.rule, rest)
        if rest is not None:
            sums = self._pairs
            sums[0] += 1
            sums[1] += points
            sums[2] += points * points
            sums[3] += rest
            sums[4] += rest * rest
            sums[5] += points * rest

    def merge(self, other: ExerciseStatistics) -> None:
        """Add the other's students."""
        self.states.update(other.states)
        for variant, version in other.versions.items():
            self.versions.setdefault(variant, Version()).merge(version)
        self._pairs = [mine + its for mine, its in zip(self._pairs, other._pairs, strict=True)]

    # -- what somebody should look at

    def flags(self) -> Iterator[Flag]:
        """Yield what somebody should look at."""
        found = self.together
        left, students = self.states["unanswered"], sum(self.states.values())
        if left >= FEWEST and left >= MANY * students:
            yield Flag(self.id, "unanswered", {"n": left, "of": students})
        for reason in ("changed", "other-variant", "malformed"):
            if self.states[reason]:
                yield Flag(self.id, reason, {"n": self.states[reason]})
        if not self.keyed:
            return
        if found.answered >= FEWEST and not found.full:
            yield Flag(self.id, "nobody" if found.points else "nothing", {"n": found.answered})
        if found.answered >= ENOUGH and found.full == found.answered:
            yield Flag(self.id, "everybody", {"n": found.answered})
        r = self.discrimination
        # In a small class half of the exercises lie below zero by no more than chance gives every day.
        if r is not None and r.n >= FEWEST and r.value < -r.chance:
            code = "below-zero" if r.value < -2 * r.chance else "below-zero.chance"
            yield Flag(self.id, code, {"r": decimal(r.value), "n": r.n, "chance": decimal(r.chance)})
        for variant, version in sorted(self.versions.items(), key=lambda each: each[0] or 0):
            for flag in self._odd(version):
                where = "" if variant is None else word("report.in-version", n=variant + 1)
                yield flag._replace(values={**flag.values, "where": where})
        if len(self.versions) > 1:
            yield from self._uneven(found)

    def _odd(self, version: Version) -> Iterator[Flag]:
        """Yield which answers look as if the key were another."""
        by_place: dict[int | None, dict[Outcome, Group]] = {}
        for outcome, group in version.outcomes.items():
            place = outcome[1] if outcome[0] == "item" else None
            by_place.setdefault(place, {})[outcome] = group
        if self.rule.get("policy") == "one":
            yield from self._rivals("option", by_place.get(None, {}))
        elif self.rule["kind"] == "choices":
            yield from self._several(version)
        elif self.rule["kind"] == "bands":
            yield from self._rivals("band", by_place.get(None, {}))
            yield from self._common(version)
        elif self.rule["kind"] == "assign":
            for _, outcomes in sorted(by_place.items(), key=lambda each: each[0] or 0):
                yield from self._rivals("item", outcomes)

    def _rivals(self, what: str, outcomes: Mapping[Outcome, Group]) -> Iterator[Flag]:
        """Yield the wrong ones of several answers, one of which each student gave, that rival the right.

        Of those that are only given oftener the one given most.
        """
        right = Group()
        for outcome, group in outcomes.items():
            if outcome[3] == "right":
                right.merge(group)
        oftener = True
        for outcome, group in sorted(outcomes.items(), key=lambda each: (-each[1].n, str(each[0]))):
            _, place, target, worth = outcome
            if worth == "right":
                continue
            answer = target if what == "item" else place
            kind = "other" if answer is None else what
            values = {"i": (place or 0) + 1, "answer": (answer or 0) + 1, "n": group.n, "right": right.n}
            if group.beyond(right):
                yield Flag(self.id, f"{kind}.stronger", values)
            elif oftener and kind != "other" and group.n - right.n > BEYOND_CHANCE * sqrt(group.n + right.n):
                oftener = False
                yield Flag(self.id, f"{kind}.oftener", values)

    def _several(self, version: Version) -> Iterator[Flag]:
        """Yield the options of which any number may be taken that the wrong students take."""
        for outcome, group in sorted(version.outcomes.items(), key=lambda each: str(each[0])):
            what, place, _, worth = outcome
            if what != "option":
                continue
            others = version.everybody.without(group)
            values = {"answer": (place or 0) + 1, "n": group.n}
            if worth == "wrong" and group.beyond(others):
                yield Flag(self.id, "taken.stronger", values)
            if worth == "right" and others.beyond(group):
                yield Flag(self.id, "left.stronger", values)

    def _common(self, version: Version) -> Iterator[Flag]:
        for number, n in (version.numbers or Counter()).most_common(1):
            if n >= max(FEWEST, COMMON * version.answered):
                yield Flag(self.id, "common-number", {"number": number, "n": n})

    def _uneven(self, found: Version) -> Iterator[Flag]:
        """Yield the versions that are harder or easier than the others, by more than chance gives."""
        for variant, version in sorted(self.versions.items(), key=lambda each: each[0] or 0):
            # Here the groups are compared by what they reached in this exercise.
            one = Group(version.n, version.n, version.points, version.squares)
            rest = Group(found.n, found.n, found.points, found.squares).without(one)
            if min(one.n, rest.n) < ENOUGH or variant is None:
                continue
            mine, others = (percent(each.rest / each.n / self.of) for each in (one, rest))
            for code, more, less in (("easier", one, rest), ("harder", rest, one)):
                if more.beyond(less):
                    yield Flag(self.id, code, {"version": variant + 1, "share": mine, "others": others})


class ClassStatistics:
    """How a class answered an assignment; ``totals`` counts students by their points in hundredths."""

    def __init__(self, key: Key) -> None:
        self.assignment = key.assignment
        """The assignment's name."""
        self.exercises = tuple(ExerciseStatistics(marking) for marking in key.markings)
        self.totals: Counter[int] = Counter()
        self.beside = 0
        """Students whose file also answers exercises that are not in the assignment."""
        self._alike: dict[str, list[str]] = {}
        self._keyed = [i for i, each in enumerate(self.exercises) if each.keyed]
        self._whole: list[int] = [0] * (3 + 2 * len(self._keyed))

    @property
    def students(self) -> int:
        """How many were added."""
        return self.totals.total()

    @property
    def waiting(self) -> int:
        """How many answers wait for a person's mark."""
        return sum(each.states["to-mark"] for each in self.exercises)

    def add(self, row: Row) -> None:
        """Count a student. Raises ValueError for marks of another assignment."""
        lines = row.marks[: len(self.exercises)]
        if [line.exercise for line in lines] != [each.id for each in self.exercises]:
            raise ValueError(f"{row.file}: marks of another assignment than {self.assignment}")
        self.totals[row.points] += 1
        self.beside += len(row.marks) > len(lines)
        reached = [scored(line) for line in lines]
        total = sum(points or 0 for points in reached)
        of = sum(line.of for line, points in zip(lines, reached, strict=True) if points is not None)
        for each, line, points in zip(self.exercises, lines, reached, strict=True):
            room = of - line.of
            rest = (total - points) * _WHOLE // room if points is not None and room else None
            each.add(line, points, row.responses.get(line.exercise, _NOTHING), rest)
        self._add_whole(reached)
        if row.answered and _telling(row):
            self._alike.setdefault(row.answered, []).append(row.student)

    def merge(self, other: ClassStatistics) -> None:
        """Add the other's students, none of whom may be here. Raises ValueError for another assignment's."""
        if self._asked != other._asked:
            raise ValueError(f"statistics of {other.assignment} do not join {self.assignment}'s")
        self.totals.update(other.totals)
        self.beside += other.beside
        for mine, its in zip(self.exercises, other.exercises, strict=True):
            mine.merge(its)
        self._whole = [mine + its for mine, its in zip(self._whole, other._whole, strict=True)]
        for answers, students in other._alike.items():
            self._alike.setdefault(answers, []).extend(students)

    def alike(self) -> list[list[str]]:
        """Return the ids of students whose files hold the same answers, where that hardly comes by chance.

        The same means everything that was answered, some of it a text of ``SAID_MUCH`` characters or
        ``ALIKE`` answers that are not right: two files with everything right say nothing.
        """
        return sorted(sorted(students) for students in self._alike.values() if len(students) > 1)

    def mean(self) -> float | None:
        """Return the mean total in points, None for nobody."""
        return self._sum() / self.students / 100 if self.students else None

    def deviation(self) -> float | None:
        """Return the standard deviation of the totals in points, None for fewer than two."""
        squares = sum(total * total * n for total, n in self.totals.items())
        return sqrt(_variance(self.students, self._sum(), squares)) / 100 if self.students > 1 else None

    def quantile(self, share: float) -> float | None:
        """Return the total in points that ``share`` of the students do not exceed, None for nobody."""
        below = 0
        for total in sorted(self.totals):
            below += self.totals[total]
            if below >= share * self.students:
                return total / 100
        return None

    def reliability(self) -> Reliability | None:
        """Return Cronbach's alpha, k/(k-1)·(1 - Σs²/s²_total), with the standard error of a total.

        Over the exercises that have a right answer, and the students who have points for each of them
        (Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16, 1951, 297-334).
        None where that is fewer than two of either, or all have the same total.
        """
        n, total, squares, *sums = self._whole
        count = len(self._keyed)
        whole = _variance(n, total, squares)
        if count < 2 or not whole:
            return None
        parts = sum(_variance(n, *sums[2 * i : 2 * i + 2]) for i in range(count))
        alpha = count / (count - 1) * (1 - parts / whole)
        return Reliability(alpha, count, n, sqrt(whole * (1 - max(alpha, 0.0))) / 100)

    def flags(self) -> list[Flag]:
        """Return what somebody should look at, exercise by exercise."""
        return [flag for each in self.exercises for flag in each.flags()]

    @property
    def of(self) -> int:
        """The points of a full answer to everything, in hundredths."""
        return sum(each.of for each in self.exercises)

    @property
    def _asked(self) -> tuple[object, ...]:
        return self.assignment, *((each.id, each.of, each.variants) for each in self.exercises)

    def _sum(self) -> int:
        return sum(total * n for total, n in self.totals.items())

    def _add_whole(self, reached: list[int | None]) -> None:
        points = [reached[i] for i in self._keyed]
        total = 0
        for each in points:
            if each is None:
                return
            total += each
        sums = self._whole
        sums[0] += 1
        sums[1] += total
        sums[2] += total * total
        for i, each in enumerate(points):
            assert each is not None
            sums[3 + 2 * i] += each
            sums[4 + 2 * i] += each * each


def scored(line: Marked) -> int | None:
    """Return the points that say something of the exercise: None where it was not marked or kept back."""
    if line.mark is None:
        return 0 if line.reason == "unanswered" else None
    return None if line.reason == "malformed" else line.mark.points


def share(version: Version, of: int) -> float | None:
    """Return the mean share of ``of`` hundredths, None for nobody."""
    return version.points / version.n / of if version.n and of else None


def decimal(value: float) -> str:
    """Return a number with two decimals and a true minus sign."""
    return f"{value:.2f}".replace("-", "\N{MINUS SIGN}") if round(value, 2) else "0.00"


def percent(value: float) -> str:
    """Return a share in whole per cent, never 0 or 100 for what is more or less."""
    whole = round(value * 100)
    if whole == 0 and value > 0:
        return "<1"
    return ">99" if whole == 100 and value < 1 else str(whole)


_NOTHING: Response = {}
_GIVEN = ("right", "wrong")
_STATES = {"empty": "unanswered", "malformed": "malformed"}


def _state(line: Marked) -> str:
    if line.mark is None:
        return line.reason
    if line.mark.points is None:
        return "to-mark"
    return _STATES.get(line.reason, "answered")


def _outcomes(mark: Mark, response: Response, rule: Mapping[str, Any]) -> list[Outcome]:
    detail = mark.detail
    if "options" in detail:
        taken: list[Outcome] = [
            ("option", i, None, how) for i, how in enumerate(detail["options"]) if how in _GIVEN
        ]
        return taken or [("nothing", None, None, mark.reason)]
    if "band" in detail:
        return [("band", detail["band"], None, mark.reason)]
    if "items" in detail:
        given: Any = response.get(rule["field"]) or ()
        return [
            ("item", i, int(target), how)
            for i, (how, target) in enumerate(zip(detail["items"], given, strict=False))
            if how in _GIVEN
        ]
    if "levels" in detail:
        return [("level", i, None, given["level"]) for i, given in enumerate(detail["levels"])]
    what = "places" if "places" in detail else "inside"
    return [(what, i, None, "right") for i, right in enumerate(detail.get(what, ())) if right]


def _number(response: Response, rule: Mapping[str, Any]) -> str | None:
    """Return the number that was given, as it counts; None for one that no table would list."""
    given: Any = response
    if "parameter" in rule:
        given = response.get("values")
    text = given.get(rule.get("parameter", "number")) if isinstance(given, dict) else None
    return canonical(text) if isinstance(text, str) and len(text) <= LONGEST_NUMBER else None


def _telling(row: Row) -> bool:
    """Return whether another file with the same answers would be a coincidence."""
    texts = (
        str(response.get(name, "")) for response in row.responses.values() for name in ("text", "because")
    )
    if any(len(text) >= SAID_MUCH for text in texts):
        return True
    wrong = [line for line in row.marks if line.mark is not None and line.reason in ("wrong", "partly")]
    return len(wrong) >= ALIKE
