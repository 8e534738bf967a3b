import { armDegrees } from "../att-gt/arm-degrees.js";
import type { Effects, Influence } from "../effects-value.js";
import { modelledDegrees } from "../strata-degrees.js";

type Strata = Pick<Influence, "stratum" | "degrees" | "modelled" | "whole" | "treated">;

/**
 * Strata of clusters by arm: those the effects have; one that holds clusters with treated and clusters without is split, those without coming after all
 * others. Where nobody knows which clusters are treated, all are one stratum.
 */
export function clusterStrata({ basis, clusters: G }: Effects): Strata {
  if (basis.kind !== "influence" || !basis.treated) return { stratum: new Int32Array(G) };
  const { stratum, degrees, modelled, whole, treated } = basis;
  const S = stratum.reduce((most, s) => Math.max(most, s), 0) + 1;
  const kinds = new Uint8Array(S);
  stratum.forEach((s, a) => {
    kinds[s] |= treated[a] === 1 ? 1 : 2;
  });
  if (modelled || !kinds.includes(3)) {
    return { stratum, ...(degrees && { degrees }), ...(modelled && { modelled }), ...(whole && { whole }), treated };
  }
  const split = stratum.map((s, a) => (kinds[s] === 3 && treated[a] === 0 ? S + s : s));
  const twice = degrees && Float64Array.from({ length: 2 * S }, (_, s) => degrees[s % S] ?? Number.POSITIVE_INFINITY);
  return { stratum: split, ...(twice && { degrees: twice }), treated };
}

/**
 * Degrees of freedom of each term by Satterthwaite over strata: (ΣV_s)² / Σ V_s²/ν_s with V_s the squared pseudo-influences of stratum s and ν_s as in
 * `stratumDegrees`; by the working model where the effects have one. Without strata by arm no more than the effects had.
 * Least squares keep their own (Bell & McCaffrey's).
 * @param rows clusters × terms: pseudo-influences
 */
export function jackknifeDegrees(effects: Effects, rows: Float64Array, strata: Strata): Float64Array {
  const { clusters: G, terms, basis: had } = effects;
  const K = terms.length;
  if (had.kind === "influence" && had.working && effects.df.every((v) => v < Number.POSITIVE_INFINITY)) return effects.df;
  const { modelled, degrees } = strata;
  if (modelled && degrees)
    return Float64Array.from({ length: K }, (_, k) =>
      effects.covariance[k * K + k] > 0
        ? modelledDegrees(modelled, degrees, new Float64Array(K).fill(1, k, k + 1), K)
        : Math.max(1, G - 1),
    );
  const own = armDegrees({ atoms: G, rows, ...strata }, K);
  if (strata.treated) return own;
  return own.map((df, k) => Math.min(df, effects.df[k] > 0 ? effects.df[k] : Number.POSITIVE_INFINITY));
}
