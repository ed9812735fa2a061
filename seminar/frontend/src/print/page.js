/** What a page loads when its reader asks to print it: `seminarPrint` begins. */
import { printPage } from "./chapter.js";

Object.assign(globalThis, { seminarPrint: printPage });
