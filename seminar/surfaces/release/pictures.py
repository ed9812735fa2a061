"""Figures as PNG, for places that take no SVG: drawn with the same fonts on every machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import matplotlib
import resvg_py
from matplotlib.font_manager import get_font

from seminar.figures.style import MEASURING_FONT
from seminar.figures.svg import concrete, parsed, serialised

ZOOM = 3
"""Pixels to a unit of the figure, which is 360 wide: sharp on a screen of twice the usual density."""

_FONTS = [
    str(Path(matplotlib.get_data_path(), "fonts", "ttf", name))
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf")
]


def png(svg: str) -> tuple[bytes, list[str]]:
    """Return a figure of a page (from ``to_svg``) as PNG in light colours, the same bytes each time.

    And the texts that are left out of it, each once: those with letters that its font does not have, such as
    Chinese ones.
    """
    root = parsed(svg)
    missing: list[str] = []
    for parent in list(root.iter()):
        for element in [child for child in parent if child.tag == "text"]:
            text = "".join(element.itertext())
            if not all(map(_drawn, text)):
                missing.append(text)
                parent.remove(element)
    drawn = resvg_py.svg_to_bytes(
        svg_string=concrete(serialised(root)),
        zoom=ZOOM,
        skip_system_fonts=True,
        font_files=_FONTS,
        font_family=MEASURING_FONT,
        sans_serif_family=MEASURING_FONT,
    )
    return bytes(drawn), list(dict.fromkeys(missing))


@cache
def _drawn(letter: str) -> bool:
    return letter.isspace() or bool(get_font(_FONTS[0]).get_char_index(ord(letter)))
