/** Which module draws which type. */
import { classification, matching } from "./assign.js";
import { multiple, single } from "./choice.js";
import { draw } from "./draw.js";
import { explore } from "./explore.js";
import { numeric } from "./numeric.js";
import { ordering } from "./ordering.js";
import { prediction } from "./prediction.js";
import { read } from "./read.js";
import { reveal } from "./reveal.js";
import { shortText } from "./short-text.js";
import { spectrum } from "./spectrum.js";

/** @type {{[name in import("../types.d.ts").KindName]: import("../types.d.ts").Kind}} */
export const kinds = {
  "single-choice": single,
  "multiple-choice": multiple,
  numeric,
  ordering,
  matching,
  classification,
  spectrum,
  "short-text": shortText,
  prediction,
  draw,
  explore,
  reveal,
  read,
};
