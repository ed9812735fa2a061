import type { TemplateResult, nothing } from "lit/html.js";

/** Author's HTML, made at build from the exercise's text. */
export type Html = string;

export type KindName =
  | "single-choice"
  | "multiple-choice"
  | "numeric"
  | "ordering"
  | "matching"
  | "classification"
  | "short-text"
  | "prediction";

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
  /** The order in which options are shown, by position; of items to order and right-hand texts, see `Sealed`. */
  shown?: number[];
  /** Plain text. */
  unit?: string;
  ask?: "choice" | "number";
  range?: boolean;
  because?: boolean;
  words?: number;
  hints: number;
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
    /** Per item, per box position. */
    items?: (Html | null)[][];
  };
  model_answer?: Html;
  checklist?: Html[];
  outcome?: Html;
  notes?: (Html | null)[];
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
}

/** Why an answer may not be kept, or is not the one that was kept. */
export type Notice = "refused" | "full" | "unreadable" | "changed";

/** What anywidget gives in Jupyter and the page's own loader gives in the book. */
export interface Model {
  get(name: string): any;
  set(name: string, value: unknown): void;
  on(event: string, callback: () => void): void;
  off?(event: string, callback: () => void): void;
  save_changes(): void;
}

export type Piece = TemplateResult | typeof nothing | string;

/** What a kind of exercise sees of the exercise that it draws. */
export interface View {
  payload: Payload;
  response: Response;
  /** The answer as it was when last checked; `null` when there is no feedback to show. */
  checked: Response | null;
  /** What marking says of `checked`, by the rule's kind; see `marking.js`. */
  detail: any;
  sealed: Sealed;
  /** An id for an element, unique in the page. */
  id(name: string): string;
  /** Keep an answer; `say` is announced. */
  change(response: Response, say?: string): void;
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
  /** Feedback on the whole answer, under the result. */
  remark?(view: View): Piece;
  /** Replaces "Right", "Partly right" and the points for what only a reader can mark. */
  verdict?(view: View): string;
}
