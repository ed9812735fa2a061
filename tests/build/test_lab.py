"""JupyterLab opens chapters as notebooks, and what it saves is the chapter."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import jupytext
import pytest

from .conftest import ROOT
from .test_notebooks import front_matter

CHAPTER = "chapters/economics/trade.md"


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """JupyterLab's server, started as `make lab` does, on a copy of a chapter: address and folder."""
    (tmp_path / CHAPTER).parent.mkdir(parents=True)
    shutil.copy(ROOT / CHAPTER, tmp_path / CHAPTER)
    shutil.copy(ROOT / "jupytext.toml", tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [Path(sys.executable).parent / "jupyter", "lab", "--no-browser", "--allow-root"]
    options = [f"--ServerApp.port={port}", "--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True"]
    environment = {**os.environ, "JUPYTER_CONFIG_PATH": str(ROOT / ".jupyter")}
    environment["JUPYTER_CONFIG_DIR"] = str(tmp_path / "config")
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen([*command, *options], cwd=tmp_path, env=environment, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(240):
            try:
                ask(f"{address}/api")
                break
            except URLError:
                time.sleep(0.25)
        yield address, tmp_path
    finally:
        server.terminate()
        server.wait()


def ask(address: str, data: Any = None) -> Any:
    """Get what is at `address`, or put `data` there."""
    body = None if data is None else json.dumps(data).encode()
    request = Request(address, body, {"Content-Type": "application/json"}, method="PUT" if body else "GET")
    with urlopen(request, timeout=30) as answer:
        return json.load(answer)


def test_a_chapter_opens_as_a_notebook_and_is_saved_whole(lab: tuple[str, Path]) -> None:
    address, folder = lab
    settings = ask(f"{address}/lab/api/settings/@jupyterlab/docmanager-extension:plugin")
    viewers = settings["schema"]["properties"]["defaultViewers"]["default"]
    assert viewers["markdown"] == "Jupytext Notebook"

    before = (folder / CHAPTER).read_text(encoding="utf-8")
    model = ask(f"{address}/api/contents/{CHAPTER}?type=notebook")
    assert model["type"] == "notebook"
    assert sum(cell["cell_type"] == "code" for cell in model["content"]["cells"]) > 3
    # What JupyterLab adds once a kernel has run.
    model["content"]["metadata"]["language_info"] = {"name": "python", "version": "3.11.2"}
    ask(f"{address}/api/contents/{CHAPTER}", {key: model[key] for key in ("type", "format", "content")})
    after = (folder / CHAPTER).read_text(encoding="utf-8")
    assert front_matter(after) == front_matter(before)
    assert cells(after) == cells(before)


def cells(text: str) -> list[tuple[str, str, object]]:
    """Return a chapter's cells: kind, source and metadata, captions and alt texts among it."""
    found = jupytext.reads(text, fmt="md:myst").cells
    return [(cell.cell_type, cell.source, cell.metadata) for cell in found]
