import { describe, expect, it } from "vitest";
import type { Stretches } from "./observe.js";
import { moves, placedStretches } from "./placements.js";
import { programmeCourses } from "./programme-courses.js";

const stays = (...rows: [unit: number, home: number, from: number, to: number][]): Stretches => ({
  unit: Int32Array.from(rows, (r) => r[0]),
  home: Uint8Array.from(rows, (r) => r[1]),
  from: Int32Array.from(rows, (r) => r[2]),
  to: Int32Array.from(rows, (r) => r[3]),
});
const placements = (...rows: [unit: number, from: number, to: number][]) =>
  programmeCourses(
    {
      unit: Int32Array.from(rows, (r) => r[0]),
      from: Int32Array.from(rows, (r) => r[1]),
      to: Int32Array.from(rows, (r) => r[2]),
    },
    3,
    0,
  );

describe("a placement", () => {
  it("belongs to whoever was responsible on its first day, and so does the next place without a day between", () => {
    const placed = placedStretches(
      placements([0, 100, 200], [0, 201, 300], [0, 400, 450], [1, 100, 200], [2, 100, 200]),
      stays([0, 1, 0, 103], [0, 0, 104, 999], [1, 0, 0, 99], [1, 1, 50, 120], [2, 1, 150, 999]),
    );
    expect([...placed.unit].map((u, k) => [u, placed.home[k], placed.from[k], placed.to[k]])).toEqual([
      [0, 1, 100, 300],
      [0, 0, 400, 450],
      [1, 1, 100, 200],
    ]);
  });
});

describe("moves", () => {
  const courses = placements([0, 100, 200], [1, 100, 200], [2, 100, 200]);
  it.each([
    [
      "out 30 days after the first day",
      [
        [0, 1, 0, 129],
        [0, 0, 130, 999],
      ],
      [1],
      [],
    ],
    [
      "out 31 days after the first day",
      [
        [0, 1, 0, 130],
        [0, 0, 131, 999],
      ],
      [],
      [],
    ],
    [
      "in 30 days after the last day",
      [
        [0, 0, 0, 230],
        [0, 1, 231, 999],
      ],
      [1],
      [],
    ],
    [
      "in 31 days after the last day",
      [
        [0, 0, 0, 231],
        [0, 1, 232, 999],
      ],
      [],
      [],
    ],
    ["out of the register", [[0, 1, 0, 110]], [0], []],
    [
      "within the municipality",
      [
        [0, 1, 0, 99],
        [0, 1, 100, 999],
      ],
      [],
      [],
    ],
    [
      "after a gap",
      [
        [0, 1, 0, 20],
        [0, 1, 40, 60],
        [0, 1, 50, 62],
        [0, 1, 63, 999],
      ],
      [],
      [1],
    ],
  ] as [string, [number, number, number, number][], number[], number[]][])("%s", (_, rows, near, gap) => {
    const found = moves(stays(...rows), courses, 30, 999);
    expect([[...found.nearPlacement], [...found.afterGap]]).toEqual([near, gap]);
  });
});
