import type { Results } from "@kontrafakt/study";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { changeWord, perPersonPeriod } from "../outcome-words.js";
import { isBounded, relativeText } from "./relative-text.js";

export interface FateLine {
  readonly outcome: string;
  readonly status: string;
  readonly text: string;
}

/** One line an outcome, human outcomes first: which way it went, by how much, also as a share of what would have been, how sure. */
export function fateLines(results: Results, speaker: Speaker): FateLine[] {
  const { words } = speaker;
  const ordered = [...results.outcomes].sort((a, b) => Number(a.priced) - Number(b.priced));
  return ordered.map((o) => {
    const outcome = speaker.text(o.label);
    const { estimate, lower, upper } = o.mean;
    const text = Number.isNaN(numberOf(estimate))
      ? o.withheld
        ? outcome
        : `${outcome}: ${words.status.unknown}`
      : words.fate.line(
          outcome,
          speaker.change(estimate),
          speaker.change(lower),
          speaker.change(upper),
          perPersonPeriod(results, o, speaker),
        ) + (isBounded(o.relative) ? `, ${relativeText(o.relative, speaker)}` : "");
    return { outcome, status: o.withheld ? speaker.words.status.withheld : changeWord(o, speaker), text };
  });
}
