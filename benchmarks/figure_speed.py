"""How long a figure takes to follow a slider, on a processor slowed down.

usage: python benchmarks/figure_speed.py [--marks N] [--points N] [--slower N] [--moves N]

A model of one parameter moves so many lines of so many points (20 of 50 unless told), shown as the book shows
it, in Chromium with a processor slowed four times. A move is timed from the slider's event to the end of the
layout that it makes necessary; a frame is 16.7 ms. Prints median, 95th percentile and worst, and what
grid and script weigh.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import statistics
import sys
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from seminar.figures import Chart, Explorable, chart, colours, explore, styled  # noqa: E402
from tests.browser import chrome, fixture_figures, fixture_page  # noqa: E402

NAME = "figure-explore-because"
FRAME = 1000 / 60
MOVE = """async (moves) => {
  const slider = document.querySelector("input[type=range]");
  const svg = document.querySelector("svg.seminar-figure");
  const last = Number(slider.max);
  const spent = [];
  const frame = () => new Promise((done) => requestAnimationFrame((at) => done(at)));
  for (let k = 0; k < moves; k += 1) {
    await frame();
    slider.value = String(k % 2 ? 0 : 1 + (k % last));
    const begin = performance.now();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    svg.getBoundingClientRect();
    spent.push(performance.now() - begin);
  }
  return spent;
}"""


def model(marks: int, points: int) -> Explorable:
    """Return a figure of so many lines of so many points, all of which a slider moves."""
    xs = [i / (points - 1) for i in range(points)]

    def waves(height: int = 0) -> Chart:
        fig, ax = plt.subplots()
        for k in range(marks):
            ys = [k + math.sin(6 * x + k) * (1 + height) / 5 for x in xs]
            ax.plot(xs, ys, color=colours["accent"], linewidth=1, gid=f"line-{k}")
        ax.set(xlim=(0, 1), ylim=(-2, marks + 1))
        return chart(fig, numbers=pd.DataFrame({"Line": [str(k) for k in range(marks)]}), tables=["trade"])

    with styled():
        return explore(waves, height=(0, 4, 1))


def page(figure: Explorable, folder: Path) -> Path:
    """Write a page with the figure in an exercise; return its path."""
    fixture_figures.FIGURES[NAME] = lambda: figure
    made = fixture_figures.block(fixture_figures.exercises()[NAME])
    fixture_page.figures()[NAME]["html"] = made
    return fixture_page.write(folder, "page.html", [NAME])


def told(times: list[float]) -> str:
    """Return median, 95th percentile and worst of times in milliseconds."""
    ordered = sorted(times)
    return (
        f"median {statistics.median(ordered):.1f} ms, "
        f"95 % within {ordered[int(0.95 * len(ordered))]:.1f} ms, worst {ordered[-1]:.1f} ms"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--marks", type=int, default=20)
    parser.add_argument("--points", type=int, default=50)
    parser.add_argument("--slower", type=float, default=4)
    parser.add_argument("--moves", type=int, default=200)
    given = parser.parse_args()
    figure = model(given.marks, given.points)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = page(figure, Path(folder))
        browser = chrome.launch(playwright)
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.goto(path.as_uri())
        session = tab.context.new_cdp_session(tab)
        tab.evaluate(MOVE, 20)  # compiled code, as after the first touch
        session.send("Emulation.setCPUThrottlingRate", {"rate": given.slower})
        found: list[float] = tab.evaluate(MOVE, given.moves)
        browser.close()
    grid = gzip.compress(json.dumps(figure.grid, separators=(",", ":")).encode())
    script = gzip.compress((fixture_page.STATIC / "seminar.js").read_bytes())
    print(f"{given.marks} marks of {given.points} points, processor slowed {given.slower:g} times")
    print(f"script and layout: {told(found)}")
    print(f"over a frame ({FRAME:.1f} ms): {sum(t > FRAME for t in found)} of {given.moves} moves")
    print(f"gzipped: grid {len(grid) / 1000:.1f} kB, script {len(script) / 1000:.1f} kB")


if __name__ == "__main__":
    main()
