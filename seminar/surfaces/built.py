"""What a built page holds of its exercises, and how its HTML comes to stand elsewhere."""

from __future__ import annotations

import base64
import json
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from seminar.exercises.assignments import Assignment
from seminar.surfaces.payload import payload

_BLOCK = re.compile(
    r'<div class="seminar-exercise"([^>]*)>(.*?)'
    r'<script type="application/json" class="seminar-payload">(.*?)</script>\s*</div>',
    re.DOTALL,
)
_FIGURE = re.compile(r'<figure\b[^>]*\bclass="[^"]*\bseminar-picture\b.*?</figure>', re.DOTALL)
_VARIANT = re.compile(r'\bdata-variant="(\d+)"')


@dataclass(frozen=True)
class Block:
    """One exercise of a page, or one variant of it."""

    payload: Mapping[str, Any]
    """As ``payload.payload`` made it, sealed."""
    printed: str
    """Its HTML before scripts run."""
    variant: int | None = None

    @property
    def figure(self) -> str:
        """The HTML of its figure with all that stands below it; empty without one."""
        found = _FIGURE.search(self.printed)
        return found[0] if found else ""


def blocks(page: str) -> list[Block]:
    """Return the exercises of a built page in their order, without those that are met again."""
    found = []
    for attributes, printed, data in _BLOCK.findall(page):
        variant = _VARIANT.search(attributes)
        found.append(Block(json.loads(data), printed, int(variant[1]) if variant else None))
    return found


def source(assignment: Assignment) -> str:
    """Return 16 hexadecimal digits of all that an assignment's page is made from, keys and feedback included.

    They say whether a page is older than its exercises, or than the data behind them.
    """
    made = [
        payload(exercise, {part.path: part.text for part in exercise.parts()})
        for item in assignment.items
        for exercise in item.exercises("")
    ]
    items = [[item.exercise.id, item.rule()] for item in assignment.items]
    return sha256(json.dumps([made, items], sort_keys=True).encode()).hexdigest()[:16]


def portable(html: str, folder: Path) -> str:
    """Return HTML of a built page for another place: it leads nowhere in the book, loads and runs nothing.

    Links into the book become their text, pictures come along as data from ``folder``, where the page lies;
    one that is not there goes. Ids go too, but in figures, whose parts refer to each other.
    """
    rewriter = _Rewriter(folder)
    for i, piece in enumerate(_WHOLE.split(html)):
        if i % 2 == 0:
            rewriter.feed(piece)
        elif piece.startswith("<svg"):
            rewriter.put(piece)
    rewriter.close()
    return "".join(rewriter.pieces)


_WHOLE = re.compile(r"(<svg\b.*?</svg>|<script\b.*?</script>)", re.DOTALL)
_GONE = {"style", "iframe", "object", "template", "video", "audio"}
"""What goes with all that is in it."""
_GONE_ALONE = {"link", "meta", "base", "embed", "source", "track"}
_REFERRING = {"id", "for", "srcset", "aria-labelledby", "aria-describedby", "aria-controls"}


class _Rewriter(HTMLParser):
    """Copies HTML piece by piece, and leaves out or mends what would not do elsewhere."""

    def __init__(self, folder: Path) -> None:
        super().__init__(convert_charrefs=False)
        self.folder = folder
        self.pieces: list[str] = []
        self.within: list[str] = []
        """The open elements that are left out with their content."""
        self.links: list[bool] = []
        """Whether each open link is kept as one."""

    def put(self, text: str) -> None:
        """Write a piece, unless it is within what is left out."""
        if not self.within:
            self.pieces.append(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        if tag in _GONE:
            self.within.append(tag)
        elif tag == "a":
            self._link(dict(attrs))
        elif tag == "img":
            self._picture(attrs)
        elif tag not in _GONE_ALONE:
            self.put(_tag(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write an element without content."""
        if tag == "img":
            self._picture(attrs)
        elif tag not in _GONE | _GONE_ALONE:
            self.put(_tag(tag, attrs, " /"))

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if self.within and tag == self.within[-1]:
            self.within.pop()
        elif tag != "a":
            self.put(f"</{tag}>")
        elif self.links and self.links.pop():
            self.put("</a>")

    def handle_data(self, data: str) -> None:
        """Write text."""
        self.put(data)

    def handle_entityref(self, name: str) -> None:
        """Write a character by its name, as it came."""
        self.put(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Write a character by its number, as it came."""
        self.put(f"&#{name};")

    def _link(self, attrs: Mapping[str, str | None]) -> None:
        address = attrs.get("href") or ""
        if "headerlink" in (attrs.get("class") or ""):
            self.within.append("a")
            return
        self.links.append(address.startswith(("https:", "http:")))
        if self.links[-1]:
            self.put(f'<a href="{escape(address)}">')

    def _picture(self, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("src") or ""
        if not address.startswith("data:"):
            address = _as_data(self.folder, address)
        if address:
            self.put(_tag("img", [("src", address), *(pair for pair in attrs if pair[0] != "src")]))


def _tag(tag: str, attrs: list[tuple[str, str | None]], end: str = "") -> str:
    kept = "".join(
        f" {name}" if value is None else f' {name}="{escape(value)}"'
        for name, value in attrs
        if name not in _REFERRING and not name.startswith("on") and "url(" not in (value or "")
    )
    return f"<{tag}{kept}{end}>"


def _as_data(folder: Path, address: str) -> str:
    """Return the picture at an address relative to ``folder`` as data; nothing if it is not there."""
    file = folder / unquote(address)
    if ":" in address or not file.is_file():
        return ""
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode('ascii')}"
