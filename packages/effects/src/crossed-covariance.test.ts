import { extremeEigenvalues, stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { reused } from "./crossed.fixture.js";
import { crossedCovariance } from "./crossed-covariance.js";
import { cellsOf, covarianceBy, influence, T } from "./crossed-oracle.fixture.js";
import { degreesOfFreedom } from "./degrees-of-freedom.js";
import type { Crossing } from "./effects-value.js";
import { events } from "./events.js";
import { jointDegreesOfFreedom } from "./joint-degrees-of-freedom.js";
import { randomWaves } from "./random-waves.fixture.js";
import { totalWeights } from "./total.js";
import { waveEffects } from "./wave-effects.js";

describe("controls that serve several sets", () => {
  const setup = (seed: number, sets = [14, 15]) => {
    const { panel, comparison } = randomWaves({ seed, sets, periods: T, gaps: 0, later: 0 });
    return { panel, comparison: reused(comparison, seed) };
  };

  it("counts people and sets at once where they are all connected: V₁ + V₂ − V₁₂ to the digit", () => {
    const { panel, comparison } = setup(1, [30, 30]);
    const { effects } = waveEffects(panel, comparison, { adjust: [] }, ["first"]);
    expect(effects.problems.map((p) => p.code)).toEqual(["effects/counted-both-ways"]);
    expect(effects.inference).toMatchObject({ by: ["person", "matched set"], crossing: "multiway", reason: "controls-reused" });
    expect(influence(effects).crossing!.groups).toEqual([new Set(comparison.unit).size, 60]);
    const K = effects.terms.length;
    const wanted = [1, 8, K - 2];
    const by = (group: readonly number[]) => covarianceBy(panel, comparison, cellsOf(effects, wanted), group);
    const [person, set, both] = [by([...comparison.unit]), by([...comparison.set]), by([...comparison.unit.keys()])];
    wanted.forEach((j, a) => {
      wanted.forEach((k, b) => {
        expect(effects.covariance[j * K + k]).toBeCloseTo(person[a][b] + set[a][b] - both[a][b], 12);
      });
    });
  });

  it("is raised to the variance of one clustering where it falls below, and to the nearest joint covariance", () => {
    // Two people in each of two sets: atoms (0,0), (1,0), (0,1), (1,1).
    const crossing: Crossing = {
      names: ["person", "matched set"],
      of: [Int32Array.of(0, 1, 0, 1), Int32Array.of(0, 0, 1, 1)],
      groups: [2, 2],
    };
    const columns = (column: number[], bySet: number[]) => ({
      columns: [Float64Array.from(column)],
      bySet: [Float64Array.from(bySet)],
      byBoth: [Float64Array.from(column)],
    });
    // By person 4 + 4, by set 0, by both 4: nothing to raise.
    expect(crossedCovariance(columns([1, -1, 1, -1], [0, 0]), crossing, false)).toMatchObject({
      covariance: Float64Array.of(4),
      raised: 0,
      fixed: false,
    });
    // By person 0, by set 0, by both 4: negative, and neither alone gives more than 0.
    expect(crossedCovariance(columns([1, -1, -1, 1], [0, 0]), crossing, false)).toMatchObject({ raised: 0, fixed: true });
    // By person 0, by set 8, by both 4: less than by set alone.
    expect(crossedCovariance(columns([1, 1, -1, -1], [2, -2]), crossing, false)).toMatchObject({
      covariance: Float64Array.of(8),
      raised: 1,
      fixed: false,
    });
    // By person 8, by set 0: less than by person alone, where that may not be.
    expect(crossedCovariance(columns([1, -1, 1, -1], [0, 0]), crossing, true).covariance[0]).toBe(8);
  });

  it("sees to the eigenvalues of the terms that are to stand together, and leaves the others", () => {
    const { crossing, columns } = random(24);
    const K = columns.columns.length;
    const [odd, even] = [1, 0].map((rest) => [...columns.columns.keys()].filter((k) => k % 2 === rest));
    const plain = crossedCovariance(columns, crossing, false, []).covariance;
    const { covariance, fixed } = crossedCovariance(columns, crossing, false, [odd, even]);
    expect(fixed).toBe(true);
    for (const own of [odd, even]) {
      const pick = (from: readonly Float64Array[]) => own.map((k) => from[k]);
      const alone = { columns: pick(columns.columns), bySet: pick(columns.bySet), byBoth: pick(columns.byBoth) };
      const wanted = crossedCovariance(alone, crossing, false).covariance;
      own.forEach((j, a) => {
        own.forEach((k, b) => {
          expect(covariance[j * K + k]).toBe(wanted[a * own.length + b]);
        });
      });
    }
    for (const j of odd) for (const k of even) expect(covariance[j * K + k]).toBe(plain[j * K + k]);
  });

  it("has people's degrees of freedom in combinations, and a joint test the fewest of its terms", () => {
    const { panel, comparison } = setup(2);
    const { effects } = waveEffects(panel, comparison, { adjust: [] });
    const c = totalWeights(effects, "first");
    expect(degreesOfFreedom(effects, c)).toBeGreaterThan(15);
    expect(degreesOfFreedom(effects, c)).toBeLessThan(60);
    const study = events(effects, "first");
    expect(jointDegreesOfFreedom(study)).toBe(study.df.reduce((a, b) => Math.min(a, b)));
    const { smallest, largest } = extremeEigenvalues(effects.covariance, effects.terms.length);
    expect(smallest).toBeGreaterThan(-1e-10 * largest);
  });

  it("has mean outcomes in the same covariance", () => {
    const { panel, comparison } = setup(4);
    const fit = waveEffects(panel, comparison, { adjust: [] }, ["first"]);
    const levels = fit.withLevels();
    const K = fit.effects.terms.length;
    for (let k = 0; k < K; k++) {
      expect(levels.covariance[k * 2 * K + k]).toBe(fit.effects.covariance[k * K + k]);
      // Nobody starts twice: the treated's mean varies as a mean of people, whichever way they are counted.
      const at = K + k;
      const { n, group, time } = fit.effects.terms[k];
      const y = [...comparison.unit.keys()]
        .filter((r) => comparison.role[r] === 1 && comparison.wave[r] === group)
        .map((r) => panel.measures[0].values[comparison.unit[r] * T + time!]);
      const mean = y.reduce((a, b) => a + b) / n;
      const variance = y.reduce((v, own) => v + (own - mean) ** 2, 0) / (n - 1) / n;
      // Negative eigenvalues of the joint covariance were set to 0, which adds a little.
      expect(levels.covariance[at * 2 * K + at]).toBeGreaterThan(variance - 1e-10);
      expect(levels.covariance[at * 2 * K + at]).toBeLessThan(1.05 * variance);
    }
  });

  it("has an influence that is the derivative by person and set", () => {
    const { panel, comparison } = setup(5, [40, 44]);
    const fit = waveEffects(panel, comparison, { compat: "did" }, ["first"]);
    const { rows, atoms } = influence(fit.effects);
    expect(fit.effects.inference?.crossing).toBe("multiway");
    const K = fit.effects.terms.length;
    const h = 1e-5;
    for (const a of [0, 7, atoms - 1]) {
      const at = (v: number) => fit.refit(Float64Array.from({ length: atoms }, (_, i) => (i === a ? v : 1)));
      const high = at(1 + h);
      const low = at(1 - h);
      for (let k = 0; k < K; k++) expect((high[k] - low[k]) / (2 * h)).toBeCloseTo(rows[a * K + k], 7);
    }
  });
});

/** Influence of some terms of 40 atoms by 5 clusters and 8 sets, as by lot. */
function random(terms: number) {
  const draws = stream(1, "test/crossed", 0);
  const of = (n: number) => Array.from({ length: terms }, () => Float64Array.from({ length: n }, () => draws.normal()));
  const by = (n: number) => Int32Array.from({ length: 40 }, (_, a) => a % n);
  const crossing: Crossing = { names: ["school", "matched set"], of: [by(5), by(8)], groups: [5, 8] };
  return { crossing, columns: { columns: of(40), bySet: of(8), byBoth: of(40) } };
}
