"""Where the project's files are, from whichever folder the code runs."""

from __future__ import annotations

from pathlib import Path

MARKER = Path("data", "datapackage.json")


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
