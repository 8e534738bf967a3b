import { fail } from "@kontrafakt/base";
import { messages } from "./messages.js";
import { createQueue } from "./nearest-queue.js";
import { scoreOrder } from "./score-order.js";

/** Who chooses first: the largest score, the smallest, the first row, or whoever has the closest control left. */
export type NearestOrder = "largest" | "smallest" | "data" | "closest";

export interface NearestInput {
  /** One a row; finite where the row takes part. */
  readonly score: Float64Array;
  /** 1 treated, 0 control. */
  readonly treated: Uint8Array;
  /** Controls wanted for each treated row, at least 1. */
  readonly ratio: number;
  /** Greatest distance allowed, in units of the score, inclusive; none if absent or null. */
  readonly caliper?: number | null;
  /** A control may serve several treated rows (still only once in a set). */
  readonly replace?: boolean;
  readonly order?: NearestOrder;
  /** 1 where the row takes part; all if absent. */
  readonly eligible?: Uint8Array;
  /** Matches are made within equal codes only (≥ 0). */
  readonly strata?: Int32Array;
}

export interface NearestPairs {
  /** Treated rows that take part, in data order. */
  readonly treated: Int32Array;
  /** treated × ratio: rows of the controls in the order they were found, then −1. */
  readonly controls: Int32Array;
}

/**
 * Greedy nearest-neighbour matching on one score, in about O(n log n) time and O(n) memory.
 *
 * Published tie rule (reproduces MatchIt 4.7 pair for pair):
 * 1. Treated rows choose in `order`; equal scores choose in data order. Under "closest" so do equal distances, except
 *    that a row whose control was taken and which had to look again goes before others at the same distance.
 * 2. All rows stand in one line by score, equal scores in data order, treated or not. A treated row looks at the nearest
 *    free control to its left and to its right in that line; the smaller |difference| wins, and the left one if equal.
 * 3. With ratio > 1 everyone chooses once before anyone chooses again.
 *
 * @throws KontrafaktError where a score is missing, the ratio is not a positive integer or the caliper is negative
 */
export function nearest(input: NearestInput): NearestPairs {
  const { score, treated: isTreated, ratio, replace = false, order = "largest", eligible, strata } = input;
  const caliper = input.caliper ?? Number.POSITIVE_INFINITY;
  if (!(Number.isInteger(ratio) && ratio >= 1)) fail("matching/bad-ratio", { option: "ratio" }, { value: ratio }, messages);
  if (!(caliper >= 0)) fail("matching/bad-caliper", { option: "caliper" }, { value: caliper }, messages);
  const line = scoreOrder(score, eligible, strata);
  const m = line.length;
  const place = new Int32Array(score.length).fill(-1);
  for (let p = 0; p < m; p++) place[line[p]] = p;

  // left[p + 1]: a place at or left of p on the way to the nearest free control; 0 and m + 1 are the ends of the line.
  const left = new Int32Array(m + 2);
  const right = new Int32Array(m + 2);
  right[m + 1] = m + 1;
  let starters = 0;
  for (let p = 0; p < m; p++) {
    const taken = isTreated[line[p]];
    starters += taken;
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

  const treated = new Int32Array(starters);
  for (let i = 0, a = 0; i < score.length; i++) if (place[i] >= 0 && isTreated[i]) treated[a++] = i;
  const controls = new Int32Array(starters * ratio).fill(-1);

  /** Distance of the control at place p + 1 from treated row i; Infinity where it is no candidate. */
  const distance = (i: number, p: number): number => {
    if (p === 0 || p === m + 1) return Number.POSITIVE_INFINITY;
    const c = line[p - 1];
    if (strata && strata[c] !== strata[i]) return Number.POSITIVE_INFINITY;
    const d = Math.abs(score[i] - score[c]);
    return d <= caliper ? d : Number.POSITIVE_INFINITY;
  };
  /** Place + 1 of the best control between (and including) two places, 0 if none. */
  const choose = (i: number, l: number, r: number): number => {
    const dl = distance(i, l);
    const dr = distance(i, r);
    if (dl === Number.POSITIVE_INFINITY && dr === Number.POSITIVE_INFINITY) return 0;
    return dl <= dr ? l : r;
  };
  const best = (i: number): number => choose(i, find(left, place[i] + 1), find(right, place[i] + 1));
  const take = (p: number): void => {
    left[p] = p - 1;
    right[p] = p + 1;
  };

  if (replace) {
    for (let a = 0; a < starters; a++) {
      const i = treated[a];
      let l = find(left, place[i] + 1);
      let r = find(right, place[i] + 1);
      for (let k = 0; k < ratio; k++) {
        const p = choose(i, l, r);
        if (p === 0) break;
        controls[a * ratio + k] = line[p - 1];
        if (p === l) l = find(left, p - 1);
        else r = find(right, p + 1);
      }
    }
    return { treated, controls };
  }

  let choosing = sequence(treated, score, order);
  for (let k = 0; k < ratio && choosing.length > 0; k++) {
    const served: number[] = [];
    const serve = (a: number, p: number): void => {
      controls[a * ratio + k] = line[p - 1];
      take(p);
      served.push(a);
    };
    if (order === "closest") {
      const queue = createQueue(starters);
      const wanted = new Int32Array(starters);
      choosing.forEach((a, rank) => {
        wanted[a] = best(treated[a]);
        if (wanted[a] > 0) queue.push(a, distance(treated[a], wanted[a]), rank);
      });
      for (let a = queue.pop(), again = -1; a >= 0; a = queue.pop()) {
        if (left[wanted[a]] === wanted[a]) serve(a, wanted[a]);
        else {
          wanted[a] = best(treated[a]);
          if (wanted[a] > 0) queue.push(a, distance(treated[a], wanted[a]), again--);
        }
      }
      served.sort((a, b) => a - b);
    } else {
      for (const a of choosing) {
        const p = best(treated[a]);
        if (p > 0) serve(a, p);
      }
    }
    choosing = served;
  }
  return { treated, controls };
}

/** Indices into `treated` in the order in which they choose. */
function sequence(treated: Int32Array, score: Float64Array, order: NearestOrder): number[] {
  const all = Array.from(treated, (_, a) => a);
  if (order === "largest") all.sort((a, b) => score[treated[b]] - score[treated[a]] || a - b);
  if (order === "smallest") all.sort((a, b) => score[treated[a]] - score[treated[b]] || a - b);
  return all;
}
