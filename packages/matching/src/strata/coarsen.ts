import { lowerBound } from "../nearest/score-order.js";
import type { Cuts } from "../options/strata-options.js";
import { type HistogramRule, histogramIntervals } from "./histogram-intervals.js";

export interface Coarsened {
  /** Interval of each row, from 0 upwards; −1 where the value is missing. */
  readonly of: Int32Array;
  /** Inner breaks, ascending: interval i holds breaks[i − 1] ≤ x < breaks[i]. */
  readonly breaks: Float64Array;
}

/**
 * Cuts a number into intervals. A rule or a number of intervals makes them equally wide between the least and the greatest
 * value, treated and controls together; cut points are taken as they are. Intervals include their left end, and the outer two
 * go on without end. A value that is its own copy in two levels or fewer (0/1) should not be passed: it needs no cutting.
 * @param people how many observations a histogram rule is told of; the number of known values if absent
 */
export function coarsen(values: Float64Array, cuts: Cuts, people?: number): Coarsened {
  const breaks = breaksOf(values, cuts, people);
  const of = new Int32Array(values.length).fill(-1);
  for (let r = 0; r < values.length; r++) if (!Number.isNaN(values[r])) of[r] = upperBound(breaks, values[r]);
  return { of, breaks };
}

function breaksOf(values: Float64Array, cuts: Cuts, people?: number): Float64Array {
  if (typeof cuts === "object") return Float64Array.from(new Set(cuts)).sort();
  const sorted = values.slice().sort();
  let known = sorted.length;
  while (known > 0 && Number.isNaN(sorted[known - 1])) known--;
  return equalBreaks(sorted.subarray(0, known), cuts, people);
}

/** Breaks between intervals of equal width over ascending values. */
function equalBreaks(sorted: Float64Array, cuts: number | HistogramRule, people?: number): Float64Array {
  const low = sorted[0];
  const high = sorted[sorted.length - 1];
  if (!(high > low)) return new Float64Array(0);
  const intervals = typeof cuts === "number" ? cuts : histogramIntervals(sorted, cuts, people);
  return Float64Array.from({ length: intervals - 1 }, (_, i) => low + (i + 1) * ((high - low) / intervals));
}

/** Number of breaks at or below a value. */
function upperBound(breaks: Float64Array, value: number): number {
  const at = lowerBound(breaks, value);
  return breaks[at] === value ? at + 1 : at;
}
