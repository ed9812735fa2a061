/** For anywidget, in JupyterLab and Notebook. */
import { render as show } from "./exercise.js";
import { keepKeys } from "./jupyter.js";

/** @param {{model: import("./types.d.ts").Model, el: HTMLElement}} host */
function render({ model, el }) {
  keepKeys(el);
  return show({ model, el });
}

export default { render };
