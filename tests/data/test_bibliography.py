"""Whatever the tables cite stands in the bibliography, and every entry can be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pybtex.database import Entry, parse_file

from seminar.paths import project_root
from seminar.tables import table

ENTRIES = parse_file(str(project_root() / "chapters" / "references.bib")).entries


def cited() -> Iterator[tuple[str, str]]:
    """Yield the place and the key of every citation in the tables."""
    for name, columns in {
        "cited-figures": ["source"],
        "events": ["citation"],
        "institutions": ["citation"],
        "leaders-visits": ["citation"],
        "terms-of-office": ["citation"],
        "people": ["citation"],
        "sources": ["citation", "author_citation", "owner_citation"],
    }.items():
        frame = table(name).set_index("id")
        for column in columns:
            for place, keys in frame[column].dropna().items():
                for key in keys.split("; "):
                    yield f"{name}:{place}", key


def test_every_citation_of_a_table_has_its_entry() -> None:
    missing = [f"{place} cites {key}" for place, key in cited() if key not in ENTRIES]
    assert not missing


def in_texts() -> Iterator[str]:
    """Yield the key of every citation in what chapters, exercises and tables say."""
    for folder in ("chapters", "exercises", "data"):
        for path in sorted((project_root() / folder).rglob("*.*")):
            if path.suffix in {".csv", ".md", ".py", ".yml"}:
                for keys in re.findall(r"\{cite(?::\w+)?\}`([^`]*)`", path.read_text(encoding="utf-8")):
                    yield from (key.strip() for key in keys.split(","))


def test_every_entry_is_cited_somewhere_in_the_book() -> None:
    """Whoever drops the last sentence that rests on a publication drops its entry, or says what it is for."""
    used = {key for _, key in cited()} | set(in_texts())
    assert [key for key in ENTRIES if key not in used] == []


def test_every_document_has_its_entry() -> None:
    for identifier in table("sources").id:
        assert identifier in ENTRIES


@pytest.mark.parametrize("key", ENTRIES)
def test_an_entry_names_title_publisher_and_year_and_leads_somewhere(key: str) -> None:
    entry: Entry = ENTRIES[key]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)
    assert entry.fields.get("title")
    assert entry.fields.get("year")
    unsigned = key in {"remarks", "twins"}
    assert entry.persons.get("author") or unsigned
    leads = {"url", "doi", "journal", "publisher"} & set(entry.fields)
    assert leads or entry.fields["note"], "without an address, a note says where the words were seen"
    if "url" in entry.fields:
        assert re.match(r"https?://", entry.fields["url"])


def test_whoever_owns_an_outlet_is_named_with_a_citation() -> None:
    sources = table("sources")
    assert (sources.owner.notna() == sources.owner_citation.notna()).all()
    roles = sources.author_role.notna() | sources.author_role_now.notna()
    assert (roles == sources.author_citation.notna()).all()
