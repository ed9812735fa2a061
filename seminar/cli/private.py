"""``--bank DIR``: a private folder of exercises and assignments beside the book's, for commands that ask."""

from __future__ import annotations

import argparse
from pathlib import Path

from seminar.paths import project_root

_PUBLIC = ("chapters", "data", "exercises", "_build")


def add_bank(parser: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """Add the option; its value is an existing folder, or None."""
    parser.add_argument(
        "--bank",
        type=_folder,
        metavar="DIR",
        help="a private folder with exercises beside the book's, its assignments in DIR/assignments",
    )


def _folder(text: str) -> Path:
    """Return the folder; one that the book is built from would be no private one."""
    folder, root = Path(text).resolve(), project_root().resolve()
    if not folder.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}: make it, and put exercises into it")
    public = [root, *(root / name for name in _PUBLIC)]
    if folder in public or any(folder.is_relative_to(each) for each in public[1:]):
        raise argparse.ArgumentTypeError(f"{text} belongs to the book, which is public: name another folder")
    return folder
