import type { Problem } from "@kontrafakt/base";
import { type Panel, publishable } from "@kontrafakt/cohort";
import { type AttGtOptions, aggregate, attGt, interval } from "@kontrafakt/effects";
import type { Textbook } from "./results.js";

const types = ["simple", "dynamic", "group", "calendar"] as const;

/** One outcome by the textbook estimator on the whole panel, with its four averages. Parts on small groups are left out. */
export function textbookResult(
  panel: Panel,
  outcome: string,
  options: AttGtOptions,
  level: number,
  smallCell: number,
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
        if (term === overall?.term || at === undefined || term.n < smallCell) return [];
        return [{ ...figure, at, n: publishable(term.n, smallCell) }];
      }),
    };
  });
  const units = publishable(effects.basis.kind === "influence" ? effects.basis.atoms : effects.clusters, smallCell);
  return { textbook: { estimator: effects.estimator, units, averages }, problems: effects.problems };
}
