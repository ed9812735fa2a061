"""Each command's help page: what it does, in a paragraph, and examples that can be typed as they stand."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from textwrap import fill

_WIDTH = 80
_IN = " " * 6


def command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    short: str,
    about: str,
    examples: Mapping[str, str],
    besides: str = "",
) -> argparse.ArgumentParser:
    """Add a command: ``short`` stands in the list of all, ``about`` on its own page above its options.

    ``examples`` are whole command lines, each with what it does. ``besides`` stands above them as
    it is, in lines of its own.
    """
    lines = [
        f"  {line}\n{fill(what, _WIDTH, initial_indent=_IN, subsequent_indent=_IN)}"
        for line, what in examples.items()
    ]
    return commands.add_parser(
        name,
        help=short,
        description=fill(" ".join(about.split()), _WIDTH),
        epilog="\n".join([*([besides] if besides else []), "examples:", *lines]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
