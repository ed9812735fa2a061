"""How soon a chapter's exercise answers on a slow line, with an ordinary Jupyter Book beside it.

usage: python benchmarks/page_speed.py [--runs N] [--page chapters/economics/trade.html]

Both books are opened in Chromium with a cold cache at 1.6 Mbit/s, 150 ms latency and a processor slowed
four times. Time runs from the start of navigation until an answer to the page's first question with options
is checked. The peer asks for its scripts at content networks; so that a run does not depend on the day's
internet they are installed with npm and served from a second port of this machine, gzipped, which is kinder
to the peer than a real network. Build the book first (`make book`) and install requirements-test.txt. Prints
the median, least and greatest of the runs, the requests and the weights.
"""

from __future__ import annotations

import argparse
import gzip
import http.server
import mimetypes
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import CDPSession, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.browser.chrome import launch  # noqa: E402
from tests.browser.node import npm  # noqa: E402

# What the peer's pages ask for elsewhere, and the npm package that holds it.
PACKAGES = {
    "@jupyter-widgets/html-manager": "1.0.6",
    "requirejs": "2.3.4",
    "mathjax": "3.2.2",
    "anywidget": "0.11.0",
    "@jupyter-widgets/base": "6",
    "@jupyter-widgets/controls": "5",
}
# Clicks the first answer until the page says something, and notes when.
OURS = """() => {
  if (document.querySelector('.seminar-result__line')) return true;
  const box = [...document.querySelectorAll('.seminar-exercise')].find(
    (one) => one.querySelector('input[type=radio]') && one.querySelector('[id$="-check"]'));
  if (!box) return false;
  box.querySelector('input[type=radio]').click();
  box.querySelector('[id$="-check"]')?.click();
  return !!document.querySelector('.seminar-result__line');
}"""
PEER = """() => {
  document.querySelector('button.option')?.click();
  return !!document.querySelector('p.said:not(:empty)');
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static server that gzips text, as every real host does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send the file, compressed where it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self.send_response(200)
        if kind.startswith("text/") or kind.endswith(("javascript", "json", "svg+xml")):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(folder: Path) -> str:
    """Serve a folder from a thread; returns its address."""
    handler = type("Handler", (Quiet,), {"directory": str(folder)})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *a: handler(*a, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def build_peer(into: Path) -> Path:
    """Build the ordinary book; its scripts from content networks are served from a second port."""
    source = into / "peer"
    shutil.copytree(HERE / "peer", source)
    subprocess.run([Path(sys.executable).with_name("jupyter-book"), "build", "-q", str(source)], check=True)
    site = source / "_build" / "html"
    network = into / "network"
    network.mkdir()
    wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
    npm("install", "--silent", "--prefix", str(network), *wanted, cwd=network).check_returncode()
    elsewhere = serve(network / "node_modules")
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        text = re.sub(
            r"https://cdnjs\.cloudflare\.com/ajax/libs/require\.js/[\d.]+/require\.min\.js",
            f"{elsewhere}/requirejs/require.js",
            text,
        )
        text = re.sub(r"https://cdn\.jsdelivr\.net/npm/mathjax@3", f"{elsewhere}/mathjax", text)
        text = re.sub(
            r"https://cdn\.jsdelivr\.net/npm/@jupyter-widgets/html-manager@[\d.]+",
            f"{elsewhere}/@jupyter-widgets/html-manager",
            text,
        )
        text = text.replace("https://cdn.jsdelivr.net/npm/", f"{elsewhere}/")
        text = re.sub(r' integrity="[^"]*"| crossorigin="[^"]*"', "", text)
        page.write_text(text, encoding="utf-8")
    return site


def measure(address: str, answered: str, runs: int) -> tuple[list[float], int, int]:
    """Seconds until the page answers, run by run; its requests and its bytes on the line."""
    seconds: list[float] = []
    requests = size = 0
    with sync_playwright() as play:
        browser = launch(play)
        for _ in range(runs):
            context = browser.new_context()
            page = context.new_page()
            line: CDPSession = context.new_cdp_session(page)
            line.send("Network.enable")
            line.send(
                "Network.emulateNetworkConditions",
                {
                    "offline": False,
                    "latency": 150,
                    "downloadThroughput": 1.6e6 / 8,
                    "uploadThroughput": 750e3 / 8,
                },
            )
            line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            seen = {"requests": 0, "size": 0.0}
            line.on("Network.loadingFinished", lambda event, seen=seen: _count(seen, event))
            page.goto(address, wait_until="commit")
            page.wait_for_function(answered, polling=50, timeout=60_000)
            seconds.append(page.evaluate("performance.now()") / 1000)
            page.wait_for_load_state("networkidle")
            requests, size = int(seen["requests"]), int(seen["size"])
            context.close()
        browser.close()
    return seconds, requests, size


def _count(seen: dict[str, float], event: dict[str, float]) -> None:
    seen["requests"] += 1
    seen["size"] += event["encodedDataLength"]


def main() -> None:
    """Measure both books and print a line for each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--page", default="chapters/economics/trade.html")
    chosen = parser.parse_args()
    site = HERE.parent / "_build" / "html"
    if not (site / chosen.page).is_file():
        sys.exit(f"{site / chosen.page} is not there: run `make book` first")
    with tempfile.TemporaryDirectory() as folder:
        ordinary = serve(build_peer(Path(folder)))
        books = {
            "this book": (f"{serve(site)}/{chosen.page}", OURS),
            "ordinary book": (f"{ordinary}/chapter.html", PEER),
        }
        medians = {}
        for name, (address, answered) in books.items():
            seconds, requests, size = measure(address, answered, chosen.runs)
            medians[name] = statistics.median(seconds)
            print(
                f"{name:14} answers after {medians[name]:5.2f} s "
                f"(least {min(seconds):.2f}, greatest {max(seconds):.2f}, {chosen.runs} runs); "
                f"{requests} requests, {size / 1024:,.0f} KiB"
            )
        print(f"ratio, ordinary to this: {medians['ordinary book'] / medians['this book']:.1f}")


if __name__ == "__main__":
    main()
