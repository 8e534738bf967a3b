import { normalCdf, normalQuantile } from "@kontrafakt/numerics";
import { type Shape, shapeQuantile } from "./shape.js";

const PER_UNIT = 16;
const REACH = 5;
const SPARE = 3;

/** Quantiles of a shape ready to be taken many times. */
export interface ShapeTable {
  readonly shape: Shape;
  /** The quantile at Φ(z), z from −5 − 3/16 to 5 + 3/16 in steps of 1/16; empty = each quantile is taken directly. */
  readonly nodes: Float64Array;
}

/**
 * Beta and gamma quantiles take up to 0.3 ms each: many of one shape are interpolated in z = Φ⁻¹(p) through six nodes, within 1e-7 of a
 * standard deviation. Shapes too sharp for that, all other kinds, and |z| > 5 are taken directly.
 */
export function shapeTable(shape: Shape): ShapeTable {
  const smooth =
    (shape.kind === "beta" && Math.min(shape.alpha, shape.beta) >= 0.9) || (shape.kind === "gamma" && shape.shape >= 0.5);
  const length = smooth ? 2 * (REACH * PER_UNIT + SPARE) + 1 : 0;
  const first = -REACH - SPARE / PER_UNIT;
  return { shape, nodes: Float64Array.from({ length }, (_, i) => shapeQuantile(shape, normalCdf(first + i / PER_UNIT))) };
}

/** Quantiles of the shape at each rank, written to `out`. */
export function tableQuantiles({ shape, nodes }: ShapeTable, ranks: Float64Array, out: Float64Array): void {
  for (let d = 0; d < ranks.length; d++) {
    if (nodes.length === 0) {
      out[d] = shapeQuantile(shape, ranks[d]);
      continue;
    }
    const z = normalQuantile(ranks[d]);
    out[d] = z >= -REACH && z < REACH ? interpolated(nodes, (z + REACH) * PER_UNIT + SPARE) : shapeQuantile(shape, ranks[d]);
  }
}

/** Lagrange's polynomial through the six nodes around `at`. */
function interpolated(nodes: Float64Array, at: number): number {
  const i = Math.floor(at);
  const t = at - i;
  const [a, b, c, d, e] = [t + 2, t + 1, t - 1, t - 2, t - 3];
  return (
    (-nodes[i - 2] * b * t * c * d * e) / 120 +
    (nodes[i - 1] * a * t * c * d * e) / 24 -
    (nodes[i] * a * b * c * d * e) / 12 +
    (nodes[i + 1] * a * b * t * d * e) / 12 -
    (nodes[i + 2] * a * b * t * c * e) / 24 +
    (nodes[i + 3] * a * b * t * c * d) / 120
  );
}
