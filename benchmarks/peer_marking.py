"""Marks with nbgrader or otter-grader, inside their environment, and prints how long each submission took.

``marking_peers.py`` starts it: ``python peer_marking.py nbgrader|otter FOLDER``. FOLDER is a course folder of
nbgrader's with all that was handed in, or holds otter's ``autograder.zip`` and ``submissions/STUDENT.ipynb``.
Prints JSON: by student the seconds and the points. Starting the program itself is not counted.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter


def nbgrader() -> dict[str, list[float]]:
    """Mark what lies in ``submitted``, student by student."""
    from nbgrader.api import Gradebook
    from nbgrader.apps import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    config = Config()
    config.CourseDirectory.root = "."
    given = NbGraderAPI(CourseDirectory(config=config), config=config)
    (name,) = (path.name for path in Path("source").iterdir())
    found = {}
    for student in sorted(given.get_submitted_students(name)):
        start = perf_counter()
        done = given.autograde(name, student, force=True)
        seconds = perf_counter() - start
        if not done["success"]:
            sys.exit(done["log"])
        with Gradebook(given.coursedir.db_url) as book:
            found[student] = [seconds, book.find_submission(name, student).score]
    return found


def otter() -> dict[str, list[float]]:
    """Mark each notebook, without a container."""
    from otter.api import grade_submission

    found = {}
    for path in sorted(Path("submissions").iterdir()):
        start = perf_counter()
        results = grade_submission(str(path), "autograder.zip", quiet=True)
        found[path.stem] = [perf_counter() - start, results.total]
    return found


if __name__ == "__main__":
    os.chdir(sys.argv[2])
    made = {"nbgrader": nbgrader, "otter": otter}[sys.argv[1]]()
    # What kernels say goes to the same output.
    print(f"\n{json.dumps(made)}")
