/** A forecast or a vote: committed before reading on, then met again. */
import { author, html, live, nothing, position } from "../html.js";
import { canonical, compare } from "../numbers.js";
import { word } from "../words.js";
import { numberField, typed } from "./numeric.js";
import { textField } from "./short-text.js";

/**
 * @typedef {import("../types.d.ts").View} View
 * @typedef {import("../types.d.ts").Payload} Payload
 * @typedef {import("../types.d.ts").Response} Response
 */

/** What a range lacks, in words. @param {Response} response */
export function lacksRange(response) {
  const low = canonical(response.low ?? "");
  const high = canonical(response.high ?? "");
  if (low === null) return word("lacks.low");
  if (high === null) return word("lacks.high");
  return compare(low, high) > 0 ? word("lacks.range") : null;
}

/**
 * The two ends of a range.
 * @param {View} view
 * @param {(part: Response) => void} change
 * @param {string} legend
 */
export const rangeFields = ({ id, payload, response }, change, legend) =>
  html`<fieldset class="seminar-fields seminar-range">
    <legend class="seminar-how">${legend}</legend>
    ${numberField({ id: id("low"), label: word("predict.low"), value: response.low ?? "", unit: payload.unit, input: (low) => change({ low }) })}
    ${numberField({ id: id("high"), label: word("predict.high"), value: response.high ?? "", unit: payload.unit, input: (high) => change({ high }) })}
  </fieldset>`;

/**
 * A sentence of reason.
 * @param {View} view
 * @param {(part: Response) => void} change
 */
export const becauseField = ({ id, response }, change) =>
  textField({
    id: id("because"),
    label: word("predict.because"),
    value: response.because ?? "",
    rows: 2,
    input: (because) => change({ because }),
  });

/** @param {Response} response @param {Payload} payload */
function lacks(response, payload) {
  const number = (/** @type {string | undefined} */ text) => canonical(text ?? "");
  if (payload.ask === "choice" && response.choice === undefined) return word("lacks.choice");
  if (payload.ask === "number") {
    if (!response.number?.trim()) return word("lacks.number");
    if (number(response.number) === null) return word("lacks.number.form");
  }
  const lack = payload.range ? lacksRange(response) : null;
  if (lack) return lack;
  return payload.because && !response.because?.trim() ? word("lacks.because") : null;
}

/**
 * What was committed, for reading only.
 * @param {Payload} payload
 * @param {Response} response
 */
function committed(payload, response) {
  const unit = payload.unit ? html` <span>${payload.unit}</span>` : nothing;
  return html`<dl class="seminar-said">
      <dt>${word("predict.yours")}</dt>
      <dd>
        ${response.choice !== undefined ? author((payload.options ?? [])[response.choice]) : html`${response.number}${unit}`}
        ${payload.range ? html`<span class="seminar-said__range">${word("predict.between", { low: response.low ?? "", high: response.high ?? "" })}</span>` : nothing}
      </dd>
      ${response.because ? html`<dt>${word("predict.reason")}</dt><dd class="seminar-said__reason">${response.because}</dd>` : nothing}
    </dl>`;
}

/** @type {import("../types.d.ts").Kind} */
export const prediction = {
  commits: true,
  clean(response, payload) {
    /** @type {Response} */
    const out = {};
    const choice = position(response.choice, (payload.options ?? []).length);
    if (payload.ask === "choice" && choice !== undefined) out.choice = choice;
    if (payload.ask === "number" && typed(response.number)) out.number = response.number;
    for (const field of /** @type {const} */ (["low", "high", "because"])) {
      if (typed(response[field])) out[field] = response[field];
    }
    if (response.committed === true) out.committed = true;
    return out;
  },
  extent(response, payload) {
    if (!Object.keys(response).length) return "empty";
    return lacks(response, payload) === null ? "complete" : "partial";
  },
  lacks,
  after: ({ payload, response }) => committed(payload, response),
  revealed: ({ over, recalled }) => over && recalled,
  body(view) {
    const { payload, response } = view;
    /** @param {Response} part */
    const change = (part) => view.change(prediction.clean({ ...response, ...part }, payload));
    const ask =
      payload.ask === "choice"
        ? html`<fieldset class="seminar-fields">
            <legend class="seminar-how">${word("choose.one")}</legend>
            ${(payload.options ?? []).map(
              (text, i) =>
                html`<div class="seminar-option ${response.choice === i ? "seminar-option--on" : ""}">
                  <label class="seminar-option__label">
                    <input
                      type="radio"
                      id=${view.id(`option-${i}`)}
                      name=${view.id("option")}
                      .checked=${live(response.choice === i)}
                      @change=${() => change({ choice: i })}
                    />
                    <span class="seminar-option__text">${author(text)}</span>
                  </label>
                </div>`,
            )}
          </fieldset>`
        : numberField({
            id: view.id("number"),
            label: word("answer"),
            value: response.number ?? "",
            unit: payload.unit,
            input: (number) => change({ number }),
          });
    return html`${ask} ${payload.range ? rangeFields(view, change, word("predict.range")) : nothing}
    ${payload.because ? becauseField(view, change) : nothing}`;
  },
};
