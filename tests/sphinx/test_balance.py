"""Whose voices the chapters cite is counted at every build, from the chapters' own roles."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from ..build.conftest import HEAD, SmallBook
from .conftest import EXERCISES, SOUND

pytestmark = pytest.mark.build

BIBLIOGRAPHY = """\
@misc{paper-cn,
  author = {{A paper}},
  title = {{One}},
  year = {2019},
  url = {https://www.paper.com.cn/one},
}

@misc{paper-uk,
  author = {{Another}},
  title = {{Two}},
  year = {2019},
  url = {https://paper.co.uk/two},
}
"""
CHAPTER = f"""{SOUND}

Guan and Trenin differ ({{position}}`pos-010`; {{position}}`pos-011`), and again
{{position}}`pos-010`. See {{cite}}`paper-cn`.
"""
PAGE = f"""{HEAD}
# Balance

```{{balance}}
```
"""

LIST = """\
# Bibliography

```{bibliography}
```
"""
GLOSSARY = """\
# Terms

```{glossary-table}
```
"""


def told(book: SmallBook) -> dict[str, list[list[str]]]:
    """Return the page's tables by their headings, each a list of rows."""
    soup = BeautifulSoup(book.page("instructors/balance"), "html.parser")
    return {
        found.find_previous("h2").get_text(strip=True).rstrip("#¶"): [  # type: ignore[union-attr]
            [cell.get_text(strip=True) for cell in row.select("td")] for row in found.select("tbody tr")
        ]
        for found in soup.select("table.seminar-balance")
    }


def test_a_role_more_moves_the_counts(small_book: SmallBook) -> None:
    pages = {"reference/glossary": GLOSSARY, "reference/list": LIST, "instructors/balance": PAGE}
    small_book.root.joinpath("exercises/one.yml").unlink()
    small_book.write("exercises/small.yml", EXERCISES)
    small_book.chapters(**{"economics/small": CHAPTER}, **pages)
    small_book.write("chapters/references.bib", BIBLIOGRAPHY)
    small_book.build().passed()
    before = told(small_book)
    assert before["Positions by holder"] == [
        ["Author of the remarks (unsigned)", "1 of 3 (33\N{NO-BREAK SPACE}%)"],
        ["Dmitri Trenin", "1 of 3 (33\N{NO-BREAK SPACE}%)"],
        ["Guan Guihai", "1 of 3 (33\N{NO-BREAK SPACE}%)"],
    ]
    assert before["Other publications by where they are published"] == [
        ["China", "1 of 1 (100\N{NO-BREAK SPACE}%)"]
    ]
    [[title, positions, outside, _, claims, publications, elsewhere]] = before["Chapter by chapter"]
    assert (positions, claims, publications) == ("3", "3", "1")
    assert title.startswith("Trade was never")
    assert (outside, elsewhere) == ("0 of 3 (0\N{NO-BREAK SPACE}%)", "0 of 1 (0\N{NO-BREAK SPACE}%)")
    small_book.replace(
        "chapters/economics/small.md",
        "See {cite}`paper-cn`.",
        "See {cite}`paper-cn,paper-uk` and Brzezinski, {position}`pos-034`.",
    )
    small_book.build().passed()
    after = told(small_book)
    [[_, positions, outside, _, _, publications, elsewhere]] = after["Chapter by chapter"]
    assert (positions, outside) == ("4", "1 of 4 (25\N{NO-BREAK SPACE}%)")
    assert (publications, elsewhere) == ("2", "1 of 2 (50\N{NO-BREAK SPACE}%)")
    text = re.sub(r"\s+", " ", BeautifulSoup(small_book.page("instructors/balance"), "html.parser").text)
    assert "4 different positions" in text
    assert "can’t show" in text
