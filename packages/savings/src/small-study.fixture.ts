import type { Periods } from "@kontrafakt/base";
import type { Effects, Term } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import type { MoneyFiles } from "./files/read-money.js";
import { type SavingsOptions, savingsOptions } from "./options/savings-options.js";
import type { ClaimRow, CostRow, PriceRow } from "./savings-value.js";

/** Quarters 2020Q1 to 2023Q4. */
export const periods: Periods = { unit: "quarter", ordinals: Int32Array.from({ length: 16 }, (_, i) => 2020 * 4 + i) };

const waves = [2021 * 4, 2021 * 4 + 2];

/** Cells of three outcomes in two waves, before and after the start; influence of 60 people shared over the outcomes. */
export function smallEffects(outcomes: readonly string[] = ["placement", "school", "absence"]): Effects {
  const random = stream(11, "test/effects", 0);
  const terms: Term[] = [];
  for (const outcome of outcomes) {
    for (const group of waves) {
      for (const time of periods.ordinals) {
        const n = 30 - (time >= group ? time - group : 0);
        const place = { outcome, unit: "days", kind: "cell", scale: "difference", group, time, event: time - group } as const;
        terms.push({ ...place, n, controls: 90, personPeriods: n });
      }
    }
  }
  const K = terms.length;
  const atoms = 60;
  const rows = new Float64Array(atoms * K);
  const stratum = new Int32Array(atoms);
  for (let a = 0; a < atoms; a++) {
    const own = a % 2;
    stratum[a] = own;
    const person = random.normal();
    for (let k = 0; k < K; k++) {
      if (terms[k].group === waves[own]) rows[a * K + k] = 0.15 * (person + 0.5 * random.normal());
    }
  }
  const covariance = new Float64Array(K * K);
  for (let a = 0; a < atoms; a++) {
    for (let j = 0; j < K; j++) for (let k = 0; k < K; k++) covariance[j * K + k] += rows[a * K + j] * rows[a * K + k];
  }
  const estimate = Float64Array.from(terms, (t) => ((t.event ?? 0) < 0 ? 0 : -3 - 0.2 * (t.event ?? 0) + random.normal()));
  const basis = { kind: "influence", atoms, rows, stratum } as const;
  return {
    kind: "effects",
    estimator: "test",
    terms,
    estimate,
    covariance,
    df: new Float64Array(K).fill(29),
    clusters: 60,
    basis,
    problems: [],
  };
}

export function smallOptions(change: Record<string, unknown> = {}): SavingsOptions {
  return savingsOptions.parse({
    currency: "DKK",
    priceYear: 2024,
    prices: { file: "prices.csv" },
    programmeCost: { file: "cost.csv" },
    claim: { file: "claim.csv" },
    discount: { rate: 0.035, baseYear: 2021, source: "test" },
    ...change,
  });
}

const origin = { file: "prices.csv", row: 2 };

/** Placement is paid by two, school by one, absence by nobody; prices move with the year. */
export function smallMoney(change: Partial<MoneyFiles> = {}): MoneyFiles {
  const prices: PriceRow[] = [2021, 2022, 2023].flatMap((year) => {
    const common = { year, unit: "days", priceYear: 2024, source: "", origin };
    const more = (year - 2021) * 100;
    return [
      {
        ...common,
        consequence: "placement",
        payer: "Family",
        amount: 2000 + more,
        low: 1500 + more,
        high: 3000 + more,
        cashable: 0.7,
      },
      { ...common, consequence: "placement", payer: "State", amount: 450, cashable: 1 },
      { ...common, consequence: "school", payer: "School", amount: 1100, low: 1000, high: 1300, cashable: 0.5 },
    ];
  });
  const cost = (year: number, planned: number, actual: number): CostRow => ({
    year,
    payer: "Family",
    planned,
    actual,
    priceYear: 2024,
    origin,
  });
  const costs = [cost(2020, 50_000, Number.NaN), cost(2021, 900_000, 1_000_000), cost(2022, 300_000, 200_000)];
  const claim: ClaimRow[] = [2021, 2022, 2023].flatMap((year) =>
    (
      [
        ["Family", "placement"],
        ["State", "placement"],
        ["School", "school"],
      ] as const
    ).map(([payer, consequence]) => ({
      year,
      payer,
      consequence,
      amount: 300_000,
      priceYear: 2024,
      origin,
    })),
  );
  return { kind: "money-files", prices, costs, claim, budget: [], problems: [], ...change };
}
