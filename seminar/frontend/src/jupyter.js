/**
 * Keep keys from JupyterLab, which takes arrow keys and letters for its own commands: from a capturing listener above
 * us that this attribute turns away; Notebook 7 and older hosts listen further up, where the key must not arrive.
 * @param {HTMLElement} el
 */
export function keepKeys(el) {
  el.dataset.lmSuppressShortcuts = "true";
  for (const type of ["keydown", "keypress", "keyup"]) el.addEventListener(type, (event) => event.stopPropagation());
}
