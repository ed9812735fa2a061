/** How far the student is on this page, under its title. */
import { html, nothing, render } from "./html.js";
import { word } from "./words.js";

/**
 * @typedef {object} Entry
 * @property {string} title
 * @property {HTMLElement} place
 * @property {() => import("./types.d.ts").Record | null} record
 */

/** An exercise counts once it was checked, or its prediction committed; trying again takes nothing back. */
const done = (/** @type {Entry} */ { record }) => {
  const now = record();
  return now !== null && now.attempts > 0;
};

/**
 * @param {HTMLElement} el
 * @param {Entry[]} entries in the page's order
 * @param {string} [work] the address of the page with all exercises
 * @param {(() => void) | null} [keep] where answers may not outlive the page, or not leave it: shows how to save them
 */
export function showProgress(el, entries, work, keep) {
  const n = entries.length;
  if (!n) return;
  const answered = entries.filter(done).length;
  const next = entries.find((entry) => !done(entry));
  el.hidden = false;
  el.role = "group";
  el.ariaLabel = word("progress.label");
  render(
    html`<p class="seminar-progress__line">
        <span class="seminar-progress__count">${answered === n ? word("progress.all", { n }) : word("progress", { done: answered, n })}${work
          ? html` · <a class="seminar-progress__work" href=${work}>${word("progress.work")}</a>`
          : nothing}</span>
        ${keep ? html`<button type="button" class="seminar-progress__keep" @click=${keep}>${word("progress.keep")}</button>` : nothing}
        ${next ? html`<a class="seminar-progress__next" href=${`#${next.place.id}`}>${word("progress.next", { title: next.title })}</a>` : nothing}
      </p>
      <div class="seminar-progress__bar" aria-hidden="true"><span style=${`width: ${(100 * answered) / n}%`}></span></div>`,
    el,
  );
}
