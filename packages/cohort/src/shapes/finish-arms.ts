import { type ArmSums, type SumsShape, spread } from "./moment-sums.js";
import { type CohortMoments, type MomentArm, type MomentProducts, packedAt } from "./moments.js";
import type { Sums } from "./sums.js";

/** The sums of an arm as they travel. */
export function finishArm(sums: ArmSums, shape: SumsShape, key: Pick<MomentArm, "firstTreated" | "stratum">): MomentArm {
  const { units, whole, some, nonZero } = sums;
  const complete = some === undefined;
  const all = complete ? (whole as Sums) : whole === undefined ? some : plus(some, spread(whole, shape));
  const { n, w, wy, ww, wwy, wwyy } = all;
  return { ...key, units, complete, n, w, wy, nonZero, ...(shape.products ? { products: { ww, wwy, wwyy } } : {}) };
}

function plus(a: Sums, b: Sums): Sums {
  const add = (x: Float64Array, y: Float64Array) => x.map((value, i) => value + y[i]);
  return {
    n: add(a.n, b.n),
    w: add(a.w, b.w),
    wy: add(a.wy, b.wy),
    ww: add(a.ww, b.ww),
    wwy: add(a.wwy, b.wwy),
    wwyy: add(a.wwyy, b.wwyy),
  };
}

/** Weight and shifted sum of each variable over all arms. */
export function variableTotals(arms: readonly MomentArm[], variables: number): { w: Float64Array; wy: Float64Array } {
  const w = new Float64Array(variables);
  const wy = new Float64Array(variables);
  for (const arm of arms) {
    const single = arm.complete || arm.products === undefined;
    for (let v = 0; v < variables; v++) {
      w[v] += arm.w[arm.complete ? 0 : single ? v : packedAt(v, v)];
      wy[v] += arm.wy[single ? v : v * variables + v];
    }
  }
  return { w, wy };
}

/** The shift under which each variable sums to 0: its mean over everyone; as it was where nobody has the variable. */
export function meanShift({ arms, shift }: Pick<CohortMoments, "arms" | "shift">): Float64Array {
  const { w, wy } = variableTotals(arms, shift.length);
  return shift.map((s, v) => (w[v] > 0 ? s + wy[v] / w[v] : s));
}

/** The same sums about another shift. Σw(y − s − δ) = Σw(y − s) − δΣw, and likewise for products. */
export function shiftArm(arm: MomentArm, delta: Float64Array): MomentArm {
  const V = delta.length;
  const { complete, products } = arm;
  const moved = (sums: Float64Array, weights: Float64Array) =>
    sums.map((value, i) => {
      if (complete) return value - delta[i] * weights[0];
      if (products === undefined) return value - delta[i] * weights[i];
      const v = Math.floor(i / V);
      return value - delta[v] * weights[packedAt(v, i - v * V)];
    });
  return {
    ...arm,
    wy: moved(arm.wy, arm.w),
    ...(products ? { products: shiftProducts(products, complete, delta, moved(products.wwy, products.ww)) } : {}),
  };
}

function shiftProducts({ ww, wwy, wwyy }: MomentProducts, complete: boolean, delta: Float64Array, moved: Float64Array) {
  const V = delta.length;
  const out = new Float64Array(wwyy.length);
  for (let v = 0, at = 0; v < V; v++) {
    for (let u = 0; u <= v; u++, at++) {
      const weight = ww[complete ? 0 : at];
      const sumV = wwy[complete ? v : v * V + u];
      const sumU = wwy[complete ? u : u * V + v];
      out[at] = wwyy[at] - delta[v] * sumU - delta[u] * sumV + delta[v] * delta[u] * weight;
    }
  }
  return { ww, wwy: moved, wwyy: out };
}
