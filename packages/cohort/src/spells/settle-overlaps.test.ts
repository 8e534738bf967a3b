import fc from "fast-check";
import { expect, it } from "vitest";
import { settleOverlaps } from "./settle-overlaps.js";

it("takes out rows equal to an earlier one and names overlaps by the later row", () => {
  // whose, what, from, to, price
  const rows = [
    [0, 0, 1, 10, 5],
    [0, 0, 8, 9, 5],
    [0, 0, 1, 10, 5],
    [0, 0, 1, 10, 6],
    [0, 1, 8, 9, 5],
    [1, 0, 8, 9, 5],
    [0, 0, 11, 12, 5],
    [0, 0, 1, 10, 5],
  ];
  const said: string[] = [];
  const kept = settleOverlaps(Int32Array.from(rows.keys()), {
    keys: [(i) => rows[i][0], (i) => rows[i][1], (i) => rows[i][2], (i) => rows[i][3]],
    others: [(i) => rows[i][4]],
    duplicate: (i) => said.push(`${i} duplicate`),
    overlap: (i, other) => said.push(`${i} over ${other}`),
  });
  expect(Array.from(kept)).toEqual([0, 1, 3, 4, 5, 6]);
  expect(said).toEqual(["1 over 0", "2 duplicate", "3 over 0", "7 duplicate"]);
});

it("agrees with every pair of rows compared", () => {
  const row = fc.tuple(...[2, 1, 12, 6, 1].map((max) => fc.integer({ min: 0, max })));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (drawn) => {
      const rows = drawn.map(([whose, what, from, days, price]) => [whose, what, from, from + days, price]);
      const said = new Map<number, string>();
      const kept = settleOverlaps(Int32Array.from(rows.keys()), {
        keys: [(i) => rows[i][0], (i) => rows[i][1], (i) => rows[i][2], (i) => rows[i][3]],
        others: [(i) => rows[i][4]],
        duplicate: (i, first) => said.set(i, `repeats ${first}`),
        overlap: (i, other) => said.set(i, `over ${other}`),
      });
      const firstLike = rows.map((a) => rows.findIndex((b) => String(a) === String(b)));
      const meets = (a: number[], b: number[]) => a[0] === b[0] && a[1] === b[1] && a[2] <= b[3] && b[2] <= a[3];
      expect(Array.from(kept)).toEqual([...rows.keys()].filter((i) => firstLike[i] === i));
      for (const [i, text] of said) {
        const other = Number(text.split(" ")[1]);
        if (text.startsWith("repeats")) expect(other).toBe(firstLike[i]);
        else expect(other < i && meets(rows[i], rows[other])).toBe(true);
      }
      const told = new Set(
        [...said].filter(([, text]) => text.startsWith("over")).flatMap(([i, text]) => [i, Number(text.slice(5))]),
      );
      for (const i of kept) {
        const others = Array.from(kept).filter((k) => k !== i);
        if (!others.some((k) => meets(rows[i], rows[k]))) expect(told.has(i)).toBe(false);
      }
      const isMet = Array.from(kept).some((i) => Array.from(kept).some((k) => k !== i && meets(rows[i], rows[k])));
      expect(told.size > 0).toBe(isMet);
    }),
  );
});
