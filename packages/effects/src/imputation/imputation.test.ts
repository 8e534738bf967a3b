import { NEVER } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { linearCombination } from "../linear-combination.js";
import { type DenseRow, denseRows, generalInverse, settings, times, transpose, weighted } from "./dense.fixture.js";
import { imputation } from "./imputation.js";
import { randomStaggered } from "./random-staggered.fixture.js";

/** τ̂ and the standard error of Σ_k c_k τ_k, by the formulas of the paper with explicit matrices. */
function direct(rows: readonly DenseRow[], cells: readonly { group?: number; time?: number }[], c: readonly number[]) {
  const untreated = rows.filter((r) => !r.treated);
  const cellOf = (r: DenseRow) => cells.findIndex((k) => r.treated && k.group === r.g && k.time === r.time);
  const x = untreated.map((r) => r.line);
  const w = untreated.map((r) => r.w);
  const inverse = generalInverse(x, w);
  const beta = times(
    inverse,
    times(
      transpose(weighted(x, w)),
      untreated.map((r) => [r.y]),
    ),
  );
  const fitted = (r: DenseRow) => times([r.line], beta)[0][0];
  // Rows that the untreated determine: their line is its own projection on the lines of these.
  const projection = times(inverse, times(transpose(weighted(x, w)), x));
  const told = (r: DenseRow) =>
    times([r.line], projection)[0].every((v, j) => Math.abs(v - r.line[j]) < 1e-6 * (1 + Math.abs(r.line[j])));
  const treated = rows.filter((r) => r.treated && cellOf(r) >= 0 && told(r));
  const total = cells.map((_, k) => treated.reduce((sum, r) => sum + (cellOf(r) === k ? r.w : 0), 0));
  const a = treated.map((r) => (c[cellOf(r)] * r.w) / total[cellOf(r)]);
  const tau = treated.map((r) => r.y - fitted(r));
  const z1a = times(
    [a],
    treated.map((r) => r.line),
  );
  const v = times(times(z1a, inverse), transpose(weighted(x, w)))[0].map((value) => -value);
  const centre = new Map<string, [number, number]>();
  treated.forEach((r, j) => {
    const key = `${r.g}/${r.time - r.g}`;
    const [top, bottom] = centre.get(key) ?? [0, 0];
    centre.set(key, [top + a[j] * a[j] * tau[j], bottom + a[j] * a[j]]);
  });
  const byCluster = new Map<number, number>();
  const add = (r: DenseRow, value: number) => byCluster.set(r.cluster, (byCluster.get(r.cluster) ?? 0) + value);
  untreated.forEach((r, j) => {
    add(r, v[j] * (r.y - fitted(r)));
  });
  treated.forEach((r, j) => {
    const [top, bottom] = centre.get(`${r.g}/${r.time - r.g}`)!;
    if (bottom > 0) add(r, a[j] * (tau[j] - top / bottom));
  });
  return {
    estimate: tau.reduce((sum, t, j) => sum + a[j] * t, 0),
    se: Math.sqrt([...byCluster.values()].reduce((sum, s) => sum + s * s, 0)),
    n: cells.map((_, k) => treated.filter((r) => cellOf(r) === k).length),
  };
}

// Estimates 1e-7 (outcomes at a level of 100), standard errors 1e-7 relative.
describe("imputation", () => {
  it("has the paper's estimate and standard error for any given weights on the cells, in 500 random panels", () => {
    let checked = 0;
    for (let seed = 0; seed < 500; seed++) {
      const panel = randomStaggered(seed, { units: 7, periods: 5, weights: seed % 3 !== 0, gaps: seed % 2 === 0 ? 0.15 : 0 });
      const options = settings[seed % settings.length];
      let fit: ReturnType<typeof imputation>;
      try {
        fit = imputation(panel, { ...options, outcomes: ["y"], compat: "didimputation" });
      } catch (error) {
        expect(String(error)).toMatch(/there is no effect to estimate|no row is untreated/);
        continue;
      }
      const { effects } = fit;
      const random = stream(seed, "test/imputation", 0);
      const c = effects.terms.map(() => random.normal());
      const mine = linearCombination(effects, Float64Array.from(c));
      const oracle = direct(denseRows(panel, options), effects.terms, c);
      expect(Math.abs(mine.estimate - oracle.estimate), `seed ${seed}`).toBeLessThan(1e-7);
      // No cell has any spread: told, and NaN for what the paper's formula gives as 0 but for rounding.
      const none = Number.isNaN(mine.se) && effects.problems.some((p) => p.code === "effects/imputation-no-spread");
      expect(none ? oracle.se : Math.abs(mine.se - oracle.se), `seed ${seed}`).toBeLessThan(1e-7 * (1 + oracle.se));
      expect(effects.terms.map((t) => t.personPeriods)).toEqual(oracle.n);
      checked++;
    }
    expect(checked).toBeGreaterThan(400);
  });

  it("tests leads by a regression among untreated rows alone", () => {
    let checked = 0;
    for (let seed = 0; seed < 100; seed++) {
      const panel = randomStaggered(seed, { units: 10, periods: 5 });
      const options = settings[seed % settings.length];
      const { anticipation = 0 } = options;
      const { effects } = imputation(panel, { ...options, outcomes: ["y"], preTrends: 2, inference: { covariance: "CR1" } });
      // Each start in one town: no covariance is told.
      if (effects.inference!.covariance === "none") continue;
      const rows = denseRows(panel, options).filter((r) => !r.treated);
      const events = [-1, -2].map((e) => e - anticipation);
      const x = rows.map((r) => [...r.line, ...events.map((e) => (r.g !== NEVER && r.time - r.g === e ? 1 : 0))]);
      const w = rows.map((r) => r.w);
      const inverse = generalInverse(x, w);
      const beta = times(
        inverse,
        times(
          transpose(weighted(x, w)),
          rows.map((r) => [r.y]),
        ),
      );
      effects.terms.forEach((t, k) => {
        if (t.kind !== "event") return;
        const j = x[0].length - 2 + events.indexOf(t.event!);
        expect(Math.abs(effects.estimate[k] - beta[j][0]), `seed ${seed}`).toBeLessThan(1e-7);
        const byCluster = new Map<number, number>();
        rows.forEach((r, at) => {
          const score = times([x[at]], transpose([inverse[j]]))[0][0] * w[at] * (r.y - times([x[at]], beta)[0][0]);
          byCluster.set(r.cluster, (byCluster.get(r.cluster) ?? 0) + score);
        });
        const G = effects.clusters;
        const variance = ([...byCluster.values()].reduce((sum, s) => sum + s * s, 0) * G) / (G - 1);
        expect(Math.abs(effects.covariance[k * effects.terms.length + k] - variance), `seed ${seed}`).toBeLessThan(
          1e-7 * (1 + variance),
        );
        checked++;
      });
    }
    expect(checked).toBeGreaterThan(100);
  });
});
