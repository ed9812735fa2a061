/** A number, with its unit; tolerance and bands are in the rule. */
import { author, html, live, nothing } from "../html.js";
import { canonical } from "../numbers.js";
import { word } from "../words.js";

/**
 * @param {unknown} text
 * @returns {string} what was typed, `""` for anything else
 */
export const typed = (text) => (typeof text === "string" ? text : "");

/**
 * A box for a number, and its unit; a small one is one of several, under a label as short as a year.
 * @param {{id: string, label: string, value: string, unit?: string, small?: boolean, input: (text: string) => void}} field
 */
export const numberField = ({ id, label, value, unit, small, input }) =>
  html`<div class=${small ? "seminar-small" : "seminar-number"}>
    <label class="seminar-number__label" for=${id}>${label}</label>
    <span class="seminar-number__row">
      <input
        class="seminar-input"
        id=${id}
        type="text"
        inputmode="decimal"
        autocomplete="off"
        maxlength="40"
        aria-describedby=${unit ? `${id}-unit` : nothing}
        .value=${live(value)}
        @input=${(/** @type {InputEvent} */ event) => input(/** @type {HTMLInputElement} */ (event.target).value)}
      />
      ${unit ? html`<span class="seminar-number__unit" id=${`${id}-unit`}>${unit}</span>` : nothing}
    </span>
  </div>`;

/** @type {import("../types.d.ts").Kind} */
export const numeric = {
  clean(response) {
    const number = typed(response.number);
    return number.trim() ? { number } : {};
  },
  extent: (response) => (response.number === undefined ? "empty" : canonical(response.number) === null ? "partial" : "complete"),
  lacks(response) {
    if (response.number === undefined) return word("lacks.number");
    return canonical(response.number) === null ? word("lacks.number.form") : null;
  },
  body: (view) =>
    numberField({
      id: view.id("number"),
      label: word("answer"),
      value: view.response.number ?? "",
      unit: view.payload.unit,
      input: (number) => view.change(number.trim() ? { number } : {}),
    }),
  remark(view) {
    const { feedback } = view.sealed;
    const { band } = view.detail;
    const text = band === null ? feedback?.otherwise : feedback?.bands?.[band];
    return text ? html`<div class="seminar-remark">${author(text)}</div>` : nothing;
  },
};
