// Against the distribution function and, far out, the asymptotic series of the Mills ratio (Abramowitz & Stegun 26.2.12).
// Relative 1e-13 where hazards are concerned; e^−a²/2 itself loses about a² units in the last place: 4e-16 a² more.
import { expect, test } from "vitest";
import { normalCdf } from "./distributions.js";
import { normalTail } from "./normal-tail.js";

const near = (got: number, want: number, more = 0) =>
  expect(Math.abs(got - want)).toBeLessThanOrEqual((1e-13 + more) * Math.abs(want));

test("equals the distribution function on both sides of the change of method", () => {
  for (let a = 0; a < 30; a += 0.0917) {
    const { upper, lnUpper, density, hazard, excess } = normalTail(a);
    const lost = 4e-16 * a * a;
    near(upper, normalCdf(-a), lost);
    if (a > 0.1) near(lnUpper, Math.log(normalCdf(-a)));
    near(density, Math.exp(-a * a * 0.5) / Math.sqrt(2 * Math.PI), lost);
    near(hazard, density / normalCdf(-a), lost);
    if (a < 3) expect(excess).toBeCloseTo(hazard - a, 12);
  }
});

test("far out: the asymptotic series of the Mills ratio", () => {
  for (const a of [30, 37, 50, 200, 1e4]) {
    let term = 1;
    let mills = 1;
    for (let j = 1; j < 12; j++) {
      term *= -(2 * j - 1) / (a * a);
      mills += term;
    }
    const { hazard, excess, lnUpper } = normalTail(a);
    near(hazard, a / mills);
    expect(Math.abs(excess - (a / mills - a))).toBeLessThan(1e-15 * a + 1e-13 / a);
    near(lnUpper, -0.5 * a * a - 0.5 * Math.log(2 * Math.PI) + Math.log(mills / a));
  }
});
