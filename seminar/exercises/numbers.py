"""Numbers as people type them: one grammar, here and in ``frontend/src/numbers.js``.

White space around it is ignored. An optional sign (``+``, ``-`` or the minus sign U+2212), then digits with
at most one comma or point as decimal mark; ``.5`` and ``5.`` are numbers. No thousands marks, exponents or
spaces inside; at most 30 characters without the white space around.
"""

from __future__ import annotations

import re

WHITE = " \t\r\n\u00a0\u202f"
"""The white space that both languages trim (their own ideas of it differ)."""

LONGEST = 30

_NUMBER = re.compile(r"([+\-\u2212]?)([0-9]*)(?:[.,]([0-9]*))?")


def canonical(typed: str) -> str | None:
    """Return the number as plain decimal digits (``" +7,50"`` is ``"7.5"``, ``"-0"`` is ``"0"``), or None.

    The result is exact, so ``decimal.Decimal`` of it is what was typed.
    """
    text = typed.strip(WHITE)
    found = _NUMBER.fullmatch(text) if len(text) <= LONGEST else None
    if found is None or not (found[2] or found[3]):
        return None
    whole = found[2].lstrip("0") or "0"
    fraction = (found[3] or "").rstrip("0")
    digits = f"{whole}.{fraction}" if fraction else whole
    return f"-{digits}" if found[1] in ("-", "\u2212") and digits != "0" else digits
