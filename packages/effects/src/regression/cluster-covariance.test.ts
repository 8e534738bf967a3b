import { NEVER, type Panel } from "@kontrafakt/cohort";
import { invertPositive, leastSquares, symmetricEigen } from "@kontrafakt/numerics";
import { describe, expect, test } from "vitest";
import type { Effects } from "../effects-value.js";
import { linearCombination } from "../linear-combination.js";
import { eventStudy } from "./event-study.js";
import { randomPanel } from "./random-panel.fixture.js";
import { sunAbraham } from "./sun-abraham.js";
import { twoWay } from "./two-way.js";

// The oracle: one column for every unit, period, covariate and term; n × n residual-makers; adjustment matrices from their eigenvalues cluster by
// cluster; Σ g'y with g = (I − H)'A'WXMc, and degrees of freedom (Σ g'g)²/Σ (g'g)² over all pairs of clusters.

type Kind = "CR0" | "CR1" | "CR2" | "CR3";

function dense(panel: Panel, effects: Effects, covariates: string[], by: "unit" | "school" | "period" | "row", kind: Kind) {
  const T = panel.periods.ordinals.length;
  const of = (name: string) => panel.measures.find((m) => m.name === name)!.values;
  const { terms } = effects;
  const rows: { i: number; t: number }[] = [];
  for (let i = 0; i < panel.units; i++) {
    const own = Array.from({ length: T }, (_, t) => t).filter((t) => panel.observed[i * T + t] === 1);
    if (own.length > 1) rows.push(...own.map((t) => ({ i, t })));
  }
  const n = rows.length;
  const termOf = (i: number, t: number) => {
    const g = panel.firstTreated[i];
    const p = panel.periods.ordinals[t];
    if (g === NEVER) return -1;
    if (terms[0].kind === "static") return p >= g ? 0 : -1;
    return terms.findIndex((term) => (term.kind === "event" ? term.event === p - g : term.group === g && term.time === p));
  };
  const K = terms.length;
  const line = ({ i, t }: { i: number; t: number }) => [
    ...Array.from({ length: panel.units }, (_, u) => (u === i ? 1 : 0)),
    ...Array.from({ length: T }, (_, s) => (s === t ? 1 : 0)),
    ...covariates.map((name) => of(name)[i * T + t]),
    ...Array.from({ length: K }, (_, k) => (termOf(i, t) === K - 1 - k ? 1 : 0)),
  ];
  const full = rows.map(line);
  const k0 = full[0].length;
  const y = Float64Array.from(rows, ({ i, t }) => of("y")[i * T + t]);
  const w = Float64Array.from(rows, ({ i }) => panel.samplingWeight?.[i] ?? 1);
  const { dropped } = leastSquares({ x: Float64Array.from(full.flat()), y, weights: w, n, k: k0 });
  const kept = Array.from({ length: k0 }, (_, j) => j).filter((j) => !dropped.includes(j));
  const X = full.map((row) => kept.map((j) => row[j]));
  const k = kept.length;
  const gram = new Float64Array(k * k);
  rows.forEach((_, r) => {
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) gram[a * k + b] += w[r] * X[r][a] * X[r][b];
  });
  const M = invertPositive(gram, k)!;
  const XM = X.map((row) => Array.from({ length: k }, (_, b) => row.reduce((v, x, a) => v + x * M[a * k + b], 0)));
  // Residual-maker, rows of I − XMX'W.
  const R = rows.map((_, r) => rows.map((__, s) => (r === s ? 1 : 0) - XM[r].reduce((v, x, a) => v + x * X[s][a], 0) * w[s]));
  const home = rows.map(({ i, t }, r) =>
    by === "unit" ? i : by === "school" ? panel.clusterings[1].of[i] : by === "period" ? t : r,
  );
  const clusters = [...new Set(home)];
  const G = clusters.length;
  const factor = kind === "CR1" ? G / (G - 1) : kind === "CR3" ? (G - 1) / G : 1;
  const adjustment = clusters.map((g) => {
    const own = rows.map((_, r) => r).filter((r) => home[r] === g);
    const m = own.length;
    const A = new Float64Array(m * m);
    if (kind === "CR0" || kind === "CR1") for (let a = 0; a < m; a++) A[a * m + a] = 1;
    else if (kind === "CR2") {
      const B = new Float64Array(m * m);
      own.forEach((r, a) => {
        own.forEach((s, b) => {
          B[a * m + b] = R[r].reduce((v, x, q) => v + x * R[s][q], 0);
        });
      });
      const { values, vectors } = symmetricEigen(B, m);
      for (let a = 0; a < m; a++)
        for (let b = 0; b < m; b++)
          for (let e = 0; e < m; e++)
            if (values[e] > 1e-9) A[a * m + b] += (vectors[a * m + e] * vectors[b * m + e]) / Math.sqrt(values[e]);
    } else {
      // I − H of rows times the roots of their weights is symmetric.
      const half = Float64Array.from({ length: m * m }, (_, c) => {
        const [a, b] = [Math.floor(c / m), c % m];
        return (R[own[a]][own[b]] * Math.sqrt(w[own[a]])) / Math.sqrt(w[own[b]]);
      });
      const { values, vectors } = symmetricEigen(half, m);
      for (let a = 0; a < m; a++)
        for (let b = 0; b < m; b++)
          for (let e = 0; e < m; e++)
            if (values[e] > 1e-9)
              A[a * m + b] += ((vectors[a * m + e] * vectors[b * m + e]) / values[e]) * Math.sqrt(w[own[b]] / w[own[a]]);
    }
    return { own, A };
  });
  const placeOf = (term: number) => kept.indexOf(k0 - 1 - term);
  return (c: Float64Array) => {
    const full = new Float64Array(k);
    c.forEach((v, term) => {
      if (v !== 0) full[placeOf(term)] = v;
    });
    const a = rows.map((_, r) => w[r] * XM[r].reduce((v, x, b) => v + x * full[b], 0));
    const g = adjustment.map(({ own, A }) => {
      const z = own.map((_, b) => own.reduce((v, r, p) => v + a[r] * A[p * own.length + b], 0));
      return rows.map((_, s) => own.reduce((v, r, p) => v + z[p] * R[r][s], 0));
    });
    const P = g.map((one) => g.map((other) => one.reduce((v, x, r) => v + x * other[r], 0)));
    const trace = P.reduce((v, row, j) => v + row[j], 0);
    const square = P.flat().reduce((v, p) => v + p * p, 0);
    const variance = g.reduce((v, one) => v + one.reduce((s, x, r) => s + x * y[r], 0) ** 2, 0);
    return { se: Math.sqrt(factor * variance), df: (trace * trace) / square };
  };
}

const kinds = ["CR2", "CR0", "CR3", "CR1"] as const;
const bys = ["unit", "school", "period", "row"] as const;
const named = { unit: "unit", school: "school", period: "period", row: "unit*period" };
const relative = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

describe("against n × n matrices and every dummy written out", () => {
  test.each([
    ["twoWay", twoWay],
    ["eventStudy", eventStudy],
    ["sunAbraham", sunAbraham],
  ] as const)("%s: standard errors, degrees of freedom of terms and of combinations", (name, estimator) => {
    let worst = 0;
    for (let seed = 0; seed < 12; seed++) {
      const kind = kinds[seed % 4];
      const by = bys[(seed + Math.floor(seed / 4)) % (name === "sunAbraham" ? 2 : 4)];
      const gaps = seed % 3 === 0 ? 0 : 0.12;
      const panel = randomPanel({ seed, units: 10, periods: 5, gaps, weights: seed % 5 > 2 && by !== "period", never: true });
      const covariates = seed % 7 === 3 ? ["x"] : [];
      const inference = { covariance: kind === "CR2" && seed % 8 === 0 ? ("auto" as const) : kind };
      const { effects } = estimator(panel, { outcomes: ["y"], covariates, cluster: [named[by]], inference });
      const oracle = dense(panel, effects, covariates, by, kind);
      const K = effects.terms.length;
      const c = Float64Array.from({ length: K }, (_, k) => (Number.isNaN(effects.estimate[k]) ? 0 : 1 + (k % 3)));
      for (let k = 0; k <= K; k++) {
        const one = k === K ? c : Float64Array.from({ length: K }, (_, j) => (j === k ? 1 : 0));
        if (k < K && Number.isNaN(effects.estimate[k])) continue;
        const wanted = oracle(one);
        const found = linearCombination(effects, one);
        if (!(wanted.se > 1e-7) || Number.isNaN(found.se)) {
          expect(Number.isNaN(found.se) || found.se < 1e-7).toBe(true);
          continue;
        }
        const off = Math.max(relative(found.se, wanted.se), relative(found.df, wanted.df));
        worst = Math.max(worst, Number.isNaN(off) ? 1 : off);
      }
    }
    expect(worst).toBeLessThan(1e-7);
  });
});
