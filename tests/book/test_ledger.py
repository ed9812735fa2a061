"""Every claim and every position can be reached, and each says what decides it or who answers it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from seminar.corpus import verdict
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


def test_a_verdict_says_what_decides_it(book: Path) -> None:
    """A computed one leads to a table that its function reads; a typed one to what it names in brackets."""
    for claim in plain_rows("claims", project_root()):
        found = entry(page(book, "claims"), f"claim-{claim['id']}").select_one("dd > .seminar-example")
        said = found.get_text() if found else ""
        if claim["computed_by"]:
            assert found is not None, claim["id"]
            assert said.startswith("Computed from"), claim["id"]
            assert found.select('a[href^="data.html#table-"]'), claim["id"]
        elif re.search(r"\((?:events|cited-figures|projects)\b", claim["evidence"]):
            assert said.startswith("Decided by"), claim["id"]
        assert bool(claim["verdict"] or claim["computed_by"]) or not found, claim["id"]


def test_the_ledger_is_downloaded_as_it_is_shown(book: Path) -> None:
    with (book / "data/claims-ledger.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert list(rows) == list(table("claims").id)
    link = page(book, "claims").find("a", href="../../data/claims-ledger.csv")
    assert link is not None
    for name, row in rows.items():
        judged = verdict(name)
        told = (judged.verdict, judged.note, judged.working) if judged else ("", "", "")
        assert (row["verdict"], row["verdict_note"], row["evidence"]) == told
        shown = letters(entry(page(book, "claims"), f"claim-{name}").text).casefold()
        assert all(letters(text).casefold() in shown for text in (row["paraphrase"], *told)), name
        assert bool(row["decided_by"]) == ("computedfrom" in shown or "decidedby" in shown), name


def test_every_position_is_reached_from_its_cell(book: Path) -> None:
    soup, positions = page(book, "debate-map"), plain_rows("positions", project_root())
    cells = {str(link["href"])[1:]: link for link in soup.select(".seminar-matrix td a")}
    counted: Counter[str] = Counter()
    for position in positions:
        first = position["first_hand"] == "True"
        own = f"document={position['source']}&hand=first"
        cell = f"debate={position['debate']}&{own if first else 'hand=reported'}"
        counted[cell] += 1
        assert cell in cells, position["id"]
        assert soup.find(id=cell), "scripts off, a cell leads to its first position"
        found = entry(soup, position["id"])
        for part in cell.split("&"):
            name, _, value = part.partition("=")
            assert found[f"data-{name}"] == value, position["id"]
    assert len(positions) == sum(counted.values()) == 169
    for cell, link in cells.items():
        assert link.get_text().endswith(f": {counted[cell]} position{'s' * (counted[cell] > 1)}"), cell
        assert len(link.select_one("[aria-hidden]").text) == counted[cell]  # type: ignore[union-attr]


def test_a_position_says_how_it_is_put_whose_it_is_and_who_answers_it(book: Path) -> None:
    positions = {row["id"]: row for row in plain_rows("positions", project_root())}
    documents = table("sources").set_index("id").short
    answered = set()
    for name, position in positions.items():
        found = entry(page(book, "debate-map"), name)
        head = found.select_one("dt").text.casefold()  # type: ignore[union-attr]
        assert letters(position["holder"].casefold()) in letters(head), name
        assert f"{documents[position['source']].casefold()}, " in head, name
        reported = f"as {documents[position['source']].casefold()} reports it, not first-hand"
        assert (reported in head) == (position["first_hand"] != "True"), name
        assert letters(position["position"]) in letters(found.text)
        answers = list(filter(None, position["answered_by"].split("; ")))
        assert name not in answers
        assert all(found.find("a", href=f"#{answer}") for answer in answers), name
        assert ("Answered by" in found.text) == bool(answers)
        answered |= {position["debate"]} if answers else set()
    assert answered == {row["debate"] for row in positions.values()}
