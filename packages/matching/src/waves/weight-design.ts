import { type Problem, problem } from "@kontrafakt/base";
import { scoreDesign } from "../score/score-design.js";
import type { Weights, WeightsInput } from "../weights/weights-value.js";
import { momentVariables } from "./moment-variables.js";
import type { RiskSet, Variable } from "./risk-set.js";

export interface WeightDesign {
  readonly fit: Weights;
  /** Variables left out because no weights balance them, by index. */
  readonly out: ReadonlySet<number>;
  readonly problems: readonly Problem[];
}

/**
 * Weights pooled over waves: an intercept for each wave, one slope for each variable and moment. A variable that no weights
 * can balance is left out with a warning; of several that only together cannot be, the highest power, among equals the one with the largest part in it, and
 * then it is tried again.
 * @param without variables left out already, by index
 */
export function weightDesign(
  rows: RiskSet,
  variables: readonly Variable[],
  moments: number,
  without: ReadonlySet<number>,
  kernel: (input: WeightsInput) => Weights,
): WeightDesign {
  const all = momentVariables(variables, moments);
  const out = new Set(all.flatMap(({ of }, j) => (without.has(of) ? [j] : [])));
  const problems: Problem[] = [];
  for (;;) {
    const { x, n, k, intercepts, variable } = scoreDesign(rows, all, out);
    const fit = kernel({ x, treated: rows.treated, n, k });
    const named = fit.infeasible.filter((c) => c >= intercepts).map((c) => variable[c - intercepts]);
    if (named.length === 0) return { fit, out: new Set([...out].filter((j) => j < variables.length)), problems };
    const highest = named.reduce((best, j) => (all[j].power > all[best].power ? j : best), named[0]);
    for (const j of fit.jointly ? [highest] : named) {
      if (out.has(j)) continue;
      drop(j);
      // Without a variable its powers say nothing.
      if (j < variables.length) for (const [c, v] of all.entries()) if (v.of === j) out.add(c);
    }
  }

  function drop(j: number): void {
    out.add(j);
    problems.push(problem("matching/infeasible-balance", "warning", {}, { variable: all[j].name }));
  }
}
