import type { ArmPart } from "./effects-value.js";
import { satterthwaite } from "./satterthwaite.js";

/**
 * Satterthwaite's degrees of freedom of c'θ + s'p from the covariance by arm: (ΣV_g)²/Σ V_g²/ν_g; from the working model of arms where they have
 * one, the shares then aside.
 * @param c one weight a term
 * @param s one weight a group's share, where these are estimated
 */
export function armPartDegrees(arms: readonly ArmPart[], c: Float64Array, s?: Float64Array): number {
  return satterthwaite(
    arms.map((part) => armVariance(part, c, s)),
    arms.map(({ degrees }) => degrees),
  );
}

function armVariance({ terms, covariance, modelled, shares }: ArmPart, c: Float64Array, s?: Float64Array): number {
  const K = terms.length;
  if (modelled) return modelled.reduce((sum, v, i) => sum + c[terms[i]] * c[terms[i]] * v, 0);
  const G = s?.length ?? 0;
  const used: number[] = [];
  for (let i = 0; i < K; i++) if (c[terms[i]] !== 0) used.push(i);
  let v = 0;
  for (const i of used) {
    const own = c[terms[i]];
    for (const j of used) v += own * c[terms[j]] * covariance[i * K + j];
    for (let g = 0; shares && s && g < G; g++) v += 2 * own * s[g] * shares.cross[i * G + g];
  }
  for (let g = 0; shares && s && g < G; g++) for (let h = 0; h < G; h++) v += s[g] * s[h] * shares.covariance[g * G + h];
  return Math.max(0, v);
}

/** `armPartDegrees` of each of K terms by itself; NaN where it has no variance. */
export function termDegrees(arms: readonly ArmPart[], K: number): Float64Array {
  const sum = new Float64Array(K);
  const over = new Float64Array(K);
  for (const { terms, covariance, modelled, degrees } of arms) {
    const n = terms.length;
    for (let i = 0; i < n; i++) {
      const v = modelled ? modelled[i] : covariance[i * n + i];
      sum[terms[i]] += v;
      over[terms[i]] += (v * v) / degrees;
    }
  }
  return sum.map((v, k) => (over[k] > 0 ? (v * v) / over[k] : Number.NaN));
}

/**
 * Degrees of freedom η of a joint test of all p terms with regular covariance V: p(p + 1) / Σ_g ((tr A_g)² + tr A_g²)/ν_g with
 * A_g = V⁻¹V_g, as `jointDegreesOfFreedom` has it of influence. NaN where no arm has a part.
 * @param inverse V⁻¹
 */
export function jointArmDegrees(arms: readonly ArmPart[], inverse: Float64Array, p: number): number {
  let spread = 0;
  for (const { terms, covariance, degrees } of arms) {
    const n = terms.length;
    const product = new Float64Array(p * n);
    for (let i = 0; i < p; i++)
      for (let j = 0; j < n; j++) {
        const v = inverse[i * p + terms[j]];
        for (let k = 0; k < n; k++) product[i * n + k] += v * covariance[j * n + k];
      }
    let trace = 0;
    let square = 0;
    for (let j = 0; j < n; j++) {
      trace += product[terms[j] * n + j];
      for (let k = 0; k < n; k++) square += product[terms[j] * n + k] * product[terms[k] * n + j];
    }
    spread += (trace * trace + square) / degrees;
  }
  return spread > 0 ? (p * (p + 1)) / spread : Number.NaN;
}

/** The parts of some terms, by their indices. */
export function takenArms(arms: readonly ArmPart[], keep: readonly number[]): ArmPart[] {
  return arms.map(({ terms, covariance, degrees, modelled, shares }) => {
    const place = new Map(Array.from(terms, (k, i) => [k, i]));
    const own = keep.flatMap((k, at) => (place.has(k) ? [{ at, from: place.get(k) as number }] : []));
    const n = own.length;
    const K = terms.length;
    const G = shares ? shares.cross.length / Math.max(1, K) : 0;
    return {
      terms: Int32Array.from(own, ({ at }) => at),
      covariance: Float64Array.from({ length: n * n }, (_, c) => covariance[own[Math.floor(c / n)].from * K + own[c % n].from]),
      degrees,
      ...(modelled && { modelled: Float64Array.from(own, ({ from }) => modelled[from]) }),
      ...(shares && {
        shares: {
          covariance: shares.covariance,
          cross: Float64Array.from({ length: n * G }, (_, c) => shares.cross[own[Math.floor(c / G)].from * G + (c % G)]),
        },
      }),
    };
  });
}

/** The parts of new terms Wθ (+ Sp): `lines` hold one weight a term, `shares` one a share. Shares are then no longer told apart. */
export function combinedArms(
  arms: readonly ArmPart[],
  lines: readonly Float64Array[],
  shares?: readonly Float64Array[],
): ArmPart[] {
  const R = lines.length;
  const terms = Int32Array.from({ length: R }, (_, r) => r);
  return arms.map((part) => {
    const { terms: own, covariance: sigma, degrees, modelled: model, shares: p } = part;
    const K = own.length;
    const G = shares && p ? shares[0].length : 0;
    const covariance = new Float64Array(R * R);
    const left = new Float64Array(K);
    const right = new Float64Array(G);
    // Places in this part of the terms that each line has.
    const used = lines.map((line) => {
      const at: number[] = [];
      for (let i = 0; i < K; i++) if (line[own[i]] !== 0) at.push(i);
      return at;
    });
    for (let r = 0; r < R; r++) {
      left.fill(0);
      right.fill(0);
      for (const i of used[r]) {
        const c = lines[r][own[i]];
        for (let j = 0, at = i * K; j < K; j++, at++) left[j] += c * sigma[at];
        for (let g = 0; g < G; g++) right[g] += c * p!.cross[i * G + g];
      }
      for (let g = 0; g < G; g++) {
        const s = shares![r][g];
        if (s === 0) continue;
        for (let j = 0; j < K; j++) left[j] += s * p!.cross[j * G + g];
        for (let h = 0; h < G; h++) right[h] += s * p!.covariance[g * G + h];
      }
      for (let q = 0; q <= r; q++) {
        let v = 0;
        for (const j of used[q]) v += lines[q][own[j]] * left[j];
        for (let g = 0; g < G; g++) v += shares![q][g] * right[g];
        covariance[r * R + q] = v;
        covariance[q * R + r] = v;
      }
    }
    const modelled =
      model && Float64Array.from(used, (at, r) => at.reduce((sum, i) => sum + lines[r][own[i]] * lines[r][own[i]] * model[i], 0));
    return { terms, covariance, degrees, ...(modelled && { modelled }) };
  });
}
