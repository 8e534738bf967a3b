import { expect, test } from "vitest";
import type { MoneyFiles } from "../files/read-money.js";
import type { BudgetRow } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { budgetRow } from "./budget.fixture.js";
import { verify } from "./verify.js";

const effects = smallEffects();
const evidence = { caps: [], design: { se: 100_000 } };

function run(budget: readonly BudgetRow[], options: Record<string, unknown> = {}, more: Partial<MoneyFiles> = {}) {
  const money = smallMoney({ budget, ...more });
  const { verification, problems } = verify(effects, money, smallOptions(options), periods, evidence);
  const amounts = Object.fromEntries(verification.waterfall.map(({ step, amount }) => [step, amount]));
  return { verification, amounts, codes: problems.map((p) => p.code).filter((code) => !code.includes("everyone")) };
}

const placement = (change: Partial<BudgetRow> = {}) => budgetRow({ consequence: "placement", ...change });

test("assumed, evaluated and cashable are the claim and the primary row's figures; without a budget the rest is not known", () => {
  const { verification, amounts } = run([]);
  expect(verification.waterfall.map((s) => s.step)).toEqual([
    "assumed",
    "evaluated",
    "cashable",
    "budgetLowered",
    "spendingLower",
  ]);
  expect(amounts).toMatchObject({ assumed: verification.claim, budgetLowered: null, spendingLower: null });
  expect(verification.waterfall[1].figure).toEqual(verification.evaluated);
  const cashable = run([], { primary: { measure: "cashable" } });
  expect(amounts.cashable).toBe(cashable.verification.evaluated.estimate);
  expect(cashable.amounts.evaluated).toBe(amounts.evaluated);
  const net = run([], { primary: { measure: "net" } }).amounts;
  expect((amounts.evaluated as number) - (net.evaluated as number)).toBeCloseTo(1_200_000, 4);
  expect((amounts.cashable as number) - (net.cashable as number)).toBeCloseTo(1_200_000, 4);
});

test("a lowered budget and lower spending are different things, and only the programme's count", () => {
  expect(run([placement()]).amounts).toMatchObject({ budgetLowered: 100_000, spendingLower: 60_000 });
  const others = (["demography", "prices", "technical", "other"] as const).map((cause) => placement({ cause }));
  expect(run(others).amounts).toMatchObject({ budgetLowered: 0, spendingLower: 0 });
  expect(run([placement({ adjusted: 9_000_000, actual: 9_200_000 })]).amounts).toMatchObject({
    budgetLowered: 0,
    spendingLower: -200_000,
  });
  const split = [placement(), placement({ adopted: 500_000, adjusted: 400_000, actual: 450_000, cause: "demography" })];
  expect(run(split).amounts).toMatchObject({ budgetLowered: 100_000, spendingLower: 60_000 });
});

test("only accounts, years, payers and outcomes of the primary row count, with the account's share", () => {
  const rows = [
    placement(),
    placement({ year: 2023, payer: "State" }),
    placement({ year: 2024 }),
    budgetRow({ payer: "School", account: "3.22.08", year: 2021 }),
  ];
  const accounts = [{ account: "3.22", consequence: "school", share: 0.5 }];
  expect(run(rows, { accounts }).amounts.budgetLowered).toBe(250_000);
  expect(run(rows).amounts.budgetLowered).toBe(200_000);
  const primary = { payers: ["State"], years: [2022, 2023] };
  expect(run(rows, { accounts, primary }).amounts.budgetLowered).toBe(100_000);
  expect(run(rows, { accounts, primary: { payers: ["State"], years: [2022] } }).amounts.budgetLowered).toBeNull();
  expect(run(rows, { accounts, primary: { consequences: ["school"] } }).amounts).toMatchObject({
    budgetLowered: 50_000,
    spendingLower: 30_000,
  });
});

test("amounts are taken to the price year where an index says how, else a note says that they are not", () => {
  const index = [
    { year: 2022, index: 110 },
    { year: 2024, index: 121 },
  ];
  const converted = run([placement()], {}, { index });
  expect(converted.amounts.budgetLowered).toBeCloseTo(110_000, 6);
  expect(converted.amounts.spendingLower).toBeCloseTo(66_000, 6);
  expect(converted.codes).toEqual([]);
  expect(run([placement()]).codes).toEqual(["savings/accounts-own-prices"]);
});

test("a change without a reason, and a claim net of cost, are told", () => {
  const { amounts, codes } = run([placement({ cause: "none" })]);
  expect([amounts.budgetLowered, codes]).toEqual([0, ["savings/budget-without-reason"]]);
  expect(run([placement({ adjusted: 9_000_000, cause: "none" })]).codes).toEqual([]);
  expect(run([placement()], { priceYear: 2022, primary: { measure: "net" } }).codes).toEqual(["savings/accounts-without-cost"]);
});
