"""A private folder beside the book: chosen from, checked, set, released and marked, and never built."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from seminar.cli import main
from seminar.exercises.assignments import assignment, survey_assignments
from seminar.exercises.bank import survey
from seminar.exercises.fingerprint import question
from seminar.exercises.submission import write as handed_in
from seminar.exercises.variants import pick
from seminar.exercises.work import BOOK
from tests.cli.conftest import EXAMPLE, FIRST_WEEK
from tests.exercises.test_variants import EXERCISE, GENERATORS

SECRET = "Only the final test asks for this"
QUESTION = EXAMPLE.replace("an-example", "final-target").replace(
    "prompt: Which?", f"prompt: {SECRET}, which?"
)
SUM = EXERCISE.replace("id: growth", "id: final-growth").replace("generator: growth", "generator: fall")
KEYED = (
    EXAMPLE.replace("an-example", "final-years")
    .replace("prompt: Which?", 'computed_by: own_years\n  rests_on: ["trade:*"]\n  prompt: Which years?')
)  # fmt: skip
FINAL = (
    FIRST_WEEK.replace("sample-short-text", "final-target")
    .replace("sample-single", "final-growth")
    .replace("    points: 2.5\n", "  - id: final-years\n  - id: sample-short-text\n  - id: sample-ordering\n")
)


@pytest.fixture
def finals(desk: Path) -> Path:
    """A private folder beside the project: three exercises, functions of its own, and an assignment."""
    folder = desk.parent / "finals"
    (folder / "assignments").mkdir(parents=True)
    for name, text in {
        "finals.yml": QUESTION + SUM,
        "trade.yml": KEYED.replace("objective: show-a-type", "objective: read-a-table"),
        "keys.py": "def own_years():\n    return [True, False]\n",
        "generators.py": GENERATORS.replace("def growth", "def fall").replace(
            "ROOT = Path(__file__).parents[1]", "ROOT = Path.cwd()"
        ),
        "assignments/final-a.yml": FINAL,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    settle(folder / "finals.yml")
    return folder


def settle(file: Path) -> None:
    """Have the file's key be that of its generator's first variant."""
    made = survey(private=file.parent)[0].exercise("final-growth")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("answer: 27", f"answer: {made.key():g}"), encoding="utf-8")


def test_private_exercises_are_listed_when_their_folder_is_named(
    desk: Path, finals: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--json"]) == 0
    public = json.loads(capsys.readouterr().out)
    assert main(["list", "--json", "--bank", str(finals)]) == 0
    found = {each["id"]: each for each in json.loads(capsys.readouterr().out)}
    assert set(found) - {each["id"] for each in public} == {"final-target", "final-growth", "final-years"}
    assert {each["id"] for each in found.values() if each["private"]} == {
        *("final-target", "final-growth", "final-years")
    }
    assert found["final-years"]["page"] == "chapters/economics/trade"
    assert found["final-target"]["file"] == (finals / "finals.yml").as_posix()
    assert main(["list", "assignments", "--bank", str(finals)]) == 0
    assert "final-a\t" in capsys.readouterr().out


def test_a_sound_private_folder_passes_check(finals: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--bank", str(finals)]) == 0
    assert "2 assignments" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "finals.yml",
            "final-target",
            "growth",
            "finals.yml:1: id 'growth' is taken (exercises/growth.yml:1)",
        ),
        ("keys.py", "[True, False]", "[False, True]", "trade.yml:12: the key of option 1 is correct"),
        ("keys.py", "def own", "def (own", "keys.py:1: SyntaxError"),
        ("generators.py", '"answer": growth', '"answer": 1 / 0', "finals.yml:"),
        ("finals.yml", "type: single-choice", "type: single-choise", "finals.yml:2: "),
        ("trade.yml", "read-a-table", "read-a-tabel", "trade.yml:4: the objective read-a-tabel is none of"),
        ("assignments/final-a.yml", "final-years", "final-yaers", "assignments/final-a.yml:11: exercise 3"),
        ("finals.yml", SECRET, "See {claim}`remarks-99`", "finals.yml:8: {claim}: table claims has no row"),
    ],
)
def test_a_mistake_names_the_private_file(
    finals: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, told: str
) -> None:
    text = (finals / file).read_text(encoding="utf-8")
    assert old in text
    (finals / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert main(["check", "--bank", str(finals)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert any(line.startswith(f"{finals.as_posix()}/{told}") for line in lines), lines
    assert main(["check"]) == 0


def test_a_private_exercise_has_no_figure_and_an_assignment_no_name_of_the_book_s(
    finals: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    samples = Path("exercises", "trade.yml").read_text(encoding="utf-8")
    reveal = samples[samples.index("- id: sample-reveal") : samples.index("- id: sample-read\n")]
    (finals / "more.yml").write_text(reveal.replace("sample-reveal", "final-reveal"), encoding="utf-8")
    (finals / "assignments" / "first-week.yml").write_text(FINAL, encoding="utf-8")
    assert main(["check", "--bank", str(finals)]) == 1
    told = capsys.readouterr().err
    assert f"{finals.as_posix()}/more.yml:2: the figure of reveal is drawn by a chapter of the book" in told
    assert (
        f"{finals.as_posix()}/assignments/first-week.yml:1: exercises/assignments/first-week.yml has" in told
    )


def test_a_lab_in_a_private_folder_is_told_rather_than_passed_over(
    desk: Path, finals: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (finals / "labs").mkdir()
    (finals / "labs" / "own-lab.md").write_text("# Mine\n", encoding="utf-8")
    assert main(["check", "--bank", str(finals)]) == 1
    told = capsys.readouterr().err
    assert f"{finals.as_posix()}/labs/own-lab.md:1: a private folder holds no labs" in told
    with pytest.raises(SystemExit):
        main(["labs", "--help"])
    assert "Labs are the book's alone" in capsys.readouterr().out


def test_nothing_private_is_read_unless_its_folder_is_named(desk: Path, finals: Path) -> None:
    within = desk / "private"
    finals.rename(within)
    assert not {id for id in survey(desk)[0].ids if id.startswith("final")}
    assert set(survey_assignments(desk)[0]) == {"first-week"}
    assert main(["check"]) == 0


@pytest.mark.parametrize("folder", [".", "exercises", "exercises/assignments", "nowhere"])
def test_a_folder_of_the_book_or_none_is_refused(
    desk: Path, capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["list", "--bank", folder])
    assert caught.value.code == 2
    assert "public" in capsys.readouterr().err or folder == "nowhere"


def git(folder: Path, *asked: str) -> None:
    subprocess.run(["git", "-C", folder, *asked], check=True, capture_output=True)


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_a_private_folder_that_git_would_publish_is_told(
    desk: Path, finals: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(folder: Path) -> str:
        assert main(["check", "--bank", str(folder)]) == 0
        return capsys.readouterr().err

    assert said(finals) == ""
    git(finals, "init")
    assert said(finals) == ""
    git(finals, "remote", "add", "origin", "https://example.org/finals.git")
    assert "see that nobody else can read that" in said(finals)
    shutil.rmtree(finals / ".git")
    within = finals.rename(desk / "finals")
    git(desk, "init")
    assert f"seminar: beware: {within} lies in the book's own repository" in said(within)
    (desk / ".gitignore").write_text("/finals/\n")
    assert said(within) == ""
    git(desk, "add", "--force", "finals")
    assert "the book's own repository" in said(within)


def test_an_assignment_is_begun_in_the_private_folder_alone(
    desk: Path, finals: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {file: file.read_bytes() for file in desk.rglob("*") if file.is_file()}
    new = [
        "new",
        "assignment",
        "final-b",
        "--bank",
        str(finals),
        "--exercise",
        "final-target",
        "sample-single",
    ]
    assert main(new) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [(finals / "assignments" / "final-b.yml").as_posix()]
    assert "make book" not in told.err
    assert f"seminar check --bank {finals}\nand seminar release final-b" in told.err
    assert {file: file.read_bytes() for file in desk.rglob("*") if file.is_file()} == before
    assert main(["check", "--bank", str(finals)]) == 0
    assert main(["new", "assignment", "final-c", "--exercise", "final-target"]) == 2


@pytest.mark.parametrize("seed", ["", "a-secret"])
def test_a_private_assignment_is_released_without_a_page_and_marked(
    desk: Path, finals: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: str
) -> None:
    bank, seeded = ["--bank", str(finals)], ["--seed", seed] if seed else []
    out = tmp_path / "out"
    assert main(["release", "final-a", "--to", str(out), "--with-key", *bank, *seeded]) == 0
    names = {"final-a.html", "final-a.ipynb", "final-a-with-key.html"}
    assert {file.name for file in out.iterdir()} >= names
    assert len(list(out.glob("final-a-sheet-*.html"))) == 8
    page = (out / "final-a.html").read_text(encoding="utf-8")
    assert SECRET in page
    assert "sealed" not in page.partition("<script>")[0]
    assert main(["release", "final-a", "--to", str(out / "paper"), "--format", "worksheet", *bank]) == 0

    wanted = assignment("final-a", desk, finals)
    answers: list[dict[str, Any]] = []
    for item in wanted.items:
        number = pick("final-a", item.exercise.id, "s-1", item.variants) if item.variants else None
        made = item.exercises(seed)[number or 0]
        response = {
            "final-target": {"choice": 0},
            "final-growth": {"number": f"{made.key()}"},
            "final-years": {"choice": 0},
            "sample-ordering": {"order": [made.released.index(at) for at in range(len(made.released))]},
        }.get(made.id)
        if response:
            answers.append(
                {"exercise": made.id, "question": question(made), "variant": number, "response": response,
                 "changed": "2026-11-22T10:00:00.000Z"}
            )  # fmt: skip
    file = handed_in(
        {
            "format": "seminar-submission", "version": 1, "book": BOOK, "book_version": "0.1.0",
            "assignment": "final-a", "made_with": "release", "student": {"id": "s-1", "name": "Li Wei"},
            "handed_in": "2026-11-22T10:00:00.000Z", "receipt": "0000-0000", "answers": answers,
            "withheld": [],
        }  # type: ignore[arg-type]
    )  # fmt: skip
    given = tmp_path / "given"
    given.mkdir()
    (given / "final-a-s-1.json").write_bytes(file)
    capsys.readouterr()
    marked = tmp_path / "marked"
    assert main(["grade", "final-a", str(given), "--to", str(marked), "--jobs", "1", *bank, *seeded]) == 0
    (row,) = csv.DictReader((marked / "gradebook.csv").read_text(encoding="utf-8-sig").splitlines())
    got = {name.partition(" ")[0]: cell for name, cell in row.items()}
    full = {item.exercise.id: item.points for item in wanted.items}
    for answer in answers:
        assert float(got[answer["exercise"]]) == full[answer["exercise"]], got


def test_an_assignment_of_the_book_is_released_from_its_page_even_so(
    desk: Path, finals: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release", "first-week", "--to", str(tmp_path / "x"), "--bank", str(finals)]) == 1
    assert "first-week.html is not built" in capsys.readouterr().err


def test_a_figure_of_the_book_needs_the_built_chapter(
    desk: Path, finals: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = finals / "assignments" / "final-a.yml"
    file.write_text(FINAL + "  - id: sample-read\n", encoding="utf-8")
    assert main(["release", "final-a", "--to", str(tmp_path / "x"), "--bank", str(finals)]) == 1
    told = capsys.readouterr().err
    assert f"{file}: the figure of sample-read is drawn by its chapter: run `make book` first" in told
    assert not (tmp_path / "x").exists()
