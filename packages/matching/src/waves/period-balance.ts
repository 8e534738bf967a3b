import type { Panel } from "@kontrafakt/cohort";
import { type BalanceInput, standardised } from "../balance/balance.js";
import type { PeriodBalance } from "../balance/balance-value.js";
import type { MatchingOptions } from "../options/matching-options.js";
import { history } from "./history.js";
import type { RiskSet } from "./risk-set.js";

/** No period farther from time zero than this is shown. */
const FARTHEST = 60;

/**
 * Each outcome in each period before time zero (the start less anticipation), starters against controls, before and after matching:
 * whether the groups moved alike before the programme. What lies between windows counts as used, since matching saw both sides of it.
 * Periods in which it is known of no matched starter, or of no control, are not shown.
 */
export function periodBalance(
  panel: Panel,
  rows: RiskSet,
  weights: Pick<BalanceInput, "treated" | "before" | "after" | "denominator" | "binary">,
  { history: used, anticipation }: MatchingOptions,
): PeriodBalance[] {
  const { ordinals } = panel.periods;
  const last = rows.waves[rows.waves.length - 1] - anticipation;
  const farthest = Math.min(FARTHEST, last - ordinals[0]);
  const touched = used.windows.reduce((most, [, to]) => Math.max(most, to), 0);
  return panel.measures.flatMap(({ name }) => {
    const inScore = used.outcomes?.includes(name) ?? true;
    const periods: PeriodBalance[] = [];
    for (let before = 1; before <= farthest; before++) {
      const [{ values }] = history(panel, rows, [name], [[before, before]], anticipation);
      const known = [0, 0];
      let notZero = 0;
      for (let r = 0; r < values.length; r++) {
        if (!(weights.after[r] > 0) || Number.isNaN(values[r])) continue;
        known[weights.treated[r]]++;
        if (weights.treated[r] === 1 && values[r] !== 0) notZero++;
      }
      if (known[0] === 0 || known[1] === 0) continue;
      const { t, c, ta, ca, smd } = standardised(values, weights);
      periods.push({
        outcome: name,
        before,
        role: !inScore || before > used.gap + touched ? "held-back" : before <= used.gap ? "gap" : "history",
        smdBefore: smd(t.mean - c.mean),
        smdAfter: smd(ta.mean - ca.mean),
        starters: known[1],
        controls: known[0],
        notZero,
      });
    }
    return periods;
  });
}
