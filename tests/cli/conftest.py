"""A small project as an instructor has it: two chapters, an assignment and a table of contents."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.exercises.test_variants import EXERCISE, GENERATORS

HERE = Path(__file__).parents[1] / "exercises"
SAMPLES = (HERE / "samples.yml").read_text(encoding="utf-8")
CONTENTS = """\
format: jb-book
root: chapters/index
parts:
  # What is read first.
  - caption: Economics
    chapters:
      - file: chapters/economics/trade  # the long one
      - file: chapters/economics/growth
  - caption: Assignments
    chapters:
      - file: chapters/assignments/first-week
        sections:
          - file: chapters/assignments/how-to

  - caption: For instructors
    chapters:
      - file: chapters/instructors/writing-exercises
"""
FRONT = """\
---
question: "Did it grow?"
objectives:
{objectives}
prerequisites: "None."
minutes: {{reading: 1, exercises: 1, code: 1}}
facts_as_of: "2026-10-31"
documents: []
datasets: [trade]
---

# {title}
"""
OBJECTIVES = {
    "trade": [
        "test-a-target",
        "read-a-table",
        "attribute-a-claim",
        "weigh-agreement",
        "explain-a-difference",
    ],
    "growth": ["compute-growth", "read-a-rate", "judge-a-rate"],
}
EXAMPLE = """\
- id: an-example
  type: single-choice
  title: An example for authors
  objective: show-a-type
  level: check
  minutes: 1
  points: 1
  prompt: Which?
  options:
    - {text: this, correct: true}
    - {text: that, feedback: Not that.}
  solution: This.
"""
RATES = "".join(
    EXAMPLE.replace("an-example", f"rate-{i}").replace("show-a-type", objective)
    for i, objective in enumerate(("read-a-rate", "judge-a-rate"), start=1)
)
FIRST_WEEK = """\
title: First week
instructions: Read first.
due: Friday
feedback: at-once
integrity: Your own words.
ai: None.
readers: Your teacher.
exercises:
  - id: sample-short-text
  - id: sample-single
    points: 2.5
"""


def chapter(slug: str) -> str:
    """Return a chapter with nothing but its front matter."""
    objectives = "\n".join(f'  - {id}: "Do {id}."' for id in OBJECTIVES[slug])
    return FRONT.format(objectives=objectives, title=slug.title())


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project's folder, which is the current one."""
    root = tmp_path / "project"
    shutil.copytree(HERE / "project", root)
    files = {
        "_toc.yml": CONTENTS,
        "chapters/economics/trade.md": chapter("trade"),
        "chapters/economics/growth.md": chapter("growth"),
        "chapters/assignments/first-week.md": "```{assignment} first-week\n```\n",
        "chapters/assignments/how-to.md": "# How to\n",
        "chapters/index.md": "# A book\n",
        "chapters/instructors/writing-exercises.md": "# Writing exercises\n",
        "exercises/trade.yml": SAMPLES.replace("objective: compute-growth", "objective: read-a-table"),
        "exercises/growth.yml": EXERCISE + RATES,
        "exercises/generators.py": GENERATORS,
        "exercises/writing-exercises.yml": EXAMPLE,
        "exercises/assignments/first-week.yml": FIRST_WEEK,
    }
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(root)
    return root
