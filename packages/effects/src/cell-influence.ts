import type { WaveDesign } from "./wave-design.js";

/** One cell's influence by atom: estimate − truth ≈ Σ. */
export interface CellInfluence {
  readonly column: Float64Array;
  readonly df: number;
  /** Where people are independent: the degrees of freedom of each arm's variance. */
  readonly arms?: { readonly treated: number; readonly controls: number };
}

/** The influence of a cell of one event time, by its index; undefined where it rests on fewer than two independent groups. */
export type InfluenceOf = (cell: number) => CellInfluence | undefined;

/** By matched set where sets are independent and their weights held fixed, else by person. */
export function influenceBy({ independence, estimation }: WaveDesign): "set" | "unit" {
  return independence === "set" && !estimation ? "set" : "unit";
}
