"""A small book with tables, an exercise and a figure of its own, to be built, broken and mended."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from seminar.tables import table

ROOT = Path(__file__).resolve().parents[2]

HEAD = """\
---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {display_name: Python 3, language: python, name: python3}
file_format: mystnb
---
"""


def chapter(text: str, name: str, caption: str, alt: str, code: str) -> str:
    """Return a chapter of some text, a cell of imports and a cell that ends in a figure."""
    return f"""{HEAD}
{text}
```{{code-cell}} ipython3
:tags: [hide-input]
import matplotlib.pyplot as plt
import pandas as pd
from seminar import chart, colours, exercise, table, use_style
use_style()
```

```{{code-cell}} ipython3
---
tags: [hide-input]
mystnb:
  figure:
    name: {name}
    caption: {caption}
  image:
    alt: {alt}
---
{code}```
"""


CHAPTER = (
    chapter(
        """\
# Trade was never flat

In 2018 it was {value}`106.65 <trade:total_china_reported_usd_million@2018 /1000>` billion dollars
({claim}`remarks-014`, {numref}`fig-trade`, {table}`trade`), that is US$107 billion and not US$200 billion.
""",
        "fig-trade",
        "Trade rose.",
        "Trade rose between 2010 and 2018.",
        """\
trade = table("trade").query("2010 <= year <= 2018")
numbers = trade[["year"]].assign(total=trade["total_china_reported_usd_million"] / 1000)
numbers.columns = ["Year", "Total (US$ billion)"]
fig, ax = plt.subplots()
ax.plot(*numbers.to_numpy().T, color=colours["China"])
chart(fig, numbers=numbers, tables=["trade"])
""",
    )
    + """
```{code-cell} ipython3
exercise("which-line")
```
"""
)
EXERCISES = """\
- id: which-line
  type: single-choice
  title: Which line
  objective: read-a-line
  level: check
  minutes: 1
  points: 1
  rests_on: [claims:remarks-014]
  prompt: Look at {numref}`fig-trade`. When did trade fall?
  options:
    - text: In 2015
      correct: true
    - text: In 2018
      feedback: In 2018 it rose to a record.
  solution: In 2015, with the price of oil.
"""
VERDICTS = "".join(
    f"{line}\n"
    for line in [
        "from seminar.corpus import Verdict",
        *(
            f"def {name}(): return Verdict('held', 'by {name}', 'Counted.')"
            for name in table("claims", ROOT)["computed_by"].dropna()
        ),
    ]
)


class SmallBook:
    """A book in `root` and what building it gives."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "data", root / "data")
        shutil.copy(ROOT / "_config.yml", root)
        self.write("chapters/references.bib", "")
        self.write("exercises/one.yml", EXERCISES)
        self.write("exercises/keys.py", "")
        self.write("exercises/verdicts.py", VERDICTS)
        self.chapters(one=CHAPTER)

    def write(self, name: str, text: str) -> None:
        """Write a file below the root."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace a text that stands in a file."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def chapters(self, **texts: str) -> None:
        """Write these chapters, and a table of contents that lists them after the first page."""
        self.write("chapters/index.md", "# A small book\n\nIts first page.\n")
        for name, text in texts.items():
            self.write(f"chapters/{name}.md", text)
        listed = "".join(f"  - file: chapters/{name}\n" for name in texts)
        self.write("_toc.yml", f"format: jb-book\nroot: chapters/index\nchapters:\n{listed}")

    def build(self, *flags: str, to: Path | None = None, package: Path | None = None) -> Outcome:
        """Build with `flags`, into `to` if given, with another copy of the package if given."""
        command = [str(Path(sys.executable).parent / "jupyter-book"), "build", *flags, "."]
        if to is not None:
            command += ["--path-output", str(to)]
        environment = {key: value for key, value in os.environ.items() if key != "SEMINAR_BUILD"}
        if package is not None:
            environment["PYTHONPATH"] = str(package)
        outcome = subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, check=False
        )
        said = re.sub(r"\x1b\[[0-9;]*m", "", outcome.stdout + outcome.stderr)
        return Outcome(outcome.returncode, said)

    def page(self, name: str = "one") -> str:
        """Return the HTML of a built chapter."""
        return (self.root / "_build/html/chapters" / f"{name}.html").read_text(encoding="utf-8")


class Outcome:
    """What a build returned and said."""

    def __init__(self, code: int, said: str) -> None:
        self.code = code
        self.said = said

    def passed(self) -> None:
        """Assert that nothing was wrong."""
        assert self.code == 0, self.said[-4000:]

    @property
    def executed(self) -> bool:
        """Whether any chapter's code ran."""
        return "executing" in self.said or "Executed notebook" in self.said


def cell(code: str) -> str:
    """Return a chapter whose third cell, the second of code, is `code`."""
    return f"{HEAD}# A chapter\n\n```{{code-cell}}\nx = 1\n```\n\n```{{code-cell}}\n{dedent(code)}\n```\n"


@pytest.fixture
def small_book(tmp_path: Path) -> SmallBook:
    """A book of one chapter, ready to be built."""
    return SmallBook(tmp_path)
