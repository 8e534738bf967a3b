import { ALWAYS, type Clustering, NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, test } from "vitest";
import type { EstimatorOptionsInput } from "../options/estimator-options.js";
import { relativeEffects } from "../scales/relative-effects.js";
import { fitEstimator } from "./fit-estimator.js";

const T = 6;

/** Panel of groups that start in 3, 4 or never (and `always` units treated from the first period), two outcomes. */
function panel(always = 0): Panel {
  const units = 60 + always;
  const draw = stream(11, "test/fit-estimator", 0);
  const starts = [3, 4, NEVER];
  const firstTreated = Int32Array.from({ length: units }, (_, i) => (i < 60 ? starts[i % 3] : ALWAYS));
  const eligible = Float64Array.from({ length: units }, (_, i) => (i % 2 === 0 ? 1 : 0));
  const measure = (name: string) => {
    const values = new Float64Array(units * T);
    for (let i = 0; i < units; i++) {
      const own = 10 + draw.normal();
      for (let t = 0; t < T; t++) values[i * T + t] = own + t + (t >= firstTreated[i] ? -2 : 0) + draw.normal();
    }
    return { name, unit: "days", values };
  };
  const place: Clustering = { name: "place", of: Int32Array.from({ length: units }, (_, i) => i % 20), count: 20 };
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: T }, (_, t) => t) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated,
    observed: new Uint8Array(units * T).fill(1),
    measures: [measure("a"), measure("b")],
    covariates: [{ name: "eligible", values: eligible }],
    clusterings: [place],
  };
}

const asked: readonly EstimatorOptionsInput[] = [
  { estimator: "attGt" },
  { estimator: "twoWay" },
  { estimator: "eventStudy" },
  { estimator: "sunAbraham" },
  { estimator: "imputation", preTrends: 1 },
  { estimator: "twoStage" },
  { estimator: "tripleDifference", eligible: "eligible" },
  { estimator: "efficient" },
];

describe.each(asked.map((options) => [options.estimator, options] as const))("%s", (_, options) => {
  const data = panel();
  const fit = fitEstimator(data, options);
  const { effects } = fit;
  const K = effects.terms.length;

  test("does not change what it is given, and gives the same bits again", () => {
    const given = panel();
    const before = structuredClone(given);
    const again = fitEstimator(given, options);
    again.refit(new Float64Array(60).fill(1));
    again.withLevels?.();
    expect(given).toEqual(before);
    expect(again.effects).toEqual(effects);
  });

  test("hands on plain data: both outcomes, one joint covariance, and what it rests on", () => {
    expect(structuredClone(effects)).toEqual(effects);
    expect(effects.kind).toBe("effects");
    expect(new Set(effects.terms.map((t) => t.outcome))).toEqual(new Set(["a", "b"]));
    expect(effects.use).toMatchObject({ units: 60, unitsGiven: 60, rows: 60 * T, rowsGiven: 60 * T });
    expect([effects.estimate.length, effects.df.length, effects.covariance.length]).toEqual([K, K, K * K]);
    const across = effects.terms.findIndex((t) => t.outcome === "b");
    const last = K - 1;
    expect(effects.covariance[last * K + last]).toBeGreaterThan(0);
    for (let j = 0; j < K; j++)
      for (let k = 0; k < K; k++) {
        expect(effects.covariance[j * K + k]).toBeCloseTo(effects.covariance[k * K + j], 12);
      }
    expect(effects.terms.some((__, k) => effects.covariance[k * K + across] !== 0 && k < across)).toBe(true);
  });

  test("refits to itself, and to other figures where one unit is left out", () => {
    const same = fit.refit(new Float64Array(60).fill(1));
    effects.estimate.forEach((value, k) => {
      expect(same[k]).toBeCloseTo(value, 9);
    });
    const without = fit.refit(Float64Array.from({ length: 60 }, (__, i) => (i === 0 ? 0 : 1)));
    expect([...without].some((value, k) => Math.abs(value - effects.estimate[k]) > 1e-6)).toBe(true);
  });

  test("has the treated's mean of each effect, so that each outcome has a share of what would have been", () => {
    const levels = fit.withLevels?.();
    expect(levels?.terms.slice(0, K)).toEqual(effects.terms);
    expect(levels?.terms.slice(K).map((t) => [t.scale, t.outcome, t.group, t.event])).toEqual(
      effects.terms.map((t) => ["treatedMean", t.outcome, t.group, t.event]),
    );
    for (const outcome of ["a", "b"]) {
      const by = options.estimator === "eventStudy" ? "event" : "simple";
      const [first] = relativeEffects(fit, outcome, { by }).effects.slice(-1);
      expect(first.ratio.counterfactualMean).toBeGreaterThan(8);
    }
  });
});

test.each(["attGt", "eventStudy", "sunAbraham", "imputation", "twoStage", "efficient"] as const)(
  "%s: units treated from before the first period change no estimate, and are counted",
  (estimator) => {
    const one = { estimator, outcomes: ["a"] };
    const [some, more] = [panel(), panel(7)];
    const values = more.measures[0].values.slice();
    values.set(some.measures[0].values);
    const { effects } = fitEstimator(some, one);
    const { effects: beside } = fitEstimator({ ...more, measures: [{ ...more.measures[0], values }] }, one);
    expect(beside.terms.map((t) => [t.kind, t.group, t.event, t.n])).toEqual(
      effects.terms.map((t) => [t.kind, t.group, t.event, t.n]),
    );
    effects.estimate.forEach((value, k) => {
      expect(beside.estimate[k]).toBeCloseTo(value, 9);
    });
    expect(beside.problems.some((p) => p.params.count === 7 || p.params.units === 7)).toBe(true);
  },
);
