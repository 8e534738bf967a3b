import { tQuantile } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { moneyFigure } from "../account/figure.js";
import { drawShared } from "../draws/draws.js";
import { headlineFigure } from "../draws/money-draws.js";
import type { AccountMapOptions } from "../options/account-file-options.js";
import type { BudgetRow } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { bookableAmounts } from "./bookable.js";

const money = smallMoney();
const D = 4000;
const open = (prices = money.prices, more: Record<string, unknown> = {}) =>
  openAccount(smallEffects(), { ...money, prices }, smallOptions(more), periods, {});
const account = open();
const draws = await drawShared(account, headlineFigure(account).df, D, { seed: 1 });
const row = (name: string, payer: string, consequence: string): BudgetRow => ({
  year: 2022,
  account: name,
  consequence,
  payer,
  adopted: 1,
  adjusted: 1,
  actual: 1,
  reason: "",
  origin: { file: "budget.csv", row: 2 },
});

test("cashable saving less the payer's cost, and what it exceeds with 80% and 90% confidence", () => {
  const found = bookableAmounts(account, [], [], { draws });
  for (const { account: name, payer, year, estimate, bounds } of found) {
    expect(name).toBe(payer);
    const choice = {
      measure: "cashable",
      years: [year],
      payers: [payer],
      consequences: ["placement", "school"],
      discounted: false,
    } as const;
    const figure = moneyFigure(account, choice);
    const cost = payer === "Family" ? ({ 2020: 50_000, 2021: 1_000_000, 2022: 200_000 }[year] ?? 0) : 0;
    expect(estimate).toBeCloseTo(figure.estimate - cost, 6);
    expect(bounds.map((b) => b.level)).toEqual([0.8, 0.9]);
    if (figure.se === 0) continue;
    for (const { level, amount } of bounds) {
      expect(amount).toBeCloseTo(figure.estimate - cost - tQuantile(level, figure.df) * figure.se, 4);
    }
  }
  // Before anyone started only the payer of the programme has something to say; a payer without cost has not.
  expect(found.map((b) => `${b.payer} ${b.year}`)).toEqual([
    ...["Family 2020", "Family 2021", "Family 2022", "Family 2023"],
    ...["State 2021", "State 2022", "State 2023"],
    ...["School 2021", "School 2022", "School 2023"],
  ]);
  expect(found[0].bounds.map((b) => b.amount)).toEqual([-50_000, -50_000]);
});

test("accounts of the budget file, or of the study's map, take the payer's outcomes apart, cost by what each saves", () => {
  const prices = [
    ...money.prices,
    ...money.prices.filter((p) => p.consequence === "school").map((p) => ({ ...p, payer: "Family", amount: 700 })),
  ];
  const two = open(prices);
  const shared = { draws };
  const whole = bookableAmounts(two, [], [], shared).filter((b) => b.payer === "Family");
  const budget = [
    row("5.28.20", "Family", "placement"),
    row("5.28.23", "Family", "placement"),
    row("3.22", "Family", "school"),
    row("1", "State", ""),
  ];
  const apart = bookableAmounts(two, budget, [], shared);
  expect([...new Set(apart.map((b) => b.account))]).toEqual(["5.28.20, 5.28.23", "3.22", "State", "School"]);
  for (const { year, estimate } of whole) {
    const parts = apart.filter((b) => b.payer === "Family" && b.year === year);
    expect(parts.reduce((sum, b) => sum + b.estimate, 0)).toBeCloseTo(estimate, 4);
  }
  const map: AccountMapOptions = [
    { account: "5.28", consequence: "placement", payer: "Family", share: 1 },
    { account: "9", consequence: "placement", payer: "State", share: 1 },
  ];
  expect([...new Set(bookableAmounts(two, [], map, shared).map((b) => b.account))]).toEqual(["5.28", "Family", "9", "School"]);
  expect([...new Set(bookableAmounts(two, budget, map, shared).map((b) => b.account))]).toEqual([
    "5.28",
    "3.22",
    "State",
    "School",
  ]);
});

test("citizens have no budget", () => {
  const citizen = open(money.prices, { payers: { State: { kind: "citizen" } } });
  expect(bookableAmounts(citizen, [], [], { draws }).map((b) => b.payer)).not.toContain("State");
});

test("where capacity is freed in steps, bounds are quantiles of whole steps", () => {
  const step = 60;
  const stepped = open(money.prices.map((p) => (p.payer === "State" ? { ...p, step } : p)));
  const found = bookableAmounts(stepped, [], [], { draws }).filter((b) => b.payer === "State");
  expect(found.length).toBe(3);
  const { years, consequences } = stepped.sums;
  for (const { year, estimate, bounds } of found) {
    const at = consequences.indexOf("placement") * years.length + years.indexOf(year);
    const amounts = Array.from({ length: D }, (_, d) => Math.trunc(-draws.effect[at * D + d] / step) * step * 450).sort(
      (a, b) => a - b,
    );
    expect(estimate).toBeCloseTo(amounts.reduce((sum, x) => sum + x, 0) / D, 4);
    for (const { level, amount } of bounds) {
      expect(amount % (step * 450)).toBe(0);
      expect(amounts.filter((x) => x >= amount).length / D).toBeGreaterThanOrEqual(level - 1e-9);
    }
  }
});
