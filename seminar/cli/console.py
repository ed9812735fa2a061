"""What the commands have in common: how they speak, and how they write files."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from seminar.exercises.faults import BankError


def told(code: int, message: str) -> int:
    """Say on the error stream what is the matter; returns ``code``, with which to exit."""
    print(f"seminar: {message}", file=sys.stderr)
    return code


def mistaken(error: BankError, so: str) -> int:
    """Tell every mistake and what follows from them; returns the code to exit with."""
    for mistake in error.mistakes:
        print(mistake, file=sys.stderr)
    return told(1, f"{so}: mend them first")


def written(files: Mapping[str, bytes], folder: Path) -> int:
    """Write files into a folder; returns the code to exit with, 0 if all is well."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        return told(2, f"{folder} cannot be written: {error.strerror}")
    return 0


def counted(number: int, thing: str) -> str:
    """Return a number and what it counts, such as ``2 mistakes``."""
    return f"{number} {thing}{'' if number == 1 else 's'}"
