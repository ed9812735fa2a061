/** Items into order: buttons move an item up or down; a handle may be dragged, and never has to be. */
import { author, html, icon, nothing, plain, repeat } from "../html.js";
import { word } from "../words.js";

/**
 * @typedef {import("../types.d.ts").View} View
 * @typedef {import("../types.d.ts").Response} Response
 * @typedef {import("../types.d.ts").Payload} Payload
 */

/** @param {unknown} order @param {number} n */
const isOrder = (order, n) =>
  Array.isArray(order) && order.length === n && [...order].sort((a, b) => a - b).every((x, i) => x === i);

/** @param {Payload} payload @param {Response} response */
const current = (payload, response) => response.order ?? payload.shown ?? (payload.items ?? []).map((_, i) => i);

/**
 * @param {View} view
 * @param {number} from place in the shown order
 * @param {number} to place in the shown order
 */
function move(view, from, to) {
  const order = current(view.payload, view.response);
  const item = plain((view.payload.items ?? [])[order[from]]);
  if (to < 0) return view.say(word("move.first", { item }));
  if (to >= order.length) return view.say(word("move.last", { item }));
  const next = order.filter((_, k) => k !== from);
  next.splice(to, 0, order[from]);
  return view.change({ order: next }, word("move.done", { item, position: to + 1, n: order.length }));
}

/**
 * Follow a finger or the mouse: whenever it passes the middle of another row, the item moves there.
 * @param {View} view
 * @param {number} item position in the YAML, which stays while its place changes
 * @param {PointerEvent} event
 */
function drag(view, item, event) {
  if (event.button !== 0) return;
  event.preventDefault();
  const handle = /** @type {HTMLElement} */ (event.currentTarget);
  const list = /** @type {HTMLElement} */ (handle.closest("ol"));
  const row = /** @type {HTMLElement} */ (handle.closest("li"));
  row.classList.add("seminar-row--dragged");
  /** @param {PointerEvent} e */
  const follow = (e) => {
    const order = current(view.payload, view.response);
    const from = order.indexOf(item);
    const rows = [...list.children].map((li) => li.getBoundingClientRect());
    let to = from;
    while (to > 0 && e.clientY < rows[to - 1].top + rows[to - 1].height / 2) to -= 1;
    while (to < rows.length - 1 && e.clientY > rows[to + 1].top + rows[to + 1].height / 2) to += 1;
    if (to !== from) move(view, from, to);
  };
  const stop = () => {
    row.classList.remove("seminar-row--dragged");
    // On the window, because moving the row in the document ends a pointer capture.
    window.removeEventListener("pointermove", follow);
    window.removeEventListener("pointerup", stop);
    window.removeEventListener("pointercancel", stop);
  };
  window.addEventListener("pointermove", follow);
  window.addEventListener("pointerup", stop);
  window.addEventListener("pointercancel", stop);
}

/** @type {import("../types.d.ts").Kind} */
export const ordering = {
  clean: (response, payload) =>
    isOrder(response.order, (payload.items ?? []).length) ? { order: response.order } : {},
  extent: (response) => (response.order ? "complete" : "empty"),
  lacks: (response) => (response.order ? null : word("lacks.order")),
  body(view) {
    const items = view.payload.items ?? [];
    const order = current(view.payload, view.response);
    const judged = view.checked?.order?.every((x, k) => x === order[k]) ?? false;
    return html`<fieldset class="seminar-fields">
      <legend class="seminar-how">${word("order.how")}</legend>
      <ol class="seminar-order">
        ${repeat(
          order,
          (i) => i,
          (i, k) =>
            html`<li class="seminar-row">
              <span class="seminar-row__grip" title=${word("move.drag")} aria-hidden="true"
                @pointerdown=${(/** @type {PointerEvent} */ e) => drag(view, i, e)}
                ><svg viewBox="0 0 10 16"><path d="M3 4h.01M7 4h.01M3 8h.01M7 8h.01M3 12h.01M7 12h.01"></path></svg></span>
              <span class="seminar-row__place" aria-hidden="true">${k + 1}</span>
              <span class="seminar-row__text">${author(items[i])}</span>
              ${arrow(view, i, k, -1, order.length)} ${arrow(view, i, k, 1, order.length)}
              ${judged && view.detail.joins[k]
                ? html`<span class="seminar-row__join">${icon("right")}<span class="seminar-sr">${word("neighbour.right")}</span></span>`
                : nothing}
            </li>`,
        )}
      </ol>
    </fieldset>`;
  },
  /** The items in the right order, each with its note. */
  solved({ payload, sealed }) {
    const notes = sealed.notes ?? [];
    return html`<ol class="seminar-notes">
      ${(payload.items ?? []).map((text, i) => html`<li>${author(text)}${notes[i] ? html`<div>${author(notes[i])}</div>` : nothing}</li>`)}
    </ol>`;
  },
  remark(view) {
    const order = view.checked?.order;
    if (!order) return nothing;
    const n = order.length - 1;
    const right = view.detail.kept;
    const text = right < n ? view.sealed.feedback?.otherwise : null;
    return html`<div class="seminar-remark">
      ${right < n ? html`<p>${word("neighbours", { right, n })}</p>` : nothing} ${author(text)}
    </div>`;
  },
};

/**
 * At the ends the button stays and says so: a disabled one would lose the focus.
 * @param {View} view
 * @param {number} i
 * @param {number} k
 * @param {-1 | 1} step
 * @param {number} n
 */
function arrow(view, i, k, step, n) {
  const item = plain((view.payload.items ?? [])[i]);
  const end = k + step < 0 || k + step >= n;
  return html`<button
    class="seminar-move"
    type="button"
    id=${view.id(`${step < 0 ? "up" : "down"}-${i}`)}
    aria-label=${word(step < 0 ? "move.up" : "move.down", { item })}
    aria-disabled=${end ? "true" : nothing}
    @click=${() => move(view, k, k + step)}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${step < 0 ? "M3.5 10 8 5.5 12.5 10" : "M3.5 6 8 10.5 12.5 6"}></path></svg>
  </button>`;
}
