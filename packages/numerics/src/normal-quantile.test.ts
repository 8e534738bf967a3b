// Bit for bit against stdlib's inverse of erfc; distributions.test.ts holds it against 30-digit arithmetic.
import erfcinv from "@stdlib/math-base-special-erfcinv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { normalQuantile } from "./normal-quantile.js";
import { stream } from "./stream.js";

const byStdlib = (p: number) => (p < 0.5 ? -Math.SQRT2 * erfcinv(2 * p) : Math.SQRT2 * erfcinv(2 * (1 - p)));

test("the bits of stdlib's inverse of erfc", () => {
  const { uniform } = stream(1, "normal-quantile-test", 0);
  let differing = 0;
  for (let i = 0; i < 40_000; i++) {
    const u = uniform();
    for (const p of [u, u / 4, u / 100, 1 - u / 100, u * u * u * u]) if (!Object.is(normalQuantile(p), byStdlib(p))) differing++;
  }
  expect(differing).toBe(0);
  fc.assert(fc.property(fc.double({ min: 0, max: 1 }), (p) => Object.is(normalQuantile(p), byStdlib(p))));
});

test("where one approximation gives way to the next, and at the limits", () => {
  for (const edge of [0, 0.0055, 0.125, 0.25, 0.5, 0.75, 0.875, 0.9945, 1]) {
    for (const p of [edge, edge - 1e-16, edge + 1e-16, edge - 1e-12, edge + 1e-12]) expect(normalQuantile(p)).toBe(byStdlib(p));
  }
  for (const p of [-1, 2, NaN, Infinity, -Infinity, 1e-300, 5e-324]) expect(normalQuantile(p)).toBe(byStdlib(p));
});
