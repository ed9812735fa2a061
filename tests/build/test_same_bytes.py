"""The same sources give the same bytes: twice, with or without `make`, in whichever folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import CHAPTER, SmallBook, cell
from .test_rebuild import contents

pytestmark = pytest.mark.build


def test_two_cold_builds_are_identical_and_so_is_plain_jupyter_book(
    small_book: SmallBook, tmp_path_factory: pytest.TempPathFactory
) -> None:
    small_book.chapters(one=CHAPTER, two=cell("from seminar import table\ntable('gdp').head(3)"))
    sites: list[dict[str, bytes]] = []
    for flags in (["-W", "-n", "--keep-going", "--quiet"], []):
        folder = tmp_path_factory.mktemp("cold")
        outcome = small_book.build(*flags, to=folder)
        outcome.passed()
        sites.append(contents(folder / "_build/html"))
    first, second = sites
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_the_project_holds_every_setting_that_affects_output() -> None:
    makefile = (Path(__file__).parents[2] / "Makefile").read_text()
    commands = [line for line in makefile.splitlines() if "jupyter-book build" in line]
    assert len(commands) == 1
    flags = commands[0].split("build", 1)[1].split()
    assert set(flags) <= {"-W", "-n", "--keep-going", "--quiet", "."}
