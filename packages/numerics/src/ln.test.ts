// Bit for bit against stdlib's ln, which is within 1 ulp of the true value.
import stdLn from "@stdlib/math-base-special-ln";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ln } from "./ln.js";
import { stream } from "./stream.js";

test("the bits of stdlib's ln", () => {
  const { uniform } = stream(1, "ln-test", 0);
  let differing = 0;
  for (let i = 0; i < 40_000; i++) {
    const u = uniform();
    for (const x of [u, 1 + u, 1e6 * u, 1e-300 * u, 1 + 1e-6 * (u - 0.5), 1.36 + 0.07 * u])
      if (!Object.is(ln(x), stdLn(x))) differing++;
  }
  expect(differing).toBe(0);
  fc.assert(fc.property(fc.double(), (x) => Object.is(ln(x), stdLn(x))));
});

test("around each power of 2, and at the limits", () => {
  for (let e = -1074, x = Number.MIN_VALUE; e < 1024; e++, x *= 2) {
    for (const factor of [1, 1 - 2 ** -53, 1 + 2 ** -52, 1 + 2 ** -20, 1 - 2 ** -20, Math.SQRT1_2, Math.SQRT2, 1.9])
      expect(ln(x * factor)).toBe(stdLn(x * factor));
  }
  for (const x of [0, -0, -1, Number.MAX_VALUE, Infinity, -Infinity, NaN]) expect(ln(x)).toBe(stdLn(x));
});
