import type { Effects } from "@kontrafakt/effects";
import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { totalSpendProblems } from "./total-spend.js";

const money = smallMoney();
const base = smallEffects(["placement", "school", "spend"]);

/** The outcome of all spend is what placement and school cost together in each cell, times a factor. */
function spending(factor: number): Effects {
  const priceOf = (outcome: string, year: number) =>
    money.prices.filter((p) => p.consequence === outcome && p.year === year).reduce((sum, p) => sum + p.amount, 0);
  const estimate = base.estimate.map((value, k) => {
    const { outcome, group, time = 0 } = base.terms[k];
    if (outcome !== "spend") return value;
    const cell = (name: string) =>
      base.estimate[base.terms.findIndex((t) => t.outcome === name && t.group === group && t.time === time)];
    const year = Math.floor(time / 4);
    return factor * (cell("placement") * priceOf("placement", year) + cell("school") * priceOf("school", year));
  });
  return { ...base, estimate };
}

const problems = (effects: Effects) => {
  const options = smallOptions({ totalSpend: "spend" });
  return totalSpendProblems(effects, openAccount(effects, money, options, periods), options);
};

test("outcomes that are all of the spend add up to it; beyond 5% the difference is told with both amounts", () => {
  expect(problems(spending(1))).toEqual([]);
  expect(problems(spending(1 / 1.049))).toEqual([]);
  expect(problems(spending(1 / 0.951))).toEqual([]);
  const [found] = problems(spending(2));
  expect(found).toMatchObject({
    code: "savings/components-differ",
    severity: "warning",
    where: { option: "savings.totalSpend" },
  });
  const { parts, total, difference } = found.params as Record<string, number>;
  expect(total).toBeCloseTo(2 * parts, -1);
  expect(difference).toBeCloseTo(parts - total, -1);
  expect(problems(spending(1 / 0.949))).toHaveLength(1);
  expect(problems(spending(-1))).toHaveLength(1);
  expect(problems(spending(0))).toHaveLength(1);
});

test("sums over a year, as results hold them, say the same; without the option nothing is held", () => {
  const effects = spending(1);
  const estimate = effects.estimate.map((value, k) => value * effects.terms[k].n);
  const terms = effects.terms.map((term) => ({ ...term, kind: "total" as const, n: 1 }));
  expect(problems({ ...effects, estimate, terms })).toEqual([]);
  const options = smallOptions();
  expect(totalSpendProblems(effects, openAccount(effects, money, options, periods), options)).toEqual([]);
});

test("an outcome of all spend without an effect is told", () => {
  expect(problems(smallEffects(["placement", "school"]))).toMatchObject([{ code: "savings/total-spend-missing" }]);
});
