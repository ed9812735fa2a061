"""No number of the chapters on the economy is typed bare: each is held to the data.

In running prose a number stands in a ``{value}``, which the build checks. Captions, alt texts and the texts
of exercises may print one plainly if it is, rounded to its own decimals, what one of the chapter's
``{value}``s gives, what stands in the table under the figure in any of its states, or what the exercise
names: its answer, ``computed_by`` and the rows of ``rests_on``. Free are years, dates, paragraphs, minutes,
the positions of a slider, and what is joined to a letter or a stroke (``S-400``, ``68/262``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import jupytext
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
import yaml

import seminar
from seminar import tables
from seminar.paths import project_root
from seminar.values import functions, value
from tests.book.test_prose import ROLE, passages

ROOT = project_root()
CHAPTERS = sorted(
    str(path.relative_to(ROOT).with_suffix(""))
    for part in ("economics", "debates")
    for path in (ROOT / "chapters" / part).glob("*.md")
)
MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
FREE = re.compile(
    rf"\b\d{{1,2}}(?: (?:to|and|or) \d{{1,2}})? (?:{'|'.join(MONTHS)})\b"  # a day
    r"|(?<![\d.,])(?:1[6-9]|20)\d\d(?![\d%]|[.,]\d)"  # a year
    r"|¶+ ?\d+(?:(?:, | and | to |–)¶?\d+)*"  # paragraphs
    r"|(?m:^\s*\d+\. )"  # the number of an item
    r"|\b\d+ minutes?\b"
    r"|\]\([^)]*\)|<[^>]*>|`[^`]*`"  # addresses, tags, code
)
NUMBER = re.compile(r"(?<![\w/.,])(?<![A-Za-z]-)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w/])")
REFERENCE = re.compile(r"\{value\}`[^`<]*<([^`>]+)>`")
NOT_TEXTS = {
    "id",
    "type",
    "objective",
    "level",
    "rests_on",
    "computed_by",
    "generator",
    "table",
    "column",
    "rows",
}
NOT_TEXTS |= {"start", "parameter", "hide", "ask", "where", "partial", "mark", "box", "reveal"}


def bare(text: str) -> list[str]:
    """Return the numbers that a text prints outside roles and that are not free."""
    return NUMBER.findall(FREE.sub(" ", ROLE.sub(" ", text)))


def given(number: str, known: Iterable[float]) -> bool:
    """Say whether one of the known values, rounded to a number's decimals, is that number, up to its sign."""
    printed, decimals = float(number.replace(",", "")), len(number.partition(".")[2])
    half = 0.5 * 10**-decimals + 1e-9
    return bool((np.abs(np.abs(np.fromiter(known, float)) - printed) <= half).any())


@dataclass
class Figure:
    """What a cell shows: its texts, and the numbers of its table in every state."""

    name: str
    texts: list[str]
    numbers: set[float] = field(default_factory=set)
    exercises: set[str] = field(default_factory=set)


def positions(offered: Any) -> list[Any]:
    """Return what a control can say: the steps of ``(start, stop, step)``, or the items of a list."""
    if isinstance(offered, tuple) and len(offered) == 3:
        start, stop, step = offered
        return [start + i * step for i in range(round((stop - start) / step) + 1)]
    return list(offered)


def frame_numbers(frame: pd.DataFrame) -> set[float]:
    """Return the numbers of a table under a figure, without its years."""
    numeric = frame.select_dtypes("number")
    cells = numeric[[name for name in numeric if str(name).casefold() != "year"]].to_numpy(float).ravel()
    return {float(cell) for cell in cells if np.isfinite(cell)}


@cache
def figures(chapter: str) -> list[Figure]:
    """Run a chapter's cells, and return what each shows; nothing is drawn to a file."""
    shown: list[Figure] = []

    def chart(_fig: object, *, numbers: pd.DataFrame, **_options: object) -> None:
        shown[-1].numbers |= frame_numbers(numbers)
        plt.close("all")

    def explore(
        model: Callable[..., object], labels: object = None, units: object = None, **given: Any
    ) -> None:
        for state in product(*(positions(offered) for offered in given.values())):
            model(**dict(zip(given, state, strict=True)))
        shown[-1].numbers |= {
            float(step)
            for offered in given.values()
            for step in positions(offered)
            if isinstance(step, (int, float))
        }

    def exercise(name: str, *_figure: object) -> None:
        shown[-1].exercises.add(name)

    instead = {"chart": chart, "explore": explore, "exercise": exercise}
    instead |= {name: lambda *_, **__: None for name in ("recall", "strip", "work")}
    with pytest.MonkeyPatch.context() as patch:
        for name, made in instead.items():
            patch.setitem(vars(seminar), name, made)
        patch.chdir(ROOT / Path(chapter).parent)
        patch.setattr(plt, "show", lambda: None)
        space: dict[str, Any] = {}
        for cell in jupytext.read(ROOT / f"{chapter}.md", fmt="md:myst").cells:
            if cell.cell_type != "code":
                continue
            options = cell.metadata.get("mystnb", {})
            about = options.get("figure", {})
            texts = [about.get("caption", ""), options.get("image", {}).get("alt", "")]
            shown.append(Figure(about.get("name", ""), texts))
            exec(compile(cell.source, f"{chapter}: {about.get('name', 'a cell')}", "exec"), space)
            plt.close("all")
    return shown


@cache
def exercise_file(chapter: str) -> list[dict[str, Any]]:
    path = ROOT / "exercises" / f"{Path(chapter).name}.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else []


def texts(node: Any) -> Iterator[str]:
    """Yield what readers see of an exercise, as its author wrote it."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, child in node.items():
            if key not in NOT_TEXTS:
                yield from texts(key) if key not in ("text", "feedback") and " " in str(key) else ()
                yield from texts(child)
    elif isinstance(node, list):
        for child in node:
            yield from texts(child)


@cache
def values_given(chapter: str) -> frozenset[float]:
    """Return what the ``{value}``s of a chapter and of its exercises are worth."""
    written = (ROOT / f"{chapter}.md").read_text(encoding="utf-8")
    written += "\n".join(texts(exercise_file(chapter)))
    return frozenset(value(reference) for reference in REFERENCE.findall(written) if "<<" not in reference)


def rows(reference: str) -> Iterator[float]:
    """Yield the numbers of a row, or with ``:*`` of a table; what is in millions in billions too.

    In a table of hundreds of rows any number can be found, so as a whole it vouches for none.
    """
    name, _, key = reference.partition(":")
    resource = tables.package().resource(name)
    if key == "*" and resource.rows > 60:
        return
    frame = tables.table(name) if key == "*" else tables.row(reference).to_frame().T
    for column in resource.fields:
        if column.type in ("number", "integer") and column.name != "year":
            for cell in pd.to_numeric(frame[column.name]).dropna():
                yield float(cell)
                if "million" in f"{column.unit} {column.name}":
                    yield float(cell) / 1000


def plain_numbers(result: object) -> Iterator[float]:
    if isinstance(result, (int, float)) and not isinstance(result, bool):
        yield float(result)


def named(exercise: dict[str, Any], chapter: str) -> set[float]:
    """Return the numbers that an exercise may print: its own, its figure's, and those of what it names."""
    known = set(values_given(chapter)) | set(plain_numbers(exercise.get("answer")))
    for figure in figures(chapter):
        if exercise["id"] in figure.exercises:
            known |= figure.numbers
    for reference in exercise.get("rests_on", []):
        known |= set(rows(reference))
    if exercise.get("computed_by"):
        known |= set(plain_numbers(functions(ROOT / "exercises" / "keys.py")[exercise["computed_by"]]()))
    return known


def bare_in_prose(chapter: str) -> Iterator[str]:
    for passage in passages(chapter):
        for number in bare(passage.text):
            yield f"{passage.place}: {number} stands bare: write {{value}}`{number} <table:column@key>`"


def bare_in_figures(chapter: str) -> Iterator[str]:
    for figure in figures(chapter):
        for number in (number for text in figure.texts for number in bare(text)):
            if not given(number, figure.numbers | values_given(chapter)):
                yield f"{chapter}.md: {figure.name}: {number} is in no {{value}} and not under the figure"


def bare_in_exercise(exercise: dict[str, Any], chapter: str) -> Iterator[str]:
    known = named(exercise, chapter)
    for text in texts(exercise):
        for number in bare(text):
            if not given(number, known):
                yield f"{exercise['id']}: {number} is in no {{value}} and nothing that the exercise names"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_number_in_prose_stands_in_a_role_that_checks_it(chapter: str) -> None:
    assert list(bare_in_prose(chapter)) == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_number_in_a_caption_or_an_alt_text_is_the_figures_or_the_chapters(chapter: str) -> None:
    assert list(bare_in_figures(chapter)) == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_number_in_an_exercise_is_of_the_data_that_it_names(chapter: str) -> None:
    found = [fault for exercise in exercise_file(chapter) for fault in bare_in_exercise(exercise, chapter)]
    assert found == []


def test_a_wrong_number_is_found_wherever_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """The trade chapter's own texts, with a number planted in each."""
    chapter = "chapters/economics/trade"
    figure = next(figure for figure in figures(chapter) if figure.name == "fig-trade-since")
    (told,) = [alt for alt in figure.texts if alt.startswith("Trade stood still")]
    assert "to 240 in 2023" in told
    planted = Figure(figure.name, [told.replace("to 240 in 2023", "to 250 in 2023")], figure.numbers)
    monkeypatch.setattr(f"{__name__}.figures", lambda _chapter: [planted])
    assert [fault.split(": ")[2] for fault in bare_in_figures(chapter)] == [
        "250 is in no {value} and not under the figure"
    ]
    monkeypatch.undo()
    (asked,) = [each for each in exercise_file(chapter) if each["id"] == "trade-growth-first"]
    assert list(bare_in_exercise(asked, chapter)) == []
    for part, right, wrong in (
        ("prompt", "107.06", "107.16"),
        ("solution", "106.65", "106.56"),
        ("feedback", "take away 1", "take away 1.77"),
    ):
        other = asked | {part: asked[part].replace(right, wrong)}
        number = wrong.split()[-1]
        assert [number in fault for fault in bare_in_exercise(other, chapter)] == [True], part


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Trade was 107.06 billion, or 1,570 cases.", ["107.06", "1,570"]),
        ("It rose by 27.1 per cent; {value}`26.3 <=revised>` as revised.", ["27.1"]),
        ("On 17 September 2019, in 1997 to 2009, in the 1990s.", []),
        ("From 18 to 25 August 2005 (¶3 and ¶4, ¶12).", []),
        ("1. The first\n2. The second", []),
        ("About 61 minutes on S-400, CR929 and 68/262, the 21st.", []),
        ("[A page](http://example.org/23/354784.html) and `table(12)`.", []),
        ("Prices from 2008.5 to 20195, or 2019%.", ["2008.5", "20195", "2019"]),
        ("It fell by −6.9, not -7.", ["6.9", "7"]),
    ],
)
def test_what_counts_as_a_number_typed_bare(text: str, numbers: list[str]) -> None:
    assert bare(text) == numbers


@pytest.mark.parametrize(
    ("number", "known", "right"),
    [
        ("57.4", 57.37, True),
        ("57.3", 57.37, False),
        ("31", -30.6, True),
        ("1,570", 1570.2, True),
        ("139", 139.51, False),
        ("1.110", 1.1098, True),
        ("1.111", 1.1098, False),
    ],
)
def test_a_number_may_be_half_a_unit_of_its_last_digit_away(number: str, known: float, right: bool) -> None:
    assert given(number, [known]) is right
