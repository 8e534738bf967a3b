import { leastSquares, stream } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { absorb } from "./absorb.js";
import { absorbed } from "./absorbed.js";
import { alternating } from "./alternating.js";
import { directTwoWay } from "./direct-two-way.js";
import { crossedLevels, type FixedEffect, numberedLevels } from "./fixed-effect.js";
import { oneWay } from "./one-way.js";
import { singletons } from "./singletons.js";

const draw = (seed: number) => {
  const random = stream(seed, "test/absorb", 0);
  return {
    normal: () => random.normal(),
    uniform: () => random.uniform(),
    pick: (n: number) => Math.floor(random.uniform() * n),
  };
};

/** What dense least squares on one column a level leaves, and its rank. */
function dense(effects: readonly FixedEffect[], y: Float64Array, weights?: Float64Array) {
  const n = y.length;
  const k = effects.reduce((sum, e) => sum + e.levels, 0);
  const x = new Float64Array(n * k);
  let from = 0;
  for (const { of, levels } of effects) {
    for (let r = 0; r < n; r++) x[r * k + from + of[r]] = 1;
    from += levels;
  }
  return leastSquares({ x, y, weights, n, k });
}

const levelsOf = (name: string, n: number, levels: number, next: () => number) =>
  numberedLevels(
    name,
    Int32Array.from({ length: n }, () => next()),
    levels,
  );

test("500 random patterns of one, two and three effects equal dense least squares, and so does their number of coefficients", () => {
  const methods = new Set<string>();
  for (let seed = 0; seed < 500; seed++) {
    const { normal, uniform, pick } = draw(seed);
    const n = 8 + pick(25);
    const count = 1 + (seed % 3);
    const effects = [7, 4, 3].slice(0, count).map((levels, q) => levelsOf(`${q}`, n, levels, () => pick(levels)));
    const weight = seed % 2 === 0 ? Float64Array.from({ length: n }, () => 0.2 + uniform()) : undefined;
    const y = Float64Array.from({ length: n }, () => 1e3 + normal());
    const absorber = absorb(effects, n, weight);
    methods.add(absorber.method);
    const column = y.slice();
    expect(absorber.sweep(column)).toBe(true);
    const { residuals, rank } = dense(effects, y, weight);
    for (let r = 0; r < n; r++) expect(Math.abs(column[r] - residuals[r]), `seed ${seed}`).toBeLessThan(1e-8);
    if (count < 3) expect(absorbed(effects, { effects: "full", exact: true })).toBe(rank);
  }
  expect([...methods].sort()).toEqual(["alternating", "direct", "one"]);
});

test("a balanced panel in closed form, also weighted by unit", () => {
  const { normal, uniform } = draw(1);
  const n = 5 * 4;
  const unit = numberedLevels(
    "unit",
    Int32Array.from({ length: n }, (_, r) => Math.floor(r / 4)),
    5,
  );
  const period = numberedLevels(
    "period",
    Int32Array.from({ length: n }, (_, r) => r % 4),
    4,
  );
  const own = Array.from({ length: 5 }, uniform);
  for (const weight of [undefined, Float64Array.from({ length: n }, (_, r) => own[Math.floor(r / 4)])]) {
    const y = Float64Array.from({ length: n }, normal);
    const absorber = absorb([period, unit], n, weight);
    expect(absorber.method).toBe("balanced");
    const column = y.slice();
    absorber.sweep(column);
    const { residuals } = dense([unit, period], y, weight);
    for (let r = 0; r < n; r++) expect(column[r]).toBeCloseTo(residuals[r], 12);
  }
  // Weights that vary within the unit are not of that form.
  expect(absorb([unit, period], n, Float64Array.from({ length: n }, uniform)).method).toBe("direct");
});

test("effects that others hold add nothing; parts that are not connected count one coefficient less each", () => {
  const unit = numberedLevels("unit", Int32Array.from([0, 0, 1, 1, 2, 2, 3, 3]), 4);
  const period = numberedLevels("period", Int32Array.from([0, 1, 0, 1, 0, 1, 0, 1]), 2);
  const region = numberedLevels("region", Int32Array.from([0, 0, 0, 0, 1, 1, 1, 1]), 2);
  const shocks = crossedLevels("region*period", region, period);
  expect(shocks.levels).toBe(4);
  const y = Float64Array.from([1, 3, 2, 7, 5, 4, 9, 8]);
  const column = y.slice();
  const all = [unit, period, region, shocks];
  const absorber = absorb(all, 8);
  expect(absorber.method).toBe("direct");
  absorber.sweep(column);
  const { residuals, rank } = dense(all, y);
  for (let r = 0; r < 8; r++) expect(column[r]).toBeCloseTo(residuals[r], 12);
  expect(absorbed(all, { effects: "full", exact: true })).toBe(rank);
  // As fixest counts: 4 + 2 + 2 + 4 less one for each effect but the first.
  expect(absorbed(all, { effects: "full", exact: false })).toBe(9);
  // Clustered by unit: unit and region lie within clusters.
  expect(absorbed([unit, shocks], { effects: "nonnested", exact: true }, [unit])).toBe(rank - 3);
  expect(absorbed(all, { effects: "none", exact: true })).toBe(0);
});

test("levels of weight 0 do not matter", () => {
  const { normal } = draw(3);
  const a = numberedLevels("a", Int32Array.from([0, 0, 0, 1, 1, 2, 2, 3, 3]), 4);
  const b = numberedLevels("b", Int32Array.from([0, 1, 2, 0, 1, 1, 2, 3, 0]), 4);
  const weight = Float64Array.from([1, 2, 1, 3, 1, 1, 1, 0, 0]);
  const y = Float64Array.from({ length: 9 }, normal);
  const column = y.slice();
  directTwoWay(a, b, weight)!.sweep(column);
  const { residuals } = dense([a, b], y, weight);
  for (let r = 0; r < 7; r++) expect(column[r]).toBeCloseTo(residuals[r], 12);
});

test("rows alone in a level go, again until none is left", () => {
  // Row 3 is alone in its unit; without it row 2's period has one row left, then row 1's unit.
  const unit = { of: Int32Array.from([0, 1, 1, 2, 0, 0]), levels: 3 };
  const period = { of: Int32Array.from([0, 0, 1, 1, 2, 2]), levels: 3 };
  expect(singletons([unit, period], 6)).toEqual({ kept: Uint8Array.from([0, 0, 0, 0, 1, 1]), count: 4 });
  expect(singletons([{ of: Int32Array.from([0, 0, 1, 1]), levels: 2 }], 4)).toBeNull();
});

test("says where it did not converge: a chain of pairs, which is too long for the direct way", () => {
  const chain = (n: number) => [
    { name: "a", of: Int32Array.from({ length: n }, (_, r) => r >> 1), levels: n / 2 },
    { name: "b", of: Int32Array.from({ length: n }, (_, r) => (r + 1) >> 1), levels: n / 2 + 1 },
  ];
  expect(absorb(chain(1_010), 1_010).method).toBe("alternating");
  const n = 300;
  const column = Float64Array.from({ length: n }, (_, r) => (r > n / 2 ? 1 : 0) + ((r * 7) % 11));
  const steps = chain(n).map((effect) => oneWay(effect).sweep);
  expect(alternating(steps, n).sweep(column)).toBe(false);
});
