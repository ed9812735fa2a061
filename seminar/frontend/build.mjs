// One source, several bundles: classic scripts for pages, because an ES module does not load from file://, and ES
// modules for anywidget. `node build.mjs FOLDER` writes elsewhere, so that a test can compare.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { readFile } from "node:fs/promises";
import path from "node:path";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, "..", "static"));
const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  // Names and comments that vary with the machine would make two builds differ.
  legalComments: "none",
  charset: "utf8",
  target: "es2022",
  logLevel: "warning",
};

/** Of the catalogue only the words that a bundle shows. @param {(key: string) => boolean} wanted */
const words = (wanted) => ({
  name: "words",
  setup(bundler) {
    bundler.onLoad({ filter: /en\.json$/ }, async ({ path }) => {
      const all = Object.entries(JSON.parse(await readFile(path, "utf8")));
      return { loader: "json", contents: JSON.stringify(Object.fromEntries(all.filter(([key]) => wanted(key)))) };
    });
  },
});
/** The page's script takes the spectrum from a script of its own, which only pages with one load before it. */
const apart = {
  name: "apart",
  setup(bundler) {
    bundler.onLoad({ filter: /kinds\/spectrum\.js$/ }, () => ({ contents: "export const spectrum = globalThis.seminarSpectrum;" }));
  },
};
const widget = [words((key) => !/^(work|book|kept|sheet|paper|grade|report|feedback|marking|rubrics|nbgrader|progress|assignment)\.|^notice\.notebook|^figure\.(source|unlicensed)/.test(key) && key !== "progress")];
const exercises = [apart, words((key) => !/^(work|book|kept|sheet|paper|grade|report|feedback|marking|rubrics|nbgrader|spectrum|notice\.(kernel|notebook)|assignment|figure\.(source|unlicensed))/.test(key))];
const spectrum = [words((key) => /^(spectrum|lacks\.because|predict\.because|select\.none|text\.checklist|locale$)/.test(key))];
const work = [words((key) => /^(work\.|progress|locale$)/.test(key))];
const assignment = [words((key) => !/^(book|kept|sheet|paper|grade|report|feedback|marking|rubrics|nbgrader|figure\.(source|unlicensed)|work\.(filter|keep|why|include$|save|open$|notice|state|gone|shown|set|print))/.test(key))];
const marking = [words((key) => /^(marking\.|rubrics\.|points|text\.model$|locale$)/.test(key))];
const print = [words((key) => /^(sheet\.|work\.state|predict\.reason|locale$)/.test(key))];

await build({ ...common, plugins: print, entryPoints: ["src/print/page.js"], outfile: path.join(out, "print.js"), format: "iife" });
await build({ ...common, plugins: work, entryPoints: ["src/work/page.js"], outfile: path.join(out, "work.js"), format: "iife" });
await build({ ...common, plugins: exercises, entryPoints: ["src/page.js"], outfile: path.join(out, "seminar.js"), format: "iife" });
await build({ ...common, plugins: spectrum, entryPoints: ["src/spectrum.js"], outfile: path.join(out, "spectrum.js"), format: "iife" });
await build({ ...common, entryPoints: ["src/filter/page.js"], outfile: path.join(out, "filter.js"), format: "iife" });
await build({ ...common, plugins: widget, entryPoints: ["src/widget.js"], outfile: path.join(out, "widget.js"), format: "esm" });
await build({ ...common, plugins: assignment, entryPoints: ["src/assignment/page.js"], outfile: path.join(out, "assignment.js"), format: "iife" });
await build({ ...common, plugins: assignment, entryPoints: ["src/assignment/sheet.js"], outfile: path.join(out, "sheet.js"), format: "esm" });
await build({ ...common, plugins: marking, entryPoints: ["src/marking-desk/page.js"], outfile: path.join(out, "marking.js"), format: "iife" });
await build({ ...common, entryPoints: ["src/marking-desk/marking.css"], outfile: path.join(out, "marking.css") });
await build({ ...common, entryPoints: ["src/seminar.css"], outfile: path.join(out, "seminar.css") });
