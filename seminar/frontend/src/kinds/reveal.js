/** A prediction about a figure, parts of which stay hidden until it is committed. */
import { prediction } from "./prediction.js";

/** @type {import("../types.d.ts").Kind} */
export const reveal = {
  ...prediction,
  show({ over, sealed }, picture) {
    picture.put(sealed.hidden, over);
    picture.list((over && sealed.numbers) || picture.figure.numbers);
  },
  revealed: ({ over }) => over,
};
