"""What is wrong with a lab is told by file and line, with its remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from seminar.cli import main
from seminar.exercises.check import check
from seminar.exercises.labs import UnknownLab, lab

from .conftest import LABS, ROOT

NAME = next(iter(LABS))
SOUND = LABS[NAME].file.read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the book's tables and one lab."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "exercises" / "labs").mkdir(parents=True)
    (tmp_path / "exercises" / "labs" / f"{NAME}.md").write_text(SOUND, encoding="utf-8")
    return tmp_path


def test_a_sound_lab_passes(project: Path) -> None:
    assert [mistake for mistake in check(project) if "/labs/" in mistake.file] == []
    assert lab(NAME, project).title == LABS[NAME].title
    with pytest.raises(UnknownLab, match=f"did you mean '{NAME}'"):
        lab(NAME[:-1], project)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("lab: 1", "lab: one", "1: front matter, lab: write the lab's place"),
        ("minutes: 50", "minutes: 500", "1: front matter, minutes: write a whole number from 20 to 60"),
        ("# One trade", "One trade", "1: a lab begins with its title"),
        ("### END SOLUTION\n", "", "a mark ### BEGIN … stands without its ### END …"),
        (":lab: {task: tidy}\n", "", "a mark stands outside tasks and checks"),
        ("{check: tidy, points: 2}", "{check: tydi, points: 2}", "the check of tydi comes before its task"),
        ("{check: tidy, points: 2}", "{check: tidy}", "the check of tidy has no points"),
        ("{check: tidy, points: 2}", "{check: tidy, points: two}", "the check of tidy: points are a number"),
        ("{check: tidy, points: 2}", "{check: tidy, point: 2}", "option lab: write {task: name} or {check: "),
        ("{task: tidy}", "tidy", "option lab: write {task: name} or {check: name, points: 2}"),
        ("{task: tidy}", "{task: tidy", "options that are no YAML: Code cell"),
        ("skills:\n  - ", "skills:\n  ", "1: front matter or options that are no YAML: Notebook metadata"),
        ("skills:\n", "learned:\n", "1: front matter, skills: list what a student learns"),
        ("skills:\n", "skills: pandas\nlearned:\n", "1: front matter, skills: list what a student learns"),
        ("{task: because}", "{task: reason}", "make because its last task"),
        ("datasets: [trade, trade-first-releases]", "datasets: [trade]", "trade-first-releases is read, but"),
        ("datasets: [trade,", "datasets: [gdp, trade,", "1: front matter, datasets: gdp is never read"),
        ("Later revised\n", "Later revoked\n", "no caveat of trade-first-releases begins 'Later revoked'"),
        ("{claim}`", "{term}`", "labs go to notebooks, which know no role 'term'"),
    ],
)
def test_a_mistake_is_told_with_its_remedy(project: Path, old: str, new: str, message: str) -> None:
    file = project / "exercises" / "labs" / f"{NAME}.md"
    assert old in SOUND
    file.write_text(SOUND.replace(old, new, 1), encoding="utf-8")
    told = [str(mistake) for mistake in check(project)]
    assert any(message in each and each.startswith(f"exercises/labs/{NAME}.md:") for each in told), told


def test_the_command_writes_labs_and_with_key_what_instructors_need(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["labs", NAME, "--to", str(tmp_path / "class")]) == 0
    assert [path.name for path in (tmp_path / "class").iterdir()] == [f"{NAME}.zip"]
    assert main(["labs", "--to", str(tmp_path / "key"), "--with-key"]) == 0
    wanted = {f"{name}{end}" for name in LABS for end in (".zip", "-solved.ipynb", "-tests.py")}
    assert {path.name for path in (tmp_path / "key").iterdir()} == wanted
    assert capsys.readouterr().out.count("never hand it out") == 2 * len(LABS)
    assert main(["labs", "no-such-lab", "--to", str(tmp_path)]) == 2
    assert "no lab 'no-such-lab'" in capsys.readouterr().err
