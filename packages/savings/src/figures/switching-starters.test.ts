import fc from "fast-check";
import { expect, test } from "vitest";
import { type SteppedCost, switchingStarters } from "./switching-starters.js";

/** Net with n starters by the definition. */
function net(n: number, now: number, benefit: number, variable: number, fixed: number, stepped: readonly SteppedCost[]): number {
  const steps = stepped.reduce((sum, { step, cost }) => sum + (cost * Math.ceil(n / step)) / Math.ceil(now / step), 0);
  return ((benefit - variable) * n) / now - fixed - steps;
}

test("Bergen, Housing First: 3.8 million a year breaks even at 14 to 18 participants", () => {
  // Source's two ends: what one participant then has to save.
  expect(switchingStarters(16, (16 * 3.8e6) / 14, 0, 3.8e6, [])).toBeCloseTo(14, 9);
  expect(switchingStarters(16, (16 * 3.8e6) / 18, 0, 3.8e6, [])).toBeCloseTo(18, 9);
});

test("no number does it where every cost follows the starters, or a starter costs more than is saved", () => {
  expect(switchingStarters(20, 100, 150, 0, [])).toBeNull();
  expect(switchingStarters(20, 100, 50, 0, [])).toBeNull();
  expect(switchingStarters(20, 100, 150, 30, [])).toBeNull();
  expect(switchingStarters(20, -100, 0, 30, [])).toBeNull();
  expect(switchingStarters(20, 100, 0, 10, [{ step: 5, cost: 200 }])).toBeNull();
});

test("a step's cost comes whole: 12 starters where a place for 10 costs 60 and each saves 10", () => {
  // 12·10 = 2 steps of 60; at 6 the first step is covered already.
  expect(switchingStarters(20, 200, 0, 0, [{ step: 10, cost: 120 }])).toBeCloseTo(6, 12);
  expect(switchingStarters(20, 200, 0, 50, [{ step: 10, cost: 120 }])).toBeCloseTo(17, 12);
});

test("put back, the net is 0, and below it never above 0", () => {
  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
  const stepped = fc.array(fc.record({ step: fc.integer({ min: 1, max: 40 }), cost: amount }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), amount, amount, amount, stepped, (now, benefit, variable, fixed, steps) => {
      const found = switchingStarters(now, benefit, variable, fixed, steps);
      const at = (n: number) => net(n, now, benefit, variable, fixed, steps);
      const size = (n: number) =>
        fixed + ((benefit + variable) * n) / now + steps.reduce((sum, s) => sum + s.cost * (1 + n / s.step), 0);
      if (found === null) {
        const worst = Math.min(...Array.from({ length: 300 }, (_, i) => (at(i + 1) * at(300)) / (size(i + 1) * size(300) || 1)));
        expect(worst).toBeGreaterThanOrEqual(-1e-9);
        return;
      }
      // Just inside the step, since a step begins above its multiple.
      expect(Math.abs(at(found * (1 - 1e-12)))).toBeLessThanOrEqual(1e-8 * size(found));
      const before = Math.max(...Array.from({ length: 49 }, (_, i) => at((found * (i + 1)) / 50)));
      expect(before).toBeLessThanOrEqual(1e-9 * size(found));
    }),
  );
});
