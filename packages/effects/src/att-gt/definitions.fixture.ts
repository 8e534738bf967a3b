import { exp } from "@kontrafakt/numerics";

/** Two-by-two estimators written out from their definitions, dense and slow: what the package's own are tested against. */

export interface Row {
  readonly d: number;
  readonly w: number;
  /** With a leading 1. */
  readonly x: readonly number[];
  /** Change, or the outcome of a row of a cross-section. */
  readonly y: number;
  readonly post?: number;
}

export type Named = "reg" | "ipw" | "dr" | "drImproved";

const along = (x: readonly number[], b: readonly number[]) => {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += x[j] * b[j];
  return sum;
};

/** Gaussian elimination with partial pivoting. */
function solve(a: number[][], b: number[]): number[] {
  const n = b.length;
  const m = a.map((row, i) => [...row, b[i]]);
  for (let c = 0; c < n; c++) {
    let p = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(m[r][c]) > Math.abs(m[p][c])) p = r;
    [m[c], m[p]] = [m[p], m[c]];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const f = m[r][c] / m[c][c];
      for (let j = c; j <= n; j++) m[r][j] -= f * m[c][j];
    }
  }
  return m.map((row, i) => row[n] / row[i]);
}

/** Σ weight x x' and Σ weight y x. */
function moments(rows: readonly Row[], weight: (r: Row, i: number) => number, y: (r: Row, i: number) => number) {
  const k = rows[0].x.length;
  const a = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  const b = new Array<number>(k).fill(0);
  rows.forEach((r, i) => {
    const w = weight(r, i);
    const v = y(r, i);
    for (let j = 0; j < k; j++) {
      b[j] += v * r.x[j];
      for (let l = 0; l < k; l++) a[j][l] += w * r.x[j] * r.x[l];
    }
  });
  return { a, b };
}

function leastSquares(rows: readonly Row[], weight: (r: Row) => number): number[] {
  const { a, b } = moments(rows, weight, (r) => weight(r) * r.y);
  return solve(a, b);
}

/** Root of Σ w score(r, linear) x by Newton's method from a start, no coefficient moving by more than 1 at a time. */
function root(
  rows: readonly Row[],
  start: readonly number[],
  score: (r: Row, linear: number) => number,
  slope: (r: Row, linear: number) => number,
): number[] {
  let g = [...start];
  for (let step = 0; step < 200; step++) {
    const linear = rows.map((r) => along(r.x, g));
    const { a, b } = moments(
      rows,
      (r, i) => r.w * slope(r, linear[i]),
      (r, i) => r.w * score(r, linear[i]),
    );
    const change = solve(a, b);
    const most = Math.max(...change.map(Math.abs));
    g = g.map((v, j) => v + change[j] / Math.max(1, most));
    // Newton squares what is left: the next step would be of 1e-16.
    if (most < 1e-8) break;
  }
  return g;
}

const p = (linear: number) => 1 / (1 + exp(-linear));

function odds(rows: readonly Row[], method: Named): number[] {
  const logit = root(
    rows,
    rows[0].x.map(() => 0),
    (r, l) => r.d - p(l),
    (_, l) => p(l) * (1 - p(l)),
  );
  if (method !== "drImproved") return logit;
  return root(
    rows,
    logit,
    (r, l) => r.d - (1 - r.d) * exp(l),
    (r, l) => (1 - r.d) * exp(l),
  );
}

const mean = (rows: readonly Row[], weight: (r: Row) => number, value: (r: Row) => number) => {
  let sum = 0;
  let total = 0;
  for (const r of rows) {
    sum += weight(r) * value(r);
    total += weight(r);
  }
  return sum / total;
};

/** On changes: E[wD(Δ − μ)]/E[wD] − E[w odds(1 − D)(Δ − μ)]/E[w odds(1 − D)]. */
export function panelDefinition(rows: readonly Row[], method: Named): number {
  const treated = (r: Row) => r.w * r.d;
  const g = method === "reg" || rows[0].x.length === 1 ? undefined : odds(rows, method);
  const control = (r: Row) => r.w * (1 - r.d) * (g ? exp(along(r.x, g)) : 1);
  if (method === "ipw") return mean(rows, treated, (r) => r.y) - mean(rows, control, (r) => r.y);
  const beta = leastSquares(rows, (r) => (method === "drImproved" ? control(r) : r.w * (1 - r.d)));
  const left = (r: Row) => r.y - along(r.x, beta);
  if (method === "reg") return mean(rows, treated, left);
  return mean(rows, treated, left) - mean(rows, control, left);
}

/** On rows of two periods; doubly robust ones locally efficient (τ₂ of Sant'Anna & Zhao 2020). */
export function sectionDefinition(rows: readonly Row[], method: Named): number {
  const g = method === "reg" || rows[0].x.length === 1 ? undefined : odds(rows, method);
  const is = (r: Row, d: number, post: number) => (r.d === d && r.post === post ? 1 : 0);
  const control = (r: Row) => r.w * (1 - r.d) * (g ? exp(along(r.x, g)) : 1);
  const y = (r: Row) => r.y;
  const over = (post: number, value: (r: Row) => number) =>
    mean(rows, (r) => r.w * is(r, 1, post), value) - mean(rows, (r) => control(r) * is(r, 0, post), value);
  if (method === "ipw") return over(1, y) - over(0, y);
  const beta = (d: number, post: number) =>
    leastSquares(rows, (r) => (d === 0 && method === "drImproved" ? control(r) : r.w) * is(r, d, post));
  const [c1, c0] = [beta(0, 1), beta(0, 0)];
  const treated = (r: Row) => r.w * r.d;
  if (method === "reg") {
    const change = mean(rows, (r) => r.w * is(r, 1, 1), y) - mean(rows, (r) => r.w * is(r, 1, 0), y);
    return change - mean(rows, treated, (r) => along(r.x, c1) - along(r.x, c0));
  }
  const [t1, t0] = [beta(1, 1), beta(1, 0)];
  const first = over(1, (r) => r.y - along(r.x, c1)) - over(0, (r) => r.y - along(r.x, c0));
  const gap = (b: number[], c: number[]) => (r: Row) => along(r.x, b) - along(r.x, c);
  const extra = (post: number, value: (r: Row) => number) =>
    mean(rows, treated, value) - mean(rows, (r) => r.w * is(r, 1, post), value);
  return first + extra(1, gap(t1, c1)) - extra(0, gap(t0, c0));
}
