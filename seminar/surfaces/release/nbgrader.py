"""An assignment as nbgrader's source: a cell to fill for each question, and below it the test that marks it.

The tests mark by the book's own rules, for which the notebook carries the book's own modules. Keys stand in
hidden tests and in the model answers of written questions alone: nbgrader takes out both when it makes what
students get. A model answer it never brings back, while hidden tests return once a notebook is handed in: so
what those who mark by hand are told is shown by a hidden test, which gives no points.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from pprint import pformat
from types import ModuleType
from typing import TYPE_CHECKING, Any

from seminar.exercises import marking, numbers, typed
from seminar.exercises.assignments import Assignment
from seminar.exercises.model import SHOWN_RUBRIC, Draw, Exercise, Spectrum
from seminar.surfaces import jupyter, nbgrader
from seminar.surfaces.assignment import lab_facts, labs_of
from seminar.surfaces.jupyter import code_cell, escaped, text_cell, written
from seminar.surfaces.labs import nbgrader_files
from seminar.surfaces.markup import in_markdown
from seminar.surfaces.release import instructors_copy
from seminar.surfaces.release.keys import Keyed, with_keys
from seminar.surfaces.release.losses import Loss
from seminar.surfaces.release.questions import sealed
from seminar.surfaces.words import number, word

if TYPE_CHECKING:
    from nbformat import NotebookNode

_CARRIED = (numbers, marking, typed)
"""The modules that mark, each after those that it imports."""

MARKER = "marking"
"""The name of the cell that holds them."""


def release(
    built: str, folder: Path, assignment: Assignment, seed: str, with_key: bool
) -> tuple[Mapping[str, bytes], list[Loss]]:
    """Return the files of a course folder, and what was lost; see ``formats.Format``."""
    blocks = sealed(built, assignment, seed)
    found = with_keys(blocks, folder, assignment, seed)
    # Everybody gets the same notebook.
    asked = [several[0] for several in found]
    made = written(jupyter.notebook(list(_cells(assignment, asked)))).encode()
    pictures = {each.name: each.content for question in asked for each in question.pictures}
    files = nbgrader.source_folder(assignment.name, {f"{assignment.name}.ipynb": made, **pictures})
    for lab in labs_of(assignment):
        files |= nbgrader_files(lab, assignment.items[0].exercise.root)
    copy = instructors_copy(assignment, blocks, seed, folder) if with_key else {}
    return files | copy, list(_losses(assignment, asked))


def _cells(assignment: Assignment, asked: Sequence[Keyed]) -> Iterator[NotebookNode]:
    yield text_cell("about", "\n\n".join(_about(assignment, asked)))
    yield nbgrader.tests(MARKER, _marker(), 0)
    for place, question in enumerate(asked, start=1):
        name, exercise = question.exercise.id, question.exercise
        yield text_cell(f"{name}-question", "\n\n".join(filter(None, _question(place, question))))
        if question.rule["kind"] == "by-hand":
            model = text_cell(name, "\n\n".join(_model_answer(exercise)))
            yield nbgrader.read_by_hand(model, question.rule["points"] / 100)
            yield nbgrader.tests(f"{name}-graders", _for_graders(place, question), 0)
            continue
        yield code_cell(f"{name}-answer", f"question_{place} = {_start(question)}")
        if question.rule["points"]:
            yield nbgrader.tests(name, _test(place, question), question.rule["points"] / 100)
        if reason := _reason(question):
            yield text_cell(f"{name}-reason", reason)


def _about(assignment: Assignment, asked: Sequence[Keyed]) -> Iterator[str]:
    points = sum(each.rule["points"] for each in asked) / 100
    minutes = sum(each.exercise.minutes for each in asked)
    size = word(
        "paper.size.of",
        n=len(asked),
        minutes=word("minutes", n=number(minutes)),
        points=word("points", n=number(points)),
    )
    yield f"# {escaped(assignment.title)}"
    known = [
        (word("paper.due"), assignment.due),
        (word("paper.size"), size),
        *lab_facts(labs_of(assignment)),
        (word("paper.readers"), assignment.readers),
    ]
    yield "\n".join(f"- {name}: {escaped(text)}" for name, text in known)
    yield word("nbgrader.how")
    for part in assignment.parts():
        yield f"## {word(f'paper.{part.path}')}"
        yield in_markdown(part.text, assignment.items[0].exercise.root)


# -- what is asked


def _question(place: int, question: Keyed) -> Iterator[str]:
    exercise, rule = question.exercise, question.rule
    worth = f" ({word('points', n=number(rule['points'] / 100))})" if rule["points"] else ""
    yield f"## {place}. {escaped(exercise.title)}{worth}"
    yield _texts(exercise)["prompt"]
    for picture in question.pictures:
        yield f"![{escaped(picture.alt)}]({picture.name})"
        yield escaped(picture.said)
    yield question.below
    yield _texts(exercise).get(SHOWN_RUBRIC, "")
    yield "\n".join(_choices(exercise))
    unit = getattr(exercise, "unit", None)
    yield " ".join(
        filter(
            None,
            [
                f"{escaped(question.label)}." if question.label else "",
                word("draw.unit", unit=escaped(unit)) if unit else "",
                word(_HOW[_form(rule)]),
            ],
        )
    )
    if "needs" in rule or isinstance(exercise, Spectrum):
        yield f"*{word('nbgrader.opinion')}*"


_HOW = {
    "one": "nbgrader.one",
    "several": "nbgrader.several",
    "number": "nbgrader.number",
    "order": "nbgrader.order",
    "rows": "nbgrader.rows",
    "fields": "nbgrader.fields",
    "reason": "nbgrader.reason",
    "text": "nbgrader.text",
}


def _form(rule: Mapping[str, Any]) -> str:
    """Return in which form an answer is typed."""
    match rule["kind"]:
        case "choices":
            return "one" if rule["policy"] == "one" else "several"
        case "bands":
            return "number"
        case "order":
            return "order"
        case "assign":
            return "rows"
        case "by-hand":
            return "text"
    needs = [need for need in rule["needs"] if need != "committed"]
    alone = {"choice": "one", "number": "number", "because": "reason"}
    return alone.get(needs[0], "fields") if len(needs) == 1 else "fields"


def _choices(exercise: Exercise) -> Iterator[str]:
    """Yield what there is to choose from as a list: rows with numbers, and what they get with letters."""
    texts = _texts(exercise)

    def listed(name: str, last: str = "") -> list[str]:
        paths = [f"{name}/{i}{last}" for i in range(len(texts))]
        return [texts[path] for path in paths if path in texts]

    rows = listed("pairs", "/left")
    lettered = listed("options", "/text") or listed("boxes")
    match exercise:
        case Spectrum():
            yield f"**{texts['scale']}**\n"
            lettered = [
                f"{label}: {meaning}"
                for label, meaning in zip(
                    listed("places", "/label"), listed("places", "/meaning"), strict=True
                )
            ]
            rows = [
                " ".join(
                    filter(
                        None,
                        [text, _read(texts, i), f"({word('spectrum.own')})" if i in exercise.own else ""],
                    )
                )
                for i, text in enumerate(listed("items", "/text"))
            ]
        case _ if exercise.type == "classification":
            rows = listed("items", "/text")
        case _ if exercise.released:
            own = listed("items", "/text") or listed("rights")
            lettered = [own[position] for position in exercise.released]
    yield from (f"{i}. {_line(text)}" for i, text in enumerate(rows, start=1))
    if rows:
        yield ""
    yield from (f"- **{letter}** {_line(text)}" for letter, text in zip(_LETTERS, lettered, strict=False))


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _read(texts: Mapping[str, str], item: int) -> str:
    read = texts.get(f"items/{item}/read")
    return f"({word('spectrum.read')} {read})" if read else ""


def _texts(exercise: Exercise) -> dict[str, str]:
    return {part.path: in_markdown(part.text, exercise.root) for part in exercise.parts()}


def _line(text: str) -> str:
    return " ".join(text.split())


def _model_answer(exercise: Exercise) -> Iterator[str]:
    yield f"**{word('text.model')}**"
    yield _texts(exercise)["model_answer"]


def _for_graders(place: int, question: Keyed) -> str:
    """Return the test that shows graders by what an answer is marked."""
    shown = pformat(f"{question.for_graders()}\n{question.solution()}", width=100)
    call = f"from IPython.display import HTML, display\n\ndisplay(\n    HTML(\n{shown}\n    )\n)"
    return f"# {word('nbgrader.graders', n=place)}\n{nbgrader.hidden(call)}"


def _reason(question: Keyed) -> str:
    """Return the cell for a reason that earns no points; nothing where none is asked, or where it counts."""
    exercise = question.exercise
    if isinstance(exercise, Spectrum) and exercise.defended is None:
        asked = word("spectrum.defend")
    elif isinstance(exercise, Spectrum):
        asked = f"{word('spectrum.defend.one')} {_texts(exercise)[f'items/{exercise.defended}/text']}."
    elif getattr(exercise, "because", False) and "needs" not in question.rule:
        asked = ""
    else:
        return ""
    return f"{asked} {word('nbgrader.unmarked')}\n\n{word('predict.because')}".strip()


# -- where it is answered, and what marks it


def _start(question: Keyed) -> str:
    """Return what the cell of an answer holds at first: three dots, or three for each row or field."""
    rule, exercise = question.rule, question.exercise
    match _form(rule):
        case "rows":
            names: list[Any] = list(range(1, len(rule["key"]) + 1))
        case "fields":
            needs = [need for need in rule["needs"] if need != "committed"]
            names = [*_moments(exercise), *(need for need in needs if need != "values")]
        case _:
            return "..."
    return "{\n" + "".join(f"    {_quoted(name)}: ...,\n" for name in names) + "}"


def _quoted(name: Any) -> str:
    return str(name) if isinstance(name, int) else f'"{name}"'


def _moments(exercise: Exercise) -> list[str]:
    return [str(x) for x in exercise.truth().xs] if isinstance(exercise, Draw) else []


def _test(place: int, question: Keyed) -> str:
    exercise = question.exercise
    shown = _moments(exercise) or exercise.released
    # A student's own names, such as globals, must not be in the way.
    call = (
        "import sys\n\n"
        f'sys.modules["{typed.__name__}"].marked(\n'
        f'    {place},\n    sys.modules["__main__"].__dict__.get("question_{place}", ...),\n'
        f"    {_indented(question.rule)},\n    {_indented(shown)},\n)"
    )
    return f"# {word('nbgrader.test', n=place)}\n{nbgrader.hidden(call)}"


def _indented(value: object) -> str:
    return pformat(value, width=100, sort_dicts=False).replace("\n", "\n    ")


def _said() -> dict[str, str]:
    """Return what is said of a mark, by its reason."""
    return {
        "right": word("nbgrader.right"),
        "complete": word("nbgrader.right"),
        "partly": word("nbgrader.partly"),
        "wrong": word("nbgrader.wrong"),
        "incomplete": word("nbgrader.incomplete"),
        "empty": word("nbgrader.empty"),
        "malformed": word("nbgrader.malformed"),
    }


def _marker() -> str:
    """Return the cell that puts the book's own modules where the tests find them, whatever is installed."""
    parts = [
        "import sys\nimport types\n\n\n"
        "def _carry(name, source):\n"
        "    module = sys.modules[name] = types.ModuleType(name)\n"
        '    exec(compile(source, name, "exec"), module.__dict__)\n',
        *(f'_carry("{module.__name__}", {_literal(module)})' for module in _CARRIED),
        f'sys.modules["{typed.__name__}"].WORDS |= {pformat(_said(), sort_dicts=False)}',
    ]
    return f"# {word('nbgrader.marker')}\n" + nbgrader.hidden("\n".join(parts))


def _literal(module: ModuleType) -> str:
    source = inspect.getsource(module)
    assert "'''" not in source, f"{module.__name__} holds the quotation marks that it is put between"
    return f"r'''{source}'''"


# -- what is lost


def _losses(assignment: Assignment, asked: Sequence[Keyed]) -> Iterator[Loss]:
    yield Loss(
        "",
        f"when students see feedback (here: {assignment.feedback.replace('-', ' ')})",
        "nothing answers back in the notebook; nbgrader's feedback comes when you release it, and shows keys",
    )
    yield Loss(
        "",
        "answers kept in the student's browser alone, opinions held back, and the receipt",
        "the whole notebook is handed in under the student's name; an opinion may be left blank",
    )
    for question in asked:
        exercise = question.exercise
        for what, instead in _lost(question):
            yield Loss(exercise.id, what, instead)
        yield from question.losses


def _lost(question: Keyed) -> Iterator[tuple[str, str]]:
    exercise, rule = question.exercise, question.rule
    if question.variant is not None:
        yield (
            "which version a student gets goes by the student's id",
            "everybody has the first version; another --seed makes another one",
        )
    if exercise.hint_texts:
        yield "hints on demand", "there are none in the notebook"
    if exercise.commits:
        yield (
            "a forecast is committed before its outcome is shown",
            "the notebook does not show the outcome: tell it in class",
        )
    if exercise.type == "read":
        yield "marks in the figure to point at", "they are named by letters"
    if isinstance(exercise, Draw):
        yield "a line to draw", "its numbers are typed"
    if exercise.figure == "explorable" and rule["kind"] == "bands":
        yield "a slider whose position answers", "its value is typed"
    if rule["kind"] == "by-hand":
        yield "the checklist that a student ticks", "it stands with the rubric, for the reader alone"
    elif not rule["points"]:
        yield "an answer that earns no points", "nbgrader shows it in the notebook, and has no mark for it"
    if _reason(question):
        yield "a written reason that earns no points", "it has a cell, which nbgrader neither marks nor lists"
