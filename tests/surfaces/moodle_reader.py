"""Reads Moodle XML and marks answers as Moodle does, from Moodle's documentation alone.

After docs.moodle.org: "Moodle XML format", "Embedded Answers (Cloze) question type", "Numerical question
type", "Ordering question type", and the list of grades that multiple choice accepts. It shares nothing with
what writes the files.
"""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

from bs4 import BeautifulSoup
from lxml import etree

LEGAL = {
    round(float(100 * each), 4)
    for each in (
        *(Fraction(p, q) for q in range(1, 7) for p in range(q + 1)),
        *(Fraction(p, 10) for p in range(11)),
        *(Fraction(1, q) for q in range(1, 11)),
        Fraction(1, 20),
    )
}
"""The grades that Moodle's form offers, in per cent; each also as a penalty."""


class NotMoodle(ValueError):  # noqa: N818 - it says what is the case
    """The file says what Moodle would refuse."""


def text_of(marked: str) -> str:
    """Return the text of HTML in one line."""
    return " ".join(BeautifulSoup(marked, "html.parser").get_text().split())


@dataclass
class Answer:
    """One answer with the part of the points that it earns, as a share of 1."""

    text: str
    fraction: float
    feedback: str = ""
    tolerance: float = 0.0

    def holds(self, number: float) -> bool:
        if self.text == "*":
            return True
        centre = float(self.text)
        off = self.tolerance + 1e-14 * max(1.0, abs(centre))
        return centre - off <= number <= centre + off


@dataclass
class Field:
    """One field within a cloze question."""

    weight: int
    kind: str
    answers: list[Answer]


@dataclass
class Question:
    """One question of the bank."""

    kind: str
    name: str
    text: str
    category: str
    idnumber: str
    points: float
    penalty: float
    feedback: str
    hints: list[str]
    files: dict[str, bytes]
    answers: list[Answer] = field(default_factory=list)
    single: bool = True
    stems: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    grading: str = ""
    graders: str = ""
    template: str = ""

    @property
    def choices(self) -> list[str]:
        """What matching offers: each text once."""
        return list(dict.fromkeys(self.partners))

    def mark(self, given: object) -> float:
        """Return the share of the points that an answer earns.

        One position, a set of positions, a number as typed, a text or None for each stem, the positions of
        items in the order given, or for each field its answer's text or what was typed.
        """
        match self.kind:
            case "multichoice" if self.single:
                assert isinstance(given, int)
                return self.answers[given].fraction
            case "multichoice":
                assert isinstance(given, set)
                return min(max(sum(self.answers[i].fraction for i in given), 0.0), 1.0)
            case "numerical":
                assert isinstance(given, str)
                return numerical(self.answers, given)
            case "shortanswer":
                assert isinstance(given, str)
                return worded(self.answers, given)
            case "matching":
                assert isinstance(given, list)
                right = sum(
                    chosen == partner
                    for stem, partner, chosen in zip(self.stems, self.partners, given, strict=False)
                    if stem
                )
                return right / len([stem for stem in self.stems if stem])
            case "ordering":
                assert isinstance(given, list)
                return self._ordered(given)
            case "cloze":
                assert isinstance(given, list)
                earned = sum(
                    each.weight * self._filled(each, answer)
                    for each, answer in zip(self.fields, given, strict=True)
                )
                return earned / sum(each.weight for each in self.fields)
        raise NotMoodle(f"{self.kind} is marked by hand")

    def _ordered(self, given: Sequence[int]) -> float:
        right = list(range(len(self.answers)))
        if self.grading == "ALL_OR_NOTHING":
            return float(list(given) == right)
        assert self.grading == "RELATIVE_NEXT_EXCLUDE_LAST"
        followers = dict(pairwise(given))
        return sum(followers.get(one) == after for one, after in pairwise(right)) / (len(right) - 1)

    @staticmethod
    def _filled(each: Field, given: str | None) -> float:
        if given is None:
            return 0.0
        if each.kind == "NUMERICAL":
            return numerical(each.answers, given)
        return next(answer.fraction for answer in each.answers if answer.text == given)


def numerical(answers: Sequence[Answer], typed: str) -> float:
    """Return what a number earns, as a Moodle in English reads it."""
    typed = typed.replace(" ", "").replace(",", "")
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", typed):
        return 0.0
    return next((answer.fraction for answer in answers if answer.holds(float(typed))), 0.0)


def worded(answers: Sequence[Answer], typed: str) -> float:
    """Return what a short text earns: a star stands for any text, and what is blank is no answer."""
    if not typed.strip():
        return 0.0
    patterns = [re.escape(answer.text).replace(r"\*", ".*") for answer in answers]
    fitting = (re.fullmatch(pattern, typed.strip(), re.DOTALL | re.IGNORECASE) for pattern in patterns)
    return next((answer.fraction for answer, fits in zip(answers, fitting, strict=True) if fits), 0.0)


def read(content: bytes) -> list[Question]:
    """Return the questions of a file in their order; raises NotMoodle for what Moodle would refuse."""
    root = etree.fromstring(content)
    assert root.tag == "quiz"
    category, found = "", []
    for element in root:
        if element.get("type") == "category":
            category = element.findtext("category/text") or ""
        else:
            found.append(_question(element, category))
    keys = [(each.category, each.idnumber) for each in found if each.idnumber]
    if len(set(keys)) < len(keys):
        raise NotMoodle("an id number stands twice in a category")
    return found


def _question(element: etree._Element, category: str) -> Question:
    kind = element.get("type") or ""
    made = Question(
        kind=kind,
        name=_text(element, "name"),
        text=_text(element, "questiontext"),
        category=category,
        idnumber=element.findtext("idnumber") or "",
        points=float(element.findtext("defaultgrade") or 1),
        penalty=float(element.findtext("penalty") or 1 / 3),
        feedback=_text(element, "generalfeedback"),
        hints=[each.findtext("text") or "" for each in element.findall("hint")],
        files={each.get("name"): base64.b64decode(each.text) for each in element.iter("file")},
    )
    for name in re.findall(r'@@PLUGINFILE@@/([^"]+)', made.text):
        if name not in made.files:
            raise NotMoodle(f"there is no file {name}")
    if not made.name or len(made.name) > 255:
        raise NotMoodle("a question needs a name")
    match kind:
        case "multichoice" | "numerical" | "shortanswer":
            made.answers = [_answer(each) for each in element.findall("answer")]
            made.single = element.findtext("single") != "false"
            _legal(made)
        case "matching":
            made.stems = [each.findtext("text") or "" for each in element.findall("subquestion")]
            made.partners = [each.findtext("answer/text") or "" for each in element.findall("subquestion")]
            if not all(made.partners):
                raise NotMoodle("a stem without an answer")
        case "ordering":
            made.answers = [Answer(each.findtext("text") or "", 1.0) for each in element.findall("answer")]
            made.grading = element.findtext("gradingtype") or ""
            assert element.findtext("selecttype") == "ALL"
        case "cloze":
            made.fields, made.text = _fields(made.text)
            made.points = sum(each.weight for each in made.fields)
            if not made.fields:
                raise NotMoodle("a cloze question without a field")
        case "essay":
            made.graders = _text(element, "graderinfo")
            made.template = _text(element, "responsetemplate")
            assert not made.hints, "essays take no hints"
        case "description":
            pass
        case _:
            raise NotMoodle(f"there is no type {kind}")
    return made


def _text(element: etree._Element, name: str) -> str:
    return (element.findtext(f"{name}/text") or "").strip()


def _answer(element: etree._Element) -> Answer:
    return Answer(
        (element.findtext("text") or "").strip(),
        float(element.get("fraction")) / 100,
        _text(element, "feedback"),
        float(element.findtext("tolerance") or 0),
    )


def _legal(made: Question) -> None:
    shares = [answer.fraction for answer in made.answers]
    for share in shares:
        if not any(abs(abs(share) * 100 - legal) < 0.001 for legal in LEGAL):
            raise NotMoodle(f"{share:.7f} is no grade that Moodle offers")
    best = max(shares) if made.single else sum(share for share in shares if share > 0)
    if abs(best - 1) > 0.0001:
        raise NotMoodle(f"the best answer earns {best:.5f} and not all")


_START = re.compile(
    r"\{(\d*):(NUMERICAL|NM|MULTICHOICE|MC|MULTICHOICE_V|MCV|MULTICHOICE_H|MCH|SHORTANSWER|SA|MW)"
    r":(.*?)(?<!\\)\}",
    re.DOTALL,
)


def _fields(text: str) -> tuple[list[Field], str]:
    """Return the fields of a cloze text, and the text with a mark where each stood."""
    found = []
    for weight, kind, body in _START.findall(text):
        answers = []
        for each in re.split(r"(?<!\\)~", body):
            share, rest = 0.0, each
            if each.startswith("="):
                share, rest = 1.0, each[1:]
            elif percent := re.match(r"%(-?\d+(?:[.,]\d*)?)%", each):
                share, rest = float(percent[1]) / 100, each[percent.end() :]
            # A number sign of a character's number parts nothing.
            parts = re.split(r"(?<![\\&])#", rest, maxsplit=1)
            answer = html.unescape(parts[0])
            feedback = html.unescape(parts[1]) if len(parts) > 1 else ""
            if kind in ("NUMERICAL", "NM"):
                number, _, tolerance = answer.partition(":")
                answers.append(Answer(number, share, feedback, float(tolerance or 0)))
            else:
                answers.append(Answer(text_of(answer), share, feedback))
        if max(answer.fraction for answer in answers) < 1:
            raise NotMoodle("a field in which nothing is right")
        found.append(Field(int(weight or 1), kind, answers))
    return found, _START.sub("[…]", text)
