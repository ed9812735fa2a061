"""A figure with sliders and choices: a model sampled over every position, for a page that looks states up.

The page has no code for charts. It holds the figure of the first state and, for each attribute of a mark that
any state changes, its values and which of them each state takes.
"""

from __future__ import annotations

import gzip
import inspect
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from itertools import product
from math import prod
from typing import Any, TypeAlias
from xml.etree import ElementTree as ET

import matplotlib as mpl

from seminar.figures.chart import Chart
from seminar.figures.svg import FigureError, parsed, same_layout, serialised

Grid: TypeAlias = dict[str, Any]

MOST_PARAMETERS = 3
MOST_STATES = 1000
MOST_BYTES = 40_000
"""Of the grid as JSON, gzipped: 40 kB."""

_INSIDE = "markup"
_CONTENT = "text"


@dataclass(frozen=True)
class Parameter:
    """One control: the values that it can take, and how each reads; ``initial`` is a position among them."""

    name: str
    label: str
    kind: str
    values: tuple[Any, ...]
    texts: tuple[str, ...]
    initial: int

    def value(self, given: object) -> Any:
        """Return what the model is called with for ``given``: a value, or its text.

        Raises FigureError for what the control cannot say, such as a number beyond the slider's ends.
        """
        if self.kind == "choice":
            for value, text in zip(self.values, self.texts, strict=True):
                if given in (value, text):
                    return value
            raise FigureError(f"{self.name} is {given!r}; it can be {', '.join(self.texts)}")
        number, low, high = _decimal(given), _decimal(self.values[0]), _decimal(self.values[-1])
        assert low is not None
        assert high is not None
        if number is None or not low <= number <= high:
            raise FigureError(f"{self.name} is {given!r}; it can be {low:f} to {high:f}")
        return _number(number)

    def data(self) -> dict[str, Any]:
        """Return the control as JSON."""
        return {**vars(self), "values": list(self.values), "texts": list(self.texts)}


class Explorable:
    """A model and its figure in every state, made by ``explore``; shows itself as its first figure.

    ``chart`` is that one. ``grid`` is JSON: ``parameters``; ``marks``, each with ``gid``, ``at`` (positions
    of child elements, from the mark down), ``attribute`` (or ``text``, or ``markup`` for all that is inside),
    ``values`` and ``states`` (for each state the position of its value); ``numbers`` and ``numberStates``
    likewise. States count row by row: the last parameter runs fastest. An attribute that is not there is "".
    """

    def __init__(
        self,
        model: Callable[..., Chart],
        parameters: Sequence[Parameter],
        chart: Chart,
        grid: Grid,
        first: _Picture,
        definitions: dict[str, int],
    ) -> None:
        self.model, self.parameters, self.chart, self.grid = model, tuple(parameters), chart, grid
        self._first, self._definitions = first, definitions
        # A value asked for later is drawn in the look that the grid was drawn in.
        self._look: Any = {name: value for name, value in mpl.rcParams.items() if name != "backend"}

    def data(self) -> dict[str, Any]:
        """Return the figure as JSON for an exercise: as ``Chart.data``, and ``grid``."""
        return {**self.chart.data(), "grid": self.grid}

    def state(self, **values: object) -> dict[str, Any]:
        """Call the model for any values, by name, and return what its figure has where the grid's differ.

        ``{"marks": [{"gid", "at", "attribute", "value"}…], "numbers": table}``. Raises FigureError for values
        that no control can take, and for a figure that the page could not make from the one that it has.
        """
        if values.keys() != {each.name for each in self.parameters}:
            names = ", ".join(each.name for each in self.parameters)
            raise FigureError(f"the figure has the parameters {names}: give each of them once")
        given = {each.name: each.value(values[each.name]) for each in self.parameters}
        with mpl.rc_context(self._look):
            chart = _called(self.model, given)
        definitions = dict(self._definitions)
        picture = _picture(chart, definitions, _words(given))
        _compare(self._first, picture)
        if len(definitions) > len(self._definitions):
            raise FigureError(
                f"at {picture.words} the figure has a marker of a shape that no position of the sliders has: "
                "choose their steps so that one does"
            )
        places = [(mark["gid"], tuple(mark["at"]), mark["attribute"]) for mark in self.grid["marks"]]
        whole = {gid for gid, _, attribute in places if attribute == _INSIDE}
        for gid in {**self._first.marks, **picture.marks}:
            for at, attribute in _differing([self._first, picture], gid):
                if (gid, at, attribute) not in places and gid not in whole:
                    raise FigureError(
                        f"at {picture.words} the mark {gid!r} changes in a way that no position of the "
                        "sliders has: choose their steps so that one does"
                    )
        return {
            "marks": [
                {"gid": gid, "at": list(at), "attribute": name, "value": picture.value(gid, at, name)}
                for gid, at, name in places
            ],
            "numbers": chart.numbers.data(),
        }

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return self.chart._repr_mimebundle_(include, exclude)

    def __repr__(self) -> str:
        return f"Explorable over {' × '.join(f'{p.name} ({len(p.values)})' for p in self.parameters)}"


def explore(
    model: Callable[..., Chart],
    *,
    labels: Mapping[str, str] | None = None,
    units: Mapping[str, str] | None = None,
    **parameters: Sequence[Any],
) -> Explorable:
    """Sample ``model``, a function that returns ``chart(…)``, over every position of its controls.

    A parameter is ``(start, stop, step)``, both ends included, for a slider, or a list of texts or numbers
    for a choice; one to three of them. The figure begins with the default values in the model's signature, or
    else with the first. ``labels`` gives a parameter's name for readers, ``units`` what stands behind it
    (such as ``"% a year"``).

    Every mark that differs between states needs a ``gid``; all else, the axes above all, must stay as it is.
    Raises FigureError, which names what changed and the remedy; also for a grid of more than 40 kB gzipped.
    """
    controls = _controls(model, parameters, labels or {}, units or {})
    states = [dict(zip(parameters, values, strict=True)) for values in product(*(c.values for c in controls))]
    begin = {control.name: control.values[control.initial] for control in controls}
    with same_layout():
        charts = [_called(model, values) for values in states]
    start = states.index(begin)
    definitions: dict[str, int] = {}
    first = _picture(charts[start], definitions, _words(begin))
    pictures = [
        first if values is states[start] else _picture(chart, definitions, _words(values))
        for values, chart in zip(states, charts, strict=True)
    ]
    for picture in pictures:
        _compare(first, picture)
    order = _order(first, pictures)
    grid: Grid = {
        "parameters": [control.data() for control in controls],
        "marks": [_mark(pictures, gid, *place) for gid in order for place in _differing(pictures, gid)],
        **_numbers(charts),
    }
    _check_size(grid, controls)
    chart = replace(charts[start], svg=_whole(first, pictures, order, definitions))
    return Explorable(model, controls, chart, grid, first, definitions)


# -- the controls


def _controls(
    model: Callable[..., Chart],
    parameters: Mapping[str, Sequence[Any]],
    labels: Mapping[str, str],
    units: Mapping[str, str],
) -> list[Parameter]:
    if not callable(model):
        raise FigureError(f"the model is a {type(model).__name__}: give a function that returns chart(…)")
    if not 1 <= len(parameters) <= MOST_PARAMETERS:
        raise FigureError(f"explore() has {len(parameters)} parameters: give 1 to {MOST_PARAMETERS}")
    for what, names in (("labels", labels), ("units", units)):
        if unknown := sorted(set(names) - set(parameters)):
            raise FigureError(f"{what} names {', '.join(unknown)}, which is no parameter of explore()")
    signature = inspect.signature(model)
    try:
        signature.bind(**dict.fromkeys(parameters))
    except TypeError as error:
        raise FigureError(
            f"the model cannot be called with {', '.join(parameters)} ({error}): explore() has to name "
            "each of its parameters"
        ) from None
    controls = []
    for name, given in parameters.items():
        default = (
            signature.parameters[name].default if name in signature.parameters else inspect.Parameter.empty
        )
        label = labels.get(name, name.replace("_", " ").capitalize())
        controls.append(_control(name, label, given, units.get(name, ""), default))
    size = prod(len(control.values) for control in controls)
    if size > MOST_STATES:
        raise FigureError(
            f"explore() has {size} states ({_counted(controls)}), over {MOST_STATES}: {_coarser(controls)}"
        )
    return controls


def _control(name: str, label: str, given: Sequence[Any], unit: str, default: Any) -> Parameter:
    texts: Sequence[str]
    if isinstance(given, tuple):
        kind, numbers = "slider", _steps(name, given)
        places = max(0, *(-int(number.as_tuple().exponent) for number in numbers))
        values, texts = tuple(map(_number, numbers)), [f"{number:.{places}f}" for number in numbers]
        texts = [text.replace("-", "\N{MINUS SIGN}") for text in texts]
        wanted: Any = _decimal(default)
        known: list[Any] = numbers
    elif isinstance(given, list) and len(given) > 1:
        kind, values, texts = "choice", tuple(given), [str(value) for value in given]
        if len(set(texts)) < len(texts):
            raise FigureError(f"{name} lists a choice twice: take one out")
        wanted, known = default, given
    else:
        raise FigureError(
            f"{name} is {given!r}: write (start, stop, step) for a slider, or a list of two or more to choose"
        )
    initial = 0
    if default is not inspect.Parameter.empty:
        if wanted not in known:
            raise FigureError(f"the model's default {name}={default!r} is no position of its control")
        initial = known.index(wanted)
    return Parameter(name, label, kind, values, tuple(f"{text} {unit}".strip() for text in texts), initial)


def _steps(name: str, given: tuple[Any, ...]) -> list[Decimal]:
    numbers = [number for each in given if (number := _decimal(each)) is not None]
    if len(given) != 3 or len(numbers) != 3:
        raise FigureError(f"{name} is {given!r}: write (start, stop, step), three numbers")
    start, stop, step = numbers
    if step <= 0 or stop <= start:
        raise FigureError(f"{name} is {given!r}: stop must lie above start, and step above nothing")
    count, rest = divmod(stop - start, step)
    if rest:
        raise FigureError(
            f"{name} is {given!r}: steps of {step} from {start} miss {stop}; end at {start + count * step}"
        )
    if count >= MOST_STATES:
        raise FigureError(f"{name} has {count + 1} positions, over {MOST_STATES}: take a larger step")
    return [start + i * step for i in range(int(count) + 1)]


def _decimal(given: object) -> Decimal | None:
    """Return a number, or a text that says one, exactly as it is written; None for anything else."""
    if isinstance(given, bool):
        return None
    try:
        number = Decimal(str(given).strip().replace(",", "."))
    except InvalidOperation:
        return None
    return number.normalize() + 0 if number.is_finite() else None


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _words(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={value!r}" for name, value in values.items())


def _counted(controls: Sequence[Parameter]) -> str:
    return " × ".join(f"{control.name} {len(control.values)}" for control in controls)


def _coarser(controls: Sequence[Parameter]) -> str:
    """Return what to do about too many states: coarsen the control that has most positions."""
    most = max(controls, key=lambda control: len(control.values))
    if most.kind == "choice":
        return f"offer fewer choices of {most.name}"
    step = _decimal(most.values[1]) - _decimal(most.values[0])  # type: ignore[operator]
    return f"coarsen {most.name}, for instance to steps of {(2 * step).normalize():f}"


# -- the states


@dataclass(frozen=True)
class _Picture:
    """One state's figure: what must not change, and each mark apart with its place in it."""

    words: str
    chart: Chart
    skeleton: ET.Element
    marks: Mapping[str, ET.Element]
    places: Mapping[str, tuple[tuple[int, ...], int]]

    def mark(self, gid: str) -> ET.Element:
        """The mark's element; an empty one where this state does not draw it."""
        return self.marks[gid] if gid in self.marks else ET.Element("g", {"data-gid": gid})

    def value(self, gid: str, at: tuple[int, ...], attribute: str) -> str:
        """What the mark has at a place of the grid."""
        element = self.mark(gid)
        if attribute == _INSIDE:
            return "".join(map(_text, element))
        for position in at:
            element = element[position]
        return (element.text or "") if attribute == _CONTENT else element.get(attribute, "")


def _called(model: Callable[..., Chart], values: Mapping[str, Any]) -> Chart:
    try:
        made = model(**values)
    except FigureError as error:
        raise FigureError(f"at {_words(values)}: {error}") from error
    if not isinstance(made, Chart):
        raise FigureError(
            f"at {_words(values)} the model returns a {type(made).__name__}: end it with "
            "return chart(fig, numbers=…, tables=…)"
        )
    return made


def _picture(chart: Chart, definitions: dict[str, int], words: str) -> _Picture:
    """Take a chart apart. ``definitions`` gathers by its content what marks share, and numbers it."""
    root = parsed(chart.svg)
    names = {}
    for defs in root.findall("defs"):
        for element in defs:
            old = element.attrib.pop("id")
            content = _text(element)
            number = definitions.setdefault(content, len(definitions) + 1)
            names[old] = f"{_ID}{number}"
        root.remove(defs)
    marks: dict[str, ET.Element] = {}
    places: dict[str, tuple[tuple[int, ...], int]] = {}

    def part(element: ET.Element, path: tuple[int, ...]) -> None:
        kept: list[ET.Element] = []
        for child in element:
            if gid := child.get("data-gid"):
                marks[gid], places[gid] = child, (path, len(kept))
            else:
                kept.append(child)
                part(child, (*path, len(kept) - 1))
        element[:] = kept

    for element in root.iter():
        for name, value in element.attrib.items():
            if "#" in value:
                element.set(name, re.sub(r"(?<=#)[\w-]+", lambda m: names.get(m[0], m[0]), value))
    part(root, ())
    return _Picture(words, chart, root, marks, places)


_ID = "f00000000-"


def _compare(first: _Picture, other: _Picture) -> None:
    """Raise FigureError where anything but a mark differs."""
    between = f"between {first.words} and {other.words}"
    if len(first.chart.axes) != len(other.chart.axes):
        raise FigureError(f"{between} the number of axes changed: draw the same axes in every state")
    for one, two in zip(first.chart.axes, other.chart.axes, strict=True):
        for name in ("x", "y"):
            if (one[name]["scale"], one[name]["data"]) != (two[name]["scale"], two[name]["data"]):
                was, now = (
                    " to ".join(f"{end:.6g}" if isinstance(end, float) else end for end in axis[name]["data"])
                    for axis in (one, two)
                )
                raise FigureError(
                    f"{between} the {name} axis changed, from {was} into {now}: "
                    f"fix it, ax.set({name}lim=(…, …))"
                )
        if one != two:
            raise FigureError(
                f"{between} the axes moved, because a text outside them needs another room: call "
                "set_in_layout(False) on the text that changes, or place it within the axes"
            )
    if first.chart.tables != other.chart.tables or first.chart.numbers.columns != other.chart.numbers.columns:
        raise FigureError(f"{between} the tables or the columns of the numbers changed: keep them the same")
    if found := _unlike(first.skeleton, other.skeleton):
        raise FigureError(f"{between} {found}")
    for gid, place in other.places.items():
        if gid in first.places and first.places[gid] != place:
            raise FigureError(f"{between} the mark {gid!r} moved behind or before others: keep its zorder")


def _unlike(one: ET.Element, two: ET.Element) -> str:
    """Say what differs first, or nothing where nothing does."""
    if (one.tag, one.attrib, one.text) != (two.tag, two.attrib, two.text):
        if one.tag == "svg":
            return "the size of the figure or of its texts changed: keep them the same"
        return f"{_kind(one)} changed{_became(one, two)}: {_GIVE}"
    if len(one) != len(two):
        longer = max(one, two, key=len)
        place = next((i for i, (x, y) in enumerate(zip(one, two, strict=False)) if _text(x) != _text(y)), -1)
        return f"{_kind(longer[place])} {'came' if longer is two else 'went'}: {_GIVE}"
    return next((found for pair in zip(one, two, strict=True) if (found := _unlike(*pair))), "")


_GIVE = 'give it a gid (gid="…", or set_gid), or, if it is a tick, fix the axis\'s ticks'


def _became(one: ET.Element, two: ET.Element) -> str:
    return f" into {two.text!r}" if one.tag == two.tag == "text" and one.text != two.text else ""


def _kind(element: ET.Element) -> str:
    match element.tag:
        case "text":
            return f"the text {element.text!r} without gid"
        case "use":
            return "a marker without gid"
        case "path" if "fill:none" in element.get("style", ""):
            return "a line without gid"
        case "path":
            return "a bar, span or filled area without gid"
        case _:
            return _kind(element[0]) if len(element) else "a mark without gid"


def _order(first: _Picture, pictures: Sequence[_Picture]) -> list[str]:
    """Return every mark of any state, in the order in which all of them draw."""
    order = list(first.marks)
    for picture in pictures:
        before = 0
        for gid in picture.marks:
            if gid not in order:
                order.insert(before, gid)
            before = order.index(gid) + 1
    for picture in pictures:
        if list(picture.marks) != [gid for gid in order if gid in picture.marks]:
            raise FigureError(
                f"between {first.words} and {picture.words} marks changed the order in which they are drawn: "
                "keep their zorder"
            )
    return order


def _text(element: ET.Element) -> str:
    return ET.tostring(element, encoding="unicode")


def _differing(pictures: Sequence[_Picture], gid: str) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield each place of the mark at which any two of the pictures differ, and the attribute there."""
    elements = [picture.mark(gid) for picture in pictures]
    if len({_shape(element) for element in elements}) > 1:
        yield from (((), name) for name in _attributes(elements))
        yield (), _INSIDE
        return

    def walk(parallel: Sequence[ET.Element], at: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], str]]:
        yield from ((at, name) for name in _attributes(parallel))
        if len({element.text or "" for element in parallel}) > 1:
            yield at, _CONTENT
        for position, children in enumerate(zip(*parallel, strict=True)):
            yield from walk(children, (*at, position))

    yield from walk(elements, ())


def _shape(element: ET.Element) -> tuple[Any, ...]:
    return (element.tag, *map(_shape, element))


def _attributes(elements: Sequence[ET.Element]) -> list[str]:
    names = dict.fromkeys(name for element in elements for name in element.attrib)
    return [name for name in names if len({element.get(name, "") for element in elements}) > 1]


def _mark(pictures: Sequence[_Picture], gid: str, at: tuple[int, ...], attribute: str) -> dict[str, Any]:
    values: dict[str, int] = {}
    states = [values.setdefault(picture.value(gid, at, attribute), len(values)) for picture in pictures]
    return {"gid": gid, "at": list(at), "attribute": attribute, "values": list(values), "states": states}


def _numbers(charts: Sequence[Chart]) -> dict[str, Any]:
    known: dict[Any, int] = {}
    states = [known.setdefault(chart.numbers, len(known)) for chart in charts]
    return {"numbers": [table.data() for table in known], "numberStates": states}


def _whole(
    first: _Picture, pictures: Sequence[_Picture], order: Sequence[str], definitions: Mapping[str, int]
) -> str:
    """Return the figure that the page begins with: it has a place for every mark of any state."""
    root = deepcopy(first.skeleton)
    places = {gid: place for picture in pictures for gid, place in picture.places.items()}
    rooms: dict[tuple[int, ...], ET.Element] = {}
    for path, _ in places.values():
        rooms[path] = root
        for position in path:
            rooms[path] = rooms[path][position]
    for path, room in rooms.items():
        kept, children = list(room), []
        for position in range(len(kept) + 1):
            children += [first.mark(gid) for gid in order if places[gid] == (path, position)]
            children += kept[position : position + 1]
        room[:] = children
    defs = ET.Element("defs")
    for content, number in definitions.items():
        defs.append(ET.fromstring(content))
        defs[-1].set("id", f"{_ID}{number}")
    if len(defs):
        root.insert(0, defs)
    return serialised(root)


def _check_size(grid: Grid, controls: Sequence[Parameter]) -> None:
    text = json.dumps(grid, ensure_ascii=False, separators=(",", ":"))
    size = len(gzip.compress(text.encode(), mtime=0))
    if size > MOST_BYTES:
        raise FigureError(
            f"{len(grid['numberStates'])} states ({_counted(controls)}) are {size / 1000:.1f} kB gzipped, "
            f"over {MOST_BYTES / 1000:.0f} kB: {_coarser(controls)}, or draw fewer points"
        )
