/** The book's page: finds each exercise's JSON, gives it a model that keeps answers, and shows the progress. */
import { render } from "./exercise.js";
import { showProgress } from "./progress.js";
import { Store } from "./store.js";

/**
 * @typedef {import("./types.d.ts").Payload} Payload
 * @typedef {import("./types.d.ts").Record} Record
 * @typedef {import("./types.d.ts").Notice} Notice
 */

/** What anywidget's model is in Jupyter, for one exercise; an exercise and its recall on one page share it. */
class PageModel {
  /**
   * @param {Page} page
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

/** Where this script lies and what stands beside it; only a script that is running can tell. */
const own = document.currentScript?.dataset ?? {};

/**
 * Whether this browser may keep what one file of a folder stores from the others: no page has met another's mark.
 * @param {string} book
 */
function apart(book) {
  if (location.protocol !== "file:") return false;
  try {
    const key = `${book}:page`;
    const met = localStorage[key];
    localStorage[key] = met ?? location.pathname;
    return !met || met === location.pathname;
  } catch {
    return true;
  }
}

class Page {
  constructor() {
    /** @type {Map<string, PageModel>} */
    this.models = new Map();
    /** @type {import("./progress.js").Entry[]} */
    this.entries = [];
    /** The exercise that says, for all of them, that nothing is kept. @type {PageModel | null} */
    this.teller = null;
    /** @type {Store} */
    this.store = new Store("");
    this.apart = false;
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

  /** @param {Payload} payload */
  model(payload) {
    const known = this.models.get(payload.id);
    if (known) return known;
    if (!this.store.book) {
      this.store = new Store(payload.book);
      this.store.watch((id) => this.reload(id));
      this.apart = apart(payload.book);
    }
    const model = new PageModel(this, payload);
    this.models.set(payload.id, model);
    return model;
  }

  /** @param {HTMLElement} place */
  mount(place) {
    const script = place.querySelector("script.seminar-payload");
    if (!script) return;
    /** @type {Payload} */
    const payload = JSON.parse(script.textContent ?? "");
    const model = this.model(payload);
    const recalled = place.classList.contains("seminar-recall");
    const el = document.createElement("div");
    const picture = place.querySelector(".seminar-picture") ?? undefined;
    render({ model: seen(model, { view: recalled ? "recall" : "exercise", picture }), el });
    // All at once, drawn outside the document first, so that the page is laid out once.
    place.replaceChildren(el, script);
    if (!recalled) this.entries.push({ title: payload.title, place, record: () => model.record });
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

  progress() {
    const keep = own.panel && (this.apart || this.failed()) ? () => this.keep() : null;
    // There the page cannot tell by itself where its reader comes from.
    const work = own.work && own.work + (location.protocol === "file:" ? "?from" : "");
    for (const el of document.querySelectorAll(".seminar-progress")) {
      showProgress(/** @type {HTMLElement} */ (el), this.entries, work, keep);
    }
  }

  failed() {
    return /** @type {Notice | null} */ (this.teller?.get("notice") ?? null);
  }

  /** Show how to save and open answers, by a script that most pages never need. */
  keep() {
    const all = /** @type {{seminarHost?: import("./types.d.ts").Host}} */ (/** @type {unknown} */ (globalThis));
    if (all.seminarHost) return all.seminarHost.show?.();
    all.seminarHost = {
      book: this.store.book,
      version: own.version ?? "",
      opinions: own.opinions ?? "",
      items: [...this.models.values()].map(({ payload }) => payload),
      records: () => this.store.memory,
      failed: () => this.failed(),
      take: (id, record, failed) => {
        if (failed) this.store.memory.set(id, record);
        else this.store.memory.delete(id);
        this.reload(id);
      },
    };
    const script = document.createElement("script");
    script.src = own.panel ?? "";
    document.head.append(script);
  }

  start() {
    for (const place of document.querySelectorAll(".seminar-exercise, .seminar-recall")) {
      try {
        this.mount(/** @type {HTMLElement} */ (place));
      } catch (error) {
        // One exercise that cannot be shown keeps its printed form, and the others answer.
        console.error(error);
      }
    }
    this.progress();
  }
}

/**
 * The same model, seen at one place of the page.
 * @param {PageModel} model
 * @param {{[name: string]: unknown}} here
 * @returns {import("./types.d.ts").Model}
 */
const seen = (model, here) => ({
  get: (name) => (Object.hasOwn(here, name) ? here[name] : model.get(name)),
  set: (name, value) => model.set(name, value),
  on: (event, callback) => model.on(event, callback),
  off: (event, callback) => model.off(event, callback),
  save_changes: () => model.save_changes(),
});

new Page().start();
