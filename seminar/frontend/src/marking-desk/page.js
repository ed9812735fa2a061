/**
 * The desk: written answers, one at a time, beside their rubric. It knows no names and asks for no network; answers are
 * shown as text. What is marked stays in this browser, and leaves it as `rubrics.csv`.
 */
import { download } from "../download.js";
import { author, html, live, nothing, render, repeat } from "../html.js";
import { points, word } from "../words.js";
import { exported, imported, text } from "./file.js";
import { Kept } from "./kept.js";

/**
 * @typedef {import("./file.js").Criterion} Criterion
 * @typedef {import("./file.js").Data} Data
 * @typedef {import("./file.js").Essay} Essay
 * @typedef {import("./file.js").Judgement} Judgement
 * @typedef {import("./file.js").Script} Script
 */

/** @param {Judgement} judgement */
const marked = ({ levels }) => levels.every((level) => level !== null);

class Desk {
  /** @param {HTMLElement} place @param {Data} data */
  constructor(place, data) {
    this.place = place;
    this.data = data;
    this.kept = new Kept(data);
    this.essay = 0;
    /** Which answer to each essay is open. */
    this.open = data.essays.map(() => 0);
    this.scripts = data.essays.map((_, essay) => data.scripts.filter((script) => script.essay === essay));
    this.beside = "model";
    /** Whether there is something that no file holds yet. */
    this.unsaved = false;
    /** @type {string[]} */
    this.said = [];
    this.essay = Math.max(0, this.scripts.findIndex((own) => own.some((script) => !marked(this.kept.get(script)))));
    this.open[this.essay] = Math.max(0, this.unmarked(0));
    window.addEventListener("beforeunload", (event) => {
      if (this.unsaved && !this.kept.keeps) event.preventDefault();
    });
    this.draw();
    // The number keys stand beside the levels from the start, and whoever opens the page presses one.
    if (this.wide) this.focus(0);
  }

  /** Whether the rubric stands beside the answer, and not below it. */
  get wide() {
    return matchMedia("(min-width: 56rem)").matches;
  }

  get script() {
    return this.scripts[this.essay][this.open[this.essay]];
  }

  /** The first answer from `start` on, and then from the beginning, that lacks a level; -1 if none does. @param {number} start */
  unmarked(start) {
    const own = this.scripts[this.essay];
    const order = own.map((_, i) => (start + i) % own.length);
    return order.find((i) => !marked(this.kept.get(own[i]))) ?? -1;
  }

  /** @param {number} to @param {boolean} [focus] */
  go(to, focus = true) {
    const last = this.scripts[this.essay].length - 1;
    this.open[this.essay] = Math.min(Math.max(to, 0), last);
    this.draw();
    this.place.querySelector(".read")?.scrollTo(0, 0);
    if (!focus) return;
    // On a narrow screen the rubric lies below the answer, which is to be read first.
    if (this.wide) this.focus(0);
    else /** @type {HTMLElement | null} */ (this.place.querySelector("#answer"))?.focus();
  }

  /** Focus the group of a criterion, at what is chosen there; after the last one the way on. @param {number} i */
  focus(i) {
    const group = this.place.querySelectorAll("fieldset.levels")[i];
    const to = group?.querySelector("input:checked") ?? group?.querySelector("input") ?? this.place.querySelector("#next");
    /** @type {HTMLElement | null} */ (to)?.focus();
  }

  /** @param {number} i @param {Partial<{level: string | null, comment: string}>} change */
  judge(i, { level, comment }) {
    const before = this.kept.get(this.script);
    this.kept.set(this.script, {
      levels: before.levels.map((own, at) => (at === i && level !== undefined ? level : own)),
      comments: before.comments.map((own, at) => (at === i && comment !== undefined ? comment : own)),
    });
    this.unsaved = true;
    this.draw();
  }

  /** Number keys choose, where a group of levels has the focus. @param {KeyboardEvent} event @param {number} i */
  key(event, i) {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    const level = this.data.essays[this.essay].criteria[i].levels[Number(event.key) - 1];
    if (!level) return;
    event.preventDefault();
    this.judge(i, { level: level.label });
    this.focus(i + 1);
  }

  save() {
    download(exported(this.data, (script) => this.kept.get(script)), "rubrics.csv", "text/csv");
    this.unsaved = false;
    this.said = [word("marking.saved")];
    this.draw();
  }

  /** @param {HTMLInputElement} input */
  async take(input) {
    const file = input.files?.[0];
    if (!file) return;
    const { found, problems } = imported(this.data, text(await file.arrayBuffer()), file.name);
    input.value = "";
    for (const [script, theirs] of found) {
      const ours = this.kept.get(script);
      const { id, criteria } = this.data.essays[script.essay];
      this.kept.set(script, {
        levels: ours.levels.map((own, i) => {
          if (own !== null && theirs.levels[i] !== null && own !== theirs.levels[i]) {
            const values = { script: script.code, exercise: id, criterion: criteria[i].name };
            problems.push(word("marking.differs", { ...values, own, other: theirs.levels[i] ?? "" }));
          }
          return own ?? theirs.levels[i];
        }),
        comments: ours.comments.map((own, i) => {
          const other = theirs.comments[i];
          return !other || own.includes(other) ? own : own ? `${own}\n${other}` : other;
        }),
      });
    }
    this.unsaved ||= found.size > 0;
    this.said = [word("marking.taken", { n: found.size }), ...problems];
    this.draw();
  }

  forget() {
    if (!window.confirm(word("marking.forget.sure"))) return;
    this.kept.forget();
    this.unsaved = false;
    this.draw();
  }

  // -- what is drawn

  draw() {
    render(this.view(), this.place);
  }

  view() {
    const { essays } = this.data;
    const essay = essays[this.essay];
    const own = this.scripts[this.essay];
    const all = this.data.scripts.filter((script) => marked(this.kept.get(script))).length;
    return html`
      <header>
        <h1>${word("marking.title", { title: this.data.title })}</h1>
        ${this.kept.keeps ? nothing : html`<p class="warning" role="alert">${word("marking.refused")}</p>`}
        <div class="tools">
          ${essays.length > 1
            ? html`<label class="which">${word("marking.exercise")}
                <select @change=${(/** @type {Event} */ event) => this.choose(Number(/** @type {HTMLSelectElement} */ (event.target).value))}>
                  ${essays.map(({ title }, i) => html`<option value=${i} .selected=${live(i === this.essay)}>${title}</option>`)}
                </select></label>`
            : nothing}
          <button type="button" id="save" @click=${() => this.save()}>${word("marking.save")}</button>
          <label class="button">${word("marking.take")}
            <input type="file" accept=".csv,.txt,text/csv" @change=${(/** @type {Event} */ event) => this.take(/** @type {HTMLInputElement} */ (event.target))}
          /></label>
          <button type="button" @click=${() => this.forget()}>${word("marking.forget")}</button>
        </div>
        <p class="progress">
          <progress max=${this.data.scripts.length} .value=${all} aria-label=${word("marking.progress")}></progress>
          <span id="count">${word("marking.count", { k: all, n: this.data.scripts.length })}</span>
          <span class="quiet">${this.kept.keeps ? word("marking.kept") : nothing}</span>
        </p>
        <div role="status">${this.said.map((line) => html`<p class="said">${line}</p>`)}</div>
        <details class="help"><summary>${word("marking.help")}</summary>
          <p>${word("marking.help.keys")}</p>
          <p>${word("marking.help.order")}</p>
          <p>${word("marking.help.file")}</p>
        </details>
      </header>
      ${own.length ? this.desk(essay, own) : html`<p>${word("marking.none")}</p>`}`;
  }

  /** @param {number} to */
  choose(to) {
    this.essay = to;
    this.beside = "model";
    this.open[to] = Math.max(0, this.unmarked(this.open[to]));
    this.draw();
  }

  /** @param {Essay} essay @param {Script[]} own */
  desk(essay, own) {
    const at = this.open[this.essay];
    const judgement = this.kept.get(this.script);
    const next = this.unmarked(at + 1);
    const got = essay.criteria.reduce((sum, { levels }, i) => sum + (levels.find(({ label }) => label === judgement.levels[i])?.points ?? 0), 0);
    return html`<div class="desk">
      <section class="read" aria-labelledby="essay" tabindex="0">
        <h2 id="essay">${essay.title}</h2>
        <details class="asked" open><summary>${word("marking.prompt")}</summary>${author(essay.prompt)}</details>
        <div class="answer" id="answer" tabindex="-1">
          <h3>${word("marking.answer", { n: at + 1, all: own.length })} <code>${this.script.code}</code></h3>
          <p class="script" dir="auto">${this.script.text}</p>
        </div>
        ${this.second(essay, own, at)}
      </section>
      <section class="judge" aria-labelledby="rubric">
        <h2 id="rubric">${word("marking.rubric")}</h2>
        ${repeat(essay.criteria, (_, i) => `${this.script.code}-${this.essay}-${i}`, (criterion, i) => this.criterion(criterion, i, judgement))}
        <p class="sum" id="sum" aria-live="polite">${word("points.of", { points: points(got), n: points(essay.points) })}
          ${marked(judgement) ? nothing : html`<span class="quiet">${word("marking.pending")}</span>`}</p>
        <nav aria-label=${word("marking.answers")}>
          <button type="button" ?disabled=${at === 0} @click=${() => this.go(at - 1)}>${word("marking.back")}</button>
          <button type="button" ?disabled=${at === own.length - 1} @click=${() => this.go(at + 1)}>${word("marking.on")}</button>
          <button type="button" id="next" class="main" @click=${() => (next < 0 ? this.done() : this.go(next))}>${word("marking.next")}</button>
          <label>${word("marking.goto")}
            <input type="number" min="1" max=${own.length} .value=${live(String(at + 1))}
              @change=${(/** @type {Event} */ event) => this.go(Number(/** @type {HTMLInputElement} */ (event.target).value) - 1, false)}
          /></label>
        </nav>
      </section>
    </div>`;
  }

  done() {
    this.said = [word("marking.done")];
    this.draw();
    /** @type {HTMLElement | null} */ (this.place.querySelector("#save"))?.focus();
  }

  /** What stands beside the answer: the model answer, a marked sample, or the answer before. @param {Essay} essay @param {Script[]} own @param {number} at */
  second(essay, own, at) {
    const before = own[at - 1];
    /** @type {[string, string][]} */
    const choices = [
      ["model", word("text.model")],
      ...essay.samples.map(({ title }, i) => /** @type {[string, string]} */ ([`sample-${i}`, title])),
      ...(before ? [/** @type {[string, string]} */ (["before", word("marking.before", { n: at })])] : []),
    ];
    const shown = choices.some(([value]) => value === this.beside) ? this.beside : "model";
    const sample = shown.startsWith("sample-") ? essay.samples[Number(shown.slice(7))] : null;
    return html`<div class="beside">
      <label>${word("marking.beside")}
        <select @change=${(/** @type {Event} */ event) => {
          this.beside = /** @type {HTMLSelectElement} */ (event.target).value;
          this.draw();
        }}>
          ${choices.map(([value, name]) => html`<option value=${value} .selected=${live(value === shown)}>${name}</option>`)}
        </select></label>
      ${sample
        ? html`${author(sample.html)}<div class="quiet">${author(sample.note)}</div>`
        : shown === "before"
          ? html`<p class="script" dir="auto">${before.text}</p><p class="quiet">${this.levels(essay, before)}</p>`
          : author(essay.model)}
    </div>`;
  }

  /** @param {Essay} essay @param {Script} script */
  levels(essay, script) {
    const { levels } = this.kept.get(script);
    return essay.criteria.map(({ name }, i) => `${name}: ${levels[i] ?? word("marking.blank")}`).join("; ");
  }

  /** @param {Criterion} criterion @param {number} i @param {Judgement} judgement */
  criterion(criterion, i, judgement) {
    const name = `level-${i}`;
    return html`<fieldset class="levels" @keydown=${(/** @type {KeyboardEvent} */ event) => {
      if (/** @type {HTMLElement} */ (event.target).matches("input[type=radio]")) this.key(event, i);
    }}>
      <legend>${criterion.title ? html`<strong>${author(criterion.title)}</strong> ` : nothing}${author(criterion.asks)}</legend>
      ${criterion.levels.map(
        (level, place) =>
          html`<label class="level">
            <input type="radio" name=${name} .checked=${live(judgement.levels[i] === level.label)} @change=${() => this.judge(i, { level: level.label })} />
            <kbd aria-hidden="true">${place + 1}</kbd>
            <span><strong>${word("points", { n: points(level.points) })}</strong>: ${author(level.html)}</span>
          </label>`,
      )}
      <label class="comment">${word("marking.comment")}
        <textarea rows="1" maxlength="2000" .value=${live(judgement.comments[i])}
          @input=${(/** @type {Event} */ event) => this.judge(i, { comment: /** @type {HTMLTextAreaElement} */ (event.target).value })}
        ></textarea></label>
      ${judgement.levels[i] === null
        ? nothing
        : html`<button type="button" class="undo" @click=${() => {
            this.judge(i, { level: null });
            this.focus(i);
          }}>${word("marking.undo")}</button>`}
    </fieldset>`;
  }
}

const place = document.querySelector("main");
const script = document.querySelector("script.seminar-marking");
if (place && script) new Desk(place, JSON.parse(script.textContent ?? ""));
