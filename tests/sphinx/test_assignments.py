"""An assignment's page comes from its file, the bank and the pages that draw its figures: it follows them."""

from __future__ import annotations

import html
import json
import re
import shutil
from typing import Any

import pytest
from bs4 import BeautifulSoup

from seminar.exercises.assignments import assignment
from seminar.exercises.fingerprint import fingerprint, question
from seminar.exercises.variants import Pick
from seminar.surfaces.payload import unseal

from ..build.conftest import ROOT, SmallBook
from .conftest import EXERCISES, SOUND
from .test_figures import CHAPTER as FIGURES
from .test_figures import EXERCISES as FIGURED

pytestmark = pytest.mark.build

GENERATORS = """
def year(pick):
    start = pick.whole(2010, 2014)
    return {"texts": {"start": str(start)}, "answer": start}
"""
VARIED = f"""\
- id: varied
  type: numeric
  title: Which year?
  objective: date-a-claim
  level: check
  minutes: 2
  points: 1
  rests_on: ["trade:*"]
  generator: year
  prompt: Write <<start>>, as in {{claim}}`remarks-003`.
  answer: {Pick("/varied/0/0").whole(2010, 2014)}
  tolerance: 0
  feedback: It was a zeppelin.
  solution: The zeppelin of <<start>>.
"""
SET = """\
title: "Small & whole"
instructions: Read {claim}`remarks-003` and {doc}`the chapter </chapters/economics/small>`.
due: "Friday <noon>"
feedback: after-handing-in
integrity: Your own words.
ai: No *AI*.
readers: Your teacher.
exercises:
  - {id: small-choice, points: 2.5}
  - {id: varied, variants: 3}
  - id: behind
  - id: lift
"""
LAB = """\
---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {display_name: Python 3, language: python, name: python3}
file_format: mystnb
lab: 1
question: "How much was sold & by whom?"
skills: ["add up"]
minutes: 25
datasets: [trade]
---

# Add it up: a small lab

```{code-cell} ipython3
import pandas as pd
from seminar.exercises.lab_checks import check
trade = pd.read_csv("../../data/trade.csv")
```

```{code-cell} ipython3
:lab: {task: because}
because = ...
### BEGIN SOLUTION
because = "It is so."
### END SOLUTION
```

```{code-cell} ipython3
:lab: {check: because, points: 1}
check(isinstance(because, str), "Write a sentence.")
```
"""


def small(book: SmallBook, **assignments: str) -> SmallBook:
    """A book with a chapter, a page of figures, My work and these assignments."""
    book.root.joinpath("exercises/one.yml").unlink()
    book.write("exercises/small.yml", EXERCISES)
    book.write("exercises/figures.yml", FIGURED)
    book.write("exercises/varied.yml", VARIED)
    book.write("exercises/generators.py", GENERATORS)
    pages = {"economics/small": SOUND, "figures": FIGURES}
    for path in sorted((ROOT / "chapters/reference").glob("*.md")):
        pages[f"reference/{path.stem}"] = path.read_text(encoding="utf-8")
    for name, text in assignments.items():
        book.write(f"exercises/assignments/{name}.yml", text)
        pages[f"assignments/{name}"] = f"```{{assignment}} {name}\n```\n"
    book.chapters(**pages)
    shutil.copy(ROOT / "chapters/references.bib", book.root / "chapters")
    return book


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    book = small(SmallBook(tmp_path_factory.mktemp("assignments")), whole=f"{SET}labs: [add-up]\n")
    book.write("exercises/labs/add-up.md", LAB)
    book.replace("_toc.yml", "chapters:\n", "chapters:\n  - file: exercises/labs/add-up\n")
    book.build("-W", "-n", "--keep-going").passed()
    return book


@pytest.fixture(scope="module")
def soup(built: SmallBook) -> BeautifulSoup:
    return BeautifulSoup(built.page("assignments/whole"), "html.parser")


def data(node: Any, name: str) -> Any:
    return json.loads(node.find("script", class_=name).string)


def test_it_says_what_is_due_and_which_rules_hold(soup: BeautifulSoup) -> None:
    title = soup.find("h1")
    assert title is not None
    assert title.get_text().startswith("Small & whole")
    facts = soup.select_one(".seminar-head")
    assert facts is not None
    for text in ("Friday <noon>", "4 exercises, 6 minutes, 4.5 points", "After handing in", "Your teacher."):
        assert text in facts.get_text(" ")
    headings = [heading.get_text().rstrip("#¶") for heading in soup.select("article h2")]
    assert headings == ["What to do", "Your own work", "Using AI", "Lab", "The exercises"]
    instructions = soup.select_one("#what-to-do")
    assert instructions is not None
    assert [link["href"] for link in instructions.select("p a")] == [
        "../reference/claims.html#claim-remarks-003",
        "../economics/small.html",
    ]
    assert soup.select(".seminar-worksheet")
    assert soup.select_one(".seminar-assignment > .seminar-hand-in, .seminar-assignment .seminar-hand-in")
    assert "assignment.js" in str(soup.select("script[src]"))
    assert "seminar.js" not in str(soup.select("script[src]"))
    description = soup.find("meta", attrs={"name": "description"})
    assert "Read" in description["content"]  # type: ignore[index]


def test_a_lab_stands_beside_the_exercises_with_what_to_hand_in(
    soup: BeautifulSoup, built: SmallBook
) -> None:
    lab = soup.select_one("#lab")
    assert lab is not None
    links = [link["href"] for link in lab.select("p a")]
    assert links == ["../../exercises/labs/add-up.html", "../../labs/add-up.zip"]
    assert (built.root / "_build/html/chapters/assignments" / links[1]).is_file()
    said = lab.get_text(" ")
    for text in (
        "Add it up: a small lab",
        "How much was sold & by whom?",
        "ends in .ipynb",
        "no point of a lab",
    ):
        assert text in said
    head = soup.select_one(".seminar-head")
    assert head is not None
    # What handing in counts is the exercises alone.
    assert "4 exercises, 6 minutes, 4.5 points" in head.get_text(" ")
    assert "Add it up: a small lab, about 25 minutes" in head.get_text(" ")


def test_scripts_learn_what_handing_in_needs_and_no_key(soup: BeautifulSoup, built: SmallBook) -> None:
    about = data(soup, "seminar-assignment-data")
    assert about["name"] == "whole"
    assert about["title"] == "Small & whole"
    assert about["feedback"] == "after-handing-in"
    assert about["readers"] == "Your teacher."
    assert about["links"] == {
        "work": "../reference/my-work.html",
        "opinions": "../reference/your-opinions.html",
    }
    assert about["items"] == [
        {"id": "small-choice", "points": 250},
        {"id": "varied", "points": 100, "variants": 3},
        {"id": "behind", "points": 0},
        {"id": "lift", "points": 100},
    ]


def test_each_exercise_has_the_points_and_the_rule_of_the_assignment(
    soup: BeautifulSoup, built: SmallBook
) -> None:
    made = assignment("whole", built.root)
    block = soup.select_one("#exercise-small-choice")
    assert block is not None
    assert "2.5 points" in block.get_text(" ")
    payload = data(block, "seminar-payload")
    assert payload["points"] == 250
    assert unseal(payload["sealed"])["rule"] == made.items[0].rule()
    assert payload["question"] == question(made.items[0].exercise)
    assert payload["fingerprint"] == fingerprint(made.items[0].exercise)


def test_variants_stand_one_beside_the_other_and_paper_has_the_first(
    soup: BeautifulSoup, built: SmallBook
) -> None:
    several = soup.select("#exercise-varied > .seminar-exercise")
    made = assignment("whole", built.root).items[1].exercises()
    assert [block["data-variant"] for block in several] == ["0", "1", "2"]
    assert [block.has_attr("hidden") for block in several] == [False, True, True]
    for block, exercise in zip(several, made, strict=True):
        payload = data(block, "seminar-payload")
        assert payload["question"] == question(exercise)
        assert unseal(payload["sealed"])["rule"] == exercise.rule()
        assert 'href="../reference/claims.html#claim-remarks-003"' in payload["prompt"]
    note = soup.select_one("#exercise-varied > .seminar-paper")
    assert note is not None
    assert "the first of 3 versions" in note.get_text()


def test_figures_come_from_the_page_that_draws_them(soup: BeautifulSoup, built: SmallBook) -> None:
    drawn = BeautifulSoup(built.page("figures"), "html.parser")
    for name in ("behind", "lift"):
        here, there = (page.select_one(f"#exercise-{name}") for page in (soup, drawn))
        assert here is not None
        assert there is not None
        assert str(here.select_one("svg")) == str(there.select_one("svg"))
        assert "xylophone" not in str(here)
        caption = here.select_one("figcaption a")
        assert caption is not None
        assert caption["href"] == "../reference/claims.html#claim-remarks-003"
        assert there.select_one("figcaption a")["href"] == "reference/claims.html#claim-remarks-003"  # type: ignore[index]
        downloads = [link["href"] for link in here.select("a[href*='data/']")]
        assert downloads == ["../../data/trade.csv"]
        mine, theirs = (data(block, "seminar-payload") for block in (here, there))
        assert mine["figure"] == theirs["figure"]
        assert unseal(mine["sealed"]).get("hidden") == unseal(theirs["sealed"]).get("hidden")


def test_my_work_lists_it_after_the_chapters(built: SmallBook) -> None:
    page = BeautifulSoup(built.page("reference/my-work"), "html.parser")
    about = data(page, "seminar-work-list")
    made = assignment("whole", built.root)
    assert about["assignments"] == [
        {
            "name": "whole",
            "exercises": [
                {"id": item.exercise.id, "fingerprints": [fingerprint(one) for one in item.exercises()]}
                for item in made.items
            ],
        }
    ]
    section = page.select_one("#assignment-whole")
    assert section is not None
    assert [link["href"] for link in section.select("li a")] == [
        f"../assignments/whole.html#exercise-{item.exercise.id}" for item in made.items
    ]
    # It is no chapter: its exercises are listed once, where they are practised.
    listed = [exercise["id"] for exercise in about["exercises"]]
    assert len(set(listed)) == len(listed)


def test_the_search_holds_nothing_that_is_sealed(built: SmallBook) -> None:
    index = (built.root / "_build/html/searchindex.js").read_text(encoding="utf-8")
    assert not re.search("zeppelin|xylophone|quixotic", index)


def test_it_follows_its_file_its_exercises_and_the_chapters(tmp_path: Any) -> None:
    book = small(SmallBook(tmp_path), whole=SET)
    book.build().passed()
    for file, old, new, shown in (
        ("exercises/assignments/whole.yml", "Your own words.", "Nobody else's.", "Nobody else’s."),
        ("exercises/generators.py", "str(start)", "f'the year {start}'", "Write the year 20"),
        ("chapters/figures.md", "caption: Trade, as in", "caption: All trade, as in", "All trade, as in"),
    ):
        book.replace(file, old, new)
        book.build("-W", "-n", "--keep-going").passed()
        assert shown in html.unescape(book.page("assignments/whole")), file
    book.replace("exercises/assignments/whole.yml", "  - id: lift\n", "")
    book.build().passed()
    assert "exercise-lift" not in book.page("assignments/whole")
    assert "whole.html#exercise-lift" not in book.page("reference/my-work")


def test_mistakes_name_their_place(tmp_path: Any) -> None:
    book = small(
        SmallBook(tmp_path),
        whole=SET.replace("ai: No *AI*.", "ai: See {claim}`remarks-0003`."),
        lost=SET.replace("  - id: lift\n", "").replace("small-choice", "small-choices"),
    )
    book.write("chapters/assignments/lost.md", "```{assignment} hole\n```\n")
    book.replace("chapters/figures.md", 'exercise("behind", bars())', "bars()")
    book.replace("chapters/figures.md", 'recall("behind")', "bars()")
    said = book.build("-n", "--keep-going").said
    assert "no assignment 'hole': did you mean 'whole'?" in said
    assert re.search(r"whole\.yml:6: .*remarks-0003", said), said[-3000:]
    assert re.search(r"whole\.yml:11: .*behind has a figure, and no chapter draws it", said)
    assert re.search(r"lost\.yml:9: .*small-choices", said)
