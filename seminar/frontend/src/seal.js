/**
 * Keys and feedback are not readable as plain text in the page; this opens them. It keeps an eye from falling on
 * the answer, nothing more: practice is not an exam.
 * @param {string} text base64 of UTF-8 JSON, each byte XOR 0x5A
 * @returns {import("./types.d.ts").Sealed}
 */
export function unseal(text) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0) ^ 0x5a);
  return JSON.parse(new TextDecoder().decode(bytes));
}
