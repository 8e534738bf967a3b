import { NEVER, type Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attGt } from "../att-gt/att-gt.js";
import { randomPanel } from "../att-gt/random-panel.fixture.js";
import { inferenceOptions } from "../options/inference-options.js";
import { randomWaves } from "../random-waves.fixture.js";
import { totalWeights } from "../total.js";
import { waveEffects } from "../wave-effects.js";
import { armLine } from "./arm-line.js";
import { permutationInterval } from "./permutation-interval.js";
import { randomisation } from "./randomisation.js";
import { schoolWaves } from "./school-waves.fixture.js";
import { statisticAt } from "./studentised-line.js";

const base = { ...inferenceOptions.parse({ draws: 999 }), level: 0.95 };
const schools = [4, 4, 4, 4, NEVER, NEVER, NEVER, NEVER];

function fitOf({ panel, comparison }: { panel: Panel; comparison: Comparison }, cluster = "school") {
  const fit = waveEffects(panel, comparison, { adjust: [], cluster, baseWindow: 2 });
  return { fit, c: totalWeights(fit.effects, "y") };
}

describe("randomisation within cluster", () => {
  it("goes through all 70 choices of 4 schools among 8, as nested loops do", async () => {
    const { fit, c } = fitOf(schoolWaves({ seed: 1, schools, effect: 0.5 }));
    const found = await randomisation(fit, c, base, { seed: 1 });
    const values = fit.armValues!(c);
    const write = armLine(values);
    const line = new Float64Array(5);
    const at = (arm: Int32Array) => {
      write(arm, line, 0);
      return statisticAt(line, 0, 0);
    };
    const observed = at(values.arm);
    let above = 0;
    let below = 0;
    for (let code = 0; code < 256; code++) {
      const arm = Int32Array.from({ length: 8 }, (_, j) => 1 - ((code >> j) & 1));
      if (arm.reduce((a, b) => a + b, 0) !== 4) continue;
      if (at(arm) >= observed - 1e-9) above++;
      if (at(arm) <= observed + 1e-9) below++;
    }
    expect(found).toMatchObject({
      exact: true,
      draws: 70,
      variant: "within cluster",
      clusters: 8,
      treatedClusters: 4,
      null: "sharp",
    });
    expect([found.pAbove, found.pBelow]).toEqual([above / 70, below / 70]);
    expect(found.p).toBe(Math.min(1, (2 * Math.min(above, below)) / 70));
    const strict = await randomisation(fit, c, { ...base, pValue: "strict" }, { seed: 1 });
    expect(strict.pAbove).toBeCloseTo((70 - below) / 70, 12);
  });

  it("is of the right size in every assignment of a world where nothing was changed", async () => {
    // Everyone's row stands in one set and counts alike: the comparison is the same whichever two of six schools start.
    const { panel, comparison } = schoolWaves({ seed: 2, schools: [4, 4, NEVER, NEVER, NEVER, NEVER], starters: 4 });
    const of = panel.clusterings[0].of;
    const found: number[] = [];
    for (let i = 0; i < 6; i++)
      for (let j = 0; j < i; j++) {
        const role = Uint8Array.from(comparison.unit, (u) => (of[u] === i || of[u] === j ? 1 : 0));
        const set = comparison.set.map(() => 0);
        const weight = Float64Array.from(role, () => 1);
        const { fit, c } = fitOf({ panel, comparison: { ...comparison, role, set, weight, independence: "unit" } });
        found.push((await randomisation(fit, c, base, { seed: 1 })).pAbove);
      }
    expect([...found].sort((a, b) => a - b)).toEqual(found.map((_, i) => (i + 1) / 15));
  });

  it("does not depend on the names of clusters, the order of rows or the scale", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 99 }), async (seed) => {
        const world = schoolWaves({ seed, schools: [4, 4, 5, 5, NEVER, NEVER, NEVER], starters: 2, gaps: 0.05 });
        const { panel, comparison } = world;
        const { fit, c } = fitOf(world);
        const one = await randomisation(fit, c, base, { seed: 1 });
        const names = panel.clusterings[0].of.map((j) => (3 * j + seed) % 7);
        const rows = [...comparison.unit.keys()].sort((a, b) => ((a * 37 + seed) % 101) - ((b * 37 + seed) % 101) || a - b);
        const pick = <T extends Int32Array | Uint8Array | Float64Array>(v: T) => v.map((_, r) => v[rows[r]]) as T;
        const G = comparison.waves.length;
        const moved: Comparison = {
          ...comparison,
          unit: pick(comparison.unit),
          wave: pick(comparison.wave),
          start: pick(comparison.start),
          set: pick(comparison.set),
          role: pick(comparison.role),
          weight: pick(comparison.weight),
          until: pick(comparison.until),
          uncensored: comparison.uncensored.map((_, at) => comparison.uncensored[rows[Math.floor(at / G)] * G + (at % G)]),
        };
        const other = {
          ...panel,
          clusterings: [{ ...panel.clusterings[0], of: names }],
          measures: panel.measures.map((m) => ({ ...m, values: m.values.map((v) => 1000 * v) })),
        };
        const again = fitOf({ panel: other, comparison: moved });
        const two = await randomisation(again.fit, again.c, base, { seed: 1 });
        expect(two).toMatchObject({ p: one.p, pAbove: one.pAbove, draws: 210, exact: true });
        expect(two.estimate).toBeCloseTo(1000 * one.estimate, 6);
      }),
      { numRuns: 5 },
    );
  });

  it("has limits where the one-sided tests turn, and finds a large effect", async () => {
    const many = [...schools.map(() => 4), ...schools.map(() => NEVER)];
    const { fit, c } = fitOf(schoolWaves({ seed: 3, schools: many, effect: 3, starters: 2 }));
    const found = await randomisation(fit, c, { ...base, draws: 1500 }, { seed: 4 });
    expect(found).toMatchObject({ exact: false, draws: 1500, pAbove: 1 / 1501 });
    expect(found.lower).toBeGreaterThan(0);
    expect(found.upper).toBeGreaterThan(found.estimate);
    expect(found).toEqual(await randomisation(fit, c, { ...base, draws: 1500 }, { seed: 4 }));
  });

  it("refuses without a clustering, and takes sets where schools hold both", async () => {
    const world = schoolWaves({ seed: 1, schools });
    const { fit, c } = fitOf(world, "person");
    await expect(randomisation(fit, c, { ...base, within: "cluster" }, { seed: 1 })).rejects.toThrow(/score bootstrap/);
    await expect(randomisation(fit, c, { ...base, within: "all" }, { seed: 1 })).rejects.toThrow(/within set/);
    await expect(randomisation(fit, c, { ...base, within: "stratum" }, { seed: 1 })).rejects.toThrow(/set or wave/);
    expect((await randomisation(fit, c, base, { seed: 1 })).variant).toBe("within set");
    const of = world.panel.clusterings[0].of.map((_, i) => i % 2);
    const mixed = fitOf(
      { ...world, panel: { ...world.panel, clusterings: [{ ...world.panel.clusterings[0], of, count: 2 }] } },
      "person",
    );
    expect((await randomisation(mixed.fit, mixed.c, base, { seed: 1 })).variant).toBe("within set");
  });
});

describe("randomisation of people", () => {
  it("within set is the permutation; within wave pools its sets", async () => {
    const { panel, comparison } = randomWaves({ seed: 5, sets: [2, 2], controls: 1, periods: 14, gaps: 0, later: 0 });
    const fit = waveEffects(panel, comparison, { adjust: [] });
    const c = totalWeights(fit.effects, "first");
    const set = await randomisation(fit, c, { ...base, within: "set" }, { seed: 1 });
    expect(set).toEqual({ ...(await permutationInterval(fit, c, base, { seed: 1 })), method: "randomisation" });
    expect(set.draws).toBe(16);
    const wave = await randomisation(fit, c, { ...base, within: "wave" }, { seed: 1 });
    expect(wave).toMatchObject({ variant: "within wave", draws: 36, exact: true });
    // Oracle: two of four in each wave, statistics by hand from everyone's own part.
    const part = (r: number) =>
      fit.effects.terms.reduce((sum, t, k) => {
        if (c[k] === 0 || comparison.wave[r] !== t.group) return sum;
        const y = panel.measures[0].values;
        const mean = [0, 1, 2, 3].reduce((s, b) => s + y[comparison.unit[r] * 14 + t.group! - 5 + b] / 4, 0);
        return sum + (c[k] / 2) * (y[comparison.unit[r] * 14 + t.time!] - mean);
      }, 0);
    const parts = [...comparison.unit.keys()].map(part);
    const statistic = (chosen: readonly number[]) => {
      let total = 0;
      let variance = 0;
      for (let g = 0; g < 2; g++) {
        const of = (treated: boolean) => [0, 1, 2, 3].map((i) => 4 * g + i).filter((r) => chosen.includes(r) === treated);
        for (const treated of [true, false]) {
          const v = of(treated).map((r) => parts[r]);
          const mean = (v[0] + v[1]) / 2;
          total += (treated ? 2 : -2) * mean;
          variance += 2 * ((v[0] - mean) ** 2 + (v[1] - mean) ** 2);
        }
      }
      return total / Math.sqrt(variance);
    };
    const pairs = [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].filter((j) => j < i).map((j) => [i, j]));
    const observed = statistic([0, 2, 4, 6]);
    const all = pairs.flatMap((a) => pairs.map((b) => statistic([...a, ...b.map((r) => r + 4)])));
    expect(wave.pAbove).toBeCloseTo(all.filter((t) => t >= observed - 1e-9).length / 36, 12);
  });

  it("moves units of everyone, and whole towns where those were given the programme", async () => {
    const panel = randomPanel({ seed: 6, units: 12, starts: [3, NEVER, NEVER] });
    const fit = attGt(panel, { outcomes: ["y"] });
    const c = Float64Array.from(fit.effects.terms, (t) => (t.event! >= 0 ? t.n : 0));
    const found = await randomisation(fit, c, base, { seed: 1 });
    expect(found).toMatchObject({ variant: "within all", draws: 495, exact: true, clusters: 12, treatedClusters: 4 });
    const town = attGt(panel, { outcomes: ["y"], cluster: "town" });
    // Towns are mixed: units, if nothing was asked for.
    expect((await randomisation(town, c, base, { seed: 1 })).variant).toBe("within all");
    await expect(randomisation(town, c, { ...base, within: "cluster" }, { seed: 1 })).rejects.toThrow(/3 of 3 clusters/);
    await expect(randomisation(town, c, { ...base, within: "set" }, { seed: 1 })).rejects.toThrow(/no matched sets/);
    const adjusted = attGt(panel, { outcomes: ["y"], covariates: ["z"], method: "reg" });
    await expect(randomisation(adjusted, c, base, { seed: 1 })).rejects.toThrow(/score bootstrap/);
  });
});
