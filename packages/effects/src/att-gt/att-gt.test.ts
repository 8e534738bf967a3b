import { NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { aggregate } from "./aggregate.js";
import { attGt } from "./att-gt.js";

/** Balanced, groups 3, 5 and never, one covariate that moves trends. */
function randomPanel(seed: number, units = 60, periods = 6): Panel {
  const random = stream(seed, "test/att-gt", 0);
  const firstTreated = Int32Array.from({ length: units }, (_, i) => [3, 5, NEVER, NEVER][i % 4]);
  const z = Float64Array.from({ length: units }, () => random.normal());
  const values = new Float64Array(units * periods);
  for (let i = 0; i < units; i++) {
    const level = random.normal();
    for (let t = 0; t < periods; t++)
      values[i * periods + t] = level + 0.2 * t * z[i] + random.normal() + (t + 1 >= firstTreated[i] ? 1 : 0);
  }
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t + 1) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated,
    observed: new Uint8Array(units * periods).fill(1),
    measures: [{ name: "__proto__", unit: "kr", values }],
    covariates: [{ name: "z", values: z }],
    clusterings: [{ name: "town", of: Int32Array.from({ length: units }, (_, i) => i >> 2), count: units >> 2 }],
  };
}

function meanChange(panel: Panel, t: number, base: number, who: (g: number) => boolean): number {
  const T = panel.periods.ordinals.length;
  const changes: number[] = [];
  for (let i = 0; i < panel.units; i++) {
    if (who(panel.firstTreated[i]))
      changes.push(panel.measures[0].values[i * T + t - 1] - panel.measures[0].values[i * T + base - 1]);
  }
  return changes.reduce((a, b) => a + b) / changes.length;
}

describe("attGt", () => {
  it("takes a category by its name, and a covariate together with its indicator of missing", () => {
    const panel = randomPanel(7);
    const values = (share: number) => Float64Array.from({ length: panel.units }, (_, i) => ((i * 7) % 10 < share ? 1 : 0));
    const covariates = [panel.covariates[0], { name: "z=missing", values: values(2) }, { name: "c=b", values: values(5) }];
    const named = attGt({ ...panel, covariates }, { covariates: ["z", "c"] }).effects;
    const apart = { ...panel, covariates: covariates.map((c, k) => ({ ...c, name: `x${k}` })) };
    expect(named.estimate).toEqual(attGt(apart, { covariates: ["x0", "x1", "x2"] }).effects.estimate);
    expect(named.estimate).not.toEqual(attGt(panel, { covariates: ["z"] }).effects.estimate);
  });

  it.each(["dr", "reg", "ipw"] as const)("without covariates is the difference of mean changes (%s)", (method) => {
    for (let seed = 1; seed <= 5; seed++) {
      const panel = randomPanel(seed);
      const never = attGt(panel, { method, base: "universal" }).effects;
      const notYet = attGt(panel, { method, control: "notYet" }).effects;
      never.terms.forEach(({ group, time }, k) => {
        const base = group! - 1;
        const oracle = meanChange(panel, time!, base, (g) => g === group) - meanChange(panel, time!, base, (g) => g === NEVER);
        expect(never.estimate[k]).toBeCloseTo(oracle, 12);
      });
      notYet.terms.forEach(({ group, time }, k) => {
        const base = time! >= group! ? group! - 1 : time! - 1;
        const control = (g: number) => g !== group && g > Math.max(time!, base);
        const oracle = meanChange(panel, time!, base, (g) => g === group) - meanChange(panel, time!, base, control);
        expect(notYet.estimate[k]).toBeCloseTo(oracle, 12);
      });
    }
  });

  it.each(["dr", "reg", "ipw"] as const)("has an influence that is the derivative by unit weight (%s)", (method) => {
    const panel = randomPanel(9);
    const fit = attGt(panel, { method, covariates: ["z"], compat: "did", cluster: "town" });
    const { basis, terms } = fit.effects;
    if (basis.kind !== "influence") throw new Error("no influence");
    const h = 1e-5;
    for (const a of [0, 7]) {
      const up = new Float64Array(basis.atoms).fill(1);
      const down = up.slice();
      up[a] += h;
      down[a] -= h;
      const high = fit.refit(up);
      const low = fit.refit(down);
      terms.forEach((_, k) => {
        expect((high[k] - low[k]) / (2 * h)).toBeCloseTo(basis.rows[a * terms.length + k], 7);
      });
    }
  });

  it("keeps its figures when units are reordered, and its inputs as they were", () => {
    const panel = randomPanel(3);
    const before = structuredClone(panel);
    const { effects } = attGt(panel, { covariates: ["z"] });
    expect(panel).toEqual(before);
    const order = Array.from({ length: 60 }, (_, i) => (i * 7) % 60);
    const turned: Panel = {
      ...panel,
      firstTreated: Int32Array.from(order, (i) => panel.firstTreated[i]),
      measures: [
        {
          ...panel.measures[0],
          values: Float64Array.from(order.flatMap((i) => [...panel.measures[0].values.subarray(i * 6, i * 6 + 6)])),
        },
      ],
      covariates: [{ name: "z", values: Float64Array.from(order, (i) => panel.covariates[0].values[i]) }],
    };
    const other = attGt(turned, { covariates: ["z"] }).effects;
    other.estimate.forEach((v, k) => {
      expect(v).toBeCloseTo(effects.estimate[k], 11);
    });
    other.covariance.forEach((v, k) => {
      expect(v).toBeCloseTo(effects.covariance[k], 11);
    });
  });

  it("is not moved by always-treated units, unit constants or period constants", () => {
    const panel = randomPanel(4);
    const { effects } = attGt(panel, { control: "notYet" });
    const moved = structuredClone(panel);
    for (let i = 0; i < 60; i++) for (let t = 0; t < 6; t++) moved.measures[0].values[i * 6 + t] += 3 * i - 2 * t;
    attGt(moved, { control: "notYet" }).effects.estimate.forEach((v, k) => {
      expect(v).toBeCloseTo(effects.estimate[k], 10);
    });
    const with1 = structuredClone(panel);
    with1.firstTreated[2] = 1;
    const without = structuredClone(panel);
    without.observed[2 * 6] = 0;
    expect(attGt(with1).effects.estimate).toEqual(attGt(without, { incomplete: "full" }).effects.estimate);
    expect(attGt(with1).effects.problems.map((p) => p.code)).toEqual(["effects/always-treated"]);
  });

  it("stacks outcomes with their joint covariance", () => {
    const panel = randomPanel(5);
    const values = panel.measures[0].values.map((v) => -2 * v);
    const { effects } = attGt({ ...panel, measures: [...panel.measures, { name: "twice", unit: "kr", values }] });
    const K = effects.terms.length / 2;
    expect(effects.covariance[K]).toBeCloseTo(-2 * effects.covariance[0], 12);
    expect(aggregate(effects, { type: "simple" }).terms.map((t) => t.outcome)).toEqual(["__proto__", "twice"]);
  });

  it("says why a cell is empty and what follows for aggregates", () => {
    const panel = randomPanel(6);
    for (let i = 0; i < 60; i++) if (panel.firstTreated[i] === 5 && i > 1) panel.firstTreated[i] = 3;
    const { effects } = attGt(panel);
    effects.terms.forEach((t, k) => {
      expect(Number.isNaN(effects.estimate[k])).toBe(t.group === 5);
    });
    expect(effects.problems.filter((p) => p.code === "effects/cell-one-unit").length).toBe(5);
    const simple = aggregate(effects, { type: "simple" });
    expect(simple.problems.at(-1)?.params).toEqual({ outcome: "__proto__", type: "simple", which: "ATT(5, 5), ATT(5, 6)" });
    expect(simple.estimate[0]).toBeCloseTo(
      (effects.estimate[1] + effects.estimate[2] + effects.estimate[3] + effects.estimate[4]) / 4,
      12,
    );
  });

  it("refuses what it cannot do, with a next step", () => {
    const panel = randomPanel(7);
    const separated = structuredClone(panel);
    separated.covariates[0].values.forEach((_, i) => {
      separated.covariates[0].values[i] = separated.firstTreated[i] === 3 ? 1 : 0;
    });
    const { effects } = attGt(separated, { covariates: ["z"], method: "ipw" });
    expect(effects.problems.some((p) => p.code === "effects/cell-separated" && p.params.covariates === "z")).toBe(true);
    const all = structuredClone(panel);
    for (let i = 0; i < 60; i++) if (all.firstTreated[i] === NEVER) all.firstTreated[i] = 6;
    expect(() => attGt(all)).toThrow("Use control: notYet");
    const late = attGt(all, { control: "notYet" }).effects;
    expect(late.problems[0].code).toBe("effects/last-group-as-control");
    expect(Math.max(...late.terms.map((t) => t.time!))).toBe(5);
    expect(() => attGt(panel, { outcomes: ["x"] })).toThrow("no outcome named x; it has __proto__");
    expect(() => attGt(panel, { covariates: ["constructor"] })).toThrow("no covariate named constructor");
    // @ts-expect-error an option that does not exist
    expect(() => attGt(panel, { bootstrap: true })).toThrow();
    expect(() => attGt(panel).refit(new Float64Array(60).fill(1), new Uint8Array(1))).toThrow("no roles to move");
    expect(() => attGt({ ...panel, samplingWeight: new Float64Array(60).fill(Number.NaN) })).toThrow("0 or more");
  });

  it("leaves collinear covariates out and says so", () => {
    const panel = randomPanel(8);
    const twice = { name: "twice", values: panel.covariates[0].values.map((v) => 2 * v + 1) };
    const one = attGt(panel, { covariates: ["z"] }).effects;
    const two = attGt({ ...panel, covariates: [...panel.covariates, twice] }, { covariates: ["z", "twice"] }).effects;
    two.estimate.forEach((v, k) => {
      expect(v).toBeCloseTo(one.estimate[k], 9);
    });
    two.covariance.forEach((v, k) => {
      expect(v).toBeCloseTo(one.covariance[k], 9);
    });
    expect(two.problems[0].params.covariates).toBe("twice");
  });
});

describe("aggregate", () => {
  it("balances the groups of an event study", () => {
    const { effects } = attGt(randomPanel(2));
    const all = aggregate(effects, { type: "dynamic" });
    const balanced = aggregate(effects, { type: "dynamic", balanceE: 3 });
    expect(all.terms.map((t) => t.event)).toEqual([undefined, -3, -2, -1, 0, 1, 2, 3]);
    // Only group 3 is seen for three periods after its start.
    expect(balanced.terms.map((t) => t.event)).toEqual([undefined, -1, 0, 1, 2, 3]);
    expect(balanced.terms[2].n).toBe(15);
    expect(() => aggregate(effects, { type: "simple", balanceE: 1 })).toThrow("dynamic only");
  });

  it("refuses another word for what is averaged over", () => {
    const { effects } = attGt(randomPanel(2));
    expect(() => aggregate(effects, { type: "dynamc" as "dynamic" })).toThrow(
      /^option type: .*simple, dynamic, group or calendar; found dynamc/,
    );
  });

  it("is the sum its definition says", () => {
    const { effects } = attGt(randomPanel(2));
    const at = (g: number, t: number) => effects.estimate[effects.terms.findIndex((x) => x.group === g && x.time === t)];
    const dynamic = aggregate(effects, { type: "dynamic" });
    expect(dynamic.estimate[4]).toBeCloseTo((at(3, 3) + at(5, 5)) / 2, 12);
    const group = aggregate(effects, { type: "group" });
    expect(group.estimate[1]).toBeCloseTo((at(3, 3) + at(3, 4) + at(3, 5) + at(3, 6)) / 4, 12);
    expect(group.estimate[0]).toBeCloseTo((group.estimate[1] + group.estimate[2]) / 2, 12);
    const calendar = aggregate(effects, { type: "calendar" });
    expect(calendar.terms.slice(1).map((t) => t.time)).toEqual([3, 4, 5, 6]);
    expect(calendar.estimate[4]).toBeCloseTo((at(3, 6) + at(5, 6)) / 2, 12);
  });
});
