import { describe, expect, it } from "vitest";
import { designSe } from "./design-se.js";
import { naive } from "./naive.js";
import { paths } from "./paths.js";
import { randomWaves } from "./random-waves.fixture.js";
import { totalWeights } from "./total.js";
import { waveEffects } from "./wave-effects.js";

const T = 20;

describe("paths, naive", () => {
  it("are the plain means and sums of their definitions", () => {
    const { panel, comparison } = randomWaves({ seed: 1, sets: [4, 5], controls: 2, gaps: 0, later: 0 });
    const fit = waveEffects(panel, comparison, { adjust: [] });
    const y = panel.measures[0].values;
    const at = (unit: number, t: number) => y[unit * T + t];
    const found = paths(panel, comparison, fit, "first");
    const i = found.event.indexOf(1);
    // Event 1: period 9 for the first four sets, period 12 for the next five; every set has units 3s, 3s+1, 3s+2.
    let treated = 0;
    let control = 0;
    for (let s = 0; s < 9; s++) {
      const t = s < 4 ? 9 : 12;
      treated += at(3 * s, t) / 9;
      control += (at(3 * s + 1, t) + at(3 * s + 2, t)) / 18;
    }
    expect(found.n[i]).toBe(9);
    expect(found.treated[i]).toBeCloseTo(treated, 12);
    // Weights differ within sets once a later wave's referral passes (period 10): only the first wave is exact here.
    const first = paths(
      panel,
      comparison,
      { ...fit, effects: { ...fit.effects, terms: fit.effects.terms.filter((t) => t.group === 8) } },
      "first",
    );
    let own = 0;
    for (let s = 0; s < 4; s++) own += (at(3 * s + 1, 9) + at(3 * s + 2, 9)) / 8;
    expect(first.comparison[first.event.indexOf(1)]).toBeCloseTo(own, 12);
    expect(Math.abs(found.comparison[i] - control)).toBeLessThan(0.5);
    // At risk in wave 8 and not matched: the later wave's people; its starters until their referral at 10.
    let rest = 0;
    for (let u = 12; u < 27; u++) rest += at(u, 9) / 15;
    expect(first.rest[first.event.indexOf(1)]).toBeCloseTo(rest, 12);

    let before = 0;
    let versus = 0;
    for (let s = 0; s < 9; s++) {
      const g = s < 4 ? 8 : 11;
      const base = (at(3 * s, g - 2) + at(3 * s, g - 3) + at(3 * s, g - 4) + at(3 * s, g - 5)) / 4;
      for (let t = g; t < T; t++) {
        before += at(3 * s, t) - base;
        let never = 0;
        for (let u = 0; u < 27; u++) if (u % 3 !== 0) never += at(u, t) / 18;
        versus += at(3 * s, t) - never;
      }
    }
    const simple = naive(panel, comparison, fit, "first");
    expect(simple.beforeAfter).toBeCloseTo(before, 9);
    expect(simple.treatedVersusRest).toBeCloseTo(versus, 9);
  });
});

describe("designSe", () => {
  it("is the scaled standard error of the nearest control against the others", () => {
    const { panel, comparison } = randomWaves({ seed: 2, sets: [8], controls: 3, gaps: 0, later: 0 });
    const fit = waveEffects(panel, comparison, { adjust: [] });
    const c = Float64Array.from(fit.effects.terms, (t) => (t.outcome === "first" && t.time === 15 ? 5 : 0));
    const y = panel.measures[0].values;
    const change = (u: number) => y[u * T + 15] - (y[u * T + 3] + y[u * T + 4] + y[u * T + 5] + y[u * T + 6]) / 4;
    const d = Array.from({ length: 8 }, (_, s) => change(4 * s + 1) - (change(4 * s + 2) + change(4 * s + 3)) / 2);
    const mean = d.reduce((a, b) => a + b) / 8;
    const se = Math.sqrt(d.reduce((a, b) => a + (b - mean) * (b - mean), 0) / 7 / 8);
    const found = designSe(fit, c);
    expect(found.se).toBeCloseTo(5 * se * Math.sqrt((1 + 1 / 3) / (1 + 1 / 2)), 10);
    expect(found.df).toBeCloseTo(7, 8);
  });

  it("never looks at the treated", () => {
    const { panel, comparison } = randomWaves({ seed: 3, sets: [12, 12], controls: 3 });
    const fit = waveEffects(panel, comparison, { adjust: [] });
    const other = structuredClone(panel);
    comparison.unit.forEach((unit, r) => {
      if (comparison.role[r] === 1)
        for (let t = comparison.wave[r]; t < T; t++) other.measures[0].values[unit * T + t] += 100 * t;
    });
    const c = totalWeights(fit.effects, "first");
    expect(designSe(waveEffects(other, comparison, { adjust: [] }), c).se).toBe(designSe(fit, c).se);
  });

  it("says when no set can be tried", () => {
    const { panel, comparison } = randomWaves({ seed: 3, sets: [5], controls: 1 });
    const fit = waveEffects(panel, comparison, { adjust: [] });
    const found = designSe(fit, totalWeights(fit.effects, "first"));
    expect(found.se).toBeNaN();
    expect(found.problems[0].code).toBe("effects/placebo-none");
  });
});
