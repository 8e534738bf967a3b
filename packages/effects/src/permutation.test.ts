import { describe, expect, it } from "vitest";
import { linearCombination } from "./linear-combination.js";
import { permutation } from "./permutation.js";
import { studentised } from "./permutation-block.js";
import { randomWaves } from "./random-waves.fixture.js";
import { setContributions } from "./set-contributions.js";
import { totalWeights } from "./total.js";
import { waveEffects } from "./wave-effects.js";

const setup = (seed: number, sets: number[], effect = 0, adjust: "score"[] = []) => {
  const { panel, comparison } = randomWaves({ seed, sets, controls: 2, effect, periods: 14 });
  const fit = waveEffects(panel, comparison, { adjust });
  return { fit, c: totalWeights(fit.effects, "first") };
};

describe("permutation", () => {
  it("splits a combination into sets exactly", () => {
    for (const adjust of [[], ["score" as const]]) {
      const { fit, c } = setup(1, [21, 24], 0.5, adjust);
      const { value, start, actor } = setContributions(fit, c);
      let sum = 0;
      actor.forEach((m, s) => {
        sum += value[start[s] + m];
      });
      expect(sum).toBeCloseTo(linearCombination(fit.effects, c).estimate, 9);
    }
  });

  it("enumerates small designs as nested loops do", async () => {
    const { fit, c } = setup(2, [2, 3], 0.4);
    const result = await permutation(fit, c, { seed: 1 });
    const { value, start, wave } = setContributions(fit, c);
    let atLeast = 0;
    for (let code = 0; code < 243; code++) {
      let rest = code;
      const chosen = Float64Array.from({ length: 5 }, (_, s) => {
        const m = rest % 3;
        rest = Math.floor(rest / 3);
        return value[start[s] + m];
      });
      if (studentised(chosen, wave) >= result.statistic - 1e-9) atLeast++;
    }
    expect(result).toMatchObject({ exact: true, draws: 243, p: atLeast / 243 });
  });

  it("draws close to the enumeration, the same for any pool", async () => {
    const { fit, c } = setup(3, [4, 4], 0.3);
    const exact = await permutation(fit, c, { seed: 1 });
    expect(exact.exact).toBe(true);
    const drawn = await permutation(fit, c, { seed: 1 }, 6000);
    expect(drawn.exact).toBe(false);
    // Four standard errors of 6,000 draws.
    expect(Math.abs(drawn.p - exact.p)).toBeLessThan(4 * Math.sqrt(0.25 / 6000));
    expect(await permutation(fit, c, { seed: 1 }, 6000)).toEqual(drawn);
  });

  it("finds a large effect and points in its direction", async () => {
    const { fit, c } = setup(4, [10, 10], 3);
    expect((await permutation(fit, c, { seed: 1 }, 500)).p).toBeCloseTo(1 / 501, 10);
    expect(
      (
        await permutation(
          fit,
          c.map((v) => -v),
          { seed: 1 },
          500,
        )
      ).p,
    ).toBe(1);
  });
});

describe("studentised", () => {
  it("is a stratified t statistic", () => {
    const value = studentised(Float64Array.from([1, 2, 4, 3, 5]), Int32Array.from([0, 0, 0, 1, 1]));
    expect(value).toBeCloseTo(15 / Math.sqrt((14 / 3) * 1.5 + 2 * 2), 12);
    expect(studentised(new Float64Array(3), new Int32Array(3))).toBe(0);
  });
});
