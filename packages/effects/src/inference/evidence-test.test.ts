import { NEVER } from "@kontrafakt/cohort";
import { describe, expect, it } from "vitest";
import { attGt } from "../att-gt/att-gt.js";
import { randomPanel } from "../att-gt/random-panel.fixture.js";
import type { Fit } from "../effects-value.js";
import { effectsJobs } from "../jobs.js";
import { linearCombination } from "../linear-combination.js";
import { permutation } from "../permutation.js";
import { randomWaves } from "../random-waves.fixture.js";
import { totalWeights } from "../total.js";
import { waveEffects } from "../wave-effects.js";
import { evidenceTest } from "./evidence-test.js";
import { schoolWaves } from "./school-waves.fixture.js";

/** Another thread: everything is cloned, blocks come in any order. */
const pool = {
  run: async (job: string, inputs: readonly unknown[]) => {
    const last = inputs.map((_, i) => i).reverse();
    const done = last.map((i) => structuredClone(effectsJobs[job](structuredClone(inputs[i]))));
    return done.reverse();
  },
};

const school = (schools: number[], seed = 1, effect = 0.3) => {
  const { panel, comparison } = schoolWaves({ seed, schools, effect });
  const fit = waveEffects(panel, comparison, { adjust: [], cluster: "school", baseWindow: 2 });
  return { panel, comparison, fit, c: totalWeights(fit.effects, "y") };
};

describe("evidenceTest", () => {
  it("moves roles within sets where people were given the programme", async () => {
    const { panel, comparison } = randomWaves({ seed: 1, sets: [9, 9], effect: 0.4, periods: 14 });
    const fit = waveEffects(panel, comparison, { adjust: [] });
    const c = totalWeights(fit.effects, "first");
    const known = 5;
    const found = await evidenceTest(fit, c, { seed: 3 }, { draws: 1500, known });
    const { p } = await permutation(fit, c, { seed: 3 }, 1500, known);
    expect(found).toEqual({ kind: "evidence-test", method: "set", p, draws: 1500, exact: false, null: "sharp" });
    expect(await evidenceTest(fit, c, { seed: 3, pool }, { draws: 1500, known })).toEqual(found);
  });

  it("moves whole schools where schools were", async () => {
    const { fit, c } = school([4, 4, 4, 4, NEVER, NEVER, NEVER, NEVER]);
    const found = await evidenceTest(fit, c, { seed: 3 });
    expect(found).toMatchObject({ method: "cluster", draws: 70, exact: true, null: "sharp" });
    // A cost as large as the upper confidence limit cannot have been exceeded.
    const { estimate, se } = linearCombination(fit.effects, c);
    expect((await evidenceTest(fit, c, { seed: 3 }, { known: estimate + 3 * se })).p).toBeGreaterThan(0.9);
    expect(await evidenceTest(fit, c, { seed: 3, pool }, { draws: 60 })).toEqual(
      await evidenceTest(fit, c, { seed: 3 }, { draws: 60 }),
    );
  });

  it("takes scores where so few schools cannot tell, or people of a school are on both sides", async () => {
    const { fit, c } = school([4, 4, 4, NEVER, NEVER, NEVER]);
    expect(await evidenceTest(fit, c, { seed: 3 }, { draws: 999 })).toMatchObject({ method: "scoreBootstrap", null: "mean" });
    const { panel, comparison } = randomWaves({ seed: 2, sets: [30, 30], effect: 1, periods: 14 });
    const mixed = waveEffects(panel, comparison, { adjust: [], cluster: "household" });
    const own = totalWeights(mixed.effects, "first");
    const found = await evidenceTest(mixed, own, { seed: 3 }, { draws: 999 });
    expect(found).toMatchObject({ method: "scoreBootstrap", draws: 999, p: 0.001 });
    const { estimate } = linearCombination(mixed.effects, own);
    const all = await evidenceTest(mixed, own, { seed: 3 }, { draws: 999, known: estimate });
    // At the estimate itself half of the draws are above.
    expect(Math.abs(all.p - 0.5)).toBeLessThan(0.08);
  });

  it("moves units of everyone, and says why where nothing holds", async () => {
    const panel = randomPanel({ seed: 4, units: 40 });
    const fit = attGt(panel, { outcomes: ["y"], control: "notYet" });
    const c = Float64Array.from(fit.effects.terms, (t) => (t.event! >= 0 ? t.n : 0));
    expect(await evidenceTest(fit, c, { seed: 3 }, { draws: 499 })).toMatchObject({ method: "people", draws: 499, p: 0.002 });
    const bare: Fit = { effects: { ...fit.effects, basis: { kind: "covariance-only" } }, refit: fit.refit };
    await expect(evidenceTest(bare, c, { seed: 3 })).rejects.toThrow(/nothing to draw/);
  });
});
