"""The page on which authors learn: an exercise's own lines, its code kept, and no student's work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from seminar.exercises.reader import read
from seminar.sphinx.sources import source

from ..build.conftest import EXERCISES, HEAD, Outcome, SmallBook

pytestmark = pytest.mark.build

SECOND = "\n# A note between.\n" + EXERCISES.replace("which-line", "other-line")
PAGE = """\
# For authors

```{exercise-source} other-line
```

```{code-cell} ipython3
from seminar import exercise
exercise("other-line")
```

```{code-cell} ipython3
exercise("which-line")
```
"""
WRONG = """\
# For nobody

```{exercise-source} othre-line
```
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[SmallBook, Outcome]:
    """A book with an authors' page and a page that is wrong, and what its build says."""
    book = SmallBook(tmp_path_factory.mktemp("authors"))
    book.write("exercises/one.yml", EXERCISES.replace("Look at {numref}`fig-trade`. ", "") + SECOND)
    book.replace("exercises/one.yml", "Look at {numref}`fig-trade`. ", "")
    listed = "# All\n\n```{exercise-list}\n```\n"
    pages = {"instructors/authors": HEAD + PAGE, "instructors/wrong": WRONG, "reference/my-work": listed}
    book.chapters(**pages)
    return book, book.build("-W", "--keep-going")


def test_the_lines_are_the_files_own(told: tuple[SmallBook, Outcome]) -> None:
    book, _ = told
    block = BeautifulSoup(book.page("instructors/authors"), "html.parser").select_one(".highlight-yaml pre")
    assert block is not None
    written = (book.root / "exercises/one.yml").read_text(encoding="utf-8")
    assert block.get_text().strip() == written.partition("# A note between.\n")[2].strip()


def test_what_is_indented_less_or_stands_between_belongs_to_no_exercise(tmp_path: Path) -> None:
    file = tmp_path / "one.yml"
    file.write_text("".join(f"  {line}\n" for line in (EXERCISES + SECOND).splitlines()), encoding="utf-8")
    first, second = read(file, "one.yml").exercises
    assert source(first) == EXERCISES.strip()
    assert source(second) == EXERCISES.replace("which-line", "other-line").strip()


def test_code_that_only_names_an_exercise_is_left_to_the_notebook(told: tuple[SmallBook, Outcome]) -> None:
    page = BeautifulSoup(told[0].page("instructors/authors"), "html.parser")
    assert page.select(".cell_input pre") == []


def test_an_unknown_exercise_is_told_with_file_and_line(told: tuple[SmallBook, Outcome]) -> None:
    assert told[1].code != 0
    assert re.search(r"wrong\.md:3: .*no exercise 'othre-line'.*other-line", told[1].said), told[1].said


def test_examples_for_authors_are_no_students_work(told: tuple[SmallBook, Outcome]) -> None:
    page = told[0].page("reference/my-work")
    assert "instructors/authors.html#exercise" not in page
    assert "No chapter has exercises yet." in page
