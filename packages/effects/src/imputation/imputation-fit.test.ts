import { ALWAYS, NEVER } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { waldPretest } from "../att-gt/wald-pretest.js";
import { mean } from "../mean.js";
import { imputationOptions } from "../options/imputation-options.js";
import { settings } from "./dense.fixture.js";
import { imputation, imputationParts } from "./imputation.js";
import { jointInfluence } from "./joint-influence.js";
import { levelPart } from "./levels.js";
import { randomStaggered } from "./random-staggered.fixture.js";
import { unitArms } from "./unit-arms.js";
import { untreatedSample } from "./untreated-sample.js";

describe("imputation's fit", () => {
  it("gives the same covariance from cohort sums, from chunks of clusters and from rows", () => {
    for (const [seed, options] of settings.entries()) {
      const panel = randomStaggered(100 + seed, { units: 40, gaps: 0.1 });
      const parsed = imputationOptions.parse({ ...options, outcomes: ["y", "z"], preTrends: 2 });
      const sample = untreatedSample(panel, parsed);
      const { parts } = imputationParts(sample, parsed);
      const all = [...parts.map((p) => p.part), ...parts.map((p) => levelPart(sample, p.model, p.part, 1))];
      for (const arms of [undefined, unitArms(sample)]) {
        const rows = jointInfluence(sample, all, arms);
        const sums = jointInfluence(sample, all, arms, 0);
        expect(rows.basis.kind).toBe("influence");
        expect(sums.basis.kind).toBe("moments");
        const size = rows.covariance.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
        rows.covariance.forEach((v, c) => {
          expect(Math.abs(v - sums.covariance[c])).toBeLessThan(1e-12 * size);
        });
        const parts = sums.basis.kind === "moments" ? sums.basis.arms : undefined;
        expect(parts === undefined).toBe(arms === undefined);
        if (!parts) continue;
        // Variances by arm add up to the whole.
        const K = all.reduce((n, p) => n + p.terms.length, 0);
        const left = rows.covariance.slice();
        for (const { terms, covariance } of parts)
          terms.forEach((j, a) => {
            terms.forEach((k, b) => {
              left[j * K + k] -= covariance[a * terms.length + b];
            });
          });
        expect(Math.max(...left.map(Math.abs))).toBeLessThan(1e-12 * size);
      }
    }
  });

  it("refits as a panel with other weights would be fitted, and without a cluster as one that lacks it", () => {
    for (const [seed, options] of settings.entries()) {
      const panel = randomStaggered(200 + seed, { units: 20 });
      const asked = { ...options, cluster: "unit", outcomes: ["y", "z"], preTrends: 1 };
      const fit = imputation(panel, asked);
      const random = stream(seed, "test/refit", 0);
      const weights = Float64Array.from({ length: fit.effects.clusters }, (_, a) => (a === 5 ? 0 : 0.5 + random.uniform()));
      expect([...fit.refit(new Float64Array(fit.effects.clusters).fill(1))]).toEqual([...fit.effects.estimate]);
      const estimate = fit.refit(weights);
      const sample = untreatedSample(panel, imputationOptions.parse(asked));
      const samplingWeight = panel.samplingWeight!.map((v, i) => v * (sample.atom[i] < 0 ? 1 : weights[sample.atom[i]]));
      const other = imputation({ ...panel, samplingWeight }, asked).effects;
      const key = (t: (typeof other.terms)[number]) => `${t.outcome}/${t.kind}/${t.group}/${t.event}`;
      const mine = new Map(fit.effects.terms.map((t, k) => [key(t), estimate[k]]));
      other.terms.forEach((t, k) => {
        expect(mine.get(key(t))).toBeCloseTo(other.estimate[k], 9);
        mine.delete(key(t));
      });
      for (const left of mine.values()) expect(left).toBeNaN();
    }
  });

  it("carries the treated's mean outcomes beside the effects", () => {
    const panel = randomStaggered(7, { units: 30, weights: false });
    const fit = imputation(panel, { outcomes: ["y"], preTrends: 1, inference: { covariance: "CR1" } });
    const levels = fit.withLevels!();
    const K = fit.effects.terms.length;
    expect(levels.terms.slice(0, K)).toEqual(fit.effects.terms);
    expect([...levels.estimate.slice(0, K)]).toEqual([...fit.effects.estimate]);
    const G = fit.effects.clusters;
    const T = panel.periods.ordinals.length;
    fit.effects.terms.forEach((term, k) => {
      const t = levels.terms[K + k];
      expect(t).toEqual({ ...term, scale: "treatedMean" });
      const y = [...panel.firstTreated.keys()].flatMap((i) => {
        const r = i * T + panel.periods.ordinals.indexOf(t.time ?? panel.firstTreated[i] + t.event!);
        const own =
          t.group === undefined
            ? panel.firstTreated[i] !== NEVER && panel.firstTreated[i] !== ALWAYS
            : panel.firstTreated[i] === t.group;
        const value = own ? panel.measures[0].values[r] : Number.NaN;
        return Number.isNaN(value) ? [] : [value];
      });
      if (t.group !== undefined) expect(t.n).toBeLessThanOrEqual(y.length);
      if (t.n !== y.length) return;
      const average = y.reduce((a, b) => a + b, 0) / y.length;
      expect(levels.estimate[K + k]).toBeCloseTo(average, 10);
      const variance = y.reduce((sum, v) => sum + (v - average) ** 2, 0) / y.length ** 2;
      expect(levels.covariance[(K + k) * 2 * K + K + k]).toBeCloseTo((variance * G) / (G - 1), 10);
    });
  });

  it("has its leads tested together", () => {
    const panel = randomStaggered(11, { units: 40 });
    const one = imputation(panel, { outcomes: ["y"], preTrends: 1, anticipation: 1 }).effects;
    const k = one.terms.findIndex((t) => t.kind === "event");
    const test = waldPretest(one, "y").test!;
    expect(test.df).toBe(1);
    expect(test.statistic).toBeCloseTo(one.estimate[k] ** 2 / one.covariance[k * one.terms.length + k], 9);
    const two = imputation(panel, { outcomes: ["y"], preTrends: 2 }).effects;
    const K = two.terms.length;
    const [i, j] = two.terms.flatMap((t, at) => (t.kind === "event" ? [at] : []));
    const [xx, xy, yy] = [two.covariance[i * K + i], two.covariance[i * K + j], two.covariance[j * K + j]];
    const [x, y] = [two.estimate[i], two.estimate[j]];
    const w = (x * x * yy - 2 * x * y * xy + y * y * xx) / (xx * yy - xy * xy);
    expect(waldPretest(two, "y").test!.statistic).toBeCloseTo(w, 9);
    expect(waldPretest(two, "y").test!.df).toBe(2);
  });

  it("counts what it used", () => {
    const panel = randomStaggered(3, { units: 30, gaps: 0.2 });
    const { effects } = imputation(panel, { outcomes: ["y"] });
    const cells = effects.terms.reduce((n, t) => n + t.personPeriods, 0);
    expect(effects.use!.unitsGiven).toBe(30);
    expect(effects.use!.rowsGiven).toBe(panel.observed.reduce((n, v) => n + v, 0));
    expect(effects.use!.rows).toBeGreaterThan(cells);
    expect(effects.use!.rows).toBeLessThan(effects.use!.rowsGiven);
    expect(mean(effects, "y").terms[0].personPeriods).toBe(
      effects.terms.filter((t) => t.event! >= 0).reduce((n, t) => n + t.personPeriods, 0),
    );
  });
});
