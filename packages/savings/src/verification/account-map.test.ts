import { bytesSource } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import { readMoney } from "../files/read-money.js";
import type { AccountMapOptions } from "../options/account-file-options.js";
import type { BudgetRow } from "../savings-value.js";
import { smallMoney, smallOptions } from "../small-study.fixture.js";
import { accountProblems, accountUses } from "./account-map.js";
import { budgetRow } from "./budget.fixture.js";

const map = (account: string, consequence: string, more: Partial<AccountMapOptions[number]> = {}) => ({
  account,
  consequence,
  share: 1,
  ...more,
});
const { claim } = smallMoney();
const outcomes = ["placement", "school", "absence"];
const names = { outcomes, priced: ["placement", "school"], payers: ["Family", "State", "School"] };
const budget = [
  budgetRow({ account: "5.28.20 Residential" }),
  budgetRow({ account: "5.28.21 Foster", payer: "State" }),
  budgetRow({ account: "3.22.08 Special schools", payer: "School", consequence: "school" }),
];

test("an account pays for what it is mapped to, by its beginning and payer; else for what the budget file says", () => {
  const uses = (accounts: AccountMapOptions) =>
    accountUses(budget, accounts).map(({ row, consequence, share, account }) => [row.account, consequence, share, account]);
  expect(uses([])).toEqual([["3.22.08 Special schools", "school", 1, "3.22.08 Special schools"]]);
  expect(uses([map("5.28", "placement")])).toEqual([
    ["5.28.20 Residential", "placement", 1, "5.28"],
    ["5.28.21 Foster", "placement", 1, "5.28"],
    ["3.22.08 Special schools", "school", 1, "3.22.08 Special schools"],
  ]);
  expect(uses([map("5.28.2", "placement", { payer: " state " })]).map(([account]) => account)).toEqual([
    "5.28.21 Foster",
    "3.22.08 Special schools",
  ]);
  expect(uses([map("3.22.08 special  SCHOOLS", "placement", { share: 0.25 }), map("3.22", "school", { share: 0.5 })])).toEqual([
    ["3.22.08 Special schools", "placement", 0.25, "3.22.08 special  SCHOOLS"],
    ["3.22.08 Special schools", "school", 0.5, "3.22"],
  ]);
});

const problemsOf = (accounts: AccountMapOptions, rows = budget) => accountProblems({ budget: rows, claim }, accounts, names);

test("an outcome that is not there is refused, one without a price told", () => {
  const found = problemsOf([map("5.28", "placement"), map("5.29", "prison"), map("5.30", "absence")], []);
  expect(found).toMatchObject([
    {
      code: "savings/outcome-unknown",
      severity: "error",
      where: { option: "savings.accounts.1" },
      params: { found: "prison" },
    },
    { code: "savings/account-without-price", severity: "warning", params: { account: "5.30", consequence: "absence" } },
  ]);
});

test("no krone twice: shares of one account add up to at most 1", () => {
  const shares = (first: number, second: number) =>
    problemsOf([map("5.28", "placement", { share: first }), map("5.28.20", "school", { share: second })]);
  expect(shares(0.7, 0.3).filter((p) => p.severity === "error")).toEqual([]);
  expect(shares(0.7, 0.4)).toMatchObject([
    {
      code: "savings/account-shares-over-one",
      severity: "error",
      params: { account: "5.28.20 Residential", consequences: "placement, school", sum: 1.1 },
    },
  ]);
});

test("the same without a budget file, where maps name what a budget may be lowered by", () => {
  const same = [map("5.28", "placement"), map("5.28", "school", { share: 0.5 })];
  expect(problemsOf(same, []).map((p) => [p.code, p.params.sum])).toEqual([["savings/account-shares-over-one", 1.5]]);
  const apart = [map("5.28", "placement", { payer: "Family" }), map("5.28", "placement", { payer: "State" })];
  expect(problemsOf(apart, [])).toEqual([]);
});

test("an account that the budget file does not have, and a claim without an account, are told", () => {
  const codes = (accounts: AccountMapOptions) => problemsOf(accounts).map((p) => [p.code, p.severity]);
  expect(codes([map("5.28", "placement")])).toEqual([]);
  expect(codes([])).toEqual([["savings/consequence-without-account", "note"]]);
  expect(codes([map("5.29", "placement")])).toEqual([
    ["savings/account-not-in-budget", "warning"],
    ["savings/consequence-without-account", "note"],
  ]);
  expect(codes([map("5.28", "placement"), map("5.28.20", "school", { payer: "School", share: 0.5 })])).toEqual([
    ["savings/account-not-payers", "warning"],
  ]);
  expect(problemsOf([map("5.28", "placement")], [])).toEqual([]);
});

test("rows of a payer nobody knows, and rows that repeat an account's amounts, are told", () => {
  const own = budgetRow({ consequence: "placement" });
  const codes = (rows: BudgetRow[]) =>
    problemsOf([map("3.22", "school", { payer: "School" })], [...rows, budget[2]]).map((p) => [p.code, p.severity]);
  expect(codes([own])).toEqual([]);
  expect(codes([own, { ...own, year: 2023, payer: "Famly" }])).toEqual([["savings/budget-payer-unknown", "warning"]]);
  expect(codes([own, { ...own, consequence: "", account: "9.99", payer: "Roads" }])).toEqual([]);
  expect(codes([own, { ...own, cause: "demography" }])).toEqual([["savings/budget-row-repeats", "warning"]]);
  expect(codes([own, { ...own, cause: "demography", adopted: 5000, adjusted: 4000, actual: 4100 }])).toEqual([]);
});

test("reading the files refuses what the map makes impossible, and tells the rest", async () => {
  const files = {
    "prices.csv": ["consequence;payer;year;unit;amount;priceYear;cashable", "placement;Family;2021;days;5;2024;1"],
    "cost.csv": ["year;payer;planned;actual;priceYear", "2021;Family;100;;2024"],
    "claim.csv": ["year;payer;consequence;amount;priceYear", "2021;Family;placement;1000;2024"],
    "budget.csv": ["year;account;payer;adopted;adjusted;actual;reason", "2021;5.28.20;Family;100;90;95;programme"],
  };
  const sources = new Map(
    Object.entries(files).map(([name, lines]) => [name, bytesSource(name, new TextEncoder().encode(lines.join("\n")))]),
  );
  const outcomes = [{ name: "placement", unit: "days" }];
  const read = (accounts: unknown[]) =>
    readMoney(sources, smallOptions({ budget: { file: "budget.csv" }, accounts }), outcomes, { seed: 1 });
  const twice = [map("5.28", "placement", { share: 0.8 }), map("5.28.20", "placement", { share: 0.3 })];
  await expect(read(twice)).rejects.toThrow(/option savings.accounts: account 5.28.20 is given to placement .* 1.1/);
  expect((await read([map("5.28", "placement")])).problems).toEqual([]);
  expect((await read([])).problems.map((p) => p.code)).toEqual(["savings/consequence-without-account"]);
});
