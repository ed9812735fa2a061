/** What the page's script lacks of the spectrum; it comes before that script, and only where there is one. */
import { spectrum } from "./kinds/spectrum.js";

/** @type {any} */ (globalThis).seminarSpectrum = spectrum;
