import { describe, expect, it } from "vitest";
import { balance } from "./balance.js";
import { distributionGaps, moments, sortedValues } from "./balance-measures.js";

const treated = Uint8Array.of(1, 1, 0, 0, 0, 0);
const before = new Float64Array(6).fill(1);
const column = (covariate: string, values: number[], matched = true) => ({
  covariate,
  values: Float64Array.from(values),
  matched,
});

describe("balance", () => {
  it("standardises by the treated SD before matching, binaries by √(p(1 − p))", () => {
    const { rows } = balance({
      columns: [column("x", [1, 3, 0, 2, 4, 6]), column("b", [1, 0, 1, 1, 1, 0])],
      treated,
      before,
      after: Float64Array.of(1, 0, 0, 0.5, 0.5, 0),
      threshold: 0.1,
    });
    expect(rows[0]).toMatchObject({
      binary: false,
      meanTreated: 2,
      meanTreatedAfter: 1,
      meanControlBefore: 3,
      meanControlAfter: 3,
    });
    expect(rows[0].smdBefore).toBeCloseTo(-1 / Math.SQRT2, 14);
    expect(rows[0].smdAfter).toBeCloseTo(-2 / Math.SQRT2, 14);
    expect(rows[0].varianceRatioBefore).toBeCloseTo(2 / (20 / 3), 14);
    expect(rows[1]).toMatchObject({ binary: true, smdBefore: -0.5, smdAfter: 0, varianceRatioBefore: Number.NaN });
  });

  it("passes only if every covariate of the score is within the threshold", () => {
    const after = Float64Array.of(1, 1, 0.5, 0.5, 0.5, 0.5);
    const columns = [column("same", [1, 3, 1, 3, 1, 3]), column("other", [1, 3, 9, 9, 9, 9], false)];
    expect(balance({ columns, treated, before, after, threshold: 0.1 })).toMatchObject({
      passed: true,
      worst: 0,
      effectiveControls: 4,
    });
    const far = balance({ columns: [column("far", [1, 3, 9, 9, 9, 9])], treated, before, after, threshold: 0.1 });
    expect(far.passed).toBe(false);
    const unknown = balance({ columns: [column("gap", [1, 3, NaN, NaN, NaN, NaN])], treated, before, after, threshold: 0.1 });
    expect(unknown.passed).toBe(false);
  });

  it("counts a person once in the effective number of controls", () => {
    const after = Float64Array.of(1, 1, 1, 0, 1, 0);
    const unit = Int32Array.of(0, 1, 7, 8, 7, 9);
    expect(balance({ columns: [], treated, before, after, unit, threshold: 0.1 }).effectiveControls).toBe(1);
  });

  it("leaves missing values out of a covariate's figures", () => {
    const { rows } = balance({ columns: [column("x", [1, 3, 1, 3, NaN, NaN])], treated, before, after: before, threshold: 0.1 });
    expect(rows[0]).toMatchObject({ smdBefore: 0, ksBefore: 0, meanControlBefore: 2 });
  });

  it("shows the worst difference of each wave on the scale of all waves", () => {
    const result = balance({
      columns: [column("x", [0, 2, 1, 1, 2, 0])],
      treated,
      before,
      after: Float64Array.of(1, 1, 1, 0, 1, 0),
      wave: Int32Array.of(0, 1, 0, 0, 1, 1),
      waves: [5, 6].map((wave) => ({ wave, starters: 1, matched: 1, controls: 1, atRisk: 3 })),
      threshold: 0.1,
    });
    expect(result.waves[0].worstSmdAfter).toBeCloseTo(1 / Math.SQRT2, 14);
    expect(result.waves[1].worstSmdAfter).toBe(0);
  });
});

describe("weighted measures", () => {
  it("integer weights equal repeated rows in means and KS", () => {
    const values = Float64Array.of(1, 4, 2, 2, 5);
    const weight = Float64Array.of(2, 1, 3, 1, 2);
    const arms = Uint8Array.of(1, 1, 0, 1, 0);
    const rows = Array.from(values.keys()).flatMap((i) => Array<number>(weight[i]).fill(i));
    const at = (arm: number, x: number): number => {
      const own = rows.filter((i) => arms[i] === arm);
      return own.filter((i) => values[i] <= x).length / own.length;
    };
    const gaps = Array.from(values, (x) => Math.abs(at(1, x) - at(0, x)));
    const found = distributionGaps({ treated: arms, weight }, sortedValues(values, weight, weight), false);
    expect(found.ks).toBeCloseTo(Math.max(...gaps), 14);
    expect(found.mean).toBeCloseTo((gaps[0] + gaps[2] + gaps[1] + gaps[4]) / 4, 14);
    expect(moments({ values, treated: arms, weight }, 1, false).mean).toBe(2);
  });
});
