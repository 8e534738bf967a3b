import { invertPositive, leastSquares } from "@kontrafakt/numerics";
import { columnProduct } from "../column-product.js";
import type { Absorber } from "../fixed-effects/absorber.js";

/** A column is dropped when the fixed effects and the kept columns before it leave at most this share of its norm, as in R's `lm`. */
const TOLERANCE = 1e-7;
/** Squared shares of norms above this are known well enough from the cross-product. */
const CLEAR = 1e-6;

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
    const before = spread(column, weight, 1e-14);
    if (!absorber.sweep(column)) converged = false;
    if (root) for (let r = 0; r < n; r++) column[r] *= root[r];
    let after = 0;
    for (let r = 0; r < n; r++) after += column[r] * column[r];
    if (after > TOLERANCE * TOLERANCE * before) some.push(j);
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
  readonly converged: boolean;
  /** Whether effects and columns fit every row, but for rounding. */
  readonly exact: boolean;
}

/** Weighted least squares of one outcome on the design, with one step of refinement. Takes the outcome over: it becomes the residual. */
export function solveWithin(design: WithinDesign, y: Float64Array, weight?: Float64Array): WithinSolution {
  const { n, columns, root, bread } = design;
  const residual = y;
  const whole = spread(y, weight, 1e-9);
  const converged = design.absorber.sweep(residual);
  if (root) for (let r = 0; r < n; r++) residual[r] *= root[r];
  const k = columns.length;
  const coefficients = new Float64Array(k);
  for (let pass = 0; pass < 2; pass++) {
    const right = columns.map((column) => {
      let sum = 0;
      for (let r = 0; r < n; r++) sum += column[r] * residual[r];
      return sum;
    });
    for (let i = 0; i < k; i++) {
      let step = 0;
      for (let j = 0; j < k; j++) step += bread[i * k + j] * right[j];
      coefficients[i] += step;
      const column = columns[i];
      for (let r = 0; r < n; r++) residual[r] -= step * column[r];
    }
  }
  let left = 0;
  for (let r = 0; r < n; r++) left += residual[r] * residual[r];
  return { coefficients, residual, converged, exact: !(left > 1e-20 * whole) };
}

/** Weighted squares about the weighted mean, at least this share of what they are about 0: rounding is of the values themselves. */
function spread(column: Float64Array, weight: Float64Array | undefined, least: number): number {
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
  if (!(total > 0)) return 0;
  const mean = from + sum / total;
  return Math.max(squares - (sum * sum) / total, least * mean * mean * total);
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
