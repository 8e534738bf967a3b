import type { Verification } from "@kontrafakt/savings";
import type { OutcomeResult } from "./results.js";

/** Verdicts that a saving is shown. */
export const SHOWN: ReadonlySet<Verification["verdict"]> = new Set(["reached", "in-line", "smaller"]);
/** Held-back periods that differ at this level, all priced outcomes together (Holm), cap the verdict. */
const PRE_TREND_LEVEL = 0.05;

/** Whether trends before the start differed in an outcome that has a price. */
export function hasPreTrend(outcomes: readonly Pick<OutcomeResult, "priced" | "preTrend">[]): boolean {
  const tests = outcomes.flatMap((o) => (o.priced && o.preTrend !== null ? [o.preTrend.p] : []));
  return tests.some((p) => p * tests.length < PRE_TREND_LEVEL);
}
