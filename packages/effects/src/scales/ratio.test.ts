import { ALWAYS } from "@kontrafakt/cohort";
import { stream, tQuantile } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { aggregate } from "../att-gt/aggregate.js";
import { attGt } from "../att-gt/att-gt.js";
import { randomPanel } from "../decomposition/random-panel.fixture.js";
import type { Effects, Term } from "../effects-value.js";
import { mean } from "../mean.js";
import { randomWaves } from "../random-waves.fixture.js";
import { waveEffects } from "../wave-effects.js";
import { fieller } from "./fieller.js";
import { ratio } from "./ratio.js";
import { relativeEffects } from "./relative-effects.js";

/** Cells with treated means, from a random sample of joint influence. */
function randomJoint(seed: number, K: number, shift: number): Effects {
  const random = stream(seed, "test/ratio", 0);
  const atoms = 30;
  const rows = Float64Array.from({ length: atoms * 2 * K }, () => random.normal() / atoms);
  const covariance = new Float64Array(4 * K * K);
  for (let a = 0; a < atoms; a++)
    for (let j = 0; j < 2 * K; j++)
      for (let k = 0; k < 2 * K; k++) covariance[j * 2 * K + k] += rows[a * 2 * K + j] * rows[a * 2 * K + k];
  const terms = Array.from({ length: 2 * K }, (_, k): Term => {
    const event = (k % K) - 1;
    const scale = k < K ? "difference" : "treatedMean";
    const sizes = { n: 5 + (k % K), controls: 9, personPeriods: 5 + (k % K) };
    return { outcome: "y", unit: "kr", kind: "cell", scale, group: 4, time: 4 + event, event, ...sizes };
  });
  return {
    kind: "effects",
    estimator: "test",
    terms,
    estimate: Float64Array.from({ length: 2 * K }, (_, k) => random.normal() + (k < K ? 0 : shift)),
    covariance,
    df: new Float64Array(2 * K).fill(atoms - 1),
    clusters: atoms,
    basis: { kind: "influence", atoms, rows, stratum: new Int32Array(atoms) },
    problems: [],
  };
}

describe("ratio", () => {
  it("has the standard error of the delta method: the gradient written out", () => {
    for (let seed = 0; seed < 50; seed++) {
      const effects = randomJoint(seed, 3, 8);
      const c = Float64Array.from([0.2, 0.5, 0.3]);
      const found = ratio(effects, c);
      const value = (est: Float64Array) => {
        const theta = c.reduce((s, v, k) => s + v * est[k], 0);
        return theta / (c.reduce((s, v, k) => s + v * est[3 + k], 0) - theta);
      };
      const h = 1e-6;
      const gradient = Array.from({ length: 6 }, (_, k) => {
        const at = (d: number) => value(effects.estimate.map((v, j) => (j === k ? v + d : v)));
        return (at(h) - at(-h)) / (2 * h);
      });
      let variance = 0;
      for (let j = 0; j < 6; j++)
        for (let k = 0; k < 6; k++) variance += gradient[j] * gradient[k] * effects.covariance[j * 6 + k];
      expect(found.ratio).toBeCloseTo(value(effects.estimate), 12);
      expect(found.se).toBeCloseTo(Math.sqrt(variance), 7);
      expect(found.counterfactualMean + found.effect).toBeCloseTo(found.treatedMean, 12);
      expect(found.upper - found.ratio).toBeCloseTo(tQuantile(0.975, 29) * found.se, 9);
    }
  });

  it("finds each difference's own treated mean, whatever the order", () => {
    const effects = randomJoint(3, 3, 8);
    const order = [5, 0, 3, 2, 1, 4];
    const turned: Effects = {
      ...effects,
      terms: order.map((k) => effects.terms[k]),
      estimate: Float64Array.from(order, (k) => effects.estimate[k]),
      covariance: Float64Array.from({ length: 36 }, (_, at) => effects.covariance[order[Math.floor(at / 6)] * 6 + order[at % 6]]),
      basis: { kind: "covariance-only" },
    };
    const one = ratio(effects, Float64Array.from([0.2, 0.5, 0.3]));
    const two = ratio(turned, Float64Array.from([0.2, 0.3, 0.5]));
    expect(two.ratio).toBeCloseTo(one.ratio, 12);
    expect(two.fieller.lower).toBeCloseTo(one.fieller.lower, 12);
  });

  it("does not change with the outcome's unit", () => {
    const effects = randomJoint(4, 3, 8);
    const c = Float64Array.from([0.2, 0.5, 0.3]);
    const thousands: Effects = {
      ...effects,
      estimate: effects.estimate.map((v) => 1000 * v),
      covariance: effects.covariance.map((v) => 1e6 * v),
      basis: { kind: "covariance-only" },
    };
    const [one, two] = [ratio(effects, c), ratio(thousands, c)];
    for (const key of ["ratio", "se", "lower", "upper"] as const) expect(two[key]).toBeCloseTo(one[key], 12);
    expect(two.fieller.upper).toBeCloseTo(one.fieller.upper, 12);
    expect(two.effect).toBeCloseTo(1000 * one.effect, 9);
  });

  it("refuses or explains what has no meaning", () => {
    const effects = randomJoint(1, 3, -8);
    const c = Float64Array.from([0.2, 0.5, 0.3]);
    const negative = ratio(effects, c);
    expect(negative.ratio).toBeNaN();
    expect(negative.problems.map((p) => p.code)).toEqual(["effects/ratio-not-positive"]);
    const bare = { ...effects, terms: effects.terms.map((t) => ({ ...t, scale: "difference" as const })) };
    expect(() => ratio(bare, new Float64Array(6).fill(1))).toThrow("withLevels()");
    expect(() => ratio(effects, new Float64Array(2))).toThrow("3 are needed");
    expect(() => ratio(effects, c, 95)).toThrow("between 0 and 1, not 95");
    const none = ratio({ ...effects, covariance: new Float64Array(36).fill(Number.NaN) }, c);
    expect(none.problems.map((p) => p.code)).toEqual(["effects/ratio-undefined"]);
    const near = { ...randomJoint(1, 3, 8), estimate: Float64Array.from([1, 1, 1, 1.01, 1.01, 1.01]) };
    const unbounded = ratio(near, c);
    expect(unbounded.fieller.shape).not.toBe("between");
    expect(unbounded.problems.map((p) => p.code)).toEqual(["effects/ratio-unbounded"]);
  });
});

describe("fieller", () => {
  it("is the t test inverted on a grid, in all three shapes", () => {
    const shapes = new Map<string, number>();
    let wrong = 0;
    for (let seed = 0; seed < 500; seed++) {
      const random = stream(seed, "test/fieller", 0);
      const [u, v, w] = [random.normal(), random.normal(), random.normal()];
      const input = {
        numerator: 2 * random.normal(),
        denominator: 3 * random.normal(),
        variance: u * u + 0.1,
        cross: u * v,
        denominatorVariance: v * v + w * w * 0.3 + 0.01,
        quantile: 2.1,
      };
      const { shape, lower, upper } = fieller(input);
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
      for (let g = -400; g <= 400; g++) {
        // Finer near 0, far out at the ends.
        const rho = (g / 40) * Math.abs(g / 40) + 0.00037;
        const gap = input.numerator - rho * input.denominator;
        const variance = input.variance - 2 * rho * input.cross + rho * rho * input.denominatorVariance;
        const kept = gap * gap <= 2.1 * 2.1 * variance;
        const inside =
          shape === "everything" || (shape === "between" ? rho >= lower && rho <= upper : rho <= lower || rho >= upper);
        const told = Math.min(Math.abs(rho - lower), Math.abs(rho - upper)) > 1e-9 || shape === "everything";
        if (told && inside !== kept) wrong++;
      }
    }
    expect(wrong).toBe(0);
    expect(shapes.get("between")).toBeGreaterThan(50);
    expect(shapes.get("outside")).toBeGreaterThan(20);
    expect(shapes.get("everything")).toBeGreaterThan(20);
  });

  it("is the delta method's interval where the denominator is known", () => {
    const known = fieller({ numerator: -3, denominator: 10, variance: 4, cross: 0, denominatorVariance: 0, quantile: 2 });
    expect(known).toEqual({ shape: "between", lower: -0.7, upper: 0.1 });
    const edge = fieller({ numerator: 1, denominator: 2, variance: 1, cross: 0, denominatorVariance: 1, quantile: 2 });
    expect(edge).toEqual({ shape: "between", lower: -0.75, upper: Number.POSITIVE_INFINITY });
  });

  it("covers the truth as often as it says, also where the denominator is hardly told from 0", () => {
    const draws = 4000;
    for (const denominator of [6, 1.5]) {
      const random = stream(20, "test/fieller-coverage", denominator * 2);
      let covered = 0;
      for (let i = 0; i < draws; i++) {
        const [u, v] = [random.normal(), random.normal()];
        const input = { variance: 1, cross: 0.6, denominatorVariance: 1, quantile: 1.959963984540054 };
        const truth = -0.3;
        const numerator = truth * denominator + 0.6 * u + 0.8 * v;
        const { shape, lower, upper } = fieller({ numerator, denominator: denominator + u, ...input });
        if (shape === "everything" || (shape === "between" ? lower <= truth && truth <= upper : truth <= lower || truth >= upper))
          covered++;
      }
      // Three standard errors of a share of .95 over 4,000 draws.
      expect(Math.abs(covered / draws - 0.95)).toBeLessThan(0.0104);
    }
  });
});

describe("relativeEffects", () => {
  it("sets differences beside ratios: the mean, by event time, by group", () => {
    const { panel, comparison } = randomWaves({ seed: 2, sets: [30, 25], periods: 14, effect: -2 });
    const shifted = { ...panel, measures: panel.measures.map((m) => ({ ...m, values: m.values.map((v) => v + 10) })) };
    const fit = waveEffects(shifted, comparison, { adjust: [] });
    const { effects, unit } = relativeEffects(fit, "first");
    expect(unit).toBe("days");
    const overall = mean(fit.effects, "first");
    expect(effects[0].difference.estimate).toBeCloseTo(overall.estimate[0], 12);
    expect(effects[0].difference.df).toBeCloseTo(overall.df[0], 9);
    expect(effects[0].ratio.effect).toBeCloseTo(overall.estimate[0], 12);
    expect(effects[0].ratio.ratio).toBeCloseTo(-0.2, 1);
    expect(effects[0].ratio.fieller.lower).toBeLessThan(effects[0].ratio.ratio);
    const byEvent = relativeEffects(fit.withLevels(), "first", { by: "event", level: 0.9 });
    expect(byEvent.effects.map((e) => e.event)).toContain(-3);
    expect(byEvent.effects[0].ratio.level).toBe(0.9);
    const byGroup = relativeEffects(fit, "first", { by: "group" }).effects;
    expect(byGroup.map((e) => e.group)).toEqual([8, 11]);
    expect(byGroup[0].personPeriods + byGroup[1].personPeriods).toBe(effects[0].personPeriods);
    expect(() => relativeEffects(fit, "nothing")).toThrow("no outcome named nothing; it has first");
    const bounded = { ...fit.withLevels(), bounded: true as const };
    expect(() => relativeEffects(bounded, "first")).toThrow("no limits hold for the effect as a share");
    expect(() => relativeEffects({ effects: fit.effects, refit: fit.refit }, "first")).toThrow("withLevels()");
  });

  it("averages by groups' shares where they are known: the jackknife finds the same standard error", () => {
    const panel = randomPanel({ seed: 6, units: 90, periods: 5, weights: true });
    const shifted = { ...panel, measures: panel.measures.map((m) => ({ ...m, values: m.values.map((v) => v + 30) })) };
    const fit = attGt(shifted);
    const found = relativeEffects(fit, "y").effects[0];
    const simple = aggregate(fit.effects, { type: "simple" });
    expect(found.difference.estimate).toBe(simple.estimate[0]);
    expect(found.difference.se).toBe(Math.sqrt(simple.covariance[0]));
    expect(relativeEffects(fit, "y", { by: "event" }).effects.map((e) => e.event)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(relativeEffects(fit, "y", { by: "group" }).effects.map((e) => e.group)).toEqual([2, 3, 4, 5]);
    // Leave each unit out by its weight; always-treated units are not in it.
    const own = [...panel.ids.keys()].filter((i) => panel.firstTreated[i] !== ALWAYS);
    const without = own.map((i) => {
      const weight = panel.samplingWeight!.map((w, j) => (j === i ? 0 : w));
      return relativeEffects(attGt({ ...shifted, samplingWeight: weight }), "y").effects[0].ratio.ratio;
    });
    const mean = without.reduce((s, v) => s + v, 0) / own.length;
    const variance = (without.reduce((s, v) => s + (v - mean) * (v - mean), 0) * (own.length - 1)) / own.length;
    expect(Math.sqrt(variance) / found.ratio.se).toBeGreaterThan(0.95);
    expect(Math.sqrt(variance) / found.ratio.se).toBeLessThan(1.1);
  });
});
