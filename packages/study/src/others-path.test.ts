import type { Effects, Term } from "@kontrafakt/effects";
import { expect, it } from "vitest";
import type { Study } from "./options/study-schema.js";
import { withOthers } from "./others-path.js";
import type { OutcomeResult } from "./results.js";

const cells = { label: "Regionen", source: "KMD 2024" } as Study["cohort"]["comparisonCells"];
const outcome = { name: "days", paths: { event: [-1, 0, 1], treated: [], comparison: [], rest: [] } } as unknown as OutcomeResult;
const term = (group: number, event: number, n: number): Term => ({
  outcome: "days",
  unit: "days",
  kind: "cell",
  scale: "difference",
  group,
  time: group + event,
  event,
  n,
  controls: n,
  personPeriods: n,
});
const effects = (terms: readonly Term[]) => ({ terms }) as unknown as Effects;
const ordinals = Int32Array.from([10, 11, 12, 13]);
const comparison = (mean: readonly number[], people = [1000, 1100, 1200, 1300]) => ({
  kind: "comparison-means" as const,
  groups: 4,
  outcomes: [{ name: "days", mean: Float64Array.from(mean), people: Float64Array.from(people) }],
});
// Wave 11 of 30 and wave 12 of 10: event −1 is periods 10 and 11, event 0 is 11 and 12, event 1 is 12 and 13.
const terms = [term(11, -1, 30), term(12, -1, 10), term(11, 0, 30), term(12, 0, 10), term(11, 1, 30), term(12, 1, 10)];

it("is at each event the mean over the waves' calendar periods, by their people", () => {
  const { others } = withOthers(outcome, comparison([8, 8, 4, 4]), effects(terms), ordinals, cells, 5);
  expect(others).toMatchObject({ label: "Regionen", source: "KMD 2024", groups: 4, people: [1000, 1300] });
  expect(others?.values[0]).toBeCloseTo(8, 4);
  // (30 · 8 + 10 · 4) / 40 = 7; five people more or less change it by (8 − 4) · 5/40 = 0.5, to which it is told.
  expect(others?.values[1]).toBe(7);
  const exact = withOthers(outcome, comparison([8, 8, 4, 5]), effects(terms), ordinals, cells, 1).others;
  expect(exact?.values).toEqual([8, 7, (30 * 4 + 10 * 5) / 40]);
  expect(others?.values[2]).toBeCloseTo(4, 4);
});

it("does not tell the size of a wave: neighbours give the same figure", () => {
  const at = (n: number) =>
    withOthers(outcome, comparison([8, 8, 4, 4]), effects([term(11, 0, n), term(12, 0, 40 - n)]), ordinals, cells, 5).others
      ?.values[1];
  for (let n = 10; n <= 30; n++)
    expect([n - 2, n - 1, n + 1, n + 2].filter((near) => at(near) === at(n)).length).toBeGreaterThanOrEqual(2);
});

it("is missing where a wave's period is not published, and not there at all where none is", () => {
  const { others } = withOthers(outcome, comparison([8, Number.NaN, 4, 4]), effects(terms), ordinals, cells, 5);
  expect(others?.values.slice(0, 2)).toEqual([null, null]);
  const none = comparison([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  expect(withOthers(outcome, none, effects(terms), ordinals, cells, 5).others).toBeUndefined();
  expect(withOthers(outcome, undefined, effects(terms), ordinals, cells, 5)).toBe(outcome);
  expect(
    withOthers({ ...outcome, withheld: "few" }, comparison([8, 8, 4, 4]), effects(terms), ordinals, cells, 5).others,
  ).toBeUndefined();
});
