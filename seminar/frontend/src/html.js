/** The few templates that all kinds share, and lit's own from one place. */
import { html, nothing } from "lit/html.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { word } from "./words.js";

export { html, nothing, render, svg } from "lit/html.js";
export { repeat } from "lit/directives/repeat.js";
export { live } from "lit/directives/live.js";

/** Up to here boxes are radio buttons in a row, above it a menu. */
export const FEW = 5;

/** Author's HTML, never what a person typed. @param {string | null | undefined} text */
export const author = (text) => (text ? unsafeHTML(text) : nothing);

/** The text of author's HTML, for a control that takes no markup. @param {string} text */
export function plain(text) {
  if (!text.includes("<") && !text.includes("&")) return text;
  const body = new DOMParser().parseFromString(text, "text/html").body;
  return (body.textContent ?? "").replace(/\s+/g, " ").trim();
}

const PATHS = {
  right: "M3 8.5 6.5 12 13 4.5",
  wrong: "M4 4l8 8M12 4l-8 8",
  missed: "M8 3.5v6M8 12.2v.3",
};

/** @param {keyof typeof PATHS} name */
export const icon = (name) =>
  html`<svg class="seminar-icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${PATHS[name]}></path></svg>`;

/**
 * How a part of an answer did, in a mark and words, with the author's feedback.
 * @param {keyof typeof PATHS} tone
 * @param {import("./words.js").Word} label
 * @param {string | null | undefined} text author's HTML
 * @param {string} id
 */
export const feedback = (tone, label, text, id) =>
  html`<div class="seminar-feedback seminar-feedback--${tone} ${text ? "" : "seminar-feedback--bare"}" id=${id}>
    <span class="seminar-mark">${icon(tone)}${word(label)}</span>
    ${text ? html`<div class="seminar-feedback__text">${author(text)}</div>` : nothing}
  </div>`;

/**
 * `value` where it is a position below `length`, else `undefined`.
 * @param {unknown} value
 * @param {number} length
 */
export const position = (value, length) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < length ? Number(value) : undefined;

/**
 * A list of positions or gaps, as long as the exercise has items; anything else is all gaps.
 * @param {unknown} value
 * @param {number} items
 * @param {number} targets
 * @returns {(number | null)[]}
 */
export function assignment(value, items, targets) {
  const list = Array.isArray(value) ? value : [];
  return Array.from({ length: items }, (_, i) => position(list[i], targets) ?? null);
}

/** @param {(number | null)[]} list */
export function filled(list) {
  const given = list.filter((x) => x !== null).length;
  return given === 0 ? "empty" : given < list.length ? "partial" : "complete";
}
