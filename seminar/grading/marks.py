"""Marking one file: a pure function of an assignment and the file's bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256

from seminar.exercises import submission
from seminar.exercises.assignments import Assignment
from seminar.exercises.submission import Key, Submission, SubmissionError
from seminar.exercises.work import BOOK
from seminar.grading.records import Hint, Rejected, Row, rejected

_LOOKS = 2000
"""How many bytes of a file are looked at to say what it is instead."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Marks the files of one assignment: the same marks for the same bytes, in any process, on any machine.

    Everything that it takes is in ``key``; it reads no file, and travels by pickle.
    """

    key: Key
    book: str

    def mark(self, data: bytes, file: str = "", hint: Hint | None = None) -> Row | Rejected:
        """Return what the bytes of a file give its student, or why they give nobody a mark; raises nothing.

        ``file`` and ``hint`` travel with the result, and decide nothing.
        """
        try:
            handed = submission.read(data, self.book)
        except SubmissionError as error:
            return rejected(file, _reason(error.reason, data))
        if handed["assignment"] != self.key.assignment:
            return rejected(file, "elsewhere", other=handed["assignment"], assignment=self.key.assignment)
        marked = submission.marks(self.key, handed)
        return Row(
            student=handed["student"]["id"],
            name=handed["student"]["name"],
            file=file,
            handed_in=handed["handed_in"],
            receipt=handed["receipt"],
            made_with=handed["made_with"],
            marks=tuple(line for line, _ in marked),
            responses={line.exercise: response for line, response in marked if response is not None},
            answered=_answered(handed),
            hint=hint,
        )


def marker(assignment: Assignment, seed: str = "") -> Marker:
    """Return what marks the files of an assignment; ``seed`` is the class's secret.

    Raises VariantError where a generator fails, LookupError where a table lacks what an exercise needs.
    """
    return Marker(submission.key(assignment, seed), BOOK)


def _answered(handed: Submission) -> str:
    """Return a digest of what was answered, without who answered, when, and where."""
    answers = [
        [answer["exercise"], answer["question"], answer["variant"], answer["response"]]
        for answer in handed["answers"]
        if answer["response"]
    ]
    return sha256(json.dumps(answers, sort_keys=True).encode()).hexdigest()[:16] if answers else ""


def _reason(reason: str, data: bytes) -> str:
    """Return the reason for which a file was refused, told apart by what people hand in by mistake."""
    head = data[:_LOOKS].lstrip(b"\xef\xbb\xbf \t\r\n")
    if reason in ("unreadable", "foreign"):
        if not data.strip(b" \t\r\n"):
            return "empty"
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (head[:1] == b"{" and not _is_utf8(data)):
            return "encoding"
        if b'"seminar-work"' in head:
            return "work"
        if b'"cells"' in head or b'"nbformat"' in head:
            return "notebook"
        if b'"handing"' in head:
            return "answers"
        if head[:1] == b"<":
            return "page"
        if b'"seminar-submission"' in head and not data.rstrip(b" \t\r\n\0").endswith(b"}"):
            return "cut"
    return reason


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
