"""One catalogue of words, for Python and the browser."""

from __future__ import annotations

import ast
import json
import re

import pytest

from seminar.surfaces.words import CATALOGUE, number, word
from tests.browser.node import FRONTEND

WORDS = json.loads(CATALOGUE.read_text(encoding="utf-8"))
SOURCES = [
    path.read_text(encoding="utf-8")
    for path in [
        *(FRONTEND / "src").rglob("*.js"),
        *(
            path
            for floor in ("surfaces", "grading", "sphinx")
            for path in (CATALOGUE.parents[1] / floor).rglob("*.py")
        ),
    ]
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
    patterned = re.compile(
        r"^(level|result|report\.(state|method|flag(\.[a-z-]+)?)|notice|work\.(filter|state|refuse|notice)"
        r"|assignment\.(notice|refuse|student)|paper(\.(feedback|notebook|size))?|book\.(head\.minutes|notes)"
        r"|grade\.(rejected|remedy)"
        r"|book\.(filter\.(choose|all|some|none)|strip\.do|people|institutions|voice|language))\.[\w-]+$"
        r"|^book\.filter\.(from|to)$"
    )
    named = {key for _, key in re.findall(r"([\"'])([\w.-]+)\1", text)}
    unused = [key for key in WORDS if key not in named and not patterned.match(key) and key != "locale"]
    assert unused == []


def test_every_plural_has_the_language_s_forms() -> None:
    for key, entry in WORDS.items():
        if not isinstance(entry, str):
            assert set(entry) == {"one", "other"}, key


SHOWN = ("aria-label", "aria-valuetext", "alt", "placeholder", "title")


def templates(source: str) -> list[str]:
    """Return the markup of every template in a module, nested ones apart, with ``$`` for each value."""
    found: list[str] = []
    # Open templates and, between them, the open braces of the value that holds the next one.
    stack: list[list[str] | int] = []
    code = re.compile(r"(html|svg)?`|/\*.*?\*/|(?<!:)//[^\n]*|\"[^\"\n]*\"|'[^'\n]*'|[{}]", re.DOTALL)
    at = 0
    while at < len(source):
        if stack and isinstance(stack[-1], list):
            if source[at] == "`":
                parts = stack.pop()
                assert isinstance(parts, list)
                if parts[0]:
                    found.append("".join(parts[1:]))
                at += 1
            elif source.startswith("${", at):
                stack[-1].append("$")
                stack.append(1)
                at += 2
            else:
                stack[-1].append(source[at])
                at += 1
            continue
        match = code.search(source, at)
        if match is None:
            break
        at = match.end()
        if match[0] in ("`", "html`", "svg`"):
            stack.append([match[1] or ""])
        elif match[0] in "{}" and stack:
            depth = stack.pop()
            assert isinstance(depth, int)
            depth += 1 if match[0] == "{" else -1
            if depth:
                stack.append(depth)
    assert stack == []
    return found


def words_in(template: str) -> list[str]:
    """Return what a reader would see or hear of a template's own letters."""
    attributes = re.findall(rf"""\b(?:{"|".join(SHOWN)})=["']?([^"'\s>]*)""", template)
    texts = re.sub(r"<[^<>]*>", " ", template).split()
    return [text for text in [*attributes, *texts] if re.search(r"[A-Za-z]{2,}", text)]


def test_the_front_end_writes_no_words_of_its_own() -> None:
    """Neither between the tags of its templates nor in attributes that are shown or read out."""
    seen = 0
    for path in (FRONTEND / "src").rglob("*.js"):
        for template in templates(path.read_text(encoding="utf-8")):
            seen += 1
            assert words_in(template) == [], (path.name, template)
    assert seen > 50


def own_words(code: str) -> list[str]:
    """Return what a module writes of its own that a reader would read: capitals, sentences, words in HTML.

    Docstrings and errors are for others.
    """
    found, others = [], set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            others.add(node.value)
        elif isinstance(node, ast.Raise) or ast.unparse(node).startswith("message = "):
            others |= set(ast.walk(node))
        elif isinstance(node, ast.JoinedStr) and node not in others:
            others |= set(node.values)
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "$" for part in node.values)
            found += words_in(text) if "<" in text else re.findall(r"[A-Za-z]{2,}(?= )|[A-Z][a-z]+", text)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in others:
            found += re.findall(r"^(?!True$)[A-Z][a-z]{2,}.*", node.value) if "<" not in node.value else []
    return found


@pytest.mark.parametrize(
    "module", ["blocks", "cards", "exercise_list", "filters", "labs", "names", "reference"]
)
def test_the_generated_pages_write_no_words_of_their_own(module: str) -> None:
    path = CATALOGUE.parents[1] / "sphinx" / f"{module}.py"
    assert own_words(path.read_text(encoding="utf-8")) == []


def test_a_word_in_python_is_found() -> None:
    assert own_words('title = "Kind"') == ["Kind"]
    assert own_words('yield f"Compare {places}."') == ["Compare"]
    assert own_words('yield f"<p>Show {n}</p>"') == ["Show"]
    assert own_words('def f():\n    """Do it."""\n    raise ValueError(f"Not so: {n}")') == []


def test_a_word_in_a_template_is_found() -> None:
    nested = 'x = {}; html`<p id=${`a-${b}`} title="Close">${c ? html`<b>Right</b> ${d}` : "no"}</p>`; // `'
    inner, outer = templates(nested)
    assert words_in(inner) == ["Right"]
    assert words_in(outer) == ["Close"]
