"""The command ``seminar``, for people who write exercises or teach with them.

Exit codes: 0, all is well; 1, there are mistakes, each printed with file, line and remedy (a page: with its
remedy); 2, the command itself was misunderstood, such as a page that the book does not have.
Its help pages say so too.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from seminar.cli import checking, grading, listing, releasing, setting

_CODES = """\
seminar COMMAND --help says more of a command, with examples.

exit codes:
  0  all is well
  1  there are mistakes, or files that could not be used; each is told, with its
     remedy
  2  the command itself was misunderstood: an option, or a name that is not there
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with ``arguments`` (default: the process's) and return its exit code."""
    asked = parser().parse_args(arguments)
    try:
        code: int = asked.run(asked)
        sys.stdout.flush()
    except BrokenPipeError:  # what reads the lines, such as head, has enough of them
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line; each command is the default ``run`` of its own."""
    made = argparse.ArgumentParser(
        prog="seminar",
        description="Choose, write, set and mark the book's exercises.",
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    for module in (listing, setting, checking, releasing, grading):
        module.add(commands)
    return made
