import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { moneyFigure } from "../account/figure.js";
import { drawShared } from "../draws/draws.js";
import { headlineFigure } from "../draws/money-draws.js";
import type { MoneyFiles } from "../files/read-money.js";
import { monetize } from "../monetize.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { cashableFigure } from "./cashable-figure.js";
import { verify } from "./verify.js";

const effects = smallEffects();
const context = { seed: 3 };
const options = smallOptions({ draws: 2000, primary: { measure: "cashable" } });

/** Family frees placement in places of 150 days a year; the rest is freed day by day. */
const stepped = (step: number): MoneyFiles =>
  smallMoney({
    prices: smallMoney().prices.map((p) =>
      p.payer === "Family" ? { ...p, step, cashable: 1, low: p.amount, high: p.amount } : p,
    ),
  });

test("without steps there is nothing to draw; steps of nearly nothing are the linear figure", async () => {
  expect(await cashableFigure(effects, smallMoney(), options, periods, context)).toBeUndefined();
  const money = stepped(1e-6);
  const fine = await cashableFigure(effects, money, options, periods, context);
  const account = openAccount(effects, money, options, periods);
  const { years, payers } = { years: [2021, 2022, 2023], payers: account.payers };
  const linear = moneyFigure(account, {
    measure: "cashable",
    years,
    payers,
    consequences: account.sums.consequences,
    discounted: false,
  });
  expect(Math.abs((fine?.estimate ?? 0) - linear.estimate)).toBeLessThan(4 * (linear.se / Math.sqrt(2000)));
  expect(fine?.df).toBe(headlineFigure(account).df);
});

test("the step acts on each draw: by definition, truncated towards zero; what has no step is exact", async () => {
  const money = stepped(150);
  const found = await cashableFigure(effects, money, options, periods, context);
  const account = openAccount(effects, money, options, periods);
  const { sums } = account;
  const draws = await drawShared(account, headlineFigure(account).df, options.draws, context);
  const [values, rest]: [number[], number[]] = [[], []];
  for (let d = 0; d < options.draws; d++) {
    let [value, unstepped] = [0, 0];
    for (const year of [2021, 2022, 2023]) {
      const fewer = (name: string) =>
        -draws.effect[(sums.consequences.indexOf(name) * sums.years.length + sums.years.indexOf(year)) * options.draws + d];
      value += Math.trunc(fewer("placement") / 150) * 150 * (2000 + (year - 2021) * 100);
      unstepped += fewer("placement") * 450 + fewer("school") * 1100 * 0.5;
    }
    values.push(value);
    rest.push(unstepped);
  }
  const mean = (of: number[]) => of.reduce((a, b) => a + b, 0) / of.length;
  const exact = (["State", "School"] as const).reduce((sum, payer) => {
    const own = { measure: "cashable", years: [2021, 2022, 2023], payers: [payer], discounted: false } as const;
    return sum + moneyFigure(account, { ...own, consequences: sums.consequences }).estimate;
  }, 0);
  expect((found?.estimate ?? 0) / (mean(values) + exact)).toBeCloseTo(1, 10);
  const shift = exact - mean(rest);
  values.forEach((value, d) => {
    values[d] = value + rest[d] + shift;
  });
  values.sort((a, b) => a - b);
  const quantile = (p: number) => {
    const at = (values.length - 1) * p;
    const below = Math.floor(at);
    return values[below] + (at - below) * (values[below + 1] - values[below]);
  };
  expect((found?.lower ?? 0) / quantile(0.025)).toBeCloseTo(1, 10);
  expect((found?.upper ?? 0) / quantile(0.975)).toBeCloseTo(1, 10);
});

test("a cashable row is verified by it, what steps take off stands in the waterfall and is cashability in the gap", async () => {
  const money = stepped(150);
  const cashable = await cashableFigure(effects, money, options, periods, context);
  const evidence = { caps: [], design: { se: 1e5 }, ...(cashable && { cashable }) };
  const { verification, problems } = verify(effects, money, options, periods, evidence);
  expect(problems.map((p) => p.code)).toContain("savings/steps-in-total-only");
  expect(verification.evaluated).toEqual(cashable);
  expect(verification.waterfall[2]).toEqual({ step: "cashable", amount: cashable?.estimate, figure: cashable });
  expect(verification.waterfall[1].amount).toBeGreaterThan(cashable?.estimate ?? 0);
  expect(verification.gap.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(
    (cashable?.estimate ?? 0) - verification.claim,
    4,
  );
  const gross = verify(effects, money, smallOptions(), periods, evidence).verification;
  const without = verify(effects, money, smallOptions(), periods, { caps: [], design: { se: 1e5 } });
  expect(without.problems.map((p) => p.code)).toEqual(["savings/steps-not-drawn"]);
  expect(gross.evaluated.estimate).not.toBe(cashable?.estimate);
  expect(gross.waterfall[2].amount).toBe(cashable?.estimate);
});

test("where no draw frees a whole step, nothing is cashable: the claimed amount was not reached", async () => {
  const money = smallMoney({ prices: smallMoney().prices.map((p) => ({ ...p, step: 1e6, cashable: 1 })) });
  const cashable = await cashableFigure(effects, money, options, periods, context);
  expect(cashable).toMatchObject({ estimate: 0, se: 0, lower: 0, upper: 0 });
  const evidence = { caps: [], design: { se: 1e5 }, ...(cashable && { cashable }) };
  const { verification, problems } = verify(effects, money, options, periods, evidence);
  expect(verification.verdict).toBe("below-claim");
  expect(problems.map((p) => p.code)).toEqual(["savings/steps-in-total-only"]);
});

test("with facts the draws are those of the whole statement, assumed years too: figure and line are one", async () => {
  const persistence = { form: "exponential", years: 3, decline: { amount: 0.2, low: 0.1, high: 0.4 }, source: "test" };
  const given = smallOptions({ draws: 2000, primary: { measure: "cashable" }, persistence });
  const facts = { starters: 60 };
  const figure = await cashableFigure(effects, stepped(150), given, periods, context, facts);
  const { lines } = await monetize(effects, stepped(150), given, periods, context, facts);
  const line = lines.find(
    (l) =>
      l.measure === "cashable" &&
      l.basis === "observed" &&
      l.year === null &&
      l.payer === null &&
      l.consequence === null &&
      !l.discounted,
  );
  for (const part of ["estimate", "lower", "upper", "priceLower", "priceUpper"] as const)
    expect(figure?.[part]).toBeCloseTo(line?.figure[part] ?? Number.NaN, 4);
});
