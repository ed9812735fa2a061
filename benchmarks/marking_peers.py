"""How long nbgrader, otter-grader and ``seminar grade`` take to mark the same answers, for each submission.

usage: python benchmarks/marking_peers.py [--peers DIR] [--students N] [--many N] [--rounds N]

Each round marks the notebooks of a few students (5 unless told) with nbgrader and with otter-grader, and the
same students' files with ``seminar grade``; then a class of many (1,000 unless told) with ``seminar grade``
alone. All marks have to be the same. Of nbgrader and otter-grader the median submission of a round counts,
without the program's start; of ``seminar grade`` the whole command, with its report and its feedback, divided
by the submissions. Prints the time for each submission and, round by round, how many times as long the peers
take: median, least and greatest.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

import nbformat

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from seminar.exercises.assignments import Assignment  # noqa: E402
from seminar.exercises.submission import Key, key  # noqa: E402
from seminar.surfaces import assignment as page  # noqa: E402
from seminar.surfaces.built import source  # noqa: E402
from seminar.surfaces.markup import rendered  # noqa: E402
from seminar.surfaces.payload import in_script  # noqa: E402
from seminar.surfaces.release import nbgrader  # noqa: E402
from tests.answers import right, wrong  # noqa: E402
from tests.grading import classes  # noqa: E402
from tests.nbgrader.students import typed  # noqa: E402

Choice = Mapping[str, bool]
"""By exercise whether a student answers it rightly; wrongly means for no points."""


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--peers", type=Path, default=HERE.parent / "_build" / "peers", metavar="DIR")
    parser.add_argument("--students", type=int, default=5, metavar="N")
    parser.add_argument("--many", type=int, default=1000, metavar="N")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    asked = parser.parse_args()
    programs = asked.peers / ("Scripts" if sys.platform == "win32" else "bin")
    if not programs.is_dir():
        sys.exit(f"{asked.peers} is not there: make it as benchmarks/README.md says")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        set_ = classes.project(folder / "project")
        marked = key(set_)
        few, many = (choices(marked, count) for count in (asked.students, asked.many))
        made_few, made_many = folder / "few", folder / "many"
        for place, students in ((made_few, few), (made_many, many)):
            handed_in(place, marked, students)
        prepare_nbgrader(folder / "nbgrader", programs, set_, few)
        prepare_otter(folder / "otter", programs, set_, few)
        rounds: list[dict[str, float]] = []
        for _ in range(asked.rounds):
            found, totals = {}, {}
            for peer in ("nbgrader", "otter"):
                given = marked_by(programs, peer, folder / peer)
                found[peer] = statistics.median(seconds for seconds, _ in given.values())
                totals[peer] = {student: points for student, (_, points) in given.items()}
            for how, place, students in (("few", made_few, few), ("many", made_many, many)):
                seconds, totals[how] = grade(folder / "project", place, folder / f"marked-{how}")
                found[how] = seconds / len(students)
            own = {student: totals["many"][student] for student in few}
            assert totals["nbgrader"] == totals["otter"] == totals["few"] == own, totals
            rounds.append(found)
            print(" ".join(f"{name} {seconds:.4f}" for name, seconds in found.items()), file=sys.stderr)
    tell(rounds, asked.students, asked.many)


def choices(marked: Key, count: int) -> dict[str, Choice]:
    """Return of each student which exercises are answered rightly; a larger class begins with the same."""
    names = [marking.exercise for marking in marked.markings]
    return {
        student.id: {name: random.Random(f"{student.id}/{name}").random() < 0.6 for name in names}
        for student in classes.students(count)
    }


def handed_in(folder: Path, marked: Key, students: Mapping[str, Choice]) -> None:
    """Write the files that students hand in from the book."""
    folder.mkdir()
    for id, choice in students.items():
        answers = {
            name: (right if is_right else wrong)(classes.asked_of(marked, name, id).rule)
            for name, is_right in choice.items()
        }
        (folder / f"{id}.json").write_bytes(classes.file(marked, id, answers))


def cells(set_: Assignment, choice: Choice) -> dict[str, str]:
    """Return the same answers as cells of a notebook, by the id of the cell; all have the first version."""
    found = {}
    for place, item in enumerate(set_.items, start=1):
        exercise = item.exercises()[0]
        rule = item.rule(exercise)
        response = (right if choice[exercise.id] else wrong)(rule)
        found[f"{exercise.id}-answer"] = typed(place, exercise, rule, response)
    return found


def prepare_nbgrader(folder: Path, programs: Path, set_: Assignment, students: Mapping[str, Choice]) -> None:
    """Release the assignment with nbgrader, and hand in."""
    files, _ = nbgrader.release(built(set_), folder, set_, "", False)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    run(programs, folder, "nbgrader", "generate_assignment", set_.name)
    for id, choice in students.items():
        made = nbformat.read(folder / "release" / set_.name / f"{set_.name}.ipynb", as_version=4)
        answers = cells(set_, choice)
        for cell in made.cells:
            cell.source = answers.get(cell.id, cell.source)
        place = folder / "submitted" / id / set_.name
        place.mkdir(parents=True)
        nbformat.write(made, place / f"{set_.name}.ipynb")


def prepare_otter(folder: Path, programs: Path, set_: Assignment, students: Mapping[str, Choice]) -> None:
    """Make otter's configuration, with a plain comparison for each question, and hand in."""
    (folder / "tests").mkdir(parents=True)
    right = cells(set_, dict.fromkeys((item.exercise.id for item in set_.items), True))
    for place, (item, answer) in enumerate(zip(set_.items, right.values(), strict=True), start=1):
        _, _, value = answer.partition(" = ")
        test = (
            "from otter.test_files import test_case\n\nOK_FORMAT = False\n"
            f'name = "question_{place}"\npoints = {item.points:g}\n\n\n'
            f"@test_case()\ndef test_it(question_{place}):\n    assert question_{place} == {value}\n"
        )
        (folder / "tests" / f"question_{place}.py").write_text(test, encoding="utf-8")
    run(programs, folder, "otter", "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment")
    (folder / "submissions").mkdir()
    for id, choice in students.items():
        code = [nbformat.v4.new_code_cell(answer) for answer in cells(set_, choice).values()]
        kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
        nbformat.write(
            nbformat.v4.new_notebook(cells=code, metadata=kernel), folder / "submissions" / f"{id}.ipynb"
        )


def built(set_: Assignment) -> str:
    """Return the assignment's page as the build writes it, without the book around it."""
    told = in_script({**page.about(set_), "source": source(set_)})
    blocks = ""
    for item in set_.items:
        made = [page.item_payload(item, each, rendered(each)) for each in item.exercises()]
        several = [page.block(each, variant=n) for n, each in enumerate(made)]
        blocks += page.variants(item.exercise.id, several) if item.variants else page.block(made[0])
    return f'<script type="application/json" class="seminar-assignment-data">{told}</script>{blocks}'


def marked_by(programs: Path, peer: str, folder: Path) -> dict[str, tuple[float, float]]:
    """Have a peer mark; returns by student the seconds and the points."""
    said = run(programs, folder, "python", str(HERE / "peer_marking.py"), peer, str(folder))
    found: dict[str, Any] = json.loads(said.splitlines()[-1])
    return {student: (seconds, points) for student, (seconds, points) in found.items()}


def grade(project: Path, files: Path, to: Path) -> tuple[float, dict[str, float]]:
    """Run ``seminar grade`` in one process; returns its seconds and the totals by student."""
    command = [sys.executable, "-m", "seminar.cli", "grade", classes.NAME, str(files), "--to", str(to)]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    start = perf_counter()
    subprocess.run(
        [*command, "--jobs", "1"], cwd=project, env=environment, check=True, stdout=subprocess.DEVNULL
    )
    seconds = perf_counter() - start
    with (to / "gradebook.csv").open(encoding="utf-8-sig", newline="") as book:
        return seconds, {row["student"]: float(row["total"]) for row in csv.DictReader(book)}


def run(programs: Path, folder: Path, program: str, *arguments: str) -> str:
    """Run a program of the peers' environment, with nothing of the book in reach."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    own = {name: str(folder / "jupyter") for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")}
    path = f"{programs.resolve()}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [str(programs.resolve() / program), *arguments],
        cwd=folder,
        env={**kept, **own, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


def tell(rounds: list[dict[str, float]], few: int, many: int) -> None:
    """Print the table."""
    print(f"| {len(rounds)} rounds, for each submission | median | least | greatest |\n|---|---|---|---|")
    names = {
        "nbgrader": f"nbgrader autograde, {few} submissions",
        "otter": f"otter-grader without a container, the same {few}",
        "few": f"`seminar grade`, the same {few}, start included",
        "many": f"`seminar grade`, {many:,} submissions, start included",
    }
    for name, said in names.items():
        print(f"| {said} | {spread(each[name] * 1000 for each in rounds)} ms |")
    for peer in ("nbgrader", "otter"):
        for how, count in (("few", few), ("many", many)):
            ratios = (each[peer] / each[how] for each in rounds)
            print(f"| {peer} / `seminar grade` of {count:,} | {spread(ratios)} |")


def spread(values: Iterable[float]) -> str:
    """Return median, least and greatest as cells of the table."""
    known = sorted(values)
    return " | ".join(
        f"{value:,.3g}" if value < 100 else f"{value:,.0f}"
        for value in (statistics.median(known), known[0], known[-1])
    )


if __name__ == "__main__":
    main()
