import { type CellRows, dropped, type Prepared, regressionOn, weightsOf } from "../cell-rows.js";
import { quarters } from "./quarters.js";

/**
 * Outcome regression on repeated cross-sections: the treated's change of means less the mean, over treated rows of both periods, of the change
 * that the controls' regressions in each period predict. Source: Sant'Anna & Zhao 2020, doi:10.1016/j.jeconom.2020.06.003, (2.2).
 */
export function reg(rows: CellRows): Prepared {
  const { treatedPost, treatedPre, controlsPost, controlsPre } = quarters(rows);
  const treated = weightsOf(rows, (i) => rows.d[i] === 1);
  const regressions = [regressionOn(rows, controlsPost), regressionOn(rows, controlsPre)];
  const means = [
    { sign: 1, weights: treatedPost, outcome: 1, fitted: [0, 0] },
    { sign: -1, weights: treatedPre, outcome: 1, fitted: [0, 0] },
    { sign: -1, weights: treated, outcome: 0, fitted: [1, -1] },
  ] as const;
  return { sum: { means, regressions }, controls: controlsPost, dropped: dropped(...regressions) };
}
