import { stream } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { uncertaintyShares } from "./uncertainty-shares.js";

test("equals the Shapley value of a product of independent factors", () => {
  // S = E·P, means (2, 3), variances (1, 4): v(E) = 9, v(P) = 16, v(EP) = 1·4 + 9·1 + 4·4 = 29; φ_E = (9 + 29 − 16)/2 = 11.
  const random = stream(5, "test/shares", 0);
  const D = 200_000;
  const [both, effect, price] = [new Float64Array(D), new Float64Array(D), new Float64Array(D)];
  for (let d = 0; d < D; d++) {
    const e = 2 + random.normal();
    const p = 3 + 2 * random.normal();
    both[d] = e * p;
    effect[d] = e * 3;
    price[d] = 2 * p;
  }
  const [ofEffect, ofPrice] = uncertaintyShares(both, effect, price);
  expect(Math.abs(ofEffect.share - 11 / 29)).toBeLessThan(0.01);
  expect(ofEffect.share + ofPrice.share).toBeCloseTo(1, 14);
});

test("one source alone has it all", () => {
  const moving = Float64Array.of(1, 2, 4);
  const still = Float64Array.of(3, 3, 3);
  expect(uncertaintyShares(moving, moving, still).map((s) => s.share)).toEqual([1, 0]);
  expect(uncertaintyShares(moving, still, moving).map((s) => s.share)).toEqual([0, 1]);
});
