import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import type { PriceRow } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { listPriceFigures } from "./list-prices.js";

const row = (payer: string, consequence: string, amount: number): PriceRow[] =>
  [2021, 2022, 2023].map((year) => {
    const origin = { file: "prices.csv", row: 2 };
    return {
      consequence,
      payer,
      year,
      unit: "days",
      amount: amount + 10 * (year - 2021),
      priceYear: 2024,
      cashable: 1,
      source: "",
      origin,
    };
  });
const effects = smallEffects();

function listed(pairs: Record<string, string>, rows: readonly PriceRow[]) {
  const money = { ...smallMoney(), listed: rows };
  const options = smallOptions({ listPrices: pairs });
  return listPriceFigures(openAccount(effects, money, options, periods), effects, money, options, periods);
}

test("list price × quantity by year and in all, beside the spend, by the plainest loop", () => {
  const { listPrices, problems } = listed({ placement: "absence" }, row("Family", "absence", 300));
  expect(problems).toEqual([]);
  expect(listPrices.map((l) => l.year)).toEqual([2021, 2022, 2023, null]);
  for (const { year, figure, bySpend } of listPrices) {
    const saved = (outcome: string, price: (y: number) => number) =>
      effects.terms.reduce((sum, { outcome: own, time = 0, group = 0, n }, i) => {
        const y = Math.floor(time / 4);
        return own === outcome && time >= group && (year === null || y === year) ? sum - n * effects.estimate[i] * price(y) : sum;
      }, 0);
    expect(figure.estimate).toBeCloseTo(
      saved("absence", (y) => 300 + 10 * (y - 2021)),
      6,
    );
    expect(bySpend.estimate).toBeCloseTo(
      saved("placement", (y) => 2450 + 100 * (y - 2021)),
      5,
    );
    expect(figure.lower).toBeLessThan(figure.estimate);
    expect(bySpend.upper).toBeGreaterThan(bySpend.estimate);
  }
});

test("what is missing for it is said, and the pair left out", () => {
  const codes = (pairs: Record<string, string>, rows: readonly PriceRow[]) => {
    const { listPrices, problems } = listed(pairs, rows);
    expect(listPrices).toEqual([]);
    return problems.map((p) => p.code);
  };
  expect(codes({ placement: "absence" }, [])).toEqual(["savings/list-price-missing"]);
  expect(codes({ absence: "school" }, row("Family", "school", 300))).toEqual(["savings/list-price-without-spend"]);
  expect(codes({ placement: "visits" }, row("Family", "visits", 300))).toEqual(["savings/list-price-without-quantity"]);
});
