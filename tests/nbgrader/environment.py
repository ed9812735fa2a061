"""nbgrader in an environment of its own: in the book's it would switch extensions on in JupyterLab.

``python -m tests.nbgrader.environment`` makes it, which takes a minute or two the first time and pip alone,
and again once its pins have changed.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from tests.conftest import ROOT, alone

FOLDER = ROOT / "_build" / "nbgrader"
PINS = Path(__file__).with_name("requirements.txt")


def ready() -> Path:
    """Return the folder of the environment's programs, made if it is not there as the pins have it."""
    programs = FOLDER / ("Scripts" if sys.platform == "win32" else "bin")
    mark = FOLDER / "pins"
    wanted = hashlib.sha256(PINS.read_bytes()).hexdigest()
    with alone(ROOT / "_build" / "nbgrader.lock"):
        if mark.is_file() and mark.read_text(encoding="utf-8") == wanted:
            return programs
        print("Installing nbgrader for the tests: a minute or two, once.", file=sys.stderr)
        shutil.rmtree(FOLDER, ignore_errors=True)
        venv.create(FOLDER, with_pip=True)
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
        subprocess.run([programs / "python", *install, "-r", PINS], check=True)
        mark.write_text(wanted, encoding="utf-8")
    return programs


if __name__ == "__main__":
    ready()
