"""The generated reference pages."""

from __future__ import annotations

import gzip
import html
import json
import re
from html import unescape
from importlib.metadata import version

import pytest
from bs4 import BeautifulSoup

from seminar import corpus, tables
from seminar.exercises.bank import bank
from seminar.exercises.fingerprint import fingerprint
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
    [
        ("claims", "claim-", "claims"),
        ("positions", "", "debate-map"),
        ("events", "event-", "timeline"),
        ("people", "person-", "people-and-institutions"),
        ("institutions", "institution-", "people-and-institutions"),
    ],
)
def test_every_row_has_its_anchor(
    reference: dict[str, str], sound: SmallBook, name: str, prefix: str, page: str
) -> None:
    for row in tables.table(name, sound.root)["id"]:
        assert f'id="{prefix}{row}"' in reference[page]


def entries(page: str, prefix: str) -> dict[str, tuple[str, str]]:
    """The head and the body of each entry of a page whose anchor begins with `prefix`, by its id."""
    soup = BeautifulSoup(page, "html.parser")
    return {
        str(head["id"]).removeprefix(prefix): (str(head), str(head.find_next_sibling("dd")))
        for head in soup.select(f'dt[id^="{prefix}"]')
    }


@pytest.mark.build
def test_everybody_s_entry_says_who_it_is_and_how_we_know_the_words(
    reference: dict[str, str], sound: SmallBook
) -> None:
    shown = entries(reference["people-and-institutions"], "person-")
    words = {
        "first-hand": "first-hand",
        "reported": "reported by",
        "mentioned": "named, without words",
        "outside": "in none of the documents",
    }
    for person in tables.plain_rows("people", sound.root):
        head, body = shown[person["id"]]
        assert person["name"] in head
        assert words[person["voice"]] in head
        assert html.escape(person["role"], quote=False) in body
        for place in filter(None, person["source_paragraphs"].split("; ")):
            source, _, paragraph = place.partition(":p")
            assert re.search(rf'(claim-{source}-\d+|pos-\d+)"><span[^>]*>¶{paragraph}</span>', body), place
        if person["original"]:
            tag = {"zh": "zh-Hans", "ru": "ru", "uk": "uk"}[person["language"]]
            assert f'lang="{tag}">{person["original"]}</span>' in head
            assert person["romanised"] in head
        elif person["language"]:
            assert "name not checked" in head


@pytest.mark.build
def test_a_view_leads_from_its_holder_to_the_debate_map(reference: dict[str, str], sound: SmallBook) -> None:
    shown = entries(reference["people-and-institutions"], "person-")
    positions = tables.table("positions", sound.root)
    for person in tables.plain_rows("people", sound.root):
        held = positions[positions.holder.str.contains(person["name"], regex=False)].id
        linked = re.findall(r"debate-map\.html#(pos-\d+)", shown[person["id"]][1].partition("<details")[2])
        assert linked == list(held), person["name"]


@pytest.mark.build
def test_a_view_links_the_paragraphs_to_compare(reference: dict[str, str], sound: SmallBook) -> None:
    shown = entries(reference["debate-map"], "pos-")
    for position in tables.plain_rows("positions", sound.root):
        _, body = shown[position["id"].removeprefix("pos-")]
        for place in filter(None, position["counter_position"].split("; ")):
            mark = corpus.paragraph_mark(place.partition(":")[2].removeprefix("p"))
            assert re.search(rf'#(claim-[\w-]+|pos-\d+)"><span[^>]*>{mark}</span>', body), place


@pytest.mark.build
def test_names_stand_on_one_page_and_show_on_the_glossary_too(
    reference: dict[str, str], sound: SmallBook
) -> None:
    institutions = entries(reference["people-and-institutions"], "institution-")
    terms = reference["glossary"]
    for row in tables.plain_rows("institutions", sound.root):
        for column in ("chinese", "pinyin", "russian", "transliteration"):
            assert row[column] in institutions[row["id"]][1]
            assert row[column] in terms or not row["term"]
        assert ("name not checked" in institutions[row["id"]][1]) == bool(row["unchecked"])
    for row in tables.plain_rows("glossary", sound.root):
        assert row["chinese"] in terms
        assert row["russian"] in terms


@pytest.mark.build
def test_an_entry_says_by_what_it_can_be_found(reference: dict[str, str]) -> None:
    def said(page: str, name: str) -> dict[str, str]:
        found = re.search(rf'<div class="seminar-entry"([^>]*)>\s*<dt id="{name}"', reference[page])
        assert found
        return {key: unescape(text) for key, text in re.findall(r'data-(\w+)="([^"]*)"', found[1])}

    assert said("timeline", "event-label-new-era") == {
        "kind": "statement",
        "actor": "Xi Jinping|Vladimir Putin",
        "document": "outside",
        "page": "economics/small",
        "from": "2019-06-05",
        "to": "2019-06-05",
    }
    assert said("claims", "claim-guan-2022-010")["to"] == "1989"
    assert "from" not in said("claims", "claim-remarks-001")
    assert said("debate-map", "pos-001")["hand"] == "first"


@pytest.mark.build
def test_a_filter_names_the_chapters_by_their_titles(reference: dict[str, str]) -> None:
    assert '<option value="economics/small">' not in reference["timeline"], "a menu of one choice is none"
    assert re.search(r'<option value="guan-2022">Guan 2022 \(\d+\)</option>', reference["timeline"])


@pytest.mark.build
def test_every_table_is_described_and_can_be_downloaded(reference: dict[str, str], sound: SmallBook) -> None:
    for resource in tables.package(sound.root).everything:
        start = reference["data"].index(f'id="table-{resource.name}"')
        section = reference["data"][start:].partition('<section id="table-')[0]
        assert f'href="../../data/{resource.file}"' in section
        assert (sound.root / "_build/html/data" / resource.file).read_bytes() == resource.path.read_bytes()
        status = tables.STATUS_IN_WORDS[resource.licence_status]
        assert status[:1].upper() + status[1:] in section
        assert all(f">{field.name}</span>" in section for field in resource.fields)


@pytest.mark.build
def test_the_list_of_exercises_leads_to_each(reference: dict[str, str]) -> None:
    links = re.findall(r'href="\.\./economics/small\.html#(exercise-[^"]+)"', reference["my-work"])
    assert links == ["exercise-small-guess", "exercise-small-choice", "exercise-small-number"]


@pytest.mark.build
def test_scripts_learn_which_exercises_there_are_and_no_key(
    reference: dict[str, str], sound: SmallBook
) -> None:
    found = re.search(
        r'<script type="application/json" class="seminar-work-list">(.*?)</script>', reference["my-work"]
    )
    assert found
    about = json.loads(found[1])
    assert about["book"] == "reading-a-partnership"
    assert about["version"] == version("seminar")
    made = {exercise.id: exercise for exercise in bank(sound.root)}
    assert [exercise["id"] for exercise in about["exercises"]] == [
        "small-guess",
        "small-choice",
        "small-number",
    ]
    for exercise in about["exercises"]:
        assert exercise == {
            "id": exercise["id"],
            "title": made[exercise["id"]].title,
            "type": made[exercise["id"]].type,
            "fingerprint": fingerprint(made[exercise["id"]]),
            "chapter": "economics/small",
        }
    assert reference["my-work"].count("work.js") == 1


@pytest.mark.build
def test_the_bibliography_leads_to_each_document_and_to_who_published_the_data(
    reference: dict[str, str], sound: SmallBook
) -> None:
    documents, _, rest = reference["bibliography"].partition('id="the-data"')
    assert documents.index("https://doi.org/10.1007/s42533-022-00101-6") < documents.index("igcu.pku.edu.cn")
    for address in tables.table("sources", sound.root).url.dropna():
        assert f'href="{address}"' in documents
    assert "No public original is known" in documents
    data, _, _ = rest.partition('id="reading-on"')
    for resource in tables.package(sound.root).everything:
        assert (f'href="data.html#table-{resource.name}"' in data) == (resource.kind != "corpus")


@pytest.mark.build
def test_each_publication_stands_once_on_the_pages_of_what_is_cited(
    sound: SmallBook, reference: dict[str, str]
) -> None:
    entries = (sound.root / "chapters/references.bib").read_text(encoding="utf-8").count("\n@")
    pages = [text for name, text in reference.items() if name.startswith("bibliography")]
    assert len(pages) == 3
    assert [text.count('<div class="citation"') > 100 for text in pages] == [True] * 3
    assert sum(text.count('<div class="citation"') for text in pages) == entries


@pytest.mark.build
def test_the_pages_are_light(reference: dict[str, str]) -> None:
    heavy = {name: len(gzip.compress(text.encode())) for name, text in reference.items()}
    # Hundreds of events, each in the list and in the strip.
    assert heavy.pop("timeline") < 72 * 1024
    assert max(heavy.values()) < 60 * 1024, heavy
