import { tQuantile } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { bands } from "./bands.js";
import { eventBands, eventRole, events } from "./events.js";
import { interval } from "./interval.js";
import { linearCombination } from "./linear-combination.js";
import { mean } from "./mean.js";
import { preTrend } from "./pre-trend.js";
import { randomWaves } from "./random-waves.fixture.js";
import { total, totalWeights } from "./total.js";
import { waveEffects } from "./wave-effects.js";

const { panel, comparison } = randomWaves({ seed: 31, sets: [15, 18, 16], periods: 24 });
const { effects } = waveEffects(panel, comparison, { adjust: ["score"] });

describe("events, total, mean", () => {
  it("weigh cells by their people", () => {
    const study = events(effects, "first");
    const k = study.terms.findIndex((t) => t.event === 2);
    let sum = 0;
    let n = 0;
    effects.terms.forEach((t, j) => {
      if (t.outcome !== "first" || t.event !== 2) return;
      sum += t.n * effects.estimate[j];
      n += t.n;
    });
    expect(study.estimate[k]).toBeCloseTo(sum / n, 12);
    expect(study.terms[k].n).toBe(n);
    const whole = total(effects, "first");
    const c = totalWeights(effects, "first");
    const direct = linearCombination(effects, c);
    expect(whole.estimate[0]).toBeCloseTo(direct.estimate, 10);
    expect(interval(whole, 0).se).toBeCloseTo(direct.se, 10);
    expect(whole.df[0]).toBeCloseTo(direct.df, 10);
    const average = mean(effects, "first");
    expect(average.estimate[0] * whole.terms[0].personPeriods).toBeCloseTo(whole.estimate[0], 9);
    expect(average.df[0]).toBeCloseTo(whole.df[0], 9);
    expect(whole.terms[0].n).toBe(49);
  });

  it("carry an influence that gives their covariance", () => {
    const study = events(effects, "first");
    if (study.basis.kind !== "influence") throw new Error("no influence");
    const K = study.terms.length;
    let v = 0;
    for (let a = 0; a < study.basis.atoms; a++) v += study.basis.rows[a * K + 3] * study.basis.rows[a * K + 5];
    expect(v).toBeCloseTo(study.covariance[3 * K + 5], 10);
  });

  it("name what a period was used for", () => {
    const use = { anticipation: 1, gap: 0, baseWindow: 4, historyUsed: 8 };
    expect([0, -1, -2, -5, -6, -9, -10].map((e) => eventRole(e, use))).toEqual([
      "after",
      "anticipation",
      "base",
      "base",
      "history",
      "history",
      "held-back",
    ]);
  });
});

describe("bands", () => {
  it("are wider than points, the same for the same seed, and one for each side of the start", async () => {
    const study = events(effects, "first");
    const found = await eventBands(study, 0.95, "test", { seed: 5 });
    const { limits } = found;
    expect(found.used).toEqual({ after: "supT", before: "supT" });
    expect(limits.length).toBe(study.terms.length);
    const widths = limits.map((l) => (l.bandUpper! - l.estimate) / l.se);
    limits.forEach((l) => {
      expect(l.bandLower!).toBeLessThan(l.lower);
      expect(l.bandUpper!).toBeGreaterThan(l.upper);
    });
    const first = study.terms.findIndex((t) => t.event === 0);
    expect(new Set(widths.map((w) => w.toFixed(8))).size).toBe(2);
    expect(widths[first].toFixed(8)).toBe(widths[first + 1].toFixed(8));
    expect(await eventBands(study, 0.95, "test", { seed: 5 })).toEqual(found);
    // Three figures of rank 2: the third is the sum of the others.
    const map = [1, 0, 0, 1, 1, 1];
    const singular = {
      ...study,
      terms: study.terms.slice(0, 3),
      estimate: Float64Array.of(1, 2, 3),
      df: Float64Array.of(7, 5, 9),
      clusters: 3,
      covariance: Float64Array.from({ length: 9 }, (_, c) => {
        const [i, j] = [Math.floor(c / 3), c % 3];
        return map[2 * i] * map[2 * j] + 4 * map[2 * i + 1] * map[2 * j + 1];
      }),
    };
    const all = [0, 1, 2];
    const wide = await bands(singular, all, 0.95, "x", { seed: 1 });
    expect([wide.used, wide.problems[0].code]).toEqual(["bonferroni", "effects/bands-bonferroni"]);
    expect(wide.problems[0].params).toEqual({ limits: 3, rank: 2, clusters: 3 });
    const critical = tQuantile(1 - 0.05 / 6, 5);
    wide.limits.forEach((l) => {
      expect(l.bandUpper).toBeCloseTo(l.estimate + critical * l.se, 12);
    });
    const asked = await bands(singular, all, 0.95, "x", { seed: 1 }, "bonferroni");
    expect(asked).toEqual({ ...wide, problems: [] });
    await expect(bands(singular, all, 0.95, "x", { seed: 1 }, "supT")).rejects.toThrow("Set bands: bonferroni");
    const two = await bands(singular, [0, 1], 0.95, "x", { seed: 1 }, "supT");
    expect([two.used, two.problems]).toEqual(["supT", []]);
    // With many clusters the sum is known to be one: nothing is in doubt.
    const many = await bands({ ...singular, clusters: 200 }, all, 0.95, "x", { seed: 1 }, "supT");
    expect([many.used, many.problems]).toEqual(["supT", []]);
    expect((await bands(singular, [2], 0.95, "x", { seed: 1 })).used).toBe("pointwise");
    await expect(
      bands({ ...study, covariance: new Float64Array(study.covariance.length) }, [0], 0.95, "x", { seed: 1 }),
    ).rejects.toThrow("none of the 1 given");
  });
});

describe("preTrend", () => {
  const use = { anticipation: 1, gap: 0, historyUsed: 4, baseWindow: 4, periodsPerYear: 4 };
  const { panel: long, comparison: matched } = randomWaves({ seed: 8, sets: [30, 30], periods: 14 });

  it("is t² for a single held-back period", () => {
    const fit = waveEffects(long, matched, { adjust: [] });
    const study = events(fit.effects, "first");
    const { test, problems } = preTrend(fit.effects, "first", { ...use, historyUsed: 9 });
    expect(problems).toEqual([]);
    const k = study.terms.findIndex((t) => t.event === -11);
    const t = study.estimate[k] / interval(study, k).se;
    expect(test).toMatchObject({ periods: 1, restrictions: 1, df1: 1 });
    expect(test!.statistic).toBeCloseTo(t * t, 8);
    expect(test!.df2).toBeCloseTo(study.df[k], 8);
  });

  it("averages by year when clusters are few, and says so", () => {
    const { panel: small, comparison: few } = randomWaves({ seed: 8, sets: [5, 6], periods: 14, gaps: 0 });
    const { test, problems } = preTrend(waveEffects(small, few, { adjust: [] }).effects, "first", use);
    expect(test!.periods).toBe(6);
    expect(test!.span).toBe(4);
    expect(test!.restrictions).toBe(2);
    expect(problems.map((p) => p.code)).toEqual(["effects/pretrend-averaged"]);
  });

  it("is null where matching used everything", () => {
    const fit = waveEffects(long, matched, { adjust: [] });
    const { test, problems } = preTrend(fit.effects, "first", { ...use, historyUsed: 20 });
    expect(test).toBeNull();
    expect(problems.map((p) => p.code)).toEqual(["effects/pretrend-none"]);
  });
});
