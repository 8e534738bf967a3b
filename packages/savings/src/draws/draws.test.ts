import type { Context, Jobs } from "@kontrafakt/base";
import { normalQuantile, quantile, tQuantile } from "@kontrafakt/numerics";
import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { savingsJobs } from "./draw-block.js";
import { allFrom, drawMoney, selectedDraws } from "./draw-money.js";
import { type Draws, drawShared } from "./draws.js";
import { drawnAccount } from "./each-cell.js";
import { headlineFigure } from "./money-draws.js";
import { drawablePrices } from "./price-draws.js";
import { uncertaintyShares } from "./uncertainty-shares.js";

const account = openAccount(smallEffects(), smallMoney(), smallOptions(), periods);
const everything = {
  measure: "gross",
  years: account.sums.years,
  payers: account.payers,
  consequences: account.sums.consequences,
  discounted: false,
} as const;
const atFixedPrices = (draws: Draws) => selectedDraws(account, { effect: draws }, draws.draws, everything);
const moneyOf = (draws: Draws) => drawMoney(drawnAccount(account, drawablePrices(account), allFrom(draws), draws.draws));
const headline = headlineFigure(account);
const context: Context = { seed: 20250131 };

function variance(values: Float64Array): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((a, b) => a + (b - mean) * (b - mean), 0) / (values.length - 1);
}

for (const df of [8, 58, Infinity]) {
  test(`the total's draws have the quantiles of a t and variance se²·ν/(ν−2), ν = ${df}`, async () => {
    const D = 20_000;
    const total = atFixedPrices(await drawShared(account, df, D, context));
    const inflation = df === Infinity ? 1 : df / (df - 2);
    // Monte-Carlo standard error of a variance of D draws with kurtosis κ: √((κ − 1)/D), κ = 3 + 6/(ν − 4).
    const kurtosis = df === Infinity ? 3 : 3 + 6 / (df - 4);
    const ratio = variance(total) / (headline.se * headline.se * inflation);
    expect(Math.abs(ratio - 1)).toBeLessThan(4 * Math.sqrt((kurtosis - 1) / D));
    const sorted = total.toSorted();
    for (const p of [0.025, 0.1, 0.5, 0.9, 0.975]) {
      const t = df === Infinity ? normalQuantile(p) : tQuantile(p, df);
      const standardised = (quantile(sorted, p) - headline.estimate) / headline.se;
      // se of a quantile: √(p(1−p)/D)/f(q); f at these points is above 0.04.
      expect(Math.abs(standardised - t)).toBeLessThan((4 * Math.sqrt((p * (1 - p)) / D)) / 0.04);
    }
  });
}

test("prices are triangular around their amount, one rank for all years", async () => {
  const D = 20_000;
  const draws = await drawShared(account, Infinity, D, context);
  const one: Draws = { ...draws, effect: new Float64Array(draws.effect.length).fill(-1) };
  const { gross } = moneyOf(one);
  const Y = account.sums.years.length;
  const [first, second] = [gross[1], gross[2]]; // Family 2021 and 2022: 2000 (1500–3000) and 100 more
  const mean = first.reduce((a, b) => a + b, 0) / D;
  expect(Math.abs(mean - 6500 / 3)).toBeLessThan((4 * 312) / Math.sqrt(D)); // sd of this triangle is 312
  expect(Math.min(...first)).toBeGreaterThan(1500);
  expect(Math.max(...first)).toBeLessThan(3000);
  expect(Math.abs(first.filter((v) => v < 2000).length / D - 1 / 3)).toBeLessThan(0.015);
  for (let d = 0; d < 100; d++) expect(second[d] - first[d]).toBeCloseTo(100, 9);
  expect(new Set(gross[Y + 1])).toEqual(new Set([450])); // State: known
});

test("who computes the blocks, in what order and how many, changes no bit", async () => {
  const order: number[] = [];
  const pool = {
    run: async (job: string, inputs: readonly unknown[]) => {
      const out: unknown[] = new Array(inputs.length);
      for (let i = inputs.length - 1; i >= 0; i--) {
        order.push(i);
        out[i] = structuredClone((savingsJobs as Jobs)[job](structuredClone(inputs[i])));
      }
      return out;
    },
  };
  const here = await drawShared(account, 58, 2500, context);
  expect(await drawShared(account, 58, 2500, { ...context, pool })).toEqual(here);
  expect(order).toEqual([2, 1, 0]);
  const fewer = await drawShared(account, 58, 1024, context);
  for (let i = 0; i < account.sums.used.length; i++) {
    expect(here.effect.slice(i * 2500, i * 2500 + 1024)).toEqual(fewer.effect.slice(i * 1024, (i + 1) * 1024));
  }
  expect((await drawShared(account, 58, 1024, { seed: 2 })).effect).not.toEqual(fewer.effect);
});

test("degrees of freedom that are none are refused", async () => {
  for (const df of [0, Number.NaN]) await expect(drawShared(account, df, 1000, context)).rejects.toThrow(/above 0/);
});

test("two degrees of freedom or fewer: quantiles hold, and the effect has the whole of the uncertainty", async () => {
  const D = 20_000;
  const drawn = await drawShared(account, 1.9, D, context);
  const sorted = atFixedPrices(drawn).toSorted();
  for (const p of [0.025, 0.25, 0.5, 0.75, 0.975]) {
    const [t, side] = [tQuantile(p, 1.9), Math.sqrt((p * (1 - p)) / D)];
    const below = (q: number) => sorted.filter((x) => (x - headline.estimate) / headline.se < q).length / D;
    expect(Math.abs(below(t) - p)).toBeLessThan(4 * side);
  }
  expect(await uncertaintyShares(account, drawn, moneyOf(drawn), context)).toEqual([
    { source: "effect", share: 1, error: 0 },
    { source: "price", share: 0, error: 0 },
  ]);
});
