import { leastSquares } from "@kontrafakt/numerics";
import type { SumOfMeans, WeightedRegression } from "./sum-of-means.js";

/** Treated and controls of a comparison: units with a change, or rows of two periods. All have a weight. */
export interface CellRows {
  readonly n: number;
  /** 1 treated, 0 control. */
  readonly d: Uint8Array;
  readonly w: Float64Array;
  /** n × k with a leading constant. */
  readonly x: Float64Array;
  readonly k: number;
  /** Cross-sections: 1 in the later period, 0 in the base. */
  readonly post?: Uint8Array;
}

/** Why a cell is empty, or what to know about it: a problem's code and what it names besides the cell. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Prepared {
  readonly sum: SumOfMeans;
  /** Weights of the controls at the later period, for their effective number. */
  readonly controls: Float64Array;
  /** Columns that follow from others. */
  readonly dropped: readonly number[];
  readonly note?: Reason;
}

/** What a method makes of the rows before outcomes are seen; or why it cannot. */
export type Preparation = Prepared | { readonly refused: Reason };

export type Method = "dr" | "drImproved" | "reg" | "ipw";

/** The weights of the rows that `keep` chooses, 0 for the others. */
export function weightsOf({ w }: CellRows, keep: (i: number) => boolean): Float64Array {
  return w.map((v, i) => (keep(i) ? v : 0));
}

/** The factor of a weighted regression on the covariates; its outcomes come later. */
export function regressionOn({ n, x, k }: CellRows, weights: Float64Array, counts = true): WeightedRegression {
  const { inverse, dropped } = leastSquares({ x, y: new Float64Array(n), weights, n, k });
  return { weights, inverse, dropped, counts };
}

export function dropped(...from: readonly { readonly dropped: readonly number[] }[]): number[] {
  return [...new Set(from.flatMap((one) => one.dropped))].sort((a, b) => a - b);
}
