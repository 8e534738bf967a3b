import { applyInverse, type BlockSystem } from "./unit-blocks.js";
import { addRows } from "./unit-blocks-identified.js";

/** Weighted means of the model's values that are asked for: row (i, t) is in mean `termOf[cohort[i] * periods + t]` (−1: in none) where `counted`. */
export interface Targets {
  readonly terms: number;
  readonly cohort: Int32Array;
  readonly termOf: Int32Array;
  /** 1 for rows that count. */
  readonly counted: Uint8Array;
}

/**
 * The transposed solve: a mean Σ a_r ŷ_r of the model's values (a_r = weight / `total`) is Σ u_r y_r over fitted rows with
 * u_r = w_r (d_r'ν_b + z_r'μ). `dense` has μ of each mean (terms × width), `block` its ν of each block (blocks × terms × q) if asked for.
 */
export interface Transposed {
  readonly total: Float64Array;
  readonly dense: Float64Array;
  readonly block?: Float64Array;
}

/** O(rows · periods) for all means together; a mean of no rows has 0 throughout. */
export function transposed(system: BlockSystem, targets: Targets, withBlocks: boolean): Transposed {
  const { periods: T, blocks, members, start, weight, covariates, shift, time, q, width: K, firstCovariate: P } = system;
  const { terms, cohort, termOf, counted } = targets;
  const k = covariates.length;
  const total = new Float64Array(terms);
  const h = new Float64Array(terms * K);
  const sums = withBlocks ? new Float64Array(blocks * terms * q) : undefined;
  const w = new Float64Array(T);
  const c = new Float64Array(q * k);
  const g = new Float64Array(terms * q);
  const touched: number[] = [];
  const isTouched = new Uint8Array(terms);
  const periods = new Int32Array(T);
  for (let b = 0; b < blocks; b++) {
    w.fill(0);
    c.fill(0);
    for (let at = start[b]; at < start[b + 1]; at++) {
      const i = members[at];
      for (let t = 0, r = i * T; t < T; t++, r++) {
        if (counted[r] !== 1) continue;
        const term = termOf[cohort[i] * T + t];
        if (term < 0) continue;
        if (isTouched[term] === 0) {
          isTouched[term] = 1;
          touched.push(term);
        }
        total[term] += weight[i];
        g[term * q] += weight[i];
        if (q === 2) g[term * q + 1] += weight[i] * time[t];
        if (P > 0) h[term * K + t] += weight[i];
        for (let j = 0; j < k; j++) h[term * K + P + j] += weight[i] * (covariates[j][r] - shift[j]);
      }
    }
    if (touched.length === 0) continue;
    for (let at = start[b]; at < start[b + 1]; at++) addRows(system, members[at], w, c);
    let fitted = 0;
    for (let s = 0; P > 0 && s < T; s++) if (w[s] !== 0) periods[fitted++] = s;
    for (const term of touched) {
      const own = g.subarray(term * q, (term + 1) * q);
      applyInverse(system.blockInverse, b, q, own, 1);
      const [g0, g1] = [own[0], q === 2 ? own[1] : 0];
      for (let f = 0; f < fitted; f++) h[term * K + periods[f]] -= w[periods[f]] * (g0 + g1 * time[periods[f]]);
      for (let j = 0; j < k; j++) h[term * K + P + j] -= g0 * c[j * q] + (q === 2 ? g1 * c[j * q + 1] : 0);
      sums?.set(own, (b * terms + term) * q);
      own.fill(0);
      isTouched[term] = 0;
    }
    touched.length = 0;
  }
  const dense = new Float64Array(terms * K);
  for (let term = 0; term < terms; term++) {
    if (total[term] === 0) continue;
    for (let a = 0; a < K; a++) {
      let v = 0;
      for (let j = 0; j < K; j++) v += system.inverse[a * K + j] * h[term * K + j];
      dense[term * K + a] = v / total[term];
    }
  }
  if (!sums) return { total, dense };
  for (let c = 0; c < sums.length; c++) {
    const all = total[Math.floor(c / q) % terms];
    if (all > 0) sums[c] /= all;
  }
  return { total, dense, block: addBlockDual(system, terms, dense, sums) };
}

/** ν_b = A⁻(Σ a d − Cμ) in place, where `sums` holds A⁻ Σ a d of the rows of each mean in block b (0 for a coefficient of the dense part). */
export function addBlockDual(system: BlockSystem, terms: number, dense: Float64Array, sums: Float64Array): Float64Array {
  const { periods: T, blocks, members, start, time, covariates, q, width: K, firstCovariate: P } = system;
  const k = covariates.length;
  const w = new Float64Array(T);
  const c = new Float64Array(q * k);
  const v = new Float64Array(q);
  for (let b = 0; b < blocks; b++) {
    w.fill(0);
    c.fill(0);
    for (let at = start[b]; at < start[b + 1]; at++) addRows(system, members[at], w, c);
    for (let term = 0; term < terms; term++) {
      v.fill(0);
      for (let a = 0; a < q; a++) {
        if (P > 0) for (let s = 0; s < T; s++) v[a] += w[s] * (a === 1 ? time[s] : 1) * dense[term * K + s];
        for (let j = 0; j < k; j++) v[a] += c[j * q + a] * dense[term * K + P + j];
      }
      applyInverse(system.blockInverse, b, q, v, 1);
      const at = (b * terms + term) * q;
      for (let a = 0; a < q; a++) sums[at + a] -= v[a];
    }
  }
  return sums;
}
