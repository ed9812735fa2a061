"""The labs in the built book: read with what is worked out, taken away without a solution."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from seminar.exercises.labs import Lab, labs
from seminar.surfaces.labs import bundle

from .conftest import CHAPTERS, ROOT

pytestmark = pytest.mark.browser
LABS = labs(ROOT)


@pytest.fixture(params=LABS.values(), ids=lambda lab: lab.name)
def lab(request: pytest.FixtureRequest) -> Lab:
    found: Lab = request.param
    return found


def test_its_page_shows_the_worked_part_and_offers_the_rest(lab: Lab, book: Path) -> None:
    name = f"exercises/labs/{lab.name}.html"
    assert name in CHAPTERS
    page = book / name
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    (link,) = [a for a in soup.select("main a[href]") if a["href"].endswith(".zip")]
    assert (page.parent / str(link["href"])).resolve().read_bytes() == bundle(lab, ROOT)
    cells = soup.select("main .cell")
    shown = [cell for cell in lab.cells if cell.kind == "code" and not cell.check]
    assert len(cells) == len(shown) - 1, "all but the cell that lets checks speak"
    tasks = soup.select("main .seminar-task")
    assert len(tasks) == len(lab.tasks())
    assert [task for task in tasks if task.select(".cell_output")] == []
    assert any(cell.select(".cell_output") for cell in cells), "what is worked out, with its output"


def test_nothing_in_the_site_holds_a_solution(lab: Lab, book: Path) -> None:
    kept = {
        line.strip()
        for cell in lab.cells
        if cell.task or cell.check
        for line in set(cell.source.splitlines()) - set(cell.given().splitlines())
        if len(line.strip()) > 20
    }
    # A line of a frame, and one that is worked out before, may be the solution's too.
    given = re.sub(r"^#", "", "\n".join(cell.given() for cell in lab.cells), flags=re.MULTILINE)
    kept = {line for line in kept if line not in given}
    assert len(kept) > len(lab.tasks())
    for path in book.rglob("*"):
        if path.suffix in {".html", ".js", ".ipynb", ".json", ".txt", ".md"}:
            text = path.read_text(encoding="utf-8")
            plain = BeautifulSoup(text, "html.parser").text if path.suffix == ".html" else text
            assert [line for line in kept if line in plain or line in text] == [], path
