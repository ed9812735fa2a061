/**
 * For anywidget: one exercise of a released assignment, or the cell that hands in.
 *
 * The model's "payload" is an exercise's without what is sealed, or `{type: "variants", assignment, variants}` with the
 * payloads of its variants, or `{type: "hand-in", …}`: an assignment's data and, as "exercises", the payloads of both
 * kinds. Beside it: "record" of an exercise; "student"; of the hand-in cell "records" by exercise, "handing", and
 * "submission", which it sets to `{file, text}` when the student hands in.
 */
import { keepKeys } from "../jupyter.js";
import { askId } from "./asking.js";
import { entry, render as show, whole } from "./answer.js";
import { HandIn, aHanding, aStudent } from "./hand-in.js";
import { normal, pick } from "./submission.js";

/**
 * @typedef {import("../types.d.ts").Model} Model
 * @typedef {import("../types.d.ts").Payload} Payload
 * @typedef {{type: "variants", assignment: string, variants: Payload[]}} Variants
 */

/** @param {Payload | Variants} payload @returns {payload is Variants} */
const isVariants = (payload) => payload.type === "variants";

/**
 * The payload that is the student's, and its position among the variants; the first before anybody knows.
 * @param {Payload | Variants} given
 * @param {string} id the student's
 * @returns {{payload: Payload, variant: number | null}}
 */
function chosen(given, id) {
  if (!isVariants(given)) return { payload: whole(given), variant: null };
  const { assignment, variants } = given;
  const variant = normal(id) ? pick(assignment, variants[0].id, id, variants.length) : null;
  return { payload: whole(variants[variant ?? 0]), variant };
}

/**
 * A record is shown where it answers the question that is asked: another variant's stays with the kernel.
 * @param {any} record
 * @param {Payload} payload
 */
const fitting = (record, { fingerprint }) => (record?.fingerprint === fingerprint ? record : null);

/** @param {Model} model @param {HTMLElement} el */
function exercise(model, el) {
  const given = model.get("payload");
  const place = document.createElement("div");
  el.append(place);
  /** @type {(() => void) | null} */
  let stop = null;
  /** @type {string | null} */
  let shown = null;
  const redraw = () => {
    const { id } = aStudent(model.get("student"));
    const { payload, variant } = chosen(given, id);
    const now = `${variant}`;
    if (now === shown) return;
    shown = now;
    stop?.();
    stop = null;
    const inner = document.createElement("div");
    place.replaceChildren(inner);
    if (isVariants(given) && variant === null) {
      askId(inner, payload.title, "assignment.student.why.kernel", (written) => {
        model.set("student", { ...aStudent(model.get("student")), id: written });
        model.save_changes();
        redraw();
      });
      return;
    }
    /** @type {Model} */
    const seen = {
      get: (name) => (name === "payload" ? payload : name === "record" ? fitting(model.get("record"), payload) : name === "feedback" ? "never" : model.get(name)),
      set: (name, value) => model.set(name, value),
      on: (event, callback) => model.on(event, callback),
      off: (event, callback) => model.off?.(event, callback),
      save_changes: () => model.save_changes(),
    };
    stop = show({ model: seen, el: inner });
  };
  redraw();
  model.on("change:student", redraw);
  return () => {
    model.off?.("change:student", redraw);
    stop?.();
  };
}

/** @param {Model} model @param {HTMLElement} el */
function handIn(model, el) {
  const about = { ...model.get("payload"), release: true };
  /** @param {string} name @param {unknown} value */
  const keep = (name, value) => {
    model.set(name, value);
    model.save_changes();
  };
  const form = new HandIn(el, {
    about,
    student: () => aStudent(model.get("student")),
    keepStudent: (student) => keep("student", student),
    handing: () => aHanding(model.get("handing")),
    keepHanding: (handing) => keep("handing", handing),
    entries: () =>
      about.exercises.map((/** @type {Payload | Variants} */ given) => {
        const { payload, variant } = chosen(given, aStudent(model.get("student")).id);
        return entry(payload, fitting(model.get("records")?.[payload.id], payload), variant);
      }),
    deliver: (text, file) => keep("submission", { file, text }),
    failed: () => model.get("notice") ?? null,
  });
  const redraw = () => form.draw();
  const events = ["change:student", "change:handing", "change:records", "change:notice"];
  for (const event of events) model.on(event, redraw);
  return () => {
    for (const event of events) model.off?.(event, redraw);
  };
}

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  keepKeys(el);
  return model.get("payload").type === "hand-in" ? handIn(model, el) : exercise(model, el);
}

export default { render };
