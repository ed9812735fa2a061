"""The five documents as data: what is said, where, by whom, how it held up, and how the book refers to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from seminar.paths import project_root
from seminar.tables import BadTable, UnknownRow, near, row
from seminar.values import failure, functions

VERDICTS_FILE = Path("exercises", "verdicts.py")
VERDICTS = (
    "held",
    "held in one source",
    "held in part",
    "held for another reason",
    "not held",
    "cannot be tested",
    "open",
)
"""What can be said of a claim that was held against data: the enumeration of its column, in this order."""


class UnknownId(LookupError):  # noqa: N818 - it names what the author did
    """No document, claim, position or event bears this id."""


class BadVerdict(LookupError):  # noqa: N818
    """A claim's verdict is typed where it is computed, unknown, or its function does not give one."""


@dataclass(frozen=True)
class Verdict:
    """How a claim held up: one of VERDICTS, a few words that qualify it or none, and the working.

    The working says which tables it rests on; its numbers are formatted from them.
    """

    verdict: str
    note: str
    working: str


@dataclass(frozen=True)
class Document:
    """One of the documents, by its source card. Text that is not known is empty."""

    id: str
    short: str
    title: str
    author: str
    outlet: str
    genre: str
    url: str
    words: int


@dataclass(frozen=True)
class Claim:
    """What a document says in one paragraph, paraphrased; ``date`` is an ISO day, month or year, or empty."""

    id: str
    document: Document
    paragraph: str
    kind: str
    date: str
    paraphrase: str
    page: str

    @property
    def reference(self) -> str:
        """The short reference, such as ``(Guan 2022, ¶4)``."""
        return _reference(self.document, self.paragraph)


@dataclass(frozen=True)
class Position:
    """A view in a debate; ``first_hand`` is false where the document reports somebody else's view."""

    id: str
    document: Document
    paragraph: str
    debate: str
    holder: str
    position: str
    first_hand: bool

    @property
    def reference(self) -> str:
        """The short reference, such as ``(Trenin 2019, ¶5)`` or ``(Remarks, heading 2)``."""
        return _reference(self.document, self.paragraph)


@dataclass(frozen=True)
class Event:
    """What happened, or is said to have, and when: ISO days, months or years; ``date_end`` may be empty."""

    id: str
    date: str
    date_end: str
    title: str


def source(identifier: str, root: Path | None = None) -> Document:
    """Return the document ``identifier``, such as ``"guan-2022"``; raises UnknownId with near ids."""
    found = _row("sources", identifier, root)
    return Document(
        id=identifier,
        short=_text(found["short"]),
        title=_text(found["title"]),
        author=_text(found["author"]),
        outlet=_text(found["outlet"]),
        genre=_text(found["genre"]),
        url=_text(found["url"]),
        words=int(found["words"]),
    )


def claim(identifier: str, root: Path | None = None) -> Claim:
    """Return the claim ``identifier``, such as ``"guan-2022-017"``; raises UnknownId with near ids."""
    found = _row("claims", identifier, root)
    return Claim(
        id=identifier,
        document=source(found["source"], root),
        paragraph=_text(found["paragraph"]),
        kind=_text(found["kind"]),
        date=_text(found["date"]),
        paraphrase=_text(found["paraphrase"]),
        page=_text(found["page"]),
    )


def verdict(identifier: str, root: Path | None = None) -> Verdict | None:
    """Return how the claim ``identifier`` held up, as typed or as computed; None if nobody has judged it.

    A claim with ``computed_by`` has the verdict that the function of that name in ``exercises/verdicts.py``
    returns. Raises UnknownId, and BadVerdict for what is not one of VERDICTS, is both typed and computed, or
    cannot be computed.
    """
    found = _row("claims", identifier, root)
    cells = [_text(found.get(name)) for name in ("verdict", "verdict_note", "evidence")]
    name = _text(found.get("computed_by"))
    if name and any(cells):
        raise BadVerdict(
            f"{identifier} is judged by {name}(): leave its verdict, verdict_note and evidence empty, "
            "or computed_by"
        )
    if not name and not any(cells):
        return None
    judged = _judged(name, root) if name else Verdict(*cells)
    if judged.verdict not in VERDICTS:
        raise BadVerdict(
            f"{identifier}: {judged.verdict!r} is no verdict: write one of {', '.join(VERDICTS)}, "
            "and the rest in the note"
        )
    if not judged.working:
        raise BadVerdict(f"{identifier}: a verdict shows its working, or its evidence")
    return judged


def _judged(name: str, root: Path | None) -> Verdict:
    file = (root or project_root()) / VERDICTS_FILE
    try:
        known = functions(file) if file.is_file() else {}
        result = known[name]() if name in known else None
    except BadTable:
        raise
    except Exception as error:  # the file is content, and may raise anything
        raise BadVerdict(f"{name}() fails: {failure(file, error)}") from error
    if name not in known:
        raise BadVerdict(f"{VERDICTS_FILE} has no function {name!r}{near(name, known)}")
    if not isinstance(result, Verdict):
        raise BadVerdict(f"{name}() in {VERDICTS_FILE} gives {type(result).__name__}, not a Verdict")
    return result


def position(identifier: str, root: Path | None = None) -> Position:
    """Return the position ``identifier``, such as ``"pos-011"``; raises UnknownId with near ids."""
    found = _row("positions", identifier, root)
    return Position(
        id=identifier,
        document=source(found["source"], root),
        paragraph=_text(found["paragraph"]),
        debate=_text(found["debate"]),
        holder=_text(found["holder"]),
        position=_text(found["position"]),
        first_hand=bool(found["first_hand"]),
    )


def event(identifier: str, root: Path | None = None) -> Event:
    """Return the event ``identifier``, such as ``"treaty-2001"``; raises UnknownId with near ids."""
    found = _row("events", identifier, root)
    return Event(
        id=identifier,
        date=_text(found["date"]),
        date_end=_text(found["date_end"]),
        title=_text(found["title"]),
    )


def names_of(term: str) -> list[str]:
    """Return what a term of the glossary may be called: ``Amur / Heilong River`` is also ``Amur``."""
    bare = term.partition(" (")[0]
    return list(dict.fromkeys([term, bare, *(part.strip() for part in bare.split(" / "))]))


def _row(table: str, identifier: str, root: Path | None) -> pd.Series[Any]:
    try:
        return row(f"{table}:{identifier}", root)
    except UnknownRow as error:
        raise UnknownId(str(error)) from None


def _text(cell: object) -> str:
    return "" if cell is None or pd.isna(cell) else str(cell)  # type: ignore[call-overload]


def _reference(document: Document, paragraph: str) -> str:
    return f"({document.short}, {paragraph_mark(paragraph)})"


def paragraph_mark(paragraph: str) -> str:
    """Return how the book cites a paragraph: ``¶4``, or ``heading 2`` for the inventory's ``H2``."""
    return f"heading {paragraph[1:]}" if re.fullmatch(r"H\d+", paragraph) else f"¶{paragraph}"
