"""Two books built once: one with every role, output and directive, and one with a mistake of each kind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ..build.conftest import ROOT, Outcome, SmallBook, small_book

__all__ = ["small_book"]

FRONT = """\
---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {display_name: Python 3, language: python, name: python3}
file_format: mystnb
question: "Did trade grow as fast as its friends said?"
objectives:
  - date-a-claim: "Date a claim from what its text knows."
  - compare-two: "Compare what two customs services count."
  - judge-target: "Judge whether a target was met."
prerequisites: "None."
minutes: {reading: 25, exercises: 35, code: 10}
facts_as_of: "2026-10-31"
documents: [remarks, trenin-2019]
datasets: [trade]
---
"""
SET_UP = """\
```{code-cell} ipython3
:tags: [hide-input]
import matplotlib.pyplot as plt
from seminar import chart, colours, exercise, recall, table, use_style
use_style()
```
"""
CHART = """\
trade = table("trade").query("2010 <= year <= 2018")
numbers = trade[["year"]].assign(total=trade["total_china_reported_usd_million"] / 1000)
numbers.columns = ["Year", "Total (US$ billion)"]
fig, ax = plt.subplots()
ax.plot(*numbers.to_numpy().T, color=colours["China"])
chart(fig, numbers=numbers, tables=["trade"])
```
"""
SOUND = (
    FRONT
    + """\
# Trade was never a flat line

The band is old ({claim}`remarks-003`; {claim}`remarks-004`, {position}`pos-040`), others differ
{claim}`guan-2022-017`.
Trade reached {value}`106.65 <trade:total_china_reported_usd_million@2018 /1000>` in {table}`trade`; see
{position}`pos-011`, {term}`BRICS`, the {term}`Amur` and {numref}`fig-total`. So does {person}`dai-bingguo` of
{institution}`cnpc`, which is not in {term}`BRICS`. The rate is
$g = (b/a)^{1/6} - 1$, after the label of {event}`June 2019 <label-new-era>`, or

$$
200 = 107 \\times 1.1^{t}
$$ (eq-target)

"""
    + SET_UP
    + """
```{code-cell} ipython3
---
tags: [hide-input]
mystnb:
  figure:
    name: fig-total
    caption: Total trade, in *billion* US dollars, after {claim}`remarks-003`.
  image:
    alt: Trade rose between 2010 and 2018 & fell once.
---
"""
    + CHART
    + """
```{code-cell} ipython3
exercise("small-guess")
```

```{code-cell} ipython3
exercise("small-choice")
```

```{code-cell} ipython3
exercise("small-number")
```

```{code-cell} ipython3
recall("small-guess")
```
"""
)
EXERCISES = """\
- id: small-choice
  type: single-choice
  title: A flat line?
  objective: date-a-claim
  level: check
  minutes: 2
  points: 1
  prompt: |
    Look at {numref}`fig-total`, read {claim}`remarks-003` and {term}`BRICS`.
    Solve {eq}`eq-target` with $g = 5$.
  options:
    - text: Trade *never* fell ({claim}`guan-2022-017`).
      feedback: Zanzibar lies elsewhere, see {numref}`fig-total`.
    - text: Trade fell once.
      correct: true
  solution: Quixotically, it "fell" in one year ({claim}`remarks-004`). </script>
- id: small-guess
  type: prediction
  title: How much by 2024?
  objective: judge-target
  level: apply
  minutes: 2
  ask: number
  unit: billion dollars
  prompt: What do you think?
  outcome: It was a xylophone of 245.
- id: small-number
  type: numeric
  title: A rate
  objective: compare-two
  level: apply
  minutes: 2
  points: 2
  prompt: What rate, in per cent?
  unit: per cent
  answer: 11.2
  tolerance: 0.2
  feedback: Recompute.
  solution: Take the sixth root.
"""
BROKEN = (
    FRONT.replace("  - judge-target", "  - judge-nothing")
    .replace('"2026-10-31"', '"31 October 2026"')
    .replace("documents: [remarks,", "documents: [remark,")
    .replace("code: 10", "coding: 10")
    + """\
# Mistakes

One {claim}`remarks-0003` here, {event}`6 June 2019 <label-new-era>`, {event}`2019 <label>`.

Another {table}`trad` and {position}`pos-9999`.

It was {value}`107.60 <trade:total_china_reported_usd_million@2018 /1000>` billion.

A formula $\\nosuchcommand{x}$.

"""
    + SET_UP
    + """
```{code-cell} ipython3
"""
    + CHART
    + """
```{code-cell} ipython3
exercise("small-choices")
```

```{code-cell} ipython3
exercise("small-choice")
```

```{code-cell} ipython3
exercise("small-number")
```
"""
)


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    """A built book in which nothing is wrong."""
    book = SmallBook(tmp_path_factory.mktemp("sound"))
    book.root.joinpath("exercises/one.yml").unlink()
    book.write("exercises/small.yml", EXERCISES)
    pages = sorted((ROOT / "chapters/reference").glob("*.md"))
    texts = {f"reference/{page.stem}": page.read_text(encoding="utf-8") for page in pages}
    book.chapters(**{"economics/small": SOUND}, **texts)
    shutil.copy(ROOT / "chapters/references.bib", book.root / "chapters")
    book.build().passed()
    return book


@pytest.fixture(scope="session")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """What the build says of a book in which much is wrong."""
    book = SmallBook(tmp_path_factory.mktemp("broken"))
    book.root.joinpath("exercises/one.yml").unlink()
    exercises = EXERCISES.replace(
        "Zanzibar lies elsewhere, see {numref}`fig-total`", "See {claim}`remarks-0004`"
    )
    exercises = exercises.replace(
        "solution: Take the sixth", "solution: Take {numref}`fig-nowhere`, the sixth"
    )
    book.write("exercises/small.yml", exercises)
    book.write(
        "exercises/other.yml", EXERCISES.replace("  level: check\n", "").replace("- id: small", "- id: more")
    )
    book.chapters(**{"economics/broken": BROKEN})
    return book.build()


@pytest.fixture(scope="session")
def page(sound: SmallBook) -> str:
    """The HTML of the sound book's chapter."""
    return Path(sound.root, "_build/html/chapters/economics/small.html").read_text(encoding="utf-8")
