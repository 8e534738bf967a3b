import type { Design } from "./check-design.js";
import { gram } from "./cross-product.js";
import { solveTriangle, triangle } from "./triangle.js";

/** From so many rows on the cross-product is tried first. */
const MANY = 10_000;

/** A squared share of a norm above this is known from the cross-product to about 1e-9 of itself. */
const CLEAR = 1e-6;

/**
 * Columns that are no linear combination of kept ones before them: dropped when those leave at most `tolerance` of its norm.
 * Reads the shares of norms off the cross-product where they are far from 0, looks at what is left of a column where they are
 * not, and goes through reflections of the whole design only where a column is nearly, but not, collinear.
 */
export function independentColumns(design: Design, tolerance: number): number[] {
  const found = design.n < MANY ? null : fromCrossProduct(design, tolerance);
  if (found) return found;
  const { dropped } = solveTriangle(triangle(design.x, design.y, design.weights, design.n, design.k), design.k, tolerance);
  return Array.from({ length: design.k }, (_, j) => j).filter((j) => !dropped.includes(j));
}

/** Null where it cannot tell. */
export function fromCrossProduct(design: Design, tolerance: number): number[] | null {
  const { x, weights, n, k } = design;
  const product = gram(
    x,
    weights,
    n,
    k,
    Array.from({ length: k }, (_, j) => j),
  );
  const norm = Float64Array.from({ length: k }, (_, j) => Math.sqrt(product[j * k + j]));
  if (!norm.every((v) => v < 1e150 && (v === 0 || v > 1e-150))) return null;
  const kept: number[] = [];
  /** Rows of the Cholesky factor of the kept columns at norm 1. */
  const factor: Float64Array[] = [];
  for (let j = 0; j < k; j++) {
    if (norm[j] === 0) continue;
    const row = new Float64Array(kept.length + 1);
    let share = 1;
    kept.forEach((l, a) => {
      let value = product[j * k + l] / norm[j] / norm[l];
      for (let b = 0; b < a; b++) value -= row[b] * factor[a][b];
      row[a] = value / factor[a][a];
      share -= row[a] * row[a];
    });
    if (!(share > CLEAR)) {
      const left = shareLeft(design, j, kept, combination(row, factor, kept, norm, j), norm[j]);
      if (!(left <= tolerance)) return null;
      continue;
    }
    if (!(share > tolerance * tolerance)) continue;
    row[kept.length] = Math.sqrt(share);
    kept.push(j);
    factor.push(row);
  }
  return kept;
}

/**
 * Whether every column certainly leaves more than `tolerance` of its norm, judged by X'CX with curvatures up to w · limit: what is left of a
 * column in that metric is at most `limit` times what is left of it in its own.
 * @param squares w-weighted sums of squares of the columns
 */
export function clearlyIndependent(information: Float64Array, squares: Float64Array, limit: number, tolerance: number): boolean {
  const k = squares.length;
  const factor = new Float64Array(k * k);
  for (let j = 0; j < k; j++) {
    const norm = Math.sqrt(information[j * k + j]);
    let share = 1;
    for (let l = 0; l < j; l++) {
      let value = information[j * k + l] / norm / Math.sqrt(information[l * k + l]);
      for (let b = 0; b < l; b++) value -= factor[j * k + b] * factor[l * k + b];
      factor[j * k + l] = value / factor[l * k + l];
      share -= factor[j * k + l] * factor[j * k + l];
    }
    if (!(share > CLEAR && share * information[j * k + j] > limit * tolerance * tolerance * squares[j])) return false;
    factor[j * k + j] = Math.sqrt(share);
  }
  return true;
}

/** Weighted sum of squares of each column. */
export function sumsOfSquares(x: Float64Array, weights: Float64Array | undefined, n: number, k: number): Float64Array {
  const squares = new Float64Array(k);
  for (let i = 0, c = 0; i < n; i++) {
    const weight = weights ? weights[i] : 1;
    for (let j = 0; j < k; j++, c++) squares[j] += weight * x[c] * x[c];
  }
  return squares;
}

/** Coefficients of a column on the kept ones. */
function combination(
  row: Float64Array,
  factor: readonly Float64Array[],
  kept: readonly number[],
  norm: Float64Array,
  j: number,
): Float64Array {
  const solved = row.slice(0, kept.length);
  for (let a = kept.length - 1; a >= 0; a--) {
    for (let b = a + 1; b < kept.length; b++) solved[a] -= factor[b][a] * solved[b];
    solved[a] /= factor[a][a];
  }
  return solved.map((v, a) => (v * norm[j]) / norm[kept[a]]);
}

function shareLeft(
  { x, weights, n, k }: Design,
  j: number,
  kept: readonly number[],
  coefficients: Float64Array,
  norm: number,
): number {
  let squares = 0;
  for (let i = 0; i < n; i++) {
    let rest = x[i * k + j];
    for (let a = 0; a < kept.length; a++) rest -= coefficients[a] * x[i * k + kept[a]];
    squares += (weights ? weights[i] : 1) * rest * rest;
  }
  return Math.sqrt(squares) / norm;
}
