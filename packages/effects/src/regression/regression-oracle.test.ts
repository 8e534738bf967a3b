import { NEVER, type Panel } from "@kontrafakt/cohort";
import { leastSquares } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import type { Effects, Fit } from "../effects-value.js";
import { eventStudy } from "./event-study.js";
import { randomPanel } from "./random-panel.fixture.js";
import { sunAbraham } from "./sun-abraham.js";
import { twoWay } from "./two-way.js";

// The oracle: one column a unit, period, covariate and term, dense least squares, and sandwiches summed row by row as written.

interface Dense {
  readonly estimate: number[];
  readonly covariance: (variance: Variance, factor: boolean) => number[][];
}
type Variance = "iid" | "hetero" | "unit" | "school" | "two" | "nw" | "dk";

function dense(panel: Panel, effects: Effects, covariates: string[], termOf: (i: number, t: number) => number): Dense {
  const T = panel.periods.ordinals.length;
  const of = (name: string) => panel.measures.find((m) => m.name === name)!.values;
  const rows: { i: number; t: number }[] = [];
  for (let i = 0; i < panel.units; i++) {
    const own = Array.from({ length: T }, (_, t) => t).filter((t) => panel.observed[i * T + t] === 1);
    if (own.length > 1) rows.push(...own.map((t) => ({ i, t })));
  }
  const n = rows.length;
  const K = effects.terms.length;
  const units = [...new Set(rows.map(({ i }) => i))];
  const C = covariates.length;
  const k = units.length + T + C + K;
  const x = new Float64Array(n * k);
  rows.forEach(({ i, t }, r) => {
    x[r * k + units.indexOf(i)] = 1;
    x[r * k + units.length + t] = 1;
    covariates.forEach((name, j) => {
      x[r * k + units.length + T + j] = of(name)[i * T + t];
    });
    const term = termOf(i, t);
    // Terms in the order in which our kernel lets collinear ones go: event times from the last.
    if (term >= 0) x[r * k + units.length + T + C + (effects.terms[term].kind === "event" ? K - 1 - term : term)] = 1;
  });
  const place = (term: number) => units.length + T + C + (effects.terms[term].kind === "event" ? K - 1 - term : term);
  const y = Float64Array.from(rows, ({ i, t }) => of("y")[i * T + t]);
  const weights = Float64Array.from(rows, ({ i }) => panel.samplingWeight?.[i] ?? 1);
  const fit = leastSquares({ x, y, weights, n, k });
  const estimate = effects.terms.map((_, j) => (fit.dropped.includes(place(j)) ? Number.NaN : fit.coefficients[place(j)]));
  // Influence of each row on each term.
  const influence = rows.map((_, r) => {
    const used = Array.from({ length: k }, (__, c) => c).filter((c) => x[r * k + c] !== 0);
    return effects.terms.map((__, j) => {
      let v = 0;
      for (const c of used) v += fit.inverse[place(j) * k + c] * x[r * k + c];
      return v * weights[r] * fit.residuals[r];
    });
  });
  const slopes = C + K - fit.dropped.filter((c) => c >= units.length + T).length;
  const schoolOf = (i: number) => panel.clusterings[1].of[i];
  const alike: Record<Exclude<Variance, "iid">, (a: (typeof rows)[number], b: (typeof rows)[number]) => number> = {
    hetero: (a, b) => (a === b ? 1 : 0),
    unit: (a, b) => (a.i === b.i ? 1 : 0),
    school: (a, b) => (schoolOf(a.i) === schoolOf(b.i) ? 1 : 0),
    two: (a, b) => (a.i === b.i || a.t === b.t ? 1 : 0),
    nw: (a, b) => (a.i === b.i ? Math.max(0, 1 - Math.abs(a.t - b.t) / 3) : 0),
    dk: (a, b) => Math.max(0, 1 - Math.abs(a.t - b.t) / 3),
  };
  const counts = {
    unit: units.length,
    school: new Set(units.map(schoolOf)).size,
    two: Math.min(units.length, T),
    nw: T,
    dk: T,
    hetero: n,
  };
  // Coefficients of fixed effects that count: all, or those not nested in the clusters and one more.
  const rank = fit.rank - slopes;
  const nested = { unit: units.length - 1, school: units.length - 1, two: units.length + T - 2, nw: 0, dk: 0, hetero: 0 };
  return {
    estimate,
    covariance(variance, factor) {
      if (variance === "iid") {
        let s2 = 0;
        for (let r = 0; r < n; r++) s2 += (weights[r] * fit.residuals[r] * fit.residuals[r]) / (factor ? n - slopes - rank : n);
        return effects.terms.map((_, a) => effects.terms.map((__, b) => s2 * fit.inverse[place(a) * k + place(b)]));
      }
      const G = counts[variance];
      const c = factor ? ((n - 1) / (n - slopes - Math.max(1, rank - nested[variance]))) * (G / (G - 1)) : 1;
      // Each row's influence summed over the rows that hang together with it.
      const around = rows.map((row) => {
        const sum = new Array<number>(K).fill(0);
        rows.forEach((other, s) => {
          const weight = alike[variance](row, other);
          if (weight > 0) for (let b = 0; b < K; b++) sum[b] += weight * influence[s][b];
        });
        return sum;
      });
      return effects.terms.map((_, a) =>
        effects.terms.map((__, b) => c * rows.reduce((v, ___, r) => v + influence[r][a] * around[r][b], 0)),
      );
    },
  };
}

const options = {
  iid: { variance: "iid" },
  hetero: { variance: "hetero" },
  unit: {},
  school: { cluster: ["school"] },
  two: { cluster: ["unit", "period"] },
  nw: { variance: "neweyWest", lags: 2 },
  dk: { variance: "driscollKraay", lags: 2 },
} as const;
const variances = Object.keys(options) as Variance[];

type Estimator = (panel: Panel, input: Parameters<typeof twoWay>[1]) => Fit;
const estimators: [string, Estimator, (effects: Effects, g: number, t: number) => number][] = [
  ["twoWay", twoWay, (_, g, t) => (g !== NEVER && t >= g ? 0 : -1)],
  ["eventStudy", eventStudy, (e, g, t) => (g === NEVER ? -1 : e.terms.findIndex((term) => term.event === t - g))],
  ["sunAbraham", sunAbraham, (e, g, t) => e.terms.findIndex((term) => term.group === g && term.time === t)],
];

test.each(estimators)("%s equals dense least squares and brute-force sandwiches on random panels", (name, estimator, termOf) => {
  for (let seed = 0; seed < 500; seed++) {
    const variance = variances[seed % variances.length];
    const gaps = seed % 3 === 0 ? 0 : 0.15;
    const panel = randomPanel({
      seed,
      units: 11,
      periods: 5,
      gaps,
      weights: seed % 4 > 1,
      never: name === "sunAbraham" || seed % 5 > 0,
    });
    const covariates = seed % 2 === 0 ? [] : ["x"];
    const oneWay = variance === "unit" || variance === "school";
    const compat = seed % 11 === 0 ? "large" : oneWay ? "fixest" : "none";
    const fit = estimator(panel, { outcomes: ["y"], covariates, compat, ...(options[variance] as object) });
    const { effects } = fit;
    const oracle = dense(panel, effects, covariates, (i, t) => termOf(effects, panel.firstTreated[i], panel.periods.ordinals[t]));
    const wanted = oracle.covariance(variance, compat !== "large");
    const K = effects.terms.length;
    const indefinite = effects.problems.some(({ code }) => code === "effects/two-way-negative");
    // Scores that cancel leave no spread: NaN there, and told, where the sandwich has 0 but for rounding.
    const cancel = effects.problems.some(({ code }) => code === "effects/scores-cancel");
    const isTold = (a: number) => !cancel || !Number.isNaN(effects.covariance[a * (K + 1)]) || !(Math.abs(wanted[a][a]) < 1e-12);
    const off = (value: number, wanted: number) => {
      const difference = Number.isNaN(value) && Number.isNaN(wanted) ? 0 : Math.abs(value - wanted);
      return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
    };
    const again = fit.refit(new Float64Array(effects.clusters).fill(1));
    let points = 0;
    let covariances = 0;
    for (let a = 0; a < K; a++) {
      points = Math.max(points, off(effects.estimate[a], oracle.estimate[a]), off(again[a], effects.estimate[a]));
      for (let b = 0; b < K && !indefinite; b++) {
        if (!isTold(a) || !isTold(b)) continue;
        const known = oracle.estimate[a] + oracle.estimate[b];
        covariances = Math.max(covariances, off(effects.covariance[a * K + b], Number.isNaN(known) ? known : wanted[a][b]));
      }
    }
    expect(points, `${seed}`).toBeLessThan(1e-9);
    expect(covariances, `${seed}`).toBeLessThan(1e-9);
  }
});
