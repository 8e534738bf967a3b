import { admissible } from "./nearest-limits.js";
import { type NearestPairs, type NearestPlan, preparePlan } from "./nearest-plan.js";
import { scoreOrder } from "./score-order.js";
import { takeTurns } from "./take-turns.js";

export interface NearestInput extends NearestPlan {
  /** One a row; finite where the row takes part. */
  readonly score: Float64Array;
}

/**
 * Greedy nearest-neighbour matching on one score, in about O(n log n) time and O(n) memory. With covariate calipers or anti-exact
 * variables a treated row walks outward past controls that it may not have; at worst to the ends of its stratum or caliper.
 *
 * Published tie rule (reproduces MatchIt 4.7 pair for pair):
 * 1. Treated rows choose in `order`; equal scores choose in data order. Under "closest" so do equal distances, except
 *    that a row whose control was taken and which had to look again goes before others at the same distance.
 * 2. All rows stand in one line by score, equal scores in data order, treated or not. A treated row looks at the nearest
 *    control that it may have to its left and to its right in that line; the smaller |difference| wins, and the left one if equal.
 * 3. With more than one control wanted everyone chooses once before anyone chooses again.
 *
 * @throws KontrafaktError where a score is missing, the ratio or reuse limit is not a positive integer or a caliper is negative
 */
export function nearest(input: NearestInput): NearestPairs {
  const { score, treated: isTreated, order, eligible, strata } = input;
  const { treated, controls, wanted, columns, capacity, sequence } = preparePlan(input, score);
  const caliper = input.caliper ?? Number.POSITIVE_INFINITY;
  const allowed = admissible(input);
  const line = scoreOrder(score, eligible, strata);
  const m = line.length;
  const place = new Int32Array(score.length).fill(-1);
  for (let p = 0; p < m; p++) place[line[p]] = p;

  // left[p + 1]: a place at or left of p on the way to the nearest free control; 0 and m + 1 are the ends of the line.
  const left = new Int32Array(m + 2);
  const right = new Int32Array(m + 2);
  right[m + 1] = m + 1;
  for (let p = 0; p < m; p++) {
    const taken = isTreated[line[p]];
    left[p + 1] = taken ? p : p + 1;
    right[p + 1] = taken ? p + 2 : p + 1;
  }
  const find = (parent: Int32Array, from: number): number => {
    let p = from;
    while (parent[p] !== p) {
      parent[p] = parent[parent[p]];
      p = parent[p];
    }
    return p;
  };

  /** Distance of the control at place p + 1 from treated row i; Infinity where it is no candidate. */
  const distance = (i: number, p: number): number => {
    if (p === 0 || p === m + 1) return Number.POSITIVE_INFINITY;
    const c = line[p - 1];
    if (strata && strata[c] !== strata[i]) return Number.POSITIVE_INFINITY;
    const d = Math.abs(score[i] - score[c]);
    return d <= caliper ? d : Number.POSITIVE_INFINITY;
  };
  const served = new Int32Array(treated.length);
  const mayHave = (a: number, p: number): boolean => {
    const c = line[p - 1];
    if (capacity > 1) for (let k = 0; k < served[a]; k++) if (controls[a * columns + k] === c) return false;
    return allowed === undefined || allowed(treated[a], c);
  };
  /** Place + 1 of the best control for treated `a`, −1 if none: outward from its own place. */
  const best = (a: number): number => {
    const i = treated[a];
    let l = find(left, place[i] + 1);
    let r = find(right, place[i] + 1);
    let dl = distance(i, l);
    let dr = distance(i, r);
    while (dl < Number.POSITIVE_INFINITY || dr < Number.POSITIVE_INFINITY) {
      if (dl <= dr) {
        if (mayHave(a, l)) return l;
        l = find(left, l - 1);
        dl = distance(i, l);
      } else {
        if (mayHave(a, r)) return r;
        r = find(right, r + 1);
        dr = distance(i, r);
      }
    }
    return -1;
  };
  const uses = Number.isFinite(capacity) ? new Int32Array(m + 2) : undefined;
  takeTurns({
    wanted,
    sequence,
    closestFirst: order === "closest",
    best,
    distance: (a, p) => distance(treated[a], p),
    isFree: (p) => left[p] === p,
    take: (a, p) => {
      controls[a * columns + served[a]++] = line[p - 1];
      if (!uses || ++uses[p] < capacity) return;
      left[p] = p - 1;
      right[p] = p + 1;
    },
  });
  return { treated, controls };
}
