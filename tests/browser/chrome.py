"""The browser that the tests drive: an installed Chrome, Chromium or Edge, else Playwright's own.

``python -m tests.browser.chrome`` sees to it that there is one, or says in one line what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = (
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "chrome",
    "msedge",
    "microsoft-edge",
    "microsoft-edge-stable",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
ARGUMENTS = (
    "--no-sandbox",  # a container's root may not use the sandbox, and the tests open nothing but the book
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = (
    "No browser for the tests: install Chrome, Chromium or Edge, "
    "or run `python -m playwright install --with-deps chromium`."
)


class NoBrowser(RuntimeError):  # noqa: N818 - it says what is the case
    """No browser that the tests can drive is installed."""


@cache
def installed() -> str | None:
    """Return the path of an installed Chrome, Chromium or Edge, or None."""
    found = [shutil.which(name) for name in NAMES]
    return next((path for path in [*found, *PLACES] if path and Path(path).is_file()), None)


def launch(playwright: Playwright) -> Browser:
    """Start the browser without a window; raises NoBrowser where there is none."""
    executable = installed()
    if executable is None and not Path(playwright.chromium.executable_path).is_file():
        raise NoBrowser(MISSING)
    return playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))


def starts() -> bool:
    """Return whether a browser is there and opens a page."""
    try:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            browser.new_page().goto("about:blank")
            browser.close()
    except Exception as error:  # whatever it is, this browser cannot be used
        if not isinstance(error, NoBrowser):
            print(error, file=sys.stderr)
        return False
    return True


def fetched() -> bool:
    """Try to get a browser, Playwright's own or (as root) the system's; return whether one starts."""
    commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        commands.append([*commands[0][:-1], "--with-deps", "chromium"])
        if shutil.which("apt-get"):
            commands.append(["apt-get", "update"])
            commands.append(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
    for command in commands:
        done = subprocess.run(command, check=False, capture_output=True)
        installed.cache_clear()
        if done.returncode == 0 and starts():
            return True
    return False


if __name__ == "__main__":
    if not starts() and not fetched():
        sys.exit(MISSING)
