import { fail, type Problem, problem } from "@kontrafakt/base";
import type { Covariate, Panel } from "@kontrafakt/cohort";
import { messages } from "../messages.js";
import type { MatchingOptions } from "../options/matching-options.js";
import { history } from "./history.js";
import type { RiskSet, Variable } from "./risk-set.js";

/** The covariates asked for: by name, or a category by the name before its `=`. */
export function chosenCovariates(panel: Panel, names: readonly string[] | undefined): readonly Covariate[] {
  if (!names) return panel.covariates;
  const chosen = new Set<Covariate>();
  for (const name of names) {
    const found = panel.covariates.filter((c) => c.name === name || c.name.startsWith(`${name}=`));
    if (found.length === 0) unknown("covariates", name, panel.covariates);
    for (const c of found) chosen.add(c);
  }
  return panel.covariates.filter((c) => chosen.has(c));
}

/** Stops on an option that names something the cohort does not have. */
export function unknown(option: string, value: string, known: readonly { readonly name: string }[]): never {
  fail(
    "matching/unknown-name",
    { option: `matching.${option}` },
    { value, known: known.length > 0 ? known.map((k) => k.name).join(", ") : "none" },
    messages,
  );
}

/** Covariates and history over the rows of a risk set. A covariate that nobody has is left out with a warning. */
export function scoreVariables(
  panel: Panel,
  rows: RiskSet,
  options: MatchingOptions,
): { variables: Variable[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const outcomes = options.history.outcomes ?? panel.measures.map((m) => m.name);
  const all: Variable[] = [
    ...chosenCovariates(panel, options.covariates).map((c) => ({
      name: c.name,
      values: Float64Array.from(rows.unit, (i) => c.values[i]),
    })),
    ...history(panel, rows, outcomes, options.history.windows, options.anticipation + options.history.gap),
  ];
  const variables = all.filter((v) => {
    if (v.outcome !== undefined || rows.unit.length === 0 || v.values.some((value) => !Number.isNaN(value))) return true;
    problems.push(problem("matching/all-missing", "warning", {}, { variable: v.name }));
    return false;
  });
  return { variables, problems };
}

/**
 * Puts the mean where a value is missing, and adds one 0/1 variable for each pattern of missing values that occurs. A variable that nobody
 * has (the history of a first wave, say) is 0 for all: a constant, and among the `absent`.
 */
export function withIndicators(variables: readonly Variable[]): {
  filled: Variable[];
  indicators: Variable[];
  absent: Variable[];
} {
  const indicators = new Map<string, Variable>();
  const absent: Variable[] = [];
  const filled = variables.map((v) => {
    const missing = Float64Array.from(v.values, (value) => (Number.isNaN(value) ? 1 : 0));
    if (!missing.includes(1)) return v;
    if (!missing.includes(0)) {
      absent.push(v);
      return { ...v, values: new Float64Array(v.values.length) };
    }
    const pattern = missing.join("");
    if (!indicators.has(pattern)) indicators.set(pattern, { ...v, values: missing, missing: true });
    let total = 0;
    let n = 0;
    for (const value of v.values) {
      if (Number.isNaN(value)) continue;
      total += value;
      n++;
    }
    return { ...v, values: v.values.map((value) => (Number.isNaN(value) ? total / n : value)) };
  });
  return { filled, indicators: [...indicators.values()], absent };
}
