"""How soon a chapter's exercise answers on a slow line, with an ordinary Jupyter Book beside it.

usage: python benchmarks/page_speed.py [--runs N] [--site _build/html] [--page chapters/economics/trade.html]

Both books are opened in Chromium with a cold cache at 1.6 Mbit/s, 150 ms latency and a processor slowed
four times; each is opened once before, uncounted and at full speed. Time runs from the start of navigation
until an answer to the page's first question with options is checked. Both books come gzipped from this
machine. The peer asks for its scripts at content networks; so that a run does not depend on the day's
internet they are fetched with npm, packed with brotli and served from a second port, without the name
look-up and the handshake of a real network, which is kinder to the peer. Build the book first (`make book`)
and install requirements-test.txt. Prints the median, least and greatest of the runs, the requests and the
weights.
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
import tarfile
import tempfile
import threading
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.browser.chrome import launch  # noqa: E402
from tests.browser.node import node, npm  # noqa: E402

# What the peer's page fetches elsewhere: the npm packages that hold it, and the files it asks for.
PACKAGES = {"@jupyter-widgets/html-manager": "1.0.6", "requirejs": "2.3.4", "anywidget": "0.11.0"}
FETCHED = (
    "@jupyter-widgets/html-manager/dist/embed-amd.js",
    "requirejs/require.min.js",
    "anywidget/dist/index.js",
)
PACK = """const fs = require("fs"), zlib = require("zlib");
for (const name of process.argv.slice(1))
  fs.writeFileSync(name + ".br", zlib.brotliCompressSync(fs.readFileSync(name)));"""

# Each clicks until the page says whether the answer is right, and returns when that was, in milliseconds.
OURS = """() => {
  const box = [...document.querySelectorAll('.seminar-exercise')].find(
    (one) => one.querySelector('input[type=radio]') && one.querySelector('[id$="-check"]'));
  box?.querySelector('input[type=radio]').click();
  box?.querySelector('[id$="-check"]').click();
  return document.querySelector('.seminar-result__line') && performance.now();
}"""
PEER = """() => {
  document.querySelector('button.option')?.click();
  return document.querySelector('p.said:not(:empty)') && performance.now();
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static server that packs text, as every real host does, and takes `name@version` for `name`."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send the file, packed where it is text."""
        path = Path(self.translate_path(re.sub(r"(?<=[^/])@[^/]+", "", self.path)))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        body, encoding = packed(path, kind)
        self.send_response(200)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle(self) -> None:
        """Answer until the browser goes, which it may do in the middle of a request."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@cache
def packed(path: Path, kind: str) -> tuple[bytes, str]:
    """Return what goes over the line for a file of that media type, and its content encoding or nothing."""
    brotli = path.with_name(f"{path.name}.br")
    if brotli.is_file():
        return brotli.read_bytes(), "br"
    if kind.startswith("text/") or kind.endswith(("javascript", "json", "svg+xml")):
        return gzip.compress(path.read_bytes(), 6), "gzip"
    return path.read_bytes(), ""


def serve(folder: Path) -> str:
    """Serve a folder from a thread; returns its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def fetch_network(into: Path) -> Path:
    """Fetch what the content networks hold for the peer; returns the folder that stands for them."""
    for name, version in PACKAGES.items():
        done = npm("pack", "--silent", f"{name}@{version}", cwd=into)
        done.check_returncode()
        with tarfile.open(into / done.stdout.strip()) as archive:
            archive.extractall(into / "unpacked", filter="data")
        shutil.move(into / "unpacked" / "package", into / name)
    # The network has require.js minified, the package does not.
    library = ("paths.library=require", "include=library", "out=require.min.js", "baseUrl=.")
    node("bin/r.js", "-o", *library, cwd=into / "requirejs").check_returncode()
    node("-e", PACK, *FETCHED, cwd=into).check_returncode()
    return into


def build_peer(into: Path) -> Path:
    """Build the ordinary book; its scripts from content networks are served from a second port."""
    source, network = into / "peer", into / "network"
    shutil.copytree(HERE / "peer", source)
    network.mkdir()
    subprocess.run(
        [Path(sys.executable).with_name("jupyter-book"), "build", "-q", source],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    site = source / "_build" / "html"
    elsewhere = serve(fetch_network(network))
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        text = text.replace("https://cdnjs.cloudflare.com/ajax/libs/require.js/", f"{elsewhere}/requirejs@")
        text = text.replace("https://cdn.jsdelivr.net/npm/", f"{elsewhere}/")
        text = re.sub(r' integrity="[^"]*"| crossorigin="[^"]*"', "", text)
        page.write_text(text, encoding="utf-8")
    return site


def measure(browser: Browser, address: str, answered: str, *, slow: bool = True) -> tuple[float, int, float]:
    """Open a page with a cold cache; returns the seconds until it answers, its requests and its KiB."""
    context = browser.new_context()
    page = context.new_page()
    line: CDPSession = context.new_cdp_session(page)
    line.send("Network.enable")
    if slow:
        speed = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
        line.send("Network.emulateNetworkConditions", {"offline": False, **speed})
        line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sizes: list[float] = []
    line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.add_init_script(f"setInterval(() => {{ window.answeredAt ||= ({answered})(); }}, 20)")
    page.goto(address)
    seconds = page.wait_for_function("window.answeredAt").json_value() / 1000
    page.wait_for_load_state("networkidle")
    context.close()
    return seconds, len(sizes), sum(sizes) / 1024


def main() -> None:
    """Measure both books and print a line for each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--site", type=Path, default=HERE.parent / "_build" / "html")
    parser.add_argument("--page", default="chapters/economics/trade.html")
    chosen = parser.parse_args()
    if not (chosen.site / chosen.page).is_file():
        sys.exit(f"{chosen.site / chosen.page} is not there: run `make book` first")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        books = {
            "this book": (f"{serve(chosen.site)}/{chosen.page}", OURS),
            "ordinary book": (f"{serve(build_peer(Path(folder)))}/chapter.html", PEER),
        }
        browser = launch(play)
        for name, book in books.items():
            measure(browser, *book, slow=False)
            runs = [measure(browser, *book) for _ in range(chosen.runs)]
            seconds = [run[0] for run in runs]
            _, requests, weight = runs[-1]
            print(
                f"{name:14} answers after {statistics.median(seconds):5.2f} s "
                f"(least {min(seconds):.2f}, greatest {max(seconds):.2f}, {chosen.runs} runs); "
                f"{requests} requests, {weight:,.0f} KiB"
            )
        browser.close()


if __name__ == "__main__":
    main()
