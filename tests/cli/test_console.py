"""What commands say fits a terminal, is plain in a pipe, and steers neither."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from unittest import mock

import pytest
from rich.cells import cell_len

from seminar.cli.console import Column, progress, shown, table, tell
from seminar.exercises.faults import Mistake

UNSET = ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "LINES")
COLUMNS = [
    Column("chapter"),
    Column("id"),
    Column("title", folds=True),
    Column("objective", spare=1),
    Column("points", right=True),
]
ROWS = [
    ["trade", "trade-target-2018", "How far was the target, and how far did trade itself go?", "audit", "2"],
    ["trade", "trade-gas", "[bold]天然气 in 2018[/bold]", "audit", "10.5"],
    ["energy", "energy-map", "A map", "read-a-map", "1"],
]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@contextmanager
def terminal(width: int = 60, colour: bool = False) -> Iterator[Terminal]:
    """Put a terminal in the place of both streams."""
    found = Terminal()
    left = {"TERM": "xterm-256color", "COLUMNS": str(width)} | ({} if colour else {"NO_COLOR": "1"})
    gone = {name: value for name, value in os.environ.items() if name not in (*left, *UNSET)}
    with (
        mock.patch.dict(os.environ, gone | left, clear=True),
        redirect_stdout(found),
        redirect_stderr(found),
    ):
        yield found


def test_a_pipe_gets_a_line_a_row_and_tabs(capsys: pytest.CaptureFixture[str]) -> None:
    table(COLUMNS, [*ROWS, ["a", "b\tc", "two\nlines", "\x1b[31mred", "1"]], by=0)
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert lines[:3] == ["\t".join(row) for row in ROWS]
    assert lines[3:] == ["a\tb c\ttwo lines\t[31mred\t1"]
    assert told.err == ""


def test_a_terminal_gets_a_table_within_its_width() -> None:
    with terminal() as seen:
        table(COLUMNS, ROWS, by=0)
    lines = seen.getvalue().splitlines()
    assert max(map(cell_len, lines)) <= 60
    assert [line.split() for line in lines if not line.startswith(" ")][:3] == [
        ["trade"],
        ["id", "title", "objective", "points"],
        ["trade-target-2018", "How", "far", "was", "the", "audit", "2"],
    ]
    assert any(line == "energy" for line in map(str.strip, lines))
    assert "[bold]天然气 in" in seen.getvalue()


def test_a_name_is_not_broken_where_it_folds() -> None:
    columns = [Column("name"), Column("title", folds=True), Column("labs", folds=True)]
    row = [
        "economics-code",
        "Economics: who counted, since when, and paid?",
        "mirror-statistics, load-and-tidy",
    ]
    with terminal(width=56) as seen:
        table(columns, [row])
    assert {"mirror-statistics,", "load-and-tidy"} <= set(seen.getvalue().split())


def test_a_narrow_terminal_does_without_a_column_and_names_it() -> None:
    with terminal(width=46) as seen:
        table(COLUMNS, ROWS)
    assert "read-a-map" not in seen.getvalue()
    assert seen.getvalue().endswith("(a wider window also shows: objective)\n")


@pytest.mark.parametrize("colour", [True, False])
def test_colour_is_for_terminals_that_are_not_asked_to_do_without(colour: bool) -> None:
    with terminal(colour=colour) as seen:
        tell([Mistake("exercises/trade.yml", 3, "option 2 is [red]wrong[/red]: mend it")])
    assert ("\x1b[" in seen.getvalue()) == colour
    assert "option 2 is [red]wrong[/red]: mend it\n" in seen.getvalue()


def test_a_mistake_is_one_line_however_long() -> None:
    with terminal() as seen:
        tell([Mistake("exercises/trade.yml", 3, "word " * 40 + "end")])
    assert seen.getvalue().count("\n") == 1


def test_progress_shows_on_a_terminal_and_not_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with terminal() as seen, progress("marking", 3) as done:
        done(3)
    assert "3/3" in seen.getvalue()
    with progress("marking", 3) as done:
        done(3)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Lǐ Wěi", "Lǐ Wěi"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("\x1b]0;title\x07x", "]0;title x"),
        ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e"),
    ],
)
def test_what_steers_a_terminal_or_turns_writing_is_taken_out(text: str, plain: str) -> None:
    assert shown(text) == plain
