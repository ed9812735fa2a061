"""A page's exercises on paper with key, feedback and solution: for instructors, and only when asked for.

What is printed here is what students are told there: it comes from the built page itself, whose payloads are
unsealed. Only what helps to mark a written answer stands on no page, and comes from the bank.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape, unescape
from pathlib import Path
from typing import Any

from seminar.exercises.model import Exercise, ShortText
from seminar.exercises.rubric import chosen, rubric
from seminar.figures.maps import position
from seminar.surfaces.built import Block, blocks, portable
from seminar.surfaces.figures import completed
from seminar.surfaces.markup import markup
from seminar.surfaces.payload import VERSION, unseal
from seminar.surfaces.words import number, word

_CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
_SOURCE = re.compile(r'<p class="seminar-source">.*?</p>', re.DOTALL)
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_LABEL = 80
"""How far the name of a drawn line reaches, in units of the picture."""

_Json = Mapping[str, Any]


class NoSolutions(ValueError):  # noqa: N818 - it says what is the case
    """A page has nothing of which a sheet could be made; the message ends in the remedy."""


def solutions(page: str, folder: Path, bank: Iterable[Exercise] = ()) -> str:
    """Return one HTML file, whole in itself and without scripts, with the solutions of a built page.

    ``page`` is the page's HTML, ``folder`` where it lies, from which pictures in texts are taken; ``bank``
    has the exercises' rubrics and graded samples. Raises NoSolutions for a page without exercises, or one
    that another version of the book built.
    """
    found = blocks(page)
    if any(block.payload["version"] != VERSION for block in found):
        raise NoSolutions("it was built by another version of the book: run `make book` first")
    if not found:
        raise NoSolutions("it has no exercises: choose a chapter that has some")
    heading = re.search(r"<h1\b[^>]*>(.*?)</h1>", page, re.DOTALL)
    title = re.sub(r"<[^>]+>", "", portable(heading[1], folder)).strip() if heading else "Exercises"
    known = {exercise.id: exercise for exercise in bank}
    return sheet(unescape(title), [(block, known.get(block.payload["id"])) for block in found], folder)


def sheet(title: str, found: Iterable[tuple[Block, Exercise | None]], folder: Path) -> str:
    """Return the file for these exercises of a page in ``folder``, each with what the bank has of it."""
    sections = portable("".join(_exercise(*each) for each in found), folder)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<link rel="icon" href="data:,">\n'
        f"<title>Solutions: {escape(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<header><p class="what">Solutions, for instructors</p><h1>{escape(title)}</h1></header>\n'
        f"{sections}</main>\n</body>\n</html>\n"
    )


# -- what every exercise has


def _exercise(block: Block, exercise: Exercise | None) -> str:
    shown, points = block.payload, block.payload["points"] / 100
    sealed = unseal(shown["sealed"])
    facts = [
        *([word("paper.variant", n=block.variant + 1)] if block.variant is not None else []),
        word(f"level.{shown['level']}"),
        word("minutes", n=number(shown["minutes"])),
        word("points", n=number(points)) if points else "no points",
        shown["type"].replace("-", " "),
    ]
    hints = [f'<div class="hint"><p>Hint</p>{hint}</div>' for hint in sealed["hints"]]
    ends = [
        _part("A model answer", sealed.get("model_answer")),
        _listed("Checklist", sealed.get("checklist", [])),
        _part("What happened", sealed.get("outcome")),
        _part("Solution", sealed.get("solution")),
        *(for_marking(exercise, shown["points"]) if isinstance(exercise, ShortText) else ()),
    ]
    share = _share(sealed["rule"]) if points else ""
    return (
        f'<section class="exercise">\n<h2>{escape(shown["title"])}</h2>\n'
        f'<p class="facts">{escape(" · ".join(facts))} · <code>{escape(shown["id"])}</code></p>\n'
        f'<div class="prompt">{shown["prompt"]}</div>\n{_figure(shown, sealed, block.printed)}'
        f'<div class="key">{_KEYS[shown["type"]](shown, sealed)}</div>\n'
        + (f'<p class="share">{escape(share)}</p>\n' if share else "")
        + "".join([*hints, *ends])
        + "</section>\n"
    )


def for_marking(exercise: ShortText, points: int) -> Iterator[str]:
    """Yield in HTML how an answer is marked that is worth so many hundredths, and answers marked so."""
    root, criteria = exercise.root, rubric(exercise, points)

    def line(text: str) -> str:
        return markup(text, inline=True, root=root)

    rows = []
    for own in criteria:
        # A sentence of the checklist has no name, and its levels need no words but their own.
        name = f"<strong>{line(own.name)}.</strong> " if exercise.rubric else ""
        told = (f"<p>{number(each.points / 100)}: {line(each.text or each.label)}</p>" for each in own.levels)
        rows.append([name + line(own.asks), "".join(told)])
    yield _part("Rubric", _table(("An answer", "Points"), rows))
    for place, sample in enumerate(exercise.samples, start=1):
        levels = chosen(criteria, sample.levels)
        got = number(sum(level.points for level in levels) / 100)
        shares = ", ".join(
            f"{line(own.name)} {number(level.points / 100)}"
            for own, level in zip(criteria, levels, strict=True)
        )
        yield _part(
            f"Sample {place}: {got} of {number(points / 100)} points",
            f'{markup(sample.text, root=root)}<div class="said"><p>{shares}.</p>'
            f"{markup(sample.why, root=root)}</div>",
        )


def _part(name: str, html: str | None) -> str:
    return f'<div class="part"><h3>{escape(name)}</h3>{html}</div>\n' if html else ""


def _listed(name: str, texts: Sequence[str]) -> str:
    return _part(name, f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>" if texts else None)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]], caption: str = "") -> str:
    """Return a table of HTML cells, whose first column names the row."""
    head = "".join(f'<th scope="col">{text}</th>' if text else "<td></td>" for text in heads)
    lines = []
    for first, *others in rows:
        start = f'<th scope="row">{first}</th>' if first else "<td></td>"
        lines.append(f"<tr>{start}{''.join(f'<td>{cell}</td>' for cell in others)}</tr>")
    named = f"<caption>{caption}</caption>" if caption else ""
    return f"<table>{named}<thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def _share(rule: _Json) -> str:
    """Return in words what a partly right answer earns; nothing where there is no such answer."""
    if rule["kind"] in ("complete", "series"):
        bands = rule.get("bands")
        share = (
            f"Each value that is counted right earns {_part_of(len(bands))}, once all is there."
            if bands
            else ""
        )
        return share or "A complete answer earns all points, whatever it says."
    match rule.get("policy"):
        case "all-or-nothing":
            return "Only a wholly right answer earns points."
        case "false" | "false2" as policy:
            trues = rule["correct"].count(True)
            falses = len(rule["correct"]) - trues
            if not trues:
                return "Taking none earns all points, taking any earns nothing."
            loss = max(falses, 2) if policy == "false2" else falses
            earned = f"Each right option taken earns {_part_of(trues)}"
            return f"{earned}, each wrong one taken loses {_part_of(loss)}." if falses else f"{earned}."
        case "each-item":
            listed = rule["correct"] if rule["kind"] == "choices" else rule["key"]
            count = len([each for each in listed if each is not None])
            return f"Each of the {count} that is right earns {_part_of(count)}."
        case "each-pair":
            return f"Each right pair earns {_part_of(len(rule['key']))}."
        case "adjacent-pairs":
            return f"Each two neighbours in the right order earn {_part_of(rule['length'] - 1)}."
    return ""


def _part_of(count: int) -> str:
    return "all points" if count == 1 else f"1/{count} of the points"


# -- the key of each type


def _right(text: str) -> str:
    return f'<strong class="right"><span aria-hidden="true">✓&nbsp;</span>{text}</strong>'


def _choice(shown: _Json, sealed: _Json) -> str:
    rows = []
    for text, right, said in zip(
        shown["options"], sealed["rule"]["correct"], sealed["feedback"]["options"], strict=True
    ):
        mark = _right("Right") if right else '<span class="wrong">not right</span>'
        told = f'<div class="said">{said}</div>' if said else ""
        rows.append(f"<li>{mark}<div>{text}{told}</div></li>")
    return f'<ul class="rows">{"".join(rows)}</ul>'


def _number(shown: _Json, sealed: _Json) -> str:
    unit = escape(shown.get("unit", ""))
    asked = shown.get("parameter")
    label = next((each["label"] for each in _parameters(shown) if each["name"] == asked), "A number")
    first, *others = sealed["rule"]["bands"]
    feedback = sealed["feedback"]
    rows = [[_span(first), _right("100\N{NO-BREAK SPACE}%"), ""]]
    rows += [
        [_span(band), f"{band['credit']}\N{NO-BREAK SPACE}%", said or ""]
        for band, said in zip(others, feedback["bands"][1:], strict=True)
    ]
    rows.append(["any other", "0\N{NO-BREAK SPACE}%", feedback["otherwise"]])
    head = f"{escape(label)}{f', {unit}' if unit else ''}"
    return _table((head, "Credit", "Feedback"), rows)


def _span(band: _Json) -> str:
    low, high = (None if band[end] is None else _minus(band[end]) for end in ("from", "to"))
    if low is None or high is None:
        return f"up to {high}" if low is None else f"from {low}"
    return low if low == high else f"{low} to {high}"


def _minus(text: str) -> str:
    return text.replace("-", "\N{MINUS SIGN}")


def _ordering(shown: _Json, sealed: _Json) -> str:
    texts = _in_file_order(shown["items"], sealed["shown"])
    rows = []
    for text, note in zip(texts, sealed["notes"], strict=True):
        told = f'<div class="said">{note}</div>' if note else ""
        rows.append(f"<li>{text}{told}</li>")
    return (
        f"<p>{_right('The right order')}</p><ol>{''.join(rows)}</ol>"
        f'<div class="said"><p>For any other order:</p>{sealed["feedback"]["otherwise"]}</div>'
    )


def _in_file_order(texts: Sequence[str], order: Sequence[int]) -> list[str]:
    return [text for _, text in sorted(zip(order, texts, strict=True), key=lambda pair: pair[0])]


def _matching(shown: _Json, sealed: _Json) -> str:
    order: list[int] = sealed["shown"]
    rights = _in_file_order(shown["rights"], order)

    def named(target: int) -> str:
        return f"{chr(ord('A') + order.index(target))}. {rights[target]}"

    targets = "".join(f"<li>{text}</li>" for text in shown["rights"])
    rows = [
        [left, _right(" or ".join(map(named, key))), said]
        for left, key, said in zip(
            shown["lefts"], sealed["rule"]["key"], sealed["feedback"]["pairs"], strict=True
        )
    ]
    return f'<ol type="A">{targets}</ol>{_table(("", "Belongs to", "Feedback"), rows)}'


def _classification(shown: _Json, sealed: _Json) -> str:
    boxes = shown["boxes"]
    rows = []
    for text, key, said in zip(
        shown["items"], sealed["rule"]["key"], sealed["feedback"]["items"], strict=True
    ):
        right = " or ".join(boxes[box] for box in key)
        # One text may serve every wrong box.
        names: dict[str, list[str]] = {}
        for box, told in zip(boxes, said, strict=True):
            if told:
                names.setdefault(told, []).append(box)
        told = "".join(
            f'<div class="said"><p>{" or ".join(wrong)}:</p>{html}</div>' for html, wrong in names.items()
        )
        rows.append([text, _right(right), told])
    all_boxes = ", ".join(boxes)
    return f"<p>Boxes: {all_boxes}.</p>{_table(('', 'Belongs to', 'Feedback in another box'), rows)}"


def _spectrum(shown: _Json, sealed: _Json) -> str:
    """Return what each text supports; of one's own placing there is no key."""
    places = shown["boxes"]
    rows = []
    for text, read, key, said in zip(
        shown["items"],
        shown["reads"],
        sealed["rule"]["key"],
        sealed["feedback"]["items"],
        strict=True,
    ):
        item = f'{text}<div class="said">{word("spectrum.read")} {read}</div>' if read else text
        if key is None:
            rows.append([item, escape(word("spectrum.own")), ""])
            continue
        first, last = key[0], key[-1]
        band = (
            word("spectrum.band", first=places[first], last=places[last]) if last > first else places[first]
        )
        # One text serves each side of the band; none where the scale ends with it.
        sides = {"Before it": said[:first][:1], "After it": said[last + 1 :][:1]}
        told = "".join(
            f'<div class="said"><p>{side}:</p>{html}</div>' for side, texts in sides.items() for html in texts
        )
        rows.append([item, f"{_right(band)}{said[first]}", told])
    scale = "".join(
        f"<li><strong>{label}</strong> {meaning}</li>"
        for label, meaning in zip(places, shown["meanings"], strict=True)
    )
    defended = shown.get("defended")
    which = (
        "one placing, which the student chooses"
        if defended is None
        else f"the placing of {shown['items'][defended]}"
    )
    return (
        f"<p>{shown['scale']}:</p><ol>{scale}</ol>"
        f"{_table(('', 'Supported by its text', 'Feedback elsewhere'), rows)}"
        f"<p>A reason is written for {which}; a reader marks it by the checklist.</p>"
    )


def _short_text(shown: _Json, _sealed: _Json) -> str:
    words = f", about {shown['words']} words" if "words" in shown else ""
    return f"<p>A few sentences{words}; a reader marks them by the model answer and the checklist.</p>"


def _prediction(shown: _Json, _sealed: _Json) -> str:
    asked = "".join(f"<li>{text}</li>" for text in shown.get("options", []))
    parts = [f"A number in {shown['unit']}" if "unit" in shown else "A number"]
    if asked:
        parts = ["One of these"]
    elif shown.get("ask") == "because":
        parts = []
    if shown.get("range"):
        parts.append("an 80 per cent range")
    if shown.get("because"):
        parts.append("a sentence of reason")
    said = escape(", ".join(parts))
    return f"<p>{said[0].upper()}{said[1:]}.</p>{f'<ul>{asked}</ul>' if asked else ''}"


def _explore(shown: _Json, sealed: _Json) -> str:
    key = {"choice": _choice, "value": _number}.get(shown["ask"], _prediction)(shown, sealed)
    also = "<p>And a sentence of reason.</p>" if shown.get("because") and shown["ask"] != "because" else ""
    return key + also


def _draw(shown: _Json, sealed: _Json) -> str:
    """Return what happened as a table: on paper a line alone is read too roughly."""
    bands = sealed["rule"]["bands"]
    rows = [[escape(x), _right(_fixed(shown, y))] for x, y in zip(shown["xs"], sealed["truth"], strict=True)]
    for row, (low, high) in zip(rows, bands or [], strict=False):
        row.append(_span({"from": low, "to": high}))
    heads = ["", escape(", ".join(filter(None, ["What happened", shown.get("unit", "")])))]
    table = _table(heads + (["Counted right"] if bands else []), rows)
    turned = [escape(text) for text in _turns(shown, sealed)]
    asks = [
        text
        for name, text in (("range", f"an 80 per cent range for {shown['xs'][-1]}"), ("because", "a reason"))
        if shown.get(name)
    ]
    also = f"<p>Asked for besides: {escape(' and '.join(asks))}.</p>" if asks else ""
    return f"{table}{_listed('Where it turned', turned)}{also}"


def _turns(shown: _Json, sealed: _Json) -> list[str]:
    start = shown.get("start")
    moments = [*([start["x"]] if start else []), *shown["xs"]]
    values = [*([start["y"]] if start else []), *sealed["truth"]]
    found = []
    for x in sealed["turning"]:
        i = moments.index(x)
        after = next((y for y in values[i + 1 :] if y != values[i]), values[i])
        key = "draw.rose" if after > values[i] else "draw.fell"
        found.append(word(key, x=x, value=_fixed(shown, values[i]), unit=shown.get("unit", "")))
    return found


def _fixed(shown: _Json, value: float) -> str:
    """Return a value with the decimals of the drawing's own steps."""
    places = max(len(number(shown[name]).partition(".")[2]) for name in ("from", "step"))
    return _minus(f"{value:.{places}f}")


_KEYS: dict[str, Callable[[_Json, _Json], str]] = {
    "single-choice": _choice,
    "multiple-choice": _choice,
    "numeric": _number,
    "ordering": _ordering,
    "matching": _matching,
    "classification": _classification,
    "spectrum": _spectrum,
    "short-text": _short_text,
    "prediction": _prediction,
    "draw": _draw,
    "explore": _explore,
    "reveal": _prediction,
    "read": _choice,
}


# -- the figure, complete


def _figure(shown: _Json, sealed: _Json, body: str) -> str:
    found = _SVG.search(body)
    if "figure" not in shown or found is None:
        return ""
    settings, at = "", _answering(shown, sealed)
    svg = completed(found[0], sealed.get("hidden", {}), shown["figure"].get("grid"), at)
    if shown["type"] == "draw":
        svg = svg.removesuffix("</svg>") + _truth(shown, sealed) + "</svg>"
    if at:
        texts = [
            f"{each['label']}: {each['texts'][place]}"
            for each, place in zip(_parameters(shown), at, strict=True)
        ]
        settings = f'<p class="settings">{escape("; ".join(texts))}</p>'
    caption = _CAPTION.search(body)
    source = _SOURCE.search(body)
    below = (caption[1] if caption else "") + (source[0] if source else "")
    numbers = ""
    if shown["type"] == "reveal":
        columns, rows = (sealed["numbers"][name] for name in ("columns", "rows"))
        numbers = _table(map(escape, columns), ([escape(cell) for cell in row] for row in rows))
    return f"<figure>{svg}{settings}<figcaption>{below}</figcaption></figure>\n{numbers}"


def _parameters(shown: _Json) -> list[_Json]:
    parameters: list[_Json] = shown.get("figure", {}).get("grid", {}).get("parameters", [])
    return parameters


def _answering(shown: _Json, sealed: _Json) -> list[int]:
    """Return the position of each control where the figure shows the right answer, or else first shown."""
    at = []
    for each in _parameters(shown):
        place = each["initial"]
        if each["name"] == shown.get("parameter"):
            right = sealed["rule"]["bands"][0]
            ends = [float(right[end]) for end in ("from", "to") if right[end] is not None]
            aim = sum(ends) / len(ends)
            place = min(range(len(each["values"])), key=lambda i: abs(each["values"][i] - aim))
        at.append(place)
    return at


def _truth(shown: _Json, sealed: _Json) -> str:
    """Return what happened as a line over the figure, by the map of its axes."""
    axes = shown["figure"]["axes"][0]
    left, top, right, bottom = axes["box"]
    pairs = list(zip(shown["xs"], sealed["truth"], strict=True))
    if "start" in shown:
        pairs.insert(0, (shown["start"]["x"], shown["start"]["y"]))
    points = []
    for x, y in pairs:
        across, up = position(axes["x"], x), position(axes["y"], str(y))
        if across is not None:
            # What lies beyond the axes, or has no place on a logarithmic one, stands at their edge.
            points.append((across, min(max(bottom if up is None else up, top), bottom)))
    course = "L".join(f"{x:.2f} {y:.2f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="2.6"/>' for x, y in points[-len(shown["xs"]) :])
    end = max(points[-1][0], left + _LABEL)
    near = min(y for x, y in points if x >= end - _LABEL)
    return (
        f'<g class="truth"><path d="M{course}"/>{dots}'
        f'<text x="{min(end, right):.2f}" y="{max(near - 9, top + 9):.2f}">What happened</text></g>'
    )


_STYLE = """@page { margin: 15mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 190mm; background: #fff; color: #1c2128;
  font: 10.5pt/1.45 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1, h2, h3, th, caption, .what, .facts, .right, .wrong, .settings, figcaption, .share
  { font-family: system-ui, sans-serif; }
h1 { margin: 0 0 1rem; font-size: 18pt; line-height: 1.25; }
h2 { margin: 0; font-size: 13pt; line-height: 1.3; }
h3 { margin: 0 0 .2rem; font-size: 10.5pt; }
h1, h2, h3, .facts, .hint > p { break-after: avoid; }
p { margin: 0 0 .5rem; orphans: 3; widows: 3; }
ul, ol { margin: 0 0 .6rem; padding-left: 1.6rem; }
ol { padding-left: .4rem; list-style-position: inside; }
ol > li > p:first-child { display: inline; }
.what, .facts, .share, .settings, figcaption, .wrong { color: #4a5462; font-size: 9pt; }
.exercise { margin: 1.4rem 0 0; padding-top: .8rem; border-top: 1.5pt solid #1c2128; }
.key, .part, .hint { margin: .6rem 0; }
.hint { padding-left: .8rem; border-left: 2pt solid #b8bfc9; }
.hint > p:first-child { margin: 0; color: #4a5462; font-family: system-ui, sans-serif; font-size: 9pt; }
.right { color: #0f5a2c; overflow-wrap: break-word; }
.rows { padding: 0; list-style: none; }
.rows li, ol > li, tr, figure, .hint { break-inside: avoid; }
.rows li { display: grid; grid-template-columns: 5.5em 1fr; margin-bottom: .3rem; padding: .25rem .6rem;
  border: .75pt solid #c9ced6; }
.rows li:has(.right) { border: 1.5pt solid #0f5a2c; }
.said { margin: .1rem 0 .2rem; padding-left: .8rem; font-style: italic; }
.said em { font-style: normal; }
.said p, td p, figcaption p { margin: 0 0 .2rem; }
table { width: 100%; margin: .4rem 0 .7rem; border-collapse: collapse; font-size: 9.5pt; }
th, td { padding: .25rem .5rem; border: .75pt solid #c9ced6; text-align: left; vertical-align: top; }
thead th { border-bottom-color: #1c2128; }
tbody th { font-weight: 400; }
thead { display: table-header-group; }
figure { margin: .6rem 0; }
svg { display: block; width: 100%; max-width: 110mm; height: auto; font-family: system-ui, sans-serif; }
img { max-width: 100%; height: auto; }
pre { white-space: pre-wrap; }
.truth path { fill: none; stroke: #97301a; stroke-width: 1.8; }
.truth circle { fill: #97301a; }
.truth text { fill: #97301a; font-size: 11px; font-weight: 600; text-anchor: end; }
@media print {
  body { padding: 0; max-width: none; }
  a[href]::after { content: " (" attr(href) ")"; font-size: 8pt; }
}
"""
