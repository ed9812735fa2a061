"""The widget in a real JupyterLab, with a kernel: answers arrive in Python and a file, no key is lost."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from seminar.exercises import work as files
from seminar.exercises.fingerprint import fingerprint
from seminar.surfaces.payload import BOOK
from tests.browser.conftest import faults
from tests.browser.fixture_page import FIXTURES, exercises
from tests.browser.jupyterlab import THEMES, card, jupyterlab, opened, run_all

pytestmark = pytest.mark.browser

CELLS = [
    "import ipywidgets\nfrom seminar import exercise, recall, work\nseen = []",
    'one = exercise("fixture-single")\n'
    'one.observe(lambda change: seen.append(change["new"]), "response")\n'
    "one",
    'number = exercise("fixture-numeric")\nipywidgets.VBox([ipywidgets.Label("Beside it"), number])',
    'order = exercise("fixture-ordering")\norder',
    'pairs = exercise("fixture-matching")\npairs',
    'vote = exercise("fixture-vote")\nvote',
    'recall("fixture-vote")',
    'work("answers.json", opinions=["fixture-vote"])',
    'exercise("fixture-multiple")',
    'work("answers.json")',
]
SAVED = {
    "fingerprint": fingerprint(exercises()["fixture-multiple"]),
    "response": {"choices": [0, 2]},
    "state": "checked",
    "attempts": 1,
    "hints": 0,
    "solution": False,
    "changed": "2026-03-03T12:00:00.000Z",
}
"""An answer that was given elsewhere, in the file that the notebook opens."""
LOOK = (
    "import json\n"
    "print(json.dumps([one.response, one.mark.points, seen[-1], number.response, number.mark.points,"
    " order.response, pairs.response, vote.response]))"
)


@pytest.fixture(params=THEMES)
def lab(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a notebook, in a JupyterLab of its own over a small project with the fixture bank."""
    project = tmp_path / "project"
    (project / "exercises").mkdir(parents=True)
    (project / "data").mkdir()
    (project / "data" / "datapackage.json").write_text('{"resources": []}', encoding="utf-8")
    shutil.copy(FIXTURES, project / "exercises" / "fixture.yml")
    file = files.write(files.gathered(BOOK, "0.1.0", {"fixture-multiple": [SAVED]}))  # type: ignore[list-item]
    (project / "answers.json").write_bytes(file)
    cells = [
        {
            "cell_type": "code",
            "id": f"cell-{i}",
            "metadata": {},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for i, source in enumerate([*CELLS, LOOK])
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (project / "test.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    with jupyterlab(project, tmp_path, request.param) as address:
        yield f"{address}/lab/tree/test.ipynb"


def run_last_cell(page: Page) -> list[object]:
    """Run the cell that prints what Python knows, and return it."""
    cell = page.locator(".jp-CodeCell").last
    cell.locator(".cm-content").click()
    before = cell.locator(".jp-InputPrompt").inner_text()
    page.keyboard.press("Control+Enter")
    expect(cell.locator(".jp-InputPrompt")).not_to_have_text(before)
    expect(cell.locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]"))
    text = cell.locator(".jp-OutputArea-output").last.inner_text()
    found: list[object] = json.loads(text)
    return found


def test_a_notebook_answers_and_python_knows(lab: str, browser: Browser, tmp_path: Path) -> None:
    with opened(browser, lab) as page:
        run_all(page)
        one = card(page, "When was it written?")
        expect(one).to_be_visible(timeout=60_000)

        # By keyboard: arrows and letters are JupyterLab's own commands outside of a widget.
        one.get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        expect(one.get_by_role("radio").first).to_be_checked()
        page.keyboard.press("Tab")
        expect(one.get_by_role("button", name="Check")).to_be_focused()
        page.keyboard.press("Enter")
        expect(one.locator(".seminar-result")).to_contain_text("Right. 1 of 1 point.")
        cells = page.locator(".jp-CodeCell").count()
        for key in ("a", "b", "m", "x", "d", "d"):
            page.keyboard.press(key)
        assert page.locator(".jp-CodeCell").count() == cells

        number = card(page, "Growth in 2018")
        number.get_by_role("textbox").click()
        page.keyboard.type("27,2 ab")
        expect(number.get_by_role("textbox")).to_have_value("27,2 ab")
        for _ in range(3):
            page.keyboard.press("Backspace")
        number.get_by_role("button", name="Check").click()
        expect(number.locator(".seminar-result")).to_contain_text("Right. 2 of 2 points.")

        order = card(page, "Put the bridge in order")
        order.get_by_role("button", name="Move up: The spans").focus()
        page.keyboard.press("Enter")
        pairs = card(page, "Who holds what office?")
        pairs.get_by_role("combobox").first.focus()
        page.keyboard.press("ArrowDown")

        vote = card(page, "Who will have grown faster?")
        vote.first.get_by_role("radio", name="China with Germany").check()
        vote.first.get_by_role("textbox").fill("habit")
        vote.first.get_by_role("button", name="Commit").click()
        expect(vote.last).to_contain_text("fell by 29 per cent")

        found = run_last_cell(page)
        assert found[:5] == [{"choice": 0}, 100, {"choice": 0}, {"number": "27,2"}, 200]
        assert found[5] == {"order": [0, 2, 1, 3]}
        assert [x for x in found[6]["pairs"] if x is not None]  # type: ignore[index, call-overload]
        assert found[7] == {"choice": 1, "because": "habit", "committed": True}

        # What the file held is shown, also in what came after; and what was answered here is in it.
        expect(card(page, "Which of these does the table show?").locator(".seminar-result")).to_contain_text(
            "Right."
        )
        listed = page.locator(".jp-OutputArea-output", has_text="Your answers are kept in").last
        expect(listed.get_by_role("row", name="Which of these does the table show? checked")).to_be_visible()
        kept = files.read((tmp_path / "project" / "answers.json").read_bytes(), BOOK)
        responses = {entry["id"]: entry["answers"][0]["response"] for entry in kept["exercises"]}
        assert responses["fixture-multiple"] == {"choices": [0, 2]}
        assert responses["fixture-single"] == {"choice": 0}
        assert responses["fixture-ordering"] == {"order": [0, 2, 1, 3]}
        assert "fixture-vote" not in responses
        assert [fault for fault in faults(page) if "seminar" in fault] == []
