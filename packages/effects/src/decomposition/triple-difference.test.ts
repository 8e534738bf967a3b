import { NEVER, type Panel } from "@kontrafakt/cohort";
import { exp, invertPositive, leastSquares, logit, stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { aggregate } from "../att-gt/aggregate.js";
import { attGt } from "../att-gt/att-gt.js";
import type { Effects } from "../effects-value.js";
import { tripleDifference } from "./triple-difference.js";

interface Spec {
  readonly seed: number;
  readonly units: number;
  readonly periods?: number;
  readonly effect?: number;
  readonly weights?: boolean;
}

/** Groups starting in 3, 4 or never, half of each eligible; eligible and others drift apart, and so do groups; a covariate moves both. */
function triplePanel({ seed, units, periods = 5, effect = 0, weights }: Spec): Panel {
  const random = stream(seed, "test/triple", 0);
  const firstTreated = Int32Array.from({ length: units }, (_, i) => [3, 4, NEVER][i % 3]);
  const eligible = Float64Array.from({ length: units }, (_, i) => (Math.floor(i / 3) % 2 === 0 ? 1 : 0));
  const z = Float64Array.from({ length: units }, (_, i) => random.normal() + 0.3 * eligible[i] + 0.2 * (i % 3));
  const values = new Float64Array(units * periods);
  for (let i = 0; i < units; i++) {
    const level = random.normal();
    for (let t = 0; t < periods; t++) {
      const drift = 0.5 * t * eligible[i] + 0.3 * t * (i % 3) + 0.4 * t * z[i];
      const treated = eligible[i] === 1 && t + 1 >= firstTreated[i] ? effect : 0;
      values[i * periods + t] = level + drift + treated + random.normal();
    }
  }
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: periods }, (_, t) => t + 1) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated,
    observed: new Uint8Array(units * periods).fill(1),
    measures: [{ name: "y", unit: "kr", values }],
    covariates: [
      { name: "eligible", values: eligible },
      { name: "z", values: z },
    ],
    clusterings: [{ name: "school", of: Int32Array.from({ length: units }, (_, i) => i % 20), count: 20 }],
    ...(weights ? { samplingWeight: Float64Array.from({ length: units }, () => 0.3 + random.uniform()) } : {}),
  };
}

/** The panel with only the units chosen. */
function only(panel: Panel, keep: (i: number) => boolean): Panel {
  const chosen = [...panel.ids.keys()].filter(keep);
  const T = panel.periods.ordinals.length;
  const pick = (v: Float64Array) => Float64Array.from(chosen, (i) => v[i]);
  return {
    ...panel,
    units: chosen.length,
    ids: chosen.map((i) => panel.ids[i]),
    firstTreated: Int32Array.from(chosen, (i) => panel.firstTreated[i]),
    observed: new Uint8Array(chosen.length * T).fill(1),
    measures: panel.measures.map((m) => ({
      ...m,
      values: Float64Array.from({ length: chosen.length * T }, (_, at) => m.values[chosen[Math.floor(at / T)] * T + (at % T)]),
    })),
    covariates: panel.covariates.map((c) => ({ ...c, values: pick(c.values) })),
    clusterings: [],
    ...(panel.samplingWeight && { samplingWeight: pick(panel.samplingWeight) }),
  };
}

const rowsOf = (effects: Effects) => (effects.basis.kind === "influence" ? effects.basis.rows : new Float64Array(0));

/** Doubly robust DiD of one arm with another, written out. */
function drDid(panel: Panel, arm: (i: number) => number, time: number, base: number): number {
  const T = panel.periods.ordinals.length;
  const rows = [...panel.ids.keys()].filter((i) => arm(i) >= 0);
  const n = rows.length;
  const z = panel.covariates[1].values;
  const w = Float64Array.from(rows, (i) => panel.samplingWeight?.[i] ?? 1);
  const d = Float64Array.from(rows, (i) => arm(i));
  const x = Float64Array.from({ length: 2 * n }, (_, at) => (at % 2 === 0 ? 1 : z[rows[at >> 1]]));
  const delta = Float64Array.from(rows, (i) => panel.measures[0].values[i * T + time] - panel.measures[0].values[i * T + base]);
  const { coefficients: b } = logit({ x, y: d, weights: w, n, k: 2 });
  const { residuals } = leastSquares({ x, y: delta, weights: w.map((v, r) => (d[r] === 1 ? 0 : v)), n, k: 2 });
  const mean = (weight: (r: number) => number) => {
    let sum = 0;
    let all = 0;
    for (let r = 0; r < n; r++) {
      sum += weight(r) * residuals[r];
      all += weight(r);
    }
    return sum / all;
  };
  return mean((r) => w[r] * d[r]) - mean((r) => w[r] * (1 - d[r]) * exp(b[0] + b[1] * x[2 * r + 1]));
}

describe("tripleDifference", () => {
  it("without covariates is the effect among the eligible less that among the others, and so is its covariance", () => {
    for (let seed = 0; seed < 500; seed++) {
      const panel = triplePanel({ seed, units: 36 + (seed % 24), weights: seed % 2 === 0 });
      const base = seed % 3 === 0 ? "universal" : "varying";
      const { effects } = tripleDifference(panel, { eligible: "eligible", base, inference: { covariance: "CR0" } });
      // By arm each of the four means has c/(c − 1) for its own c people, as each of the two differences by itself.
      const byArm = tripleDifference(panel, { eligible: "eligible", base }).effects;
      const eligible = panel.covariates[0].values;
      const [own, others] = [1, 0].map(
        (v) =>
          attGt(
            only(panel, (i) => eligible[i] === v),
            { base, compat: "did" },
          ).effects,
      );
      const [ownByArm, othersByArm] = [1, 0].map(
        (v) =>
          attGt(
            only(panel, (i) => eligible[i] === v),
            { base },
          ).effects,
      );
      expect(effects.terms.length).toBe(own.terms.length);
      effects.terms.forEach((t, k) => {
        expect([t.group, t.time, t.n]).toEqual([own.terms[k].group, own.terms[k].time, own.terms[k].n]);
        expect(Math.abs(effects.estimate[k] - (own.estimate[k] - others.estimate[k]))).toBeLessThan(1e-11);
      });
      const off = effects.covariance.map((v, at) => Math.abs(v - (own.covariance[at] + others.covariance[at])));
      expect(Math.max(...off)).toBeLessThan(1e-12);
      const offByArm = byArm.covariance.map((v, at) => Math.abs(v - (ownByArm.covariance[at] + othersByArm.covariance[at])));
      expect(Math.max(...offByArm)).toBeLessThan(1e-11);
    }
  });

  it("with covariates is three doubly robust differences, written out", () => {
    for (let seed = 0; seed < 500; seed++) {
      const panel = triplePanel({ seed, units: 90, weights: seed % 2 === 0 });
      const { effects } = tripleDifference(panel, { eligible: "eligible", covariates: ["z"], base: "universal" });
      const eligible = panel.covariates[0].values;
      effects.terms.forEach((t, k) => {
        const base = t.group! - 2;
        if (t.time! - 1 === base) {
          expect(effects.estimate[k]).toBe(0);
          return;
        }
        if (Number.isNaN(effects.estimate[k])) {
          expect(effects.problems.some((p) => p.code === "effects/cell-overlap" && p.params.group === t.group)).toBe(true);
          return;
        }
        const did = (g: number, e: number) =>
          drDid(
            panel,
            (i) =>
              panel.firstTreated[i] === t.group && eligible[i] === 1
                ? 1
                : panel.firstTreated[i] === g && eligible[i] === e
                  ? 0
                  : -1,
            t.time! - 1,
            base,
          );
        const direct = did(t.group!, 0) + did(NEVER, 1) - did(NEVER, 0);
        expect(Math.abs(effects.estimate[k] - direct)).toBeLessThan(1e-9);
      });
    }
  });

  it("compares with each later group apart and puts them together with the least variance", () => {
    const panel = triplePanel({ seed: 5, units: 150 });
    const plain = { inference: { covariance: "CR0" } } as const;
    const { effects } = tripleDifference(panel, { eligible: "eligible", control: "notYet", covariates: ["z"], ...plain });
    const never = tripleDifference(panel, { eligible: "eligible", covariates: ["z"], ...plain });
    // ATT(3, 3) may be compared with the group of 4 too.
    const k = effects.terms.findIndex((t) => t.group === 3 && t.time === 3);
    const later = only(
      { ...panel, firstTreated: panel.firstTreated.map((g) => (g === 4 ? NEVER : g === NEVER ? 9 : g)) },
      (i) => panel.firstTreated[i] !== NEVER,
    );
    const apart = tripleDifference(later, { eligible: "eligible", covariates: ["z"], ...plain }).effects;
    const K = effects.terms.length;
    const a = apart.terms.findIndex((t) => t.group === 3 && t.time === 3);
    const place = new Map(later.ids.map((id, i) => [id, i]));
    // Influence of both over all units, without small-sample factors.
    const one = panel.ids.map((_, i) => rowsOf(never.effects)[i * K + k]);
    const two = panel.ids.map((id) => {
      const i = place.get(id);
      return i === undefined ? 0 : rowsOf(apart)[i * apart.terms.length + a];
    });
    const cross = (u: number[], v: number[]) => u.reduce((s, x, i) => s + x * v[i], 0);
    const omega = Float64Array.from([cross(one, one), cross(one, two), cross(two, one), cross(two, two)]);
    const inverse = invertPositive(omega, 2)!;
    const all = inverse.reduce((s, v) => s + v, 0);
    const weights = [(inverse[0] + inverse[1]) / all, (inverse[2] + inverse[3]) / all];
    expect(effects.estimate[k]).toBeCloseTo(weights[0] * never.effects.estimate[k] + weights[1] * apart.estimate[a], 10);
    expect(effects.covariance[k * K + k]).toBeCloseTo(1 / all, 12);
    expect(effects.covariance[k * K + k]).toBeLessThan(never.effects.covariance[k * K + k]);
    // ATT(4, 4) has nobody but the never treated.
    const last = effects.terms.findIndex((t) => t.group === 4 && t.time === 4);
    expect(effects.estimate[last]).toBe(never.effects.estimate[last]);
  });

  it("has an influence that is the derivative by atom weight, of effects and of treated means", () => {
    const panel = triplePanel({ seed: 8, units: 90 });
    for (const control of ["never", "notYet"] as const) {
      const fit = tripleDifference(panel, {
        eligible: "eligible",
        covariates: ["z"],
        control,
        cluster: "school",
        inference: { covariance: "CR1" },
      });
      const levels = fit.withLevels!();
      const K = fit.effects.terms.length;
      expect(levels.estimate.slice(0, K)).toEqual(fit.effects.estimate);
      expect(fit.effects.clusters).toBe(20);
      const h = 1e-5;
      for (const a of [0, 7, 19]) {
        const at = (v: number) => fit.refit(Float64Array.from({ length: 20 }, (_, i) => (i === a ? v : 1)));
        const [high, low] = [at(1 + h), at(1 - h)];
        for (let k = 0; k < K; k++) {
          const slope = ((high[k] - low[k]) / (2 * h)) * Math.sqrt(20 / 19);
          expect(rowsOf(fit.effects)[a * K + k]).toBeCloseTo(slope, 6);
          expect(rowsOf(levels)[a * 2 * K + k]).toBe(rowsOf(fit.effects)[a * K + k]);
        }
      }
      for (let j = 0; j < K; j++)
        for (let k = 0; k < K; k++) expect(levels.covariance[j * 2 * K + k]).toBe(fit.effects.covariance[j * K + k]);
      const k = levels.terms.findIndex((t) => t.scale === "treatedMean" && t.group === 3 && t.time === 4);
      const own = [...panel.ids.keys()].filter((i) => panel.firstTreated[i] === 3 && panel.covariates[0].values[i] === 1);
      const y = own.map((i) => panel.measures[0].values[i * 5 + 3]);
      const mean = y.reduce((s, v) => s + v, 0) / y.length;
      expect(levels.estimate[k]).toBeCloseTo(mean, 12);
      const bySchool = new Map<number, number>();
      own.forEach((i, j) => {
        bySchool.set(i % 20, (bySchool.get(i % 20) ?? 0) + (y[j] - mean) / y.length);
      });
      const variance = [...bySchool.values()].reduce((s, v) => s + v * v, 0) * (20 / 19);
      expect(levels.covariance[k * 2 * K + k]).toBeCloseTo(variance, 12);
    }
  });

  it("finds the truth where plain comparisons do not, with a standard error of the right size", () => {
    const runs = 40;
    let sum = 0;
    let squares = 0;
    let variance = 0;
    for (let seed = 0; seed < runs; seed++) {
      const panel = triplePanel({ seed, units: 240, effect: 2 });
      const { effects } = tripleDifference(panel, { eligible: "eligible", covariates: ["z"], control: "notYet" });
      const simple = aggregate(effects, { type: "simple" });
      sum += simple.estimate[0] / runs;
      squares += simple.estimate[0] ** 2 / runs;
      variance += simple.covariance[0] / runs;
    }
    const spread = Math.sqrt(squares - sum * sum);
    expect(Math.abs(sum - 2)).toBeLessThan((3 * spread) / Math.sqrt(runs));
    expect(Math.sqrt(variance) / spread).toBeGreaterThan(0.75);
    expect(Math.sqrt(variance) / spread).toBeLessThan(1.3);
  });

  it("says why a cell is empty or a control group left out, and refuses what has no third difference", () => {
    const panel = triplePanel({ seed: 2, units: 48 });
    const before = structuredClone(panel);
    expect(() => tripleDifference(panel, { eligible: "who" })).toThrow("no covariate named who; it has eligible, z");
    expect(() => tripleDifference(panel, { eligible: "z" })).toThrow("48 units have another value");
    expect(() => tripleDifference(panel, { eligible: "eligible", covariates: ["eligible"] })).toThrow(
      "cannot also be a covariate",
    );
    const all = structuredClone(panel);
    all.covariates[0].values.fill(1);
    expect(() => tripleDifference(all, { eligible: "eligible" })).toThrow("no third difference");
    const few = structuredClone(panel);
    // Of the group of 4 nobody but the eligible is left.
    for (let i = 0; i < 48; i++) if (few.firstTreated[i] === 4) few.covariates[0].values[i] = 1;
    const { effects } = tripleDifference(few, { eligible: "eligible", control: "notYet" });
    effects.terms.forEach((t, k) => {
      expect(Number.isNaN(effects.estimate[k])).toBe(t.group === 4);
    });
    const codes = new Set(effects.problems.map((p) => p.code));
    expect(codes).toEqual(new Set(["effects/triple-few", "effects/triple-control-left-out"]));
    expect(aggregate(effects, { type: "simple" }).estimate[0]).not.toBeNaN();
    const fit = tripleDifference(panel, { eligible: "eligible", compat: "triplediff" });
    expect(fit.effects.df.every((df) => df === Number.POSITIVE_INFINITY)).toBe(true);
    expect(() => fit.refit(new Float64Array(48).fill(1), new Uint8Array(1))).toThrow("no roles to move");
    expect(() => fit.refit(new Float64Array(3))).toThrow("48 are needed");
    expect(panel).toEqual(before);
  });

  it("has no base, and counts in no average, where a group has nobody eligible", () => {
    const panel = triplePanel({ seed: 2, units: 48 });
    for (let i = 0; i < 48; i++) if (panel.firstTreated[i] === 4) panel.covariates[0].values[i] = 0;
    const fit = tripleDifference(panel, { eligible: "eligible", base: "universal" });
    fit.effects.terms.forEach((t, k) => {
      expect(Number.isNaN(fit.effects.estimate[k])).toBe(t.group === 4);
    });
    expect(fit.refit(new Float64Array(48).fill(1))).toEqual(fit.effects.estimate);
    const { estimate } = aggregate(fit.withLevels!(), { type: "dynamic" });
    expect(estimate.some(Number.isNaN)).toBe(false);
  });

  it("uses, in each cell, whoever is observed in both its periods when asked", () => {
    const panel = triplePanel({ seed: 3, units: 60 });
    panel.observed[4] = 0;
    panel.measures[0].values[4] = Number.NaN;
    expect(() => tripleDifference(panel, { eligible: "eligible" })).toThrow();
    const pair = tripleDifference(panel, { eligible: "eligible", incomplete: "pairwise" }).effects;
    const full = tripleDifference(panel, { eligible: "eligible", incomplete: "full" }).effects;
    const first = pair.terms.findIndex((t) => t.group === 3 && t.time === 3);
    const last = pair.terms.findIndex((t) => t.group === 3 && t.time === 5);
    expect(pair.terms[first].n).toBe(10);
    expect(pair.terms[last].n).toBe(9);
    expect(full.terms[first].n).toBe(9);
    expect(pair.estimate[last]).toBeCloseTo(full.estimate[last], 12);
  });
});
