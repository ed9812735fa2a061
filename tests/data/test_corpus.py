"""Documents, claims and positions are found by their ids, and give the book's short reference."""

from __future__ import annotations

import pytest

from seminar.corpus import UnknownId, claim, position, source
from seminar.tables import table


def test_a_claim_refers_to_its_document_and_paragraph() -> None:
    found = claim("guan-2022-017")
    assert found.reference == "(Guan 2022, ¶4)"
    assert found.document.author.startswith("Guan Guihai")
    assert found.date == "1991-12"


def test_what_is_not_known_is_empty() -> None:
    assert claim("remarks-014").date == ""
    remarks = source("remarks")
    assert (remarks.author, remarks.outlet, remarks.url) == ("", "", "")


def test_a_position_may_stand_in_a_heading_and_says_whose_it_is() -> None:
    assert position("pos-001").reference == "(Remarks, heading 2)"
    assert position("pos-001").first_hand


def test_a_view_that_somebody_else_reports_is_not_first_hand() -> None:
    positions = table("positions")
    reported = positions[positions.holder.str.contains("reported|quoted|described|summarised", regex=True)]
    assert len(reported) > 20
    assert not reported.first_hand.any()
    trenin = positions[positions.holder == "Dmitri Trenin"]
    assert (trenin.source == "trenin-2019").all()
    assert trenin.first_hand.all()


@pytest.mark.parametrize(
    ("find", "identifier", "near"),
    [
        (source, "guan", "guan-2022"),
        (claim, "guan-2022-17", "guan-2022-017"),
        (position, "pos-11", "pos-011"),
    ],
)
def test_an_unknown_id_lists_near_ids(find: object, identifier: str, near: str) -> None:
    assert callable(find)
    with pytest.raises(UnknownId, match=near):
        find(identifier)
