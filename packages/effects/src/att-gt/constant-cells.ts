import { type Problem, problem } from "@kontrafakt/base";
import type { Measure } from "@kontrafakt/cohort";
import type { Effects } from "../effects-value.js";
import type { CellKey } from "./cell-source.js";

/** Standard errors below this share of the outcome's size are rounding. */
const ROUNDING = 1e-12;

/** A problem for each estimate whose outcome changed alike for everybody: its standard error is 0. */
export function constantCells(
  { estimate, covariance }: Pick<Effects, "estimate" | "covariance">,
  keys: readonly CellKey[],
  outcomes: readonly Pick<Measure, "name" | "values">[],
): Problem[] {
  const K = estimate.length;
  const known = new Map<string, number>();
  const size = (name: string): number => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const values = outcomes.find((o) => o.name === name)?.values ?? new Float64Array(0);
    let largest = 0;
    for (const v of values) if (Math.abs(v) > largest) largest = Math.abs(v);
    known.set(name, largest);
    return largest;
  };
  return keys.flatMap(({ outcome, group, time, reference }, k) => {
    const variance = covariance[k * K + k];
    if (reference || Number.isNaN(estimate[k]) || !(variance < 1e-6)) return [];
    const share = ROUNDING * size(outcome);
    if (variance > share * share) return [];
    return [problem("effects/cell-constant", "warning", {}, { outcome, group, time })];
  });
}
