// The oracle is the definition written out as loops: S = −Σ_g Σ_{t≥g} n_gt·ATT(g,t)·price(payer, year)·share·factor − cost.
import type { Periods } from "@kontrafakt/base";
import type { Effects, Term } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headlineFigure, moneyDraws } from "../draws/money-draws.js";
import type { MoneyFiles } from "../files/read-money.js";
import { monetize } from "../monetize.js";
import { type SavingsOptions, savingsOptions } from "../options/savings-options.js";
import type { CostRow, PriceRow, Savings } from "../savings-value.js";
import { openAccount } from "./account.js";
import { moneyFigure } from "./figure.js";

const FIRST = 2018;

interface Given {
  readonly effects: Effects;
  readonly money: MoneyFiles;
  readonly options: SavingsOptions;
  readonly periods: Periods;
}

const shape = fc.record({
  consequences: fc.integer({ min: 1, max: 3 }),
  payers: fc.integer({ min: 1, max: 3 }),
  years: fc.integer({ min: 1, max: 3 }),
  waves: fc.integer({ min: 1, max: 3 }),
  unit: fc.constantFrom("quarter" as const, "year" as const),
  steps: fc.array(fc.double({ min: -0.05, max: 0.2, noNaN: true }), { minLength: 1, maxLength: 3 }),
  base: fc.integer({ min: -2, max: 3 }),
  transfers: fc.boolean(),
  seed: fc.integer({ min: 0, max: 1_000_000 }),
});

function make(of: typeof shape extends fc.Arbitrary<infer T> ? T : never): Given {
  const random = stream(of.seed, "test/linear", 0);
  const per = of.unit === "quarter" ? 4 : 1;
  const ordinals = Int32Array.from({ length: of.years * per }, (_, i) => FIRST * per + i);
  const terms: Term[] = [];
  for (let c = 0; c < of.consequences; c++) {
    for (let g = 0; g < of.waves; g++) {
      const group = ordinals[Math.min(g, ordinals.length - 1)] + (g < ordinals.length ? 0 : g);
      for (const time of ordinals) {
        const n = 1 + random.integer(40);
        const place = {
          outcome: `c${c}`,
          unit: "days",
          kind: "cell",
          scale: "difference",
          group,
          time,
          event: time - group,
        } as const;
        terms.push({ ...place, n, controls: 3 * n, personPeriods: n });
      }
    }
  }
  const m = terms.length;
  const rank = 5;
  const factor = Float64Array.from({ length: m * rank }, () => random.normal());
  const covariance = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++)
      for (let r = 0; r < rank; r++) covariance[i * m + j] += factor[i * rank + r] * factor[j * rank + r];
  }
  const effects: Effects = {
    kind: "effects",
    estimator: "test",
    terms,
    estimate: Float64Array.from(terms, () => 3 * random.normal()),
    covariance,
    df: new Float64Array(m).fill(12),
    clusters: 60,
    basis: { kind: "covariance-only" },
    problems: [],
  };
  const origin = { file: "prices.csv", row: 2 };
  const prices: PriceRow[] = [];
  const costs: CostRow[] = [];
  for (let y = 0; y < of.years; y++) {
    for (let c = 0; c < of.consequences; c++) {
      for (let k = 0; k < of.payers; k++) {
        const to = of.transfers && k === 0 && of.payers > 1 ? `p${of.payers - 1}` : undefined;
        prices.push({
          consequence: `c${c}`,
          payer: `p${k}`,
          year: FIRST + y,
          unit: "days",
          amount: 1000 * random.uniform(),
          priceYear: 2020,
          cashable: random.uniform(),
          source: "",
          origin,
          ...(to !== undefined && { transferTo: to }),
        });
      }
    }
    for (let k = 0; k < of.payers; k++) {
      const actual = random.uniform() < 0.3 ? Number.NaN : 1e5 * random.uniform();
      costs.push({ year: FIRST + y, payer: `p${k}`, planned: 1e5 * random.uniform(), actual, priceYear: 2020, origin });
    }
  }
  const rate = of.steps.map((r, i) => ({ fromYear: i, rate: r }));
  const options = savingsOptions.parse({
    currency: "DKK",
    priceYear: 2020,
    prices: { file: "p.csv" },
    programmeCost: { file: "c.csv" },
    claim: { file: "k.csv" },
    discount: { rate, baseYear: FIRST + of.base, source: "test" },
    draws: 1000,
  });
  return {
    effects,
    money: { kind: "money-files", prices, costs, claim: [], budget: [], problems: [] },
    options,
    periods: { unit: of.unit, ordinals },
  };
}

interface Asked {
  readonly measure: Savings["lines"][number]["measure"];
  readonly years: readonly number[];
  readonly payers: readonly string[];
  readonly consequences: readonly string[];
  readonly discounted: boolean;
}

/** What is asked for by the definition: its estimate and variance. */
function byDefinition({ effects, money, options, periods }: Given, asked: Asked): { estimate: number; variance: number } {
  const { terms, estimate, covariance } = effects;
  const m = terms.length;
  const weights = new Float64Array(m);
  const per = periods.unit === "quarter" ? 4 : 1;
  const factorOf = (year: number) => (asked.discounted ? factor(options, year) : 1);
  for (let i = 0; i < m && asked.measure !== "cost"; i++) {
    const { outcome, group, time, n } = terms[i];
    if (group === undefined || time === undefined || time < group) continue;
    const year = Math.floor(time / per);
    if (!asked.years.includes(year) || !asked.consequences.includes(outcome)) continue;
    for (const price of money.prices) {
      if (price.consequence !== outcome || price.year !== year) continue;
      const share = asked.measure === "cashable" ? price.cashable : 1;
      const amount = n * price.amount * share * factorOf(year);
      if (asked.payers.includes(price.payer)) weights[i] -= amount;
      if (price.transferTo !== undefined && asked.payers.includes(price.transferTo)) weights[i] += amount;
    }
  }
  let cost = 0;
  if (asked.measure !== "gross" && asked.measure !== "cashable") {
    for (const { year, payer, planned, actual } of money.costs) {
      if (asked.years.includes(year) && asked.payers.includes(payer))
        cost += (Number.isNaN(actual) ? planned : actual) * factorOf(year);
    }
  }
  let value = 0;
  let variance = 0;
  for (let i = 0; i < m; i++) {
    value += weights[i] * estimate[i];
    for (let j = 0; j < m; j++) variance += weights[i] * covariance[i * m + j] * weights[j];
  }
  return { estimate: asked.measure === "cost" ? cost : value - cost, variance };
}

function factor({ discount }: SavingsOptions, year: number): number {
  const steps = discount.rate as { fromYear: number; rate: number }[];
  const rateOf = (t: number) => steps.reduce((found, step) => (step.fromYear <= t ? step.rate : found), steps[0].rate);
  let value = 1;
  for (let t = 1; t <= year - discount.baseYear; t++) value /= 1 + rateOf(t);
  for (let t = year; t < discount.baseYear; t++) value *= 1 + rateOf(0);
  return value;
}

/** What the amounts of such accounts are of the order of: people × units × price. */
const SIZE = 1e4;
/** As near as 1e-9 of that: what cancels may leave dust. */
const near = (value: number, expected: number, size: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * size);

describe("a linear account of any shape", () => {
  test("every figure is what the loops of the definition add up to, with its variance", () => {
    fc.assert(
      fc.property(shape, (of) => {
        const given = make(of);
        const account = openAccount(given.effects, given.money, given.options, given.periods);
        const { years, consequences } = account.sums;
        const each = <T>(all: readonly T[]) => [...all.map((one) => [one]), [...all]];
        for (const measure of ["gross", "cashable", "net"] as const) {
          for (const discounted of [false, true]) {
            for (const own of each(years)) {
              for (const payers of each(account.payers)) {
                for (const of of measure === "net" ? [consequences] : each(consequences)) {
                  const asked = { measure, years: own, payers, consequences: of, discounted };
                  const { estimate, variance } = byDefinition(given, asked);
                  const figure = moneyFigure(account, asked);
                  near(figure.estimate, estimate, SIZE);
                  near(figure.se * figure.se, variance, SIZE * SIZE);
                }
              }
            }
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  test("every line is what the loops add up to, payers sum to the total, and what one pays another nobody saves", async () => {
    const shapes = [
      { consequences: 2, payers: 3, years: 3, waves: 2, unit: "quarter", steps: [0.04, 0.01], base: 1, transfers: true, seed: 1 },
      { consequences: 1, payers: 1, years: 1, waves: 1, unit: "year", steps: [0], base: 0, transfers: false, seed: 2 },
    ] as const;
    for (const of of shapes) {
      const given = make({ ...of, steps: [...of.steps] });
      const { lines, payers, years, consequences } = await monetize(given.effects, given.money, given.options, given.periods, {
        seed: 1,
      });
      const own = new Map(lines.map((l) => [keyOf(l, l.payer), l.figure.estimate]));
      for (const line of lines) {
        const { measure, year, payer, consequence, discounted, figure } = line;
        const { estimate, variance } = byDefinition(given, {
          measure,
          discounted,
          years: years.filter((y) => year === null || y === year || (measure === "cumulativeNet" && y < year)),
          payers: payer === null ? payers : [payer],
          consequences: consequence === null ? consequences : [consequence],
        });
        near(figure.estimate, estimate, SIZE);
        near(figure.se * figure.se, variance, SIZE * SIZE);
        if (payer === null) {
          const parts = payers.map((who) => own.get(keyOf(line, who)) ?? 0);
          near(
            parts.reduce((a, b) => a + b, 0),
            figure.estimate,
            SIZE,
          );
        }
      }
      const gross = { measure: "gross", year: null, consequence: null, discounted: false } as const;
      const total = lines.find((l) => l.payer === null && keyOf(l, null) === keyOf({ ...l, ...gross }, null));
      const services = {
        ...given,
        money: { ...given.money, prices: given.money.prices.filter((p) => p.transferTo === undefined) },
      };
      const saved = byDefinition(services, { measure: "gross", years, payers, consequences, discounted: false });
      near(total?.figure.estimate ?? Number.NaN, saved.estimate, SIZE);
    }
  });

  test("draws of payers' years have the means of the loops, and their covariance times ν/(ν−2)", async () => {
    const given = make({ ...FEW, consequences: 2, payers: 2, years: 2, waves: 2, seed: 3 });
    const { effects, money, periods } = given;
    const options = { ...given.options, draws: 20_000 };
    const account = openAccount(effects, money, options, periods);
    const { gross } = await moneyDraws(effects, money, options, periods, { seed: 7 });
    const { df } = headlineFigure(account);
    const cells = account.payers.flatMap((payer) => account.sums.years.map((year) => ({ payer, year })));
    const asked = (of: typeof cells): Asked[] =>
      of.map(({ payer, year }) => ({
        measure: "gross",
        years: [year],
        payers: [payer],
        consequences: account.sums.consequences,
        discounted: false,
      }));
    const expected = asked(cells).map((one) => byDefinition(given, one));
    const D = options.draws;
    gross.forEach((column, i) => {
      const mean = column.reduce((a, b) => a + b, 0) / D;
      const variance = column.reduce((a, b) => a + (b - mean) * (b - mean), 0) / (D - 1);
      const inflated = (expected[i].variance * df) / (df - 2);
      expect(Math.abs(mean - expected[i].estimate)).toBeLessThan(4 * Math.sqrt(inflated / D));
      // Monte-Carlo standard error of a variance of D draws of kurtosis 3 + 6/(ν − 4).
      expect(Math.abs(variance / inflated - 1)).toBeLessThan(4 * Math.sqrt((2 + 6 / (df - 4)) / D));
    });
  });
});

/** A shape that others differ from. */
const FEW = {
  consequences: 1,
  payers: 1,
  years: 1,
  waves: 1,
  unit: "quarter" as const,
  steps: [0],
  base: 0,
  transfers: false,
  seed: 2,
};

const keyOf = ({ measure, year, consequence, discounted }: Savings["lines"][number], payer: string | null) =>
  JSON.stringify([measure, year, payer, consequence, discounted]);
