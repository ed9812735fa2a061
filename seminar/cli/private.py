"""``--bank DIR``: a private folder of exercises and assignments beside the book's, for commands that ask."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
from pathlib import Path

from seminar.paths import project_root

_PUBLIC = ("chapters", "data", "exercises", "_build")


def add_bank(parser: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """Add the option; its value is an existing folder, or None."""
    parser.add_argument(
        "--bank",
        type=_folder,
        metavar="DIR",
        help="a private folder with exercises beside the book's, its assignments in DIR/assignments; "
        "labs are the book's alone",
    )


def published(folder: Path) -> str:
    """Return where git would take a private folder along to, in words with the remedy; else nothing.

    That is the case where the folder lies in the book's own repository, or in one that is sent somewhere, and
    git does not leave it out.
    """
    top = _git(folder, "rev-parse", "--show-toplevel")
    if not top or not _git(folder, "ls-files", "--cached", "--others", "--exclude-standard", "."):
        return ""
    book = _git(project_root(), "rev-parse", "--show-toplevel")
    if top == book:
        return (
            f"{folder} lies in the book's own repository, and git takes it along to wherever that is sent: "
            "move it out. What was sent once stays in the history"
        )
    if _git(folder, "remote"):
        return (
            f"git sends {folder} to wherever the repository {top} goes: see that nobody else can read that. "
            "What was sent once stays in the history"
        )
    return ""


def _git(folder: Path, *asked: str) -> str:
    """Return what git says of a folder, and nothing where there is no git, or it knows no repository."""
    git = shutil.which("git")
    if git is None:
        return ""
    # In a hook these name another repository than the folder's.
    known = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        [git, "-C", folder, *asked],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env=known,
        check=False,
    )
    return done.stdout.strip() if done.returncode == 0 else ""


def _folder(text: str) -> Path:
    """Return the folder; one that the book is built from would be no private one."""
    folder, root = Path(text).resolve(), project_root().resolve()
    if not folder.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}: make it, and put exercises into it")
    public = [root, *(root / name for name in _PUBLIC)]
    if folder in public or any(folder.is_relative_to(each) for each in public[1:]):
        raise argparse.ArgumentTypeError(f"{text} belongs to the book, which is public: name another folder")
    return folder
