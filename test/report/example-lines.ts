import type { Interval } from "@kontrafakt/effects";
import type { MoneyFigure, SavingsLine } from "@kontrafakt/savings";

/** Made-up figures of a believable size. Nothing here comes from data. */
export const interval = (estimate: number, se: number, band = 2.9): Interval => ({
  estimate,
  se,
  df: 182.4,
  lower: estimate - 1.973 * se,
  upper: estimate + 1.973 * se,
  bandLower: estimate - band * se,
  bandUpper: estimate + band * se,
});

export const money = (estimate: number, se: number): MoneyFigure => ({
  ...interval(estimate, se, 2.6),
  priceLower: estimate - 2.2 * se,
  priceUpper: estimate + 2.25 * se,
});

export const years = [2021, 2022, 2023, 2024];
export const later = [2024, 2025, 2026, 2027];
export const payers = ["Familie og Børn", "Skole", "Staten"];
export const gross: Readonly<Record<string, readonly number[]>> = {
  "Familie og Børn": [1.1e6, 4.2e6, 7.0e6, 7.9e6],
  Skole: [0.2e6, 1.3e6, 2.6e6, 2.4e6],
  Staten: [0.2e6, 0.9e6, 1.6e6, 1.6e6],
};
const cost: Readonly<Record<string, readonly number[]>> = {
  "Familie og Børn": [3.4e6, 3.6e6, 3.1e6, 2.2e6],
  Skole: [0.4e6, 0.5e6, 0.5e6, 0.3e6],
  Staten: [0, 0, 0, 0],
};
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const known = (estimate: number): MoneyFigure => ({ estimate, se: 0, df: Infinity, lower: estimate, upper: estimate });

export function savingsLines(scale: number): SavingsLine[] {
  const lines: SavingsLine[] = [];
  const add = (
    measure: SavingsLine["measure"],
    year: number | null,
    payer: string | null,
    figure: MoneyFigure,
    discounted = false,
    basis: SavingsLine["basis"] = "observed",
  ) => lines.push({ basis, measure, year, payer, consequence: null, discounted, figure });
  const seOf = (g: number) => (8.6 / 31) * Math.abs(g);
  const each = (payer: string | null, g: readonly number[], c: readonly number[]) => {
    years.forEach((year, i) => {
      add("gross", year, payer, money(g[i], seOf(g[i])));
      add("cashable", year, payer, money(0.7 * g[i], 0.7 * seOf(g[i])));
      add("cost", year, payer, known(c[i]));
      add("net", year, payer, money(g[i] - c[i], seOf(g[i])));
    });
    add("gross", null, payer, money(sum(g), seOf(sum(g))));
    add("cashable", null, payer, money(0.7 * sum(g), 0.7 * seOf(sum(g))));
    add("cost", null, payer, known(sum(c)));
    add("net", null, payer, money(sum(g) - sum(c), seOf(sum(g))));
  };
  const all = years.map((_, i) => sum(payers.map((p) => gross[p][i] * scale)));
  const allCost = years.map((_, i) => sum(payers.map((p) => cost[p][i])));
  each(null, all, allCost);
  for (const payer of payers)
    each(
      payer,
      gross[payer].map((x) => x * scale),
      cost[payer],
    );
  let net = 0;
  years.forEach((year, i) => {
    net += (all[i] - allCost[i]) / 1.035 ** i;
    add("cumulativeNet", year, null, money(net, 0.24 * sum(all.slice(0, i + 1)) + 1e5), true);
  });
  // 2024 has an assumed part too: the last wave's follow-up ends before the year does.
  const fading = [1.6e6, 7.2e6, 4.3e6, 2.6e6].map((x) => x * scale);
  later.forEach((year, i) => {
    add("gross", year, null, money(fading[i], 0.4 * Math.abs(fading[i])), false, "assumed");
    payers.forEach((payer, k) => {
      const part = fading[i] * [0.65, 0.21, 0.14][k];
      add("net", year, payer, money(part, 0.4 * Math.abs(part)), false, "assumed");
    });
    net += fading[i] / 1.035 ** (year - 2021);
    add("cumulativeNet", year, null, money(net, 8e6 + 5e5 * i), true, "assumed");
  });
  add("gross", null, null, money(sum(fading), 0.35 * Math.abs(sum(fading))), false, "assumed");
  return lines;
}
