// Bit for bit against stdlib's exp, which is 1 ulp from the true value.
import stdExp from "@stdlib/math-base-special-exp";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exp } from "./exp.js";
import { stream } from "./stream.js";

test("the bits of stdlib's exp", () => {
  const { uniform } = stream(1, "exp-test", 0);
  let differing = 0;
  for (let i = 0; i < 40_000; i++) {
    for (const scale of [1e-9, 1, 40, 1500]) {
      const x = scale * (uniform() - 0.5);
      if (!Object.is(exp(x), stdExp(x))) differing++;
    }
  }
  expect(differing).toBe(0);
  fc.assert(fc.property(fc.double(), (x) => Object.is(exp(x), stdExp(x))));
});

test("where the reduction changes its multiple, and at the limits", () => {
  for (let e = -1010; e <= 1010; e++) {
    for (const x of [e * Math.LN2, (e + 0.5) * Math.LN2, (e - 0.5) * Math.LN2]) expect(exp(x)).toBe(stdExp(x));
  }
  for (const x of [0, -0, 2 ** -28, -(2 ** -28), 700, -700, 709.78, 709.79, -745.13, -745.14, Infinity, -Infinity, NaN])
    expect(exp(x)).toBe(stdExp(x));
});
