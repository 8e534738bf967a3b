import fc from "fast-check";
import { expect, it } from "vitest";
import { programmeCourses } from "./programme-courses.js";

const units = 3;
const spell = fc.record({
  unit: fc.integer({ min: -1, max: units - 1 }),
  from: fc.integer({ min: 0, max: 60 }),
  length: fc.integer({ min: 0, max: 12 }),
});

it("equals joining the days of the programme wherever no more than the gap lies between them", () => {
  fc.assert(
    fc.property(fc.array(spell, { maxLength: 12 }), fc.integer({ min: 0, max: 9 }), (list, gap) => {
      const { first, from, to } = programmeCourses(
        {
          unit: Int32Array.from(list, (s) => s.unit),
          from: Int32Array.from(list, (s) => s.from),
          to: Int32Array.from(list, (s) => s.from + s.length),
        },
        units,
        gap,
      );
      for (let u = 0; u < units; u++) {
        const days = Array.from({ length: 80 }, (_, d) =>
          list.some((s) => s.unit === u && s.from <= d && d <= s.from + s.length),
        );
        const expected: number[][] = [];
        days.forEach((on, d) => {
          if (!on) return;
          const last = expected.at(-1);
          if (last !== undefined && d - last[1] - 1 <= gap) last[1] = d;
          else expected.push([d, d]);
        });
        const found = Array.from({ length: first[u + 1] - first[u] }, (_, k) => [from[first[u] + k], to[first[u] + k]]);
        expect(found).toEqual(expected);
      }
    }),
    { numRuns: 200 },
  );
});
