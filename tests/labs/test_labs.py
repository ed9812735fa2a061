"""Each lab runs unsolved and solved, names typical mistakes, and gives students no solution."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from zipfile import ZipFile

import nbformat
import pytest
from nbclient import NotebookClient

from seminar.exercises.labs import BECAUSE, CAVEATS, ROLE, Lab
from seminar.surfaces.labs import bundle, notebook, solved_text
from seminar.surfaces.labs import tests as instructors_tests
from seminar.tables import table

from .conftest import LABS, ROOT, Attempt, inside, unpacked
from .other_ways import OTHER_WAYS
from .wrong import WRONG


def test_the_labs_stand_in_their_order() -> None:
    assert [lab.number for lab in LABS.values()] == list(range(1, len(LABS) + 1))
    assert set(WRONG) == set(LABS)
    assert all(len({task for task, _, _ in wrong}) >= 3 for wrong in WRONG.values())


def test_unsolved_exactly_the_checks_fail_and_say_what_to_do(lab: Lab, tmp_path: Path) -> None:
    said = Attempt(lab, tmp_path).run({})
    assert list(said) == [f"{task}-check" for task in lab.tasks()]
    for task in lab.tasks():
        name = task.replace("-", "_")
        assert re.match(rf"NotYet: {name} is still three dots: \w", said[f"{task}-check"]), said


def test_solved_every_check_and_every_hidden_test_holds(lab: Lab, tmp_path: Path) -> None:
    attempt = Attempt(lab, tmp_path)
    assert attempt.run(attempt.solutions()) == {}
    with inside(attempt.folder):
        exec(instructors_tests(lab), attempt.names)
    points = {cell.check: cell.points for cell in lab.cells if cell.check and cell.check != BECAUSE}
    assert attempt.names["marks"] == points


def test_instructors_tests_give_nothing_for_an_unsolved_lab(
    lab: Lab, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    attempt = Attempt(lab, tmp_path)
    attempt.run({})
    with inside(attempt.folder):
        exec(instructors_tests(lab), attempt.names)
    assert set(attempt.names["marks"].values()) == {0}
    assert len(capsys.readouterr().out.splitlines()) == len(lab.tasks()) - 1


@pytest.mark.parametrize(
    ("name", "task", "answer", "message"),
    [(name, *wrong) for name, wrongs in WRONG.items() for wrong in wrongs],
    ids=[f"{name}-{task}-{n}" for name, wrongs in WRONG.items() for n, (task, _, _) in enumerate(wrongs)],
)
def test_a_typical_mistake_is_named(name: str, task: str, answer: str, message: str, tmp_path: Path) -> None:
    attempt = Attempt(LABS[name], tmp_path)
    said = attempt.run(answered(attempt, task, answer))
    assert message in said.get(f"{task}-check", "nothing"), said
    assert said[f"{task}-check"].startswith("NotYet: ")


@pytest.mark.parametrize(
    ("name", "task", "answer"),
    [(name, *way) for name, ways in OTHER_WAYS.items() for way in ways],
    ids=[f"{name}-{task}-{n}" for name, ways in OTHER_WAYS.items() for n, (task, _) in enumerate(ways)],
)
def test_another_right_way_is_accepted(name: str, task: str, answer: str, tmp_path: Path) -> None:
    attempt = Attempt(LABS[name], tmp_path)
    said = attempt.run(answered(attempt, task, answer))
    assert {cell: told for cell, told in said.items() if cell in (task, f"{task}-check")} == {}
    if task != BECAUSE:
        with inside(attempt.folder):
            exec(instructors_tests(LABS[name]), attempt.names)
        assert attempt.names["marks"][task] > 0


def answered(attempt: Attempt, task: str, answer: str) -> dict[str, str]:
    """Return the solutions with `answer` in the place of the task's; `solution` in it is the task's own."""
    answers = attempt.solutions()
    answers[task] = re.sub(r"^solution$", lambda _: answers[task], answer, flags=re.MULTILINE)
    return answers


def test_a_frame_is_code_once_its_hash_is_gone(lab: Lab) -> None:
    """Whoever only takes the # away, and leaves the dots, gets neither a blank at the head nor the dots."""
    framed = [cell for cell in lab.cells if cell.task and "# Frame: " in cell.source]
    assert framed
    for cell in framed:
        code = re.sub(r"^#", "", cell.given(), flags=re.MULTILINE)
        compile(code, cell.task, "exec")
        assert code.splitlines()[0] == f"{cell.task.replace('-', '_')} = ..."


def test_students_get_no_solution_and_no_hidden_test(lab: Lab) -> None:
    with ZipFile(io.BytesIO(bundle(lab, ROOT))) as zipped:
        names = {Path(name).name: zipped.read(name).decode() for name in zipped.namelist()}
        assert {Path(name).parts[0] for name in zipped.namelist()} == {lab.name}
    assert set(names) == {
        f"{lab.name}.ipynb",
        "ABOUT-THE-DATA.txt",
        *(f"{table}.csv" for table in lab.datasets),
    }
    made = nbformat.reads(names[f"{lab.name}.ipynb"], as_version=4)
    nbformat.validate(made)
    text = "\n".join(cell.source for cell in made.cells)
    assert not re.search(r"###|seminar|\.\./|\{[a-z]+\}`|^```\{", text, re.MULTILINE)
    for cell in lab.cells:
        given = {line.strip() for line in cell.given().splitlines()}
        kept = {line.strip() for line in cell.source.splitlines()} - given
        assert {line for line in kept if len(line) > 3 and "../" not in line} & lines(made) == set(), (
            cell.line
        )
    assert "What misleads in it:" in names["ABOUT-THE-DATA.txt"]


def lines(made: nbformat.NotebookNode) -> set[str]:
    """Return the lines that tasks and checks of a notebook hold; what is worked out may be copied."""
    cells = [cell for cell in made.cells if cell.cell_type == "code" and not cell.id.startswith("code-")]
    return {line.strip() for cell in cells for line in cell.source.splitlines()}


def test_the_same_lab_gives_the_same_bytes(lab: Lab) -> None:
    assert bundle(lab, ROOT) == bundle(lab, ROOT)
    nbformat.validate(nbformat.reads(solved_text(lab, ROOT), as_version=4))


@pytest.mark.parametrize("solved", [False, True], ids=["unsolved", "solved"])
def test_it_runs_in_a_plain_kernel(lab: Lab, solved: bool, tmp_path: Path) -> None:
    folder = unpacked(lab, tmp_path)
    made = nbformat.reads(json.dumps(notebook(lab, ROOT, solved=solved)), as_version=4)
    imports = {
        name for cell in made.cells for name in re.findall(r"^(?:import|from) (\w+)", cell.source, re.M)
    }
    assert imports <= {"pandas", "matplotlib", "re"}
    made.cells.insert(0, nbformat.v4.new_code_cell("import sys; sys.modules['seminar'] = None", id="alone"))
    client = NotebookClient(
        made, timeout=120, allow_errors=True, resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    outputs = {cell.id: cell.outputs for cell in made.cells if cell.cell_type == "code"}
    errors = {
        name: output.traceback
        for name, found in outputs.items()
        for output in found
        if output.output_type == "error"
    }
    assert list(errors) == ([] if solved else [f"{task}-check" for task in lab.tasks()])
    assert all(len(shown) == 1 and shown[0].startswith("Not yet: ") for shown in errors.values()), (
        "the message alone, without a program's inside"
    )


def test_numbers_in_a_labs_prose_are_held_to_the_tables(lab: Lab) -> None:
    """A number stands in a {value} role; free are years and what is written as a word."""
    for cell in lab.cells:
        if cell.kind != "text":
            continue
        text = re.sub(r"`[^`{}]*`|\b(?:19|20)\d\d\b", "", CAVEATS.sub("", ROLE.sub("", cell.source)))
        found = re.findall(r"\d+(?:[.,]\d+)*", text)
        assert [number for number in found if not re.search(rf"[Cc]heck {number}\b", text)] == []


def test_what_prose_and_picture_say_in_other_words_is_what_the_table_holds() -> None:
    china = table("trade").set_index("year")["total_china_reported_usd_million"] / 1000
    (picture,) = re.findall(r"^    alt: (.*)$", LABS["annotate-a-chart"].file.read_text(), re.MULTILINE)
    fall = (1 - china.loc[2009] / china.loc[2008]) * 100
    said = f"from {china.loc[2000]:.0f} billion dollars in 2000 to {china.loc[2008]:.0f} in 2008"
    assert said in picture
    assert f"fell by {fall:.0f} per cent in 2009" in picture
    assert china[china > 100].index.min() == 2018
    assert re.findall(r"\d+", picture).count("31") == 1
    # "The best so far, and the next one was not" of 2014, "a headline, the other hardly a note" of 2018.
    assert china.loc[:2015].idxmax() == 2014
    assert 1.85 < china.loc[2018] / china.loc[2010] < 2
    assert china.loc[2018] / china.loc[2014] < 1.125
    # "Here it always is": of what Russia sent to China, China counted more in every year that both have.
    sums = table("trade-monthly").assign(year=lambda rows: rows["month"].dt.year)
    sums = sums.groupby(["reporter_iso3", "partner_iso3", "flow", "source_id", "year"])[
        "value_usd_million"
    ].sum()
    gap = sums["CHN", "RUS", "import", "imf_dots_monthly"] - sums["RUS", "CHN", "export", "rosstat_fcs"]
    assert len(gap.dropna()) == 10
    assert (gap.dropna() > 0).all()
    # "Twice or three times" six per cent, in some years.
    gap = gap / sums["RUS", "CHN", "export", "rosstat_fcs"] * 100
    assert {round(each / 6) for each in gap.dropna()} >= {1, 2, 3}
    # "The other eighteen", of which Hong Kong is no state; whom the Union counts; who is the largest of all.
    sold = table("trade-exports").query("exporter_iso3 == 'RUS' and year >= 2012")
    buyers = sold.pivot(index="year", columns="importer_iso3", values="exports_fob_usd_million")
    assert len(buyers.columns.drop(["WLD", "EU27"])) == 18
    assert {"HKG", "GBR", "DEU", "FRA", "ITA", "NLD", "POL"} <= set(buyers.columns)
    assert list(buyers.loc[2018].nlargest(2).index) == ["WLD", "EU27"]


def test_the_guide_lists_each_lab_with_its_minutes() -> None:
    guide = (ROOT / "chapters/labs/how-labs-work.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \{doc\}`/exercises/labs/([\w-]+)` \|.*\| (\d+) \|$", guide, re.MULTILINE)
    assert rows == [(lab.name, str(lab.minutes)) for lab in LABS.values()]


def test_every_table_has_its_caveats_where_it_is_used(lab: Lab) -> None:
    told = [match["table"] for cell in lab.cells for match in CAVEATS.finditer(cell.source)]
    assert sorted(told) == sorted(lab.datasets)
