import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { coordinateTree } from "./coordinate-tree.js";
import type { Coordinates } from "./distance-coordinates.js";
import { admissible } from "./nearest-limits.js";
import { type NearestPairs, type NearestPlan, preparePlan } from "./nearest-plan.js";
import { scoreOrder } from "./score-order.js";
import { takeTurns } from "./take-turns.js";

/** Coordinates summed before the sum is held against the best. */
const STRIDE = 4;

export interface NearestDistanceInput extends NearestPlan, Coordinates {
  /** One a row, for `caliper` and the orders "largest" and "smallest", which without it are data order. */
  readonly score?: Float64Array;
}

/**
 * Greedy nearest-neighbour matching on a distance that is Euclidean in `coordinates` (see `distanceCoordinates`); with a `caliper` and a
 * `score`, within a caliper of the score (Rosenbaum & Rubin 1985). Searches a tree of boxes, so that no table of pairs is ever made:
 * memory grows with rows × dimensions, time with treated × the controls about as near as the nearest.
 *
 * Published tie rule (reproduces MatchIt 4.7 pair for pair):
 * 1. and 3. as for `nearest`; without a score, treated rows choose in data order.
 * 2. All rows that take part stand in one line by the first coordinate, equal ones in data order, treated or not, whatever their stratum. Of the controls at the smallest
 *    distance, squared and summed over coordinates in double precision, the farthest in that line is taken, and the right one if two are equally far.
 *
 * @throws KontrafaktError where a coordinate or a score is missing, the ratio or reuse limit is not a positive integer or a caliper is negative
 */
export function nearestDistance(input: NearestDistanceInput): NearestPairs {
  const { coordinates, dimensions: k, score, treated: isTreated, order, eligible, strata } = input;
  const { treated, controls, wanted, columns, capacity, sequence } = preparePlan(input, score);
  const takesPart = (row: number): boolean => !eligible || eligible[row] === 1;
  const caliper = score ? (input.caliper ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const scored = caliper < Number.POSITIVE_INFINITY ? score : undefined;
  const rows = Int32Array.from(isTreated.keys()).filter((row) => takesPart(row));
  for (const i of rows) {
    for (let j = 0; j < k; j++) known(i, coordinates[i * k + j]);
    if (score) known(i, score[i]);
  }
  const line = scoreOrder(
    Float64Array.from(isTreated, (_, row) => (k > 0 ? coordinates[row * k] : 0)),
    eligible,
  );
  const place = new Int32Array(isTreated.length);
  line.forEach((row, p) => {
    place[row] = p;
  });
  const tree = coordinateTree({
    coordinates,
    dimensions: k,
    rows: rows.filter((row) => isTreated[row] === 0),
    strata,
    score: scored && { values: scored, width: caliper },
  });
  const { items, points, start, end, child, low, high, sides, roots } = tree;
  const allowed = admissible(input);
  const uses = new Int32Array(items.length);
  const served = new Int32Array(treated.length);
  const own = new Float64Array(k);
  // The treated row that is looking, and what it has found.
  let looking = 0;
  let row = 0;
  let ownScore = 0;
  let found = -1;
  let least = Number.POSITIVE_INFINITY;

  const mayHave = (control: number): boolean => {
    if (scored && !(Math.abs(ownScore - scored[control]) <= caliper)) return false;
    if (capacity > 1) for (let q = 0; q < served[looking]; q++) if (controls[looking * columns + q] === control) return false;
    return allowed === undefined || allowed(row, control);
  };
  /** Squared distance to a box, Infinity where its scores are all outside the caliper; no rounding takes it above a point's within. */
  const toBox = (node: number): number => {
    const at = node * sides;
    if (scored && (low[at + k] - ownScore > caliper || ownScore - high[at + k] > caliper)) return Number.POSITIVE_INFINITY;
    let total = 0;
    for (let j = 0; j < k && total <= least; j++) {
      const v = own[j];
      const gap = v < low[at + j] ? low[at + j] - v : v > high[at + j] ? v - high[at + j] : 0;
      total += gap * gap;
    }
    return total;
  };
  const search = (node: number): void => {
    const first = child[node];
    if (first > 0) {
      const a = toBox(first);
      const b = toBox(first + 1);
      const near = a <= b ? first : first + 1;
      if (Math.min(a, b) <= least && Math.min(a, b) < Number.POSITIVE_INFINITY) search(near);
      if (Math.max(a, b) <= least && Math.max(a, b) < Number.POSITIVE_INFINITY) search(a <= b ? first + 1 : first);
      return;
    }
    for (let c = start[node]; c < end[node]; c++) {
      if (uses[c] >= capacity) continue;
      let total = 0;
      for (let j = 0, at = c * k; j < k && total <= least; ) {
        for (const stop = Math.min(k, j + STRIDE); j < stop; j++, at++) {
          const gap = own[j] - points[at];
          total += gap * gap;
        }
      }
      if (total > least) continue;
      if (total === least && found >= 0 && !farther(place[items[c]] - place[row], place[items[found]] - place[row])) continue;
      if (!mayHave(items[c])) continue;
      found = c;
      least = total;
    }
  };
  const load = (a: number): void => {
    looking = a;
    row = treated[a];
    ownScore = scored ? scored[row] : 0;
    for (let j = 0; j < k; j++) own[j] = coordinates[row * k + j];
  };
  takeTurns({
    wanted,
    sequence,
    closestFirst: order === "closest",
    best: (a) => {
      load(a);
      found = -1;
      least = Number.POSITIVE_INFINITY;
      const root = roots.get(strata ? strata[row] : 0);
      if (root !== undefined) search(root);
      return found;
    },
    distance: (a, c) => {
      let total = 0;
      for (let j = 0; j < k; j++) {
        const gap = coordinates[treated[a] * k + j] - points[c * k + j];
        total += gap * gap;
      }
      return total;
    },
    isFree: (c) => uses[c] < capacity,
    take: (a, c) => {
      controls[a * columns + served[a]++] = items[c];
      uses[c]++;
    },
  });
  return { treated, controls };
}

function known(row: number, value: number): void {
  if (!Number.isFinite(value)) fail("matching/score-missing", {}, { row, value }, messages);
}

/** Whether one way along the line is longer than another; of two as long, the one to the right counts as longer. */
function farther(way: number, other: number): boolean {
  return Math.abs(way) > Math.abs(other) || (way === -other && way > 0);
}
