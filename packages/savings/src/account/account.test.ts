import { expect, test } from "vitest";
import { headlineFigure } from "../draws/money-draws.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { openAccount } from "./account.js";
import { costOf, moneyFigure, type Selection } from "./figure.js";

const effects = smallEffects();
const money = smallMoney();
const options = smallOptions();
const right = headlineFigure(openAccount(effects, money, options, periods));

test("ignoring the covariance between outcomes changes the standard error visibly", () => {
  const K = effects.terms.length;
  const covariance = effects.covariance.map((v, at) =>
    effects.terms[Math.floor(at / K)].outcome === effects.terms[at % K].outcome ? v : 0,
  );
  const apart = { ...effects, covariance, basis: { kind: "covariance-only" } as const };
  const wrong = headlineFigure(openAccount(apart, money, options, periods));
  expect(wrong.estimate).toBeCloseTo(right.estimate, 6);
  expect(wrong.se / right.se).toBeLessThan(0.9);
});

test("from the covariance alone the figure is the same, degrees of freedom included", () => {
  const file = headlineFigure(openAccount({ ...effects, basis: { kind: "covariance-only" } }, money, options, periods));
  for (const key of ["estimate", "se", "df", "lower", "upper"] as const) expect(file[key] / right[key]).toBeCloseTo(1, 9);
  expect(right.df).toBeGreaterThan(29);
});

test("a price nobody knows is not measured, never 0", () => {
  const prices = money.prices.map((p) => (p.payer === "State" ? { ...p, amount: Number.NaN } : p));
  const account = openAccount(effects, { ...money, prices }, options, periods);
  expect(account.prices.notMeasured).toEqual([{ payer: "State", consequence: "placement" }]);
  expect([...account.prices.priced]).toEqual([1, 0, 0, 0, 0, 1]);
  expect(account.problems.map((p) => p.code)).toContain("savings/not-measured");
});

test("a missing price year is refused with file, row and year", () => {
  const prices = money.prices.filter((p) => !(p.payer === "School" && p.year === 2022));
  expect(() => openAccount(effects, { ...money, prices }, options, periods)).toThrow(
    /^prices.csv, row 2: School has a price of school for 2023 but none for 2022/,
  );
});

test("nothing after the observed window: later cost is left out and said, a year cut short is named", () => {
  const costs = [...money.costs, { ...money.costs[0], year: 2025, planned: 7 }];
  const late = openAccount(effects, { ...money, costs }, options, periods);
  expect(late.sums.years).toEqual([2020, 2021, 2022, 2023]);
  expect(late.problems.map((p) => p.code)).toEqual(["savings/cost-after-window"]);
  expect(costOf(late, { years: [2020, 2021, 2022, 2023], payers: ["Family"], discounted: false })).toBe(1_250_000);

  const short = { ...periods, ordinals: periods.ordinals.slice(0, 14) };
  const cut = effects.terms.map((t) => ({ ...t, n: (t.time ?? 0) > short.ordinals[13] ? 0 : t.n }));
  const account = openAccount({ ...effects, terms: cut }, money, options, short);
  expect([...account.whole]).toEqual([1, 1, 1, 0]);
  expect(account.problems).toMatchObject([{ code: "savings/year-partly-observed", params: { year: 2023 } }]);
});

test("a cell without an estimate is left out and counted, and outcomes without effect or price are told apart", () => {
  const gap = effects.terms.findIndex((t) => t.outcome === "school" && t.event === 3);
  const estimate = effects.estimate.map((v, k) => (k === gap ? Number.NaN : v));
  const account = openAccount({ ...effects, estimate }, money, options, periods);
  expect(account.problems).toMatchObject([{ code: "savings/cells-left-out", params: { cells: 1 } }]);
  expect(Number.isFinite(headlineFigure(account).estimate)).toBe(true);

  const alone = openAccount(smallEffects(["placement"]), money, options, periods);
  expect(alone.problems).toMatchObject([{ code: "savings/priced-without-effect", params: { consequences: "school" } }]);
  expect(() => openAccount(smallEffects(["absence"]), money, options, periods)).toThrow(
    /none of the priced outcomes \(placement, school\)/,
  );
});

test("payers and outcomes may be called anything", () => {
  const odd = smallEffects(["__proto__", "constructor"]);
  const rename = (name: string) => (name === "placement" ? "__proto__" : "constructor");
  const prices = money.prices.map((p) => ({
    ...p,
    consequence: rename(p.consequence),
    payer: p.payer === "State" ? "__proto__" : p.payer,
  }));
  const account = openAccount(odd, { ...money, prices }, options, periods);
  expect(account.payers).toEqual(["Family", "__proto__", "School"]);
  const selection: Selection = {
    measure: "gross",
    years: [2022],
    payers: ["__proto__"],
    consequences: ["__proto__"],
    discounted: false,
  };
  expect(moneyFigure(account, selection).se).toBeGreaterThan(0);
});
