import { NEVER } from "@kontrafakt/cohort";
import { tCdf, tQuantile } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { aggregate } from "../att-gt/aggregate.js";
import { attGt } from "../att-gt/att-gt.js";
import { randomPanel } from "../att-gt/random-panel.fixture.js";
import { tripleDifference } from "../decomposition/triple-difference.js";
import type { Fit } from "../effects-value.js";
import { imputation } from "../imputation/imputation.js";
import { twoStage } from "../imputation/two-stage.js";
import { linearCombination } from "../linear-combination.js";
import { inferenceOptions } from "../options/inference-options.js";
import { randomWaves } from "../random-waves.fixture.js";
import { twoWay } from "../regression/two-way.js";
import { waveEffects } from "../wave-effects.js";
import { jackknife } from "./jackknife.js";
import { jackknifeTest } from "./jackknife-test.js";
import type { MethodOptions } from "./method.js";
import { twoPeriods } from "./two-periods.fixture.js";

const context = { seed: 1 };
const options: MethodOptions = { ...inferenceOptions.parse({ draws: 999 }), level: 0.95 };

/** (G − 1)/G Σ_g (θ̂₍g₎ − θ̂)(θ̂₍g₎ − θ̂)', from refits. */
function definition(fit: Fit): number[] {
  const { estimate, clusters: G } = fit.effects;
  const K = estimate.length;
  const out: number[] = new Array(K * K).fill(0);
  for (let a = 0; a < G; a++) {
    const weights = new Float64Array(G).fill(1);
    weights[a] = 0;
    const d = fit.refit(weights).map((v, k) => v - estimate[k]);
    for (let j = 0; j < K; j++) for (let k = 0; k < K; k++) out[j * K + k] += ((G - 1) / G) * d[j] * d[k];
  }
  return out;
}

const fits: [string, () => Fit][] = [
  ["attGt", () => attGt(randomPanel({ seed: 1 }), { outcomes: ["y", "m"], cluster: "town" })],
  [
    "attGt, doubly robust",
    () =>
      attGt(randomPanel({ seed: 2, units: 40, ordinals: [1, 2, 3], starts: [2, NEVER] }), {
        outcomes: ["y"],
        covariates: ["z"],
        cluster: "town",
      }),
  ],
  ["twoWay", () => twoWay(randomPanel({ seed: 3 }), { outcomes: ["y"], cluster: ["town"] })],
  ["imputation", () => imputation(randomPanel({ seed: 4 }), { outcomes: ["y"], cluster: "town" })],
  ["twoStage", () => twoStage(randomPanel({ seed: 5 }), { outcomes: ["y"], cluster: "town" })],
  [
    "waveEffects",
    () => {
      const { panel, comparison } = randomWaves({ seed: 6, sets: [7, 8], periods: 14 });
      return waveEffects(panel, comparison, { adjust: [] }, ["first"]);
    },
  ],
];

describe("jackknife", () => {
  it.each(fits)("is its definition from refits, %s", (_, make) => {
    const fit = make();
    const { covariance, basis, df, inference } = jackknife(fit);
    const K = fit.effects.terms.length;
    const brute = definition(fit);
    for (let j = 0; j < K; j++)
      for (let k = 0; k < K; k++) {
        if (Number.isNaN(brute[j * K + k])) continue;
        expect(covariance[j * K + k]).toBeCloseTo(brute[j * K + k], 10);
      }
    expect(inference).toMatchObject({ covariance: "CR3", reason: "asked" });
    expect(df.every((v) => v >= 1 && v <= fit.effects.clusters - 1 + 1e-9)).toBe(true);
    expect(basis.kind).toBe("influence");
  });

  it("of a mean is s²/n: a difference of two is s₁²(n−1)/(n(n₁−1)) + the other", () => {
    // With d_i the deviations of an arm of m, leaving one out moves its mean by d_i/(m − 1).
    const treated = [3, 5, 10];
    const controls = [1, 1, 2, 4];
    const fit = attGt(twoPeriods(treated, controls));
    const s2 = (v: readonly number[]) => {
      const mean = v.reduce((a, b) => a + b, 0) / v.length;
      return v.reduce((a, b) => a + (b - mean) * (b - mean), 0) / (v.length - 1);
    };
    const by = jackknife(fit);
    const expected = (6 / 7) * (s2(treated) / 2 + s2(controls) / 3);
    expect(by.covariance[0]).toBeCloseTo(expected, 12);
    expect(fit.effects.estimate[0]).toBeCloseTo(4, 12);
  });

  it("gives a combination its own standard error: that of its replicates", () => {
    const fit = attGt(randomPanel({ seed: 8 }), { outcomes: ["y"], cluster: "town" });
    const G = fit.effects.clusters;
    const c = Float64Array.from(fit.effects.terms, (t) => (t.event! >= 0 ? 1 : 0));
    const dot = (v: Float64Array) => v.reduce((sum, one, k) => sum + (c[k] === 0 ? 0 : c[k] * one), 0);
    const whole = dot(fit.effects.estimate);
    let sum = 0;
    for (let a = 0; a < G; a++) {
      const weights = new Float64Array(G).fill(1);
      weights[a] = 0;
      const d = dot(fit.refit(weights)) - whole;
      sum += d * d;
    }
    expect(linearCombination(jackknife(fit), c).se).toBeCloseTo(Math.sqrt(((G - 1) / G) * sum), 10);
  });

  it("carries shares along, so that effects aggregate", () => {
    const fit = attGt(randomPanel({ seed: 9, units: 120 }), { outcomes: ["y"], cluster: "town" });
    const own = aggregate(fit.effects, { type: "simple" });
    const by = aggregate(jackknife(fit), { type: "simple" });
    expect(by.estimate[0]).toBe(own.estimate[0]);
    expect(Math.sqrt(by.covariance[0] / own.covariance[0])).toBeGreaterThan(0.95);
    expect(Math.sqrt(by.covariance[0] / own.covariance[0])).toBeLessThan(1.25);
  });

  it("lets influence stand in where one of two treated is left out, and says so", () => {
    const fit = attGt(twoPeriods([3, 5], [1, 1, 2, 4]));
    const by = jackknife(fit);
    expect(by.covariance[0]).toBeGreaterThan(0);
    expect(by.problems.find((p) => p.code === "effects/jackknife-stood-in")?.params).toMatchObject({ clusters: 2, which: "2/2" });
  });

  it("gives no variance to a cell whose treated stand in one cluster", () => {
    const panel = randomPanel({ seed: 10, units: 40 });
    // Everyone of wave 3 lives in the first town.
    const of = Int32Array.from(panel.firstTreated, (g, i) => (g === 3 ? 0 : 1 + (i % 6)));
    const fit = attGt({ ...panel, clusterings: [{ name: "town", of, count: 7 }] }, { outcomes: ["y"], cluster: "town" });
    const by = jackknife(fit);
    const K = by.terms.length;
    by.terms.forEach((t, k) => {
      expect(Number.isNaN(by.covariance[k * K + k])).toBe(t.group === 3);
    });
    expect(by.problems.find((p) => p.code === "effects/jackknife-no-value")?.params).toMatchObject({ outcome: "y", cells: 4 });
  });

  it("works where only a covariance is handed on, and where weights are held says so", () => {
    const fit = twoWay(randomPanel({ seed: 3, units: 32 }), { outcomes: ["y"], cluster: ["town"], variance: "hetero" });
    expect(fit.effects.basis.kind).toBe("covariance-only");
    const by = jackknife(fit);
    expect(by.covariance[0]).toBeCloseTo(definition(fit)[0], 12);
    expect(by.basis.kind).toBe("influence");
    const held = jackknife({ ...fit, matching: { independence: "unit", held: true } });
    expect(held.problems.map((p) => p.code)).toContain("effects/weights-held");
  });

  it("refuses clusterings that cross", () => {
    const fit = attGt(randomPanel({ seed: 13, units: 16, ordinals: [1, 2, 3], starts: [3, NEVER] }), { outcomes: ["y"] });
    const { basis, clusters } = fit.effects;
    if (basis.kind !== "influence") throw new Error("no influence");
    const groups = Int32Array.from({ length: clusters }, (_, a) => a >> 1);
    const crossing = { names: ["school", "matched set"], of: [groups, groups], groups: [8, 8] } as const;
    expect(() => jackknife({ ...fit, effects: { ...fit.effects, basis: { ...basis, crossing } } })).toThrow(
      /crossing: components/,
    );
  });

  it("counts no cluster that has no part in a figure but by rounding", () => {
    const fit = attGt(twoPeriods([3, 5, 10, 8], [1, 1, 2, 4]));
    const left = fit.leaveOneOut!();
    // A control in a wave of its own, of which the figure knows nothing.
    const own = fit.effects.estimate[0];
    const { basis } = fit.effects;
    if (basis.kind !== "influence") throw new Error("no influence");
    const without = (by: number) => {
      const replicates = left.slice();
      replicates[7] = own * (1 + by);
      return jackknife({ ...fit, leaveOneOut: () => replicates }).df[0];
    };
    expect(without(1e-15)).toBe(without(0));
  });

  it("does not touch what it is given, and gives the same bits again", () => {
    const fit = attGt(randomPanel({ seed: 11 }), { outcomes: ["y"] });
    const before = fit.effects.covariance.slice();
    const first = jackknife(fit);
    expect(fit.effects.covariance).toEqual(before);
    expect(jackknife(fit).covariance).toEqual(first.covariance);
  });
});

describe("jackknifeTest", () => {
  it("is a t test with the jackknife's standard error", async () => {
    const fit = attGt(twoPeriods([3, 5, 10, 8], [1, 1, 2, 4]));
    const found = await jackknifeTest(fit, Float64Array.of(1), options, context);
    const { estimate, se, df } = linearCombination(jackknife(fit), Float64Array.of(1));
    expect(found).toMatchObject({ method: "jackknife", variant: "CV3", estimate, se, df, draws: 0, level: 0.95 });
    expect(found.p).toBeCloseTo(2 * tCdf(-Math.abs(estimate / se), df), 14);
    expect(found.pAbove + found.pBelow).toBeCloseTo(1, 14);
    expect(found.upper - found.lower).toBeCloseTo(2 * tQuantile(0.975, df) * se, 12);
    // It refuses a value at the limits, just.
    expect(2 * tCdf(-(found.estimate - found.lower) / se, df)).toBeCloseTo(0.05, 10);
  });

  it("refuses one treated cluster, and a figure without spread", async () => {
    const panel = twoPeriods([3, 5, 7], [1, 1, 2, 4]);
    const of = Int32Array.of(0, 0, 0, 1, 2, 3, 4);
    const one = attGt({ ...panel, clusterings: [{ name: "school", of, count: 5 }] }, { cluster: "school" });
    await expect(jackknifeTest(one, Float64Array.of(1), options, context)).rejects.toThrow(/fewTreated|standard error/);
    const same = attGt(twoPeriods([3, 3, 3], [1, 1, 1]));
    await expect(jackknifeTest(same, Float64Array.of(1), options, context)).rejects.toThrow(/no spread/);
  });
});

describe("jackknife of a triple difference", () => {
  it("is its definition", () => {
    const panel = randomPanel({ seed: 12, units: 48, ordinals: [1, 2, 3], starts: [3, 3, NEVER, NEVER] });
    const eligible = { name: "eligible", values: Float64Array.from({ length: 48 }, (_, i) => (i % 8 < 4 ? 1 : 0)) };
    const fit = tripleDifference(
      { ...panel, covariates: [eligible] },
      { outcomes: ["y"], eligible: "eligible", cluster: "town" },
    );
    const K = fit.effects.terms.length;
    const brute = definition(fit);
    const by = jackknife(fit);
    for (let k = 0; k < K; k++)
      if (!Number.isNaN(brute[k * K + k])) expect(by.covariance[k * K + k]).toBeCloseTo(brute[k * K + k], 10);
  });
});
