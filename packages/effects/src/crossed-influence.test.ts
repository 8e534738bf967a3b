import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { exp, stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { clusterMean } from "./cluster-mean.js";
import { combine } from "./combine.js";
import { withSchools } from "./crossed.fixture.js";
import { cellsOf, covarianceBy, influence, T } from "./crossed-oracle.fixture.js";
import { degreesOfFreedom } from "./degrees-of-freedom.js";
import type { EffectsOptionsInput } from "./options/effects-options.js";
import { randomWaves } from "./random-waves.fixture.js";
import { regroup } from "./regroup.fixture.js";
import { totalWeights } from "./total.js";
import { waveEffects } from "./wave-effects.js";

const schools = { seed: 5, starting: [3, 2], never: 4 };

function world(seed: number, sets = [14, 15], rest: { gaps?: number; later?: number } = {}) {
  const { panel, comparison } = randomWaves({ seed, sets, periods: T, gaps: 0, later: 0, ...rest });
  return { panel: withSchools(panel, comparison, schools), comparison };
}

const schoolOf = (panel: Panel, c: Comparison) =>
  Array.from(c.unit, (u) => panel.clusterings.find((k) => k.name === "school")!.of[u]);

describe("whole schools that got the programme, matched sets across schools", () => {
  it("has the covariance by school of its definition, within and between waves and outcomes", () => {
    const { panel, comparison } = world(1);
    const { effects } = waveEffects(panel, comparison, { adjust: [], cluster: "school" });
    const K = effects.terms.length;
    const wanted = [3, K / 2 - 2, K / 2 + 1, K - 1];
    expect(new Set(wanted.map((k) => effects.terms[k].group)).size).toBe(2);
    const dense = covarianceBy(panel, comparison, cellsOf(effects, wanted), schoolOf(panel, comparison));
    wanted.forEach((j, a) => {
      wanted.forEach((k, b) => {
        expect(effects.covariance[j * K + k]).toBeCloseTo(dense[a][b], 12);
      });
    });
    expect(effects.clusters).toBe(9);
    expect(effects.inference).toMatchObject({
      covariance: "CR2",
      degrees: "bellMcCaffrey",
      by: ["school"],
      crossing: "clusters",
      clusters: 9,
      treatedClusters: 5,
      reason: "clusters-assigned",
    });
    expect(effects.inference!.largestShare).toBeCloseTo(8 / 29, 12);
    const { treated, stratum } = influence(effects);
    expect(treated!.reduce((a, b) => a + b)).toBe(5);
    expect([...stratum].filter((s) => s === 2)).toHaveLength(4);
    expect(effects.problems.map((p) => p.code)).toContain("effects/counted-by-cluster");
  });

  it("has Bell and McCaffrey's degrees of freedom, weighed by what people alike would put in", () => {
    const { panel, comparison: given } = world(2);
    const comparison = { ...given, uncensored: given.uncensored.map(() => 1) };
    const { effects } = waveEffects(panel, comparison, { adjust: [], cluster: "school" });
    const { degrees } = influence(effects);
    const c = totalWeights(effects, "first");
    // Of a cell of n starters at 1:3, the treated put in σ²/n and the controls σ²/(3n); in the total times n² for each of the periods seen.
    const periods = [6, 3];
    const parts = [14 * periods[0], 15 * periods[1], (14 * periods[0] + 15 * periods[1]) / 3];
    const sum = parts.reduce((x, y) => x + y, 0);
    const over = parts.reduce((x, v, s) => x + (v * v) / degrees![s], 0);
    expect(degreesOfFreedom(effects, c)).toBeCloseTo((sum * sum) / over, 9);
    // Fourteen starters in schools of 5, 5 and 4; fifteen in 8 and 7; four schools of controls.
    expect(degrees![0]).toBeCloseTo(clusterMean([5, 5, 4]).df, 9);
    expect(degrees![1]).toBeCloseTo(clusterMean([8, 7]).df, 9);
    const sizes = new Map<number, number>();
    schoolOf(panel, comparison).forEach((school, r) => {
      if (comparison.role[r] === 0) sizes.set(school, (sizes.get(school) ?? 0) + 1);
    });
    expect(degrees![2]).toBeCloseTo(clusterMean([...sizes.values()]).df, 9);
    const cell = effects.terms.findIndex((t) => t.outcome === "first" && t.event === 1 && t.group === 8);
    expect(effects.df[cell]).toBeGreaterThan(degrees![0]);
    expect(effects.df[cell]).toBeLessThan(5);
    const K = effects.terms.length;
    const doubled = combine(
      effects,
      Float64Array.from({ length: K }, (_, k) => 2 * c[k]),
      [effects.terms[0]],
    );
    expect(doubled.df[0]).toBeCloseTo((sum * sum) / over, 9);
    const two = combine(
      effects,
      Float64Array.from({ length: 2 * K }, (_, i) => c[i % K] * (i < K ? 1 : i % 2)),
      [effects.terms[0], effects.terms[1]],
    );
    expect(degreesOfFreedom(two, Float64Array.of(1, 1e-9))).toBeCloseTo((sum * sum) / over, 6);
  });

  it.each(["set", "unit"] as const)("has an influence that is the derivative by school (%s)", (independence) => {
    const { panel, comparison } = world(3, [40, 44], { gaps: 0.1, later: 0.3 });
    const given =
      independence === "set" ? comparison : regroup(comparison, { merge: 5, independence, spread: 0.5, both: true, seed: 3 });
    const fit = waveEffects(panel, given, { compat: "did", cluster: "school" }, ["first"]);
    const { rows } = influence(fit.effects);
    expect(fit.effects.clusters).toBe(9);
    expect(fit.effects.inference).toMatchObject({ covariance: "CR0", degrees: "normal", reason: "compat" });
    const K = fit.effects.terms.length;
    const h = 1e-5;
    for (let a = 0; a < 9; a++) {
      const at = (v: number) => fit.refit(Float64Array.from({ length: 9 }, (_, i) => (i === a ? v : 1)));
      const high = at(1 + h);
      const low = at(1 - h);
      for (let k = 0; k < K; k++) expect((high[k] - low[k]) / (2 * h)).toBeCloseTo(rows[a * K + k], 7);
    }
    const same = fit.refit(new Float64Array(9).fill(1));
    same.forEach((v, k) => {
      expect(v).toBeCloseTo(fit.effects.estimate[k], 12);
    });
  });

  it("carries the estimation of weights: the derivative of each cell by the parameter", () => {
    const { panel, comparison } = world(4, [30, 34], { gaps: 0.1, later: 0.3 });
    const given = regroup(comparison, { merge: Number.POSITIVE_INFINITY, independence: "unit", spread: 0.5, seed: 4 });
    const random = stream(7, "test/estimation", 0);
    const z = Float64Array.from(given.unit, () => random.normal());
    const share = Float64Array.from(given.unit, () => random.normal() / 50);
    const weightAt = (theta: number) => given.weight.map((w, r) => w * exp(theta * z[r]));
    const options: EffectsOptionsInput = { compat: "did", adjust: ["score"], cluster: "school" };
    const held = waveEffects(panel, given, options).effects;
    const gradient = given.weight.map((w, r) => w * z[r]);
    const found = waveEffects(panel, { ...given, estimation: { parameters: 1, influence: share, gradient } }, options);
    const K = held.terms.length;
    const h = 1e-5;
    const high = waveEffects(panel, { ...given, weight: weightAt(h) }, options).effects.estimate;
    const low = waveEffects(panel, { ...given, weight: weightAt(-h) }, options).effects.estimate;
    const byAtom = new Float64Array(9);
    found.design.atoms.ofRow.forEach((a, r) => {
      byAtom[a] += share[r];
    });
    for (let k = 0; k < K; k++)
      for (const a of [0, 4, 8])
        expect(influence(found.effects).rows[a * K + k] - influence(held).rows[a * K + k]).toBeCloseTo(
          ((high[k] - low[k]) / (2 * h)) * byAtom[a],
          7,
        );
  });

  it("tells mean outcomes in the same covariance", () => {
    const { panel, comparison } = world(6);
    const fit = waveEffects(panel, comparison, { adjust: [], cluster: "school" }, ["first"]);
    const K = fit.effects.terms.length;
    const levels = fit.withLevels();
    const { rows, stratum } = influence(levels);
    for (let j = 0; j < K; j++)
      for (let k = 0; k < K; k++) expect(levels.covariance[j * 2 * K + k]).toBe(fit.effects.covariance[j * K + k]);
    for (const [j, k] of [
      [1, K + 1],
      [K + 2, K + 3],
    ]) {
      let v = 0;
      for (let a = 0; a < stratum.length; a++) v += rows[a * 2 * K + j] * rows[a * 2 * K + k];
      expect(levels.covariance[j * 2 * K + k]).toBeCloseTo(v, 12);
    }
  });

  it("leaves out waves with starters of one school, and says what to use where there are no others", () => {
    const { panel, comparison } = randomWaves({ seed: 7, sets: [12, 12], periods: T, gaps: 0, later: 0 });
    const some = withSchools(panel, comparison, { seed: 1, starting: [1, 2], never: 4 });
    const { effects } = waveEffects(some, comparison, { adjust: [], cluster: "school" });
    expect(effects.terms.every((t) => t.group === comparison.waves[1])).toBe(true);
    expect(effects.problems.map((p) => p.code)).toEqual(expect.arrayContaining(["effects/cell-one-cluster"]));
    const few = withSchools(panel, comparison, { seed: 1, starting: [1, 1], never: 4 });
    expect(() => waveEffects(few, comparison, { adjust: [], cluster: "school" })).toThrow("fewTreated, randomisation");
  });

  it("warns of two treated schools, whose figure has about one degree of freedom", () => {
    const { panel, comparison } = randomWaves({ seed: 8, sets: [16], periods: T, gaps: 0, later: 0 });
    const two = withSchools(panel, comparison, { seed: 1, starting: [2], never: 6 });
    const { effects } = waveEffects(two, comparison, { adjust: [], cluster: "school" });
    const warned = effects.problems.find((p) => p.code === "effects/few-treated-clusters");
    expect(warned).toMatchObject({ severity: "warning", params: { name: "school", treated: 2, clusters: 8, share: 50 } });
    const c = totalWeights(effects, "first");
    expect(influence(effects).degrees![0]).toBeCloseTo(1, 9);
    expect(degreesOfFreedom(effects, c)).toBeLessThan((4 / 3) ** 2);
    expect(degreesOfFreedom(effects, c)).toBeGreaterThan(1);
  });
});
