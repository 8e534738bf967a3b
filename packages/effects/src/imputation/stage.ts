import { type BlockSystem, FITTED } from "../fixed-effects/unit-blocks.js";
import { fitBlocks, residualsOf } from "../fixed-effects/unit-blocks-fit.js";
import { transposed } from "../fixed-effects/unit-blocks-transposed.js";
import type { Labelled } from "./labelled.js";
import type { Assigned, Part } from "./part.js";
import type { UntreatedModel, UntreatedSample } from "./untreated-sample.js";

/** Weighted means of the rows of each term; NaN where none is left. */
export function termMeans(sample: UntreatedSample, weight: Float64Array, rows: Assigned, terms: number, values: Float64Array) {
  return sums(sample, rows, terms, (r, i, add) => add(weight[i] * values[r], weight[i]));
}

/** Means by squared weights: what Borusyak, Jaravel & Spiess take off the effects of a cohort's rows in a period. */
export function squaredMeans(sample: UntreatedSample, weight: Float64Array, rows: Assigned, terms: number, values: Float64Array) {
  return sums(sample, rows, terms, (r, i, add) => add(weight[i] * weight[i] * values[r], weight[i] * weight[i]));
}

function sums(
  { units, cohort, ordinals }: UntreatedSample,
  { termOf, counted }: Assigned,
  terms: number,
  visit: (r: number, i: number, add: (top: number, bottom: number) => void) => void,
): Float64Array {
  const T = ordinals.length;
  const top = new Float64Array(terms);
  const bottom = new Float64Array(terms);
  let k = -1;
  const add = (a: number, b: number) => {
    top[k] += a;
    bottom[k] += b;
  };
  for (let i = 0; i < units; i++) {
    for (let t = 0, r = i * T; t < T; t++, r++) {
      if (counted[r] !== 1) continue;
      k = termOf[cohort[i] * T + t];
      if (k >= 0) visit(r, i, add);
    }
  }
  return top.map((v, j) => (bottom[j] > 0 ? v / bottom[j] : Number.NaN));
}

/** What a row adds to its term's influence: weight · (value − centre of its term) / the term's weights. */
export function ownInfluence(
  { units, cohort, ordinals }: UntreatedSample,
  weight: Float64Array,
  { termOf, counted }: Assigned,
  values: Float64Array,
  centre: Float64Array,
): Float64Array {
  const T = ordinals.length;
  const total = new Float64Array(centre.length);
  const out = new Float64Array(values.length);
  for (const pass of [0, 1]) {
    for (let i = 0; i < units; i++) {
      for (let t = 0, r = i * T; t < T; t++, r++) {
        if (counted[r] !== 1) continue;
        const k = termOf[cohort[i] * T + t];
        if (k < 0) continue;
        if (pass === 0) total[k] += weight[i];
        else out[r] = (weight[i] * (values[r] - centre[k])) / total[k];
      }
    }
  }
  return out;
}

/** Weight times residual of fitted rows, 0 elsewhere. */
export function scoresOf({ units, periods: T, state, weight }: BlockSystem, residuals: Float64Array): Float64Array {
  const out = new Float64Array(units * T);
  for (let i = 0; i < units; i++) {
    for (let t = 0, r = i * T; t < T; t++, r++) if (state[r] === FITTED) out[r] = weight[i] * residuals[r];
  }
  return out;
}

/** terms × width to width × terms. */
export function acrossTerms(dense: Float64Array, terms: number, width: number): Float64Array {
  const out = new Float64Array(dense.length);
  for (let k = 0; k < terms; k++) for (let a = 0; a < width; a++) out[a * terms + k] = dense[k * width + a];
  return out;
}

/**
 * Means of y − ŷ(0) of the rows of each term, ŷ(0) from the untreated rows, with their influence: what the rows' own effects add,
 * less what the untreated rows' residuals add through ŷ(0).
 * @param centre what is taken off a row's y − ŷ(0): given the rows' y − ŷ(0) and the terms' means
 */
export function stagePart(
  sample: UntreatedSample,
  { system, values }: UntreatedModel,
  rows: Labelled,
  scale: number,
  centre: (left: Float64Array, mean: Float64Array) => Float64Array,
): Part {
  const terms = rows.terms.length;
  const left = residualsOf(system, fitBlocks(system, values), values);
  const estimate = termMeans(sample, system.weight, rows, terms, left);
  const own = ownInfluence(sample, system.weight, rows, left, centre(left, estimate));
  const dual = transposed(system, { ...rows, terms, cohort: sample.cohort }, !sample.nested);
  const dense = acrossTerms(dual.dense, terms, system.width);
  const model = { system, score: scoresOf(system, left), sign: -1, dense, ...(dual.block && { block: dual.block }) } as const;
  return { terms: rows.terms, estimate, scale, rows, own, model };
}

/** The estimates alone, with the system of other weights. */
export function stageEstimate(sample: UntreatedSample, system: BlockSystem, values: Float64Array, rows: Labelled): Float64Array {
  const left = residualsOf(system, fitBlocks(system, values), values);
  const counted = rows.counted.map((v, r) => (v === 1 && system.state[r] !== 0 ? 1 : 0));
  return termMeans(sample, system.weight, { termOf: rows.termOf, counted }, rows.terms.length, left);
}
