/** Matching (a partner for each) and classification (a box for each). */
import { FEW, assignment, author, feedback, filled, html, live, nothing, plain, repeat } from "../html.js";
import { word } from "../words.js";

/**
 * @typedef {import("../types.d.ts").View} View
 * @typedef {import("../types.d.ts").Kind} Kind
 */

/** A longer text is cut off in a menu on a telephone, so it is also set out in full beside it. */
const SHORT = 34;

/**
 * @param {View} view
 * @param {(number | null)[]} now
 * @param {(number | null)[] | undefined} then
 * @param {number} i
 * @param {string | null | undefined} text
 */
function remark(view, now, then, i, text) {
  if (!then || then[i] === null || then[i] !== now[i]) return nothing;
  const right = view.detail.items[i] === "right";
  return feedback(right ? "right" : "wrong", right ? "mark.right" : "mark.wrong", right ? null : text, view.id(`feedback-${i}`));
}

/**
 * @param {(number | null)[]} list
 * @param {number} i
 * @param {number | null} target
 */
export const put = (list, i, target) => list.map((x, k) => (k === i ? target : x));

/**
 * A menu, named by the element whose id ends in `text-` and its own name.
 * @param {View} view
 * @param {number | string} i
 * @param {{order: number[], names: string[], chosen: number | null, said: unknown,
 *   change: (target: number | null) => void}} menu
 */
export const select = (view, i, { order, names, chosen, said, change }) =>
  html`<select
    class="seminar-select"
    id=${view.id(`item-${i}`)}
    aria-labelledby=${view.id(`text-${i}`)}
    aria-describedby=${said === nothing ? nothing : view.id(`feedback-${i}`)}
    .value=${live(chosen === null ? "" : String(chosen))}
    @change=${(/** @type {Event} */ e) => {
      const { value } = /** @type {HTMLSelectElement} */ (e.target);
      change(value === "" ? null : Number(value));
    }}
  >
    <option value="" ?selected=${chosen === null}>${word("select.none")}</option>
    ${order.map((r) => html`<option value=${r} ?selected=${chosen === r}>${names[r]}</option>`)}
  </select>`;

/**
 * Boxes to choose one from.
 * @param {View} view
 * @param {number} i
 * @param {number | null} chosen
 * @param {unknown} said
 * @param {(box: number) => void} change
 */
export const row = (view, i, chosen, said, change) =>
  html`<div class="seminar-sort__boxes">
      ${(view.payload.boxes ?? []).map(
        (box, b) =>
          html`<label class="seminar-box ${chosen === b ? "seminar-box--on" : ""}">
            <input
              type="radio"
              id=${view.id(`item-${i}-${b}`)}
              name=${view.id(`item-${i}`)}
              .checked=${live(chosen === b)}
              aria-describedby=${said !== nothing && chosen === b ? view.id(`feedback-${i}`) : nothing}
              @change=${() => change(b)}
            />
            <span>${author(box)}</span>
          </label>`,
      )}
    </div>
    ${said}`;

/** @type {Kind} */
export const matching = {
  clean(response, payload) {
    const pairs = assignment(response.pairs, (payload.lefts ?? []).length, (payload.rights ?? []).length);
    return filled(pairs) === "empty" ? {} : { pairs };
  },
  extent: (response) => filled(response.pairs ?? []),
  lacks: (response) => (response.pairs ? null : word("lacks.pairs")),
  body(view) {
    const { lefts = [], rights = [] } = view.payload;
    const order = view.payload.shown ?? rights.map((_, r) => r);
    const now = assignment(view.response.pairs, lefts.length, rights.length);
    const long = rights.some((text) => plain(text).length > SHORT || /<(a|math|em|strong|code)\b/.test(text));
    const letters = rights.map((_, r) => String.fromCharCode(65 + order.indexOf(r)));
    const names = rights.map((text, r) => (long ? `${letters[r]}. ${plain(text)}` : plain(text)));
    return html`<fieldset class="seminar-fields">
      <legend class="seminar-how">${word("match.how")}</legend>
      ${long
        ? html`<ol class="seminar-targets" type="A" aria-label=${word("match.choices")}>
            ${order.map((r) => html`<li>${author(rights[r])}</li>`)}
          </ol>`
        : nothing}
      ${repeat(
        lefts,
        (_, i) => i,
        (left, i) => {
          const said = remark(view, now, view.checked?.pairs, i, view.sealed.feedback?.pairs?.[i]);
          return html`<div class="seminar-pair">
            <div class="seminar-pair__text" id=${view.id(`text-${i}`)}>${author(left)}</div>
            ${select(view, i, {
              order,
              names,
              chosen: now[i],
              said,
              change: (target) => view.change(matching.clean({ pairs: put(now, i, target) }, view.payload)),
            })}
            ${said}
          </div>`;
        },
      )}
    </fieldset>`;
  },
};

/** @type {Kind} */
export const classification = {
  clean(response, payload) {
    const boxes = assignment(response.boxes, (payload.items ?? []).length, (payload.boxes ?? []).length);
    return filled(boxes) === "empty" ? {} : { boxes };
  },
  extent: (response) => filled(response.boxes ?? []),
  lacks: (response) => (response.boxes ? null : word("lacks.boxes")),
  body(view) {
    const { items = [], boxes = [] } = view.payload;
    const now = assignment(view.response.boxes, items.length, boxes.length);
    const order = boxes.map((_, b) => b);
    /** @param {number} i @param {number | null} target */
    const change = (i, target) => view.change(classification.clean({ boxes: put(now, i, target) }, view.payload));
    /** @param {number} i */
    const said = (i) => {
      const then = view.checked?.boxes?.[i];
      const text = then === null || then === undefined ? null : view.sealed.feedback?.items?.[i]?.[then];
      return remark(view, now, view.checked?.boxes, i, text);
    };
    if (boxes.length > FEW) {
      const names = boxes.map(plain);
      return html`<fieldset class="seminar-fields">
        <legend class="seminar-how">${word("sort.how")}</legend>
        ${items.map(
          (text, i) =>
            html`<div class="seminar-pair">
              <div class="seminar-pair__text" id=${view.id(`text-${i}`)}>${author(text)}</div>
              ${select(view, i, { order, names, chosen: now[i], said: said(i), change: (target) => change(i, target) })}
              ${said(i)}
            </div>`,
        )}
      </fieldset>`;
    }
    return html`<div class="seminar-fields">
      <p class="seminar-how">${word("sort.how")}</p>
      ${items.map(
        (text, i) =>
          html`<fieldset class="seminar-sort">
            <legend class="seminar-sort__text">${author(text)}</legend>
            ${row(view, i, now[i], said(i), (b) => change(i, b))}
          </fieldset>`,
      )}
    </div>`;
  },
};
