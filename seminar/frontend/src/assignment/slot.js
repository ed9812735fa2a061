import { why } from "../store.js";

/**
 * One value under one key of the browser's storage, else in the page's own memory; nothing here throws.
 * @template T
 */
export class Slot {
  /**
   * @param {string} key
   * @param {(value: any) => T} clean makes a value of whatever is found there, `null` too
   */
  constructor(key, clean) {
    this.key = key;
    this.clean = clean;
    /** What storage would not take. @type {T | undefined} */
    this.held = undefined;
  }

  /** @returns {T} */
  get value() {
    if (this.held !== undefined) return this.held;
    try {
      return this.clean(JSON.parse(localStorage.getItem(this.key) ?? "null"));
    } catch {
      return this.clean(null);
    }
  }

  /**
   * @param {T | null} value `null` forgets it
   * @returns {import("../types.d.ts").Notice | null} why it will not outlive the page
   */
  write(value) {
    this.held = undefined;
    try {
      if (value === null) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(value));
      return null;
    } catch (error) {
      this.held = value === null ? this.clean(null) : value;
      return why(error);
    }
  }
}
