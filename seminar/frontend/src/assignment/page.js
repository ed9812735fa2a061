/**
 * An assignment in a page: of the book, or of a file that was released. Its answers lie apart from practice, under
 * `BOOK:assignment:NAME:EXERCISE`; what goes with them under `BOOK:assignment:NAME`, and who the student is under
 * `BOOK:student`.
 */
import { download } from "../download.js";
import { html, nothing } from "../html.js";
import { kinds } from "../kinds/index.js";
import { Keeper, PageModel, seen } from "../model.js";
import { showProgress } from "../progress.js";
import { Store } from "../store.js";
import { word } from "../words.js";
import { earlier } from "../work/earlier.js";
import { Shelf } from "../work/shelf.js";
import { entry, render, whole } from "./answer.js";
import { askId, waits } from "./asking.js";
import { HandIn, aHanding, aStudent, isHanded } from "./hand-in.js";
import { Slot } from "./slot.js";
import { normal, pick, read } from "./submission.js";

/**
 * @typedef {import("../types.d.ts").Assignment} About
 * @typedef {import("../types.d.ts").Given} Given
 * @typedef {import("../types.d.ts").Payload} Payload
 * @typedef {import("../types.d.ts").Record} Record
 * @typedef {{id: string, places: HTMLElement[], payloads: Payload[], form: HTMLElement, variant: number | null,
 *   stop: (() => void) | null}} Item an exercise; its places are its variants', if it has any
 */

/** @param {Element | null} script */
const json = (script) => JSON.parse(script?.textContent ?? "");

class Page extends Keeper {
  /** @param {HTMLElement} place */
  constructor(place) {
    super();
    this.place = place;
    /** @type {About} */
    this.about = json(place.querySelector("script.seminar-assignment-data"));
    const { book, name, release } = this.about;
    // A release gives none.
    this.feedback = release ? "never" : this.about.feedback;
    const part = `:assignment:${name}`;
    this.who = new Slot(`${book}:student`, aStudent);
    this.what = new Slot(book + part, aHanding);
    this.keepIn(new Store(book, `${part}:`));
    /** Why name and receipts will not outlive the page. @type {import("../types.d.ts").Notice | null} */
    this.trouble = null;
    /** @type {Item[]} */
    this.items = this.about.items.flatMap(({ id }) => {
      const places = [...place.querySelectorAll(`.seminar-exercise[data-exercise="${CSS.escape(id)}"]`)];
      const payloads = places.map((one) => whole(json(one.querySelector("script.seminar-payload"))));
      const form = document.createElement("div");
      return places.length ? [{ id, places: /** @type {HTMLElement[]} */ (places), payloads, form, variant: null, stop: null }] : [];
    });
    this.shelf = new Shelf(
      book,
      this.items.map(({ id, payloads }) => ({ id, fingerprint: payloads[0].fingerprint })),
      { records: () => this.store.memory, failed: () => this.failed(), take: (...given) => this.take(...given) },
      `${part}:`,
    );
    for (const item of this.items) this.mount(item);
    const el = document.createElement("div");
    this.handIn = new HandIn(el, this);
    place.querySelector(".seminar-hand-in")?.replaceChildren(el);
    // Typed to its end.
    el.addEventListener("change", () => this.settle());
    window.addEventListener("storage", ({ key }) => this.follow(key));
    // A page that the browser brings back from its memory has missed what happened since.
    window.addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      this.follow(null);
      this.reload(null);
    });
    this.progress();
  }

  /** Another tab has changed something. @param {string | null} key `null` for all of it */
  follow(key) {
    if (key === null || key === this.who.key) {
      this.who.load();
      this.settle();
    }
    if (key === null || key === this.what.key) {
      this.what.load();
      this.tellHanded();
    }
    this.progress();
  }

  // -- exercises

  /** @param {Item} item */
  mount(item) {
    if (this.hasVariants(item.id)) this.choose(item);
    else this.show(item, item.places[0], item.payloads[0]);
  }

  /** @param {string} id */
  hasVariants(id) {
    return this.about.items.some((item) => item.id === id && item.variants);
  }

  /** @param {Item} item @param {HTMLElement} place @param {Payload} payload */
  show(item, place, payload) {
    item.stop?.();
    const model = new PageModel(this, payload);
    this.models.set(item.id, model);
    model.set("feedback", this.feedback);
    model.set("handed", isHanded(this.handing()));
    const el = document.createElement("div");
    item.stop = render({ model: seen(model, { picture: place.querySelector(".seminar-picture") ?? undefined, opinions: this.about.links?.opinions }), el });
    // All at once, drawn outside the document first, so that the page is laid out once.
    place.replaceChildren(el, ...place.querySelectorAll("script.seminar-payload, .seminar-safely"));
  }

  /** Show the variant that is the student's, or ask who the student is. @param {Item} item */
  choose(item) {
    const { id } = this.student();
    const { places, payloads } = item;
    const variant = normal(id) ? pick(this.about.name, item.id, id, payloads.length) : null;
    const note = /** @type {HTMLElement} */ (places[0].parentElement);
    if (item.stop && variant === item.variant) return;
    item.stop?.();
    item.variant = variant;
    places.forEach((place, i) => (place.hidden = i !== (variant ?? 0)));
    // Until it is known whose it is, paper has the first.
    note.classList.toggle("seminar-variants--waiting", variant === null);
    // The other variant's would put the answer aside that comes back.
    this.models.delete(item.id);
    if (variant === null) return this.askFor(item);
    item.form.remove();
    const payload = payloads[variant];
    this.shelf.items.set(item.id, { id: item.id, fingerprint: payload.fingerprint });
    this.turn(item.id, payload.fingerprint);
    this.show(item, places[variant], payload);
  }

  /** @param {Item} item */
  askFor(item) {
    item.stop = () => {};
    item.places[0].before(item.form);
    const first = /** @type {Item} */ (this.items.find(({ id }) => this.hasVariants(id)));
    if (item !== first) return waits(item.form, item.payloads[0].title, first.payloads[0]);
    askId(item.form, item.payloads[0].title, "assignment.student.why", (written) => {
      this.keepStudent({ ...this.student(), id: written });
      this.settle();
      /** @type {HTMLElement | null} */ (item.places[item.variant ?? 0].querySelector(".seminar-answer :is(input, select, button, textarea)"))?.focus();
    });
  }

  /** The answer to a variant comes back with it; another's is kept aside. @param {string} id @param {string} fingerprint */
  turn(id, fingerprint) {
    const kept = this.shelf.all().get(id);
    if (!kept || kept.now) return;
    const now = kept.earlier.find((answer) => answer.fingerprint === fingerprint) ?? null;
    this.shelf.put([[id, { now, earlier: kept.earlier.filter((other) => other !== now) }]], true);
  }

  /** Who the student is has been said, or said differently. */
  settle() {
    for (const item of this.items) if (this.hasVariants(item.id)) this.choose(item);
    this.progress();
  }

  // -- what handing in needs

  student() {
    return this.who.value;
  }

  /** @param {import("../types.d.ts").Student} student */
  keepStudent(student) {
    this.trouble = this.who.write(student);
    this.handIn.draw();
  }

  handing() {
    return this.what.value;
  }

  /** @param {import("../types.d.ts").Handing} handing */
  keepHanding(handing) {
    this.trouble = this.what.write(handing);
  }

  entries() {
    return this.items.map((item) => {
      const model = this.models.get(item.id);
      const href = `#exercise-${item.id}`;
      if (model) return { ...entry(model.payload, model.record, item.variant), href };
      // Whose variant it is, nobody has said yet.
      return { ...entry(item.payloads[0], null, null), href };
    });
  }

  /** @param {string} text @param {string} file */
  deliver(text, file) {
    download(text, file);
  }

  failed() {
    return super.failed() ?? this.trouble;
  }

  /** Feedback opens, and what is a forecast is committed, where the assignment gives feedback at all. */
  handedIn() {
    if (this.feedback !== "never") {
      for (const { payload, record } of this.models.values()) {
        if (!record) continue;
        const kind = kinds[payload.type];
        const ready = kind.lacks(kind.clean(record.response, payload), payload) === null;
        if (kind.commits && ready && record.state !== "committed") this.mark(payload.id, { response: { ...record.response, committed: true }, state: "committed" });
        else if (!kind.commits && ready && record.state !== "checked" && this.feedback === "after-handing-in") this.mark(payload.id, { state: "checked" });
      }
    }
    this.tellHanded();
  }

  /** @param {string} id @param {Partial<Record>} part */
  mark(id, part) {
    const model = /** @type {PageModel} */ (this.models.get(id));
    const record = /** @type {Record} */ (model.record);
    model.set("record", { ...record, ...part, attempts: record.attempts + 1 });
    model.save_changes();
  }

  tellHanded() {
    for (const model of this.models.values()) model.set("handed", isHanded(this.handing()));
  }

  /** @param {string} text */
  open(text) {
    const found = read(text, this.about.book);
    if (typeof found === "string") return word(`assignment.refuse.${found}`);
    if (found.assignment !== this.about.name) return word("assignment.refuse.other");
    if ((found.made_with === "release") !== Boolean(this.about.release)) return word("assignment.refuse.with");
    const { id } = this.student();
    if (normal(id) && normal(id) !== normal(found.student.id)) return word("assignment.refuse.student", { id: found.student.id });
    this.keepStudent(found.student);
    this.settle();
    const before = new Map(this.entries().map((one) => [one.id, JSON.stringify(one.response)]));
    const taken = found.answers.flatMap((answer) => this.taken(answer));
    if (this.shelf.take(taken) === "full") return word("work.refuse.full");
    const n = this.entries().filter((one) => before.get(one.id) !== JSON.stringify(one.response)).length;
    const left = found.answers.length - taken.length;
    return [
      n ? word("work.opened", { n }) : word("work.opened.nothing"),
      left ? word("assignment.opened.left", { n: left }) : "",
      found.withheld.length ? word("assignment.opened.withheld", { n: found.withheld.length }) : "",
    ].join(" ");
  }

  /**
   * An answer of a file as this page keeps it; nothing where it answers another question.
   * @param {import("../types.d.ts").Submission["answers"][number]} answer
   * @returns {import("../types.d.ts").Work["exercises"]}
   */
  taken({ exercise, question, fingerprint, response, changed }) {
    const payload = this.models.get(exercise)?.payload;
    if (!payload || payload.question !== question || (fingerprint ?? question) !== payload.fingerprint) return [];
    const whole = kinds[payload.type].extent(kinds[payload.type].clean(response, payload), payload) === "complete";
    const state = response.committed && this.feedback !== "never" ? "committed" : whole ? "answered" : "in-progress";
    return [{ id: exercise, answers: [{ fingerprint: payload.fingerprint, response, state, attempts: 0, hints: 0, solution: false, changed }] }];
  }

  others() {
    const all = this.shelf.all();
    const kept = this.items.flatMap(({ id, payloads }) => {
      const answers = all.get(id)?.earlier ?? [];
      return answers.length ? [{ id, title: payloads[0].title, fingerprint: this.shelf.items.get(id)?.fingerprint ?? "", answers }] : [];
    });
    if (!kept.length) return nothing;
    return html`<div class="seminar-hand__others">
      ${kept.map(
        ({ id, title, fingerprint, answers }) =>
          html`<p class="seminar-label">${title}</p>
            ${earlier(answers, fingerprint, (answer) => {
              const failed = this.shelf.bringBack(id, answer);
              this.handIn.draw();
              this.handIn.say(word(failed === "full" ? "work.refuse.full" : "assignment.back.said", { title }));
            })}`,
      )}
    </div>`;
  }

  /** @param {boolean} all */
  forget(all) {
    this.trouble = this.who.write(null);
    if (all) {
      this.trouble = this.what.write(null) ?? this.trouble;
      const { prefix } = this.store;
      for (const { id } of this.items) this.store.memory.set(id, null);
      this.shelf.memory.clear();
      try {
        for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
        this.store.memory.clear();
      } catch {
        // What cannot be reached is not kept either.
      }
      this.tellHanded();
      this.reload(null);
    }
    this.settle();
  }

  progress() {
    if (!this.handIn) return;
    this.handIn.draw();
    const student = this.student();
    for (const line of this.place.querySelectorAll("[data-student]")) line.textContent = line.getAttribute("data-student") === "id" ? student.id : student.name;
    const entries = this.entries().map(({ id, title, extent }) => ({
      title,
      place: /** @type {HTMLElement} */ (document.getElementById(`exercise-${id}`) ?? this.place),
      record: () => (extent === "complete" ? /** @type {Record} */ ({ attempts: 1 }) : null),
    }));
    const { work } = this.about.links ?? {};
    for (const el of this.place.querySelectorAll(".seminar-progress")) showProgress(/** @type {HTMLElement} */ (el), entries, work, null);
  }
}

for (const place of document.querySelectorAll(".seminar-assignment")) new Page(/** @type {HTMLElement} */ (place));
