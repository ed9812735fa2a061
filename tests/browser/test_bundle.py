"""The committed bundle is what its source gives, is typed, and is small."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from tests.browser.fixture_page import STATIC
from tests.browser.node import FRONTEND, modules, node

BUNDLE = (
    "seminar.js",
    "spectrum.js",
    "work.js",
    "print.js",
    "filter.js",
    "assignment.js",
    "widget.js",
    "sheet.js",
    "marking.js",
    "marking.css",
    "seminar.css",
)


def test_the_types_hold() -> None:
    done = node(modules() / "typescript" / "bin" / "tsc", "--noEmit")
    assert done.returncode == 0, done.stdout


def test_the_bundle_is_current(tmp_path: Path) -> None:
    modules()
    done = node("build.mjs", tmp_path)
    assert done.returncode == 0, done.stderr
    for name in BUNDLE:
        assert (tmp_path / name).read_bytes() == (STATIC / name).read_bytes(), (
            f"{name} is older than its source: run `npm run build` in seminar/frontend"
        )


def test_the_bundle_is_small() -> None:
    script, style = (
        len(gzip.compress((STATIC / name).read_bytes())) for name in ("seminar.js", "seminar.css")
    )
    assert script < 25 * 1024
    assert len(gzip.compress((STATIC / "spectrum.js").read_bytes())) < 8 * 1024
    assert len(gzip.compress((STATIC / "work.js").read_bytes())) < 11 * 1024
    assert len(gzip.compress((STATIC / "assignment.js").read_bytes())) < 38 * 1024
    assert len(gzip.compress((STATIC / "print.js").read_bytes())) < 8 * 1024
    assert len(gzip.compress((STATIC / "filter.js").read_bytes())) < 4 * 1024
    assert len(gzip.compress((STATIC / "marking.js").read_bytes())) < 12 * 1024
    assert len(gzip.compress((STATIC / "marking.css").read_bytes())) < 2 * 1024
    assert style < 6 * 1024


# The page's script as it would be if no exercise had a figure; the spectrum is in neither.
WITHOUT = """
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
const gone = /(figure|kinds\\/(draw|explore|read|reveal|spectrum))\\.js$/;
const elsewhere = /^(work|book|kept|sheet|paper|grade|report|feedback|assignment)\\./;
const words = /^(draw|explore|read|figure|commit|spectrum)\\.|^lacks\\.(point|setting)/;
const without = { name: "without", setup(bundler) {
  bundler.onLoad({ filter: gone }, () => ({ contents: `export const draw = 0, explore = 0,
    read = 0, reveal = 0, spectrum = 0, map = 0, path = 0, stateOf = 0; export class Picture {}` }));
  bundler.onLoad({ filter: /en\\.json$/ }, async ({ path }) => {
    const all = Object.entries(JSON.parse(await readFile(path, "utf8")));
    const kept = Object.fromEntries(all.filter(([key]) => !words.test(key) && !elsewhere.test(key)));
    return { loader: "json", contents: JSON.stringify(kept) };
  });
} };
const { outputFiles } = await build({
  entryPoints: ["src/page.js"], bundle: true, minify: true, legalComments: "none", charset: "utf8",
  target: "es2022", format: "iife", write: false, plugins: [without] });
process.stdout.write(outputFiles[0].text);
"""


def test_figures_add_little() -> None:
    modules()
    done = node("--input-type=module", "--eval", WITHOUT)
    assert done.returncode == 0, done.stderr
    whole, less = (STATIC / "seminar.js").read_bytes(), done.stdout.encode()
    assert len(less) < len(whole)
    assert b"seminar-handle" not in less
    assert len(gzip.compress(whole)) - len(gzip.compress(less)) < 10_000


def test_the_bundle_asks_nobody_for_anything() -> None:
    for name in BUNDLE:
        text = (STATIC / name).read_text(encoding="utf-8")
        assert set(re.findall(r"https?://[^\s\"'`)]+", text)) <= {"http://www.w3.org/2000/svg"}
        assert not re.search(r"\bfetch\(|XMLHttpRequest|import\(|@import|url\(", text)


def test_the_lock_names_exact_versions_and_no_address() -> None:
    text = (FRONTEND / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in re.sub(r'"url": "[^"]*"', "", text)
    package = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))
    for versions in (package["dependencies"], package["devDependencies"]):
        for version in versions.values():
            assert re.fullmatch(r"\d+\.\d+\.\d+", version)
