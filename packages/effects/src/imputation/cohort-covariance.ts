import { gram } from "@kontrafakt/numerics";
import type { Part } from "./part.js";
import type { UnitArms } from "./unit-arms.js";
import type { UntreatedSample } from "./untreated-sample.js";

/** Units of a cohort whose products are taken together. */
const TOGETHER = 256;

/**
 * The covariance where every unit is a cluster of its own and the blocks' scores are 0: a unit's influence is a matrix of its cohort times
 * its values (scores by dense column, own influence by period), so that cohort sums of products of values give it, terms × terms
 * products once a cohort instead of once a unit.
 * @param tell told the covariance of each arm by its stratum
 */
export function cohortCovariance(
  sample: UntreatedSample,
  parts: readonly Part[],
  arms?: UnitArms,
  tell?: (stratum: number, covariance: Float64Array) => void,
): Float64Array {
  const { cohorts, cohort, atom, units, ordinals } = sample;
  const T = ordinals.length;
  const K = parts.reduce((n, p) => n + p.terms.length, 0);
  const starts = offsets(parts, T);
  const W = starts[parts.length];
  const sums = Array.from(cohorts, () => new Float64Array(W * W));
  const waiting = Array.from(cohorts, () => ({ x: new Float64Array(TOGETHER * W), n: 0 }));
  for (let i = 0; i < units; i++) {
    if (atom[i] < 0) continue;
    const own = waiting[cohort[i]];
    for (let p = 0; p < parts.length; p++) unitValues(parts[p], i, T, own.x, own.n * W + starts[p]);
    own.n++;
    if (own.n < TOGETHER) continue;
    addProducts(sums[cohort[i]], own.x, own.n, W);
    own.n = 0;
  }
  waiting.forEach(({ x, n }, g) => {
    addProducts(sums[g], x, n, W);
  });
  const covariance = new Float64Array(K * K);
  const stratumOf = new Int32Array(cohorts.length).fill(-1);
  const factorOf = new Float64Array(cohorts.length).fill(1);
  for (let i = 0; arms && i < units; i++) {
    if (atom[i] < 0) continue;
    // Units that are each a cluster have the factor of their cohort.
    stratumOf[cohort[i]] = arms.strata.stratum[atom[i]];
    factorOf[cohort[i]] = arms.factor[i];
  }
  cohorts.forEach((_, g) => {
    for (let a = 0; a < W; a++) for (let c = 0; c < a; c++) sums[g][c * W + a] = sums[g][a * W + c];
    const map = cohortMap(sample, parts, starts, K, g);
    if (!arms || !tell || stratumOf[g] < 0) {
      addSandwich(covariance, K, sums[g], W, map);
      return;
    }
    const own = new Float64Array(K * K);
    addSandwich(
      own,
      K,
      sums[g],
      W,
      map.map((v) => factorOf[g] * v),
    );
    for (let c = 0; c < own.length; c++) covariance[c] += own[c];
    tell(stratumOf[g], own);
  });
  return covariance;
}

/** Adds x'x of n rows to the lower triangle of `sum` and empties them; most columns of a cohort are 0 throughout. */
function addProducts(sum: Float64Array, x: Float64Array, n: number, W: number): void {
  const seen = new Uint8Array(W);
  for (let c = 0; c < n * W; c++) if (x[c] !== 0) seen[c % W] = 1;
  const used = [...seen.keys()].filter((a) => seen[a] === 1);
  const products = gram(x, undefined, n, W, used);
  used.forEach((a, r) => {
    for (let c = 0; c <= r; c++) sum[a * W + used[c]] += products[r * used.length + c];
  });
  x.fill(0, 0, n * W);
}

function offsets(parts: readonly Part[], T: number): number[] {
  const out = [0];
  for (const { model, own } of parts) out.push(out[out.length - 1] + (model?.system.width ?? 0) + (own ? T : 0));
  return out;
}

function unitValues({ model, own }: Part, i: number, T: number, values: Float64Array, at: number): void {
  if (model) {
    const { covariates, shift, firstCovariate: P } = model.system;
    for (let t = 0, r = i * T; t < T; t++, r++) {
      const v = model.score[r];
      if (v === 0) continue;
      if (P > 0) values[at + t] = v;
      for (let j = 0; j < covariates.length; j++) values[at + P + j] += v * (covariates[j][r] - shift[j]);
    }
  }
  const from = at + (model?.system.width ?? 0);
  if (own) for (let t = 0, r = i * T; t < T; t++, r++) values[from + t] = own[r];
}

/** Influence of a unit of cohort g by its values: W × K. */
function cohortMap(
  sample: UntreatedSample,
  parts: readonly Part[],
  starts: readonly number[],
  K: number,
  g: number,
): Float64Array {
  const T = sample.ordinals.length;
  const map = new Float64Array(starts[parts.length] * K);
  let first = 0;
  parts.forEach(({ terms, model, own, scale, rows }, p) => {
    const width = model?.system.width ?? 0;
    for (let a = 0; model && a < width; a++) {
      for (let k = 0; k < terms.length; k++)
        map[(starts[p] + a) * K + first + k] = scale * model.sign * model.dense[a * terms.length + k];
    }
    for (let t = 0; own && t < T; t++) {
      const k = rows.termOf[g * T + t];
      if (k >= 0) map[(starts[p] + width + t) * K + first + k] = scale;
    }
    first += terms.length;
  });
  return map;
}

/** covariance += map' sum map. */
function addSandwich(covariance: Float64Array, K: number, sum: Float64Array, W: number, map: Float64Array): void {
  const half = new Float64Array(W * K);
  for (let a = 0; a < W; a++) {
    for (let c = 0; c < W; c++) {
      const v = sum[a * W + c];
      if (v === 0) continue;
      for (let k = 0; k < K; k++) half[a * K + k] += v * map[c * K + k];
    }
  }
  for (let a = 0; a < W; a++) {
    for (let j = 0; j < K; j++) {
      const v = map[a * K + j];
      if (v === 0) continue;
      for (let k = 0; k < K; k++) covariance[j * K + k] += v * half[a * K + k];
    }
  }
}
