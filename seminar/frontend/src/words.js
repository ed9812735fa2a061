/** Every word that the front end shows, from the one catalogue. */
import catalogue from "../../words/en.json";

/** @typedef {keyof typeof catalogue} Word */

const plural = new Intl.PluralRules(catalogue.locale);

/**
 * The words for a key, with `{name}` filled in; a key with plural forms chooses by `n`.
 * @param {Word} key
 * @param {{[name: string]: string | number}} [values]
 * @returns {string}
 */
export function word(key, values = {}) {
  const entry = /** @type {string | {[form: string]: string}} */ (catalogue[key]);
  const text = typeof entry === "string" ? entry : (entry[plural.select(Number(values.n))] ?? entry.other);
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * Hundredths of a point as a person writes them: 150 is "1.5".
 * @param {number} hundredths
 */
export const points = (hundredths) => String(hundredths / 100);

/**
 * A day as a person writes it: "21 November 2026"; an unreadable time is given back as it is.
 * @param {string} time ISO time
 */
export function day(time) {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return date.toLocaleDateString(catalogue.locale, { day: "numeric", month: "long", year: "numeric" });
}

/**
 * A moment as a person writes it: "3 March 2026, 10:05".
 * @param {string} time ISO time
 */
export const moment = (time) =>
  `${day(time)}, ${new Date(time).toLocaleTimeString(catalogue.locale, { hour: "2-digit", minute: "2-digit" })}`;
