/** One exercise on the screen: its frame, what its buttons do, and what is kept. The kinds draw the inside. */
import { Picture } from "./figure.js";
import { author, html, icon, nothing, render as draw } from "./html.js";
import { kinds } from "./kinds/index.js";
import { mark } from "./marking.js";
import { unseal } from "./seal.js";
import { day, points, word } from "./words.js";

/**
 * @typedef {import("./types.d.ts").Model} Model
 * @typedef {import("./types.d.ts").Record} Record
 * @typedef {import("./types.d.ts").Response} Response
 * @typedef {import("./types.d.ts").View} View
 */

/**
 * Numbers the exercises of a document. Kept outside this module, which a notebook loads once for each widget:
 * radio buttons of two views would share a name, and one of them lose its mark.
 */
export function next() {
  const all = /** @type {{[key: symbol]: number | undefined}} */ (/** @type {unknown} */ (globalThis));
  const key = Symbol.for("seminar.exercises");
  return (all[key] = (all[key] ?? 0) + 1);
}

/**
 * Where the order of the file betrays the key, the page holds the texts as they are first shown, and that order is
 * sealed; responses name positions of the file.
 * @param {import("./types.d.ts").Payload} payload
 * @param {import("./types.d.ts").Sealed} sealed
 * @returns {import("./types.d.ts").Payload}
 */
function arranged(payload, sealed) {
  const { shown } = sealed;
  if (!shown) return payload;
  /** @param {string[] | undefined} texts */
  const filed = (texts) => texts?.map((_, i) => texts[shown.indexOf(i)]);
  if (payload.type === "ordering") return { ...payload, shown, items: filed(payload.items) };
  return { ...payload, shown, rights: filed(payload.rights) };
}

/** Exercise and recall are the same record, seen at two places. */
export class Exercise {
  /**
   * @param {Model} model with "payload", "record" and, in the page, "notice"; "view" is "recall" for a prediction met
   *   again, "picture" the figure as the page shows it, "opinions" the address of the page on students' opinions; with a
   *   kernel "asked" and "answered"
   * @param {HTMLElement} el
   */
  constructor(model, el) {
    this.model = model;
    this.el = el;
    /** @type {import("./types.d.ts").Sealed} */
    this.sealed = unseal(model.get("payload").sealed);
    this.payload = arranged(model.get("payload"), this.sealed);
    this.kind = kinds[this.payload.type];
    this.recalled = model.get("view") === "recall";
    this.prefix = `seminar-${next()}-${this.payload.id}`;
    /** The answer that the feedback on the screen speaks of. @type {Response | null} */
    this.checked = null;
    this.detail = null;
    /** What is still missing, in words. @type {string | null} */
    this.lacking = null;
    this.asking = false;
    this.unfolded = false;
    /** It was committed a moment ago. */
    this.fresh = false;
    /** An answer in the making, which nobody keeps yet. @type {Response | null} */
    this.draft = null;
    const { figure } = this.payload;
    this.picture = figure ? new Picture(figure, model.get("picture"), this.prefix) : null;
    /** @type {Record | null} */
    this.record = null;
    this.take();
    this.unfolded = this.state === "checked" && this.solved;

    this.changed = () => {
      if (this.model.get("record") === this.record) return;
      this.take();
      this.draw();
    };
    this.noticed = () => this.draw();
    model.on("change:record", this.changed);
    model.on("change:notice", this.noticed);
    model.on("change:answered", this.noticed);
    this.draw();
  }

  stop() {
    this.model.off?.("change:record", this.changed);
    this.model.off?.("change:notice", this.noticed);
    this.model.off?.("change:answered", this.noticed);
  }

  /** Take up the record that the model holds: at the start, or when another tab, view or the kernel changed it. */
  take() {
    const record = this.model.get("record");
    this.record = record && typeof record === "object" && record.response ? record : null;
    this.draft = null;
    this.fresh = false;
    this.lacking = null;
    this.asking = false;
    this.judge(this.record?.state === "checked" ? this.response : null);
  }

  /** @returns {Response} */
  get response() {
    return this.draft ?? (this.record ? this.kind.clean(this.record.response, this.payload) : {});
  }

  /** A commitment that lacks something, as no page of ours keeps it, is none: it would lock the exercise. */
  get state() {
    const state = this.record?.state;
    if (state !== "committed") return state;
    return this.kind.commits && this.kind.lacks(this.response, this.payload) === null ? state : "in-progress";
  }

  get solved() {
    return this.record?.solution ?? false;
  }

  /** @param {string} name */
  id(name) {
    return `${this.prefix}-${name}`;
  }

  /** @param {Response | null} response */
  judge(response) {
    this.checked = response;
    this.marked = response ? mark(this.sealed.rule, response) : null;
    this.detail = this.marked?.detail ?? null;
  }

  /** @param {Partial<Record>} part */
  keep(part) {
    const { id, fingerprint } = this.payload;
    const before = this.record?.chosen ?? this.record?.changed ?? "";
    this.record = {
      version: 1,
      id,
      fingerprint,
      response: {},
      state: "in-progress",
      attempts: 0,
      hints: 0,
      solution: false,
      ...this.record,
      ...part,
      chosen: undefined,
      // Later than what it follows, even if the clock was put back: the later of two answers wins.
      changed: new Date(Math.max(Date.now(), Date.parse(before) + 1 || 0)).toISOString(),
    };
    this.model.set("record", this.record);
    this.model.save_changes();
  }

  /** @param {Response} response @param {string} [say] */
  change(response, say) {
    this.lacking = null;
    this.draft = null;
    const { kind, payload, checked } = this;
    const stays = this.state === "checked" && checked && kind.stays?.(response, checked, payload);
    const whole = this.kind.extent(response, this.payload) === "complete";
    this.keep({ response, state: stays ? "checked" : whole ? "answered" : "in-progress" });
    if (stays) this.judge(response);
    this.draw();
    if (say) this.say(say);
  }

  /** @param {Response} response */
  preview(response) {
    this.draft = response;
    this.draw();
  }

  check() {
    const lacking = this.kind.lacks(this.response, this.payload);
    if (lacking !== null && this.kind.none && this.lacking === lacking) {
      this.keep({ response: this.kind.none });
    } else if (lacking !== null) {
      this.lacking = lacking;
      this.draw();
      this.say(lacking);
      return;
    }
    this.lacking = null;
    this.keep({ state: "checked", attempts: (this.record?.attempts ?? 0) + 1 });
    this.judge(this.response);
    this.draw();
    this.focus("result");
    this.say(this.verdict());
  }

  commit() {
    const lacking = this.kind.lacks(this.response, this.payload);
    this.lacking = lacking;
    if (lacking === null) {
      this.keep({
        response: { ...this.response, committed: true },
        state: "committed",
        attempts: (this.record?.attempts ?? 0) + 1,
      });
      this.fresh = true;
    }
    this.draw();
    if (lacking === null) this.focus("result");
    this.say(lacking ?? word("predict.committed", { date: day(this.record?.changed ?? "") }));
  }

  again() {
    this.judge(null);
    this.unfolded = false;
    this.keep({ state: "answered" });
    this.draw();
    this.focusFirst();
    this.say(word("again.said"));
  }

  hint() {
    const hints = (this.record?.hints ?? 0) + 1;
    this.keep({ hints });
    this.draw();
    this.focus(`hint-${hints}`);
  }

  solve() {
    this.unfolded = !this.unfolded;
    if (this.unfolded) this.keep({ solution: true });
    this.draw();
    if (this.unfolded) this.say(word("solution.said"));
  }

  /** @param {boolean} asking */
  ask(asking) {
    this.asking = asking;
    this.draw();
    this.focus(asking ? "keep" : "reset");
  }

  reset() {
    this.record = null;
    this.asking = false;
    this.unfolded = false;
    this.lacking = null;
    this.judge(null);
    this.model.set("record", {});
    this.model.save_changes();
    this.draw();
    this.focusFirst();
    this.say(word("reset.said"));
  }

  /** The result in a sentence or two. */
  verdict() {
    if (!this.marked) return "";
    const own = this.kind.verdict?.(this.view());
    if (own) return own;
    const { points: got, of, detail } = this.marked;
    const reason = detail.reason === "right" ? "right" : detail.reason === "partly" ? "partly" : "wrong";
    const open = detail.items?.filter((how) => how === "missed").length;
    const parts = [this.kind.result?.(this.view()) ?? word(`result.${reason}`)];
    if (of) parts.push(`${word("points.of", { points: points(got ?? 0), n: of / 100 })}.`);
    if (open) parts.push(word("result.open", { n: open }));
    return parts.join(" ");
  }

  /** @param {string} text */
  say(text) {
    const live = this.el.querySelector(".seminar-live");
    if (!live) return;
    // The same sentence twice is read twice only if the text changes.
    live.textContent = live.textContent === text ? `${text}\u00a0` : text;
  }

  /** @param {string} name */
  focus(name) {
    const target = /** @type {HTMLElement | null} */ (this.el.querySelector(`[id="${this.id(name)}"]`));
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest" });
  }

  focusFirst() {
    /** @type {HTMLElement | null} */ (
      this.el.querySelector(".seminar-answer :is(input:checked, select, textarea, input, button)")
    )?.focus({ preventScroll: true });
  }

  /** @returns {View} */
  view() {
    return {
      payload: this.payload,
      response: this.response,
      checked: this.checked,
      detail: this.detail,
      sealed: this.sealed,
      named: this.solved || (this.record?.attempts ?? 0) > 1,
      over: this.state === "committed",
      recalled: this.recalled,
      fresh: this.fresh,
      opinions: this.model.get("opinions"),
      kernel: this.model.get("asked") ? { ask: (settings) => this.answer(settings) } : null,
      id: (name) => this.id(name),
      change: (response, say) => this.change(response, say),
      preview: (response) => this.preview(response),
      redraw: () => this.draw(),
      say: (text) => this.say(text),
    };
  }

  /**
   * What the kernel says of settings that no grid holds; asks it where it has not said it yet.
   * @param {{[name: string]: string}} settings
   * @returns {import("./types.d.ts").Answer | null}
   */
  answer(settings) {
    /** @param {{[name: string]: string} | undefined} other */
    const same = (other) => Object.entries(settings).every(([name, text]) => other?.[name] === text);
    const answered = this.model.get("answered");
    if (same(answered?.asked)) return answered;
    if (!same(this.model.get("asked"))) {
      this.model.set("asked", settings);
      this.model.save_changes();
    }
    return null;
  }

  /** Draw it all; what had the focus keeps it, or its neighbour gets it. */
  draw() {
    const root = /** @type {Document | ShadowRoot} */ (this.el.getRootNode());
    const before = root.activeElement;
    const inside = before instanceof HTMLElement && this.el.contains(before) ? before : null;
    draw(this.template(), this.el);
    if (this.picture) this.kind.show?.(this.view(), this.picture);
    if (!inside || root.activeElement === inside) return;
    const again = inside.isConnected ? inside : this.el.querySelector(`[id="${inside.id}"]`);
    const target =
      again ?? this.el.querySelector(".seminar-answer :is(input, select, textarea, button)") ?? this.el.querySelector("[tabindex]");
    /** @type {HTMLElement | null} */ (target)?.focus({ preventScroll: true });
  }

  template() {
    const { payload } = this;
    const notice = this.model.get("notice");
    const over = this.state === "committed";
    return html`<div
      class="seminar-card ${this.recalled ? "seminar-card--recall" : ""} ${this.state ? `seminar-card--${this.state}` : ""}"
      role="group"
      aria-labelledby=${this.id("title")}
      @keydown=${(/** @type {KeyboardEvent} */ e) => {
        if (e.key === "Escape" && this.asking) this.ask(false);
      }}
    >
      ${this.head()}
      ${notice ? html`<p class="seminar-notice">${word(/** @type {any} */ (`notice.${notice}`))}</p>` : nothing}
      ${this.recalled && !over ? html`<p class="seminar-aside">${word("predict.lacking")}</p>` : nothing}
      <div class="seminar-prompt" id=${this.id("prompt")}>${author(payload.prompt)}</div>
      ${this.picture?.el ?? nothing}
      ${over ? this.after() : html`<div class="seminar-answer">${this.kind.body(this.view())}</div>`}
      ${this.lacking ? html`<p class="seminar-lacking">${this.lacking}</p>` : nothing} ${this.result()} ${this.hints()}
      ${this.actions()}
      ${this.unfolded && this.sealed.solution
        ? html`<div class="seminar-solution" id=${this.id("solution")}>
            <p class="seminar-label">${word("solution")}</p>
            ${author(this.sealed.solution)} ${this.kind.solved?.(this.view()) ?? nothing}
          </div>`
        : nothing}
      <div class="seminar-live seminar-sr" role="status" aria-live="polite"></div>
    </div>`;
  }

  head() {
    const { level, minutes, points: most, title } = this.payload;
    const forecast = this.kind.commits;
    const what = this.recalled ? "recall" : forecast ? "prediction" : "exercise";
    return html`<div class="seminar-card__head">
      <p class="seminar-kicker">
        <span class="seminar-kicker__what">${word(what)}</span>
        ${forecast ? nothing : html`<span>${word(`level.${level}`)}</span>`}
        ${this.recalled
          ? nothing
          : html`<span>${word("minutes", { n: minutes })}</span> ${most
                ? html`<span>${word("points", { n: most / 100 })}</span>`
                : nothing}`}
      </p>
      <p class="seminar-card__title" id=${this.id("title")}>${title}</p>
    </div>`;
  }

  /** What was committed: locked, and with what came of it where that may be seen. */
  after() {
    const view = this.view();
    const open = this.kind.revealed?.(view);
    const { rule, outcome } = this.sealed;
    const marked = open && rule.points ? mark(rule, { ...this.response, committed: true }) : null;
    return html`<div class="seminar-after" id=${this.id("result")} tabindex="-1" role="group" aria-label=${word("prediction")}>
      <p class="seminar-label">${word("predict.committed", { date: day(this.record?.changed ?? "") })}</p>
      ${this.kind.after?.(view) ?? nothing}
      ${marked ? html`<p class="seminar-earned">${word("points.of", { points: points(marked.points ?? 0), n: marked.of / 100 })}.</p>` : nothing}
      ${open && outcome
        ? html`<div class="seminar-outcome">
            <p class="seminar-label">${word("predict.outcome")}</p>
            ${author(outcome)}
          </div>`
        : nothing}
      ${open ? nothing : html`<p class="seminar-aside">${word("predict.later")}</p>`}
    </div>`;
  }

  result() {
    if (this.state !== "checked" || !this.marked) return nothing;
    const { reason } = this.marked.detail;
    const tone = reason === "right" ? "right" : reason === "by-hand" || reason === "complete" ? "noted" : reason === "partly" ? "partly" : "wrong";
    const n = this.record?.attempts ?? 0;
    return html`<div
      class="seminar-result seminar-result--${tone}"
      id=${this.id("result")}
      tabindex="-1"
      role="group"
      aria-label=${word("result")}
    >
      <p class="seminar-result__line">
        ${tone === "noted" ? nothing : icon(tone === "right" ? "right" : tone === "partly" ? "missed" : "wrong")}
        <span>${this.verdict()}</span>
        ${n > 1 ? html`<span class="seminar-result__tries">${word("result.attempt", { n })}</span>` : nothing}
      </p>
      ${this.kind.remark?.(this.view()) ?? nothing}
      ${this.sealed.rule.policy === "all-or-nothing" && reason !== "right"
        ? html`<p class="seminar-remark">${word("result.all")}</p>`
        : nothing}
    </div>`;
  }

  hints() {
    const shown = Math.min(this.record?.hints ?? 0, this.payload.hints);
    if (!shown) return nothing;
    return html`<ol class="seminar-hints">
      ${(this.sealed.hints ?? []).slice(0, shown).map(
        (text, i) =>
          html`<li class="seminar-hint" id=${this.id(`hint-${i + 1}`)} tabindex="-1">
            <p class="seminar-label">${this.payload.hints > 1 ? word("hint.label", { k: i + 1 }) : word("hint")}</p>
            ${author(text)}
          </li>`,
      )}
    </ol>`;
  }

  actions() {
    const { payload, record } = this;
    if (this.asking) {
      return html`<div class="seminar-actions seminar-actions--ask" role="group" aria-labelledby=${this.id("ask")}>
        <p class="seminar-ask" id=${this.id("ask")}>${word("reset.ask")}</p>
        <button class="seminar-button" type="button" id=${this.id("clear")} @click=${() => this.reset()}>${word("reset.yes")}</button>
        <button class="seminar-button" type="button" id=${this.id("keep")} @click=${() => this.ask(false)}>${word("reset.no")}</button>
      </div>`;
    }
    const forecast = this.kind.commits;
    if (this.state === "committed") {
      const open = this.sealed.solution && this.kind.revealed?.(this.view());
      return open ? html`<div class="seminar-actions">${this.solveButton()}</div>` : nothing;
    }
    const text = payload.type === "short-text";
    const checked = this.state === "checked";
    const right = this.marked?.detail.reason === "right";
    const used = Math.min(record?.hints ?? 0, payload.hints);
    const tried = (record?.attempts ?? 0) > 0;
    return html`<div class="seminar-actions">
      ${forecast
        ? html`<button class="seminar-button seminar-button--main" type="button" id=${this.id("commit")} @click=${() => this.commit()}>
            ${word("commit")}
          </button>`
        : nothing}
      ${!forecast && !checked
        ? html`<button class="seminar-button seminar-button--main" type="button" id=${this.id("check")} @click=${() => this.check()}>
            ${word(text ? "compare" : "check")}
          </button>`
        : nothing}
      ${checked && !right && !text
        ? html`<button class="seminar-button seminar-button--main" type="button" id=${this.id("again")} @click=${() => this.again()}>
            ${word("again")}
          </button>`
        : nothing}
      ${used < payload.hints && !right
        ? html`<button class="seminar-button" type="button" id=${this.id("hint")} @click=${() => this.hint()}>
            ${payload.hints > 1 ? word("hint.more", { k: used + 1, n: payload.hints }) : word("hint")}
          </button>`
        : nothing}
      ${tried && !forecast ? this.solveButton() : nothing}
      ${record
        ? html`<button class="seminar-button seminar-button--quiet" type="button" id=${this.id("reset")} @click=${() => this.ask(true)}>
            ${word("reset")}
          </button>`
        : nothing}
      ${forecast ? html`<p class="seminar-aside">${word(this.kind.revealed?.({ ...this.view(), over: true }) ? "commit.note" : "predict.note")}</p>` : nothing}
    </div>`;
  }

  solveButton() {
    if (!this.sealed.solution) return nothing;
    return html`<button
      class="seminar-button"
      type="button"
      id=${this.id("solve")}
      aria-expanded=${this.unfolded ? "true" : "false"}
      @click=${() => this.solve()}
    >
      ${word(this.unfolded ? "solution.hide" : "solution.show")}
    </button>`;
  }
}

/**
 * The anywidget contract.
 * @param {{model: Model, el: HTMLElement}} host
 * @returns {() => void} stops it
 */
export function render({ model, el }) {
  el.classList.add("seminar-root");
  const exercise = new Exercise(model, el);
  return () => exercise.stop();
}
