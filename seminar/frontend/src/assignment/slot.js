import { why } from "../store.js";

/**
 * One value under one key of the browser's storage, and in the page's own memory; nothing here throws.
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
    /** What this page knows, so that it works on when storage fails or is cleared. @type {T} */
    this.value = clean(null);
    this.load();
  }

  /** Take what lies there: at the start, or when another tab has changed it. */
  load() {
    try {
      this.value = this.clean(JSON.parse(localStorage.getItem(this.key) ?? "null"));
    } catch {
      this.value = this.clean(null);
    }
  }

  /**
   * @param {T | null} value `null` forgets it
   * @returns {import("../types.d.ts").Notice | null} why it will not outlive the page
   */
  write(value) {
    this.value = value ?? this.clean(null);
    try {
      if (value === null) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(value));
      return null;
    } catch (error) {
      return why(error);
    }
  }
}
