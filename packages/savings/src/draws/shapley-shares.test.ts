import { stream } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { pickFreezeShares, twoSourceShares } from "./shapley-shares.js";

test("equals the Shapley value of a product of independent factors", () => {
  // S = E·P, means (2, 3), variances (1, 4): v(E) = 9, v(P) = 16, v(EP) = 1·4 + 9·1 + 4·4 = 29; φ_E = (9 + 29 − 16)/2 = 11.
  const random = stream(5, "test/shares", 0);
  const D = 40_000;
  const [both, effect, price] = [new Float64Array(D), new Float64Array(D), new Float64Array(D)];
  for (let d = 0; d < D; d++) {
    const e = 2 + random.normal();
    const p = 3 + 2 * random.normal();
    both[d] = e * p;
    effect[d] = e * 3;
    price[d] = 2 * p;
  }
  const [ofEffect, ofPrice] = twoSourceShares(both, effect, price);
  expect(Math.abs(ofEffect.share - 11 / 29)).toBeLessThan(4 * ofEffect.error);
  expect(ofEffect.error).toBeLessThan(0.01);
  expect(ofEffect.share + ofPrice.share).toBeCloseTo(1, 14);
});

test("one source alone has it all", () => {
  const moving = Float64Array.of(1, 2, 4);
  const still = Float64Array.of(3, 3, 3);
  expect(twoSourceShares(moving, moving, still).map((s) => s.share)).toEqual([1, 0]);
  expect(twoSourceShares(moving, still, moving).map((s) => s.share)).toEqual([0, 1]);
});

test("a part too small for the draws is 0, never below", () => {
  // Effect and price together happen to vary less than the effect alone.
  const effect = Float64Array.of(-1, 1, -1, 1);
  const price = Float64Array.of(0.1, -0.1, 0.1, -0.1);
  const both = effect.map((e, d) => e + price[d]);
  expect(twoSourceShares(both, effect, price).map((s) => s.share)).toEqual([1, 0]);
  expect(twoSourceShares(both, price, effect).map((s) => s.share)).toEqual([0, 1]);
});

test("pick and freeze: an additive total's parts are its variances, a product's its closed form, within the stated error", () => {
  const D = 10_000;
  const random = stream(6, "test/pick-freeze", 0);
  const sets = [0, 1].map(() => [0, 1, 2].map(() => Float64Array.from({ length: D }, () => random.normal())));
  const mixed = (set: number, f: (x: number, y: number, z: number) => number) =>
    Float64Array.from({ length: D }, (_, d) => {
      const [x, y, z] = [0, 1, 2].map((i) => sets[set & (1 << i) ? 0 : 1][i][d]);
      return f(x, y, z);
    });
  const close = (shares: readonly { share: number; error: number }[], expected: readonly number[]) => {
    expect(shares.reduce((sum, s) => sum + s.share, 0)).toBeCloseTo(1, 12);
    shares.forEach((s, i) => {
      expect(Math.abs(s.share - expected[i])).toBeLessThan(4 * s.error + 1e-12);
      expect(s.error).toBeLessThan(0.03);
    });
  };
  close(
    pickFreezeShares(3, (set) => mixed(set, (x, y, z) => 100 + x + 2 * y + 3 * z)),
    [1 / 14, 4 / 14, 9 / 14],
  );
  // (2 + x)(3 + 2y) + z: v(x) = 9, v(y) = 16, v(xy) = 29, and z adds 1: φ = 11, 18, 1 of 30.
  close(
    pickFreezeShares(3, (set) => mixed(set, (x, y, z) => (2 + x) * (3 + 2 * y) + z)),
    [11 / 30, 18 / 30, 1 / 30],
  );
  expect(pickFreezeShares(2, () => new Float64Array(300).fill(7))).toEqual([
    { share: 1, error: 0 },
    { share: 0, error: 0 },
  ]);
});
