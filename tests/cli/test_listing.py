"""`seminar list` finds what an instructor chooses from, in the book's order, and every filter narrows it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from seminar.cli import main
from seminar.exercises.bank import bank
from tests.conftest import ROOT


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[list[str]]:
    """Return the cells of each line that the command prints."""
    assert main(["list", *arguments]) == 0
    return [line.split("\t") for line in capsys.readouterr().out.splitlines()]


def ids(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    return [cells[1] for cells in listed(capsys, *arguments)]


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(["list", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_each_exercise_is_a_line_with_what_an_instructor_chooses_by(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list"]) == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    # The book's order is that of its contents, and examples for authors are nobody's work.
    assert [line.split("\t")[0] for line in lines] == ["trade"] * 17 + ["growth"] * 3
    assert lines[0] == "trade\tsample-single\tThe target\tsingle-choice\tcheck\ttest-a-target\t2\t1\t"
    assert lines[17] == "growth\tgrowth\tGrowth\tnumeric\tapply\tcompute-growth\t2\t1\tvariants"
    (reader,) = (line for line in lines if "short-text" in line)
    assert reader.endswith("\tby a reader")
    found = list(bank(desk))
    shown = [each for each in found if each.chapter != "writing-exercises"]
    minutes, points = (sum(getattr(each, name) for each in shown) for name in ("minutes", "points"))
    assert told.err == f"20 exercises, {minutes:g} minutes, {points:g} points\n"


@pytest.mark.parametrize(
    ("filters", "fits"),
    [
        (["--chapter", "growth"], lambda each: each.chapter == "growth"),
        (["--part", "economics"], lambda each: each.chapter != "writing-exercises"),
        (["--part", "instructors"], lambda each: each.chapter == "writing-exercises"),
        (["--type", "matching"], lambda each: each.type == "matching"),
        (["--level", "argue"], lambda each: each.level == "argue" and each.chapter != "writing-exercises"),
        (["--objective", "read-a-table"], lambda each: each.objective == "read-a-table"),
        (["--minutes-up-to", "2"], lambda each: each.minutes <= 2 and each.chapter != "writing-exercises"),
        (["--marked-by", "reader"], lambda each: each.type == "short-text"),
        (["--with-variants"], lambda each: each.id == "growth"),
        (["--type", "numeric", "--chapter", "trade"], lambda each: each.id == "sample-numeric"),
        (["--search", "OLDER", "which year"], lambda each: each.id == "sample-single"),
        (["--search", "claims:remarks-014"], lambda each: "claims:remarks-014" in each.rests_on),
    ],
)
def test_a_filter_leaves_what_fits_and_nothing_else(
    desk: Path, capsys: pytest.CaptureFixture[str], filters: list[str], fits: Any
) -> None:
    wanted = {each.id for each in bank(desk) if fits(each)}
    assert wanted
    assert set(ids(capsys, *filters)) == wanted


def test_an_assignment_is_listed_in_its_order_with_its_points(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [(cells[1], cells[7]) for cells in listed(capsys, "--set", "first-week")] == [
        ("sample-short-text", "3"),
        ("sample-single", "2.5"),
    ]


def test_json_has_all_that_is_known(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (first,) = as_json(capsys, "--search", "The target", "--level", "check", "--type", "single-choice")
    assert first == {
        "id": "sample-single",
        "title": "The target",
        "chapter": "trade",
        "part": "economics",
        "page": "chapters/economics/trade",
        "type": "single-choice",
        "level": "check",
        "objective": "test-a-target",
        "objective_text": "Do test-a-target.",
        "minutes": 2,
        "points": 1,
        "marked_by": "computer",
        "variants": False,
        "private": False,
        "figure": False,
        "rests_on": ["claims:remarks-014", "trade:*"],
        "assignments": ["first-week"],
        "file": "exercises/trade.yml",
        "line": 2,
    }


def test_a_book_without_contents_is_listed_by_its_files(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "_toc.yml").unlink()
    (desk / "chapters" / "economics" / "trade.md").unlink()
    assert {(each["chapter"], each["part"]) for each in as_json(capsys)} == {
        ("growth", "economics"),
        ("trade", ""),
    }


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (["--chapter", "trad"], "no exercise here has the chapter 'trad'; did you mean trade?"),
        (["--type", "numerik"], "did you mean numeric?"),
        (["--set", "frist-week"], "there is no assignment 'frist-week'; did you mean first-week?"),
    ],
)
def test_a_misspelt_name_ends_with_2_and_near_ones(
    desk: Path, capsys: pytest.CaptureFixture[str], filters: list[str], said: str
) -> None:
    assert main(["list", *filters]) == 2
    assert said in capsys.readouterr().err


def test_nothing_that_fits_is_said(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--chapter", "growth", "--level", "argue"]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "no exercise fits: leave out a filter\n")


def test_a_filter_for_exercises_does_not_go_with_assignments(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["list", "assignments", "--level", "argue"])
    assert caught.value.code == 2
    assert "--level is a filter for exercises" in capsys.readouterr().err


def test_a_bank_with_mistakes_is_not_listed(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "exercises" / "growth.yml").write_text("- id: x\n", encoding="utf-8")
    assert main(["list"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("exercises/growth.yml:1: ")


def test_assignments_and_labs_are_listed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    sets = as_json(capsys, "assignments")
    rows = listed(capsys, "assignments")
    assert [row[0] for row in rows] == [one["name"] for one in sets]
    assert [row[2:5] for row in rows] == [
        [str(len(one["exercises"])), f"{one['minutes']:g}", f"{one['points']:g}"] for one in sets
    ]
    assert {"trade-and-targets", "reading-five-documents"} <= {one["name"] for one in sets}
    labs = as_json(capsys, "labs")
    assert [row[0] for row in listed(capsys, "labs")] == [one["name"] for one in labs]
    assert labs[0]["name"] == "load-and-tidy"


def test_what_has_read_enough_may_close_the_pipe() -> None:
    command = [sys.executable, "-m", "seminar.cli", "list", "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read(1) == b"["
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()
    assert running.returncode == 0
