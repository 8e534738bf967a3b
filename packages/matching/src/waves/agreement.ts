import type { Panel } from "@kontrafakt/cohort";
import { unknown } from "./score-variables.js";

/** The level that stands for a missing value of a covariate, `income=missing`. */
const MISSING = "missing";

/**
 * What people must agree (or differ) in, one column a covariate, level of a category or clustering, one value a row; NaN where it is
 * unknown, which agrees with nothing.
 * @param unit the person of each row
 * @param option where the names stand, below `matching`
 * @throws KontrafaktError for a name the panel does not have
 */
export function agreement(
  panel: Panel,
  unit: Int32Array,
  names: readonly string[],
  option: "exact" | "antiExact",
): Float64Array[] {
  return names.flatMap((name) => {
    const clustering = panel.clusterings.find((c) => c.name === name);
    if (clustering) return [Float64Array.from(unit, (i) => (clustering.of[i] < 0 ? Number.NaN : clustering.of[i]))];
    const covariates = panel.covariates.filter((c) => isOf(c.name, name));
    if (covariates.length === 0) unknown(option, name, [...panel.covariates, ...panel.clusterings]);
    const missing = covariates.find((c) => c.name === `${name}=${MISSING}`);
    return covariates
      .filter((c) => c !== missing)
      .map((c) => Float64Array.from(unit, (i) => (missing?.values[i] === 1 ? Number.NaN : c.values[i])));
  });
}

/** Whether a covariate is the one named, or a level of the category named. */
export function isOf(covariate: string, name: string): boolean {
  return covariate === name || covariate.startsWith(`${name}=`);
}
