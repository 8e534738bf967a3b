import fc from "fast-check";
import { expect, it } from "vitest";
import { carryForward } from "./carry-forward.js";
import { type Combine, createCombiner } from "./combine-readings.js";

const starts = Int32Array.from([0, 90, 181]);

const oracle: Record<Combine, (values: readonly number[]) => number> = {
  mean: (v) => v.reduce((a, b) => a + b, 0) / v.length,
  sum: (v) => v.reduce((a, b) => a + b, 0),
  first: (v) => v[0],
  last: (v) => v[v.length - 1],
  min: (v) => Math.min(...v),
  max: (v) => Math.max(...v),
};

it("combines dated readings as their definition says", () => {
  const readings = fc.array(
    fc.record({
      unit: fc.integer({ min: 0, max: 2 }),
      t: fc.integer({ min: 0, max: 1 }),
      value: fc.integer({ min: -9, max: 9 }),
    }),
  );
  fc.assert(
    fc.property(readings, fc.constantFrom<Combine>("mean", "sum", "first", "last", "min", "max"), (list, combine) => {
      const combiner = createCombiner(3, starts, combine, false);
      for (const { unit, t, value } of list) combiner.add(unit, { t, share: 1, days: 1 }, value, 0);
      const { values } = combiner.finish();
      for (let unit = 0; unit < 3; unit++) {
        for (let t = 0; t < 2; t++) {
          const mine = list.filter((r) => r.unit === unit && r.t === t).map((r) => r.value);
          if (mine.length === 0) expect(values[unit * 2 + t]).toBeNaN();
          else expect(values[unit * 2 + t]).toBeCloseTo(oracle[combine](mine), 12);
        }
      }
    }),
  );
});

it("keeps the first of two without being told, and says so", () => {
  const combiner = createCombiner(1, starts, undefined, true);
  const place = { t: 0, share: 1, days: 90 };
  expect([combiner.add(0, place, 3, 0), combiner.add(0, place, 4, 0)]).toEqual([true, false]);
  expect(Array.from(combiner.finish().values)).toEqual([3, Number.NaN]);
});

it("sums parts only where the whole period is there, each part once", () => {
  const combiner = createCombiner(3, starts, "sum", true);
  const month = (k: number) => ({ t: 0, share: 1, days: [31, 28, 31][k] });
  for (const k of [0, 1, 2]) combiner.add(0, month(k), 2, k);
  for (const k of [0, 1, 1]) combiner.add(1, month(k), 2, k);
  for (const k of [0, 1, 1, 2]) combiner.add(2, month(k), 2, k);
  const { values, partial } = combiner.finish();
  expect([values[0], values[2], values[4], partial]).toEqual([6, Number.NaN, 8, 1]);
});

it("makes zero of no row where declared, and of a row that could not be used nothing", () => {
  const combiner = createCombiner(2, starts, undefined, true, Uint8Array.from([1, 0]));
  combiner.add(0, { t: 0, share: 1, days: 90 }, Number.NaN, 0);
  expect(Array.from(combiner.finish().values)).toEqual([Number.NaN, Number.NaN, 0, Number.NaN]);
});

it("carries a value forward so far and no further, and not to the next person", () => {
  const n = Number.NaN;
  const values = Float64Array.from([n, 1, n, n, n, 5, n, n, n, n]);
  expect(carryForward(values, 5, 2)).toBe(4);
  expect(Array.from(values)).toEqual([n, 1, 1, 1, n, 5, 5, 5, n, n]);
  expect(carryForward(values, 5, 0)).toBe(0);
});
