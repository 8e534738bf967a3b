import { invertPositive, leastSquares } from "@kontrafakt/numerics";
import { columnProduct } from "../column-product.js";
import type { Absorber } from "../fixed-effects/absorber.js";

/** A column is dropped when the fixed effects and the kept columns before it leave at most this share of its norm, as in R's `lm`. */
const TOLERANCE = 1e-7;
/** Squared shares of norms above this are known well enough from the cross-product. */
const CLEAR = 1e-6;
/** Rows that stay in cache from one column to the next. */
const BLOCK = 1024;

/** Columns with the fixed effects taken out, times the roots of the weights. */
export interface WithinDesign {
  readonly n: number;
  readonly absorber: Absorber;
  readonly root?: Float64Array;
  /** The kept columns, and which of those given they are. */
  readonly columns: readonly Float64Array[];
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
  /** (X'WX)⁻¹ of the kept columns. */
  readonly bread: Float64Array;
  readonly converged: boolean;
}

/** Takes the columns over: they are changed. Of collinear columns the later is dropped. */
export function withinDesign(given: readonly Float64Array[], absorber: Absorber, n: number, weight?: Float64Array): WithinDesign {
  const root = weight?.map(Math.sqrt);
  let converged = true;
  const some: number[] = [];
  given.forEach((column, j) => {
    const { about, whole } = spread(column, weight, 1e-14);
    const swept = sweepOut(column, absorber, whole, weight);
    if (!swept.converged) converged = false;
    if (root) for (let r = 0; r < n; r++) column[r] *= root[r];
    if (swept.left > TOLERANCE * TOLERANCE * about) some.push(j);
  });
  const columns = some.map((j) => given[j]);
  const k = columns.length;
  const gram = columnProduct(columns, n);
  const scale = Float64Array.from({ length: k }, (_, j) => 1 / Math.sqrt(gram[j * k + j]));
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) gram[i * k + j] *= scale[i] * scale[j];
  const inverse = clearlyIndependent(gram, k) ? invertPositive(gram, k) : null;
  if (inverse) {
    for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) inverse[i * k + j] *= scale[i] * scale[j];
    return { n, absorber, root, columns, kept: some, dropped: others(given.length, some), bread: inverse, converged };
  }
  const x = new Float64Array(n * k);
  columns.forEach((column, j) => {
    for (let r = 0; r < n; r++) x[r * k + j] = column[r] * scale[j];
  });
  const solved = leastSquares({ x, y: new Float64Array(n), n, k, tolerance: TOLERANCE });
  const left = others(k, solved.dropped);
  const m = left.length;
  const bread = new Float64Array(m * m);
  left.forEach((i, a) => {
    left.forEach((j, b) => {
      bread[a * m + b] = solved.inverse[i * k + j] * scale[i] * scale[j];
    });
  });
  const kept = left.map((j) => some[j]);
  return {
    n,
    absorber,
    root,
    columns: left.map((j) => columns[j]),
    kept,
    dropped: others(given.length, kept),
    bread,
    converged,
  };
}

export interface WithinSolution {
  /** One for each kept column. */
  readonly coefficients: Float64Array;
  /** Residuals times the roots of the weights. */
  readonly residual: Float64Array;
  /** Σ of the squared residuals. */
  readonly squares: number;
  readonly converged: boolean;
  /** Whether effects and columns fit every row, but for rounding. */
  readonly exact: boolean;
}

/** Weighted least squares of one outcome on the design, with one step of refinement. Takes the outcome over: it becomes the residual. */
export function solveWithin(design: WithinDesign, y: Float64Array, weight?: Float64Array): WithinSolution {
  const { n, columns, root, bread } = design;
  const residual = y;
  const { about, whole } = spread(y, weight, 1e-9);
  const { converged } = sweepOut(residual, design.absorber, whole, weight);
  if (root) for (let r = 0; r < n; r++) residual[r] *= root[r];
  const k = columns.length;
  const coefficients = new Float64Array(k);
  const step = new Float64Array(k);
  let left = 0;
  for (let pass = 0; pass < 3; pass++) {
    const next = new Float64Array(k);
    left = 0;
    for (let from = 0; from < n; from += BLOCK) {
      const to = Math.min(n, from + BLOCK);
      if (pass > 0) for (let i = 0; i < k; i++) subtract(residual, step[i], columns[i], from, to);
      if (pass < 2) for (let i = 0; i < k; i++) next[i] = addProducts(next[i], columns[i], residual, from, to);
      else left = addProducts(left, residual, residual, from, to);
    }
    for (let i = 0; pass < 2 && i < k; i++) {
      step[i] = 0;
      for (let j = 0; j < k; j++) step[i] += bread[i * k + j] * next[j];
      coefficients[i] += step[i];
    }
  }
  return { coefficients, residual, squares: left, converged, exact: !(left > 1e-20 * about) };
}

function subtract(from: Float64Array, by: number, column: Float64Array, first: number, to: number): void {
  for (let r = first; r < to; r++) from[r] -= by * column[r];
}

function addProducts(sum: number, a: Float64Array, b: Float64Array, first: number, to: number): number {
  let out = sum;
  for (let r = first; r < to; r++) out += a[r] * b[r];
  return out;
}

/**
 * Sweeps again where little is left of large values: the first time leaves their rounding, which is not free of the effects.
 * @param whole weighted squares before
 */
function sweepOut(column: Float64Array, absorber: Absorber, whole: number, weight?: Float64Array) {
  const squares = (): number => {
    let sum = 0;
    if (weight) for (let r = 0; r < column.length; r++) sum += weight[r] * column[r] * column[r];
    else for (let r = 0; r < column.length; r++) sum += column[r] * column[r];
    return sum;
  };
  const converged = absorber.sweep(column);
  const left = squares();
  if (!(left < 1e-8 * whole)) return { converged, left };
  return { converged: absorber.sweep(column) && converged, left: squares() };
}

/** Weighted squares, and about the weighted mean, at least this share of what they are about 0: rounding is of the values themselves. */
function spread(column: Float64Array, weight: Float64Array | undefined, least: number) {
  // From the first value, so that a large mean does not swallow the rest.
  const from = column.length > 0 ? column[0] : 0;
  let total = weight ? 0 : column.length;
  let sum = 0;
  let squares = 0;
  for (let r = 0; !weight && r < column.length; r++) {
    const v = column[r] - from;
    sum += v;
    squares += v * v;
  }
  for (let r = 0; weight && r < column.length; r++) {
    const v = column[r] - from;
    total += weight[r];
    sum += weight[r] * v;
    squares += weight[r] * v * v;
  }
  if (!(total > 0)) return { about: 0, whole: 0 };
  const mean = from + sum / total;
  const about = squares - (sum * sum) / total;
  return { about: Math.max(about, least * mean * mean * total), whole: about + mean * mean * total };
}

function clearlyIndependent(gram: Float64Array, k: number): boolean {
  const factor = new Float64Array(k * k);
  for (let j = 0; j < k; j++) {
    let share = 1;
    for (let l = 0; l < j; l++) {
      let value = gram[j * k + l];
      for (let b = 0; b < l; b++) value -= factor[j * k + b] * factor[l * k + b];
      factor[j * k + l] = value / factor[l * k + l];
      share -= factor[j * k + l] * factor[j * k + l];
    }
    if (!(share > CLEAR)) return false;
    factor[j * k + j] = Math.sqrt(share);
  }
  return true;
}

function others(count: number, some: readonly number[]): number[] {
  const without = new Set(some);
  return Array.from({ length: count }, (_, j) => j).filter((j) => !without.has(j));
}
