/**
 * The page's side of an exercise: the model that keeps its record.
 *
 * @typedef {import("./types.d.ts").Payload} Payload
 * @typedef {import("./types.d.ts").Record} Record
 * @typedef {import("./types.d.ts").Notice} Notice
 */

import { Store } from "./store.js";

/** What anywidget's model is in Jupyter, for one exercise; an exercise and its recall on one page share it. */
export class PageModel {
  /**
   * @param {Keeper} page
   * @param {Payload} payload
   */
  constructor(page, payload) {
    this.page = page;
    this.payload = payload;
    /** @type {Map<string, Set<() => void>>} */
    this.listeners = new Map();
    /** @type {{[name: string]: unknown}} */
    this.values = { payload, record: null, notice: null };
    this.load();
  }

  /** Read the record from the store. */
  load() {
    const { record, notice } = this.page.store.read(this.payload.id, this.payload.fingerprint);
    this.values.record = record;
    this.values.notice = this.page.notice(this, notice);
  }

  /** @returns {Record | null} */
  get record() {
    return /** @type {Record | null} */ (this.values.record);
  }

  /** @param {string} name */
  get(name) {
    return this.values[name];
  }

  /** @param {string} name @param {unknown} value */
  set(name, value) {
    // No answer is {} to a kernel, and nothing at all to the store.
    this.values[name] = name === "record" && !(/** @type {Record} */ (value)?.id) ? null : value;
    this.emit(name);
  }

  save_changes() {
    const failed = this.page.store.write(this.payload.id, this.record);
    const before = this.values.notice;
    if (failed || before === "refused" || before === "full") this.values.notice = this.page.notice(this, failed);
    if (this.values.notice !== before) this.emit("notice");
    this.page.progress();
  }

  /** @param {string} event @param {() => void} callback */
  on(event, callback) {
    const set = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, set.add(callback));
  }

  /** @param {string} event @param {() => void} callback */
  off(event, callback) {
    this.listeners.get(event)?.delete(callback);
  }

  /** @param {string} name */
  emit(name) {
    for (const callback of this.listeners.get(`change:${name}`) ?? []) callback();
  }
}

/**
 * The same model, seen at one place of the page.
 * @param {PageModel} model
 * @param {{[name: string]: unknown}} here
 * @returns {import("./types.d.ts").Model}
 */
export const seen = (model, here) => ({
  get: (name) => (Object.hasOwn(here, name) ? here[name] : model.get(name)),
  set: (name, value) => model.set(name, value),
  on: (event, callback) => model.on(event, callback),
  off: (event, callback) => model.off(event, callback),
  save_changes: () => model.save_changes(),
});

/** What a page does for all of its exercises. */
export class Keeper {
  constructor() {
    this.store = new Store("");
    /** @type {Map<string, PageModel>} */
    this.models = new Map();
    /** The exercise that says, for all of them, that nothing is kept. @type {PageModel | null} */
    this.teller = null;
  }

  /** @param {Store} store */
  keepIn(store) {
    this.store = store;
    store.watch((id) => this.reload(id));
  }

  /**
   * That the browser keeps nothing is said once on a page, by the exercise that met it last.
   * @param {PageModel} model
   * @param {Notice | null} notice
   */
  notice(model, notice) {
    if (notice !== "refused" && notice !== "full") return notice;
    const before = this.teller;
    if (before === null || before === model) {
      this.teller = model;
      return notice;
    }
    return null;
  }

  /** @returns {Notice | null} */
  failed() {
    return /** @type {Notice | null} */ (this.teller?.get("notice") ?? null);
  }

  /** Show another record, and hold it where storage failed. @param {string} id @param {Record | null} record @param {Notice | null} failed */
  take(id, record, failed) {
    if (failed) this.store.memory.set(id, record);
    else this.store.memory.delete(id);
    this.reload(id);
  }

  /** @param {string | null} id of the exercise whose record changed, `null` for all */
  reload(id) {
    for (const model of this.models.values()) {
      if (id !== null && model.payload.id !== id) continue;
      model.load();
      model.emit("record");
    }
    this.progress();
  }

  /** A record was written. */
  progress() {}
}
