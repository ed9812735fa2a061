// Numbers as people type them: one grammar, here and in seminar/exercises/numbers.py.

/** The white space that both languages trim (their own ideas of it differ). */
const WHITE = " \\t\\r\\n\\u00a0\\u202f";
const AROUND = new RegExp(`^[${WHITE}]+|(?<![${WHITE}])[${WHITE}]+$`, "g");
const NUMBER = /^([+\-\u2212]?)([0-9]*)(?:[.,]([0-9]*))?$/;
const LONGEST = 30;

/**
 * The text without the white space around it.
 * @param {string} text
 */
export function trim(text) {
  return text.replace(AROUND, "");
}

/**
 * The number as plain decimal digits (" +7,50" is "7.5", "-0" is "0"), exactly as typed; null if it is none.
 * @param {string} typed
 * @returns {string | null}
 */
export function canonical(typed) {
  const text = trim(typed);
  const found = text.length <= LONGEST ? NUMBER.exec(text) : null;
  if (!found || !(found[2] || found[3])) return null;
  const whole = found[2].replace(/^0+/, "") || "0";
  const fraction = (found[3] ?? "").replace(/0+$/, "");
  const digits = fraction ? `${whole}.${fraction}` : whole;
  return (found[1] === "-" || found[1] === "\u2212") && digits !== "0" ? `-${digits}` : digits;
}

/**
 * Negative, 0 or positive as `a` is below, equal to or above `b`; exact, for plain decimal digits of any length.
 * @param {string} a
 * @param {string} b
 * @returns {number}
 */
export function compare(a, b) {
  const places = Math.max(decimals(a), decimals(b));
  const difference = scaled(a, places) - scaled(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** @param {string} number */
function decimals(number) {
  const point = number.indexOf(".");
  return point < 0 ? 0 : number.length - point - 1;
}

/**
 * @param {string} number
 * @param {number} places
 */
function scaled(number, places) {
  return BigInt(number.replace(".", "") + "0".repeat(places - decimals(number)));
}
