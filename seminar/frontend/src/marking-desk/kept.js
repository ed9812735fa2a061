/** What is marked, kept in this browser as it is marked: one entry an answer, or in the page's memory alone. */

/**
 * @typedef {import("./file.js").Data} Data
 * @typedef {import("./file.js").Judgement} Judgement
 * @typedef {import("./file.js").Script} Script
 */
import { blank } from "./file.js";

export class Kept {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    /** Whether the browser keeps what is marked. */
    this.keeps = true;
    /** @type {Map<Script, Judgement>} */
    this.memory = new Map();
    for (const script of data.scripts) {
      const found = this.load(script);
      if (found) this.memory.set(script, found);
    }
    if (!this.try(() => (localStorage.setItem(this.prefix, "1"), true))) this.keeps = false;
  }

  get prefix() {
    return `seminar-marking:${this.data.name}`;
  }

  /** @param {Script} script */
  key(script) {
    return `${this.prefix}:${script.code}/${this.data.essays[script.essay].id}`;
  }

  /** @param {Script} script */
  get(script) {
    return this.memory.get(script) ?? blank(this.data.essays[script.essay]);
  }

  /** @param {Script} script @param {Judgement} judgement */
  set(script, judgement) {
    this.memory.set(script, judgement);
    this.keeps = this.try(() => (localStorage.setItem(this.key(script), JSON.stringify(judgement)), true)) ?? false;
  }

  /** Take everything out of this browser; the page goes on without. */
  forget() {
    this.memory.clear();
    for (const script of this.data.scripts) this.try(() => localStorage.removeItem(this.key(script)));
  }

  /** @param {Script} script @returns {Judgement | null} */
  load(script) {
    const text = this.try(() => localStorage.getItem(this.key(script)));
    if (!text) return null;
    const found = this.try(() => JSON.parse(text));
    const { criteria } = this.data.essays[script.essay];
    // The rubric may have changed since: a level that it lost is chosen anew.
    return {
      levels: criteria.map(({ levels }, i) => levels.find(({ label }) => label === found?.levels?.[i])?.label ?? null),
      comments: criteria.map((_, i) => String(found?.comments?.[i] ?? "")),
    };
  }

  /** @template T @param {() => T} what @returns {T | null} */
  try(what) {
    try {
      return what();
    } catch {
      return null;
    }
  }
}
