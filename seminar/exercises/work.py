"""The file in which a student's work travels: read, checked, merged and written, as the browser does.

A file holds answers and nothing about who gave them. What a file may say is so narrow that both languages
accept the same files: ``seminar/frontend/src/work/file.js`` is the other half, and shared cases hold them
together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Literal, NotRequired, TypeVar

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict

BOOK: Final = "reading-a-partnership"
"""The book's name, in every file and in a browser's storage."""
FORMAT: Final = "seminar-work"
VERSION = 1
LARGEST = 20_000_000
"""The most bytes that a file may have; a larger one is not even read."""
MOST_ANSWERS = 100_000
"""The most answers in one file: more than a browser's storage holds."""

_RESERVED = {"__proto__", "constructor", "prototype"}
STRICT = ConfigDict(extra="forbid", strict=True)


def _setting(name: str) -> str:
    if name in _RESERVED:
        raise ValueError("a name that no setting may have")
    return name


def _characters(text: str) -> str:
    text.encode()  # half a character, which JSON can spell, fails here as a ValueError
    return text


Typed = Annotated[str, AfterValidator(_characters)]
Id = Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=200)]
Fingerprint = Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
# Of one width and in UTC, so that the order of the texts is the order of the moments.
Moment = Annotated[
    str,
    Field(
        pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z$"
    ),
]
BookVersion = Annotated[str, Field(pattern="^[0-9A-Za-z.+-]{1,40}$")]
Position = Annotated[int, Field(ge=0, le=999)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Setting = Annotated[str, Field(pattern="^[A-Za-z_][A-Za-z0-9_]*$"), AfterValidator(_setting)]


@with_config(STRICT)
class Response(TypedDict, total=False):
    """What was answered, by the exercise's type; positions are those of the exercise's file."""

    choice: Position
    choices: list[Position]
    number: Annotated[Typed, Field(description="as it was typed")]
    order: list[Position]
    pairs: list[Position | None]
    boxes: list[Position | None]
    text: Typed
    checked: list[Position]
    low: Typed
    high: Typed
    values: Annotated[
        list[Typed | None] | dict[Setting, Typed],
        Field(description="of a drawn line what was typed at each point, of a model the settings by name"),
    ]
    because: Typed
    committed: bool


@with_config(STRICT)
class Answer(TypedDict):
    """One answer to one wording of an exercise."""

    fingerprint: Annotated[Fingerprint, Field(description="of the exercise as it was when answered")]
    response: Response
    state: Literal["in-progress", "answered", "checked", "committed"]
    attempts: Count
    hints: Count
    solution: Annotated[bool, Field(description="whether the solution was opened")]
    changed: Annotated[Moment, Field(description="when it was last changed, in UTC")]
    chosen: NotRequired[Annotated[Moment, Field(description="when it was brought back, in UTC")]]


@with_config(STRICT)
class Entry(TypedDict):
    """The answers to one exercise, the newest first."""

    id: Id
    answers: Annotated[list[Answer], Field(min_length=1)]


@with_config(STRICT)
class Work(TypedDict):
    """A student's work in one book, exercises by id; it never holds a name."""

    format: Literal["seminar-work"]
    version: Annotated[int, Field(ge=1, le=VERSION)]
    book: Id
    book_version: BookVersion
    saved: Moment
    exercises: list[Entry]


class WorkError(ValueError):
    """Why a file was refused.

    ``reason`` is one of: large, unreadable, foreign, newer, damaged. The browser words the same reasons.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"not a file of a student's work that can be opened: {reason}")
        self.reason = reason


class Damaged(ValueError):  # noqa: N818 - never leaves ``opened``
    """An object of a file says what none may."""


_File = TypeVar("_File")
_ADAPTER = TypeAdapter(Work)
_ANSWER = TypeAdapter(Answer)
_OPINIONS = ("prediction", "draw", "reveal", "short-text", "spectrum")


def read(data: bytes, book: str) -> Work:
    """Return the work in a file of ``book``, its answers in order; raises WorkError for anything else."""
    work = opened(data, book, _ADAPTER, (FORMAT, VERSION), WorkError)
    entries = work["exercises"]
    repeated = len({entry["id"] for entry in entries}) < len(entries)
    if repeated or sum(len(entry["answers"]) for entry in entries) > MOST_ANSWERS:
        raise WorkError("damaged")
    return {**work, "exercises": _ordered(entries)}


def opened(
    data: bytes,
    book: str,
    adapter: TypeAdapter[_File],
    form: tuple[str, int],
    error: Callable[[str], ValueError],
    pairs: Callable[[list[tuple[str, Any]]], Any] | None = None,
) -> _File:
    """Return what a file of ``book`` says, checked by ``adapter``; ``form`` is its format and newest version.

    ``pairs`` makes the objects of its JSON, and raises Damaged for one that cannot be. Raises ``error`` with
    the reason: large, unreadable, foreign, newer, damaged.
    """
    if len(data) > LARGEST:
        raise error("large")
    try:
        found = _parsed(data, pairs)
    except Damaged:
        raise error("damaged") from None
    except (ValueError, RecursionError):
        raise error("unreadable") from None
    if not isinstance(found, dict) or found.get("format") != form[0] or found.get("book") != book:
        raise error("foreign")
    version = found.get("version")
    if type(version) is int and version > form[1]:
        raise error("newer")
    try:
        return adapter.validate_python(found)
    except ValidationError:
        raise error("damaged") from None


def _parsed(data: bytes, pairs: Callable[[list[tuple[str, Any]]], Any] | None) -> Any:
    """Return what a file of JSON says, its numbers as the browser takes them."""
    text = data.decode("utf-8-sig")
    return json.loads(text, parse_float=_whole, parse_constant=_refuse, object_pairs_hook=pairs)


def merge(one: Work, other: Work) -> Work:
    """Return all that either work holds, each answer once.

    The order of the two does not matter, and merging again changes nothing. What is said of the file as a
    whole comes from the one that was saved later. Both have to be of one book.
    """
    later = max(one, other, key=_head)
    return {**later, "exercises": _ordered([*one["exercises"], *other["exercises"]])}


def write(work: Work) -> bytes:
    """Return the file's bytes, an answer a line, the same for the same work."""
    head = "".join(
        f" {_text(name)}: {_text(work[name])},\n"
        for name in ("format", "version", "book", "book_version", "saved")
    )
    entries = ",\n".join(
        f'  {{"id": {_text(entry["id"])}, "answers": [\n'
        + ",\n".join(f"   {_text(answer)}" for answer in entry["answers"])
        + "\n  ]}"
        for entry in work["exercises"]
    )
    listed = f"[\n{entries}\n ]" if entries else "[]"
    return f'{{\n{head} "exercises": {listed}\n}}\n'.encode()


def gathered(book: str, book_version: str, exercises: Mapping[str, Iterable[Answer]]) -> Work:
    """Return the work that holds these answers to ``exercises``, by their ids, saved now."""
    entries: list[Entry] = [{"id": name, "answers": list(answers)} for name, answers in exercises.items()]
    saved = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
    return {
        "format": FORMAT,
        "version": VERSION,
        "book": book,
        "book_version": book_version,
        "saved": saved,
        "exercises": _ordered(entry for entry in entries if entry["answers"]),
    }


def answer(record: Mapping[str, Any]) -> Answer | None:
    """Return the answer in a ``record`` as the front end keeps it, or None where no file could hold it."""
    found = {name: value for name, value in record.items() if name not in ("version", "id")}
    try:
        text = json.dumps(found, ensure_ascii=False)
        # Half of a character can be typed, but not be written into a file.
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return _ANSWER.validate_python(json.loads(whole))
    except (TypeError, ValueError):  # a ValidationError is one
        return None


def newest_first(answers: Iterable[Answer]) -> list[Answer]:
    """Return answers without repetition, the newest first; of two from one moment the content decides."""
    known = {(when(answer), canonical(answer)): answer for answer in answers}
    return [answer for _, answer in sorted(known.items(), reverse=True)]


def when(answer: Answer) -> str:
    """Return the moment at which an answer became the one that counts."""
    return max(answer["changed"], answer.get("chosen", ""))


def is_opinion(type: str | None, answer: Answer) -> bool:
    """Return whether an answer says what a person thinks.

    ``type`` is the exercise's, or None where the book does not know it any more: then it may.
    """
    response = answer["response"]
    stated = response.get("text") or response.get("because")
    return type is None or type in _OPINIONS or answer["state"] == "committed" or bool(stated)


def asks_for_opinion(type: str, because: bool) -> bool:
    """Return whether an exercise asks what a person thinks: by its ``type``, or in a ``because``."""
    return type in _OPINIONS or because


def canonical(answer: Answer) -> str:
    """Return an answer as text, the same for the same answer; all in ASCII, as in the browser."""
    # The two languages order other characters differently.
    return json.dumps(answer, sort_keys=True, separators=(",", ":"))


def schema() -> str:
    """Return the file's JSON Schema as text, the same each time; ``read`` checks more than it can say."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_ADAPTER.json_schema()}
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _ordered(entries: Iterable[Entry]) -> list[Entry]:
    answers: dict[str, list[Answer]] = {}
    for entry in entries:
        answers.setdefault(entry["id"], []).extend(entry["answers"])
    return [{"id": name, "answers": newest_first(found)} for name, found in sorted(answers.items())]


def _head(work: Work) -> tuple[str, str]:
    return work["saved"], work["book_version"]


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _whole(text: str) -> float | int:
    # The browser does not tell 1.0 from 1.
    number = float(text)
    return int(number) if number.is_integer() else number


def _refuse(name: str) -> Any:
    raise ValueError(name)
