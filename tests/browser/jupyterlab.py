"""A JupyterLab of its own over a folder, for tests."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

THEMES = ("JupyterLab Light", "JupyterLab Dark")


@contextmanager
def jupyterlab(project: Path, home: Path, theme: str) -> Iterator[str]:
    """Serve the folder ``project`` by a JupyterLab that keeps its own in ``home``; yields its address."""
    settings = home / "settings" / "@jupyterlab"
    for name, values in {
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "apputils-extension/themes": {"theme": theme},
        "notebook-extension/tracker": {"windowingMode": "none"},
    }.items():
        path = settings / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values), encoding="utf-8")
    port = _free_port()
    folders = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_RUNTIME_DIR": "runtime", "IPYTHONDIR": "ipython"}
    env = {**os.environ, **{key: str(home / folder) for key, folder in folders.items()}}
    env |= {"JUPYTERLAB_SETTINGS_DIR": str(home / "settings")}
    env |= {"JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces")}
    env.pop("SEMINAR_BUILD", None)
    with (home / "lab.log").open("w") as log:
        server = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "jupyterlab",
                "--no-browser",
                "--allow-root",
                "--ServerApp.ip=127.0.0.1",
                f"--ServerApp.port={port}",
                "--ServerApp.port_retries=0",
                "--IdentityProvider.token=",
                "--ServerApp.password=",
                f"--ServerApp.root_dir={project}",
            ],
            env=env,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/api", server)
            yield address
        finally:
            server.terminate()
            server.wait(20)


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """Open a notebook in a window of its own."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(30_000)
    try:
        page = context.new_page()
        page.goto(address)
        yield page
    finally:
        context.close()


def card(page: Page, title: str) -> Locator:
    """Return the exercises of this title that the notebook shows."""
    return page.get_by_role("group", name=title, exact=True)


def run_all(page: Page) -> None:
    """Run every cell of the notebook that is open, once its kernel is there."""
    # Before the kernel is there the menu is grey, and stays so while it is open.
    expect(page.get_by_text("| Idle")).to_be_visible(timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator("#jp-mainmenu-run").get_by_text(re.compile("^Run All( Cells)?$")).click()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait_for(url: str, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Wait until the server answers; raises TimeoutError if it does not in time, or ended."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    raise TimeoutError(f"JupyterLab does not answer at {url}")
