"""Execution of the chapters: in parallel, cached under what they depend on, and never half forgiven.

jupyter-cache keys on the source of the cells alone, so the cache itself lies in a folder named after all else
that a cell can see. A build that met a warning leaves a mark, and the next one starts afresh: unchanged
pages are not read again and would not repeat their warnings.
"""

from __future__ import annotations

import hashlib
import logging as plain_logging
import os
import platform
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from jupyter_cache import get_cache
from jupyter_cache.executors import load_executor
from myst_nb.core.read import create_nb_reader
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from seminar.bibliography import BIBLIOGRAPHY
from seminar.figures.chart import BUILD
from seminar.paths import project_root
from seminar.values import KEYS

LOGGER = logging.getLogger(__name__)
PACKAGE = Path(__file__).resolve().parents[1]
UNFINISHED = "unfinished"


def setup_execution(app: Sphinx) -> None:
    """Register parallel execution, the keyed cache and the memory of failed builds with `app`."""
    app.add_config_value("seminar_extension", "", "env", str)
    app.connect("config-inited", prepare)
    app.connect("env-before-read-docs", execute)
    app.connect("build-finished", conclude, priority=900)


def digest(paths: Iterable[Path], base: Path) -> str:
    """Return a short digest of the names below `base` and the contents of the files in `paths`."""
    state = hashlib.sha256()
    for path in sorted(set(paths)):
        if path.is_file():
            state.update(path.relative_to(base).as_posix().encode() + b"\0")
            state.update(hashlib.sha256(path.read_bytes()).digest())
    return state.hexdigest()[:16]


def outputs_digest(root: Path) -> str:
    """Return a digest of what a cell's output can depend on besides its source.

    `root` is the project's root: its tables, the bibliography that strips cite and the functions behind its
    keys count, as do the package's own modules below the Sphinx extension, the pins and Python's version.
    """
    modules = (path for path in PACKAGE.rglob("*.py") if PACKAGE / "sphinx" not in path.parents)
    parts = [
        digest((path for path in modules if "node_modules" not in path.parts), PACKAGE),
        digest((root / "data").rglob("*"), root),
        digest([root / BIBLIOGRAPHY, root / KEYS], root),
        digest([PACKAGE.parent / "requirements.txt"], PACKAGE.parent),
        platform.python_version(),
    ]
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:16]


def prepare(app: Sphinx, config: Config) -> None:
    """Choose the cache, forget what a failed build left behind, and tell the kernels that this is a build."""
    # Without this, plain `jupyter-book build` would pass whatever the pages warn of.
    app.keep_going = app.keep_going or not app.warningiserror
    build = Path(app.outdir).parent
    os.environ[BUILD] = "1"
    os.environ["IPYTHONDIR"] = str(plain_ipython(build / ".ipython"))
    root = project_root(Path(app.srcdir))
    config.nb_execution_cache_path = str(build / ".jupyter_cache" / outputs_digest(root))
    words = (PACKAGE / "words").glob("*.json")
    config.seminar_extension = digest([*(PACKAGE / "sphinx").rglob("*.py"), *words], PACKAGE)
    mark = build / UNFINISHED
    if mark.exists():
        shutil.rmtree(app.doctreedir, ignore_errors=True)
    build.mkdir(parents=True, exist_ok=True)
    mark.touch()


def plain_ipython(folder: Path) -> Path:
    """Return `folder`, set up so that kernels skip a person's own start-up files and keep quiet."""
    settings = folder / "profile_default" / "ipython_kernel_config.py"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('get_config().IPKernelApp.log_level = "ERROR"\n', encoding="utf-8")
    return folder


def execute(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Run the chapters among `docnames` that the cache does not hold, all processors at work.

    Where a chapter fails, says file, line, cell and reason, and ends the build with status 1.
    """
    if env.mystnb_config.execution_mode != "cache":  # type: ignore[attr-defined]
        return
    cache = get_cache(app.config.nb_execution_cache_path)
    waiting: dict[str, NotebookNode] = {}
    for docname in docnames:
        path = env.doc2path(docname)
        notebook = read_notebook(env, path)
        if notebook is None or not any(cell.cell_type == "code" for cell in notebook.cells):
            continue
        try:
            cache.match_cache_notebook(notebook)
        except KeyError:
            cache.add_nb_to_project(path, read_data={"name": "myst_nb_md", "type": "plugin"})
            waiting[path] = notebook
    if not waiting:
        return
    LOGGER.info("executing %d chapter(s)", len(waiting))
    executor = load_executor("local-parallel", cache, plain_logging.getLogger("seminar.execution"))
    # Failed cells are reported below, with their place; the executor would print whole tracebacks besides.
    executor.logger.setLevel(plain_logging.ERROR)
    result = executor.run_and_cache(filter_uris=list(waiting), timeout=app.config.nb_execution_timeout)
    for path in sorted(result.excepted):
        traceback = cache.get_project_record(path).traceback or ""
        line, message = describe(waiting[path], traceback)
        LOGGER.error("%s", message, location=f"{path}:{line}", type="seminar", subtype="cell")
    for path in sorted(result.errored):
        LOGGER.error("could not be run (see above)", location=path, type="seminar", subtype="cell")
    if result.excepted or result.errored:
        # Reading on would run these chapters again; an exception would bury the message under a traceback.
        raise SystemExit(1)


def read_notebook(env: BuildEnvironment, path: str) -> NotebookNode | None:
    """Return the notebook in the source file `path`, or None where the file is plain Markdown."""
    text = Path(path).read_text(encoding="utf-8")
    reader = create_nb_reader(path, env.myst_config, env.mystnb_config, text)  # type: ignore[attr-defined]
    return None if reader is None else reader.read(text)


def describe(notebook: NotebookNode, traceback: str) -> tuple[int, str]:
    """Return the line of the cell that failed, and a message: its number, what was raised, its source."""
    lines = notebook.metadata.get("source_map", [])
    ran = [
        number
        for number, cell in enumerate(notebook.cells)
        if cell.cell_type == "code" and cell.source.strip()
    ]
    found = re.search(r"In\[(\d+)\]", strip_colours(traceback))
    if found and int(found[1]) <= len(ran):
        position = ran[int(found[1]) - 1]
    else:
        position = next((number for number in ran if notebook.cells[number].source in traceback), ran[0])
    line = lines[position] + 1 if position < len(lines) else 1
    raised = [text for text in strip_colours(traceback).splitlines() if text.strip()]
    source = "\n".join(f"    {text}" for text in notebook.cells[position].source.splitlines())
    return line, f"code cell {ran.index(position) + 1}: {raised[-1] if raised else 'failed'}\n{source}"


def strip_colours(text: str) -> str:
    """Return `text` without the terminal's colour codes."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def conclude(app: Sphinx, exception: Exception | None) -> None:
    """Lift the mark of an unfinished build if nothing was wrong, and drop caches that no longer serve."""
    if exception is not None or app._warncount:
        return
    current = Path(app.config.nb_execution_cache_path)
    for folder in current.parent.glob("*"):
        if folder != current:
            shutil.rmtree(folder, ignore_errors=True)
    (Path(app.outdir).parent / UNFINISHED).unlink(missing_ok=True)
