"""How the cells of a table become sentences of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable


def sentence(text: str) -> str:
    """Return `text` with a full stop, unless it ends like a sentence already."""
    return text if text.endswith((".", "!", "?", "”", '"')) else text + "."


def capital(text: str) -> str:
    """Return `text` with a capital at its head."""
    return text[:1].upper() + text[1:]


def joined(parts: Iterable[str]) -> str:
    """Return what there is of `parts`, set apart by dots."""
    return " · ".join(filter(None, parts))


def typographic(text: str) -> str:
    """Return `text` with the marks that the prose gets from Sphinx: ’ and “ ”."""
    return re.sub('"([^"]*)"', r"“\1”", text).replace("'", "’")
