import { product } from "./product.js";

/** The rows of a design at once in the cache. */
const ROWS = 256;

/**
 * Triangular factor R of the rows of [x, y] scaled by the square roots of weights: R'R = Z'Z with Z = √w [x, y],
 * without a copy of the design. Returns k + 1 by k + 1, row-major; the last column is Q'y, its last entry the norm of what is left.
 * Householder reflections of blocks of rows beneath the triangle so far (Golub & Van Loan 2013, §5.2.2; Demmel et al. 2012, sequential TSQR).
 */
export function triangle(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array | undefined,
  n: number,
  k: number,
): Float64Array {
  const m = k + 1;
  const r = new Float64Array(m * m);
  const block = new Float64Array(m * ROWS); // column-major
  for (let start = 0; start < n; ) {
    let rows = 0;
    for (; start < n && rows < ROWS; start++) {
      const weight = weights ? weights[start] : 1;
      if (weight === 0) continue;
      const root = Math.sqrt(weight);
      for (let j = 0; j < k; j++) block[j * ROWS + rows] = root * x[start * k + j];
      block[k * ROWS + rows] = root * y[start];
      rows++;
    }
    reflect(r, block, rows, m);
  }
  return r;
}

function reflect(r: Float64Array, block: Float64Array, rows: number, m: number): void {
  for (let j = 0; j < m; j++) {
    const v = j * ROWS;
    const squares = product(block, v, block, v, rows);
    if (squares === 0) continue;
    const top = r[j * m + j];
    const norm = Math.sqrt(top * top + squares);
    const diagonal = top > 0 ? -norm : norm;
    const head = top - diagonal;
    const scale = 1 / (diagonal * head); // −2 / (v'v) with v = (head, block column)
    for (let l = j + 1; l < m; l++) {
      const c = l * ROWS;
      const along = scale * (head * r[j * m + l] + product(block, v, block, c, rows));
      r[j * m + l] += along * head;
      for (let i = 0; i < rows; i++) block[c + i] += along * block[v + i];
    }
    r[j * m + j] = diagonal;
  }
}

export interface TriangleSolution {
  readonly coefficients: Float64Array;
  /** (X'WX)⁻¹, k × k. */
  readonly inverse: Float64Array;
  /** Columns that are linear combinations of kept columns before them. */
  readonly dropped: number[];
  readonly rank: number;
}

/**
 * Solves from the triangle. A column is dropped when what earlier kept columns leave of its norm is at most `tolerance` times its norm:
 * the limited pivoting of LINPACK's dqrdc2, so the later of two collinear columns goes; columns of `without` are dropped in any case.
 * Coefficients, rows and columns of a dropped column are 0.
 */
export function solveTriangle(r: Float64Array, k: number, tolerance: number, without: readonly number[] = []): TriangleSolution {
  const m = k + 1;
  // Columns as lists, so that dropping one leaves a Hessenberg tail that Givens rotations bring back to a triangle.
  const columns = Array.from({ length: m }, (_, j) => Float64Array.from({ length: m }, (_, i) => (i <= j ? r[i * m + j] : 0)));
  const kept: number[] = [];
  const dropped: number[] = [];
  for (let j = 0; j < k; j++) {
    const column = columns[j];
    const at = kept.length;
    let rest = 0;
    let whole = 0;
    for (let i = 0; i < m; i++) {
      whole += column[i] * column[i];
      if (i >= at) rest += column[i] * column[i];
    }
    if (without.includes(j) || !(rest > tolerance * tolerance * whole)) {
      dropped.push(j);
      continue;
    }
    for (let i = j; i > at; i--) {
      const length = Math.sqrt(column[i - 1] * column[i - 1] + column[i] * column[i]);
      if (length === 0) continue;
      const c = column[i - 1] / length;
      const s = column[i] / length;
      for (let l = j; l < m; l++) {
        const upper = columns[l][i - 1];
        const lower = columns[l][i];
        columns[l][i - 1] = c * upper + s * lower;
        columns[l][i] = c * lower - s * upper;
      }
    }
    kept.push(j);
  }
  const rank = kept.length;
  const coefficients = new Float64Array(k);
  const inverse = new Float64Array(k * k);
  // Columns of R⁻¹; (R'R)⁻¹ = R⁻¹ R⁻ᵀ.
  const inverted: Float64Array[] = [];
  for (let b = 0; b < rank; b++) {
    const column = new Float64Array(rank);
    column[b] = 1 / columns[kept[b]][b];
    for (let a = b - 1; a >= 0; a--) {
      let value = 0;
      for (let c = a + 1; c <= b; c++) value -= columns[kept[c]][a] * column[c];
      column[a] = value / columns[kept[a]][a];
    }
    inverted.push(column);
  }
  for (let a = rank - 1; a >= 0; a--) {
    let value = columns[k][a];
    for (let c = a + 1; c < rank; c++) value -= columns[kept[c]][a] * coefficients[kept[c]];
    coefficients[kept[a]] = value / columns[kept[a]][a];
    for (let b = 0; b <= a; b++) {
      let entry = 0;
      for (let c = a; c < rank; c++) entry += inverted[c][a] * inverted[c][b];
      inverse[kept[a] * k + kept[b]] = entry;
      inverse[kept[b] * k + kept[a]] = entry;
    }
  }
  return { coefficients, inverse, dropped, rank };
}
