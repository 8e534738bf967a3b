import { expect, test } from "vitest";
import { monetize } from "../monetize.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { openAccount } from "./account.js";
import { moneyFigure } from "./figure.js";

const context = { seed: 1 };
const kinds = { State: { kind: "state" }, Citizen: { kind: "citizen" } };
const total = (l: {
  measure: string;
  year: number | null;
  payer: string | null;
  consequence: string | null;
  discounted: boolean;
}) => l.measure === "gross" && l.year === null && l.payer === null && l.consequence === null && !l.discounted;

test("a benefit that citizens no longer get saves the public purse all the same", async () => {
  const plain = smallMoney();
  const money = smallMoney({
    prices: plain.prices.map((p) => (p.payer === "State" ? { ...p, transferTo: "Citizen" } : p)),
  });
  const effects = smallEffects();
  const options = smallOptions({ payers: kinds, draws: 1000 });
  const account = openAccount(effects, money, options, periods);
  expect(account.payers).toContain("Citizen");
  expect(account.together).not.toContain("Citizen");
  const [found] = (await monetize(effects, money, options, periods, context)).lines.filter(total);
  const [before] = (await monetize(effects, plain, smallOptions({ draws: 1000 }), periods, context)).lines.filter(total);
  expect(found.figure.estimate).toBeCloseTo(before.figure.estimate, 6);
  // One payer more moves the ranks that prices are drawn by: the ends of 1,000 draws differ by chance.
  expect(Math.abs((found.figure.priceLower ?? Number.NaN) - (before.figure.priceLower ?? 0))).toBeLessThan(0.2 * found.figure.se);
  const of = (payer: string) =>
    moneyFigure(account, {
      measure: "gross",
      years: account.sums.years,
      payers: [payer],
      consequences: account.sums.consequences,
      discounted: false,
    }).estimate;
  expect(of("Citizen")).toBeCloseTo(-of("State"), 6);
  const sum = account.together.reduce((s, payer) => s + of(payer), 0);
  expect(found.figure.estimate).toBeCloseTo(sum, 6);
});
