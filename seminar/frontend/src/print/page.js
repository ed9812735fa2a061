/** What a page loads when its reader asks to print it: `seminarPrint` begins, or on My work `seminarPrintWork`. */
import { printPage } from "./chapter.js";
import { printWork } from "./sheet.js";

Object.assign(globalThis, { seminarPrint: printPage, seminarPrintWork: printWork });
