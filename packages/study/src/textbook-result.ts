import type { Problem } from "@kontrafakt/base";
import type { DisclosureRules, Panel } from "@kontrafakt/cohort";
import { type AttGtOptions, aggregate, attGt, interval } from "@kontrafakt/effects";
import type { Tally } from "./disclosure/tally.js";
import type { Textbook } from "./results.js";

const types = ["simple", "dynamic", "group", "calendar"] as const;

/**
 * One outcome by the textbook estimator on the whole panel, with its four averages. Parts on small groups are left out. Counts are still
 * exact: `publishCounts` tells them, all outcomes together.
 */
export function textbookResult(
  panel: Panel,
  outcome: string,
  options: AttGtOptions,
  level: number,
  { smallCell }: DisclosureRules,
  tally: Tally,
): { readonly textbook: Textbook; readonly problems: readonly Problem[] } {
  const { effects } = attGt(panel, { ...options, outcomes: [outcome] });
  const averages = types.map((type) => {
    const average = aggregate(effects, { type });
    const lines = average.terms.map((term, k) => ({ term, figure: interval(average, k, level) }));
    const overall = lines.find(({ term }) => term.kind === "overall" || term.kind === "simple");
    const nothing = { estimate: Number.NaN, se: Number.NaN, df: Number.NaN, lower: Number.NaN, upper: Number.NaN };
    return {
      type,
      overall: overall?.figure ?? nothing,
      parts: lines.flatMap(({ term, figure }) => {
        const at = term.event ?? term.group ?? term.time;
        if (term === overall?.term || at === undefined) return [];
        if (term.n >= smallCell) return [{ ...figure, at, n: term.n }];
        tally.add("few");
        return [];
      }),
    };
  });
  const units = effects.basis.kind === "influence" ? effects.basis.atoms : effects.clusters;
  return { textbook: { estimator: effects.estimator, units, averages }, problems: effects.problems };
}
