import { type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { MatchingOptions } from "../options/matching-options.js";
import { type Column, expandTerms, isPlain, termColumns } from "../score/expand-terms.js";
import type { Lost } from "./lost.js";
import { keepRows, type RiskSet, type Variable } from "./risk-set.js";
import { chosenCovariates, scoreVariables, withIndicators } from "./score-variables.js";

export interface ScoredRows {
  readonly rows: RiskSet;
  /** What the score is made of; no missing values. Terms (powers, splines, products) come last. */
  readonly variables: Variable[];
  /** The same as observed, missing values NaN, and after them covariates and history that a formula leaves out of the score. */
  readonly observed: Variable[];
  readonly lost: Lost[];
  readonly problems: Problem[];
}

/**
 * Rows at risk with what the score needs: every covariate and history window, or those of the formula, and terms made of them.
 * Under `missing: "exclude"` a row that lacks one of these is lost, and counted by variable. A wave in which only starters, or no starters, remain has nothing to compare: its rows go too.
 */
export function scoredRows(panel: Panel, atRisk: RiskSet, options: MatchingOptions): ScoredRows {
  const { score, covariates } = options;
  const all = scoreVariables(panel, atRisk, score.formula === undefined ? options : { ...options, covariates: undefined });
  const absent = all.problems.map((p) => String(p.params.variable));
  const columns = expandTerms(score, all.variables, absent);
  const shown = new Set(chosenCovariates(panel, covariates).map((c) => c.name));
  const needed = new Set(columns.flatMap((column) => column.map((part) => part.variable)));
  const variables = all.variables.filter((_, v) => needed.has(v));
  const problems = all.problems.filter((p) => shown.has(String(p.params.variable)));
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
  const rows = keepRows(atRisk, keep);
  const kept = (v: Variable): Variable => ({ ...v, values: v.values.filter((_, r) => keep[r] === 1) });
  const observed = variables.map(kept);
  const {
    filled,
    indicators,
    absent: unknown,
  } = options.missing === "exclude" ? { filled: observed, indicators: [], absent: [] } : withIndicators(observed);
  for (const { name } of unknown) problems.push(problem("matching/all-missing", "warning", {}, { variable: name }));
  const place = new Map([...needed].sort((a, b) => a - b).map((v, at) => [v, at] as const));
  const own = columns.map((column): Column => column.map((part) => ({ ...part, variable: place.get(part.variable) as number })));
  const terms = termColumns(own, filled);
  for (const short of terms.short) problems.push(problem("matching/spline-knots", "note", {}, short));
  const plain = new Set(own.filter(isPlain).map(([part]) => part.variable));
  const inScore = (_: Variable, v: number): boolean => plain.has(v);
  const rest = [...observed.filter((_, v) => !plain.has(v)), ...all.variables.filter((_, v) => !needed.has(v)).map(kept)].filter(
    (v) => v.outcome !== undefined || shown.has(v.name),
  );
  return {
    rows,
    variables: [...filled.filter(inScore), ...indicators, ...terms.variables],
    observed: [...observed.filter(inScore), ...indicators, ...terms.variables, ...rest],
    lost,
    problems,
  };
}
