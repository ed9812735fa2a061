"""The command ``seminar``, for people who write exercises or teach with them.

Exit codes: 0, all is well; 1, there are mistakes, each printed with file, line and remedy (a page: with its
remedy); 2, the command itself was misunderstood, such as a page that the book does not have.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from seminar.cli import checking, releasing


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with ``arguments`` (default: the process's) and return its exit code."""
    parser = argparse.ArgumentParser(prog="seminar", description="Work on the book's exercises.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in (checking, releasing):
        module.add(commands)
    asked = parser.parse_args(arguments)
    code: int = asked.run(asked)
    return code
