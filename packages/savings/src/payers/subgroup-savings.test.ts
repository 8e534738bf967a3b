import { tCdf } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { moneyFigure } from "../account/figure.js";
import type { StudyFacts } from "../account/study-facts.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { subgroupSavings as savingsOf } from "./subgroup-savings.js";
import { boundTest, welchTest } from "./welch-test.js";

const options = smallOptions({ draws: 1000 });
const money = smallMoney();
const subgroupSavings = (facts: StudyFacts) => savingsOf(facts, money, options, periods, { seed: 1 });
type Told = NonNullable<StudyFacts["subgroups"]>[number];

function told(covariate: string, value: string, factor: number, more: Partial<Told> = {}): Told {
  const effects = smallEffects();
  return {
    covariate,
    value,
    starters: 40,
    size: 40,
    apart: true,
    effects: { ...effects, estimate: effects.estimate.map((e) => e * factor) },
    ...more,
  };
}

test("each value's total is its own account's, per starter by its size", async () => {
  const found = await subgroupSavings({
    subgroups: [told("home", "flat", 1), told("home", "house", 0.5, { size: 20, starters: 20 })],
  });
  const account = openAccount(smallEffects(), money, options, periods);
  const { sums, payers } = account;
  const whole = moneyFigure(account, {
    measure: "gross",
    years: sums.years,
    payers,
    consequences: sums.consequences,
    discounted: false,
  });
  expect(found.map((s) => s.total.estimate)).toEqual([whole.estimate, expect.closeTo(whole.estimate / 2, 4)]);
  expect(found[0].perStarter.estimate).toBeCloseTo(whole.estimate / 40, 8);
  expect(found[0].perStarter.se).toBeCloseTo(whole.se / 40, 8);
  expect(found[1].perStarter.estimate).toBeCloseTo(whole.estimate / 40, 6);
  expect(found.map((s) => s.starters)).toEqual([40, 20]);
  // Prices of placement and school range widely, so the interval with them is wider; per starter it is the total's by the size.
  for (const { total, perStarter, starters } of found) {
    const [lower, upper] = [total.priceLower ?? 0, total.priceUpper ?? 0];
    expect(upper - lower).toBeGreaterThan(total.upper - total.lower);
    expect(perStarter.priceUpper).toBeCloseTo(upper / Number(starters), 8);
  }
});

test("of two values the test is Welch's t, with the degrees of freedom of Satterthwaite", () => {
  const [a, b] = [
    { estimate: 120, se: 20, df: 12 },
    { estimate: 60, se: 31, df: 25 },
  ];
  const va = a.se * a.se;
  const vb = b.se * b.se;
  const df = ((va + vb) * (va + vb)) / ((va * va) / a.df + (vb * vb) / b.df);
  const t = (a.estimate - b.estimate) / Math.sqrt(va + vb);
  expect(welchTest([a, b])).toBeCloseTo(2 * (1 - tCdf(t, df)), 12);
  expect(welchTest([a, { ...b, se: 0 }])).toBeNaN();
  expect(welchTest([a])).toBeNaN();
});

test("of three values it is R's oneway.test: weight by group in PlantGrowth, ten plants each", () => {
  const plants = (mean: number, variance: number) => ({ estimate: mean, se: Math.sqrt(variance / 10), df: 9 });
  const groups = [plants(5.032, 0.339995555555556), plants(4.661, 0.629921111111111), plants(5.526, 0.195871111111111)];
  expect(welchTest(groups)).toBeCloseTo(0.01739282149017, 12);
  const known = groups.map((g) => ({ ...g, df: Infinity }));
  // With variances known the statistic is chi-squared with 2 degrees of freedom, whose upper tail is exp(−x/2).
  const w = known.map(({ se }) => 1 / (se * se));
  const mean = known.reduce((sum, g, i) => sum + w[i] * g.estimate, 0) / (w[0] + w[1] + w[2]);
  const x = known.reduce((sum, g, i) => sum + w[i] * (g.estimate - mean) * (g.estimate - mean), 0);
  expect(welchTest(known)).toBeCloseTo(Math.exp(-x / 2), 10);
});

test("the bound is t of the difference over the sum of standard errors, and never below Welch's p", () => {
  const a = { estimate: 120, se: 20, df: 12 };
  const b = { estimate: 40, se: 12, df: 25 };
  expect(boundTest([a, b])).toBeCloseTo(2 * (1 - tCdf(80 / 32, 12)), 12);
  expect(boundTest([a, b])).toBeGreaterThan(welchTest([a, b]));
  expect(boundTest([a, b, a])).toBeCloseTo(3 * boundTest([a, b]), 12);
  expect(boundTest([a, a])).toBe(1);
  expect(boundTest([a, { ...b, se: 0 }])).toBeNaN();
});

test("p is the same at every value, adjusted for covariates looked at; a bound where comparison people are shared", async () => {
  const home = [told("home", "flat", 1), told("home", "house", 0.4)];
  const sex = [told("sex", "Girl", 1), told("sex", "Boy", 0.98)];
  const found = await subgroupSavings({ subgroups: [...home, ...sex] });
  const [p, , q] = found.map((s) => s.alike?.p ?? expect.fail());
  expect(p).toBeLessThan(q);
  expect(found.map((s) => s.alike?.adjusted)).toEqual([
    Math.min(1, 2 * p),
    Math.min(1, 2 * p),
    Math.max(2 * p, q),
    Math.max(2 * p, q),
  ]);
  const shared = await subgroupSavings({ subgroups: [home[0], { ...home[1], apart: false }] });
  for (const { alike } of shared) expect(alike).toMatchObject({ bound: true, adjusted: alike?.p });
  expect(shared[0].alike?.p).toBeGreaterThan(p);
  expect((await subgroupSavings({ subgroups: [home[0]] })).map((s) => s.alike)).toEqual([null]);
  expect(await subgroupSavings({})).toEqual([]);
  const visits = told("home", "flat", 1, { effects: smallEffects(["visits"]) });
  expect(await subgroupSavings({ subgroups: [visits] })).toEqual([]);
});
