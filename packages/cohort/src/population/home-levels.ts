import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { looseText } from "../text/loose-text.js";

/** 1 for the levels that name the evaluating municipality. That none does is an error, since the study's name must then be wrong. */
export function homeLevels(levels: readonly string[], home: string, file: string, column: string): Uint8Array {
  const is = Uint8Array.from(levels, (name) => (looseText(name) === looseText(home) ? 1 : 0));
  if (levels.length > 0 && !is.includes(1)) {
    const found = levels.slice(0, 10).map((name) => `"${name}"`);
    fail("cohort/home-not-found", { file, column }, { home, found: found.join(", ") }, messages);
  }
  return is;
}
