import { pivotedCholesky } from "@kontrafakt/numerics";

/**
 * Least squares whose errors are taken as independent and alike (working model): what the degrees of freedom of any combination c'θ are made of.
 * With v the combination in whitened coordinates of the design, the scores of cluster i vary as P_ii = Σ_d spread_d ζ_d² and go with those of
 * cluster j as P_ij = −p_i'p_j + m_i'm_j, where ζ_d = take_d'v over the directions d of the cluster, p = Σ_d ζ_d plus_d and m = Σ_d ζ_d minus_d.
 */
export interface WorkingModel {
  /** Clusters of each class: clusters of one class have the same design. */
  readonly count: Float64Array;
  /** Directions of class q: start[q] .. start[q + 1]. */
  readonly start: Int32Array;
  readonly spread: Float64Array;
  /** directions × slopes. */
  readonly take: Float64Array;
  /** directions × size. */
  readonly plus: Float64Array;
  /** The same; absent without weights. */
  readonly minus?: Float64Array;
  readonly slopes: number;
  readonly size: number;
  /** Outcomes (or periods) that have the same design, each with errors of its own. */
  readonly blocks: number;
  /** terms × blocks × slopes: v of each term; NaN for terms that the model is not about, 0 for those of other designs. */
  readonly combination: Float64Array;
}

/**
 * Degrees of freedom of c'θ by Satterthwaite: (Σ P_ii)² / Σ_ij P_ij². NaN where c'θ does not vary.
 * Source: Bell & McCaffrey 2002; Pustejovsky & Tipton 2018, doi:10.1080/07350015.2016.1247004, eq. 11 and appendix B.
 */
export function satterthwaite(model: WorkingModel, c: Float64Array): number {
  const { count, start, spread, take, plus, minus, slopes, size } = model;
  const parts = partsOf(model, c);
  const classes = count.length;
  const length = parts.length * size;
  const own = new Float64Array(classes);
  const p = new Float64Array(classes * length);
  const m = minus ? new Float64Array(classes * length) : null;
  parts.forEach((v, b) => {
    for (let q = 0; q < classes; q++) {
      const at = q * length + b * size;
      for (let d = start[q]; d < start[q + 1]; d++) {
        let zeta = 0;
        for (let a = 0; a < slopes; a++) zeta += take[d * slopes + a] * v[a];
        if (zeta === 0) continue;
        own[q] += spread[d] * zeta * zeta;
        for (let a = 0; a < size; a++) p[at + a] += zeta * plus[d * size + a];
        if (m) for (let a = 0; a < size; a++) m[at + a] += zeta * minus![d * size + a];
      }
    }
  });
  let trace = 0;
  let square = 0;
  for (let q = 0; q < classes; q++) {
    trace += count[q] * own[q];
    square += count[q] * own[q] * own[q];
  }
  const halves = { p: withoutZeros(p, classes, length), m: m && withoutZeros(m, classes, length) };
  square += between(count, halves, trace);
  // P is positive semidefinite, so that less than 1 is rounding.
  return trace > 0 ? Math.max(1, (trace * trace) / square) : Number.NaN;
}

/** Those of c'θ from the model that has all its terms; where there is none, the fewest of any term in it. */
export function workingDegrees(
  models: readonly WorkingModel[],
  df: Float64Array,
  c: Float64Array,
  used: readonly number[],
): number {
  const fewest = used.reduce((least, k) => Math.min(least, df[k]), Number.POSITIVE_INFINITY);
  const model = models.find(({ combination, blocks, slopes }) =>
    used.every((k) => !Number.isNaN(combination[k * blocks * slopes])),
  );
  if (!model) return fewest;
  const own = satterthwaite(model, c);
  return own > 0 ? own : fewest;
}

/** The model of new terms Wθ. */
export function combinedModel(model: WorkingModel, weights: Float64Array, used: readonly (readonly number[])[]): WorkingModel {
  const width = model.blocks * model.slopes;
  const K = model.combination.length / width;
  const combination = new Float64Array(used.length * width);
  used.forEach((terms, r) => {
    for (const k of terms)
      for (let a = 0; a < width; a++) combination[r * width + a] += weights[r * K + k] * model.combination[k * width + a];
  });
  return { ...model, combination };
}

/** v of the combination, block by block; fewer, with the same Σ vv', where blocks are many. */
function partsOf({ combination, blocks, slopes }: WorkingModel, c: Float64Array): Float64Array[] {
  const width = blocks * slopes;
  const v = new Float64Array(width);
  for (let k = 0; k < c.length; k++) if (c[k] !== 0) for (let a = 0; a < width; a++) v[a] += c[k] * combination[k * width + a];
  const parts = Array.from({ length: blocks }, (_, b) => v.subarray(b * slopes, (b + 1) * slopes)).filter((part) =>
    part.some((value) => value !== 0),
  );
  if (parts.length <= slopes) return parts;
  const squares = new Float64Array(slopes * slopes);
  for (const part of parts)
    for (let a = 0; a < slopes; a++) for (let b = 0; b <= a; b++) squares[a * slopes + b] += part[a] * part[b];
  const { factor, rank } = pivotedCholesky(squares, slopes, 1e-15);
  return Array.from({ length: rank }, (_, r) => Float64Array.from({ length: slopes }, (__, a) => factor[a * rank + r]));
}

interface Sparse {
  readonly rows: Float64Array;
  readonly width: number;
}

function withoutZeros(rows: Float64Array, count: number, length: number): Sparse {
  const some: number[] = [];
  for (let a = 0; a < length; a++) {
    for (let q = 0; q < count; q++) {
      if (rows[q * length + a] === 0) continue;
      some.push(a);
      break;
    }
  }
  const out = new Float64Array(count * some.length);
  for (let q = 0; q < count; q++) for (let i = 0; i < some.length; i++) out[q * some.length + i] = rows[q * length + some[i]];
  return { rows: out, width: some.length };
}

/**
 * Σ of P_ij² over pairs of different clusters. Pair by pair where clusters are few, and for those with much leverage, whose own products would
 * swallow the others; the rest as ‖Σpp'‖² − 2‖Σpm'‖² + ‖Σmm'‖² less the pairs of a cluster with itself.
 */
function between(count: Float64Array, { p, m }: { p: Sparse; m: Sparse | null }, trace: number): number {
  const classes = count.length;
  const width = p.width + (m?.width ?? 0);
  const pair = (i: number, j: number) => {
    let v = 0;
    for (let a = 0; a < p.width; a++) v -= p.rows[i * p.width + a] * p.rows[j * p.width + a];
    if (m) for (let a = 0; a < m.width; a++) v += m.rows[i * m.width + a] * m.rows[j * m.width + a];
    return v;
  };
  const size = (half: Sparse, i: number) => {
    let v = 0;
    for (let a = 0; a < half.width; a++) v += half.rows[i * half.width + a] * half.rows[i * half.width + a];
    return v;
  };
  const few = classes <= 2 * width;
  const heavy = Uint8Array.from(count, (_, i) => (few || size(p, i) + (m ? size(m, i) : 0) > trace ? 1 : 0));
  let sum = 0;
  for (let i = 0; i < classes; i++) {
    const own = pair(i, i);
    if (heavy[i] === 0) {
      sum -= count[i] * own * own;
      continue;
    }
    sum += count[i] * (count[i] - 1) * own * own;
    for (let j = 0; j < classes; j++) {
      if (j === i || (heavy[j] === 1 && j > i)) continue;
      const v = pair(i, j);
      sum += 2 * count[i] * count[j] * v * v;
    }
  }
  if (few) return sum;
  sum += productSquares(count, heavy, p, p);
  if (m) sum += productSquares(count, heavy, m, m) - 2 * productSquares(count, heavy, p, m);
  return sum;
}

/** ‖Σ count·ab'‖² over the clusters that are not heavy. */
function productSquares(count: Float64Array, heavy: Uint8Array, a: Sparse, b: Sparse): number {
  const product = new Float64Array(a.width * b.width);
  for (let i = 0; i < count.length; i++) {
    if (heavy[i] === 1) continue;
    for (let s = 0; s < a.width; s++) {
      const v = count[i] * a.rows[i * a.width + s];
      if (v !== 0) for (let t = 0; t < b.width; t++) product[s * b.width + t] += v * b.rows[i * b.width + t];
    }
  }
  let sum = 0;
  for (const v of product) sum += v * v;
  return sum;
}
