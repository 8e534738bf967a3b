import type { Stream } from "@kontrafakt/numerics";
import type { Fit, Term } from "../effects-value.js";
import type { ClusterSquares } from "./cluster-squares.js";

/** Regressions that share their clusters, row by row. */
export interface DenseRegressions {
  readonly clusters: number;
  readonly size: number;
  readonly blocks: readonly { readonly x: number[][]; readonly y: number[]; readonly w: number[]; readonly cluster: number[] }[];
  readonly c: Float64Array;
}

export function randomRegressions(
  random: Stream,
  { clusters, blocks, size, rows }: { clusters: number; blocks: number; size: number; rows: number },
): DenseRegressions {
  const shock = Array.from({ length: clusters }, () => random.normal());
  return {
    clusters,
    size,
    blocks: Array.from({ length: blocks }, () => {
      const cluster = Array.from({ length: rows }, (_, r) => (r < clusters * size ? r % clusters : random.integer(clusters)));
      const x = cluster.map((g) => Array.from({ length: size }, (_, j) => (j === 0 ? 1 : random.normal() + 0.3 * shock[g])));
      return {
        cluster,
        x,
        w: cluster.map(() => 0.5 + random.uniform()),
        y: cluster.map((g, r) => shock[g] + 0.4 * x[r][size - 1] + random.normal()),
      };
    }),
    c: Float64Array.from({ length: blocks * size }, (_, i) => (i % size === 0 ? 0 : 1 - random.uniform())),
  };
}

/** Sums by cluster of what stands in the rows. */
export function squaresOf({ clusters, size, blocks, c }: DenseRegressions, factor = clusters / (clusters - 1)): ClusterSquares {
  const gram = new Float64Array(clusters * blocks.length * size * size);
  const product = new Float64Array(clusters * blocks.length * size);
  blocks.forEach(({ x, y, w, cluster }, b) => {
    x.forEach((row, r) => {
      const from = (cluster[r] * blocks.length + b) * size;
      for (let i = 0; i < size; i++) {
        product[from + i] += w[r] * row[i] * y[r];
        for (let j = 0; j < size; j++) gram[(from + i) * size + j] += w[r] * row[i] * row[j];
      }
    });
  });
  const treated = new Uint8Array(clusters).fill(1, 0, Math.ceil(clusters / 2));
  return { kind: "cluster-squares", clusters, blocks: blocks.length, size, gram, product, combination: c, factor, treated };
}

export function fitOf(squares: ClusterSquares): Fit {
  const K = squares.combination.length;
  const term: Term = {
    outcome: "y",
    unit: "kr",
    kind: "cell",
    scale: "difference",
    n: 1,
    controls: 1,
    personPeriods: 1,
  };
  return {
    effects: {
      kind: "effects",
      estimator: "dense",
      terms: new Array(K).fill(term),
      estimate: new Float64Array(K),
      covariance: new Float64Array(K * K),
      df: new Float64Array(K),
      clusters: squares.clusters,
      basis: { kind: "covariance-only" },
      problems: [],
    },
    refit: () => new Float64Array(K),
    leastSquares: (c) => ({ ...squares, combination: c }),
  };
}

/** x with a x = b by elimination. */
export function solve(a: number[][], b: number[]): number[] {
  const n = b.length;
  const m = a.map((row, i) => [...row, b[i]]);
  for (let p = 0; p < n; p++) {
    let best = p;
    for (let i = p + 1; i < n; i++) if (Math.abs(m[i][p]) > Math.abs(m[best][p])) best = i;
    [m[p], m[best]] = [m[best], m[p]];
    for (let i = 0; i < n; i++) {
      if (i === p) continue;
      const f = m[i][p] / m[p][p];
      for (let j = p; j <= n; j++) m[i][j] -= f * m[p][j];
    }
  }
  return m.map((row, i) => row[n] / row[i]);
}

/**
 * t and every t* by definition: y* = Xβ̃ + v_g ũ refitted by weighted least squares on all rows at once, β̃ with c'β̃ = value if asked for.
 * Draw number d has v_g = −1 where bit g of d is set.
 */
export function bruteForce(regressions: DenseRegressions, value: number, imposeNull: boolean): { t: number; drawn: number[] } {
  const { clusters, size, blocks, c } = regressions;
  const K = blocks.length * size;
  const rows = blocks.flatMap(({ x, y, w, cluster }, b) =>
    x.map((own, r) => {
      const all = new Array<number>(K).fill(0);
      own.forEach((v, j) => {
        all[b * size + j] = v;
      });
      return { x: all, y: y[r], w: w[r], g: cluster[r] };
    }),
  );
  const gram = Array.from({ length: K }, (_, i) =>
    Array.from({ length: K }, (_, j) => rows.reduce((s, r) => s + r.w * r.x[i] * r.x[j], 0)),
  );
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  };
  const fit = (y: number[]) =>
    solve(
      gram,
      Array.from({ length: K }, (_, i) => rows.reduce((s, r, k) => s + r.w * r.x[i] * y[k], 0)),
    );
  const h = solve(gram, [...c]);
  const tOf = (y: number[], tested: number) => {
    const beta = fit(y);
    const scores = new Array<number>(clusters).fill(0);
    rows.forEach((r, k) => {
      scores[r.g] += r.w * dot(h, r.x) * (y[k] - dot(beta, r.x));
    });
    const variance = (dot(scores, scores) * clusters) / (clusters - 1);
    return (dot(c, beta) - tested) / Math.sqrt(variance);
  };
  const y = rows.map((r) => r.y);
  const free = fit(y);
  const gap = (dot(c, free) - value) / dot(c, h);
  const centre = imposeNull ? free.map((v, i) => v - gap * h[i]) : free;
  const fitted = rows.map((r) => dot(centre, r.x));
  const drawn = Array.from({ length: 1 << clusters }, (_, d) =>
    tOf(
      rows.map((r, k) => fitted[k] + ((d >> r.g) & 1 ? -1 : 1) * (r.y - fitted[k])),
      dot(c, centre),
    ),
  );
  return { t: tOf(y, value), drawn };
}
