import type { Inference, InferenceChoice } from "@kontrafakt/effects";
import fc from "fast-check";
import { expect, test } from "vitest";
import { publishedChoice, publishedEvidence, publishedMethod } from "./published-inference.js";
import { createTally } from "./tally.js";

const rules = { smallCell: 5, dominance: [], pPercent: 10, rounding: 1 };
const open = { ...rules, smallCell: 1 };

const choice: InferenceChoice = {
  covariance: "CR2",
  degrees: "bellMcCaffrey",
  by: ["school"],
  clusters: 20,
  treatedClusters: 3,
  largestShare: 0.4137,
  reason: "sets-cross-clusters",
};

const one: Inference = {
  kind: "inference",
  method: "jackknife",
  variant: "clusters",
  estimate: -123.456789,
  se: 33.333333,
  df: 12.3,
  p: 0.012345,
  pAbove: 0.9938,
  pBelow: 0.0062,
  lower: -196.0612345,
  upper: -50.8523456,
  level: 0.95,
  draws: 0,
  exact: false,
  null: "mean",
  clusters: 64,
  treatedClusters: 62,
};

test("few clusters are withheld, and the largest share does not count its people", () => {
  expect(publishedChoice(choice, rules, createTally())).toEqual({ ...choice, treatedClusters: "<5", largestShare: 0.4 });
  expect(publishedChoice(choice, open, createTally())).toEqual(choice);
});

test("sets are matched starters less few: told as about those", () => {
  const tally = createTally();
  const told = publishedChoice({ ...choice, clusters: 118, treatedClusters: 118 }, rules, tally, [120]);
  expect([told.clusters, told.treatedClusters]).toEqual(["≈120", "≈120"]);
  expect(tally.list()).toEqual([{ reason: "difference", figures: 2 }]);
  expect(publishedChoice({ ...choice, clusters: 120 }, rules, createTally(), [120]).clusters).toBe(120);
});

test("limits are told to a twentieth of the standard error; the estimate as the figure itself is", () => {
  const told = publishedMethod(one, rules, createTally());
  expect(told.estimate).toBe(one.estimate);
  expect(told.df).toBe(10);
  for (const name of ["se", "lower", "upper"] as const) {
    expect(told[name]).not.toBe(one[name]);
    expect(Math.abs((told[name] as number) - (one[name] as number))).toBeLessThan(33.4 / 20);
  }
  expect(publishedMethod(one, open, createTally())).toEqual({ ...one, kind: undefined });
});

test("unbounded and missing limits stay what they are", () => {
  const { se: _, df: __, ...bare } = one;
  const told = publishedMethod(
    { ...bare, lower: Number.NEGATIVE_INFINITY, upper: Number.NaN, p: Number.NaN },
    rules,
    createTally(),
  );
  expect(told).toMatchObject({ lower: Number.NEGATIVE_INFINITY, upper: Number.NaN, p: Number.NaN });
});

test("p by few assignments does not count them, and stays on its side of 0.025", () => {
  const evidence = { method: "set", p: 7 / 243, draws: 243, exact: true, null: "sharp" } as const;
  expect(publishedEvidence(evidence, rules, createTally())).toEqual({ ...evidence, p: 0.03, draws: 200 });
  const drawn = { ...evidence, p: 0.0123, draws: 9999, exact: false };
  expect(publishedEvidence(drawn, rules, createTally())).toBe(drawn);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (k, all) => {
      const p = Math.min(1, k / all);
      const told = publishedEvidence({ ...evidence, p, draws: all }, rules, createTally());
      expect(told.p < 0.025).toBe(p < 0.025);
      expect(Math.abs(told.p - p)).toBeLessThan(0.0051);
    }),
  );
});
