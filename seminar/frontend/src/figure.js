/** A figure that matplotlib drew: its marks are moved, hidden, shown and picked. Nothing is plotted here. */
import { author, html, nothing, render } from "./html.js";
import { word } from "./words.js";

/**
 * @typedef {import("./types.d.ts").Axis} Axis
 * @typedef {import("./types.d.ts").Figure} Figure
 * @typedef {import("./types.d.ts").Grid} Grid
 * @typedef {import("./types.d.ts").GridMark} GridMark
 * @typedef {import("./types.d.ts").Numbers} Numbers
 */

const DAY = 86400000;
/** How far from a mark, in CSS pixels, a finger may miss it. */
const REACH = 24;

/** What an axis is straight in. @type {{[scale in Axis["scale"]]: (value: string | number) => number}} */
const STRAIGHT = {
  linear: Number,
  log: (value) => Math.log10(Number(value)),
  // A moment without a zone would be read as local time.
  date: (value) =>
    typeof value === "number" ? value : Date.parse(/T.*\d$/.test(value) && !/[+-]\d\d:\d\d$/.test(value) ? `${value}Z` : value) / DAY,
};

/**
 * The map between an axis's data and the picture, both ways; dates come back as days since 1970.
 * @param {Axis} axis
 */
export function map({ scale, data, svg }) {
  const straight = STRAIGHT[scale];
  const [first, last] = data.map(straight);
  const per = (svg[1] - svg[0]) / (last - first);
  return {
    /** @param {string | number} value */
    to: (value) => svg[0] + (straight(value) - first) * per,
    /** @param {number} place */
    from: (place) => {
      const value = first + (place - svg[0]) / per;
      return scale === "log" ? 10 ** value : value;
    },
  };
}

/**
 * Points as a path; a gap ends a line.
 * @param {([number, number] | null)[]} points
 */
export const path = (points) =>
  points
    .map((point, i) => (point ? `${points[i - 1] ? "L" : "M"}${point.map((x) => Number(x.toFixed(2))).join(" ")}` : ""))
    .join("");

/**
 * Which column of the grid each parameter stands in, as one number: row-major, as the build counts.
 * @param {Grid} grid
 * @param {number[]} at a position per parameter
 */
export const stateOf = (grid, at) => grid.parameters.reduce((state, { values }, k) => state * values.length + at[k], 0);

/** @param {Numbers} numbers */
const table = (numbers) =>
  html`<details>
    <summary>${word("figure.numbers")}</summary>
    <div class="seminar-scroll" role="group" tabindex="0" aria-label=${word("figure.numbers")}>
      <table class="seminar-numbers">
        <thead>
          <tr>${numbers.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr>
        </thead>
        <tbody>${body(numbers)}</tbody>
      </table>
    </div>
  </details>`;

/** @param {Numbers} numbers */
const body = ({ rows, numeric = [] }) =>
  rows.map(
    ([first, ...others]) =>
      html`<tr>
        ${first ? html`<th scope="row">${first}</th>` : html`<td></td>`}${others.map((cell, i) => html`<td class=${numeric[i + 1] ? "number" : nothing}>${cell}</td>`)}
      </tr>`,
  );

export class Picture {
  /**
   * @param {Figure} figure
   * @param {Element | undefined} printed the figure as it stands in the page, with its caption; there is none in Jupyter
   * @param {string} prefix for ids, unique in the document
   */
  constructor(figure, printed, prefix) {
    this.figure = figure;
    this.el = /** @type {HTMLElement} */ (printed?.cloneNode(true) ?? this.build(prefix));
    const chart = /** @type {HTMLElement} */ (this.el.querySelector(".seminar-chart"));
    this.svg = /** @type {SVGSVGElement} */ (chart.querySelector("svg"));
    const [width, height] = (this.svg.getAttribute("viewBox") ?? "").split(" ").slice(2).map(Number);
    this.width = width;
    this.height = height;
    /** What is drawn over the figure. */
    this.over = chart.appendChild(document.createElement("div"));
    this.over.className = "seminar-over";
    /** What moves it, between the picture and its caption. */
    this.controls = /** @type {HTMLElement} */ (this.el.querySelector(".seminar-controls") ?? document.createElement("div"));
    this.controls.className = "seminar-controls";
    this.controls.replaceChildren();
    chart.after(this.controls);
    /** Numbers that the page was not given until now. */
    this.late = document.createElement("div");
    this.el.append(this.late);
    const named = this.svg.querySelector("[id]")?.id;
    this.prefix = named?.replace(/-\d+$/, "") ?? prefix;
    /** @type {Map<string, Element | null>} */
    this.found = new Map();
    /** Which value each mark of the grid bears. @type {Map<GridMark, number>} */
    this.borne = new Map();
    /** The handle that Tab leads to. */
    this.active = 0;
    /** @type {Numbers | null} */
    this.listed = null;
    /** @type {Numbers | null} */
    this.shown = null;
    this.table = this.el.querySelector("table.seminar-numbers tbody");
    this.details = this.table?.closest("details");
    this.details?.addEventListener("toggle", () => this.list(this.listed));
  }

  /** @param {string} prefix */
  build(prefix) {
    const host = document.createElement("div");
    const { svg = "", alt, numbers, source } = this.figure;
    this.prefix = prefix;
    render(
      html`<figure class="seminar-picture">
        <div class="seminar-chart">${author(this.own(svg))}</div>
        ${source ? html`<p class="seminar-source">${source}</p>` : nothing}
        ${numbers ? table(numbers) : nothing}
      </figure>`,
      host,
    );
    const drawn = host.querySelector("svg");
    drawn?.setAttribute("role", "img");
    drawn?.setAttribute("aria-label", alt ?? word("figure"));
    return host.firstElementChild;
  }

  /**
   * Author's SVG with its ids, and what refers to them, as they are in this picture.
   * @param {string} text
   */
  own(text) {
    return text.replace(/(\bid="|href="#|url\(#|^#)[\w-]+?-(?=\d+(?:["')]|$))/g, `$1${this.prefix}-`);
  }

  /** @param {string} gid @param {number[]} [at] the way from it to a descendant, by position */
  find(gid, at = []) {
    const key = `${at} ${gid}`;
    const known = this.found.get(key);
    if (known !== undefined) return known;
    /** @type {Element | null} */
    let el = [...this.svg.querySelectorAll("[data-gid]")].find((mark) => mark.getAttribute("data-gid") === gid) ?? null;
    for (const position of at) el = el?.children[position] ?? null;
    this.found.set(key, el);
    return el;
  }

  /**
   * Show one state of the grid: what a mark bears already is not written again.
   * @param {Grid} grid
   * @param {number} state
   */
  apply(grid, state) {
    for (const mark of grid.marks) {
      const now = mark.states[state];
      if (this.borne.get(mark) === now) continue;
      this.borne.set(mark, now);
      this.write(mark, mark.values[now]);
    }
    const { numbers, numberStates } = grid;
    if (numbers && numberStates) this.list(numbers[numberStates[state]]);
  }

  /**
   * Show a state that no grid holds, from the kernel.
   * @param {import("./types.d.ts").Answer} answer
   */
  take({ marks, numbers }) {
    this.borne.clear();
    for (const mark of marks) this.write(mark, mark.value);
    if (numbers) this.list(numbers);
  }

  /**
   * @param {{gid: string, at?: number[], attribute: string}} mark
   * @param {string} value
   */
  write({ gid, at, attribute }, value) {
    const el = this.find(gid, at);
    if (!el) return;
    if (attribute === "text") el.textContent = value;
    else if (attribute === "markup") el.innerHTML = this.own(value);
    else el.setAttribute(attribute, attribute === "href" || attribute === "style" ? this.own(value) : value);
  }

  /**
   * Put hidden marks in their places, or with `shown` false take them away again.
   * @param {{[gid: string]: string} | undefined} hidden
   * @param {boolean} shown
   */
  put(hidden, shown) {
    for (const [gid, fragment] of Object.entries(hidden ?? {})) {
      const place = this.find(gid);
      if (place && place.hasChildNodes() !== shown) place.innerHTML = shown ? this.own(fragment) : "";
    }
  }

  /**
   * The numbers of what is shown; written where and when they can be seen.
   * @param {Numbers | null | undefined} numbers
   */
  list(numbers) {
    this.listed = numbers ?? null;
    if (!this.table) {
      render(numbers ? table(numbers) : nothing, this.late);
      return;
    }
    if (!numbers || numbers === this.shown || (this.details && !this.details.open)) return;
    // The build's own rows are not lit's, which would add its own behind them.
    if (!this.shown) this.table.replaceChildren();
    this.shown = numbers;
    render(body(numbers), /** @type {HTMLElement} */ (this.table));
  }

  /**
   * Draw over the figure, in its own units.
   * @param {import("./types.d.ts").Piece} content
   */
  overlay(content) {
    render(html`<svg class="seminar-over__svg" viewBox=${`0 0 ${this.width} ${this.height}`}>${content}</svg>`, this.over);
  }

  /**
   * Draw what moves the figure.
   * @param {import("./types.d.ts").Piece} content
   */
  drive(content) {
    render(content, this.controls);
  }

  /**
   * A place on the screen in the picture's units.
   * @param {{clientX: number, clientY: number}} event
   * @returns {[number, number]}
   */
  place({ clientX, clientY }) {
    const { left, top, width } = this.svg.getBoundingClientRect();
    const unit = width / this.width;
    return [(clientX - left) / unit, (clientY - top) / unit];
  }

  /**
   * The position in `gids` of the mark under a pointer, or of the nearest within reach; of several the smallest.
   * @param {string[]} gids
   * @param {{clientX: number, clientY: number}} event
   * @returns {number | undefined}
   */
  nearest(gids, event) {
    const near = gids
      .map((gid, i) => ({ i, el: this.find(gid) }))
      .flatMap(({ i, el }) => (el ? [{ i, away: away(el, event), ...size(el) }] : []))
      .filter(({ away }) => away <= REACH)
      .sort((a, b) => a.away - b.away || a.area - b.area);
    return near[0]?.i;
  }
}

/** @param {Element} el */
function size(el) {
  const { width, height } = el.getBoundingClientRect();
  return { area: width * height };
}

/**
 * How far a mark is from a pointer, in CSS pixels; a line by its course, everything else by its box.
 * @param {Element} el
 * @param {{clientX: number, clientY: number}} event
 */
function away(el, { clientX: x, clientY: y }) {
  const line = /** @type {SVGPathElement | null} */ (el.querySelector('path[style*="fill:none"]'));
  const matrix = line?.getScreenCTM();
  if (line && matrix) {
    const length = line.getTotalLength();
    const points = Array.from({ length: 101 }, (_, k) => line.getPointAtLength((length * k) / 100).matrixTransform(matrix));
    return Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y)));
  }
  const box = el.getBoundingClientRect();
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}
