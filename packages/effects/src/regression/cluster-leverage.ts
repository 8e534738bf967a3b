import { pivotedCholesky, symmetricEigen } from "@kontrafakt/numerics";
import type { WorkingModel } from "../working-model.js";
import type { ClusterGrams } from "./cluster-grams.js";

export type ClusterCovariance = "CR0" | "CR1" | "CR2" | "CR3";

/** Eigenvalues of a cluster's residual-maker up to this count as 0: the cluster alone decides a coefficient. */
const ZERO = 1e-10;

/** How scores of a cluster become its part in the estimates, and what the degrees of freedom are made of. */
export interface ClusterLeverage {
  /** classes × terms × size: on X'We. */
  readonly map: Float64Array;
  /** The same on X'e, with weights and CR2. */
  readonly plainMap?: Float64Array;
  readonly model: Omit<WorkingModel, "combination" | "blocks">;
}

/**
 * Adjustment matrices of clusters, A_j = (I − H_j)^−½ for CR2 and (I − H_j)⁻¹ for CR3, and 1 else, without any matrix of a cluster's rows: on
 * O, an orthonormal basis of the span of X_j and W_jX_j, with (X_j, W_jX_j) = OF' and F from the cross-products, I − H_j is I + F'SF; elsewhere it
 * is I. Where it is singular, the pseudo-inverse. With weights CR2 is that of errors of equal variance (independent working model), as for R's lm.
 * Source: Pustejovsky & Tipton 2018, doi:10.1080/07350015.2016.1247004, eqs. 5–7; CR3: MacKinnon, Nielsen & Webb 2023, doi:10.1002/jae.2969.
 * @param combination terms × slopes, in whitened coordinates (L'c)
 */
export function clusterLeverage(grams: ClusterGrams, kind: ClusterCovariance, combination: Float64Array): ClusterLeverage {
  const { classes, slopes, size: k, gram, plain, squares, root } = grams;
  const Q = classes.count.length;
  const K = combination.length / Math.max(1, slopes);
  const map = new Float64Array(Q * K * k);
  const plainMap = plain && kind === "CR2" ? new Float64Array(Q * K * k) : undefined;
  const start = new Int32Array(Q + 1);
  const lists = {
    spread: [] as Float64Array[],
    take: [] as Float64Array[],
    plus: [] as Float64Array[],
    minus: [] as Float64Array[],
  };
  const S = squares && whitenedTotal(squares, classes.count, root, k);
  for (let q = 0; q < Q; q++) {
    const own = gram.subarray(q * k * k, (q + 1) * k * k);
    const basis = plain ? weightedBasis(own, plain, squares!, S!, root, q, k) : plainBasis(own, root, k);
    const { r, G, E, beta } = basis;
    let change = factors(beta, kind);
    let from = G;
    let width = r;
    // The jackknife of weighted rows: leverages of √w x, whatever the working model.
    if (plain && kind === "CR3") {
      const other = plainBasis(own, root, k);
      from = other.G;
      width = other.r;
      change = factors(other.beta, kind);
    }
    for (let t = 0; t < K; t++) {
      const v = combination.subarray(t * slopes, (t + 1) * slopes);
      const along = new Float64Array(width);
      for (let d = 0; d < width; d++) for (let a = 0; a < slopes; a++) along[d] += from[d * k + a] * v[a];
      const out = new Float64Array(k);
      out.set(v);
      const onPlain = plainMap && new Float64Array(k);
      for (let d = 0; d < width; d++) {
        const g = change.score[d] * along[d];
        if (g === 0) continue;
        if (!onPlain) for (let a = 0; a < k; a++) out[a] += g * from[d * k + a];
        else {
          for (let a = 0; a < k; a++) {
            out[a] += g * E[d * k + a];
            let s = 0;
            for (let b = 0; b < k; b++) s += S![a * k + b] * E[d * k + b];
            onPlain[a] -= g * (s - G[d * k + a]);
          }
        }
      }
      backFromWhite(root, k, out, map.subarray((q * K + t) * k, (q * K + t + 1) * k));
      if (onPlain) backFromWhite(root, k, onPlain, plainMap!.subarray((q * K + t) * k, (q * K + t + 1) * k));
    }
    start[q + 1] = start[q] + r;
    lists.spread.push(beta);
    lists.take.push(takeOf(G, r, from, width, change, k, slopes, plain !== undefined && kind === "CR3"));
    if (!plain) lists.plus.push(G);
    else {
      const [plus, minus] = halves(G, E, S!, r, k);
      lists.plus.push(plus);
      lists.minus.push(minus);
    }
  }
  return {
    map,
    ...(plainMap && { plainMap }),
    model: {
      count: classes.count,
      start,
      spread: joined(lists.spread),
      take: joined(lists.take),
      plus: joined(lists.plus),
      ...(plain && { minus: joined(lists.minus) }),
      slopes,
      size: k,
    },
  };
}

interface Basis {
  /** Directions. */
  readonly r: number;
  /** r × k each: L'X'W o and L'X'o of each eigenvector o; the same without weights. */
  readonly G: Float64Array;
  readonly E: Float64Array;
  /** Eigenvalues of I − H on them. */
  readonly beta: Float64Array;
}

function plainBasis(gram: Float64Array, root: Float64Array, k: number): Basis {
  const { factor, rank: r } = pivotedCholesky(gram, k, 1e-14);
  const Y = whitened(factor, 0, root, k, r);
  const inner = new Float64Array(r * r);
  for (let i = 0; i < r; i++) for (let j = 0; j <= i; j++) inner[i * r + j] = (i === j ? 1 : 0) - product(Y, i, Y, j, k);
  const { values, vectors } = symmetricEigen(inner, r);
  const G = turned(Y, vectors, r, k);
  return { r, G, E: G, beta: clean(values) };
}

function weightedBasis(
  gram: Float64Array,
  plain: Float64Array,
  squares: Float64Array,
  S: Float64Array,
  root: Float64Array,
  q: number,
  k: number,
): Basis {
  const both = new Float64Array(4 * k * k);
  const at = q * k * k;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      both[i * 2 * k + j] = plain[at + i * k + j];
      both[(k + i) * 2 * k + j] = gram[i * k + j];
      both[i * 2 * k + k + j] = gram[i * k + j];
      both[(k + i) * 2 * k + k + j] = squares[at + i * k + j];
    }
  }
  // Weights of one size would make the second half small or large beside the first.
  let [a, b] = [0, 0];
  for (let i = 0; i < k; i++) {
    a += both[i * 2 * k + i];
    b += both[(k + i) * 2 * k + k + i];
  }
  const unit = b > 0 ? Math.sqrt(a / b) : 1;
  for (let i = 0; i < 2 * k; i++) for (let j = 0; j < 2 * k; j++) both[i * 2 * k + j] *= (i < k ? 1 : unit) * (j < k ? 1 : unit);
  const { factor, rank: r } = pivotedCholesky(both, 2 * k, 1e-14);
  const first = whitened(factor, 0, root, k, r);
  const second = whitened(factor, k, root, k, r).map((v) => v / unit);
  const inner = new Float64Array(r * r);
  const Sfirst = new Float64Array(r * k);
  for (let d = 0; d < r; d++)
    for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) Sfirst[d * k + i] += S[i * k + j] * first[d * k + j];
  for (let i = 0; i < r; i++) {
    for (let j = 0; j <= i; j++) {
      inner[i * r + j] =
        (i === j ? 1 : 0) + product(first, i, Sfirst, j, k) - product(first, i, second, j, k) - product(second, i, first, j, k);
    }
  }
  const { values, vectors } = symmetricEigen(inner, r);
  return { r, G: turned(second, vectors, r, k), E: turned(first, vectors, r, k), beta: clean(values) };
}

/** What a score is multiplied by along each direction, less 1 and by 1 − β; and what a combination is. */
function factors(beta: Float64Array, kind: ClusterCovariance) {
  const score = new Float64Array(beta.length);
  const take = new Float64Array(beta.length).fill(1);
  if (kind === "CR2" || kind === "CR3") {
    beta.forEach((b, d) => {
      const s = Math.sqrt(b);
      score[d] = b === 0 ? -1 : kind === "CR2" ? 1 / (s * (1 + s)) : 1 / b;
      take[d] = b === 0 ? 0 : kind === "CR2" ? 1 / s : 1 / b;
    });
  }
  return { score, take };
}

/** ζ = take'v: φ G'v, or G'(I − C)⁻¹v where weights make the eigenvectors differ. */
function takeOf(
  G: Float64Array,
  r: number,
  from: Float64Array,
  width: number,
  change: ReturnType<typeof factors>,
  k: number,
  slopes: number,
  differ: boolean,
): Float64Array {
  const out = new Float64Array(r * slopes);
  for (let d = 0; d < r; d++) {
    for (let a = 0; a < slopes; a++) out[d * slopes + a] = (differ ? 1 : change.take[d]) * G[d * k + a];
    if (!differ) continue;
    for (let e = 0; e < width; e++) {
      const g = change.score[e] * product(G, d, from, e, k);
      for (let a = 0; a < slopes; a++) out[d * slopes + a] += g * from[e * k + a];
    }
  }
  return out;
}

/** With δ = G − ½SE: (E + δ)/√2 and (E − δ)/√2, whose products differ by E'δ + δ'E. */
function halves(G: Float64Array, E: Float64Array, S: Float64Array, r: number, k: number): [Float64Array, Float64Array] {
  const plus = new Float64Array(r * k);
  const minus = new Float64Array(r * k);
  for (let d = 0; d < r; d++) {
    for (let i = 0; i < k; i++) {
      let s = 0;
      for (let j = 0; j < k; j++) s += S[i * k + j] * E[d * k + j];
      const delta = G[d * k + i] - s / 2;
      plus[d * k + i] = (E[d * k + i] + delta) * Math.SQRT1_2;
      minus[d * k + i] = (E[d * k + i] - delta) * Math.SQRT1_2;
    }
  }
  return [plus, minus];
}

/** L'F of rows `from` … of a factor, r × k. */
function whitened(factor: Float64Array, from: number, root: Float64Array, k: number, r: number): Float64Array {
  const out = new Float64Array(r * k);
  for (let i = 0; i < k; i++) {
    for (let d = 0; d < r; d++) {
      const f = factor[(from + i) * r + d];
      if (f !== 0) for (let a = 0; a <= i; a++) out[d * k + a] += root[i * k + a] * f;
    }
  }
  return out;
}

function turned(Y: Float64Array, vectors: Float64Array, r: number, k: number): Float64Array {
  const out = new Float64Array(r * k);
  for (let d = 0; d < r; d++) {
    for (let e = 0; e < r; e++) {
      const v = vectors[e * r + d];
      for (let a = 0; a < k; a++) out[d * k + a] += v * Y[e * k + a];
    }
  }
  return out;
}

function product(a: Float64Array, i: number, b: Float64Array, j: number, k: number): number {
  let v = 0;
  for (let c = 0; c < k; c++) v += a[i * k + c] * b[j * k + c];
  return v;
}

function clean(values: Float64Array): Float64Array {
  return values.map((v) => (v > ZERO ? v : 0));
}

/** Lv. */
function backFromWhite(root: Float64Array, k: number, v: Float64Array, to: Float64Array): void {
  for (let i = 0; i < k; i++) for (let a = 0; a <= i; a++) to[i] += root[i * k + a] * v[a];
}

/** L'(Σ count·A)L. */
function whitenedTotal(squares: Float64Array, count: Float64Array, root: Float64Array, k: number): Float64Array {
  const total = new Float64Array(k * k);
  for (let q = 0; q < count.length; q++) for (let c = 0; c < k * k; c++) total[c] += count[q] * squares[q * k * k + c];
  const half = new Float64Array(k * k);
  for (let a = 0; a < k; a++)
    for (let i = a; i < k; i++) for (let j = 0; j < k; j++) half[a * k + j] += root[i * k + a] * total[i * k + j];
  const out = new Float64Array(k * k);
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++) for (let j = b; j < k; j++) out[a * k + b] += half[a * k + j] * root[j * k + b];
  return out;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
