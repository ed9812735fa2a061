"""Reads a QTI 1.2 package and marks answers as Canvas does, from the documentation of both alone.

After IMS "QTI ASI Information Model" (response processing) and Canvas's account of how its quizzes are
scored: a question's parts are marked alike; of several options each wrong one taken costs what a right one
earns. It shares nothing with what writes the packages.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

from bs4 import BeautifulSoup
from lxml import etree

Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
P = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
C = "{http://canvas.instructure.com/xsd/cccv1p0}"
_BASE = "$IMS-CC-FILEBASE$/"
_AUTOMATIC = (
    "multiple_choice_question",
    "multiple_answers_question",
    "numerical_question",
    "matching_question",
    "multiple_dropdowns_question",
)
_LISTED = ("multiple_choice_question", "multiple_answers_question", "multiple_dropdowns_question")

Given = Mapping[str, set[str] | str]
"""For each response's name the identifiers that are chosen, or what was typed."""


class NotCanvas(ValueError):  # noqa: N818 - it says what is the case
    """The package holds what Canvas would refuse."""


@dataclass
class Line:
    """One thing that is answered: an empty text for a question's only one."""

    ident: str
    text: str
    labels: dict[str, str]
    """What there is to choose, by its identifier."""


@dataclass
class Item:
    """One question."""

    ident: str
    title: str
    kind: str
    points: float
    text: str
    lines: list[Line]
    feedback: dict[str, str]
    element: etree._Element
    group: str = ""
    """The title of the group of which one is drawn."""

    def mark(self, given: Given) -> float:
        """Return the share of the points that an answer earns."""
        if self.kind not in _AUTOMATIC:
            raise NotCanvas(f"{self.kind} is marked by hand")
        if self.kind == "multiple_answers_question":
            rights = self.rights
            chosen = given["response1"]
            right = len([each for each in chosen if each in rights])
            return max(right - (len(chosen) - right), 0) / len(rights)
        if self.kind in ("matching_question", "multiple_dropdowns_question"):
            # Canvas counts parts: hundredths that were rounded off in the file are not lost.
            return len(self._met(given, "Add")) / len(self.lines)
        return float(bool(self._met(given, "Set")))

    @property
    def rights(self) -> list[str]:
        """The options of several that are right: those that the whole answer has."""
        (whole,) = [each for each in self._conditions() if each.find(f"{Q}setvar") is not None]
        return [each.text or "" for each in whole.findall(f"{Q}conditionvar/{Q}and/{Q}varequal")]

    def told(self, given: Given) -> list[str]:
        """Return the names of the feedback that an answer gets, by the rules of QTI."""
        found = []
        for each in self._conditions():
            if _holds(each.find(f"{Q}conditionvar"), given):
                found += [shown.get("linkrefid") for shown in each.iterfind(f"{Q}displayfeedback")]
                if each.get("continue") != "Yes":
                    break
        return found

    def _conditions(self) -> list[etree._Element]:
        return list(self.element.iterfind(f"{Q}resprocessing/{Q}respcondition"))

    def _met(self, given: Given, action: str) -> list[float]:
        """Return the scores, in per cent, of the conditions that hold."""
        found = []
        for each in self._conditions():
            score = each.find(f"{Q}setvar")
            if score is not None and _holds(each.find(f"{Q}conditionvar"), given):
                assert score.get("action") == action
                found.append(float(score.text or 0))
        return found


def _holds(condition: etree._Element, given: Given) -> bool:
    """Return whether all of what an element holds is so."""
    return all(_is_so(each, given) for each in condition)


def _is_so(each: etree._Element, given: Given) -> bool:
    name = etree.QName(each).localname
    match name:
        case "other":
            return True
        case "and":
            return _holds(each, given)
        case "or":
            return any(_is_so(child, given) for child in each)
        case "not":
            return not _is_so(each[0], given)
    answer, text = given.get(each.get("respident"), set()), each.text or ""
    if isinstance(answer, set):
        assert name == "varequal"
        return text in answer
    number = Decimal(answer)
    match name:
        case "varequal":
            return number == Decimal(text)
        case "vargte":
            return number >= Decimal(text)
        case "varlte":
            return number <= Decimal(text)
    raise NotCanvas(f"there is no condition {name}")


@dataclass
class Package:
    """A package as read."""

    title: str
    description: str
    settings: dict[str, str]
    items: list[Item]
    files: dict[str, bytes]
    assessment: bytes


def text_of(marked: str) -> str:
    """Return the text of HTML in one line."""
    return " ".join(BeautifulSoup(marked, "html.parser").get_text().split())


def read(content: bytes) -> Package:
    """Return what a package holds; raises NotCanvas for what Canvas could not take."""
    with ZipFile(BytesIO(content)) as zipped:
        names = [name for name in zipped.namelist() if not name.endswith("/")]
        for name in names:
            if name != posixpath.normpath(name) or name.startswith(("/", "..")):
                raise NotCanvas(f"{name} leads out of the package")
        files = {name: zipped.read(name) for name in names}
    manifest = etree.fromstring(files["imsmanifest.xml"])
    hrefs, listed = {}, {}
    for resource in manifest.iter(f"{P}resource"):
        listed[resource.get("identifier")] = resource
        for file in resource.iterfind(f"{P}file"):
            hrefs[file.get("href")] = resource.get("type")
    if set(hrefs) != set(names) - {"imsmanifest.xml"}:
        raise NotCanvas("the manifest does not list the files that there are")
    for each in manifest.iter(f"{P}dependency"):
        if each.get("identifierref") not in listed:
            raise NotCanvas("a dependency that there is not")
    (quiz,) = [name for name, kind in hrefs.items() if kind == "imsqti_xmlv1p2"]
    (meta,) = [name for name in names if name.endswith("assessment_meta.xml")]
    settings = {etree.QName(each).localname: each.text or "" for each in etree.fromstring(files[meta])}
    pictures = {name: data for name, data in files.items() if hrefs.get(name) == "webcontent"}
    items = [_item(each, pictures) for each in etree.fromstring(files[quiz]).iter(f"{Q}item")]
    idents = [each.ident for each in items]
    if len(set(idents)) < len(idents):
        raise NotCanvas("an identifier stands twice")
    return Package(settings["title"], settings["description"], settings, items, pictures, files[quiz])


def _item(element: etree._Element, pictures: Mapping[str, bytes]) -> Item:
    fields = {
        each.findtext(f"{Q}fieldlabel"): each.findtext(f"{Q}fieldentry") or ""
        for each in element.iter(f"{Q}qtimetadatafield")
    }
    section = element.getparent()
    selection = section.find(f"{Q}selection_ordering/{Q}selection")
    group = ""
    if selection is not None:
        group = section.get("title")
        assert selection.findtext(f"{Q}selection_number") == "1"
        points = selection.findtext(f"{Q}selection_extension/{Q}points_per_item")
        assert float(points) == float(fields["points_possible"])
    made = Item(
        ident=element.get("ident"),
        title=element.get("title"),
        kind=fields["question_type"],
        points=float(fields["points_possible"]),
        text=element.findtext(f"{Q}presentation/{Q}material/{Q}mattext") or "",
        lines=[_line(each) for each in element.iter(f"{Q}response_lid", f"{Q}response_str")],
        feedback={
            each.get("ident"): each.findtext(f"{Q}flow_mat/{Q}material/{Q}mattext") or ""
            for each in element.iterfind(f"{Q}itemfeedback")
        },
        element=element,
        group=group,
    )
    _check(made, fields, pictures)
    return made


def _line(element: etree._Element) -> Line:
    labels = {
        each.get("ident"): each.findtext(f"{Q}material/{Q}mattext") or ""
        for each in element.iter(f"{Q}response_label")
    }
    return Line(element.get("ident"), element.findtext(f"{Q}material/{Q}mattext") or "", labels)


def _check(made: Item, fields: Mapping[str, str], pictures: Mapping[str, bytes]) -> None:
    linked = {each.get("linkrefid") for each in made.element.iter(f"{Q}displayfeedback")}
    if linked != set(made.feedback):
        raise NotCanvas(f"{made.title}: feedback that is not there, or is never told")
    for respondent in made.element.iter(f"{Q}varequal", f"{Q}vargte", f"{Q}varlte"):
        (line,) = [each for each in made.lines if each.ident == respondent.get("respident")]
        if made.kind != "numerical_question" and respondent.text not in line.labels:
            raise NotCanvas(f"{made.title}: {respondent.text} cannot be chosen")
    for picture in BeautifulSoup(made.text, "html.parser").select("img"):
        address = unquote(str(picture["src"]))
        if not address.startswith(_BASE) or f"web_resources/{address.removeprefix(_BASE)}" not in pictures:
            raise NotCanvas(f"there is no picture {address}")
    ids = fields["original_answer_ids"].split(",")
    listed = [ident for line in made.lines for ident in line.labels]
    if made.kind in _LISTED and ids != listed:
        raise NotCanvas(f"{made.title}: the numbers of its answers are others")
    if made.kind == "multiple_choice_question":
        _one_right(made)
    if made.kind in ("matching_question", "multiple_dropdowns_question"):
        scores = {each.text for each in made.element.iter(f"{Q}setvar")}
        if len(scores) != 1 or abs(float(scores.pop() or 0) * len(made.lines) - 100) > 0.1:
            raise NotCanvas(f"{made.title}: its parts do not make the whole")
        answered = {
            each.get("respident")
            for condition in made._conditions()
            if condition.find(f"{Q}setvar") is not None
            for each in condition.iter(f"{Q}varequal")
        }
        if answered != {each.ident for each in made.lines}:
            raise NotCanvas(f"{made.title}: a part that nothing answers")
    if made.kind == "multiple_dropdowns_question":
        for line in made.lines:
            if made.text.count(f"[{line.text}]") != 1 or line.ident != f"response_{line.text}":
                raise NotCanvas(f"{made.title}: no single blank [{line.text}]")


def _one_right(made: Item) -> None:
    rights = [each for each in made._conditions() if each.find(f"{Q}setvar") is not None]
    if len(rights) != 1 or rights[0].findtext(f"{Q}setvar") != "100":
        raise NotCanvas(f"{made.title}: not one right option, for all points")
