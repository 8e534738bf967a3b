import { NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { attGt } from "../att-gt/att-gt.js";
import { inferenceOptions } from "../options/inference-options.js";
import { controlErrors, varianceBySize } from "./control-errors.js";
import { fewTreated } from "./few-treated.js";

const options = { ...inferenceOptions.parse({}), level: 0.9 };

/** Towns with sizes of their own; some start at 2, everyone of them. */
function towns(seed: number, sizes: readonly number[], treated: number, effect = 0, shared = 1): Panel {
  const random = stream(seed, "test/towns", 0);
  const of = Int32Array.from(sizes.flatMap((n, j) => new Array<number>(n).fill(j)));
  const values = new Float64Array(2 * of.length);
  const common = sizes.map(() => shared * random.normal());
  of.forEach((j, i) => {
    values[2 * i] = random.normal();
    values[2 * i + 1] = random.normal() + common[j] + (j < treated ? effect : 0);
  });
  return {
    kind: "panel",
    units: of.length,
    periods: { unit: "ordinal", ordinals: Int32Array.of(1, 2) },
    ids: Array.from(of, (_, i) => `u${i}`),
    firstTreated: of.map((j) => (j < treated ? 2 : NEVER)),
    observed: new Uint8Array(values.length).fill(1),
    measures: [{ name: "y", unit: "days", values }],
    covariates: [],
    clusterings: [{ name: "town", of, count: sizes.length }],
  };
}

const sizes = [7, 3, 4, 5, 6, 2, 8, 4, 9, 3, 5, 6, 10];
const one = Float64Array.of(1);

/** Mean change of each town. */
const means = ({ clusterings, measures }: Panel) =>
  sizes.map((n, j) => {
    const own = [...clusterings[0].of.keys()].filter((i) => clusterings[0].of[i] === j);
    return own.reduce((s, i) => s + measures[0].values[2 * i + 1] - measures[0].values[2 * i], 0) / n;
  });

describe("fewTreated", () => {
  it("goes through every pair of controls, as nested loops do", async () => {
    const panel = towns(1, sizes, 2, 1);
    const fit = attGt(panel, { cluster: "town" });
    const found = await fewTreated(fit, one, { ...options, fewTreated: "conleyTaber" }, { seed: 1 });
    const d = means(panel);
    const weight = sizes.slice(2).reduce((s, n) => s + n, 0);
    const mean = sizes.slice(2).reduce((s, n, i) => s + n * d[i + 2], 0) / weight;
    const estimate = (7 * d[0] + 3 * d[1]) / 10 - mean;
    expect(found.estimate).toBeCloseTo(estimate, 10);
    const effective = weight ** 2 / sizes.slice(2).reduce((s, n) => s + n * n, 0);
    const factor = Math.sqrt((0.58 + 1 / effective) / (0.58 * (1 - 1 / effective)));
    const sums = d.slice(2).flatMap((a) => d.slice(2).map((b) => factor * (0.7 * (a - mean) + 0.3 * (b - mean))));
    const above = (1 + sums.filter((e) => e >= estimate - 1e-9).length) / 122;
    expect(found).toMatchObject({ exact: true, draws: 121, null: "mean", treatedClusters: 2 });
    expect(found.pAbove).toBeCloseTo(above, 12);
    sums.sort((a, b) => a - b);
    // 122 × 0.05 − 1 = 5.1: the six outermost of each side are refused but the last.
    expect(found.lower).toBeCloseTo(estimate - sums[120 - 5], 10);
    expect(found.upper).toBeCloseTo(estimate - sums[5], 10);
  });

  it("fits the variance to sizes and brings errors to the treated's", () => {
    const errors = [2, 1, 1, 0.5];
    const [small, large] = [varianceBySize(errors, [1, 2, 2, 4]), varianceBySize([1, 1, 2], [1, 1, 4])];
    // Least squares by hand: squares 4, 1, 1, .25 on 1/M = 1, .5, .5, .25.
    const x = [1, 0.5, 0.5, 0.25];
    const y = [4, 1, 1, 0.25];
    const [mx, my] = [0.5625, 1.5625];
    const b = x.reduce((s, v, i) => s + (v - mx) * (y[i] - my), 0) / x.reduce((s, v) => s + (v - mx) * (v - mx), 0);
    expect(my - b * mx).toBeLessThan(0);
    // The constant would be below 0: through the origin.
    const origin = x.reduce((s, v, i) => s + v * y[i], 0) / x.reduce((s, v) => s + v * v, 0);
    expect(small(8)).toBeCloseTo(origin / 8, 12);
    // Larger ones vary more: as if all were alike.
    expect(large(1)).toBe(large(100));
    const fit = attGt(towns(2, sizes, 1), { cluster: "town" });
    const values = fit.armValues!(one);
    const even = { ...values, mass: values.mass.map(() => 1), sum: values.sum.map((s, j) => s / values.mass[j]) };
    const alike = controlErrors(even, "fermanPinto");
    const plain = controlErrors(even, "conleyTaber");
    for (const [i, e] of alike.error.entries()) expect(e).toBeCloseTo(plain.error[i], 12);
  });

  it("finds an effect in one treated town, and no end of an interval where controls are too few for it", async () => {
    const fit = attGt(towns(3, sizes, 1, 8), { cluster: "town" });
    const found = await fewTreated(fit, one, { ...options, level: 0.8 }, { seed: 1 });
    expect(found.pAbove).toBeCloseTo(1 / 13, 12);
    expect(found.lower).toBeGreaterThan(0);
    const wide = await fewTreated(fit, one, { ...options, level: 0.95 }, { seed: 1 });
    expect(wide).toMatchObject({ lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY });
    expect(wide.problems?.[0].code).toBe("effects/few-treated-coarse");
    const few = attGt(towns(3, sizes, 4), { cluster: "town" });
    await expect(fewTreated(few, one, options, { seed: 1 })).rejects.toThrow(/9 control clusters/);
  });

  it("draws where there are too many combinations, close to all of them", async () => {
    const fit = attGt(towns(4, [...sizes, 5, 6, 7], 3), { cluster: "town" });
    const exact = await fewTreated(fit, one, options, { seed: 1 });
    expect(exact).toMatchObject({ exact: true, draws: 13 ** 3 });
    const some = await fewTreated(fit, one, { ...options, draws: 2000 }, { seed: 1 });
    expect(some).toMatchObject({ exact: false, draws: 2000 });
    expect(Math.abs(some.pAbove - exact.pAbove)).toBeLessThan(4 * Math.sqrt(0.25 / 2000));
  });

  it("refuses at its level where towns share shocks and two are treated", async () => {
    let refused = 0;
    const runs = 150;
    for (let seed = 1; seed <= runs; seed++) {
      const fit = attGt(towns(seed + 100, [...sizes, ...sizes], 2), { cluster: "town" });
      if ((await fewTreated(fit, one, options, { seed: 1 })).p <= 0.1) refused++;
    }
    // Binomial with share 0.1: three standard errors.
    expect(Math.abs(refused / runs - 0.1)).toBeLessThan(3 * Math.sqrt(0.09 / runs));
  });
});
