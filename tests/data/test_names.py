"""People, institutions and terms: everybody is there, and every name is in its own script and system."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd
import pytest

from seminar.tables import table

# Everybody whom a document names, by the authors' own index of the documents.
IN_THE_DOCUMENTS = [
    "Boris Yeltsin",
    "Jiang Zemin",
    "Vladimir Putin",
    "Dmitry Medvedev",
    "Xi Jinping",
    "Li Keqiang",
    "Barack Obama",
    "Donald Trump",
    "Dai Bingguo",
    "Andrey Kozyrev",
    "Sergei Lavrov",
    "Sergei Ivanov",
    "Li Zhanshu",
    "Richard Nixon",
    "Henry Kissinger",
    "Zbigniew Brzezinski",
    "Guan Guihai",
    "Dmitri Trenin",
    "Alexander Lukin",
    "Andrey Dikarev",
    "Timofei Bordachev",
    "Fyodor Lukyanov",
    "Andrey Kortunov",
    "Graham T. Allison",
    "Dimitri K. Simes",
    "Xi Junfei",
]
# Whom no document names, and history cannot do without.
FROM_OUTSIDE = [
    "Mao Zedong",
    "Joseph Stalin",
    "Zhou Enlai",
    "Nikita Khrushchev",
    "Leonid Brezhnev",
    "Alexei Kosygin",
    "Deng Xiaoping",
    "Mikhail Gorbachev",
    "Eduard Shevardnadze",
    "Qian Qichen",
    "Li Peng",
    "Viktor Chernomyrdin",
    "Hu Jintao",
    "Wang Yi",
    "Volodymyr Zelensky",
]

PEOPLE = table("people")
INSTITUTIONS = table("institutions")
GLOSSARY = table("glossary")
CHINESE = pd.concat(
    [
        PEOPLE[PEOPLE.language == "zh"][["original", "romanised"]].set_axis(["chinese", "pinyin"], axis=1),
        INSTITUTIONS[["chinese", "pinyin"]],
        GLOSSARY[["chinese", "pinyin"]],
    ]
).dropna(how="all")
RUSSIAN = pd.concat(
    [
        PEOPLE[PEOPLE.language == "ru"][["original", "romanised"]].set_axis(
            ["russian", "transliteration"], axis=1
        ),
        INSTITUTIONS[["russian", "transliteration"]],
        GLOSSARY[["russian", "transliteration"]],
    ]
).dropna(how="all")

TONES = {"\u0304", "\u0301", "\u030c", "\u0300"}
CYRILLIC = "абвгдёжзийклмнопрстуфхцчшщъыьэюя"
LATIN = re.findall(r"\S+", "a b v g d ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya")
LETTERS = dict(zip(CYRILLIC, LATIN, strict=True))


def bgn_pcgn(russian: str) -> str:
    """Return a Russian text in Latin letters, by the system of BGN and PCGN of 1947."""
    made, before = "", ""
    for letter in russian:
        small = letter.lower()
        latin = "e" if small == "е" else LETTERS.get(small, letter)
        if small in "её" and (not before.isalpha() or before.lower() in "аеёиоуыэюяйъь"):
            latin = "y" + latin
        if letter != small:
            latin = latin.upper() if before.isupper() else latin.capitalize()
        made, before = made + latin, letter
    return made


def test_everybody_whom_the_documents_name_is_in_the_table() -> None:
    named = PEOPLE[PEOPLE.author_of.notna() | PEOPLE.source_paragraphs.notna()]
    assert set(named.name) == set(IN_THE_DOCUMENTS)


def test_whom_history_needs_is_in_the_table_and_marked_as_from_outside() -> None:
    outside = PEOPLE[PEOPLE.voice == "outside"]
    assert set(FROM_OUTSIDE) <= set(outside.name)
    assert outside.citation.notna().all()


def test_how_we_know_somebodys_words_follows_from_the_documents() -> None:
    assert PEOPLE.voice.notna().all()
    assert ((PEOPLE.voice == "first-hand") == PEOPLE.author_of.notna()).all()
    reported = PEOPLE[PEOPLE.voice == "reported"]
    assert reported.reported_by.notna().all()
    assert PEOPLE[PEOPLE.voice.isin(["mentioned", "outside"])].reported_by.isna().all()
    assert PEOPLE[PEOPLE.voice == "outside"].source_paragraphs.isna().all()
    for person in PEOPLE[PEOPLE.reported_by.notna()].itertuples():
        assert f"{person.reported_by}:" in person.source_paragraphs, person.name


def test_the_views_that_the_debate_map_gives_somebody_agree_with_the_table() -> None:
    positions = table("positions")
    for person in PEOPLE.itertuples():
        held = positions[positions.holder.str.contains(person.name, regex=False)]
        assert set(held[held.first_hand].source) <= {person.author_of}, person.name
        assert set(held[~held.first_hand].source) <= {person.reported_by}, person.name


def test_the_timeline_spells_everybody_as_the_table_does() -> None:
    families = {name: set(group.name) for name, group in PEOPLE.groupby("family_name")}
    for actors in table("events").actors.dropna():
        for actor in actors.split("; "):
            words = actor.split()
            known = families.get(words[0], set()) | families.get(words[-1], set())
            assert len(words) == 1 or not known or actor in known, f"{actor}: {known}"


def test_an_institution_is_described_once() -> None:
    assert (INSTITUTIONS.term.notna() | INSTITUTIONS.about.notna()).all()
    assert INSTITUTIONS[INSTITUTIONS.term.notna()].source_paragraphs.isna().all()
    assert INSTITUTIONS.term.dropna().is_unique
    elsewhere = GLOSSARY[GLOSSARY.term.isin(INSTITUTIONS.term)]
    columns = ["chinese", "pinyin", "russian", "transliteration", "unchecked"]
    assert elsewhere[columns].isna().all(axis=None), "its names stand in the table institutions"
    unnamed = INSTITUTIONS[INSTITUTIONS.term.isna() & INSTITUTIONS.source_paragraphs.isna()]
    assert set(unnamed.voice) <= {"first-hand", "outside"}


@pytest.mark.parametrize("frame", [CHINESE, RUSSIAN], ids=["Chinese", "Russian"])
def test_a_name_comes_with_its_romanisation_and_never_alone(frame: pd.DataFrame) -> None:
    assert len(frame) > 20
    assert frame.notna().all(axis=None)


@pytest.mark.parametrize(("chinese", "pinyin"), CHINESE.to_numpy().tolist(), ids=list(CHINESE.chinese))
def test_chinese_is_in_characters_and_pinyin_marks_the_tone_of_each(chinese: str, pinyin: str) -> None:
    characters = re.sub("[“”、]", "", chinese)
    assert re.fullmatch("[\u3400-\u9fff]+", characters)
    marked = unicodedata.normalize("NFD", pinyin)
    assert re.fullmatch("[A-Za-z“”, \u0308\u0304\u0301\u030c\u0300-]+", marked)
    assert sum(mark in TONES for mark in marked) == len(characters)
    assert unicodedata.is_normalized("NFC", pinyin)


@pytest.mark.parametrize(
    ("russian", "transliteration"), RUSSIAN.to_numpy().tolist(), ids=list(RUSSIAN.transliteration)
)
def test_russian_is_in_cyrillic_and_transliterated_by_one_system(russian: str, transliteration: str) -> None:
    assert re.fullmatch("[\u0400-\u04ff «»,-]+", russian)
    assert bgn_pcgn(russian) == transliteration


def test_the_system_knows_its_hard_cases() -> None:
    assert bgn_pcgn("Борис Ельцин, Алексеевич, объём") == "Boris Yel’tsin, Alekseyevich, ob”yëm"


def test_a_name_left_out_is_marked() -> None:
    for frame in (INSTITUTIONS, GLOSSARY):
        unchecked = frame.unchecked.fillna("")
        assert frame[unchecked.str.contains("zh")].chinese.isna().all()
        assert frame[unchecked.str.contains("ru")].russian.isna().all()
    assert PEOPLE[PEOPLE.original.notna()].language.notna().all()
    assert set(PEOPLE[PEOPLE.language.notna() & PEOPLE.original.isna()].name) == {
        "Alexander Bessmertnykh",
        "Alexander Lukin",
        "Andrey Dikarev",
        "Fu Cong",
        "Leonid Ilyichev",
    }
