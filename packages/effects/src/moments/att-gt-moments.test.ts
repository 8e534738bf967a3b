import {
  type Cells,
  type CohortMoments,
  type CrossSections,
  cohortMoments,
  mergeMoments,
  NEVER,
  type Panel,
} from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { aggregate } from "../att-gt/aggregate.js";
import { attGt } from "../att-gt/att-gt.js";
import { combine } from "../combine.js";
import type { Effects } from "../effects-value.js";
import { jointDegreesOfFreedom } from "../joint-degrees-of-freedom.js";
import { attGtMoments } from "./att-gt-moments.js";
import { randomSample } from "./random-sample.fixture.js";

const types = ["simple", "dynamic", "group", "calendar"] as const;
const se = (effects: Effects, k: number) => Math.sqrt(effects.covariance[k * effects.terms.length + k]);

function close(a: Effects, b: Effects, tolerance = 1e-8): void {
  expect(a.terms.map(({ group, time, event, kind, scale }) => ({ group, time, event, kind, scale }))).toEqual(
    b.terms.map(({ group, time, event, kind, scale }) => ({ group, time, event, kind, scale })),
  );
  const worst = (x: Float64Array, y: Float64Array) =>
    x.reduce((most, v, i) => Math.max(most, Number.isNaN(v) && Number.isNaN(y[i]) ? 0 : Math.abs(v - y[i])), 0);
  expect(worst(a.estimate, b.estimate)).toBeLessThan(tolerance);
  expect(worst(a.covariance, b.covariance)).toBeLessThan(tolerance);
}

/** Rows taken out, so that units lack periods. */
function withGaps(panel: Panel, seed: number): Panel {
  const random = stream(seed, "test/gaps", 0);
  const observed = panel.observed.map(() => (random.uniform() < 0.15 ? 0 : 1));
  return {
    ...panel,
    observed,
    measures: panel.measures.map((m) => ({ ...m, values: m.values.map((v, at) => (observed[at] === 1 ? v : Number.NaN)) })),
  };
}

const code = (run: () => unknown) => {
  try {
    run();
  } catch (e) {
    return (e as { problems: { code: string }[] }).problems[0].code;
  }
  return "";
};

/** People of their own in each period, a cohort of few among them. */
function sections(seed: number): CrossSections {
  const random = stream(seed, "test/sections", 0);
  const rows = 160;
  const column = (of: (i: number) => number) => Float64Array.from({ length: rows }, (_, i) => of(i));
  const period = Int32Array.from({ length: rows }, (_, i) => i % 5);
  const firstTreated = Int32Array.from({ length: rows }, () => [3, 4, 4, NEVER, NEVER][Math.floor(5 * random.uniform())]);
  const y = column((i) => 100 * (seed % 2) + period[i] + (period[i] + 1 >= firstTreated[i] ? 2 : 0) + random.normal());
  return {
    kind: "cross-sections",
    rows,
    periods: { unit: "ordinal", ordinals: Int32Array.of(1, 2, 3, 4, 5) },
    period,
    firstTreated,
    group: firstTreated.map((g) => (g === NEVER ? 0 : g - 2)),
    groupNames: ["never", "3", "4"],
    measures: [
      { name: "y", unit: "1", values: y },
      { name: "z", unit: "1", values: column((i) => random.normal() - y[i]) },
    ],
    covariates: [],
    clusterings: [{ name: "school", of: period.map((_, i) => (i * 7) % 12), count: 12 }],
    ...(seed % 3 === 0 && { samplingWeight: column(() => 0.5 + random.uniform()) }),
  };
}

describe("attGtMoments", () => {
  it("gives cross-sections the degrees of freedom that their rows have, of any average and of a joint test", async () => {
    for (let seed = 1; seed <= 24; seed++) {
      const data = sections(seed);
      const options = { control: seed % 2 === 0 ? "notYet" : "never", base: seed % 4 < 2 ? "universal" : "varying" } as const;
      // Schools that hold several starts, with less than one row a period of some; sums by school hold no squared weights.
      const cluster = data.samplingWeight || seed % 3 === 1 ? "unit" : "school";
      const one = attGt(data, { ...options, cluster });
      const sums = await cohortMoments(data, cluster === "unit" ? {} : { cluster });
      const two = attGtMoments(sums, { ...options, cluster });
      const near = (a: ArrayLike<number>, b: ArrayLike<number>) => {
        Array.from(a).forEach((v, k) => {
          expect(Math.abs(v / b[k] - 1), `${seed}`).toBeLessThan(1e-7);
        });
      };
      for (const [a, b] of [
        [one.effects, two.effects],
        [one.withLevels!(), two.withLevels!()],
      ]) {
        close(a, b);
        near(a.df, b.df);
        for (const type of types) {
          const [x, y] = [aggregate(a, { type }), aggregate(b, { type })];
          close(x, y);
          near(x.df, y.df);
        }
      }
      const lead = (effects: Effects) => {
        const K = effects.terms.length;
        const leads = effects.terms.flatMap((t, k) => (t.outcome === "y" && (t.event ?? 0) < -1 ? [k] : []));
        const weights = new Float64Array(leads.length * K);
        leads.forEach((k, r) => {
          weights[r * K + k] = 1;
        });
        return combine(
          effects,
          weights,
          leads.map((k) => effects.terms[k]),
        );
      };
      near([jointDegreesOfFreedom(lead(one.effects))], [jointDegreesOfFreedom(lead(two.effects))]);
    }
  });

  it("has the aggregates of units that are each a cluster, whose shares travel as influence", async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const panel = randomSample(seed, { weighted: seed % 2 === 0, outcomes: 1 + (seed % 2) });
      const own = { name: "id", of: Int32Array.from({ length: panel.units }, (_, i) => i), count: panel.units };
      const one = attGtMoments(await cohortMoments(panel), { control: "notYet" });
      const clustered = await cohortMoments({ ...panel, clusterings: [own] }, { cluster: "id" });
      const two = attGtMoments(clustered, { control: "notYet", cluster: "id" });
      close(one.effects, two.effects);
      for (const type of types) {
        close(aggregate(one.effects, { type }), aggregate(two.effects, { type }));
        close(aggregate(one.withLevels!(), { type }), aggregate(two.withLevels!(), { type }));
      }
    }
  });

  it("is attGt on persons, whatever the control, base, window, anticipation and clusters", async () => {
    for (let seed = 1; seed <= 300; seed++) {
      const panel = randomSample(seed, { weighted: seed % 2 === 0, clusters: seed % 3 === 0 ? 6 : 0 });
      const cluster = seed % 3 === 0 ? "town" : "unit";
      const options = {
        control: seed % 5 < 2 ? ("never" as const) : ("notYet" as const),
        base: seed % 7 < 3 ? ("varying" as const) : ("universal" as const),
        baseWindow: 1 + (seed % 3),
        anticipation: seed % 4 === 0 ? 1 : 0,
        cluster,
      };
      const moments = await cohortMoments(panel, cluster === "unit" ? {} : { cluster });
      const [one, two] = [attGtMoments(moments, options), attGt(panel, options)];
      close(one.effects, two.effects);
      close(one.withLevels!(), two.withLevels!());
    }
  });

  it("compares the means of whoever has each period, when asked", async () => {
    for (let seed = 1; seed <= 15; seed++) {
      const panel = withGaps(randomSample(seed, { weighted: seed % 2 === 0 }), seed);
      const moments = await cohortMoments(panel);
      expect(code(() => attGtMoments(moments))).toBe("effects/moments-incomplete");
      expect(code(() => attGtMoments(moments, { incomplete: "pairwise" }))).toBe("effects/moments-pairwise");
      const options = { incomplete: "crossSection" as const, control: "notYet" as const };
      const [one, two] = [attGtMoments(moments, options).effects, attGt(panel, options).effects];
      close(one, two);
      // Sums do not tell the weight of units that lack periods, only that of their rows: shares are then near, not equal.
      if (!panel.samplingWeight) for (const type of types) close(aggregate(one, { type }), aggregate(two, { type }));
    }
  });

  it("weighs strata by the treated, as a regression on all of them does", async () => {
    for (let seed = 1; seed <= 15; seed++) {
      const half = randomSample(seed);
      const values = Float64Array.from({ length: half.units }, (_, i) => (Math.floor(i / 5) + seed) % 2);
      const panel = { ...half, covariates: [{ name: "x", values }] };
      const moments = await cohortMoments(panel, { strata: ["x"] });
      const one = attGtMoments(moments, { control: "notYet" }).effects;
      const two = attGt(panel, { control: "notYet", covariates: ["x"], method: "reg" }).effects;
      two.estimate.forEach((v, k) => {
        if (Number.isNaN(one.estimate[k]) || Number.isNaN(v)) return;
        expect(Math.abs(one.estimate[k] - v)).toBeLessThan(1e-7);
        expect(Math.abs(se(one, k) - se(two, k))).toBeLessThan(1e-7);
      });
    }
  });

  it("takes shards merged, or aggregated cells with their covariance, as it takes the whole", async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const panel = randomSample(seed);
      const whole = await cohortMoments(panel);
      const shard = (parity: number): Panel => ({
        ...panel,
        firstTreated: panel.firstTreated.map((g) => g),
        samplingWeight: Float64Array.from({ length: panel.units }, (_, i) => (i % 2 === parity ? 1 : 0)),
      });
      const merged = mergeMoments(await cohortMoments(shard(0)), await cohortMoments(shard(1)));
      const fit = attGtMoments(whole).effects;
      close(attGtMoments(merged).effects, fit);
      close(attGtMoments(await cohortMoments(cellsOf(panel))).effects, fit);
    }
  });

  it("gives the largest standard errors where products between periods are not known", async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const panel = randomSample(seed);
      const known = attGtMoments(await cohortMoments(cellsOf(panel))).effects;
      const { correlation: _, ...open } = cellsOf(panel);
      const bare = (correlation?: readonly [number, number]): Cells => ({
        ...open,
        groups: open.groups.map(({ covariance: __, ...group }) => group),
        ...(correlation && { correlation }),
      });
      const widest = attGtMoments(await cohortMoments(bare())).effects;
      const declared = attGtMoments(await cohortMoments(bare([-0.9, 0.9]))).effects;
      const tight = attGtMoments(await cohortMoments(bare([0.95, 1]))).effects;
      expect(widest.problems.map((p) => p.code)).toContain("effects/moments-upper");
      expect([widest.bounded, declared.bounded, known.bounded]).toEqual([true, true, undefined]);
      known.terms.forEach(({ group, time }, k) => {
        expect(widest.estimate[k]).toBeCloseTo(known.estimate[k], 7);
        expect(se(widest, k)).toBeGreaterThan(se(known, k));
        expect(se(widest, k)).toBeGreaterThan(se(declared, k));
        expect(se(declared, k)).toBeGreaterThan(se(tight, k));
        // By hand: with correlation −1 the spreads of two periods add up within each side.
        const from = (time! < group! ? time! - 1 : group! - 1) - 1;
        const side = (who: (g: number) => boolean) => {
          const V = panel.periods.ordinals.length;
          const members = [...panel.firstTreated.keys()].filter((i) => who(panel.firstTreated[i]));
          const spread = (t: number) => {
            const values = members.map((i) => panel.measures[0].values[i * V + t]);
            const mean = values.reduce((a, b) => a + b) / values.length;
            return Math.sqrt(values.reduce((s, v) => s + (v - mean) * (v - mean), 0)) / values.length;
          };
          return (spread(time! - 1) + spread(from)) * (spread(time! - 1) + spread(from));
        };
        // Each side by c/(c − 1) for its own c units.
        const by = [(g: number) => g === group, (g: number) => g === NEVER].reduce((sum, who) => {
          const c = panel.firstTreated.filter(who).length;
          return sum + (side(who) * c) / (c - 1);
        }, 0);
        expect(se(widest, k) ** 2).toBeCloseTo(by, 7);
      });
      for (const type of types) {
        const [a, b] = [aggregate(widest, { type }), aggregate(known, { type })];
        for (let k = 0; k < a.terms.length; k++) expect(se(a, k)).toBeGreaterThan(se(b, k));
      }
    }
  });

  it("takes a correlation declared as one number for known: as if the covariance were given", async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { correlation: _, ...open } = cellsOf(randomSample(seed));
      const T = open.periods.ordinals.length;
      const told = (r: number, given: boolean): Cells => ({
        ...open,
        groups: open.groups.map(({ covariance: __, ...group }) => {
          const spread = Float64Array.from(group.sd, (s, t) => (group.n[t] > 1 ? s : 0));
          const product = (at: number) => (Math.floor(at / T) === at % T ? 1 : r) * spread[Math.floor(at / T)] * spread[at % T];
          return { ...group, ...(given && { covariance: Float64Array.from({ length: T * T }, (_x, at) => product(at)) }) };
        }),
        ...(!given && { correlation: [r, r] as const }),
      });
      for (const r of [0, 0.6, -0.1]) {
        const [fit, wanted] = [
          attGtMoments(await cohortMoments(told(r, false))),
          attGtMoments(await cohortMoments(told(r, true))),
        ];
        close(fit.effects, wanted.effects);
        close(fit.withLevels!(), wanted.withLevels!());
        for (const type of types) close(aggregate(fit.effects, { type }), aggregate(wanted.effects, { type }));
        expect(fit.effects.problems.map((p) => p.code)).not.toContain("effects/moments-upper");
      }
      // No five periods are all correlated by −0.9.
      const impossible = attGtMoments(await cohortMoments(told(-0.9, false))).effects;
      expect(impossible.problems.map((p) => p.code)).toContain("effects/moments-upper");
    }
  });

  it("has no standard error where a spread is not told, and says so", async () => {
    const cells = cellsOf(randomSample(3));
    const hidden = (given: boolean): Cells => ({
      ...cells,
      groups: cells.groups.map(({ covariance, ...group }) => ({
        ...group,
        sd: group.firstTreated === 3 ? group.sd.map((v, t) => (t === 2 ? Number.NaN : v)) : group.sd,
        ...(given && { covariance }),
      })),
    });
    for (const given of [true, false]) {
      const { effects } = attGtMoments(await cohortMoments(hidden(given)));
      const told = effects.problems
        .filter((p) => p.code === "effects/cell-no-spread")
        .map((p) => [p.params.group, p.params.time]);
      const without = effects.terms.filter((_, k) => Number.isNaN(se(effects, k))).map(({ group, time }) => [group, time]);
      expect(without.length).toBeGreaterThan(0);
      expect(told).toEqual(without);
      expect(effects.estimate.every((v) => Number.isFinite(v))).toBe(true);
    }
  });

  it("says what a cell lacks, and refuses what needs persons", async () => {
    const panel = randomSample(4, { clusters: 5 });
    const moments = await cohortMoments(panel);
    expect(code(() => attGtMoments(moments, { covariates: ["x"] }))).toBe("effects/moments-covariates");
    expect(code(() => attGtMoments(moments, { timeVarying: ["y0"] }))).toBe("effects/moments-covariates");
    expect(code(() => attGtMoments(moments, { cluster: "town" }))).toBe("effects/moments-no-cluster");
    expect(code(() => attGtMoments(moments, { outcomes: ["none"] }))).toBe("effects/no-outcome");
    expect(code(() => attGtMoments(moments).refit(new Float64Array(panel.units)))).toBe("effects/refit-moments");
    const clustered = await cohortMoments(panel, { cluster: "town" });
    expect(code(() => attGtMoments(clustered))).toBe("effects/moments-other-cluster");
    const fit = attGtMoments(clustered, { cluster: "town" });
    const again = fit.refit(new Float64Array(fit.effects.clusters).fill(2));
    again.forEach((v, k) => {
      expect(v).toBeCloseTo(fit.effects.estimate[k], 9);
    });
    const only = (which: (g: number) => boolean): CohortMoments => ({
      ...moments,
      arms: moments.arms.filter((arm) => which(arm.firstTreated)),
    });
    expect(code(() => attGtMoments(only((g) => g === NEVER)))).toBe("effects/no-treated");
    expect(code(() => attGtMoments(only((g) => g !== NEVER)))).toBe("effects/no-never-treated");
    const last = attGtMoments(
      only((g) => g !== NEVER),
      { control: "notYet" },
    ).effects;
    expect(last.problems.map((p) => p.code)).toEqual(["effects/last-group-as-control"]);
    const one = attGtMoments(
      await cohortMoments({ ...panel, firstTreated: panel.firstTreated.map((g, i) => (i === 0 ? 2 : g)) }),
    ).effects;
    expect(one.problems.map((p) => p.code)).toContain("effects/cell-one-unit");
    expect(aggregate(one, { type: "simple" }).problems.map((p) => p.code)).toContain("effects/aggregate-left-out");
  });
});

/** The same panel as groups × periods with means, spreads and covariances. */
function cellsOf(panel: Panel): Cells {
  const T = panel.periods.ordinals.length;
  const y = panel.measures[0].values;
  const groups = [...new Set(panel.firstTreated)].map((g) => {
    const own = [...panel.firstTreated.keys()].filter((i) => panel.firstTreated[i] === g);
    const mean = Float64Array.from({ length: T }, (_, t) => own.reduce((s, i) => s + y[i * T + t], 0) / own.length);
    const covariance = Float64Array.from({ length: T * T }, (_, at) => {
      const [t, u] = [Math.floor(at / T), at % T];
      return own.reduce((s, i) => s + (y[i * T + t] - mean[t]) * (y[i * T + u] - mean[u]), 0) / (own.length - 1);
    });
    return {
      name: String(g),
      stratum: "",
      firstTreated: g,
      n: new Float64Array(T).fill(own.length),
      mean,
      sd: Float64Array.from({ length: T }, (_, t) => Math.sqrt(covariance[t * T + t])),
      nonZero: new Float64Array(T).fill(Number.NaN),
      covariance,
    };
  });
  return {
    kind: "cells",
    periods: panel.periods,
    outcomes: [{ name: "y0", unit: "kr" }],
    groups,
    ledger: undefined as never,
    problems: [],
    detected: [],
  };
}
