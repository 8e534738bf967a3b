import fc from "fast-check";
import { expect, test } from "vitest";
import type { StudyFacts } from "../account/study-facts.js";
import type { MoneyFiles } from "../files/read-money.js";
import type { BudgetRow } from "../savings-value.js";
import { smallMoney, smallOptions } from "../small-study.fixture.js";
import { budgetRow } from "./budget.fixture.js";
import { reconcile } from "./reconcile.js";

const totals = [
  { outcome: "placement", year: 2021, units: 4000 },
  { outcome: "placement", year: 2022, units: 4400 },
  { outcome: "school", year: 2022, units: 2000 },
];

function run(
  budget: BudgetRow[],
  options: Record<string, unknown> = {},
  more: Partial<MoneyFiles> = {},
  facts: StudyFacts = { totals },
) {
  return reconcile(smallMoney({ budget, ...more }), smallOptions({ priceYear: 2022, ...options }), facts);
}

const row = (change: Partial<BudgetRow> = {}) => budgetRow({ consequence: "placement", ...change });

test("units of everyone × price against the account; beyond 5% of what was booked a warning names both amounts", () => {
  // 4,400 days × 2,100
  const { rows, problems } = run([row({ actual: 8_810_000 })]);
  expect(rows).toEqual([
    {
      account: "5.28.20 Residential",
      payer: "Family",
      consequence: "placement",
      year: 2022,
      computed: 9_240_000,
      booked: 8_810_000,
      difference: 430_000,
      share: 430_000 / 8_810_000,
    },
  ]);
  expect(problems).toEqual([]);
  expect(run([row({ actual: 8_700_000 })]).problems).toMatchObject([
    {
      code: "savings/account-differs",
      severity: "warning",
      where: { file: "budget.csv", row: 2 },
      params: { account: "5.28.20 Residential", payer: "Family", year: 2022, computed: 9_240_000, booked: 8_700_000, percent: 6 },
    },
  ]);
  expect(run([row({ actual: 9_726_315 })]).problems).toEqual([]);
  expect(run([row({ actual: 9_726_317 })]).problems).toHaveLength(1);
});

test("a price that another payer refunds in part counts whole: accounts book what was paid", () => {
  const origin = { file: "refunds.csv", row: 2 };
  const rule = { by: "State", share: 0.25, payer: "Family", origin } as const;
  const common = { consequence: "placement", year: 2022, unit: "days", priceYear: 2022, cashable: 1, source: "", origin };
  const prices = [
    { ...common, payer: "Family", amount: 1575, refunded: { ...rule, side: "payer" } },
    { ...common, payer: "State", amount: 525, refunded: { ...rule, side: "refunder" } },
  ] as const;
  expect(run([row({ actual: 9_240_000 })], {}, { prices }).rows).toMatchObject([{ computed: 9_240_000, difference: 0 }]);
});

test("prices are taken to the account's own year by the index; without one a note says so", () => {
  const index = [
    { year: 2022, index: 110 },
    { year: 2024, index: 121 },
  ];
  const budget = [row({ actual: 8_400_000 })];
  expect(run(budget, { priceYear: 2024 }, { index }).rows[0].computed).toBeCloseTo(8_400_000, 6);
  const { rows, problems } = run(budget, { priceYear: 2024 });
  expect(rows[0].computed).toBe(9_240_000);
  expect(problems.map((p) => p.code)).toEqual(["savings/account-differs", "savings/reconciled-at-other-prices"]);
});

test("outcomes that share an account add up, and so do accounts that share an outcome, and rows of one account and year", () => {
  const prices = smallMoney()
    .prices.map((p) => ({ ...p, payer: "Family" }))
    .filter((p) => p.amount !== 450);
  const accounts = [
    { account: "5.28.2", consequence: "placement", share: 0.5 },
    { account: "5.28.2", consequence: "school", share: 0.25 },
    { account: "3.22", consequence: "school" },
  ];
  const budget = [
    budgetRow({ account: "5.28.20", actual: 8_000_000 }),
    budgetRow({ account: "5.28.21", actual: 4_000_000, cause: "demography" }),
    budgetRow({ account: "3.22.08", actual: 1_440_000 }),
    budgetRow({ account: "3.22.08", actual: 1_000_000, cause: "other" }),
  ];
  const { rows, problems } = run(budget, { accounts }, { prices });
  // 4,400 × 2,100 + 2,000 × 1,100 against (8 + 4) · 0.75 + 2.44 million
  expect(rows).toMatchObject([
    { account: "5.28.2, 3.22", consequence: "placement, school", computed: 11_440_000, booked: 11_440_000, share: 0 },
  ]);
  expect(problems).toEqual([]);
});

test("one warning an account: about the year that differs most, at its row of the budget file", () => {
  const budget = [
    row({ year: 2021, actual: 7_200_000, origin: { file: "budget.csv", row: 2 } }),
    row({ actual: 4_620_000, origin: { file: "budget.csv", row: 3 } }),
  ];
  expect(run(budget).problems.filter((p) => p.severity === "warning")).toMatchObject([
    { code: "savings/account-differs-years", where: { row: 3 }, params: { years: "2021, 2022", year: 2022, percent: 100 } },
  ]);
});

test("years whose units or prices are not known are told, not guessed; years without any price are left alone", () => {
  const { rows, problems } = run([row(), row({ year: 2023 }), row({ year: 2020 }), row({ year: 2021, payer: "Nobody" })]);
  expect(rows.map((r) => r.year)).toEqual([2022]);
  expect(problems.map((p) => [p.code, p.params.payer, p.params.years])).toEqual([
    ["savings/account-not-reconciled", "Family", "2023"],
    ["savings/account-not-reconciled", "Nobody", "2021"],
  ]);
  const prices = smallMoney().prices.map((p) => ({ ...p, amount: Number.NaN }));
  expect(run([row()], {}, { prices }).problems.map((p) => p.code)).toEqual(["savings/account-not-reconciled"]);
  expect(run([row()], {}, {}, {}).problems.map((p) => p.code)).toEqual(["savings/units-of-everyone-unknown"]);
  expect(run([budgetRow()], {}, {}, {})).toEqual({ rows: [], problems: [] });
});

test("an account on which nothing was booked has no share, and is told where units say otherwise", () => {
  const { rows, problems } = run([row({ actual: 0 })]);
  expect(rows[0].share).toBeNull();
  expect(problems).toMatchObject([{ code: "savings/account-without-spending", params: { computed: 9_240_000 } }]);
  const none = totals.map((t) => ({ ...t, units: 0 }));
  expect(run([row({ actual: 0 })], {}, {}, { totals: none }).problems).toEqual([]);
});

test("whatever is mapped to whatever, each booked krone and each unit's price are in one row at most", () => {
  const use = fc.record({ account: fc.constantFrom("a", "b", "c"), consequence: fc.constantFrom("placement", "school") });
  fc.assert(
    fc.property(fc.uniqueArray(use, { minLength: 1, maxLength: 6, selector: (u) => u.account + u.consequence }), (uses) => {
      const share = (account: string) => 1 / uses.filter((u) => u.account === account).length;
      const accounts = uses.map((u) => ({ ...u, share: share(u.account) }));
      const booked = { a: 1000, b: 20_000, c: 300_000 } as const;
      const budget = (["a", "b", "c"] as const).map((account) => budgetRow({ account, actual: booked[account] }));
      const prices = smallMoney()
        .prices.filter((p) => p.amount !== 450)
        .map((p) => ({ ...p, payer: "Family" }));
      const { rows } = run(budget, { accounts }, { prices });
      const sum = (values: number[]) => values.reduce((x, y) => x + y, 0);
      const used = (["a", "b", "c"] as const).filter((name) => uses.some((u) => u.account === name));
      expect(sum(rows.map((r) => r.booked))).toBeCloseTo(sum(used.map((name) => booked[name])), 6);
      const priced = [...new Set(uses.map((u) => u.consequence))].map((name) => (name === "school" ? 2_200_000 : 9_240_000));
      expect(sum(rows.map((r) => r.computed))).toBeCloseTo(sum(priced), 6);
      expect(new Set(rows.flatMap((r) => r.account.split(", "))).size).toBe(used.length);
    }),
    { numRuns: 60 },
  );
});
