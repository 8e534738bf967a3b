import fc from "fast-check";
import { expect, it } from "vitest";
import { groupByDay } from "./group-by-day.js";

it("puts rows in order of group, first day and row, whatever the size of a group", () => {
  const row = fc.record({ group: fc.integer({ min: -1, max: 2 }), from: fc.integer({ min: -5, max: 40 }) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 120 }), (rows) => {
      const [group, from] = [Int32Array.from(rows, (r) => r.group), Int32Array.from(rows, (r) => r.from)];
      const { first, order } = groupByDay(group, from, 3);
      const expected = [0, 1, 2].map((g) =>
        [...rows.keys()].filter((i) => group[i] === g).sort((a, b) => from[a] - from[b] || a - b),
      );
      expect([0, 1, 2].map((g) => Array.from(order.subarray(first[g], first[g + 1])))).toEqual(expected);
    }),
  );
});
