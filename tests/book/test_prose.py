"""What chapters say of the past: whose dates, whose facts and whose words.

A passage is a paragraph, an item of a list or a row of a table, as its author wrote it; code is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from pybtex.database import parse_file

from seminar.exercises.bank import bank
from seminar.exercises.model import Classification
from seminar.front_matter import is_chapter, read_front_matter
from seminar.paths import project_root
from seminar.sphinx.dates import dates_in, readable_date
from seminar.tables import table

ROOT = project_root()
CHAPTERS = sorted(
    str(path.relative_to(ROOT).with_suffix(""))
    for path in (ROOT / "chapters").glob("*/*.md")
    if is_chapter(str(path.relative_to(ROOT).with_suffix("")))
)
ENTRIES = parse_file(str(ROOT / "chapters" / "references.bib")).entries
ROLE = re.compile(r"\{(?P<name>[\w:-]+)\}`(?P<text>[^`]*)`")
SOURCES = {"cite", "claim", "event", "institution", "person", "position", "table", "term", "value"}
CITED = re.compile(r"\{cite[\w:]*\}`([^`]+)`")
CITED_FIGURE = re.compile(r"<cited-figures:\w+@([\w-]+)")
PHRASE = re.compile(r"[\"“]([^\"“”]+)[\"”]")
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
CODE = re.compile(r"^(```+|:::+)\{code-cell\}.*?^\1$", re.DOTALL | re.MULTILINE)
BREAKS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*|]|\d+\.)\s)")


@dataclass(frozen=True)
class Passage:
    place: str
    text: str

    def roles(self, *names: str) -> list[str]:
        """Return what the passage's roles of these names point to."""
        return [
            re.sub(r"^.*<([^<>]+)>$", r"\1", match["text"].replace("\n", " "))
            for match in ROLE.finditer(self.text)
            if match["name"].partition(":")[0] in names
        ]

    def cited(self) -> list[str]:
        return [key.strip() for keys in self.roles("cite") for key in keys.split(",")]


@cache
def passages(chapter: str) -> list[Passage]:
    text = (ROOT / f"{chapter}.md").read_text(encoding="utf-8")
    for pattern in (FRONT, CODE):
        text = pattern.sub(lambda match: "\n" * match[0].count("\n"), text)
    found, line = [], 1
    for piece in re.split(f"({BREAKS.pattern})", text):
        if piece.strip():
            found.append(Passage(f"{chapter}.md:{line}", piece.strip()))
        line += piece.count("\n")
    return found


def days(text: str) -> set[str]:
    """Return the dates in a text that name a day."""
    return {date for date in dates_in(text) if len(date) == 10}


@cache
def known_days() -> frozenset[str]:
    """Return the days of the timeline, with those that its notes name, and of the documents themselves."""
    events, sources = table("events"), table("sources")
    found = {day for note in events.date_note.dropna() for day in days(note)}
    for column in (
        events.date,
        events.date_end,
        *(sources[f"date_{what}"] for what in ("written", "published", "reposted")),
    ):
        found |= set(column.dropna())
    return frozenset(found)


@cache
def days_of_entry(key: str) -> frozenset[str]:
    return frozenset(day for text in ENTRIES[key].fields.values() for day in days(text))


def unknown_days(chapter: str) -> Iterator[str]:
    as_of = read_front_matter(ROOT / f"{chapter}.md").facts_as_of
    claims = table("claims").set_index("id")
    for passage in passages(chapter):
        fits = {*known_days(), as_of}
        for key in passage.cited():
            fits |= days_of_entry(key)
        for name in passage.roles("claim"):
            fits |= set(claims.loc[name, ["date", "date_end"]].dropna())
        for day in sorted(days(passage.text) - fits):
            yield f"{passage.place}: {readable_date(day)} is no event's day, nor named by what is cited"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_day_in_prose_is_an_events_or_that_of_the_source_cited_for_it(chapter: str) -> None:
    assert list(unknown_days(chapter)) == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_who_gives_a_day_says_where_it_is_from(chapter: str) -> None:
    as_of = read_front_matter(ROOT / f"{chapter}.md").facts_as_of
    without = [
        f"{passage.place}: {day} has no source: cite one, or write {{event}}`{readable_date(day)} <its-id>`"
        for passage in passages(chapter)
        for day in sorted(days(passage.text) - {as_of})
        if not passage.roles(*SOURCES)
    ]
    assert without == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_that_gives_a_cited_figure_cites_one_of_its_sources(chapter: str) -> None:
    sources = table("cited-figures").set_index("id").source
    texts = [(passage.place, passage.text) for passage in passages(chapter)]
    texts += [
        (str(exercise.file), part.text)
        for exercise in bank(ROOT)
        if exercise.file is not None and exercise.file.stem == Path(chapter).name
        for part in exercise.parts()
    ]
    cited = {key.strip() for _, text in texts for keys in CITED.findall(text) for key in keys.split(",")}
    wrong = [
        f"{place}: the figure {name} comes from {sources[name]}, which the chapter does not cite"
        for place, text in texts
        for name in CITED_FIGURE.findall(text)
        if cited.isdisjoint(sources[name].split("; "))
    ]
    assert wrong == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_phrase_in_quotation_marks_is_short_and_a_documents_is_in_the_table(chapter: str) -> None:
    quotes = table("quotes")
    claims, positions = table("claims").set_index("id"), table("positions").set_index("id")
    wrong = []
    for passage in passages(chapter):
        documents = {claims.source[name] for name in passage.roles("claim")}
        documents |= {positions.source[name] for name in passage.roles("position")}
        printed = [plain(row) for row in quotes.phrase]
        for phrase in PHRASE.findall(ROLE.sub("", passage.text)):
            if len(phrase.split()) > 10:
                wrong.append(f"{passage.place}: more than ten words: “{phrase}”")
            # What an outside source is cited for beside it may be that source's phrase.
            elif documents and not passage.cited() and not any(plain(phrase) in row for row in printed):
                wrong.append(f"{passage.place}: not in quotes.csv: “{phrase}”")
    assert wrong == []


def plain(phrase: str) -> str:
    """Return a phrase without what a sentence around it changes: capitals, and stops at its ends."""
    return " ".join(phrase.replace("’", "'").casefold().split()).strip(".,;:?! ")


ABSOLUTE = re.compile(
    r"\b(?:will|would|can|could|shall|must) never\b|\bnever (?:will|can|could|again)\b"
    r"|(?<!not )(?<!necessarily )(?<!almost )(?<!nearly )\balways\b|\bforever\b|\birreversibl[ey]\b"
    r"|\bunprecedented(?:ly)?\b|\bundeniabl[ey]\b|\bundoubtedly\b|\bunquestionabl[ey]\b|\binevitabl[ey]\b"
    r"|\b(?:no|without|beyond|any) doubt\b|\bof course\b|\bobviously\b|\bcertainly\b|\bhistoric\b"
    r"|\b(?:everybody|everyone) (?:knows|agrees)\b|\b(?:nobody|no one) (?:doubts|denies|disputes)\b"
    r"|\bthe only (?:possible|way|choice|option|explanation|cause|reason|solution|power)\b",
    re.IGNORECASE,
)
"""Words that decide a debate instead of reporting it. CONTRIBUTING.md says how to do without."""
SAYS = re.compile(
    r"\b(?:says?|said|writes?|wrote|argue[sd]?|calls?|called|answer(?:s|ed)|declare[sd]?|promise[sd]?"
    r"|predict(?:s|ed)|according to|in the words of)\b"
)
MENTIONED = re.compile(r"(?<!\*)\*[^*]+\*(?!\*)")
NAMED = re.compile(
    r"(?<!^)\b[A-Z][a-z’']+|\bthe (?:remarks|web essay|essay|radio|commentary|newspaper|statement)\b"
)


def unattributed(text: str) -> list[str]:
    """Return the sentences with an absolute word that no quotation marks hold and nobody is named to say.

    A word in italics is one that is spoken of, as in quotation marks.
    Somebody is named by a name with a verb of saying, or by a claim or position that the sentence cites.
    """
    found = []
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        bare = " ".join(ROLE.sub("", MENTIONED.sub("", PHRASE.sub("", sentence))).split())
        cited = re.search(r"\{(?:claim|position)\}`", sentence)
        if ABSOLUTE.search(bare) and not cited and not (SAYS.search(bare) and NAMED.search(bare)):
            found.append(" ".join(sentence.split()))
    return found


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_an_absolute_word_is_quoted_or_somebodys(chapter: str) -> None:
    texts = [(passage.place, passage.text) for passage in passages(chapter)]
    for exercise in bank(ROOT):
        if exercise.file is not None and exercise.file.stem == Path(chapter).name:
            texts += [(f"{exercise.file.name}, {exercise.id}", part.text) for part in exercise.parts()]
    assert [f"{place}: {sentence}" for place, text in texts for sentence in unattributed(text)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The partnership is irreversible.",
        "Russia will never join a camp that China leads.",
        "Trade reached an unprecedented level. Guan says so.",
        "Of course the treaty was prolonged.",
        "The two have always stood together, as everybody knows.",
        "Pressure from Washington is the only explanation.",
    ],
)
def test_an_absolute_sentence_of_nobodys_is_found(sentence: str) -> None:
    assert unattributed(f"Trade grew by a tenth. {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "The essay calls the tie irreversible, and Trenin does not.",
        "For the essay it is irreversible ({position}`pos-142`).",
        'The Kremlin spoke of "unprecedented pressure".',
        "The two were not always of one mind.",
        "What would *unprecedented* have to be measured by?",
        "The price was never published.",
    ],
)
def test_an_absolute_word_of_somebodys_may_stand(sentence: str) -> None:
    assert unattributed(sentence) == []


def test_every_phrase_of_the_table_is_quoted_somewhere() -> None:
    texts = [passage.text for chapter in CHAPTERS for passage in passages(chapter)]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "exercises").glob("*.yml")]
    texts += table("events").title.tolist()
    everything = plain(" ".join(texts))
    assert [phrase for phrase in table("quotes").phrase if plain(phrase) not in everything] == []


def test_the_page_of_a_claim_is_a_chapter_that_cites_it() -> None:
    """A chapter cites a claim in its prose, in an exercise, or by an event that it shows."""
    claims = table("claims").dropna(subset=["page"])
    events = table("events").dropna(subset=["claim"]).set_index("id").claim
    wrong = []
    for page, named in claims.groupby("page").id:
        chapter = f"chapters/{page}"
        if chapter not in CHAPTERS:
            wrong.append(f"claims.csv: {', '.join(named)}: there is no chapter {page}")
            continue
        text = (ROOT / f"{chapter}.md").read_text(encoding="utf-8")
        cited = set(re.findall(r"\{claim\}`([^`]+)`", text))
        cited |= {claim for event, claim in events.items() if f'"{event}"' in text}
        for exercise in bank(ROOT):
            if exercise.file is not None and exercise.file.stem == page.partition("/")[2]:
                cited |= {name.partition(":")[2] for name in exercise.rests_on}
                cited |= {
                    name for part in exercise.parts() for name in re.findall(r"\{claim\}`([^`]+)`", part.text)
                }
        wrong += [f"claims.csv: {name}: {page} does not cite it" for name in sorted(set(named) - cited)]
    assert wrong == []


def test_a_claim_that_was_judged_names_the_page_that_did_it() -> None:
    claims = table("claims")
    judged = claims.verdict.notna() | claims.computed_by.notna()
    assert list(claims.id[judged & claims.page.isna()]) == []


def test_every_position_is_told_in_a_chapter() -> None:
    told = {
        name for chapter in CHAPTERS for passage in passages(chapter) for name in passage.roles("position")
    }
    assert sorted(set(table("positions").id) - told) == []


def test_the_first_page_leads_to_every_chapter() -> None:
    first = (ROOT / "chapters" / "index.md").read_text(encoding="utf-8")
    led = re.findall(r"^\{doc\}`([^`]+)`\n: ", first, re.MULTILINE)
    assert [chapter for chapter in CHAPTERS if chapter.removeprefix("chapters/") not in led] == []


OUTCOME = re.compile(r"(held|not held|did not hold|right|wrong|true|false|correct|mistaken)\b")


def test_no_key_says_of_a_position_that_it_held_or_did_not() -> None:
    """Where boxes are outcomes, no more items get one than claims and events stand in ``rests_on``."""
    wrong = []
    for exercise in bank(ROOT):
        if isinstance(exercise, Classification):
            judged = [boxes for boxes in exercise.key() if any(map(OUTCOME.match, boxes))]
            kinds = [name.partition(":")[0] for name in exercise.rests_on]
            if "positions" in kinds and len(judged) > kinds.count("claims") + kinds.count("events"):
                wrong.append(exercise.id)
    assert wrong == []
