"""The publications that the book cites: its one file of BibTeX."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from pybtex.database import parse_file

from seminar.paths import project_root

BIBLIOGRAPHY = Path("chapters", "references.bib")


def publications(root: Path | None = None) -> Mapping[str, Any]:
    """Return pybtex's entries by their keys; none in a project without the file."""
    file = (root or project_root()) / BIBLIOGRAPHY
    return _entries(file, file.stat().st_mtime_ns) if file.is_file() else {}


@lru_cache(maxsize=4)
def _entries(file: Path, _changed: int) -> Any:
    return parse_file(str(file)).entries
