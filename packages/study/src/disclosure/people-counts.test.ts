import { NO_RULES } from "@kontrafakt/cohort";
import type { Matched } from "@kontrafakt/matching";
import fc from "fast-check";
import { expect, test } from "vitest";
import { wavesResult } from "./people-counts.js";
import { createTally } from "./tally.js";

const rules = { ...NO_RULES, smallCell: 5 };
const periods = { unit: "quarter", ordinals: Int32Array.from({ length: 12 }, (_, i) => 8080 + i) } as const;
const waves = (counts: readonly (readonly [starters: number, matched: number, controls: number])[], own = rules) => {
  const list = counts.map(([starters, matched, controls], k) => ({ wave: 8084 + k, starters, matched, controls }));
  return wavesResult(periods, { balance: { waves: list } } as unknown as Matched, own, createTally());
};

test("where few starters found no control they are told as about the matched", () => {
  const { waves: told, analysed } = waves([
    [67, 61, 160],
    [65, 62, 173],
    [61, 59, 164],
  ]);
  expect(told.map((w) => w.starters)).toEqual([67, "≈62", "≈59"]);
  expect(analysed).toEqual({ starters: 193, matched: 182, controls: 497, unmatched: 11 });
});

test("one wave with few unmatched is not left to subtraction: another's starters are a lower bound", () => {
  const { waves: told, analysed } = waves([
    [70, 61, 160],
    [65, 62, 173],
  ]);
  expect(told.map((w) => w.starters)).toEqual(["≥66", "≈62"]);
  expect(analysed).toMatchObject({ starters: 135, matched: 123, unmatched: 12 });
});

test("a wave of few is not what the total has beside the others", () => {
  const { waves: told, analysed } = waves([
    [34, 34, 160],
    [3, 3, 9],
    [40, 40, 173],
  ]);
  expect(told.map((w) => w.matched)).toEqual(["≥5", "<5", 40]);
  expect(told.map((w) => w.starters)).toEqual(["≥5", "<5", 40]);
  expect(analysed).toMatchObject({ starters: 77, matched: 77 });
});

test("counts are rounded where an owner asks", () => {
  const { waves: told, analysed } = waves([[67, 61, 163]], { ...rules, rounding: 10 });
  expect(told[0]).toMatchObject({ starters: "≈70", matched: "≈60", controls: "≈160" });
  expect(analysed.unmatched).toBe("≈10");
});

test("no number of unmatched below the threshold follows from what is told", () => {
  const wave = fc.tuple(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 5, max: 60 }));
  fc.assert(
    fc.property(fc.array(wave, { minLength: 1, maxLength: 5 }), (list) => {
      const { waves: told, analysed } = waves(list.map(([matched, without, controls]) => [matched + without, matched, controls]));
      const exact = told.map((w, k) => (typeof w.starters === "number" ? w.starters - list[k][0] : undefined));
      for (const without of exact) expect(without === undefined || without === 0 || without >= 5).toBe(true);
      const hidden = exact.filter((e) => e === undefined).length;
      const total =
        typeof analysed.starters === "number" && typeof analysed.matched === "number"
          ? analysed.starters - analysed.matched
          : undefined;
      if (total !== undefined && hidden === 1) {
        const left = total - exact.reduce<number>((sum, e) => sum + (e ?? 0), 0);
        expect(left === 0 || left >= 5).toBe(true);
      }
    }),
  );
});
