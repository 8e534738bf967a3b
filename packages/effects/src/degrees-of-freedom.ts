import { armPartDegrees } from "./arm-part-degrees.js";
import type { Effects } from "./effects-value.js";
import { satterthwaite } from "./satterthwaite.js";
import { modelledDegrees, stratumDegrees } from "./strata-degrees.js";
import { workingDegrees } from "./working-model.js";

/**
 * Degrees of freedom of c'θ by Satterthwaite over strata (waves): (ΣV_g)² / Σ V_g²/ν_g, where V_g is the part of the variance
 * from stratum g and ν_g its own degrees of freedom. A single term has its own.
 *
 * From influence: V_g sums the squared influence of the atoms of stratum g, and ν_g = atoms − 1, or the stratum's `degrees`
 * if fewer (people who count unequally); where the basis has a working model
 * for strata (`modelled`), by that. From the covariance alone: V_g = c_g'Σc_g over the terms of group g, and ν_g the most any of them has. Both agree
 * where clusters nest in waves and no slope is shared. Terms without a group form one stratum with the fewest degrees of freedom among them. Least
 * squares have their own (`workingDegrees`).
 * Source: Satterthwaite 1946, doi:10.2307/3002019.
 */
export function degreesOfFreedom(effects: Effects, c: Float64Array): number {
  const used: number[] = [];
  c.forEach((v, k) => {
    if (v !== 0) used.push(k);
  });
  if (used.length === 0) return Number.POSITIVE_INFINITY;
  if (used.length === 1) return effects.df[used[0]];
  if (used.every((k) => effects.df[k] === Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  // Groups share their controls, so that variances do not add up by group; all terms rest on the same units.
  if (effects.basis.kind === "moments" && effects.basis.arms) return armPartDegrees(effects.basis.arms, c);
  if (effects.basis.kind === "moments")
    return used.reduce((fewest, k) => Math.min(fewest, effects.df[k]), Number.POSITIVE_INFINITY);
  if (effects.basis.kind === "influence" && effects.basis.working)
    return workingDegrees(effects.basis.working, effects.df, c, used);
  return effects.basis.kind === "influence" ? fromInfluence(effects, c, used) : fromCovariance(effects, c, used);
}

function fromInfluence(effects: Effects, c: Float64Array, used: readonly number[]): number {
  const { basis } = effects;
  if (basis.kind !== "influence") return Number.NaN;
  const { atoms, rows, stratum, modelled, degrees } = basis;
  const K = effects.terms.length;
  if (modelled && degrees) return modelledDegrees(modelled, degrees, c, K);
  const variance = new Map<number, number>();
  const count = new Map<number, number>();
  for (let a = 0; a < atoms; a++) {
    let u = 0;
    for (const k of used) u += c[k] * rows[a * K + k];
    if (u === 0) continue;
    variance.set(stratum[a], (variance.get(stratum[a]) ?? 0) + u * u);
    count.set(stratum[a], (count.get(stratum[a]) ?? 0) + 1);
  }
  const own = Array.from(variance.keys(), (g) => stratumDegrees(basis, g, count.get(g)!));
  return satterthwaite([...variance.values()], own);
}

function fromCovariance(effects: Effects, c: Float64Array, used: readonly number[]): number {
  const K = effects.terms.length;
  const groups = new Map<number | undefined, number[]>();
  for (const k of used) {
    const g = effects.terms[k].group;
    groups.set(g, [...(groups.get(g) ?? []), k]);
  }
  const degrees: number[] = [];
  const variances = Array.from(groups, ([g, members]) => {
    let v = 0;
    for (const j of members) for (const k of members) v += c[j] * c[k] * effects.covariance[j * K + k];
    const own = members.map((k) => effects.df[k]);
    degrees.push(g === undefined ? Math.min(...own) : Math.max(...own));
    return v;
  });
  return satterthwaite(variances, degrees);
}
