import type { Panel } from "@kontrafakt/cohort";
import type { UnmatchedMean } from "../balance/balance.js";
import { history } from "./history.js";
import type { Lost } from "./lost.js";
import type { RiskSet, Variable } from "./risk-set.js";

/**
 * Mean of each variable over the starters without a control, whether they were at risk or not, as far as it is known of them; NaN
 * where it is known of none. Covariates and history only: what is neither (missing indicators, terms) has none.
 *
 * @param shift periods from the history's end to the start
 */
export function unmatchedMeans(
  panel: Panel,
  lost: readonly Lost[],
  waves: Int32Array,
  variables: readonly Variable[],
  shift: number,
): UnmatchedMean[] {
  const starters = lost.filter((l) => l.treated === 1);
  const rows: RiskSet = {
    unit: Int32Array.from(starters, (l) => l.unit),
    wave: Int32Array.from(starters, (l) => l.wave),
    treated: new Uint8Array(starters.length).fill(1),
    waves,
  };
  const none = { mean: Number.NaN, people: 0, notZero: 0 };
  return variables.map((v) => {
    if (v.missing || v.term) return none;
    if (v.outcome !== undefined && v.window) return mean(history(panel, rows, [v.outcome], [v.window], shift)[0].values);
    const covariate = panel.covariates.find((c) => c.name === v.name);
    return covariate ? mean(Float64Array.from(rows.unit, (i) => covariate.values[i])) : none;
  });
}

/** Of known values. */
function mean(values: Float64Array): UnmatchedMean {
  let total = 0;
  let people = 0;
  let notZero = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    total += value;
    people++;
    if (value !== 0) notZero++;
  }
  return { mean: total / people, people, notZero };
}
