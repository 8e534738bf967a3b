import type { WaveDesign } from "./wave-design.js";

/** One cell's influence by atom: estimate − truth ≈ Σ. */
export interface CellInfluence {
  readonly column: Float64Array;
  readonly df: number;
  /** Where people are independent: the degrees of freedom of each arm's variance. */
  readonly arms?: { readonly treated: number; readonly controls: number };
  /** By stratum of `crossedAtoms`: what rows put into the variance of the cell were each row's variance 1. */
  readonly modelled?: Float64Array;
  /** Where clusters and sets cross: the influence by set and by both, each with its own factors; `column` has those of the clusters. */
  readonly crossed?: { readonly bySet: Float64Array; readonly byBoth: Float64Array };
}

/** The influence of a cell of one event time, by its index; undefined where it rests on fewer than two independent groups. */
export type InfluenceOf = (cell: number) => CellInfluence | undefined;

/**
 * By cluster where rows of a set count in several clusters of their own (`crossedAtoms`); by matched set where sets are independent and their
 * weights held fixed, else by person.
 */
export function influenceBy({ atoms, independence, estimation }: WaveDesign): "crossed" | "set" | "unit" {
  if (atoms.crossed) return "crossed";
  return independence === "set" && !estimation ? "set" : "unit";
}
