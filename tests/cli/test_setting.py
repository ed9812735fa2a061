"""`seminar new assignment` writes what `seminar check` passes at once, and nothing over what is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from seminar.cli import main
from seminar.cli.setting import _scalar
from seminar.contents import pages
from seminar.exercises.assignments import assignment
from seminar.surfaces.markup import markup
from tests.conftest import ROOT

NEW = ["new", "assignment", "week-two"]


def everything(root: Path) -> dict[str, bytes]:
    return {str(file.relative_to(root)): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def test_what_is_begun_passes_check_at_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(desk)
    chosen = ["sample-matching", "growth", "sample-single"]
    assert main([*NEW, "--title", "Week two: it's “#1”", "--exercise", *chosen]) == 0
    told = capsys.readouterr()
    new = ["exercises/assignments/week-two.yml", "chapters/assignments/week-two.md"]
    assert told.out.splitlines() == [*new, "_toc.yml"]
    assert "then seminar check, make book,\nand seminar release week-two" in told.err
    assert main(["check"]) == 0
    made = assignment("week-two", desk)
    assert made.title == "Week two: it's “#1”"
    assert [item.exercise.id for item in made.items] == chosen
    assert [item.points for item in made.items] == [item.exercise.points for item in made.items]
    text = (desk / new[0]).read_text(encoding="utf-8")
    assert "  - id: growth  # numeric, 2 min, 1 point, variants: Growth\n" in text
    assert (
        "Work through {doc}`Trade </chapters/economics/trade>` and "
        "{doc}`Growth </chapters/economics/growth>` first;"
    ) in text
    assert "Work through Trade and Growth first" in markup(made.instructions, root=desk)
    assert (desk / new[1]).read_text(encoding="utf-8") == "```{assignment} week-two\n```\n"
    assert [page.name for page in pages(desk) if page.part == "Assignments"][-1] == new[1][:-3]
    # Nothing else is touched, and of the contents nothing but a line came in.
    after = everything(desk)
    assert {name for name in after if after[name] != before.get(name)} == {*new, "_toc.yml"}
    assert set(after["_toc.yml"].splitlines()) - set(before["_toc.yml"].splitlines()) == {
        b"      - file: chapters/assignments/week-two"
    }


def test_a_chapter_brings_all_its_exercises_and_each_stands_once(desk: Path) -> None:
    assert main([*NEW, "--chapter", "growth", "--exercise", "sample-single", "growth"]) == 0
    assert [item.exercise.id for item in assignment("week-two", desk).items] == [
        *("growth", "rate-1", "rate-2", "sample-single"),
    ]
    assert assignment("week-two", desk).title == "Week two"
    assert main(["check"]) == 0


def test_labs_are_set_besides(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(desk)
    for folder in ("data", "exercises", "chapters"):
        shutil.copytree(ROOT / folder, desk / folder)
    monkeypatch.chdir(desk)
    assert main([*NEW, "--exercise", "trade-mirror", "--lab", "mirror-statistics", "load-and-tidy"]) == 0
    assert assignment("week-two", desk).labs == ("mirror-statistics", "load-and-tidy")
    assert main(["new", "assignment", "other", "--exercise", "trade-mirror", "--lab", "mirror"]) == 2
    assert "no lab 'mirror'; did you mean mirror-statistics?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([*NEW, "--exercise", "sample-singel"], "no exercise 'sample-singel'; did you mean sample-single"),
        ([*NEW, "--chapter", "grwth"], "no chapter 'grwth'; did you mean growth?"),
        (NEW, "no exercise is chosen"),
        (["new", "assignment", "Week_2", "--exercise", "growth"], "write small letters and digits"),
        (["new", "assignment", "../x", "--exercise", "growth"], "write small letters and digits"),
        (["new", "assignment", "first-week", "--exercise", "growth"], "an assignment first-week already"),
        (["new", "assignment", "how-to", "--exercise", "growth"], "how-to.md is there already"),
    ],
)
def test_what_cannot_be_begun_is_refused_with_2_and_writes_nothing(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    before = everything(desk)
    assert main(arguments) == 2
    assert said in capsys.readouterr().err
    assert everything(desk) == before


def test_contents_that_have_the_page_stay_as_they_are(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "chapters" / "assignments" / "first-week.md").unlink()
    (desk / "exercises" / "assignments" / "first-week.yml").unlink()
    before = (desk / "_toc.yml").read_bytes()
    assert main(["new", "assignment", "first-week", "--exercise", "growth"]) == 0
    assert (desk / "_toc.yml").read_bytes() == before
    assert "_toc.yml" not in capsys.readouterr().out


def test_broken_contents_are_told_and_nothing_is_written(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "_toc.yml").write_text("parts: [\n", encoding="utf-8")
    before = everything(desk)
    assert main([*NEW, "--exercise", "growth"]) == 1
    assert capsys.readouterr().err.startswith("seminar: _toc.yml:")
    assert everything(desk) == before


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1))
def test_any_title_is_read_as_it_was_given(title: str) -> None:
    for text in (title, f"Week {title}", title.strip() + "."):
        assert YAML(typ="safe", pure=True).load(f"title: {_scalar(text)}\n") == {"title": text}


def test_every_chapter_of_the_book_can_be_read_first() -> None:
    """A title with marks of its own would end the link to its chapter."""
    from seminar.cli.setting import _reading

    names = [page.name for page in pages(ROOT) if page.part in ("Sources", "History", "Economics", "Debates")]
    text = _reading(dict.fromkeys(names), ROOT)
    assert text.count("{doc}`") == len(names) > 10
    assert "{doc}" not in markup(text, root=ROOT)
    assert "chapters/" not in markup(text, root=ROOT)
