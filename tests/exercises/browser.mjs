// Answers the tests line by line: ["function", [[argument, …], …]], each argument being JSON text, gets the list
// of results. "hostile" marks what no JSON can say.

import { createInterface } from "node:readline";
import { mark } from "../../seminar/frontend/src/marking.js";
import { canonical, compare } from "../../seminar/frontend/src/numbers.js";
import { isOpinion, merge, read, write } from "../../seminar/frontend/src/work/file.js";

const SUBMISSION = "../../seminar/frontend/src/assignment/submission.js";
const cycle = [];
cycle.push(cycle);
const HOSTILE = [
  undefined, NaN, Infinity, 1n, Symbol("1"), () => 1, new Date(0), new Map([["choice", 1]]), cycle,
  ...[undefined, NaN, -Infinity, 1n, Symbol("1"), () => 1, cycle, new Array(1e7), "1".repeat(1e6), [, 1], [NaN], [cycle], {}, new Number(1), new String("1")]
    .flatMap((value) => ["choice", "choices", "number", "order", "boxes", "pairs", "text", "checked", "low", "high", "because", "committed", "values"]
      .map((field) => ({ text: "x", [field]: value }))),
  Object.create({ choice: 1, choices: [0], number: "1", order: [0, 1, 2], boxes: [0, 0, 0], text: "x" }),
];

const functions = {
  mark,
  canonical,
  compare,
  opened: (text, book) => {
    const found = read(text, book);
    return typeof found === "string" ? found : write(found);
  },
  merged: (one, other, book) => write(merge(read(one, book), read(other, book))),
  isOpinion: (type, answer) => isOpinion(type ?? undefined, answer),
  // These need the front end's packages; the others need nothing.
  handedIn: async (text, book) => {
    const { read, write } = await import(SUBMISSION);
    const found = read(text, book);
    return typeof found === "string" ? found : write(found);
  },
  receipt: async (content) => (await import(SUBMISSION)).receipt(content),
  pick: async (...given) => (await import(SUBMISSION)).pick(...given),
  normal: async (id) => (await import(SUBMISSION)).normal(id),
  fileName: async (...given) => (await import(SUBMISSION)).fileName(...given),
  hostile: (rule) => HOSTILE.map((response) => mark(rule, response)),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, calls] = JSON.parse(line);
  const results = calls.map((texts) => functions[name](...texts.map((text) => JSON.parse(text))));
  console.log(JSON.stringify(await Promise.all(results)));
}
