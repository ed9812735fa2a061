/** A page on paper: as it stands, or with room to write. On the screen nothing changes. */

const root = document.documentElement;

/** @param {string} svg whose ids are in the page already */
const renamed = (svg) => svg.replace(/(\bid="|href="#|url\(#)([\w-]+)/g, "$1printed-$2");

/**
 * The printed form of an exercise, for a page that holds its picture a second time.
 * @param {Element[]} nodes as the build wrote them
 */
function copy(nodes) {
  const el = document.createElement("div");
  el.className = "seminar-printed";
  el.append(...nodes.filter((node) => node.localName !== "script").map((node) => node.cloneNode(true)));
  for (const svg of el.querySelectorAll("svg")) svg.outerHTML = renamed(svg.outerHTML);
  for (const named of el.querySelectorAll("[id]:not(svg *)")) named.removeAttribute("id");
  return el;
}

/** Take away what was put into the page for one printing. */
export function clear() {
  delete root.dataset.print;
  for (const el of document.querySelectorAll(".seminar-printed, .seminar-sheet")) el.remove();
}

/**
 * Print, and forget it; where a browser does not say when it has printed, the next time begins with that.
 * @param {string} how
 */
export function printed(how) {
  root.dataset.print = how;
  addEventListener("afterprint", clear, { once: true });
  print();
}

/**
 * @param {string} how `answers` for the page as it stands, `room` for exercises as before any answer
 * @param {Map<HTMLElement, Element[]>} exercises their places, and what the build wrote there
 */
export function printPage(how, exercises) {
  clear();
  if (how === "room") for (const [place, nodes] of exercises) place.prepend(copy(nodes));
  printed(how);
}
