"""A worksheet holds every version in one file, betrays nothing, and its key names the letters on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from seminar.cli import main
from seminar.exercises.model import Matching
from seminar.surfaces.release import release
from seminar.surfaces.release.worksheet import worksheet
from tests.surfaces.fixture_release import NAME, VARIED, Bank
from tests.surfaces.leaks import leaks, plain, secrets

PAPER, KEY = f"{NAME}-worksheet.html", f"{NAME}-worksheet-with-key.html"
SEED = "a-secret-of-this-class"


@pytest.fixture(scope="module")
def made(banks: tuple[Bank, Bank]) -> list[dict[str, str]]:
    """The worksheets of both, with the key."""
    return [
        {
            name: content.decode()
            for name, content in worksheet(bank.page(), bank.root, bank.assignment(), SEED, True)[0].items()
        }
        for bank in banks
    ]


def test_other_keys_give_the_same_paper_and_another_key(made: list[dict[str, str]]) -> None:
    assert list(made[0]) == [PAPER, KEY]
    assert made[0][PAPER] == made[1][PAPER]
    assert made[0][KEY] != made[1][KEY]


def test_no_sentence_that_tells_is_on_the_paper_and_all_are_in_the_key(
    made: list[dict[str, str]], banks: tuple[Bank, Bank]
) -> None:
    exercises = [one for item in banks[0].assignment().items for one in item.exercises(SEED)]
    told = secrets(exercises, [part.text for one in exercises for part in one.parts() if not part.sealed])
    assert len(told) > 80
    assert leaks({PAPER: made[0][PAPER].encode()}, told) == set()
    assert {secret for _, secret in leaks({KEY: made[0][KEY].encode()}, told)} == told
    assert SEED not in made[0][PAPER] + made[0][KEY]


def test_every_sheet_is_there_on_pages_of_its_own(
    made: list[dict[str, str]], banks: tuple[Bank, Bank]
) -> None:
    paper = BeautifulSoup(made[0][PAPER], "html.parser")
    sheets = paper.select("main")
    assert [sheet.select_one(".which").text for sheet in sheets] == ["Sheet 1", "Sheet 2", "Sheet 3"]  # type: ignore[union-attr]
    bank = banks[0]
    alone = release(bank.page(), bank.root, bank.assignment(), seed=SEED)
    for n, sheet in enumerate(sheets, start=1):
        own = BeautifulSoup(alone[f"{NAME}-sheet-{n}.html"], "html.parser")
        assert plain(sheet.text) == plain(own.main.text)  # type: ignore[union-attr]
    assert "main + main { margin-top: 3rem; break-before: page; }" in made[0][PAPER]


def test_each_id_stands_once_and_what_refers_to_it_finds_it(made: list[dict[str, str]]) -> None:
    paper = made[0][PAPER]
    ids = re.findall(r'\bid="([^"]+)"', paper)
    assert len(ids) == len(set(ids)) > 100
    referred = set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', paper))
    assert referred
    assert {first or second for first, second in referred} <= set(ids)
    assert not BeautifulSoup(paper, "html.parser").select("script, input, button, link[rel=stylesheet]")


@pytest.mark.parametrize("how", ["worksheet", "book"])
def test_a_letter_in_the_key_is_the_letter_on_paper(how: str, banks: tuple[Bank, Bank]) -> None:
    bank = banks[0]
    if how == "worksheet":
        files, _ = worksheet(bank.page(), bank.root, bank.assignment(), "", True)
        paper, key = files[PAPER].decode(), files[KEY].decode()
    else:
        given = release(bank.page(), bank.root, bank.assignment(), with_key=True)
        paper, key = given[f"{NAME}-sheet-1.html"].decode(), given[f"{NAME}-with-key.html"].decode()
    exercise = next(item.exercise for item in bank.assignment().items if isinstance(item.exercise, Matching))
    lists = [
        next(
            [plain(row.text) for row in section.select('ol[type="A"] li')]
            for section in BeautifulSoup(text, "html.parser").select("section.exercise")
            if exercise.title in section.select_one("h2").text  # type: ignore[union-attr]
        )
        for text in (paper, key)
    ]
    assert lists[0] == lists[1]
    assert exercise.released != exercise.shown, "the two orders are the same: choose another example"
    for pair in exercise.pairs:
        letter = "ABCDEFGHIJ"[lists[0].index(plain(BeautifulSoup(pair.right, "html.parser").text))]
        assert f"{letter}. {pair.right}" in key


def test_what_paper_cannot_carry_is_told(banks: tuple[Bank, Bank]) -> None:
    bank = banks[0]
    _, losses = worksheet(bank.page(), bank.root, bank.assignment(), "", False)
    found = {(loss.exercise, loss.what) for loss in losses}
    assert ("", "paper does not answer back") in found
    assert (VARIED, "a student's id cannot choose the version on paper") in found
    moved = {id for id, what in found if what == "on paper a figure's sliders do not move"}
    assert moved == {
        item.exercise.id for item in bank.assignment().items if item.exercise.figure == "explorable"
    }
    kept = {id for id, what in found if what.startswith("on paper an opinion cannot be kept back")}
    stated = {"prediction", "draw", "reveal", "short-text", "spectrum"}
    asked = [item.exercise for item in bank.assignment().items]
    assert kept == {each.id for each in asked if each.type in stated or getattr(each, "because", False)}


def test_the_command_writes_the_worksheet_and_the_key_only_when_asked(
    book: Bank, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["release", NAME, "--to", "out", "--format", "worksheet"]
    assert main([*command, "--with-key"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [
        str(Path("out", PAPER)),
        f"{Path('out', KEY)} (it holds the keys: never hand it out)",
    ]
    assert "- a student's id cannot choose the version on paper" in said
    # Left there, it could be handed out with the next worksheet; the sheets of a book's release could not.
    Path("out", f"{NAME}-sheet-1.html").touch()
    assert main(command) == 0
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[2].split()[0] for line in told] == [str(Path("out", KEY))]
