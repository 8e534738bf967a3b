import type { Design } from "./check-design.js";
import { addProduct, addSquare, loadBlock, padded, ROWS, unpadded } from "./cross-product.js";

/**
 * Firth's modified score and the information of the data with hat values added, over kept columns:
 * Σ x (w (y − p) + h (½ − p)) and Σ x x' (w + h) p (1 − p), with h = w p (1 − p) x' (X'WX)⁻¹ x.
 * @param rootInverse inverse of the lower Cholesky factor of X'WX, m × m
 */
export function hatPass(
  { x, y, weights, n, k }: Design,
  kept: readonly number[],
  rootInverse: Float64Array,
  probability: Float64Array,
): { score: Float64Array; information: Float64Array } {
  const columns = kept.length;
  const m = padded(columns);
  const score = new Float64Array(m);
  const information = new Float64Array(m * m);
  const block = new Float64Array(m * ROWS);
  const hat = new Float64Array(ROWS);
  const slope = new Float64Array(ROWS);
  const along = new Float64Array(ROWS);
  for (let start = 0; start < n; start += ROWS) {
    const rows = Math.min(ROWS, n - start);
    loadBlock(x, k, kept, start, rows, block);
    hat.fill(0);
    for (let a = 0; a < columns; a++) {
      along.fill(0);
      for (let b = 0; b <= a; b++) {
        const c = rootInverse[a * columns + b];
        for (let i = 0, at = b * ROWS; i < rows; i++, at++) along[i] += c * block[at];
      }
      for (let i = 0; i < rows; i++) hat[i] += along[i] * along[i];
    }
    for (let i = 0; i < rows; i++) {
      const p = probability[start + i];
      const weight = weights ? weights[start + i] : 1;
      const curvature = p * (1 - p);
      const h = weight * curvature * hat[i];
      slope[i] = weight * (y[start + i] - p) + h * (0.5 - p);
      hat[i] = (weight + h) * curvature;
    }
    addProduct(block, slope, m, rows, score);
    addSquare(block, hat, m, rows, information);
  }
  return { score: score.slice(0, columns), information: unpadded(information, columns) };
}
