import fc from "fast-check";
import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { moneyFigure, type Selection } from "../account/figure.js";
import { savingsLines } from "../account/lines.js";
import type { SavingsLine } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { cashableFigure } from "../verification/cashable-figure.js";
import { drawFigures } from "./draw-figures.js";
import { drawShared } from "./draws.js";
import { headlineFigure } from "./money-draws.js";
import { bandOfDraws, figureOn, stepsAct } from "./stepped-figure.js";

const effects = smallEffects();
const context = { seed: 5 };
const near = (found: number, wanted: number) =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted) + 1e-6);
const sum = (lines: readonly SavingsLine[]) => lines.reduce((total, { figure }) => total + figure.estimate, 0);

/** What is freed of each payer: in which steps, what share, and how late. */
const rule = fc.record({
  step: fc.constantFrom(0, 0, 1, 40, 300, 1e6),
  cashable: fc.constantFrom(0.3, 1),
  lag: fc.constantFrom(0, 0, 0.5, 1, 2.25),
});

test("payers, outcomes and years sum to their totals, whichever have steps and lags", async () => {
  await fc.assert(
    fc.asyncProperty(fc.record({ Family: rule, State: rule, School: rule }), async (rules) => {
      const given = smallMoney();
      const prices = given.prices.map((p) => ({ ...p, ...rules[p.payer as keyof typeof rules] }));
      const money = { ...given, prices };
      const options = smallOptions({ draws: 1000, primary: { measure: "cashable" } });
      const account = openAccount(effects, money, options, periods);
      const draws = await drawShared(account, headlineFigure(account).df, 1000, context);
      const lines = await savingsLines(account, drawFigures(account, draws), context);
      const cashable = lines.filter((line) => line.measure === "cashable");
      for (const discounted of [false, true]) {
        for (const year of [2021, 2022, 2023, null]) {
          const of = cashable.filter((line) => line.discounted === discounted && line.year === year);
          const total = sum(of.filter((line) => line.payer === null && line.consequence === null));
          near(sum(of.filter((line) => line.payer !== null && line.consequence === null)), total);
          near(sum(of.filter((line) => line.payer === null && line.consequence !== null)), total);
          near(sum(of.filter((line) => line.payer !== null && line.consequence !== null)), total);
        }
        for (const payer of [...account.payers, null]) {
          const of = cashable.filter((l) => l.discounted === discounted && l.payer === payer && l.consequence === null);
          near(sum(of.filter((line) => line.year !== null)), sum(of.filter((line) => line.year === null)));
        }
      }
      const primary = await cashableFigure(effects, money, options, periods, context);
      const whole = cashable.find((l) => l.payer === null && l.consequence === null && l.year === null && !l.discounted);
      if (primary !== undefined) expect(primary).toMatchObject({ estimate: whole?.figure.estimate, lower: whole?.figure.lower });
    }),
    { numRuns: 6 },
  );
});

test("steps of nearly nothing are the linear figure, estimate and interval, within what draws tell", async () => {
  const given = smallMoney();
  const prices = given.prices.map((p) => (p.payer === "Family" ? { ...p, step: 1e-7 } : p));
  const account = openAccount(effects, { ...given, prices }, smallOptions(), periods);
  const draws = await drawShared(account, headlineFigure(account).df, 4000, context);
  const selection: Selection = {
    measure: "cashable",
    years: account.sums.years,
    payers: account.payers,
    consequences: account.sums.consequences,
    discounted: true,
  };
  const [stepped, linear] = [figureOn(account, draws, selection), moneyFigure(account, selection)];
  expect(Math.abs(stepped.estimate - linear.estimate)).toBeLessThan((4 * linear.se) / Math.sqrt(4000));
  for (const end of ["lower", "upper"] as const) expect(Math.abs(stepped[end] - linear[end])).toBeLessThan(0.15 * linear.se);
  const sure = { ...selection, payers: ["State", "School"] };
  expect(stepsAct(account, sure)).toBe(false);
  expect(figureOn(account, draws, sure)).toEqual(moneyFigure(account, sure));
});

test("the band over a path is never narrower than its years' own limits", () => {
  const column = Float64Array.from({ length: 1000 }, (_, d) => (d < 900 ? 0 : d < 990 ? 10 : 60));
  const figure = { estimate: 1.5, se: 6, df: Infinity, lower: 0, upper: 60 };
  const [banded] = bandOfDraws([figure], [column]);
  expect(banded.bandLower).toBeLessThanOrEqual(figure.lower);
  expect(banded.bandUpper).toBeGreaterThanOrEqual(figure.upper);
});
