"""The file in which a student hands in an assignment: read and written as the browser does, and marked.

It is read as strictly as a file of work (``work``), and nothing that it claims of marks is there to be read.
Positions are those of the exercise's file, but where ``made_with`` is ``release``, those of items to be put
in order and of right-hand texts are the ones shown (``Exercise.released``).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Annotated, Any, Literal, NamedTuple, NotRequired

from pydantic import AfterValidator, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from seminar.exercises.assignments import Assignment
from seminar.exercises.fingerprint import fingerprint, question
from seminar.exercises.marking import Mark, mark
from seminar.exercises.numbers import WHITE
from seminar.exercises.students import normal
from seminar.exercises.variants import MOST, pick
from seminar.exercises.work import (
    STRICT,
    BookVersion,
    Damaged,
    Fingerprint,
    Id,
    Moment,
    Response,
    Typed,
    opened,
)

FORMAT = "seminar-submission"
VERSION = 1
LONGEST_NAME = 200
"""The most characters (code points) of a name or an id."""

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_IN_FILE_NAMES = "abcdefghijklmnopqrstuvwxyz0123456789"


def _there(text: str) -> str:
    if not text.strip(WHITE):
        raise ValueError("nothing but white space")
    return text


Name = Annotated[Typed, Field(max_length=LONGEST_NAME)]
Receipt = Annotated[str, Field(pattern="^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$")]


@with_config(STRICT)
class Student(TypedDict):
    """Who handed in, as typed; the id may be a pseudonym that the class agreed on."""

    id: Annotated[Name, AfterValidator(_there)]
    name: Name


@with_config(STRICT)
class Given(TypedDict):
    """The answer to one exercise."""

    exercise: Id
    question: Annotated[Fingerprint, Field(description="of what was asked, without the key")]
    fingerprint: NotRequired[
        Annotated[
            Fingerprint,
            Field(description="of the exercise with its key: from a page of the book, and only from there"),
        ]
    ]
    variant: Annotated[int, Field(ge=0, lt=MOST)] | None
    response: Response
    changed: Annotated[Moment, Field(description="when it was last changed, in UTC")]


@with_config(STRICT)
class Submission(TypedDict):
    """What a student handed in for one assignment."""

    format: Literal["seminar-submission"]
    version: Annotated[int, Field(ge=1, le=VERSION)]
    book: Id
    book_version: BookVersion
    assignment: Id
    made_with: Literal["page", "release"]
    student: Student
    handed_in: Annotated[Moment, Field(description="in UTC, by the student's clock")]
    receipt: Receipt
    answers: Annotated[list[Given], Field(max_length=1000)]
    withheld: Annotated[
        list[Id], Field(max_length=1000, description="exercises whose answer the student kept back")
    ]


class SubmissionError(ValueError):
    """Why a file was refused.

    ``reason`` is one of: large, unreadable, foreign, newer, damaged, altered (its receipt is another's).
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"not a handed-in file that can be opened: {reason}")
        self.reason = reason


class Marked(NamedTuple):
    """What an exercise of a submission got.

    ``reason`` is the mark's, or without a mark: ``unanswered``; ``withheld`` (kept back by the student);
    ``changed`` (another question is asked now, or another order is right); ``other-variant`` (than the
    student's id picks); ``unknown`` (not in the assignment); ``elsewhere`` (in another assignment's file).
    ``of`` is in hundredths of a point.
    """

    exercise: str
    mark: Mark | None
    reason: str
    of: int
    variant: int | None = None


_ADAPTER = TypeAdapter(Submission)


def read(data: bytes, book: str) -> Submission:
    """Return what was handed in of ``book``; raises SubmissionError for anything else."""
    submission = opened(data, book, _ADAPTER, (FORMAT, VERSION), SubmissionError, _once)
    if not _consistent(submission):
        raise SubmissionError("damaged")
    if submission["receipt"] != receipt(submission):
        raise SubmissionError("altered")
    return submission


def write(submission: Submission) -> bytes:
    """Return the file's bytes, an answer a line; the receipt is made anew."""
    found: dict[str, Any] = {**submission, "receipt": receipt(submission)}
    head = "".join(
        f" {_text(name)}: {_text(found[name])},\n"
        for name in Submission.__annotations__
        if name not in ("answers", "withheld")
    )
    answers = ",\n".join(f"  {_text(answer)}" for answer in submission["answers"])
    listed = f"[\n{answers}\n ]" if answers else "[]"
    return f'{{\n{head} "answers": {listed},\n "withheld": {_text(submission["withheld"])}\n}}\n'.encode()


def receipt(submission: Submission) -> str:
    """Return the short code by which a student can show what was handed in, such as ``7QK3-M9TD``.

    The first 40 bits, in Crockford's base 32, of the SHA-256 of everything but the receipt, as JSON with
    sorted names, without spaces, in ASCII (every character outside U+0020 to U+007E escaped).
    """
    content = {name: value for name, value in submission.items() if name != "receipt"}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return crockford(sha256(text.encode()).digest())


def crockford(digest: bytes) -> str:
    """Return the first 40 bits in Crockford's base 32, such as ``7QK3-M9TD``."""
    bits = int.from_bytes(digest[:5])
    code = "".join(_CROCKFORD[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"{code[:4]}-{code[4:]}"


def file_name(assignment: str, student_id: str) -> str:
    """Return the name of the file to hand in: small letters, digits and hyphens, whatever was typed.

    An id that is not written so wholly brings a part of its hash, so that two ids hardly share a name.
    """
    known = normal(student_id)
    kept = "".join(letter if letter in _IN_FILE_NAMES else " " for letter in known)
    short = "-".join(kept.split())[:40].rstrip("-")
    parts = [assignment, short]
    if short != known:
        parts.append(sha256(known.encode()).hexdigest()[:8])
    return "-".join(filter(None, parts)) + ".json"


class Asked(NamedTuple):
    """An exercise, or one variant of it, as answers to it are marked: plain values that can travel."""

    question: str
    fingerprint: str
    released: tuple[int, ...]
    commits: bool
    rule: dict[str, Any]


class Marking(NamedTuple):
    """One exercise of an assignment as it is marked; ``of`` is in hundredths of a point."""

    exercise: str
    of: int
    varied: bool
    asked: tuple[Asked, ...]
    """Its variants, or the one question that it asks of all."""


class Key(NamedTuple):
    """All that marking an assignment takes: another process or machine needs no bank and no tables."""

    assignment: str
    markings: tuple[Marking, ...]


def key(assignment: Assignment, seed: str = "") -> Key:
    """Return the key of an assignment; ``seed`` is the class's secret, by which the variants were released.

    Raises VariantError where a generator fails, LookupError where a table lacks what an exercise needs.
    """
    markings = (
        Marking(
            item.exercise.id,
            item.hundredths,
            bool(item.variants),
            tuple(
                Asked(
                    question(exercise),
                    fingerprint(exercise),
                    tuple(exercise.released),
                    exercise.commits,
                    item.rule(exercise),
                )
                for exercise in item.exercises(seed)
            ),
        )
        for item in assignment.items
    )
    return Key(assignment.name, tuple(markings))


def mark_submission(assignment: Assignment, submission: Submission, seed: str = "") -> list[Marked]:
    """Mark what was handed in: a line for each exercise of the assignment, then for each answer to another.

    Raises what ``key`` raises; no submission raises an error.
    """
    return [line for line, _ in marks(key(assignment, seed), submission)]


def marks(known: Key, submission: Submission) -> list[tuple[Marked, Response | None]]:
    """Return the lines of ``mark_submission``, each with the response that was marked, if one was.

    Nothing that the file claims is believed: which variant the student has is computed from the id, and an
    answer counts only if it answers the question that is asked now. The response is in positions of the
    exercise's file.
    """
    answers = {answer["exercise"]: answer for answer in submission["answers"]}
    found = [
        _marked(known.assignment, marking, answers.pop(marking.exercise, None), submission)
        for marking in known.markings
    ]
    return found + [(Marked(id, None, "unknown", 0), None) for id in answers]


def schema() -> str:
    """Return the file's JSON Schema as text, the same each time; ``read`` checks more than it can say."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_ADAPTER.json_schema()}
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _marked(
    assignment: str, marking: Marking, answer: Given | None, submission: Submission
) -> tuple[Marked, Response | None]:
    student = submission["student"]["id"]
    variant = pick(assignment, marking.exercise, student, len(marking.asked)) if marking.varied else None

    def without(reason: str) -> tuple[Marked, None]:
        return Marked(marking.exercise, None, reason, marking.of, variant), None

    if submission["assignment"] != assignment:
        return without("elsewhere")
    if marking.exercise in submission["withheld"]:
        return without("withheld")
    if answer is None:
        return without("unanswered")
    if answer["variant"] != variant:
        return without("other-variant")
    asked = marking.asked[variant or 0]
    # Where the file's order is the key, positions in the file say nothing once it has been mended.
    moved = asked.released and answer.get("fingerprint", asked.fingerprint) != asked.fingerprint
    if answer["question"] != asked.question or moved:
        return without("changed")
    response = _in_file_order(asked.released, answer["response"], submission["made_with"])
    if asked.commits and response:
        response = {**response, "committed": True}  # who hands a forecast in commits it
    made = mark(asked.rule, response)
    return Marked(marking.exercise, made, made.reason, marking.of, variant), response


def _in_file_order(shown: Sequence[int], response: Response, made_with: str) -> Response:
    """Return a response with positions of the file, from one with those of a release."""

    def position(place: int) -> int:
        return shown[place] if place < len(shown) else place

    if made_with == "page" or not shown:
        return response
    if "order" in response:
        response = {**response, "order": [position(place) for place in response["order"]]}
    if "pairs" in response:
        pairs = [None if place is None else position(place) for place in response["pairs"]]
        response = {**response, "pairs": pairs}
    return response


def _consistent(submission: Submission) -> bool:
    """Return whether each exercise stands once, and each answer has a fingerprint if its origin allows."""
    answered = [answer["exercise"] for answer in submission["answers"]]
    names = [*answered, *submission["withheld"]]
    paged = submission["made_with"] == "page"
    return len(set(names)) == len(names) and all(
        ("fingerprint" in answer) == paged for answer in submission["answers"]
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Damaged
    return found


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
