import { exp, ln, type Stream } from "@kontrafakt/numerics";
import type { Distribution, PriceRow } from "@kontrafakt/savings";
import { OUTCOMES, YEARS } from "./world.js";

/** Prices rise by this factor from the first year to the second; how uncertain they are does not change. */
const RISE = 1.03;

interface Declared {
  readonly consequence: string;
  readonly payer: string;
  readonly amount: number;
  readonly distribution: Distribution;
  readonly cashable: number;
  readonly group?: string;
  /** A price drawn from the distribution by other means than the product's: from z standard normal where prices go together. */
  readonly draw: (random: Stream, together: number) => number;
}

export const PAYERS = ["Social", "School", "Region", "State"] as const;

const triangular = (low: number, mode: number, high: number) => (u: number) => {
  const split = (mode - low) / (high - low);
  return u < split ? low + Math.sqrt(u * (high - low) * (mode - low)) : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
};

/** Four payers; two prices of Social go together, all others by themselves. Shapes are skewed, symmetric and discrete. */
const DECLARED: readonly Declared[] = [
  {
    consequence: "placement",
    payer: "Social",
    amount: 2000,
    distribution: { kind: "triangular", low: 1500, mode: 2000, high: 2700 },
    cashable: 0.7,
    group: "wages",
    draw: (_, u) => triangular(1500, 2000, 2700)(u),
  },
  {
    consequence: "placement",
    payer: "State",
    amount: 450,
    distribution: { kind: "lognormal", mean: 450, sd: 90 },
    cashable: 1,
    draw: (random) => {
      const variance = ln(1 + 0.04);
      return 450 * exp(Math.sqrt(variance) * random.normal() - variance / 2);
    },
  },
  {
    consequence: "support",
    payer: "Social",
    amount: 520,
    distribution: { kind: "triangular", low: 400, mode: 520, high: 640 },
    cashable: 0.9,
    group: "wages",
    draw: (_, u) => triangular(400, 520, 640)(u),
  },
  {
    consequence: "absence",
    payer: "School",
    amount: 800,
    distribution: { kind: "uniform", low: 600, high: 1000 },
    cashable: 0.2,
    draw: (random) => 600 + 400 * random.uniform(),
  },
  {
    consequence: "treatment",
    payer: "Region",
    amount: 3000,
    distribution: { kind: "gamma", mean: 3000, sd: 600 },
    cashable: 0.5,
    // Shape 25, so twice the price over its scale of 120 is chi-squared with 50 degrees of freedom.
    draw: (random) => 60 * random.chiSquared(50),
  },
  {
    consequence: "treatment",
    payer: "State",
    amount: 900,
    distribution: { kind: "pert", low: 600, mode: 900, high: 1200 },
    cashable: 1,
    // Beta(3, 3) between the ends.
    draw: (random) => {
      const [a, b] = [random.chiSquared(6), random.chiSquared(6)];
      return 600 + (600 * a) / (a + b);
    },
  },
  {
    consequence: "absence",
    payer: "State",
    amount: 120,
    distribution: { kind: "empirical", values: [90, 100, 120, 140, 150] },
    cashable: 0,
    draw: (random) => [90, 100, 120, 140, 150][random.integer(5)],
  },
];

export const PRICES: readonly PriceRow[] = YEARS.flatMap((year, y) =>
  DECLARED.map(({ consequence, payer, amount, distribution, cashable, group }): PriceRow => {
    const factor = y === 0 ? 1 : RISE;
    return {
      consequence,
      payer,
      year,
      unit: OUTCOMES.find((o) => o.name === consequence)?.unit ?? "",
      amount: amount * factor,
      priceYear: 2022,
      cashable,
      source: "",
      origin: { file: "prices.csv", row: 2 },
      distribution: scaled(distribution, factor),
      ...(group !== undefined && { group }),
    };
  }),
);

/** A true price of every outcome and payer, constant but for the rise: money of `units` by payer. */
export function drawPrices(random: Stream): (fewer: Float64Array) => Float64Array {
  const together = random.uniform();
  const prices = DECLARED.map(({ draw }) => draw(random, together));
  return (fewer) => money(fewer, (d) => prices[d]);
}

/** Money by payer at the declared amounts. */
export const atAmounts = (fewer: Float64Array): Float64Array => money(fewer, (d) => DECLARED[d].amount);

function money(fewer: Float64Array, price: (declared: number) => number): Float64Array {
  const out = new Float64Array(PAYERS.length);
  DECLARED.forEach(({ consequence, payer }, d) => {
    const c = OUTCOMES.findIndex((o) => o.name === consequence);
    const k = (PAYERS as readonly string[]).indexOf(payer);
    YEARS.forEach((_, y) => {
      out[k] += fewer[c * YEARS.length + y] * price(d) * (y === 0 ? 1 : RISE);
    });
  });
  return out;
}

function scaled(d: Distribution, by: number): Distribution {
  if (d.kind === "empirical") return { ...d, values: d.values.map((v) => v * by) };
  return Object.fromEntries(Object.entries(d).map(([key, v]) => [key, typeof v === "number" ? v * by : v])) as Distribution;
}
