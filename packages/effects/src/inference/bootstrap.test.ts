import { NEVER } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { attGt } from "../att-gt/att-gt.js";
import { randomPanel } from "../att-gt/random-panel.fixture.js";
import type { Fit } from "../effects-value.js";
import { inferenceOptions } from "../options/inference-options.js";
import { randomWaves } from "../random-waves.fixture.js";
import { twoWay } from "../regression/two-way.js";
import { waveEffects } from "../wave-effects.js";
import { bootstrap } from "./bootstrap.js";
import { bootstrapDraw, drawnError } from "./bootstrap-draw.js";
import type { MethodOptions } from "./method.js";
import { outerDraws } from "./outer-draws.js";
import { twoPeriods } from "./two-periods.fixture.js";

const context = { seed: 1 };
const options: MethodOptions = { ...inferenceOptions.parse({ draws: 399 }), level: 0.95 };

const one = Float64Array.of(1);
const treated = [3, 5, 10, 2, 7, 4];
const controls = [1, 1, 2, 4, 0, 3, 2.5, -1];

function moments(values: readonly number[]) {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, square: values.reduce((a, b) => a + (b - mean) * (b - mean), 0) / (values.length - 1) };
}

describe("bootstrap", () => {
  it("is the percentile-t of a difference of means, drawn by hand", async () => {
    const found = await bootstrap(attGt(twoPeriods(treated, controls)), one, options, context);
    const random = stream(1, "effects/bootstrap", 0);
    const draw = (from: readonly number[]) => moments(from.map(() => from[random.integer(from.length)]));
    const se = (a: { square: number }, b: { square: number }) =>
      Math.sqrt(a.square / treated.length + b.square / controls.length);
    const [t, u] = [moments(controls), moments(treated)];
    const whole = u.mean - t.mean;
    const stats: number[] = [];
    for (let d = 0; d < options.draws; d++) {
      // Controls are drawn first.
      const c = draw(controls);
      const own = draw(treated);
      stats.push((own.mean - c.mean - whole) / se(own, c));
    }
    stats.sort((a, b) => a - b);
    const error = se(u, t);
    expect(found.estimate).toBeCloseTo(whole, 12);
    expect(found.se).toBeCloseTo(error, 12);
    // (399 + 1) · 0.025 = 10.
    expect(found.lower).toBeCloseTo(whole - stats[389] * error, 10);
    expect(found.upper).toBeCloseTo(whole - stats[9] * error, 10);
    expect(found.pAbove).toBe((1 + stats.filter((v) => v >= whole / error).length) / 400);
    expect(found).toMatchObject({
      method: "bootstrap",
      variant: "people, studentised",
      draws: 399,
      clusters: 14,
      treatedClusters: 6,
    });
  });

  it("inverts its p value: at the limits it is the level", async () => {
    const shifted = (by: number) =>
      bootstrap(
        attGt(
          twoPeriods(
            treated.map((v) => v - by),
            controls,
          ),
        ),
        one,
        options,
        context,
      );
    const { lower, upper } = await shifted(0);
    const at = async (by: number) => (await shifted(by)).p;
    expect(await at(lower - 1e-6)).toBeLessThanOrEqual(0.05);
    expect(await at(lower + 1e-6)).toBeGreaterThanOrEqual(0.05);
    expect(await at(upper + 1e-6)).toBeLessThanOrEqual(0.05);
    expect(await at(upper - 1e-6)).toBeGreaterThanOrEqual(0.05);
  });

  it("draws whole matched sets within their wave, the matching held fixed", async () => {
    const { panel, comparison } = randomWaves({ seed: 3, sets: [9, 12], periods: 11, gaps: 0 });
    const fit = waveEffects(panel, comparison, { adjust: [], baseWindow: 1 }, ["first"]);
    const c = Float64Array.from(fit.effects.terms, (t) => (t.event === 0 ? 0.5 : 0));
    const seen: number[] = [];
    const watched: Fit = {
      ...fit,
      redraw: (own) => (w) => {
        seen.push(
          w.subarray(0, 9).reduce((a, b) => a + b, 0),
          w.subarray(9).reduce((a, b) => a + b, 0),
        );
        return fit.redraw!(own)(w);
      },
    };
    const found = await bootstrap(watched, c, { ...options, draws: 49 }, context);
    expect(found.variant).toBe("sets, studentised");
    expect(new Set(seen)).toEqual(new Set([9, 12]));
    expect(found.se).toBeCloseTo(
      Math.sqrt(c.reduce((s, v, j) => s + c.reduce((q, w, k) => q + v * w * fit.effects.covariance[j * c.length + k], 0), 0)),
      10,
    );
  });

  it("has the same limits from sums as from fitting anew", async () => {
    const { panel, comparison } = randomWaves({ seed: 7, sets: [11, 12], periods: 12 });
    const fit = waveEffects(panel, comparison, {}, ["first"]);
    const c = Float64Array.from(fit.effects.terms, (t) => (t.event! >= 0 ? t.n : 0));
    const { redraw: _, ...slow } = fit;
    const found = await bootstrap(fit, c, { ...options, draws: 99 }, context);
    const anew = await bootstrap(slow, c, { ...options, draws: 99 }, context);
    expect(found.p).toBe(anew.p);
    expect(found.lower).toBeCloseTo(anew.lower, 8);
    expect(found.upper).toBeCloseTo(anew.upper, 8);
  });

  it("takes percentiles where no influence is carried, of the right spread", async () => {
    const fit = attGt(twoPeriods(treated, controls));
    const bare: Fit = { ...fit, effects: { ...fit.effects, basis: { kind: "moments" } } };
    const found = await bootstrap(bare, one, { ...options, draws: 1999 }, context);
    expect(found.variant).toBe("people, percentile");
    const expected = Math.sqrt(moments(treated).square / 6 + moments(controls).square / 8);
    // All people are one stratum here, so that the arms vary in size; Monte-Carlo error of a standard deviation: 1.6%.
    expect(found.se! / expected).toBeGreaterThan(0.9);
    expect(found.se! / expected).toBeLessThan(1.3);
    expect(found.lower).toBeLessThan(found.estimate);
  });

  it("gives the same bits again, and others with another seed", async () => {
    const fit = attGt(randomPanel({ seed: 4, units: 40, ordinals: [1, 2, 3], starts: [2, 3, NEVER, NEVER] }), {
      outcomes: ["y"],
      cluster: "town",
    });
    const c = Float64Array.from(fit.effects.terms, (t) => (t.event! >= 0 ? 1 : 0));
    const asked = { ...options, draws: 99 };
    const first = await bootstrap(fit, c, asked, context);
    const pool = { run: () => Promise.reject(new Error("no job is run elsewhere")) };
    expect(await bootstrap(fit, c, asked, { ...context, pool })).toEqual(first);
    expect((await bootstrap(fit, c, asked, { seed: 2 })).lower).not.toBe(first.lower);
  });

  it("can be stopped, and tells how far it is", async () => {
    const fit = attGt(twoPeriods(treated, controls));
    const stop = new AbortController();
    const steps: number[] = [];
    const progress = ({ done }: { done: number }) => {
      steps.push(done);
      if (done >= 64) stop.abort();
    };
    await expect(bootstrap(fit, one, options, { ...context, signal: stop.signal, progress })).rejects.toThrow();
    expect(steps).toEqual([0, 64]);
  });
});

describe("bootstrap refuses, and names another way,", () => {
  const matched = () => {
    const { panel, comparison } = randomWaves({ seed: 5, sets: [8], periods: 12 });
    return waveEffects(panel, comparison, { adjust: [] }, ["first"]);
  };
  const first = (fit: Fit) => Float64Array.from(fit.effects.terms, (t) => (t.event === 0 ? 1 : 0));

  it("people after nearest-neighbour matching", async () => {
    const fit = matched();
    await expect(bootstrap(fit, first(fit), { ...options, resample: "people" }, context)).rejects.toThrow(
      /Abadie & Imbens 2008.*resample: clusters/,
    );
  });

  it("people who are in clusters", async () => {
    const fit = attGt(randomPanel({ seed: 6 }), { outcomes: ["y"], cluster: "town" });
    await expect(bootstrap(fit, first(fit), { ...options, resample: "people" }, context)).rejects.toThrow(
      /are not independent of one another/,
    );
    const alone = attGt(randomPanel({ seed: 6 }), { outcomes: ["y"] });
    const found = await bootstrap(alone, first(alone), { ...options, draws: 99, resample: "people" }, context);
    expect(found.variant).toBe("people, studentised");
  });

  it("one treated cluster, and warns of few", async () => {
    const panel = twoPeriods([3, 5, 7, 9], controls);
    const schools = (of: number[]) => ({
      ...panel,
      clusterings: [{ name: "school", of: Int32Array.from(of), count: Math.max(...of) + 1 }],
    });
    const single = attGt(schools([0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4]), { cluster: "school" });
    await expect(bootstrap(single, one, options, context)).rejects.toThrow(/fewTreated or randomisation/);
    const two = attGt(schools([0, 0, 5, 5, 1, 1, 2, 2, 3, 3, 4, 4]), { cluster: "school" });
    const found = await bootstrap(two, one, options, context);
    expect(found.problems?.map((p) => [p.code, p.params.treated])).toContainEqual(["effects/bootstrap-few-treated", 2]);
  });

  it("one treated cluster, also where nobody knows which it is", async () => {
    const panel = twoPeriods([3, 5, 7, 9], controls);
    const of = Int32Array.of(0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4);
    const fit = twoWay(
      { ...panel, clusterings: [{ name: "school", of, count: 5 }] },
      { cluster: ["school"], effects: ["unit", "period"], variance: "hetero" },
    );
    await expect(bootstrap(fit, one, { ...options, draws: 99 }, context)).rejects.toThrow(/fewTreated or randomisation/);
  });

  it("says where fewer are drawn for want of time", async () => {
    const fit = attGt(twoPeriods(treated, controls));
    const large: Fit = { ...fit, effects: { ...fit.effects, use: { units: 14, unitsGiven: 14, rows: 2e6, rowsGiven: 2e6 } } };
    const found = await bootstrap(large, one, { ...options, draws: 1200 }, context);
    expect(found.draws).toBe(1000);
    expect(found.problems?.map((p) => p.params)).toContainEqual({ draws: 1000, asked: 1200, rows: 2e6 });
  });

  it("a figure without spread", async () => {
    const fit = attGt(twoPeriods([3, 3, 3], [1, 1, 1]));
    await expect(bootstrap(fit, one, options, context)).rejects.toThrow(/nothing to draw from/);
  });

  it("draws in which a needed effect has nobody left, and counts them", async () => {
    // Of two people in an arm, half of the draws have one of them twice: an effect needs two.
    const found = await bootstrap(attGt(twoPeriods([3, 5, 4], controls)), one, options, context);
    const left = found.problems?.find((p) => p.code === "effects/bootstrap-left-out")?.params.count as number;
    // 3 of 27 draws have one person three times; six standard errors either way.
    expect(left / 399).toBeGreaterThan(0.02);
    expect(left / 399).toBeLessThan(0.21);
    expect(found.draws).toBe(399 - left);
  });
});

describe("a draw", () => {
  it("has the variance of a mean when rescaled: s²/n exactly, over all possible draws", () => {
    const y = [2, 3, 7];
    // n − 1 = 2 draws of 3, each counting 3/2: nine equally likely.
    let square = 0;
    const { mean, square: s2 } = moments(y);
    for (const a of y) for (const b of y) square += ((a + b) / 2 - mean) ** 2 / 9;
    expect(square).toBeCloseTo(s2 / 3, 12);
    const weights = new Float64Array(3);
    bootstrapDraw(stream(1, "test/draw", 0), [Int32Array.of(0, 1, 2)], true, weights);
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(3, 12);
    expect(weights.every((w) => (w * 2) % 3 === 0)).toBe(true);
  });

  it("has the standard error of what was drawn", () => {
    const u = Float64Array.of(-1 / 3, 0, 1 / 3);
    expect(drawnError(u, [Int32Array.of(0, 1, 2)], Float64Array.of(1, 1, 1))).toBeCloseTo(Math.sqrt(2 / 9), 12);
    expect(drawnError(u, [Int32Array.of(0, 1, 2)], Float64Array.of(3, 0, 0))).toBeCloseTo(0, 12);
  });
});

describe("tails of draws", () => {
  const draws = Float64Array.of(-2, -1, 0, 1, 1, 3, 4, 5, 6);
  it("cut off the outer draws, none of too few", () => {
    expect(outerDraws(draws, 0.1)).toEqual([-2, 6]);
    expect(outerDraws(draws, 0.2)).toEqual([-1, 5]);
    expect(outerDraws(draws, 0.05)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});
