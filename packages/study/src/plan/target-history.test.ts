import { NEVER, NO_RULES, type Panel } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import type { FigureRules } from "../disclosure/figure-rules.js";
import { historyOf } from "./target-history.js";

const rulesOf = (smallCell: number): FigureRules => ({
  people: { ...NO_RULES, smallCell },
  outcome: () => ({ ...NO_RULES, smallCell }),
  file: () => NO_RULES,
  owners: [],
});

/** Quarters of 2019 to 2021. Ten start in the third quarter of 2020, ten are referred and never start, ten have nothing to do with it. */
function people(): { panel: Panel; referral: Int32Array } {
  const units = 30;
  const ordinals = Int32Array.from({ length: 12 }, (_, t) => 2019 * 4 + t);
  const start = 2020 * 4 + 2;
  const values = Float64Array.from({ length: units * 12 }, (_, c) => Math.floor(c / 12) + 1 + 100 * (c % 12));
  const observed = new Uint8Array(units * 12).fill(1);
  // One of the referred is away in a quarter of 2021.
  observed[15 * 12 + 9] = 0;
  const panel: Panel = {
    kind: "panel",
    units,
    periods: { unit: "quarter", ordinals },
    ids: [],
    firstTreated: Int32Array.from({ length: units }, (_, u) => (u < 10 ? start : NEVER)),
    observed,
    measures: [{ name: "days", unit: "days", values }],
    covariates: [],
    clusterings: [],
  };
  return { panel, referral: Int32Array.from({ length: units }, (_, u) => (u >= 10 && u < 20 ? start : NEVER)) };
}

test("whole years before a start of those referred or started, summed by hand", () => {
  const { panel, referral } = people();
  const { rows, left } = historyOf({ panel, referral }, rulesOf(1));
  expect(left).toEqual([]);
  const sum = (units: number[], periods: number[]) =>
    units.reduce((all, u) => all + periods.reduce((own, t) => own + panel.measures[0].values[u * 12 + t], 0), 0);
  const both = Array.from({ length: 20 }, (_, u) => u);
  const referred = both.slice(10);
  const there = referred.filter((u) => u !== 15);
  expect(rows).toEqual([
    { year: 2019, people: 20, outcome: "days", units: expect.closeTo(sum(both, [0, 1, 2, 3]), 6) },
    { year: 2020, people: 10, outcome: "days", units: expect.closeTo(sum(referred, [4, 5, 6, 7]), 6) },
    { year: 2021, people: 9, outcome: "days", units: expect.closeTo(sum(there, [8, 9, 10, 11]), 6) },
  ]);
});

test("years of few people are left out, and counts that few lie between are told alike", () => {
  const { panel, referral } = people();
  expect(historyOf({ panel, referral }, rulesOf(10)).left).toEqual([{ year: 2021, outcome: null }]);
  const { rows } = historyOf({ panel, referral }, rulesOf(5));
  expect(rows.map((r) => r.people)).toEqual([20, 10, 10]);
});

test("an outcome that few have is left out", () => {
  const { panel, referral } = people();
  const values = panel.measures[0].values.map((v, c) => (c / 12 < 3 ? v : 0));
  const rare = { ...panel, measures: [{ name: "jail", unit: "days", values }] };
  const { rows, left } = historyOf({ panel: rare, referral }, rulesOf(5));
  expect(rows).toEqual([]);
  expect(left).toEqual([2019, 2020, 2021].map((year) => ({ year, outcome: "jail" })));
});

test("a year's people few apart from those who started are told as many as these", () => {
  const { panel, referral } = people();
  // Two of the ten starters are away in 2019, and nobody else was referred.
  const observed = panel.observed.slice();
  observed[0] = observed[12] = 0;
  const { rows } = historyOf({ panel: { ...panel, observed }, referral: referral.map(() => NEVER) }, rulesOf(5));
  expect(rows.map((r) => [r.year, r.people])).toEqual([[2019, 10]]);
});
