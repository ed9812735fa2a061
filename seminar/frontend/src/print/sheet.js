/**
 * A student's whole work on paper: every answer in words, under its question. `seminarTexts` has the questions, from
 * `seminar/sphinx/texts.py`.
 *
 * @typedef {import("../types.d.ts").Given} Answer
 * @typedef {import("../types.d.ts").Response} Response
 * @typedef {{id: string, title: string, answer: Answer}} Answered
 * @typedef {import("../types.d.ts").Payload & {order?: string,
 *   parameters?: {name: string, label: string, values: unknown[], texts: string[]}[]}} Text
 */
import { author, html, nothing, position, render } from "../html.js";
import { unseal } from "../seal.js";
import { day, word } from "../words.js";
import { clear, printed } from "./chapter.js";

/**
 * Texts in the order of the file, whose places answers name.
 * @param {Text} text
 * @param {"items" | "rights"} field
 */
function filed(text, field) {
  const texts = text[field] ?? [];
  const shown = text.order ? unseal(text.order).shown : null;
  return shown ? texts.map((_, i) => texts[shown.indexOf(i)]) : texts;
}

/** @param {string[]} texts @param {unknown} i */
const at = (texts, i) => {
  const place = position(i, texts.length);
  return place === undefined ? html`<em>${word("sheet.open")}</em>` : author(texts[place]);
};

/**
 * Each left text with what it was given.
 * @param {string[]} lefts
 * @param {string[]} rights
 * @param {unknown[]} given
 */
const pairs = (lefts, rights, given) =>
  html`<ul>
    ${lefts.map((left, i) => html`<li>${author(left)} → <strong>${at(rights, given[i])}</strong></li>`)}
  </ul>`;

/**
 * The numbers of a drawn line, or the settings of a model.
 * @param {Text} text
 * @param {any} values
 */
function listed({ xs = [], unit = "", parameters = [] }, values) {
  /** @type {[string, string][]} */
  const rows = Array.isArray(values)
    ? xs.map((x, i) => [x, values[i] ? `${values[i]} ${unit}` : word("sheet.open")])
    : Object.entries(values).map(([name, value]) => {
        const found = parameters.find((each) => each.name === name);
        const place = found?.values.findIndex((each) => String(each) === value) ?? -1;
        return [found?.label ?? name, found?.texts[place] ?? String(value)];
      });
  return html`<ul>
    ${rows.map(([name, value]) => html`<li>${name}: ${value}</li>`)}
  </ul>`;
}

/** An answer in words. @param {Text} text @param {Response} response */
function said(text, response) {
  const { options = [], lefts = [], boxes = [], items = [], unit = "" } = text;
  const { choice, choices, number, order, pairs: paired, boxes: sorted, values, low, high, because } = response;
  return html`
    ${choice === undefined || sorted ? nothing : html`<p>${at(options, choice)}</p>`}
    ${choices?.length === 0 ? html`<p>${word("sheet.none")}</p>` : nothing}
    ${choices?.length ? html`<ul>${choices.map((i) => html`<li>${at(options, i)}</li>`)}</ul>` : nothing}
    ${number ? html`<p>${number} ${unit}</p>` : nothing}
    ${order ? html`<ol>${order.map((i) => html`<li>${at(filed(text, "items"), i)}</li>`)}</ol>` : nothing}
    ${paired ? pairs(lefts, filed(text, "rights"), paired) : nothing}
    ${sorted ? pairs(items, boxes, sorted) : nothing}
    ${sorted && choice !== undefined ? html`<p>${word("sheet.defended")} ${at(items, choice)}</p>` : nothing}
    ${values ? listed(text, values) : nothing}
    ${low || high ? html`<p>${word("sheet.range", { low: low ?? "", high: high ?? "" })} ${unit}</p>` : nothing}
    ${response.text ? html`<p class="seminar-sheet__text">${response.text}</p>` : nothing}
    ${because ? html`<p>${word("predict.reason")}:</p><p class="seminar-sheet__text">${because}</p>` : nothing}
  `;
}

/** The title of the chapter under which the page lists an exercise. @param {string} id */
function chapter(id) {
  const link = document.querySelector(`.seminar-exercises a[href$="#exercise-${CSS.escape(id)}"]`);
  const heading = link?.closest("section")?.querySelector("h2");
  return (heading?.querySelector("a:not(.headerlink)") ?? heading)?.textContent ?? "";
}

/** @param {Answered[]} answered in the order of the book */
export function printWork(answered) {
  clear();
  /** @type {{[id: string]: Text}} */
  const texts = /** @type {any} */ (globalThis).seminarTexts ?? {};
  const sheet = document.createElement("div");
  sheet.className = "seminar-sheet";
  let before = "";
  render(
    html`<h1>${word("sheet.title")}</h1>
      <p class="seminar-sheet__about">${document.title} · ${word("sheet.date", { date: day(new Date().toISOString()) })}</p>
      ${answered.map(({ id, title, answer }) => {
        const text = texts[id];
        // An answer to another wording would be read under a question that it does not answer.
        const fits = text?.fingerprint === answer.fingerprint;
        const under = chapter(id);
        const heading = under === before ? nothing : html`<h2>${under}</h2>`;
        before = under;
        return html`${heading}
          <section class="seminar-sheet__exercise">
            <h3>${title}</h3>
            <p class="seminar-sheet__about">${word(`work.state.${answer.state}`)} · ${day(answer.changed)}</p>
            ${fits ? html`<div>${author(text.prompt)}</div>` : nothing}
            <div class="seminar-sheet__answer">${said(fits ? text : /** @type {Text} */ ({}), answer.response)}</div>
          </section>`;
      })}`,
    sheet,
  );
  (document.querySelector("article") ?? document.body).append(sheet);
  printed("work");
}
