/**
 * My work: every exercise with its state, answers to bring back, and the file in which they travel. On a page of
 * exercises whose answers may not outlive it, only the file.
 *
 * @typedef {import("../types.d.ts").Given} Answer
 * @typedef {import("../types.d.ts").Host} Host
 * @typedef {import("./shelf.js").Kept} Kept
 * @typedef {import("./shelf.js").Item} Item
 */
import { html, nothing, render } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { download } from "../download.js";
import { moment, word } from "../words.js";
import { earlier, typed } from "./earlier.js";
import { LARGEST, canonical, isOpinion, read, when, work, write } from "./file.js";
import { Sets } from "./sets.js";
import { Shelf } from "./shelf.js";

const FILTERS = /** @type {const} */ (["all", "none", "in-progress", "answered", "checked"]);
/** @param {Answer | null} now */
const stateOf = (now) => now?.state ?? "none";

/** An answer counts as on the chapter's own page. @param {Answer | null | undefined} now */
const done = (now) => Boolean(now && (now.attempts > 0 || now.state === "committed"));

/** Where the scripts lie that print; only a script that is running can tell. */
const own = document.currentScript?.dataset ?? {};
/** @type {Set<string | undefined>} */
const loaded = new Set();

/** @param {string | undefined} src @param {() => void} then */
function load(src, then) {
  if (loaded.has(src)) return then();
  const script = Object.assign(document.createElement("script"), { src });
  script.addEventListener("load", () => {
    loaded.add(src);
    then();
  });
  document.head.append(script);
}

/** Saving to a file, opening from one, and printing. */
class Panel {
  /**
   * @param {HTMLElement} el
   * @param {{book: string, version: string, opinions: string, items: Item[]}} about
   * @param {Host | null} host
   * @param {() => void} changed
   */
  constructor(el, about, host, changed) {
    this.el = el;
    this.about = about;
    this.host = host;
    this.changed = changed;
    this.shelf = new Shelf(about.book, about.items, host);
    this.include = false;
    /** @type {keyof typeof import("../../../words/en.json") | null} */
    this.place = host ? null : this.where();
  }

  /** Whether answers given on other pages can be here at all. */
  where() {
    if (location.protocol !== "file:") return null;
    try {
      if (localStorage.getItem(`${this.about.book}:page`)) return null;
      return location.search === "?from" ? "work.notice.apart" : "work.notice.perhaps";
    } catch {
      return null;
    }
  }

  /** @param {string} text */
  say(text) {
    const status = /** @type {HTMLElement} */ (this.el.querySelector(".seminar-work__said"));
    // The same sentence twice is read twice only if the text changes.
    status.textContent = status.textContent === text ? `${text}\u00a0` : text;
  }

  save() {
    const types = new Map(this.about.items.map(({ id, type }) => [id, type]));
    let left = 0;
    /** @type {import("../types.d.ts").Work["exercises"]} */
    const exercises = [];
    for (const [id, { now, earlier }] of this.shelf.all()) {
      // Of what lies on other pages, this one does not know what it is.
      if (this.host && !types.has(id)) continue;
      const all = [...(now ? [now] : []), ...earlier];
      const answers = all.filter((answer) => this.include || !isOpinion(types.get(id), answer));
      left += all.length - answers.length;
      if (answers.length) exercises.push({ id, answers });
    }
    const n = exercises.length;
    const less = left ? ` ${word("work.saved.less", { n: left })}` : "";
    if (!n) {
      this.say(word("work.saved.nothing") + less);
      return;
    }
    const made = work(this.about.book, this.about.version, exercises);
    const file = `${this.about.book}-${made.saved.slice(0, 10)}.json`;
    download(write(made), file);
    // The choice is for one file.
    this.include = false;
    this.draw();
    this.say(word("work.saved", { n, file }) + less);
  }

  /** @param {File} file */
  async open(file) {
    if (file.size > LARGEST) return word("work.refuse.large");
    let text;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    } catch {
      return word("work.refuse.unreadable");
    }
    const found = read(text, this.about.book);
    if (typeof found === "string") return word(`work.refuse.${found}`);
    const known = new Set(this.about.items.map(({ id }) => id));
    const taken = this.host ? found.exercises.filter(({ id }) => known.has(id)) : found.exercises;
    const before = this.shelf.all();
    if (this.shelf.take(taken) === "full") return word("work.refuse.full");
    const after = this.shelf.all();
    /** @param {Answer | null | undefined} now */
    const same = (now) => (now ? canonical(now) : "");
    const n = taken.filter(({ id }) => same(before.get(id)?.now) !== same(after.get(id)?.now)).length;
    this.changed();
    return [
      n ? word("work.opened", { n }) : word("work.opened.nothing"),
      taken.length < found.exercises.length ? word("work.opened.left") : "",
    ].join(" ");
  }

  /** Every answer with its question, on paper; by scripts that most readers never need. */
  print() {
    const all = this.shelf.all();
    const answered = this.about.items.flatMap((item) => {
      const now = all.get(item.id)?.now;
      return now ? [{ ...item, answer: now }] : [];
    });
    if (!answered.length) return this.say(word("work.print.nothing"));
    const show = () => /** @type {any} */ (globalThis).seminarPrintWork(answered);
    load(own.texts, () => load(own.print, show));
  }

  /** @param {HTMLInputElement} input */
  async chosen(input) {
    const file = input.files?.[0];
    if (!file) return;
    const said = await this.open(file);
    // The same file can be chosen again.
    input.value = "";
    this.draw();
    this.say(said);
  }

  draw() {
    this.shelf.texts();
    const { notice } = this.shelf;
    const said = notice === "refused" || notice === "full" ? word(`work.notice.${notice}`) : this.place && word(this.place);
    const input = () => /** @type {HTMLInputElement} */ (this.el.querySelector("#seminar-work-file"));
    render(
      html`<div class="seminar-work__panel" role="group" aria-labelledby="seminar-work-keep">
        <p class="seminar-work__title" id="seminar-work-keep" tabindex="-1">${word("work.keep")}</p>
        ${said ? html`<p class="seminar-work__notice">${said}</p>` : nothing}
        <p>${word(this.host ? "work.why.page" : "work.why")}</p>
        <p class="seminar-work__include">
          <input
            type="checkbox"
            id="seminar-work-include"
            aria-describedby="seminar-work-include-why"
            .checked=${live(this.include)}
            @change=${(/** @type {Event} */ event) => (this.include = /** @type {HTMLInputElement} */ (event.target).checked)}
          /><label for="seminar-work-include">${word("work.include")}</label>
        </p>
        <p class="seminar-work__aside">
          <span id="seminar-work-include-why">${word("work.include.why")}</span>
          <a href=${this.about.opinions}>${word("work.include.link")}</a>
        </p>
        <p class="seminar-work__buttons">
          <button type="button" @click=${() => this.save()}>${word("work.save")}</button>
          <button type="button" @click=${() => input().click()}>${word("work.open")}</button>
          ${own.print ? html`<button type="button" @click=${() => this.print()}>${word("work.print")}</button>` : nothing}
          <input
            type="file"
            id="seminar-work-file"
            hidden
            accept=".json,application/json"
            @change=${() => void this.chosen(input())}
          />
        </p>
        <p class="seminar-work__said" role="status"></p>
      </div>`,
      this.el,
    );
  }

  focus() {
    /** @type {HTMLElement} */ (this.el.querySelector("#seminar-work-keep")).focus();
  }
}

/** The lists of the chapters' exercises. */
const lists = () => document.querySelectorAll("ul.seminar-exercises:not(.seminar-set)");

/** The list of all exercises, which the page has printed already. */
class List {
  /** @param {HTMLScriptElement} script */
  constructor(script) {
    const about = JSON.parse(script.textContent ?? "");
    this.items = /** @type {Item[]} */ (about.exercises);
    /** One of `FILTERS`, or an assignment's name after "set:". */
    this.filter = "all";
    this.sets = new Sets(about.book, about.assignments ?? []);
    this.said = "";
    const box = /** @type {HTMLElement} */ (script.nextElementSibling);
    const el = document.createElement("div");
    this.tools = document.createElement("div");
    this.gone = document.createElement("div");
    box.append(el, this.tools);
    (document.querySelector("article > section") ?? box.parentElement)?.append(this.gone);
    /** Each exercise's row. @type {Map<string, {row: HTMLElement, mark: HTMLElement, more: HTMLElement}>} */
    this.rows = new Map();
    for (const { id } of this.items) this.mount(id);
    this.panel = new Panel(el, { ...about, items: this.items }, null, () => this.draw());
    window.addEventListener("storage", ({ key }) => {
      if (key === null || [this.panel.shelf.prefix, this.sets.prefix].some((prefix) => key.startsWith(prefix))) this.draw();
    });
    // A page that the browser brings back from its memory has missed what happened since.
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.draw());
  }

  /** @param {string} id */
  mount(id) {
    const row = document.querySelector(`.seminar-exercises a[href$="#exercise-${CSS.escape(id)}"]`)?.closest("li");
    if (!row) return;
    const [mark, more] = [document.createElement("span"), document.createElement("div")];
    (row.querySelector("p") ?? row).append(mark);
    row.append(more);
    this.rows.set(id, { row, mark, more });
  }

  /** @param {string} id @param {Answer} answer */
  bringBack(id, answer) {
    const failed = this.panel.shelf.bringBack(id, answer);
    this.draw();
    const said = failed === "full" ? word("work.refuse.full") : word("work.back.said", { date: moment(when(answer)) });
    this.panel.say(said);
    const summary = /** @type {HTMLElement | null | undefined} */ (this.rows.get(id)?.more.querySelector("summary"));
    summary?.focus();
  }

  draw() {
    this.panel.draw();
    const all = this.panel.shelf.all();
    let shown = this.sets.draw(this.filter);
    for (const { id, fingerprint } of this.items) {
      const place = this.rows.get(id);
      if (!place) continue;
      const { now, earlier } = all.get(id) ?? { now: null, earlier: [] };
      const state = stateOf(now);
      const kind = state === "committed" ? "checked" : state;
      place.mark.className = `seminar-work__state seminar-work__state--${kind}`;
      place.mark.textContent = word(`work.state.${state}`);
      place.row.hidden = this.filter !== "all" && this.filter !== kind;
      if (!place.row.hidden) shown += 1;
      render(this.others(id, fingerprint, earlier), place.more);
    }
    for (const list of lists()) /** @type {HTMLElement} */ (list.parentElement).hidden = this.filter.startsWith("set:");
    this.count(all);
    this.drawTools(shown);
    this.drawGone(all);
  }

  /** How far each chapter is, under its heading. @param {Map<string, Kept>} all */
  count(all) {
    for (const list of lists()) {
      const ids = [...this.rows].filter(([, { row }]) => list.contains(row)).map(([id]) => id);
      const n = ids.length;
      const answered = ids.filter((id) => done(all.get(id)?.now)).length;
      let line = list.previousElementSibling;
      if (!line?.classList.contains("seminar-work__count")) {
        line = Object.assign(document.createElement("p"), { className: "seminar-work__count" });
        list.before(line);
      }
      line.textContent = answered === n ? word("progress.all", { n }) : word("progress", { done: answered, n });
    }
  }

  /** @param {number} shown */
  drawTools(shown) {
    render(
      html`<p class="seminar-work__filter">
        <label for="seminar-work-filter">${word("work.filter")}</label>
        <select
          id="seminar-work-filter"
          @change=${(/** @type {Event} */ event) => {
            this.filter = /** @type {HTMLSelectElement} */ (event.target).value;
            this.draw();
          }}
        >
          ${FILTERS.map((name) => html`<option value=${name}>${word(`work.filter.${name}`)}</option>`)}
          ${this.sets.sets.map(({ name, title }) => html`<option value=${`set:${name}`}>${word("work.filter.set", { title })}</option>`)}
        </select>
        <span role="status">${this.filter === "all" ? "" : word("work.shown", { n: shown })}</span>
      </p>`,
      this.tools,
    );
  }

  /**
   * @param {string} id
   * @param {string} fingerprint
   * @param {Answer[]} answers
   */
  others(id, fingerprint, answers) {
    return answers.length ? earlier(answers, fingerprint, (answer) => this.bringBack(id, answer)) : nothing;
  }

  /** @param {Map<string, Kept>} all */
  drawGone(all) {
    const known = new Set(this.items.map(({ id }) => id));
    const gone = [...all].filter(([id]) => !known.has(id));
    render(
      gone.length
        ? html`<details class="seminar-work__gone">
            <summary>${word("work.gone")}</summary>
            <ul>
              ${gone.flatMap(([id, { earlier }]) =>
                earlier.map(
                  (answer) => html`<li>
                    ${word("work.gone.answer", { id, date: moment(when(answer)) })}
                    ${typed(answer) ? html`<span class="seminar-work__typed">${word("work.typed", { text: typed(answer) })}</span>` : nothing}
                  </li>`,
                ),
              )}
            </ul>
          </details>`
        : nothing,
      this.gone,
    );
  }
}

const script = /** @type {HTMLScriptElement | null} */ (document.querySelector("script.seminar-work-list"));
const host = /** @type {{seminarHost?: Host}} */ (/** @type {unknown} */ (globalThis)).seminarHost;
if (script) {
  new List(script).draw();
} else if (host) {
  const el = document.createElement("div");
  el.className = "seminar-work";
  document.querySelector(".seminar-progress")?.after(el);
  const panel = new Panel(el, host, host, () => {});
  panel.draw();
  host.show = () => {
    panel.draw();
    panel.focus();
  };
  panel.focus();
}
