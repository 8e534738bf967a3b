import fc from "fast-check";
import { expect, test } from "vitest";
import { solvePositive } from "./cholesky.js";
import { wald } from "./wald.js";

const number = fc.double({ min: -3, max: 3, noNaN: true });

test("a regular covariance: the quadratic form in its inverse", () => {
  fc.assert(
    fc.property(
      fc.array(number, { minLength: 9, maxLength: 9 }),
      fc.array(number, { minLength: 3, maxLength: 3 }),
      (b, theta) => {
        const v = Float64Array.from({ length: 9 }, (_, c) => {
          const i = Math.floor(c / 3);
          const j = c % 3;
          return (i === j ? 1 : 0) + b[3 * i] * b[3 * j] + b[3 * i + 1] * b[3 * j + 1] + b[3 * i + 2] * b[3 * j + 2];
        });
        const solved = solvePositive(v, Float64Array.from(theta), 3)!;
        const { statistic, rank } = wald({ estimate: Float64Array.from(theta), covariance: v, k: 3 });
        expect(rank).toBe(3);
        expect(statistic).toBeCloseTo(
          theta.reduce((t, x, i) => t + x * solved[i], 0),
          9,
        );
      },
    ),
  );
});

test("a singular covariance: estimates that lie in its span count once", () => {
  // The third is the sum of the first two; the fourth has no variance.
  const base = [
    [2, 0.5],
    [0.5, 1],
  ];
  const map = [
    [1, 0],
    [0, 1],
    [1, 1],
    [0, 0],
  ];
  const v = Float64Array.from(
    map.flatMap((a) => map.map((b) => a.reduce((t, x, i) => t + x * (base[i][0] * b[0] + base[i][1] * b[1]), 0))),
  );
  const { statistic, rank } = wald({ estimate: Float64Array.of(1, 2, 3, 0), covariance: v, k: 4 });
  expect(rank).toBe(2);
  // θ' V⁻¹ θ of (1, 2) with V = [2 .5; .5 1]: (1·1 − 2·.5·1·2 + 2·4) / 1.75.
  expect(statistic).toBeCloseTo(7 / 1.75, 12);
});

test("units do not matter", () => {
  const small = wald({ estimate: Float64Array.of(1, 2), covariance: Float64Array.of(2, 0.5, 0.5, 1), k: 2 });
  const mixed = wald({ estimate: Float64Array.of(1e9, 2e-9), covariance: Float64Array.of(2e18, 0.5, 0.5, 1e-18), k: 2 });
  expect(mixed.rank).toBe(2);
  expect(mixed.statistic).toBeCloseTo(small.statistic, 12);
});
