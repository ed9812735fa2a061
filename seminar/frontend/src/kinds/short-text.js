/** A short text: written, then held by its writer against a model answer and a checklist. */
import { author, html, live, nothing, position } from "../html.js";
import { word } from "../words.js";
import { typed } from "./numeric.js";

/** @typedef {import("../types.d.ts").View} View */

/** @param {string} text */
const count = (text) => text.trim().split(/\s+/).filter(Boolean).length;

/**
 * A box for sentences.
 * @param {{id: string, label: string, value: string, rows: number, note?: string, input: (text: string) => void}} field
 */
export const textField = ({ id, label, value, rows, note, input }) =>
  html`<div class="seminar-text">
    <label class="seminar-text__label" for=${id}>${label}</label>
    <textarea
      class="seminar-input"
      id=${id}
      rows=${rows}
      maxlength="20000"
      aria-describedby=${note ? `${id}-note` : nothing}
      .value=${live(value)}
      @input=${(/** @type {InputEvent} */ event) => input(/** @type {HTMLTextAreaElement} */ (event.target).value)}
    ></textarea>
    <div class="seminar-text__print" aria-hidden="true">${value}</div>
    ${note ? html`<p class="seminar-text__note" id=${`${id}-note`}>${note}</p>` : nothing}
  </div>`;

/**
 * What a good text does, to tick.
 * @param {View} view
 */
export function checklist(view) {
  const { checklist: list = [] } = view.sealed;
  const ticked = view.response.checked ?? [];
  /** @param {number} i */
  const toggle = (i) => {
    const checked = ticked.includes(i) ? ticked.filter((x) => x !== i) : [...ticked, i].sort((a, b) => a - b);
    view.change({ ...view.response, checked });
  };
  return list.length
    ? html`<fieldset class="seminar-fields">
        <legend class="seminar-how">${word("text.checklist")}</legend>
        ${list.map(
          (text, i) =>
            html`<div class="seminar-option ${ticked.includes(i) ? "seminar-option--on" : ""}">
              <label class="seminar-option__label">
                <input type="checkbox" id=${view.id(`tick-${i}`)} .checked=${live(ticked.includes(i))} @change=${() => toggle(i)} />
                <span class="seminar-option__text">${author(text)}</span>
              </label>
            </div>`,
        )}
      </fieldset>`
    : nothing;
}

/** @param {View} view */
const against = (view) =>
  html`<div class="seminar-model">
      <p class="seminar-label">${word("text.model")}</p>
      ${author(view.sealed.model_answer)}
    </div>
    ${checklist(view)}`;

/** Of a response which sentences of the checklist were ticked. @param {import("../types.d.ts").Response} response */
export function ticks({ checked }) {
  const list = Array.isArray(checked) ? checked.filter((x) => position(x, 1000) !== undefined) : [];
  return list.length ? { checked: list } : {};
}

/** @type {import("../types.d.ts").Kind} */
export const shortText = {
  clean(response) {
    const text = typed(response.text);
    if (!text.trim()) return {};
    return { text, ...ticks(response) };
  },
  extent: (response) => (response.text ? "complete" : "empty"),
  lacks: (response) => (response.text ? null : word("lacks.text")),
  // Ticking the checklist is part of a checked text, and so is mending it beside the model answer.
  stays: (response) => Boolean(response.text),
  body(view) {
    const text = view.response.text ?? "";
    const n = count(text);
    const most = view.payload.words;
    return html`${textField({
      id: view.id("text"),
      label: word("answer"),
      value: text,
      rows: Math.min(10, Math.max(4, Math.round((most ?? 60) / 12))),
      note: most ? word("text.about", { n, most }) : word("text.words", { n }),
      input: (value) => view.change(value.trim() ? { ...view.response, text: value } : {}),
    })}
    ${view.checked ? against(view) : nothing}`;
  },
  verdict(view) {
    const n = view.sealed.checklist?.length ?? 0;
    return n ? word("text.ticked", { k: view.response.checked?.length ?? 0, n }) : word("text.by.hand");
  },
};
