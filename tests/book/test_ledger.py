"""Every claim can be reached: under its document, with its paragraph, by its date, and from its event."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from seminar.paths import project_root
from seminar.tables import plain_rows, table


@cache
def page(book: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup(
        (book / f"chapters/reference/{name}.html").read_text(encoding="utf-8"), "html.parser"
    )


def entry(soup: BeautifulSoup, anchor: str) -> Tag:
    found = soup.find(id=anchor)
    assert isinstance(found, Tag), anchor
    assert isinstance(found.parent, Tag)
    assert found.parent["class"] == ["seminar-entry"]
    return found.parent


def letters(text: str) -> str:
    """Return a text without what typesetting changes."""
    return re.sub(r"\W", "", text)


def test_every_claim_stands_under_its_document_with_its_paragraph_and_its_dates(book: Path) -> None:
    for claim in plain_rows("claims", project_root()):
        found = entry(page(book, "claims"), f"claim-{claim['id']}")
        assert found.find_parent("section")["id"] == f"document-{claim['source']}"  # type: ignore[index]
        assert found.select_one("dt strong").text == f"¶{claim['paragraph']}"  # type: ignore[union-attr]
        assert letters(claim["paraphrase"]) in letters(found.text)
        assert found.get("data-from", "") == claim["date"]
        assert found.get("data-to", "") == (claim["date_end"] or claim["date"])


def test_every_event_that_a_document_states_leads_to_its_claim(book: Path) -> None:
    for event in table("events").dropna(subset=["claim"]).itertuples():
        found = entry(page(book, "timeline"), f"event-{event.id}")
        assert found.find("a", href=f"claims.html#claim-{event.claim}"), event.id


@pytest.mark.parametrize(("here", "there"), [("timeline", "claims"), ("claims", "timeline")])
def test_the_years_of_the_one_list_lead_to_the_same_years_of_the_other(
    book: Path, here: str, there: str
) -> None:
    link = page(book, here).select_one(f'.seminar-filter a[href="{there}.html"]')
    assert link is not None
    for name in str(link["data-shares"]).split():
        assert page(book, there).select_one(f'.seminar-filter [name="{name}"]'), name
