import type { Speaker } from "./language.js";
import { catalogueOf } from "./problem-text.js";

/** A ledger or flow code as a short label: its sentence without particulars or advice, else the code. */
export function codeLabel(code: string, speaker: Speaker): string {
  const catalogue = catalogueOf(speaker.code);
  if (!Object.hasOwn(catalogue, code)) return code;
  return catalogue[code]
    .replace(/["“»]?\{\w+\}["”«]?/g, "…")
    .replace(/(…\W*){2,}/g, "… ")
    .replace(/ \(…\)/g, "")
    .split(/[;:]/)[0]
    .trim();
}

/** What leaving people out at a step of the flow does to the answer, as a sentence; "" where nobody can leave. */
export function stepMeaning(code: string, speaker: Speaker): string {
  const catalogue = catalogueOf(speaker.code);
  const meaning = `${code}-means`;
  return Object.hasOwn(catalogue, meaning) ? catalogue[meaning] : "";
}
