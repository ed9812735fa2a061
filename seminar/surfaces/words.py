"""The words that students read, from the one catalogue that the browser half is built with too."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

CATALOGUE = Path(__file__).resolve().parents[1] / "words" / "en.json"


@cache
def _catalogue() -> dict[str, str | dict[str, str]]:
    words: dict[str, str | dict[str, str]] = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    return words


def word(key: str, **values: object) -> str:
    """Return the words for ``key``, with each ``{name}`` filled in; raises KeyError for an unknown key.

    A key with plural forms chooses by the value ``n``.
    """
    entry = _catalogue()[key]
    text = entry if isinstance(entry, str) else entry["one" if str(values.get("n")) == "1" else "other"]
    return re.sub(r"\{(\w+)\}", lambda found: str(values.get(found[1], found[0])), text)


def number(value: float) -> str:
    """Return a number as short as it can be written: 4 for 4.0, 1.5 for 1.5."""
    return f"{value:g}"
