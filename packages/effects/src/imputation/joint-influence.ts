import { MOST_BY_ARM } from "../att-gt/arm-parts.js";
import { armsOf } from "../att-gt/att-gt-fit.js";
import { modelledTerms } from "../att-gt/modelled-terms.js";
import type { ArmPart, Influence, MomentBasis } from "../effects-value.js";
import { rowProduct } from "../row-product.js";
import { cohortCovariance } from "./cohort-covariance.js";
import { cohortParts } from "./cohort-parts.js";
import type { Part, PartModel } from "./part.js";
import type { UnitArms } from "./unit-arms.js";
import type { UntreatedSample } from "./untreated-sample.js";

/** Influence rows are handed on up to this many values (atoms × terms); beyond, only the covariance they give. */
const MOST_VALUES = 4e6;

/** Atoms at once, where rows are not kept. */
const CHUNK = 512;

/**
 * Covariance of all terms of the parts, in their order, with influence rows where these are not too many.
 * @param arms small-sample factors by arm, and whose units are in which
 */
export function jointInfluence(
  sample: UntreatedSample,
  parts: readonly Part[],
  arms?: UnitArms,
  most = MOST_VALUES,
): { covariance: Float64Array; basis: Influence | MomentBasis } {
  const K = parts.reduce((n, p) => n + p.terms.length, 0);
  const { atoms, atom, units } = sample;
  const modelledOf = (covariance: Float64Array) =>
    arms && !arms.strata.single
      ? modelledTerms(
          parts.flatMap(({ terms }) => terms),
          cohortParts(sample, parts, arms.strata),
          covariance,
        )
      : undefined;
  if (atoms * K <= most) {
    const rows = new Float64Array(atoms * K);
    for (let i = 0; i < units; i++) if (atom[i] >= 0) addUnit(sample, parts, i, arms, rows, atom[i] * K);
    const strata = arms ? armsOf(arms.strata, arms.whole) : { stratum: new Int32Array(atoms) };
    const covariance = rowProduct(rows, atoms, K);
    const modelled = modelledOf(covariance);
    const basis: Influence = { kind: "influence", atoms, rows, ...strata, ...(modelled && { modelled }) };
    return { covariance, basis };
  }
  const told: (ArmPart & { readonly stratum: number })[] = [];
  let room = MOST_BY_ARM;
  const tell = (stratum: number, covariance: Float64Array) => {
    if (!arms) return;
    const terms = Int32Array.from({ length: K }, (_, k) => k).filter((k) => covariance[k * K + k] > 0);
    const n = terms.length;
    room -= n * n;
    if (room < 0) return;
    const own = Float64Array.from({ length: n * n }, (_, c) => covariance[terms[Math.floor(c / n)] * K + terms[c % n]]);
    told.push({ stratum, terms, covariance: own, degrees: arms.strata.degrees[stratum] });
  };
  const covariance =
    atoms === sample.usedUnits && sample.nested
      ? cohortCovariance(sample, parts, arms, tell)
      : chunkedCovariance(sample, parts, K, arms, tell);
  if (!arms || room < 0) return { covariance, basis: { kind: "moments" } };
  const modelled = modelledOf(covariance);
  const byArm = told.map(
    ({ stratum, ...part }): ArmPart => ({
      ...part,
      ...(modelled && { modelled: Float64Array.from(part.terms, (k) => modelled[stratum * K + k]) }),
    }),
  );
  return { covariance, basis: { kind: "moments", arms: byArm } };
}

function chunkedCovariance(
  sample: UntreatedSample,
  parts: readonly Part[],
  K: number,
  arms: UnitArms | undefined,
  tell: (stratum: number, covariance: Float64Array) => void,
): Float64Array {
  const { atoms, atom, units } = sample;
  const start = new Int32Array(atoms + 1);
  for (let i = 0; i < units; i++) if (atom[i] >= 0) start[atom[i] + 1]++;
  for (let a = 0; a < atoms; a++) start[a + 1] += start[a];
  const next = start.slice();
  const members = new Int32Array(start[atoms]);
  for (let i = 0; i < units; i++) if (atom[i] >= 0) members[next[atom[i]]++] = i;
  const covariance = new Float64Array(K * K);
  const rows = new Float64Array(CHUNK * K);
  for (const [stratum, own] of atomsByStratum(atoms, arms).entries()) {
    const sum = arms ? new Float64Array(K * K) : covariance;
    for (let first = 0; first < own.length; first += CHUNK) {
      const last = Math.min(own.length, first + CHUNK);
      rows.fill(0);
      for (let j = first; j < last; j++)
        for (let at = start[own[j]]; at < start[own[j] + 1]; at++)
          addUnit(sample, parts, members[at], arms, rows, (j - first) * K);
      const part = rowProduct(rows, last - first, K);
      for (let c = 0; c < sum.length; c++) sum[c] += part[c];
    }
    if (sum === covariance) continue;
    for (let c = 0; c < sum.length; c++) covariance[c] += sum[c];
    tell(stratum, sum);
  }
  return covariance;
}

function atomsByStratum(atoms: number, arms?: UnitArms): readonly Int32Array[] {
  const all = Int32Array.from({ length: atoms }, (_, a) => a);
  if (!arms) return [all];
  const { stratum, degrees } = arms.strata;
  return Array.from(degrees, (_, s) => all.filter((a) => stratum[a] === s));
}

/** Adds a unit's influence on every term to `out` from `at` on. */
function addUnit(
  sample: UntreatedSample,
  parts: readonly Part[],
  i: number,
  arms: UnitArms | undefined,
  out: Float64Array,
  at: number,
): void {
  const T = sample.ordinals.length;
  let offset = at;
  for (const { terms, own, model, scale: plain, rows } of parts) {
    const scale = arms ? plain * arms.factor[i] : plain;
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
