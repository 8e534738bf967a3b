import type { Effects, Term } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import {
  assumedEffects,
  type CostRow,
  type MoneyFiles,
  monetize,
  moneyDraws,
  type PriceRow,
  savingsOptions,
} from "@kontrafakt/savings";
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

function money(change: (k: number) => Partial<PriceRow> = () => ({})): MoneyFiles {
  const origin = { file: "prices.csv", row: 2 };
  const prices = names("outcome", C).flatMap((consequence) =>
    names("payer", K).flatMap((payer, k) =>
      Array.from({ length: Y }, (_, y): PriceRow => {
        const price = { unit: "days", amount: 1000, low: 800, high: 1500, priceYear: 2024, cashable: 0.5, source: "" };
        return { consequence, payer, year: first + y, ...price, origin, ...change(k) };
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
const shorter = { unit: "year", ordinals: periods.ordinals.slice(0, 10) } as const;
const [given, files] = [effects(), money()];
const cut = { ...given, terms: given.terms.map((t) => ({ ...t, n: (t.event ?? 0) < 10 ? t.n : 0 })) };
const fading = savingsOptions.parse({
  ...options,
  persistence: { form: "exponential", years: 5, decline: { amount: 0.2, low: 0.1, high: 0.4 }, source: "bench" },
});
const late = money((k) => (k < 3 ? { lag: 1, lagLow: 0, lagHigh: 2.5 } : {}));

/** A plan of the same size: two years of effects stated, the rest left to persistence, and nobody knows how many will start. */
const planned = assumedEffects(
  names("outcome", C).flatMap((outcome) =>
    [0, 1].map((yearSinceStart) => {
      const distribution = { kind: "triangular", low: 5, mode: 10, high: 18 } as const;
      return {
        outcome,
        yearSinceStart,
        effect: 10,
        sign: -1 as const,
        distribution,
        optimismBias: 0,
        grade: "C",
        source: "",
        origin: { file: "effects.csv", row: 2 },
      };
    }),
  ),
  [first, first + 1].map((year) => ({
    year,
    starters: 100,
    distribution: { kind: "triangular", low: 60, mode: 100, high: 120 } as const,
  })),
  {
    until: first + Y - 1,
    outcomes: Object.fromEntries(names("outcome", C).map((outcome) => [outcome, { unit: "days", better: "lower" as const }])),
    dropouts: 0,
    successRate: 1,
  },
  { ...fading, persistence: { ...fading.persistence, years: Y } },
);

const few = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 };

describe("draws through 8 consequences × 6 payers × 15 years: draws, figures, intervals, shares", () => {
  const run = (draws: number) => async () => {
    await moneyDraws(given, files, { ...options, draws }, periods, { seed: 1 });
  };
  bench("10,000 draws (at most 0.3 s)", run(10_000), few);
  bench("100,000 draws (at most 3 s)", run(100_000), few);
});

describe("what is uncertain beside effects and prices", () => {
  bench(
    "10,000 draws and the split over effect, price, lag and persistence",
    async () => {
      await moneyDraws(cut, late, fading, shorter, { seed: 1 }, {});
    },
    few,
  );
  bench(
    "10,000 draws and the split over five: effect, price, lag, persistence and volume (at most 5 s)",
    async () => {
      const { shares } = await moneyDraws(planned.effects, { ...late, assumed: planned.inputs }, options, periods, { seed: 1 });
      if (shares.length !== 5) throw new Error(`${shares.length} groups`);
    },
    few,
  );
  bench(
    "the whole statement of savings",
    async () => {
      await monetize(given, files, options, periods, { seed: 1 });
    },
    few,
  );
});
