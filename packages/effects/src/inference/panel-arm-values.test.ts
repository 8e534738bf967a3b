import { NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attGt } from "../att-gt/att-gt.js";
import { randomPanel } from "../att-gt/random-panel.fixture.js";
import type { Effects } from "../effects-value.js";
import { linearCombination } from "../linear-combination.js";
import { armLine } from "./arm-line.js";
import { statisticAt } from "./studentised-line.js";

/** A panel whose towns start as wholes. */
function towns(seed: number, of: readonly number[], weights = false, gaps = 0): Panel {
  const panel = randomPanel({ seed, units: 4 * of.length, starts: [3, NEVER], weights, gaps });
  return { ...panel, firstTreated: Int32Array.from({ length: 4 * of.length }, (_, i) => of[i >> 2]) };
}

const wave = [3, 3, 4, 4, NEVER, NEVER, NEVER];
const random = (effects: Effects, seed: number) => {
  const { normal } = stream(seed, "test/combination", 0);
  return Float64Array.from(effects.terms, (t, k) => (t.outcome === "m" || Number.isNaN(effects.estimate[k]) ? 0 : normal()));
};

describe("panelArmValues", () => {
  it("gives the estimate of any assignment, for either control group and base", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom("never" as const, "notYet" as const),
        fc.constantFrom("varying" as const, "universal" as const),
        fc.boolean(),
        fc.boolean(),
        (seed, control, base, weights, gaps) => {
          const panel = towns(seed, wave, weights, gaps ? 0.1 : 0);
          const options = { control, base, cluster: "town", incomplete: "pairwise" as const, baseWindow: 2 };
          const fit = attGt(panel, options);
          const c = random(fit.effects, seed);
          const values = fit.armValues!(c);
          const write = armLine(values);
          const line = new Float64Array(5);
          write(values.arm, line, 0);
          expect(line[0]).toBeCloseTo(linearCombination(fit.effects, c).estimate, 9);
          // Oracle: starts of towns shuffled in the data, and everything estimated anew.
          const { integer } = stream(seed, "test/shuffle", 0);
          const other = [...wave.keys()];
          for (let i = 6; i > 0; i--) {
            const k = integer(i + 1);
            [other[i], other[k]] = [other[k], other[i]];
          }
          const starts = Int32Array.from(panel.firstTreated, (_, i) => wave[other[i >> 2]]);
          const again = attGt({ ...panel, firstTreated: starts }, options);
          const place = values.arm.map((_, j) => values.arm[other[j]]);
          write(place, line, 0);
          expect(line[0]).toBeCloseTo(linearCombination(again.effects, c).estimate, 9);
        },
      ),
      { numRuns: 12 },
    );
  });

  it("takes an amount off as if the treated had not had it", () => {
    for (const control of ["never", "notYet"] as const) {
      const panel = towns(5, wave);
      const options = { control, base: "universal" as const, cluster: "town", outcomes: ["y"] };
      const fit = attGt(panel, options);
      const c = Float64Array.from(fit.effects.terms, (t) => (t.event! >= 0 ? t.n : t.event! < -1 ? 0.5 : 0));
      const amount = 7;
      const each = amount / fit.effects.terms.reduce((s, t, k) => s + (t.event! >= 0 ? c[k] : 0), 0);
      const values = panel.measures[0].values.map((v, at) => {
        const start = panel.firstTreated[Math.floor(at / 5)];
        return panel.periods.ordinals[at % 5] >= start ? v - each : v;
      });
      const less = attGt({ ...panel, measures: [{ ...panel.measures[0], values }] }, options);
      const [one, two] = [fit, less].map((own) => own.armValues!(c));
      for (const arm of [one.arm, Int32Array.from([2, 0, 1, 2, 0, 2, 1])]) {
        const lines = new Float64Array(10);
        armLine(one)(arm, lines, 0);
        armLine(two)(arm, lines, 5);
        expect(statisticAt(lines, 0, amount)).toBeCloseTo(statisticAt(lines, 5, 0), 9);
      }
    }
  });

  it("has the variance by arm of mean changes", () => {
    // By hand: two groups, one period each side, units: Neyman's variance s₁²/n₁ + s₀²/n₀.
    const panel = randomPanel({ seed: 6, units: 15, ordinals: [1, 2], starts: [2, NEVER, NEVER] });
    const fit = attGt(panel, { outcomes: ["y"] });
    const values = fit.armValues!(Float64Array.of(2));
    const line = new Float64Array(5);
    armLine(values)(values.arm, line, 0);
    const y = panel.measures[0].values;
    const neyman = [true, false].reduce((v, started) => {
      const d = [...panel.firstTreated.keys()]
        .filter((i) => (panel.firstTreated[i] === 2) === started)
        .map((i) => y[2 * i + 1] - y[2 * i]);
      const mean = d.reduce((a, b) => a + b, 0) / d.length;
      return v + d.reduce((s, x) => s + (x - mean) * (x - mean), 0) / (d.length - 1) / d.length;
    }, 0);
    expect(line[2]).toBeCloseTo(4 * neyman, 10);
    // One treated: the spread of the controls.
    armLine(values)(
      Int32Array.from({ length: 15 }, (_, j) => (j === 0 ? 0 : 1)),
      line,
      0,
    );
    const d = Array.from({ length: 14 }, (_, i) => y[2 * i + 3] - y[2 * i + 2]);
    const mean = d.reduce((a, b) => a + b, 0) / 14;
    const spread = d.reduce((s, x) => s + (x - mean) * (x - mean), 0) / 13;
    expect(line[2]).toBeCloseTo(4 * (spread + spread / 14), 10);
  });

  it("refuses mixed clusters and covariates, and takes units where asked", () => {
    const panel = randomPanel({ seed: 7 });
    const fit = attGt(panel, { cluster: "town", outcomes: ["y"] });
    const c = fit.effects.estimate.map(() => 1);
    expect(() => fit.armValues!(c)).toThrow(/in 15 of 15 clusters/);
    expect(fit.armValues!(c, "units").clusters).toBe(60);
    expect(attGt(panel, { covariates: ["z"] }).armValues).toBeUndefined();
  });
});
