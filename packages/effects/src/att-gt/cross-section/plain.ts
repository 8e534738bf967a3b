import type { CellRows, Prepared } from "../cell-rows.js";
import { quarters } from "./quarters.js";

/** Without covariates: the difference of the differences of four means, whatever the method. */
export function plain(rows: CellRows): Prepared {
  const { treatedPost, treatedPre, controlsPost, controlsPre } = quarters(rows);
  const means = [
    { sign: 1, weights: treatedPost, outcome: 1, fitted: [] },
    { sign: -1, weights: treatedPre, outcome: 1, fitted: [] },
    { sign: -1, weights: controlsPost, outcome: 1, fitted: [] },
    { sign: 1, weights: controlsPre, outcome: 1, fitted: [] },
  ] as const;
  return { sum: { means, regressions: [] }, controls: controlsPost, dropped: [] };
}
