import { contributions, NO_RULES } from "@kontrafakt/cohort";
import type { Paths } from "@kontrafakt/effects";
import { expect, test } from "vitest";
import type { OutcomeResult } from "../results.js";
import { publishCounts } from "./publish-counts.js";
import {
  coarseDf,
  coarseInterval,
  isFractionOf,
  isRare,
  publishedLevel,
  publishedNaive,
  publishedPaths,
} from "./published-outcome.js";
import { createTally } from "./tally.js";

const rules = { ...NO_RULES, smallCell: 5, pPercent: 10 };
const of = (values: readonly number[]) => {
  const all = contributions();
  for (const v of values) all.add(v);
  return all.finish();
};
const some = (people: number, days = 10) => of(Array.from({ length: 60 }, (_, i) => (i < people ? days : 0)));
const people = (treated: number, comparison: number) => ({ treated: some(treated), comparison: some(comparison), yesNo: false });

test("an outcome that few of either group have is rare; none of one group is not", () => {
  expect([people(4, 40), people(40, 4), people(0, 0)].map((p) => isRare(p, rules))).toEqual([true, true, true]);
  expect([people(5, 5), people(0, 30), people(30, 0)].map((p) => isRare(p, rules))).toEqual([false, false, false]);
  expect(isRare(people(1, 1), NO_RULES)).toBe(false);
});

test("points of the paths: few, dominated, and rounded so that neither people nor days can be counted back", () => {
  const dominated = of([90, 1, 1, 1, 1, 1]);
  const paths: Paths = {
    kind: "paths",
    outcome: "a",
    unit: "days",
    event: Int32Array.of(0, 1, 2, 3),
    treated: Float64Array.of(200 / 61, 95 / 61, 7.123456, 1),
    comparison: Float64Array.of(3.123456, 2, 1, 1),
    rest: Float64Array.of(1.987654, 1, 1, 1),
    n: Int32Array.of(61, 61, 61, 4),
    contributions: { treated: [some(20), dominated, some(3), some(4)], comparison: [some(30), some(30), some(2), some(4)] },
    restNotZero: Int32Array.of(300, 4, 300, 300),
  };
  const tally = createTally();
  expect(publishedPaths(paths, rules, false, tally)).toEqual({
    event: [0, 1, 2],
    treated: [3.28, null, null],
    comparison: [3.12, 2, null],
    rest: [1.98, null, 1],
  });
  expect(tally.list()).toEqual([
    { reason: "few", figures: 6 },
    { reason: "p-percent", figures: 1 },
  ]);
});

test("levels over a window are means over its person-periods, by the people of the window and of what is withheld in it", () => {
  const paths = {
    event: Int32Array.of(-1, 0, 1),
    treated: Float64Array.of(9, 4, 2),
    comparison: Float64Array.of(9, 3, 3),
    n: Int32Array.of(60, 60, 20),
  } as Paths;
  const level = (treated: readonly (number | null)[], all: number, hidden: number) => {
    const told = { event: [-1, 0, 1], treated, comparison: [9, 3, 3], rest: [] };
    const at = (is: (event: number) => boolean) => people(is(0) && is(1) ? all : is(1) ? hidden : 0, is(0) ? 30 : 0);
    return publishedLevel(paths, [0, 1], told, at, rules, createTally());
  };
  expect(level([9, 4, 2], 20, 0)).toEqual({ treated: 3.5, comparison: 3 });
  expect(level([9, 4, 2], 4, 0)).toEqual({ treated: null, comparison: 3 });
  // One point withheld for its three people is the level less the others: so no level.
  expect(level([9, 4, null], 20, 3)).toEqual({ treated: null, comparison: 3 });
  expect(level([9, 4, null], 20, 8)).toEqual({ treated: 3.5, comparison: 3 });
  expect(level([9, 4, null], 20, 0)).toEqual({ treated: 3.5, comparison: 3 });
});

test("sums of starters' own days are withheld where the largest could be worked out", () => {
  const naive = { beforeAfter: -95, treatedVersusRest: 12 };
  expect(publishedNaive(naive, people(20, 20), rules, createTally())).toEqual(naive);
  const found = publishedNaive(naive, { ...people(20, 20), treated: of([90, 1, 1, 1, 1, 1]) }, rules, createTally());
  expect([found.beforeAfter, found.treatedVersusRest]).toEqual([Number.NaN, Number.NaN]);
});

test("an interval told coarsely moves by far less than it is uncertain by", () => {
  const figure = { estimate: -3.1234, se: 0.8567, df: 60, lower: -4.8371, upper: -1.4097 };
  expect(coarseInterval(figure)).toEqual({ estimate: -3.1, se: 0.85, df: 60, lower: -4.85, upper: -1.4 });
});

test("degrees of freedom do not count people, and digits that would are known", () => {
  expect([3, 4, 5, 8, 9, 8.999999999999996, 12, 23.7, Number.POSITIVE_INFINITY].map(coarseDf)).toEqual([
    2,
    4,
    4,
    7,
    7,
    7,
    10,
    20,
    Number.POSITIVE_INFINITY,
  ]);
  // 61 1/8 days over nine people; a mean that covariates adjusted.
  expect([isFractionOf(61.125 / 9, 9), isFractionOf(-41 / 9, 9), isFractionOf(5.485465290995101, 9)]).toEqual([
    true,
    true,
    false,
  ]);
});

test("no leaver shows between two event times, nor between two outcomes", () => {
  const outcome = (name: string, counts: readonly number[]) =>
    ({ name, events: counts.map((n, event) => ({ event, n })) }) as unknown as OutcomeResult;
  const told = publishCounts(
    [outcome("a", [61, 60, 58, 52]), outcome("b", [60, 60, 57, 51])],
    rules,
    { starters: [61], people: [] },
    createTally(),
  );
  expect(told.map((o) => o.events.map((e) => e.n))).toEqual([
    [61, "≈61", "≈61", 52],
    ["≈61", "≈61", "≈61", "≈52"],
  ]);
});

test("who was not observed of the waves that reach an event time does not show beside the waves", () => {
  const events = [
    { event: -2, n: 9 },
    { event: 0, n: 23 },
    { event: 1, n: 17 },
    { event: 2, n: 13 },
  ];
  const matchedAt = (event: number) => (event === -2 ? 10 : event === 2 ? 13 : 23);
  const [told] = publishCounts(
    [{ name: "a", events } as unknown as OutcomeResult],
    rules,
    { starters: [23], people: [] },
    createTally(),
    matchedAt,
  );
  expect(told.events.map((e) => e.n)).toEqual(["≈10", 23, 17, "≈17"]);
});
