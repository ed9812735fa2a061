/** Handing in: who the student is, what is still missing, which opinions go along, the file and its receipt. */
import { next } from "../exercise.js";
import { html, live, nothing, render } from "../html.js";
import { moment, word } from "../words.js";
import { LARGEST, MOMENT } from "../work/file.js";
import { LONGEST_NAME, fileName, normal, short, submission, write } from "./submission.js";

/**
 * @typedef {import("../types.d.ts").Desk} Desk
 * @typedef {import("../types.d.ts").Entry} Entry
 * @typedef {import("../types.d.ts").Handing} Handing
 * @typedef {import("../types.d.ts").Student} Student
 */

/** @param {any} value @returns {Student} */
export const aStudent = (value) => {
  const text = (/** @type {unknown} */ given) => (typeof given === "string" ? given.slice(0, LONGEST_NAME) : "");
  return { id: text(value?.id), name: text(value?.name) };
};

/** @param {any} value @returns {Handing} */
export const aHanding = (value) => {
  const list = (/** @type {unknown} */ given) => (Array.isArray(given) ? given : []);
  const isDone = (/** @type {any} */ one) =>
    ["receipt", "moment", "file"].every((name) => typeof one?.[name] === "string") &&
    MOMENT.test(one.moment) &&
    typeof one.answers === "object" &&
    one.answers &&
    Array.isArray(one.withheld);
  return { ticked: list(value?.ticked).filter((id) => typeof id === "string"), handed: list(value?.handed).filter(isDone) };
};

/** Whether the feedback that follows handing in may be seen. @param {Handing} handing */
export const isHanded = ({ handed }) => handed.length > 0;

export class HandIn {
  /**
   * @param {HTMLElement} el
   * @param {Desk} desk
   */
  constructor(el, desk) {
    this.el = el;
    this.desk = desk;
    this.prefix = `seminar-hand-in-${next()}`;
    /** What is still missing, in words. @type {string | null} */
    this.lacking = null;
    this.asking = false;
    el.classList.add("seminar-root");
    this.draw();
  }

  /** @param {string} name */
  id(name) {
    return `${this.prefix}-${name}`;
  }

  /** @param {string} text */
  say(text) {
    const status = /** @type {HTMLElement} */ (this.el.querySelector(".seminar-hand__said"));
    // The same sentence twice is read twice only if the text changes.
    status.textContent = status.textContent === text ? `${text}\u00a0` : text;
  }

  /** @param {string} name */
  focus(name) {
    const target = /** @type {HTMLElement | null} */ (this.el.querySelector(`[id="${this.id(name)}"]`));
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest" });
  }

  /** @param {Partial<Student>} part */
  student(part) {
    this.desk.keepStudent({ ...this.desk.student(), ...part });
    this.lacking = null;
    this.draw();
  }

  /** @param {string} id @param {boolean} on */
  tick(id, on) {
    const { ticked, handed } = this.desk.handing();
    this.desk.keepHanding({ ticked: on ? [...ticked, id] : ticked.filter((other) => other !== id), handed });
    this.draw();
  }

  /**
   * Make the file; `copy` is one to go on with elsewhere.
   * @param {boolean} copy
   */
  make(copy) {
    const { about } = this.desk;
    const student = this.desk.student();
    const { ticked, handed } = this.desk.handing();
    const answered = this.desk.entries().filter(({ extent }) => extent !== "empty");
    this.lacking = !normal(student.id) ? word("assignment.lacks.id") : answered.length ? null : word("assignment.lacks.answers");
    if (this.lacking) {
      this.draw();
      this.say(this.lacking);
      if (!normal(student.id)) this.focus("id");
      return;
    }
    const given = answered.filter(({ id, opinion }) => !opinion || ticked.includes(id));
    // Later than what it holds, even if the clock was put back: of two files of a student the later one counts.
    const before = [handed[0]?.moment, ...given.map(({ record }) => record?.changed)].map((time) => Date.parse(time ?? "") + 1 || 0);
    const now = new Date(Math.max(Date.now(), ...before)).toISOString();
    const withheld = answered.filter((entry) => !given.includes(entry)).map(({ id }) => id);
    const made = submission({
      book: about.book,
      book_version: about.bookVersion,
      assignment: about.name,
      made_with: about.release ? "release" : "page",
      student,
      handed_in: now,
      answers: given.map((entry) => this.answer(entry, copy, now)),
      withheld,
    });
    const name = fileName(about.name, student.id);
    const file = copy ? name.replace(/\.json$/, "-copy.json") : name;
    this.desk.deliver(write(made), file);
    if (!copy) {
      const answers = Object.fromEntries(answered.map(({ id, response }) => [id, short(response)]));
      this.desk.keepHanding({ ticked, handed: [{ receipt: made.receipt, moment: now, file, answers, withheld }, ...handed] });
      this.desk.handedIn?.();
    }
    this.draw();
    this.say(word(copy ? "assignment.copied" : "assignment.handed.said", { file, receipt: made.receipt }));
    if (!copy) this.focus("receipt");
  }

  /**
   * @param {Entry} entry
   * @param {boolean} copy
   * @param {string} now
   * @returns {import("../types.d.ts").Submission["answers"][number]}
   */
  answer({ id, question, fingerprint, variant, record, response, commits, extent }, copy, now) {
    const changed = MOMENT.test(record?.changed ?? "") ? String(record?.changed) : now;
    const committed = commits && extent === "complete" && (!copy || record?.state === "committed");
    return {
      exercise: id,
      question,
      ...(this.desk.about.release ? {} : { fingerprint }),
      variant,
      response: committed ? { ...response, committed } : response,
      changed,
    };
  }

  /** @param {HTMLInputElement} input */
  async chosen(input) {
    const file = input.files?.[0];
    if (!file) return;
    const said = file.size > LARGEST ? word("work.refuse.large") : await this.opened(file);
    // The same file can be chosen again.
    input.value = "";
    this.draw();
    this.say(said);
  }

  /** @param {File} file */
  async opened(file) {
    let text;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    } catch {
      return word("assignment.refuse.unreadable");
    }
    return this.desk.open?.(text) ?? "";
  }

  /** @param {boolean} asking */
  ask(asking) {
    this.asking = asking;
    this.draw();
    this.focus(asking ? "keep" : "forget");
  }

  /** @param {boolean} all */
  forget(all) {
    this.asking = false;
    this.desk.forget?.(all);
    this.draw();
    this.say(word(all ? "assignment.forgot.all" : "assignment.forgot"));
    this.focus("id");
  }

  draw() {
    render(this.template(), this.el);
  }

  template() {
    const { desk } = this;
    const failed = desk.failed();
    return html`<div class="seminar-card seminar-hand" role="group" aria-labelledby=${this.id("title")}>
      <p class="seminar-card__title" role="heading" aria-level="2" id=${this.id("title")}>${word("assignment.hand-in")}</p>
      ${failed === "refused" || failed === "full" ? html`<p class="seminar-notice">${word(`assignment.notice.${failed}`)}</p>` : nothing}
      ${failed === "notebook" ? html`<p class="seminar-notice">${word("notice.notebook")}</p>` : nothing}
      ${this.who()} ${this.summary()} ${this.opinions()}
      ${this.lacking ? html`<p class="seminar-lacking">${this.lacking}</p>` : nothing}
      <div class="seminar-actions">
        <button class="seminar-button seminar-button--main" type="button" id=${this.id("hand-in")} @click=${() => this.make(false)}>
          ${word(isHanded(desk.handing()) ? "assignment.hand-in.again" : "assignment.hand-in.save")}
        </button>
        ${desk.open ? this.travel() : nothing}
      </div>
      <p class="seminar-aside">${word(desk.open ? "assignment.hand-in.why" : "assignment.hand-in.kernel")}</p>
      <p class="seminar-hand__said" role="status"></p>
      ${this.receipts()} ${desk.others?.() ?? nothing} ${desk.forget ? this.forgetting() : nothing}
    </div>`;
  }

  travel() {
    const input = () => /** @type {HTMLInputElement} */ (this.el.querySelector("input[type=file]"));
    return html`<button class="seminar-button" type="button" id=${this.id("copy")} @click=${() => this.make(true)}>${word("assignment.copy")}</button>
      <button class="seminar-button" type="button" id=${this.id("open")} @click=${() => input().click()}>${word("assignment.open")}</button>
      <input type="file" hidden accept=".json,application/json" @change=${() => void this.chosen(input())} />`;
  }

  who() {
    const { id, name } = this.desk.student();
    /** @param {"id" | "name"} field @param {string} value */
    const input = (field, value) =>
      html`<div class="seminar-number">
        <label class="seminar-number__label" for=${this.id(field)}>${word(`assignment.student.${field}`)}</label>
        <input
          class="seminar-input"
          id=${this.id(field)}
          type="text"
          autocomplete=${field === "name" ? "name" : "off"}
          autocapitalize=${field === "name" ? "words" : "off"}
          spellcheck="false"
          maxlength=${LONGEST_NAME}
          aria-describedby=${this.id("who")}
          .value=${live(value)}
          @input=${(/** @type {Event} */ event) => this.student({ [field]: /** @type {HTMLInputElement} */ (event.target).value })}
        />
      </div>`;
    return html`<div class="seminar-hand__who">${input("id", id)} ${input("name", name)}</div>
      <p class="seminar-aside" id=${this.id("who")}>${word(this.desk.open ? "assignment.student.why" : "assignment.student.why.kernel")}</p>`;
  }

  /** @param {Entry} entry */
  link({ title, href }) {
    return href ? html`<a href=${href}>${title}</a>` : title;
  }

  /** @param {Entry[]} entries */
  links(entries) {
    return html`${entries.map((entry, i) => html`${i ? "; " : ""}${this.link(entry)}`)}.`;
  }

  summary() {
    const entries = this.desk.entries();
    const n = entries.length;
    const done = entries.filter(({ extent }) => extent === "complete").length;
    const empty = entries.filter(({ extent }) => extent === "empty");
    const partial = entries.filter(({ extent }) => extent === "partial");
    const { ticked } = this.desk.handing();
    const kept = entries.filter(({ id, opinion, extent }) => opinion && extent !== "empty" && !ticked.includes(id));
    return html`<div class="seminar-hand__left">
      <p class="seminar-label">${done === n ? word("progress.all", { n }) : word("progress", { done, n })}</p>
      ${empty.length ? html`<p>${word("assignment.empty")} ${this.links(empty)}</p>` : nothing}
      ${partial.map((entry) => html`<p>${word("assignment.partial")} ${this.link(entry)}. ${entry.lacks ?? ""}</p>`)}
      ${kept.length ? html`<p>${word("assignment.withheld", { n: kept.length })} ${this.links(kept)}</p>` : nothing}
    </div>`;
  }

  opinions() {
    const opinions = this.desk.entries().filter(({ opinion }) => opinion);
    if (!opinions.length) return nothing;
    const { about } = this.desk;
    const { ticked } = this.desk.handing();
    return html`<fieldset class="seminar-fields seminar-hand__opinions">
      <legend class="seminar-label">${word("assignment.opinions")}</legend>
      <p class="seminar-aside" id=${this.id("readers")}>
        ${word("assignment.opinions.why")} ${word("assignment.readers.are", { readers: about.readers })}
        ${about.links?.opinions ? html`<a href=${about.links.opinions}>${word("work.include.link")}</a>` : nothing}
      </p>
      ${opinions.map(
        ({ id, title, extent }) =>
          html`<div class="seminar-option ${ticked.includes(id) ? "seminar-option--on" : ""}">
            <label class="seminar-option__label">
              <input
                type="checkbox"
                id=${this.id(`tick-${id}`)}
                aria-describedby=${this.id("readers")}
                .checked=${live(ticked.includes(id))}
                @change=${(/** @type {Event} */ event) => this.tick(id, /** @type {HTMLInputElement} */ (event.target).checked)}
              />
              <span class="seminar-option__text"
                >${word("assignment.opinions.tick", { title })}${extent === "empty" ? html` <span class="seminar-aside">(${word("assignment.opinions.empty")})</span>` : nothing}</span
              >
            </label>
          </div>`,
      )}
    </fieldset>`;
  }

  receipts() {
    const { handed } = this.desk.handing();
    const [last, ...earlier] = handed;
    if (!last) return nothing;
    const entries = this.desk.entries();
    const withheld = entries.filter(({ id }) => last.withheld.includes(id));
    const changed = entries.filter(({ id, response, extent }) => (extent === "empty" ? undefined : short(response)) !== last.answers[id]);
    return html`<div class="seminar-result seminar-result--noted" id=${this.id("receipt")} tabindex="-1" role="group" aria-label=${word("assignment.receipt")}>
      <p class="seminar-result__line">
        <span>${word("assignment.receipt")} <strong class="seminar-hand__code">${last.receipt}</strong></span>
        <span class="seminar-result__tries">${moment(last.moment)}</span>
      </p>
      <p>${word(this.desk.open ? "assignment.handed" : "assignment.handed.kernel", { file: last.file })}</p>
      ${withheld.length ? html`<p>${word("assignment.handed.withheld")} ${this.links(withheld)}</p>` : nothing}
      ${changed.length
        ? html`<p>${word("assignment.changed", { n: changed.length })} ${this.links(changed)}</p>`
        : nothing}
      ${earlier.length
        ? html`<details>
            <summary>${word("assignment.receipts", { n: earlier.length })}</summary>
            <ul>
              ${earlier.map(({ receipt, moment: time }) => html`<li><span class="seminar-hand__code">${receipt}</span> ${moment(time)}</li>`)}
            </ul>
          </details>`
        : nothing}
    </div>`;
  }

  forgetting() {
    if (!this.asking) {
      return html`<div class="seminar-actions">
        <button class="seminar-button seminar-button--quiet" type="button" id=${this.id("forget")} @click=${() => this.ask(true)}>
          ${word("assignment.forget")}
        </button>
      </div>`;
    }
    return html`<div class="seminar-actions seminar-actions--ask" role="group" aria-labelledby=${this.id("ask")}
      @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && this.ask(false)}>
      <p class="seminar-ask" id=${this.id("ask")}>${word("assignment.forget.ask")}</p>
      <button class="seminar-button" type="button" id=${this.id("forget-student")} @click=${() => this.forget(false)}>${word("assignment.forget.student")}</button>
      <button class="seminar-button" type="button" id=${this.id("forget-all")} @click=${() => this.forget(true)}>${word("assignment.forget.all")}</button>
      <button class="seminar-button" type="button" id=${this.id("keep")} @click=${() => this.ask(false)}>${word("reset.no")}</button>
    </div>`;
  }
}
