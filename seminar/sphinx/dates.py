"""Dates as people write them, the same whatever the locale of the machine that builds."""

from __future__ import annotations

import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_DATE = re.compile(rf"\b(?:(?:(\d{{1,2}})\s+)?({'|'.join(_MONTHS)})\s+)?((?:1[5-9]|20)\d\d)\b")


def readable_date(text: str) -> str:
    """Return an ISO date, month or year as people write it: ``2019-06-05`` is ``5 June 2019``."""
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:
        return text
    words = parts[:1]
    if len(parts) > 1:
        words.insert(0, _MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def readable_span(start: str, end: str) -> str:
    """Return ``5 June 2019 to 17 September 2019``, one date where both are one, nothing without a start."""
    if not start:
        return ""
    return readable_date(start) + (f" to {readable_date(end)}" if end and end != start else "")


def dates_in(text: str) -> list[str]:
    """Return the dates that stand in prose, each as ISO and as exact as it is written."""
    found = []
    for day, month, year in _DATE.findall(text):
        parts = [year]
        if month:
            parts.append(f"{_MONTHS.index(month) + 1:02d}")
        if day:
            parts.append(f"{int(day):02d}")
        found.append("-".join(parts))
    return found
