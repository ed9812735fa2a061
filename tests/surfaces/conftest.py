"""Small books that several kinds of release are tried on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.surfaces.fixture_release import NAME, VARIED, Bank, data, turned


@pytest.fixture(scope="module")
def banks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bank, Bank]:
    """Two projects with the same questions and other keys."""
    exercises = data()
    first = Bank(tmp_path_factory.mktemp("first"), exercises, other=False)
    return first, Bank(tmp_path_factory.mktemp("second"), turned(exercises), other=True)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bank:
    """A small book of two exercises, one with variants, whose page is built, to work in."""
    few = [each for each in data() if each["id"] in ("fixture-single", VARIED)]
    bank = Bank(tmp_path / "book", few, other=False)
    path = bank.root / "_build" / "html" / "chapters" / "assignments" / f"{NAME}.html"
    path.parent.mkdir(parents=True)
    path.write_text(bank.page(), encoding="utf-8")
    monkeypatch.chdir(bank.root)
    return bank
