import { type CellRows, weightsOf } from "../cell-rows.js";

/** The four groups of a comparison of two cross-sections, each by the weights of its rows. */
export interface Quarters {
  readonly treatedPost: Float64Array;
  readonly treatedPre: Float64Array;
  readonly controlsPost: Float64Array;
  readonly controlsPre: Float64Array;
}

/** @param own weights of the rows; those of the sample if absent */
export function quarters(rows: CellRows, own: Float64Array = rows.w): Quarters {
  const { d, post } = rows;
  const of = (treated: number, later: number) => weightsOf({ ...rows, w: own }, (i) => d[i] === treated && post![i] === later);
  return { treatedPost: of(1, 1), treatedPre: of(1, 0), controlsPost: of(0, 1), controlsPre: of(0, 0) };
}
