/**
 * The file in which a student hands in an assignment: made, read and written, as `seminar/exercises/submission.py` does.
 *
 * @typedef {import("../types.d.ts").Submission} Submission
 * @typedef {Exclude<import("../work/file.js").Reason, "large"> | "altered"} Reason why a file was refused
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { BOOK_VERSION, FINGERPRINT, MOMENT, canonical, gap, isId, isResponse, isText, like, list, opened, shaped, sorted, whole } from "../work/file.js";

const FORMAT = "seminar-submission";
const VERSION = 1;
const MOST_VARIANTS = 50;
const MOST_ANSWERS = 1000;
/** The most characters of a name or an id. */
export const LONGEST_NAME = 200;
/** The names of the file's own fields, as they stand in it. */
const HEAD = /** @type {const} */ (["format", "version", "book", "book_version", "assignment", "made_with", "student", "handed_in", "receipt"]);

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
// What both languages take for white space; their own ideas of it differ.
const AROUND = /^[ \t\r\n\u00a0\u202f]+|[ \t\r\n\u00a0\u202f]+$/g;

/** @param {string} text */
const digest = (text) => sha256(new TextEncoder().encode(text));
/** @param {Iterable<number>} bytes */
const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** What tells one answer from another. @param {unknown} value */
export const short = (value) => hex(digest(canonical(value)).slice(0, 4));

// Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Devanagari, Thai, Georgian, Hangul, kana: on their forms and
// small letters every version of Unicode agrees. Of others a newer one may think otherwise.
const SETTLED =
  /[\u0000-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u052f\u0531-\u0556\u0559-\u058a\u0591-\u05c7\u05d0-\u05ea\u0600-\u06ff\u0900-\u097f\u0e01-\u0e3a\u0e3f-\u0e5b\u10d0-\u10ff\u1100-\u11ff\u1c90-\u1cba\u1cbd-\u1cbf\u1e00-\u1fff\u3041-\u3096\u3099-\u30ff\uac00-\ud7a3]+/gu;

/** An id as it counts: without white space around it, in NFC, in small letters; other scripts as typed. @param {string} id */
export const normal = (id) => id.replace(AROUND, "").replace(SETTLED, (found) => found.normalize("NFC").toLowerCase());

/**
 * Which of `count` variants a student's is.
 * @param {string} assignment
 * @param {string} exercise
 * @param {string} student the id as typed
 * @param {number} count
 */
export const pick = (assignment, exercise, student, count) =>
  Number(BigInt(`0x${hex(digest(`${assignment}/${exercise}/${normal(student)}`))}`) % BigInt(count));

/**
 * The name of the file: small letters, digits and hyphens, whatever was typed; no two ids share one.
 * @param {string} assignment
 * @param {string} student the id as typed
 */
export function fileName(assignment, student) {
  const known = normal(student);
  const short = (known.match(/[a-z0-9]+/g) ?? []).join("-").slice(0, 40).replace(/-+$/, "");
  const hash = short === known ? "" : hex(digest(known).slice(0, 4));
  return `${[assignment, short, hash].filter(Boolean).join("-")}.json`;
}

/**
 * The short code by which a student can show what was handed in, such as "7QK3-M9TD".
 * @param {Omit<Submission, "receipt">} submission
 */
export function receipt(submission) {
  const { receipt: _, ...content } = /** @type {Submission} */ (submission);
  const bits = BigInt(`0x${hex(digest(canonical(content)).slice(0, 5))}`);
  const code = Array.from({ length: 8 }, (_, i) => CROCKFORD[Number((bits >> BigInt(35 - 5 * i)) & 31n)]).join("");
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * What is handed in, with its receipt.
 * @param {Omit<Submission, "format" | "version" | "receipt">} content
 * @returns {Submission}
 */
export function submission(content) {
  const text = JSON.stringify({ format: FORMAT, version: VERSION, ...content });
  // Half of a character can be typed, but not be written into a file.
  const made = JSON.parse(text, (_, value) => (typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value));
  return { ...made, receipt: receipt(made) };
}

/** The file's text, an answer a line. @param {Submission} submission */
export function write(submission) {
  const head = HEAD.map((name) => ` "${name}": ${sorted(submission[name])},\n`).join("");
  const answers = submission.answers.map((answer) => `  ${sorted(answer)}`).join(",\n");
  return `{\n${head} "answers": ${answers ? `[\n${answers}\n ]` : "[]"},\n "withheld": ${sorted(submission.withheld)}\n}\n`;
}

/** @type {import("../work/file.js").Check} */
const isName = (value) => isText(value) && [.../** @type {string} */ (value)].length <= LONGEST_NAME;

const isSubmission = shaped({
  format: (value) => value === FORMAT,
  version: (value) => value === VERSION,
  book: isId,
  book_version: like(BOOK_VERSION),
  assignment: isId,
  made_with: (value) => value === "page" || value === "release",
  student: shaped({ id: (value) => isName(value) && normal(/** @type {string} */ (value)) !== "", name: isName }),
  handed_in: like(MOMENT),
  receipt: like(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
  answers: (value) =>
    Array.isArray(value) &&
    value.length <= MOST_ANSWERS &&
    value.every(
      shaped(
        {
          exercise: isId,
          question: like(FINGERPRINT),
          variant: gap(whole(MOST_VARIANTS - 1)),
          response: isResponse,
          changed: like(MOMENT),
        },
        { fingerprint: like(FINGERPRINT) },
      ),
    ),
  withheld: (value) => Array.isArray(value) && value.length <= MOST_ANSWERS && list(isId)(value),
});

/**
 * What was handed in of `book`, or why there is nothing.
 * @param {string} text
 * @param {string} book
 * @returns {Submission | Reason}
 */
export function read(text, book) {
  const found = opened(text, book, FORMAT, VERSION, isSubmission);
  if (typeof found === "string") return found;
  const made = /** @type {Submission} */ (/** @type {unknown} */ (found));
  const names = [...made.answers.map(({ exercise }) => exercise), ...made.withheld];
  const paged = made.made_with === "page";
  if (new Set(names).size < names.length || made.answers.some((answer) => Object.hasOwn(answer, "fingerprint") !== paged)) return "damaged";
  return made.receipt === receipt(made) ? made : "altered";
}
