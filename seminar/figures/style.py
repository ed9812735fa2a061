"""The book's one look for figures: colours in both themes, sizes, and labels that stand at their lines.

A figure is 360 units wide, so that on a telephone a unit is about a pixel. Colours are drawn in their light
value; the exporter (``seminar.figures.svg``) turns each into a variable of the page, which the theme sets.
"""

from __future__ import annotations

import math
import unicodedata
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import matplotlib as mpl
from cycler import cycler
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.text import Annotation


@dataclass(frozen=True)
class Colour:
    """One colour of the book: the page's variable, and its value on the light and on the dark page."""

    variable: str
    light: str
    dark: str


PALETTE: Mapping[str, Colour] = MappingProxyType(
    {
        "China": Colour("--seminar-china", "#a8101a", "#fa6a3c"),
        "Russia": Colour("--seminar-russia", "#123a8c", "#6a94ff"),
        "United States": Colour("--seminar-united-states", "#9350d8", "#d9a6e5"),
        "European Union": Colour("--seminar-european-union", "#008070", "#7fe8dc"),
        "Ukraine": Colour("--seminar-ukraine", "#9a6200", "#f7e07a"),
        "World": Colour("--seminar-world", "#4d4d4d", "#a39d98"),
        "ink": Colour("--seminar-ink", "#222832", "#ced6dd"),
        "muted": Colour("--seminar-muted", "#48566b", "#9ca4af"),
        "grid": Colour("--seminar-grid", "#d3d8de", "#3a4452"),
        "accent": Colour("--seminar-accent", "#0a7d91", "#3fb1c5"),
        "page": Colour("--seminar-page", "#ffffff", "#121212"),
    }
)
"""Every colour that a figure may use. Actors keep theirs throughout the book; ``page`` is the background."""

colours: Mapping[str, str] = MappingProxyType({name: colour.light for name, colour in PALETTE.items()})
"""Colour by name, as authors write it: ``ax.plot(x, y, color=colours["China"])``."""


def palette_css() -> str:
    """Return the figures' colours as variables of the page.

    The chosen theme decides, without one the device; in print they are light.
    """

    def rule(selector: str, shade: str) -> str:
        body = "".join(f"{colour.variable}:{getattr(colour, shade)};" for colour in PALETTE.values())
        return f"{selector}{{{body}}}"

    dark, light = "html:not([data-theme=light])", "html[data-theme],html:not([data-theme])"
    return "\n".join(
        [
            rule(":root", "light"),
            f"@media (prefers-color-scheme:dark){{{rule(dark, 'dark')}}}",
            rule("html[data-theme=dark]", "dark"),
            f"@media print{{{rule(light, 'light')}}}",
        ]
    )


WIDTH, HEIGHT = 5.0, 3.2
"""Inches; 72 units each."""

TEXT_SIZE = 11.5
MEASURING_FONT = "DejaVu Sans"
"""Comes with matplotlib and is wider than the fonts of a page: what fits in it fits on the page."""

_STYLE: dict[Any, Any] = {
    "figure.figsize": (WIDTH, HEIGHT),
    "figure.constrained_layout.use": True,
    "figure.facecolor": "none",
    "savefig.facecolor": "none",
    "axes.facecolor": "none",
    "axes.edgecolor": colours["muted"],
    "axes.labelcolor": colours["ink"],
    "axes.linewidth": 1.0,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "axes.axisbelow": True,
    "axes.spines.left": False,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlecolor": colours["ink"],
    "axes.titleweight": "normal",
    "axes.titlepad": 8.0,
    "axes.prop_cycle": cycler(color=[colours[name] for name in ("ink", "accent", "muted")]),
    "axes.unicode_minus": True,
    "axes.formatter.useoffset": False,
    "axes.formatter.limits": (-9, 12),
    "grid.color": colours["grid"],
    "grid.linewidth": 0.8,
    "hatch.color": colours["muted"],
    "patch.edgecolor": colours["ink"],
    "patch.force_edgecolor": False,
    "lines.linewidth": 2.0,
    "lines.markersize": 5.0,
    "lines.solid_capstyle": "round",
    "legend.frameon": False,
    "text.color": colours["ink"],
    "text.parse_math": False,
    "xtick.color": colours["muted"],
    "xtick.labelcolor": colours["ink"],
    "xtick.major.size": 4.0,
    "ytick.color": colours["muted"],
    "ytick.labelcolor": colours["ink"],
    "ytick.major.size": 0.0,
    "font.family": [MEASURING_FONT],
    "font.size": TEXT_SIZE,
    "axes.labelsize": TEXT_SIZE,
    "axes.titlesize": TEXT_SIZE,
    "xtick.labelsize": TEXT_SIZE,
    "ytick.labelsize": TEXT_SIZE,
    "legend.fontsize": TEXT_SIZE,
    "path.simplify": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "seminar",
}


def use_style() -> None:
    """Give matplotlib the book's look for every figure that follows. Each chapter calls it in its first cell.

    The warning about glyphs that matplotlib's own font lacks (Chinese) is silenced: text stays text in the
    SVG, and the reader's fonts draw it.
    """
    mpl.rcParams.update(_STYLE)
    warnings.filterwarnings("ignore", message=_GLYPH_WARNING)


_GLYPH_WARNING = r"Glyph \d+ .* missing from font"


@contextmanager
def styled() -> Iterator[None]:
    """Apply the look within a ``with`` block, for drawing that must not depend on ``use_style()``."""
    with mpl.rc_context(_STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=_GLYPH_WARNING)
        yield


@lru_cache(maxsize=4096)
def _advance(character: str, weight: str) -> float:
    font = font_manager.get_font(
        font_manager.findfont(font_manager.FontProperties(family=MEASURING_FONT, weight=weight))
    )
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF" or not font.get_char_index(ord(character)):
        return 1.0
    font.set_size(100, 72)
    return float(font.load_char(ord(character)).linearHoriAdvance) / 65536 / 100


def text_width(text: str, size: float = TEXT_SIZE, weight: str = "normal") -> float:
    """Return the width of one line of ``text`` in the units of ``size``; East Asian signs are square."""
    return size * sum(_advance(character, weight) for character in text)


def label_line(
    ax: Axes, x: Any, y: float, text: str, colour: str, *, side: str = "right", shift: float = 0.0
) -> Annotation:
    """Write ``text`` in ``colour`` beside the point (``x``, ``y``) of the data, in place of a legend.

    ``side`` is ``right``, ``left``, ``above`` or ``below``; ``shift`` moves the text up, in points.
    """
    places = {
        "right": ((7, 0), "left", "center"),
        "left": ((-7, 0), "right", "center"),
        "above": ((0, 6), "center", "bottom"),
        "below": ((0, -6), "center", "top"),
    }
    if side not in places:
        raise ValueError(f"side is {side!r}; it must be one of {', '.join(places)}")
    (dx, dy), horizontal, vertical = places[side]
    return ax.annotate(
        text,
        (x, y),
        xytext=(dx, dy + shift),
        textcoords="offset points",
        ha=horizontal,
        va=vertical,
        color=colour,
        annotation_clip=False,
    )


def label_ends(ax: Axes, labels: Mapping[str, tuple[Any, float, str]]) -> list[Annotation]:
    """Write each text to the right of its point, moved up or down where texts would touch.

    ``labels`` maps a text to (x, y, colour). Call it after the last change of the axes' limits. Returns the
    annotations in the order of ``labels``.
    """
    figure = ax.get_figure(root=True)
    if figure is None:
        raise ValueError("these axes belong to no figure any more")
    with styled():
        figure.draw_without_rendering()
    # The height in the axes does not depend on x, which may be a date.
    wanted = [
        float(ax.get_yaxis_transform().transform((0, y))[1]) * 72 / figure.dpi for _, y, _ in labels.values()
    ]
    placed = spread(wanted, TEXT_SIZE * 1.15)
    return [
        label_line(ax, x, y, text, colour, shift=to - at)
        for (text, (x, y, colour)), at, to in zip(labels.items(), wanted, placed, strict=True)
    ]


def spread(
    wanted: Sequence[float], gap: float, low: float = -math.inf, high: float = math.inf
) -> list[float]:
    """Return positions at least ``gap`` apart, in the order of ``wanted``, nearest to it in least squares.

    All lie from ``low`` to ``high``; raises ValueError where so many do not fit.
    """
    last = len(wanted) - 1
    if high - low < last * gap:
        raise ValueError(f"{len(wanted)} positions, {gap:g} apart, do not fit between {low:g} and {high:g}")
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    # Pool adjacent violators: a block holds labels that touch, and sits where they want to be on average.
    blocks: list[tuple[float, int]] = []
    for rank, i in enumerate(order):
        total, count = wanted[i] - rank * gap, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            before, members = blocks.pop()
            total, count = total + before, count + members
        blocks.append((total, count))
    bases = [total / count for total, count in blocks for _ in range(count)]
    placed = [0.0] * len(wanted)
    for rank, (i, base) in enumerate(zip(order, bases, strict=True)):
        placed[i] = min(max(base, low), high - last * gap) + rank * gap
    return placed
