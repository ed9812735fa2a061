/** `rubrics.csv`: what is marked as a file, and a file that somebody filled as what is marked. */
import { word } from "../words.js";
import { cell, rows, same, unguarded, write } from "./csv.js";

/**
 * @typedef {{label: string, points: number, html: string}} Level
 * @typedef {{name: string, title: string, asks: string, cells: [string, string], levels: Level[]}} Criterion
 * @typedef {{title: string, html: string, note: string}} Sample
 * @typedef {{id: string, title: string, points: number, prompt: string, model: string, samples: Sample[],
 *   criteria: Criterion[]}} Essay an exercise, or a variant of one; texts are author's HTML, `cells` plain
 * @typedef {{code: string, essay: number, text: string}} Script
 * @typedef {{name: string, title: string, essays: Essay[], scripts: Script[]}} Data
 * @typedef {{levels: (string | null)[], comments: string[]}} Judgement by criterion; a level by its label
 */

const COLUMNS = ["script", "exercise", "criterion", "asks", "levels", "level", "comment", "answer"];
const NEEDED = ["script", "exercise", "criterion", "level", "comment"];

/** @param {Essay} essay @returns {Judgement} */
export const blank = (essay) => ({ levels: essay.criteria.map(() => null), comments: essay.criteria.map(() => "") });

/**
 * @param {Data} data
 * @param {(script: Script) => Judgement} judged
 */
export function exported(data, judged) {
  const lines = data.scripts.flatMap((script) => {
    const { id, criteria } = data.essays[script.essay];
    const { levels, comments } = judged(script);
    return criteria.map((each, i) =>
      [script.code, id, cell(each.name), ...each.cells, levels[i] ?? "", cell(comments[i]), cell(script.text)]);
  });
  return `\ufeff${write([COLUMNS, ...lines])}`;
}

/** The bytes of a file as text, or `null`. @param {ArrayBuffer} bytes */
export function text(bytes) {
  const [first, second] = new Uint8Array(bytes);
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A level as it was typed, in the rubric's own writing: 2,50 as 2.5. @param {string} level */
function label(level) {
  if (!/^\d+([.,]\d+)?$/.test(level)) return same(level);
  const [whole, rest = ""] = level.replace(",", ".").split(".");
  const kept = rest.replace(/0+$/, "");
  return BigInt(whole) + (kept ? `.${kept}` : "");
}

/**
 * What a file says: for each script that it speaks of a judgement (blank where the file is), and what is wrong.
 * @param {Data} data
 * @param {string | null} content
 * @param {string} file its name
 */
export function imported(data, content, file) {
  /** @type {Map<Script, Judgement>} */
  const found = new Map();
  /** @type {string[]} */
  const problems = [];
  const done = { found, problems };
  if (content === null) return { ...done, problems: [word("rubrics.encoding", { file })] };
  const all = rows(content);
  if (all === null) return { ...done, problems: [word("rubrics.broken", { place: file })] };
  const start = all.findIndex((row) => NEEDED.every((column) => row.map(same).includes(column)));
  if (start < 0) {
    const head = (all.find((row) => row.some((each) => each.trim())) ?? []).map(same);
    const columns = NEEDED.filter((column) => !head.includes(column)).join(", ");
    return { ...done, problems: [word("rubrics.columns", { file, columns })] };
  }
  const head = all[start].map(same);
  const at = NEEDED.map((column) => head.indexOf(column));
  const known = new Map(data.scripts.map((script) => [`${script.code}/${data.essays[script.essay].id}`, script]));
  /** @type {Map<string, string>} */
  const first = new Map();
  all.slice(start + 1).forEach((row, i) => {
    const [code, exercise, name, level, comment] = at.map((column) => (row[column] ?? "").trim());
    if (!level && !comment) return;
    const place = word("rubrics.place", { file, row: start + 2 + i });
    const values = { place, script: code, exercise, criterion: name, level };
    if (!code || !exercise || !name) return void problems.push(word("rubrics.whose", values));
    const script = known.get(`${code.toUpperCase()}/${exercise}`);
    if (!script) return void problems.push(word("rubrics.script", values));
    const essay = data.essays[script.essay];
    const which = essay.criteria.findIndex((each) => same(each.name) === same(name));
    if (which < 0) {
      const names = essay.criteria.map((each) => each.name).join(", ");
      return void problems.push(word("rubrics.criterion", { ...values, names }));
    }
    const judgement = found.get(script) ?? blank(essay);
    found.set(script, judgement);
    const said = unguarded(comment);
    const before = judgement.comments[which];
    if (said && !before.split("\n").includes(said)) judgement.comments[which] = before ? `${before}\n${said}` : said;
    if (!level) return undefined;
    const { levels } = essay.criteria[which];
    const chosen = levels.find((each) => same(each.label) === label(unguarded(level)));
    if (!chosen) return void problems.push(word("rubrics.level", { ...values, levels: levels.map((each) => each.label).join(", ") }));
    const key = `${code.toUpperCase()}/${exercise}/${which}`;
    const own = judgement.levels[which];
    if (first.has(key) && own !== chosen.label) {
      problems.push(word("rubrics.dispute", { ...values, first: first.get(key) ?? "", own: own ?? "", other: chosen.label }));
    } else {
      judgement.levels[which] = chosen.label;
      first.set(key, place);
    }
    return undefined;
  });
  return done;
}
