import type { Comparison } from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { events } from "../../events.js";
import { randomWaves } from "../../random-waves.fixture.js";
import { waveEffects } from "../../wave-effects.js";
import { attGt } from "../att-gt.js";
import { panelDefinition } from "../definitions.fixture.js";

const spec = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  sets: fc.constantFrom([6], [5, 4], [4, 6, 3]),
  controls: fc.integer({ min: 1, max: 3 }),
  gaps: fc.constantFrom(0, 0.1),
  later: fc.constantFrom(0, 0.3),
});
const asked = { base: "universal", baseWindow: 3, incomplete: "pairwise" } as const;

describe("attGt of a comparison", () => {
  it("has the point estimates of waveEffects without adjustment, on the same base, in every cell that has both", () => {
    fc.assert(
      fc.property(spec, fc.boolean(), (how, reuse) => {
        const { panel, comparison } = randomWaves({ ...how, periods: 13, reuse });
        const waves = waveEffects(panel, comparison, { adjust: [], baseWindow: 3 }).effects;
        const { effects } = attGt(panel, asked, comparison);
        const at = new Map(effects.terms.map((t, k) => [`${t.outcome}/${t.group}/${t.time}`, k]));
        waves.terms.forEach(({ outcome, group, time, n, controls }, j) => {
          const k = at.get(`${outcome}/${group}/${time}`);
          if (k === undefined) {
            expect(effects.problems.some((p) => p.params.group === group && p.params.time === time)).toBe(true);
            return;
          }
          expect(effects.estimate[k]).toBeCloseTo(waves.estimate[j], 10);
          expect([effects.terms[k].n, effects.terms[k].controls]).toEqual([n, controls]);
        });
      }),
      { numRuns: 12 },
    );
  });

  it("takes covariates into account on the rows of the wave alone", () => {
    const made = randomWaves({ seed: 5, sets: [20, 25], gaps: 0, later: 0, periods: 12 });
    const { panel } = made;
    const comparison = { ...made.comparison, uncensored: made.comparison.uncensored.map(() => 1) };
    const z = Float64Array.from({ length: panel.units }, (_, i) => comparison.score[i] + (i % 3));
    const given = {
      ...panel,
      covariates: [{ name: "z", values: z }],
      samplingWeight: Float64Array.from(z, (v) => 1 + 0.1 * Math.abs(v)),
    };
    for (const method of ["reg", "ipw", "dr", "drImproved"] as const) {
      const { effects } = attGt(given, { ...asked, method, covariates: ["z"], outcomes: ["first"] }, comparison);
      const T = 12;
      effects.terms.forEach(({ group, time }, k) => {
        if (time === undefined || effects.problems.some((p) => p.params.group === group && p.params.time === time)) return;
        const rows = [...comparison.unit.keys()].filter((r) => comparison.wave[r] === group);
        const y = panel.measures[0].values;
        // Sampling weights count within a set; controls share the weight of its treated.
        const own = (r: number) => comparison.weight[r] * given.samplingWeight[comparison.unit[r]];
        const sum = (set: number, role: number) =>
          rows.filter((r) => comparison.set[r] === set && comparison.role[r] === role).reduce((s, r) => s + own(r), 0);
        const wanted = panelDefinition(
          rows.map((r) => {
            const i = comparison.unit[r];
            const s = comparison.set[r];
            // Time zero is one period before the start; the base the three before that.
            const base = [4, 3, 2].map((b) => y[i * T + group! - b]).reduce((a, b) => a + b, 0) / 3;
            const w = comparison.role[r] === 1 ? own(r) : (own(r) / sum(s, 0)) * sum(s, 1);
            return { d: comparison.role[r], w, x: [1, z[i]], y: y[i * T + time] - base };
          }),
          method,
        );
        expect(effects.estimate[k]).toBeCloseTo(wanted, 9);
      });
    }
  });

  it("has an influence that is the derivative by the weight of an atom, people and sets held together", () => {
    const { panel, comparison } = randomWaves({ seed: 8, sets: [8, 7], gaps: 0, later: 0, periods: 14, reuse: true });
    const given = { ...panel, covariates: [{ name: "z", values: comparison.score.slice() }] };
    const outcomes = ["first"];
    const fit = attGt(given, { ...asked, outcomes, method: "reg", covariates: ["z"], compat: "did" }, comparison);
    const { basis, terms } = fit.effects;
    if (basis.kind !== "influence") throw new Error("no influence");
    // The starter of the second wave who serves in the first holds two sets together.
    expect(basis.atoms).toBe(14);
    const h = 1e-5;
    for (const a of [0, 3]) {
      const up = new Float64Array(basis.atoms).fill(1);
      const down = up.slice();
      up[a] += h;
      down[a] -= h;
      const [high, low] = [fit.refit(up), fit.refit(down)];
      terms.forEach((_, k) => {
        expect((high[k] - low[k]) / (2 * h)).toBeCloseTo(basis.rows[a * terms.length + k], 6);
      });
    }
    const apart = attGt(given, { ...asked, outcomes }, { ...comparison, independence: "unit" }).effects;
    expect(apart.clusters).toBeGreaterThan(14);
  });

  it("adds up to events with a standard error near that of waveEffects", () => {
    const { panel, comparison } = randomWaves({ seed: 3, sets: [30, 30], gaps: 0, later: 0, periods: 16 });
    const mine = events(attGt(panel, { ...asked, outcomes: ["first"] }, comparison).effects, "first");
    const theirs = events(waveEffects(panel, comparison, { adjust: [], baseWindow: 3 }, ["first"]).effects, "first");
    expect(theirs.terms.length).toBeGreaterThan(10);
    theirs.terms.forEach(({ event }, j) => {
      const k = mine.terms.findIndex((t) => t.event === event);
      const [K, J] = [mine.terms.length, theirs.terms.length];
      if (!(theirs.covariance[j * J + j] > 0) || event === -2) return;
      expect(Math.sqrt(mine.covariance[k * K + k] / theirs.covariance[j * J + j])).toBeCloseTo(1, 1);
    });
  });

  it("leaves out whoever is not observed throughout or lacks a covariate, and refuses what a comparison decides", () => {
    const { panel, comparison } = randomWaves({ seed: 4, sets: [12], gaps: 0.02, periods: 14 });
    expect(() => attGt(panel, { base: "universal" }, comparison)).toThrow(/people of the comparison .* are not observed/);
    const full = attGt(panel, { ...asked, incomplete: "full" }, comparison).effects;
    expect(full.problems.map((p) => p.code)).toContain("effects/incomplete-dropped");
    expect(full.use!.units).toBeLessThan(full.use!.unitsGiven);
    const lacking = { ...panel, covariates: [{ name: "z", values: comparison.score.map((v, i) => (i === 1 ? Number.NaN : v)) }] };
    const left = attGt(lacking, { ...asked, covariates: ["z"], method: "reg" }, comparison).effects;
    expect(left.problems.find((p) => p.code === "effects/covariate-missing")?.params).toMatchObject({ count: 1, treated: 0 });
    expect(() => attGt(panel, { ...asked, control: "notYet" }, comparison)).toThrow("who the controls are");
    expect(() => attGt(panel, { ...asked, incomplete: "crossSection" }, comparison)).toThrow("pairwise or full");
    expect(() => attGt(panel, { ...asked, anticipation: 3 }, comparison)).toThrow("match anew");
    expect(() => attGt(panel, { ...asked, cluster: "town" }, comparison)).toThrow("town");
    expect(attGt(panel, { ...asked, cluster: "household" }, comparison).effects.clusters).toBeGreaterThan(1);
  });

  it("carries the estimation of weights as waveEffects does: one set a wave, people independent", () => {
    const { panel, comparison } = randomWaves({ seed: 6, sets: [1, 1], controls: 39, gaps: 0, later: 0, periods: 14 });
    const rows = comparison.unit.length;
    const random = stream(6, "test/comparison-source", 0);
    const draw = (n: number) => Float64Array.from({ length: n }, () => random.normal() / 10);
    const role = comparison.role.map((_, r) => (r % 40 < 12 ? 1 : 0));
    const gradient = draw(rows * 2).map((v, c) => (role[c >> 1] === 1 ? 0 : v));
    const weighted: Comparison = {
      ...comparison,
      role,
      weight: Float64Array.from(role, (treated) => (treated === 1 ? 1 : 0.2 + random.uniform())),
      independence: "unit",
      uncensored: comparison.uncensored.map(() => 1),
      estimation: { parameters: 2, influence: draw(rows * 2), gradient },
    };
    const theirs = waveEffects(panel, weighted, { adjust: [], baseWindow: 3, compat: "did" }, ["first"]).effects;
    const mine = attGt(panel, { ...asked, outcomes: ["first"], compat: "did" }, weighted).effects;
    if (mine.basis.kind !== "influence" || theirs.basis.kind !== "influence") throw new Error("no influence");
    const [K, J] = [mine.terms.length, theirs.terms.length];
    let compared = 0;
    for (let j = 0; j < J; j++) {
      const k = mine.terms.findIndex((t) => t.group === theirs.terms[j].group && t.time === theirs.terms[j].time);
      expect(mine.estimate[k]).toBeCloseTo(theirs.estimate[j], 10);
      for (let a = 0; a < mine.basis.atoms; a++, compared++)
        expect(mine.basis.rows[a * K + k]).toBeCloseTo(theirs.basis.rows[a * J + j], 10);
    }
    expect(compared).toBeGreaterThan(1000);
  });
});
