"""The generated reference pages."""

from __future__ import annotations

import gzip
import re

import pytest

from seminar import tables
from seminar.sphinx.dates import readable_date

from ..build.conftest import SmallBook


@pytest.mark.parametrize(
    ("iso", "read"),
    [("2019-06-05", "5 June 2019"), ("2019-06", "June 2019"), ("2019", "2019"), ("1990s", "1990s")],
)
def test_a_date_is_read_no_further_than_it_is_known(iso: str, read: str) -> None:
    assert readable_date(iso) == read


@pytest.fixture
def reference(sound: SmallBook) -> dict[str, str]:
    """The HTML of each reference page, by its name."""
    folder = sound.root / "_build/html/chapters/reference"
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.html")}


@pytest.mark.build
@pytest.mark.parametrize(
    ("name", "prefix", "page"),
    [("claims", "claim-", "claims"), ("positions", "", "debate-map"), ("events", "event-", "timeline")],
)
def test_every_row_has_its_anchor(
    reference: dict[str, str], sound: SmallBook, name: str, prefix: str, page: str
) -> None:
    for row in tables.table(name, sound.root)["id"]:
        assert f'id="{prefix}{row}"' in reference[page]


@pytest.mark.build
def test_every_table_is_described_and_can_be_downloaded(reference: dict[str, str], sound: SmallBook) -> None:
    for resource in tables.package(sound.root).resources.values():
        start = reference["data"].index(f'id="table-{resource.name}"')
        section = reference["data"][start:].partition('<section id="table-')[0]
        assert f'href="../../data/{resource.path.name}"' in section
        status = tables.STATUS_IN_WORDS[resource.licence_status]
        assert status[:1].upper() + status[1:] in section
        assert all(f">{field.name}</span>" in section for field in resource.fields)


@pytest.mark.build
def test_the_list_of_exercises_leads_to_each(reference: dict[str, str]) -> None:
    links = re.findall(r'href="\.\./economics/small\.html#(exercise-[^"]+)"', reference["my-work"])
    assert links == ["exercise-small-guess", "exercise-small-choice", "exercise-small-number"]


@pytest.mark.build
def test_the_pages_are_light(reference: dict[str, str]) -> None:
    heavy = {name: len(gzip.compress(text.encode())) for name, text in reference.items()}
    assert max(heavy.values()) < 60 * 1024, heavy
