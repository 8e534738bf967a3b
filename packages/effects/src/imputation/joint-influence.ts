import type { Influence, MomentBasis } from "../effects-value.js";
import { rowProduct } from "../row-product.js";
import { cohortCovariance } from "./cohort-covariance.js";
import type { Part, PartModel } from "./part.js";
import type { UntreatedSample } from "./untreated-sample.js";

/** Influence rows are handed on up to this many values (atoms × terms); beyond, only the covariance they give. */
const MOST_VALUES = 4e6;

/** Atoms at once, where rows are not kept. */
const CHUNK = 512;

/** Covariance of all terms of the parts, in their order, with influence rows where these are not too many. */
export function jointInfluence(
  sample: UntreatedSample,
  parts: readonly Part[],
  most = MOST_VALUES,
): { covariance: Float64Array; basis: Influence | MomentBasis } {
  const K = parts.reduce((n, p) => n + p.terms.length, 0);
  const { atoms, atom, units } = sample;
  if (atoms * K <= most) {
    const rows = new Float64Array(atoms * K);
    for (let i = 0; i < units; i++) if (atom[i] >= 0) addUnit(sample, parts, i, rows, atom[i] * K);
    const basis: Influence = { kind: "influence", atoms, rows, stratum: new Int32Array(atoms) };
    return { covariance: rowProduct(rows, atoms, K), basis };
  }
  const covariance =
    atoms === sample.usedUnits && sample.nested ? cohortCovariance(sample, parts) : chunkedCovariance(sample, parts, K);
  return { covariance, basis: { kind: "moments" } };
}

function chunkedCovariance(sample: UntreatedSample, parts: readonly Part[], K: number): Float64Array {
  const { atoms, atom, units } = sample;
  const start = new Int32Array(atoms + 1);
  for (let i = 0; i < units; i++) if (atom[i] >= 0) start[atom[i] + 1]++;
  for (let a = 0; a < atoms; a++) start[a + 1] += start[a];
  const next = start.slice();
  const members = new Int32Array(start[atoms]);
  for (let i = 0; i < units; i++) if (atom[i] >= 0) members[next[atom[i]]++] = i;
  const covariance = new Float64Array(K * K);
  const rows = new Float64Array(CHUNK * K);
  for (let first = 0; first < atoms; first += CHUNK) {
    const last = Math.min(atoms, first + CHUNK);
    rows.fill(0);
    for (let at = start[first]; at < start[last]; at++)
      addUnit(sample, parts, members[at], rows, (atom[members[at]] - first) * K);
    const part = rowProduct(rows, last - first, K);
    for (let c = 0; c < covariance.length; c++) covariance[c] += part[c];
  }
  return covariance;
}

/** Adds a unit's influence on every term to `out` from `at` on. */
function addUnit(sample: UntreatedSample, parts: readonly Part[], i: number, out: Float64Array, at: number): void {
  const T = sample.ordinals.length;
  let offset = at;
  for (const { terms, own, model, scale, rows } of parts) {
    if (model) addScores(model, i, T, terms.length, scale * model.sign, out, offset);
    if (own) {
      const place = sample.cohort[i] * T;
      for (let t = 0, r = i * T; t < T; t++, r++) if (own[r] !== 0) out[offset + rows.termOf[place + t]] += scale * own[r];
    }
    offset += terms.length;
  }
}

const NO_COVARIATES = new Float64Array(0);

function addScores(model: PartModel, i: number, T: number, terms: number, scale: number, out: Float64Array, at: number): void {
  const { system, score, dense, block } = model;
  const { covariates, shift, time, q, firstCovariate: P } = system;
  let first = 0;
  let second = 0;
  const x = covariates.length > 0 ? new Float64Array(covariates.length) : NO_COVARIATES;
  for (let t = 0, r = i * T; t < T; t++, r++) {
    const v = score[r];
    if (v === 0) continue;
    if (P > 0) addLine(dense, t, terms, scale * v, out, at);
    for (let j = 0; j < x.length; j++) x[j] += v * (covariates[j][r] - shift[j]);
    first += v;
    second += v * time[t];
  }
  for (let j = 0; j < x.length; j++) addLine(dense, P + j, terms, scale * x[j], out, at);
  if (!block) return;
  const b = system.block[i] * terms;
  for (let k = 0; k < terms; k++) {
    const nu = (b + k) * q;
    out[at + k] += scale * (first * block[nu] + (q === 2 ? second * block[nu + 1] : 0));
  }
}

function addLine(dense: Float64Array, line: number, terms: number, factor: number, out: Float64Array, at: number): void {
  for (let k = 0, from = line * terms; k < terms; k++) out[at + k] += factor * dense[from + k];
}
