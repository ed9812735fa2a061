"""A lab as students, solvers and instructors get it: notebook, download, and tests kept apart.

Everything is made from the lab's one source and the tables that it names, with no book built.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from seminar import corpus, tables
from seminar.exercises import lab_checks
from seminar.exercises.labs import BECAUSE, CAVEATS, HELPER, ROLE, Lab, LabCell, caveats, lines_of
from seminar.surfaces import jupyter, nbgrader
from seminar.surfaces.jupyter import code_cell, text_cell, written
from seminar.surfaces.words import word

if TYPE_CHECKING:
    from nbformat import NotebookNode

ABOUT = "ABOUT-THE-DATA.txt"


def notebook(lab: Lab, root: Path, solved: bool = False) -> NotebookNode:
    """Return the student's notebook of ``lab``, or the solved one, without outputs."""

    def code(name: str, cell: LabCell) -> list[NotebookNode]:
        return [code_cell(name, cell.solved() if solved else cell.given(), folded=bool(cell.check))]

    how = word("book.lab.solved") if solved else word("book.lab.how", minutes=lab.minutes)
    return _notebook(lab, root, how, code_cell("checks", _helper(), folded=True), code)


def nbgrader_files(lab: Lab, root: Path) -> dict[str, bytes]:
    """Return the lab as nbgrader's source: files by where they lie in a course folder.

    A check helps students and earns nothing; the hidden tests below it give the points, as the instructors'
    tests do. The sentence at the end is marked by a reader, who finds the lab's own below it.
    """
    points = {cell.check: cell.points for cell in lab.cells if cell.check}
    model = next(cell.solved() for cell in lab.cells if cell.task == BECAUSE)

    def code(name: str, cell: LabCell) -> list[NotebookNode]:
        if cell.task == BECAUSE:
            return [nbgrader.read_by_hand(code_cell(name, cell.whole()), points[BECAUSE])]
        if cell.task:
            return [nbgrader.answer(name, cell.whole())]
        if not cell.check:
            return [code_cell(name, cell.given())]
        check = nbgrader.fixed(name, cell.given())
        if cell.check == BECAUSE:
            shown = nbgrader.hidden(f"{model}\nprint({BECAUSE})")
            told = f"# {word('nbgrader.sentence')}\n{shown}"
            return [check, nbgrader.tests(f"{BECAUSE}-graders", told, 0)]
        if not cell.hidden():
            return [check]
        test = f"# {word('nbgrader.task', name=cell.check)}\n{nbgrader.hidden(cell.hidden())}"
        return [check, nbgrader.tests(f"{cell.check}-points", test, cell.points)]

    how = word("book.lab.how", minutes=lab.minutes)
    made = _notebook(lab, root, how, nbgrader.fixed("checks", _helper()), code)
    files = {f"{lab.name}.ipynb": written(made).encode(), **_beside(lab, root)}
    return nbgrader.source_folder(lab.name, files, "pandas", "matplotlib")


def _notebook(
    lab: Lab, root: Path, how: str, helper: NotebookNode, code: Callable[[str, LabCell], list[NotebookNode]]
) -> NotebookNode:
    """Return the notebook; ``code`` makes a cell of code, or several, from its name and its source."""
    cells: list[NotebookNode] = []
    for number, cell in enumerate(lab.cells, start=1):
        if cell.kind == "text":
            cells.append(text_cell(f"text-{number:03d}", plain(cell.source, root)))
        elif cell.source.strip() == HELPER:
            cells.append(helper)
        else:
            name = cell.task or (f"{cell.check}-check" if cell.check else f"code-{number:03d}")
            cells += code(name, cell)
            if cell.caption:
                cells.append(text_cell(f"caption-{number:03d}", f"*{plain(cell.caption, root)}*"))
    title, _, rest = cells[0].source.partition("\n")
    cells[0].source = f"{title}\n\n**{lab.question}**\n\n{how}\n{rest}"
    return jupyter.notebook(cells)


def bundle(lab: Lab, root: Path) -> bytes:
    """Return what students download, as a zip: a folder with the notebook, its tables and what they are.

    The same lab gives the same bytes.
    """
    files = {f"{lab.name}.ipynb": written(notebook(lab, root)).encode(), **_beside(lab, root)}
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            entry = ZipInfo(f"{lab.name}/{name}", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, content)
    return packed.getvalue()


def _beside(lab: Lab, root: Path) -> dict[str, bytes]:
    """Return what lies beside the notebook: its tables and what they are."""
    paths = [tables.package(root).resource(name).path for name in lab.datasets]
    return {
        **{path.name: path.read_bytes() for path in paths},
        ABOUT: about_data(lab, root).encode(),
    }


def solved_text(lab: Lab, root: Path) -> str:
    """Return the solved notebook as the text of its file."""
    return written(notebook(lab, root, solved=True))


def tests(lab: Lab) -> str:
    """Return the instructors' tests as a Python file, to be run at the end of a student's notebook.

    ``%run -i NAME-tests.py`` there prints a line for each task; ``marks`` then holds the points by task.
    """
    parts = [
        f'"""Instructors\' tests of the lab {lab.name}: never given to students.\n\n'
        f"In a cell after the last of a student's notebook:  %run -i {lab.name}-tests.py\n"
        'The marks are then in `marks`, by task. The last task is a sentence: read it yourself.\n"""\n',
        "marks = {}\n",
    ]
    for cell in lab.cells:
        if cell.check and cell.hidden():
            parts.append(_test(cell))
    return "\n".join(parts)


def about_data(lab: Lab, root: Path) -> str:
    """Return what the lab's tables are, in plain text: publishers, licences and what misleads in them."""
    package = tables.package(root)
    parts = []
    for name in lab.datasets:
        resource = package.resource(name)
        licences = [f"{each.title} ({each.path})" if each.path else each.title for each in resource.licences]
        parts.append(
            "\n".join(
                [
                    f"{resource.path.name}: {resource.title}",
                    resource.description,
                    "",
                    f"Published by: {'; '.join(resource.publishers())}",
                    f"Licence: {'; '.join(licences) or tables.STATUS_IN_WORDS[resource.licence_status]}",
                    f"Taken into the book: {resource.retrieved}. {resource.transformation}",
                    *(
                        f"Of another status ({tables.STATUS_IN_WORDS[status]}): {', '.join(titles)}"
                        for status, titles in resource.apart().items()
                    ),
                    "",
                    "What misleads in it:",
                    *(f"- {caveat}" for caveat in resource.caveats),
                    "",
                    "Columns:",
                    *(
                        f"- {field.name}{f' ({field.unit})' if field.unit else ''}"
                        f"{f': {field.description}' if field.description else ''}"
                        for field in resource.fields
                    ),
                ]
            )
        )
    return "\n\n\n".join(parts) + "\n"


def plain(text: str, root: Path) -> str:
    """Return a lab's prose as Markdown that any notebook shows: roles as words, caveats as a quotation."""

    def box(match: re.Match[str]) -> str:
        resource = tables.package(root).resource(match["table"])
        found = caveats(match["table"], lines_of(match["lines"]), root)
        title = word("book.lab.caveats", table=resource.title)
        return "\n".join([f"> **{title}**", ">", *(f"> - {_escaped(each)}" for each in found)])

    def said(match: re.Match[str]) -> str:
        words, name = match["text"].strip(), match["name"]
        if name == "table":
            return f"“{tables.package(root).resource(words).title}”"
        if name == "claim":
            return corpus.claim(words, root).reference
        return re.sub(r"\s*<[^<>]+>$", "", words)

    return ROLE.sub(said, CAVEATS.sub(box, text))


def _escaped(text: str) -> str:
    return re.sub(r"([*_$])", r"\\\1", text)


def _helper() -> str:
    _, _, code = inspect.getsource(lab_checks).partition('"""\n')
    said = word("book.lab.helper")
    return f"# {said}\n{re.sub('  # noqa.*', '', code).strip()}"


def _test(cell: LabCell) -> str:
    name, points = repr(cell.check), f"{cell.points:g}"
    return (
        f"try:\n{indent(cell.hidden(), '    ')}\n"
        f"    marks[{name}] = {points}\n"
        "except Exception as error:\n"
        f"    marks[{name}] = 0\n"
        f"    print({cell.check + ': 0 of ' + points + '.'!r}, type(error).__name__, error)\n"
        "else:\n"
        f"    print({cell.check + ': ' + points + ' of ' + points + '.'!r})\n"
    )
