"""Runs inside nbgrader's environment: releases and marks a course folder, and tells what the gradebook holds.

``python course.py release NAME…`` makes students' files, ``python course.py mark NAME…`` marks what lies in
``submitted``, each in the folder that it is started in. The marks go to standard output as JSON: by
assignment, student and cell the points (null where a reader gives them) and the most that there are.
"""

from __future__ import annotations

import json
import sys

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config


def api() -> NbGraderAPI:
    """Return nbgrader, set up as it is without any file of settings."""
    config = Config()
    config.CourseDirectory.root = "."
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def release(names: list[str]) -> None:
    """Make students' files of each assignment."""
    for name in names:
        done = api().generate_assignment(name, force=True)
        if not done["success"]:
            sys.exit(done["log"] + done.get("error", ""))


def mark(names: list[str]) -> None:
    """Mark what was handed in of each assignment, and print the gradebook."""
    found: dict[str, dict[str, dict[str, list[float | None]]]] = {}
    given = api()
    for name in names:
        for student in sorted(given.get_submitted_students(name)):
            done = given.autograde(name, student, force=True)
            if not done["success"]:
                sys.exit(done["log"] + done.get("error", ""))
    with Gradebook(given.coursedir.db_url) as book:
        for name in names:
            for submission in book.assignment_submissions(name):
                cells = [grade for notebook in submission.notebooks for grade in notebook.grades]
                found.setdefault(name, {})[submission.student.id] = {
                    grade.name: [grade.auto_score, grade.max_score] for grade in cells
                }
    print(json.dumps(found))


if __name__ == "__main__":
    {"release": release, "mark": mark}[sys.argv[1]](sys.argv[2:])
