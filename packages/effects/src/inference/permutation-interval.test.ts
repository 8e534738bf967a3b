import { NEVER } from "@kontrafakt/cohort";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inferenceOptions } from "../options/inference-options.js";
import { permutation } from "../permutation.js";
import { randomWaves } from "../random-waves.fixture.js";
import { totalWeights } from "../total.js";
import { waveEffects } from "../wave-effects.js";
import type { Method } from "./method.js";
import { permutationInterval } from "./permutation-interval.js";
import { randomisation } from "./randomisation.js";
import { schoolWaves } from "./school-waves.fixture.js";

const options = { ...inferenceOptions.parse({ draws: 999 }), level: 0.95 };
const whole = { controls: 2, periods: 14, gaps: 0, later: 0 };

function world(seed: number, sets: number[], effect = 0) {
  const { panel, comparison } = randomWaves({ seed, sets, effect, ...whole });
  const fit = waveEffects(panel, comparison, { adjust: [] });
  return { panel, comparison, fit, c: totalWeights(fit.effects, "first") };
}

describe("permutationInterval", () => {
  it("has the p-values of permutation, for any known amount", async () => {
    const { fit, c } = world(1, [9, 8], 0.3);
    const found = await permutationInterval(fit, c, options, { seed: 5 });
    expect(found.pAbove).toBe((await permutation(fit, c, { seed: 5 }, 999)).p);
    const below = (
      await permutation(
        fit,
        c.map((v) => -v),
        { seed: 5 },
        999,
      )
    ).p;
    expect(found.pBelow).toBeCloseTo(below, 12);
    expect(found.p).toBeCloseTo(2 * Math.min(found.pAbove, found.pBelow), 12);
    const at = async (known: number) => (await permutation(fit, c, { seed: 5 }, 999, known)).p;
    // A limit is where the one-sided test changes its mind.
    const wide = found.upper - found.lower;
    expect(await at(found.lower - 1e-6 * wide)).toBeLessThanOrEqual(0.025);
    expect(await at(found.lower + 1e-6 * wide)).toBeGreaterThan(0.025);
  });

  it("tests a known amount as if the treated had had it and it were taken away", async () => {
    // Oracle: outcomes of the treated changed by hand, and everything estimated anew.
    const { panel, comparison, fit, c } = world(2, [6], 0.5);
    const amount = 40;
    const each = amount / c.reduce((a, b) => a + b, 0);
    const values = panel.measures[0].values.slice();
    comparison.role.forEach((role, r) => {
      for (let t = comparison.wave[r]; role === 1 && t < 14; t++) values[comparison.unit[r] * 14 + t] -= each;
    });
    const less = waveEffects({ ...panel, measures: [{ ...panel.measures[0], values }] }, comparison, { adjust: [] });
    const cells = c.map((v, k) => (fit.effects.terms[k].outcome === "first" ? v : 0)).slice(0, less.effects.terms.length);
    const known = await permutation(fit, c, { seed: 1 }, 999, amount);
    const again = await permutation(less, cells, { seed: 1 }, 999);
    expect(known.statistic).toBeCloseTo(again.statistic, 9);
    expect(known).toMatchObject({ p: again.p, exact: true, draws: 729 });
  });

  it("says that people who change places leave out what whole clusters share", async () => {
    const { panel, comparison } = schoolWaves({ seed: 3, schools: [3, 3, 3, 4, 4, 4, NEVER, NEVER, NEVER, NEVER] });
    const codes = async (cluster: string, method: Method) => {
      const fit = waveEffects(panel, comparison, { adjust: [], baseWindow: 2, cluster });
      const found = await method(fit, totalWeights(fit.effects, "y"), { ...options, draws: 99 }, { seed: 1 });
      return found.problems?.map((p) => p.code);
    };
    const within: Method = (fit, c, own, context) => randomisation(fit, c, { ...own, within: "set" }, context);
    expect(await codes("school", permutationInterval)).toEqual(["effects/roles-leave-clusters"]);
    expect(await codes("school", within)).toEqual(["effects/roles-leave-clusters"]);
    expect(await codes("school", randomisation)).toBeUndefined();
    expect(await codes("person", permutationInterval)).toBeUndefined();
  });

  it("is of the right size in every assignment of an exchangeable world", async () => {
    const { panel, comparison } = world(3, [2, 2]);
    const p: number[] = [];
    for (let code = 0; code < 81; code++) {
      const role = new Uint8Array(comparison.role.length);
      for (let s = 0, rest = code; s < 4; s++, rest = Math.floor(rest / 3)) role[3 * s + (rest % 3)] = 1;
      const weight = Float64Array.from(role, (v) => (v === 1 ? 1 : 0.5));
      const fit = waveEffects(panel, { ...comparison, role, weight }, { adjust: [] }, ["first"]);
      p.push((await permutationInterval(fit, totalWeights(fit.effects, "first"), options, { seed: 1 })).pAbove);
    }
    for (const alpha of [0.01, 0.025, 0.05, 0.1, 0.5])
      expect(p.filter((v) => v <= alpha + 1e-12).length / 81).toBeLessThanOrEqual(alpha + 1e-12);
  });

  it("moves with the scale of outcomes and mirrors with their sign", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 50 }), fc.constantFrom(-1, 1000, 0.001), async (seed, by) => {
        const { panel, comparison, fit, c } = world(seed, [4, 3]);
        const scaled = panel.measures.map((m) => ({ ...m, values: m.values.map((v) => v * by) }));
        const other = waveEffects({ ...panel, measures: scaled }, comparison, { adjust: [] });
        const one = await permutationInterval(fit, c, options, { seed: 1 });
        const two = await permutationInterval(other, c, options, { seed: 1 });
        const [low, high] = by > 0 ? [two.lower, two.upper] : [two.upper, two.lower];
        const near = (x: number, y: number) =>
          expect(Math.abs(x * by - y)).toBeLessThan(1e-6 * Math.abs(by) * (one.upper - one.lower));
        near(one.lower, low);
        near(one.upper, high);
        expect(two.p).toBe(one.p);
      }),
      { numRuns: 12 },
    );
  });

  it("says that a few sets refuse no value, and is the same in a pool", async () => {
    const { fit, c } = world(4, [2, 1]);
    const few = await permutationInterval(fit, c, options, { seed: 1 });
    expect(few).toMatchObject({ lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY, exact: true, draws: 27 });
  });

  it("refuses what has no sets", async () => {
    const { fit, c } = world(4, [2, 1]);
    const bare = { effects: fit.effects, refit: fit.refit };
    await expect(permutationInterval(bare, c, options, { seed: 1 })).rejects.toThrow(/randomisation/);
  });
});
