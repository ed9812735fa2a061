"""What several parts of the tests share: the built book, and a server for it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chrome import launch

ROOT = Path(__file__).resolve().parents[1]

# A busy machine is slow, and not wrong: benchmarks measure speed, no test does.
settings.register_profile("book", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("book")


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: pytest shows what matters."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve `folder` on a free port of this machine; yields the address without a closing slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock at `path`, so that only one of several test processes builds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as handle:
        try:
            import fcntl
        except ImportError:  # Windows has no fcntl; there the tests run in one process
            yield
            return
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def book(request: pytest.FixtureRequest) -> Path:
    """The folder of the built book. Built once for all test processes; where nothing changed, in seconds."""
    build = ROOT / "_build"
    run = getattr(request.config, "workerinput", {}).get("testrunuid", "")
    with alone(build / "tests.lock"):
        done = build / "tests.run"
        if not run or not done.exists() or done.read_text() != run:
            command = [
                Path(sys.executable).parent / "jupyter-book",
                "build",
                "-W",
                "-n",
                "--keep-going",
                ROOT,
            ]
            outcome = subprocess.run(command, capture_output=True, text=True, check=False)
            if outcome.returncode:
                pytest.fail(f"the book does not build\n{outcome.stderr[-6000:]}", pytrace=False)
            done.write_text(run)
    return build / "html"


@pytest.fixture(scope="session")
def site(book: Path) -> Iterator[str]:
    """The address at which the built book is served."""
    with serve(book) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of a test process: Playwright starts only once in each."""
    with sync_playwright() as playwright:
        found = launch(playwright)
        yield found
        found.close()
