import { leastSquares } from "@kontrafakt/numerics";

/** Unit × period rows that count, and units' weights. */
export interface UsedRows {
  readonly units: number;
  readonly periods: number;
  /** 1 where the row counts, unit-major. */
  readonly used: Uint8Array;
  readonly weight: Float64Array;
}

/**
 * Makes values net of unit and period effects, balanced or not: units are taken out by their means, the periods by solving for them (periods
 * × periods). 0 in rows that do not count. Exact up to rounding; cost Σ rows of a unit squared, units seen throughout together.
 */
export function twoWayNet({ units, periods: T, used, weight }: UsedRows): (values: Float64Array) => Float64Array {
  const seen = new Int32Array(units);
  const matrix = new Float64Array(T * T);
  let whole = 0;
  const own = new Int32Array(T);
  for (let i = 0; i < units; i++) {
    let n = 0;
    for (let t = 0; t < T; t++) if (used[i * T + t] === 1) own[n++] = t;
    seen[i] = n;
    if (n === T) whole += weight[i];
    else addUnit(matrix, T, own, n, weight[i]);
  }
  for (let t = 0; t < T; t++) own[t] = t;
  addUnit(matrix, T, own, T, whole);
  return (values) => {
    const right = new Float64Array(T);
    const out = new Float64Array(units * T);
    for (let i = 0; i < units; i++) {
      let mean = 0;
      for (let at = i * T; at < (i + 1) * T; at++) if (used[at] === 1) mean += values[at];
      mean /= seen[i];
      for (let t = 0; t < T; t++) {
        const at = i * T + t;
        if (used[at] !== 1) continue;
        out[at] = values[at] - mean;
        right[t] += weight[i] * out[at];
      }
    }
    const { coefficients: period } = leastSquares({ x: matrix, y: right, n: T, k: T, tolerance: 1e-10 });
    for (let i = 0; i < units; i++) {
      let mean = 0;
      for (let t = 0; t < T; t++) if (used[i * T + t] === 1) mean += period[t];
      mean /= seen[i];
      for (let t = 0; t < T; t++) if (used[i * T + t] === 1) out[i * T + t] -= period[t] - mean;
    }
    return out;
  };
}

/** Adds w (I − 11'/n) over the unit's periods. */
function addUnit(matrix: Float64Array, T: number, own: Int32Array, n: number, w: number): void {
  if (n === 0 || w === 0) return;
  const off = w / n;
  for (let a = 0; a < n; a++) {
    const line = own[a] * T;
    matrix[line + own[a]] += w;
    for (let b = 0; b < n; b++) matrix[line + own[b]] -= off;
  }
}
