import { NEVER } from "@kontrafakt/cohort";
import { describe, expect, test } from "vitest";
import { randomPanel } from "./random-panel.fixture.js";
import { all, changed, codes, near } from "./regressions.fixture.js";
import { sunAbraham } from "./sun-abraham.js";
import type { twoWay } from "./two-way.js";

describe.each(all)("%s", (_name, estimator) => {
  test("an outcome that does not vary has no standard error, and says so", () => {
    const panel = randomPanel({ seed: 1 });
    const flat = changed(panel, () => 5);
    const { effects } = estimator(flat, { outcomes: ["y"] });
    near(effects.estimate, new Float64Array(effects.terms.length));
    expect(effects.covariance.every(Number.isNaN)).toBe(true);
    expect(codes(effects)).toContain("effects/nothing-left");
  });

  test("says which rows it used", () => {
    const panel = randomPanel({ seed: 5 });
    const observed = panel.observed.slice();
    const y = panel.measures[0].values.slice();
    observed[3] = 0;
    y[8] = Number.NaN;
    const T = panel.periods.ordinals.length;
    // A unit seen once is alone in its effect.
    for (let t = 1; t < T; t++) observed[13 * T + t] = 0;
    const measures = [{ ...panel.measures[0], values: y }, ...panel.measures.slice(1)];
    const { effects } = estimator({ ...panel, observed, measures }, { outcomes: ["y"] });
    expect(effects.use).toEqual({ units: 13, unitsGiven: 14, rows: 84 - 2 - T, rowsGiven: 84 - 1 - (T - 1) });
    const left = effects.problems.find(({ code }) => code === "effects/rows-left-out")!;
    expect(left.params).toEqual({ outcome: "y", unobserved: T, missing: 1, rows: 84 });
    expect(effects.problems.find(({ code }) => code === "effects/singletons")!.params).toEqual({
      outcome: "y",
      count: 1,
      rows: 83 - T,
    });
    const kept = estimator({ ...panel, observed, measures }, { outcomes: ["y"], singletons: "keep" }).effects;
    expect(kept.use!.units).toBe(14);
    near(kept.estimate, effects.estimate);
    expect(codes(kept)).not.toContain("effects/singletons");
  });

  test("collinear covariates go by name; a covariate that is the treatment leaves nothing to estimate", () => {
    const panel = randomPanel({ seed: 2 });
    const T = panel.periods.ordinals.length;
    const twice = { name: "twice", unit: "1", values: panel.measures[2].values.map((v, c) => 2 * v + (c % T)) };
    const more = { ...panel, measures: [...panel.measures, twice] };
    const once = estimator(panel, { outcomes: ["y"], covariates: ["x"] }).effects;
    const both = estimator(more, { outcomes: ["y"], covariates: ["x", "twice"] }).effects;
    near(both.estimate, once.estimate);
    near(both.covariance, once.covariance);
    expect(both.problems.find(({ code }) => code === "effects/covariates-collinear")!.params).toEqual({
      outcome: "y",
      covariates: "twice",
    });
  });

  test("refuses what it does not know", () => {
    const panel = randomPanel({ seed: 1 });
    const thrown = (input: Parameters<typeof twoWay>[1], own = panel) => {
      try {
        estimator(own, input);
        return "";
      } catch (error) {
        return (error as { problems: { code: string }[] }).problems[0].code;
      }
    };
    expect(thrown({ outcomes: ["w"] })).toBe("effects/no-outcome");
    expect(thrown({ covariates: ["w"] })).toBe("effects/no-measure");
    expect(thrown({ effects: ["unit", "village"] })).toBe("effects/unknown-levels");
    expect(thrown({ cluster: ["village"] })).toBe("effects/unknown-levels");
    expect(thrown({}, { ...panel, firstTreated: new Int32Array(14).fill(NEVER) })).toBe("effects/no-treated");
    const lost = { ...panel.clusterings[0], of: panel.clusterings[0].of.map((c, i) => (i === 2 ? -1 : c)) };
    expect(thrown({ cluster: ["region"] }, { ...panel, clusterings: [lost] })).toBe("effects/unknown-level-of-unit");
    expect(thrown({}, { ...panel, samplingWeight: new Float64Array(14).fill(-1) })).toBe("effects/weights-negative");
    const one = { ...panel, periods: { ...panel.periods, ordinals: Int32Array.of(1) } };
    expect(thrown({}, one)).toBe("effects/one-period");
    expect(() => estimator(panel).refit(new Float64Array(3))).toThrow(/weights/);
    expect(() => estimator(panel).refit(new Float64Array(14), new Uint8Array(14))).toThrow(/weights only/);
  });
});

describe.each(all)("%s without spread to judge by", (_name, estimator) => {
  test("weights do not make an outcome vary that does not", () => {
    const flat = changed(randomPanel({ seed: 2, weights: true, gaps: 0 }), () => 7);
    const { effects } = estimator(flat, { outcomes: ["y"] });
    expect(effects.covariance.every(Number.isNaN)).toBe(true);
    expect(codes(effects)).toContain("effects/nothing-left");
  });

  test("infinite weights are refused", () => {
    const panel = randomPanel({ seed: 2, weights: true });
    panel.samplingWeight![1] = Number.POSITIVE_INFINITY;
    expect(() => estimator(panel, { outcomes: ["y"] })).toThrow(/1 units have another/);
  });
});

test("errors that cancel in every cluster give no standard error near 0, but none, and say so", () => {
  // A coefficient for each group and period: the group's errors of a period sum to 0, and so do the controls'.
  const { effects } = sunAbraham(randomPanel({ seed: 1 }), { outcomes: ["y"], cluster: ["period"] });
  expect(effects.estimate.some(Number.isNaN)).toBe(false);
  expect(effects.covariance.every(Number.isNaN)).toBe(true);
  const told = effects.problems.find(({ code }) => code === "effects/scores-cancel")!;
  expect(told.params).toMatchObject({ outcome: "y", by: "period" });
});

test("a cohort and its controls each in one cluster: none either in the closed form, whatever the level", () => {
  const panel = randomPanel({ seed: 1, weights: true });
  // Controls in the first school, and a school for each start.
  const of = panel.firstTreated.map((g) => (g === NEVER ? 0 : g - 2));
  const schools = { ...panel, clusterings: [{ name: "school", of, count: 4 }] };
  for (const level of [0, 1e9]) {
    for (const covariance of ["CR0", "CR2", "CR3"] as const) {
      const high = changed(schools, (y) => y + level);
      const { effects } = sunAbraham(high, { outcomes: ["y"], cluster: ["school"], inference: { covariance } });
      expect(effects.covariance.every(Number.isNaN)).toBe(true);
      expect(codes(effects)).toContain("effects/scores-cancel");
    }
  }
});

test.each(all)(
  "%s: a constant added to outcome and covariate changes no standard error and no degrees of freedom",
  (_name, estimator) => {
    const shifted = (panel: ReturnType<typeof randomPanel>, by: number) => ({
      ...panel,
      // Halves, quarters and so on of a whole number, so that adding is exact.
      measures: panel.measures.map((m) => ({ ...m, values: m.values.map((v) => Math.round(v * 1024) / 1024 + by) })),
    });
    for (const covariance of ["CR2", "CR3"] as const) {
      for (const seed of [1, 2, 3, 4]) {
        const panel = randomPanel({ seed, units: 10, periods: 5, gaps: 0.1 });
        const of = (by: number) =>
          estimator(shifted(panel, by), { outcomes: ["y"], covariates: ["x"], cluster: ["region"], inference: { covariance } })
            .effects;
        const [low, high] = [of(0), of(2 ** 30)];
        near(high.estimate, low.estimate, 1e-6);
        near(high.covariance, low.covariance, 1e-6);
        near(high.df, low.df, 1e-5);
        expect(low.df.every((df) => df >= 1)).toBe(true);
      }
    }
  },
);
