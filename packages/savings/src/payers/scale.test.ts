import { stream } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { moneyFigure } from "../account/figure.js";
import type { CostRow } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { scaleTo } from "./scale.js";

const near = (found: number, expected: number, tolerance = 1e-9) =>
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));

const origin = { file: "cost.csv", row: 2 };
const cost = (year: number, actual: number, more: Partial<CostRow> = {}): CostRow => {
  return { year, payer: "Family", planned: 0, actual, priceYear: 2024, origin, ...more };
};
const costs = [
  cost(2021, 300_000, { behaviour: "fixed" }),
  cost(2021, 600_000, { behaviour: "variable" }),
  cost(2022, 90_000, { behaviour: "step", step: 25 }),
  cost(2022, 60_000),
];
const facts = { starters: 60, waves: [2021 * 4, 2021 * 4 + 2].map((wave) => ({ wave, starters: 30 })) };

function small(starters: number[], effects = smallEffects()) {
  const options = smallOptions({ scale: { starters } });
  const account = openAccount(effects, smallMoney({ costs }), options, periods);
  const { sums, payers } = account;
  const place = { payers, consequences: sums.consequences, discounted: false } as const;
  return { account, options, total: moneyFigure(account, { measure: "gross", years: sums.years, ...place }) };
}

test("at as many starters as there were: the same saving and cost, a wider interval", () => {
  const { account, options, total } = small([60]);
  const { scaled, problems } = scaleTo(account, options, facts, total);
  near(scaled[0].gross.estimate, total.estimate);
  near(scaled[0].cost, 1_050_000);
  near(scaled[0].net.estimate, total.estimate - 1_050_000);
  expect(scaled[0].gross.se).toBeGreaterThan(total.se);
  expect(problems).toEqual([]);
});

test("what a relative pays of the programme is in no total, and so not in the cost at another number of starters", () => {
  const options = smallOptions({ scale: { starters: [60, 120] }, payers: { Parents: { kind: "relative" } } });
  const money = smallMoney({ costs: [...costs, cost(2021, 500_000, { payer: "Parents" })] });
  const account = openAccount(smallEffects(), money, options, periods);
  const place = { payers: account.together, consequences: account.sums.consequences, discounted: false } as const;
  const total = moneyFigure(account, { measure: "gross", years: account.sums.years, ...place });
  const net = moneyFigure(account, { measure: "net", years: account.sums.years, ...place });
  const [same, twice] = scaleTo(account, options, facts, total).scaled;
  near(same.net.estimate, net.estimate);
  near(twice.cost, 300_000 + 660_000 * 2 + 30_000 * 5);
});

test("fixed cost stays, variable follows, steps are begun: 61 to 75 starters take the three steps that 60 took", () => {
  const { account, options, total } = small([1, 60, 75, 76, 120]);
  const found = scaleTo(account, options, facts, total).scaled.map((s) => s.cost);
  const by = (n: number, steps: number) => 300_000 + (660_000 * n) / 60 + 30_000 * steps;
  [by(1, 1), by(60, 3), by(75, 3), by(76, 4), by(120, 5)].forEach((expected, i) => {
    near(found[i], expected);
  });
});

test("the standard error is that of the saving per starter over starters drawn anew into waves", () => {
  const { account, options, total } = small([60]);
  const [{ gross }] = scaleTo(account, options, facts, total).scaled;
  // Saving per starter of each wave by the plainest loop, then people drawn into waves and each wave's mean drawn about its own.
  const { terms, estimate, covariance } = smallEffects();
  const weight = terms.map(({ outcome, time = 0, group = 0, n }) => {
    const year = Math.floor(time / 4);
    const prices = smallMoney().prices.filter((p) => p.consequence === outcome && p.year === year);
    return time < group ? 0 : -n * prices.reduce((sum, p) => sum + p.amount, 0);
  });
  const waves = [...new Set(terms.map((t) => t.group))];
  const money = waves.map((g) => terms.reduce((sum, t, i) => sum + (t.group === g ? weight[i] * estimate[i] : 0), 0));
  const variance = waves.map((g) => {
    let v = 0;
    for (let i = 0; i < terms.length; i++) {
      for (let j = 0; j < terms.length; j++) {
        if (terms[i].group === g && terms[j].group === g) v += weight[i] * weight[j] * covariance[i * terms.length + j];
      }
    }
    return v;
  });
  const random = stream(3, "test/scale", 0);
  const draws = 20_000;
  let sum = 0;
  let squares = 0;
  for (let d = 0; d < draws; d++) {
    let first = 0;
    for (let i = 0; i < 60; i++) first += random.uniform() < 0.5 ? 1 : 0;
    const starters = [first, 60 - first];
    let saved = 0;
    waves.forEach((_, g) => {
      // A mean over n people rather than 30 has 30/n of the variance.
      const sd = Math.sqrt((variance[g] / 900) * (30 / starters[g]));
      saved += starters[g] * (money[g] / 30 + sd * random.normal());
    });
    sum += saved;
    squares += saved * saved;
  }
  const sd = Math.sqrt(squares / draws - (sum / draws) * (sum / draws));
  // Monte-Carlo error of an sd from 20,000 draws is 0.5%.
  near(gross.se, sd, 0.02);
  near(gross.estimate, sum / draws, 0.01);
});

test("sums of cells, as results hold them, need the waves' sizes; one wave has nothing to be spread over", () => {
  const sums = smallEffects();
  const asSums = {
    ...sums,
    terms: sums.terms.map((t) => ({ ...t, n: 1 })),
    estimate: sums.estimate.map((e, i) => e * sums.terms[i].n),
  };
  const { account, options, total } = small([60], asSums);
  const whole = small([60]);
  const told = scaleTo(account, options, facts, total).scaled[0];
  const widening = whole.total.se * whole.total.se;
  const expected = scaleTo(whole.account, options, facts, whole.total).scaled[0];
  near(told.gross.estimate, expected.gross.estimate);
  near(told.gross.se * told.gross.se - total.se * total.se, expected.gross.se * expected.gross.se - widening, 1e-6);
  const without = scaleTo(account, options, { starters: 60 }, total);
  expect([without.scaled, without.problems.map((p) => p.code)]).toEqual([[], ["savings/scale-without-waves"]]);
  expect(scaleTo(account, options, {}, total).problems.map((p) => p.code)).toEqual(["savings/scale-without-starters"]);
  const first = sums.terms.flatMap((t, i) => (t.group === 2021 * 4 ? [i] : []));
  const one = small([60], {
    ...sums,
    terms: first.map((i) => sums.terms[i]),
    estimate: Float64Array.from(first, (i) => sums.estimate[i]),
    df: Float64Array.from(first, (i) => sums.df[i]),
    covariance: Float64Array.from(first.flatMap((i) => first.map((j) => sums.covariance[i * sums.terms.length + j]))),
    basis: { kind: "covariance-only" } as never,
  });
  near(scaleTo(one.account, options, { starters: 60 }, one.total).scaled[0].gross.se, one.total.se);
});

test("an interval with price uncertainty is widened about its own middle; without scale nothing is worked out", () => {
  const { account, options, total } = small([120]);
  const priced = { ...total, priceLower: total.lower * 0.8, priceUpper: total.upper * 1.4 };
  const { gross } = scaleTo(account, options, facts, priced).scaled[0];
  near(((gross.priceLower ?? 0) + (gross.priceUpper ?? 0)) / 2, priced.priceLower + priced.priceUpper);
  expect((gross.priceUpper ?? 0) - (gross.priceLower ?? 0)).toBeGreaterThan(2 * (priced.priceUpper - priced.priceLower));
  expect(scaleTo(account, smallOptions(), facts, total)).toEqual({ scaled: [], problems: [] });
});
