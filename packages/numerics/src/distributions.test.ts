import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquaredCdf, chiSquaredQuantile, fCdf, normalCdf, normalQuantile, tCdf, tQuantile } from "./distributions.js";

/** Reference values: 30-digit arithmetic (mpmath). Tolerance 1e-13, relative. */
function expectRelative(actual: number, expected: number, tolerance = 1e-13): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

describe("against 30-digit arithmetic", () => {
  test.each([
    [0.975, 1.9599639845400538],
    [1e-300, -37.0470962993612],
    [1e-100, -21.273453560965326],
    [1e-16, -8.222082216130435],
    [1e-5, -4.264890793922825],
    [0.02425, -1.972961051311885],
    [0.3, -0.5244005127080408],
    [0.6, 0.2533471031357997],
  ])("normal quantile %d", (p, z) => expectRelative(normalQuantile(p), z));

  test("normal cdf", () => {
    expectRelative(normalCdf(-8), 6.220960574271784e-16);
    expectRelative(normalCdf(1.3), 0.9031995154143897);
  });

  test.each([
    [0.3, 0.975, 6582.035699400758],
    [0.5, 0.975, 164.55767348048823],
    [0.9, 0.9999, 7663.531745780474],
    [1.3, 0.3, -0.6739727216355523],
    [2.5, 0.975, 3.5746548420036817],
    [4.7, 0.6, 0.2680827195410318],
    [10, 0.975, 2.2281388519862744],
    [30.3, 0.9999, 4.228298460545912],
    [30, 0.99875, 3.299893643532204],
    [100, 0.975, 1.9839715185235518],
    [1e4, 0.001, -3.091047516030612],
    [1e6, 0.975, 1.9599663568141066],
    [2e6, 0.975, 1.9599651706763745],
  ])("t quantile with df %d at %d", (df, p, t) => expectRelative(tQuantile(p, df), t, 2e-13));

  test("t, chi-squared and F", () => {
    expectRelative(tCdf(2.5, 3.7), 0.9640889885440866);
    expectRelative(tCdf(-1.1, 0.8), 0.2514760877584056);
    expectRelative(tCdf(-40, 25.5), 7.760126420639967e-25);
    expectRelative(chiSquaredCdf(3, 0.5), 0.966583555841021);
    expectRelative(chiSquaredCdf(80, 60.5), 0.9526185368389731);
    expectRelative(chiSquaredQuantile(0.5, 2.3), 1.6780968604835853);
    expectRelative(chiSquaredQuantile(0.95, 5), 11.070497693516351);
    expectRelative(fCdf(3, 4, 10), 0.9276767777118597);
    expectRelative(fCdf(2.2, 1.5, 7.3), 0.8190352142061045);
  });
});

describe("quantile and cdf undo each other", () => {
  const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  test("t, fractional df from 0.2 to 1e9", () => {
    const df = fc.double({ min: -0.7, max: 9, noNaN: true }).map((e) => 10 ** e);
    fc.assert(fc.property(p, df, (q, d) => Math.abs(tCdf(tQuantile(q, d), d) - q) < 1e-11));
  });
  test("chi-squared and normal", () => {
    const df = fc.double({ min: 0.2, max: 500, noNaN: true });
    fc.assert(fc.property(p, df, (q, d) => Math.abs(chiSquaredCdf(chiSquaredQuantile(q, d), d) - q) < 1e-10));
    fc.assert(fc.property(p, (q) => Math.abs(normalCdf(normalQuantile(q)) - q) < 1e-14));
  });
});

test("limits", () => {
  expect(tQuantile(0.9, Infinity)).toBe(normalQuantile(0.9));
  expect(tCdf(1.2, Infinity)).toBe(normalCdf(1.2));
  expectRelative(fCdf(2, 3, Infinity), chiSquaredCdf(6, 3));
  expectRelative(fCdf(2, 3, 1e15), chiSquaredCdf(6, 3), 1e-11);
  expect([tCdf(Infinity, 3), tCdf(-Infinity, 3), tQuantile(0, 3), tQuantile(1, 3), tQuantile(0.5, 3)]).toEqual([
    1,
    0,
    -Infinity,
    Infinity,
    0,
  ]);
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-Infinity, Infinity, 0]);
});

test("what has no answer is NaN", () => {
  const wrong = [
    normalQuantile(-0.1),
    normalQuantile(1.1),
    normalQuantile(NaN),
    tQuantile(0.5, 0),
    tQuantile(0.5, NaN),
    tQuantile(2, 1e9),
  ];
  expect([...wrong, tCdf(1, -1), tCdf(NaN, Infinity), fCdf(1, -1, 2), chiSquaredQuantile(0.5, NaN)]).toEqual(Array(10).fill(NaN));
});
