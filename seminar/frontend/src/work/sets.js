/**
 * The assignments on My work: their exercises with the state that each has there, apart from practice.
 *
 * @typedef {import("../types.d.ts").Record} Record
 * @typedef {{name: string, exercises: {id: string, fingerprints: string[]}[]}} Set an assignment; of an exercise with
 *   variants each has a fingerprint
 * @typedef {{row: HTMLElement, mark: HTMLElement, key: string, fingerprints: string[]}} Row
 */
import { moment, word } from "../words.js";

/** @param {string} key @returns {any} what lies there, if it can be read */
function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

export class Sets {
  /**
   * @param {string} book
   * @param {Set[]} sets
   */
  constructor(book, sets) {
    this.prefix = `${book}:assignment:`;
    this.sets = sets.flatMap(({ name, exercises }) => {
      const section = document.getElementById(`assignment-${name}`);
      const list = section?.querySelector("ul");
      if (!section || !list) return [];
      const line = Object.assign(document.createElement("p"), { className: "seminar-work__count" });
      list.before(line);
      const rows = [...list.children].map((row, i) => {
        const mark = document.createElement("span");
        (row.querySelector("p") ?? row).append(mark);
        const { id, fingerprints } = exercises[i];
        return /** @type {Row} */ ({ row, mark, key: `${this.prefix}${name}:${id}`, fingerprints });
      });
      return [{ name, title: section.querySelector("h2, h3")?.firstChild?.textContent ?? name, section, line, rows }];
    });
  }

  /**
   * @param {string} filter a state's, an assignment's name after "set:", or "all"
   * @returns {number} how many exercises it shows
   */
  draw(filter) {
    let shown = 0;
    for (const { name, section, line, rows } of this.sets) {
      const own = filter === `set:${name}`;
      let done = 0;
      for (const { row, mark, key, fingerprints } of rows) {
        const record = /** @type {Record | null} */ (kept(key));
        const state = record && fingerprints.includes(record.fingerprint) ? record.state : "none";
        const kind = state === "committed" ? "checked" : state;
        mark.className = `seminar-work__state seminar-work__state--${kind}`;
        mark.textContent = word(`work.state.${state}`);
        row.hidden = !own && filter !== "all" && filter !== kind;
        if (!row.hidden) shown += 1;
        if (kind === "answered" || kind === "checked") done += 1;
      }
      const n = rows.length;
      const last = kept(this.prefix + name)?.handed?.[0];
      line.textContent = [
        done === n ? word("progress.all", { n }) : word("progress", { done, n }),
        last ? word("work.set.handed", { date: moment(String(last.moment)), receipt: String(last.receipt) }) : word("work.set.open"),
      ].join(" · ");
      section.hidden = filter.startsWith("set:") && !own;
    }
    return shown;
  }
}
