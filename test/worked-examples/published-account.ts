import type { Periods } from "@kontrafakt/base";
import type { Effects, Term } from "@kontrafakt/effects";
import { type CostRow, type MoneyFiles, monetize, type PriceRow, type Savings, savingsOptions } from "@kontrafakt/savings";

/** An effect as a source prints it: units more (or, negative, fewer) of each of n people in one year. */
export interface PublishedEffect {
  readonly outcome: string;
  readonly unit: string;
  readonly perPerson: number;
  readonly n: number;
}

export interface PublishedAccount {
  readonly currency: string;
  readonly year: number;
  readonly effects: readonly PublishedEffect[];
  /** Price of one unit for each who pays; `counts` and `cashable` 1 where nothing is said. */
  readonly prices: readonly (Pick<PriceRow, "consequence" | "payer" | "amount"> & Partial<PriceRow>)[];
  readonly cost?: { readonly payer: string; readonly amount: number; readonly behaviour?: CostRow["behaviour"] };
  readonly kinds?: Readonly<Record<string, { readonly kind: string }>>;
}

/** Sources print no covariance here: standard errors stand for any, and nothing is tested of them. */
const SE = 0.1;

/** The savings of an account whose effects, prices and cost are published. */
export async function publishedSavings(given: PublishedAccount): Promise<Savings> {
  const { currency, year, effects, prices, cost, kinds = {} } = given;
  const periods: Periods = { unit: "year", ordinals: Int32Array.from([year - 1, year]) };
  const terms = effects.map(({ outcome, unit, n }): Term => {
    return {
      outcome,
      unit,
      kind: "cell",
      scale: "difference",
      group: year,
      time: year,
      event: 0,
      n,
      controls: n,
      personPeriods: n,
    };
  });
  const K = terms.length;
  const stated: Effects = {
    kind: "effects",
    estimator: "published",
    terms,
    estimate: Float64Array.from(effects, ({ perPerson }) => perPerson),
    covariance: Float64Array.from({ length: K * K }, (_, at) => (at % (K + 1) === 0 ? SE * SE : 0)),
    df: new Float64Array(K).fill(100),
    clusters: 100,
    basis: { kind: "covariance-only" },
    problems: [],
  };
  const origin = { file: "published", row: 2 };
  const money: MoneyFiles = {
    kind: "money-files",
    prices: prices.map((row): PriceRow => {
      const unit = effects.find(({ outcome }) => outcome === row.consequence)?.unit ?? "";
      return { year, unit, priceYear: year, cashable: 1, source: "", origin, ...row };
    }),
    costs: cost === undefined ? [] : [{ ...cost, year, planned: cost.amount, actual: cost.amount, priceYear: year, origin }],
    claim: [],
    budget: [],
    problems: [],
  };
  const options = savingsOptions.parse({
    currency,
    priceYear: year,
    prices: { file: "prices.csv" },
    programmeCost: { file: "cost.csv" },
    claim: { file: "claim.csv" },
    payers: kinds,
    discount: { rate: 0, baseYear: year, source: "as published: undiscounted" },
    draws: 1000,
  });
  const starters = Math.max(...effects.map(({ n }) => n));
  return monetize(stated, money, options, periods, { seed: 1 }, { starters });
}

/** An undiscounted line of one year's account. */
export function lineOf(savings: Savings, measure: "gross" | "cashable" | "cost" | "net", payer: string | null): number {
  const found = savings.lines.find(
    (l) =>
      l.measure === measure &&
      l.payer === payer &&
      l.year === null &&
      l.consequence === null &&
      !l.discounted &&
      l.basis === "observed",
  );
  return found?.figure.estimate ?? Number.NaN;
}
