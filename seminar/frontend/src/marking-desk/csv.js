/**
 * Files of rows, as `seminar/grading/rubrics.py` writes and reads them: quoted where needed, with commas, semicolons or
 * tabs between cells, and no cell that a spreadsheet takes for a formula.
 */

const FORMULA = /^\s*[=+\-@＝＋－＠]/;
const GUARDED = /^'\s*[=+\-@＝＋－＠]/;
// What steers a page or a terminal, but not the joiners that Persian and Indian scripts need.
const STEERING = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** @param {string} text */
const neutral = (text) => text.replace(STEERING, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);

/** A text for a cell. @param {string} text */
export function cell(text) {
  const shown = text.split(/\r\n|[\r\n]/).map(neutral).join("\n");
  return FORMULA.test(shown) ? `'${shown}` : shown;
}

/** What was typed into a cell. @param {string} text */
export const unguarded = (text) => (GUARDED.test(text) ? text.slice(1) : text);

/** Texts that count as the same, whatever their case and white space. @param {string} text */
export const same = (text) => unguarded(text.trim()).toLowerCase().split(/\s+/).filter(Boolean).join(" ");

/** @param {string[][]} rows */
export const write = (rows) =>
  rows.map((row) => row.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",") + "\r\n").join("");

/**
 * The rows of a file, or `null` where a quotation mark is out of place, which would swallow rows.
 * @param {string} text
 * @returns {string[][] | null}
 */
export function rows(text) {
  const head = text.split(/\r\n|[\r\n]/).find((line) => line.toLowerCase().includes("script")) ?? "";
  const mark = [",", ";", "\t"].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  /** @type {string[][]} */
  const found = [];
  /** @type {string[]} */
  let row = [];
  let at = 0;
  while (at < text.length) {
    let value = "";
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end < 0) return null;
        value += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        value += '"';
        at += 1;
      }
      if (at < text.length && ![mark, "\r", "\n"].includes(text[at])) return null;
    } else {
      const start = at;
      while (at < text.length && ![mark, "\r", "\n"].includes(text[at])) at += 1;
      value = text.slice(start, at);
    }
    row.push(value);
    if (text[at] === mark && at < text.length) {
      at += 1;
      if (at < text.length) continue;
      row.push("");
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    found.push(row);
    row = [];
  }
  return found;
}
