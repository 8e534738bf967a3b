import { type CellRows, type Prepared, weightsOf } from "../cell-rows.js";

/** Without covariates: the difference of mean changes, whatever the method. */
export function plain(rows: CellRows): Prepared {
  const treated = weightsOf(rows, (i) => rows.d[i] === 1);
  const controls = weightsOf(rows, (i) => rows.d[i] === 0);
  const means = [
    { sign: 1, weights: treated, outcome: 1, fitted: [] },
    { sign: -1, weights: controls, outcome: 1, fitted: [] },
  ] as const;
  return { sum: { means, regressions: [] }, controls, dropped: [] };
}
