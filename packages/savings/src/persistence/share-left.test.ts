import fc from "fast-check";
import { expect, test } from "vitest";
import { type Course, shareLeft } from "./share-left.js";

/** f(x) as the option says it. */
function left(course: Course, x: number): number {
  const { form, lag, years, decline, at, shares } = course;
  if (x < lag || x >= years || form === "none") return 0;
  if (form === "constant") return 1;
  if (form === "exponential") return (1 - decline) ** (x - lag);
  const passed = at.filter((year) => year <= x).length;
  const before = passed === 0 ? 1 : shares[passed - 1];
  if (form === "stepwise" || passed === at.length) return before;
  const from = passed === 0 ? 0 : at[passed - 1];
  return before + ((shares[passed] - before) * (x - from)) / (at[passed] - from);
}

const courses = fc.record({
  form: fc.constantFrom("none", "constant", "exponential", "stepwise", "interpolated"),
  years: fc.integer({ min: 1, max: 8 }),
  lag: fc.double({ min: 0, max: 6, noNaN: true }),
  decline: fc.double({ min: 0, max: 1, noNaN: true }),
  at: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }).map((at) => at.sort((a, b) => a - b)),
  shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
}) as fc.Arbitrary<Course>;

test("the mean over any stretch is that of many points of the course", () => {
  fc.assert(
    fc.property(
      courses,
      fc.double({ min: 0, max: 8, noNaN: true }),
      fc.double({ min: 0.25, max: 2, noNaN: true }),
      (course, from, width) => {
        const N = 4000;
        let sum = 0;
        for (let i = 0; i < N; i++) sum += left(course, from + ((i + 0.5) * width) / N);
        // The Riemann sum is off by at most one point at each jump, of which there are six at most.
        expect(Math.abs(shareLeft(course, from, from + width) - sum / N)).toBeLessThan(7 / N);
      },
    ),
    { numRuns: 60 },
  );
});

test("whole years without a jump in them, by hand", () => {
  const course: Course = { form: "exponential", years: 5, lag: 1, decline: 0.19, at: [], shares: [] };
  expect(shareLeft(course, 0, 1)).toBe(0);
  // ∫₀¹ 0.81^x dx = 0.19/−ln 0.81, and a year later 0.81 of it.
  expect(shareLeft(course, 1, 2)).toBeCloseTo(0.19 / 0.21072103131565256, 12);
  expect(shareLeft(course, 2, 3)).toBeCloseTo((0.81 * 0.19) / 0.21072103131565256, 12);
  expect(shareLeft(course, 5, 6)).toBe(0);
  const steps: Course = { form: "stepwise", years: 5, lag: 0, decline: 0, at: [1, 3], shares: [0.5, 0.25] };
  expect([0, 1, 2, 3, 4].map((x) => shareLeft(steps, x, x + 1))).toEqual([1, 0.5, 0.5, 0.25, 0.25]);
  const lines = { ...steps, form: "interpolated" } as const;
  expect([0, 1, 2, 3, 4].map((x) => shareLeft(lines, x, x + 1))).toEqual([0.75, 0.4375, 0.3125, 0.25, 0.25]);
});
