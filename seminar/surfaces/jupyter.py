"""Notebooks as the book hands them out: without outputs, for any Jupyter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nbformat import NotebookNode, v4, writes

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def notebook(cells: Sequence[NotebookNode]) -> NotebookNode:
    """Return a notebook of ``cells``, in nbformat 4.5, that a Python kernel runs."""
    about = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    made: NotebookNode = v4.new_notebook(cells=list(cells), metadata=about)  # type: ignore[no-untyped-call]
    return made


def text_cell(name: str, source: str) -> NotebookNode:
    """Return a cell of Markdown; ``name`` is its id, which a notebook holds once."""
    made: NotebookNode = v4.new_markdown_cell(source, id=name)  # type: ignore[no-untyped-call]
    return made


def code_cell(name: str, source: str, *, folded: bool = False) -> NotebookNode:
    """Return a cell of code; of a folded one Jupyter shows the first line, and the rest at a click."""
    about = {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]} if folded else {}
    made: NotebookNode = v4.new_code_cell(source, id=name, metadata=about)  # type: ignore[no-untyped-call]
    return made


def written(made: NotebookNode) -> str:
    """Return a notebook as the text of its file; the same notebook gives the same text."""
    return f"{writes(made)}\n"  # type: ignore[no-untyped-call]


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is; a dollar would begin a formula."""
    return re.sub(r"([\\`*_\[\]<>$])", r"\\\1", text)
