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
