import type { Effects } from "@kontrafakt/effects";
import { expect, test } from "vitest";
import { createTally } from "../disclosure/tally.js";
import { levelKeeper } from "./level-keeper.js";

/** Cells of two groups over three periods each from the start on. */
const cells = (first: number, second: number, last = second) =>
  ({
    terms: [first, first, first, second, second, last].map((n, k) => ({
      ...{ outcome: "a", kind: "cell", scale: "difference", group: k < 3 ? 1 : 2, event: k % 3 },
      ...{ n, personPeriods: n },
    })),
  }) as unknown as Effects;
const one = (n: number, personPeriods: number) =>
  ({ terms: [{ outcome: "a", kind: "static", scale: "difference", n, personPeriods }] }) as unknown as Effects;

test("a level of nearly the same people is not told, one of the same people or of clearly others is", () => {
  const tally = createTally();
  const may = levelKeeper(cells(30, 20), "a", 5, tally);
  expect(may(cells(30, 20))).toBe(true);
  expect(may(one(50, 150))).toBe(true);
  expect(may(cells(30, 22))).toBe(false);
  // The same people, one of them gone in the last period.
  expect(may(cells(30, 20, 19))).toBe(false);
  expect(may(cells(30, 25))).toBe(true);
  // Held against what was told, not against what was not.
  expect(may(cells(30, 28))).toBe(false);
  expect(may(cells(30, 30))).toBe(true);
  expect(tally.list()).toEqual([{ reason: "difference", figures: 3 }]);
});

test("where every count is told, so is every level", () => {
  const may = levelKeeper(cells(30, 20), "a", 1, createTally());
  expect(may(cells(30, 21))).toBe(true);
});
