"""An assignment as a QTI 1.2 package, as Canvas takes and gives them: a quiz to import, with its pictures.

The elements are those of IMS Question & Test Interoperability 1.2; which of them make a question of which
type is Canvas's own custom. Canvas marks a question wholly, or each of its parts alike; what it does
otherwise than the book is told as a loss.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from seminar.exercises.assignments import Assignment
from seminar.exercises.model import Draw, Explore
from seminar.surfaces.release import instructors_copy, lab_files
from seminar.surfaces.release.elements import element, lines
from seminar.surfaces.release.elements import text as as_text
from seminar.surfaces.release.keys import Keyed, Picture, about, paragraph, whole, with_keys
from seminar.surfaces.release.losses import Loss, report
from seminar.surfaces.release.questions import sealed
from seminar.surfaces.release.rows import Row, boxes, defence, lose_for_lines, options, places, scale, told
from seminar.surfaces.words import word

ENDING = "-qti.zip"

_FAR = "1000000000000000"
"""The end of a range of numbers that has none, and farther than any answer of the book."""


def qti(
    built: str, folder: Path, assignment: Assignment, seed: str, with_key: bool
) -> tuple[Mapping[str, bytes], list[Loss]]:
    """Return the package to import and its losses; see ``formats.Format``."""
    blocks = sealed(built, assignment, seed)
    given = with_keys(blocks, folder, assignment, seed)
    ident = _ident(assignment.name)
    sections = []
    for several in given:
        made = [_KINDS[each.exercise.type](each) for each in several]
        if several[0].variant is None:
            sections += made[0]
        else:
            sections += [_group(several, [first for first, *_ in made]), *made[0][1:]]
    losses = [
        *_everywhere(assignment),
        *whole(assignment, given, random="the quiz draws one of them at random"),
    ]
    pictures = [each for several in given for keyed in several for each in keyed.pictures]
    files = {
        "imsmanifest.xml": _manifest(assignment, ident, pictures),
        f"{ident}/{ident}.xml": _assessment(assignment, ident, sections),
        f"{ident}/assessment_meta.xml": _settings(assignment, ident),
    }
    packed = {name: text.encode() for name, text in files.items()}
    packed |= {f"{_FOLDER}/{each.name}": each.content for each in pictures}
    copy = instructors_copy(assignment, blocks, seed, folder) if with_key else {}
    return {
        f"{assignment.name}{ENDING}": _zipped(packed),
        f"{assignment.name}-qti-losses.txt": report(losses).encode(),
        **copy,
        **lab_files(assignment),
    }, losses


def _everywhere(assignment: Assignment) -> list[Loss]:
    return [
        Loss(
            "",
            "the closing day, in plain words here",
            "it stands in the quiz's description: set it in Canvas",
        ),
        Loss("", "hints", "left out: Canvas has none"),
        Loss(
            "",
            "marking by New Quizzes",
            "import as Classic Quizzes; after a migration look at each question's key and partial credit",
        ),
    ]


# -- the package


_FOLDER = "web_resources"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ABOUT_SCHEMAS = {"xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance"}


def _ident(name: str) -> str:
    """Return a name that is the same each time, and in no other package."""
    return f"g{sha256(name.encode()).hexdigest()[:32]}"


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Return the files as a zip, the same bytes on every machine: nothing in it is packed smaller."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as zipped:
        for name, content in files.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, content)
    return packed.getvalue()


def _manifest(assignment: Assignment, ident: str, pictures: Iterable[Picture]) -> str:
    meta = f"{ident}/assessment_meta.xml"
    resources = [
        element(
            "resource",
            element("file", href=f"{ident}/{ident}.xml")
            + element("dependency", identifierref=f"{ident}_meta"),
            identifier=ident,
            type="imsqti_xmlv1p2",
        ),
        element(
            "resource",
            element("file", href=meta),
            identifier=f"{ident}_meta",
            type="associatedcontent/imscc_xmlv1p1/learning-application-resource",
            href=meta,
        ),
        *(
            element(
                "resource",
                element("file", href=f"{_FOLDER}/{each.name}"),
                identifier=_ident(f"{assignment.name}/{each.name}"),
                type="webcontent",
                href=f"{_FOLDER}/{each.name}",
            )
            for each in pictures
        ),
    ]
    title = element("imsmd:title", element("imsmd:string", as_text(assignment.title)))
    about_it = element("imsmd:lom", element("imsmd:general", title))
    kind = element("schema", "IMS Content") + element("schemaversion", "1.1.3")
    return _XML + element(
        "manifest",
        "\n"
        + lines(
            element("metadata", kind + about_it),
            element("organizations"),
            element("resources", "\n" + lines(*resources)),
        ),
        identifier=f"{ident}_manifest",
        **{
            "xmlns": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
            "xmlns:imsmd": "http://www.imsglobal.org/xsd/imsmd_v1p2",
            **_ABOUT_SCHEMAS,
            "xsi:schemaLocation": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1 "
            "http://www.imsglobal.org/xsd/imscp_v1p1.xsd http://www.imsglobal.org/xsd/imsmd_v1p2 "
            "http://www.imsglobal.org/xsd/imsmd_v1p2p2.xsd",
        },
    )


def _settings(assignment: Assignment, ident: str) -> str:
    """Return Canvas's own settings of the quiz: it comes unpublished, with one attempt."""
    told_after = assignment.feedback != "never"
    settings = {
        "title": assignment.title,
        "description": about(assignment),
        "shuffle_answers": "false",
        "scoring_policy": "keep_highest",
        "hide_results": "" if told_after else "always",
        "quiz_type": "assignment",
        "points_possible": f"{assignment.hundredths / 100:g}",
        "show_correct_answers": "true" if told_after else "false",
        "anonymous_submissions": "false",
        "could_be_locked": "false",
        "allowed_attempts": "1",
        "one_question_at_a_time": "false",
        "cant_go_back": "false",
        "available": "false",
    }
    space = "http://canvas.instructure.com/xsd/cccv1p0"
    return _XML + element(
        "quiz",
        "\n" + lines(*(element(name, as_text(value)) for name, value in settings.items())),
        identifier=ident,
        **{
            "xmlns": space,
            **_ABOUT_SCHEMAS,
            "xsi:schemaLocation": f"{space} https://canvas.instructure.com/xsd/cccv1p0.xsd",
        },
    )


def _assessment(assignment: Assignment, ident: str, sections: Sequence[str]) -> str:
    attempts = _fields({"cc_maxattempts": "1"})
    root = element("section", "\n" + lines(*sections), ident="root_section")
    assessment = element("assessment", f"\n{attempts}\n{root}\n", ident=ident, title=assignment.title)
    space = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
    return _XML + element(
        "questestinterop",
        f"\n{assessment}\n",
        **{
            "xmlns": space,
            **_ABOUT_SCHEMAS,
            "xsi:schemaLocation": f"{space} http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd",
        },
    )


def _group(several: Sequence[Keyed], items: Sequence[str]) -> str:
    """Return the versions of an exercise, of which Canvas draws one for each student."""
    first = several[0]
    points = element("selection_extension", element("points_per_item", _points(first)))
    selection = element("selection", element("selection_number", "1") + points)
    return element(
        "section",
        "\n" + lines(element("selection_ordering", selection), *items),
        ident=_ident(f"group/{first.exercise.id}"),
        title=first.exercise.title,
    )


def _points(each: Keyed) -> str:
    return f"{each.rule['points'] / 100:g}"


def _fields(fields: Mapping[str, str]) -> str:
    return element(
        "qtimetadata",
        "".join(
            element("qtimetadatafield", element("fieldlabel", name) + element("fieldentry", as_text(value)))
            for name, value in fields.items()
        ),
    )


# -- the parts of an item


def _material(text: str, kind: str = "text/html") -> str:
    return element("material", element("mattext", as_text(text), texttype=kind))


def _asked(each: Keyed, *how: str) -> str:
    return each.question(lambda picture: f"%24IMS-CC-FILEBASE%24/{picture.name}", how)


def _item(
    each: Keyed,
    kind: str,
    *responses: str,
    text: str,
    conditions: Sequence[str],
    feedback: Mapping[str, str],
    answers: Iterable[int] = (),
    own: str = "",
) -> str:
    """Return a question.

    ``feedback`` is HTML by its name; ``general_fb`` is told to all, ``general_incorrect_fb`` to those who are
    not wholly right, the others by ``conditions``. ``answers`` are the numbers of what can be chosen, in the
    order in which they stand. ``own`` names a question without points that goes with another.
    """
    ident = _ident(f"{each.exercise.id}/{each.variant}{own}")
    said = {name: html for name, html in feedback.items() if html}
    fields = {
        "question_type": kind,
        "points_possible": "0" if own else _points(each),
        "original_answer_ids": ",".join(map(str, answers)),
        "assessment_question_identifierref": _ident(f"bank/{ident}"),
    }
    processing = [
        element(
            "outcomes", element("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
        ),
        *([_when(element("other"), told="general_fb", goes_on=True)] if "general_fb" in said else []),
        *conditions,
        *(
            [_when(element("other"), told="general_incorrect_fb", goes_on=True)]
            if "general_incorrect_fb" in said
            else []
        ),
    ]
    return element(
        "item",
        "\n"
        + lines(
            element("itemmetadata", _fields(fields)),
            element("presentation", "\n" + lines(_material(text), *responses)),
            element("resprocessing", "\n" + lines(*processing)),
            *(
                element("itemfeedback", element("flow_mat", _material(html)), ident=name)
                for name, html in said.items()
            ),
        ),
        ident=ident,
        title=word("paper.lms.reason", title=each.name) if own else each.name,
    )


def _when(condition: str, score: str = "", action: str = "Set", told: str = "", goes_on: bool = False) -> str:
    """Return what happens where a condition holds: a score in per cent, feedback by its name, or both."""
    return element(
        "respcondition",
        element("conditionvar", condition)
        + (element("setvar", score, action=action, varname="SCORE") if score else "")
        + (element("displayfeedback", feedbacktype="Response", linkrefid=told) if told else ""),
        **{"continue": "Yes" if goes_on else "No"},
    )


def _equal(value: object, respident: str = "response1") -> str:
    return element("varequal", str(value), respident=respident)


def _labels(texts: Mapping[int, str], kind: str = "text/html") -> str:
    return element(
        "render_choice",
        "".join(element("response_label", _material(text, kind), ident=str(n)) for n, text in texts.items()),
    )


def _numbered(count: int, start: int = 1001) -> list[int]:
    """Return numbers for so many answers, unique in their question."""
    return list(range(start, start + count))


def _typed(each_kind: str = "") -> str:
    """Return a box to type into: a text, or a number where ``each_kind`` is ``Decimal``."""
    kind = {"fibtype": each_kind} if each_kind else {}
    label = element("response_label", ident="answer1", rshuffle="No")
    return element(
        "response_str", element("render_fib", label, **kind), ident="response1", rcardinality="Single"
    )


# -- each type


def _one(each: Keyed) -> list[str]:
    if each.exercise.type == "read":
        each.lose("an answer is picked in the figure", "it is chosen from the list")
    texts = each.listed("options", "/text")
    ids = _numbered(len(texts))
    right = ids[each.rule["correct"].index(True)]
    responses = element(
        "response_lid", _labels(dict(zip(ids, texts, strict=True))), ident="response1", rcardinality="Single"
    )
    feedback, conditions = _on_each(each, ids)
    conditions.append(_when(_equal(right), "100"))
    return [
        _item(
            each,
            "multiple_choice_question",
            responses,
            text=_asked(each),
            conditions=conditions,
            feedback={"general_fb": each.solution(), **feedback},
            answers=ids,
        )
    ]


def _on_each(each: Keyed, ids: Sequence[int]) -> tuple[dict[str, str], list[str]]:
    """Return the feedback on options, and when it is told."""
    feedback = {
        f"{n}_fb": each.texts[f"options/{place}/feedback"]
        for place, n in enumerate(ids)
        if f"options/{place}/feedback" in each.texts
    }
    conditions = [_when(_equal(name.removesuffix("_fb")), told=name, goes_on=True) for name in feedback]
    return feedback, conditions


def _several(each: Keyed) -> list[str]:
    correct, policy = [*each.rule["correct"]], each.rule["policy"]
    if policy == "each-item":
        each.lose(
            "points for each option taken or left rightly",
            "students say of each whether it applies; one of which they say nothing counts as wrong",
        )
        return [_lines(each, options(each), "", word("paper.lms.each"))]
    texts = each.listed("options", "/text")
    trues, wrongs = correct.count(True), correct.count(False)
    if not trues:
        each.lose(
            "all points for choosing none, where none is right",
            "an option was added that says so and earns them",
        )
        texts.append(escape(word("paper.lms.none")))
        correct.append(True)
    elif policy == "all-or-nothing":
        if trues > 1:
            each.lose("points only for a wholly right answer", _ALIKE)
    elif wrongs and trues != (max(wrongs, 2) if policy == "false2" else wrongs):
        share = Decimal(100) / (max(wrongs, 2) if policy == "false2" else wrongs)
        each.lose(f"a wrong option costs {share:.2f} per cent", _ALIKE)
    ids = _numbered(len(texts))
    responses = element(
        "response_lid",
        _labels(dict(zip(ids, texts, strict=True))),
        ident="response1",
        rcardinality="Multiple",
    )
    feedback, conditions = _on_each(each, ids)
    wanted = "".join(
        _equal(n) if right else element("not", _equal(n)) for n, right in zip(ids, correct, strict=True)
    )
    conditions.append(_when(element("and", wanted), "100"))
    return [
        _item(
            each,
            "multiple_answers_question",
            responses,
            text=_asked(each),
            conditions=conditions,
            feedback={"general_fb": each.solution(), **feedback},
            answers=ids,
        )
    ]


_ALIKE = "each right option earns its share, and a wrong one costs as much"


def _numeric(each: Keyed) -> list[str]:
    bands: Sequence[Mapping[str, Any]] = each.rule["bands"]
    said = each.listed("bands", "/feedback")
    if any(0 < band["credit"] < 100 for band in bands):
        each.lose("a number that earns part of the points", "it earns nothing")
    if said:
        each.lose(
            "feedback on a particular wrong number", "all of it stands in what is told to those who are wrong"
        )
    _decimals(each)
    rights = [band for band in bands if band["credit"] == 100]
    names = [f"<li>{_between(band)}: {html}</li>" for band, html in zip(bands[1:], said, strict=True)]
    wrong = each.texts["feedback"] + (f"\n<ul>{''.join(names)}</ul>" if names else "")
    return [_number(each, [_when(_holds(band), "100") for band in rights], {"general_incorrect_fb": wrong})]


def _number(each: Keyed, conditions: Sequence[str], feedback: Mapping[str, str]) -> str:
    return _item(
        each,
        "numerical_question",
        _typed("Decimal"),
        text=_asked(each, *each.numbers),
        conditions=conditions,
        feedback={"general_fb": each.solution(), **feedback},
        answers=_numbered(len(conditions)),
    )


def _holds(band: Mapping[str, Any]) -> str:
    """Return the condition that a number lies in a band: around a number, or in a range."""
    low, high = band["from"], band["to"]
    least = element("vargte", low or f"-{_FAR}", respident="response1")
    most = element("varlte", high or _FAR, respident="response1")
    if low is None or high is None:
        return least + most
    centre = (Decimal(low) + Decimal(high)) / 2
    exact = _equal(f"{centre.normalize() + 0:f}")
    return element("or", exact + (element("and", least + most) if low != high else ""))


def _between(band: Mapping[str, Any]) -> str:
    low, high = (
        None if band[end] is None else band[end].replace("-", "\N{MINUS SIGN}") for end in ("from", "to")
    )
    if low is None or high is None:
        return f"\N{LESS-THAN OR EQUAL TO} {high}" if low is None else f"\N{GREATER-THAN OR EQUAL TO} {low}"
    return low if low == high else f"{low}\N{EN DASH}{high}"


def _decimals(each: Keyed) -> None:
    each.lose(
        "a decimal comma, such as 11,2",
        "a Canvas in English takes it for another number; the question asks for a decimal point",
    )


def _ordering(each: Keyed) -> list[str]:
    whole_only = each.rule["policy"] == "all-or-nothing"
    each.lose(
        "points only for a wholly right answer" if whole_only else "points for neighbours in the right order",
        "each item at its right place earns its share; students choose a place for each from a list",
    )
    items = each.listed("items", "/text")
    numbers = [str(place) for place in range(1, len(items) + 1)]
    # In the order of a release, which says nothing of the key.
    rows = [Row(items[place], numbers, [place], [""] * len(items)) for place in each.exercise.released]
    notes = "".join(
        f"<li>{text} {each.texts.get(f'items/{place}/note', '')}</li>" for place, text in enumerate(items)
    )
    return [
        _lines(
            each,
            rows,
            "",
            word("order.on.paper"),
            also=f"<ol>{notes}</ol>",
            wrong=each.texts["feedback"],
        )
    ]


def _matching(each: Keyed) -> list[str]:
    lose_for_lines(each)
    rights = each.plain("rights")
    ids = _numbered(len(rights))
    # In the order of a release: the file's own is the key.
    shown = {ids[place]: rights[place] for place in each.exercise.released}
    lefts = each.listed("pairs", "/left")
    own = _numbered(len(lefts), 2001)
    share = f"{Decimal(100) / len(lefts):.2f}"
    responses, conditions, feedback = [], [], {}
    for place, (number, left, (right,)) in enumerate(zip(own, lefts, each.rule["key"], strict=True)):
        asked = f"response_{number}"
        responses.append(element("response_lid", _material(left) + _labels(shown, "text/plain"), ident=asked))
        wanted = _equal(ids[right], asked)
        conditions.append(_when(wanted, share, "Add", goes_on=True))
        conditions.append(_when(element("not", wanted), told=f"{number}_fb", goes_on=True))
        feedback[f"{number}_fb"] = each.texts[f"pairs/{place}/feedback"]
    return [
        _item(
            each,
            "matching_question",
            *responses,
            text=_asked(each),
            conditions=conditions,
            feedback={"general_fb": each.solution(), **feedback},
            answers=own,
        )
    ]


def _lines(each: Keyed, rows: Sequence[Row], above: str, *how: str, also: str = "", wrong: str = "") -> str:
    """Return a question with a list to choose from behind each line."""
    if any(len(row.rights) > 1 for row in rows):
        each.lose(
            "several right choices in one line, in New Quizzes",
            "Classic Quizzes takes each of them; New Quizzes keeps one",
        )
    if any(map(any, (row.said for row in rows))):
        each.lose("feedback on each single choice of a list", "it stands in the general feedback")
    asked = _asked(each, *how)
    blank = _blank(asked + above + "".join(row.text for row in rows))
    share = f"{Decimal(100) / len(rows):.2f}"
    listed, responses, conditions, ids = [], [], [], []
    for place, row in enumerate(rows, start=1):
        name = f"{blank}{place}"
        own = _numbered(len(row.choices), 1001 + 100 * (place - 1))
        ids += own
        listed.append(f"<li>{row.text} [{name}]</li>")
        shown = dict(zip(own, row.choices, strict=True))
        responses.append(
            element(
                "response_lid",
                _material(name, "text/plain") + _labels(shown, "text/plain"),
                ident=f"response_{name}",
            )
        )
        conditions += [
            _when(_equal(own[right], f"response_{name}"), share, "Add", goes_on=True) for right in row.rights
        ]
    return _item(
        each,
        "multiple_dropdowns_question",
        *responses,
        text=f"{asked}\n{above}\n<ul>\n{lines(*listed)}</ul>",
        conditions=conditions,
        feedback={"general_fb": each.solution(also, told(rows)), "general_incorrect_fb": wrong},
        answers=ids,
    )


def _blank(text: str) -> str:
    """Return a name for the blanks of a text that stands in no brackets there."""
    name = "line"
    while f"[{name}" in text:
        name += "s"
    return name


def _classification(each: Keyed) -> list[str]:
    lose_for_lines(each)
    return [_lines(each, boxes(each), "")]


def _spectrum(each: Keyed) -> list[str]:
    lose_for_lines(each)
    each.lose(
        "one's own placing, and the defence of a placing", "a second question without points asks for them"
    )
    return [_lines(each, places(each), scale(each)), _reason(each, defence(each))]


def _written(each: Keyed) -> list[str]:
    words = getattr(each.exercise, "words", None)
    return [_essay(each, [], *([word("paper.lms.words", n=words)] if words else []))]


def _essay(each: Keyed, wanted: Sequence[str], *how: str, also: str = "", own: str = "") -> str:
    """Return a question that a reader marks; ``wanted`` is what the answer has to hold, as plain texts.

    ``also`` is HTML that is told besides the solution.
    """
    guidance = each.guidance()
    if guidance:
        each.lose(
            "information for those who mark, which students never see",
            "model answer and checklist stand in the comment that students see with their results; rubric "
            "and graded samples are in the copy that --with-key writes",
        )
    listed = "".join(f"<li>{escape(text)}</li>" for text in wanted)
    text = paragraph(word("paper.lms.unmarked")) if own else _asked(each, *how)
    return _item(
        each,
        "essay_question",
        _typed(),
        text=text + (f"\n<ul>{listed}</ul>" if listed else ""),
        conditions=[_when(element("other"))],
        feedback={"general_fb": "\n".join(filter(None, [guidance, "" if own else each.solution(also)]))},
        own=own,
    )


def _reason(each: Keyed, wanted: Sequence[str]) -> str:
    """Return the question without points that goes with a marked one and asks for its reason."""
    return _essay(each, wanted, own="-reason")


def _forecast(each: Keyed) -> list[str]:
    needs = set(each.rule["needs"]) - {"committed"}
    each.lose("a forecast is committed once, and met again later", "it is asked like any question")
    if needs == {"number"}:
        _decimals(each)
        anything = _when(_holds({"from": None, "to": None}), "100")
        return [_number(each, [anything], {})]
    asked = [f"{word('predict.low')} …", f"{word('predict.high')} …"] if "low" in needs else []
    choices = each.plain("options", "/text")
    unit = getattr(each.exercise, "unit", None)
    how = [word("draw.unit", unit=unit) if unit else "", word("predict.range") if asked else ""]
    return [_complete(each, [f"{word('answer')} …", *asked], *choices, *how)]


def _complete(each: Keyed, wanted: Sequence[str], *how: str, also: str = "") -> str:
    """Return a question that earns all points for any complete answer, with a reason where one is asked."""
    each.lose("points at once for any complete answer", "a reader gives them")
    because = "because" in each.rule["needs"]
    return _essay(each, [*wanted, *([word("predict.because")] if because else [])], *how, also=also)


def _explore(each: Keyed) -> list[str]:
    exercise = each.exercise
    assert isinstance(exercise, Explore)
    if each.rule["kind"] == "complete":
        return [_complete(each, [])]
    made = _one(each) if exercise.options else _numeric(each)
    if not exercise.because:
        return made
    each.lose("a reason beside the answer", "a second question without points asks for it")
    return [*made, _reason(each, [word("predict.because")])]


def _draw(each: Keyed) -> list[str]:
    exercise = each.exercise
    assert isinstance(exercise, Draw)
    xs, bands = exercise.truth().xs, each.rule["bands"]
    each.lose("a line drawn in the figure", "its values are written as numbers, in one text")
    ends = [f"{word(key)} …" for key in ("predict.low", "predict.high")] if exercise.range else []
    unit = getattr(exercise, "unit", None)
    how = [word("draw.unit", unit=unit) if unit else ""]
    how += [word("draw.range", x=xs[-1])] if exercise.range else []
    also = ""
    if bands is not None:
        each.lose("points for each value in its band", "a reader gives them; the comment lists the bands")
        rows = zip(xs, bands, strict=True)
        said = "".join(f"<li>{escape(x)}: {_between({'from': a, 'to': b})}</li>" for x, (a, b) in rows)
        also = f"<ul>{said}</ul>"
    return [_complete(each, [*(f"{x} …" for x in xs), *ends], *how, also=also)]


_KINDS: dict[str, Callable[[Keyed], list[str]]] = {
    "single-choice": _one,
    "multiple-choice": _several,
    "numeric": _numeric,
    "ordering": _ordering,
    "matching": _matching,
    "classification": _classification,
    "spectrum": _spectrum,
    "short-text": _written,
    "prediction": _forecast,
    "draw": _draw,
    "explore": _explore,
    "reveal": _forecast,
    "read": _one,
}
"""Makes the questions of a type: the first is the exercise's own, others go with it."""
