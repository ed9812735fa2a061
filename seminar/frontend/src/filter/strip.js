/**
 * The strip of the timeline. matplotlib drew a mark for every event, and the dates of the axis
 * (seminar/figures/overview.py); here events get their names, with a line to each, the time is stretched, and what was
 * drawn is moved, shown and hidden.
 */

/**
 * @typedef {object} Places as `Overview.places` describes them
 * @property {number} left
 * @property {number} right
 * @property {number} axis
 * @property {string} first
 * @property {string} last
 * @property {number} pitch
 * @property {number} room
 * @property {number} lane
 * @property {number} lanes
 * @property {number[]} levels
 * @property {[at: number, x: number, y: number, width: number, length: number][]} marks in the order in which they are drawn
 * @property {{[gid: string]: [x: number, level: number]}} dates
 *
 * @typedef {{x: number, from: number, to: number, lane: number}} Label its line stands at x, its text from `from` to `to`
 */

/** What a mark's gid begins with. */
const MARK = "event-";
const SVG = "http://www.w3.org/2000/svg";
const DAY = 86400000;
/** How far, in CSS pixels, a pointer may miss a mark. */
const REACH = 24;
/** Between two names, or a name and the line to another. */
const GAP = 5;

/**
 * Where marks stand, one above the other; as `stacked` in seminar/figures/overview.py.
 * @param {number[]} xs rising
 * @param {Places} places
 * @returns {[number, number][]}
 */
export function stacked(xs, { left, pitch, room, axis }) {
  const columns = xs.map((x) => Math.floor((x - left) / pitch));
  /** @type {Map<number, number>} */
  const seen = new Map();
  const heights = columns.map((column) => {
    const height = (seen.get(column) ?? 0) + 1;
    seen.set(column, height);
    return height;
  });
  const step = Math.min(pitch, room / Math.max(...heights, 1));
  return columns.map((column, i) => [left + (column + 0.5) * pitch, axis - 1 - (heights[i] - 0.5) * step]);
}

/**
 * Give a name a line of its own where no name is in the way and no line to a mark crosses another name.
 * @param {Label[]} placed
 * @param {Omit<Label, "lane">} name
 * @param {number} lanes
 * @returns {Label | null} null where there is no room
 */
export function room(placed, name, lanes) {
  for (let lane = 0; lane < lanes; lane++) {
    const free = placed.every((other) => {
      if (other.lane === lane) return name.to + GAP < other.from || other.to + GAP < name.from;
      const [low, high] = other.lane < lane ? [other, name] : [name, other];
      return high.x < low.from - GAP || high.x > low.to + GAP;
    });
    if (free) return { ...name, lane };
  }
  return null;
}

export class Strip {
  /**
   * @param {HTMLElement} el
   * @param {(id: string) => void} reveal leads to an event's entry
   */
  constructor(el, reveal) {
    this.el = el;
    this.reveal = reveal;
    /** @type {Places} */
    this.places = JSON.parse(el.querySelector(".seminar-strip-places")?.textContent ?? "");
    this.window = /** @type {HTMLElement} */ (el.querySelector(".seminar-strip__window"));
    this.svg = /** @type {SVGSVGElement} */ (el.querySelector("svg"));
    this.about = /** @type {HTMLElement} */ (el.querySelector(".seminar-strip__about"));
    this.status = /** @type {HTMLElement} */ (el.querySelector("[role=status]"));
    const tools = /** @type {HTMLElement} */ (el.querySelector(".seminar-strip__tools"));
    /** @type {{[name: string]: HTMLElement}} */
    this.buttons = {};
    for (const one of tools.querySelectorAll("button")) this.buttons[one.dataset.do ?? ""] = one;
    /** @type {Map<string, SVGGElement>} */
    this.drawn = new Map();
    for (const one of this.svg.querySelectorAll("[data-gid]")) {
      this.drawn.set(/** @type {SVGGElement} */ (one).dataset.gid ?? "", /** @type {SVGGElement} */ (one));
    }
    const ids = [...this.drawn.keys()].filter((gid) => gid.startsWith(MARK)).map((gid) => gid.slice(MARK.length));
    /** What the strip holds of each event. */
    this.marks = Object.fromEntries(ids.map((id, i) => [id, this.places.marks[i]]));
    for (const id of ids) this.write(id);
    this.level = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
    /** Ids of the events in sight, in the order of time. @type {string[]} */
    this.shown = [];
    /** Where their marks stand. @type {[number, number][]} */
    this.spots = [];
    const [, , , height] = (this.svg.getAttribute("viewBox") ?? "").split(" ");
    this.height = Number(height);

    tools.hidden = false;
    this.window.tabIndex = 0;
    tools.addEventListener("click", ({ target }) => {
      const doing = target instanceof HTMLElement ? target.dataset.do : null;
      if (doing) this.act(doing);
    });
    this.window.addEventListener("keydown", (event) => {
      const doing = { "+": "in", "=": "in", "-": "out" }[event.key];
      if (!doing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      this.act(doing);
    });
    this.window.addEventListener("scroll", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.say(), 300);
    });
    this.svg.addEventListener("pointermove", (event) => this.point(event));
    this.svg.addEventListener("click", (event) => this.point(event));
  }

  /** An event's date or title, as the list has it. @param {string} id @param {"dt strong" | "dd p"} part */
  told(id, part) {
    return document.getElementById(MARK + id)?.closest(".seminar-entry")?.querySelector(part)?.textContent ?? "";
  }

  /** Write an event's name, or as much of its title as has room, and draw the line to it. @param {string} id */
  write(id) {
    const title = this.told(id, "dd p");
    const length = this.marks[id][4];
    /** @param {string} what @param {string} tag */
    const draw = (what, tag) => {
      const group = document.createElementNS(SVG, "g");
      group.dataset.gid = `${what}-${id}`;
      this.drawn.set(group.dataset.gid, group);
      // Below the marks.
      this.drawn.get("axis")?.before(group);
      return group.appendChild(document.createElementNS(SVG, tag));
    };
    draw("leader", "path").setAttribute("d", "M0 0V100");
    draw("name", "text").textContent = length ? `${title.slice(0, length)} …` : title.replace(/\.$/, "");
  }

  /** How often the time is stretched. */
  get stretch() {
    return this.places.levels[this.level];
  }

  /** @param {number} x a place in the picture of the whole time */
  at(x) {
    return this.places.left + (x - this.places.left) * this.stretch;
  }

  /** The width of the whole picture, in its own units. */
  get width() {
    return this.at(this.places.right) + this.places.left;
  }

  /** Show these events, anchors of their entries. @param {string[]} ids @param {number[] | null} years to be in sight */
  show(ids, years) {
    const { left, right } = this.places;
    const { marks } = this;
    this.shown = ids
      .map((id) => (id.startsWith(MARK) ? id.slice(MARK.length) : id))
      .filter((id) => marks[id])
      .sort((a, b) => marks[a][0] - marks[b][0]);
    let [low, high] = [left, right];
    if (years) {
      const xs = this.shown.map((id) => marks[id][0]);
      if (years.length) [low, high] = [this.x(`${years[0]}-01-01`, left), this.x(`${years[1]}-12-31`, right)];
      else if (xs.length) [low, high] = [xs[0], xs[xs.length - 1]];
      [low, high] = [Math.max(left, low), Math.min(right, high)];
    }
    const fits = this.places.levels.filter((level) => (high - low) * level <= (right - left) * 0.96 || level === 1);
    this.level = fits.length - 1;
    this.about.hidden = true;
    this.draw();
    this.centre((low + high) / 2);
    this.say();
  }

  /** @param {string} day ISO @param {number} otherwise where there is no such day */
  x(day, otherwise) {
    const { left, right, first, last } = this.places;
    const x = left + ((Date.parse(day) - Date.parse(first)) / (Date.parse(last) + DAY - Date.parse(first))) * (right - left);
    return Number.isNaN(x) ? otherwise : x;
  }

  /** The day at a place of the stretched picture. @param {number} x */
  day(x) {
    const { left, right, first, last } = this.places;
    const part = Math.min(1, Math.max(0, (x - left) / this.stretch / (right - left)));
    return new Date(Date.parse(first) + part * (Date.parse(last) - Date.parse(first)));
  }

  /** @param {number} x a place in the picture of the whole time that shall be in the middle */
  centre(x) {
    this.window.scrollLeft = (this.at(x) / this.width) * this.window.scrollWidth - this.window.clientWidth / 2;
  }

  /** The part of the stretched picture that is in sight, in its units. */
  sight() {
    const scale = this.width / this.window.scrollWidth;
    return [this.window.scrollLeft * scale, (this.window.scrollLeft + this.window.clientWidth) * scale];
  }

  /** @param {string} doing */
  act(doing) {
    if (this.buttons[doing].getAttribute("aria-disabled") === "true") return;
    const [low, high] = this.sight();
    if (doing === "in" || doing === "out") {
      // Towards what is in sight: the middle of the time may be empty.
      const inside = this.shown.map((id) => this.marks[id][0]).filter((x) => low <= this.at(x) && this.at(x) <= high);
      const middle = this.places.left + ((low + high) / 2 - this.places.left) / this.stretch;
      const towards = doing === "in" && inside.length ? inside[Math.floor(inside.length / 2)] : middle;
      this.level += doing === "in" ? 1 : -1;
      this.draw();
      this.centre(towards);
    } else {
      this.window.scrollBy({ left: (doing === "later" ? 0.7 : -0.7) * this.window.clientWidth, behavior: "instant" });
    }
    this.say();
  }

  /** Move, show and hide what is drawn. */
  draw() {
    const { places, marks, stretch } = this;
    const { dates, left, lane, axis } = places;
    const width = this.width;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${this.height}`);
    this.svg.style.width = `${(100 * width) / (places.right + left)}%`;
    this.move("axis", `translate(${left * (1 - stretch)}px, 0) scale(${stretch}, 1)`);
    for (const [gid, [x, level]] of Object.entries(dates)) {
      const moved = level <= stretch && `translate(${this.at(x) - x}px, 0)`;
      this.move(gid, moved);
      this.move(`tick-${gid}`, moved);
    }
    this.spots = stacked(this.shown.map((id) => this.at(marks[id][0])), places);
    const named = this.names();
    const spots = new Map(this.shown.map((id, i) => [id, this.spots[i]]));
    for (const [id, [, x0, y0]] of Object.entries(marks)) {
      const [x, y] = spots.get(id) ?? [0, 0];
      const name = named.get(id);
      const base = axis - places.room - 8 - (name?.lane ?? 0) * lane;
      this.move(MARK + id, spots.has(id) && `translate(${x - x0}px, ${y - y0}px)`);
      this.move(`span-${id}`, spots.has(id) && `translate(${left * (1 - stretch)}px, ${y - y0}px) scale(${stretch}, 1)`);
      this.move(`name-${id}`, name ? `translate(${name.from}px, ${base}px)` : null);
      this.move(`leader-${id}`, name ? `translate(${x}px, ${base + 2}px) scale(1, ${(y - base - 2) / 100})` : null);
    }
  }

  /** @param {string} gid @param {string | false | null} to hidden without it */
  move(gid, to) {
    const mark = this.drawn.get(gid);
    if (!mark) return;
    mark.classList.toggle("shown", Boolean(to));
    mark.classList.toggle("gone", !to);
    if (to) mark.style.transform = to;
  }

  /** Which events bear their names, and where. */
  names() {
    const { marks, width } = this;
    /** @type {Map<string, Label>} */
    const found = new Map();
    /** @type {Label[]} */
    const placed = [];
    const put = (/** @type {number} */ i, /** @type {number} */ from) => {
      const id = this.shown[i];
      const name = room(placed, { x: this.spots[i][0], from, to: from + marks[id][3] }, this.places.lanes);
      if (name) found.set(id, placed[placed.push(name) - 1]);
    };
    // A name begins at its mark, from the last to the first, or ends there where it would leave the picture.
    const ends = this.shown.map((id, i) => this.spots[i][0] + marks[id][3] > width - 2);
    this.shown.forEach((id, i) => ends[i] && put(i, this.spots[i][0] - marks[id][3]));
    for (let i = this.shown.length - 1; i >= 0; i--) if (!ends[i]) put(i, this.spots[i][0]);
    return found;
  }

  /** Say which time is in sight, and what can be done from here. */
  say() {
    const [low, high] = this.sight();
    const lang = document.documentElement.lang;
    const words = (/** @type {number} */ x) =>
      this.day(x).toLocaleDateString(lang, { timeZone: "UTC", year: "numeric", ...(this.stretch > 4 ? { month: "short" } : {}) });
    const text = (this.status.dataset.words ?? "").replace("{from}", words(low)).replace("{to}", words(high));
    if (this.status.textContent !== text) this.status.textContent = text;
    const { scrollLeft, clientWidth, scrollWidth } = this.window;
    const off = {
      in: this.level === this.places.levels.length - 1,
      out: this.level === 0,
      earlier: scrollLeft <= 1,
      later: scrollLeft + clientWidth >= scrollWidth - 1,
    };
    for (const [name, is] of Object.entries(off)) this.buttons[name].setAttribute("aria-disabled", String(is));
  }

  /** Tell of the mark nearest to a pointer. @param {MouseEvent} event */
  point(event) {
    const box = this.svg.getBoundingClientRect();
    const scale = this.width / box.width;
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    const far = this.spots.map(([a, b]) => Math.hypot(a - x, b - y) / scale);
    const nearest = far.indexOf(Math.min(...far));
    if (nearest < 0 || far[nearest] > REACH) return;
    const name = this.shown[nearest];
    const id = MARK + name;
    const link = document.createElement("a");
    link.href = `#${id}`;
    link.textContent = `${this.told(name, "dt strong")}: ${this.told(name, "dd p")}`;
    link.addEventListener("click", (clicked) => {
      clicked.preventDefault();
      this.reveal(id);
    });
    this.about.replaceChildren(link);
    this.about.hidden = false;
  }
}
