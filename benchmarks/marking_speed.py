"""How long a class takes to mark, and how much memory.

usage: python benchmarks/marking_speed.py [--students N ...] [--jobs N] [--pages]

A made-up class (``tests/grading/classes.py``; always the same for a number of students) hands in twenty
exercises each, in one archive as Moodle gives it. `seminar grade` marks it from beginning to end, the start
of Python included, and writes gradebook, marks, report and what was rejected; with --pages also a page for
each student. Prints for each class the seconds, those of all processors together, and the most memory that
the command and its processes held at one time. Ends with 1 where 10,000 students took longer or more than
is promised.
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path

import psutil

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from seminar.exercises.submission import Key, key  # noqa: E402
from tests.grading import classes  # noqa: E402

MOST_SECONDS, MOST_MEGABYTES, STUDENTS = 10, 500, 10_000


def archive(known: Key, students: int, file: Path) -> None:
    """Write the archive of a class's files."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for number, student in enumerate(classes.students(students)):
            made_with = "release" if number % 2 else "page"
            name = f"{student.name}_{number}_assignsubmission_file_/{classes.NAME}-{student.id}.json"
            out.writestr(name, classes.handed_in(known, student, made_with=made_with))


class Memory:
    """The most memory that a process and all that it started held at one time, in bytes."""

    def __init__(self, process: int) -> None:
        self.most = 0
        self._process = psutil.Process(process)
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while True:
            held = 0
            try:
                for each in (self._process, *self._process.children(recursive=True)):
                    # What several processes share is counted in each: rather too much than too little.
                    held += each.memory_info().rss
            except psutil.NoSuchProcess:
                if not self._process.is_running():
                    return
            self.most = max(self.most, held)
            time.sleep(0.05)


def measure(root: Path, handed_in: Path, to: Path, jobs: int, pages: bool) -> tuple[float, float, float]:
    """Mark an archive; return seconds, seconds of all processors, and megabytes."""
    command = [sys.executable, "-m", "seminar.cli", "grade", classes.NAME, str(handed_in), "--to", str(to)]
    command += ["--jobs", str(jobs), *([] if pages else ["--no-feedback"])]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.DEVNULL) as running:
        memory = Memory(running.pid)
        if running.wait():
            sys.exit(f"the class was not marked: exit code {running.returncode}")
    taken, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return taken, spent, memory.most / 1e6


def rows(to: Path) -> int:
    """Return how many students have a row."""
    with (to / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def main() -> int:
    """Mark a class of each size and print what it took; returns 1 where a promise is not kept."""
    reading = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reading.add_argument("--students", type=int, nargs="+", default=[STUDENTS])
    reading.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    reading.add_argument("--pages", action="store_true")
    asked = reading.parse_args()
    kept = True
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        known = key(classes.project(root))
        for students in asked.students:
            handed_in, to = Path(folder) / f"{students}.zip", Path(folder) / f"{students}"
            archive(known, students, handed_in)
            seconds, spent, megabytes = measure(root, handed_in, to, asked.jobs, asked.pages)
            assert rows(to) == students
            each = f"{spent / students * 1000:.2f} ms a student"
            busy = f"load {os.getloadavg()[0]:.1f}"
            print(
                f"{students} students: {seconds:.1f} s, {spent:.1f} s of processors ({each}), "
                f"{megabytes:.0f} MB, {busy}",
                flush=True,
            )
            if students <= STUDENTS:
                kept &= seconds < MOST_SECONDS and megabytes < MOST_MEGABYTES
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
