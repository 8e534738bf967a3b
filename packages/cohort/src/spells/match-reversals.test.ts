import { expect, it } from "vitest";
import { matchReversals } from "./match-reversals.js";

it("pairs each negative row with one equal and opposite booking, the first there is", () => {
  // whose, first day, amount
  const rows = [
    [0, 1, 100],
    [0, 1, -100],
    [0, 1, 100],
    [0, 1, -100],
    [0, 1, -100],
    [1, 1, 100],
    [0, 2, -100],
    [1, 1, -99],
    [2, 1, 50],
  ];
  const all = Int32Array.from(rows.keys());
  const negatives = all.filter((i) => rows[i][2] < 0);
  const found = matchReversals(
    negatives,
    all.filter((i) => rows[i][2] >= 0),
    { keys: [(i) => rows[i][0], (i) => rows[i][1]], amount: (i) => rows[i][2] },
  );
  expect([...negatives].map((row, k) => [row, found[k]])).toEqual([
    [1, 0],
    [3, 2],
    [4, -1],
    [6, -1],
    [7, -1],
  ]);
});
