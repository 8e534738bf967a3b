import { cholesky, invertPositive } from "@kontrafakt/numerics";
import { type FixedEffect, nestedIn, withoutCoarser } from "../fixed-effects/fixed-effect.js";
import { generalInverse } from "../fixed-effects/general-inverse.js";
import type { DesignClasses } from "./design-classes.js";
import { rawGrams } from "./raw-grams.js";
import type { ReducedDesign } from "./reduced-design.js";

/** Most columns of fixed effects that are written out. */
export const MOST_LEVELS = 300;

/**
 * A regression reduced to its clusters. Columns are the slopes (other columns and all fixed effects taken out) and then the levels of the fixed
 * effects that do not lie within clusters (those that do taken out), each divided by its norm. Exact: Pustejovsky & Tipton 2018, §2.3, and
 * weights that do not differ within the levels taken out.
 */
export interface ClusterGrams {
  readonly classes: DesignClasses;
  readonly slopes: number;
  readonly size: number;
  /** What each column was multiplied by. */
  readonly scale: Float64Array;
  /** classes × size × size: X'WX; with weights also X'X and X'W²X. */
  readonly gram: Float64Array;
  readonly plain?: Float64Array;
  readonly squares?: Float64Array;
  /** Lower triangular L with LL' = (X'WX)⁻¹, size × size. */
  readonly root: Float64Array;
  /** The effect taken out within clusters, and those written out with the column of each level (−1 for none). */
  readonly within: FixedEffect | null;
  readonly explicit: readonly FixedEffect[];
  readonly column: readonly Int32Array[];
}

/** Which effect is taken out within clusters and which are written out; null where these have too many levels. */
export function splitEffects({ effects, cluster, root }: Pick<ReducedDesign, "effects" | "cluster" | "root">) {
  const needed = withoutCoarser(effects);
  const inside = needed
    .filter((effect) => nestedIn(effect, { of: cluster }) && (!root || constantIn(effect, root)))
    .sort((a, b) => b.levels - a.levels);
  const within = inside[0] ?? null;
  const explicit = needed.filter((effect) => effect !== within);
  return explicit.reduce((sum, { levels }) => sum + levels, 0) > MOST_LEVELS ? null : { within, explicit };
}

/** Null where the fixed effects outside clusters have too many levels, or the design is singular but for rounding. */
export function clusterGrams(design: ReducedDesign, split = splitEffects(design)): ClusterGrams | null {
  if (!split) return null;
  const { within, explicit } = split;
  const slopes = design.columns.length;
  const offset: number[] = [];
  let D = slopes;
  for (const { levels } of explicit) {
    offset.push(D);
    D += levels;
  }
  const raw = rawGrams(design, within, explicit, offset, D);
  const { classes } = design;
  const total = new Float64Array(D * D);
  for (let q = 0; q < classes.count.length; q++)
    for (let c = 0; c < D * D; c++) total[c] += classes.count[q] * raw.gram[q * D * D + c];
  const P = D - slopes;
  const block = new Float64Array(P * P);
  for (let i = 0; i < P; i++) for (let j = 0; j <= i; j++) block[i * P + j] = total[(slopes + i) * D + slopes + j];
  const { dropped } = generalInverse(block, raw.norm, P);
  const without = new Set(dropped.map((j) => slopes + j));
  const kept = Array.from({ length: D }, (_, j) => j).filter((j) => !without.has(j));
  const size = kept.length;
  const scale = Float64Array.from(kept, (j) => 1 / Math.sqrt(total[j * D + j]));
  const shrink = (from: Float64Array) => {
    const out = new Float64Array(classes.count.length * size * size);
    for (let q = 0; q < classes.count.length; q++) {
      for (let i = 0; i < size; i++) {
        for (let j = 0; j <= i; j++) {
          const v = from[q * D * D + kept[i] * D + kept[j]] * scale[i] * scale[j];
          out[q * size * size + i * size + j] = v;
          out[q * size * size + j * size + i] = v;
        }
      }
    }
    return out;
  };
  const gram = shrink(raw.gram);
  const root = rootOf(design.bread, slopes, gram, classes.count, size, scale);
  if (!root) return null;
  const place = new Map(kept.map((j, i) => [j, i]));
  return {
    classes,
    slopes,
    size,
    scale,
    gram,
    ...(raw.plain && { plain: shrink(raw.plain), squares: shrink(raw.squares!) }),
    root,
    within,
    explicit,
    column: explicit.map(({ levels }, e) => Int32Array.from({ length: levels }, (_, l) => place.get(offset[e] + l) ?? -1)),
  };
}

/** L of (X'WX)⁻¹: the bread of the slopes, and that of the written-out levels, which the slopes are orthogonal to. */
function rootOf(
  bread: Float64Array,
  slopes: number,
  gram: Float64Array,
  count: Float64Array,
  size: number,
  scale: Float64Array,
): Float64Array | null {
  const P = size - slopes;
  const total = new Float64Array(P * P);
  for (let q = 0; q < count.length; q++)
    for (let i = 0; i < P; i++)
      for (let j = 0; j < P; j++) total[i * P + j] += count[q] * gram[q * size * size + (slopes + i) * size + slopes + j];
  const inverse = invertPositive(total, P);
  const upper = cholesky(
    bread.map((v, c) => v / (scale[Math.floor(c / slopes)] * scale[c % slopes])),
    slopes,
  );
  const lower = inverse && cholesky(inverse, P);
  if (!upper || !lower) return null;
  const out = new Float64Array(size * size);
  for (let i = 0; i < slopes; i++) for (let j = 0; j <= i; j++) out[i * size + j] = upper[i * slopes + j];
  for (let i = 0; i < P; i++) for (let j = 0; j <= i; j++) out[(slopes + i) * size + slopes + j] = lower[i * P + j];
  return out;
}

function constantIn({ of, levels }: FixedEffect, root: Float64Array): boolean {
  const first = new Float64Array(levels).fill(Number.NaN);
  for (let r = 0; r < of.length; r++) {
    if (Number.isNaN(first[of[r]])) first[of[r]] = root[r];
    else if (first[of[r]] !== root[r]) return false;
  }
  return true;
}
