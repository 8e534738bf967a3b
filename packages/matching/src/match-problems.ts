import { type Problem, periodLabel, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Balance } from "./balance-value.js";
import type { Comparison } from "./comparison.js";

/** A control whose censoring weight is above 1 over this stands in for too many. */
const LEAST_UNCENSORED = 0.1;

/** What the reader of a match should know about it. */
export function matchProblems(panel: Panel, comparison: Comparison, balance: Balance, unmatched: number): Problem[] {
  const problems: Problem[] = [];
  if (unmatched > 0) {
    const starters = balance.waves.reduce((n, wave) => n + wave.starters, 0);
    problems.push(problem("matching/unmatched-starters", "warning", {}, { unmatched, starters }));
  }
  for (const { wave, starters, matched } of balance.waves) {
    if (matched > 0) continue;
    problems.push(problem("matching/empty-wave", "warning", {}, { wave: periodLabel(wave, panel.periods.unit), starters }));
  }
  const least = comparison.uncensored.reduce((a, b) => Math.min(a, b), 1);
  if (least < LEAST_UNCENSORED) {
    problems.push(problem("matching/heavy-censoring-weights", "warning", {}, { largest: Math.round(1 / least) }));
  }
  if (!balance.passed) {
    const out = balance.rows.filter((row) => row.matched && !(Math.abs(row.smdAfter) <= balance.threshold));
    const variables = out.map((row) => row.covariate).join(", ");
    problems.push(problem("matching/not-balanced", "warning", {}, { variables, threshold: balance.threshold }));
  }
  return problems;
}
