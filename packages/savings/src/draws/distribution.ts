import type { Distribution } from "../savings-value.js";
import { shapeQuantile, standardised } from "./shape.js";
import { shapeTable, tableQuantiles } from "./shape-table.js";

/** x with P(X ≤ x) = p, for p in (0, 1); empirical: the smallest value found with at least that share at or below it (type 1). */
export function quantileOf(d: Distribution, p: number): number {
  const { location, scale, shape } = standardised(d);
  return location + scale * shapeQuantile(shape, p);
}

/** Quantiles at each rank in (0, 1), written to `out`; beta, PERT and gamma within 1e-7 standard deviations of `quantileOf`. */
export function quantiles(d: Distribution, ranks: Float64Array, out: Float64Array): Float64Array {
  const { location, scale, shape } = standardised(d);
  tableQuantiles(shapeTable(shape), ranks, out);
  for (let i = 0; i < ranks.length; i++) out[i] = location + scale * out[i];
  return out;
}

export function meanOf(d: Distribution): number {
  switch (d.kind) {
    case "fixed":
      return d.value;
    case "uniform":
      return (d.low + d.high) / 2;
    case "triangular":
      return (d.low + d.mode + d.high) / 3;
    case "pert":
      return (d.low + 4 * d.mode + d.high) / 6;
    case "empirical":
      return d.values.reduce((sum, v) => sum + v, 0) / d.values.length;
    default:
      return d.mean;
  }
}

/** Standard deviation; of an empirical one, with n below the sum of squares. */
export function sdOf(d: Distribution): number {
  switch (d.kind) {
    case "fixed":
      return 0;
    case "uniform":
      return (d.high - d.low) / Math.sqrt(12);
    case "triangular": {
      const [rise, fall, width] = [d.mode - d.low, d.high - d.mode, d.high - d.low];
      return Math.sqrt((rise * rise + fall * fall + width * width) / 36);
    }
    case "pert": {
      const mean = meanOf(d);
      return Math.sqrt(((mean - d.low) * (d.high - mean)) / 7);
    }
    case "empirical": {
      const mean = meanOf(d);
      return Math.sqrt(d.values.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / d.values.length);
    }
    default:
      return d.sd;
  }
}

/** Whether it can be another value than its central one. */
export function varies(d: Distribution): boolean {
  return sdOf(d) > 0;
}
