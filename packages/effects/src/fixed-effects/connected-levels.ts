import type { FixedEffect } from "./fixed-effect.js";

/** Connected parts, numbered 0, 1, … in the order their first levels come. */
export interface ConnectedLevels {
  readonly of: Int32Array;
  readonly count: number;
}

/**
 * Connected parts of the levels of `small`: two are joined where a level of `large` has rows of both. Rows of weight 0 join nothing.
 * Stops as soon as all are one, which is early as a rule.
 */
export function connectedLevels(large: FixedEffect, small: FixedEffect, weight?: Float64Array): ConnectedLevels {
  const parent = Int32Array.from({ length: small.levels }, (_, l) => l);
  const root = (level: number) => {
    let l = level;
    while (parent[l] !== l) {
      parent[l] = parent[parent[l]];
      l = parent[l];
    }
    return l;
  };
  const first = new Int32Array(large.levels).fill(-1);
  let parts = small.levels;
  for (let r = 0; r < large.of.length && parts > 1; r++) {
    if (weight && !(weight[r] > 0)) continue;
    const l = large.of[r];
    if (first[l] < 0) first[l] = small.of[r];
    if (first[l] === small.of[r]) continue;
    const a = root(first[l]);
    const b = root(small.of[r]);
    if (a === b) continue;
    parent[Math.max(a, b)] = Math.min(a, b);
    parts--;
  }
  const of = new Int32Array(small.levels);
  let count = 0;
  for (let l = 0; l < small.levels; l++) of[l] = parent[l] === l ? count++ : of[root(l)];
  return { of, count };
}
