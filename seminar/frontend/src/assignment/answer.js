/** An exercise of an assignment: it says how an answer did where and when the assignment does, and nothing before. */
import { Exercise } from "../exercise.js";
import { html, nothing } from "../html.js";
import { kinds } from "../kinds/index.js";
import { word } from "../words.js";
import { isOpinion } from "../work/file.js";

/**
 * @typedef {import("../types.d.ts").Entry} Entry
 * @typedef {import("../types.d.ts").Payload} Payload
 * @typedef {import("../types.d.ts").Record} Record
 * @typedef {import("../types.d.ts").Response} Response
 */

/** An empty object, as `seal.js` reads it. */
const NOTHING = "ISc=";

/**
 * A payload as `Exercise` takes it. A release holds neither what is sealed nor a fingerprint, which the key is part of.
 * @param {Payload} payload
 * @returns {Payload}
 */
export const whole = (payload) => ({ ...payload, sealed: payload.sealed ?? NOTHING, fingerprint: payload.fingerprint ?? payload.question });

class Answer extends Exercise {
  /** @param {import("../types.d.ts").Model} model with "feedback" and "handed" beside what an exercise's has @param {HTMLElement} el */
  constructor(model, el) {
    super(model, el);
    this.handed = () => {
      this.take();
      this.draw();
    };
    model.on("change:handed", this.handed);
  }

  stop() {
    super.stop();
    this.model.off?.("change:handed", this.handed);
  }

  get atOnce() {
    return this.model.get("feedback") === "at-once";
  }

  /** Whether feedback may be seen. */
  get open() {
    return this.atOnce || (this.model.get("feedback") === "after-handing-in" && Boolean(this.model.get("handed")));
  }

  /** Without feedback nothing is over: an answer can be changed and handed in again. */
  get state() {
    const state = super.state;
    return this.open || (state !== "checked" && state !== "committed") ? state : "answered";
  }

  /** @param {Response | null} response */
  judge(response) {
    super.judge(this.open ? response : null);
  }

  view() {
    // What happened is told here or nowhere: an assignment meets nothing again.
    return { ...super.view(), recalled: true };
  }

  hints() {
    return this.open ? super.hints() : nothing;
  }

  /** Nothing applies: an answer that is given elsewhere by checking with nothing chosen. */
  none() {
    this.change(/** @type {Response} */ (this.kind.none));
    this.say(word("assignment.none.said"));
  }

  actions() {
    const { payload, record, kind, state } = this;
    const opinion = isOpinion(payload.type, record ?? blank) || payload.because;
    return html`${opinion ? html`<p class="seminar-aside">${word("assignment.opinion")}</p>` : nothing} ${kind.commits &&
      this.model.get("feedback") === "after-handing-in" &&
      state !== "committed"
        ? html`<p class="seminar-aside">${word("assignment.commits")}</p>`
        : nothing}
      ${this.buttons()}`;
  }

  buttons() {
    if (this.atOnce || this.asking) return super.actions();
    const { kind, record, response, state } = this;
    const solution = this.open && (!kind.commits || state === "committed") ? this.solveButton() : nothing;
    if (state === "committed") return solution === nothing ? nothing : html`<div class="seminar-actions">${solution}</div>`;
    const none = kind.none && !response.choices?.length;
    if (!none && !record && solution === nothing) return nothing;
    return html`<div class="seminar-actions">
      ${none
        ? html`<button
            class="seminar-button"
            type="button"
            id=${this.id("none")}
            aria-pressed=${response.choices ? "true" : "false"}
            @click=${() => this.none()}
          >
            ${word("assignment.none")}
          </button>`
        : nothing}
      ${solution}
      ${record
        ? html`<button class="seminar-button seminar-button--quiet" type="button" id=${this.id("reset")} @click=${() => this.ask(true)}>
            ${word("reset")}
          </button>`
        : nothing}
    </div>`;
  }
}

/**
 * Show an exercise of an assignment, as `render` of `exercise.js` shows one of a chapter.
 * @param {{model: import("../types.d.ts").Model, el: HTMLElement}} host
 * @returns {() => void} stops it
 */
export function render({ model, el }) {
  el.classList.add("seminar-root");
  const answer = new Answer(model, el);
  return () => answer.stop();
}

/**
 * An exercise as handing in sees it.
 * @param {Payload} payload
 * @param {Record | null} record
 * @param {number | null} variant
 * @returns {Entry}
 */
export function entry(payload, record, variant) {
  const { id, title, type, question = "", fingerprint } = payload;
  const kind = kinds[type];
  const response = record ? kind.clean(record.response, payload) : {};
  const opinion = Boolean(payload.because) || isOpinion(type, { ...(record ?? blank), response });
  const extent = kind.extent(response, payload);
  return { id, title, opinion, commits: Boolean(kind.commits), question, fingerprint, variant, record, response, extent, lacks: kind.lacks(response, payload) };
}

/** @type {import("../types.d.ts").Given} */
const blank = { fingerprint: "", response: {}, state: "in-progress", attempts: 0, hints: 0, solution: false, changed: "" };
