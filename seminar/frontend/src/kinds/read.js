/** Which mark of the figure answers the question: from a list, or by pointing at it. */
import { html, nothing, plain } from "../html.js";
import { word } from "../words.js";
import { single } from "./choice.js";

/** @type {import("../types.d.ts").Kind} */
export const read = {
  ...single,
  body: (view) => html`<p class="seminar-how seminar-noprint">${word("read.how")}</p>
    ${single.body(view)}`,
  show(view, picture) {
    const { options = [], marks = [] } = view.payload;
    const chosen = view.response.choice;
    picture.svg.classList.toggle("seminar-reading", chosen !== undefined);
    marks.forEach((gid, i) => {
      const list = picture.find(gid)?.classList;
      list?.add("seminar-pick");
      list?.toggle("seminar-pick--on", i === chosen);
    });
    picture.svg.onclick = (event) => {
      const choice = picture.nearest(marks, event);
      if (choice !== undefined) view.change({ choice }, word("read.chosen", { text: plain(options[choice]) }));
    };
    picture.overlay(nothing);
  },
};
