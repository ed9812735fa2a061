"""One catalogue of words, for Python and the browser."""

from __future__ import annotations

import json
import re

import pytest

from seminar.surfaces.words import CATALOGUE, number, word
from tests.browser.node import FRONTEND

WORDS = json.loads(CATALOGUE.read_text(encoding="utf-8"))
SOURCES = [
    path.read_text(encoding="utf-8")
    for path in [*(FRONTEND / "src").rglob("*.js"), *CATALOGUE.parents[1].joinpath("surfaces").glob("*.py")]
]


def test_values_and_plurals() -> None:
    assert word("points", n=1) == "1 point"
    assert word("points", n="1.5") == "1.5 points"
    assert word("minutes", n=number(1.0)) == "1 minute"
    assert word("points.of", points="0.5", n=2) == "0.5 of 2 points"
    with pytest.raises(KeyError):
        word("no.such.word")


def test_every_word_is_used() -> None:
    text = "\n".join(SOURCES)
    patterned = re.compile(r"^(level|result|notice)\.\w+$")
    unused = [key for key in WORDS if f'"{key}"' not in text and not patterned.match(key) and key != "locale"]
    assert unused == []


def test_every_plural_has_the_language_s_forms() -> None:
    for key, entry in WORDS.items():
        if not isinstance(entry, str):
            assert set(entry) == {"one", "other"}, key


def test_the_front_end_writes_no_words_of_its_own() -> None:
    """Between tags of the templates there is no text but what the catalogue gives."""
    for path in (FRONTEND / "src").rglob("*.js"):
        if path.name in ("marking.js", "numbers.js"):
            continue
        source = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for template in re.findall(r"html`(.*?)`", source, flags=re.DOTALL):
            bare = re.sub(r"\$\{[^{}]*\}|<[^<>]*>", " ", template)
            found = re.findall(r">\s*([A-Za-z]{3,}[^<$`]*)<", bare)
            assert not found, (path.name, found)
