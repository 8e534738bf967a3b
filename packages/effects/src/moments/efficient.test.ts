import { ALWAYS, cohortMoments, NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import type { Effects } from "../effects-value.js";
import { efficient } from "./efficient.js";
import { efficientAggregate } from "./efficient-aggregate.js";
import { efficientTest } from "./efficient-test.js";

function lot(seed: number, { units = 24, periods = 5, groups = [3, 4, NEVER], outcomes = 1, effect = 0 } = {}): Panel {
  const random = stream(seed, "test/efficient", 0);
  const firstTreated = Int32Array.from({ length: units }, (_, i) => groups[i % groups.length]);
  const level = Float64Array.from({ length: units }, () => random.normal());
  const values = () =>
    Float64Array.from({ length: units * periods }, (_, at) => {
      const i = Math.floor(at / periods);
      return 5 + level[i] + 0.5 * random.normal() + ((at % periods) + 1 >= firstTreated[i] ? effect : 0);
    });
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t + 1) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated,
    observed: new Uint8Array(units * periods).fill(1),
    measures: Array.from({ length: outcomes }, (_, k) => ({ name: `y${k}`, unit: "kr", values: values() })),
    covariates: [],
    clusterings: [],
  };
}

/** A figure Σ weight (θ₀ − βX) and its Neyman variance from the units, cohort by cohort: each unit's own Σ coefficient · y. */
function direct(panel: Panel, cells: readonly (readonly [number, number, number])[], beta: "efficient" | 1) {
  const T = panel.periods.ordinals.length;
  const y = panel.measures[0].values;
  const groups = [...new Set(panel.firstTreated)].sort((a, b) => a - b);
  const size = (g: number) => panel.firstTreated.filter((v) => v === g).length;
  const effect = new Map(groups.map((g) => [g, new Float64Array(T)]));
  const before = new Map(groups.map((g) => [g, new Float64Array(T)]));
  for (const [g, t, weight] of cells) {
    const later = groups.filter((h) => h > Math.max(g, t));
    const total = later.reduce((sum, h) => sum + size(h), 0);
    for (const [into, at] of [[effect, t - 1] as const, [before, g - 2] as const]) {
      into.get(g)![at] += weight;
      for (const h of later) into.get(h)![at] -= (weight * size(h)) / total;
    }
  }
  const of = (map: typeof effect, i: number) => map.get(panel.firstTreated[i])!.reduce((s, c, t) => s + c * y[i * T + t], 0);
  const spread = (value: (i: number) => number, other: (i: number) => number) =>
    groups.reduce((sum, g) => {
      const own = [...panel.firstTreated.keys()].filter((i) => panel.firstTreated[i] === g);
      const mean = (f: (i: number) => number) => own.reduce((s, i) => s + f(i), 0) / own.length;
      const [a, b] = [mean(value), mean(other)];
      return sum + own.reduce((s, i) => s + (value(i) - a) * (other(i) - b), 0) / (own.length * (own.length - 1));
    }, 0);
  const [a, x] = [(i: number) => of(effect, i), (i: number) => of(before, i)];
  const b = beta === 1 ? 1 : spread(a, x) / spread(x, x);
  const final = (i: number) => a(i) - b * x(i);
  const mean = groups.reduce((sum, g) => {
    const own = [...panel.firstTreated.keys()].filter((i) => panel.firstTreated[i] === g);
    return sum + own.reduce((s, i) => s + final(i), 0) / own.length;
  }, 0);
  // Satterthwaite's over cohorts, each with its people less one.
  const parts = groups.map((g) => {
    const own = [...panel.firstTreated.keys()].filter((i) => panel.firstTreated[i] === g);
    const average = own.reduce((s, i) => s + final(i), 0) / own.length;
    const v = own.reduce((s, i) => s + (final(i) - average) ** 2, 0) / (own.length * (own.length - 1));
    return { v, over: (v * v) / (own.length - 1) };
  });
  const all = parts.reduce((s, { v }) => s + v, 0);
  return { estimate: mean, variance: spread(final, final), df: (all * all) / parts.reduce((s, { over }) => s + over, 0) };
}

const variance = (effects: Effects, k: number) => effects.covariance[k * effects.terms.length + k];

describe("efficient", () => {
  it("is the direct formula for every cell and the simple mean, on 500 panels", () => {
    for (let seed = 1; seed <= 500; seed++) {
      const panel = lot(seed, { groups: seed % 2 ? [3, 4, NEVER] : [2, 4, 5, 5], effect: 1 });
      const weighting = seed % 3 === 0 ? "attGt" : "efficient";
      const beta = weighting === "attGt" ? 1 : "efficient";
      const { effects } = efficient(panel, { weighting, variance: "neyman" });
      const post: [number, number, number][] = [];
      effects.terms.forEach(({ group, time, event, n }, k) => {
        const own = direct(panel, [[group!, time!, 1]], beta);
        if (event === -1) {
          expect([effects.estimate[k], variance(effects, k)]).toEqual([0, 0]);
          return;
        }
        expect(Math.abs(effects.estimate[k] - own.estimate)).toBeLessThan(1e-10);
        expect(Math.abs(variance(effects, k) - own.variance)).toBeLessThan(1e-10);
        expect(Math.abs(effects.df[k] / own.df - 1)).toBeLessThan(1e-9);
        if (event! >= 0) post.push([group!, time!, n]);
      });
      const total = post.reduce((sum, [, , n]) => sum + n, 0);
      const simple = efficientAggregate(panel, { type: "simple" }, { weighting, variance: "neyman" }).effects;
      const own = direct(
        panel,
        post.map(([g, t, n]) => [g, t, n / total]),
        beta,
      );
      expect(Math.abs(simple.estimate[0] - own.estimate)).toBeLessThan(1e-10);
      expect(Math.abs(variance(simple, 0) - own.variance)).toBeLessThan(1e-10);
      expect(Math.abs(simple.df[0] / own.df - 1)).toBeLessThan(1e-9);
    }
  });

  it("has, with β fixed, the variance over all ways the lot could have fallen", () => {
    // 6 units, 2 a cohort: 90 assignments. Without effects Neyman's variance is unbiased for the variance of the estimate.
    const base = lot(3, { units: 6, periods: 3, groups: [2, 3, NEVER] });
    const values: number[] = [];
    const variances: number[] = [];
    const all = (left: number[], used: number[]): void => {
      if (left.length === 0) {
        const panel = { ...base, firstTreated: Int32Array.from(used) };
        const { effects } = efficientAggregate(panel, { type: "simple" }, { weighting: "attGt", variance: "neyman" });
        values.push(effects.estimate[0]);
        variances.push(variance(effects, 0));
        return;
      }
      for (const g of new Set(left)) {
        const rest = left.slice();
        rest.splice(rest.indexOf(g), 1);
        all(rest, [...used, g]);
      }
    };
    all([...base.firstTreated], []);
    expect(values).toHaveLength(90);
    const mean = (list: readonly number[]) => list.reduce((a, b) => a + b) / list.length;
    const centre = mean(values);
    expect(Math.abs(centre)).toBeLessThan(1e-12);
    expect(mean(variances)).toBeCloseTo(mean(values.map((v) => (v - centre) ** 2)), 12);
  });

  it("takes sums in place of persons, and several outcomes jointly", async () => {
    const panel = lot(5, { units: 60, outcomes: 2, effect: 1 });
    const moments = await cohortMoments(panel);
    const [one, two] = [efficient(panel).withLevels!(), efficient(moments).withLevels!()];
    expect(two.terms).toEqual(one.terms);
    one.estimate.forEach((v, k) => {
      expect(two.estimate[k]).toBeCloseTo(v, 10);
    });
    one.covariance.forEach((v, k) => {
      expect(two.covariance[k]).toBeCloseTo(v, 10);
    });
    const K = one.terms.length / 2;
    expect(one.terms[K]).toEqual({ ...one.terms[0], scale: "treatedMean" });
    const single = efficient(panel, { outcomes: ["y1"] }).effects;
    single.estimate.forEach((v, k) => {
      expect(one.estimate[K / 2 + k]).toBeCloseTo(v, 12);
    });
    expect(() => efficient(moments).refit(new Float64Array(60))).toThrow(/nothing by person/);
  });

  it("adjusts Neyman's variance downwards, and only after the start", () => {
    const panel = lot(8, { units: 300, periods: 6, groups: [4, 5, NEVER], effect: 1 });
    const [a, n] = [efficient(panel).effects, efficient(panel, { variance: "neyman" }).effects];
    a.terms.forEach(({ event }, k) => {
      if (event! < 0) expect(variance(a, k)).toBe(variance(n, k));
      else expect(variance(a, k)).toBeLessThanOrEqual(variance(n, k));
    });
  });

  it("keeps β when units are weighted anew", () => {
    const panel = lot(9, { effect: 1 });
    const fit = efficient(panel);
    const ones = fit.refit(new Float64Array(24).fill(1));
    fit.effects.estimate.forEach((v, k) => {
      expect(ones[k]).toBeCloseTo(v, 10);
    });
    const doubled = fit.refit(new Float64Array(24).fill(2));
    doubled.forEach((v, k) => {
      expect(v).toBeCloseTo(ones[k], 12);
    });
  });

  it("has a joint covariance of effects and levels that none of their sums falls below 0 by", () => {
    const random = stream(9, "test/efficient", 1);
    for (let seed = 1; seed <= 60; seed++) {
      const fit = efficient(lot(seed, { units: 9, groups: [3, 4, NEVER] }));
      const { covariance, terms } = fit.withLevels!();
      const K = terms.length;
      fit.effects.covariance.forEach((v, at) => {
        expect(covariance[Math.floor((at * 2) / K) * K + (at % (K / 2))]).toBe(v);
      });
      for (let draw = 0; draw < 20; draw++) {
        const c = Float64Array.from({ length: K }, () => random.normal());
        let sum = 0;
        let size = 0;
        for (let j = 0; j < K; j++) for (let k = 0; k < K; k++) sum += c[j] * c[k] * covariance[j * K + k];
        for (let k = 0; k < K; k++) size += covariance[k * K + k];
        expect(sum).toBeGreaterThan(-1e-7 * size);
      }
    }
  });

  it("tells what it leaves out and refuses what stands against one lot", async () => {
    const panel = lot(2, { units: 41, groups: [2, 3, 4, 5] });
    const own = panel.firstTreated.map((g, i) => (i === 0 ? ALWAYS : i === 40 ? 1 : g === 5 && i > 3 ? 4 : g));
    const { effects } = efficient({ ...panel, firstTreated: own });
    expect(effects.problems.map((p) => p.code)).toEqual([
      "effects/always-treated",
      "effects/efficient-one-unit",
      "effects/efficient-until-last",
    ]);
    expect(effects.clusters).toBe(38);
    const codes = (run: () => unknown) => {
      try {
        run();
      } catch (e) {
        return (e as { problems: { code: string }[] }).problems[0].code;
      }
      return "";
    };
    const weights = Float64Array.from({ length: 41 }, (_, i) => 1 + (i % 2));
    expect(codes(() => efficient({ ...panel, samplingWeight: weights }))).toBe("effects/efficient-weights");
    const gap = { ...panel, observed: panel.observed.map((v, i) => (i === 7 ? 0 : v)) };
    expect(codes(() => efficient(gap))).toBe("effects/efficient-gaps");
    expect(efficient(gap, { incomplete: "full" }).effects.problems[0].code).toBe("effects/efficient-gaps-dropped");
    expect(codes(() => efficient({ ...panel, firstTreated: panel.firstTreated.map(() => 3) }))).toBe(
      "effects/efficient-one-cohort",
    );
    const town = [{ name: "town", of: Int32Array.from({ length: 41 }, (_, i) => i % 5), count: 5 }];
    const clustered = await cohortMoments({ ...panel, clusterings: town }, { cluster: "town" });
    expect(codes(() => efficient(clustered))).toBe("effects/efficient-clusters");
    const strata = await cohortMoments(
      { ...panel, covariates: [{ name: "x", values: Float64Array.from({ length: 41 }, (_, i) => i % 2) }] },
      { strata: ["x"] },
    );
    expect(codes(() => efficient(strata))).toBe("effects/efficient-strata");
  });
});

describe("efficientTest", () => {
  it("says where there is no effect to test", async () => {
    // The last period stands alone after both starts.
    const panel = lot(1, { periods: 3, groups: [3, 4] });
    const gap = { ...panel, periods: { unit: "ordinal" as const, ordinals: Int32Array.of(1, 2, 4) } };
    await expect(efficientTest(gap, { permutations: 9 }, { seed: 1 })).rejects.toThrow("no effect to test");
  });

  it("has the statistic of the estimate, and finds an effect or none", async () => {
    const context = { seed: 1 };
    const none = lot(4, { units: 60 });
    const some = lot(4, { units: 60, effect: 2 });
    const { effects } = efficientAggregate(some, { type: "simple" }, { variance: "neyman" });
    const [found] = await efficientTest(some, { permutations: 199 }, context);
    expect(found.estimate).toBeCloseTo(effects.estimate[0], 10);
    expect(found.statistic).toBeCloseTo(effects.estimate[0] / Math.sqrt(effects.covariance[0]), 8);
    expect(found.p).toBe(1 / 200);
    const [flat] = await efficientTest(none, { permutations: 199 }, context);
    expect(flat.p).toBeGreaterThan(0.05);
    expect(await efficientTest(none, { permutations: 199 }, context)).toEqual([flat]);
    await expect(efficientTest(none, {}, context)).rejects.toThrow(/permutations is 0/);
  });

  it("is near the exact test over all assignments", async () => {
    const panel = lot(11, { units: 6, periods: 3, groups: [2, 3, NEVER], effect: 1 });
    const statistics: number[] = [];
    const all = (left: number[], used: number[]): void => {
      if (left.length === 0) {
        const { effects } = efficientAggregate(
          { ...panel, firstTreated: Int32Array.from(used) },
          { type: "simple" },
          { variance: "neyman", weighting: "attGt" },
        );
        statistics.push(Math.abs(effects.estimate[0]) / Math.sqrt(effects.covariance[0]));
        return;
      }
      for (const g of new Set(left)) {
        const rest = left.slice();
        rest.splice(rest.indexOf(g), 1);
        all(rest, [...used, g]);
      }
    };
    all([...panel.firstTreated], []);
    const [test] = await efficientTest(panel, { permutations: 4000, weighting: "attGt" }, { seed: 7 });
    const exact = statistics.filter((s) => s >= Math.abs(test.statistic) - 1e-9).length / statistics.length;
    expect(Math.abs(test.p - exact)).toBeLessThan(0.03);
  });
});
