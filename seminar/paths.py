"""Where the project's files are, from whichever folder the code runs."""

from __future__ import annotations

from pathlib import Path

MARKER = Path("data", "datapackage.json")


def named(file: Path, root: Path) -> str:
    """Return what messages call a file: its path as seen from the project, or from where it lies outside."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()


def project_root(start: Path | None = None) -> Path:
    """Return the nearest folder at or above ``start`` that holds ``data/datapackage.json``.

    ``start`` is the current folder if not given. Where no such folder is found, the folder that holds this
    package answers: an editable install therefore finds the book's own data from anywhere. So a book of its
    own, such as a fixture in the tests, needs nothing but its own ``data/datapackage.json``.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / MARKER).is_file():
            return folder
    return Path(__file__).resolve().parents[1]
