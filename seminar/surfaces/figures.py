"""The figure of an exercise: whether it fits, and what of it everybody may see before answering."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Any

from seminar.exercises.model import Draw, Exercise, Explore, Read, Reveal, exact
from seminar.figures.maps import position
from seminar.figures.svg import SVG, marks, parsed, prefixed, serialised, without
from seminar.surfaces.words import word
from seminar.tables import Field, Resource, near


class FigureMismatch(ValueError):  # noqa: N818 - it names what the reader did
    """An exercise and the figure that it was given do not go together; the message ends in the remedy."""


@dataclass(frozen=True)
class Picture:
    """An exercise's figure, parted: ``svg`` and ``public`` are for all, ``sealed`` comes out with the answer.

    ``public`` has ``axes`` and, where there are any, ``numbers`` and ``grid``; ``sealed`` may have ``hidden``
    (marks by their gid) and ``numbers`` (the whole table). Both are JSON.
    """

    svg: str
    public: Mapping[str, Any]
    sealed: Mapping[str, Any]


def picture(exercise: Exercise, figure: Mapping[str, Any] | None, prefix: str) -> Picture | None:
    """Return what is shown of ``figure`` (from ``data()`` of a chart or an explorable); None for none.

    The ids in the picture get ``prefix``, which has to be unique in the page. Raises FigureMismatch.
    """
    _check(exercise, figure)
    if figure is None:
        return None
    svg = prefixed(figure["svg"], prefix)
    public: dict[str, Any] = {"axes": figure["axes"], "numbers": figure["numbers"]}
    sealed: dict[str, Any] = {}
    match exercise:
        case Reveal():
            svg, sealed["hidden"] = without(svg, exercise.hide)
            sealed["numbers"] = public.pop("numbers")
        case Draw():
            rows = [row for row in figure["numbers"]["rows"] if row[0] not in exercise.truth().xs]
            if len(rows) < len(figure["numbers"]["rows"]):
                sealed["numbers"] = public.pop("numbers")
                if rows:
                    public["numbers"] = {**figure["numbers"], "rows": rows}
        case Explore():
            public["grid"] = _renamed(figure["grid"], prefix)
    return Picture(svg, public, sealed)


def source_words(found: Mapping[Resource, Sequence[Field]]) -> str:
    """Return what stands in sight under a figure: who published its numbers, and which bear no licence.

    ``found`` comes from ``tables.behind``.
    """
    publishers = dict.fromkeys(
        name for resource, fields in found.items() for name in resource.publishers(fields)
    )
    unstated = [resource.title for resource in found if resource.licence_status == "not stated"]
    for resource, fields in found.items():
        unstated += resource.apart(fields).get("not stated", [])
    words = word("figure.source", publishers="; ".join(publishers)) if publishers else ""
    if unstated:
        words += " " + word("figure.unlicensed", what="; ".join(dict.fromkeys(unstated)))
    return words.strip()


def labelled(svg: str, alt: str) -> str:
    """Return ``svg`` as an image with its finding in words."""
    return svg.replace("<svg ", f'<svg role="img" aria-label="{escape(alt)}" ', 1)


def settings(grid: Mapping[str, Any] | None) -> str:
    """Return the settings of the state that a figure begins with, as HTML; none without a grid."""
    if grid is None:
        return ""
    controls = "".join(
        '<div class="seminar-slider"><div class="seminar-slider__head">'
        f'<span class="seminar-number__label">{escape(each["label"])}</span> '
        f'<span class="seminar-slider__value">{escape(each["texts"][each["initial"]])}</span></div></div>'
        for each in grid["parameters"]
    )
    return f'<div class="seminar-controls"><div class="seminar-sliders">{controls}</div></div>'


def completed(svg: str, hidden: Mapping[str, str], grid: Mapping[str, Any] | None, at: Sequence[int]) -> str:
    """Return a figure with what was taken out of it, and with its sliders at these positions."""
    root = parsed(svg)
    drawn = {element.get("data-gid"): element for element in root.iter() if "data-gid" in element.attrib}
    for gid, fragment in hidden.items():
        drawn[gid][:] = [parsed(fragment)]
    if grid is not None:
        state = 0
        for each, place in zip(grid["parameters"], at, strict=True):
            state = state * len(each["values"]) + place
        for mark in grid["marks"]:
            element = drawn[mark["gid"]]
            for child in mark["at"]:
                element = element[child]
            value = mark["values"][mark["states"][state]]
            if mark["attribute"] == "text":
                element.text = value
            elif mark["attribute"] == "markup":
                element[:] = list(parsed(f'<g xmlns="{SVG}">{value}</g>'))
            else:
                element.set(mark["attribute"], value)
    return serialised(root)


def numbers_table(numbers: Mapping[str, Any], caption: str) -> str:
    """Return the table of numbers as HTML that scrolls by itself where it is wide."""
    marked = [' class="number"' if is_number else "" for is_number in numbers["numeric"]]
    head = "".join(
        f'<th scope="col"{mark}>{escape(name)}</th>'
        for name, mark in zip(numbers["columns"], marked, strict=True)
    )
    rows = "".join(_row(row, marked) for row in numbers["rows"])
    # What scrolls must be reachable by keyboard, and have a name.
    name = escape(word("book.numbers", caption=caption))
    return (
        f'<div class="seminar-scroll" role="region" aria-label="{name}" tabindex="0">'
        f'<table class="seminar-numbers"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(row: Sequence[str], marked: Sequence[str]) -> str:
    first, *others = (escape(cell) for cell in row)
    cells = "".join(f"<td{mark}>{cell}</td>" for cell, mark in zip(others, marked[1:], strict=True))
    # A header that says nothing is none.
    head = f'<th scope="row">{first}</th>' if first else "<td></td>"
    return f"<tr>{head}{cells}</tr>"


def _renamed(grid: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    changed = [
        {**mark, "values": [prefixed(value, prefix) for value in mark["values"]]} for mark in grid["marks"]
    ]
    return {**grid, "marks": changed}


def _check(exercise: Exercise, figure: Mapping[str, Any] | None) -> None:
    call = f'exercise("{exercise.id}"'
    if figure is None and exercise.figure:
        made = "chart(fig, …)" if exercise.figure == "chart" else "explore(model, …)"
        raise FigureMismatch(
            f"exercise {exercise.id!r} is of type {exercise.type} and has no figure: write {call}, {made})"
        )
    if figure is None:
        return
    if not exercise.figure:
        raise FigureMismatch(
            f"exercise {exercise.id!r} is of type {exercise.type}, which takes no figure: write {call})"
        )
    if ("grid" in figure) != (exercise.figure == "explorable"):
        wanted = "what explore() returns" if exercise.figure == "explorable" else "what chart() returns"
        raise FigureMismatch(f"exercise {exercise.id!r} is of type {exercise.type}: give it {wanted}")
    match exercise:
        case Reveal():
            _check_marks(exercise, exercise.hide, figure)
        case Read():
            _check_marks(exercise, [option.mark for option in exercise.options], figure)
        case Draw():
            _check_drawing(exercise, figure)
        case Explore(parameter=str()):
            _check_parameter(exercise, figure["grid"])


def _check_marks(exercise: Exercise, wanted: Sequence[str], figure: Mapping[str, Any]) -> None:
    known = marks(figure["svg"])
    for gid in wanted:
        if gid not in known:
            raise FigureMismatch(
                f"exercise {exercise.id!r} names the mark {gid!r}, which its figure does not draw"
                f"{near(gid, known) or '; give the artist a gid'}"
            )


def _check_parameter(exercise: Explore, grid: Mapping[str, Any]) -> None:
    sliders = {each["name"]: each["values"] for each in grid["parameters"] if each["kind"] == "slider"}
    if exercise.parameter not in sliders:
        raise FigureMismatch(
            f"exercise {exercise.id!r} asks for {exercise.parameter!r}, which is no slider of its figure"
            f"{near(str(exercise.parameter), sliders)}"
        )
    assert exercise.answer is not None
    assert exercise.tolerance is not None
    off = [abs(exact(float(value)) - exact(exercise.answer)) for value in sliders[exercise.parameter]]
    if min(off) > exact(exercise.tolerance):
        raise FigureMismatch(
            f"exercise {exercise.id!r}: no position of {exercise.parameter} is within {exercise.tolerance:g} "
            f"of {exercise.answer:g}: widen the tolerance, or make the slider's step smaller"
        )


def _check_drawing(exercise: Draw, figure: Mapping[str, Any]) -> None:
    if len(figure["axes"]) != 1:
        raise FigureMismatch(
            f"exercise {exercise.id!r} is drawn on one pair of axes, and its figure has {len(figure['axes'])}"
        )
    axes, found = figure["axes"][0], exercise.truth()
    left, top, right, bottom = axes["box"]
    for name, texts, low, high in (
        ("x", [*found.xs, *([found.start[0]] if found.start else [])], left, right),
        ("y", [_text(exercise.from_), _text(exercise.to)], top, bottom),
    ):
        for text in texts:
            place = position(axes[name], text)
            if place is None:
                raise FigureMismatch(
                    f"exercise {exercise.id!r}: {text} has no place on the {axes[name]['scale']} {name} axis"
                )
            if not low - 0.01 <= place <= high + 0.01:
                raise FigureMismatch(
                    f"exercise {exercise.id!r}: {text} lies outside the {name} axis of its figure: "
                    f"widen it, ax.set({name}lim=(…, …))"
                )


def _text(number: float) -> str:
    return f"{Decimal(exact(number)):f}"
