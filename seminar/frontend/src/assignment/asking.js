/** Who the student is, asked at the first exercise that has a variant for each. */
import { next } from "../exercise.js";
import { html, render } from "../html.js";
import { word } from "../words.js";
import { LONGEST_NAME, normal } from "./submission.js";

/**
 * @param {HTMLElement} el
 * @param {string} title the exercise's
 * @param {import("../words.js").Word} why what becomes of the id
 * @param {(id: string) => void} given
 */
export function askId(el, title, why, given) {
  const name = `seminar-asking-${next()}`;
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const input = /** @type {HTMLInputElement} */ (el.querySelector("input"));
    if (normal(input.value)) given(input.value);
    else input.focus();
  };
  el.classList.add("seminar-root");
  render(
    html`<form class="seminar-card seminar-noprint" @submit=${submit}>
      <p class="seminar-card__title">${title}</p>
      <p>${word("assignment.variants.why")}</p>
      <div class="seminar-number">
        <label class="seminar-number__label" for=${name}>${word("assignment.student.id")}</label>
        <span class="seminar-number__row">
          <input class="seminar-input" id=${name} type="text" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength=${LONGEST_NAME} />
          <button class="seminar-button seminar-button--main" type="submit">${word("assignment.variants.show")}</button>
        </span>
      </div>
      <p class="seminar-aside">${word(why)}</p>
    </form>`,
    el,
  );
}

/**
 * One more that waits for it, and where it is asked.
 * @param {HTMLElement} el
 * @param {string} title the exercise's
 * @param {import("../types.d.ts").Payload} first
 */
export function waits(el, title, first) {
  el.classList.add("seminar-root");
  render(
    html`<div class="seminar-card seminar-noprint">
      <p class="seminar-card__title">${title}</p>
      <p>${word("assignment.variants.waits")} <a href="#exercise-${first.id}">${first.title}</a></p>
    </div>`,
    el,
  );
}
