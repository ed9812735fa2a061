/** The book's page: finds each exercise's JSON, gives it a model that keeps answers, and shows the progress. */
import { render } from "./exercise.js";
import { Keeper, PageModel, seen } from "./model.js";
import { showProgress } from "./progress.js";
import { Store } from "./store.js";

/**
 * @typedef {import("./types.d.ts").Payload} Payload
 */

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

class Page extends Keeper {
  constructor() {
    super();
    /** @type {import("./progress.js").Entry[]} */
    this.entries = [];
    this.apart = false;
  }

  /** @param {Payload} payload */
  model(payload) {
    const known = this.models.get(payload.id);
    if (known) return known;
    if (!this.store.book) {
      this.keepIn(new Store(payload.book));
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
    render({ model: seen(model, { view: recalled ? "recall" : "exercise", picture, opinions: own.opinions }), el });
    // All at once, drawn outside the document first, so that the page is laid out once.
    place.replaceChildren(el, script, ...place.querySelectorAll(".seminar-safely"));
    if (!recalled) this.entries.push({ title: payload.title, place, record: () => model.record });
  }

  progress() {
    const keep = own.panel && (this.apart || this.failed()) ? () => this.keep() : null;
    // There the page cannot tell by itself where its reader comes from.
    const work = own.work && own.work + (location.protocol === "file:" ? "?from" : "");
    for (const el of document.querySelectorAll(".seminar-progress")) {
      showProgress(/** @type {HTMLElement} */ (el), this.entries, work, keep);
    }
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
      take: (id, record, failed) => this.take(id, record, failed),
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

new Page().start();
