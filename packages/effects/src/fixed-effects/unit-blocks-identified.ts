import { applyInverse, type BlockSystem, FITTED } from "./unit-blocks.js";

/** Why the model has no value for a row. */
export const NO_BLOCK_EFFECT = 1;
export const NO_PERIOD_EFFECT = 2;
export const NOT_CONNECTED = 3;

/**
 * For each row with a state other than 0 and `FITTED`: 0 where the fitted rows determine the model's value there, `NO_BLOCK_EFFECT` where
 * its block has none (or, with trends, fitted rows in one other period only), `NO_PERIOD_EFFECT` where its period has none, else `NOT_CONNECTED`:
 * block and period are in parts of the data that nothing links, or a covariate moves there as it never does among fitted rows.
 * A row is determined when what it has left after its block is in the range of the dense system.
 */
export function unidentifiedRows(system: BlockSystem): Uint8Array {
  const { units, periods: T, block, blocks, state, covariates, q, blockRank, members, start } = system;
  const out = new Uint8Array(units * T);
  const periodFitted = new Uint8Array(T);
  for (let r = 0; r < state.length; r++) if (state[r] === FITTED) periodFitted[r % T] = 1;
  // Constants and trends of all blocks together are constants and trends of the periods: that much is always lost, and harmless.
  const harmless =
    system.nullSpace.length === (system.periodEffects ? q : 0) && !(system.periodEffects && periodFitted.includes(0));
  for (let i = 0; i < units; i++) {
    const b = block[i];
    for (let t = 0, r = i * T; t < T; t++, r++) {
      if (state[r] === 0 || state[r] === FITTED) continue;
      if (b < 0 || blockRank[b] === 0 || (blockRank[b] < q && !fittedThen(system, b, t))) out[r] = NO_BLOCK_EFFECT;
      else if (system.periodEffects && periodFitted[t] === 0) out[r] = NO_PERIOD_EFFECT;
    }
  }
  if (harmless) return out;
  const k = covariates.length;
  const w = new Float64Array(T);
  const c = new Float64Array(q * k);
  for (let b = 0; b < blocks; b++) {
    w.fill(0);
    c.fill(0);
    for (let at = start[b]; at < start[b + 1]; at++) addRows(system, members[at], w, c);
    for (let at = start[b]; at < start[b + 1]; at++) {
      for (let t = 0, r = members[at] * T; t < T; t++, r++) {
        if (state[r] === 0 || state[r] === FITTED || out[r] !== 0) continue;
        if (!inRange(system, b, t, r, w, c)) out[r] = NOT_CONNECTED;
      }
    }
  }
  return out;
}

/** Whether a block has a fitted row in a period: with all of them in one, that is where its trend is known. */
function fittedThen({ periods: T, state, members, start }: BlockSystem, b: number, t: number): boolean {
  for (let at = start[b]; at < start[b + 1]; at++) if (state[members[at] * T + t] === FITTED) return true;
  return false;
}

/** Adds a unit's fitted rows to its block's C = D'WZ: w[t] for periods (times (1, time) implied), q a covariate. */
export function addRows(system: BlockSystem, i: number, w: Float64Array, c: Float64Array): void {
  const { periods: T, state, weight, covariates, shift, time, q } = system;
  for (let t = 0, r = i * T; t < T; t++, r++) {
    if (state[r] !== FITTED) continue;
    w[t] += weight[i];
    for (let j = 0; j < covariates.length; j++) {
      const x = weight[i] * (covariates[j][r] - shift[j]);
      c[j * q] += x;
      if (q === 2) c[j * q + 1] += x * time[t];
    }
  }
}

/** Whether z − C'A⁻d is orthogonal to the null space, up to what rounding leaves of its parts. */
function inRange(system: BlockSystem, b: number, t: number, r: number, w: Float64Array, c: Float64Array): boolean {
  const { periods: T, covariates, shift, time, q, firstCovariate: P } = system;
  const d = Float64Array.of(1, time[t]).subarray(0, q);
  applyInverse(system.blockInverse, b, q, d, 1);
  for (const v of system.nullSpace) {
    let value = 0;
    let size = 0;
    const add = (a: number, z: number, constant: number, trend: number) => {
      value += v[a] * (z - constant - trend);
      size += Math.abs(v[a]) * (Math.abs(z) + Math.abs(constant) + Math.abs(trend));
    };
    for (let s = 0; s < (P > 0 ? T : 0); s++) add(s, s === t ? 1 : 0, w[s] * d[0], q === 2 ? w[s] * d[1] * time[s] : 0);
    for (let j = 0; j < covariates.length; j++)
      add(P + j, covariates[j][r] - shift[j], d[0] * c[j * q], q === 2 ? d[1] * c[j * q + 1] : 0);
    if (Math.abs(value) > 1e-7 * size) return false;
  }
  return true;
}
