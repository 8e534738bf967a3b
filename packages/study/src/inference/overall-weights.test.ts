import { NEVER, type Panel } from "@kontrafakt/cohort";
import { estimatorOptions, fitEstimator } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { besideResult } from "../beside/beside-result.js";
import { createTally } from "../disclosure/tally.js";
import { overallWeights } from "./overall-weights.js";
import { estimatedOf } from "./take-fit.js";

const [units, periods] = [40, 6];

function panel(): Panel {
  const draw = stream(3, "test/overall", 0);
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated: Int32Array.from({ length: units }, (_, i) => (i < 9 ? 3 : i < 16 ? 4 : NEVER)),
    observed: new Uint8Array(units * periods).fill(1),
    measures: [{ name: "days", unit: "days", values: Float64Array.from({ length: units * periods }, () => draw.normal()) }],
    covariates: [],
    clusterings: [],
  };
}

const rules = { smallCell: 1, dominance: [], pPercent: 0, rounding: 1 };

test.each(["attGt", "twoWay", "eventStudy", "sunAbraham", "imputation", "twoStage"] as const)(
  "%s: the weights make the overall effect that stands in the report",
  async (estimator) => {
    const data = panel();
    const options = estimatorOptions.parse({ estimator });
    const given = { level: 0.95, rules, tally: createTally(), mayTellLevel: () => false };
    const { beside } = await besideResult(data, "days", "mine", options, given, { seed: 1 });
    const { effects } = estimatedOf(fitEstimator(data, options));
    const weights = overallWeights(effects);
    const sum = effects.estimate.reduce((all, x, k) => all + x * (weights?.[k] ?? Number.NaN), 0);
    expect(sum).toBeCloseTo(beside.averages[0].overall.estimate, 10);
  },
);

test("no period after the start: no overall effect", () => {
  const { effects } = fitEstimator(panel(), { estimator: "eventStudy" });
  const before = { ...effects, terms: effects.terms.map((t) => ({ ...t, event: -2 })) };
  expect(overallWeights(before)).toBeUndefined();
  expect(overallWeights({ ...effects, terms: [] })).toBeUndefined();
});
