import { expect, test } from "vitest";
import type { PriceRow } from "../savings-value.js";
import type { PersonSums } from "./person-sums.js";
import { payersOf, priceGrid } from "./price-grid.js";

const years = [2021, 2022, 2022];
const sums = { consequences: ["placement", "benefit"], years, used: new Uint8Array(6).fill(1) } as unknown as PersonSums;

function rows(change: Partial<PriceRow>): PriceRow[] {
  const common = {
    consequence: "placement",
    payer: "Family",
    unit: "days",
    amount: 100,
    priceYear: 2024,
    cashable: 0.5,
    source: "",
  };
  return [2021, 2022].map((year, i) => ({ ...common, year, origin: { file: "prices.csv", row: i + 2 }, ...change }));
}

function grid(...prices: readonly PriceRow[]) {
  const payers = payersOf(prices, []);
  const laid = priceGrid(prices, sums, payers);
  const cell = (consequence: string, payer: string, y: number) =>
    (sums.consequences.indexOf(consequence) * payers.length + payers.indexOf(payer)) * years.length + y;
  return { payers, laid, cell };
}

test("a year that stands twice has its price twice", () => {
  const { laid } = grid(
    ...rows({ distribution: { kind: "gamma", mean: 100, sd: 20 }, step: 4, lag: 1, lagLow: 0, lagHigh: 2, group: "care" }),
  );
  expect([...laid.amount.subarray(0, 3)]).toEqual([100, 100, 100]);
  expect(laid.distribution[2]).toEqual({ kind: "gamma", mean: 100, sd: 20 });
  expect([laid.step[0], laid.lag[0], laid.group[0]]).toEqual([4, 1, "care"]);
  expect(laid.lags[0]).toEqual({ kind: "triangular", low: 0, mode: 1, high: 2 });
});

test("what does not count of a change is taken off price, range and distribution alike", () => {
  const { laid } = grid(...rows({ low: 50, high: 200, counts: 0.8 }));
  expect([laid.amount[0], laid.low[0], laid.high[0], laid.counts[0]]).toEqual([80, 40, 160, 0.8]);
  expect(laid.distribution[0]).toEqual({ kind: "triangular", low: 40, mode: 80, high: 160 });
});

test("a transfer's receiver joins the payers and gets minus what all who pay it pay: their sum is 0", () => {
  const benefit = { consequence: "benefit", transferTo: "Citizen" };
  const { payers, laid, cell } = grid(
    ...rows({}),
    ...rows({ ...benefit, payer: "State", amount: 300, low: 200, high: 500, cashable: 1 }),
    ...rows({ ...benefit, amount: 100, cashable: 0.6 }),
  );
  expect(payers).toEqual(["Family", "State", "Citizen"]);
  for (const y of [0, 1, 2]) {
    const [family, state, citizen] = payers.map((payer) => cell("benefit", payer, y));
    expect(laid.amount[family] + laid.amount[state] + laid.amount[citizen]).toBe(0);
    expect(laid.amount[citizen]).toBe(-400);
    expect([laid.low[citizen], laid.high[citizen]]).toEqual([-600, -300]);
    const taken = (at: number) => laid.amount[at] * laid.cashable[at];
    expect(taken(family) + taken(state) + taken(citizen)).toBeCloseTo(0, 12);
    expect([family, state, citizen].map((at) => laid.transfer[at])).toEqual([1, 1, 1]);
    expect(laid.distribution[citizen]).toEqual({ kind: "fixed", value: 0 });
    expect(laid.transfer[cell("placement", "Family", y)]).toBe(0);
  }
  expect(laid.transfers).toEqual([
    { from: 4, to: 5 },
    { from: 3, to: 5 },
  ]);
  expect([...laid.priced]).toEqual([1, 0, 0, 1, 1, 1]);
});

test("a transfer nobody knows the size of is measured for neither", () => {
  const { laid } = grid(...rows({ transferTo: "Citizen", amount: Number.NaN }));
  expect(laid.notMeasured).toEqual([
    { payer: "Family", consequence: "placement" },
    { payer: "Citizen", consequence: "placement" },
  ]);
  expect([...laid.priced]).toEqual([0, 0, 0, 0]);
});

test("both parts of a refunded price have one draw", () => {
  const refunded = { payer: "Family", by: "State", share: 0.25, origin: { file: "refunds.csv", row: 2 } };
  const { laid } = grid(
    ...rows({ amount: 75, group: "g", refunded: { ...refunded, side: "payer" } }),
    ...rows({ payer: "State", amount: 25, group: "g", refunded: { ...refunded, side: "refunder" } }),
  );
  expect([...laid.like.subarray(0, 2)]).toEqual([0, 0]);
  expect(laid.group.slice(0, 2)).toEqual(["g", "g"]);
});

test("a year with effects but no price is refused once, at the price's row", () => {
  expect(() => grid(...rows({}).slice(0, 1))).toThrow(
    /^prices.csv, row 2: Family has a price of placement for 2021 but none for 2022, when/,
  );
});
