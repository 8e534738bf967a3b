import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { leastSquares, stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { bacon } from "./bacon.js";
import { randomPanel } from "./random-panel.fixture.js";

/** Coefficient on `treated` of least squares with unit and period dummies, over some units and periods. */
function twoWayOls(
  panel: Panel,
  units: readonly number[],
  periods: readonly number[],
  more: readonly Float64Array[] = [],
): number {
  const T = panel.periods.ordinals.length;
  const k = 1 + more.length + units.length + periods.length - 1;
  const n = units.length * periods.length;
  const x = new Float64Array(n * k);
  const y = new Float64Array(n);
  const weights = new Float64Array(n);
  units.forEach((i, u) => {
    periods.forEach((t, p) => {
      const row = u * periods.length + p;
      y[row] = panel.measures[0].values[i * T + t];
      weights[row] = panel.samplingWeight?.[i] ?? 1;
      x[row * k + units.length + Math.max(0, p - 1)] = p > 0 ? 1 : 0;
      x[row * k + u] = 1;
      more.forEach((values, j) => {
        x[row * k + k - 2 - j] = values[i * T + t];
      });
      x[row * k + k - 1] = panel.periods.ordinals[t] >= panel.firstTreated[i] ? 1 : 0;
    });
  });
  return leastSquares({ x, y, weights, n, k }).coefficients[k - 1];
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, j) => from + j);

describe("bacon", () => {
  it("is least squares on 500 random panels, and so are its parts", () => {
    for (let seed = 0; seed < 500; seed++) {
      const panel = randomPanel({ seed, units: 6 + (seed % 7), periods: 3 + (seed % 4), weights: seed % 3 === 0 });
      const T = panel.periods.ordinals.length;
      const all = range(0, panel.units);
      const result = bacon(panel, { outcome: "y" });
      const direct = twoWayOls(panel, all, range(0, T));
      const scale = 1 + Math.abs(direct);
      expect(Math.abs(result.estimate - direct)).toBeLessThan(1e-10 * scale);
      expect(Math.abs(result.weightedSum - result.estimate)).toBeLessThan(1e-12 * scale);
      expect(result.types.reduce((s, c) => s + c.weight, 0)).toBeCloseTo(1, 13);
      const index = (g: number) => (g === ALWAYS ? 0 : g === NEVER ? T : panel.periods.ordinals.indexOf(g));
      for (const c of seed % 3 === 0 ? result.comparisons : []) {
        const own = all.filter((i) => panel.firstTreated[i] === c.treated || panel.firstTreated[i] === c.control);
        const periods =
          c.type === "earlier-later"
            ? range(0, index(c.control))
            : c.type === "later-earlier"
              ? range(index(c.control), T)
              : range(0, T);
        expect(Math.abs(c.estimate - twoWayOls(panel, own, periods))).toBeLessThan(1e-10 * scale);
        expect(c.treatedUnits + c.controlUnits).toBe(own.length);
      }
    }
  });

  it("with covariates is least squares too, and a covariate that does not vary over time changes nothing", () => {
    for (let seed = 0; seed < 60; seed++) {
      const panel = randomPanel({ seed, units: 12, periods: 4, weights: seed % 2 === 0 });
      const random = stream(seed, "test/bacon", 1);
      const z = Float64Array.from({ length: 48 }, () => random.normal());
      const fixed = Float64Array.from({ length: 48 }, (_, at) => 3e5 + 0.1 * Math.floor(at / 4));
      const more = { ...panel, measures: [...panel.measures, measure("z", z), measure("fixed", fixed)] };
      const result = bacon(more, { outcome: "y", covariates: ["z"] });
      const direct = twoWayOls(panel, range(0, 12), range(0, 4), [z]);
      expect(Math.abs(result.estimate - direct)).toBeLessThan(1e-9 * (1 + Math.abs(direct)));
      expect(Math.abs(result.weightedSum - result.estimate)).toBeLessThan(1e-11 * (1 + Math.abs(direct)));
      expect(result.types.reduce((s, c) => s + c.weight, 0)).toBeCloseTo(1, 12);
      const two = bacon(more, { outcome: "y", covariates: ["z", "fixed", "z"] });
      expect(two.estimate).toBeCloseTo(result.estimate, 12);
      expect(two.covariates).toEqual(["z"]);
      expect(two.problems.map((p) => p.params.covariate)).toEqual(["fixed"]);
    }
  });

  it("without anything to adjust for gives pairs whose early and late comparisons are one", () => {
    const panel = randomPanel({ seed: 3, units: 14, periods: 5 });
    const plain = bacon(panel, { outcome: "y" });
    const fixed = measure("fixed", new Float64Array(14 * 5).fill(2));
    const result = bacon({ ...panel, measures: [...panel.measures, fixed] }, { outcome: "y", covariates: ["fixed"] });
    expect(result.estimate).toBeCloseTo(plain.estimate, 12);
    expect(result.types.at(-1)).toMatchObject({ type: "within" });
    expect(result.types.at(-1)!.weight).toBeCloseTo(0, 12);
    for (const pair of result.comparisons) {
      const same = plain.comparisons.filter(
        (c) =>
          [c.treated, c.control].includes(pair.treated) &&
          [c.treated, c.control].includes(pair.control) &&
          c.treated !== c.control,
      );
      const weight = same.reduce((s, c) => s + c.weight, 0);
      expect(pair.weight).toBeCloseTo(weight, 12);
      if (weight > 0) expect(pair.estimate).toBeCloseTo(same.reduce((s, c) => s + c.weight * c.estimate, 0) / weight, 10);
    }
  });

  it("changes with nothing that two-way fixed effects do not change with", () => {
    const panel = randomPanel({ seed: 5, units: 20, periods: 6 });
    const before = structuredClone(panel);
    const first = bacon(panel, { outcome: "y" });
    expect(panel).toEqual(before);
    const moved = structuredClone(panel);
    for (let i = 0; i < 20; i++) for (let t = 0; t < 6; t++) moved.measures[0].values[i * 6 + t] += 1000 * i - 70 * t;
    const second = bacon(moved, { outcome: "y" });
    second.comparisons.forEach((c, j) => {
      expect(c.weight).toBe(first.comparisons[j].weight);
      expect(c.estimate).toBeCloseTo(first.comparisons[j].estimate, 9);
    });
    const zero = { ...panel, samplingWeight: Float64Array.from({ length: 20 }, (_, i) => (i === 3 ? 0 : 1)) };
    zero.observed[3 * 6] = 0;
    const without = range(0, 20).filter((i) => i !== 3);
    expect(bacon(zero, { outcome: "y" }).estimate).toBeCloseTo(twoWayOls(panel, without, range(0, 6)), 10);
  });

  it("refuses what has no such decomposition, with a next step", () => {
    const panel = randomPanel({ seed: 1, units: 10, periods: 4 });
    expect(() => bacon(panel, { outcome: "x" })).toThrow("no outcome named x; it has y");
    const gap = structuredClone(panel);
    gap.observed[2] = 0;
    gap.measures[0].values[7] = Number.NaN;
    expect(() => bacon(gap, { outcome: "y" })).toThrow("2 of 10 units lack a value in some");
    const one = { ...panel, firstTreated: new Int32Array(10).fill(NEVER) };
    expect(() => bacon(one, { outcome: "y" })).toThrow("no two groups to compare");
    const never = { ...panel, firstTreated: Int32Array.from({ length: 10 }, (_, i) => (i < 5 ? ALWAYS : NEVER)) };
    expect(() => bacon(never, { outcome: "y" })).toThrow("treatment never changes");
    const treated = Float64Array.from({ length: 40 }, (_, at) =>
      1 + (at % 4) >= panel.firstTreated[Math.floor(at / 4)] ? 1 : 0,
    );
    const same = { ...panel, measures: [...panel.measures, measure("d", treated)] };
    expect(() => bacon(same, { outcome: "y", covariates: ["d"] })).toThrow("account for all treatment");
    const weighted = { ...panel, samplingWeight: new Float64Array(10).fill(Number.NaN) };
    expect(() => bacon(weighted, { outcome: "y" })).toThrow("10 units have none");
  });
});

function measure(name: string, values: Float64Array) {
  return { name, unit: "kr", values };
}
