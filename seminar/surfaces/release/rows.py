"""Questions as lines with a list to choose from: for platforms that have no type of their own for them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape

from seminar.exercises.model import Spectrum
from seminar.surfaces.release.keys import Keyed
from seminar.surfaces.release.questions import plain
from seminar.surfaces.words import word


@dataclass(frozen=True)
class Row:
    """One line of a question."""

    text: str
    """Its HTML."""
    choices: Sequence[str]
    """What there is to choose, as plain texts, each another one."""
    rights: Collection[int]
    """Which of them are right."""
    said: Sequence[str]
    """The HTML of what is told to those who choose each; empty for nothing."""


def options(each: Keyed) -> list[Row]:
    """Return whether it applies, for each option of several that can be chosen."""
    ways = [word("paper.lms.applies"), word("paper.lms.not")]
    rows = []
    for place, (text, right) in enumerate(
        zip(each.listed("options", "/text"), each.rule["correct"], strict=True)
    ):
        told = each.texts.get(f"options/{place}/feedback", "")
        rows.append(Row(text, ways, [0] if right else [1], ["", told] if right else [told, ""]))
    return rows


def boxes(each: Keyed) -> list[Row]:
    """Return the boxes to choose from, for each item to sort."""
    names = each.plain("boxes")
    return [
        Row(
            text,
            names,
            key,
            [each.texts.get(f"items/{place}/feedback/{box}", "") for box in range(len(names))],
        )
        for place, (text, key) in enumerate(zip(each.listed("items", "/text"), each.rule["key"], strict=True))
    ]


def places(each: Keyed) -> list[Row]:
    """Return the places of a scale to choose from, for each item that is marked."""
    exercise = each.exercise
    assert isinstance(exercise, Spectrum)
    labels = each.plain("places", "/label")
    rows = []
    for i, (text, band) in enumerate(zip(each.listed("items", "/text"), exercise.bands, strict=True)):
        if band is None:
            continue
        first, last = band
        ways = ["feedback/before"] * first + ["worked"] * (last - first + 1)
        ways += ["feedback/after"] * (len(labels) - last - 1)
        read = each.texts.get(f"items/{i}/read")
        reading = f" <small>({escape(word('spectrum.read'))} {read})</small>" if read else ""
        said = [each.texts[f"items/{i}/{way}"] for way in ways]
        rows.append(Row(f"{text}{reading}", labels, range(first, last + 1), said))
    return rows


def scale(each: Keyed) -> str:
    """Return the name and the places of a scale as HTML."""
    meanings = "".join(
        f"<li><strong>{label}</strong> {meaning}</li>"
        for label, meaning in zip(
            each.listed("places", "/label"), each.listed("places", "/meaning"), strict=True
        )
    )
    return f"<p>{each.texts['scale']}</p>\n<ol>{meanings}</ol>"


def defence(each: Keyed) -> list[str]:
    """Return what a question with a scale asks for in writing, as plain texts: it is read, and not marked."""
    exercise = each.exercise
    assert isinstance(exercise, Spectrum)
    items = [plain(text) for text in each.listed("items", "/text")]
    wanted = [word("paper.lms.own", item=items[place]) for place in exercise.own]
    if exercise.defended is None:
        wanted.append(word("spectrum.defend"))
    else:
        wanted.append(" ".join([word("spectrum.defend.one"), items[exercise.defended]]))
    return [*wanted, word("predict.because")]


def lose_for_lines(each: Keyed) -> None:
    """Note what is lost of a question whose parts are chosen from lists, each marked by itself."""
    listed = [*each.listed("rights"), *each.listed("boxes"), *each.listed("places", "/label")]
    if any("<" in html for html in listed):
        each.lose("marked words in texts of a list to choose from", "they stand there plainly")
    if each.rule.get("policy") == "all-or-nothing":
        each.lose("points only for a wholly right answer", "each right part earns its share")


def told(rows: Sequence[Row]) -> str:
    """Return what is told of each choice in each line as one list of HTML; nothing where nothing is."""
    found = []
    for row in rows:
        by_text: dict[str, list[str]] = {}
        for choice, said in zip(row.choices, row.said, strict=True):
            if said:
                by_text.setdefault(said, []).append(choice)
        lines = "".join(f"<li>{escape('; '.join(chosen))}: {said}</li>" for said, chosen in by_text.items())
        if lines:
            found.append(f"<li>{row.text}<ul>{lines}</ul></li>")
    return f"<ul>{''.join(found)}</ul>" if found else ""
