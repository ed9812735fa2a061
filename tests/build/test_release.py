"""Two built books that disagree about every key release the same bytes, and an old page releases nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seminar.cli import main
from seminar.exercises.assignments import assignment
from seminar.surfaces.release import release
from tests.surfaces.fixture_release import GENERATORS, VARIED, data, turned
from tests.surfaces.leaks import layers, leaks, secrets

from .conftest import SmallBook, chapter

pytestmark = pytest.mark.build

NAME = "set-work"
CHAPTER = chapter(
    "# A chapter\n",
    "fig-hidden",
    "Two bars are hidden, see {numref}`fig-hidden`.",
    "Trade of three years, and room for two.",
    """\
heights = [145.67, 146.89, 190.27, HIDDEN, 244.81]
years = list(range(2020, 2025))
fig, ax = plt.subplots()
for year, bar in zip(years, ax.bar(years, heights, color=colours["China"])):
    bar.set_gid(f"bar-{year}")
ax.set(ylim=(0, 400))
numbers = pd.DataFrame({"Year": years, "Trade (US$ billion)": heights})
exercise("figure-reveal", chart(fig, numbers=numbers, tables=["trade"]))
""",
)
HEAD_OF_FILE = """\
title: Set work
instructions: |
  Read {claim}`remarks-003` and {doc}`the chapter </chapters/one>`; solve $a = b$.
due: Friday
feedback: at-once
integrity: Your own words.
ai: None.
readers: Your teacher
exercises:
"""


def written(root: Path, *, other: bool) -> SmallBook:
    """Return a small book with the assignment, of the first bank or of the other."""
    root.mkdir()
    book = SmallBook(root)
    exercises = data()
    if other:
        exercises = turned(exercises)
    kept = [
        each for each in exercises if not each["id"].startswith("figure") or each["id"] == "figure-reveal"
    ]
    book.root.joinpath("exercises/one.yml").unlink()
    book.write("exercises/all.yml", json.dumps(kept))
    book.write("exercises/generators.py", GENERATORS.replace("RISE = 1", "RISE = 3") if other else GENERATORS)
    ids = "".join(f"  - id: {each['id']}\n" for each in kept)
    book.write(f"exercises/assignments/{NAME}.yml", HEAD_OF_FILE + ids)
    book.chapters(
        one=CHAPTER.replace("HIDDEN", "301.13" if other else "240.11"),
        **{f"assignments/{NAME}": f"```{{assignment}} {NAME}\n```\n"},
    )
    return book


def released(book: SmallBook, seed: str = "") -> dict[str, bytes]:
    page = book.page(f"assignments/{NAME}")
    folder = book.root / "_build/html/chapters/assignments"
    return release(page, folder, assignment(NAME, book.root), seed=seed)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> list[SmallBook]:
    """Two books, built."""
    made = [written(tmp_path_factory.mktemp("books") / name, other=name == "b") for name in "ab"]
    for book in made:
        book.build("-W", "-n", "--keep-going").passed()
    return made


@pytest.mark.parametrize("seed", ["", "a-secret-of-this-class"])
def test_books_with_other_keys_release_the_same_bytes(books: list[SmallBook], seed: str) -> None:
    first, second = (released(book, seed) for book in books)
    assert list(first) == [f"{NAME}.html", f"{NAME}.ipynb", *(f"{NAME}-sheet-{n}.html" for n in range(1, 9))]
    assert [name for name in first if first[name] != second[name]] == []


def test_nothing_that_tells_is_released(books: list[SmallBook]) -> None:
    items = assignment(NAME, books[0].root).items
    exercises = [one for item in items for one in item.exercises()]
    public = [part.text for one in exercises for part in one.parts() if not part.sealed]
    told = secrets(exercises, public)
    assert len(told) > 40
    files = released(books[0])
    assert leaks(files, told) == set()
    for content in files.values():
        texts = "\n".join(layers(content))
        assert not {"240.11", "244.81"} & set(texts.replace("<", " ").replace('"', " ").split())
        # Nothing leads into the book, or is left of a role.
        assert "claims.html" not in texts
        assert "{claim}" not in texts


def test_an_old_page_is_refused_until_the_book_is_built_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    book = written(tmp_path / "book", other=False)
    book.build("-W", "-n", "--keep-going").passed()
    monkeypatch.chdir(book.root)
    command = ["release", NAME, "--to", "out", "--with-key"]
    assert main(command) == 0
    changes = [
        ("exercises/all.yml", "Three rises in a row stand", "Three rises stand"),
        ("exercises/generators.py", "The generator tells this", "The generator tells that"),
        (f"exercises/assignments/{NAME}.yml", f"  - id: {VARIED}", f"  - id: {VARIED}\n    points: 7"),
    ]
    for file, old, new in changes:
        book.replace(file, old, new)
        assert main(command) == 1
        assert "run `make book`" in capsys.readouterr().err
        book.build("-W", "-n", "--keep-going").passed()
        assert main(command) == 0, file
    assert "Three rises stand" in Path("out", f"{NAME}-with-key.html").read_text(encoding="utf-8")
