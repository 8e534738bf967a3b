import fc from "fast-check";
import { expect, it } from "vitest";
import { keepApart } from "./keep-apart.js";

const told = (counts: number[], anchors?: number[]) =>
  keepApart(counts, 5, anchors).map(({ value, exact }) => (exact ? value : `≈${value}`));

it("single leavers do not show", () => {
  expect(told([61, 61, 60, 58, 56, 55, 55, 50])).toEqual([61, 61, "≈61", "≈61", 56, "≈56", "≈56", 50]);
});

it("what was told elsewhere comes first", () => {
  expect(told([59, 67], [61])).toEqual(["≈61", 67]);
});

it("no two exact counts differ by few, and a rough one is near its count", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 20 });
  fc.assert(
    fc.property(counts, counts, fc.integer({ min: 1, max: 12 }), (values, others, threshold) => {
      const anchors = keepApart(others, threshold).flatMap((c) => (c.exact ? [c.value] : []));
      const shown = keepApart(values, threshold, anchors);
      const exact = [...anchors, ...shown.flatMap((c) => (c.exact ? [c.value] : []))];
      for (const a of exact) for (const b of exact) expect(a === b || Math.abs(a - b) >= threshold).toBe(true);
      shown.forEach(({ value, exact: is }, i) => {
        const away = Math.abs(value - values[i]);
        expect(is ? away === 0 : away > 0 && away < threshold).toBe(true);
      });
    }),
  );
});
