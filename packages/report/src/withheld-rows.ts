import type { Results } from "@kontrafakt/study";
import type { Speaker } from "./language.js";

/** Figures withheld or told roughly, by reason in words. */
export function withheldRows(results: Results, speaker: Speaker): { readonly reason: string; readonly figures: number }[] {
  const { withheld: words } = speaker.words;
  return results.disclosure.withheld.map(({ reason, figures }) => ({
    reason: Object.hasOwn(words, reason) ? words[reason] : reason,
    figures,
  }));
}
