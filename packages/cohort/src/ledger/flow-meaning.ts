const meanings: ReadonlyMap<string, string> = new Map([
  ["cohort/flow-usable", "cohort/flow-usable-means"],
  ["cohort/flow-eligible", "cohort/flow-eligible-means"],
  ["cohort/flow-dated", "cohort/flow-dated-means"],
  ["cohort/flow-not-before", "cohort/flow-not-before-means"],
  ["cohort/flow-not-referred-only", "cohort/flow-not-referred-only-means"],
  ["cohort/flow-long-enough", "cohort/flow-long-enough-means"],
  ["cohort/flow-no-other-programme", "cohort/flow-no-other-programme-means"],
  ["cohort/flow-covariates", "cohort/flow-covariates-means"],
  ["cohort/flow-observed", "cohort/flow-observed-means"],
]);

/** The code of what leaving people out at a step of the flow does to the estimand; undefined where nobody can leave. */
export function flowMeaning(code: string): string | undefined {
  return meanings.get(code);
}
