"""References in MyST texts that lead to data: claims, events, terms, numbers, publications, pages.

The build says the same as it comes to a page; this says it of all texts at once, and builds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from seminar import corpus, tables, values
from seminar.bibliography import publications

_ROLE = re.compile(r"\{(?P<name>[a-z]+)\}`(?P<text>[^`]+)`", re.DOTALL)
_TITLED = re.compile(r"^(?P<text>.+?)\s*<(?P<target>[^<>]+)>$", re.DOTALL)
_SHOWN = re.compile(
    # A fence of code that is shown, and code within a line: what looks like a role there is none.
    r"^(?P<fence>`{3,}|~{3,})[ \t]*(?!\{)[^\n`]*\n.*?^(?P=fence)[ \t]*$"
    r"|(?P<span>`{2,})(?!`).*?(?<!`)(?P=span)(?!`)",
    re.DOTALL | re.MULTILINE,
)


def lost(text: str, root: Path, page: str = "") -> Iterator[tuple[int, str]]:
    """Yield each reference of a MyST ``text`` that leads nowhere, by its line from 0, with near names.

    ``page`` is the page that it stands on, from which relative links to pages start.
    """
    plain = _SHOWN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]) if "{" in found[0] else found[0], text)
    for role in _ROLE.finditer(plain):
        try:
            _lead(role["name"], role["text"].strip(), root, page)
        except tables.BadTable:
            continue
        except (LookupError, ValueError) as error:
            said = error.args[0] if error.args else error
            yield plain.count("\n", 0, role.start()), f"{{{role['name']}}}: {said}"


def _lead(name: str, text: str, root: Path, page: str) -> None:
    """Follow one role. Raises LookupError or ValueError where it leads nowhere."""
    titled = _TITLED.match(text)
    target = titled["target"].strip() if titled else text
    if name in _TABLES:
        reference = f"{_TABLES[name]}:{target}"
        if not tables.has_row(reference, root):
            tables.row(reference, root)
    elif name == "value":
        if titled is None:
            raise ValueError(f"{text!r} should read: 107.06 <table:column@key /1000>")
        values.check(titled["text"], target, root)
    elif name in _FOLLOWED:
        _FOLLOWED[name](target, root, page)


def _term(target: str, root: Path, _page: str) -> None:
    terms = tables.table("glossary", root)["term"]
    known = {name.casefold(): name for term in terms for name in corpus.names_of(term)}
    if " ".join(target.split()).casefold() not in known:
        raise LookupError(f"the glossary has no term {target!r}{tables.near(target, known.values())}")


def _doc(target: str, root: Path, page: str) -> None:
    base = root if target.startswith("/") else (root / page).parent
    file = base / target.lstrip("/")
    if not any(file.with_name(f"{file.name}{ending}").is_file() for ending in (".md", ".ipynb", ".rst")):
        raise LookupError(f"there is no page {target}: write it as /chapters/part/name")


def _cite(keys: str, root: Path, _page: str) -> None:
    known = publications(root)
    for key in filter(None, (key.strip() for key in keys.split(","))):
        if key not in known:
            raise LookupError(f"the bibliography has no {key!r}{tables.near(key, known)}")


def _table(target: str, root: Path, _page: str) -> None:
    tables.package(root).resource(target)


_TABLES = {
    "claim": "claims",
    "event": "events",
    "institution": "institutions",
    "person": "people",
    "position": "positions",
}
_FOLLOWED: dict[str, Callable[[str, Path, str], None]] = {
    "cite": _cite,
    "doc": _doc,
    "table": _table,
    "term": _term,
}
