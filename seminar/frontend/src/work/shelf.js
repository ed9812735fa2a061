/**
 * All answers of the book in one place: the browser's storage where it lets us, else this page's memory. The keys are
 * those of `store.js`; older answers to an exercise lie as a list under `…:ID:earlier`.
 *
 * @typedef {import("../types.d.ts").Given} Answer
 * @typedef {import("../types.d.ts").Record} Record
 * @typedef {import("../types.d.ts").Notice} Notice
 * @typedef {import("../types.d.ts").Host["items"][number]} Item
 * @typedef {{now: Answer | null, earlier: Answer[]}} Kept an exercise's answer, and the others, the newest first
 */
import { canonical, isAnswer, newestFirst, when } from "./file.js";
import { PREFIX, why } from "../store.js";

const PLACE = /^([a-z0-9-]+)(?::([0-9a-f]{16}|earlier))?$/;

/** @param {string} raw @returns {unknown} */
function parsed(raw) {
  try {
    // Half of a character can be typed, but not be written into a file.
    return JSON.parse(raw, (_, value) => (typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value));
  } catch {
    return null;
  }
}

/** The answer in a record; nothing where a file could not hold it. @param {unknown} record @returns {Answer[]} */
function answer(record) {
  if (typeof record !== "object" || record === null) return [];
  const { version, id, ...rest } = /** @type {Record} */ (record);
  return isAnswer(rest) ? [rest] : [];
}

/** @param {string} id @param {Answer} found @returns {Record} */
const record = (id, found) => ({ version: 1, id, ...found });

export class Shelf {
  /**
   * @param {string} book
   * @param {Pick<Item, "id" | "fingerprint">[]} items the exercises of the book, or of the page
   * @param {Pick<import("../types.d.ts").Host, "records" | "failed" | "take"> | null} host the page whose exercises are
   *   live, if any are
   * @param {string} [part] as of a `Store`
   */
  constructor(book, items, host, part = PREFIX) {
    this.prefix = book + part;
    this.items = new Map(items.map((item) => [item.id, item]));
    this.host = host;
    /** What storage would not take, by key. @type {Map<string, string | null>} */
    this.memory = new Map();
    /** Why answers do not outlive the page. @type {Notice | null} */
    this.notice = null;
  }

  /** Every key after the prefix, with its text. @returns {Map<string, string>} */
  texts() {
    /** @type {Map<string, string>} */
    const found = new Map();
    /** @param {string} place @param {string | null | undefined} text */
    const put = (place, text) => (text ? found.set(place, text) : found.delete(place));
    try {
      const storage = window.localStorage;
      for (const key of Object.keys(storage)) {
        if (key.startsWith(this.prefix)) put(key.slice(this.prefix.length), storage.getItem(key));
      }
      this.notice = this.host?.failed() ?? null;
    } catch (error) {
      this.notice = why(error);
    }
    for (const [place, text] of this.memory) put(place, text);
    for (const [id, kept] of this.host?.records() ?? []) put(id, kept && JSON.stringify(kept));
    return found;
  }

  /** @returns {Map<string, Kept>} of every exercise with an answer */
  all() {
    /** @type {Map<string, Answer[]>} */
    const answers = new Map();
    /** What is the answer now, whatever its date says. @type {Map<string, Answer>} */
    const current = new Map();
    for (const [place, text] of this.texts()) {
      const [, id, part] = PLACE.exec(place) ?? [];
      if (!id) continue;
      const value = parsed(text);
      const found = (part === "earlier" && Array.isArray(value) ? value : [value]).flatMap(answer);
      if (found.length) answers.set(id, [...(answers.get(id) ?? []), ...found]);
      if (!part && found[0]?.fingerprint === this.items.get(id)?.fingerprint) current.set(id, found[0]);
    }
    return new Map([...answers].map(([id, list]) => [id, this.split(newestFirst(list), current.get(id) ?? null)]));
  }

  /** @param {Answer[]} list @param {Answer | null} now @returns {Kept} */
  split(list, now) {
    const same = now && canonical(now);
    return { now, earlier: list.filter((other) => canonical(other) !== same) };
  }

  /**
   * Take in the answers of a file: the newest to the present wording counts, all others are kept.
   * @param {import("../types.d.ts").Work["exercises"]} entries
   * @returns {Notice | null} "full": nothing was taken in; "refused": it is held as long as the page
   */
  take(entries) {
    const all = this.all();
    /** @type {[string, Kept][]} */
    const changed = [];
    for (const { id, answers } of entries) {
      const { now, earlier } = all.get(id) ?? { now: null, earlier: [] };
      const list = newestFirst([...(now ? [now] : []), ...earlier, ...answers]);
      const wanted = this.items.get(id)?.fingerprint;
      changed.push([id, this.split(list, list.find(({ fingerprint }) => fingerprint === wanted) ?? null)]);
    }
    return this.put(changed);
  }

  /**
   * Make an older answer the one that counts; the one that counted is kept.
   * @param {string} id
   * @param {Answer} wanted
   * @returns {Notice | null}
   */
  bringBack(id, wanted) {
    const { now, earlier } = this.all().get(id) ?? { now: null, earlier: [] };
    const same = canonical(wanted);
    const rest = earlier.filter((other) => canonical(other) !== same);
    const latest = now ? Date.parse(when(now)) + 1 : 0;
    const chosen = new Date(Math.max(Date.now(), latest || 0)).toISOString();
    return this.put([[id, { now: { ...wanted, chosen }, earlier: newestFirst([...(now ? [now] : []), ...rest]) }]]);
  }

  /**
   * All of it or nothing; with `hold` what storage has no room for is held as long as the page.
   * @param {[string, Kept][]} changed
   * @param {boolean} [hold]
   * @returns {Notice | null}
   */
  put(changed, hold = false) {
    const texts = this.texts();
    /** @type {Map<string, string | null>} */
    const wanted = new Map();
    for (const [id, { now, earlier }] of changed) {
      for (const place of texts.keys()) {
        // They are in the list now.
        if (place.startsWith(`${id}:`) && /:[0-9a-f]{16}$/.test(place)) wanted.set(place, null);
      }
      const before = texts.get(id);
      // What no file can hold is not among them, and would be lost.
      if (before !== undefined && !answer(parsed(before)).length) wanted.set(`${id}:unreadable`, before);
      wanted.set(`${id}:earlier`, earlier.length ? JSON.stringify(earlier) : null);
      wanted.set(id, now && JSON.stringify(record(id, now)));
    }
    const failed = this.write(wanted);
    if (failed === "full" && !hold) return failed;
    if (failed) for (const [place, text] of wanted) this.memory.set(place, text);
    for (const [id, { now }] of changed) this.host?.take(id, now && record(id, now), failed);
    return failed;
  }

  /**
   * @param {Map<string, string | null>} wanted
   * @returns {Notice | null}
   */
  write(wanted) {
    /** @type {[string, string | null][]} */
    const before = [];
    /** @param {Iterable<[string, string | null]>} entries */
    const set = (entries) => {
      for (const [key, text] of entries) {
        if (text === null) localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      }
    };
    try {
      for (const [place, text] of wanted) {
        const key = this.prefix + place;
        const old = localStorage.getItem(key);
        set([[key, text]]);
        before.push([key, old]);
      }
      return null;
    } catch (error) {
      try {
        // First what makes room.
        set(before.map(([key]) => [key, null]));
        set(before);
      } catch {
        // Another tab has taken the room in between; what it holds wins.
      }
      return why(error);
    }
  }
}
