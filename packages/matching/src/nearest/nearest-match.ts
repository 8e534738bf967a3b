import type { Coordinates } from "./distance-coordinates.js";
import { nearest } from "./nearest.js";
import { nearestDistance } from "./nearest-distance.js";
import type { NearestPairs, NearestPlan } from "./nearest-plan.js";

export interface NearestMatchInput extends NearestPlan {
  /** The score: the distance itself without `coordinates`, else for `caliper` and `order`. */
  readonly score?: Float64Array;
  /** Match on the Euclidean distance in these (see `distanceCoordinates`). */
  readonly coordinates?: Coordinates;
}

/**
 * Greedy nearest-neighbour matching, on a score or on coordinates; see `nearest` and `nearestDistance` for the published tie rules.
 * Without either, everybody is equally near.
 */
export function nearestMatch({ coordinates, score, ...plan }: NearestMatchInput): NearestPairs {
  if (coordinates) return nearestDistance({ ...plan, ...coordinates, score });
  return nearest({ ...plan, score: score ?? new Float64Array(plan.treated.length) });
}
