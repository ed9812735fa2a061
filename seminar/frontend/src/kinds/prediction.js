/** A forecast or a vote: committed before reading on, then met again. */
import { author, html, nothing } from "../html.js";
import { canonical, compare } from "../numbers.js";
import { word } from "../words.js";
import { single } from "./choice.js";
import { numberField, typed } from "./numeric.js";
import { textField } from "./short-text.js";

/**
 * @typedef {import("../types.d.ts").View} View
 * @typedef {import("../types.d.ts").Payload} Payload
 * @typedef {import("../types.d.ts").Response} Response
 */

/** Of an answer what stands beside it, as it was typed. @param {Response} response */
export function beside(response) {
  /** @type {Response} */
  const out = {};
  for (const field of /** @type {const} */ (["low", "high", "because"])) {
    if (typed(response[field])) out[field] = response[field];
  }
  return out;
}

/**
 * What a range lacks, in words.
 * @param {Response} response
 * @param {string} [number] the forecast that lies in it, a plain number
 */
function lacksRange(response, number) {
  const low = canonical(response.low ?? "");
  const high = canonical(response.high ?? "");
  if (low === null) return word("lacks.low");
  if (high === null) return word("lacks.high");
  if (compare(low, high) > 0) return word("lacks.range");
  const own = canonical(number ?? "");
  const outside = own !== null && (compare(own, low) < 0 || compare(own, high) > 0);
  return outside ? word("lacks.within", { number: number ?? "", low: response.low ?? "", high: response.high ?? "" }) : null;
}

/**
 * What is lacking beside the answer itself, in words.
 * @param {Response} response
 * @param {Payload} payload
 * @param {string} [number] as for `lacksRange`
 */
export function lacksRest(response, payload, number) {
  const lack = payload.range ? lacksRange(response, number) : null;
  if (lack) return lack;
  return payload.because && !response.because?.trim() ? word("lacks.because") : null;
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
  if (payload.ask === "choice" && response.choice === undefined) return word("lacks.choice");
  if (payload.ask === "number") {
    if (!response.number?.trim()) return word("lacks.number");
    if (canonical(response.number) === null) return word("lacks.number.form");
  }
  return lacksRest(response, payload, response.number);
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
    const out = payload.ask === "choice" ? single.clean(response, payload) : {};
    if (payload.ask === "number" && typed(response.number)) out.number = response.number;
    return { ...out, ...beside(response) };
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
        ? single.body({ ...view, change })
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
