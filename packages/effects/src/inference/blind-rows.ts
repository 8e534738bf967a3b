import { sharedSlopes } from "../shared-slopes.js";
import { inverseCensoring, type WaveDesign } from "../wave-design.js";
import type { EventCell } from "../wave-event.js";

/** Rows of an event time, cell by cell in order of sets, less their wave's mean. */
export interface BlindRows {
  /** Rows of cell i: `from[i] .. from[i + 1]`. */
  readonly from: readonly number[];
  /** Change less what slopes account for, and being treated less what they do; NaN for whoever is not observed. */
  readonly change: Float64Array;
  readonly treated: Float64Array;
  /** Slopes of all covariates for either, 0 where there is none. */
  readonly slopes: { readonly change: Float64Array; readonly treated: Float64Array };
}

/** Slopes of adjustment fitted to everyone of an event time, whoever plays treated: at most one a ten treated. */
export function blindRows(design: WaveDesign, outcome: number, cells: readonly EventCell[]): BlindRows {
  const { values, base, x, covariates } = design.outcomes[outcome];
  const { order, waveStart, setStart, members, unit, role } = design;
  const T = design.periods.length;
  const K = covariates.length;
  const row: number[] = [];
  const from = [0];
  const weights: number[] = [];
  for (const { wave, time } of cells) {
    for (let i = waveStart[wave]; i < waveStart[wave + 1]; i++)
      for (let m = setStart[order[i]]; m < setStart[order[i] + 1]; m++) {
        row.push(members[m]);
        const seen = !Number.isNaN(values[unit[members[m]] * T + time] - base[members[m]]);
        weights.push(seen ? inverseCensoring(design, members[m], time) : 0);
      }
    from.push(row.length);
  }
  const n = row.length;
  const w = Float64Array.from(weights);
  // Of each row: covariates, change, being treated; less their wave's mean.
  const centred = new Float64Array(n * (K + 2));
  let treated = 0;
  cells.forEach(({ time }, i) => {
    const mean = new Float64Array(K + 2);
    let total = 0;
    for (let j = from[i]; j < from[i + 1]; j++) {
      const r = row[j];
      for (let k = 0; k < K; k++) centred[j * (K + 2) + k] = x[r * K + k];
      centred[j * (K + 2) + K] = values[unit[r] * T + time] - base[r];
      centred[j * (K + 2) + K + 1] = role[r];
      total += w[j];
      if (w[j] > 0) for (let k = 0; k < K + 2; k++) mean[k] += w[j] * centred[j * (K + 2) + k];
      if (w[j] > 0 && role[r] === 1) treated++;
    }
    for (let j = from[i]; j < from[i + 1]; j++)
      for (let k = 0; k < K + 2 && total > 0; k++) centred[j * (K + 2) + k] -= mean[k] / total;
  });
  const used = Int32Array.from({ length: n }, (_, j) => j).filter((j) => w[j] > 0);
  const own = Float64Array.from(used, (j) => w[j]);
  const covariate = new Float64Array(used.length * K);
  used.forEach((j, i) => {
    for (let k = 0; k < K; k++) covariate[i * K + k] = centred[j * (K + 2) + k];
  });
  const most = Math.floor(treated / 10);
  const residual = (column: number) => {
    const y = Float64Array.from(used, (j) => centred[j * (K + 2) + column]);
    const { gamma } = sharedSlopes(covariate, y, own, K, most);
    const rest = Float64Array.from({ length: n }, (_, j) => {
      let v = centred[j * (K + 2) + column];
      for (let k = 0; k < K; k++) v -= gamma[k] * centred[j * (K + 2) + k];
      // Whoever is not observed has no change: NaN in both.
      return v + 0 * centred[j * (K + 2) + K];
    });
    return { gamma, rest };
  };
  const [change, being] = [residual(K), residual(K + 1)];
  return { from, change: change.rest, treated: being.rest, slopes: { change: change.gamma, treated: being.gamma } };
}
