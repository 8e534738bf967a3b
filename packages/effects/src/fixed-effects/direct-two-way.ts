import { cholesky } from "@kontrafakt/numerics";
import type { Absorber } from "./absorber.js";
import { connectedLevels } from "./connected-levels.js";
import type { FixedEffect } from "./fixed-effect.js";
import { type RowsByLevel, rowsByLevel } from "./rows-by-level.js";

/** Most levels of the smaller effect in one connected part, and most entries of all parts' systems. */
const LEVELS = 500;
const ENTRIES = 4_000_000;

/** A part of the data that no pair of levels connects with the rest: the smaller effect's levels in it but the first, whose effect is 0. */
interface Part {
  readonly levels: Int32Array;
  readonly factor: Float64Array;
}

/**
 * Exact two-way fixed effects of any pattern and weights: the effect with more levels is eliminated, which leaves for the other one
 * (D₂'WD₂ − D₂'WD₁ (D₁'WD₁)⁻¹ D₁'WD₂) γ = D₂'W (x − x̄ of level 1), a weighted Laplacian, one a connected part, singular by one each.
 * O(rows) a column after set-up. Null where the smaller effect has too many levels in one part.
 * Source: Schur complement of the normal equations (Abowd, Creecy & Kramarz 2002 for the connected parts).
 */
export function directTwoWay(a: FixedEffect, b: FixedEffect, weight?: Float64Array): Absorber | null {
  const [large, small] = a.levels >= b.levels ? [a, b] : [b, a];
  const n = large.of.length;
  const rows = rowsByLevel(large);
  const inverse = levelWeights(large, weight).map((w) => (w > 0 ? 1 / w : 0));
  const system = reducedSystem(large, small, rows, inverse, weight);
  if (!system) return null;
  const parts: Part[] = [];
  for (const { levels, matrix } of system) {
    if (levels.length === 0) continue;
    const factor = cholesky(matrix, levels.length);
    if (!factor) return null;
    parts.push({ levels, factor });
  }
  const right = new Float64Array(small.levels);
  const { start, row } = rows;
  return {
    method: "direct",
    sweep(column) {
      right.fill(0);
      for (let l = 0; l < large.levels; l++) {
        const mean = levelMean(column, row, start[l], start[l + 1], weight) * inverse[l];
        for (let p = start[l]; p < start[l + 1]; p++) {
          const r = row ? row[p] : p;
          column[r] -= mean;
          right[small.of[r]] += (weight ? weight[r] : 1) * column[r];
        }
      }
      const effect = new Float64Array(small.levels);
      for (const part of parts) solvePart(part, right, effect);
      for (let r = 0; r < n; r++) column[r] -= effect[small.of[r]];
      for (let l = 0; l < large.levels; l++) {
        const mean = levelMean(column, row, start[l], start[l + 1], weight) * inverse[l];
        for (let p = start[l]; p < start[l + 1]; p++) column[row ? row[p] : p] -= mean;
      }
      return true;
    },
  };
}

function levelWeights({ of, levels }: FixedEffect, weight?: Float64Array): Float64Array {
  const total = new Float64Array(levels);
  for (let r = 0; r < of.length; r++) total[of[r]] += weight ? weight[r] : 1;
  return total;
}

function levelMean(column: Float64Array, row: Int32Array | undefined, from: number, to: number, weight?: Float64Array): number {
  let sum = 0;
  if (!row && !weight) for (let p = from; p < to; p++) sum += column[p];
  else {
    for (let p = from; p < to; p++) {
      const r = row ? row[p] : p;
      sum += (weight ? weight[r] : 1) * column[r];
    }
  }
  return sum;
}

/** The matrix of each connected part, without its first level; levels of weight 0 are parts of their own. Null if too large. */
function reducedSystem(
  large: FixedEffect,
  small: FixedEffect,
  { start, row }: RowsByLevel,
  inverse: Float64Array,
  weight?: Float64Array,
) {
  const { of: partOf, count } = connectedLevels(large, small, weight);
  const size = new Int32Array(count);
  for (let l = 0; l < small.levels; l++) size[partOf[l]]++;
  let entries = 0;
  for (let c = 0; c < count; c++) {
    if (size[c] > LEVELS) return null;
    entries += (size[c] - 1) * (size[c] - 1);
  }
  if (entries > ENTRIES) return null;
  const parts = Array.from(size, (m) => ({ levels: new Int32Array(m - 1), matrix: new Float64Array((m - 1) * (m - 1)) }));
  // Position of a level in its part; −1 for the first.
  const position = new Int32Array(small.levels);
  const filled = new Int32Array(count).fill(-1);
  for (let l = 0; l < small.levels; l++) {
    position[l] = filled[partOf[l]]++;
    if (position[l] >= 0) parts[partOf[l]].levels[position[l]] = l;
  }
  const own = levelWeights(small, weight);
  parts.forEach(({ levels, matrix }) => {
    for (let i = 0; i < levels.length; i++) matrix[i * levels.length + i] = own[levels[i]];
  });
  const cell = new Float64Array(small.levels);
  const touched = new Int32Array(small.levels);
  for (let l = 0; l < large.levels; l++) {
    if (inverse[l] === 0) continue;
    let count = 0;
    for (let p = start[l]; p < start[l + 1]; p++) {
      const r = row ? row[p] : p;
      const w = weight ? weight[r] : 1;
      if (!(w > 0)) continue;
      const level = small.of[r];
      if (cell[level] === 0) touched[count++] = level;
      cell[level] += w;
    }
    if (count === 0) continue;
    const { levels, matrix } = parts[partOf[touched[0]]];
    for (let i = 0; i < count; i++) {
      const at = position[touched[i]];
      if (at < 0) continue;
      const share = cell[touched[i]] * inverse[l];
      for (let j = 0; j < count; j++) {
        const to = position[touched[j]];
        if (to >= 0) matrix[at * levels.length + to] -= share * cell[touched[j]];
      }
    }
    for (let i = 0; i < count; i++) cell[touched[i]] = 0;
  }
  return parts;
}

function solvePart({ levels, factor }: Part, right: Float64Array, effect: Float64Array): void {
  const m = levels.length;
  for (let i = 0; i < m; i++) {
    let v = right[levels[i]];
    for (let j = 0; j < i; j++) v -= factor[i * m + j] * effect[levels[j]];
    effect[levels[i]] = v / factor[i * m + i];
  }
  for (let i = m - 1; i >= 0; i--) {
    let v = effect[levels[i]];
    for (let j = i + 1; j < m; j++) v -= factor[j * m + i] * effect[levels[j]];
    effect[levels[i]] = v / factor[i * m + i];
  }
}
