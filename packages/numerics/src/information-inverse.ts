import { cholesky, invertPositive } from "./cholesky.js";
import { solveTriangle, triangle } from "./triangle.js";

/** Least squared share of a column's norm that the ones before it leave at which the cross-product's inverse is good to about 1e-12. */
const CLEAR = 1e-3;

/**
 * (X'CX)⁻¹ as k × k, rows and columns of dropped ones 0. From X'CX over the kept columns where that is well conditioned,
 * else by reflections of the design's rows at √C.
 * @param information X'CX over kept columns, lower triangle
 * @param curvature fills C, n values, when it is needed
 */
export function informationInverse(
  x: Float64Array,
  n: number,
  k: number,
  kept: readonly number[],
  information: Float64Array,
  curvature: () => Float64Array,
): Float64Array {
  const m = kept.length;
  const scale = Float64Array.from({ length: m }, (_, a) => 1 / Math.sqrt(information[a * m + a]));
  const scaled = information.map((value, c) => value * scale[Math.floor(c / m)] * scale[c % m]);
  const factor = cholesky(scaled, m);
  const clear = factor !== null && kept.every((_, a) => factor[a * m + a] * factor[a * m + a] > CLEAR);
  const small = clear ? invertPositive(scaled, m) : null;
  if (!small) {
    const dropped = Array.from({ length: k }, (_, j) => j).filter((j) => !kept.includes(j));
    return solveTriangle(triangle(x, new Float64Array(n), curvature(), n, k), k, 0, dropped).inverse;
  }
  const inverse = new Float64Array(k * k);
  for (let a = 0; a < m; a++) {
    for (let b = 0; b < m; b++) inverse[kept[a] * k + kept[b]] = small[a * m + b] * scale[a] * scale[b];
  }
  return inverse;
}
