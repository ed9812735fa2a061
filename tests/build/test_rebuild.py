"""A second build does what the change needs and no more."""

from __future__ import annotations

import csv
import os
import shutil
from pathlib import Path

import pytest

from seminar.sphinx.execution import outputs_digest

from .conftest import CHAPTER, ROOT, SmallBook, cell

pytestmark = pytest.mark.build


@pytest.fixture
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package, to be changed."""
    folder = tmp_path_factory.mktemp("package")
    ignore = shutil.ignore_patterns("node_modules", "__pycache__", "frontend")
    shutil.copytree(ROOT / "seminar", folder / "seminar", ignore=ignore)
    return folder


def processor_seconds() -> float:
    """What the processes that ended took of the processor: unlike a clock, the same on a busy machine."""
    ended = os.times()
    return ended.children_user + ended.children_system


def test_unchanged_it_executes_nothing_and_ends_in_seconds(small_book: SmallBook) -> None:
    first = small_book.build()
    first.passed()
    assert first.executed
    before = contents(small_book.root / "_build/html")
    start = processor_seconds()
    second = small_book.build("-W", "-n", "--keep-going")
    second.passed()
    assert not second.executed
    assert "0 added, 0 changed, 0 removed" in second.said
    assert processor_seconds() - start < 20
    assert contents(small_book.root / "_build/html") == before


def test_prose_alone_executes_nothing_and_code_executes_its_own_chapter(small_book: SmallBook) -> None:
    small_book.chapters(one=CHAPTER, two=cell("print('hello')"))
    small_book.build().passed()
    small_book.replace("chapters/two.md", "# A chapter", "# Another title")
    outcome = small_book.build()
    outcome.passed()
    assert not outcome.executed
    assert "Another title" in small_book.page("two")
    small_book.replace("chapters/two.md", "hello", "goodbye")
    outcome = small_book.build()
    assert "executing 1 chapter" in outcome.said
    assert "goodbye" in small_book.page("two")


def test_a_changed_table_changes_every_page_that_shows_it(small_book: SmallBook) -> None:
    two = cell("from seminar import table\nprint(table('trade').total_china_reported_usd_million.sum())")
    small_book.chapters(one=CHAPTER, two=two)
    small_book.build().passed()
    pages = small_book.page("one"), small_book.page("two")
    path = small_book.root / "data/trade.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    next(row for row in rows if row["year"] == "2018")["total_china_reported_usd_million"] = "99000"
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    outcome = small_book.build()
    assert small_book.page("two") != pages[1]
    assert small_book.page("one") != pages[0]
    # The number in the prose now contradicts the data, and the build says so.
    assert outcome.code != 0
    assert "106.65" in outcome.said


def test_a_changed_exercise_changes_its_page_and_executes_nothing(small_book: SmallBook) -> None:
    small_book.chapters(one=CHAPTER, two=cell("print('hello')"))
    small_book.build().passed()
    before = small_book.page("two")
    small_book.replace("exercises/one.yml", "When did trade fall?", "When did trade shrink?")
    outcome = small_book.build()
    outcome.passed()
    assert not outcome.executed
    assert "When did trade shrink?" in small_book.page("one")
    assert small_book.page("two") == before


GENERATED = """\
- id: growth
  type: numeric
  title: Growth
  objective: read-a-line
  level: check
  minutes: 1
  points: 1
  rests_on: ["trade:*"]
  generator: growth
  prompt: Trade came to <<total>> million dollars. How many are twice as many?
  answer: {answer}
  tolerance: 1
  feedback: Times two.
  solution: <<total>> times two.
"""
GENERATOR = """\
from seminar import table


def growth(pick):
    total = table("trade").set_index("year")["total_china_reported_usd_million"][2018]
    return {"texts": {"total": f"{total:.0f}"}, "answer": round(2 * total)}
"""


def test_a_generator_and_its_table_change_the_page_of_their_exercise(small_book: SmallBook) -> None:
    small_book.write("exercises/one.yml", GENERATED.replace("{answer}", "213307"))
    small_book.write("exercises/generators.py", GENERATOR)
    small_book.chapters(one=cell("from seminar import exercise\nexercise('growth')"))
    small_book.build()
    assert "came to 106654 million dollars" in small_book.page()
    small_book.write("exercises/generators.py", GENERATOR.replace("round(2 *", "round(4 / 2 *"))
    small_book.replace("exercises/generators.py", '{total:.0f}"}', '{total:.1f}"}')
    outcome = small_book.build()
    assert not outcome.executed
    assert "came to 106653.5 million dollars" in small_book.page()
    small_book.replace("data/trade.csv", "106653.5", "99000.0")
    small_book.build()
    assert "came to 99000.0 million dollars" in small_book.page()


def test_the_timeline_knows_at_once_which_pages_show_an_event(small_book: SmallBook) -> None:
    events = "# Events\n\n```{timeline}\n```\n\n```{bibliography}\n```\n"
    other = "# Another page\n\nIt was {event}`2001 <treaty-2001>`.\n"
    small_book.write(
        "chapters/references.bib", (ROOT / "chapters/references.bib").read_text(encoding="utf-8")
    )
    small_book.chapters(**{"one": CHAPTER, "two": other, "reference/timeline": events})
    small_book.build().passed()
    assert 'data-page="two"' in small_book.page("reference/timeline")
    small_book.replace("chapters/two.md", "It was {event}`2001 <treaty-2001>`.", "It was in 2001.")
    small_book.build().passed()
    assert "data-page" not in small_book.page("reference/timeline")


def test_a_changed_module_of_the_package_changes_the_pages(small_book: SmallBook, package: Path) -> None:
    small_book.build(package=package).passed()
    style = package / "seminar/figures/style.py"
    text = style.read_text(encoding="utf-8")
    style.write_text(text.replace("WIDTH, HEIGHT = 5.0", "WIDTH, HEIGHT = 4.0"), encoding="utf-8")
    before = small_book.page()
    outcome = small_book.build(package=package)
    outcome.passed()
    assert outcome.executed
    assert small_book.page() != before


def test_a_changed_style_or_bundle_reaches_pages_and_site(small_book: SmallBook, package: Path) -> None:
    small_book.build(package=package).passed()
    with (package / "seminar/static/seminar.js").open("a") as bundle:
        bundle.write("// changed\n")
    before = small_book.page()
    outcome = small_book.build(package=package)
    outcome.passed()
    assert not outcome.executed
    assert (small_book.root / "_build/html/_static/seminar.js").read_text().endswith("// changed\n")
    assert small_book.page() != before, "the link names the bundle's version"


@pytest.mark.parametrize("name", ["data/gdp.csv", "exercises/keys.py", "chapters/references.bib"])
def test_the_cache_is_keyed_with_what_cells_can_see(small_book: SmallBook, name: str) -> None:
    before = outputs_digest(small_book.root)
    with (small_book.root / name).open("a") as handle:
        handle.write("\n")
    assert outputs_digest(small_book.root) != before


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
