/** Answers to an exercise beside the one that counts. */
import { html } from "lit/html.js";
import { moment, word } from "../words.js";
import { when } from "./file.js";

/** @typedef {import("../types.d.ts").Given} Answer */

/** The longest text of an answer that stands in the list. */
const LONGEST = 300;

/** What a person typed in an answer. @param {Answer} answer */
export function typed({ response: { text, number, because } }) {
  const all = [text, number, because].filter(Boolean).join(" · ");
  return all.length > LONGEST ? `${all.slice(0, LONGEST)} …` : all;
}

/**
 * @param {Answer[]} answers
 * @param {string} fingerprint of the exercise as it is now
 * @param {(answer: Answer) => void} bringBack
 */
export const earlier = (answers, fingerprint, bringBack) =>
  html`<details class="seminar-work__earlier">
    <summary>${word("work.earlier", { n: answers.length })}</summary>
    <ul>
      ${answers.map(
        (answer) => html`<li>
          ${answer.fingerprint === fingerprint
            ? html`<button type="button" @click=${() => bringBack(answer)}>${word("work.back", { date: moment(when(answer)) })}</button>`
            : word("work.corrected", { date: moment(when(answer)) })}
          ${typed(answer) ? html`<span class="seminar-work__typed">${word("work.typed", { text: typed(answer) })}</span>` : ""}
        </li>`,
      )}
    </ul>
  </details>`;
