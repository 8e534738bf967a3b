import { NO_RULES } from "@kontrafakt/cohort";
import fc from "fast-check";
import { expect, test } from "vitest";
import { wavesTold } from "./money-facts.js";

const rules = { ...NO_RULES, smallCell: 5 };
const told = (matched: readonly number[]) =>
  wavesTold(
    matched.map((n, wave) => ({ wave, matched: n })),
    rules,
  );

test("waves of enough starters are told as they are", () => {
  expect(told([34, 0, 40])).toEqual([
    { wave: 0, starters: 34 },
    { wave: 2, starters: 40 },
  ]);
});

test("a wave of few is left out, and the total less the others does not tell it", () => {
  expect(told([34, 3, 40])).toEqual([
    { wave: 0, starters: 34.5 },
    { wave: 2, starters: 40 },
  ]);
});

test("whatever few are, what is told of the others is the same as long as the total is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (sum, a, b) => {
      expect(told([sum - a, a, 100])).toEqual(told([sum - b, b, 100]));
    }),
  );
});
