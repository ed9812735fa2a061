"""Two banks that ask the same questions and disagree about everything else, and their assignment's pages.

The second bank has other keys: other options are right, items stand in another order, texts have other
partners, numbers and series are others. Every sentence that betrays a key stands in another place there.
"""

from __future__ import annotations

import copy
import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

from ruamel.yaml import YAML

from seminar.exercises.assignments import Assignment, Item, assignment
from seminar.exercises.model import Reveal
from seminar.figures.svg import without
from seminar.surfaces.assignment import about, block, hand_in, item_payload, variants, worksheet
from seminar.surfaces.built import source
from seminar.surfaces.figures import picture
from seminar.surfaces.markup import rendered
from seminar.surfaces.payload import in_script
from tests.browser import fixture_figures
from tests.browser.fixture_page import FIXTURES
from tests.conftest import ROOT

NAME = "all-types"
VARIED = "varied-growth"
GENERATORS = """\
RISE = 1


def growth(pick):
    first, rise = pick.whole(50, 400), pick.whole(2, 90)
    last = first + rise * first // 100
    texts = {"first": str(first), "last": str(last), "told": "The generator tells this."}
    return {"texts": texts, "answer": float(RISE * (rise * first // 100))}
"""
VARIED_EXERCISE = """
id: varied-growth
type: numeric
title: How far up?
objective: compute-growth
level: apply
minutes: 3
points: 2
generator: growth
prompt: Trade rose from **<<first>>** to <<last>> billion dollars ({claim}`remarks-003`). By how much?
unit: billion dollars
answer: 51
tolerance: 0.5
hint: Take <<first>> away. <<told>>
feedback: You did not take <<first>> away from <<last>>.
solution: It is <<last>> less <<first>>.
"""
HIDDEN = 1.25
"""By what the second bank's hidden numbers differ."""


def data() -> list[dict[str, Any]]:
    """Return the first bank's exercises as their file has them."""
    yaml = YAML(typ="safe", pure=True)
    files = (FIXTURES, fixture_figures.FIXTURES / "figures.yml")
    found = [each for file in files for each in yaml.load(file.read_text(encoding="utf-8"))]
    for each in found:
        # Everybody sees the points.
        each.setdefault("points", 1)
    return [*found, yaml.load(VARIED_EXERCISE)]


def told(value: Any, within: str = "") -> Iterator[tuple[Any, Any]]:
    """Yield where each text stands that betrays something: what holds it, and its key or position there."""
    names = {
        "hint",
        "hints",
        "solution",
        "feedback",
        "note",
        "outcome",
        "model_answer",
        "checklist",
        "worked",
        "rubric",
        "samples",
    }
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, child in items:
        inside = within or (name if name in names else "")
        if inside and isinstance(child, str):
            yield value, name
        else:
            yield from told(child, inside)


def turned(exercises: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the second bank's exercises: all keys, feedback, hints and solutions are others."""
    made = copy.deepcopy(exercises)
    mix = random.Random(7)
    for each in made:
        _rekey(each, mix)
    places = list(told(made))
    texts = [holder[name] for holder, name in places]
    for (holder, name), text in zip(places, texts[1:] + texts[:1], strict=True):
        holder[name] = text
    return made


def _rekey(each: dict[str, Any], mix: random.Random) -> None:
    said = "It is another one now."
    options = each.get("options", [])
    match each["type"]:
        case "single-choice" | "read" | "explore" if options:
            right = next(i for i, option in enumerate(options) if option.get("correct"))
            for i, option in enumerate(options):
                option |= {"correct": i == (right + 1) % len(options), "feedback": said}
        case "multiple-choice":
            for option in options:
                option |= {"correct": not option.get("correct", False), "feedback": said}
        case "numeric" if "generator" in each:
            each["answer"] *= 3
        case "numeric":
            each |= {"answer": each["answer"] * 2, "tolerance": 0.1, "bands": [{"to": 0, "feedback": said}]}
        case "explore" if "answer" in each:
            each |= {"answer": 4, "bands": []}
        case "ordering":
            each["items"] = each["items"][::-1]
            each["items"][0], each["items"][1] = each["items"][1], each["items"][0]
            each["shown"] = list(range(len(each["items"])))[::-1]
        case "matching":
            rights = [*dict.fromkeys(pair["right"] for pair in each["pairs"]), *each.get("extra", [])]
            mix.shuffle(rights)
            for i, pair in enumerate(each["pairs"]):
                pair["right"] = rights[i % len(rights)]
            each["extra"] = rights[len(each["pairs"]) :]
        case "classification":
            for item in each["items"]:
                own = item["box"] if isinstance(item["box"], str) else item["box"][0]
                other = each["boxes"][(each["boxes"].index(own) + 1) % len(each["boxes"])]
                item |= {"box": other, "feedback": said}
        case "spectrum":
            places = [place["label"] for place in each["places"]]
            for item in each["items"]:
                if "band" in item:
                    first = item["band"] if isinstance(item["band"], str) else item["band"]["from"]
                    at = (places.index(first) + 1) % len(places)
                    sides = {"before": said} if at else {}
                    sides |= {"after": said} if at < len(places) - 1 else {}
                    item |= {"band": places[at], "feedback": sides}
            each["checklist"] = [*each["checklist"], said]
        case "short-text":
            each["checklist"] = [*each["checklist"], said]
        case "draw":
            each["within"] = 30
    if "hint" in each:
        each["hints"] = [each.pop("hint"), said]
    elif each["type"] == "draw":
        each["hint"] = said


class Bank:
    """A project with one assignment of all its exercises, and its figures."""

    def __init__(self, root: Path, exercises: list[dict[str, Any]], *, other: bool) -> None:
        self.root, self.other = root, other
        (root / "exercises" / "assignments").mkdir(parents=True)
        shutil.copytree(ROOT / "data", root / "data")
        self.write("exercises/keys.py", "")
        self.write(
            "exercises/generators.py", GENERATORS.replace("RISE = 1", "RISE = 3") if other else GENERATORS
        )
        self.write("exercises/all.yml", json.dumps(exercises))
        items = "\n".join(f"  - id: {each['id']}" for each in exercises)
        self.write(
            f"exercises/assignments/{NAME}.yml", HEAD + items.replace(VARIED, f"{VARIED}\n    variants: 3")
        )
        if other:
            self._other_tables()

    def write(self, name: str, text: str) -> None:
        """Write a file of the project."""
        (self.root / name).write_text(text, encoding="utf-8")

    def _other_tables(self) -> None:
        """Have what is to be drawn go otherwise after the last value that is shown."""
        for name, column, key, after in (
            ("trade", "total_china_reported_usd_million", "year", "2018"),
            ("oil-price-monthly", "brent_usd_per_barrel", "month", "2019-12-31"),
            ("gdp", "gdp_current_usd", "year", "1999"),
        ):
            path = self.root / "data" / f"{name}.csv"
            head, *rows = path.read_text(encoding="utf-8").splitlines()
            names = head.split(",")
            for i, row in enumerate(rows):
                cells = row.split(",")
                if cells[names.index(key)] > after and cells[names.index(column)]:
                    cells[names.index(column)] = str(float(cells[names.index(column)]) * HIDDEN)
                rows[i] = ",".join(cells)
            path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")

    def assignment(self) -> Assignment:
        """Return the assignment of all exercises."""
        return assignment(NAME, self.root)

    def figure(self, name: str) -> dict[str, Any]:
        """Return an exercise's figure, in the second bank with what it hides drawn otherwise."""
        figure = fixture_figures.figure(name).data()
        exercise = fixture_figures.exercises()[name]
        if not self.other or not isinstance(exercise, Reveal):
            return figure
        svg = figure["svg"]
        for fragment in without(svg, exercise.hide)[1].values():
            path = fragment[fragment.index(' d="') :].split('"')[1]
            assert svg.count(path) == 1
            svg = svg.replace(path, f"{path}M0 0")
        hidden = {gid.removeprefix("bar-") for gid in exercise.hide}
        rows = [
            [row[0], str(float(row[1]) * HIDDEN)] if row[0] in hidden else row
            for row in figure["numbers"]["rows"]
        ]
        return {**figure, "svg": svg, "numbers": {**figure["numbers"], "rows": rows}}

    def page(self, made: Assignment | None = None) -> str:
        """Return the assignment's page as the build writes it, in a plain frame."""
        made = made or self.assignment()
        told_to_scripts = {**about(made), "source": source(made)}
        blocks = "".join(map(self._exercise, made.items))
        return (
            f'<h1>{made.title}</h1><div class="seminar-assignment" data-assignment="{made.name}">\n'
            '<script type="application/json" class="seminar-assignment-data">'
            f"{in_script(told_to_scripts)}</script>\n{worksheet()}{blocks}{hand_in()}</div>"
        )

    def _exercise(self, item: Item) -> str:
        exercise = item.exercise
        made = [item_payload(item, each, rendered(each, self.root)) for each in item.exercises()]
        if item.variants:
            return variants(exercise.id, (block(each, variant=number) for number, each in enumerate(made)))
        if not exercise.figure:
            return block(made[0])
        shown = picture(exercise, self.figure(exercise.id), f"fig-{exercise.id}")
        assert shown is not None
        figure = fixture_figures.printed_figure(exercise, shown, f"fig-{exercise.id}")
        return block(item_payload(item, exercise, rendered(exercise, self.root), shown), figure)


HEAD = dedent(
    """\
    title: Every type & more
    instructions: |
      Read {claim}`remarks-003` *first*. Then answer.
    due: Friday
    feedback: at-once
    integrity: Your own words.
    ai: None of it.
    readers: Your teacher alone
    exercises:
    """
)
