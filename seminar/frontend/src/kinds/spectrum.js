/** Items on a scale, each placed where its text supports it, or where the student stands; one placing is defended. */
import { assignment, author, feedback, filled, html, nothing, plain, position } from "../html.js";
import { word } from "../words.js";
import { put, row, select } from "./assign.js";
import { typed } from "./numeric.js";
import { becauseField } from "./prediction.js";
import { checklist, ticks } from "./short-text.js";

/**
 * @typedef {import("../types.d.ts").Payload} Payload
 * @typedef {import("../types.d.ts").Response} Response
 * @typedef {import("../types.d.ts").View} View
 */

/** At which place each item stands. @param {Payload} payload @param {Response} response */
const standing = ({ items = [], boxes = [] }, response) => assignment(response.boxes, items.length, boxes.length);

/** The places of those that are marked. @param {Payload} payload @param {Response} response */
const marked = (payload, response) => standing(payload, response).filter((_, i) => !payload.own?.includes(i));

/** The scale with what was placed on it, in order. @param {View} view */
function scale({ id, payload, response }) {
  const { boxes = [], items = [], meanings = [] } = payload;
  const now = standing(payload, response);
  return html`<p class="seminar-scale__name" id=${id("scale")}>${author(payload.scale)}</p>
    <ol class="seminar-scale" aria-labelledby=${id("scale")}>
      ${boxes.map(
        (label, b) =>
          html`<li class=${now.includes(b) ? "seminar-scale__taken" : ""}>
            <strong class="seminar-scale__label">${author(label)}</strong> <span>${author(meanings[b])}</span>
            ${now.includes(b)
              ? html`<ul class="seminar-scale__items">
                  ${items.map((text, i) => (now[i] === b ? html`<li>${plain(text)}</li>` : nothing))}
                </ul>`
              : nothing}
          </li>`,
      )}
    </ol>`;
}

/** What its text says of where an item was placed. @param {View} view @param {number} i */
function said({ checked, detail, id, payload, response, sealed }, i) {
  const place = checked?.boxes?.[i] ?? null;
  if (place === null || place !== standing(payload, response)[i] || payload.own?.includes(i)) return nothing;
  const right = detail.items?.[i] === "right";
  const text = sealed.feedback?.items?.[i][place];
  return feedback(right ? "right" : "wrong", right ? "spectrum.supported" : "spectrum.against", text, id(`feedback-${i}`));
}

/** The placing that is defended, and why. @param {View} view @param {(part: Response) => void} change */
function defence(view, change) {
  const { id, payload, response } = view;
  const { items = [], defended } = payload;
  return html`<div class=${defended === undefined ? "" : "seminar-sort"}>
    ${defended === undefined
      ? html`<div class="seminar-pair">
          <div class="seminar-pair__text" id=${id("text-defended")}>${word("spectrum.defend")}</div>
          ${select(view, "defended", {
            order: items.map((_, i) => i),
            names: items.map(plain),
            chosen: response.choice ?? null,
            said: nothing,
            change: (choice) => change({ choice: choice ?? undefined }),
          })}
        </div>`
      : html`<p class="seminar-text__label">${word("spectrum.defend.one")} ${author(items[defended])}</p>`}
    ${becauseField(view, change)} ${view.checked ? checklist(view) : nothing}
  </div>`;
}

/** @type {import("../types.d.ts").Kind} */
export const spectrum = {
  clean(response, payload) {
    const boxes = standing(payload, response);
    const choice = payload.defended === undefined ? position(response.choice, boxes.length) : undefined;
    return {
      ...(filled(boxes) === "empty" ? {} : { boxes }),
      ...(choice === undefined ? {} : { choice }),
      ...(typed(response.because) ? { because: response.because } : {}),
      ...ticks(response),
    };
  },
  extent(response, payload) {
    if (!Object.keys(response).length) return "empty";
    const whole = spectrum.lacks(response, payload) === null && filled(marked(payload, response)) === "complete";
    return whole ? "complete" : "partial";
  },
  lacks(response, payload) {
    const which = payload.defended ?? response.choice;
    if (filled(marked(payload, response)) === "empty") return word("spectrum.lacks");
    if (which === undefined) return word("spectrum.lacks.which");
    if (standing(payload, response)[which] === null) return word("spectrum.lacks.place", { item: plain((payload.items ?? [])[which]) });
    return response.because?.trim() ? null : word("lacks.because");
  },
  // Ticking the checklist is part of a checked answer, and so is mending the reason beside it.
  stays: (response, checked) =>
    Boolean(response.because?.trim()) && response.choice === checked.choice && String(response.boxes) === String(checked.boxes),
  body(view) {
    const { payload, response } = view;
    const { items = [], own, reads = [] } = payload;
    const now = standing(payload, response);
    /** @param {Response} part */
    const change = (part) => view.change(spectrum.clean({ ...response, ...part }, payload));
    return html`<p class="seminar-how">${word("spectrum.how")}</p>
      ${scale(view)}
      ${items.map(
        (text, i) =>
          html`<fieldset class="seminar-sort">
            <legend class="seminar-sort__text">${author(text)}</legend>
            ${reads[i] ? html`<p class="seminar-how">${word("spectrum.read")} ${author(reads[i])}</p>` : nothing}
            ${own?.includes(i)
              ? html`<p class="seminar-how">
                  ${word("spectrum.own")}
                  ${view.opinions ? html`<a href=${view.opinions}>${word("spectrum.opinions")}</a>` : nothing}
                </p>`
              : nothing}
            ${row(view, i, now[i], said(view, i), (place) => change({ boxes: put(now, i, place) }))}
          </fieldset>`,
      )}
      ${defence(view, change)}`;
  },
  solved({ payload, sealed }) {
    const { boxes = [], items = [] } = payload;
    const key = /** @type {(number[] | null)[]} */ (sealed.rule.key);
    return html`<ul class="seminar-notes">
      ${key.map((places, i) => {
        if (!places) return nothing;
        const [first, last] = [boxes[places[0]], boxes[places[places.length - 1]]].map(plain);
        return html`<li>
          ${author(items[i])}: <strong>${places.length > 1 ? word("spectrum.band", { first, last }) : first}</strong>
          <div>${author(sealed.feedback?.items?.[i][places[0]])}</div>
        </li>`;
      })}
    </ul>`;
  },
  result({ detail }) {
    const how = /** @type {string[]} */ (detail.items ?? []).filter((x) => x !== "own");
    return word("spectrum.result", { right: how.filter((x) => x === "right").length, n: how.length });
  },
  remark: ({ response, sealed }) =>
    html`<p class="seminar-remark">
      ${word("spectrum.reason", { k: response.checked?.length ?? 0, n: sealed.checklist?.length ?? 0 })}
    </p>`,
};
