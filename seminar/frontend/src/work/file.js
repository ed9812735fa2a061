/**
 * The file in which a student's work travels: read, checked, merged and written, as `seminar/exercises/work.py` does.
 *
 * @typedef {import("../types.d.ts").Given} Answer
 * @typedef {import("../types.d.ts").Work} Work
 * @typedef {"large" | "unreadable" | "foreign" | "newer" | "damaged"} Reason why a file was refused
 */

const FORMAT = "seminar-work";
const VERSION = 1;
/** The most bytes that a file may have; a larger one is not even read. */
export const LARGEST = 20_000_000;
const MOST_ANSWERS = 100_000;

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const FINGERPRINT = /^[0-9a-f]{16}$/;
// Of one width and in UTC, so that the order of the texts is the order of the moments.
export const MOMENT =
  /^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z$/;
export const BOOK_VERSION = /^[0-9A-Za-z.+-]{1,40}$/;
const SETTING = /^[A-Za-z_][A-Za-z0-9_]*$/;
const RESERVED = ["__proto__", "constructor", "prototype"];
const STATES = ["in-progress", "answered", "checked", "committed"];

/** @typedef {(value: unknown) => boolean} Check */

/** Half of a character, which no file in UTF-8 can hold, is no text. @type {Check} */
export const isText = (value) => typeof value === "string" && !/\p{Surrogate}/u.test(value);
/** @param {RegExp} form @returns {Check} */
export const like = (form) => (value) => typeof value === "string" && form.test(value);
/** @param {number} most @returns {Check} */
export const whole = (most) => (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;
/** @type {Check} */
const flag = (value) => typeof value === "boolean";
/** @param {Check} check @returns {Check} */
export const gap = (check) => (value) => value === null || check(value);
/** @param {Check} check @returns {Check} */
export const list = (check) => (value) => Array.isArray(value) && value.every(check);
/** @type {Check} */
export const isId = (value) => like(ID)(value) && String(value).length <= 200;

/** @param {unknown} value @returns {value is {[name: string]: unknown}} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** An object with these fields and no others. @param {{[name: string]: Check}} fields @param {{[name: string]: Check}} [optional] */
export const shaped = (fields, optional = {}) => {
  const known = new Map(Object.entries({ ...fields, ...optional }));
  return (/** @type {unknown} */ value) =>
    isObject(value) &&
    Object.keys(fields).every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, field]) => known.get(name)?.(field) ?? false);
};

const position = whole(999);
/** @type {Check} */
const settings = (value) =>
  isObject(value) &&
  Object.entries(value).every(([name, text]) => SETTING.test(name) && !RESERVED.includes(name) && isText(text));

export const isResponse = shaped(
  {},
  {
    choice: position,
    choices: list(position),
    number: isText,
    order: list(position),
    pairs: list(gap(position)),
    boxes: list(gap(position)),
    text: isText,
    checked: list(position),
    low: isText,
    high: isText,
    values: (value) => list(gap(isText))(value) || settings(value),
    because: isText,
    committed: flag,
  },
);

export const isAnswer = shaped(
  {
    fingerprint: like(FINGERPRINT),
    response: isResponse,
    state: (value) => STATES.includes(/** @type {string} */ (value)),
    attempts: whole(1_000_000),
    hints: whole(1_000_000),
    solution: flag,
    changed: like(MOMENT),
  },
  { chosen: like(MOMENT) },
);

const isWork = shaped({
  format: (value) => value === FORMAT,
  version: (value) => value === VERSION,
  book: isId,
  book_version: like(BOOK_VERSION),
  saved: like(MOMENT),
  exercises: (value) =>
    Array.isArray(value) &&
    // Counted before anything in them is looked at.
    value.reduce((sum, entry) => sum + (Array.isArray(entry?.answers) ? entry.answers.length : 1), 0) <= MOST_ANSWERS &&
    value.every(shaped({ id: isId, answers: (answers) => list(isAnswer)(answers) && /** @type {unknown[]} */ (answers).length > 0 })) &&
    new Set(value.map(({ id }) => id)).size === value.length,
});

/**
 * The work in a file of `book`, its answers in order, or why there is none.
 * @param {string} text
 * @param {string} book
 * @returns {Work | Reason}
 */
export function read(text, book) {
  const found = opened(text, book, FORMAT, VERSION, isWork);
  if (typeof found === "string") return found;
  const work = /** @type {Work} */ (/** @type {unknown} */ (found));
  return { ...work, exercises: ordered(work.exercises) };
}

/**
 * What a file of `book` says, or why there is nothing.
 * @param {string} text
 * @param {string} book
 * @param {string} format
 * @param {number} newest the newest version that can be read
 * @param {Check} check
 * @returns {Record<string, unknown> | Exclude<Reason, "large">}
 */
export function opened(text, book, format, newest, check) {
  /** @type {unknown} */
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return "unreadable";
  }
  if (!isObject(found) || found.format !== format || found.book !== book) return "foreign";
  if (Number.isInteger(found.version) && Number(found.version) > newest) return "newer";
  return check(found) ? found : "damaged";
}

/** JSON with the names of objects in order. @param {unknown} value @returns {string} */
export const sorted = (value) =>
  JSON.stringify(value, (_, part) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

/** A value as text, all in ASCII: the two languages order other characters differently. @param {unknown} value */
export const canonical = (value) =>
  sorted(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** When an answer became the one that counts. @param {Answer} answer */
export const when = ({ changed, chosen = "" }) => (chosen > changed ? chosen : changed);

/**
 * Answers without repetition, the newest first; of two from one moment the content decides.
 * @param {Answer[]} answers
 * @returns {Answer[]}
 */
export function newestFirst(answers) {
  const known = new Map(answers.map((answer) => [`${when(answer)} ${canonical(answer)}`, answer]));
  return [...known].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, answer]) => answer);
}

/** @param {Work["exercises"]} entries */
function ordered(entries) {
  /** @type {Map<string, Answer[]>} */
  const all = new Map();
  for (const { id, answers } of entries) all.set(id, [...(all.get(id) ?? []), ...answers]);
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, answers]) => ({ id, answers: newestFirst(answers) }));
}

/**
 * All that either holds, each answer once; which is first does not matter.
 * @param {Work} one
 * @param {Work} other
 * @returns {Work}
 */
export function merge(one, other) {
  const later = `${other.saved} ${other.book_version}` > `${one.saved} ${one.book_version}` ? other : one;
  return { ...later, exercises: ordered([...one.exercises, ...other.exercises]) };
}

/**
 * A new file's content.
 * @param {string} book
 * @param {string} version the book's
 * @param {Work["exercises"]} exercises
 * @returns {Work}
 */
export const work = (book, version, exercises) => ({
  format: FORMAT,
  version: VERSION,
  book,
  book_version: version,
  saved: new Date().toISOString(),
  exercises: ordered(exercises),
});

/** The file's text, an answer a line. @param {Work} work */
export function write({ exercises, ...head }) {
  const { format, version, book, book_version, saved } = head;
  const lines = Object.entries({ format, version, book, book_version, saved }).map(
    ([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  const entries = exercises.map(
    ({ id, answers }) =>
      `  {"id": ${JSON.stringify(id)}, "answers": [\n${answers.map((answer) => `   ${sorted(answer)}`).join(",\n")}\n  ]}`,
  );
  return `{\n${lines.join("")} "exercises": ${entries.length ? `[\n${entries.join(",\n")}\n ]` : "[]"}\n}\n`;
}

const OPINIONS = ["prediction", "draw", "reveal", "short-text", "spectrum"];

/**
 * Whether an answer says what a person thinks. Where the exercise is not in the book any more, it may.
 * @param {string | undefined} type the exercise's
 * @param {Answer} answer
 */
export const isOpinion = (type, { response, state }) =>
  type === undefined || OPINIONS.includes(type) || state === "committed" || Boolean(response.text || response.because);
