/** Single and multiple choice: radio buttons or checkboxes. */
import { author, feedback, html, live, nothing, position } from "../html.js";
import { word } from "../words.js";

/**
 * @typedef {import("../types.d.ts").Kind} Kind
 * @typedef {import("../types.d.ts").Response} Response
 * @typedef {import("../types.d.ts").View} View
 */

/** @param {Response} response */
const taken = (response) => response.choices ?? (response.choice === undefined ? [] : [response.choice]);

/**
 * What to say of one option of a checked answer. A single choice says nothing of the options not chosen, so that
 * another try is worth making; a multiple choice names what was missed from the second try on.
 * @param {View} view
 * @param {number} i
 * @param {boolean} many
 */
function remark(view, i, many) {
  if (!view.checked) return nothing;
  const chosen = taken(view.checked).includes(i);
  // An answer changed since it was checked keeps its feedback only where it still stands.
  if (chosen !== taken(view.response).includes(i)) return nothing;
  const how = view.detail.options?.[i];
  const text = view.sealed.feedback?.options?.[i];
  const id = view.id(`feedback-${i}`);
  if (how === "right") return feedback("right", "mark.right", text, id);
  if (how === "wrong") return feedback("wrong", many ? "mark.taken" : "mark.wrong", text, id);
  return many && view.named && how === "missed" ? feedback("missed", "mark.missed", text, id) : nothing;
}

/**
 * @param {View} view
 * @param {boolean} many
 */
function body(view, many) {
  const options = view.payload.options ?? [];
  const chosen = taken(view.response);
  /** @param {number} i */
  const toggle = (i) => {
    if (!many) return view.change({ choice: i });
    const choices = chosen.includes(i) ? chosen.filter((x) => x !== i) : [...chosen, i].sort((a, b) => a - b);
    return view.change({ choices });
  };
  return html`<fieldset class="seminar-fields">
    <legend class="seminar-how">${word(many ? "choose.any" : "choose.one")}</legend>
    ${options.map((text, i) => {
      const said = remark(view, i, many);
      return html`<div class="seminar-option ${chosen.includes(i) ? "seminar-option--on" : ""}">
        <label class="seminar-option__label">
          <input
            type=${many ? "checkbox" : "radio"}
            id=${view.id(`option-${i}`)}
            name=${view.id("option")}
            .checked=${live(chosen.includes(i))}
            aria-describedby=${said === nothing ? nothing : view.id(`feedback-${i}`)}
            @change=${() => toggle(i)}
          />
          <span class="seminar-option__text">${author(text)}</span>
        </label>
        ${said}
      </div>`;
    })}
  </fieldset>`;
}

/** @type {Kind} */
export const single = {
  clean(response, payload) {
    const choice = position(response.choice, (payload.options ?? []).length);
    return choice === undefined ? {} : { choice };
  },
  extent: (response) => (response.choice === undefined ? "empty" : "complete"),
  lacks: (response) => (response.choice === undefined ? word("lacks.choice") : null),
  body: (view) => body(view, false),
};

/** @type {Kind} */
export const multiple = {
  clean(response, payload) {
    if (!Array.isArray(response.choices)) return {};
    const n = (payload.options ?? []).length;
    return { choices: [...new Set(response.choices)].filter((x) => position(x, n) !== undefined).sort((a, b) => a - b) };
  },
  extent: (response) => (response.choices ? "complete" : "empty"),
  lacks: (response) => (response.choices ? null : word("lacks.choices")),
  none: { choices: [] },
  body: (view) => body(view, true),
  remark(view) {
    const options = /** @type {string[]} */ (view.detail.options ?? []);
    const right = options.filter((how) => how === "right").length;
    const n = right + options.filter((how) => how === "missed").length;
    const wrong = options.filter((how) => how === "wrong").length;
    if (right === n && !wrong) return nothing;
    const costs = ["false", "false2"].includes(view.sealed.rule.policy);
    return html`<p class="seminar-remark">
      ${n ? word("found", { right, n }) : word("found.none")} ${wrong ? word(costs ? "found.costs" : "found.wrong", { n: wrong }) : nothing}
    </p>`;
  },
};
