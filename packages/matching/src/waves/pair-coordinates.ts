import { type Coordinates, distanceCoordinates } from "../nearest/distance-coordinates.js";
import { isOf } from "./agreement.js";
import type { MethodInput } from "./method.js";
import type { Variable } from "./risk-set.js";
import { unknown } from "./score-variables.js";
import type { WaveScore } from "./wave-score.js";

export type PairCoordinates = Coordinates;
export interface PairCoordinatesInput extends Pick<MethodInput, "rows" | "variables" | "options"> {
  readonly score: Pick<WaveScore, "linear" | "probability">;
}

/**
 * Coordinates (rows × dimensions) in which the Euclidean distance is the one `options.distance` names: the score itself, or the
 * variables of `distanceOn` (all if left out), with the covariance within groups pooled over waves, wave means taken out.
 * @throws KontrafaktError for a name in `distanceOn` that is no variable
 */
export function pairCoordinates({ rows, variables, score, options }: PairCoordinatesInput): PairCoordinates {
  const { distance, distanceOn } = options;
  if (distance === "linear") return { coordinates: score.linear, dimensions: 1 };
  if (distance === "probability") return { coordinates: score.probability, dimensions: 1 };
  const used = distanceOn === undefined ? variables : named(variables, distanceOn);
  return distanceCoordinates({
    variables: distance === "mahalanobis" ? used.map((v) => v.values) : withBaseLevels(used, rows.unit.length),
    group: rows.wave.map((w, r) => 2 * w + rows.treated[r]),
    distance,
  });
}

/** A name stands for a variable, for all levels of a category, or for all windows of an outcome. */
function named(variables: readonly Variable[], names: readonly string[]): Variable[] {
  for (const name of names)
    if (!variables.some((v) => isNamed(v, name)))
      unknown(
        "distanceOn",
        name,
        variables.filter((v) => !v.missing),
      );
  return variables.filter((v) => names.some((name) => isNamed(v, name)));
}

function isNamed(variable: Variable, name: string): boolean {
  return isOf(variable.name, name) || variable.outcome === name;
}

/**
 * Variables with the level that a category of three or more leaves out as its base, so that two people of different levels are equally
 * far apart whichever levels they are. The Mahalanobis distance needs no such help.
 */
function withBaseLevels(variables: readonly Variable[], rows: number): Float64Array[] {
  const categories = new Map<string, Variable[]>();
  const out: Float64Array[] = [];
  for (const v of variables) {
    out.push(v.values);
    const cut = v.name.indexOf("=");
    if (cut < 0 || v.outcome !== undefined || v.missing || v.values.some((value) => value !== 0 && value !== 1)) continue;
    const name = v.name.slice(0, cut);
    const levels = categories.get(name);
    if (levels) levels.push(v);
    else categories.set(name, [v]);
  }
  for (const levels of categories.values()) {
    if (levels.length < 2) continue;
    const base = new Float64Array(rows).fill(1);
    for (const { values } of levels) for (let r = 0; r < rows; r++) base[r] -= values[r];
    if (base.every((value) => value === 0 || value === 1)) out.push(base);
  }
  return out;
}
