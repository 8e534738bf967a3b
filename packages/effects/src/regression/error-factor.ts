import { pivotedCholesky } from "@kontrafakt/numerics";
import { columnProduct } from "../column-product.js";

/** R with RR' the mean products of the outcomes' residuals, outcomes × rank; 1 for a single outcome. */
export function errorFactor(residuals: readonly Float64Array[]): { factor: Float64Array; rank: number } {
  const O = residuals.length;
  if (O === 1) return { factor: Float64Array.of(1), rank: 1 };
  const n = residuals[0].length;
  const products = columnProduct(residuals, n).map((v) => v / n);
  const { factor, rank } = pivotedCholesky(products, O, 1e-14);
  return rank > 0 ? { factor, rank } : { factor: new Float64Array(O).fill(1), rank: 1 };
}
