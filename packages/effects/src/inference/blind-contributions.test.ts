import { NEVER } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { describe, expect, it } from "vitest";
import { randomWaves } from "../random-waves.fixture.js";
import { setContributions } from "../set-contributions.js";
import { totalWeights } from "../total.js";
import { waveEffects } from "../wave-effects.js";
import { blindContributions } from "./blind-contributions.js";

const whole = { controls: 2, periods: 14, gaps: 0, later: 0 };
const adjust = ["score" as const];

/** Nobody can be referred. */
const uncensored = (own: Comparison): Comparison => ({
  ...own,
  uncensored: own.uncensored.map(() => 1),
  until: own.until.map(() => NEVER),
});

describe("blindContributions", () => {
  it("does not depend on who plays treated, where setContributions does", () => {
    const { panel, comparison } = randomWaves({ seed: 1, sets: [16, 14], ...whole });
    const role = new Uint8Array(comparison.role.length);
    for (let s = 0; s < 30; s++) role[3 * s + (s % 3)] = 1;
    const weight = Float64Array.from(role, (v) => (v === 1 ? 1 : 0.5));
    const [one, two] = [comparison, { ...comparison, role, weight }].map((own) =>
      waveEffects(panel, uncensored(own), { adjust }, ["first"]),
    );
    const c = totalWeights(one.effects, "first");
    const [a, b] = [one, two].map((fit) => blindContributions(fit, c).value);
    a.forEach((v, m) => {
      expect(b[m]).toBeCloseTo(v, 9);
    });
    const [x, y] = [one, two].map((fit) => setContributions(fit, c).value);
    expect(Math.max(...x.map((v, m) => Math.abs(v - y[m])))).toBeGreaterThan(0.01);
  });

  it("falls by the shift when outcomes of the treated do", () => {
    const { panel, comparison } = randomWaves({ seed: 2, sets: [16, 14], ...whole });
    const fit = waveEffects(panel, comparison, { adjust }, ["first"]);
    const c = totalWeights(fit.effects, "first");
    const amount = 30;
    const each = amount / c.reduce((s, v) => s + v, 0);
    const values = panel.measures[0].values.slice();
    comparison.role.forEach((role, r) => {
      for (let t = comparison.wave[r]; role === 1 && t < 14; t++) values[comparison.unit[r] * 14 + t] -= each;
    });
    const less = waveEffects({ ...panel, measures: [{ ...panel.measures[0], values }] }, comparison, { adjust });
    const { value, shift } = blindContributions(fit, c);
    const again = blindContributions(less, c).value;
    again.forEach((v, m) => {
      expect(value[m] - amount * shift[m]).toBeCloseTo(v, 9);
    });
  });

  it("is setContributions where no slope is fitted, and finite with gaps and referrals", () => {
    // Fewer than ten treated: no slope.
    const { panel, comparison } = randomWaves({ seed: 3, sets: [4, 3], gaps: 0.1, later: 0.2 });
    const of = (own: Comparison, by: "score"[]) => waveEffects(panel, own, { adjust: by }, ["first"]);
    const fit = of(uncensored(comparison), adjust);
    const c = totalWeights(fit.effects, "first");
    const expected = setContributions(of(uncensored(comparison), []), c).value;
    blindContributions(fit, c).value.forEach((v, m) => {
      expect(v).toBeCloseTo(expected[m], 9);
    });
    const referred = of(comparison, adjust);
    expect(blindContributions(referred, totalWeights(referred.effects, "first")).value.every(Number.isFinite)).toBe(true);
  });
});
