import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { describe, expect, it } from "vitest";
import { withSchools } from "./crossed.fixture.js";
import { T } from "./crossed-oracle.fixture.js";
import { designSe } from "./design-se.js";
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

describe("which way", () => {
  const by = (panel: Panel, c: Comparison, options: EffectsOptionsInput) => {
    const { effects } = waveEffects(panel, c, { adjust: [], ...options });
    return { ...effects.inference!, codes: effects.problems.map((p) => p.code) };
  };

  it("is components where sets do not cross, to the bit, whatever is asked", () => {
    const { panel, comparison } = randomWaves({ seed: 1, sets: [9, 10], periods: T });
    const plain = waveEffects(panel, comparison, {}).effects;
    expect(plain.inference).toMatchObject({
      by: ["matched set"],
      reason: "sets-independent",
      degrees: "bellMcCaffrey",
      clusters: 19,
    });
    expect(plain.inference!.crossing).toBeUndefined();
    const asked = waveEffects(panel, comparison, { inference: { crossing: "multiway" } }).effects;
    expect(asked.covariance).toEqual(plain.covariance);
    expect(asked.df).toEqual(plain.df);
    expect(asked.problems.map((p) => p.code)).toContain("effects/crossing-nothing");
  });

  it("is clusters where sets nest in them", () => {
    const { panel, comparison } = randomWaves({ seed: 1, sets: [20, 20], periods: T });
    const of = new Int32Array(panel.units);
    comparison.unit.forEach((u, r) => {
      of[u] = comparison.set[r] >> 2;
    });
    const nested = { ...panel, clusterings: [{ name: "school", of, count: 10 }] };
    expect(by(nested, comparison, { cluster: "school" })).toMatchObject({
      by: ["school"],
      clusters: 10,
      reason: "sets-independent",
    });
    expect(by(nested, comparison, { cluster: "school", inference: { crossing: "clusters" } })).toMatchObject({ clusters: 10 });
  });

  it("is components while many remain, else by what was given the programme", () => {
    const { panel, comparison } = randomWaves({ seed: 2, sets: [30, 30], periods: T, gaps: 0, later: 0 });
    const pairs = {
      ...panel,
      clusterings: [{ name: "household", of: Int32Array.from(panel.ids, (_, i) => i % 200), count: 200 }],
    };
    expect(by(pairs, comparison, { cluster: "household" })).toMatchObject({
      crossing: "components",
      reason: "sets-cross-clusters",
    });
    const whole = withSchools(panel, comparison, schools);
    expect(by(whole, comparison, { cluster: "school" })).toMatchObject({ crossing: "clusters", reason: "clusters-assigned" });
    const mixed = {
      ...panel,
      clusterings: [{ name: "school", of: Int32Array.from(panel.ids, (_, i) => (i * 7) % 11), count: 11 }],
    };
    expect(by(mixed, comparison, { cluster: "school" })).toMatchObject({
      crossing: "multiway",
      by: ["school", "matched set"],
      reason: "sets-cross-clusters",
      clusters: 11,
    });
    expect(by(mixed, comparison, { cluster: "school", inference: { crossing: "clusters" } })).toMatchObject({
      crossing: "clusters",
      reason: "asked",
    });
    expect(() => by(whole, comparison, { cluster: "school", inference: { crossing: "components" } })).toThrow("crossing");
  });

  it("is people, or whole clusters, of strata and weights; never both ways", () => {
    const { panel, comparison } = randomWaves({ seed: 3, sets: [20, 20], periods: T, gaps: 0, later: 0 });
    const strata = regroup(comparison, { merge: 5, independence: "unit", seed: 3 });
    const whole = withSchools(panel, comparison, schools);
    expect(by(panel, strata, {})).toMatchObject({ by: ["person"], reason: "people-independent" });
    expect(by(whole, strata, { cluster: "school" })).toMatchObject({ crossing: "clusters", reason: "clusters-assigned" });
    expect(() => by(whole, strata, { cluster: "school", inference: { crossing: "multiway" } })).toThrow(
      "multiway is of matched sets",
    );
  });

  it("does not depend on the order of rows, or on what sets and schools are numbered", () => {
    const { panel, comparison: c } = world(9);
    for (const options of [{ cluster: "school" }, { cluster: "school", inference: { crossing: "multiway" } }] as const) {
      const { effects } = waveEffects(panel, c, options);
      const order = [...c.unit.keys()].sort((a, b) => ((a * 37) % 101) - ((b * 37) % 101) || a - b);
      const turn = <A extends Int32Array | Uint8Array | Float64Array>(values: A): A =>
        values.map((_, i) => values[order[i]]) as A;
      const W = c.waves.length;
      const turned: Comparison = {
        ...c,
        unit: turn(c.unit),
        wave: turn(c.wave),
        set: turn(c.set).map((s) => 28 - s),
        role: turn(c.role),
        weight: turn(c.weight),
        start: turn(c.start),
        until: turn(c.until),
        score: turn(c.score),
        uncensored: c.uncensored.map((_, i) => c.uncensored[order[Math.floor(i / W)] * W + (i % W)]),
      };
      const renamed = {
        ...panel,
        clusterings: panel.clusterings.map((k) => (k.name === "school" ? { ...k, of: k.of.map((s) => (s * 2) % 9) } : k)),
      };
      const other = waveEffects(renamed, turned, options).effects;
      effects.covariance.forEach((v, i) => {
        expect(other.covariance[i]).toBeCloseTo(v, 9);
      });
      effects.df.forEach((v, i) => {
        expect(other.df[i]).toBeCloseTo(v, 6);
      });
    }
  });

  it("has a design's standard error that no outcome of the treated enters", () => {
    const { panel, comparison } = world(10);
    const other = { ...panel, measures: panel.measures.map((m) => ({ ...m, values: m.values.slice() })) };
    comparison.unit.forEach((u, r) => {
      if (comparison.role[r] === 1) for (let t = 8; t < T; t++) other.measures[0].values[u * T + t] += 100 * ((r % 5) + 1);
    });
    const [plain, changed] = [panel, other].map((p) => {
      const fit = waveEffects(p, comparison, { adjust: [], cluster: "school" });
      return designSe(fit, totalWeights(fit.effects, "first"));
    });
    expect(plain.se).toBeGreaterThan(0);
    expect(changed.se).toBeCloseTo(plain.se, 9);
    expect(plain.sets).toBe(4);
  });
});
