import type { MomentArm } from "@kontrafakt/cohort";
import type { MomentSample } from "./moment-sample.js";
import { addProducts, ROWS, room } from "./packed-products.js";

export type ArmSums = Pick<MomentArm, "n" | "w" | "wy" | "nonZero" | "products">;

/** The units pass by once, each into the block of its cohort, which is summed up when full. */
export function sumsAndProducts(
  { n, unit, outcomes, periods, w }: MomentSample,
  stride: number,
  shift: Float64Array,
  arm: Int32Array,
  count: Float64Array,
): ArmSums[] {
  const T = periods.length;
  const V = shift.length;
  const step = ROWS;
  // Columns: w(y − shift) of each variable, then w, then 1.
  const m = room(V + 2);
  const blocks = Array.from(count, () => new Float64Array(m * ROWS).fill(1, (V + 1) * ROWS, (V + 2) * ROWS));
  const sums = Array.from(count, () => new Float64Array(m * m));
  const filled = new Int32Array(count.length);
  const values = outcomes.map(({ measure }) => measure.values);
  for (let i = 0; i < n; i++) {
    const a = arm[i];
    if (a < 0) continue;
    const block = blocks[a];
    const row = filled[a];
    for (let k = 0; k < values.length; k++) load(block, row, values[k], unit[i] * stride, k * T, T, shift, w[i]);
    block[V * step + row] = w[i];
    filled[a] = row + 1;
    if (filled[a] < step) continue;
    addProducts(block, m, step, sums[a]);
    filled[a] = 0;
  }
  return sums.map((sum, a) => {
    addProducts(blocks[a], m, filled[a], sum);
    const wwyy = new Float64Array((V * (V + 1)) / 2);
    for (let v = 0, at = 0; v < V; v++) for (let u = 0; u <= v; u++, at++) wwyy[at] = sum[v * m + u];
    const squared = V * m;
    const plain = (V + 1) * m;
    return {
      n: Float64Array.of(count[a]),
      w: sum.slice(plain + V, plain + V + 1),
      wy: sum.slice(plain, plain + V),
      nonZero: new Float64Array(V).fill(Number.NaN),
      products: { ww: sum.slice(squared + V, squared + V + 1), wwy: sum.slice(squared, squared + V), wwyy },
    };
  });
}

/** One outcome of a unit into a row of its block. */
function load(
  block: Float64Array,
  row: number,
  y: Float64Array,
  from: number,
  first: number,
  T: number,
  shift: Float64Array,
  weight: number,
): void {
  const step = ROWS;
  for (let t = 0, to = first * step + row; t < T; t++, to += step) block[to] = weight * (y[from + t] - shift[first + t]);
}
