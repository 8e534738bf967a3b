import type { Context, Periods } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { accountDraws } from "../draws/money-draws.js";
import type { SavingsLine } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { openAccount } from "./account.js";
import { cumulativeLines, savingsLines } from "./lines.js";

const context: Context = { seed: 9 };
const effects = smallEffects();
/** Quarters to 2023Q2, so that 2023 is observed in part and assumed for the rest. */
const short: Periods = { ...periods, ordinals: periods.ordinals.slice(0, 14) };
const cut = { ...effects, terms: effects.terms.map((t) => ({ ...t, n: (t.time ?? 0) > short.ordinals[13] ? 0 : t.n })) };

async function linesOf(persistence: unknown, money = smallMoney()): Promise<SavingsLine[]> {
  const account = openAccount(cut, money, smallOptions({ persistence }), short, {});
  const drawn = await accountDraws(account, 1024, context);
  return [...(await savingsLines(account, drawn, context)), ...(await cumulativeLines(account, drawn, context))];
}

const fading = { form: "exponential", years: 2, decline: { amount: 0.2, low: 0.1, high: 0.5 } };
const [alone, going] = [await linesOf({}), await linesOf(fading)];

test("what is assumed stands beside what was observed, which keeps its lines but for what is drawn", () => {
  const exact = ({ figure: { priceLower: _, priceUpper: __, ...figure }, ...place }: SavingsLine) => ({ ...place, figure });
  expect(alone.every((line) => line.basis === "observed")).toBe(true);
  expect(going.filter((line) => line.basis === "observed").map(exact)).toEqual(alone.map(exact));
});

test("years sum to totals, payers to all payers, gross less cost to net, and the path goes on from the observed end", () => {
  const close = (found: number, expected: number) =>
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(expected)));
  const estimate = (want: Partial<SavingsLine>) => {
    const found = going.filter((line) => Object.entries(want).every(([key, value]) => line[key as keyof SavingsLine] === value));
    expect(found.length).toBe(1);
    return found[0].figure.estimate;
  };
  for (const discounted of [false, true]) {
    for (const basis of ["observed", "assumed"] as const) {
      const place = { basis, discounted, consequence: null } as const;
      const years = basis === "observed" ? [2020, 2021, 2022, 2023] : [2023, 2024, 2025];
      for (const measure of ["gross", "cashable", "net"] as const) {
        const payers = ["Family", "State", "School"].map((payer) => estimate({ ...place, measure, payer, year: null }));
        const total = estimate({ ...place, measure, payer: null, year: null });
        close(
          payers.reduce((a, b) => a + b),
          total,
        );
        close(
          years.map((year) => estimate({ ...place, measure, payer: null, year })).reduce((a, b) => a + b),
          total,
        );
      }
      const [gross, cost, net] = (["gross", "cost", "net"] as const).map((measure) =>
        estimate({ ...place, measure, payer: null, year: null }),
      );
      close(gross - cost, net);
      expect(gross).toBeGreaterThan(0);
    }
    const end = estimate({ basis: "assumed", measure: "cumulativeNet", payer: null, year: 2025, discounted });
    const net = (basis: SavingsLine["basis"]) =>
      estimate({ basis, measure: "net", payer: null, year: null, consequence: null, discounted });
    close(end, net("observed") + net("assumed"));
  }
  const later = going.filter((line) => line.basis === "assumed" && line.measure !== "cost" && line.consequence === null);
  expect(later.every(({ figure }) => figure.bandLower === undefined || figure.bandLower <= figure.lower)).toBe(true);
});

test("where capacity is freed in steps, cashable lines are those of the draws, with a band around them", async () => {
  const money = smallMoney();
  const stepped = { ...money, prices: money.prices.map((p) => (p.payer === "Family" ? { ...p, cashable: 1, step: 300 } : p)) };
  const lines = await linesOf({}, stepped);
  const of = (measure: SavingsLine["measure"], year: number | null) =>
    lines.find((l) => l.measure === measure && l.payer === "Family" && l.consequence === null && l.year === year && !l.discounted)
      ?.figure;
  for (const year of [2021, 2022, 2023]) {
    const [gross, cashable] = [of("gross", year), of("cashable", year)];
    expect(cashable?.estimate).toBeLessThan(gross?.estimate ?? 0);
    expect((gross?.estimate ?? 0) - (cashable?.estimate ?? 0)).toBeLessThan(300 * 2300);
    expect((cashable?.bandLower ?? 0) <= (cashable?.estimate ?? 0)).toBe(true);
    expect(cashable?.priceLower).toBeDefined();
  }
  expect(lines.filter((l) => l.measure !== "cashable")).toEqual(alone.filter((l) => l.measure !== "cashable"));
});
