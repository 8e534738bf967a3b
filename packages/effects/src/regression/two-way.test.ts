import { NEVER, type Panel } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import { standardError } from "../interval.js";
import { randomPanel } from "./random-panel.fixture.js";
import { all } from "./regressions.fixture.js";
import { twoWay } from "./two-way.js";

test("two groups, two periods by hand: the difference of differences, however it is estimated", () => {
  const panel: Panel = {
    ...randomPanel({ seed: 1 }),
    units: 4,
    periods: { unit: "ordinal", ordinals: Int32Array.of(1, 2) },
    ids: ["a", "b", "c", "d"],
    firstTreated: Int32Array.of(2, 2, NEVER, NEVER),
    observed: new Uint8Array(8).fill(1),
    measures: [{ name: "y", unit: "kr", values: Float64Array.of(1, 5, 2, 8, 0, 1, 3, 4) }],
    clusterings: [],
  };
  // Changes 4, 6 and 1, 1: 5 − 1. Deviations of changes −1, 1, 0, 0: variance of the difference 2/4 = 0.5 without factors.
  for (const [, estimator] of all) {
    const { effects } = estimator(panel, { compat: "large" });
    expect(effects.estimate).toEqual(Float64Array.of(4));
    expect(standardError(effects, 0)).toBeCloseTo(Math.sqrt(0.5), 12);
    expect(effects.df[0]).toBe(Number.POSITIVE_INFINITY);
    expect(effects.terms[0]).toMatchObject({ n: 2, controls: 2, personPeriods: 2 });
    // G/(G − 1) = 4/3; n = 8, K = the term and two periods: 7/5.
    const fixest = estimator(panel, { compat: "fixest" }).effects;
    expect(standardError(fixest, 0)).toBeCloseTo(Math.sqrt((0.5 * (4 / 3) * 7) / 5), 12);
    expect(fixest.df[0]).toBe(3);
    // Two means of two, variances 2/1 and 0: 2/2 + 0/2; one degree of freedom each.
    const own = estimator(panel, {}).effects;
    expect(standardError(own, 0)).toBeCloseTo(1, 12);
    expect(own.df[0]).toBeCloseTo(2, 12);
  }
});

test("says how many cells weigh negatively", () => {
  // Two groups of one unit each, starts 2 and 3 of three periods, both treated in the last. What unit and period effects leave of treatment:
  // (0, 1, 1) less its mean 2/3, the periods' means (0, 1/2, 1), plus 1/2: −1/6, 1/3, −1/6 for the first; the negative of it for the second.
  // Weights: treated cells 1/3, −1/6 and 1/6, over their sum 1/3.
  const panel: Panel = {
    ...randomPanel({ seed: 1 }),
    units: 2,
    periods: { unit: "ordinal", ordinals: Int32Array.of(1, 2, 3) },
    ids: ["a", "b"],
    firstTreated: Int32Array.of(2, 3),
    observed: new Uint8Array(6).fill(1),
    measures: [{ name: "y", unit: "kr", values: Float64Array.of(1, 5, 2, 8, 0, 1) }],
    clusterings: [],
  };
  const found = twoWay(panel).effects.problems.filter(({ code }) => code === "effects/two-way-weights-negative");
  expect(found.map(({ params }) => params)).toEqual([{ outcome: "y", cells: 1, of: 3, sum: -0.5 }]);
  // Two units, whose scores are 0 each: nothing to see by.
  const plain = twoWay(panel, { decompose: false }).effects.problems;
  expect(plain.map(({ code }) => code)).toEqual(["effects/scores-cancel"]);
  expect(twoWay(panel).effects.covariance).toEqual(Float64Array.of(Number.NaN));
});

test("the weights are those of the effects: an outcome that is the effect of one cell alone shows its weight", () => {
  for (let seed = 0; seed < 12; seed++) {
    const panel = randomPanel({ seed, gaps: 0.15, weights: seed % 2 === 0, never: seed % 3 > 0 });
    const T = panel.periods.ordinals.length;
    const options = { covariates: seed % 4 < 2 ? ["x"] : [], compat: "large" as const };
    const weights: number[] = [];
    for (const g of [3, 4, 5]) {
      for (let t = g - 1; t < T; t++) {
        const values = panel.measures[0].values.map((v, c) =>
          Number.isNaN(v) ? v : c % T === t && panel.firstTreated[Math.floor(c / T)] === g ? 1 : 0,
        );
        if (!values.includes(1)) continue;
        const own = { ...panel, measures: [{ name: "cell", unit: "1", values }, panel.measures[2]] };
        weights.push(twoWay(own, { ...options, outcomes: ["cell"] }).effects.estimate[0]);
      }
    }
    expect(weights.reduce((a, v) => a + v, 0)).toBeCloseTo(1, 9);
    const below = weights.filter((w) => w < -1e-12);
    const found = twoWay(panel, { ...options, outcomes: ["y"] }).effects.problems.find(
      ({ code }) => code === "effects/two-way-weights-negative",
    );
    expect(found?.params.cells ?? 0).toBe(below.length);
    if (found)
      expect(found.params.sum).toBeCloseTo(
        below.reduce((a, v) => a + v, 0),
        4,
      );
  }
});
