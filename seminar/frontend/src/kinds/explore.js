/** A model to play with: sliders look its states up; a question may ask for a setting, a choice or a reason. */
import { FEW, html, live, nothing } from "../html.js";
import { stateOf } from "../figure.js";
import { canonical } from "../numbers.js";
import { word } from "../words.js";
import { single } from "./choice.js";
import { numeric, typed } from "./numeric.js";
import { becauseField, lacksRest } from "./prediction.js";

/**
 * @typedef {import("../types.d.ts").Grid} Grid
 * @typedef {import("../types.d.ts").Parameter} Parameter
 * @typedef {import("../types.d.ts").Payload} Payload
 * @typedef {import("../types.d.ts").Response} Response
 * @typedef {import("../types.d.ts").View} View
 */

/** @param {Payload} payload */
const parameters = (payload) => payload.figure?.grid?.parameters ?? [];

/**
 * The position of a setting in the grid, and whether it is that exactly.
 * @param {Parameter} parameter
 * @param {string | undefined} text
 */
function placed({ kind, values, initial }, text) {
  if (text === undefined) return { at: initial, exact: true };
  const same = values.findIndex((x) => String(x) === text);
  if (same >= 0 || kind === "choice") return { at: same < 0 ? initial : same, exact: true };
  const wanted = Number(text);
  const off = (/** @type {number} */ i) => Math.abs(Number(values[i]) - wanted);
  const at = values.reduce((/** @type {number} */ best, _, i) => (off(i) < off(best) ? i : best), 0);
  return { at, exact: off(at) === 0 };
}

/**
 * What was set, by name; nothing for what was left as it is.
 * @param {Response} response
 * @param {string} name
 * @returns {string | undefined}
 */
const given = (response, name) => (Object.hasOwn(response.values ?? {}, name) ? response.values[name] : undefined);

/** Every setting, as records keep and kernels are asked for them. @param {Payload} payload @param {Response} response */
const settings = (payload, response) =>
  Object.fromEntries(
    parameters(payload).map(({ name, values, initial }) => [name, given(response, name) ?? String(values[initial])]),
  );

/** @param {View} view @param {string} name @param {string} text @returns {Response} */
const put = ({ payload, response }, name, text) => ({
  ...response,
  values: { ...settings(payload, response), [name]: text },
});

/** @param {Payload} payload @param {Response} response */
const state = (payload, response) =>
  stateOf(
    /** @type {Grid} */ (payload.figure?.grid),
    parameters(payload).map((parameter) => placed(parameter, given(response, parameter.name)).at),
  );

/** What the figure says in words that move, for those who cannot see it. @param {View} view @param {Response} response */
function readout({ payload }, response) {
  const now = state(payload, response);
  const marks = (payload.figure?.grid?.marks ?? []).filter(({ attribute, values }) => attribute === "text" && values.length > 1);
  return [...new Set(marks.map(({ values, states }) => values[states[now]]))].slice(0, 8).join("; ");
}

/**
 * @param {View} view
 * @param {Parameter} parameter
 */
function slider(view, parameter) {
  const { name, label, values, texts } = parameter;
  const text = given(view.response, name);
  const { at, exact } = placed(parameter, text);
  // A value between the grid's has the unit of those on it.
  const now = exact ? texts[at] : `${text}${texts[at].replace(/^\S+/, "")}`;
  /** @param {Event} event */
  const slid = (event) => put(view, name, String(values[Number(/** @type {HTMLInputElement} */ (event.target).value)]));
  /** @param {Event} event */
  const typedIn = (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    const number = canonical(box.value);
    const numbers = values.map(Number);
    if (number === null || Number(number) < Math.min(...numbers) || Number(number) > Math.max(...numbers)) {
      view.say(word("explore.form", { low: texts[0], high: texts[texts.length - 1] }));
      return view.redraw();
    }
    const near = placed(parameter, number);
    const response = put(view, name, near.exact || !view.kernel ? String(values[near.at]) : number);
    view.change(response, `${near.exact || view.kernel ? "" : word("explore.near", { text: texts[near.at] })} ${readout(view, response)}`);
  };
  return html`<div class="seminar-slider">
    <div class="seminar-slider__head">
      <label class="seminar-number__label" for=${view.id(`slider-${name}`)}>${label}</label>
      <output class="seminar-slider__value" aria-live="off" for=${view.id(`slider-${name}`)}>${now}</output>
    </div>
    <input
      type="range"
      id=${view.id(`slider-${name}`)}
      min="0"
      max=${values.length - 1}
      step="1"
      aria-valuetext=${now}
      .value=${live(String(at))}
      @input=${(/** @type {Event} */ event) => view.preview(slid(event))}
      @change=${(/** @type {Event} */ event) => {
        const response = slid(event);
        view.change(response, readout(view, response));
      }}
    />
    <input
      class="seminar-input"
      id=${view.id(`box-${name}`)}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      maxlength="30"
      aria-label=${word("explore.box", { label })}
      .value=${live(exact ? String(values[at]) : String(text))}
      @change=${typedIn}
    />
  </div>`;
}

/**
 * @param {View} view
 * @param {Parameter} parameter
 */
function choice(view, parameter) {
  const { name, label, values, texts } = parameter;
  const { at } = placed(parameter, given(view.response, name));
  /** @param {number} i */
  const take = (i) => {
    const response = put(view, name, String(values[i]));
    view.change(response, readout(view, response));
  };
  if (values.length > FEW) {
    return html`<div class="seminar-slider">
      <label class="seminar-number__label" for=${view.id(`menu-${name}`)}>${label}</label>
      <select
        class="seminar-select"
        id=${view.id(`menu-${name}`)}
        .value=${live(String(at))}
        @change=${(/** @type {Event} */ event) => take(Number(/** @type {HTMLSelectElement} */ (event.target).value))}
      >
        ${texts.map((text, i) => html`<option value=${i} ?selected=${i === at}>${text}</option>`)}
      </select>
    </div>`;
  }
  return html`<fieldset class="seminar-fields seminar-slider">
    <legend class="seminar-number__label">${label}</legend>
    <div class="seminar-sort__boxes">
      ${texts.map(
        (text, i) =>
          html`<label class="seminar-box ${i === at ? "seminar-box--on" : ""}">
            <input type="radio" id=${view.id(`${name}-${i}`)} name=${view.id(name)} .checked=${live(i === at)} @change=${() => take(i)} />
            <span>${text}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** @type {import("../types.d.ts").Kind} */
export const explore = {
  clean(response, payload) {
    /** @type {Response} */
    const out = single.clean(response, payload);
    /** @type {{[name: string]: string}} */
    const values = {};
    for (const { name, kind, values: grid } of parameters(payload)) {
      const text = typed(given(response, name));
      const number = kind === "slider" ? canonical(text) : null;
      const inside = number !== null && Number(number) >= Number(grid[0]) && Number(number) <= Number(grid.at(-1));
      if (inside || grid.some((x) => String(x) === text)) values[name] = text;
    }
    if (Object.keys(values).length) out.values = values;
    if (typed(response.because)) out.because = response.because;
    return out;
  },
  extent(response, payload) {
    if (!Object.keys(response).length) return "empty";
    return explore.lacks(response, payload) === null ? "complete" : "partial";
  },
  lacks(response, payload) {
    if (payload.ask === "choice" && response.choice === undefined) return word("lacks.choice");
    if (payload.ask === "value" && !response.values) return word("lacks.setting");
    return lacksRest(response, payload);
  },
  // Moving on, once it is answered, is part of the play where the setting is not the answer.
  stays: (response, checked, { ask }) =>
    ask === "choice" ? response.choice === checked.choice : ask === "because" && Boolean(response.because?.trim()),
  body: (view) => {
    const { payload, response } = view;
    return html`${payload.ask === "choice"
      ? single.body({ ...view, change: (part, say) => view.change({ ...response, ...part }, say) })
      : nothing}
    ${payload.because ? becauseField(view, (part) => view.change(explore.clean({ ...response, ...part }, payload))) : nothing}`;
  },
  show(view, picture) {
    const { payload, response, kernel } = view;
    const { grid } = picture.figure;
    if (!grid) return;
    const between = grid.parameters.some((parameter) => !placed(parameter, given(response, parameter.name)).exact);
    const answer = (between && kernel?.ask(settings(payload, response))) || null;
    picture.drive(html`<div class="seminar-sliders">
      ${grid.parameters.map((parameter) => (parameter.kind === "slider" ? slider(view, parameter) : choice(view, parameter)))}
      ${answer?.error ? html`<p class="seminar-lacking">${answer.error}</p>` : nothing}
    </div>`);
    if (answer && !answer.error) picture.take(answer);
    else picture.apply(grid, state(payload, response));
  },
  remark: (view) => (view.sealed.rule.kind === "bands" ? numeric.remark?.(view) ?? nothing : nothing),
  verdict: (view) => (view.detail.reason === "complete" ? word("explore.noted") : null),
};
