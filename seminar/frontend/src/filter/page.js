/**
 * Filters of a page of entries: the build wrote controls and entries (seminar/sphinx/filters.py), every word
 * included; here entries are hidden and shown. What is chosen stands in the address, so that a link can choose.
 */
import { Strip } from "./strip.js";

/**
 * @typedef {{el: HTMLElement, id: string, text: string, from: number, to: number}} Entry years are NaN without a date
 * @typedef {HTMLInputElement | HTMLSelectElement} Control
 */

const SEPARATOR = "|";

/** The first four signs of an ISO date. @param {string | undefined} date */
const year = (date) => (date ? Number(date.slice(0, 4)) : NaN);

class Filter {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    /** @type {{[name: string]: string}} */
    this.words = JSON.parse(form.dataset.words ?? "{}");
    this.controls = /** @type {Control[]} */ ([...form.elements].filter((one) => one.getAttribute("name")));
    this.period = /** @type {HTMLSelectElement | null} */ (form.querySelector(".period"));
    this.status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
    this.shared = /** @type {HTMLAnchorElement[]} */ ([...form.querySelectorAll("a[data-shares]")]);
    /** @type {Entry[]} */
    this.entries = [...document.querySelectorAll(".seminar-entry")].map((one) => {
      const el = /** @type {HTMLElement} */ (one);
      return {
        el,
        id: el.querySelector("[id]")?.id ?? "",
        text: (el.textContent ?? "").toLowerCase(),
        from: year(el.dataset.from),
        to: year(el.dataset.to),
      };
    });
    this.sections = [...new Set(this.entries.map(({ el }) => el.closest("section")))].filter(
      (section) => section !== null && !section.contains(form),
    );
    const strip = /** @type {HTMLElement | null} */ (document.querySelector(".seminar-strip"));
    this.strip = strip && new Strip(strip, (id) => this.reveal(id));
    form.addEventListener("input", (event) => this.changed(event.target));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      this.choose(new URLSearchParams());
      this.keep();
    });
    addEventListener("hashchange", () => this.follow());
    form.hidden = false;
    this.follow();
  }

  /** What is chosen, by the controls' names. */
  get chosen() {
    return new URLSearchParams(
      this.controls.filter(({ value }) => value.trim()).map(({ name, value }) => [name, value.trim()]),
    );
  }

  /** @param {EventTarget | null} control */
  changed(control) {
    if (control === this.period && this.period) {
      const [from, to] = this.period.value.split("-");
      this.set("from", from);
      this.set("to", to ?? "");
    }
    this.show();
    this.keep();
  }

  /** @param {string} name @param {string} value */
  set(name, value) {
    for (const control of this.controls) if (control.name === name) control.value = value;
  }

  /** Set every control. @param {URLSearchParams} to */
  choose(to) {
    for (const { name } of this.controls) this.set(name, to.get(name) ?? "");
    this.show();
  }

  /** Do as the address says: choose, or show the entry that it names. */
  follow() {
    const hash = location.hash.slice(1);
    if (!hash || hash.includes("=")) {
      this.choose(new URLSearchParams(hash));
      // Where a table led here, the first of what was chosen bears the choice as its name.
      return this.reveal(hash);
    }
    this.show();
    const named = document.getElementById(decodeURIComponent(hash));
    if (named?.closest("[hidden]")) {
      this.choose(new URLSearchParams());
      named.scrollIntoView();
    }
  }

  /** Write what is chosen into the address. */
  keep() {
    const hash = String(this.chosen);
    history.replaceState(history.state, "", hash ? `#${hash}` : location.href.split("#")[0]);
  }

  show() {
    const chosen = this.chosen;
    const words = (chosen.get("words") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const from = Number(chosen.get("from") ?? -Infinity);
    const to = Number(chosen.get("to") ?? Infinity);
    const dated = chosen.has("from") || chosen.has("to");
    const facets = [...chosen].filter(([name]) => !["words", "from", "to"].includes(name));
    let undated = 0;
    const found = this.entries.filter((entry) => {
      const fits =
        facets.every(([name, value]) => entry.el.dataset[name]?.split(SEPARATOR).includes(value)) &&
        words.every((word) => entry.text.includes(word));
      if (fits && dated && Number.isNaN(entry.from)) undated++;
      return fits && (!dated || (entry.from <= to && entry.to >= from));
    });
    const shown = new Set(found);
    for (const entry of this.entries) entry.el.hidden = !shown.has(entry);
    for (const section of this.sections) {
      /** @type {HTMLElement} */ (section).hidden = !section?.querySelector(".seminar-entry:not([hidden])");
    }
    if (this.period) {
      this.period.value = dated ? `${chosen.get("from") ?? ""}-${chosen.get("to") ?? ""}` : "";
      // Years that are no period of the menu leave it empty.
      if (this.period.selectedIndex < 0) this.period.value = "";
    }
    this.say(found.length, undated);
    for (const link of this.shared) {
      const names = link.dataset.shares?.split(" ") ?? [];
      const hash = String(new URLSearchParams([...chosen].filter(([name]) => names.includes(name))));
      link.href = link.href.split("#")[0] + (hash && `#${hash}`);
    }
    const whole = found.length === this.entries.length;
    this.strip?.show(found.map(({ id }) => id), whole ? null : dated ? [from, to] : []);
  }

  /** @param {number} found @param {number} undated */
  say(found, undated) {
    const whole = found === this.entries.length;
    const said = [whole ? this.words.all : found ? this.words.some.replace("{n}", String(found)) : this.words.none];
    if (undated) said.push(this.words.undated.replace("{n}", String(undated)));
    this.status.textContent = said.join(" ");
  }

  /** Go to an entry of the list. @param {string} id */
  reveal(id) {
    const named = document.getElementById(id);
    if (!named) return;
    named.tabIndex = -1;
    named.focus({ preventScroll: true });
    named.scrollIntoView({ block: "center" });
  }
}

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.seminar-filter"));
if (form) new Filter(form);
