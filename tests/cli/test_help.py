"""Every help page says what its command does, and its examples can be typed as they stand."""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from seminar.cli import main, parser
from tests.conftest import ROOT


def pages(made: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Yield the parsers of all commands that can be run, those within others too."""
    within = [action for action in made._actions if isinstance(action, argparse._SubParsersAction)]
    if not within:
        yield made
    for action in within:
        for one in action.choices.values():
            yield from pages(one)


def examples(page: argparse.ArgumentParser) -> list[str]:
    """Return the example lines of a page."""
    lines = (page.epilog or "").splitlines()
    return [line.strip() for line in lines if line.startswith("  seminar ")]


UNBUILT = ("list", "new", "labs", "schema")
PAGES = list(pages(parser()))
EXAMPLES = [line for page in PAGES for line in examples(page)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.prog)
def test_a_help_page_has_a_paragraph_and_examples_of_its_own(page: argparse.ArgumentParser) -> None:
    assert len((page.description or "").split()) >= 12
    assert examples(page)
    assert all(shlex.split(line)[1] == page.prog.split()[1] for line in examples(page))
    assert max(map(len, page.format_help().splitlines())) <= 110


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book's sources in another folder, where examples may write, and a private folder beside it."""
    root = tmp_path_factory.mktemp("class") / "book"
    (root.parent / "finals").mkdir()
    for folder in ("data", "exercises", "chapters"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "_toc.yml", root)
    return root


@pytest.mark.parametrize("line", EXAMPLES)
def test_an_example_is_understood(copied: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.chdir(copied)
    words = shlex.split(line.partition(" 2> ")[0])
    assert callable(parser().parse_args(words[1:]).run)


@pytest.mark.parametrize("line", [line for line in EXAMPLES if line.split()[1] in UNBUILT])
def test_an_example_that_needs_no_built_book_does_what_it_says(
    copied: Path, monkeypatch: pytest.MonkeyPatch, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copied)
    assert main(shlex.split(line)[1:]) == 0
    # A schema says nothing when it is written, and no example shows an empty list.
    assert capsys.readouterr().out or line.split()[1] == "schema"


@pytest.fixture(scope="module")
def written() -> list[str]:
    """The command lines that the instructors' pages show, and the examples of the help pages."""
    shown = [
        line
        for page in sorted((ROOT / "chapters" / "instructors").rglob("*.md"))
        for block in re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)
        for line in block.splitlines()
        if line.startswith("seminar ")
    ]
    assert len(shown) > 10
    return [*EXAMPLES, *shown]


def test_what_the_pages_have_people_type_is_understood(
    copied: Path, monkeypatch: pytest.MonkeyPatch, written: list[str]
) -> None:
    (copied.parent / "my-questions").mkdir(exist_ok=True)
    monkeypatch.chdir(copied)
    for line in written:
        words = shlex.split(line.partition(" 2> ")[0])
        assert callable(parser().parse_args(words[1:]).run), line


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_git_leaves_out_what_commands_write_for_a_class(tmp_path: Path, written: list[str]) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    shutil.copy(ROOT / ".gitignore", tmp_path)
    for line in written:
        words = shlex.split(line)
        if words[1] not in ("release", "solutions", "labs", "grade"):
            continue
        # A folder that is not there yet is told from a file by what lies in it.
        to = words[words.index("--to") + 1]
        path = to if Path(to).suffix else f"{to}/gradebook.csv"
        left_out = subprocess.run(["git", "-C", tmp_path, "check-ignore", "--quiet", path], check=False)
        assert left_out.returncode == 0, line


def test_the_first_page_names_every_command_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    told = capsys.readouterr().out
    for page in PAGES:
        assert f"    {page.prog.split()[1]}" in told
    assert [line[:5] for line in told.partition("exit codes:\n")[2].splitlines()][::2][:1] == ["  0  "]
    for code in "012":
        assert f"\n  {code}  " in told
