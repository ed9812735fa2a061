"""A lab as students, solvers and instructors get it: notebook, download, and tests kept apart.

Everything is made from the lab's one source and the tables that it names, with no book built.
"""

from __future__ import annotations

import inspect
import json
import re
from io import BytesIO
from pathlib import Path
from textwrap import indent
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from seminar import corpus, tables
from seminar.exercises import lab_checks
from seminar.exercises.labs import CAVEATS, HELPER, ROLE, Lab, LabCell, caveats, lines_of
from seminar.surfaces.words import word

ABOUT = "ABOUT-THE-DATA.txt"


def notebook(lab: Lab, root: Path, solved: bool = False) -> dict[str, Any]:
    """Return the student's notebook of ``lab``, or the solved one, in nbformat 4.5 and without outputs."""
    cells = []
    for number, cell in enumerate(lab.cells, start=1):
        if cell.kind == "text":
            cells.append(_cell("markdown", f"text-{number:03d}", plain(cell.source, root)))
        elif cell.source.strip() == HELPER:
            cells.append(_cell("code", "checks", _helper(), folded=True))
        else:
            name = cell.task or (f"{cell.check}-check" if cell.check else f"code-{number:03d}")
            code = cell.solved() if solved else cell.given()
            cells.append(_cell("code", name, code, folded=bool(cell.check)))
            if cell.caption:
                cells.append(_cell("markdown", f"caption-{number:03d}", f"*{plain(cell.caption, root)}*"))
    title, _, rest = "".join(cells[0]["source"]).partition("\n")
    how = word("book.lab.solved") if solved else word("book.lab.how", minutes=lab.minutes)
    cells[0]["source"] = f"{title}\n\n**{lab.question}**\n\n{how}\n{rest}".splitlines(keepends=True)
    return {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def bundle(lab: Lab, root: Path) -> bytes:
    """Return what students download, as a zip: a folder with the notebook, its tables and what they are.

    The same lab gives the same bytes.
    """
    package = tables.package(root)
    files = {f"{lab.name}.ipynb": _json(notebook(lab, root)).encode()}
    for name in lab.datasets:
        path = package.resource(name).path
        files[path.name] = path.read_bytes()
    files[ABOUT] = about_data(lab, root).encode()
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            entry = ZipInfo(f"{lab.name}/{name}", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, content)
    return packed.getvalue()


def solved_text(lab: Lab, root: Path) -> str:
    """Return the solved notebook as the text of its file."""
    return _json(notebook(lab, root, solved=True))


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


def _cell(kind: str, name: str, source: str, folded: bool = False) -> dict[str, Any]:
    """Return a cell; of a folded one Jupyter shows the first line, and the rest at a click."""
    rest: dict[str, Any] = {"execution_count": None, "outputs": []} if kind == "code" else {}
    return {
        "id": name,
        "cell_type": kind,
        "metadata": {"jupyter": {"source_hidden": True}} if folded else {},
        "source": source.splitlines(keepends=True),
        **rest,
    }


def _json(notebook: dict[str, Any]) -> str:
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
