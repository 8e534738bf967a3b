import type { Comparison } from "@kontrafakt/matching";
import { exp, stream } from "@kontrafakt/numerics";

export interface Regroup {
  /** Sets of a wave brought together in one, this many at a time; all of a wave if Infinity. */
  readonly merge: number;
  readonly independence: "set" | "unit";
  /** Spread of log weights: of controls, and of the treated too if `both`. */
  readonly spread?: number;
  readonly both?: boolean;
  readonly seed?: number;
  /** Every so manyth row is trimmed to weight 0. */
  readonly trim?: number;
}

/** A comparison of matched sets as strata or weights: sets of a wave brought together, weights drawn anew. */
export function regroup(c: Comparison, spec: Regroup): Comparison {
  const random = stream(spec.seed ?? 1, "test/regroup", 0);
  const number = new Map<string, number>();
  const place = new Map<number, Map<number, number>>();
  const set = c.set.map((s, r) => {
    const own = place.get(c.wave[r]) ?? new Map<number, number>();
    place.set(c.wave[r], own);
    if (!own.has(s)) own.set(s, own.size);
    const key = `${c.wave[r]}/${Math.floor(own.get(s)! / spec.merge)}`;
    if (!number.has(key)) number.set(key, number.size);
    return number.get(key)!;
  });
  const weight = c.weight.map((_, r) => {
    if (spec.trim !== undefined && r % spec.trim === 0) return 0;
    return c.role[r] === 0 || spec.both ? exp((spec.spread ?? 0) * random.normal()) : 1;
  });
  const total = [new Float64Array(number.size), new Float64Array(number.size)];
  weight.forEach((w, r) => {
    total[c.role[r]][set[r]] += w;
  });
  return {
    ...c,
    set,
    independence: spec.independence,
    weight: weight.map((w, r) => (c.role[r] === 1 ? w : (w * total[1][set[r]]) / total[0][set[r]])),
  };
}
