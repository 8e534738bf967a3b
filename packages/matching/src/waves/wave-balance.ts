import type { Panel } from "@kontrafakt/cohort";
import { type BalanceColumn, balance } from "../balance/balance.js";
import type { Balance } from "../balance/balance-value.js";
import { scoreOverlap } from "../balance/score-overlap.js";
import type { MatchingOptions } from "../options/matching-options.js";
import { makesWeights } from "../options/method-kinds.js";
import { history } from "./history.js";
import type { Lost } from "./lost.js";
import type { MatchedSets } from "./method.js";
import { periodBalance } from "./period-balance.js";
import type { RiskSet, Variable } from "./risk-set.js";
import { unmatchedMeans } from "./unmatched-means.js";

interface WaveBalanceInput {
  readonly rows: RiskSet;
  readonly sets: MatchedSets;
  /** As observed, missing values NaN. */
  readonly variables: readonly Variable[];
  /** 1 for each variable that the groups are to be alike in. */
  readonly asked: Uint8Array;
  /** Starters of each wave, at risk or not. */
  readonly starters: Int32Array;
  /** Those of them without a control are among these. */
  readonly lost: readonly Lost[];
  /** Linear score of each row. */
  readonly score: Float64Array;
  readonly options: MatchingOptions;
}

/** Periods in the window that is shown as held back, farther from time zero than any that matching used. */
const HELD_BACK = 4;

/**
 * Balance of a wave design. Before: every starter at risk against everybody else at risk, each wave's others weighted to that
 * wave's share of starters, so that calendar time does not pose as imbalance. After: matched sets. Outcomes that matching did
 * not see (older periods, and outcomes outside the history) are rows with `matched` false. Terms of the score (powers, splines, products)
 * are no rows: `products` has squares and products of all of them. Under weights for everybody (ate, ato) differences are over the pooled SD.
 */
export function waveBalance(panel: Panel, input: WaveBalanceInput): Balance {
  const { rows, sets, options } = input;
  const n = rows.unit.length;
  const starters = new Int32Array(rows.waves.length);
  const others = new Int32Array(rows.waves.length);
  for (let r = 0; r < n; r++) (rows.treated[r] === 1 ? starters : others)[rows.wave[r]]++;
  const before = Float64Array.from(rows.wave, (w, r) => (rows.treated[r] === 1 ? 1 : starters[w] / others[w]));
  const after = new Float64Array(n);
  sets.row.forEach((r, k) => {
    after[r] += sets.weight[k];
  });
  const matched = new Int32Array(rows.waves.length);
  const controls = new Int32Array(rows.waves.length);
  for (let r = 0; r < n; r++) if (after[r] > 0) (rows.treated[r] === 1 ? matched : controls)[rows.wave[r]]++;
  const { gap } = options.history;
  const variables = [
    ...input.variables.map((v, j) => ({ v, used: input.asked[j] === 1 })).filter(({ v }) => !v.term),
    ...heldBack(panel, rows, options).map((v) => ({ v, used: false })),
  ];
  const lost = input.lost.some((l) => l.treated === 1);
  const unmatched = unmatchedMeans(
    panel,
    input.lost,
    rows.waves,
    variables.map(({ v }) => v),
    options.anticipation + gap,
  );
  const weighting = makesWeights(options.method);
  const weights = {
    treated: rows.treated,
    before,
    after,
    denominator: weighting && options.weighting.target !== "att" ? ("pooled" as const) : ("treated" as const),
    binary: options.balanceBinary,
  };
  const scores = scoreOverlap(input.score, rows.treated, before, after);
  return {
    ...balance({
      ...weights,
      columns: variables.map(({ v, used }, j): BalanceColumn => {
        const { name, window, term: _, ...rest } = v;
        return {
          covariate: name,
          matched: used,
          ...rest,
          ...(window && { window: [window[0] + gap, window[1] + gap] as const }),
          ...(lost && { unmatched: unmatched[j] }),
        };
      }),
      unit: rows.unit,
      wave: rows.wave,
      waves: Array.from(rows.waves, (wave, w) => ({
        wave,
        starters: input.starters[w],
        matched: matched[w],
        controls: controls[w],
        atRisk: starters[w] + others[w],
      })),
      threshold: options.balanceThreshold,
      products: true,
      ...(sets.independence === "set" && { sets }),
    }),
    periods: periodBalance(panel, rows, weights, options),
    ...(scores && { scores }),
  };
}

function heldBack(panel: Panel, rows: RiskSet, { history: used, anticipation }: MatchingOptions): Variable[] {
  const all = panel.measures.map((m) => m.name);
  const inScore = used.windows.length > 0 ? (used.outcomes ?? all) : [];
  const farthest = used.windows.reduce((most, [, to]) => Math.max(most, to), 0);
  const older: [number, number] = [farthest + 1, farthest + HELD_BACK];
  const variables = panel.measures.flatMap((m) =>
    history(panel, rows, [m.name], inScore.includes(m.name) ? [older] : [...used.windows, older], anticipation + used.gap),
  );
  return variables.filter((v) => rows.treated.some((d, r) => d === 1 && !Number.isNaN(v.values[r])));
}
