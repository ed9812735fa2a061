"""An exercise before scripts run, without them, and on paper: question, options, room to write.

The frame and its classes are those that the front end draws, so that little moves when it takes over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from seminar.exercises.model import Exercise
from seminar.exercises.work import asks_for_opinion
from seminar.surfaces.payload import payload
from seminar.surfaces.words import number, word

_COMMITTED = ("prediction", "draw", "reveal")


def fallback(
    exercise: Exercise, rendered: Mapping[str, str], figure: str = "", *, recall: bool = False
) -> str:
    """Return HTML that shows all that a student may see before answering, and nothing of the key.

    ``rendered`` is the HTML of each of ``exercise.parts()`` by its path, ``figure`` that of its figure with
    all that stands below it. ``recall`` heads it as a prediction met again.
    """
    return printed(payload(exercise, rendered), figure, recall=recall)


def printed(shown: Mapping[str, Any], figure: str = "", *, recall: bool = False) -> str:
    """Return the same from what the browser is given, sealed or not."""
    commits, points = shown["type"] in _COMMITTED, shown["points"] / 100
    facts = [
        "" if commits else word(f"level.{shown['level']}"),
        "" if recall else word("minutes", n=number(shown["minutes"])),
        word("points", n=number(points)) if points and not recall else "",
    ]
    what = word("recall" if recall else "prediction" if commits else "exercise")
    kicker = f'<span class="seminar-kicker__what">{escape(what)}</span>' + "".join(
        f" <span>{escape(fact)}</span>" for fact in facts if fact
    )
    lead = f'<p class="seminar-aside">{escape(word("predict.lacking"))}</p>\n' if recall else ""
    # Without anything sealed nothing answers back anywhere.
    alone = f'<p class="seminar-aside seminar-alone">{escape(word("paper.alone"))}</p>\n'
    return (
        '<div class="seminar-card seminar-card--paper">\n'
        f'<div class="seminar-card__head"><p class="seminar-kicker">{kicker}</p>'
        f'<p class="seminar-card__title">{escape(shown["title"])}</p></div>\n'
        f'{lead}<div class="seminar-prompt">{shown["prompt"]}</div>\n{figure}'
        f'<div class="seminar-answer">{answer(shown)}</div>\n'
        f"{alone if 'sealed' in shown else ''}</div>"
    )


def safely(shown: Mapping[str, Any], address: str) -> str:
    """Return the line below an exercise that asks for an opinion: a link to ``address``, or nothing.

    ``address`` is that of the page on what becomes of opinions, empty in a book without it.
    """
    if not address or not asks_for_opinion(shown["type"], bool(shown.get("because"))):
        return ""
    link = f'<a href="{escape(address)}">{escape(word("work.include.link"))}</a>'
    return f'<p class="seminar-safely">{escape(word("book.safely"))} {link}</p>\n'


def answer(shown: Mapping[str, Any]) -> str:
    """Return what there is to choose from, and room to answer."""
    return _BODIES[shown["type"]](shown)


def _how(key: str) -> str:
    return f'<p class="seminar-how">{escape(word(key))}</p>'


def _blank(kind: str = "") -> str:
    return f'<span class="seminar-blank{f" seminar-blank--{kind}" if kind else ""}"></span>'


def _room(words: int | None = None) -> str:
    """Return lines to write on, for a text of about so many words or else for a sentence."""
    lines = 3 if words is None else min(max(words // 8 + 1, 4), 18)
    short = " seminar-room--short" if words is None else ""
    return f'<div class="seminar-room{short}">{"<span></span>" * lines}</div>'


def _options(texts: Iterable[str], kind: str) -> str:
    return "".join(
        f'<div class="seminar-option"><div class="seminar-option__label">{_blank(kind)}'
        f'<span class="seminar-option__text">{text}</span></div></div>'
        for text in texts
    )


def _single(shown: Mapping[str, Any]) -> str:
    return _how("choose.one") + _options(_texts(shown, "options"), "round")


def _multiple(shown: Mapping[str, Any]) -> str:
    return _how("choose.any") + _options(_texts(shown, "options"), "")


def _texts(shown: Mapping[str, Any], name: str) -> list[str]:
    texts = shown.get(name, [])
    assert isinstance(texts, list)
    return texts


def _number(shown: Mapping[str, Any], label: str | None = None) -> str:
    unit = str(shown.get("unit", ""))
    text = label or word("answer")
    return (
        f'<div class="seminar-number"><p class="seminar-number__label">{escape(text)}</p>'
        f'<span class="seminar-number__row">{_blank("long")}'
        f'<span class="seminar-number__unit">{escape(unit)}</span></span></div>'
    )


def _ordering(shown: Mapping[str, Any]) -> str:
    rows = "".join(
        f'<li class="seminar-row">{_blank("line")}<span class="seminar-row__text">{text}</span></li>'
        for text in _texts(shown, "items")
    )
    return f'{_how("order.on.paper")}<ul class="seminar-order">{rows}</ul>'


def _matching(shown: Mapping[str, Any]) -> str:
    targets = "".join(f"<li>{text}</li>" for text in _texts(shown, "rights"))
    pairs = "".join(
        f'<div class="seminar-pair"><div class="seminar-pair__text">{text}</div>{_blank("line")}</div>'
        for text in _texts(shown, "lefts")
    )
    return f'{_how("paper.match")}<ol class="seminar-targets" type="A">{targets}</ol>{pairs}'


def _boxes(shown: Mapping[str, Any]) -> str:
    return " ".join(
        f'<span class="seminar-box">{_blank("round")}<span>{box}</span></span>'
        for box in _texts(shown, "boxes")
    )


def _classification(shown: Mapping[str, Any]) -> str:
    boxes = _boxes(shown)
    return _how("sort.how") + "".join(
        f'<div class="seminar-sort"><div class="seminar-sort__text">{text}</div>'
        f'<div class="seminar-sort__boxes">{boxes}</div></div>'
        for text in _texts(shown, "items")
    )


def _spectrum(shown: Mapping[str, Any]) -> str:
    items, boxes = _texts(shown, "items"), _boxes(shown)
    own: list[int] = shown["own"]
    places = "".join(
        f'<li><strong class="seminar-scale__label">{label}</strong> <span>{meaning}</span></li>'
        for label, meaning in zip(_texts(shown, "boxes"), _texts(shown, "meanings"), strict=True)
    )
    rows = []
    for i, (text, read) in enumerate(zip(items, _texts(shown, "reads"), strict=True)):
        notes = [f"{escape(word('spectrum.read'))} {read}"] if read else []
        notes += [escape(word("spectrum.own"))] if i in own else []
        rows.append(
            f'<div class="seminar-sort"><div class="seminar-sort__text">{text}</div>'
            + "".join(f'<p class="seminar-how">{note}</p>' for note in notes)
            + f'<div class="seminar-sort__boxes">{boxes}</div></div>'
        )
    defended = shown.get("defended")
    which = (
        f'<p class="seminar-text__label">{escape(word("spectrum.defend"))}</p>{_blank("long")}'
        if defended is None
        else f'<p class="seminar-text__label">{escape(word("spectrum.defend.one"))} {items[defended]}</p>'
    )
    return (
        f'{_how("spectrum.how")}<p class="seminar-scale__name">{shown["scale"]}</p>'
        f'<ol class="seminar-scale">{places}</ol>{"".join(rows)}{which}'
        f'<p class="seminar-text__label">{escape(word("predict.because"))}</p>{_room()}'
    )


def _short_text(shown: Mapping[str, Any]) -> str:
    words = shown.get("words", 60)
    assert isinstance(words, int)
    return f'<p class="seminar-text__label">{escape(word("answer"))}</p>{_room(words)}'


def _prediction(shown: Mapping[str, Any]) -> str:
    return (_single(shown) if shown["ask"] == "choice" else _number(shown)) + _reasons(shown)


def _explore(shown: Mapping[str, Any]) -> str:
    answer = {"choice": _single, "value": _number}.get(str(shown["ask"]), lambda _: "")
    return answer(shown) + _reasons(shown)


def _draw(shown: Mapping[str, Any]) -> str:
    fields = "".join(
        f'<div class="seminar-small"><p class="seminar-number__label">{escape(x)}</p>{_blank("small")}</div>'
        for x in _texts(shown, "xs")
    )
    how = word("paper.draw") + (f" {word('draw.unit', unit=shown['unit'])}" if "unit" in shown else "")
    last = _texts(shown, "xs")[-1]
    return (
        f'<div class="seminar-fields seminar-series"><p class="seminar-how">{escape(how)}</p>{fields}</div>'
        + _reasons(shown, word("draw.range", x=last))
    )


def _reasons(shown: Mapping[str, Any], range_: str | None = None) -> str:
    body = ""
    if shown.get("range"):
        ends = "".join(_number(shown, word(key)) for key in ("predict.low", "predict.high"))
        how = f'<p class="seminar-how">{escape(range_ or word("predict.range"))}</p>'
        body += f'<div class="seminar-range">{how}{ends}</div>'
    if shown.get("because"):
        body += f'<p class="seminar-text__label">{escape(word("predict.because"))}</p>{_room()}'
    return body


_BODIES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "single-choice": _single,
    "multiple-choice": _multiple,
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
    "read": _single,
}
