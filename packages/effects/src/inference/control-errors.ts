import type { ArmValues } from "./arm-values.js";

/** What the error of each treated cluster may have been, as clusters of the comparison tell. */
export interface ControlErrors {
  /** Of treated cluster i: `error[start[i] .. start[i + 1]]`, one a control cluster, in the part the treated one has in c'θ. */
  readonly error: Float64Array;
  readonly start: Int32Array;
  readonly controls: number;
}

/**
 * Errors of control clusters, each as if it had stood where a treated cluster stands: its deviations from the comparison's means in the
 * treated one's cells, weighed as they are. `fermanPinto`: with variance A + B/M of a cluster of M people, fitted to the squared errors by
 * 1/M (neither below 0), an error is brought to the treated's size. All are multiplied by √((Σt² + 1/N)/(Σt²(1 − 1/N))), t the shares of the treated
 * clusters in c'θ and N the effective controls: deviations from a mean of N are too small, and that mean errs too; 1 with many controls.
 */
export function controlErrors(values: ArmValues, way: "fermanPinto" | "conleyTaber"): ControlErrors {
  const { clusters, arms, cells, arm, role, mass, sum, shift } = values;
  const last = arms - 1;
  const treatedMass = new Float64Array(cells);
  const controlMass = new Float64Array(cells);
  const mean = new Float64Array(cells);
  for (let j = 0; j < clusters; j++)
    for (let k = 0; k < cells; k++) {
      const r = role[arm[j] * cells + k];
      if (r > 0) treatedMass[k] += mass[j * cells + k];
      if (r < 0) {
        controlMass[k] += mass[j * cells + k];
        mean[k] += sum[j * cells + k];
      }
    }
  for (let k = 0; k < cells; k++) mean[k] /= controlMass[k];
  const controls = [...arm.keys()].filter((j) => arm[j] === last);
  const shares: number[] = [];
  const lists: number[][] = [];
  for (let j = 0; j < clusters; j++) {
    const own = [...mean.keys()].filter((k) => role[arm[j] * cells + k] > 0 && mass[j * cells + k] > 0);
    if (own.length === 0) continue;
    const size = (i: number) => own.reduce((n, k) => n + mass[i * cells + k], 0) / own.length;
    const those = controls.filter((i) => own.every((k) => mass[i * cells + k] > 0));
    const errors = those.map((i) =>
      own.reduce((e, k) => e + (mass[j * cells + k] / treatedMass[k]) * (sum[i * cells + k] / mass[i * cells + k] - mean[k]), 0),
    );
    const sizes = those.map(size);
    const spread = way === "fermanPinto" ? varianceBySize(errors, sizes) : () => 1;
    const target = Math.sqrt(spread(size(j)));
    lists.push(errors.map((e, i) => (e === 0 ? 0 : (e * target) / Math.sqrt(spread(sizes[i])))));
    shares.push(own.reduce((t, k) => t + shift[j * cells + k] / treatedMass[k], 0));
  }
  const whole = shares.some((t) => t !== 0);
  const squares = shares.reduce((s, t) => s + (whole ? t * t : 1 / (shares.length * shares.length)), 0);
  const effective = kish(controls.map((i) => mean.reduce((n, _, k) => n + mass[i * cells + k], 0)));
  const factor = effective > 1 ? Math.sqrt((squares + 1 / effective) / (squares * (1 - 1 / effective))) : 1;
  const start = new Int32Array(lists.length + 1);
  lists.forEach((own, i) => {
    start[i + 1] = start[i] + own.length;
  });
  return { error: Float64Array.from(lists.flat(), (e) => e * factor), start, controls: controls.length };
}

/**
 * A + B/M by least squares of squared errors on 1/M, A and B at least 0. Source: Ferman & Pinto 2019, doi:10.1162/rest_a_00759, §4.
 */
export function varianceBySize(errors: readonly number[], sizes: readonly number[]): (size: number) => number {
  const n = errors.length;
  const y = errors.map((e) => e * e);
  const x = sizes.map((m) => 1 / m);
  const meanX = x.reduce((a, b) => a + b, 0) / n;
  const meanY = y.reduce((a, b) => a + b, 0) / n;
  let xx = 0;
  let xy = 0;
  let square = 0;
  let product = 0;
  for (let i = 0; i < n; i++) {
    xx += (x[i] - meanX) * (x[i] - meanX);
    xy += (x[i] - meanX) * (y[i] - meanY);
    square += x[i] * x[i];
    product += x[i] * y[i];
  }
  const slope = xx > 1e-12 * n * meanX * meanX ? xy / xx : 0;
  if (!(slope > 0)) return () => meanY;
  const constant = meanY - slope * meanX;
  return constant >= 0 ? (m) => constant + slope / m : (m) => product / square / m;
}

function kish(weights: readonly number[]): number {
  let sum = 0;
  let squares = 0;
  for (const w of weights) {
    sum += w;
    squares += w * w;
  }
  return (sum * sum) / squares;
}
