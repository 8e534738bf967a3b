import { dayFromIso } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import type { Comparison } from "@kontrafakt/matching";
import { moneyShape } from "@kontrafakt/savings";
import { expect, test } from "vitest";
import { remainingShares } from "./remaining-shares.js";

/** Quarters to 2023Q2; sixty starters, every fourth not observed at the end, and a control. */
const units = 61;
const bornAt = (u: number) => ["2006-01-01", "2006-07-01", "2008-02-29", "2000-01-01"][u % 4];
const panel = {
  kind: "panel",
  units,
  periods: { unit: "quarter", ordinals: Int32Array.of(2023 * 4, 2023 * 4 + 1) },
  born: Int32Array.from({ length: units }, (_, u) => dayFromIso(u === 60 ? "2000-01-01" : bornAt(u))),
  observed: Uint8Array.from({ length: 2 * units }, (_, i) => (i % 8 === 7 ? 0 : 1)),
} as unknown as Panel;
const comparisonOf = (count: number) =>
  ({
    unit: Int32Array.from({ length: count + 1 }, (_, i) => (i === count ? 60 : i)),
    role: Uint8Array.from({ length: count + 1 }, (_, i) => (i === count ? 0 : 1)),
  }) as unknown as Comparison;
const ages = (ageOut: number | undefined, years: number) =>
  moneyShape.persistence.parse({ form: "constant", ageOut, years: 1, outcomes: { a: { form: "constant", years } } });

test("who is still below the age, by how much of each year, to the nearest twentieth", () => {
  // Turn 18 on 1 January 2024, 1 July 2024 and 1 March 2026 (born 29 February): all below, then 182/366 of 2024 and so on.
  expect(remainingShares(panel, comparisonOf(60), ages(18, 4))).toEqual([
    { year: 2023, share: 1 },
    { year: 2024, share: 0.5 }, // (0 + 182/366 + 1)/3
    { year: 2025, share: 0.35 }, // 1/3
    { year: 2026, share: 0.05 }, // 59/365/3
    { year: 2027, share: 0 },
  ]);
  // Half a year later: 2 July and 30 December 2024, 30 August 2026.
  expect(remainingShares(panel, comparisonOf(60), ages(18.5, 1))).toEqual([
    { year: 2023, share: 1 },
    { year: 2024, share: 0.85 },
  ]);
});

test("the fewer people, the coarser, so that a step always holds two or more", () => {
  const of = (count: number) => remainingShares(panel, comparisonOf(count), ages(18, 3))?.map((r) => r.share);
  expect(of(28)).toEqual([1, 0.5, 0.3, 0.1]); // 21 people: tenths
  expect(of(12)).toEqual([1, 0.5, 0.25, 0]); // 9: quarters
  expect(of(3)).toEqual([1, 0, 0, 0]); // 3: all or none
});

test("the rest of the window's last year stands for itself", () => {
  const half = { ...panel, born: panel.born?.map(() => dayFromIso("2005-10-01")) } as Panel;
  expect(remainingShares(half, comparisonOf(60), ages(18, 1))).toEqual([
    { year: 2023, share: 0.5 },
    { year: 2024, share: 0 },
  ]);
});

test("nothing is said without such an age or birth dates, or where nobody is left", () => {
  const { born: _, ...without } = panel;
  const comparison = comparisonOf(60);
  expect(remainingShares(panel, comparison, ages(undefined, 1))).toBeUndefined();
  expect(remainingShares(without, comparison, ages(18, 1))).toBeUndefined();
  expect(remainingShares({ ...panel, observed: new Uint8Array(2 * units) }, comparison, ages(18, 1))).toBeUndefined();
});
