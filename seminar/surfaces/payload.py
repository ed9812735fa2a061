"""What the browser is given of an exercise: the question in the open, key and feedback sealed.

Sealed is not secret: it keeps an eye that reads the page's source from falling on the answer. Who wants the
key can have it; practice is not an exam.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from seminar.exercises.fingerprint import fingerprint
from seminar.exercises.model import SHOWN_RUBRIC, Draw, Exercise, Explore, Read, Spectrum
from seminar.exercises.work import BOOK as BOOK
from seminar.surfaces.figures import Picture

VERSION = 1
EXERCISE_MIME = "application/vnd.seminar.exercise+json"
RECALL_MIME = "application/vnd.seminar.recall+json"
"""What a cell of a chapter hands to the build: an exercise's id, and its figure where there is one."""

_MASK = 0x5A


def payload(
    exercise: Exercise,
    rendered: Mapping[str, str],
    figure: Picture | None = None,
    rule: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the JSON that the front end draws ``exercise`` from.

    ``rendered`` is the HTML of each of ``exercise.parts()`` by its path, all of them; raises KeyError for
    one that is missing. ``points`` are hundredths. Positions are those of the file, but where that order is
    the key (items to put in order, the right-hand side of pairs) the texts come as students first see them,
    and their order is sealed. ``figure`` comes from ``figures.picture``; its SVG is
    not in the JSON, but where ``fallback`` has it. ``rule`` marks it, if not the exercise's own.
    """
    rule = rule or exercise.rule()
    missing = [part.path for part in exercise.parts() if part.path not in rendered]
    if missing:
        raise KeyError(f"exercise {exercise.id}: no HTML for {', '.join(missing)}")
    minutes = exercise.minutes
    found: dict[str, Any] = {
        "version": VERSION,
        "book": BOOK,
        "id": exercise.id,
        "type": exercise.type,
        "fingerprint": fingerprint(exercise),
        "title": exercise.title,
        "level": exercise.level,
        "minutes": int(minutes) if minutes == int(minutes) else minutes,
        "points": rule["points"],
        "prompt": rendered["prompt"] + rendered.get(SHOWN_RUBRIC, ""),
        "hints": len(exercise.hint_texts),
    }
    for name in ("unit", "ask", "words"):
        if getattr(exercise, name, None) is not None:
            found[name] = getattr(exercise, name)
    for name in ("range", "because"):
        if getattr(exercise, name, False):
            found[name] = True
    sealed: dict[str, Any] = {"rule": rule, "hints": _listed(rendered, "hints")}
    if exercise.solution is not None:
        sealed["solution"] = rendered["solution"]
    _FILL[exercise.type](found, sealed, exercise, rendered)
    if figure is not None:
        found["figure"] = figure.public
        sealed |= figure.sealed
    return {**found, "sealed": seal(sealed)}


def in_script(content: object) -> str:
    """Return ``content`` as JSON that can stand in a script element, the same each time."""
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    # The two sequences that could end, or hide the end of, a script element.
    return data.replace("</", "<\\/").replace("<!--", "<\\u0021--")


def seal(content: Mapping[str, Any]) -> str:
    """Return ``content`` as text that nobody reads by accident; ``unseal`` and ``seal.js`` open it."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(bytes(byte ^ _MASK for byte in text.encode())).decode("ascii")


def unseal(sealed: str) -> dict[str, Any]:
    """Return what ``seal`` was given."""
    content: dict[str, Any] = json.loads(bytes(byte ^ _MASK for byte in base64.b64decode(sealed)))
    return content


def _listed(rendered: Mapping[str, str], name: str, last: str = "") -> list[str]:
    """Return the HTML at ``name/0``, ``name/1``, … (``name/0/last`` …) as far as it goes."""
    found: list[str] = []
    while (path := f"{name}/{len(found)}{last}") in rendered:
        found.append(rendered[path])
    return found


def _beside(rendered: Mapping[str, str], name: str, last: str, size: int) -> list[str | None]:
    return [rendered.get(f"{name}/{i}/{last}") for i in range(size)]


def _choice(
    found: dict[str, Any], sealed: dict[str, Any], exercise: Exercise, rendered: Mapping[str, str]
) -> None:
    found["options"] = _listed(rendered, "options", "/text")
    size = len(found["options"])
    sealed["feedback"] = {"options": _beside(rendered, "options", "feedback", size)}


def _numeric(
    found: dict[str, Any], sealed: dict[str, Any], exercise: Exercise, rendered: Mapping[str, str]
) -> None:
    # The rule's first band is the right answer's own, and needs no words.
    bands = [None, *_listed(rendered, "bands", "/feedback")]
    sealed["feedback"] = {"bands": bands, "otherwise": rendered["feedback"]}


def _ordering(
    found: dict[str, Any], sealed: dict[str, Any], exercise: Exercise, rendered: Mapping[str, str]
) -> None:
    items = _listed(rendered, "items", "/text")
    found["items"] = [items[i] for i in exercise.shown]
    sealed["shown"] = exercise.shown
    sealed["feedback"] = {"otherwise": rendered["feedback"]}
    sealed["notes"] = _beside(rendered, "items", "note", len(items))


def _matching(
    found: dict[str, Any], sealed: dict[str, Any], exercise: Exercise, rendered: Mapping[str, str]
) -> None:
    rights = _listed(rendered, "rights")
    found["lefts"] = _listed(rendered, "pairs", "/left")
    found["rights"] = [rights[i] for i in exercise.shown]
    sealed["shown"] = exercise.shown
    sealed["feedback"] = {"pairs": _listed(rendered, "pairs", "/feedback")}


def _classification(
    found: dict[str, Any], sealed: dict[str, Any], exercise: Exercise, rendered: Mapping[str, str]
) -> None:
    found["boxes"] = _listed(rendered, "boxes")
    found["items"] = _listed(rendered, "items", "/text")
    boxes = range(len(found["boxes"]))
    sealed["feedback"] = {
        "items": [
            [rendered.get(f"items/{i}/feedback/{box}") for box in boxes] for i in range(len(found["items"]))
        ]
    }


def _spectrum(
    found: dict[str, Any], sealed: dict[str, Any], exercise: Exercise, rendered: Mapping[str, str]
) -> None:
    assert isinstance(exercise, Spectrum)
    found["scale"] = rendered["scale"]
    found["boxes"] = _listed(rendered, "places", "/label")
    found["meanings"] = _listed(rendered, "places", "/meaning")
    found["items"] = _listed(rendered, "items", "/text")
    found["reads"] = [rendered.get(f"items/{i}/read", "") for i in range(len(exercise.items))]
    found["own"] = exercise.own
    if exercise.defended is not None:
        found["defended"] = exercise.defended
    # At each place what its text says of a placing there.
    said = []
    for i, band in enumerate(exercise.bands):
        names: list[str] = []
        if band is not None:
            first, last = band
            after = len(exercise.places) - last - 1
            names = ["feedback/before"] * first + ["worked"] * (last - first + 1) + ["feedback/after"] * after
        said.append([rendered[f"items/{i}/{name}"] for name in names])
    sealed["feedback"] = {"items": said}
    sealed["checklist"] = _listed(rendered, "checklist")


def _short_text(
    found: dict[str, Any], sealed: dict[str, Any], exercise: Exercise, rendered: Mapping[str, str]
) -> None:
    sealed["model_answer"] = rendered["model_answer"]
    sealed["checklist"] = _listed(rendered, "checklist")


def _prediction(
    found: dict[str, Any], sealed: dict[str, Any], exercise: Exercise, rendered: Mapping[str, str]
) -> None:
    options = _listed(rendered, "options", "/text")
    if options:
        found["options"] = options
    sealed["outcome"] = rendered["outcome"]


def _read(
    found: dict[str, Any], sealed: dict[str, Any], exercise: Exercise, rendered: Mapping[str, str]
) -> None:
    _choice(found, sealed, exercise, rendered)
    assert isinstance(exercise, Read)
    found["marks"] = [option.mark for option in exercise.options]


def _explore(
    found: dict[str, Any], sealed: dict[str, Any], exercise: Exercise, rendered: Mapping[str, str]
) -> None:
    assert isinstance(exercise, Explore)
    if exercise.options:
        found["ask"] = "choice"
        _choice(found, sealed, exercise, rendered)
    elif exercise.parameter is not None:
        found |= {"ask": "value", "parameter": exercise.parameter}
        _numeric(found, sealed, exercise, rendered)
    else:
        found["ask"] = "because"


def _draw(
    found: dict[str, Any], sealed: dict[str, Any], exercise: Exercise, rendered: Mapping[str, str]
) -> None:
    assert isinstance(exercise, Draw)
    truth = exercise.truth()
    found |= {
        "xs": list(truth.xs),
        "from": exercise.from_,
        "to": exercise.to,
        "step": exercise.step,
        "reveal": exercise.reveal,
    }
    if truth.start is not None:
        found["start"] = {"x": truth.start[0], "y": float(truth.start[1])}
    sealed["truth"] = [float(value) for value in truth.values]
    sealed["turning"] = truth.turning
    sealed["outcome"] = rendered["outcome"]


_FILL = {
    "single-choice": _choice,
    "multiple-choice": _choice,
    "numeric": _numeric,
    "ordering": _ordering,
    "matching": _matching,
    "classification": _classification,
    "spectrum": _spectrum,
    "short-text": _short_text,
    "prediction": _prediction,
    "draw": _draw,
    "explore": _explore,
    "reveal": _prediction,
    "read": _read,
}
