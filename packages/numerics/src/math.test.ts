import fc from "fast-check";
import { expect, test } from "vitest";
import { cos, exp, expm1, ln, log1p, pow, sin } from "./math.js";

const close = (a: number, b: number) => Math.abs(a - b) <= 4e-16 * Math.abs(b) || Object.is(a, b);

test("within two units in the last place of the engine", () => {
  const x = fc.double({ min: -700, max: 700, noNaN: true });
  fc.assert(fc.property(x, (v) => close(exp(v), Math.exp(v)) && close(expm1(v), Math.expm1(v))));
  fc.assert(fc.property(x, (v) => close(ln(v * v), Math.log(v * v)) && close(log1p(v * v), Math.log1p(v * v))));
  fc.assert(fc.property(x, (v) => close(sin(v), Math.sin(v)) && close(cos(v), Math.cos(v))));
  fc.assert(
    fc.property(x, fc.double({ min: -20, max: 20, noNaN: true }), (v, e) => close(pow(Math.abs(v), e), Math.abs(v) ** e)),
  );
});

test("limits", () => {
  expect([exp(-Infinity), exp(0), ln(0), ln(1), ln(-1), pow(0, 0), expm1(0), log1p(-1)]).toEqual([
    0,
    1,
    -Infinity,
    0,
    NaN,
    1,
    0,
    -Infinity,
  ]);
});
