import { problem } from "@kontrafakt/base";
import type { MatchingOptions } from "../options/matching-options.js";
import { needsNoScore } from "./refuse.js";
import type { RiskSet, Variable } from "./risk-set.js";
import { type WaveScore, waveScore } from "./wave-score.js";

/**
 * The score where strata do without one: with more variables than starters it would tell them apart by accident, so it then holds nothing
 * but each wave's share of starters. Censoring weights follow from that share, adjustment for the score has nothing to adjust for,
 * and every variable still counts in the balance. Elsewhere the score of the variables.
 */
export function strataScore(
  rows: RiskSet,
  variables: readonly Variable[],
  options: MatchingOptions,
  weights?: Float64Array,
): WaveScore {
  const starters = rows.treated.reduce((n, d) => n + d, 0);
  if (!needsNoScore(options) || variables.length <= starters) return waveScore(rows, variables, { ...options.score, weights });
  const params = { variables: variables.length, starters };
  return {
    ...waveScore(rows, [], { weights }),
    used: new Uint8Array(variables.length).fill(1),
    separating: new Uint8Array(variables.length),
    problems: [problem("matching/score-left-out", "warning", {}, params)],
  };
}
