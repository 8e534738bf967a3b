import { independentColumns } from "@kontrafakt/numerics";
import { calibratedOdds } from "./calibrated-odds.js";
import type { CellRows, Reason } from "./cell-rows.js";
import { NOBODY, propensity, TRIM } from "./propensity.js";

/** Weight times odds of each control, 0 for treated and trimmed controls. */
export interface ImprovedOdds {
  readonly weights: Float64Array;
  readonly dropped: readonly number[];
  /** Why weights that balance were not found. */
  readonly note?: Reason;
}

/** Calibrated odds, started from the logit's; a note where they do not exist or leave nobody comparable. Refused where the logit is. */
export function improvedOdds(rows: CellRows, names: readonly string[]): ImprovedOdds | { readonly refused: Reason } {
  const start = propensity(rows, names);
  if ("refused" in start) return start;
  const { n, w, x, k } = rows;
  const kept = independentColumns({ x, y: new Float64Array(n), weights: w, n, k }, 1e-7);
  const odds = calibratedOdds(rows, start.coefficients, kept);
  const { dropped } = start;
  const share = (i: number) => (odds ? odds[i] / (odds[i] + w[i]) : 1);
  let highest = 0;
  for (let i = 0; i < n; i++) if (rows.d[i] === 0) highest = Math.max(highest, share(i));
  if (!odds || highest >= NOBODY) {
    return { weights: start.weights, dropped, note: { code: "effects/cell-not-calibrated", params: {} } };
  }
  return { weights: odds.map((v, i) => (share(i) >= TRIM ? 0 : v)), dropped };
}
