import { type CellRows, type Prepared, regressionOn, weightsOf } from "../cell-rows.js";

/**
 * Outcome regression: the treated's mean change less what the controls' regression of changes on covariates predicts for them.
 * Source: Heckman, Ichimura & Todd 1997; Sant'Anna & Zhao 2020, doi:10.1016/j.jeconom.2020.06.003, (2.2).
 */
export function reg(rows: CellRows): Prepared {
  const treated = weightsOf(rows, (i) => rows.d[i] === 1);
  const controls = weightsOf(rows, (i) => rows.d[i] === 0);
  const regression = regressionOn(rows, controls);
  const means = [{ sign: 1, weights: treated, outcome: 1, fitted: [-1] }] as const;
  return { sum: { means, regressions: [regression] }, controls, dropped: regression.dropped };
}
