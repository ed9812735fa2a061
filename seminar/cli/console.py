"""What the commands have in common: how they speak, and how they write files.

On a terminal tables fit its width and have a little colour (none under ``NO_COLOR``). In a pipe or a file a
row is a line, its cells parted by tabs, without a heading: what ``cut``, ``grep`` and spreadsheets take.
What is said besides, such as totals and progress, goes to the error stream.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from seminar.exercises.faults import BankError, Mistake

if TYPE_CHECKING:
    from rich.console import Console

_GAP = 2
_LEAST = 12
"""To how many columns a column that folds may shrink."""
_TURNING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
"""The characters that turn the direction of what stands around them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. ``right`` aligns it there; one that ``folds`` may take several lines.

    Where a terminal has no room, columns go whose ``spare`` is not 0, the largest first.
    """

    heading: str
    right: bool = False
    folds: bool = False
    spare: int = 0


def on_terminal(stream: TextIO) -> bool:
    """Say whether a person reads what is written to ``stream``, and not a program or a file."""
    return stream.isatty()


def told(code: int, message: str) -> int:
    """Say on the error stream what is the matter; returns ``code``, with which to exit."""
    aside(f"seminar: {message}")
    return code


def aside(message: str) -> None:
    """Say on the error stream what is no part of the result."""
    sys.stdout.flush()
    print(message, file=sys.stderr)


def mistaken(error: BankError, so: str) -> int:
    """Tell every mistake and what follows from them; returns the code to exit with."""
    tell(error.mistakes)
    return told(1, f"{so}: mend them first")


def tell(mistakes: Iterable[Mistake]) -> None:
    """Say each mistake on a line of the error stream, as ``file:line: message``."""
    if not on_terminal(sys.stderr):
        for mistake in mistakes:
            aside(str(mistake))
        return
    from rich.text import Text

    console = _console(sys.stderr)
    for mistake in mistakes:
        place = (f"{mistake.file}:{mistake.line}", "bold")
        console.print(Text.assemble(place, ": ", shown(mistake.message)), soft_wrap=True)


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], by: int | None = None) -> None:
    """Print rows, each with a text for each column.

    On a terminal the values of the column ``by`` head the rows that have them, which have to stand together.
    """
    rows = [[shown(cell) for cell in row] for row in rows]
    if not on_terminal(sys.stdout):
        for row in rows:
            print("\t".join(row))
        return
    from rich.table import Table
    from rich.text import Text

    console = _console(sys.stdout)
    widths = _widths([*columns], rows, console.width, by)
    heading = True
    for head, group in _groups(rows, by):
        made = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, show_header=heading)
        for i, width in widths.items():
            column = columns[i]
            made.add_column(
                Text(column.heading, style="dim"),
                justify="right" if column.right else "left",
                width=width,
                no_wrap=not column.folds,
                overflow="fold",
            )
        for row in group:
            made.add_row(*(Text(row[i]) for i in widths))
        if head:
            console.print(Text(head, style="bold"))
        console.print(made)
        heading = False
    gone = [column.heading for i, column in enumerate(columns) if i not in widths and i != by]
    if gone:
        aside(f"(a wider window also shows: {', '.join(gone)})")


@contextmanager
def progress(what: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how far a long task is; yields what to call with how much more is done.

    Nothing is shown in a pipe, nor left on the terminal at the end.
    """
    if not on_terminal(sys.stderr):
        yield lambda done: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    parts = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*parts, console=_console(sys.stderr), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.advance(task, done)


def shown(text: str) -> str:
    """Return a text on one line, without what steers a terminal or turns the direction of writing."""
    kept = "".join(" " if unicodedata.category(each) in ("Cc", "Zl", "Zp") else each for each in text)
    return " ".join("".join(each for each in kept if ord(each) not in _TURNING).split())


def written(files: Mapping[str, bytes], folder: Path) -> int:
    """Write files into a folder, and into folders there; returns the code to exit with, 0 if all is well."""
    try:
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    except OSError as error:
        return told(2, f"{folder} cannot be written: {error.strerror}")
    return 0


def counted(number: int, thing: str) -> str:
    """Return a number and what it counts, such as ``2 mistakes``."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _console(stream: TextIO) -> Console:
    # Loading it takes a while, and asking for help does without.
    from rich.console import Console

    # Without colours it writes no bold either: what asks for none may not know the codes at all.
    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    return Console(file=stream, color_system=colours, highlight=False, markup=False, emoji=False)


def _groups(rows: Sequence[Sequence[str]], by: int | None) -> Iterator[tuple[str, Sequence[Sequence[str]]]]:
    if by is None:
        yield "", rows
        return
    for head in dict.fromkeys(row[by] for row in rows):
        yield head, [row for row in rows if row[by] == head]


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int, by: int | None
) -> dict[int, int]:
    """Return how wide each column is that there is room for, by its position."""
    from rich.cells import cell_len

    def _narrowest(i: int) -> int:
        # A name that is broken in the middle cannot be copied.
        return max([_LEAST, *(cell_len(each) for row in rows for each in row[i].split())])

    places = [i for i in range(len(columns)) if i != by]
    wanted = {i: max([cell_len(columns[i].heading), *(cell_len(row[i]) for row in rows)]) for i in places}
    while True:
        least = {i: min(wanted[i], _narrowest(i)) if columns[i].folds else wanted[i] for i in places}
        left = room - sum(least.values()) - _GAP * len(places)
        spare = [i for i in places if columns[i].spare]
        if left >= 0 or not spare:
            break
        places.remove(max(spare, key=lambda i: columns[i].spare))
    for i in places:
        more = min(wanted[i] - least[i], max(left, 0))
        least[i], left = least[i] + more, left - more
    return least
