"""Imports in the package go down its floors, never up, and importing the package itself costs nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "seminar"
FLOORS = {
    "seminar.paths": 1,
    "seminar.tables": 1,
    "seminar.corpus": 1,
    "seminar.bibliography": 1,
    "seminar.contents": 1,
    "seminar.described": 1,
    "seminar.front_matter": 1,
    "seminar.values": 1,
    "seminar.figures": 1,
    "seminar.exercises": 2,
    "seminar.grading": 3,
    "seminar.surfaces": 3,
    "seminar.cli": 4,
    "seminar.rehash": 4,
    "seminar.sphinx": 4,
}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "node_modules" not in path.parts)


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def floor(name: str) -> int | None:
    """Return the floor of a module by its name, or None for what is not the package's."""
    return next(
        (level for head, level in FLOORS.items() if name == head or name.startswith(f"{head}.")), None
    )


def imported(path: Path) -> set[str]:
    """Return the modules that a file names in its imports, those within functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative imports hide the floor"
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.startswith("seminar.")}


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parent != PACKAGE or path.stem != "__init__"]
)
def test_imports_go_down(path: Path) -> None:
    own = floor(module_name(path))
    assert own is not None, f"{module_name(path)} has no floor: give it one here and in the design"
    names = imported(path)
    # What the package offers to chapters comes from any floor, so within it a module is named.
    assert {name for name in names if floor(name) is None} == set()
    assert {name for name in names if (floor(name) or 0) > own} == set()


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, seminar; print(sorted({'pandas', 'matplotlib', 'ipywidgets'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    import seminar

    assert dir(seminar) == sorted(seminar.__all__)
    for name in seminar.__all__:
        assert getattr(seminar, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'tabel'"):
        _ = seminar.tabel  # type: ignore[attr-defined]
