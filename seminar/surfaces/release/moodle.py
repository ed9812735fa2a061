"""An assignment as Moodle XML, for Moodle's question bank.

The format is described at docs.moodle.org, "Moodle XML format". Questions that none of Moodle's own
types carries become "cloze" questions: a text with choices or boxes in it, each marked by itself.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from html import escape
from pathlib import Path

from seminar.exercises.assignments import Assignment
from seminar.exercises.model import Draw, Explore, plain
from seminar.surfaces.release import instructors_copy, lab_files
from seminar.surfaces.release.elements import cdata, element, lines
from seminar.surfaces.release.elements import text as as_text
from seminar.surfaces.release.keys import Keyed, Picture, about, paragraph, whole, with_keys
from seminar.surfaces.release.losses import Loss, report
from seminar.surfaces.release.questions import sealed
from seminar.surfaces.release.rows import Row, boxes, defence, lose_for_lines, options, places, scale
from seminar.surfaces.words import word

ENDING = "-moodle.xml"

FRACTIONS = tuple(
    Decimal(text)
    for text in (
        *("100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25"),
        *("20", "16.66667", "14.28571", "12.5", "11.11111", "10", "5", "0"),
    )
)
"""The parts of a question's points, in per cent, that Moodle takes for an answer, each also as a loss."""

_ALL, _NOTHING = Decimal(100), Decimal(0)
_FAR = 10**6
"""How far a band without an end goes, as a multiple of its one end (or of 1, where that is nearer 0)."""


def moodle(
    built: str, folder: Path, assignment: Assignment, seed: str, with_key: bool
) -> tuple[Mapping[str, bytes], list[Loss]]:
    """Return the file to import and its losses; see ``formats.Format``."""
    blocks = sealed(built, assignment, seed)
    given = with_keys(blocks, folder, assignment, seed)
    head = f"$course$/top/{_in_path(assignment.title)}"
    written = [_category(head), _description(assignment)]
    for several in given:
        made = [_KINDS[each.exercise.type](each) for each in several]
        if several[0].variant is None:
            written += made[0]
            continue
        written.append(_category(f"{head}/{_in_path(several[0].exercise.title)}"))
        written += [first for first, *_ in made]
        # What goes with every version is not to be drawn in the place of one.
        written += [_category(head), *made[0][1:]]
    losses = whole(
        assignment,
        given,
        random="its versions stand in a category of their own: add a random question from it to the quiz",
    )
    losses[:0] = [
        Loss(
            "",
            "the quiz itself: which questions, in which order, until when",
            "the file fills the question bank; add the questions of its category to a quiz, first the one "
            "that says what to do",
        ),
        Loss(
            "",
            "hints that come one by one when a student asks for them",
            "they come after a wrong try where the quiz behaves as 'Interactive with multiple tries'; no try "
            "costs points",
        ),
    ]
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{lines(*written)}</quiz>\n'
    files = {
        f"{assignment.name}{ENDING}": text.encode(),
        f"{assignment.name}-moodle-losses.txt": report(losses).encode(),
    }
    copy = instructors_copy(assignment, blocks, seed, folder) if with_key else {}
    return files | copy | lab_files(assignment), losses


def nearest(share: Decimal) -> Decimal:
    """Return the fraction that Moodle takes which is nearest to ``share`` per cent, of both the larger."""
    part = min(FRACTIONS, key=lambda each: abs(each - abs(share)))
    return -part if share < 0 else part


def shares(count: int) -> list[Decimal]:
    """Return the fractions of ``count`` right answers (1 to 20), as equal as they can be, 100 together."""
    if count <= 10:
        return [nearest(_ALL / count)] * count
    return [Decimal(10)] * (20 - count) + [Decimal(5)] * (2 * count - 20)


# -- the file's parts


def _in_path(title: str) -> str:
    """Return a title as the name of a category: a slash stands twice where it begins no deeper one."""
    return title.replace("/", "//")


def _category(path: str) -> str:
    return element("question", element("category", element("text", as_text(path))), type="category")


def _description(assignment: Assignment) -> str:
    name = word("paper.lms.about", title=assignment.title)
    return element(
        "question", lines(_named(name), _html("questiontext", about(assignment))), type="description"
    )


def _named(name: str) -> str:
    return element("name", element("text", as_text(name)))


def _html(name: str, html: str, pictures: Iterable[Picture] = (), also: str = "") -> str:
    # Moodle puts an address in the place of this, wherever it stands.
    html = html.replace(_FILES, _FILES.replace("@", "&#64;"))
    files = ""
    for each in pictures:
        html = html.replace(f'src="{each.name}"', f'src="{_FILES}/{each.name}"')
        content = base64.b64encode(each.content).decode("ascii")
        files += element("file", content, name=each.name, path="/", encoding="base64")
    return element(name, element("text", cdata(html)) + files + also, format="html")


_FILES = "@@PLUGINFILE@@"


def _question(
    each: Keyed,
    kind: str,
    *body: str,
    text: str,
    feedback: str = "",
    points: float | None = None,
    own: str = "",
    hints: bool = True,
) -> str:
    """Return a question with what every type has; ``own`` names one that goes with another."""
    exercise = each.exercise
    tags = (exercise.chapter, exercise.objective, exercise.level)
    return element(
        "question",
        "\n"
        + lines(
            _named(word("paper.lms.reason", title=each.name) if own else each.name),
            _html("questiontext", text, () if own else each.pictures),
            _html("generalfeedback", feedback),
            element("defaultgrade", f"{each.rule['points'] / 100 if points is None else points:g}"),
            element("penalty", "0"),
            element("hidden", "0"),
            element("idnumber", as_text(each.ident + own)),
            *body,
            *([_html("hint", html) for html in each.listed("hints")] if hints else []),
            element("tags", "".join(element("tag", element("text", as_text(tag))) for tag in tags if tag)),
        ),
        type=kind,
    )


def _asked(each: Keyed, *how: str) -> str:
    return each.question(lambda picture: picture.name, how)


def _answer(html: str, fraction: Decimal, said: str | None, *also: str) -> str:
    return element(
        "answer",
        element("text", cdata(html)) + "".join(also) + _html("feedback", said or ""),
        fraction=plain(fraction),
        format="html",
    )


# -- cloze: fields within a text


def _cloze(each: Keyed, fields: str, *how: str) -> str:
    """Return a question whose ``fields`` are HTML with ``_field`` in it, each worth the same."""
    text = f"{_unfilled(_asked(each, *how))}\n{fields}"
    return _question(each, "cloze", text=text, feedback=each.solution())


def _weight(each: Keyed, count: int) -> int:
    """Return what a field is worth: whole points, so that together they are the question's if they can be."""
    points: int = each.rule["points"]
    if points and points % (100 * count) == 0:
        return points // (100 * count)
    each.lose(
        "the points of a question whose parts are marked one by one",
        "Moodle gives it a point for each part: in the quiz, set its mark to what the book gives",
    )
    return 1


def _field(weight: int, kind: str, answers: Iterable[tuple[str, bool, str]]) -> str:
    """Return a field of plain or numerical answers, each right or not, with the HTML of its feedback."""
    written = [
        f"{'=' if right else '%0%'}{answer}{f'#{_quoted(said)}' if said else ''}"
        for answer, right, said in answers
    ]
    return f"{{{weight}:{kind}:{'~'.join(written)}}}"


def _rows(weight: int, rows: Iterable[Row]) -> str:
    """Return lines as HTML, a list to choose from behind each."""
    listed = []
    for row in rows:
        answers = [
            (_quoted(escape(choice)), place in row.rights, said)
            for place, (choice, said) in enumerate(zip(row.choices, row.said, strict=True))
        ]
        listed.append(f"<li>{_unfilled(row.text)} {_field(weight, 'MULTICHOICE', answers)}</li>")
    return f"<ul>\n{lines(*listed)}</ul>"


def _unfilled(html: str) -> str:
    """Return HTML in which nothing can be taken for a field."""
    return html.replace("{", "&#123;")


def _quoted(html: str) -> str:
    """Return HTML for a field, where some characters part answers: Moodle decodes it once."""
    return "".join(f"&#{ord(letter)};" if letter in _PARTING else letter for letter in html)


_PARTING = frozenset("&~#{}%=\\/\"'<>")


# -- each type


def _choice(each: Keyed, correct: Sequence[bool] | None = None) -> str:
    """Return a question with one answer to choose; without a key all earn the points."""
    texts = each.listed("options", "/text")
    rights = [True] * len(texts) if correct is None else correct
    answers = [
        _answer(text, _ALL if right else _NOTHING, each.texts.get(f"options/{place}/feedback"))
        for place, (text, right) in enumerate(zip(texts, rights, strict=True))
    ]
    body = _multichoice("true", answers)
    return _question(each, "multichoice", *body, text=_asked(each), feedback=each.solution())


def _multichoice(single: str, answers: Sequence[str]) -> list[str]:
    settings = {"single": single, "shuffleanswers": "false", "answernumbering": "none"}
    return [*(element(name, value) for name, value in settings.items()), *answers]


def _one(each: Keyed) -> list[str]:
    if each.exercise.type == "read":
        each.lose("an answer is picked in the figure", "it is chosen from the list")
    return [_choice(each, each.rule["correct"])]


def _several(each: Keyed) -> list[str]:
    correct: Sequence[bool] = each.rule["correct"]
    policy = each.rule["policy"]
    if policy == "each-item":
        return [_each_option(each)]
    texts = each.listed("options", "/text")
    said = [each.texts.get(f"options/{place}/feedback", "") for place in range(len(texts))]
    trues = correct.count(True)
    rights = iter(shares(trues)) if trues else iter(())
    wrongs = len(correct) - trues
    if trues > 10:
        each.lose(
            "equal shares of more than ten right options",
            "the first of them earn 10 per cent, the last 5, all together 100",
        )
    if policy == "all-or-nothing" or not trues:
        penalty = -_ALL
        if trues > 1 and policy == "all-or-nothing":
            each.lose(
                "points only for a wholly right answer",
                "each right option earns its share, and a wrong one takes all of it away",
            )
    else:
        share = _ALL / (max(wrongs, 2) if policy == "false2" else max(wrongs, 1))
        penalty = -nearest(share)
        if abs(share + penalty) > Decimal("0.001"):
            each.lose(
                f"a wrong option costs {share:.2f} per cent",
                f"it costs {-penalty}, the nearest that Moodle has",
            )
    answers = [
        _answer(text, next(rights) if right else penalty, told)
        for text, right, told in zip(texts, correct, said, strict=True)
    ]
    if not trues:
        each.lose(
            "all points for choosing none, where none is right",
            "an option was added that says so and earns them",
        )
        answers.append(_answer(escape(word("paper.lms.none")), _ALL, ""))
    body = _multichoice("false", answers)
    return [_question(each, "multichoice", *body, text=_asked(each), feedback=each.solution())]


def _each_option(each: Keyed) -> str:
    """Return a question that asks of each option whether it applies, for each is marked by itself."""
    each.lose(
        "points for each option taken or left rightly",
        "students say of each whether it applies; one of which they say nothing counts as wrong",
    )
    rows = options(each)
    return _cloze(each, _rows(_weight(each, len(rows)), rows), word("paper.lms.each"))


def _numeric(each: Keyed) -> list[str]:
    said = ["", *each.listed("bands", "/feedback")]
    answers = []
    for band, told in zip(each.rule["bands"], said, strict=True):
        low, high = _ends(each, band)
        share = nearest(Decimal(band["credit"]))
        if share != band["credit"]:
            each.lose(
                f"a number that earns {band['credit']} per cent",
                f"it earns {plain(share)}, the nearest that Moodle has",
            )
        tolerance = element("tolerance", plain((high - low) / 2))
        answers.append(_answer(plain((low + high) / 2), share, told, tolerance))
    otherwise = _answer("*", _NOTHING, each.texts["feedback"], element("tolerance", "0"))
    _decimals(each)
    return [
        _question(
            each,
            "numerical",
            *answers,
            otherwise,
            text=_asked(each, *each.numbers),
            feedback=each.solution(),
        )
    ]


def _ends(each: Keyed, band: Mapping[str, str | None]) -> tuple[Decimal, Decimal]:
    """Return between which numbers a band lies; one without an end gets one far away."""
    low, high = (None if band[name] is None else Decimal(band[name] or 0) for name in ("from", "to"))
    if low is not None and high is not None:
        return low, high
    known = low if low is not None else high
    assert known is not None  # the bank refuses a band with neither
    reach = _FAR * max(abs(known), Decimal(1))
    each.lose(
        "numbers of a band without an end, however large",
        f"it ends {plain(reach.normalize())} further; a number beyond counts as any other",
    )
    return (known, known + reach) if low is not None else (known - reach, known)


def _decimals(each: Keyed) -> None:
    each.lose(
        "a decimal comma, such as 11,2",
        "in a Moodle in English the comma goes and 112 is read; the question asks for a decimal point",
    )


def _ordering(each: Keyed) -> list[str]:
    each.lose(
        "an order that was not touched counts as no answer",
        "Moodle marks the order in which it first showed the items",
    )
    each.lose("questions of order before Moodle 4.4", "an older Moodle needs the plugin 'ordering'")
    if any(f"items/{place}/note" in each.texts for place in range(each.rule["length"])):
        each.lose("a note beside each item of the right order", "the notes stand in the general feedback")
    items = each.listed("items", "/text")
    notes = "".join(
        f"<li>{text} {each.texts.get(f'items/{place}/note', '')}</li>" for place, text in enumerate(items)
    )
    policy = "ALL_OR_NOTHING" if each.rule["policy"] == "all-or-nothing" else "RELATIVE_NEXT_EXCLUDE_LAST"
    settings = {
        "layouttype": "VERTICAL",
        "selecttype": "ALL",
        "selectcount": str(len(items)),
        "gradingtype": policy,
        "showgrading": "SHOW",
        "numberingstyle": "none",
    }
    # In the order of the file, which is the key; Moodle shows them in a new one each time.
    answers = [
        element("answer", element("text", cdata(text)), fraction=str(place), format="html")
        for place, text in enumerate(items, start=1)
    ]
    body = [
        *(element(name, value) for name, value in settings.items()),
        _html("correctfeedback", ""),
        _html("partiallycorrectfeedback", each.texts["feedback"]),
        _html("incorrectfeedback", each.texts["feedback"]),
        element("shownumcorrect", "1"),
        *answers,
    ]
    feedback = each.solution(f"<ol>{notes}</ol>")
    return [_question(each, "ordering", *body, text=_asked(each), feedback=feedback)]


def _matching(each: Keyed) -> list[str]:
    return [
        _matched(
            each,
            each.listed("pairs", "/left"),
            each.plain("rights"),
            [key[0] for key in each.rule["key"]],
            each.listed("pairs", "/feedback"),
        )
    ]


def _matched(
    each: Keyed, lefts: Sequence[str], rights: Sequence[str], key: Sequence[int], said: Sequence[str]
) -> str:
    """Return a question that has a partner chosen for each text; ``said`` stands in the general feedback."""
    lose_for_lines(each)
    pairs = [(left, rights[right]) for left, right in zip(lefts, key, strict=True)]
    # A text without a partner is one more to choose.
    pairs += [("", right) for place, right in enumerate(rights) if place not in key]
    body = [
        _html("subquestion", left, also=element("answer", element("text", as_text(right))))
        for left, right in pairs
    ]
    feedback = "".join(f"<li>{told}</li>" for told in said if told)
    if feedback:
        each.lose("feedback on each single choice of a list", "it stands in the general feedback")
    return _question(
        each,
        "matching",
        element("shuffleanswers", "true"),
        *body,
        text=_asked(each),
        feedback=each.solution(f"<ul>{feedback}</ul>" if feedback else ""),
    )


def _classification(each: Keyed) -> list[str]:
    rows = boxes(each)
    if all(len(row.rights) == 1 and not any(row.said) for row in rows):
        key = [next(iter(row.rights)) for row in rows]
        return [_matched(each, [row.text for row in rows], each.plain("boxes"), key, [])]
    # Only fields in a text take several right boxes, and feedback on each.
    return [_sorted(each, rows)]


def _sorted(each: Keyed, rows: Sequence[Row], above: str = "") -> str:
    """Return a question with a list to choose from behind each line."""
    lose_for_lines(each)
    return _cloze(each, f"{_unfilled(above)}\n{_rows(_weight(each, len(rows)), rows)}".strip())


def _spectrum(each: Keyed) -> list[str]:
    each.lose(
        "one's own placing, and the defence of a placing", "a second question without points asks for them"
    )
    return [_sorted(each, places(each), scale(each)), _reason(each, defence(each))]


def _written(each: Keyed) -> list[str]:
    words = getattr(each.exercise, "words", None)
    return [_essay(each, [], *([word("paper.lms.words", n=words)] if words else []))]


def _essay(each: Keyed, blanks: Sequence[str], *how: str) -> str:
    """Return a question that a reader marks; ``blanks`` are what the answer begins with, to be filled in."""
    if each.exercise.hint_texts:
        each.lose("hints of a written answer", "they stand in the information for graders")
    return _question(
        each,
        "essay",
        *_room(blanks, each.for_graders()),
        text=_asked(each, *how),
        feedback=each.solution(),
        hints=False,
    )


def _room(blanks: Sequence[str], guidance: str) -> list[str]:
    template = "".join(f"<p>{escape(blank)} </p>" for blank in blanks)
    settings = {
        "responseformat": "editor",
        "responserequired": "1",
        "responsefieldlines": "15",
        "attachments": "0",
        "attachmentsrequired": "0",
    }
    return [
        *(element(name, value) for name, value in settings.items()),
        _html("graderinfo", guidance),
        _html("responsetemplate", template),
    ]


def _reason(each: Keyed, blanks: Sequence[str]) -> str:
    """Return the question without points that goes with a marked one and asks for its reason."""
    text = paragraph(word("paper.lms.unmarked"))
    body = _room(blanks, each.for_graders())
    return _question(each, "essay", *body, text=text, points=0, own="-reason", hints=False)


def _forecast(each: Keyed) -> list[str]:
    needs = set(each.rule["needs"]) - {"committed"}
    each.lose("a forecast is committed once, and met again later", "it is asked like any question")
    if needs == {"choice"}:
        return [_choice(each)]
    if needs == {"number"}:
        _decimals(each)
        any_number = _answer("*", _ALL, "", element("tolerance", "0"))
        text = _asked(each, *each.numbers)
        return [_question(each, "numerical", any_number, text=text, feedback=each.solution())]
    blanks = [f"{word('answer')}:"]
    if "low" in needs:
        blanks += [f"{word('predict.low')}:", f"{word('predict.high')}:"]
    return [_complete(each, blanks, *each.plain("options", "/text"), *_asks(each))]


def _complete(each: Keyed, blanks: Sequence[str], *how: str) -> str:
    """Return a question that earns all points for any complete answer, with a reason where one is asked."""
    each.lose(
        "points at once for any complete answer", "a reader gives them; the information for graders says so"
    )
    needs = each.rule["needs"]
    return _essay(each, [*blanks, *([word("predict.because")] if "because" in needs else [])], *how)


def _remark(each: Keyed) -> str:
    """Return a question that any sentence answers: Moodle's shortest takes all that is not blank."""
    each.lose("room for several lines", "the answer is typed into one line")
    any_text = _answer("*", _ALL, None)
    return _question(
        each,
        "shortanswer",
        element("usecase", "0"),
        any_text,
        text=_asked(each, word("predict.because")),
        feedback=each.solution(),
    )


def _asks(each: Keyed) -> list[str]:
    unit = getattr(each.exercise, "unit", None)
    return [
        word("draw.unit", unit=unit) if unit else "",
        word("predict.range") if "low" in each.rule["needs"] else "",
    ]


def _explore(each: Keyed) -> list[str]:
    exercise = each.exercise
    assert isinstance(exercise, Explore)
    if each.rule["kind"] == "complete":
        return [_remark(each)]
    made = _one(each) if exercise.options else _numeric(each)
    return [*made, *_and_why(each, exercise.because)]


def _and_why(each: Keyed, asked: bool) -> list[str]:
    if not asked:
        return []
    each.lose("a reason beside the answer", "a second question without points asks for it")
    return [_reason(each, [word("predict.because")])]


def _draw(each: Keyed) -> list[str]:
    exercise = each.exercise
    assert isinstance(exercise, Draw)
    xs, bands = exercise.truth().xs, each.rule["bands"]
    each.lose("a line drawn in the figure", "its values are written as numbers")
    last = f"{word('draw.range', x=xs[-1])}" if exercise.range else ""
    ends = [f"{word(key)}:" for key in ("predict.low", "predict.high")] if exercise.range else []
    if bands is None:
        return [_complete(each, [*(f"{x}:" for x in xs), *ends], *_asks(each)[:1], last)]
    each.lose("points only once every value is there", "each value in its band earns its share")
    _decimals(each)
    weight = _weight(each, len(xs))
    rows = []
    for x, (low, high) in zip(xs, bands, strict=True):
        least, most = Decimal(low), Decimal(high)
        number = f"{plain((least + most) / 2)}:{plain((most - least) / 2)}"
        rows.append(f"<li>{escape(x)} {_field(weight, 'NUMERICAL', [(number, True, '')])}</li>")
    made = _cloze(each, f"<ul>\n{lines(*rows)}</ul>", *each.numbers)
    if not (exercise.range or exercise.because):
        return [made]
    each.lose("a range and a reason beside the line", "a second question without points asks for them")
    blanks = [last, *ends] if last else []
    return [made, _reason(each, [*blanks, *([word("predict.because")] if exercise.because else [])])]


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
