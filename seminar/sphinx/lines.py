"""The lines that warnings name, in chapters read by myst-nb, which counts them wrongly.

It takes the blank lines off a text between two code cells but counts from before them, and counts code cells
from two lines below their fence. Here both are put right before it makes anything of the notebook.
"""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import myst_nb.sphinx_

if TYPE_CHECKING:
    from nbformat import NotebookNode
    from sphinx.application import Sphinx


def mended(source_map: list[int], kinds: list[str], text: str) -> list[int]:
    """Return `source_map` so that a warning names the line where a text, or the code within a cell, begins.

    `kinds` are the cells' types, `text` is the chapter's source. myst-nb adds two to every entry.
    """
    lines = text.splitlines()
    starts = []
    for start, kind in zip(source_map, kinds, strict=True):
        if kind == "markdown":
            while start < len(lines) and not lines[start].strip():
                start += 1
        starts.append(start - 1)
    return starts


def setup_lines(app: Sphinx) -> None:
    """Have myst-nb start from the right lines."""
    original = myst_nb.sphinx_.notebook_to_tokens
    if hasattr(original, "__wrapped__"):
        return

    @wraps(original)
    def from_the_right_lines(notebook: NotebookNode, parser: Any, *rest: Any) -> Any:
        source = Path(parser.options["document"]["source"])
        if "source_map" in notebook.metadata and source.suffix == ".md":
            kinds = [cell.cell_type for cell in notebook.cells]
            text = source.read_text(encoding="utf-8")
            notebook.metadata["source_map"] = mended(notebook.metadata["source_map"], kinds, text)
        return original(notebook, parser, *rest)

    myst_nb.sphinx_.notebook_to_tokens = from_the_right_lines
