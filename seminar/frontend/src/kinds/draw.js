/** A line to go on with: handles on the figure, or number boxes; committed, then compared with what happened. */
import { html, nothing, svg } from "../html.js";
import { map, path } from "../figure.js";
import { canonical } from "../numbers.js";
import { word } from "../words.js";
import { becauseField, beside, lacksRest, rangeFields } from "./prediction.js";
import { numberField, typed } from "./numeric.js";

/**
 * @typedef {import("../types.d.ts").Payload} Payload
 * @typedef {import("../types.d.ts").Response} Response
 * @typedef {import("../types.d.ts").View} View
 * @typedef {import("../figure.js").Picture} Picture
 */

const MINUS = "\u2212";
/** How far the name of a line reaches, in units of the picture. */
const LABEL = 80;

/** @param {string | null | undefined} text */
const value = (text) => {
  const number = canonical(text ?? "");
  return number === null ? null : Number(number);
};

/** @param {Payload} payload */
const places = ({ from = 0, step = 1 }) =>
  Math.max(...[from, step].map((x) => (String(x).split(".")[1] ?? "").length));

/**
 * The nearest value that a handle can have.
 * @param {Payload} payload
 * @param {number} y
 */
function snapped(payload, y) {
  const { from = 0, to = 0, step = 1 } = payload;
  const steps = Math.round((Math.min(Math.max(y, from), to) - from) / step);
  return Math.min(from + steps * step, to).toFixed(places(payload));
}

/** @param {string} number as `toFixed` writes it */
const shown = (number) => number.replace("-", MINUS);

/** @param {Payload} payload @param {Response} response */
const given = ({ xs = [] }, response) => xs.map((_, i) => response.values?.[i] ?? null);

/**
 * @param {View} view
 * @param {number} i
 * @param {string} text
 */
const spoken = (view, i, text) =>
  word("draw.point", { x: (view.payload.xs ?? [])[i], value: `${shown(text)} ${view.payload.unit ?? ""}`.trim() });

/**
 * @param {View} view
 * @param {number[]} which
 * @param {string} text
 * @returns {Response}
 */
function put(view, which, text) {
  const values = given(view.payload, view.response).map((x, i) => (which.includes(i) ? text : x));
  return draw.clean({ ...view.response, values }, view.payload);
}

/** Where things stand in the picture. @param {View} view @param {Picture} picture */
function layout({ payload, response }, picture) {
  const { xs = [], start, from = 0, to = 0 } = payload;
  const axis = picture.figure.axes[0];
  const across = map(axis.x);
  const up = map(axis.y);
  const [left, top, right, bottom] = axis.box;
  const held = (/** @type {number} */ y) => Math.min(Math.max(y, top), bottom);
  const values = given(payload, response).map(value);
  return {
    up,
    left,
    top,
    right,
    bottom,
    columns: xs.map((x) => across.to(x)),
    begin: /** @type {[number, number] | null} */ (start ? [across.to(start.x), up.to(start.y)] : null),
    /** Where a handle waits before it is set. */
    waiting: start ? Number(start.y) : (from + to) / 2,
    values,
    heights: values.map((y) => (y === null ? null : held(up.to(y)))),
    held,
  };
}

/**
 * The student's line, or what happened.
 * @param {ReturnType<typeof layout>} where
 * @param {(number | null)[]} heights
 */
const course = ({ begin, columns }, heights) =>
  path([begin, ...heights.map((y, i) => (y === null ? null : /** @type {[number, number]} */ ([columns[i], y])))]);

/**
 * The name of a line, at its last point.
 * @param {ReturnType<typeof layout>} where
 * @param {(number | null)[]} heights
 * @param {string} text
 * @param {string} style
 * @param {boolean} above
 */
function label(where, heights, text, style, above) {
  const last = heights.findLastIndex((y) => y !== null);
  if (last < 0) return nothing;
  const { columns, top, bottom } = where;
  // It stands left of the last point, where the range may be, and clear of the course above or below which it lies.
  const x = columns[last] - 9;
  const beside = heights.flatMap((y, i) => (y !== null && i <= last && columns[i] > x - LABEL ? [y] : []));
  const y = above ? Math.min(...beside) - 9 : Math.max(...beside) + 18;
  return svg`<text class="seminar-over__label ${style}" x=${Math.max(x, LABEL)} y=${Math.min(Math.max(y, top + 9), bottom - 4)}
    text-anchor="end">${text}</text>`;
}

/**
 * @param {View} view
 * @param {Picture} picture
 * @param {ReturnType<typeof layout>} where
 */
function handles(view, picture, where) {
  const { payload } = view;
  const { xs = [], from = 0, to = 0, step = 1, unit } = payload;
  const now = given(payload, view.response);
  const tenth = Math.max(step, (to - from) / 10);
  const active = Math.min(picture.active, xs.length - 1);
  /** @param {number} i */
  const focus = (i) => {
    picture.active = i;
    /** @type {SVGElement | null} */ (picture.over.querySelector(`[id="${view.id(`handle-${i}`)}"]`))?.focus({ preventScroll: true });
  };
  /** @param {KeyboardEvent} event @param {number} i */
  const press = (event, i) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const y = where.values[i];
    const base = y ?? where.waiting;
    // On a log axis a tenth of the range is too much at its low end, and a step nothing at its high end; both stay reachable.
    const target = {
      ArrowUp: base + step,
      ArrowDown: base - step,
      PageUp: base + tenth,
      PageDown: base - tenth,
      Home: from,
      End: to,
      Enter: base,
      " ": base,
    }[event.key];
    const beside = { ArrowLeft: i - 1, ArrowRight: i + 1 }[event.key];
    if (target === undefined && beside === undefined) return;
    event.preventDefault();
    if (target !== undefined) view.change(put(view, [i], snapped(payload, target)));
    else if (beside !== undefined && beside >= 0 && beside < xs.length) {
      focus(beside);
      view.redraw();
    }
  };
  return svg`<g role="group" aria-label=${word("draw.handles")}>${xs.map((x, i) => {
    const y = where.values[i];
    const text = now[i] === null || y === null ? null : String(now[i]);
    const height = where.heights[i] ?? where.held(where.up.to(where.waiting));
    return svg`<g class="seminar-handle ${text === null ? "seminar-handle--waiting" : ""}" role="slider" id=${view.id(`handle-${i}`)}
        tabindex=${i === active ? 0 : -1} aria-label=${x} aria-orientation="vertical"
        aria-valuemin=${from} aria-valuemax=${to} aria-valuenow=${y ?? where.waiting}
        aria-valuetext=${text === null ? word("draw.waiting", { x, unit: unit ?? "" }) : spoken(view, i, text)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => press(event, i)}
        @touchstart=${still}
        @pointerdown=${(/** @type {PointerEvent} */ event) => drag(view, picture, event, i)}
        @focus=${() => {
          if (picture.active === i) return;
          picture.active = i;
          view.redraw();
        }}>
      <circle class="seminar-handle__reach" cx=${where.columns[i]} cy=${height} r="15"></circle>
      <circle class="seminar-handle__ring" cx=${where.columns[i]} cy=${height} r="9"></circle>
      <circle class="seminar-handle__dot" cx=${where.columns[i]} cy=${height} r="5"></circle>
    </g>`;
  })}</g>`;
}

/** A finger on a handle does not scroll; within an SVG `touch-action` alone does not see to it. @param {Event} event */
const still = (event) => event.preventDefault();

/**
 * Follow a finger or the mouse. A handle taken moves alone; from the empty field the line is drawn through every
 * column that the pointer crosses.
 * @param {View} view
 * @param {Picture} picture
 * @param {PointerEvent} event
 * @param {number} [taken]
 */
function drag(view, picture, event, taken) {
  if (event.button !== 0) return;
  event.preventDefault();
  const { columns, up } = layout(view, picture);
  const at = (/** @type {PointerEvent} */ e) => {
    const [x, y] = picture.place(e);
    return { nearest: column(columns, x), text: snapped(view.payload, up.from(y)) };
  };
  // Where handles crowd, the one under the finger's middle is meant, not the one drawn last.
  let last = at(event).nearest;
  const alone = taken === undefined ? undefined : last;
  const target = /** @type {SVGElement} */ (event.currentTarget);
  picture.active = last;
  /** @type {SVGElement | null} */ (picture.over.querySelector(`[id="${view.id(`handle-${last}`)}"]`))?.focus({ preventScroll: true });
  let response = view.response;
  let moved = taken === undefined;
  /** @param {PointerEvent} e */
  const follow = (e) => {
    const { nearest, text } = at(e);
    const to = alone ?? nearest;
    const crossed = columns.map((_, i) => i).filter((i) => (last < to ? i > last && i <= to : i >= to && i < last));
    response = put({ ...view, response }, crossed.length ? crossed : [to], text);
    last = to;
    moved = true;
    view.preview(response);
  };
  const stop = () => {
    target.removeEventListener("pointermove", /** @type {EventListener} */ (follow));
    target.removeEventListener("lostpointercapture", stop);
    const text = response.values?.[last];
    if (moved) view.change(response, text ? spoken(view, last, text) : undefined);
  };
  target.setPointerCapture(event.pointerId);
  target.addEventListener("pointermove", /** @type {EventListener} */ (follow));
  target.addEventListener("lostpointercapture", stop);
  if (taken === undefined) follow(event);
}

/**
 * The column nearest to a pointer.
 * @param {number[]} columns
 * @param {number} x
 */
const column = (columns, x) =>
  columns.reduce((best, place, i) => (Math.abs(place - x) < Math.abs(columns[best] - x) ? i : best), 0);

/** A finger's tap on the empty field. @param {View} view @param {Picture} picture @param {PointerEvent} event */
function tap(view, picture, event) {
  const { columns, up } = layout(view, picture);
  const [x, y] = picture.place(event);
  const i = column(columns, x);
  const text = snapped(view.payload, up.from(y));
  picture.active = i;
  view.change(put(view, [i], text), spoken(view, i, text));
}

/** @param {View} view */
const revealed = ({ payload, over, recalled }) => over && (recalled || payload.reveal !== "on-recall");

/** @type {import("../types.d.ts").Kind} */
export const draw = {
  commits: true,
  clean(response, payload) {
    const out = beside(response);
    const list = Array.isArray(response.values) ? response.values : [];
    const values = (payload.xs ?? []).map((_, i) => typed(list[i]).slice(0, 40) || null);
    if (values.some((x) => x !== null)) out.values = values;
    return out;
  },
  extent(response, payload) {
    if (!Object.keys(response).length) return "empty";
    return draw.lacks(response, payload) === null ? "complete" : "partial";
  },
  lacks(response, payload) {
    const now = given(payload, response);
    const { xs = [] } = payload;
    const empty = xs.filter((_, i) => !now[i]?.trim());
    if (empty.length) return word("lacks.points", { x: empty.join(", "), n: empty.length });
    const strange = xs.find((_, i) => value(now[i]) === null);
    if (strange !== undefined) return word("lacks.point.form", { x: strange });
    return lacksRest(response, payload, now.at(-1));
  },
  show(view, picture) {
    const { payload, response, sealed, over } = view;
    const where = layout(view, picture);
    const open = revealed(view);
    const { columns, left, right, top, bottom, heights } = where;
    const truth = open ? (sealed.truth ?? []).map((y) => where.held(where.up.to(y))) : [];
    const ends = [value(response.low), value(response.high)];
    const [low, high] = ends.map((y) => (y === null ? null : where.held(where.up.to(y))));
    const last = columns.at(-1) ?? 0;
    const first = where.begin?.[0] ?? columns[0];
    const above = Number(heights.findLast((y) => y !== null) ?? bottom) <= Number(truth.at(-1) ?? bottom);
    picture.put(sealed.hidden, open);
    picture.list((open && sealed.numbers) || picture.figure.numbers);
    picture.overlay(svg`
      ${over
        ? nothing
        : svg`<rect class="seminar-over__field" x=${Math.max(left, first)} y=${top} width=${Math.max(0, Math.min(right, last + 12) - Math.max(left, first))}
            height=${bottom - top} @pointerdown=${(/** @type {PointerEvent} */ e) => e.pointerType !== "touch" && drag(view, picture, e)}
            @click=${(/** @type {PointerEvent} */ e) => e.pointerType !== "mouse" && tap(view, picture, e)}></rect>`}
      <g aria-hidden="true">
        ${payload.range && low !== null && high !== null
          ? svg`<path class="seminar-over__range" d=${`M${last - 5} ${low}H${last + 5}M${last} ${low}V${high}M${last - 5} ${high}H${last + 5}`}></path>`
          : nothing}
        <path class="seminar-over__yours" d=${course(where, heights)}></path>
        ${over ? heights.map((y, i) => (y === null ? nothing : svg`<circle class="seminar-over__point" cx=${columns[i]} cy=${y} r="3.2"></circle>`)) : nothing}
        ${open
          ? svg`<path class="seminar-over__truth ${view.fresh ? "seminar-over__truth--fresh" : ""}" pathLength="1" d=${course(where, truth)}></path>`
          : nothing}
        ${label(where, heights, word("draw.yours"), "seminar-over__label--yours", above)}
        ${open ? label(where, truth, word("draw.truth"), "", !above) : nothing}
      </g>
      ${over ? nothing : handles(view, picture, where)}`);
  },
  body(view) {
    const { payload, response } = view;
    const { xs = [], unit } = payload;
    const now = given(payload, response);
    /** @param {Response} part */
    const change = (part) => view.change(draw.clean({ ...response, ...part }, payload));
    return html`<fieldset class="seminar-fields seminar-series">
        <legend class="seminar-how">${word("draw.how")} ${unit ? word("draw.unit", { unit }) : nothing}</legend>
        ${xs.map((x, i) =>
          numberField({
            id: view.id(`value-${i}`),
            label: x,
            value: now[i] ?? "",
            small: true,
            input: (text) => change({ values: now.map((y, k) => (k === i ? text : y)) }),
          }),
        )}
      </fieldset>
      ${payload.range ? rangeFields(view, change, word("draw.range", { x: xs.at(-1) ?? "" })) : nothing}
      ${payload.because ? becauseField(view, change) : nothing}`;
  },
  after(view) {
    const { payload, response, sealed } = view;
    const { xs = [], unit = "" } = payload;
    const open = revealed(view);
    const digits = places(payload);
    const now = given(payload, response);
    const truth = sealed.truth ?? [];
    const head = (payload.figure?.numbers ?? sealed.numbers)?.columns[0];
    /** @param {number} i */
    const row = (i) => {
      const off = Number((Number(value(now[i])) - truth[i]).toFixed(digits));
      return html`<td>${shown(truth[i].toFixed(digits))}</td>
        <td>${off > 0 ? "+" : ""}${shown(off.toFixed(digits))}</td>`;
    };
    const name = word(open ? "draw.compared" : "draw.drawn", { unit });
    return html`<div class="seminar-scroll" role="group" tabindex="0" aria-label=${name}>
        <table class="seminar-numbers seminar-compared">
          <caption>${name}</caption>
          <thead>
            <tr>
              ${head ? html`<th scope="col">${head}</th>` : html`<td></td>`}
              <th scope="col">${word("draw.yours")}</th>
              ${open ? html`<th scope="col">${word("draw.truth")}</th><th scope="col">${word("draw.difference")}</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${xs.map((x, i) => html`<tr><th scope="row">${x}</th><td>${now[i]}</td>${open ? row(i) : nothing}</tr>`)}
          </tbody>
        </table>
      </div>
      ${payload.range ? html`<p class="seminar-held">${held(view, open)}</p>` : nothing}
      ${open ? turning(view) : nothing}
      ${response.because
        ? html`<p class="seminar-label">${word("predict.reason")}</p><p class="seminar-said__reason">${response.because}</p>`
        : nothing}`;
  },
  revealed,
};

/** Where the series turned, and which way. @param {View} view */
function turning({ payload, sealed }) {
  const { xs = [], start, unit = "" } = payload;
  const moments = start ? [start.x, ...xs] : xs;
  const values = start ? [start.y, ...(sealed.truth ?? [])] : (sealed.truth ?? []);
  const turns = (sealed.turning ?? []).map((x) => {
    const i = moments.indexOf(x);
    const rose = values.slice(i + 1).find((y) => y !== values[i]);
    const value = shown(Number(values[i]).toFixed(places(payload)));
    return word(Number(rose) > Number(values[i]) ? "draw.rose" : "draw.fell", { x, value, unit });
  });
  if (!turns.length) return nothing;
  return html`<p class="seminar-label">${word("draw.turning")}</p>
    <ul class="seminar-turning">${turns.map((text) => html`<li>${text}</li>`)}</ul>`;
}

/** Whether the range held, in words. @param {View} view @param {boolean} open */
function held({ payload, response, sealed }, open) {
  const { low = "", high = "" } = response;
  const values = { x: (payload.xs ?? []).at(-1) ?? "", low, high, unit: payload.unit ?? "" };
  const happened = sealed.truth?.at(-1);
  if (!open || happened === undefined) return word("draw.range.yours", values);
  const truth = shown(happened.toFixed(places(payload)));
  const below = happened < Number(value(low));
  const beyond = happened > Number(value(high));
  return word(below ? "draw.range.below" : beyond ? "draw.range.above" : "draw.range.held", { ...values, truth });
}
