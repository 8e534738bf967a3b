import { fail } from "@kontrafakt/base";
import { combinedArms } from "./arm-part-degrees.js";
import { degreesOfFreedom } from "./degrees-of-freedom.js";
import type { Effects, Influence, Term } from "./effects-value.js";
import { messages } from "./messages.js";
import { combinedStrata } from "./strata-degrees.js";
import { combinedModel } from "./working-model.js";

/**
 * New effects Wθ: covariance WΣW', influence carried along, degrees of freedom of each row by `degreesOfFreedom`.
 * @param weights terms.length × effects.terms.length, row-major
 */
export function combine(effects: Effects, weights: Float64Array, terms: readonly Term[]): Effects {
  const K = effects.terms.length;
  const R = terms.length;
  if (weights.length !== R * K)
    fail("effects/length", {}, { what: "the weights", given: weights.length, needed: R * K }, messages);
  // Indices of non-zero weights of each row; NaN estimates count only where they are used.
  const used = Array.from({ length: R }, (_, r) => {
    const line: number[] = [];
    for (let k = 0; k < K; k++) if (weights[r * K + k] !== 0) line.push(k);
    return line;
  });
  const estimate = new Float64Array(R);
  const half = new Float64Array(R * K);
  const covariance = new Float64Array(R * R);
  const df = new Float64Array(R);
  for (let r = 0; r < R; r++) {
    for (const k of used[r]) {
      estimate[r] += weights[r * K + k] * effects.estimate[k];
      for (let j = 0; j < K; j++) half[r * K + j] += weights[r * K + k] * effects.covariance[k * K + j];
    }
    df[r] = degreesOfFreedom(effects, weights.subarray(r * K, (r + 1) * K));
  }
  for (let r = 0; r < R; r++) {
    for (let q = 0; q <= r; q++) {
      let v = 0;
      for (const k of used[q]) v += half[r * K + k] * weights[q * K + k];
      covariance[r * R + q] = v;
      covariance[q * R + r] = v;
    }
  }
  return { ...effects, terms, estimate, covariance, df, basis: combineBasis(effects, weights, used) };
}

function combineBasis(effects: Effects, weights: Float64Array, used: readonly number[][]): Effects["basis"] {
  const { basis: own } = effects;
  if (own.kind === "moments" && own.arms) {
    return { kind: "moments", arms: combinedArms(own.arms, lines(weights, effects.terms.length)) };
  }
  if (effects.basis.kind !== "influence") return { kind: effects.basis.kind };
  const { atoms, rows } = effects.basis;
  const K = effects.terms.length;
  const R = used.length;
  const out = new Float64Array(atoms * R);
  for (let a = 0; a < atoms; a++) {
    for (let r = 0; r < R; r++) for (const k of used[r]) out[a * R + r] += weights[r * K + k] * rows[a * K + k];
  }
  const { shares: _, ...kept } = effects.basis;
  const working = kept.working?.map((model) => combinedModel(model, weights, used));
  const modelled = kept.modelled && combinedStrata(kept.modelled, K, lines(weights, K));
  const basis: Influence = { ...kept, rows: out, ...(working && { working }), ...(modelled && { modelled }) };
  return basis;
}

function lines(weights: Float64Array, K: number): Float64Array[] {
  return Array.from({ length: weights.length / K }, (_, r) => weights.subarray(r * K, (r + 1) * K));
}
