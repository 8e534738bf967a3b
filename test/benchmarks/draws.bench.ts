import type { Effects, Term } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { type CostRow, type MoneyFiles, moneyDraws, type PriceRow, savingsOptions } from "@kontrafakt/savings";
import { bench, describe } from "vitest";

const [C, K, Y] = [8, 6, 15];
const names = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);
const first = 2010;

function effects(): Effects {
  const random = stream(1, "bench/effects", 0);
  const terms = names("outcome", C).flatMap((outcome) =>
    Array.from({ length: Y }, (_, y): Term => {
      const place = { group: first, time: first + y, event: y, n: 100, controls: 300, personPeriods: 100 };
      return { outcome, unit: "days", kind: "cell", scale: "difference", ...place };
    }),
  );
  const m = terms.length;
  const covariance = new Float64Array(m * m);
  for (let a = 0; a < 2 * m; a++) {
    const row = Float64Array.from(terms, () => random.normal());
    for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) covariance[i * m + j] += row[i] * row[j];
  }
  const estimate = Float64Array.from(terms, () => -10 + random.normal());
  const df = new Float64Array(m).fill(99);
  return {
    kind: "effects",
    estimator: "bench",
    terms,
    estimate,
    covariance,
    df,
    clusters: 100,
    basis: { kind: "covariance-only" },
    problems: [],
  };
}

function money(): MoneyFiles {
  const origin = { file: "prices.csv", row: 2 };
  const prices = names("outcome", C).flatMap((consequence) =>
    names("payer", K).flatMap((payer) =>
      Array.from({ length: Y }, (_, y): PriceRow => {
        const price = { unit: "days", amount: 1000, low: 800, high: 1500, priceYear: 2024, cashable: 0.5, source: "" };
        return { consequence, payer, year: first + y, ...price, origin };
      }),
    ),
  );
  const costs: CostRow[] = [{ year: first, payer: "payer0", planned: 1e6, actual: 1e6, priceYear: 2024, origin }];
  return { kind: "money-files", prices, costs, claim: [], budget: [], problems: [] };
}

const options = savingsOptions.parse({
  currency: "DKK",
  priceYear: 2024,
  prices: { file: "prices.csv" },
  programmeCost: { file: "cost.csv" },
  claim: { file: "claim.csv" },
  discount: { rate: 0.035, baseYear: first, source: "bench" },
});
const periods = { unit: "year", ordinals: Int32Array.from({ length: Y }, (_, y) => first + y) } as const;
const [given, files] = [effects(), money()];

const few = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 };

describe("draws through 8 consequences × 6 payers × 15 years", () => {
  const run = (draws: number) => async () => {
    await moneyDraws(given, files, { ...options, draws }, periods, { seed: 1 });
  };
  bench("10,000 draws (at most 0.3 s)", run(10_000), few);
  bench("100,000 draws (at most 3 s)", run(100_000), few);
});
