"""The released notebook in a real JupyterLab: answered by keyboard, handed in, and there again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from seminar.exercises import submission
from seminar.exercises.submission import mark_submission
from seminar.surfaces.payload import BOOK
from seminar.surfaces.release import release
from tests.browser.conftest import faults
from tests.browser.jupyterlab import THEMES, card, jupyterlab, opened, run_all
from tests.surfaces.fixture_release import NAME, VARIED, Bank, data

pytestmark = pytest.mark.browser

SET = ("fixture-single", "fixture-ordering", "fixture-text", "figure-reveal", VARIED)


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    exercises = [each for each in data() if each["id"] in SET]
    return Bank(tmp_path_factory.mktemp("bank"), exercises, other=False)


@pytest.fixture(params=THEMES)
def lab(bank: Bank, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the released notebook; its folder is ``tmp_path / "class"``."""
    (tmp_path / "class").mkdir()
    files = release(bank.page(), bank.root, bank.assignment())
    (tmp_path / "class" / f"{NAME}.ipynb").write_bytes(files[f"{NAME}.ipynb"])
    with jupyterlab(tmp_path / "class", tmp_path, request.param) as address:
        yield f"{address}/lab/tree/{NAME}.ipynb"


def test_a_released_notebook_is_answered_handed_in_and_brought_back(
    lab: str, bank: Bank, browser: Browser, tmp_path: Path
) -> None:
    with opened(browser, lab) as page:
        run_all(page)
        single = card(page, "When was it written?")
        expect(single).to_be_visible(timeout=60_000)
        expect(page.locator(".jp-CodeCell .cm-content", has_text="begin(")).to_have_count(0)
        expect(page.locator("pre", has_text="Your answers are kept in")).to_be_visible()

        single.get_by_role("radio").nth(1).focus()
        page.keyboard.press("Space")
        page.keyboard.press("ArrowUp")
        expect(single.get_by_role("radio").first).to_be_checked()
        order = card(page, "Put the bridge in order")
        order.get_by_role("button", name="Move up: The spans").focus()
        page.keyboard.press("Enter")
        text = card(page, "Say it in your own words")
        text.get_by_role("textbox").focus()
        # Letters are JupyterLab's own commands outside of a widget.
        page.keyboard.type("a b m x dd")
        expect(text.get_by_role("textbox")).to_have_value("a b m x dd")

        asking = page.locator("form.seminar-card")
        asking.get_by_label("Student id").focus()
        page.keyboard.type("Ann")
        page.keyboard.press("Enter")
        varied = card(page, "How far up?")
        expect(varied).to_be_visible()
        varied.get_by_role("textbox").fill("12,5")
        reveal = card(page, "Who bought more?")
        expect(reveal.locator("svg.seminar-figure")).to_be_visible()
        expect(reveal).to_contain_text("Source: the tests.")

        hand = card(page, "Hand in")
        expect(hand.get_by_label("Student id")).to_have_value("Ann")
        expect(hand).to_contain_text("kept in a file beside this notebook")
        expect(hand).to_contain_text("Who bought more?")
        hand.get_by_role("checkbox", name="Say it in your own words").focus()
        page.keyboard.press("Space")
        hand.get_by_role("button", name="Hand in").focus()
        page.keyboard.press("Enter")
        expect(hand.locator(".seminar-hand__code").first).to_be_visible()
        assert [fault for fault in faults(page) if "seminar" in fault] == []

        file = tmp_path / "class" / f"{NAME}-ann.json"
        # An id with a capital letter brings a part of its hash unless it counts as the same.
        assert file.name == submission.file_name(NAME, "Ann")
        found = submission.read(file.read_bytes(), BOOK)
        expect(hand).to_contain_text(found["receipt"])
        assert found["made_with"] == "release"
        marks = {line.exercise: line.reason for line in mark_submission(bank.assignment(), found)}
        assert marks["fixture-single"] == "right"
        assert marks["fixture-text"] == "by-hand"
        assert marks["figure-reveal"] == "unanswered"
        assert marks["fixture-ordering"] != "malformed"
        assert marks[VARIED] == "wrong"

        kept = json.loads((tmp_path / "class" / f"{NAME}-answers.json").read_text(encoding="utf-8"))
        assert kept["student"]["id"] == "Ann"
        rows = order.locator(".seminar-row__text").all_inner_texts()
        page.reload()
        run_all(page)
        expect(card(page, "When was it written?").get_by_role("radio").first).to_be_checked(timeout=60_000)
        again = card(page, "Put the bridge in order").locator(".seminar-row__text")
        expect(again).to_have_text(rows, timeout=60_000)
        expect(card(page, "How far up?").get_by_role("textbox")).to_have_value("12,5", timeout=60_000)
        expect(card(page, "Hand in")).to_contain_text(found["receipt"], timeout=60_000)
