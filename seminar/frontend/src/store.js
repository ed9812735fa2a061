/**
 * Where answers are kept: the browser's localStorage where it lets us, else the page's own memory. Nothing here
 * throws; what goes wrong is given back as a notice.
 *
 * @typedef {import("./types.d.ts").Record} Record
 * @typedef {import("./types.d.ts").Notice} Notice
 */

export const PREFIX = ":exercise:";

/**
 * @param {unknown} value
 * @param {string} id
 * @returns {value is Record}
 */
function isRecord(value, id) {
  const record = /** @type {any} */ (value);
  return (
    typeof record === "object" &&
    record !== null &&
    record.version === 1 &&
    record.id === id &&
    typeof record.fingerprint === "string" &&
    typeof record.response === "object" &&
    record.response !== null &&
    ["in-progress", "answered", "checked", "committed"].includes(record.state) &&
    Number.isInteger(record.attempts) &&
    Number.isInteger(record.hints) &&
    typeof record.solution === "boolean" &&
    typeof record.changed === "string"
  );
}

/** @param {unknown} error @returns {Notice} */
export function why(error) {
  const name = /** @type {{name?: string}} */ (error)?.name ?? "";
  return /quota/i.test(name) ? "full" : "refused";
}

export class Store {
  /**
   * @param {string} book
   * @param {string} [part] what stands between the book and an exercise's id
   */
  constructor(book, part = PREFIX) {
    this.book = book;
    this.prefix = book + part;
    /** What this page knows, so that it works on when storage fails. @type {Map<string, Record | null>} */
    this.memory = new Map();
  }

  /** @param {string} id */
  key(id) {
    return this.prefix + id;
  }

  /**
   * The record of an exercise, and what the student should be told about it.
   * @param {string} id
   * @param {string} fingerprint of the exercise as it is now
   * @returns {{record: Record | null, notice: Notice | null}}
   */
  read(id, fingerprint) {
    const known = this.memory.get(id);
    if (known !== undefined) return { record: known, notice: null };
    try {
      return this.load(id, fingerprint);
    } catch (error) {
      return { record: null, notice: why(error) };
    }
  }

  /**
   * As `read`, past the page's memory. Throws what the browser's storage throws.
   * @param {string} id
   * @param {string} fingerprint
   * @returns {{record: Record | null, notice: Notice | null}}
   */
  load(id, fingerprint) {
    const storage = window.localStorage;
    const key = this.key(id);
    const raw = storage.getItem(key);
    if (raw === null) return { record: null, notice: null };
    /** @type {unknown} */
    let value;
    try {
      value = JSON.parse(raw);
    } catch {
      value = null;
    }
    if (isRecord(value, id)) {
      if (value.fingerprint === fingerprint) return { record: value, notice: null };
      storage.setItem(`${key}:${value.fingerprint}`, raw);
      storage.removeItem(key);
      return { record: null, notice: "changed" };
    }
    storage.setItem(`${key}:unreadable`, raw);
    storage.removeItem(key);
    return { record: null, notice: "unreadable" };
  }

  /**
   * Keep a record; `null` forgets it.
   * @param {string} id
   * @param {Record | null} record
   * @returns {Notice | null} why it will not outlive the page
   */
  write(id, record) {
    this.memory.set(id, record);
    try {
      const storage = window.localStorage;
      if (record) storage.setItem(this.key(id), JSON.stringify(record));
      else storage.removeItem(this.key(id));
      return null;
    } catch (error) {
      return why(error);
    }
  }

  /**
   * Call back when another tab has changed a record.
   * @param {(id: string | null) => void} changed gets the exercise's id, or `null` for all of them
   */
  watch(changed) {
    window.addEventListener("storage", (event) => {
      if (event.key === null) {
        this.memory.clear();
        changed(null);
      } else if (event.key.startsWith(this.prefix)) {
        const id = event.key.slice(this.prefix.length);
        this.memory.delete(id);
        changed(id);
      }
    });
  }
}
