/** For anywidget, in JupyterLab and Notebook. */
import { render as show } from "./exercise.js";

/** @param {{model: import("./types.d.ts").Model, el: HTMLElement}} host */
function render({ model, el }) {
  // JupyterLab takes arrow keys and letters for its own commands, from a capturing listener above us that this
  // attribute turns away; Notebook 7 and older hosts listen further up, where the key must not arrive.
  el.dataset.lmSuppressShortcuts = "true";
  for (const type of ["keydown", "keypress", "keyup"]) el.addEventListener(type, (event) => event.stopPropagation());
  return show({ model, el });
}

export default { render };
