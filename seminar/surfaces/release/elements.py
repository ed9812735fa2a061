"""XML for the formats of learning platforms, written piece by piece so that the same comes out each time."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, in whatever way it is written: most control characters, and halves of pairs."""


def holds(text: str) -> bool:
    """Return whether XML can hold every character of a text."""
    return _FORBIDDEN.search(text) is None


def text(content: str) -> str:
    """Return plain text as it stands in an element; what XML cannot hold becomes U+FFFD."""
    return escape(_held(content))


def cdata(html: str) -> str:
    """Return HTML as it stands in an element, whatever is in it."""
    return f"<![CDATA[{_held(html).replace(']]>', ']]]]><![CDATA[>')}]]>"


def element(name: str, content: str = "", /, **attributes: str) -> str:
    """Return an element; ``content`` is XML, and attributes are plain texts."""
    given = "".join(f" {key}={quoteattr(_held(value))}" for key, value in attributes.items())
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def lines(*elements: str) -> str:
    """Return elements below each other, without those that are empty texts."""
    return "".join(f"{each}\n" for each in elements if each)


def _held(content: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", content)
