"""A matplotlib figure as SVG for the page: text as text, colours of the theme, the same bytes every time."""

from __future__ import annotations

import hashlib
import html
import io
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import count
from typing import TypeAlias
from xml.etree import ElementTree as ET

from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import FuncFormatter, LogFormatterMathtext, NullFormatter

from seminar.figures.style import PALETTE, styled, text_width
from seminar.tables import near

SVG = "http://www.w3.org/2000/svg"
"""The namespace."""
_XLINK = "{http://www.w3.org/1999/xlink}href"
_VARIABLE = {colour.light: f"var({colour.variable}, {colour.light})" for colour in PALETTE.values()}
_VARIABLE["#000000"] = _VARIABLE[PALETTE["ink"].light]
_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")
_NUMBER = re.compile(r"-?\d+\.\d+(?:e[-+]?\d+)?|-0\b")


class FigureError(ValueError):
    """A figure that the book cannot show as it is; the message says what to change."""


def to_svg(fig: Figure) -> str:
    """Return ``fig`` as one ``<svg>`` element for inlining in a page.

    Class ``seminar-figure``, a ``viewBox`` in points (1/72 inch, y downwards) and no size of its own; colours
    are ``var(--seminar-…, #hex)``, text is text in the page's font, the background is transparent. A ``gid``
    that an artist was given stays as ``data-gid``; other ids are ``<prefix>-<n>`` with a prefix made from the
    content (see ``prefixed``). Numbers have at most two decimals. The figure stays open.

    Raises FigureError for a colour outside the palette, an image, and a ``gid`` given twice.
    """
    gids = [gid for artist in fig.findobj() if (gid := artist.get_gid()) is not None]
    twice = sorted(gid for gid, times in Counter(gids).items() if times > 1)
    if twice:
        raise FigureError(
            f"gid {', '.join(map(repr, twice))} is given to more than one artist; make each unique"
        )
    _plain_powers(fig)
    root = ET.fromstring(_saved(fig))
    if root.find(f".//{{{SVG}}}image") is not None:
        raise FigureError("an image (imshow) is not text and lines: draw bars, lines or pcolormesh instead")
    _clean(root, set(gids))
    _number_ids(root)
    text = serialised(root)
    return text.replace(_PENDING, "f" + hashlib.sha256(text.encode()).hexdigest()[:8])


def _plain_powers(fig: Figure) -> None:
    """Write 10000 on logarithmic axes where matplotlib would write a formula: here a dollar sign is money."""
    for ax in fig.axes:
        for axis in (ax.xaxis, ax.yaxis):
            if isinstance(axis.get_major_formatter(), LogFormatterMathtext):
                axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:.12g}"))
                axis.set_minor_formatter(NullFormatter())


def _saved(fig: Figure) -> str:
    buffer = io.StringIO()
    engine, dpi = fig.get_layout_engine(), fig.dpi
    with styled():
        try:
            fig.dpi = 72
            if isinstance(engine, ConstrainedLayoutEngine):
                _settle(fig)
                fig.set_layout_engine("none")
            fig.savefig(buffer, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
        finally:
            fig.set_layout_engine(engine)
            fig.dpi = dpi
    return buffer.getvalue()


_Places: TypeAlias = list[tuple[float, float, float, float]]
_begin_at: ContextVar[_Places | None] = ContextVar("_begin_at", default=None)


@contextmanager
def same_layout() -> Iterator[None]:
    """Within it, each figure's layout begins where the one before stood still: for many states of one figure.

    A figure whose layout differs still settles on its own; one that does not takes one pass instead of four.
    """
    token = _begin_at.set([])
    try:
        yield
    finally:
        _begin_at.reset(token)


def _settle(fig: Figure) -> None:
    """Draw until the layout stands still: each pass starts from the one before, so one is not enough."""
    known = _begin_at.get()
    before = known if known is not None and len(known) == len(fig.axes) else []
    for ax, bounds in zip(fig.axes, before, strict=False):
        ax.set_position(bounds)
        ax.set_in_layout(True)  # set_position takes it out
    for _ in range(10):
        fig.draw_without_rendering()
        now = [ax.get_position().bounds for ax in fig.axes]
        if now and before and all(math.dist(a, b) < 1e-7 for a, b in zip(now, before, strict=True)):
            break
        before = now
    if known is not None:
        _begin_at.set(before)


_PENDING = "pending-prefix"


def prefixed(svg: str, prefix: str) -> str:
    """Return ``svg`` (from ``to_svg``, or a part of it) with its ids under another prefix.

    For a page with a figure twice; also for one attribute's value, such as ``#f01234567-1``.
    """
    return re.sub(r'((?:\bid="|href="#|url\(#|^#))f[0-9a-f]{8}-(?=\d)', rf"\g<1>{prefix}-", svg)


def without(svg: str, gids: Iterable[str]) -> tuple[str, dict[str, str]]:
    """Return ``svg`` (from ``to_svg``) without the marks of these gids, and the markup of each by its gid.

    An empty ``<g data-gid="…">`` stays where each mark was. What the marks share with others, such as the
    shape of a marker, stays too. Raises FigureError for a gid that the figure does not have.
    """
    root = parsed(svg)
    found = {element.get("data-gid"): element for element in root.iter() if "data-gid" in element.attrib}
    fragments = {}
    for gid in gids:
        if gid not in found:
            raise FigureError(f"the figure has no mark {gid!r}{near(gid, marks(svg))}")
        fragments[gid] = ET.tostring(found[gid], encoding="unicode")
        found[gid][:] = []
        found[gid].attrib = {"data-gid": gid}
    return serialised(root), fragments


def without_lost(svg: str) -> str:
    """Return ``svg`` without the definitions that nothing in it uses, which taken out marks left behind."""
    used = set(re.findall(r'(?:href="#|url\(#)([\w-]+)', svg))
    root = parsed(svg)
    for definitions in root.iter("defs"):
        definitions[:] = [each for each in definitions if each.get("id") in used]
    return serialised(root)


def marks(svg: str) -> list[str]:
    """Return the gids of ``svg``, in the order in which they are drawn."""
    return [html.unescape(gid) for gid in re.findall(r'data-gid="([^"]*)"', svg)]


def parsed(svg: str) -> ET.Element:
    """Return ``svg`` as elements with plain names; ``ET.tostring`` of one is what stands in the page."""
    root = ET.fromstring(svg)
    for element in root.iter():
        element.tag = _local(element)
    return root


def concrete(svg: str) -> str:
    """Return ``svg`` for a place without the book's style sheet: light colours, a ground, a size, a font."""
    svg = re.sub(r"var\(--[a-z-]+, (#[0-9a-f]{6})\)", r"\1", svg)
    width, height = view_box(svg)
    head, _, rest = svg.partition(">")
    head = head.replace('style="', 'style="font-family:system-ui,sans-serif;', 1)
    ground = f'<path fill="{PALETTE["page"].light}" d="M0 0H{width:g}V{height:g}H0z"/>'
    return f'{head} width="{width:g}" height="{height:g}">{ground}{rest}'


def view_box(svg: str) -> tuple[float, float]:
    """Return the width and height of ``svg`` in its own units."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if found is None:
        raise ValueError("no viewBox: not an SVG that to_svg made")
    return float(found[1]), float(found[2])


@dataclass(frozen=True)
class TextBox:
    """Where one line of text stands, in the viewBox, y downwards; rotated text by its outer box."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: TextBox) -> float:
        """Return by how many units the boxes intrude on each other (the smaller direction), or 0."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, min(across, down))


def text_boxes(svg: str) -> list[TextBox]:
    """Return the box of each text of ``svg`` (from ``to_svg``), measured in a font wider than most pages'."""
    root = ET.fromstring(svg)
    base = _style(root).get("font-size", "11.5px")
    boxes = []
    for element in root.iter(f"{{{SVG}}}text"):
        style = _style(element)
        text = "".join(element.itertext())
        size = float(style.get("font-size", base).removesuffix("px"))
        width = text_width(text, size, "bold" if style.get("font-weight") in ("bold", "700") else "normal")
        x, y = float(element.get("x", 0)), float(element.get("y", 0))
        start = {"middle": -width / 2, "end": -width}.get(style.get("text-anchor", ""), 0.0)
        corners = [(x + dx, y + dy) for dx in (start, start + width) for dy in (-0.76 * size, 0.2 * size)]
        corners = _rotated(corners, element.get("transform", ""))
        across, down = zip(*corners, strict=True)
        boxes.append(TextBox(text, min(across), min(down), max(across), max(down)))
    return boxes


def _rotated(corners: list[tuple[float, float]], transform: str) -> list[tuple[float, float]]:
    found = re.fullmatch(r"rotate\((\S+) (\S+) (\S+)\)", transform)
    if found is None:
        return corners
    angle, x0, y0 = math.radians(float(found[1])), float(found[2]), float(found[3])
    cos, sin = math.cos(angle), math.sin(angle)
    return [(x0 + (x - x0) * cos - (y - y0) * sin, y0 + (x - x0) * sin + (y - y0) * cos) for x, y in corners]


def _clean(root: ET.Element, gids: set[str]) -> None:
    """Keep what draws and what authors named; everything that only describes the drawing goes."""
    width, height = root.attrib["viewBox"].split()[2:]
    for element in root.iter():
        _clean_attributes(element, gids)
    _drop(root, lambda e: _local(e) == "metadata" or (_local(e) == "defs" and _has_style_sheet(e)))
    _inline_areas(root, float(height))
    _gather_definitions(root)
    _drop(root, _draws_nothing)
    _share_styles(root)
    _flatten(root)
    base = _base_size(root)
    for element in root.iter():
        style = _style(element)
        if _local(element) == "text" and style.get("font-size") == base:
            del style["font-size"]
            _set_style(element, style)
    root.attrib.clear()
    root.attrib.update(
        {
            "class": "seminar-figure",
            "viewBox": f"0 0 {_short(width)} {_short(height)}",
            "style": f"font-size:{base};fill:{_VARIABLE['#000000']};stroke-linejoin:round",
        }
    )


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _style(element: ET.Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in element.get("style", "").split(";") if part.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def _set_style(element: ET.Element, style: dict[str, str]) -> None:
    element.attrib.pop("style", None)
    if style:
        element.set("style", ";".join(f"{name}:{value}" for name, value in style.items()))


def _clean_attributes(element: ET.Element, gids: set[str]) -> None:
    attributes = element.attrib
    gid = attributes.get("id")
    if gid in gids:
        attributes["data-gid"] = attributes.pop("id")
    elif _local(element) == "g":
        attributes.pop("id", None)
    if _XLINK in attributes:
        attributes["href"] = attributes.pop(_XLINK)
    if re.fullmatch(r"rotate\(-?0(\.0+)? .*\)", attributes.get("transform", "")):
        del attributes["transform"]
    for name in ("d", "x", "y", "width", "height", "transform", "points"):
        if name in attributes:
            attributes[name] = _short(attributes[name])
    if "d" in attributes:
        attributes["d"] = re.sub(r"\s*([A-Za-z])\s*", r"\1", " ".join(attributes["d"].split()))
    style = _style(element)
    style.pop("font-family", None)
    _set_style(element, {name: _themed(_short(value)) for name, value in style.items()})
    for name in ("fill", "stroke"):
        if name in attributes:
            attributes[name] = _themed(attributes[name])


def _short(text: str) -> str:
    def shorter(found: re.Match[str]) -> str:
        number = f"{float(found[0]):.2f}".rstrip("0").rstrip(".")
        return "0" if number == "-0" else number

    return _NUMBER.sub(shorter, text)


def _themed(value: str) -> str:
    def variable(found: re.Match[str]) -> str:
        colour = found[0].lower()
        if colour not in _VARIABLE:
            raise FigureError(
                f"colour {colour} would not follow the dark theme: use colours[…] "
                f"({', '.join(PALETTE)}), with alpha= for a lighter shade"
            )
        return _VARIABLE[colour]

    return _HEX.sub(variable, value)


def _has_style_sheet(element: ET.Element) -> bool:
    return any(_local(child) == "style" for child in element)


def _draws_nothing(element: ET.Element) -> bool:
    if _local(element) == "g":
        return len(element) == 0 and "data-gid" not in element.attrib
    style = _style(element)
    return _local(element) == "path" and style.get("fill") == "none" and style.get("stroke", "none") == "none"


def _drop(parent: ET.Element, unwanted: Callable[[ET.Element], bool]) -> None:
    for child in list(parent):
        _drop(child, unwanted)
        if unwanted(child):
            parent.remove(child)


def _inline_areas(root: ET.Element, height: float) -> None:
    """Draw filled areas in their place: matplotlib defines them below the picture and uses them moved up."""
    templates = {
        f"#{e.get('id')}": e for defs in root.iter(f"{{{SVG}}}defs") for e in defs if _local(e) == "path"
    }
    uses = [(use.get("href", ""), use) for use in root.iter(f"{{{SVG}}}use")]
    elsewhere = {name for name, use in uses if not _from_below(use, height)}
    for name, use in uses:
        if name in templates and _from_below(use, height):
            use.tag = f"{{{SVG}}}path"
            use.attrib = {
                "d": _lowered(templates[name].get("d", ""), height),
                **{key: value for key, value in use.attrib.items() if key not in ("x", "y", "href")},
            }
    inlined = {name for name, _ in uses} - elsewhere
    for defs in root.iter(f"{{{SVG}}}defs"):
        defs[:] = [e for e in defs if f"#{e.get('id')}" not in inlined]


def _from_below(use: ET.Element, height: float) -> bool:
    return float(use.get("x", 0)) == 0 and abs(float(use.get("y", 0)) - height) < 0.01


def _lowered(path: str, height: float) -> str:
    """Return the path, of pairs of coordinates alone, moved down by ``height``."""
    turn = count()

    def moved(found: re.Match[str]) -> str:
        return _short(f"{float(found[0]) + height:.2f}") if next(turn) % 2 else found[0]

    return re.sub(r"-?\d+(?:\.\d+)?", moved, path)


def _gather_definitions(root: ET.Element) -> None:
    """Hold all that marks share in one place, so that a group can be taken out without harm to others."""
    gathered = ET.Element(f"{{{SVG}}}defs")
    for defs in list(root.iter(f"{{{SVG}}}defs")):
        gathered.extend(list(defs))
        defs[:] = []
    _drop(root, lambda e: _local(e) == "defs")
    if len(gathered):
        root.insert(0, gathered)


def _share_styles(root: ET.Element) -> None:
    """A group whose marks all look alike says so once. A mark's template repeats what its uses say."""
    for defs in root.iter(f"{{{SVG}}}defs"):
        for template in defs:
            template.attrib.pop("style", None)
    for group in root.iter(f"{{{SVG}}}g"):
        marks = [child for child in group if _local(child) == "use"]
        looks = {mark.get("style", "") for mark in marks}
        others = [child for child in group if _local(child) not in ("use", "defs")]
        if len(marks) > 1 and len(looks) == 1 and not others and "style" not in group.attrib:
            group.set("style", looks.pop())
            for mark in marks:
                mark.attrib.pop("style", None)


def _flatten(parent: ET.Element) -> None:
    children = []
    for child in list(parent):
        _flatten(child)
        children += list(child) if _local(child) == "g" and not child.attrib else [child]
    parent[:] = children


def _base_size(root: ET.Element) -> str:
    sizes = Counter(
        _style(element)["font-size"]
        for element in root.iter(f"{{{SVG}}}text")
        if "font-size" in _style(element)
    )
    return sizes.most_common(1)[0][0] if sizes else "11.5px"


def _number_ids(root: ET.Element) -> None:
    names = {
        element.attrib["id"]: f"{_PENDING}-{number}"
        for number, element in enumerate((e for e in root.iter() if "id" in e.attrib), start=1)
    }
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, names[value])
            elif name == "href" and value[1:] in names:
                element.set(name, "#" + names[value[1:]])
            elif "url(#" in value:
                element.set(name, re.sub(r"url\(#([^)]+)\)", lambda m: f"url(#{names[m[1]]})", value))


def serialised(root: ET.Element) -> str:
    """Return the text of the whole picture, once its elements are as they shall be."""
    for element in root.iter():
        element.tag = _local(element)
        if element.tag not in ("text", "tspan"):
            element.text = None
        element.tail = None
    root.attrib = {"xmlns": SVG, **root.attrib}
    return ET.tostring(root, encoding="unicode")
