import { expect, test } from "vitest";
import type { MoneyFiles } from "../files/read-money.js";
import { monetize } from "../monetize.js";
import type { PriceRow } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";

const effects = smallEffects();
const money = smallMoney();
const factsOf = { starters: 60 };

/** Prices and what goes with them in money of another size; Family frees capacity in steps, late. */
const priced = (factor: number, change: (row: PriceRow) => Partial<PriceRow> = () => ({})): MoneyFiles => ({
  ...money,
  prices: money.prices.map((row) => {
    const { amount, low, high } = row;
    const scaled = { amount: amount * factor, ...(low && { low: low * factor }), ...(high && { high: high * factor }) };
    return { ...row, ...scaled, ...change(row) };
  }),
});
const late = ({ payer }: PriceRow) => (payer === "Family" ? { step: 40, lag: 1, lagLow: 0, lagHigh: 2.5 } : {});

/** Where in a value a number is no number, or none a double holds. */
function broken(value: unknown, path: string): string[] {
  if (typeof value === "number") return Number.isFinite(value) || path.endsWith(".df") ? [] : [`${path} = ${value}`];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, of]) => broken(of, `${path}.${key}`));
}

const blank = (rows: number): typeof effects => {
  const K = effects.terms.length;
  if (effects.basis.kind !== "influence") throw new Error(effects.basis.kind);
  const covariance = effects.covariance.map((v, at) => (Math.floor(at / K) < rows || at % K < rows ? 0 : v));
  const influence = effects.basis.rows.map((v, at) => (at % K < rows ? 0 : v));
  return { ...effects, covariance, basis: { ...effects.basis, rows: influence } };
};

const studies: [string, typeof effects, MoneyFiles][] = [
  ["prices of 1e-160", effects, priced(1e-163, late)],
  ["prices of 1e15", effects, priced(1e12, late)],
  ["half a degree of freedom", { ...effects, df: new Float64Array(effects.df.length).fill(0.5) }, priced(1, late)],
  ["years without variance", blank(20), priced(1, late)],
  ["nothing that varies", blank(effects.terms.length), priced(1, late)],
  ["one uncertain price", effects, priced(1, ({ payer }) => (payer === "School" ? {} : { low: undefined, high: undefined }))],
];

test.each(studies)("%s: every number is one", async (_, given, files) => {
  const savings = await monetize(given, files, smallOptions({ draws: 1000 }), periods, { seed: 2 }, factsOf);
  expect(broken({ ...savings, problems: [] }, "")).toEqual([]);
  expect(Math.abs(savings.shares.reduce((sum, { share }) => sum + share, 0) - 1)).toBeLessThan(1e-9);
});
