import type { Picture } from "./figure.js";
import type { SVGTemplateResult, TemplateResult, nothing } from "lit/html.js";

/** Author's HTML, made at build from the exercise's text. */
export type Html = string;

export type KindName =
  | "single-choice"
  | "multiple-choice"
  | "numeric"
  | "ordering"
  | "matching"
  | "classification"
  | "spectrum"
  | "short-text"
  | "prediction"
  | "draw"
  | "explore"
  | "reveal"
  | "read";

/** One axis of a figure: the picture is straight in the value, its logarithm, or its days. */
export interface Axis {
  scale: "linear" | "log" | "date";
  /** Where the axis begins and ends, in its data; moments as ISO text. */
  data: [number | string, number | string];
  /** The same two places in the picture. */
  svg: [number, number];
}

/** A table as text. */
export interface Numbers {
  columns: string[];
  rows: string[][];
  /** Which columns are of numbers. */
  numeric?: boolean[];
}

export interface Parameter {
  name: string;
  label: string;
  kind: "slider" | "choice";
  values: (number | string)[];
  /** The same as people read them. */
  texts: string[];
  initial: number;
}

/** One thing of a figure that differs between the states of a model. */
export interface GridMark {
  gid: string;
  /** The way from the mark to a descendant, by position. */
  at?: number[];
  attribute: string;
  values: string[];
  /** For each state, a position in `values`. */
  states: number[];
}

/** A model's states for every setting of its parameters, row-major. */
export interface Grid {
  parameters: Parameter[];
  marks: GridMark[];
  numbers?: Numbers[];
  numberStates?: number[];
}

/** One state of a model, from a kernel. */
export interface Answer {
  /** The settings that it is for. */
  asked: { [name: string]: string };
  marks: { gid: string; at?: number[]; attribute: string; value: string }[];
  numbers?: Numbers | null;
  /** Why the model has no figure for them. */
  error?: string | null;
}

export interface Figure {
  /** In Jupyter only: the page has it already. */
  svg?: string;
  alt?: string;
  /** Who published its numbers. */
  source?: string;
  axes: { box: [number, number, number, number]; x: Axis; y: Axis }[];
  numbers?: Numbers;
  grid?: Grid;
}

/** What the page or the kernel hands over; keys and feedback are in `sealed`. */
export interface Payload {
  version: number;
  book: string;
  id: string;
  type: KindName;
  fingerprint: string;
  title: string;
  level: "check" | "apply" | "argue";
  minutes: number;
  /** Hundredths of a point. */
  points: number;
  prompt: Html;
  options?: Html[];
  items?: Html[];
  lefts?: Html[];
  rights?: Html[];
  boxes?: Html[];
  /** Of a spectrum: the name of its scale, what its places (`boxes`) mean, and what to read of each item, or "". */
  scale?: Html;
  meanings?: Html[];
  reads?: Html[];
  /** Of a spectrum: the items that ask for one's own placing. */
  own?: number[];
  /** Of a spectrum: the item whose placing is defended, if the student does not choose it. */
  defended?: number;
  /** The order in which `items` (ordering) or `rights` (matching) are first shown; unsealed, see `Sealed`. */
  shown?: number[];
  /** Plain text. */
  unit?: string;
  ask?: "choice" | "number" | "value" | "because";
  range?: boolean;
  because?: boolean;
  words?: number;
  hints: number;
  figure?: Figure;
  /** Of a draw: what stands at the handles, as text. */
  xs?: string[];
  /** The last point that is shown. */
  start?: { x: string; y: number };
  /** What handles go between, and by which steps. */
  from?: number;
  to?: number;
  step?: number;
  reveal?: "at-once" | "on-recall";
  /** Of a read: the gid that each option means. */
  marks?: string[];
  /** Of an explore: the slider that answers. */
  parameter?: string;
  /** Of an assignment's exercise: the same for the same question, whatever its key. */
  question?: string;
  /** Nothing of it is in a release. */
  sealed: string;
}

export interface Sealed {
  rule: any;
  /** The order in which `items` (ordering) or `rights` (matching) stand in the payload. */
  shown?: number[];
  hints?: Html[];
  solution?: Html | null;
  feedback?: {
    options?: (Html | null)[];
    bands?: (Html | null)[];
    otherwise?: Html | null;
    pairs?: (Html | null)[];
    /** Per item, per box position; of a spectrum in its band the worked sentence, and nothing for one's own placing. */
    items?: (Html | null)[][];
  };
  model_answer?: Html;
  checklist?: Html[];
  outcome?: Html;
  notes?: (Html | null)[];
  /** What happened, at each of `xs`. */
  truth?: number[];
  /** At which of `start` and `xs` it began to rise or to fall. */
  turning?: string[];
  /** The marks that are not in the figure yet, as SVG. */
  hidden?: { [gid: string]: string };
  /** The figure's table with what was hidden. */
  numbers?: Numbers;
}

export interface Response {
  choice?: number;
  choices?: number[];
  number?: string;
  order?: number[];
  pairs?: (number | null)[];
  boxes?: (number | null)[];
  text?: string;
  checked?: number[];
  low?: string;
  high?: string;
  /** Of a draw a list of what was typed or null, of an explore the settings by name. */
  values?: any;
  because?: string;
  committed?: boolean;
}

export interface Record {
  version: 1;
  id: string;
  fingerprint: string;
  response: Response;
  state: "in-progress" | "answered" | "checked" | "committed";
  attempts: number;
  hints: number;
  solution: boolean;
  /** ISO time of the last change. */
  changed: string;
  /** ISO time at which it was brought back. */
  chosen?: string;
}

/** A record in a file, which says once for all which exercise it is of. */
export type Given = Omit<Record, "version" | "id">;

/** A file of a student's work; see `exercises/work-schema.json`. */
export interface Work {
  format: string;
  version: number;
  book: string;
  book_version: string;
  /** ISO time. */
  saved: string;
  /** By id, each with its answers, the newest first. */
  exercises: { id: string; answers: Given[] }[];
}

/** A page of live exercises, as `work.js` meets it. */
export interface Host {
  book: string;
  /** The book's version. */
  version: string;
  /** The address of the page on students' opinions. */
  opinions: string;
  items: { id: string; title: string; type: string; fingerprint: string }[];
  /** What the page knows better than the browser's storage. */
  records(): Iterable<[string, Record | null]>;
  /** Why its answers do not outlive it. */
  failed(): Notice | null;
  /** Show another record, and hold it where storage failed. */
  take(id: string, record: Record | null, failed: Notice | null): void;
  /** Set by `work.js`. */
  show?(): void;
}

/** What a page, or a release, says of an assignment. */
export interface Assignment {
  version: number;
  book: string;
  bookVersion: string;
  name: string;
  title: string;
  feedback: "at-once" | "after-handing-in" | "never";
  /** Who reads what is handed in, in plain words. */
  readers: string;
  items: { id: string; points: number; variants?: number }[];
  /** There are no keys in it. */
  release?: boolean;
  /** The addresses of My work and of the page on students' opinions. */
  links?: { work?: string; opinions?: string };
}

export interface Student {
  /** As typed; "" before that. */
  id: string;
  name: string;
}

/** The file in which an assignment is handed in. */
export interface Submission {
  format: string;
  version: number;
  book: string;
  book_version: string;
  assignment: string;
  made_with: "page" | "release";
  student: Student;
  /** ISO time. */
  handed_in: string;
  receipt: string;
  answers: {
    exercise: string;
    question: string;
    fingerprint?: string;
    variant: number | null;
    response: Response;
    changed: string;
  }[];
  /** Exercises whose answer is kept back. */
  withheld: string[];
}

/** What is kept of an assignment beside its answers. */
export interface Handing {
  /** Opinions that the student chose to hand in. */
  ticked: string[];
  /** The latest first; of each answer that there was, given along or kept back, what tells it from another. */
  handed: { receipt: string; moment: string; file: string; answers: { [id: string]: string }; withheld: string[] }[];
}

/** An assignment's exercise, as handing in sees it. */
export interface Entry {
  id: string;
  title: string;
  /** Where it stands in the page. */
  href?: string;
  /** It says what a person thinks. */
  opinion: boolean;
  commits: boolean;
  question: string;
  fingerprint: string;
  variant: number | null;
  record: Record | null;
  response: Response;
  extent: "empty" | "partial" | "complete";
  lacks: string | null;
}

/** Where handing in takes place: a page, or a cell of a notebook. */
export interface Desk {
  about: Assignment;
  student(): Student;
  keepStudent(student: Student): void;
  handing(): Handing;
  keepHanding(handing: Handing): void;
  entries(): Entry[];
  /** Give the file to the student. */
  deliver(text: string, file: string): void;
  /** It was handed in: feedback may be due. */
  handedIn?(): void;
  failed(): Notice | null;
  /** Take in the answers of a file; says what came of it. */
  open?(text: string): string;
  /** Answers that are kept beside those that count. */
  others?(): Piece;
  /** Forget who the student is, and with `all` the answers too. */
  forget?(all: boolean): void;
}

/** Why an answer may not be kept, or is not the one that was kept. */
export type Notice = "refused" | "full" | "unreadable" | "changed" | "kernel" | "notebook";

/** What anywidget gives in Jupyter and the page's own loader gives in the book. */
export interface Model {
  get(name: string): any;
  set(name: string, value: unknown): void;
  on(event: string, callback: () => void): void;
  off?(event: string, callback: () => void): void;
  save_changes(): void;
}

export type Piece = TemplateResult | SVGTemplateResult | typeof nothing | string;

/** What a kind of exercise sees of the exercise that it draws. */
export interface View {
  payload: Payload;
  response: Response;
  /** The answer as it was when last checked; `null` when there is no feedback to show. */
  checked: Response | null;
  /** What marking says of `checked`, by the rule's kind; see `marking.js`. */
  detail: any;
  sealed: Sealed;
  /** What was left out may be named: it was tried more than once, or the solution was asked for. */
  named: boolean;
  /** It is committed. */
  over: boolean;
  /** It is met again. */
  recalled: boolean;
  /** It was committed a moment ago, on this screen. */
  fresh: boolean;
  /** The address of the page on students' opinions, where there is one. */
  opinions: string | undefined;
  /** Where there is one: gives its answer for settings, or asks for it. */
  kernel: { ask(settings: { [name: string]: string }): Answer | null } | null;
  /** An id for an element, unique in the page. */
  id(name: string): string;
  /** Keep an answer; `say` is announced. */
  change(response: Response, say?: string): void;
  /** Show an answer that is still in the making; nothing is kept. */
  preview(response: Response): void;
  redraw(): void;
  say(text: string): void;
}

export interface Kind {
  /** Only what fits the exercise: what comes from storage may be anything. */
  clean(response: Response, payload: Payload): Response;
  extent(response: Response, payload: Payload): "empty" | "partial" | "complete";
  /** Why an answer cannot be checked yet, in words; `null` when it can. */
  lacks(response: Response, payload: Payload): string | null;
  /** An answer that says "none of these", given by checking twice with nothing chosen. */
  none?: Response;
  body(view: View): Piece;
  /** The figure follows the answer: called after every drawing, with the same picture. */
  show?(view: View, picture: Picture): void;
  /** It is committed once, rather than checked again and again. */
  commits?: boolean;
  /** What stands in the answer's place when it is committed. */
  after?(view: View): Piece;
  /** Whether what happened may be shown. */
  revealed?(view: View): boolean;
  /** Whether a checked answer, changed to this, is still the answer that was checked. */
  stays?(response: Response, checked: Response, payload: Payload): boolean;
  /** What stands with the solution. */
  solved?(view: View): Piece;
  /** Feedback on the whole answer, under the result. */
  remark?(view: View): Piece;
  /** Replaces "Right", "Partly right" and "Not yet" where marks are not for being right. */
  result?(view: View): string;
  /** Replaces "Right", "Partly right" and the points for what only a reader can mark. */
  verdict?(view: View): string | null;
}
