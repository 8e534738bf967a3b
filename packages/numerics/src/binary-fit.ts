import { fail } from "@kontrafakt/base";
import type { Link, PassState } from "./binary-pass.js";
import { checkDesign, type Design } from "./check-design.js";
import { clearlyIndependent, independentColumns, sumsOfSquares } from "./independent-columns.js";
import { messages } from "./messages.js";
import { type Climb, newton } from "./newton.js";

export interface BinaryInput extends Design {
  /** A column is dropped when earlier columns leave at most this share of its norm. Default 1e-7. */
  readonly tolerance?: number;
  /** Newton steps at most; default 50. */
  readonly maxIterations?: number;
}

/** A fitted model of a 0/1 outcome (or a share). */
export interface BinaryFit {
  /** k values, 0 where dropped. */
  readonly coefficients: Float64Array;
  /** Indices of dropped columns, ascending. */
  readonly dropped: number[];
  /** Xb, n values. */
  readonly linear: Float64Array;
  /** Fitted probability, n values. */
  readonly probability: Float64Array;
  /** Inverse of the expected information: the covariance of the coefficients under the model. Rows and columns of dropped columns are 0. */
  readonly inverse: Float64Array;
  /** −2 log likelihood. */
  readonly deviance: number;
  /** False when the maximum was not found within the iterations, or does not exist (separation). */
  readonly converged: boolean;
  readonly iterations: number;
  /** Columns along which the likelihood grows without end, so that their coefficients mean nothing; empty when all is well. */
  readonly separated: number[];
}

/** What is left of the coefficients' error is about the square of a step that promises this share of the deviance. */
export const ENOUGH = 1e-14;

/** From so many rows on the start is the maximum over a sixteenth of them. */
const MANY = 50_000;
const EVERY = 16;

/** Checks the input and finds the columns to keep. */
export function prepareBinary(input: BinaryInput): number[] {
  checkBinary(input);
  return independentColumns(input, input.tolerance ?? 1e-7);
}

function checkBinary(input: BinaryInput): void {
  checkDesign(input);
  const { y, n } = input;
  for (let i = 0; i < n; i++) if (!(y[i] >= 0 && y[i] <= 1)) fail("numerics/outcome", {}, { index: i }, messages);
}

/**
 * Newton's method to machine precision over the independent columns, from 0, or with many rows from about the maximum over every
 * sixteenth of them. With many rows all columns are tried first: the information at the start often shows that they are independent.
 * @param curvatureLimit the curvature of a row of weight 1 is never above it
 */
export function climbBinary(link: Link, curvatureLimit: number, input: BinaryInput): { kept: number[]; climb: Climb } {
  checkBinary(input);
  const { x, weights, n, k, tolerance = 1e-7, maxIterations = 50 } = input;
  const from = (columns: readonly number[], accepts?: (first: PassState) => boolean): Climb | null =>
    newton(link, input, columns, startOf(link, input, columns), ENOUGH, maxIterations, accepts);
  if (n >= MANY) {
    const all = Array.from({ length: k }, (_, j) => j);
    const squares = sumsOfSquares(x, weights, n, k);
    const climb = from(all, ({ information }) => clearlyIndependent(information, squares, curvatureLimit, tolerance));
    if (climb) return { kept: all, climb };
  }
  const kept = independentColumns(input, tolerance);
  return { kept, climb: from(kept) as Climb };
}

/** About the maximum over every sixteenth row (found the same way where these are many), or 0. */
function startOf(link: Link, design: Design, kept: readonly number[]): Float64Array {
  const { n, k } = design;
  const few = n < MANY || n < 100 * EVERY * k ? null : everyNth(design, EVERY);
  const found = few && newton(link, few, kept, startOf(link, few, kept), 1e-6, 6);
  return found?.coefficients ?? new Float64Array(k);
}

function everyNth({ x, y, weights, n, k }: Design, every: number): Design {
  const rows = Math.floor(n / every);
  const few = new Float64Array(rows * k);
  for (let i = 0, to = 0; i < rows; i++) for (let j = 0, from = i * every * k; j < k; j++) few[to++] = x[from++];
  const take = (values: Float64Array): Float64Array => Float64Array.from({ length: rows }, (_, i) => values[i * every]);
  return { x: few, y: take(y), weights: weights && take(weights), n: rows, k };
}

/** The columns not among the kept ones, ascending. */
export function others(kept: readonly number[], k: number): number[] {
  return Array.from({ length: k }, (_, j) => j).filter((j) => !kept.includes(j));
}
