"""The notebook for download says what its page says and runs in a clone; JupyterLab keeps front matter."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jupytext
import nbformat
import pytest
from jupytext.config import load_jupytext_config
from nbclient import NotebookClient

from .conftest import ROOT, SmallBook

pytestmark = pytest.mark.build
CHAPTERS = sorted(
    path
    for path in (ROOT / "chapters").rglob("*.md")
    if "file_format: mystnb" in path.read_text(encoding="utf-8")
)


@pytest.fixture
def notebook(small_book: SmallBook) -> nbformat.NotebookNode:
    """The notebook that a build of the small book offers."""
    outcome = small_book.build()
    outcome.passed()
    return nbformat.read(small_book.root / "_build/html/notebooks/one.ipynb", as_version=4)


def test_it_is_clean_and_resolved(notebook: nbformat.NotebookNode) -> None:
    nbformat.validate(notebook)
    assert [cell.id for cell in notebook.cells] == [
        f"cell-{n:03d}" for n in range(1, len(notebook.cells) + 1)
    ]
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    assert not re.search(r"\{[a-z]+\}`", prose), "a role"
    assert "106.65 billion dollars" in prose
    assert r"US\$107 billion" in prose
    assert "[Fig. 1](../chapters/one.html#fig-trade)" in prose
    assert "**Figure 1.** Trade rose." in prose
    assert "nbformat" not in prose
    assert "Which line" not in json.dumps(notebook), "the exercise stays one call"


def test_it_runs_as_it_is_from_a_clone(notebook: nbformat.NotebookNode, small_book: SmallBook) -> None:
    client = NotebookClient(
        notebook, timeout=60, resources={"metadata": {"path": str(small_book.root / "chapters")}}
    )
    client.execute()
    shown = [set(output.get("data", {})) for cell in notebook.cells for output in cell.get("outputs", [])]
    assert any("image/svg+xml" in kinds for kinds in shown), "the chart as a picture"
    assert any("application/vnd.jupyter.widget-view+json" in kinds for kinds in shown), (
        "the exercise as a widget"
    )


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_saving_a_chapter_as_a_notebook_keeps_its_front_matter(path: Path) -> None:
    config = load_jupytext_config(str(path))
    assert config is not None, "jupytext.toml is found"
    text = path.read_text(encoding="utf-8")
    notebook = jupytext.reads(text, fmt="md:myst", config=config)
    # JupyterLab adds this to what it saves.
    notebook.metadata["language_info"] = {"name": "python", "version": "3.11"}
    saved = jupytext.writes(notebook, fmt="md:myst", config=config)
    assert front_matter(saved) == front_matter(text)


def front_matter(text: str) -> dict[str, object]:
    from ruamel.yaml import YAML

    return dict(YAML(typ="safe").load(text.split("---\n")[1]))
