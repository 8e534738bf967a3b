import { weightedMean } from "../weighted-mean.js";

/** Small-sample facts of the mean of an arm by cluster. */
export interface ArmMean {
  /** Factor of each cluster's influence. */
  readonly factors: Float64Array;
  /** Degrees of freedom of the arm's variance. */
  readonly df: number;
}

/**
 * Factors that make the variance of an arm's weighted mean unbiased where values vary alike, and its degrees of freedom. Where every cluster is one unit: c/(c − 1) and
 * c − 1 with c = (Σw)²/Σw² the units' effective number, which is CR2 and exact for equal weights; else CR2 and Bell & McCaffrey's (`weightedMean`).
 * @param sum weights by cluster
 * @param squares squared weights by cluster
 * @param single whether every cluster is one unit
 */
export function armMean(sum: Float64Array, squares: Float64Array, single: boolean): ArmMean {
  let total = 0;
  let all = 0;
  for (let a = 0; a < sum.length; a++) {
    total += sum[a];
    all += squares[a];
  }
  if (!(total > 0)) return { factors: new Float64Array(sum.length).fill(1), df: 0 };
  if (single) {
    const c = (total * total) / all;
    const few = !(c > 1 + 1e-9);
    return { factors: new Float64Array(sum.length).fill(few ? 1 : Math.sqrt(c / (c - 1))), df: few ? 0 : c - 1 };
  }
  const { factors, trace, square } = weightedMean({
    sum: sum.map((v) => v / total),
    squares: squares.map((v) => v / (total * total)),
  });
  return { factors, df: square > 0 ? (trace * trace) / square : 0 };
}
