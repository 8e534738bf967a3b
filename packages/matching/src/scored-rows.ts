import { type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Lost } from "./lost.js";
import type { MatchingOptions } from "./options/matching-options.js";
import { keepRows, type RiskSet, type Variable } from "./risk-set.js";
import { scoreVariables, withIndicators } from "./score-variables.js";

export interface ScoredRows {
  readonly rows: RiskSet;
  /** What the score is made of; no missing values. */
  readonly variables: Variable[];
  /** The same as observed, missing values NaN. */
  readonly observed: Variable[];
  readonly lost: Lost[];
  readonly problems: Problem[];
}

/**
 * Rows at risk with what the score needs. Under `missing: "exclude"` a row that lacks a variable is lost, and counted by
 * variable. A wave in which only starters, or no starters, remain has nothing to compare: its rows go too.
 */
export function scoredRows(panel: Panel, atRisk: RiskSet, options: MatchingOptions): ScoredRows {
  const { variables, problems } = scoreVariables(panel, atRisk, options);
  const keep = new Uint8Array(atRisk.unit.length).fill(1);
  const lost: Lost[] = [];
  const lose = (r: number, reason: Lost["reason"]): void => {
    if (keep[r] === 0) return;
    keep[r] = 0;
    lost.push({ unit: atRisk.unit[r], wave: atRisk.wave[r], treated: atRisk.treated[r], reason });
  };
  if (options.missing === "exclude") {
    for (const v of variables) {
      const people = new Set<number>();
      let starters = 0;
      v.values.forEach((value, r) => {
        if (!Number.isNaN(value)) return;
        people.add(atRisk.unit[r]);
        starters += atRisk.treated[r];
        lose(r, v.outcome === undefined ? "missing-covariate" : "no-history");
      });
      if (people.size === 0) continue;
      const params = { variable: v.name, people: people.size, starters };
      problems.push(problem("matching/missing-values", starters > 0 ? "warning" : "note", {}, params));
    }
  }
  const arms = new Int32Array(2 * atRisk.waves.length);
  keep.forEach((k, r) => {
    arms[2 * atRisk.wave[r] + atRisk.treated[r]] += k;
  });
  keep.forEach((_, r) => {
    const w = atRisk.wave[r];
    if (arms[2 * w] === 0) lose(r, "no-control-left");
    else if (arms[2 * w + 1] === 0) lose(r, "no-starter-left");
  });
  const observed = variables.map((v) => ({ ...v, values: v.values.filter((_, r) => keep[r] === 1) }));
  const rows = keepRows(atRisk, keep);
  if (options.missing === "exclude") return { rows, variables: observed, observed, lost, problems };
  const { filled, indicators } = withIndicators(observed);
  return { rows, variables: [...filled, ...indicators], observed: [...observed, ...indicators], lost, problems };
}
