import { generalInverse } from "./general-inverse.js";

/** A row is fitted where its state is this; other states are the caller's. */
export const FITTED = 1;

/**
 * Rows of a linear model with an effect of each block of units (a constant, or a constant and a linear trend), of each period,
 * and of covariates. Unit-major: row i * periods + t.
 */
export interface BlockDesign {
  readonly units: number;
  readonly periods: number;
  /** Block of each unit; −1: no part in the model. */
  readonly block: Int32Array;
  readonly blocks: number;
  /** Of each row; `FITTED` rows have a value of every covariate and a unit with a positive weight. */
  readonly state: Uint8Array;
  /** One a unit. */
  readonly weight: Float64Array;
  /** Ordinals of the periods, where each block has a trend. */
  readonly trend?: Int32Array;
  readonly periodEffects: boolean;
  readonly covariates: readonly Float64Array[];
}

/** A design made ready: blocks are eliminated, `inverse` is of the small dense system that is left. */
export interface BlockSystem extends BlockDesign {
  /** Effects a block: 1, or 2 with a trend. */
  readonly q: number;
  /** Dense columns: periods (if any), then covariates. */
  readonly width: number;
  readonly firstCovariate: number;
  /** Time of each period, centred and scaled: the trend's regressor. */
  readonly time: Float64Array;
  /** Mean of each covariate, subtracted from it. */
  readonly shift: Float64Array;
  /** Units ordered by block: members[start[b] … start[b + 1]]. */
  readonly members: Int32Array;
  readonly start: Int32Array;
  /** A⁻ of each block (its q × q normal equations): 1 or 3 values (upper triangle). */
  readonly blockInverse: Float64Array;
  /** Rank of A: below q, the block's own effect is not identified everywhere. */
  readonly blockRank: Uint8Array;
  /** M⁻ (width × width), 0 in rows and columns of `dropped`. */
  readonly inverse: Float64Array;
  /** Dense columns that follow from others, later ones first. */
  readonly dropped: readonly number[];
  /** One vector a dropped column: a basis of the null space of M. */
  readonly nullSpace: readonly Float64Array[];
  /** Weighted sum of squares of each dense column. */
  readonly norm: Float64Array;
  /** Fitted rows. */
  readonly rows: number;
}

/**
 * Eliminates the blocks from the weighted normal equations of a design: M = Z'WZ − Σ_b C_b'A_b⁻C_b over the dense columns Z, C_b = D'WZ.
 * O(rows · (q · periods + covariates²)); nothing of the size of units × units is made.
 * Source: Frisch & Waugh 1933; Borusyak, Jaravel & Spiess 2024, doi:10.1093/restud/rdae007, for its use on untreated rows.
 */
export function unitBlocks(design: BlockDesign): BlockSystem {
  const { units, periods: T, block, blocks, state, weight, covariates, trend } = design;
  const q = trend ? 2 : 1;
  const P = design.periodEffects ? T : 0;
  const k = covariates.length;
  const K = P + k;
  const { members, start } = byBlock(block, units, blocks);
  const time = centred(trend, T);
  const shift = Float64Array.from(covariates, (x) => meanOf(x, state));
  const blockInverse = new Float64Array(blocks * (q === 1 ? 1 : 3));
  const blockRank = new Uint8Array(blocks);
  const m = new Float64Array(K * K);
  const norm = new Float64Array(K);
  const w = new Float64Array(T);
  const c = new Float64Array(q * k);
  const left = new Float64Array(k);
  let rows = 0;
  for (let b = 0; b < blocks; b++) {
    w.fill(0);
    c.fill(0);
    for (let at = start[b]; at < start[b + 1]; at++) {
      const i = members[at];
      for (let t = 0, r = i * T; t < T; t++, r++) {
        if (state[r] !== FITTED) continue;
        rows++;
        w[t] += weight[i];
        for (let j = 0; j < k; j++) {
          const x = weight[i] * (covariates[j][r] - shift[j]);
          c[j * q] += x;
          if (q === 2) c[j * q + 1] += x * time[t];
        }
      }
    }
    blockRank[b] = invertBlock(w, time, q, blockInverse, b);
    if (P > 0) addPeriods(m, norm, K, w, time, q, blockInverse, b);
    if (k === 0) continue;
    applyInverse(blockInverse, b, q, c, k);
    for (let at = start[b]; at < start[b + 1]; at++) {
      const i = members[at];
      for (let t = 0, r = i * T; t < T; t++, r++) {
        if (state[r] !== FITTED) continue;
        for (let j = 0; j < k; j++) {
          const x = covariates[j][r] - shift[j];
          left[j] = x - c[j * q] - (q === 2 ? c[j * q + 1] * time[t] : 0);
          norm[P + j] += weight[i] * x * x;
          if (P > 0) m[(P + j) * K + t] += weight[i] * left[j];
          for (let l = 0; l <= j; l++) m[(P + j) * K + P + l] += weight[i] * left[j] * left[l];
        }
      }
    }
  }
  return {
    ...design,
    q,
    width: K,
    firstCovariate: P,
    time,
    shift,
    members,
    start,
    blockInverse,
    blockRank,
    norm,
    rows,
    ...generalInverse(m, norm, K),
  };
}

/** Rank of the whole design over its fitted rows. */
export function rankOf({ blockRank, width, dropped }: BlockSystem): number {
  return blockRank.reduce((sum, rank) => sum + rank, 0) + width - dropped.length;
}

function byBlock(block: Int32Array, units: number, blocks: number): { members: Int32Array; start: Int32Array } {
  const start = new Int32Array(blocks + 1);
  for (let i = 0; i < units; i++) if (block[i] >= 0) start[block[i] + 1]++;
  for (let b = 0; b < blocks; b++) start[b + 1] += start[b];
  const next = start.slice();
  const members = new Int32Array(start[blocks]);
  for (let i = 0; i < units; i++) if (block[i] >= 0) members[next[block[i]]++] = i;
  return { members, start };
}

function centred(trend: Int32Array | undefined, periods: number): Float64Array {
  if (!trend) return new Float64Array(periods);
  const middle = (trend[0] + trend[periods - 1]) / 2;
  const half = Math.max(1, (trend[periods - 1] - trend[0]) / 2);
  return Float64Array.from(trend, (t) => (t - middle) / half);
}

function meanOf(values: Float64Array, state: Uint8Array): number {
  let sum = 0;
  let n = 0;
  for (let r = 0; r < state.length; r++) {
    if (state[r] !== FITTED) continue;
    sum += values[r];
    n++;
  }
  return n > 0 ? sum / n : 0;
}

/** Writes A⁻ of a block with weight w[t] in each period; a reflexive inverse where A is singular. Returns its rank. */
function invertBlock(w: Float64Array, time: Float64Array, q: number, inverse: Float64Array, b: number): number {
  let sum = 0;
  let first = 0;
  for (let t = 0; t < w.length; t++) {
    sum += w[t];
    first += w[t] * time[t];
  }
  if (!(sum > 0)) return 0;
  if (q === 1) {
    inverse[b] = 1 / sum;
    return 1;
  }
  const mean = first / sum;
  let spread = 0;
  for (let t = 0; t < w.length; t++) spread += w[t] * (time[t] - mean) * (time[t] - mean);
  inverse[b * 3] = 1 / sum;
  if (!(spread > 1e-12 * sum)) return 1;
  inverse[b * 3] += (mean * mean) / spread;
  inverse[b * 3 + 1] = -mean / spread;
  inverse[b * 3 + 2] = 1 / spread;
  return 2;
}

/** Multiplies each of the `columns` q-vectors by A⁻ of block b, in place. */
export function applyInverse(inverse: Float64Array, b: number, q: number, vectors: Float64Array, columns: number): void {
  if (q === 1) {
    for (let j = 0; j < columns; j++) vectors[j] *= inverse[b];
    return;
  }
  const p00 = inverse[b * 3];
  const p01 = inverse[b * 3 + 1];
  const p11 = inverse[b * 3 + 2];
  for (let j = 0; j < columns; j++) {
    const v0 = vectors[j * 2];
    const v1 = vectors[j * 2 + 1];
    vectors[j * 2] = p00 * v0 + p01 * v1;
    vectors[j * 2 + 1] = p01 * v0 + p11 * v1;
  }
}

/** Adds diag(w) − C'A⁻C of a block's periods to the lower triangle of m. */
function addPeriods(
  m: Float64Array,
  norm: Float64Array,
  K: number,
  w: Float64Array,
  time: Float64Array,
  q: number,
  inverse: Float64Array,
  b: number,
): void {
  for (let t = 0; t < w.length; t++) {
    if (w[t] === 0) continue;
    norm[t] += w[t];
    m[t * K + t] += w[t];
    const p0 = q === 1 ? inverse[b] : inverse[b * 3] + inverse[b * 3 + 1] * time[t];
    const p1 = q === 1 ? 0 : inverse[b * 3 + 1] + inverse[b * 3 + 2] * time[t];
    for (let s = 0; s <= t; s++) m[t * K + s] -= w[t] * (p0 + p1 * time[s]) * w[s];
  }
}
