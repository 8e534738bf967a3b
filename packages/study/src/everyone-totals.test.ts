import { type DisclosureRules, NO_RULES, type Panel } from "@kontrafakt/cohort";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createTally } from "./disclosure/tally.js";
import { everyoneTotals } from "./everyone-totals.js";

/** Quarters 2020Q3 to 2022Q2: 2021 alone is whole. */
const ordinals = Int32Array.from({ length: 8 }, (_, t) => 2020 * 4 + 2 + t);

function panelOf(people: readonly (readonly number[])[], change: Partial<Panel> = {}): Panel {
  const values = Float64Array.from(people.flat());
  return {
    kind: "panel",
    units: people.length,
    periods: { unit: "quarter", ordinals },
    ids: people.map((_, i) => String(i)),
    firstTreated: new Int32Array(people.length),
    observed: new Uint8Array(values.length).fill(1),
    measures: [{ name: "days", unit: "days", values }],
    covariates: [],
    clusterings: [],
    ...change,
  };
}

const totals = (panel: Panel, rules: Partial<DisclosureRules> = {}, tally = createTally()) =>
  everyoneTotals(panel, ["days"], () => ({ ...NO_RULES, ...rules }), tally);

test("adds up everyone over whole years, whoever is observed, by definition", () => {
  const cell = fc.oneof(fc.integer({ min: 0, max: 92 }), fc.constant(Number.NaN));
  const person = fc.record({
    days: fc.array(cell, { minLength: 8, maxLength: 8 }),
    observed: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    weight: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 12 }), fc.boolean(), (people, weighted) => {
      const observed = Uint8Array.from(people.flatMap((p) => p.observed.map(Number)));
      const samplingWeight = weighted ? Float64Array.from(people, (p) => p.weight) : undefined;
      const panel = panelOf(
        people.map((p) => p.days),
        { observed, ...(samplingWeight && { samplingWeight }) },
      );
      let sum = 0;
      for (const p of people) {
        for (const t of [2, 3, 4, 5]) if (p.observed[t] && p.days[t] >= 0) sum += p.days[t] * (weighted ? p.weight : 1);
      }
      expect(totals(panel)).toEqual([{ outcome: "days", year: 2021, units: sum }]);
    }),
    { numRuns: 60 },
  );
});

const quarterly = (days: number) => Array.from({ length: 8 }, () => days);

test("a total of few people, or of one above all, is withheld and counted", () => {
  const four = panelOf([...Array.from({ length: 4 }, () => quarterly(20)), ...Array.from({ length: 50 }, () => quarterly(0))]);
  const tally = createTally();
  expect(totals(four, { smallCell: 5 }, tally)).toEqual([]);
  expect(totals(four, { smallCell: 4 }, tally)).toHaveLength(1);
  const one = panelOf([quarterly(90), ...Array.from({ length: 9 }, () => quarterly(1))]);
  expect(totals(one, { smallCell: 5, dominance: [{ n: 1, share: 0.5 }] }, tally)).toEqual([]);
  expect(totals(one, { smallCell: 5, pPercent: 15 }, tally)).toEqual([]);
  expect(tally.list()).toEqual([
    { reason: "few", figures: 1 },
    { reason: "dominance", figures: 1 },
    { reason: "p-percent", figures: 1 },
  ]);
});

test("under disclosure rules totals are rough, by less than one in a thousand; without, exact", () => {
  const people = Array.from({ length: 1000 }, (_, i) => quarterly(i % 93));
  const [{ units: exact }] = totals(panelOf(people));
  const [{ units: rough }] = totals(panelOf(people), { smallCell: 5 });
  expect(rough).not.toBe(exact);
  expect(Math.abs(rough / exact - 1)).toBeLessThan(1e-3);
});

test("an outcome that the panel does not have, and a panel without a whole year, have no totals", () => {
  const panel = panelOf([quarterly(1)]);
  expect(everyoneTotals(panel, ["nights"], () => NO_RULES, createTally())).toEqual([]);
  const periods = { unit: "quarter", ordinals: ordinals.map((o) => o * 2) } as const;
  expect(totals({ ...panel, periods })).toEqual([]);
});
