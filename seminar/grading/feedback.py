"""What a student gets back: one HTML file with each answer, its points and why, and the solution.

Answers come from files that anybody may have written: they are shown as text and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from html import escape
from typing import Any

from seminar.exercises.marking import Mark
from seminar.exercises.students import normal
from seminar.exercises.submission import Marked
from seminar.exercises.work import Response
from seminar.grading.frame import page, phrase, phrases, table, typed, visible
from seminar.grading.questions import Question, Questions
from seminar.grading.records import Row
from seminar.surfaces.words import number, word

_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HASHED = re.compile(r".*-[0-9a-f]{20}")
_LONGEST = 40
# Windows opens devices under these names, whatever follows the point.
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")

_Detail = Mapping[str, Any]
_NOTHING: Response = {}
_SHORT = 300
_MOST_SECTIONS = 4000
"""How long an answer may be that others may give too, and how many of them are kept: some megabytes."""


def file_name(student_id: str) -> str:
    """Return the name of a student's file: small letters, digits and hyphens, whatever was typed.

    No two ids that count as different get the same, be it on a disk that does not tell A from a: an id that
    is not such a name itself, or looks like one that was made here, brings 80 bits of its hash.
    """
    known = normal(student_id)
    taken = _HASHED.fullmatch(known) or _DEVICES.fullmatch(known)
    if _PLAIN.fullmatch(known) and len(known) <= _LONGEST and not taken:
        return f"{known}.html"
    kept = re.sub(r"[^a-z0-9]+", "-", known).strip("-")[: _LONGEST - 21].strip("-") or "student"
    return f"{kept}-{sha256(known.encode()).hexdigest()[:20]}.html"


class Feedback:
    """The pages of a class; what all of them share is made once. It travels to any process."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self._title = word("feedback.title", title=questions.title)
        self._top, self._bottom = page(self._title, "\0", _STYLE).split("\0")
        self._ends: dict[tuple[str, int | None, bool], str] = {}
        self._sections: dict[tuple[object, ...], str] = {}

    def page(self, row: Row) -> str:
        """Return the page of one student."""
        known = self._questions.made
        lines = [line for line in row.marks if line.exercise in known]
        sections = [
            self._section(place, line, row.responses.get(line.exercise, _NOTHING))
            for place, line in enumerate(lines, start=1)
        ]
        others = [typed(line.exercise) for line in row.marks if line.exercise not in known]
        beside = ""
        if others:
            beside = f"<section><p>{phrase('feedback.beside')}</p>{_listed(others)}</section>\n"
        return f"{self._top}{_head(row, self._title)}{''.join(sections)}{beside}{self._bottom}"

    def _section(self, place: int, line: Marked, response: Response) -> str:
        """Return an exercise with its answer; what many answer alike is made once."""
        answer = repr(response)
        # To two texts that are the same a person may have said different things.
        if "text" in response or len(answer) > _SHORT:
            return self._exercise(place, line, response)
        known = (place, line.exercise, line.variant, line.reason, line.mark and line.mark.points, answer)
        if known not in self._sections:
            if len(self._sections) >= _MOST_SECTIONS:
                self._sections.clear()
            self._sections[known] = self._exercise(place, line, response)
        return self._sections[known]

    def _exercise(self, place: int, line: Marked, response: Response) -> str:
        question = self._questions.question(line.exercise, line.variant)
        mark = line.mark
        answer = ""
        if mark is not None and line.reason not in ("empty", "malformed"):
            answer = _answer(question, mark, response)
        title = f'{place}. {escape(question.title)} <span class="points">{_worth(line)}</span>'
        figure = f'<p class="note">{phrase("feedback.figure")}</p>\n' if question.figured else ""
        return (
            f"<section>\n<h2>{title}</h2>\n"
            f'<div class="prompt">{question.shown["prompt"]}</div>\n{figure}'
            f'<p class="reason {_tone(line)}">{_reason(line)}</p>\n'
            f"{answer}{self._end(question, line)}</section>\n"
        )

    def _end(self, question: Question, line: Marked) -> str:
        key = line.exercise, line.variant, line.reason == "right"
        if key not in self._ends:
            self._ends[key] = _after(question, with_key=line.reason != "right")
        return self._ends[key]


def _head(row: Row, title: str) -> str:
    waiting = row.to_mark
    name = f"{typed(row.name)} ({typed(row.student)})" if row.name.strip() else typed(row.student)
    total = word("points.of", points=number(row.points / 100), n=number(row.of / 100))
    facts = [
        (word("feedback.student"), name),
        (word("feedback.total.so-far" if waiting else "feedback.total"), escape(total)),
        (word("assignment.receipt"), f"<code>{escape(row.receipt)}</code>"),
    ]
    listed = "".join(f"<dt>{escape(key)}</dt><dd>{value}</dd>" for key, value in facts)
    note = f'<p class="note">{phrase("feedback.waiting", n=len(waiting))}</p>\n' if waiting else ""
    return f"<header><h1>{escape(title)}</h1>\n<dl>{listed}</dl>\n{note}</header>\n"


# -- an exercise


def _worth(line: Marked) -> str:
    """Return the points of those that can be had, or these alone where the mark is not made yet."""
    if not line.of:
        return ""
    if line.mark is not None and line.mark.points is None:
        return escape(word("points", n=number(line.of / 100)))
    points = line.mark.points if line.mark is not None else 0
    return escape(word("points.of", points=number((points or 0) / 100), n=number(line.of / 100)))


_REASONS = {
    "right": "result.right",
    "partly": "result.partly",
    "wrong": "feedback.wrong",
    "complete": "feedback.complete",
    "incomplete": "feedback.incomplete",
    "by-hand": "feedback.by-hand",
    "malformed": "feedback.malformed",
    "empty": "feedback.empty",
    "unanswered": "feedback.empty",
    "withheld": "feedback.withheld",
    "changed": "feedback.changed",
    "other-variant": "feedback.other-variant",
    "elsewhere": "feedback.elsewhere",
}


def _reason(line: Marked) -> str:
    if line.reason == "by-hand" and line.mark is not None and line.mark.points is not None:
        return phrase("feedback.marked")
    return phrase(_REASONS[line.reason])


def _tone(line: Marked) -> str:
    return line.reason if line.reason in ("right", "partly", "wrong") else "other"


def _answer(question: Question, mark: Mark, response: Response) -> str:
    """Return what was answered, with the feedback that belongs to it."""
    kind = question.rule["kind"]
    body = _BODIES[kind](question, mark.detail, response)
    because = response.get("because")
    if because and because.strip():
        body += f"<h4>{phrase('predict.reason')}</h4>{_written(because)}"
    return f'<h3>{phrase("answer")}</h3>\n<div class="answer">{body}</div>\n'


def _written(text: str) -> str:
    return f'<div class="written">{typed(text)}</div>'


def _sign(how: str, key: str) -> str:
    mark = {"right": "✓", "wrong": "✗", "missed": "○"}[how]
    return f'<strong class="{how}"><span aria-hidden="true">{mark} </span>{phrase(key)}:</strong> '


def _told(html: str | None) -> str:
    return f'<div class="said">{html}</div>' if html else ""


def _choices(question: Question, detail: _Detail, response: Response) -> str:
    many = question.rule["policy"] != "one"
    keys = {"right": "mark.right", "wrong": "mark.taken" if many else "mark.wrong", "missed": "mark.missed"}
    shown = ("right", "wrong", "missed") if many else ("right", "wrong")
    rows = [
        f"<li>{_sign(how, keys[how])}{text}{_told(told)}</li>"
        for text, how, told in zip(
            question.options, detail["options"], question.sealed["feedback"]["options"], strict=True
        )
        if how in shown
    ]
    nothing = "" if "choices" not in response or response["choices"] else f"<p>{phrase('sheet.none')}</p>"
    policy = ""
    if many and question.rule["policy"] == "all-or-nothing":
        policy = f'<p class="note">{phrase("result.all")}</p>'
    return f'{nothing}<ul class="rows">{"".join(rows)}</ul>{policy}'


def _bands(question: Question, detail: _Detail, response: Response) -> str:
    given: Any = response
    if "parameter" in question.rule:
        given = response.get("values")
    text = str(given.get(question.rule.get("parameter", "number"), ""))
    told, band = question.sealed["feedback"], detail["band"]
    said = told["otherwise"] if band is None else told["bands"][band]
    return f"<p>{typed(text)} {escape(question.unit)}</p>{_told(said)}"


def _order(question: Question, detail: _Detail, response: Response) -> str:
    rows = "".join(f"<li>{question.items[int(i)]}</li>" for i in response["order"])
    n = len(question.items) - 1
    wrong = detail["kept"] < n
    neighbours = f"<p>{phrase('neighbours', right=detail['kept'], n=n)}</p>" if wrong else ""
    return f"<ol>{rows}</ol>{neighbours}{_told(question.sealed['feedback']['otherwise']) if wrong else ''}"


def _assign(question: Question, detail: _Detail, response: Response) -> str:
    given: Any = response.get(question.rule["field"])
    feedback = question.sealed["feedback"]
    rows = []
    for i, (text, how, target) in enumerate(zip(question.items, detail["items"], given, strict=True)):
        place = phrase("sheet.open") if target is None else question.targets[int(target)]
        told = None
        if how in ("right", "wrong") and target is not None:
            said = feedback["pairs"][i] if "pairs" in feedback else (feedback["items"][i] or None)
            said = said[int(target)] if isinstance(said, list) else said
            # A pair's one text is for those who missed it; a scale has a text for each place.
            told = said if how == "wrong" or question.type == "spectrum" else None
        sign = _sign(how, f"mark.{how}") if how in ("right", "wrong") else ""
        rows.append(f"<li>{text} → {sign}{place}{_told(told)}</li>")
    choice = response.get("choice")
    defended = ""
    if isinstance(choice, int) and choice < len(question.items):
        defended = f"<p>{phrase('sheet.defended')} {question.items[choice]}</p>"
    return f'<ul class="rows">{"".join(rows)}</ul>{defended}'


def _by_hand(question: Question, detail: _Detail, response: Response) -> str:
    rows = []
    for given in detail.get("levels", []):
        sought = question.sought[given["criterion"]]
        worth = word("points.of", points=given["points"], n=number(sought.points / 100))
        level = sought.levels[given["level"]].text
        comment = "".join(f"<p>{typed(line)}</p>" for line in given["comment"].splitlines())
        rows.append([sought.asks, escape(worth), f"<p>{level}</p>{comment}"])
    heads = phrases("feedback.criterion", "report.points", "feedback.level")
    return _written(response.get("text", "")) + (table(heads, rows) if rows else "")


def _complete(question: Question, detail: _Detail, response: Response) -> str:
    choice = response.get("choice")
    parts = []
    if isinstance(choice, int) and choice < len(question.options):
        parts.append(f"<p>{question.options[choice]}</p>")
    if response.get("number"):
        parts.append(f"<p>{typed(response['number'])} {escape(question.unit)}</p>")
    return "".join(parts) + _range(question, response)


def _range(question: Question, response: Response) -> str:
    low, high = response.get("low"), response.get("high")
    if not (low or high):
        return ""
    said = phrase("sheet.range", low=visible(low or ""), high=visible(high or ""))
    return f"<p>{said} {escape(question.unit)}</p>"


def _series(question: Question, detail: _Detail, response: Response) -> str:
    values: Any = response.get("values") or [None] * len(question.shown["xs"])
    rows = [
        [escape(x), typed(value) if value else phrase("sheet.open"), escape(number(truth))]
        for x, value, truth in zip(question.shown["xs"], values, question.sealed["truth"], strict=True)
    ]
    heads = phrases("report.moment", "draw.yours", "draw.truth")
    unit = f"<p>{phrase('draw.unit', unit=question.unit)}</p>" if question.unit else ""
    return f"{table(heads, rows)}{unit}{_range(question, response)}"


_BODIES: dict[str, Callable[[Question, _Detail, Response], str]] = {
    "choices": _choices,
    "bands": _bands,
    "order": _order,
    "assign": _assign,
    "by-hand": _by_hand,
    "complete": _complete,
    "series": _series,
}


# -- what follows the answer


def _after(question: Question, with_key: bool) -> str:
    """Return the right answer where it is wanted, and the solution."""
    sealed = question.sealed
    key = _key(question) if with_key else ""
    checklist = "".join(f"<li>{text}</li>" for text in sealed.get("checklist", []))
    return "".join(
        [
            _part("feedback.key", key),
            _part("text.model", sealed.get("model_answer")),
            _part("text.checklist", f"<ul>{checklist}</ul>" if checklist else None),
            _part("predict.outcome", sealed.get("outcome")),
            _part("solution", sealed.get("solution")),
        ]
    )


def _part(key: str, html: str | None) -> str:
    return f"<h3>{phrase(key)}</h3>\n<div>{html}</div>\n" if html else ""


def _key(question: Question) -> str:
    rule = question.rule
    match rule["kind"]:
        case "choices":
            right = [text for text, correct in zip(question.options, rule["correct"], strict=True) if correct]
            return _listed(right or [phrase("sheet.none")])
        case "bands":
            return f"<p>{escape(number(question.number or 0))} {escape(question.unit)}</p>"
        case "order":
            notes = question.sealed["notes"]
            rows = [f"{text}{_told(note)}" for text, note in zip(question.items, notes, strict=True)]
            return f"<ol>{''.join(f'<li>{row}</li>' for row in rows)}</ol>"
        case "assign":
            return _listed(
                f"{text} → {' / '.join(question.targets[target] for target in targets)}"
                for text, targets in zip(question.items, rule["key"], strict=True)
                if targets is not None
            )
    return ""


def _listed(rows: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>"


_STYLE = """
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .4rem 0 .7rem; }
dt { color: var(--seminar-muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.points { color: var(--seminar-muted); font-size: .95rem; font-weight: 400; white-space: nowrap; }
.reason { font-weight: 600; }
.reason.right { color: var(--seminar-accent); }
h4 { margin: .5rem 0 .2rem; font-size: .95rem; }
.rows { padding: 0; list-style: none; }
.rows li { margin-bottom: .45rem; break-inside: avoid; }
.written { padding: .5rem .8rem; border: 1px solid var(--seminar-grid); white-space: pre-wrap; }
"""
