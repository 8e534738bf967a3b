import type { Term } from "@kontrafakt/effects";
import { expect, test } from "vitest";
import { startingShares } from "./starting-shares.js";

const term = (kind: "cell" | "total", group: number, time: number, personPeriods: number, n = 1): Term => ({
  outcome: "a",
  unit: "days",
  kind,
  scale: "difference",
  group,
  time,
  event: time - group,
  n,
  controls: 1,
  personPeriods,
});
/** Quarters to 2023Q2. */
const end = 2023 * 4 + 1;
const periods = { unit: "quarter", ordinals: Int32Array.from({ length: 10 }, (_, i) => end - 9 + i) } as const;

test("a wave's cells of the last four quarters share alike, however many it has there; older ones have none", () => {
  const cells = [
    ...[5, 4, 3, 2, 1, 0].map((back) => term("cell", end - 5, end - back, 20, 20)),
    ...[1, 0].map((back) => term("cell", end - 1, end - back, 9, 9)),
  ];
  expect([...startingShares(cells, periods)]).toEqual([0, 0, 0.25, 0.25, 0.25, 0.25, 0.5, 0.5]);
});

test("sums over several quarters count as the quarters in them", () => {
  // 2022Q3–Q4 with one quarter missing, and 2023Q1–Q2.
  const told = [term("total", end - 7, end - 4, 4), term("total", end - 7, end - 2, 1), term("total", end - 7, end, 2)];
  expect([...startingShares(told, periods)]).toEqual([0, 1 / 3, 1 / 3]);
});

test("where nobody counted the quarters of a sum, they are all since the sum before, the wave's start or the year's first", () => {
  const old = Number.NaN;
  const split = [term("total", end - 7, end - 4, old), term("total", end - 7, end - 2, old), term("total", end - 7, end, old)];
  expect([...startingShares(split, periods)]).toEqual([0, 1 / 4, 1 / 4]);
  const whole = [term("total", end - 4, end - 2, old), term("total", end - 4, end, old)];
  // Quarters 2022Q2 to Q4 in one sum, as results before version 6 have them: five quarters in all.
  expect([...startingShares(whole, periods)]).toEqual([1 / 5, 1 / 5]);
});

test("a sum of no quarters starts nothing", () => {
  expect([...startingShares([term("total", end - 1, end, 0)], periods)]).toEqual([0]);
});
