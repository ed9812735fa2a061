// Marks by rules that two languages share. The rules, the policies of partial credit and the codes are described
// once, in seminar/exercises/marking.py; this module must always agree with it.

import { canonical, compare, trim } from "./numbers.js";

/**
 * @typedef {{ kind: "choices", points: number, correct: boolean[], policy: string }} ChoicesRule
 * @typedef {{ from: string | null, to: string | null, credit: number }} Band
 * @typedef {{ kind: "bands", points: number, bands: Band[], parameter?: string }} BandsRule
 * @typedef {{ kind: "order", points: number, length: number, policy: string }} OrderRule
 * @typedef {{ kind: "assign", points: number, field: "pairs" | "boxes", key: (number[] | null)[], targets: number,
 *   policy: string }} AssignRule
 * @typedef {{ kind: "by-hand", points: number, checklist: number }} ByHandRule
 * @typedef {{ kind: "complete", points: number, needs: string[], options: number }} CompleteRule
 * @typedef {{ kind: "series", points: number, length: number, bands: [string, string][] | null, needs: string[] }}
 *   SeriesRule
 * @typedef {ChoicesRule | BandsRule | OrderRule | AssignRule | ByHandRule | CompleteRule | SeriesRule} Rule
 *
 * @typedef {{
 *   reason: "right" | "partly" | "wrong" | "empty" | "malformed" | "by-hand" | "complete" | "incomplete",
 *   problem?: string,
 *   missing?: string[],
 *   options?: ("right" | "wrong" | "missed" | "left")[],
 *   band?: number | null,
 *   places?: boolean[], joins?: boolean[], kept?: number,
 *   items?: ("right" | "wrong" | "missed" | "own")[],
 *   inside?: boolean[],
 *   checked?: number,
 * }} Detail
 * @typedef {{ points: number | null, of: number, detail: Detail }} Mark
 *
 * @typedef {{ [field: string]: unknown }} Given
 * @typedef {[part: number, whole: number]} Share
 */

class Malformed extends Error {
  /** @param {string | null} problem its code; null for an empty response */
  constructor(problem) {
    super(problem ?? "empty");
    this.problem = problem;
  }
}

/**
 * Mark a response (anything at all) by a rule.
 * @param {Rule} rule
 * @param {unknown} response
 * @returns {Mark}
 */
export function mark(rule, response) {
  const of = rule.points;
  try {
    return marked(rule, response);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const { problem } = error;
    return { points: 0, of, detail: problem === null ? { reason: "empty" } : { reason: "malformed", problem } };
  }
}

/**
 * @param {Rule} rule
 * @param {unknown} response
 * @returns {Mark}
 */
function marked(rule, response) {
  if (typeof response !== "object" || response === null || Array.isArray(response)) {
    throw new Malformed("not-an-object");
  }
  const given = /** @type {Given} */ (response);
  switch (rule.kind) {
    case "choices":
      return shared(rule, ...choices(rule, given));
    case "bands":
      return shared(rule, ...bands(rule, given));
    case "order":
      return shared(rule, ...order(rule, given));
    case "assign":
      return shared(rule, ...assign(rule, given));
    case "by-hand":
      return byHand(rule, given);
    case "complete":
      return complete(rule, given);
    case "series":
      return series(rule, given);
    default:
      throw new Error(`unknown kind of rule: ${JSON.stringify(rule)}`);
  }
}

/**
 * @param {Rule} rule
 * @param {Share} share
 * @param {Omit<Detail, "reason">} detail
 * @returns {Mark}
 */
function shared(rule, share, detail) {
  const part = Math.max(share[0], 0);
  const whole = share[1];
  const reason = part === whole ? "right" : part ? "partly" : "wrong";
  return { points: credit(rule.points, part, whole), of: rule.points, detail: { reason, ...detail } };
}

/**
 * `points` times `part`/`whole`, rounded half up, in integers.
 * @param {number} points
 * @param {number} part
 * @param {number} whole
 */
export function credit(points, part, whole) {
  return quotient(points * part + quotient(whole, 2), whole);
}

/**
 * @param {number} a
 * @param {number} b
 */
function quotient(a, b) {
  return (a - (a % b)) / b;
}

/**
 * @param {ChoicesRule} rule
 * @param {Given} response
 * @returns {[Share, Omit<Detail, "reason">]}
 */
function choices(rule, response) {
  const size = rule.correct.length;
  const taken = new Set(
    rule.policy === "one"
      ? [position(present(response, "choice"), size)]
      : positions(present(response, "choices"), size),
  );
  const options = rule.correct.map((right, i) =>
    taken.has(i) ? (right ? "right" : "wrong") : right ? "missed" : "left",
  );
  const right = count(options, "right");
  const wrong = count(options, "wrong");
  const missed = count(options, "missed");
  return [choicesShare(rule.policy, size, right, wrong, missed), { options }];
}

/**
 * @param {string} policy
 * @param {number} size
 * @param {number} right
 * @param {number} wrong
 * @param {number} missed
 * @returns {Share}
 */
function choicesShare(policy, size, right, wrong, missed) {
  const trues = right + missed;
  const falses = size - trues;
  switch (policy) {
    case "one":
      return [right, 1];
    case "each-item":
      return [size - wrong - missed, size];
    case "all-or-nothing":
      return [wrong || missed ? 0 : 1, 1];
    case "false":
    case "false2": {
      if (!trues) return [wrong ? 0 : 1, 1];
      if (!falses) return [right, trues];
      const penalty = policy === "false2" ? Math.max(falses, 2) : falses;
      return [right * penalty - wrong * trues, trues * penalty];
    }
    default:
      throw new Error(`unknown policy: ${policy}`);
  }
}

/**
 * @param {BandsRule} rule
 * @param {Given} response
 * @returns {[Share, Omit<Detail, "reason">]}
 */
function bands(rule, response) {
  const given = number(asked(rule, response));
  const found = rule.bands.findIndex(
    ({ from, to }) =>
      (from === null || compare(given, from) >= 0) && (to === null || compare(given, to) <= 0),
  );
  return found < 0 ? [[0, 100], { band: null }] : [[rule.bands[found].credit, 100], { band: found }];
}

/**
 * @param {BandsRule} rule
 * @param {Given} response
 */
function asked(rule, response) {
  if (rule.parameter === undefined) return present(response, "number");
  const values = present(response, "values");
  if (typeof values !== "object" || values === null || Array.isArray(values)) {
    throw new Malformed("not-an-object");
  }
  return present(/** @type {Given} */ (values), rule.parameter);
}

/**
 * @param {OrderRule} rule
 * @param {Given} response
 * @returns {[Share, Omit<Detail, "reason">]}
 */
function order(rule, response) {
  const given = positions(present(response, "order"), rule.length);
  if (given.length !== rule.length) throw new Malformed("wrong-length");
  const joins = given.slice(1).map((item, i) => item === given[i] + 1);
  const kept = joins.filter(Boolean).length;
  const places = given.map((item, place) => item === place);
  return [byPolicy(rule, [kept, rule.length - 1]), { places, joins, kept }];
}

/**
 * @param {AssignRule} rule
 * @param {Given} response
 * @returns {[Share, Omit<Detail, "reason">]}
 */
function assign(rule, response) {
  const given = list(present(response, rule.field));
  if (given.length !== rule.key.length) throw new Malformed("wrong-length");
  const targets = Array.from(given, (target) => (missing(target) ? null : position(target, rule.targets)));
  const items = targets.map((target, i) => {
    const accepted = rule.key[i];
    return accepted === null ? "own" : target === null ? "missed" : accepted.includes(target) ? "right" : "wrong";
  });
  const marked = items.length - count(items, "own");
  if (count(items, "missed") === marked) throw new Malformed(null);
  return [byPolicy(rule, [count(items, "right"), marked]), { items }];
}

/**
 * @param {ByHandRule} rule
 * @param {Given} response
 * @returns {Mark}
 */
function byHand(rule, response) {
  const written = text(present(response, "text"));
  const ticked = own(response, "checked");
  const checked = missing(ticked) ? 0 : positions(ticked, rule.checklist).length;
  if (!trim(written)) throw new Malformed(null);
  return { points: null, of: rule.points, detail: { reason: "by-hand", checked } };
}

/**
 * @param {SeriesRule} rule
 * @param {Given} response
 * @returns {Mark}
 */
function series(rule, response) {
  const made = complete(rule, response);
  if (made.detail.reason !== "complete" || rule.bands === null) return made;
  const values = list(own(response, "values"));
  const inside = rule.bands.map(([low, high], i) => {
    const value = number(values[i]);
    return compare(value, low) >= 0 && compare(value, high) <= 0;
  });
  return shared(rule, [inside.filter(Boolean).length, inside.length], { inside });
}

/**
 * @param {CompleteRule | SeriesRule} rule
 * @param {Given} response
 * @returns {Mark}
 */
function complete(rule, response) {
  const { needs, points } = rule;
  const absent = needs.filter((field) => lacks(rule, response, field));
  const has = (/** @type {string} */ field) => needs.includes(field) && !absent.includes(field);
  if (has("low") && has("high")) {
    const [low, high] = ["low", "high"].map((end) => number(own(response, end)));
    if (compare(low, high) > 0) throw new Malformed("low-above-high");
    // Of a drawing it is the last value.
    const forecast = has("number") ? own(response, "number") : has("values") ? list(own(response, "values")).at(-1) : low;
    if (compare(number(forecast), low) < 0 || compare(number(forecast), high) > 0) throw new Malformed("outside-own-range");
  }
  if (absent.length === needs.length && !(absent.includes("values") && begun(response))) throw new Malformed(null);
  if (absent.length) return { points: 0, of: points, detail: { reason: "incomplete", missing: absent } };
  return { points, of: points, detail: { reason: "complete" } };
}

/**
 * Whether some of the values of a drawing are there, the shape being right.
 * @param {Given} response
 */
function begun(response) {
  const values = own(response, "values");
  return Array.isArray(values) && !Array.from(values, blank).every(Boolean);
}

/**
 * Whether there is no number yet; throws at what is none.
 * @param {unknown} value
 */
function blank(value) {
  if (missing(value) || !trim(text(value))) return true;
  number(value);
  return false;
}

/**
 * @param {CompleteRule | SeriesRule} rule
 * @param {Given} response
 * @param {string} field
 */
function lacks(rule, response, field) {
  const value = own(response, field);
  if (missing(value)) return true;
  switch (field) {
    case "committed":
      if (typeof value !== "boolean") throw new Malformed("not-a-boolean");
      return !value;
    case "choice":
      position(value, /** @type {CompleteRule} */ (rule).options);
      return false;
    case "values": {
      const { length } = /** @type {SeriesRule} */ (rule);
      const values = list(value);
      if (values.length !== length) throw new Malformed("wrong-length");
      return Array.from(values, blank).some(Boolean);
    }
    case "because":
      return !trim(text(value));
    default:
      return blank(value);
  }
}

/**
 * @param {{ policy: string }} rule
 * @param {Share} share
 * @returns {Share}
 */
function byPolicy(rule, share) {
  return rule.policy === "all-or-nothing" ? [share[0] === share[1] ? 1 : 0, 1] : share;
}

/**
 * @param {string[]} words
 * @param {string} word
 */
function count(words, word) {
  return words.filter((other) => other === word).length;
}

/** @param {unknown} value */
function missing(value) {
  return value === null || value === undefined;
}

/**
 * @param {Given} response
 * @param {string} field
 */
function own(response, field) {
  return Object.hasOwn(response, field) ? response[field] : undefined;
}

/**
 * @param {Given} response
 * @param {string} field
 */
function present(response, field) {
  const value = own(response, field);
  if (missing(value)) throw new Malformed(null);
  return value;
}

/**
 * @param {unknown} value
 * @returns {unknown[]}
 */
function list(value) {
  if (!Array.isArray(value)) throw new Malformed("not-a-list");
  return value;
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function text(value) {
  if (typeof value !== "string") throw new Malformed("not-text");
  return value;
}

/** @param {unknown} value */
function number(value) {
  const typed = text(value);
  if (!trim(typed)) throw new Malformed(null);
  const found = canonical(typed);
  if (found === null) throw new Malformed("not-a-number");
  return found;
}

/**
 * @param {unknown} value
 * @param {number} size
 */
function position(value, size) {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value >= size) {
    throw new Malformed("not-a-position");
  }
  return value + 0; // -0 is 0
}

/**
 * @param {unknown} value
 * @param {number} size
 */
function positions(value, size) {
  const given = list(value);
  if (given.length > size) throw new Malformed("wrong-length");
  const found = Array.from(given, (item) => position(item, size)); // map would pass over holes
  if (new Set(found).size !== found.length) throw new Malformed("repeated");
  return found;
}
