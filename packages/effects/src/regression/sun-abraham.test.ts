import { expect, test } from "vitest";
import type { Effects } from "../effects-value.js";
import { linearCombination } from "../linear-combination.js";
import { sunAbrahamOptions } from "../options/sun-abraham-options.js";
import { fitRegression } from "./fit-regression.js";
import { randomPanel } from "./random-panel.fixture.js";
import { codes, near } from "./regressions.fixture.js";
import { sunAbraham } from "./sun-abraham.js";
import { sunAbrahamPlan } from "./sun-abraham-plan.js";

test("by cohort, the closed form equals the general path: weights, clusters, several outcomes", () => {
  for (let seed = 0; seed < 28; seed++) {
    const panel = randomPanel({ seed, weights: seed % 2 === 0 });
    const input = [
      {},
      { cluster: ["school"] },
      { variance: "iid" as const },
      { variance: "hetero" as const },
      { compat: "fixest" as const },
      { cluster: ["school"], inference: { covariance: "CR3" as const } },
      { cluster: ["school"], inference: { covariance: "CR0" as const } },
    ][seed % 7];
    const options = sunAbrahamOptions.parse({ outcomes: ["y", "z"], anticipation: seed % 3 === 2 ? 1 : 0, ...input });
    const closed = sunAbraham(panel, options);
    const general = fitRegression(panel, sunAbrahamPlan(panel, options), options);
    for (const [a, b] of [
      [closed.effects, general.effects],
      [closed.withLevels!(), general.withLevels!()],
    ]) {
      const rounded = (e: Effects) => ({ ...e.inference, largestShare: e.inference!.largestShare?.toFixed(9) });
      expect(rounded(a)).toEqual(rounded(b));
      const c = Float64Array.from(a.terms, (_, k) => (k % 4) - 1);
      expect(linearCombination(a, c).df).toBeCloseTo(linearCombination(b, c).df, 8);
      expect({ ...a, estimate: 0, covariance: 0, basis: 0, df: 0, inference: 0 }).toEqual({
        ...b,
        estimate: 0,
        covariance: 0,
        basis: 0,
        df: 0,
        inference: 0,
      });
      near(a.df, b.df);
      near(a.estimate, b.estimate);
      near(a.covariance, b.covariance);
      if (a.basis.kind === "influence" && b.basis.kind === "influence") near(a.basis.rows, b.basis.rows);
    }
    const weights = Float64Array.from({ length: closed.effects.clusters }, (_, a) => (a * 0.37) % 2);
    near(closed.refit(weights), general.refit(weights));
  }
});

test("by cohort: the last as control, references, cohorts without one", () => {
  const panel = randomPanel({ seed: 7, units: 20 });
  const last = sunAbraham(panel, { outcomes: ["y"], control: "last" }).effects;
  // Starts 3, 4 and 5: the last is the control until 4.
  expect(last.terms.map((t) => [t.group, t.time])).toEqual([
    [3, 1],
    [3, 3],
    [3, 4],
    [4, 1],
    [4, 2],
    [4, 4],
  ]);
  expect(codes(last)).toContain("effects/last-cohort-as-control");
  const without = randomPanel({ seed: 7, units: 20, never: false });
  expect(() => sunAbraham(without)).toThrow(/control: last/);
  const two = sunAbraham(panel, { outcomes: ["y"], reference: -3 }).effects;
  expect(new Set(two.terms.map((t) => t.group))).toEqual(new Set([4, 5]));
  expect(two.problems.find(({ code }) => code === "effects/cohort-no-reference")!.params.group).toBe(3);
});

test("gaps in time: a cohort's reference is its latest period before the start", () => {
  const panel = randomPanel({ seed: 7, units: 20 });
  const ordinals = Int32Array.of(1, 2, 3, 6, 7, 9);
  // Starts 3, 4, 5 of before: now 3, 5 (between 3 and 6) and 7.
  const firstTreated = panel.firstTreated.map((g) => (g === 4 ? 5 : g === 5 ? 7 : g));
  const { effects } = sunAbraham({ ...panel, periods: { unit: "ordinal", ordinals }, firstTreated }, { outcomes: ["y"] });
  const missing = (g: number) => [...ordinals].filter((t) => !effects.terms.some((term) => term.group === g && term.time === t));
  expect([3, 5, 7].map(missing)).toEqual([[2], [3], [6]]);
});

test("a cohort without a row at its reference is not estimated, and says so", () => {
  const panel = randomPanel({ seed: 7, units: 20 });
  const observed = panel.observed.map((v, c) => (panel.firstTreated[Math.floor(c / 6)] === 3 && c % 6 < 2 ? 0 : v));
  const { effects } = sunAbraham({ ...panel, observed }, { outcomes: ["y"] });
  effects.terms.forEach((term, k) => {
    if (term.group === 3) expect(effects.estimate[k]).toBeNaN();
    else expect(effects.estimate[k]).not.toBeNaN();
  });
  expect(codes(effects)).toContain("effects/cohort-reference-unseen");
});
